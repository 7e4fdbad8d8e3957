/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-shape-stamps.h"

G_BEGIN_DECLS

/**
 * TlStamp:
 * @node: the picture of a line of text, from 0, 0 on
 * @x: from the left edge of the text to that of the picture
 * @y: from the baseline to the top of the picture
 */
typedef struct
{
  GskRenderNode *node;
  double         x;
  double         y;
} TlStamp;

/**
 * TlTextStamps:
 *
 * Lines of text as small pictures, made once. The Cairo renderer stamps these
 * instead of setting glyphs: it takes less time, and before Cairo 1.17.4, which
 * sets every glyph on a whole pixel, the spaces between letters stay even. The
 * shapes beside the text are stamped, too.
 */
typedef struct _TlTextStamps TlTextStamps;

TlTextStamps  *tl_text_stamps_new (TlTextMeasurer *measurer,
                                   int scale) G_GNUC_WARN_UNUSED_RESULT;
void           tl_text_stamps_free (TlTextStamps *self);
int            tl_text_stamps_get_scale (const TlTextStamps *self);
const TlStamp *tl_text_stamps_get (TlTextStamps *self, const TlItem *item);

TlShapeStamps *tl_text_stamps_get_shapes (TlTextStamps *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTextStamps, tl_text_stamps_free)

G_END_DECLS
