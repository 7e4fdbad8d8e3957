/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"
#include "layout-fixture.h"
#include "scale-fixture.h"

#include <math.h>

/* The rules of the picture at sizes where lanes are decided piece by piece,
 * and for hostile shapes: everything is drawn or clustered exactly once in
 * each lane, what was looked at before changes nothing, labels never overlap,
 * pick and find return what was drawn, and the work follows the picture. */

#define N_VIEWS 12
#define MAX_WHOLE_WIDTH 60000.0
/* Reading takes most of the time, and far more of it under a sanitizer. */
#ifdef __SANITIZE_ADDRESS__
#define N_SMALL 2100
#define N_LARGE 4000
#define N_HUGE 6000
#else
#define N_SMALL 3000
#define N_LARGE 20000
#define N_HUGE 100000
#endif
/* Of a picture 1920 pixels wide with the seven lanes of the fixture. */
#define MAX_VISITED 3000
#define MAX_MEASURED 1200

static Fixture *
new_fixture (ScaleShape shape, guint n)
{
  return fixture_new (
      scale_new_dataset (shape, n), TL_GROUP_BY_KIND, g_test_rand_bit (),
      (guint)(g_test_rand_bit () ? 0 : g_test_rand_int_range (1, 9)));
}

static TlScale
random_scale (TlLayout *layout)
{
  double  from;
  double  to;
  TlScale scale = tl_layout_fit (layout, 1920, FALSE);
  double  magnified = g_test_rand_double_range (-0.3, 7);

  tl_layout_get_extent (layout, &from, &to);
  scale.px_per_unit =
      MIN (scale.px_per_unit * pow (10, magnified), TL_SCALE_MAX);
  scale.origin =
      g_test_rand_double_range (from, to) - scale.width / 2 / scale.px_per_unit;
  return scale;
}

static void
count_record (guint8 *seen, guint n_records, guint lane, guint record)
{
  gsize place = (gsize)lane * n_records + record;

  g_assert_cmpuint (seen[place], ==, 0);
  seen[place] = 1;
}

static void
assert_all_once (Fixture *fixture, TlScale scale)
{
  TlLayout *layout = fixture->layout;
  guint     n = fixture->records->len;
  guint     total = 0;
  double    from;
  double    to;
  g_autoptr (TlView) view = NULL;
  g_autofree guint8 *seen = NULL;

  tl_layout_get_extent (layout, &from, &to);
  scale.px_per_unit = MIN (scale.px_per_unit, MAX_WHOLE_WIDTH / (to - from));
  scale.origin = from - 1000 / scale.px_per_unit;
  scale.width = (to - from) * scale.px_per_unit + 2000;
  view = tl_layout_get_view (layout, scale);
  seen = g_new0 (guint8, (gsize)n * view->n_groups);
  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *mark = &view->marks[i];
      guint         n_members;
      const guint  *members;

      total += mark->count;
      if (mark->type == TL_MARK_RECORD)
        count_record (seen, n, mark->lane, mark->index);
      if (mark->type != TL_MARK_CLUSTER)
        continue;
      members =
          tl_layout_get_cluster (layout, scale, mark->cluster, &n_members);
      g_assert_cmpuint (n_members, ==, mark->count);
      g_assert_cmpuint (members[0], ==, mark->index);
      for (guint j = 0; j < n_members; j++)
        count_record (seen, n, mark->lane, members[j]);
    }
  g_assert_cmpuint (total, ==, n);
}

/* There and back, and without ever having been elsewhere. */
static void
assert_independent_of_history (Fixture *fixture, TlScale scale)
{
  g_autoptr (TlView) before = tl_layout_get_view (fixture->layout, scale);
  g_autoptr (TlView) after = NULL;
  TlScale moved = scale;

  for (int i = 0; i < 40; i++)
    {
      moved = tl_scale_pan (moved, g_test_rand_double_range (-900, 900));
      tl_view_free (tl_layout_get_view (fixture->layout, moved));
    }
  tl_view_free (
      tl_layout_get_view (fixture->layout, random_scale (fixture->layout)));
  after = tl_layout_get_view (fixture->layout, scale);
  fixture_assert_same_marks (before, after, TRUE);
}

static void
assert_parts_agree (Fixture *fixture, TlScale scale)
{
  TlScale part = scale;
  g_autoptr (TlView) whole = tl_layout_get_view (fixture->layout, scale);
  g_autoptr (TlView) view = NULL;
  guint next = 0;

  part.width = g_test_rand_double_range (50, 700);
  part = tl_scale_pan (part, -g_test_rand_double_range (0, 1200));
  view = tl_layout_get_view (fixture->layout, part);
  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *mark = &view->marks[i];

      while (next < whole->n_marks &&
             (whole->marks[next].type != mark->type ||
              whole->marks[next].index != mark->index ||
              whole->marks[next].cluster != mark->cluster))
        next++;
      g_assert_cmpuint (next, <, whole->n_marks);
      g_assert_cmpuint (whole->marks[next].row, ==, mark->row);
      g_assert_cmpuint (whole->marks[next].label_place, ==, mark->label_place);
      g_assert_cmpuint (whole->marks[next].count, ==, mark->count);
    }
}

static void
assert_nothing_overlaps (const TlView *view)
{
  for (guint i = 0; i < view->n_marks; i++)
    for (guint j = 0; j < view->n_marks; j++)
      {
        const TlMark *a = &view->marks[i];
        const TlMark *b = &view->marks[j];
        TlRect        inner = a->hit;

        if (i == j)
          continue;
        inner.x += 0.01;
        inner.width -= 0.02;
        g_assert_false (tl_rect_overlaps (inner, b->hit));
        if (a->label_place == TL_LABEL_NONE)
          continue;
        g_assert_false (tl_rect_overlaps (a->label, b->hit));
        if (b->label_place != TL_LABEL_NONE)
          g_assert_false (tl_rect_overlaps (a->label, b->label));
      }
}

static void
assert_pick_agrees (const TlView *view)
{
  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *mark = &view->marks[i];

      g_assert_cmpuint (tl_view_pick (view, mark->glyph_x, mark->y), ==, i);
      if (mark->label_place != TL_LABEL_NONE)
        g_assert_cmpuint (tl_view_pick (view,
                                        mark->label.x + mark->label.width / 2,
                                        mark->label.y + 1),
                          ==, i);
    }
}

/* Where a record is in time, a picture of any zoom shows it or its cluster. */
static void
assert_reachable (Fixture *fixture, TlScale scale)
{
  guint record =
      (guint)g_test_rand_int_range (0, (gint32)fixture->records->len);
  TlSpan span = tl_dataset_get_entries (fixture->dataset)[record].span;
  TlSpan start = span;
  double axis;
  guint  mark;
  g_autoptr (TlView) view = NULL;
  g_autoptr (TlView) other = NULL;

  axis = tl_warp_to_axis (fixture->warp, (double)tl_span_get_middle (span));
  scale.origin = axis - scale.width / 2 / scale.px_per_unit;
  view = tl_layout_get_view (fixture->layout, scale);
  mark = tl_view_find_record (view, record);
  if (mark == TL_NONE)
    {
      /* The glyph of what lasted stands at its start. */
      scale.origin = tl_warp_to_axis (fixture->warp, (double)start.earliest) -
                     scale.width / 2 / scale.px_per_unit;
      other = tl_layout_get_view (fixture->layout, scale);
      mark = tl_view_find_record (other, record);
      g_assert_cmpuint (mark, !=, TL_NONE);
      g_clear_pointer (&view, tl_view_free);
      view = g_steal_pointer (&other);
    }
  if (view->marks[mark].type == TL_MARK_CLUSTER)
    {
      guint        n;
      guint        found = 0;
      const guint *members = tl_layout_get_cluster (
          fixture->layout, scale, view->marks[mark].cluster, &n);

      for (guint i = 0; i < n; i++)
        found += members[i] == record ? 1 : 0;
      g_assert_cmpuint (found, ==, 1);
    }
  else
    g_assert_cmpuint (view->marks[mark].index, ==, record);
}

static void
assert_work_is_bounded (Fixture *fixture, TlScale scale)
{
  TlLayoutCounts before = tl_layout_get_counts (fixture->layout);
  TlLayoutCounts after;

  tl_view_free (tl_layout_get_view (fixture->layout, scale));
  after = tl_layout_get_counts (fixture->layout);
  g_assert_cmpuint (after.n_visited - before.n_visited, <, MAX_VISITED);
  g_assert_cmpuint (after.n_measured - before.n_measured, <, MAX_MEASURED);
}

static void
assert_rules (Fixture *fixture, guint n_views)
{
  for (guint i = 0; i < n_views; i++)
    {
      TlScale scale = random_scale (fixture->layout);
      g_autoptr (TlView) view = NULL;

      assert_work_is_bounded (fixture, scale);
      view = tl_layout_get_view (fixture->layout, scale);
      assert_nothing_overlaps (view);
      assert_pick_agrees (view);
      assert_independent_of_history (fixture, scale);
      assert_parts_agree (fixture, scale);
      for (int j = 0; j < 20; j++)
        assert_reachable (fixture, scale);
      if (i % 3 == 0)
        assert_all_once (fixture, scale);
    }
}

static void
test_shape (gconstpointer data)
{
  ScaleShape shape = (ScaleShape)GPOINTER_TO_UINT (data);
  g_autoptr (Fixture) small = new_fixture (shape, N_SMALL);
  g_autoptr (Fixture) large = new_fixture (shape, N_LARGE);

  assert_rules (small, N_VIEWS);
  assert_rules (large, N_VIEWS);
}

static void
test_hundred_thousand (void)
{
  g_autoptr (Fixture) fixture = new_fixture (SCALE_MIXED, N_HUGE);

  assert_rules (fixture, N_VIEWS);
}

static void
test_million (void)
{
  if (!g_test_slow ())
    {
      g_test_skip ("takes long");
      return;
    }
  for (guint i = 0; i < SCALE_N_SHAPES; i++)
    {
      g_autoptr (Fixture) fixture = new_fixture ((ScaleShape)i, 1000000);

      assert_rules (fixture, 3);
    }
}

/* Whoever had a look at a place first, it looks the same. */
static void
test_same_from_anew (void)
{
  g_autoptr (Fixture) first = fixture_new (
      scale_new_dataset (SCALE_MIXED, 8000), TL_GROUP_BY_KIND, FALSE, 0);
  g_autoptr (Fixture) second = fixture_new (
      scale_new_dataset (SCALE_MIXED, 8000), TL_GROUP_BY_KIND, FALSE, 0);

  for (int i = 0; i < 60; i++)
    {
      TlScale scale = random_scale (first->layout);
      g_autoptr (TlView) a = tl_layout_get_view (first->layout, scale);
      g_autoptr (TlView) b = NULL;

      for (int j = 0; j < 3; j++)
        tl_view_free (tl_layout_get_view (
            second->layout,
            tl_scale_pan (scale, g_test_rand_double_range (-2000, 2000))));
      b = tl_layout_get_view (second->layout, scale);
      fixture_assert_same_marks (a, b, FALSE);
    }
}

/* The rows of large lanes are there at every place and zoom. */
static void
test_height_is_constant (void)
{
  g_autoptr (Fixture) fixture = new_fixture (SCALE_MIXED, 5000);
  double height = 0;

  for (int i = 0; i < 30; i++)
    {
      g_autoptr (TlView) view =
          tl_layout_get_view (fixture->layout, random_scale (fixture->layout));

      if (i > 0)
        assert_near (view->height, height, 1e-9);
      height = view->height;
    }
}

static double
find_y (Fixture *fixture, TlScale scale, guint record)
{
  guint  mark;
  TlSpan span = tl_dataset_get_entries (fixture->dataset)[record].span;
  double axis;
  g_autoptr (TlView) view = NULL;

  axis = tl_warp_to_axis (fixture->warp, (double)span.earliest);
  scale.width = 8000;
  scale.origin = axis - scale.width / 2 / scale.px_per_unit;
  view = tl_layout_get_view (fixture->layout, scale);
  mark = tl_view_find_record (view, record);
  g_assert_cmpuint (mark, !=, TL_NONE);
  return view->marks[mark].y;
}

static void
test_next_lane_goes_down (void)
{
  g_autoptr (Fixture) fixture = fixture_new (
      scale_new_dataset (SCALE_MIXED, 6000), TL_GROUP_BY_KIND, FALSE, 0);
  TlScale scale = tl_layout_fit (fixture->layout, 1920, FALSE);
  guint   record = 3000;
  double  y;
  guint   n_steps = 0;

  scale = tl_scale_zoom_at (scale, 900, 20);
  y = find_y (fixture, scale, record);
  for (;;)
    {
      guint next =
          tl_layout_next_lane_record (fixture->layout, scale, record, 1);
      double next_y;

      if (next == record)
        break;
      next_y = find_y (fixture, scale, next);
      g_assert_cmpfloat (next_y, >, y);
      record = next;
      y = next_y;
      n_steps++;
    }
  g_assert_cmpuint (n_steps, >, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < SCALE_N_SHAPES; i++)
    {
      g_autofree char *path = g_strdup_printf (
          "/tl/layout-large/rules/%s", scale_shape_get_name ((ScaleShape)i));

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_shape);
    }
  g_test_add_func ("/tl/layout-large/rules/hundred-thousand",
                   test_hundred_thousand);
  g_test_add_func ("/tl/layout-large/rules/million", test_million);
  g_test_add_func ("/tl/layout-large/anew", test_same_from_anew);
  g_test_add_func ("/tl/layout-large/height", test_height_is_constant);
  g_test_add_func ("/tl/layout-large/next-lane", test_next_lane_goes_down);
  return g_test_run ();
}
