/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-fixture.h"
#include "scale-fixture.h"
#include "tests/assert-near.h"
#include "tl-group-order.h"

#include <math.h>

/* Groups that are folded or stand in another order: nothing vanishes, panning
 * rearranges nothing, the keyboard goes where somebody looks. */

#define N_ROUNDS 30
#define MAX_ORDER 8

typedef struct
{
  GArray       *order;
  GArray       *folded;
  TlArrangement arrangement;
} Chosen;

static void
clear_chosen (Chosen *chosen)
{
  g_array_unref (chosen->order);
  g_array_unref (chosen->folded);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chosen, clear_chosen)

static Chosen
make_chosen (GArray *order, GArray *folded)
{
  return (Chosen){
    .order = order,
    .folded = folded,
    .arrangement = { .order = (const guint *)(void *)order->data,
                     .n_order = order->len,
                     .folded = (const guint *)(void *)folded->data,
                     .n_folded = folded->len },
  };
}

/* Some groups of the layout, in any order, some of them folded; among them
 * some that there are not. */
static Chosen
choose_at_random (TlLayout *layout, int folded_percent)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *folded = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (TlView) view =
      tl_layout_get_view (layout, tl_layout_fit (layout, 900, FALSE));
  guint unknown = 123456;

  for (guint i = 0; i < MAX_ORDER && view->n_groups > 0; i++)
    {
      guint group = (guint)g_test_rand_int_range (0, (gint32)view->n_groups);

      g_array_append_val (order, view->groups[group].key);
    }
  g_array_append_val (order, unknown);
  g_array_append_val (folded, unknown);
  for (guint i = 0; i < view->n_groups; i++)
    if (g_test_rand_int_range (0, 100) < folded_percent)
      g_array_append_val (folded, view->groups[i].key);
  return make_chosen (order, folded);
}

static Chosen
choose_folded (TlLayout *layout, guint n_folded, const guint *keys)
{
  GArray *folded = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_vals (folded, keys, n_folded);
  return make_chosen (g_array_new (FALSE, FALSE, sizeof (guint)), folded);
}

static void
arrange (Fixture *fixture, const Chosen *chosen)
{
  TlLayout *arranged =
      tl_layout_new_arranged (fixture->layout, &chosen->arrangement);

  tl_layout_unref (fixture->layout);
  fixture->layout = arranged;
}

static Fixture *
new_random_fixture (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)g_test_rand_int ());
  Fixture *fixture = fixture_new_with_whole (
      fixture_new_random_dataset (rand, (guint)g_test_rand_int_range (0, 400)),
      (TlGroupBy)g_test_rand_int_range (0, 6), g_test_rand_bit (),
      (guint)g_test_rand_int_range (0, 9), g_test_rand_bit () ? 0 : 20);

  if (g_test_rand_bit ())
    fixture_filter (fixture, 60);
  return fixture;
}

static TlScale
random_scale (TlLayout *layout)
{
  TlScale scale = tl_layout_fit (layout, 1200, FALSE);
  double  from;
  double  to;

  tl_layout_get_extent (layout, &from, &to);
  scale.px_per_unit *= pow (10, g_test_rand_double_range (-0.5, 3));
  scale.origin = g_test_rand_double_range (from, to) - 600 / scale.px_per_unit;
  return scale;
}

static gboolean
is_chosen (const GArray *keys, guint key)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, guint, i) == key)
      return TRUE;
  return FALSE;
}

static void
assert_folded_as_chosen (Fixture *fixture, const Chosen *chosen, TlScale scale)
{
  g_autoptr (TlView) view = tl_layout_get_view (fixture->layout, scale);
  double y = 0;

  for (guint i = 0; i < view->n_groups; i++)
    {
      const TlGroup *group = &view->groups[i];

      g_assert_cmpint (group->folded, ==,
                       is_chosen (chosen->folded, group->key));
      assert_near (group->y, y, 1e-6);
      y += group->height;
      if (group->folded)
        g_assert_cmpfloat (group->height, <, 32);
      g_assert_cmpuint (tl_view_pick_group (view, y - 1), ==, i);
    }
  assert_near (view->height, y, 1e-6);
  g_assert_cmpuint (tl_view_pick_group (view, y + 1), ==, TL_NONE);
  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark  *mark = &view->marks[i];
      const TlGroup *group = &view->groups[mark->group];

      g_assert_cmpfloat (mark->y, >, group->y);
      g_assert_cmpfloat (mark->y, <, group->y + group->height);
      if (group->folded)
        g_assert_cmpint (mark->type, ==, TL_MARK_CLUSTER);
    }
  for (guint i = 0; i < view->n_lanes; i++)
    g_assert_false (view->groups[view->lanes[i].group].folded);
}

static void
test_nothing_vanishes (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (Fixture) fixture = new_random_fixture ();
      g_auto (Chosen) chosen = choose_at_random (fixture->layout, i % 4 * 33);

      arrange (fixture, &chosen);
      for (int j = 0; j < 4; j++)
        {
          TlScale scale = random_scale (fixture->layout);

          assert_folded_as_chosen (fixture, &chosen, scale);
          fixture_assert_all_once (fixture, scale);
        }
    }
}

/* Made for itself it is the same. */
static void
test_arranged_or_made (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (Fixture) fixture = new_random_fixture ();
      g_auto (Chosen) chosen = choose_at_random (fixture->layout, 50);
      g_autoptr (TlLayout) made = NULL;
      g_autoptr (TlLayout) denser = NULL;

      fixture->options.arrangement = chosen.arrangement;
      made = tl_layout_new (&fixture->options);
      arrange (fixture, &chosen);
      for (int j = 0; j < 3; j++)
        {
          TlScale scale = random_scale (made);
          g_autoptr (TlView) a = tl_layout_get_view (made, scale);
          g_autoptr (TlView) b = tl_layout_get_view (fixture->layout, scale);

          fixture_assert_same_marks (a, b, FALSE);
        }
      denser = tl_layout_new_with_rows (fixture->layout, FALSE, 3, 0.9);
      tl_layout_unref (g_steal_pointer (&fixture->layout));
      fixture->layout = g_steal_pointer (&denser);
      fixture_assert_all_once (fixture, random_scale (fixture->layout));
    }
}

static void
assert_pan_keeps (Fixture *fixture, TlScale scale, double dx)
{
  g_autoptr (TlView) before = tl_layout_get_view (fixture->layout, scale);
  g_autoptr (TlView) after =
      tl_layout_get_view (fixture->layout, tl_scale_pan (scale, dx));

  for (guint i = 0; i < before->n_marks; i++)
    {
      const TlMark *mark = &before->marks[i];

      if (!before->groups[mark->group].folded)
        continue;
      for (guint j = 0; j < after->n_marks; j++)
        if (after->marks[j].cluster == mark->cluster)
          {
            g_assert_cmpuint (after->marks[j].count, ==, mark->count);
            g_assert_cmpuint (after->marks[j].index, ==, mark->index);
            assert_near (after->marks[j].hit.x, mark->hit.x + dx, 1e-3);
          }
    }
}

static void
test_panning_never_rearranges (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (Fixture) fixture = new_random_fixture ();
      g_auto (Chosen) chosen = choose_at_random (fixture->layout, 80);

      arrange (fixture, &chosen);
      assert_pan_keeps (fixture, random_scale (fixture->layout),
                        g_test_rand_double_range (-500, 500));
    }
}

/* The cluster of a folded record is where the picture says. */
static void
test_find (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (Fixture) fixture = new_random_fixture ();
      g_auto (Chosen) chosen = choose_at_random (fixture->layout, 100);
      TlScale scale;
      g_autoptr (TlView) view = NULL;

      arrange (fixture, &chosen);
      scale = tl_layout_fit (fixture->layout, 1000, FALSE);
      /* Also where the clusters reach exactly as far as the range. */
      g_assert_true (isfinite (scale.origin));
      view = tl_layout_get_view (fixture->layout, scale);
      for (guint j = 0; j < fixture->records->len; j++)
        {
          guint        record = g_array_index (fixture->records, guint, j);
          guint        mark = tl_view_find_record (view, record);
          guint        n;
          const guint *members;
          gboolean     is_member = FALSE;

          g_assert_true (tl_layout_is_folded_away (fixture->layout, record));
          g_assert_cmpuint (mark, !=, TL_NONE);
          members = tl_layout_get_cluster (fixture->layout, scale,
                                           view->marks[mark].cluster, &n);
          for (guint k = 0; k < n; k++)
            is_member |= members[k] == record;
          g_assert_true (is_member);
        }
    }
}

static void
test_many_records (void)
{
  g_autoptr (Fixture) fixture = fixture_new (
      scale_new_dataset (SCALE_MIXED, 6000), TL_GROUP_BY_KIND, FALSE, 0);

  for (int i = 0; i < 3; i++)
    {
      g_auto (Chosen) chosen = choose_at_random (fixture->layout, 30 + 35 * i);

      arrange (fixture, &chosen);
      for (int j = 0; j < 3; j++)
        {
          TlScale scale = random_scale (fixture->layout);

          assert_folded_as_chosen (fixture, &chosen, scale);
          fixture_assert_all_once (fixture, scale);
        }
    }
}

/* --- the keyboard --- */

static gboolean
stands_in_kind (Fixture *fixture, guint record, guint kind)
{
  return tl_dataset_get_entries (fixture->dataset)[record].kind == kind;
}

static void
test_next_passes_over (void)
{
  static const guint keys[] = { TL_KIND_TALK, TL_KIND_TREATY };
  g_autoptr (Fixture) fixture =
      fixture_new (fixture_new_builtin_dataset (), TL_GROUP_BY_KIND, FALSE, 0);
  g_auto (Chosen) chosen =
      choose_folded (fixture->layout, G_N_ELEMENTS (keys), keys);
  guint n_unfolded = 0;
  guint n = 1;
  guint record;

  for (guint i = 0; i < fixture->records->len; i++)
    if (!stands_in_kind (fixture, i, TL_KIND_TALK) &&
        !stands_in_kind (fixture, i, TL_KIND_TREATY))
      n_unfolded++;
  g_assert_cmpuint (n_unfolded, >, 3);
  arrange (fixture, &chosen);
  record = tl_layout_next_record (fixture->layout, TL_NONE, 1);
  for (;;)
    {
      guint next = tl_layout_next_record (fixture->layout, record, 1);

      g_assert_false (tl_layout_is_folded_away (fixture->layout, record));
      if (next == record)
        break;
      g_assert_cmpuint (tl_layout_next_record (fixture->layout, next, -1), ==,
                        record);
      record = next;
      n++;
    }
  g_assert_cmpuint (n, ==, n_unfolded);
  g_assert_cmpuint (tl_layout_next_record (fixture->layout, TL_NONE, -1), ==,
                    record);
}

/* With all groups folded one walks through all records again. */
static void
test_next_with_all_folded (void)
{
  g_autoptr (Fixture) fixture =
      fixture_new (fixture_new_builtin_dataset (), TL_GROUP_BY_KIND, FALSE, 0);
  g_auto (Chosen) chosen = choose_at_random (fixture->layout, 100);

  arrange (fixture, &chosen);
  for (guint i = 0; i + 1 < fixture->records->len; i++)
    {
      g_assert_cmpuint (tl_layout_next_record (fixture->layout, i, 1), ==,
                        i + 1);
      g_assert_cmpuint (tl_layout_next_record (fixture->layout, i + 1, -1), ==,
                        i);
    }
}

/* Down and up go through every group, folded or not, in the chosen order. */
static void
assert_lanes_walk (Fixture *fixture, int direction)
{
  TlScale scale = tl_layout_fit (fixture->layout, 900, FALSE);
  g_autoptr (TlView) view = tl_layout_get_view (fixture->layout, scale);
  g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);
  guint record = TL_NONE;
  guint n_folded = 0;

  /* From a record of the outermost group. */
  for (guint i = 0; i < view->n_marks; i++)
    if (view->marks[i].type != TL_MARK_LIFE &&
        view->marks[i].group == (direction > 0 ? 0 : view->n_groups - 1))
      record = view->marks[i].index;
  for (int i = 0; i < 200; i++)
    {
      guint mark = tl_view_find_record (view, record);
      guint next = tl_layout_next_lane_record (fixture->layout, scale, record,
                                               direction);

      g_hash_table_add (visited, GUINT_TO_POINTER (view->marks[mark].group));
      if (next == record)
        break;
      g_assert_cmpfloat ((view->marks[tl_view_find_record (view, next)].y -
                          view->marks[mark].y) *
                             direction,
                         >, 0);
      record = next;
    }
  for (guint i = 0; i < view->n_groups; i++)
    n_folded += view->groups[i].folded ? 1 : 0;
  g_assert_cmpuint (g_hash_table_size (visited), ==, view->n_groups);
  g_assert_cmpuint (n_folded, >, 0);
}

static void
test_lanes_stop_at_folded (void)
{
  static const guint keys[] = { TL_KIND_STATEMENT, TL_KIND_TREATY,
                                TL_KIND_TALK };

  for (guint whole = 0; whole < 2; whole++)
    for (guint n = 1; n <= G_N_ELEMENTS (keys); n++)
      {
        g_autoptr (Fixture) fixture =
            fixture_new_with_whole (fixture_new_builtin_dataset (),
                                    TL_GROUP_BY_KIND, FALSE, 0, whole ? 0 : 20);
        g_auto (Chosen) chosen = choose_folded (fixture->layout, n, keys);

        arrange (fixture, &chosen);
        assert_lanes_walk (fixture, 1);
        assert_lanes_walk (fixture, -1);
      }
}

/* Nothing of it is cut at the ends. */
static void
test_fit (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (Fixture) fixture = fixture_new_with_whole (
          fixture_new_builtin_dataset (), (TlGroupBy)(i % 6), i % 2 == 0, 0,
          i % 4 < 2 ? 0 : 20);
      g_auto (Chosen) chosen = choose_at_random (fixture->layout, 70);
      TlScale scale;
      g_autoptr (TlView) view = NULL;

      arrange (fixture, &chosen);
      scale = tl_layout_fit (fixture->layout, 1000 + i, FALSE);
      view = tl_layout_get_view (fixture->layout, scale);
      for (guint j = 0; j < view->n_marks; j++)
        {
          const TlMark *mark = &view->marks[j];

          if (mark->type != TL_MARK_CLUSTER)
            continue;
          g_assert_cmpfloat (mark->hit.x, >=, -0.5);
          g_assert_cmpfloat (mark->hit.x + mark->hit.width, <=,
                             scale.width + 0.5);
        }
      fixture_assert_all_once (fixture, scale);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/layout-fold/everything", test_nothing_vanishes);
  g_test_add_func ("/tl/layout-fold/arranged-or-made", test_arranged_or_made);
  g_test_add_func ("/tl/layout-fold/pan", test_panning_never_rearranges);
  g_test_add_func ("/tl/layout-fold/find", test_find);
  g_test_add_func ("/tl/layout-fold/many", test_many_records);
  g_test_add_func ("/tl/layout-fold/next/some", test_next_passes_over);
  g_test_add_func ("/tl/layout-fold/next/all", test_next_with_all_folded);
  g_test_add_func ("/tl/layout-fold/next/lane", test_lanes_stop_at_folded);
  g_test_add_func ("/tl/layout-fold/fit", test_fit);
  return g_test_run ();
}
