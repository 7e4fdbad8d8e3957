/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"
#include "layout-fixture.h"

#include "tl-curves.h"

#include <math.h>

/* Curves end at the marks of their records, or at the clusters that hold them,
 * or leave the picture; each relation has one, and none is lost. */

#define N_VIEWS 15
#define MANY 100000u

static gboolean
stands_for (const TlView *view, guint mark, guint record)
{
  const TlMark *found = &view->marks[mark];
  guint         n = 1;
  const guint  *members = &found->index;

  if (found->type == TL_MARK_LIFE)
    return FALSE;
  if (found->type == TL_MARK_CLUSTER)
    members =
        tl_layout_get_cluster (view->layout, view->scale, found->cluster, &n);
  for (guint i = 0; i < n; i++)
    if (members[i] == record)
      return TRUE;
  return FALSE;
}

static void
assert_end (const TlView *view, guint mark, guint record, double x, double y)
{
  if (mark == TL_NONE)
    {
      g_assert_cmpuint (tl_view_find_record (view, record), ==, TL_NONE);
      g_assert_true (x < 0 || x > view->scale.width || y < view->y0 ||
                     y > view->y1);
      return;
    }
  g_assert_true (stands_for (view, mark, record));
  assert_near (x, view->marks[mark].glyph_x, 1e-9);
  assert_near (y, view->marks[mark].y, 1e-9);
}

/* What is within a label is covered. */
static void
assert_clear_of_labels (const TlView *view, const TlCurve *curve)
{
  for (guint i = 0; i < TL_CURVE_STEPS; i++)
    {
      double x;
      double y;

      tl_curve_get_point (curve, (i + 0.5) / TL_CURVE_STEPS, &x, &y);
      for (guint j = 0; j < view->n_marks; j++)
        if (view->marks[j].label_place != TL_LABEL_NONE &&
            tl_rect_contains (view->marks[j].label, x, y))
          g_assert_true ((curve->covered >> i & 1) != 0);
    }
}

/* Over the first row there is no room. */
static void
assert_in_rows (const TlCurve *curve, double y0, double y1)
{
  for (guint i = 0; i <= TL_CURVE_STEPS; i++)
    {
      double x;
      double y;

      tl_curve_get_point (curve, (double)i / TL_CURVE_STEPS, &x, &y);
      g_assert_cmpfloat (y, >=, MIN (0, MIN (y0, y1)));
    }
}

static void
assert_ends (const TlView *view, const TlCurves *curves)
{
  for (guint i = 0; i < curves->n_curves; i++)
    {
      const TlCurve *curve = &curves->curves[i];
      double         x0;
      double         y0;
      double         x1;
      double         y1;

      tl_curve_get_point (curve, 0, &x0, &y0);
      tl_curve_get_point (curve, 1, &x1, &y1);
      assert_end (view, curve->from, curve->from_record, x0, y0);
      assert_end (view, curve->to, curve->to_record, x1, y1);
      g_assert_true (curve->from != TL_NONE || curve->to != TL_NONE);
      assert_clear_of_labels (view, curve);
      assert_in_rows (curve, y0, y1);
    }
}

static gboolean
is_drawn (const TlView *view, guint record)
{
  for (guint i = 0; i < view->n_marks; i++)
    if (view->marks[i].type == TL_MARK_RECORD && view->marks[i].index == record)
      return TRUE;
  return FALSE;
}

static guint
count_curves (const TlCurves *curves, guint from, guint to, TlRelation relation)
{
  guint n = 0;

  for (guint i = 0; i < curves->n_curves; i++)
    n += curves->curves[i].from_record == from &&
                 curves->curves[i].to_record == to &&
                 curves->curves[i].relation == relation
             ? 1
             : 0;
  return n;
}

/* Both ends in one cluster: there is nothing to join. */
static gboolean
stand_together (const TlView *view, guint a, guint b)
{
  return tl_view_find_record (view, a) == tl_view_find_record (view, b);
}

static void
assert_complete (const TlView *view, const TlCurves *curves)
{
  TlDataset *dataset = tl_layout_get_dataset (view->layout);
  g_autoptr (GArray) related = g_array_new (FALSE, FALSE, sizeof (TlRelated));

  for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
    {
      g_array_set_size (related, 0);
      tl_dataset_append_related (dataset, i, related);
      for (guint j = 0; j < related->len; j++)
        {
          TlRelated relation = g_array_index (related, TlRelated, j);
          guint     n;

          if (relation.inverse || stand_together (view, i, relation.record))
            continue;
          n = count_curves (curves, i, relation.record, relation.relation);
          g_assert_cmpuint (
              n, ==,
              is_drawn (view, i) || is_drawn (view, relation.record) ? 1u : 0u);
        }
    }
}

static TlScale
random_scale (TlLayout *layout, guint width)
{
  TlScale scale = tl_layout_fit (layout, width, g_test_rand_bit ());
  double  from;
  double  to;

  tl_layout_get_extent (layout, &from, &to);
  scale.px_per_unit *= pow (10, g_test_rand_double_range (-0.2, 1.3));
  scale.origin =
      g_test_rand_double_range (from, to) - scale.width / 2 / scale.px_per_unit;
  return scale;
}

static void
test_all (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (Fixture) fixture =
      fixture_new (fixture_new_random_dataset (random, GPOINTER_TO_UINT (data)),
                   TL_GROUP_BY_KIND, FALSE, 0);
  guint n_curves = 0;

  for (guint i = 0; i < N_VIEWS; i++)
    {
      g_autoptr (TlView) view = tl_layout_get_view (
          fixture->layout, random_scale (fixture->layout, 1000));
      g_autoptr (TlCurves) curves = tl_curves_new (view, TL_NONE, MANY);
      g_autoptr (TlCurves) few = tl_curves_new (view, TL_NONE, 3);

      n_curves += curves->n_curves;
      assert_ends (view, curves);
      assert_complete (view, curves);
      g_assert_cmpuint (curves->n_hidden, ==, 0);
      g_assert_cmpuint (few->n_curves, <=, 3);
      g_assert_cmpuint (few->n_curves + few->n_hidden, >=, curves->n_curves);
    }
  g_assert_cmpuint (n_curves, >, 10);
}

static gboolean
covers_mark (const TlView *view, TlRect rect)
{
  for (guint i = 0; i < view->n_marks; i++)
    if (view->marks[i].type != TL_MARK_LIFE &&
        (tl_rect_overlaps (rect, view->marks[i].hit) ||
         (view->marks[i].label_place != TL_LABEL_NONE &&
          tl_rect_overlaps (rect, view->marks[i].label))))
      return TRUE;
  return FALSE;
}

/* Of one record both directions, with labels where there is room. */
static void
test_one (void)
{
  g_autoptr (Fixture) fixture =
      fixture_new (fixture_new_builtin_dataset (), TL_GROUP_BY_ACTOR, FALSE, 0);
  g_autoptr (TlView) view = tl_layout_get_view (
      fixture->layout, tl_layout_fit (fixture->layout, 900, FALSE));
  guint n_labels = 0;

  for (guint i = 0; i < tl_dataset_get_n_records (fixture->dataset); i++)
    {
      g_autoptr (TlRecord) record = tl_dataset_ref_record (fixture->dataset, i);
      g_autoptr (TlCurves) curves = tl_curves_new (view, i, MANY);

      assert_ends (view, curves);
      g_assert_cmpuint (curves->n_curves, ==, record->n_related);
      for (guint j = 0; j < curves->n_curves; j++)
        {
          const TlCurve *curve = &curves->curves[j];

          g_assert_true (curve->from_record == i || curve->to_record == i);
          if (curve->label == NULL)
            continue;
          n_labels++;
          g_assert_cmpstr (
              curve->label, ==,
              tl_relation_get_label (curve->relation, curve->from_record != i));
          g_assert_false (covers_mark (view, curve->label_rect));
          for (guint k = 0; k < j; k++)
            g_assert_false (curves->curves[k].label != NULL &&
                            tl_rect_overlaps (curves->curves[k].label_rect,
                                              curve->label_rect));
        }
    }
  g_assert_cmpuint (n_labels, >, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/tl/curves/all/small", GUINT_TO_POINTER (150),
                        test_all);
  g_test_add_data_func ("/tl/curves/all/large", GUINT_TO_POINTER (2600),
                        test_all);
  g_test_add_func ("/tl/curves/one", test_one);
  return g_test_run ();
}
