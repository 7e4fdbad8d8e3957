/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-glyph-masks.h"
#include "tl-text-measurer.h"

#include <stdlib.h>

/* A line put together of masks looks like the same line filled as a whole:
 * each glyph at most an eighth of a pixel beside its place. */

#define WIDTH 400
#define HEIGHT 40
#define LEFT 20.0
#define BASELINE 26.0

typedef struct
{
  const char *name;
  const char *text;
  double      x;
  int         scale;
} LineCase;

static const LineCase line_cases[] = {
  { "latin", "Space security talks in Vienna", LEFT, 1 },
  { "between-pixels", "Space security talks in Vienna", LEFT + 0.4, 1 },
  { "hidpi", "Ill-timed AVATAR", LEFT, 2 },
  { "cyrillic", "\xd0\x92\xd0\xb5\xd0\xbd\xd0\xb0", LEFT, 1 },
  { "arabic", "\xd9\x85\xd8\xad\xd8\xa7\xd8\xaf\xd8\xab\xd8\xa7\xd8\xaa", LEFT,
    1 },
  { "marks", "e\xcc\x81\xcc\xa3 q\xcc\x87\xcc\xa3", LEFT, 1 },
  { "cut-off", "Space security talks in Vienna", -30, 1 },
};

static cairo_surface_t *
create_surface (void)
{
  return cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
}

static const TlTextLine *
get_line (TlTextMeasurer *measurer, const LineCase *test)
{
  return tl_text_measurer_get_line (measurer, test->text, TL_FONT_LABEL, 1,
                                    FALSE);
}

/* (transfer full) */
static cairo_surface_t *
fill_outlines (TlTextMeasurer *measurer, const LineCase *test)
{
  const TlTextLine *line = get_line (measurer, test);
  cairo_surface_t  *surface = create_surface ();
  cairo_t          *cr = cairo_create (surface);
  int               advance = 0;

  cairo_translate (cr, test->x, BASELINE);
  cairo_scale (cr, test->scale, test->scale);
  for (guint i = 0; i < line->n_runs; i++)
    {
      const PangoGlyphItem *run = &line->runs[i];

      cairo_move_to (cr, (double)advance / PANGO_SCALE, 0);
      pango_cairo_glyph_string_path (cr, run->item->analysis.font, run->glyphs);
      advance += pango_glyph_string_get_width (run->glyphs);
    }
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* What differs, as a part of the ink of a. */
static double
compare (cairo_surface_t *a, cairo_surface_t *b)
{
  const guchar *data_a = cairo_image_surface_get_data (a);
  const guchar *data_b = cairo_image_surface_get_data (b);
  int           stride = cairo_image_surface_get_stride (a);
  int           ink = 0;
  int           difference = 0;

  for (int i = 0; i < stride * HEIGHT; i++)
    {
      ink += data_a[i];
      difference += abs (data_a[i] - data_b[i]);
    }
  g_assert_cmpint (ink, >, 1000);
  return (double)difference / ink;
}

static void
test_like_outlines (gconstpointer data)
{
  const LineCase *test = data;
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (TlGlyphMasks) masks = tl_glyph_masks_new (test->scale);
  cairo_surface_t *outlines = fill_outlines (measurer, test);
  cairo_surface_t *of_masks = create_surface ();
  cairo_surface_t *beside = create_surface ();

  g_assert_true (tl_glyph_masks_add_line (
      masks, of_masks, get_line (measurer, test), test->x, BASELINE));
  g_assert_true (tl_glyph_masks_add_line (
      masks, beside, get_line (measurer, test), test->x + 1, BASELINE));
  g_assert_cmpfloat (compare (outlines, of_masks), <, 0.15);
  g_assert_cmpfloat (compare (outlines, beside), >, 0.3);
  cairo_surface_destroy (outlines);
  cairo_surface_destroy (of_masks);
  cairo_surface_destroy (beside);
}

/* A box with the code of a character that no font has. */
static void
test_no_outlines (void)
{
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (TlGlyphMasks) masks = tl_glyph_masks_new (1);
  const LineCase   test = { "", "a\xf3\xb0\x80\x80", LEFT, 1 };
  cairo_surface_t *surface = create_surface ();
  const guchar    *pixels;

  g_assert_false (tl_glyph_masks_add_line (
      masks, surface, get_line (measurer, &test), test.x, BASELINE));
  pixels = cairo_image_surface_get_data (surface);
  for (int i = 0; i < cairo_image_surface_get_stride (surface) * HEIGHT; i++)
    g_assert_cmpuint (pixels[i], ==, 0);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (line_cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/glyph-masks/add-line/%s", line_cases[i].name);

      g_test_add_data_func (path, &line_cases[i], test_like_outlines);
    }
  g_test_add_func ("/tl/glyph-masks/add-line/no-outlines", test_no_outlines);
  return g_test_run ();
}
