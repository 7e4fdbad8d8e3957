/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"
#include "tl-viewport.h"

#include <math.h>

/* The viewport needs no display. Its axis is in days; unless a test says
 * otherwise, the records reach from 0 to 1000 and 1 px a day fits them all. */

#define WIDTH 1200.0
#define HEIGHT 400.0
#define FROM 0.0
#define TO 1000.0
#define N_ROUNDS 2000

static TlScale
make_scale (double origin, double px_per_unit)
{
  return (
      TlScale){ .origin = origin, .px_per_unit = px_per_unit, .width = WIDTH };
}

static TlViewport *
create_viewport (void)
{
  TlViewport *viewport = tl_viewport_new ();

  tl_viewport_set_size (viewport, WIDTH, HEIGHT);
  tl_viewport_set_extent (viewport, FROM, TO);
  tl_viewport_set_fit_scale (viewport, make_scale (-100, 1));
  return viewport;
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_new (void)
{
  g_autoptr (TlViewport) viewport = tl_viewport_new ();
  TlScale scale = tl_viewport_get_scale (viewport);

  g_assert_true (tl_viewport_get_fitted (viewport));
  g_assert_false (tl_viewport_get_mirrored (viewport));
  g_assert_cmpfloat (scale.px_per_unit, >, 0);
  g_assert_cmpfloat (scale.width, >, 0);
}

typedef struct
{
  const char *name;
  double      origin;
  double      px_per_unit;
  double      expected_origin;
  double      expected_px_per_unit;
} ClampCase;

/* A quarter of the view (300 px) stays filled; the fit may be shrunk to half; a
 * minute over the whole width is the closest. */
static const ClampCase clamp_cases[] = {
  { "inside", 200, 4, 200, 4 },
  { "gap-between-records", 400, 100, 400, 100 },
  { "before-the-first", -1000, 4, -225, 4 },
  { "after-the-last", 5000, 4, 925, 4 },
  { "shrunk-too-far", 500 - 6000, 0.1, 500 - 1200, 0.5 },
  { "small-data-leave-left", 2000, 0.5, 400, 0.5 },
  { "small-data-leave-right", -9000, 0.5, -1800, 0.5 },
  { "too-close", 500, 1e9, 500 + 600 / 1e9 - 1.0 / 2880, 1200 * 1440 },
};

static void
test_set_scale (gconstpointer data)
{
  const ClampCase *test = data;
  g_autoptr (TlViewport) viewport = create_viewport ();
  TlScale scale;

  tl_viewport_set_scale (viewport,
                         make_scale (test->origin, test->px_per_unit));
  scale = tl_viewport_get_scale (viewport);
  assert_near (scale.px_per_unit, test->expected_px_per_unit, 1e-6);
  assert_near (scale.origin, test->expected_origin, 1e-6);
  assert_near (scale.width, WIDTH, 1e-9);
  g_assert_false (tl_viewport_get_fitted (viewport));
}

static void
test_zoom_at_keeps_moment (void)
{
  g_autoptr (TlViewport) viewport = create_viewport ();

  for (guint mirrored = 0; mirrored < 2; mirrored++)
    for (guint i = 0; i < 20; i++)
      {
        double x = 150 + 45 * i;
        double before;

        tl_viewport_set_mirrored (viewport, mirrored == 1);
        tl_viewport_fit (viewport);
        before = tl_scale_to_axis (tl_viewport_get_scale (viewport), x);
        for (guint step = 0; step < 12; step++)
          tl_viewport_zoom_at (viewport, x, 1.3);
        assert_near (tl_scale_to_axis (tl_viewport_get_scale (viewport), x),
                     before, 1e-6);
      }
}

/* At the limit of zoom the picture must not creep sideways. */
static void
test_zoom_at_limit_is_still (void)
{
  g_autoptr (TlViewport) viewport = create_viewport ();
  TlScale scale;

  for (guint i = 0; i < 100; i++)
    tl_viewport_zoom_at (viewport, 333, 2);
  scale = tl_viewport_get_scale (viewport);
  g_assert_false (tl_viewport_can_zoom (viewport, 2));
  g_assert_true (tl_viewport_can_zoom (viewport, 0.5));
  tl_viewport_zoom_at (viewport, 900, 2);
  g_assert_true (tl_scale_equal (tl_viewport_get_scale (viewport), scale));

  for (guint i = 0; i < 100; i++)
    tl_viewport_zoom_at (viewport, 333, 0.5);
  scale = tl_viewport_get_scale (viewport);
  assert_near (scale.px_per_unit, 0.5, 1e-9);
  g_assert_false (tl_viewport_can_zoom (viewport, 0.5));
  tl_viewport_zoom_at (viewport, 900, 0.5);
  g_assert_true (tl_scale_equal (tl_viewport_get_scale (viewport), scale));
}

static void
test_pan (void)
{
  g_autoptr (TlViewport) viewport = create_viewport ();

  tl_viewport_set_content_height (viewport, 1000);
  tl_viewport_set_scale (viewport, make_scale (100, 4));
  tl_viewport_pan (viewport, -40, -30);
  assert_near (tl_viewport_get_scale (viewport).origin, 110, 1e-9);
  assert_near (tl_viewport_get_offset (viewport), 30, 1e-9);
  tl_viewport_pan (viewport, 40, 30);
  assert_near (tl_viewport_get_scale (viewport).origin, 100, 1e-9);
  assert_near (tl_viewport_get_offset (viewport), 0, 1e-9);

  tl_viewport_set_mirrored (viewport, TRUE);
  tl_viewport_pan (viewport, 40, 0);
  assert_near (tl_viewport_get_scale (viewport).origin, 110, 1e-9);
}

typedef struct
{
  const char *name;
  double      content_height;
  double      offset;
  double      expected;
} OffsetCase;

static const OffsetCase offset_cases[] = {
  { "all-visible", 300, 50, 0 },        { "exactly-full", 400, 1, 0 },
  { "within", 1000, 250, 250 },         { "above", 1000, -5, 0 },
  { "below-the-last", 1000, 800, 600 },
};

static void
test_set_offset (gconstpointer data)
{
  const OffsetCase *test = data;
  g_autoptr (TlViewport) viewport = create_viewport ();

  tl_viewport_set_content_height (viewport, test->content_height);
  tl_viewport_set_offset (viewport, test->offset);
  assert_near (tl_viewport_get_offset (viewport), test->expected, 1e-9);
}

static void
test_set_size_keeps_centre (void)
{
  g_autoptr (TlViewport) viewport = create_viewport ();
  double before;

  tl_viewport_set_scale (viewport, make_scale (300, 5));
  before = tl_scale_to_axis (tl_viewport_get_scale (viewport), WIDTH / 2);
  tl_viewport_set_size (viewport, 700, 300);
  tl_viewport_set_fit_scale (
      viewport, (TlScale){ .origin = -100, .px_per_unit = 0.6, .width = 700 });
  assert_near (tl_scale_to_axis (tl_viewport_get_scale (viewport), 350), before,
               1e-6);
  assert_near (tl_viewport_get_scale (viewport).px_per_unit, 5, 1e-9);
  assert_near (tl_viewport_get_height (viewport), 300, 1e-9);
}

static void
test_set_size_clamps_offset (void)
{
  g_autoptr (TlViewport) viewport = create_viewport ();

  tl_viewport_set_content_height (viewport, 1000);
  tl_viewport_set_offset (viewport, 600);
  tl_viewport_set_size (viewport, WIDTH, 700);
  assert_near (tl_viewport_get_offset (viewport), 300, 1e-9);
}

static void
test_fit_follows_size (void)
{
  g_autoptr (TlViewport) viewport = create_viewport ();
  TlScale fit = { .origin = -50, .px_per_unit = 0.5, .width = 600 };

  g_assert_true (tl_viewport_get_fitted (viewport));
  tl_viewport_set_size (viewport, 600, 300);
  tl_viewport_set_fit_scale (viewport, fit);
  g_assert_true (tl_scale_equal (tl_viewport_get_scale (viewport), fit));

  tl_viewport_pan (viewport, 10, 0);
  g_assert_false (tl_viewport_get_fitted (viewport));
  tl_viewport_fit (viewport);
  g_assert_true (tl_viewport_get_fitted (viewport));
  g_assert_true (tl_scale_equal (tl_viewport_get_scale (viewport), fit));
}

static void
test_properties (void)
{
  g_autoptr (TlViewport) viewport = create_viewport ();
  double   origin;
  double   px_per_unit;
  double   width;
  double   height;
  double   offset;
  gboolean mirrored;
  gboolean fitted;

  tl_viewport_set_content_height (viewport, 1000);
  tl_viewport_set_offset (viewport, 9999);
  tl_viewport_set_mirrored (viewport, TRUE);
  g_object_get (viewport, "origin", &origin, "px-per-unit", &px_per_unit,
                "width", &width, "height", &height, "offset", &offset,
                "mirrored", &mirrored, "fitted", &fitted, NULL);
  assert_near (origin, -100, 1e-9);
  assert_near (px_per_unit, 1, 1e-9);
  assert_near (width, WIDTH, 1e-9);
  assert_near (height, HEIGHT, 1e-9);
  assert_near (offset, 600, 1e-9);
  g_assert_true (mirrored);
  g_assert_true (fitted);
}

typedef struct
{
  const char *name;
  const char *property;
  void (*change) (TlViewport *viewport);
  guint expected;
} NotifyCase;

static void
change_zoom (TlViewport *viewport)
{
  tl_viewport_zoom_at (viewport, 300, 2);
}

static void
change_zoom_in_vain (TlViewport *viewport)
{
  tl_viewport_zoom_at (viewport, 300, 1);
}

static void
change_pan (TlViewport *viewport)
{
  tl_viewport_pan (viewport, 7, -7);
}

static void
change_size (TlViewport *viewport)
{
  tl_viewport_set_size (viewport, 900, 350);
}

static void
change_fit (TlViewport *viewport)
{
  tl_viewport_fit (viewport);
}

static const NotifyCase notify_cases[] = {
  { "zoom-origin", "origin", change_zoom, 1 },
  { "zoom-px-per-unit", "px-per-unit", change_zoom, 1 },
  { "zoom-fitted", "fitted", change_zoom, 1 },
  { "zoom-offset", "offset", change_zoom, 0 },
  { "zoom-in-vain", "px-per-unit", change_zoom_in_vain, 0 },
  { "pan-origin", "origin", change_pan, 1 },
  { "pan-offset", "offset", change_pan, 1 },
  { "pan-px-per-unit", "px-per-unit", change_pan, 0 },
  { "size-width", "width", change_size, 1 },
  { "size-height", "height", change_size, 1 },
  { "size-origin", "origin", change_size, 1 },
  { "fit-in-vain", "origin", change_fit, 0 },
};

static void
test_notify (gconstpointer data)
{
  const NotifyCase *test = data;
  g_autoptr (TlViewport) viewport = create_viewport ();
  g_autofree char *signal = g_strconcat ("notify::", test->property, NULL);
  guint            count = 0;

  tl_viewport_set_content_height (viewport, 1000);
  g_signal_connect (viewport, signal, G_CALLBACK (count_cb), &count);
  test->change (viewport);
  g_assert_cmpuint (count, ==, test->expected);
}

static void
change_at_random (TlViewport *viewport, GRand *random)
{
  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      tl_viewport_pan (viewport, g_rand_double_range (random, -5000, 5000),
                       g_rand_double_range (random, -500, 500));
      break;
    case 1:
      tl_viewport_zoom_at (viewport, g_rand_double_range (random, 0, WIDTH),
                           exp (g_rand_double_range (random, -3, 3)));
      break;
    case 2:
      tl_viewport_set_size (viewport, g_rand_double_range (random, 50, 3000),
                            g_rand_double_range (random, 0, 2000));
      break;
    case 3:
      tl_viewport_set_scale (
          viewport, make_scale (g_rand_double_range (random, -1e7, 1e7),
                                exp (g_rand_double_range (random, -30, 30))));
      break;
    case 4:
      tl_viewport_set_content_height (viewport,
                                      g_rand_double_range (random, 0, 3000));
      break;
    default:
      tl_viewport_set_mirrored (viewport, g_rand_boolean (random));
      break;
    }
}

/* Whatever is done, some of the records' extent shows, as much of it as was
 * promised, and the lanes are never scrolled away. */
static void
test_never_lost (void)
{
  g_autoptr (TlViewport) viewport = create_viewport ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20200728);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      TlScale scale;
      double  length;
      double  shown;

      change_at_random (viewport, random);
      scale = tl_viewport_get_scale (viewport);
      length = scale.width / scale.px_per_unit;
      shown = MIN (TO, scale.origin + length) - MAX (FROM, scale.origin);
      g_assert_cmpfloat (shown, >=, MIN (length / 4, TO - FROM) - 1e-6);
      g_assert_cmpfloat (scale.px_per_unit, >=, 0.5 - 1e-9);
      g_assert_cmpfloat (tl_viewport_get_offset (viewport), >=, 0);
      g_assert_true (
          tl_scale_equal (tl_viewport_clamp_scale (viewport, scale), scale));
    }
}

/* How close one may look depends on the dates. */
static void
test_set_closest (void)
{
  g_autoptr (TlViewport) viewport = create_viewport ();

  tl_viewport_zoom_at (viewport, 600, 1e9);
  assert_near (tl_viewport_get_scale (viewport).px_per_unit, WIDTH * 1440, 1);
  tl_viewport_set_closest (viewport, 2);
  assert_near (tl_viewport_get_scale (viewport).px_per_unit, WIDTH / 2, 1e-6);
}

static void
test_without_records (void)
{
  g_autoptr (TlViewport) viewport = tl_viewport_new ();

  tl_viewport_set_size (viewport, WIDTH, HEIGHT);
  tl_viewport_set_scale (viewport, make_scale (12345, 3));
  assert_near (tl_viewport_get_scale (viewport).origin, 12345, 1e-6);
  tl_viewport_fit (viewport);
  assert_near (tl_viewport_get_scale (viewport).origin, 12345, 1e-6);
}

static void
add_cases (const char   *function,
           const char   *name,
           gconstpointer data,
           GTestDataFunc test)
{
  g_autofree char *path =
      g_strdup_printf ("/tl/viewport/%s/%s", function, name);

  g_test_add_data_func (path, data, test);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/viewport/new/defaults", test_new);
  for (guint i = 0; i < G_N_ELEMENTS (clamp_cases); i++)
    add_cases ("set-scale", clamp_cases[i].name, &clamp_cases[i],
               test_set_scale);
  for (guint i = 0; i < G_N_ELEMENTS (offset_cases); i++)
    add_cases ("set-offset", offset_cases[i].name, &offset_cases[i],
               test_set_offset);
  for (guint i = 0; i < G_N_ELEMENTS (notify_cases); i++)
    add_cases ("notify", notify_cases[i].name, &notify_cases[i], test_notify);
  g_test_add_func ("/tl/viewport/zoom-at/keeps-moment",
                   test_zoom_at_keeps_moment);
  g_test_add_func ("/tl/viewport/zoom-at/limit-is-still",
                   test_zoom_at_limit_is_still);
  g_test_add_func ("/tl/viewport/pan/both-ways", test_pan);
  g_test_add_func ("/tl/viewport/set-size/keeps-centre",
                   test_set_size_keeps_centre);
  g_test_add_func ("/tl/viewport/set-size/clamps-offset",
                   test_set_size_clamps_offset);
  g_test_add_func ("/tl/viewport/fit/follows-size", test_fit_follows_size);
  g_test_add_func ("/tl/viewport/properties/as-getters", test_properties);
  g_test_add_func ("/tl/viewport/set-closest/zooms-out", test_set_closest);
  g_test_add_func ("/tl/viewport/clamp/never-lost", test_never_lost);
  g_test_add_func ("/tl/viewport/clamp/without-records", test_without_records);
  return g_test_run ();
}
