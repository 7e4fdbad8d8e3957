/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-fixture.h"
#include "tests/assert-near.h"

#include <math.h>

/* No label is cut at the edges of the whole picture, in layouts with long
 * words, of all records or of some, in all widths; what is not at the edges is
 * as if there were none. */

#define N_ROUNDS 30

/* Long words: most labels are as wide as labels may be. */
static double
measure_long (const char *text, TlFontRole role, gpointer data)
{
  return 2 * fixture_measure (text, role, data);
}

static Fixture *
new_fixture (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)g_test_rand_int ());
  Fixture *fixture = fixture_new_with_whole (
      fixture_new_random_dataset (rand, (guint)g_test_rand_int_range (1, 300)),
      (TlGroupBy)g_test_rand_int_range (0, 6), g_test_rand_bit (),
      (guint)g_test_rand_int_range (0, 9), g_test_rand_bit () ? 0 : 20);

  fixture->options.measure = measure_long;
  fixture->options.two_lines = g_test_rand_bit ();
  fixture->options.today =
      tl_calendar_day_number (g_test_rand_int_range (2000, 2024), 7, 29) *
      TL_SECONDS_PER_DAY;
  tl_layout_unref (fixture->layout);
  fixture->layout = tl_layout_new (&fixture->options);
  return fixture;
}

static double
random_width (void)
{
  return g_test_rand_double_range (200, 2000);
}

static const TlMark *
find_same (const TlView *view, const TlMark *mark)
{
  for (guint i = 0; i < view->n_marks; i++)
    if (view->marks[i].type == TL_MARK_RECORD &&
        view->marks[i].index == mark->index &&
        view->marks[i].lane == mark->lane)
      return &view->marks[i];
  return NULL;
}

/* A label that moved has moved across no line. */
static void
assert_crosses_no_more (const TlView *view, const TlMark *mark, TlRect plain)
{
  for (guint i = 0; i < view->n_flags; i++)
    {
      double x = view->flags[i].x;

      if (x <= plain.x || x >= plain.x + plain.width)
        g_assert_false (x > mark->label.x &&
                        x < mark->label.x + mark->label.width);
    }
}

/* What rules there are for labels holds at the edges, too. */
static void
assert_label_is_clear (const TlView *view, guint index)
{
  const TlMark *mark = &view->marks[index];

  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *other = &view->marks[i];

      if (i == index)
        continue;
      if (other->label_place != TL_LABEL_NONE)
        g_assert_false (tl_rect_overlaps (mark->label, other->label));
      if (other->type != TL_MARK_LIFE)
        g_assert_false (tl_rect_overlaps (mark->label, other->hit));
    }
  if (mark->label_place != TL_LABEL_INSIDE)
    g_assert_false (tl_rect_overlaps (mark->label, mark->hit));
}

/* Returns how many labels there are. */
static guint
assert_nothing_is_cut (const TlView *view, const TlView *plain)
{
  guint n_labels = 0;

  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *mark = &view->marks[i];

      if (mark->label_place == TL_LABEL_NONE)
        continue;
      g_assert_cmpfloat (mark->label.x, >=, -1e-3);
      g_assert_cmpfloat (mark->label.x + mark->label.width, <=,
                         view->scale.width + 1e-3);
      assert_label_is_clear (view, i);
      assert_crosses_no_more (view, mark, find_same (plain, mark)->label);
      n_labels++;
    }
  return n_labels;
}

static guint
check_picture (Fixture *fixture, TlScale scale)
{
  g_autoptr (TlLayout) layout = tl_layout_new (&fixture->options);
  g_autoptr (TlView) plain = tl_layout_get_view (layout, scale);
  g_autoptr (TlView) view = NULL;

  tl_layout_set_edges (layout, scale);
  view = tl_layout_get_view (layout, scale);
  return assert_nothing_is_cut (view, plain);
}

static void
test_fitted (void)
{
  guint n_labels = 0;

  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (Fixture) fixture = new_fixture ();

      for (int j = 0; j < 4; j++)
        n_labels += check_picture (fixture, tl_layout_fit (fixture->layout,
                                                           random_width (),
                                                           g_test_rand_bit ()));
    }
  g_assert_cmpuint (n_labels, >, N_ROUNDS);
}

/* Where the picture stays that of all records, and only some are there. */
static void
test_some_in_the_whole (void)
{
  guint n_labels = 0;

  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (Fixture) fixture = new_fixture ();
      TlScale whole =
          tl_layout_fit (fixture->layout, random_width (), g_test_rand_bit ());

      for (int j = 0; j < 4; j++)
        {
          fixture_filter (fixture, g_test_rand_int_range (5, 90));
          n_labels += check_picture (fixture, whole);
        }
    }
  g_assert_cmpuint (n_labels, >, N_ROUNDS);
}

static TlScale
random_part (TlLayout *layout)
{
  TlScale scale = { .width = random_width (), .mirrored = g_test_rand_bit () };
  double  from;
  double  to;

  tl_layout_get_extent (layout, &from, &to);
  scale.origin = g_test_rand_double_range (from, to);
  scale.px_per_unit =
      pow (2, g_test_rand_double_range (0, 6)) * scale.width / (to - from);
  return scale;
}

/* A picture of a part of the time, as of an export. */
static void
test_part_of_the_time (void)
{
  guint n_labels = 0;

  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (Fixture) fixture = new_fixture ();

      for (int j = 0; j < 4; j++)
        n_labels += check_picture (fixture, random_part (fixture->layout));
    }
  g_assert_cmpuint (n_labels, >, N_ROUNDS);
}

/* Neither the place of the view nor what is in it changes a label. */
static void
test_panning_changes_no_label (void)
{
  guint n_same = 0;

  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (Fixture) fixture = new_fixture ();
      TlScale fit = tl_layout_fit (fixture->layout, random_width (), FALSE);
      double  dx = g_test_rand_double_range (-300, 300);
      TlScale scale = fit;
      g_autoptr (TlView) before = NULL;
      g_autoptr (TlView) after = NULL;

      fixture_filter (fixture, 60);
      tl_layout_set_edges (fixture->layout, fit);
      scale.px_per_unit *= pow (2, g_test_rand_double_range (-1, 3));
      before = tl_layout_get_view (fixture->layout, scale);
      after = tl_layout_get_view (fixture->layout, tl_scale_pan (scale, dx));
      for (guint j = 0; j < before->n_marks; j++)
        {
          const TlMark *mark = &before->marks[j];
          const TlMark *same = find_same (after, mark);

          if (mark->type != TL_MARK_RECORD || same == NULL)
            continue;
          g_assert_cmpuint (same->label_place, ==, mark->label_place);
          assert_near (same->label.width, mark->label.width, 1e-3);
          if (mark->label_place != TL_LABEL_NONE)
            assert_near (same->label.x, mark->label.x + dx, 1e-3);
          n_same++;
        }
    }
  g_assert_cmpuint (n_same, >, N_ROUNDS);
}

/* Labels that are within the edges are what they are without any; the others
 * are shorter. */
static void
test_only_cut_labels_change (void)
{
  guint n_changed = 0;

  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (Fixture) fixture = new_fixture ();
      TlScale scale = random_part (fixture->layout);
      g_autoptr (TlView) plain = NULL;
      g_autoptr (TlView) edged = NULL;

      fixture_filter (fixture, 60);
      plain = tl_layout_get_view (fixture->layout, scale);
      g_assert_true (tl_layout_set_edges (fixture->layout, scale));
      g_assert_false (tl_layout_set_edges (fixture->layout, scale));
      edged = tl_layout_get_view (fixture->layout, scale);
      for (guint j = 0; j < plain->n_marks; j++)
        {
          const TlMark *mark = &plain->marks[j];
          const TlMark *same = find_same (edged, mark);
          gboolean      is_cut = mark->label.x < 0 ||
                            mark->label.x + mark->label.width > scale.width;

          if (mark->type != TL_MARK_RECORD ||
              mark->label_place == TL_LABEL_NONE)
            continue;
          if (is_cut)
            g_assert_true (same == NULL || same->label_place == TL_LABEL_NONE ||
                           same->label.width < mark->label.width ||
                           mark->label_place == TL_LABEL_INSIDE);
          else
            {
              g_assert_nonnull (same);
              g_assert_cmpuint (same->label_place, ==, mark->label_place);
              assert_near (same->label.x, mark->label.x, 1e-9);
              assert_near (same->label.width, mark->label.width, 1e-9);
            }
          n_changed += is_cut ? 1 : 0;
        }
    }
  g_assert_cmpuint (n_changed, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/layout/edges/fitted", test_fitted);
  g_test_add_func ("/tl/layout/edges/some", test_some_in_the_whole);
  g_test_add_func ("/tl/layout/edges/part", test_part_of_the_time);
  g_test_add_func ("/tl/layout/edges/pan", test_panning_changes_no_label);
  g_test_add_func ("/tl/layout/edges/others", test_only_cut_labels_change);
  return g_test_run ();
}
