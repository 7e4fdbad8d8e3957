/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-tile-cache.h"

#include <math.h>

/* A tile is a function of layout, palette, zoom and its place in the grid;
 * where the picture stands does not matter. Whoever changes one of the former
 * clears the cache. */

/* A multiple of the distance of the lines of a hatch along x (6 · √2), so that
 * hatches go on from tile to tile. */
#define TILE_WIDTH 577.0
#define TILE_HEIGHT 512.0
/* How far a mark may reach beyond the area that is known as its own. */
#define TILE_OVERHANG 160.0
/* Tiles that are kept on either side of the visible ones. */
#define TILES_BESIDE 2

typedef struct
{
  gint64         column;
  gint64         row;
  GskRenderNode *node; /* nullable: nothing is there */
  gboolean       is_rough;
} Tile;

/* What is to be seen, as one drawing. */
typedef struct
{
  GskRenderNode *node; /* nullable: nothing is there */
  gboolean       is_there;
  TlScale        scale;
  double         y0;
  double         y1;
} Sketch;

struct _TlTileCache
{
  GArray *tiles; /* of Tile */
  Sketch  sketch;
  guint   n_painted;
};

/* Of the grid, both ends included. */
typedef struct
{
  gint64 first_column;
  gint64 last_column;
  gint64 first_row;
  gint64 last_row;
} Cells;

static void
clear_tile (gpointer data)
{
  Tile *tile = data;

  g_clear_pointer (&tile->node, gsk_render_node_unref);
}

static void
drop_sketch (TlTileCache *self)
{
  g_clear_pointer (&self->sketch.node, gsk_render_node_unref);
  self->sketch.is_there = FALSE;
}

/* Where the picture begins, in pixels of the axis. */
static double
get_start (TlScale scale)
{
  return round (scale.origin * scale.px_per_unit);
}

static Cells
find_cells (const TlTileFrame *frame)
{
  double start = get_start (frame->view->scale);
  double bottom = MIN (frame->y1, ceil (frame->view->height));

  return (Cells){
    .first_column = (gint64)floor (start / TILE_WIDTH),
    .last_column =
        (gint64)floor ((start + frame->view->scale.width) / TILE_WIDTH),
    .first_row = (gint64)floor (frame->y0 / TILE_HEIGHT),
    .last_row = (gint64)ceil (bottom / TILE_HEIGHT) - 1,
  };
}

/* The left end of a column, in pixels of the picture. */
static double
get_left (TlScale scale, gint64 column)
{
  double start = get_start (scale);

  return scale.mirrored
             ? start + scale.width - (double)(column + 1) * TILE_WIDTH
             : (double)column * TILE_WIDTH - start;
}

/* --- tiles --- */

static Tile *
find_tile (TlTileCache *self, gint64 column, gint64 row)
{
  for (guint i = 0; i < self->tiles->len; i++)
    {
      Tile *tile = &g_array_index (self->tiles, Tile, i);

      if (tile->column == column && tile->row == row)
        return tile;
    }
  return NULL;
}

static Tile *
add_tile (TlTileCache *self, gint64 column, gint64 row)
{
  Tile tile = { .column = column, .row = row };

  g_array_append_val (self->tiles, tile);
  return &g_array_index (self->tiles, Tile, self->tiles->len - 1);
}

/* The scene begins TILE_OVERHANG before the tile, so that what reaches into it
 * is there, and has the height of all lanes. */
static void
paint_tile (TlTileCache       *self,
            const TlTileFrame *frame,
            Tile              *tile,
            gboolean           is_rough)
{
  TlRect bounds = { TILE_OVERHANG, (double)tile->row * TILE_HEIGHT, TILE_WIDTH,
                    TILE_HEIGHT };
  TlSceneNodeOptions options = { frame->painter.measurer, frame->stamps,
                                 !is_rough };
  TlScale            scale = frame->view->scale;
  g_autoptr (TlView) view = NULL;
  g_autoptr (TlScene) scene = NULL;

  scale.width = TILE_WIDTH + 2 * TILE_OVERHANG;
  scale.origin =
      ((double)tile->column * TILE_WIDTH - TILE_OVERHANG) / scale.px_per_unit;
  view = tl_layout_get_view_within (frame->view->layout, scale, bounds.y,
                                    bounds.y + bounds.height);
  scene = tl_painter_paint_marks (frame->painter, view, bounds.x,
                                  bounds.x + bounds.width);
  clear_tile (tile);
  tile->is_rough = is_rough;
  tile->node = tl_scene_to_node (scene, bounds, &options);
  self->n_painted++;
}

/* A tile that is moved is worth to be made a picture of; one a frame, so that
 * no frame takes long. */
static GskRenderNode *
ensure_tile (TlTileCache       *self,
             const TlTileFrame *frame,
             gint64             column,
             gint64             row,
             gboolean          *may_refine)
{
  Tile *tile = find_tile (self, column, row);

  if (tile != NULL && !(tile->is_rough && *may_refine))
    return tile->node;
  if (tile == NULL)
    tile = add_tile (self, column, row);
  paint_tile (self, frame, tile, frame->stamps != NULL && !*may_refine);
  *may_refine = FALSE;
  return tile->node;
}

static void
drop_distant_tiles (TlTileCache *self, Cells cells)
{
  for (guint i = self->tiles->len; i-- > 0;)
    {
      const Tile *tile = &g_array_index (self->tiles, Tile, i);

      if (tile->column < cells.first_column - TILES_BESIDE ||
          tile->column > cells.last_column + TILES_BESIDE ||
          tile->row < cells.first_row - TILES_BESIDE ||
          tile->row > cells.last_row + TILES_BESIDE)
        g_array_remove_index_fast (self->tiles, i);
    }
}

static void
append_tiles (TlTileCache       *self,
              GtkSnapshot       *snapshot,
              const TlTileFrame *frame)
{
  Cells    cells = find_cells (frame);
  gboolean may_refine = frame->is_panned && frame->stamps != NULL;

  for (gint64 column = cells.first_column; column <= cells.last_column;
       column++)
    for (gint64 row = cells.first_row; row <= cells.last_row; row++)
      tl_append_moved_node (
          snapshot, ensure_tile (self, frame, column, row, &may_refine),
          get_left (frame->view->scale, column) - TILE_OVERHANG, 0);
  drop_distant_tiles (self, cells);
}

/* --- the sketch --- */

static gboolean
is_sketch_of (const Sketch *sketch, const TlTileFrame *frame)
{
  return sketch->is_there &&
         tl_scale_equal (sketch->scale, frame->view->scale) &&
         sketch->y0 <= frame->y0 && sketch->y1 >= frame->y1;
}

/* The view begins at a whole pixel of the axis, as tiles do: so it looks as
 * they do. */
static GskRenderNode *
paint_sketch (TlTileCache *self, const TlTileFrame *frame)
{
  double             y0 = floor (frame->y0);
  TlRect             bounds = { 0, y0, ceil (frame->view->scale.width),
                                ceil (frame->y1) - y0 };
  TlSceneNodeOptions options = { frame->painter.measurer, frame->stamps,
                                 FALSE };
  g_autoptr (TlScene) scene =
      tl_painter_paint_marks (frame->painter, frame->view, 0, bounds.width);

  self->n_painted++;
  return tl_scene_to_node (scene, bounds, &options);
}

static void
append_sketch (TlTileCache       *self,
               GtkSnapshot       *snapshot,
               const TlTileFrame *frame)
{
  Sketch *sketch = &self->sketch;

  if (!is_sketch_of (sketch, frame))
    {
      drop_sketch (self);
      sketch->is_there = TRUE;
      sketch->scale = frame->view->scale;
      sketch->y0 = frame->y0;
      sketch->y1 = frame->y1;
      sketch->node = paint_sketch (self, frame);
    }
  tl_append_moved_node (snapshot, sketch->node, 0, 0);
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
 * Frees the cache and its drawings.
 */
void
tl_tile_cache_free (TlTileCache *self)
{
  if (self == NULL)
    return;
  drop_sketch (self);
  g_array_unref (self->tiles);
  g_free (self);
}

/**
 * tl_tile_cache_clear:
 * @self: a cache
 *
 * Drops all drawings: layout, palette or zoom have changed.
 */
void
tl_tile_cache_clear (TlTileCache *self)
{
  g_return_if_fail (self != NULL);

  drop_sketch (self);
  g_array_set_size (self->tiles, 0);
}

/**
 * tl_tile_cache_append:
 * @self: a cache
 * @snapshot: what to draw on; its origin is that of the lanes
 * @frame: what to show
 *
 * Draws the marks. While one zooms, every drawing lives for a frame: it has
 * only what is to be seen.
 */
void
tl_tile_cache_append (TlTileCache       *self,
                      GtkSnapshot       *snapshot,
                      const TlTileFrame *frame)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (frame != NULL && frame->view != NULL);

  if (!frame->is_panned && self->tiles->len == 0)
    {
      append_sketch (self, snapshot, frame);
      return;
    }
  drop_sketch (self);
  append_tiles (self, snapshot, frame);
}

/**
 * tl_tile_cache_get_n_painted:
 * @self: a cache
 *
 * Returns: how many drawings were made since it was made, for counted tests
 */
guint
tl_tile_cache_get_n_painted (const TlTileCache *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_painted;
}
