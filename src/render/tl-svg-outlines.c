/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-svg-outlines.h"

#include "tl-font-outlines.h"
#include "tl-svg-format.h"

/* Cairo hands out the outlines in fixed point numbers of its device, so that
 * they are taken from a large one. */

#define DEVICE_SCALE 16.0

struct _TlSvgOutlines
{
  TlSvgDefs *defs; /* not owned */
  cairo_t   *cr;
  GHashTable *fonts; /* PangoFont → hash table: glyph → id, "" if it is empty */
};

static cairo_t *
create_context (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t         *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_scale (cr, DEVICE_SCALE, DEVICE_SCALE);
  return cr;
}

static void
append_command (GString                 *out,
                char                     command,
                const cairo_path_data_t *points,
                int                      n)
{
  g_string_append_c (out, command);
  for (int i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      tl_svg_append_number (out, points[i].point.x, 3);
      g_string_append_c (out, ' ');
      tl_svg_append_number (out, points[i].point.y, 3);
    }
}

static void
append_path (GString *out, const cairo_path_t *path)
{
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      switch (data->header.type)
        {
        case CAIRO_PATH_MOVE_TO:
          /* Every closed outline is followed by a move to its start. */
          if (i + data->header.length < path->num_data)
            append_command (out, 'M', data + 1, 1);
          break;
        case CAIRO_PATH_LINE_TO:
          append_command (out, 'L', data + 1, 1);
          break;
        case CAIRO_PATH_CURVE_TO:
          append_command (out, 'C', data + 1, 3);
          break;
        case CAIRO_PATH_CLOSE_PATH:
          g_string_append_c (out, 'Z');
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/* The id of the outline, "" for a glyph without any ink. */
static const char *
define_glyph (TlSvgOutlines *self, PangoFont *font, PangoGlyph glyph)
{
  cairo_scaled_font_t *scaled =
      pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  cairo_glyph_t         at_origin = { .index = glyph };
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_matrix_t        matrix;
  cairo_path_t         *path;
  g_autoptr (GString) rest = g_string_new (" d=\"");
  const char *id = "";

  cairo_scaled_font_get_font_matrix (scaled, &matrix);
  cairo_scaled_font_get_font_options (scaled, options);
  cairo_set_font_face (self->cr, cairo_scaled_font_get_font_face (scaled));
  cairo_set_font_matrix (self->cr, &matrix);
  cairo_set_font_options (self->cr, options);
  cairo_font_options_destroy (options);
  cairo_new_path (self->cr);
  cairo_glyph_path (self->cr, &at_origin, 1);
  path = cairo_copy_path (self->cr);
  if (path->num_data > 0)
    {
      append_path (rest, path);
      g_string_append (rest, "\"/>");
      id = tl_svg_defs_add (self->defs, "path", rest->str);
    }
  cairo_path_destroy (path);
  return id;
}

static const char *
get_glyph (TlSvgOutlines *self, PangoFont *font, PangoGlyph glyph)
{
  GHashTable *glyphs = g_hash_table_lookup (self->fonts, font);
  const char *id;

  if (glyphs == NULL)
    {
      glyphs = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (self->fonts, g_object_ref (font), glyphs);
    }
  id = g_hash_table_lookup (glyphs, GUINT_TO_POINTER (glyph));
  if (id == NULL)
    {
      id = define_glyph (self, font, glyph);
      g_hash_table_insert (glyphs, GUINT_TO_POINTER (glyph), (gpointer)id);
    }
  return id;
}

static gboolean
run_has_outlines (const PangoGlyphItem *run)
{
  if (!tl_font_has_outlines (run->item->analysis.font))
    return FALSE;
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    if (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
      return FALSE;
  return TRUE;
}

/* x is in Pango units. */
static void
append_use (GString *out, const char *id, const PangoGlyphInfo *info, int x)
{
  g_string_append_printf (out, "<use xlink:href=\"#%s\"", id);
  x += info->geometry.x_offset;
  if (x != 0)
    tl_svg_append_number_attribute (out, "x", (double)x / PANGO_SCALE);
  if (info->geometry.y_offset != 0)
    tl_svg_append_number_attribute (
        out, "y", (double)info->geometry.y_offset / PANGO_SCALE);
  g_string_append (out, "/>");
}

static void
append_run (TlSvgOutlines *self, GString *out, const PangoGlyphItem *run, int x)
{
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];

      if (info->glyph != PANGO_GLYPH_EMPTY)
        {
          const char *id =
              get_glyph (self, run->item->analysis.font, info->glyph);

          if (*id != '\0')
            append_use (out, id, info, x);
        }
      x += info->geometry.width;
    }
}

TlSvgOutlines *
tl_svg_outlines_new (TlSvgDefs *defs)
{
  TlSvgOutlines *self = g_new0 (TlSvgOutlines, 1);

  self->defs = defs;
  self->cr = create_context ();
  self->fonts = g_hash_table_new_full (NULL, NULL, g_object_unref,
                                       (GDestroyNotify)g_hash_table_unref);
  return self;
}

void
tl_svg_outlines_free (TlSvgOutlines *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->fonts);
  cairo_destroy (self->cr);
  g_free (self);
}

gboolean
tl_svg_outlines_append_line (TlSvgOutlines    *self,
                             GString          *out,
                             const TlTextLine *line)
{
  int x = 0;

  for (guint i = 0; i < line->n_runs; i++)
    if (!run_has_outlines (&line->runs[i]))
      return FALSE;
  for (guint i = 0; i < line->n_runs; i++)
    {
      append_run (self, out, &line->runs[i], x);
      x += pango_glyph_string_get_width (line->runs[i].glyphs);
    }
  return TRUE;
}
