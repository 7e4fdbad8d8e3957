/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-glyph-masks.h"

#include "tl-font-outlines.h"

#include <math.h>

/* The masks are emptied when there are too many of them: a screen full of text
 * needs a few hundred. */

#define N_PHASES 4
#define MAX_MASKS 4096

typedef struct
{
  PangoFont *font;
  PangoGlyph glyph;
  guint8     phase_x;
  guint8     phase_y;
} Key;

/* Where the coverage lies around the whole pixel that the glyph begins in. */
typedef struct
{
  cairo_surface_t *surface; /* nullable: no ink */
  int              x;
  int              y;
} Mask;

struct _TlGlyphMasks
{
  int         scale;
  GHashTable *masks;
};

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_direct_hash (key->font) ^
         (key->glyph << 4 | (guint)(key->phase_x << 2) | key->phase_y) *
             0x9e3779b1u;
}

static gboolean
equal_keys (gconstpointer data_a, gconstpointer data_b)
{
  const Key *a = data_a;
  const Key *b = data_b;

  return a->font == b->font && a->glyph == b->glyph &&
         a->phase_x == b->phase_x && a->phase_y == b->phase_y;
}

static Key *
copy_key (const Key *key)
{
  Key *copy = g_new (Key, 1);

  *copy = *key;
  g_object_ref (copy->font);
  return copy;
}

static void
free_key (gpointer data)
{
  Key *key = data;

  g_object_unref (key->font);
  g_free (key);
}

static void
free_mask (gpointer data)
{
  Mask *mask = data;

  g_clear_pointer (&mask->surface, cairo_surface_destroy);
  g_free (mask);
}

static void
fill_glyph (TlGlyphMasks        *self,
            Mask                *mask,
            cairo_scaled_font_t *font,
            const Key           *key)
{
  cairo_t *cr = cairo_create (mask->surface);

  cairo_translate (cr, (double)key->phase_x / N_PHASES - mask->x,
                   (double)key->phase_y / N_PHASES - mask->y);
  cairo_scale (cr, self->scale, self->scale);
  cairo_set_scaled_font (cr, font);
  cairo_glyph_path (cr, &(cairo_glyph_t){ .index = key->glyph }, 1);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static Mask *
make_mask (TlGlyphMasks *self, const Key *key)
{
  cairo_scaled_font_t *font =
      pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (key->font));
  Mask                *mask = g_new0 (Mask, 1);
  cairo_text_extents_t ink;
  int                  width;
  int                  height;

  cairo_scaled_font_glyph_extents (
      font, &(cairo_glyph_t){ .index = key->glyph }, 1, &ink);
  if (ink.width <= 0 || ink.height <= 0)
    return mask;

  /* A pixel to spare on each side, and one for the phase. */
  mask->x = (int)floor (ink.x_bearing * self->scale) - 1;
  mask->y = (int)floor (ink.y_bearing * self->scale) - 1;
  width = (int)ceil (ink.width * self->scale) + 4;
  height = (int)ceil (ink.height * self->scale) + 4;
  mask->surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  fill_glyph (self, mask, font, key);
  cairo_surface_flush (mask->surface);
  return mask;
}

static const Mask *
get_mask (TlGlyphMasks *self, const Key *key)
{
  Mask *mask = g_hash_table_lookup (self->masks, key);

  if (mask != NULL)
    return mask;
  if (g_hash_table_size (self->masks) >= MAX_MASKS)
    g_hash_table_remove_all (self->masks);
  mask = make_mask (self, key);
  g_hash_table_insert (self->masks, copy_key (key), mask);
  return mask;
}

static void
add_mask (cairo_surface_t *surface, const Mask *mask, int left, int top)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  int mask_stride = cairo_image_surface_get_stride (mask->surface);
  int first = MAX (0, -left);
  int end = MIN (cairo_image_surface_get_width (mask->surface), width - left);
  int last_row =
      MIN (cairo_image_surface_get_height (mask->surface), height - top);
  guchar       *to = cairo_image_surface_get_data (surface);
  const guchar *from = cairo_image_surface_get_data (mask->surface);

  for (int row = MAX (0, -top); row < last_row; row++)
    {
      guchar       *line = to + (gssize)(top + row) * stride + left;
      const guchar *ink = from + (gssize)row * mask_stride;

      for (int i = first; i < end; i++)
        line[i] = (guchar)MIN (line[i] + ink[i], 255);
    }
}

/* The whole pixel that a position lies in, and the quarter of it. */
static int
split (double position, guint8 *phase)
{
  double quarters = floor (position * N_PHASES + 0.5);
  double whole = floor (quarters / N_PHASES);

  *phase = (guint8)(quarters - whole * N_PHASES);
  return (int)whole;
}

static void
add_run (TlGlyphMasks         *self,
         cairo_surface_t      *surface,
         const PangoGlyphItem *run,
         double                x,
         double                y)
{
  double unit = (double)self->scale / PANGO_SCALE;
  int    advance = 0;

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
      const Mask           *mask;
      Key                   key = { run->item->analysis.font, info->glyph };
      int                   left;
      int                   top;

      left =
          split (x + (advance + info->geometry.x_offset) * unit, &key.phase_x);
      top = split (y + info->geometry.y_offset * unit, &key.phase_y);
      advance += info->geometry.width;
      if (info->glyph == PANGO_GLYPH_EMPTY)
        continue;
      mask = get_mask (self, &key);
      if (mask->surface != NULL)
        add_mask (surface, mask, left + mask->x, top + mask->y);
    }
}

static gboolean
has_outlines (const TlTextLine *line)
{
  for (guint i = 0; i < line->n_runs; i++)
    {
      const PangoGlyphItem *run = &line->runs[i];

      if (!tl_font_has_outlines (run->item->analysis.font))
        return FALSE;
      for (int k = 0; k < run->glyphs->num_glyphs; k++)
        if (run->glyphs->glyphs[k].glyph & PANGO_GLYPH_UNKNOWN_FLAG &&
            run->glyphs->glyphs[k].glyph != PANGO_GLYPH_EMPTY)
          return FALSE;
    }
  return TRUE;
}

TlGlyphMasks *
tl_glyph_masks_new (int scale)
{
  TlGlyphMasks *self;

  g_return_val_if_fail (scale >= 1, NULL);

  self = g_new0 (TlGlyphMasks, 1);
  self->scale = scale;
  self->masks =
      g_hash_table_new_full (hash_key, equal_keys, free_key, free_mask);
  return self;
}

void
tl_glyph_masks_free (TlGlyphMasks *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->masks);
  g_free (self);
}

gboolean
tl_glyph_masks_add_line (TlGlyphMasks     *self,
                         cairo_surface_t  *surface,
                         const TlTextLine *line,
                         double            x,
                         double            y)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (surface != NULL, FALSE);
  g_return_val_if_fail (line != NULL, FALSE);

  if (!has_outlines (line))
    return FALSE;

  cairo_surface_flush (surface);
  for (guint i = 0; i < line->n_runs; i++)
    {
      const PangoGlyphItem *run = &line->runs[i];

      add_run (self, surface, run, x, y);
      x += (double)pango_glyph_string_get_width (run->glyphs) * self->scale /
           PANGO_SCALE;
    }
  cairo_surface_mark_dirty (surface);
  return TRUE;
}
