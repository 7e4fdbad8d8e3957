/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-tile-cache.h"

#include <math.h>

/* A tile is a function of layout, palette, zoom and its index; where the
 * picture stands does not matter. Whoever changes one of the former clears the
 * cache. */

/* A multiple of the distance of the lines of a hatch along x (6 · √2), so that
 * hatches go on from tile to tile. */
#define TILE_WIDTH 577.0
/* How far a mark may reach beyond the area that is known as its own. */
#define TILE_OVERHANG 160.0
/* Tiles that are kept on either side of the visible ones. */
#define TILES_BESIDE 2

typedef struct
{
  gint64         index;
  GskRenderNode *node; /* nullable: nothing is there */
  gboolean       is_draft;
} Tile;

struct _TlTileCache
{
  GArray *tiles; /* of Tile */
  guint   n_painted;
};

/* What tiles are painted with in one frame. */
typedef struct
{
  TlPainter     painter;
  const TlView *view;
  TlTextStamps *stamps; /* nullable */
  gboolean      may_refine;
} Frame;

static void
clear_tile (gpointer data)
{
  Tile *tile = data;

  g_clear_pointer (&tile->node, gsk_render_node_unref);
}

static GskRenderNode *
paint_tile (const Frame *frame, gint64 index, gboolean is_draft)
{
  TlScale scale = frame->view->scale;
  g_autoptr (TlView) view = NULL;
  g_autoptr (TlScene) scene = NULL;
  TlRect bounds = { TILE_OVERHANG, 0, TILE_WIDTH, ceil (frame->view->height) };
  TlSceneNodeOptions options = { frame->painter.measurer, frame->stamps,
                                 !is_draft };

  scale.width = TILE_WIDTH + 2 * TILE_OVERHANG;
  scale.origin =
      ((double)index * TILE_WIDTH - TILE_OVERHANG) / scale.px_per_unit;
  view = tl_layout_get_view (frame->view->layout, scale);
  scene = tl_painter_paint_marks (frame->painter, view, TILE_OVERHANG,
                                  TILE_OVERHANG + TILE_WIDTH);
  return tl_scene_to_node (scene, bounds, &options);
}

static Tile *
find_tile (TlTileCache *self, gint64 index)
{
  for (guint i = 0; i < self->tiles->len; i++)
    if (g_array_index (self->tiles, Tile, i).index == index)
      return &g_array_index (self->tiles, Tile, i);
  return NULL;
}

/* While one zooms, every tile lives for a frame: drafts do. A tile that is
 * moved is worth to be made a picture of; one a frame, so that no frame takes
 * long. */
static GskRenderNode *
ensure_tile (TlTileCache *self, Frame *frame, gint64 index)
{
  Tile *found = find_tile (self, index);
  Tile  tile = { .index = index,
                 .is_draft = frame->stamps != NULL && !frame->may_refine };

  if (found != NULL && !(found->is_draft && frame->may_refine))
    return found->node;

  tile.node = paint_tile (frame, index, tile.is_draft);
  self->n_painted++;
  frame->may_refine = FALSE;
  if (found != NULL)
    {
      clear_tile (found);
      *found = tile;
    }
  else
    g_array_append_val (self->tiles, tile);
  return tile.node;
}

static void
drop_distant_tiles (TlTileCache *self, gint64 first, gint64 last)
{
  for (guint i = self->tiles->len; i-- > 0;)
    {
      gint64 index = g_array_index (self->tiles, Tile, i).index;

      if (index < first - TILES_BESIDE || index > last + TILES_BESIDE)
        g_array_remove_index_fast (self->tiles, i);
    }
}

/**
 * tl_tile_cache_new:
 *
 * Returns: (transfer full): a cache without tiles
 */
TlTileCache *
tl_tile_cache_new (void)
{
  TlTileCache *self = g_new0 (TlTileCache, 1);

  self->tiles = g_array_new (FALSE, TRUE, sizeof (Tile));
  g_array_set_clear_func (self->tiles, clear_tile);
  return self;
}

/**
 * tl_tile_cache_free:
 * @self: (nullable) (transfer full): a cache
 *
 * Frees the cache and its tiles.
 */
void
tl_tile_cache_free (TlTileCache *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->tiles);
  g_free (self);
}

/**
 * tl_tile_cache_clear:
 * @self: a cache
 *
 * Drops all tiles: layout, palette or zoom have changed.
 */
void
tl_tile_cache_clear (TlTileCache *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->tiles, 0);
}

/**
 * tl_tile_cache_append:
 * @self: a cache
 * @snapshot: what to draw on; its origin is that of the lanes
 * @painter: paints what is missing
 * @view: the geometry; its start stands on a whole pixel of the axis, so that
 *   tiles do, too
 * @stamps: (nullable): for the Cairo renderer
 * @is_panned: whether the picture was moved since the last frame, and not
 *   zoomed: then more of the same is to be expected
 *
 * Draws the marks.
 */
void
tl_tile_cache_append (TlTileCache  *self,
                      GtkSnapshot  *snapshot,
                      TlPainter     painter,
                      const TlView *view,
                      TlTextStamps *stamps,
                      gboolean      is_panned)
{
  Frame   frame = { painter, view, stamps, is_panned && stamps != NULL };
  TlScale scale;
  double  start;
  gint64  first;
  gint64  last;

  g_return_if_fail (self != NULL);
  g_return_if_fail (view != NULL);

  scale = view->scale;
  start = round (scale.origin * scale.px_per_unit);
  first = (gint64)floor (start / TILE_WIDTH);
  last = (gint64)floor ((start + scale.width) / TILE_WIDTH);
  for (gint64 index = first; index <= last; index++)
    {
      double along = (double)index * TILE_WIDTH - start;
      double x = scale.mirrored ? scale.width - along - TILE_WIDTH : along;

      tl_append_moved_node (snapshot, ensure_tile (self, &frame, index),
                            x - TILE_OVERHANG, 0);
    }
  drop_distant_tiles (self, first, last);
}

/**
 * tl_tile_cache_get_n_painted:
 * @self: a cache
 *
 * Returns: how many tiles were painted since it was made, for counted tests
 */
guint
tl_tile_cache_get_n_painted (const TlTileCache *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_painted;
}
