/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-shape-stamps.h"

#include "tl-cairo-backend.h"

#include <math.h>
#include <string.h>

/* The key of a stamp is all that is drawn, written down from where its box
 * begins, and the quarter of a pixel that the box begins on. Stamps are kept in
 * two generations: when the young one is full it becomes the old one, and what
 * nobody asked for since is dropped. */

/* Of one generation. One of 20 × 20 pixels takes two kilobytes. */
#define MAX_STAMPS 1024
#define N_PHASES 4
/* Coordinates that differ by less are the same. */
#define STEPS_PER_PX 64.0

typedef struct
{
  TlPaintKind kind;
  TlColor     color;
  gint32      from_x;
  gint32      to_x;
  gint32      start_width;
  gint32      end_width;
  gint32      start_alpha;
  gint32      end_alpha;
} PackedPaint;

typedef struct
{
  TlItemType  type;
  gint32      x;
  gint32      y;
  gint32      width;
  gint32      height;
  gint32      radius;
  PackedPaint fill;
  PackedPaint stroke;
  gint32      stroke_width;
  gint32      dash[2];
  gint32      closed;
  guint32     n_points;
} PackedItem;

struct _TlShapeStamps
{
  int         scale;
  GHashTable *young;
  GHashTable *old;
  guint       n_made;
};

static void
free_node (gpointer node)
{
  gsk_render_node_unref (node);
}

static void
free_key (gpointer key)
{
  g_bytes_unref (key);
}

static GHashTable *
create_table (void)
{
  return g_hash_table_new_full (g_bytes_hash, g_bytes_equal, free_key,
                                free_node);
}

static gint32
to_steps (double px)
{
  return (gint32)CLAMP (round (px * STEPS_PER_PX), G_MININT32, G_MAXINT32);
}

/* A plain colour has no places. */
static PackedPaint
pack_paint (const TlPaint *paint, double origin_x)
{
  PackedPaint packed;

  memset (&packed, 0, sizeof packed);
  packed.kind = paint->kind;
  packed.color = paint->color;
  if (paint->kind != TL_PAINT_FADE)
    return packed;
  packed.from_x = to_steps (paint->from_x - origin_x);
  packed.to_x = to_steps (paint->to_x - origin_x);
  packed.start_width = to_steps (paint->start_width);
  packed.end_width = to_steps (paint->end_width);
  packed.start_alpha = to_steps (paint->start_alpha);
  packed.end_alpha = to_steps (paint->end_alpha);
  return packed;
}

static void
write_item (GByteArray *bytes, const TlItem *item, TlPoint origin)
{
  PackedItem packed;

  memset (&packed, 0, sizeof packed);
  packed.type = item->type;
  packed.fill = pack_paint (&item->fill, origin.x);
  packed.stroke = pack_paint (&item->stroke.paint, origin.x);
  packed.stroke_width = to_steps (item->stroke.width);
  packed.dash[0] = to_steps (item->stroke.dash[0]);
  packed.dash[1] = to_steps (item->stroke.dash[1]);
  packed.closed = item->closed ? 1 : 0;
  packed.n_points = item->n_points;
  if (item->type != TL_ITEM_PATH)
    {
      packed.x = to_steps (item->rect.x - origin.x);
      packed.y = to_steps (item->rect.y - origin.y);
      packed.width = to_steps (item->rect.width);
      packed.height = to_steps (item->rect.height);
      packed.radius = to_steps (item->radius);
    }
  g_byte_array_append (bytes, (const guint8 *)&packed, sizeof packed);
  for (guint i = 0; i < item->n_points; i++)
    {
      gint32 point[] = { to_steps (item->points[i].x - origin.x),
                         to_steps (item->points[i].y - origin.y) };

      g_byte_array_append (bytes, (const guint8 *)point, sizeof point);
    }
}

/* (transfer full) */
static GBytes *
make_key (const TlScene *shapes, TlPoint origin, TlPoint phase)
{
  GByteArray *bytes = g_byte_array_new ();
  gint32      phases[] = { to_steps (phase.x), to_steps (phase.y) };

  g_byte_array_append (bytes, (const guint8 *)phases, sizeof phases);
  for (guint i = 0; i < tl_scene_get_n_items (shapes); i++)
    write_item (bytes, tl_scene_get_item (shapes, i), origin);
  return g_byte_array_free_to_bytes (bytes);
}

/* box: where the picture has it, less than a pixel from 0, 0; shift: from the
 * shapes to there. */
static GskRenderNode *
make_stamp (TlShapeStamps  *self,
            const TlScene  *shapes,
            TlRect          box,
            TlPoint         shift,
            TlTextMeasurer *measurer)
{
  double           width = ceil (box.x + box.width);
  double           height = ceil (box.y + box.height);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int)width * self->scale, (int)height * self->scale);
  GskRenderNode *node;
  cairo_t       *cr;

  cairo_surface_set_device_scale (surface, self->scale, self->scale);
  cr = cairo_create (surface);
  cairo_translate (cr, shift.x, shift.y);
  tl_cairo_draw_scene (cr, shapes, measurer);
  cairo_destroy (cr);
  node = tl_stamp_node_new (surface, width, height);
  cairo_surface_destroy (surface);
  self->n_made++;
  return node;
}

/* Takes key and node. */
static void
keep_stamp (TlShapeStamps *self, GBytes *key, GskRenderNode *node)
{
  if (g_hash_table_size (self->young) >= MAX_STAMPS)
    {
      GHashTable *emptied = self->old;

      g_hash_table_remove_all (emptied);
      self->old = self->young;
      self->young = emptied;
    }
  g_hash_table_insert (self->young, key, node);
}

/* (transfer none) (nullable) */
static GskRenderNode *
find_stamp (TlShapeStamps *self, GBytes *key)
{
  gpointer node = g_hash_table_lookup (self->young, key);
  gpointer old_key = NULL;

  if (node == NULL &&
      g_hash_table_steal_extended (self->old, key, &old_key, &node))
    keep_stamp (self, old_key, node);
  return node;
}

/**
 * tl_stamp_node_new:
 * @surface: a picture; the node keeps it
 * @width: in logical pixels
 * @height: in logical pixels
 *
 * Returns: (transfer full): a node that draws the picture from 0, 0 on
 */
GskRenderNode *
tl_stamp_node_new (cairo_surface_t *surface, double width, double height)
{
  GskRenderNode *node = gsk_cairo_node_new (
      &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  return node;
}

/**
 * tl_shape_stamps_new:
 * @scale: pixels of the screen per logical pixel, at least 1
 *
 * Returns: (transfer full): an empty collection
 */
TlShapeStamps *
tl_shape_stamps_new (int scale)
{
  TlShapeStamps *self;

  g_return_val_if_fail (scale >= 1, NULL);

  self = g_new0 (TlShapeStamps, 1);
  self->scale = scale;
  self->young = create_table ();
  self->old = create_table ();
  return self;
}

/**
 * tl_shape_stamps_free:
 * @self: (nullable) (transfer full): stamps
 *
 * Frees the collection and all its pictures.
 */
void
tl_shape_stamps_free (TlShapeStamps *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->young);
  g_hash_table_unref (self->old);
  g_free (self);
}

/**
 * tl_shape_stamps_get:
 * @self: stamps
 * @shapes: what to draw, without text
 * @box: around all of it, strokes included
 * @measurer: for the back end
 * @place: (out): where the stamp comes, a whole pixel
 *
 * Returns: (transfer none): the picture of the shapes, valid until the next
 *   call
 */
GskRenderNode *
tl_shape_stamps_get (TlShapeStamps  *self,
                     const TlScene  *shapes,
                     TlRect          box,
                     TlTextMeasurer *measurer,
                     TlPoint        *place)
{
  g_autoptr (GBytes) key = NULL;
  GskRenderNode *node;
  double         phases;
  TlPoint        origin = { box.x, box.y };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (shapes != NULL && place != NULL, NULL);

  phases = (double)N_PHASES * self->scale;
  box.x = round (box.x * phases) / phases;
  box.y = round (box.y * phases) / phases;
  *place = (TlPoint){ floor (box.x), floor (box.y) };
  box.x -= place->x;
  box.y -= place->y;
  key = make_key (shapes, origin, (TlPoint){ box.x, box.y });
  node = find_stamp (self, key);
  if (node != NULL)
    return node;
  node = make_stamp (self, shapes, box,
                     (TlPoint){ box.x - origin.x, box.y - origin.y }, measurer);
  keep_stamp (self, g_steal_pointer (&key), node);
  return node;
}

/**
 * tl_shape_stamps_get_n_made:
 * @self: stamps
 *
 * Returns: how many pictures were made, for counted tests
 */
guint
tl_shape_stamps_get_n_made (const TlShapeStamps *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_made;
}
