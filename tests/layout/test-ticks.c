/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"
#include "layout-fixture.h"
#include "tl-ticks.h"

#include <math.h>

static TlTicks *
make_ticks (const TlWarp *warp, TlScale scale, TlDateFormatter *formatter)
{
  return tl_ticks_new (warp, scale, formatter, fixture_measure, NULL);
}

static void
assert_labels_apart (const TlTicks *ticks)
{
  for (guint i = 0; i < ticks->n_ticks; i++)
    for (guint j = i + 1; j < ticks->n_ticks; j++)
      {
        const TlTick *a = &ticks->ticks[i];
        const TlTick *b = &ticks->ticks[j];

        if (a->label == NULL || b->label == NULL || a->major != b->major)
          continue;
        g_assert_true (a->label_x + a->label_width <= b->label_x + 1e-6 ||
                       b->label_x + b->label_width <= a->label_x + 1e-6);
      }
}

static TlScale
random_scale (double axis_from, double axis_to)
{
  TlScale scale = { .width = g_test_rand_double_range (400, 2500) };

  scale.px_per_unit = pow (10, g_test_rand_double_range (-1.5, 5));
  scale.origin = g_test_rand_double_range (axis_from, axis_to);
  scale.mirrored = g_test_rand_bit ();
  return scale;
}

static void
test_labels_never_overlap (void)
{
  g_autoptr (Fixture) fixture =
      fixture_new (fixture_new_builtin_dataset (), TL_GROUP_BY_KIND, FALSE, 0);
  g_autoptr (TlWarp) plain = tl_warp_new_proportional ();
  double from;
  double to;

  tl_layout_get_extent (fixture->layout, &from, &to);
  for (int i = 0; i < 300; i++)
    {
      const TlWarp *warp = i % 2 == 0 ? fixture->warp : plain;
      g_autoptr (TlTicks) ticks =
          make_ticks (warp,
                      i % 2 == 0 ? random_scale (from - 20, to + 20)
                                 : random_scale (-10000, 20000),
                      fixture->formatter);

      assert_labels_apart (ticks);
    }
}

/* What both pictures show is the same in both, only moved. */
static void
test_panning_changes_no_label (void)
{
  g_autoptr (Fixture) fixture =
      fixture_new (fixture_new_builtin_dataset (), TL_GROUP_BY_KIND, FALSE, 0);
  double from;
  double to;

  tl_layout_get_extent (fixture->layout, &from, &to);
  for (int i = 0; i < 300; i++)
    {
      TlScale scale = random_scale (from, to);
      double  dx = g_test_rand_double_range (-300, 300);
      TlScale panned;
      g_autoptr (TlTicks) before = NULL;
      g_autoptr (TlTicks) after = NULL;

      scale.mirrored = FALSE;
      panned = tl_scale_pan (scale, dx);
      before = make_ticks (fixture->warp, scale, fixture->formatter);
      after = make_ticks (fixture->warp, panned, fixture->formatter);
      for (guint j = 0; j < before->n_ticks; j++)
        {
          const TlTick *tick = &before->ticks[j];
          gboolean      found = FALSE;

          if (tick->label == NULL || tick->x < 0 || tick->x + dx < 0 ||
              tick->x + dx > scale.width)
            continue;
          for (guint k = 0; k < after->n_ticks && !found; k++)
            found = after->ticks[k].second == tick->second &&
                    after->ticks[k].major == tick->major &&
                    g_strcmp0 (after->ticks[k].label, tick->label) == 0 &&
                    fabs (after->ticks[k].x - tick->x - dx) < 0.01;
          g_assert_true (found);
        }
    }
}

static void
test_density_of_the_lower_level (void)
{
  g_autoptr (TlWarp) warp = tl_warp_new_proportional ();
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new ("en");

  for (double exponent = -3; exponent < 6; exponent += 0.05)
    {
      TlScale scale = { .width = 1000, .px_per_unit = pow (10, exponent) };
      guint   n_major = 0;
      guint   n_minor = 0;
      g_autoptr (TlTicks) ticks = NULL;

      scale.origin = 18262;
      ticks = make_ticks (warp, scale, formatter);
      for (guint i = 0; i < ticks->n_ticks; i++)
        if (ticks->ticks[i].label != NULL)
          *(ticks->ticks[i].major ? &n_major : &n_minor) += 1;
      g_test_message ("%g px a day: %u and %u labels", scale.px_per_unit,
                      n_major, n_minor);
      g_assert_cmpuint (n_minor, <=, 12);
      g_assert_cmpuint (MAX (n_minor, n_major), >=, 3);
      g_assert_cmpuint (n_major, >=, 1);
      g_assert_cmpuint (n_major, <=, 12);
    }
}

static void
test_ticks_stand_on_the_calendar (void)
{
  g_autoptr (TlWarp) warp = tl_warp_new_proportional ();
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new ("en");

  for (int i = 0; i < 300; i++)
    {
      TlScale scale = random_scale (-700000, 40000);
      g_autoptr (TlTicks) ticks = NULL;

      ticks = make_ticks (warp, scale, formatter);
      for (guint j = 0; j < ticks->n_ticks; j++)
        {
          const TlTick *tick = &ticks->ticks[j];
          double        x = tl_scale_to_x (
                     scale, tl_warp_to_axis (warp, (double)tick->second));

          /* The context at the edge has no tick of its own. */
          if (tick->x >= 0 && tick->x <= scale.width)
            assert_near (tick->x, x, 0.01);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/ticks/labels/apart", test_labels_never_overlap);
  g_test_add_func ("/tl/ticks/labels/pan", test_panning_changes_no_label);
  g_test_add_func ("/tl/ticks/labels/density", test_density_of_the_lower_level);
  g_test_add_func ("/tl/ticks/calendar", test_ticks_stand_on_the_calendar);
  return g_test_run ();
}
