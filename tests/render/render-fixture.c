/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render-fixture.h"

#include <string.h>

/* Pictures for the tests of the back ends, and their pixels. */

typedef struct
{
  const char *data;
  gsize       size;
} Reader;

cairo_surface_t *
draw_scene (const TlScene *scene, TlTextMeasurer *measurer, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int)round (tl_scene_get_width (scene) * scale),
      (int)round (tl_scene_get_height (scene) * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  tl_cairo_draw_scene (cr, scene, measurer);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Reader *reader = closure;

  if (length > reader->size)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data, length);
  reader->data += length;
  reader->size -= length;
  return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *
read_png (GBytes *bytes)
{
  Reader           reader;
  cairo_surface_t *surface;

  reader.data = g_bytes_get_data (bytes, &reader.size);
  surface = cairo_image_surface_create_from_png_stream (read_cb, &reader);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int           stride = cairo_image_surface_get_stride (surface);
  guint32       pixel;

  g_assert_cmpint (x, <, cairo_image_surface_get_width (surface));
  g_assert_cmpint (y, <, cairo_image_surface_get_height (surface));
  memcpy (&pixel, data + y * stride + x * 4, sizeof pixel);
  return pixel;
}

guint32
get_rgb (cairo_surface_t *surface, int x, int y)
{
  return get_pixel (surface, x, y) & 0xffffff;
}

static int
get_difference (guint32 a, guint32 b)
{
  int sum = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    sum += abs ((int)(a >> shift & 0xff) - (int)(b >> shift & 0xff));
  return sum;
}

double
get_mean_difference (cairo_surface_t *a, cairo_surface_t *b)
{
  int    width = cairo_image_surface_get_width (a);
  int    height = cairo_image_surface_get_height (a);
  double sum = 0;

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      sum += get_difference (get_pixel (a, x, y), get_pixel (b, x, y));
  return sum / (3.0 * width * height);
}

double
get_share_different (cairo_surface_t *a, cairo_surface_t *b, int threshold)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  int n = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (get_difference (get_pixel (a, x, y), get_pixel (b, x, y)) > threshold)
        n++;
  return (double)n / (width * height);
}

void
add_label (TlScene        *scene,
           TlTextMeasurer *measurer,
           const char     *text,
           double          x,
           double          y,
           TlFontRole      role,
           gboolean        bold,
           TlColor         color)
{
  double width =
      tl_text_measurer_measure_scaled (measurer, text, role, 1, bold);

  tl_scene_add_text (scene, text, x, y, width, role, 1, bold, color);
}

static void
add_shapes (TlScene *scene, const TlPalette *palette, guint kind, double y)
{
  TlColor  color = palette->kind[kind];
  TlPaint  fade = { .kind = TL_PAINT_FADE,
                    .color = tl_color_with_alpha (color, 0.6),
                    .from_x = 150,
                    .to_x = 300,
                    .start_width = kind % 2 == 0 ? 0 : 30,
                    .end_width = 50,
                    .end_alpha = 0.1 };
  TlPaint  hatch = { .kind = TL_PAINT_HATCH, .color = color };
  TlStroke dashed = tl_stroke (color, 1);
  TlPoint  triangle[] = { { 110, y }, { 120, y + 16 }, { 100, y + 16 } };

  dashed.dash[0] = 4;
  dashed.dash[1] = 3;
  tl_scene_add_rect (scene, (TlRect){ 10, y, 24, 14 }, 0,
                     tl_paint_color (color), tl_stroke_none ());
  tl_scene_add_circle (scene, (TlRect){ 50, y, 15, 15 }, tl_paint_color (color),
                       tl_stroke_none ());
  tl_scene_add_circle (scene, (TlRect){ 70, y, 25, 15 }, tl_paint_none (),
                       tl_stroke (color, 2));
  tl_scene_add_path (scene, triangle, 3, TRUE, tl_paint_color (color),
                     tl_stroke_none ());
  tl_scene_add_rect (scene, (TlRect){ 150, y, 150, 14 }, 7, fade,
                     tl_stroke_none ());
  tl_scene_add_rect (scene, (TlRect){ 320.5, y + 0.5, 60, 14 }, 3, hatch,
                     dashed);
}

TlScene *
make_sample (TlTextMeasurer *measurer, gboolean with_text)
{
  const TlPalette  *palette = tl_palette_get (TL_THEME_LIGHT);
  TlScene          *scene = tl_scene_new (600, 300);
  const char *const texts[] = { "Space security, Vienna", "about mid-January",
                                "\xd9\x85\xd8\xad\xd8\xa7\xd8\xaf\xd8\xab",
                                "Tests & <denials>" };

  tl_scene_add_rect (scene, (TlRect){ 0, 0, 600, 300 }, 0,
                     tl_paint_color (palette->background), tl_stroke_none ());
  for (guint i = 0; i < TL_N_KINDS; i++)
    {
      double y = 20 + 32 * i;

      tl_scene_begin_group (scene, "record", "A <title> & \"more\"");
      add_shapes (scene, palette, i, y);
      if (with_text)
        add_label (scene, measurer, texts[i % G_N_ELEMENTS (texts)], 400,
                   y + 12, TL_FONT_LABEL, i == 2, palette->text);
      tl_scene_end_group (scene);
    }
  tl_scene_begin_clip (scene, (TlRect){ 540, 40, 40, 60 });
  tl_scene_add_circle (scene, (TlRect){ 500, 10, 100, 100 },
                       tl_paint_color (palette->expiration), tl_stroke_none ());
  tl_scene_end_clip (scene);
  tl_scene_add_line (scene, 520.5, 0, 520.5, 300,
                     tl_stroke (palette->expiration, 1));
  return scene;
}

TlScene *
make_paper (void)
{
  TlScene *scene = tl_scene_new (200, 100);
  TlColor  white = { 1, 1, 1, 1 };

  tl_scene_add_rect (scene, (TlRect){ 0, 0, 200, 100 }, 0,
                     tl_paint_color (white), tl_stroke_none ());
  return scene;
}
