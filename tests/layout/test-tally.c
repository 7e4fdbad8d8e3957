/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-fixture.h"
#include "scale-fixture.h"

#include "tl-tally.h"

#include <math.h>

/* What a tally counts without looking at members is what somebody counts who
 * looks at each of them: at random zooms, for small and large lanes, dense and
 * sparse sets, and all groupings. */

#define N_VIEWS 25
#ifdef __SANITIZE_ADDRESS__
#define N_LARGE 4000
#else
#define N_LARGE 12000
#endif

typedef struct
{
  const char *name;
  guint       n_records;
  TlGroupBy   group_by;
  double      share; /* of the records that are in the set */
  gboolean    folds; /* every other group is folded */
} TallyCase;

static const TallyCase tally_cases[] = {
  { "small", 300, TL_GROUP_BY_KIND, 0.3 },
  { "small-actors", 300, TL_GROUP_BY_ACTOR, 0.3 },
  { "large", N_LARGE, TL_GROUP_BY_KIND, 0.3 },
  { "large-sparse", N_LARGE, TL_GROUP_BY_KIND, 0.002 },
  { "large-actors", N_LARGE, TL_GROUP_BY_ACTOR, 0.1 },
  { "large-none", N_LARGE, TL_GROUP_BY_NONE, 0.5 },
  { "folded", 300, TL_GROUP_BY_ACTOR, 0.3, TRUE },
  { "folded-large", N_LARGE, TL_GROUP_BY_KIND, 0.1, TRUE },
  { "all", N_LARGE, TL_GROUP_BY_KIND, 1 },
  { "nothing", N_LARGE, TL_GROUP_BY_KIND, 0 },
};

static TlRecordSet *
create_set (TlDataset *dataset, double share)
{
  guint n_all = tl_dataset_get_n_records (dataset);
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_all; i++)
    if (g_test_rand_double () < share)
      g_array_append_val (records, i);
  return tl_record_set_new ((const guint *)records->data, records->len, n_all);
}

static guint
count_members (const TlView *view, const TlMark *mark, const TlRecordSet *set)
{
  guint        n_members;
  guint        n = 0;
  const guint *members;

  if (mark->type == TL_MARK_LIFE)
    return 0;
  if (mark->type == TL_MARK_RECORD)
    return tl_record_set_contains (set, mark->index) ? 1 : 0;
  members = tl_layout_get_cluster (view->layout, view->scale, mark->cluster,
                                   &n_members);
  for (guint i = 0; i < n_members; i++)
    n += tl_record_set_contains (set, members[i]) ? 1 : 0;
  return n;
}

static TlScale
random_scale (TlLayout *layout)
{
  TlScale scale = tl_layout_fit (layout, 1200, g_test_rand_bit ());
  double  from;
  double  to;

  tl_layout_get_extent (layout, &from, &to);
  scale.px_per_unit *= pow (10, g_test_rand_double_range (-0.3, 2.5));
  scale.origin =
      g_test_rand_double_range (from, to) - scale.width / 2 / scale.px_per_unit;
  return scale;
}

static guint
compare_counts (TlLayout *layout, TlTally *tally)
{
  g_autoptr (TlView) view = tl_layout_get_view (layout, random_scale (layout));
  guint n_clusters = 0;

  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *mark = &view->marks[i];

      g_assert_cmpuint (tl_tally_count (tally, view, mark), ==,
                        count_members (view, mark, tl_tally_get_set (tally)));
      n_clusters += mark->type == TL_MARK_CLUSTER ? 1 : 0;
    }
  return n_clusters;
}

/* (transfer full) */
static TlLayout *
fold_some (TlLayout *layout)
{
  g_autoptr (TlView) view =
      tl_layout_get_view (layout, tl_layout_fit (layout, 1200, FALSE));
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint));
  TlArrangement arrangement = { NULL, 0, NULL, 0 };

  for (guint i = 0; i < view->n_groups; i += 2)
    g_array_append_val (keys, view->groups[i].key);
  arrangement.folded = (const guint *)keys->data;
  arrangement.n_folded = keys->len;
  return tl_layout_new_arranged (layout, &arrangement);
}

static void
test_counts (gconstpointer data)
{
  const TallyCase *test = data;
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (Fixture) fixture =
      fixture_new (test->n_records < N_LARGE
                       ? fixture_new_random_dataset (random, test->n_records)
                       : scale_new_dataset (SCALE_MIXED, test->n_records),
                   test->group_by, FALSE, 0);
  g_autoptr (TlRecordSet) set = create_set (fixture->dataset, test->share);
  g_autoptr (TlTally) tally = tl_tally_new (set);
  g_autoptr (TlLayout) layout = test->folds ? fold_some (fixture->layout)
                                            : tl_layout_ref (fixture->layout);
  guint n_clusters = 0;

  for (guint i = 0; i < N_VIEWS; i++)
    n_clusters += compare_counts (layout, tally);
  g_assert_cmpuint (n_clusters, >, 0);
}

/* A tally follows to a layout of other records in other groups. */
static void
test_other_layout (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (Fixture) fixture = fixture_new (
      fixture_new_random_dataset (random, 2600), TL_GROUP_BY_KIND, FALSE, 0);
  g_autoptr (TlRecordSet) set = create_set (fixture->dataset, 0.2);
  g_autoptr (TlTally) tally = tl_tally_new (set);

  for (guint i = 0; i < 6; i++)
    {
      compare_counts (fixture->layout, tally);
      fixture_filter (fixture, 90);
      compare_counts (fixture->layout, tally);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tally_cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/tl/tally/counts/", tally_cases[i].name, NULL);

      g_test_add_data_func (path, &tally_cases[i], test_counts);
    }
  g_test_add_func ("/tl/tally/other-layout", test_other_layout);
  return g_test_run ();
}
