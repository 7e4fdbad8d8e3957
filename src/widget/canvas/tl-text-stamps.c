/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-text-stamps.h"

#include "tl-cairo-backend.h"
#include "tl-glyph-masks.h"

#include <math.h>
#include <string.h>

/* Stamps are kept in two generations: when the young one is full it becomes
 * the old one, and what nobody asked for since is dropped. */

/* Of one generation. A line of 200 × 20 pixels takes 16 kB. */
#define MAX_STAMPS 512

/* Text follows in the same block when it is a key of a table. */
typedef struct
{
  const char *text;
  double      font_scale;
  TlColor     color;
  TlFontRole  font;
  gboolean    bold;
} Key;

struct _TlTextStamps
{
  TlTextMeasurer *measurer;
  TlGlyphMasks   *masks;
  TlShapeStamps  *shapes;
  int             scale;
  GHashTable     *young;
  GHashTable     *old;
};

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) ^ (guint)(key->font_scale * 4096) * 31u ^
         ((guint)key->font << 1 | (key->bold ? 1u : 0u)) * 0x9e3779b1u;
}

static gboolean
equal_keys (gconstpointer data_a, gconstpointer data_b)
{
  const Key *a = data_a;
  const Key *b = data_b;

  return a->font == b->font && a->bold == b->bold &&
         memcmp (&a->font_scale, &b->font_scale, sizeof a->font_scale) == 0 &&
         memcmp (&a->color, &b->color, sizeof a->color) == 0 &&
         strcmp (a->text, b->text) == 0;
}

static Key *
copy_key (const Key *key)
{
  gsize size = strlen (key->text) + 1;
  Key  *copy = g_malloc (sizeof (Key) + size);

  *copy = *key;
  copy->text = memcpy (copy + 1, key->text, size);
  return copy;
}

static void
free_stamp (gpointer data)
{
  TlStamp *stamp = data;

  gsk_render_node_unref (stamp->node);
  g_free (stamp);
}

static GHashTable *
create_table (void)
{
  return g_hash_table_new_full (hash_key, equal_keys, g_free, free_stamp);
}

/* The box of the ink around the baseline, with a pixel to spare. */
static TlRect
get_ink_box (const TlTextLine *line)
{
  PangoRectangle ink = tl_text_line_get_ink (line);

  return (TlRect){ ink.x - 1, ink.y - 1, ink.width + 2, ink.height + 2 };
}

/* FALSE when the line has glyphs without outlines. */
static gboolean
draw_glyphs (TlTextStamps     *self,
             cairo_t          *cr,
             TlRect            box,
             const TlTextLine *line,
             TlColor           color)
{
  cairo_surface_t *ink =
      cairo_image_surface_create (CAIRO_FORMAT_A8, (int)box.width * self->scale,
                                  (int)box.height * self->scale);
  gboolean is_drawn = tl_glyph_masks_add_line (
      self->masks, ink, line, -box.x * self->scale, -box.y * self->scale);

  if (is_drawn)
    {
      cairo_surface_set_device_scale (ink, self->scale, self->scale);
      cairo_set_source_rgba (cr, (double)color.red, (double)color.green,
                             (double)color.blue, (double)color.alpha);
      cairo_mask_surface (cr, ink, 0, 0);
    }
  cairo_surface_destroy (ink);
  return is_drawn;
}

static void
draw_as_scene (TlTextStamps *self, cairo_t *cr, TlRect box, const TlItem *item)
{
  TlScene *scene = tl_scene_new (box.width, box.height);

  tl_scene_add_text (scene, item->text, -box.x, -box.y, item->rect.width,
                     item->font, item->font_scale, item->bold,
                     item->fill.color);
  tl_cairo_draw_scene (cr, scene, self->measurer);
  tl_scene_free (scene);
}

static cairo_surface_t *
draw_text (TlTextStamps     *self,
           const TlItem     *item,
           TlRect            box,
           const TlTextLine *line)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int)box.width * self->scale,
      (int)box.height * self->scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, self->scale, self->scale);
  cr = cairo_create (surface);
  if (!draw_glyphs (self, cr, box, line, item->fill.color))
    draw_as_scene (self, cr, box, item);
  cairo_destroy (cr);
  return surface;
}

static TlStamp *
make_stamp (TlTextStamps *self, const TlItem *item)
{
  const TlTextLine *line = tl_text_measurer_get_line (
      self->measurer, item->text, item->font, item->font_scale, item->bold);
  TlRect           box = get_ink_box (line);
  cairo_surface_t *surface = draw_text (self, item, box, line);
  TlStamp         *stamp = g_new (TlStamp, 1);

  *stamp = (TlStamp){ tl_stamp_node_new (surface, box.width, box.height), box.x,
                      box.y };
  cairo_surface_destroy (surface);
  return stamp;
}

/* Takes key and stamp. */
static void
keep_stamp (TlTextStamps *self, Key *key, TlStamp *stamp)
{
  if (g_hash_table_size (self->young) >= MAX_STAMPS)
    {
      GHashTable *emptied = self->old;

      g_hash_table_remove_all (emptied);
      self->old = self->young;
      self->young = emptied;
    }
  g_hash_table_insert (self->young, key, stamp);
}

/**
 * tl_text_stamps_new:
 * @measurer: shapes the text
 * @scale: pixels of the screen per logical pixel, at least 1
 *
 * Returns: (transfer full): an empty collection
 */
TlTextStamps *
tl_text_stamps_new (TlTextMeasurer *measurer, int scale)
{
  TlTextStamps *self;

  g_return_val_if_fail (measurer != NULL, NULL);
  g_return_val_if_fail (scale >= 1, NULL);

  self = g_new0 (TlTextStamps, 1);
  self->measurer = tl_text_measurer_ref (measurer);
  self->masks = tl_glyph_masks_new (scale);
  self->shapes = tl_shape_stamps_new (scale);
  self->scale = scale;
  self->young = create_table ();
  self->old = create_table ();
  return self;
}

/**
 * tl_text_stamps_free:
 * @self: (nullable) (transfer full): stamps
 *
 * Frees the collection and all its pictures.
 */
void
tl_text_stamps_free (TlTextStamps *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->young);
  g_hash_table_unref (self->old);
  tl_glyph_masks_free (self->masks);
  tl_shape_stamps_free (self->shapes);
  tl_text_measurer_unref (self->measurer);
  g_free (self);
}

/**
 * tl_text_stamps_get_scale:
 * @self: stamps
 *
 * Returns: pixels of the screen per logical pixel
 */
int
tl_text_stamps_get_scale (const TlTextStamps *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->scale;
}

/**
 * tl_text_stamps_get_shapes:
 * @self: stamps
 *
 * Returns: (transfer none): the stamps of the shapes that stand beside the text
 */
TlShapeStamps *
tl_text_stamps_get_shapes (TlTextStamps *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->shapes;
}

/**
 * tl_text_stamps_get:
 * @self: stamps
 * @item: a text of a scene
 *
 * Returns: (transfer none): its picture, valid until the next call
 */
const TlStamp *
tl_text_stamps_get (TlTextStamps *self, const TlItem *item)
{
  Key      key;
  gpointer old_key = NULL;
  gpointer stamp;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (item != NULL && item->type == TL_ITEM_TEXT, NULL);

  key = (Key){ .text = item->text,
               .font_scale = item->font_scale,
               .color = item->fill.color,
               .font = item->font,
               .bold = !!item->bold };
  stamp = g_hash_table_lookup (self->young, &key);
  if (stamp != NULL)
    return stamp;
  if (g_hash_table_steal_extended (self->old, &key, &old_key, &stamp))
    keep_stamp (self, old_key, stamp);
  else
    {
      stamp = make_stamp (self, item);
      keep_stamp (self, copy_key (&key), stamp);
    }
  return stamp;
}
