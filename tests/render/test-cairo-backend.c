/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render-fixture.h"

static const TlColor red = { 1, 0, 0, 1 };
static const TlColor black = { 0, 0, 0, 1 };

typedef struct
{
  TlTextMeasurer *measurer;
  TlScene        *scene;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->measurer = tl_text_measurer_new (NULL);
  self->scene = make_paper ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  tl_scene_free (self->scene);
  tl_text_measurer_unref (self->measurer);
}

/* Darkest channel value in a rectangle of pixels. */
static guint
get_darkest (cairo_surface_t *surface, int x0, int y0, int x1, int y1)
{
  guint darkest = 255;

  for (int y = y0; y < y1; y++)
    for (int x = x0; x < x1; x++)
      darkest = MIN (darkest, get_pixel (surface, x, y) & 0xff);
  return darkest;
}

static double
get_mean (cairo_surface_t *surface, int x0, int y0, int x1, int y1)
{
  double sum = 0;

  for (int y = y0; y < y1; y++)
    for (int x = x0; x < x1; x++)
      sum += get_pixel (surface, x, y) & 0xff;
  return sum / ((x1 - x0) * (y1 - y0));
}

static void
test_rect (Fixture *self, gconstpointer data)
{
  cairo_surface_t *surface;

  tl_scene_add_rect (self->scene, (TlRect){ 10, 10, 20, 20 }, 0,
                     tl_paint_color (red), tl_stroke_none ());
  tl_scene_add_rect (self->scene, (TlRect){ 50, 10, 20, 20 }, 10,
                     tl_paint_color (red), tl_stroke_none ());
  tl_scene_add_rect (self->scene, (TlRect){ 101, 11, 18, 18 }, 0,
                     tl_paint_none (), tl_stroke (red, 2));
  surface = draw_scene (self->scene, self->measurer, 1);
  g_assert_cmphex (get_rgb (surface, 10, 10), ==, 0xff0000);
  g_assert_cmphex (get_rgb (surface, 29, 29), ==, 0xff0000);
  g_assert_cmphex (get_rgb (surface, 9, 10), ==, 0xffffff);
  g_assert_cmphex (get_rgb (surface, 30, 29), ==, 0xffffff);
  /* Corners are round, the middle is full. */
  g_assert_cmphex (get_rgb (surface, 50, 10), ==, 0xffffff);
  g_assert_cmphex (get_rgb (surface, 60, 20), ==, 0xff0000);
  /* The stroke stands half outside of the rectangle. */
  g_assert_cmphex (get_rgb (surface, 100, 20), ==, 0xff0000);
  g_assert_cmphex (get_rgb (surface, 101, 20), ==, 0xff0000);
  g_assert_cmphex (get_rgb (surface, 102, 20), ==, 0xffffff);
  g_assert_cmphex (get_rgb (surface, 110, 20), ==, 0xffffff);
  cairo_surface_destroy (surface);
}

static void
test_shapes (Fixture *self, gconstpointer data)
{
  TlPoint          triangle[] = { { 60, 10 }, { 80, 50 }, { 40, 50 } };
  cairo_surface_t *surface;

  tl_scene_add_circle (self->scene, (TlRect){ 10, 10, 20, 40 },
                       tl_paint_color (red), tl_stroke_none ());
  tl_scene_add_path (self->scene, triangle, 3, TRUE, tl_paint_color (red),
                     tl_stroke_none ());
  tl_scene_add_circle (self->scene, (TlRect){ 100, 10, 0, 20 },
                       tl_paint_color (red), tl_stroke (red, 1));
  surface = draw_scene (self->scene, self->measurer, 1);
  g_assert_cmphex (get_rgb (surface, 20, 30), ==, 0xff0000);
  g_assert_cmphex (get_rgb (surface, 20, 12), ==, 0xff0000);
  g_assert_cmphex (get_rgb (surface, 11, 12), ==, 0xffffff);
  g_assert_cmphex (get_rgb (surface, 60, 40), ==, 0xff0000);
  g_assert_cmphex (get_rgb (surface, 45, 20), ==, 0xffffff);
  g_assert_cmphex (get_rgb (surface, 100, 20), ==, 0xffffff);
  cairo_surface_destroy (surface);
}

/* A line where the caller put it is one pixel wide, not two grey ones. */
static void
test_crisp_line (Fixture *self, gconstpointer data)
{
  TlStroke         dashed = tl_stroke (black, 1);
  cairo_surface_t *surface;

  dashed.dash[0] = 4;
  dashed.dash[1] = 2;
  tl_scene_add_line (self->scene, 10.5, 0, 10.5, 100, tl_stroke (black, 1));
  tl_scene_add_line (self->scene, 20, 50.5, 100, 50.5, dashed);
  tl_scene_add_line (self->scene, 20, 60.5, 100, 60.5, tl_stroke (black, 1));
  surface = draw_scene (self->scene, self->measurer, 1);
  g_assert_cmphex (get_rgb (surface, 9, 50), ==, 0xffffff);
  g_assert_cmphex (get_rgb (surface, 10, 50), ==, 0);
  g_assert_cmphex (get_rgb (surface, 11, 50), ==, 0xffffff);
  for (int x = 20; x < 100; x++)
    {
      g_assert_cmphex (get_rgb (surface, x, 50), ==,
                       (x - 20) % 6 < 4 ? 0 : 0xffffff);
      g_assert_cmphex (get_rgb (surface, x, 60), ==, 0);
    }
  cairo_surface_destroy (surface);
}

static void
test_clip (Fixture *self, gconstpointer data)
{
  cairo_surface_t *surface;

  tl_scene_begin_clip (self->scene, (TlRect){ 20, 20, 20, 20 });
  tl_scene_begin_clip (self->scene, (TlRect){ 30, 0, 100, 100 });
  tl_scene_add_rect (self->scene, (TlRect){ 0, 0, 200, 100 }, 0,
                     tl_paint_color (red), tl_stroke_none ());
  tl_scene_end_clip (self->scene);
  tl_scene_end_clip (self->scene);
  tl_scene_add_rect (self->scene, (TlRect){ 100, 0, 10, 10 }, 0,
                     tl_paint_color (red), tl_stroke_none ());
  surface = draw_scene (self->scene, self->measurer, 1);
  g_assert_cmphex (get_rgb (surface, 35, 30), ==, 0xff0000);
  g_assert_cmphex (get_rgb (surface, 25, 30), ==, 0xffffff);
  g_assert_cmphex (get_rgb (surface, 41, 30), ==, 0xffffff);
  g_assert_cmphex (get_rgb (surface, 105, 5), ==, 0xff0000);
  cairo_surface_destroy (surface);
}

static void
test_fade (Fixture *self, gconstpointer data)
{
  TlPaint          fade = { .kind = TL_PAINT_FADE,
                            .color = black,
                            .from_x = 20,
                            .to_x = 180,
                            .start_width = 40,
                            .end_width = 40,
                            .start_alpha = 0,
                            .end_alpha = 0.5 };
  cairo_surface_t *surface;
  guint            last = 255;

  tl_scene_add_rect (self->scene, (TlRect){ 20, 20, 160, 20 }, 0, fade,
                     tl_stroke_none ());
  surface = draw_scene (self->scene, self->measurer, 1);
  g_assert_cmpuint (get_pixel (surface, 20, 30) & 0xff, >, 248);
  for (int x = 20; x < 60; x++)
    {
      guint value = get_pixel (surface, x, 30) & 0xff;

      g_assert_cmpuint (value, <=, last);
      last = value;
    }
  g_assert_cmpuint (get_pixel (surface, 40, 30) & 0xff, >, 110);
  g_assert_cmpuint (get_pixel (surface, 40, 30) & 0xff, <, 140);
  for (int x = 61; x < 139; x++)
    g_assert_cmphex (get_rgb (surface, x, 30), ==, 0);
  g_assert_cmpuint (get_pixel (surface, 179, 30) & 0xff, >, 120);
  g_assert_cmpuint (get_pixel (surface, 179, 30) & 0xff, <, 132);
  cairo_surface_destroy (surface);
}

/* A quarter of the area, in the same places for two areas side by side. */
static void
test_hatch (Fixture *self, gconstpointer data)
{
  TlPaint hatch = { .kind = TL_PAINT_HATCH, .color = black };
  g_autoptr (TlScene) parts = make_paper ();
  cairo_surface_t *whole;
  cairo_surface_t *both;

  tl_scene_add_rect (self->scene, (TlRect){ 20, 20, 160, 60 }, 0, hatch,
                     tl_stroke_none ());
  tl_scene_add_rect (parts, (TlRect){ 20, 20, 73, 60 }, 0, hatch,
                     tl_stroke_none ());
  tl_scene_add_rect (parts, (TlRect){ 93, 20, 87, 60 }, 0, hatch,
                     tl_stroke_none ());
  whole = draw_scene (self->scene, self->measurer, 1);
  both = draw_scene (parts, self->measurer, 1);
  assert_near (get_mean (whole, 20, 20, 180, 80), 255 * 0.75, 4);
  g_assert_cmpuint (get_darkest (whole, 0, 0, 200, 20), ==, 255);
  g_assert_cmpuint (get_darkest (whole, 0, 0, 20, 100), ==, 255);
  g_assert_cmpfloat (get_mean_difference (whole, both), <, 0.2);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (both);
}

/* Ink stands within the measured width, on the baseline, in any script. */
static void
test_text_box (Fixture *self, gconstpointer data)
{
  const char *const texts[] = { "Hxn", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
                                "\xd0\x9c\xd0\x98\xd0\xa0",
                                "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d HI" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TlScene) scene = make_paper ();
      double width = tl_text_measurer_measure_scaled (self->measurer, texts[i],
                                                      TL_FONT_TITLE, 1, FALSE);
      int    right = 40 + (int)width + 2;
      cairo_surface_t *surface;

      g_assert_cmpfloat (width, >, 20);
      add_label (scene, self->measurer, texts[i], 40, 60, TL_FONT_TITLE, FALSE,
                 black);
      surface = draw_scene (scene, self->measurer, 1);
      g_assert_cmpuint (get_darkest (surface, 40, 40, right, 60), <, 80);
      g_assert_cmpuint (get_darkest (surface, 40, 40, 46, 60), <, 120);
      g_assert_cmpuint (get_darkest (surface, right - 8, 40, right, 60), <,
                        120);
      g_assert_cmpuint (get_darkest (surface, 0, 0, 38, 100), ==, 255);
      g_assert_cmpuint (get_darkest (surface, right, 0, 200, 100), ==, 255);
      g_assert_cmpuint (get_darkest (surface, 0, 0, 200, 40), ==, 255);
      g_assert_cmpuint (get_darkest (surface, 0, 62, 200, 100), ==, 255);
      cairo_surface_destroy (surface);
    }
}

/* Letters stand where they are also between two pixels. */
static void
test_text_between_pixels (Fixture *self, gconstpointer data)
{
  g_autoptr (TlScene) shifted = make_paper ();
  cairo_surface_t *a;
  cairo_surface_t *b;

  add_label (self->scene, self->measurer, "illi", 20, 50, TL_FONT_LABEL, FALSE,
             black);
  add_label (shifted, self->measurer, "illi", 20.5, 50, TL_FONT_LABEL, FALSE,
             black);
  a = draw_scene (self->scene, self->measurer, 1);
  b = draw_scene (shifted, self->measurer, 1);
  g_assert_cmpfloat (get_share_different (a, b, 30), >, 0);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* At so many pixels a point, letters are set otherwise than in a small
 * picture, but in the same place. */
static void
test_text_fine (Fixture *self, gconstpointer data)
{
  double width =
      tl_text_measurer_measure ("Vienna", TL_FONT_TITLE, self->measurer);
  int              right = (int)(4 * (40 + width)) + 8;
  cairo_surface_t *surface;

  add_label (self->scene, self->measurer, "Vienna", 40, 60, TL_FONT_TITLE,
             FALSE, black);
  surface = draw_scene (self->scene, self->measurer, 4);
  g_assert_cmpuint (get_darkest (surface, 160, 160, 184, 240), <, 80);
  g_assert_cmpuint (get_darkest (surface, right - 28, 160, right, 240), <, 80);
  g_assert_cmpuint (get_darkest (surface, 0, 0, 156, 400), ==, 255);
  g_assert_cmpuint (get_darkest (surface, right, 0, 800, 400), ==, 255);
  g_assert_cmpuint (get_darkest (surface, 0, 246, 800, 400), ==, 255);
  cairo_surface_destroy (surface);
}

static cairo_surface_t *
draw_tiles (const TlScene *scene, TlTextMeasurer *measurer, int size)
{
  int              width = (int)tl_scene_get_width (scene);
  int              height = (int)tl_scene_get_height (scene);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  for (int y = 0; y < height; y += size)
    for (int x = 0; x < width; x += size)
      {
        cairo_rectangle (cr, x, y, size, size);
        cairo_clip (cr);
        tl_cairo_draw_scene (cr, scene, measurer);
        cairo_reset_clip (cr);
      }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* What is passed over because it is out of sight would not have been seen. */
static void
test_tiles (Fixture *self, gconstpointer data)
{
  static const int sizes[] = { 23, 64, 150 };
  g_autoptr (TlScene) scene = make_sample (self->measurer, TRUE);
  TlPoint          corner[] = { { 450, 200 }, { 520, 203 }, { 450, 206 } };
  cairo_surface_t *whole;

  tl_scene_add_path (scene, corner, G_N_ELEMENTS (corner), FALSE,
                     tl_paint_none (), tl_stroke (black, 6));
  whole = draw_scene (scene, self->measurer, 1);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      cairo_surface_t *tiles = draw_tiles (scene, self->measurer, sizes[i]);

      /* Edges differ a little, as cairo draws them under a clip. */
      g_test_message ("mean %.4f", get_mean_difference (whole, tiles));
      assert_near (get_share_different (whole, tiles, 60), 0, 1e-12);
      cairo_surface_destroy (tiles);
    }
  cairo_surface_destroy (whole);
}

/* The caller's context is left as it was. */
static void
test_state_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (TlScene) scene = make_sample (self->measurer, TRUE);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 100, 100);
  cairo_t *cr = cairo_create (surface);
  double   x0, y0, x1, y1;

  cairo_set_line_width (cr, 7);
  cairo_move_to (cr, 3, 4);
  tl_cairo_draw_scene (cr, scene, self->measurer);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  assert_near (cairo_get_line_width (cr), 7, 1e-9);
  g_assert_cmpint (cairo_get_dash_count (cr), ==, 0);
  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  assert_near (x1 - x0, 100, 1e-9);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

#define ADD(name, function)                                                    \
  g_test_add ("/tl/cairo-backend/draw/" name, Fixture, NULL, set_up, function, \
              tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rect", test_rect);
  ADD ("shapes", test_shapes);
  ADD ("crisp-line", test_crisp_line);
  ADD ("clip", test_clip);
  ADD ("fade", test_fade);
  ADD ("hatch", test_hatch);
  ADD ("text-box", test_text_box);
  ADD ("text-between-pixels", test_text_between_pixels);
  ADD ("text-fine", test_text_fine);
  ADD ("tiles", test_tiles);
  ADD ("state-kept", test_state_kept);
  return g_test_run ();
}
