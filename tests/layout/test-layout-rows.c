/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-fixture.h"
#include "scale-fixture.h"

/* A layout is the same however it was made: for itself or with the records of
 * another, in one thread or in several, here or in the background. */

#ifdef __SANITIZE_ADDRESS__
#define N_FOR_THREADS 40000
#else
#define N_FOR_THREADS 70000
#endif

static TlLayoutOptions
get_options (const Fixture *fixture, TlGroupBy group_by, guint max_whole)
{
  return (TlLayoutOptions){
    .dataset = fixture->dataset,
    .records = (const guint *)(void *)fixture->records->data,
    .n_records = fixture->records->len,
    .group_by = group_by,
    .warp = fixture->warp,
    .formatter = fixture->formatter,
    .language = "en",
    .measure = fixture_measure,
    .max_whole = max_whole,
    .zoom = 1,
    .today = tl_calendar_day_number (2020, 7, 29) * TL_SECONDS_PER_DAY,
  };
}

static void
assert_same_view (TlLayout *left, TlLayout *right, TlScale scale)
{
  g_autoptr (TlView) a = tl_layout_get_view (left, scale);
  g_autoptr (TlView) b = tl_layout_get_view (right, scale);

  fixture_assert_same_marks (a, b, FALSE);
  g_assert_cmpuint (a->n_groups, ==, b->n_groups);
  g_assert_cmpuint (a->n_flags, ==, b->n_flags);
  for (guint i = 0; i < a->n_groups; i++)
    g_assert_cmpstr (a->groups[i].title, ==, b->groups[i].title);
  for (guint i = 0; i < a->n_flags; i++)
    g_assert_cmpstr (a->flags[i].text, ==, b->flags[i].text);
}

static void
assert_same_layout (TlLayout *left, TlLayout *right)
{
  TlScale scale = tl_layout_fit (left, 1200, FALSE);

  g_assert_true (tl_scale_equal (scale, tl_layout_fit (right, 1200, FALSE)));
  assert_same_view (left, right, scale);
  for (int i = 0; i < 4; i++)
    {
      scale =
          tl_scale_zoom_at (scale, g_test_rand_double_range (100, 1100), 12);
      assert_same_view (left, right, scale);
    }
}

static void
assert_rows_agree (Fixture *fixture, TlGroupBy group_by, guint max_whole)
{
  static const struct
  {
    gboolean two_lines;
    guint    max_rows;
    double   zoom;
  } cases[] = { { TRUE, 0, 1 },    { FALSE, 0, 1 },    { FALSE, 4, 1 },
                { FALSE, 3, 0.8 }, { FALSE, 2, 0.85 }, { TRUE, 1, 0.85 } };
  TlLayoutOptions options = get_options (fixture, group_by, max_whole);
  g_autoptr (TlLayout) first = tl_layout_new (&options);

  /* Each from the one before, which is gone by then. */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlLayout) direct = NULL;
      g_autoptr (TlLayout) shared = tl_layout_new_with_rows (
          first, cases[i].two_lines, cases[i].max_rows, cases[i].zoom);

      options.two_lines = cases[i].two_lines;
      options.max_rows = cases[i].max_rows;
      options.zoom = cases[i].zoom;
      direct = tl_layout_new (&options);
      g_clear_pointer (&first, tl_layout_unref);
      assert_same_layout (direct, shared);
      first = g_steal_pointer (&shared);
    }
}

static void
test_whole_lanes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)g_test_rand_int ());
  g_autoptr (Fixture) fixture = fixture_new (
      fixture_new_random_dataset (rand, 200), TL_GROUP_BY_KIND, FALSE, 0);

  assert_rows_agree (fixture, TL_GROUP_BY_KIND, 0);
  assert_rows_agree (fixture, TL_GROUP_BY_ACTOR, 0);
}

static void
test_large_lanes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)g_test_rand_int ());
  g_autoptr (Fixture) fixture = fixture_new (
      fixture_new_random_dataset (rand, 300), TL_GROUP_BY_KIND, FALSE, 0);

  assert_rows_agree (fixture, TL_GROUP_BY_KIND, 20);
  assert_rows_agree (fixture, TL_GROUP_BY_ACTOR, 20);
}

static void
assert_threads_agree (Fixture *fixture, TlGroupBy group_by)
{
  static const guint n_threads[] = { 2, 3, 16 };
  TlLayoutOptions    options = get_options (fixture, group_by, 0);
  g_autoptr (TlLayout) alone = NULL;

  options.n_threads = 1;
  alone = tl_layout_new (&options);
  for (guint i = 0; i < G_N_ELEMENTS (n_threads); i++)
    {
      g_autoptr (TlLayout) together = NULL;

      options.n_threads = n_threads[i];
      together = tl_layout_new (&options);
      assert_same_layout (alone, together);
    }
}

static void
test_threads (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (Fixture) fixture =
      fixture_new (fixture_new_random_dataset (rand, N_FOR_THREADS),
                   TL_GROUP_BY_KIND, FALSE, 0);

  assert_threads_agree (fixture, TL_GROUP_BY_KIND);
  assert_threads_agree (fixture, TL_GROUP_BY_ACTOR);
  assert_threads_agree (fixture, TL_GROUP_BY_NONE);
}

static double
measure_never (const char *text, TlFontRole role, gpointer data)
{
  g_assert_not_reached ();
}

static gpointer
create_cb (gpointer data)
{
  return tl_layout_new (data);
}

/* Neither fonts nor a formatter are needed before something is looked at. */
static void
test_background (void)
{
  g_autoptr (Fixture) fixture =
      fixture_new (fixture_new_builtin_dataset (), TL_GROUP_BY_KIND, FALSE, 0);
  TlLayoutOptions options = get_options (fixture, TL_GROUP_BY_KIND, 20);
  GThread        *thread;
  g_autoptr (TlLayout) layout = NULL;
  double from;
  double to;

  options.formatter = NULL;
  options.measure = measure_never;
  thread = g_thread_new ("create", create_cb, &options);
  layout = g_thread_join (thread);
  tl_layout_get_extent (layout, &from, &to);
  g_assert_cmpfloat (from, <, to);
  g_assert_cmpuint (tl_layout_next_record (layout, TL_NONE, 1), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/layout-rows/whole", test_whole_lanes);
  g_test_add_func ("/tl/layout-rows/large", test_large_lanes);
  g_test_add_func ("/tl/layout-rows/threads", test_threads);
  g_test_add_func ("/tl/layout-rows/background", test_background);
  return g_test_run ();
}
