/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-fixture.h"
#include "scale-fixture.h"

#include <math.h>

/* Many records in hostile shapes, filtered and in other groups: nothing
 * vanishes, and the work is that of the picture, counted. */

#ifdef __SANITIZE_ADDRESS__
#define N_RECORDS 5000
#define N_VIEWS 4
#else
#define N_RECORDS 100000
#define N_VIEWS 10
#endif
/* Of a picture 1920 pixels wide, for each row… */
#define MAX_VISITED 80
#define MAX_MEASURED 45
/* …and each lane. */
#define MAX_DECIDED 8

static TlScale
random_scale (TlLayout *layout)
{
  TlScale scale = tl_layout_fit (layout, 1920, FALSE);
  double  from;
  double  to;

  tl_layout_get_extent (layout, &from, &to);
  scale.px_per_unit = MIN (
      scale.px_per_unit * pow (10, g_test_rand_double_range (-0.3, 6)), 1e6);
  scale.origin =
      g_test_rand_double_range (from, to) - scale.width / 2 / scale.px_per_unit;
  return scale;
}

static void
assert_same_there_and_back (Fixture *fixture, TlScale scale)
{
  g_autoptr (TlView) before = tl_layout_get_view (fixture->layout, scale);
  g_autoptr (TlView) after = NULL;
  TlScale moved = scale;

  for (int i = 0; i < 30; i++)
    {
      moved = tl_scale_pan (moved, g_test_rand_double_range (-900, 900));
      tl_view_free (tl_layout_get_view (fixture->layout, moved));
    }
  after = tl_layout_get_view (fixture->layout, scale);
  fixture_assert_same_marks (before, after, TRUE);
}

/* From the first to the last and back, each once. */
static void
assert_next_reaches_all (Fixture *fixture)
{
  guint n = fixture->records->len;
  guint record = TL_NONE;

  for (guint i = 0; i < n; i++)
    {
      record = tl_layout_next_record (fixture->layout, record, 1);
      g_assert_cmpuint (record, ==, g_array_index (fixture->records, guint, i));
    }
  for (guint i = n - 1; i-- > 0;)
    {
      record = tl_layout_next_record (fixture->layout, record, -1);
      g_assert_cmpuint (record, ==, g_array_index (fixture->records, guint, i));
    }
}

/* Only the lanes in sight, and in them everything. */
static void
assert_within_agrees (Fixture *fixture, TlScale scale)
{
  g_autoptr (TlView) whole = tl_layout_get_view (fixture->layout, scale);
  double y0 = g_test_rand_double_range (-100, whole->height);
  double y1 = y0 + g_test_rand_double_range (0, 300);
  g_autoptr (TlView) part =
      tl_layout_get_view_within (fixture->layout, scale, y0, y1);
  guint next = 0;

  g_assert_cmpuint (part->n_groups, ==, whole->n_groups);
  g_assert_cmpfloat (fabs (part->height - whole->height), <, 1e-9);
  for (guint i = 0; i < whole->n_marks; i++)
    {
      const TlMark *mark = &whole->marks[i];

      if (next < part->n_marks && part->marks[next].type == mark->type &&
          part->marks[next].index == mark->index &&
          part->marks[next].lane == mark->lane)
        next++;
      else
        g_assert_true (mark->y < y0 || mark->y > y1);
    }
  g_assert_cmpuint (next, ==, part->n_marks);
}

static void
assert_rules (Fixture *fixture)
{
  for (guint i = 0; i < N_VIEWS; i++)
    {
      TlScale scale = random_scale (fixture->layout);

      assert_same_there_and_back (fixture, scale);
      assert_within_agrees (fixture, scale);
      if (i % 4 == 0)
        fixture_assert_all_once (fixture, scale);
    }
  assert_next_reaches_all (fixture);
}

static void
test_filtered (gconstpointer data)
{
  ScaleShape shape = (ScaleShape)GPOINTER_TO_UINT (data);
  g_autoptr (Fixture) fixture = fixture_new (
      scale_new_dataset (shape, N_RECORDS), TL_GROUP_BY_KIND, FALSE, 0);

  assert_rules (fixture);
  fixture_filter (fixture, 40);
  assert_rules (fixture);
  fixture_filter (fixture, 1);
  assert_rules (fixture);
}

/* A record stands in the groups of all that take part. */
static void
test_groups (gconstpointer data)
{
  TlGroupBy group_by = (TlGroupBy)GPOINTER_TO_UINT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (Fixture) fixture =
      fixture_new (fixture_new_random_dataset (rand, N_RECORDS / 2), group_by,
                   g_test_rand_bit (), 0);

  assert_rules (fixture);
  fixture_filter (fixture, 30);
  assert_rules (fixture);
}

/* Of looking, finding, picking and stepping in places that are new. */
static void
assert_work_is_bounded (Fixture *fixture, TlScale scale)
{
  TlLayoutCounts before = tl_layout_get_counts (fixture->layout);
  TlLayoutCounts after;
  guint          n_lanes;
  guint          n_rows = 0;
  guint          record;
  g_autoptr (TlView) view = tl_layout_get_view (fixture->layout, scale);

  n_lanes = view->n_groups;
  for (guint i = 0; i < view->n_groups; i++)
    n_rows += view->groups[i].n_rows;
  after = tl_layout_get_counts (fixture->layout);
  g_assert_cmpuint (after.n_visited - before.n_visited, <=,
                    n_rows * MAX_VISITED);
  g_assert_cmpuint (after.n_measured - before.n_measured, <=,
                    n_rows * MAX_MEASURED);
  g_assert_cmpuint (after.n_decided - before.n_decided, <=,
                    n_lanes * MAX_DECIDED);
  if (view->n_marks == 0)
    return;

  /* Of what is in the picture only pieces beside it are decided anew. */
  record = view->marks[g_test_rand_int_range (0, (gint32)view->n_marks)].index;
  before = after;
  g_assert_cmpuint (tl_view_find_record (view, record), !=, TL_NONE);
  after = tl_layout_get_counts (fixture->layout);
  g_assert_cmpuint (after.n_decided - before.n_decided, <=, MAX_DECIDED);
  before = after;
  tl_layout_next_lane_record (fixture->layout, scale, record, 1);
  after = tl_layout_get_counts (fixture->layout);
  g_assert_cmpuint (after.n_decided - before.n_decided, <=,
                    n_lanes * MAX_DECIDED);
}

/* Bounds that do not know how many records there are. */
static void
test_work (gconstpointer data)
{
  ScaleShape shape = (ScaleShape)GPOINTER_TO_UINT (data);
  g_autoptr (Fixture) small = fixture_new (
      scale_new_dataset (shape, N_RECORDS / 2), TL_GROUP_BY_KIND, FALSE, 0);
  g_autoptr (Fixture) large = fixture_new (scale_new_dataset (shape, N_RECORDS),
                                           TL_GROUP_BY_NONE, FALSE, 0);

  for (guint i = 0; i < 4 * N_VIEWS; i++)
    {
      assert_work_is_bounded (small, random_scale (small->layout));
      assert_work_is_bounded (large, random_scale (large->layout));
    }
}

/* Lanes out of sight are not decided. */
static void
test_work_within (void)
{
  g_autoptr (Fixture) fixture =
      fixture_new (scale_new_dataset (SCALE_MIXED, N_RECORDS / 2),
                   TL_GROUP_BY_KIND, FALSE, 0);
  TlScale        scale = tl_layout_fit (fixture->layout, 1920, FALSE);
  TlLayoutCounts before;
  TlLayoutCounts after;
  g_autoptr (TlView) outline = NULL;
  g_autoptr (TlView) whole = NULL;

  scale = tl_scale_zoom_at (scale, 900, 30);
  before = tl_layout_get_counts (fixture->layout);
  tl_view_free (tl_layout_get_view_within (fixture->layout, scale, 0, 10));
  after = tl_layout_get_counts (fixture->layout);
  g_assert_cmpuint (after.n_decided - before.n_decided, >, 0);
  g_assert_cmpuint (after.n_decided - before.n_decided, <=, MAX_DECIDED);

  before = after;
  scale = tl_scale_zoom_at (scale, 100, 30);
  outline = tl_layout_get_view_within (fixture->layout, scale, 0, -1);
  after = tl_layout_get_counts (fixture->layout);
  g_assert_cmpuint (after.n_decided, ==, before.n_decided);
  g_assert_cmpuint (outline->n_marks, ==, 0);
  whole = tl_layout_get_view (fixture->layout, scale);
  g_assert_cmpuint (outline->n_groups, ==, whole->n_groups);
  g_assert_cmpfloat (fabs (outline->height - whole->height), <, 1e-9);
}

/* Neither fitting nor being made decides anything. */
static void
test_fit_decides_nothing (void)
{
  g_autoptr (Fixture) fixture =
      fixture_new (scale_new_dataset (SCALE_MIXED, N_RECORDS / 2),
                   TL_GROUP_BY_KIND, FALSE, 0);
  TlScale scale = tl_layout_fit (fixture->layout, 1920, FALSE);
  double  from;
  double  to;
  g_autoptr (TlView) view = NULL;

  g_assert_cmpuint (tl_layout_get_counts (fixture->layout).n_decided, ==, 0);
  tl_layout_get_extent (fixture->layout, &from, &to);
  view = tl_layout_get_view (fixture->layout, scale);
  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *mark = &view->marks[i];

      g_assert_cmpfloat (mark->hit.x, >=, 0);
      g_assert_cmpfloat (mark->hit.x + mark->hit.width, <=, scale.width);
      if (mark->label_place == TL_LABEL_NONE)
        continue;
      g_assert_cmpfloat (mark->label.x, >=, 0);
      g_assert_cmpfloat (mark->label.x + mark->label.width, <=, scale.width);
    }
  g_assert_cmpfloat ((to - from) * scale.px_per_unit, >, 0.8 * scale.width);
}

/* What was got ready need not be decided, and is the same. */
static void
test_prefetch (void)
{
  g_autoptr (Fixture) fixture =
      fixture_new (scale_new_dataset (SCALE_MIXED, N_RECORDS / 2),
                   TL_GROUP_BY_KIND, FALSE, 0);
  g_autoptr (TlLayout) other = tl_layout_new (&fixture->options);

  for (guint i = 0; i < N_VIEWS; i++)
    {
      TlScale        scale = random_scale (fixture->layout);
      guint          n_calls = 1;
      TlLayoutCounts before;
      TlLayoutCounts after;
      g_autoptr (TlView) ready = NULL;
      g_autoptr (TlView) direct = NULL;

      while (tl_layout_prefetch (fixture->layout, scale, 0, 1e6, 5))
        n_calls++;
      before = tl_layout_get_counts (fixture->layout);
      if (i == 0)
        g_assert_cmpuint (n_calls, >=, 3);
      ready = tl_layout_get_view (fixture->layout, scale);
      after = tl_layout_get_counts (fixture->layout);
      g_assert_cmpuint (after.n_decided, ==, before.n_decided);
      direct = tl_layout_get_view (other, scale);
      fixture_assert_same_marks (ready, direct, FALSE);
    }
}

static void
add_for_shapes (const char *name, GTestDataFunc func)
{
  for (guint i = 0; i < SCALE_N_SHAPES; i++)
    {
      g_autofree char *path = g_strdup_printf (
          "/tl/layout-scale/%s/%s", name, scale_shape_get_name ((ScaleShape)i));

      g_test_add_data_func (path, GUINT_TO_POINTER (i), func);
    }
}

int
main (int argc, char **argv)
{
  static const TlGroupBy groups[] = { TL_GROUP_BY_ACTOR, TL_GROUP_BY_SOURCE,
                                      TL_GROUP_BY_TREATY, TL_GROUP_BY_NONE };

  g_test_init (&argc, &argv, NULL);
  add_for_shapes ("filtered", test_filtered);
  add_for_shapes ("work", test_work);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tl/layout-scale/groups/%s",
                                               tl_group_by_to_nick (groups[i]));

      g_test_add_data_func (path, GUINT_TO_POINTER (groups[i]), test_groups);
    }
  g_test_add_func ("/tl/layout-scale/work-within", test_work_within);
  g_test_add_func ("/tl/layout-scale/fit", test_fit_decides_nothing);
  g_test_add_func ("/tl/layout-scale/prefetch", test_prefetch);
  return g_test_run ();
}
