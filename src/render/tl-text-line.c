/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-text-line.h"

#include <string.h>

/* What PangoLayout does for one line, less its height: for that it looks for
 * each font once more, by its own name, and shapes a sample of the language
 * in it. */

static PangoGlyphItem
shape_item (PangoItem *item, const char *text, int length)
{
  PangoGlyphItem run = { .item = item, .glyphs = pango_glyph_string_new () };

  pango_shape_item (item, text, length, NULL, run.glyphs, PANGO_SHAPE_NONE);
  return run;
}

TlTextLine *
tl_text_line_new (PangoContext  *context,
                  const char    *text,
                  PangoAttrList *attributes)
{
  TlTextLine *self = g_new0 (TlTextLine, 1);
  int         length = (int)strlen (text);
  GList *logical = pango_itemize (context, text, 0, length, attributes, NULL);
  GList *items = pango_reorder_items (logical);
  guint  i = 0;

  self->text = g_strdup (text);
  g_list_free (logical);
  self->n_runs = g_list_length (items);
  self->runs = g_new (PangoGlyphItem, self->n_runs);
  for (GList *link = items; link != NULL; link = link->next, i++)
    {
      self->runs[i] = shape_item (link->data, text, length);
      self->width += pango_glyph_string_get_width (self->runs[i].glyphs);
    }
  g_list_free (items);
  return self;
}

void
tl_text_line_free (TlTextLine *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_runs; i++)
    {
      pango_item_free (self->runs[i].item);
      pango_glyph_string_free (self->runs[i].glyphs);
    }
  g_free (self->runs);
  g_free (self->text);
  g_free (self);
}

PangoRectangle
tl_text_line_get_ink (const TlTextLine *self)
{
  PangoRectangle all = { 0 };
  int            x = 0;
  int            right = 0;
  int            bottom = 0;

  for (guint i = 0; i < self->n_runs; i++)
    {
      const PangoGlyphItem *run = &self->runs[i];
      PangoRectangle        ink;

      pango_glyph_string_extents (run->glyphs, run->item->analysis.font, &ink,
                                  NULL);
      ink.x += x;
      x += pango_glyph_string_get_width (run->glyphs);
      if (ink.width <= 0 || ink.height <= 0)
        continue;

      right = MAX (right, ink.x + ink.width);
      bottom =
          all.width > 0 ? MAX (bottom, ink.y + ink.height) : ink.y + ink.height;
      all.y = all.width > 0 ? MIN (all.y, ink.y) : ink.y;
      all.x = all.width > 0 ? MIN (all.x, ink.x) : ink.x;
      all.width = right - all.x;
      all.height = bottom - all.y;
    }
  pango_extents_to_pixels (&all, NULL);
  return all;
}

/* Of a byte of the run, in Pango units from the run's left end. */
static int
get_run_x (const PangoGlyphItem *run, const char *text, guint index)
{
  int x = 0;

  pango_glyph_string_index_to_x (run->glyphs, (char *)text + run->item->offset,
                                 run->item->length, &run->item->analysis,
                                 (int)index - run->item->offset, FALSE, &x);
  return x;
}

GArray *
tl_text_line_list_stretches (const TlTextLine *self, guint start, guint end)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (TlTextStretch));
  int     left = 0;

  for (guint i = 0; i < self->n_runs; i++)
    {
      const PangoGlyphItem *run = &self->runs[i];
      guint                 from = MAX (start, (guint)run->item->offset);
      guint to = MIN (end, (guint)(run->item->offset + run->item->length));

      if (from < to)
        {
          int           x0 = get_run_x (run, self->text, from);
          int           x1 = get_run_x (run, self->text, to);
          TlTextStretch stretch = {
            (double)(left + MIN (x0, x1)) / PANGO_SCALE,
            (double)ABS (x1 - x0) / PANGO_SCALE,
          };

          g_array_append_val (stretches, stretch);
        }
      left += pango_glyph_string_get_width (run->glyphs);
    }
  return stretches;
}
