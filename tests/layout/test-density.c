/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"
#include "layout-fixture.h"
#include "tl-density.h"

/* Records in bars: each is counted once, where its mark is. */

static guint
add_up (guint n_bars, guint (*bars)[TL_DENSITY_N_SORTS], guint sort)
{
  guint sum = 0;

  for (guint i = 0; i < n_bars; i++)
    sum += bars[i][sort];
  return sum;
}

static TlDensity *
count_all (Fixture *fixture, double *from, double *to)
{
  tl_layout_get_extent (fixture->layout, from, to);
  return tl_density_new (fixture->dataset,
                         (const guint *)(void *)fixture->records->data,
                         fixture->records->len, fixture->warp, *from, *to);
}

static void
assert_counted (Fixture *fixture, const TlDensity *density, guint n_bars)
{
  const TlEntry *entries = tl_dataset_get_entries (fixture->dataset);
  g_autofree     guint (*bars)[TL_DENSITY_N_SORTS] =
      g_malloc_n (n_bars, sizeof *bars);
  guint by_sort[TL_DENSITY_N_SORTS] = { 0 };
  guint n_undated = 0;

  for (guint i = 0; i < fixture->records->len; i++)
    {
      guint          record = g_array_index (fixture->records, guint, i);
      const TlEntry *entry = &entries[record];

      if (entry->span.start != TL_BOUND_KNOWN &&
          entry->span.end != TL_BOUND_KNOWN)
        n_undated++;
      else if (entry->act == TL_ACT_EXPIRATION)
        by_sort[TL_DENSITY_EXPIRATION]++;
      else
        by_sort[entry->kind]++;
    }
  tl_density_get_bars (density, n_bars, bars);
  for (guint sort = 0; sort < TL_DENSITY_N_SORTS; sort++)
    g_assert_cmpuint (add_up (n_bars, bars, sort), ==, by_sort[sort]);
  g_assert_cmpuint (tl_density_get_n_undated (density), ==, n_undated);
}

/* Whatever the width. */
static void
test_each_once (void)
{
  static const guint widths[] = { 1, 2, 7, 150, 640, 4096, 5000 };

  for (int i = 0; i < 12; i++)
    {
      g_autoptr (GRand) rand =
          g_rand_new_with_seed ((guint32)g_test_rand_int ());
      g_autoptr (Fixture) fixture =
          fixture_new (fixture_new_random_dataset (
                           rand, (guint)g_test_rand_int_range (0, 300)),
                       TL_GROUP_BY_KIND, g_test_rand_bit (), 0);
      double from;
      double to;
      g_autoptr (TlDensity) density = NULL;

      fixture_filter (fixture, 70);
      density = count_all (fixture, &from, &to);
      for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
        assert_counted (fixture, density, widths[j]);
    }
}

/* A record is counted in the bar in which its mark has its glyph. */
static void
test_where_the_mark_is (void)
{
  g_autoptr (Fixture) fixture =
      fixture_new (fixture_new_builtin_dataset (), TL_GROUP_BY_NONE, FALSE, 0);
  TlScale scale = tl_layout_fit (fixture->layout, 900000, FALSE);
  g_autoptr (TlView) view = tl_layout_get_view (fixture->layout, scale);
  const TlEntry *entries = tl_dataset_get_entries (fixture->dataset);
  guint          n_compared = 0;

  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *mark = &view->marks[i];
      double        axis;

      if (mark->type != TL_MARK_RECORD)
        continue;
      g_assert_true (
          tl_density_place (&entries[mark->index].span, fixture->warp, &axis));
      /* Glyphs of what lasted stand within its bar. */
      assert_near (tl_scale_to_x (scale, axis), mark->glyph_x, 40);
      n_compared++;
    }
  g_assert_cmpuint (n_compared, >, 30);
}

static void
test_one_place (void)
{
  g_autoptr (Fixture) fixture =
      fixture_new (fixture_new_builtin_dataset (), TL_GROUP_BY_KIND, FALSE, 0);
  guint record = 3;
  g_autoptr (TlDensity) density =
      tl_density_new (fixture->dataset, &record, 1, fixture->warp, 5, 5);
  guint bars[4][TL_DENSITY_N_SORTS];
  guint sum = 0;

  tl_density_get_bars (density, 4, bars);
  for (guint sort = 0; sort < TL_DENSITY_N_SORTS; sort++)
    sum += add_up (4, bars, sort);
  g_assert_cmpuint (sum, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/density/each-once", test_each_once);
  g_test_add_func ("/tl/density/place", test_where_the_mark_is);
  g_test_add_func ("/tl/density/one-place", test_one_place);
  return g_test_run ();
}
