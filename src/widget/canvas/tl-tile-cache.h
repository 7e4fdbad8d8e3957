/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-painter.h"
#include "tl-scene-node.h"

G_BEGIN_DECLS

/**
 * TlTileFrame:
 * @painter: paints what is missing
 * @view: the geometry; its start stands on a whole pixel of the axis, so that
 *   tiles do, too. Marks of its own are not needed
 * @stamps: (nullable): for the Cairo renderer
 * @y0: first pixel of the lanes that is to be seen
 * @y1: where what is to be seen of the lanes ends
 * @is_panned: whether the picture was moved since the last frame, and not
 *   zoomed: then more of the same is to be expected
 */
typedef struct
{
  TlPainter     painter;
  const TlView *view;
  TlTextStamps *stamps;
  double        y0;
  double        y1;
  gboolean      is_panned;
} TlTileFrame;

/**
 * TlTileCache:
 *
 * The marks of a timeline at one zoom. What only stands there, or is zoomed, is
 * one drawing of what is to be seen; what is panned is drawn in tiles of a grid
 * that is fixed to the axis and the lanes, so that a pan moves them and paints
 * only what comes into view.
 */
typedef struct _TlTileCache TlTileCache;

TlTileCache *tl_tile_cache_new (void) G_GNUC_WARN_UNUSED_RESULT;
void         tl_tile_cache_free (TlTileCache *self);
void         tl_tile_cache_clear (TlTileCache *self);
void         tl_tile_cache_append (TlTileCache       *self,
                                   GtkSnapshot       *snapshot,
                                   const TlTileFrame *frame);
guint        tl_tile_cache_get_n_painted (const TlTileCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTileCache, tl_tile_cache_free)

G_END_DECLS
