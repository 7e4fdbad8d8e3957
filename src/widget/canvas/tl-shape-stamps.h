/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-scene.h"
#include "tl-text-measurer.h"

G_BEGIN_DECLS

/**
 * TlShapeStamps:
 *
 * Small shapes, such as the glyph of a record, as pictures made once: the same
 * few stand all over a timeline, and to draw their outlines anew takes most of
 * a frame while one zooms. They stand on a quarter of a pixel of the screen.
 */
typedef struct _TlShapeStamps TlShapeStamps;

TlShapeStamps *tl_shape_stamps_new (int scale) G_GNUC_WARN_UNUSED_RESULT;
void           tl_shape_stamps_free (TlShapeStamps *self);
GskRenderNode *tl_shape_stamps_get (TlShapeStamps  *self,
                                    const TlScene  *shapes,
                                    TlRect          box,
                                    TlTextMeasurer *measurer,
                                    TlPoint        *place);
guint          tl_shape_stamps_get_n_made (const TlShapeStamps *self);

GskRenderNode *tl_stamp_node_new (cairo_surface_t *surface,
                                  double           width,
                                  double height) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlShapeStamps, tl_shape_stamps_free)

G_END_DECLS
