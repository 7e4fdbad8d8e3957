/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-painter.h"
#include "tl-scene-node.h"

G_BEGIN_DECLS

/**
 * TlTileCache:
 *
 * The marks of a timeline at one zoom, drawn in tiles of a grid that is fixed
 * to the axis, so that a pan moves them and paints only what comes into view.
 */
typedef struct _TlTileCache TlTileCache;

TlTileCache *tl_tile_cache_new (void) G_GNUC_WARN_UNUSED_RESULT;
void         tl_tile_cache_free (TlTileCache *self);
void         tl_tile_cache_clear (TlTileCache *self);
void         tl_tile_cache_append (TlTileCache  *self,
                                   GtkSnapshot  *snapshot,
                                   TlPainter     painter,
                                   const TlView *view,
                                   TlTextStamps *stamps,
                                   gboolean      is_panned);
guint        tl_tile_cache_get_n_painted (const TlTileCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTileCache, tl_tile_cache_free)

G_END_DECLS
