/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"
#include "layout-fixture.h"

#include <math.h>

static void
test_proportional (void)
{
  g_autoptr (TlWarp) warp = tl_warp_new_proportional ();

  g_assert_true (tl_warp_is_proportional (warp));
  g_assert_cmpuint (tl_warp_get_n_breaks (warp), ==, 0);
  assert_near (tl_warp_to_axis (warp, 86400), 1, 1e-12);
  assert_near (tl_warp_to_second (warp, -2), -172800, 1e-9);
}

static void
assert_monotone_and_invertible (const TlWarp *warp)
{
  double from = -1e10;
  double previous = tl_warp_to_axis (warp, from - 1);

  for (int i = 0; i <= 4000; i++)
    {
      double second = from + i * 5e6;
      double axis = tl_warp_to_axis (warp, second);

      g_assert_cmpfloat (axis, >, previous);
      assert_near (tl_warp_to_second (warp, axis), second, 1.0);
      previous = axis;
    }
}

static void
test_builtin_is_bursty (void)
{
  g_autoptr (TlDataset) dataset = fixture_new_builtin_dataset ();
  g_autoptr (TlWarp) warp = tl_warp_new_for_dataset (dataset);
  double july_14 =
      tl_warp_to_axis (warp, (double)(tl_calendar_day_number (2020, 7, 14) *
                                      TL_SECONDS_PER_DAY));
  double july_29 =
      tl_warp_to_axis (warp, (double)(tl_calendar_day_number (2020, 7, 29) *
                                      TL_SECONDS_PER_DAY));
  double start = tl_warp_to_axis (
      warp, (double)(tl_calendar_day_number (2013, 1, 1) * TL_SECONDS_PER_DAY));
  double end = tl_warp_to_axis (
      warp, (double)(tl_calendar_day_number (2021, 2, 6) * TL_SECONDS_PER_DAY));

  g_assert_cmpuint (tl_warp_get_n_breaks (warp), >, 4);
  /* Two weeks of eight years get a share that can be read. */
  g_assert_cmpfloat ((july_29 - july_14) / (end - start), >, 0.1);
  assert_monotone_and_invertible (warp);
}

static void
test_breaks_are_ordered (void)
{
  g_autoptr (TlDataset) dataset = fixture_new_builtin_dataset ();
  g_autoptr (TlWarp) warp = tl_warp_new_for_dataset (dataset);

  for (guint i = 0; i < tl_warp_get_n_breaks (warp); i++)
    {
      const TlWarpBreak *gap = tl_warp_get_break (warp, i);
      double             length = ((double)gap->to - (double)gap->from) / 86400;

      g_assert_cmpint (gap->from, <, gap->to);
      g_assert_cmpfloat (gap->axis_to - gap->axis_from, <, length);
      if (i > 0)
        g_assert_cmpint (tl_warp_get_break (warp, i - 1)->to, <=, gap->from);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)g_test_rand_int ());

  for (int i = 0; i < 20; i++)
    {
      g_autoptr (TlDataset) dataset =
          fixture_new_random_dataset (rand, (guint)i * 7);
      g_autoptr (TlWarp) warp = tl_warp_new_for_dataset (dataset);

      assert_monotone_and_invertible (warp);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/warp/proportional", test_proportional);
  g_test_add_func ("/tl/warp/builtin", test_builtin_is_bursty);
  g_test_add_func ("/tl/warp/breaks", test_breaks_are_ordered);
  g_test_add_func ("/tl/warp/random", test_random);
  return g_test_run ();
}
