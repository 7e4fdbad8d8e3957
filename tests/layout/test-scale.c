/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"
#include "tl-scale.h"

#include <math.h>

static TlScale
random_scale (void)
{
  return (TlScale){
    .origin = g_test_rand_double_range (-1e5, 1e5),
    .px_per_unit = pow (10, g_test_rand_double_range (-3, 4)),
    .width = g_test_rand_double_range (100, 4000),
    .mirrored = g_test_rand_bit (),
  };
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 1000; i++)
    {
      TlScale scale = random_scale ();
      double  x = g_test_rand_double_range (0, scale.width);
      double  back = tl_scale_to_x (scale, tl_scale_to_axis (scale, x));

      assert_near (back, x, 1e-4);
    }
}

static void
test_zoom_keeps_the_moment_under_the_pointer (void)
{
  for (int i = 0; i < 1000; i++)
    {
      TlScale scale = random_scale ();
      double  x = g_test_rand_double_range (0, scale.width);
      double  axis = tl_scale_to_axis (scale, x);
      TlScale zoomed =
          tl_scale_zoom_at (scale, x, g_test_rand_double_range (0.2, 5));

      assert_near (tl_scale_to_x (zoomed, axis), x, 1e-3);
    }
}

static void
test_zoom_has_limits (void)
{
  TlScale scale = { .px_per_unit = 1, .width = 1000 };

  for (int i = 0; i < 200; i++)
    scale = tl_scale_zoom_at (scale, 500, 10);
  g_assert_cmpfloat (scale.px_per_unit, <=, TL_SCALE_MAX);
  for (int i = 0; i < 200; i++)
    scale = tl_scale_zoom_at (scale, 500, 0.1);
  g_assert_cmpfloat (scale.px_per_unit, >=, TL_SCALE_MIN);
  g_assert_true (isfinite (scale.origin));
}

static void
test_pan_moves_the_picture (void)
{
  for (int i = 0; i < 1000; i++)
    {
      TlScale scale = random_scale ();
      double  dx = g_test_rand_double_range (-500, 500);
      double  axis = tl_scale_to_axis (scale, 10);
      TlScale panned = tl_scale_pan (scale, dx);

      assert_near (tl_scale_to_x (panned, axis), 10 + dx, 1e-3);
    }
}

static void
test_fit_shows_the_range (void)
{
  for (int i = 0; i < 1000; i++)
    {
      TlScale scale = random_scale ();
      double  from = g_test_rand_double_range (-1e4, 1e4);
      double  to = from + g_test_rand_double_range (0.01, 1e4);
      double  a;
      double  b;

      scale = tl_scale_fit (scale, from, to, 20);
      a = tl_scale_to_x (scale, from);
      b = tl_scale_to_x (scale, to);
      assert_near (MIN (a, b), 20, 1e-3);
      assert_near (MAX (a, b), scale.width - 20, 1e-3);
    }
}

static void
test_interpolate_begins_and_ends (void)
{
  for (int i = 0; i < 100; i++)
    {
      TlScale a = random_scale ();
      TlScale b = random_scale ();
      TlScale start;
      TlScale end;

      b.width = a.width;
      b.mirrored = a.mirrored;
      b.origin = a.origin + g_test_rand_double_range (-10, 10);
      start = tl_scale_interpolate (a, b, 0);
      end = tl_scale_interpolate (a, b, 1);
      assert_near ((start.origin - a.origin) * a.px_per_unit, 0, 0.1);
      assert_near ((end.origin - b.origin) * b.px_per_unit, 0, 0.1);
      assert_near (end.px_per_unit / b.px_per_unit, 1, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/scale/round-trip", test_round_trip);
  g_test_add_func ("/tl/scale/zoom/pointer",
                   test_zoom_keeps_the_moment_under_the_pointer);
  g_test_add_func ("/tl/scale/zoom/limits", test_zoom_has_limits);
  g_test_add_func ("/tl/scale/pan", test_pan_moves_the_picture);
  g_test_add_func ("/tl/scale/fit", test_fit_shows_the_range);
  g_test_add_func ("/tl/scale/interpolate", test_interpolate_begins_and_ends);
  return g_test_run ();
}
