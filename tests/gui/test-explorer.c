/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "generate-published.h"
#include "tests/assert-near.h"
#include "timeline-stage.h"
#include "tl-explorer.h"
#include "tl-reader.h"

/* Asking while somebody goes on asking, and a timeline that follows: with few
 * records at once, with many in other threads. */

#define N_MANY 20000

static TlDataset *few;
static TlDataset *many;

static TlDataset *
load_made_up (guint n_events)
{
  const GenerateOptions options = { .n_events = n_events };
  g_autoptr (GBytes) bytes = generate_bytes_published (&options);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  TlDataset *dataset =
      tl_reader_load_bytes (bytes, "made-up", NULL, problems, NULL);

  g_assert_nonnull (dataset);
  return dataset;
}

static TlDataset *
load_builtin (void)
{
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();
  g_autoptr (TlProblems) problems = tl_problems_new ();

  return tl_reader_load_file (file, NULL, problems, NULL);
}

static void
search (TlExplorer *explorer, const char *text)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();

  tl_filter_set_search (filter, text);
  tl_explorer_set_filter (explorer, filter);
}

static gint64
get_second (const char *day)
{
  gint64 second;

  g_assert_true (tl_calendar_parse_day (day, &second));
  return second;
}

static void
assert_result (TlExplorer *explorer, TlDataset *dataset)
{
  g_autoptr (TlQuery) query = tl_query_new (
      tl_explorer_get_filter (explorer), tl_explorer_get_known_on (explorer));
  g_autoptr (TlResult) expected = tl_query_run (query, dataset, NULL, NULL);
  TlResult    *result = tl_explorer_get_result (explorer);
  guint        n_expected;
  guint        n_found;
  const guint *found = tl_result_get_records (result, &n_found);
  const guint *records = tl_result_get_records (expected, &n_expected);

  g_assert_cmpuint (n_found, ==, n_expected);
  for (guint i = 0; i < n_found; i++)
    g_assert_cmpuint (found[i], ==, records[i]);
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

/* --- the explorer --- */

static void
test_few (void)
{
  g_autoptr (TlExplorer) explorer = tl_explorer_new ();
  guint count = 0;

  g_signal_connect (explorer, "notify::result", G_CALLBACK (count_cb), &count);
  g_assert_null (tl_explorer_get_result (explorer));
  tl_explorer_set_dataset (explorer, few);
  g_assert_cmpuint (count, ==, 1);
  assert_result (explorer, few);
  search (explorer, "ceasefire");
  g_assert_cmpuint (count, ==, 2);
  g_assert_false (tl_explorer_get_busy (explorer));
  assert_result (explorer, few);
  tl_explorer_set_known_on (explorer, get_second ("1999-01-01"));
  tl_explorer_set_known_on (explorer, get_second ("1999-01-01"));
  g_assert_cmpuint (count, ==, 3);
  assert_result (explorer, few);
  tl_explorer_set_dataset (explorer, NULL);
  g_assert_cmpuint (count, ==, 4);
  g_assert_null (tl_explorer_get_result (explorer));
}

/* All of a dataset is there at once, however large it is. */
static void
test_whole (void)
{
  g_autoptr (TlExplorer) explorer = tl_explorer_new ();

  tl_explorer_set_dataset (explorer, many);
  g_assert_false (tl_explorer_get_busy (explorer));
  assert_result (explorer, many);
}

/* Whoever types quickly gets what is typed in the end, and nothing that was
 * not asked for any more comes after it. */
static void
test_typing (void)
{
  const char *text = "ceasefire border town";
  g_autoptr (TlExplorer) explorer = tl_explorer_new ();
  guint n_results = 0;
  guint n_busy = 0;

  tl_explorer_prepare_search (explorer);
  tl_explorer_set_dataset (explorer, many);
  tl_explorer_prepare_search (explorer);
  g_signal_connect (explorer, "notify::result", G_CALLBACK (count_cb),
                    &n_results);
  g_signal_connect (explorer, "notify::busy", G_CALLBACK (count_cb), &n_busy);
  for (gsize length = 1; length <= strlen (text); length++)
    {
      g_autofree char *typed = g_strndup (text, length);

      search (explorer, typed);
      g_assert_true (tl_explorer_get_busy (explorer));
    }
  g_assert_cmpuint (n_results, ==, 0);
  gui_wait_for (!tl_explorer_get_busy (explorer));
  gui_settle (20);
  g_assert_cmpuint (n_results, ==, 1);
  g_assert_cmpuint (n_busy, ==, 2);
  assert_result (explorer, many);

  /* Everything is there at once, whatever was under way. */
  search (explorer, "border");
  search (explorer, "");
  g_assert_false (tl_explorer_get_busy (explorer));
  gui_settle (20);
  assert_result (explorer, many);
}

static void
test_given_up (void)
{
  TlExplorer *explorer = tl_explorer_new ();

  tl_explorer_set_dataset (explorer, many);
  tl_explorer_set_known_on (explorer, get_second ("1999-01-01"));
  g_assert_true (tl_explorer_get_busy (explorer));
  tl_explorer_set_dataset (explorer, NULL);
  g_assert_false (tl_explorer_get_busy (explorer));
  gui_settle (50);
  g_assert_null (tl_explorer_get_result (explorer));
  g_object_add_weak_pointer (G_OBJECT (explorer), (gpointer *)&explorer);
  g_object_unref (explorer);
  gui_wait_for (explorer == NULL);
}

static void
test_properties (void)
{
  g_autoptr (TlExplorer) explorer = g_object_new (
      TL_TYPE_EXPLORER, "dataset", few, "group-by", (int)TL_GROUP_BY_PLACE,
      "known-on", get_second ("1999-01-01"), NULL);
  g_autoptr (TlDataset) dataset = NULL;
  gint64   known_on;
  int      group_by;
  gboolean busy;
  gpointer result;

  g_object_get (explorer, "dataset", &dataset, "group-by", &group_by,
                "known-on", &known_on, "busy", &busy, "result", &result, NULL);
  g_assert_true (dataset == few);
  g_assert_cmpint (group_by, ==, TL_GROUP_BY_PLACE);
  g_assert_cmpint (tl_explorer_get_group_by (explorer), ==, TL_GROUP_BY_PLACE);
  g_assert_cmpint (known_on, ==, get_second ("1999-01-01"));
  g_assert_false (busy);
  g_assert_true (result == tl_explorer_get_result (explorer));
}

/* --- the timeline --- */

static TlResult *
find (TlDataset *dataset, const char *text, gint64 known_on)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();
  g_autoptr (TlQuery) query = NULL;

  tl_filter_set_search (filter, text);
  query = tl_query_new (filter, known_on);
  return tl_query_run (query, dataset, NULL, NULL);
}

static void
wait_for_layout (Stage *stage)
{
  gui_wait_for (stage->view->view != NULL && stage->view->job == NULL);
  stage_wait_for_frame (stage);
}

/* Grouped by kind, where each record stands once. */
static void
assert_shown (Stage *stage, TlResult *result)
{
  const TlView *view = stage->view->view;
  guint         n_shown = 0;

  g_assert_true (tl_timeline_view_get_result (stage->view) == result);
  for (guint i = 0; i < view->n_groups; i++)
    n_shown += view->groups[i].n_records;
  g_assert_cmpuint (n_shown, ==, tl_result_get_n_shown (result));
  for (guint i = 0; i < view->n_marks; i++)
    if (view->marks[i].type != TL_MARK_LIFE)
      g_assert_true (tl_result_contains (result, view->marks[i].index));
}

static Stage *
open_stage (TlDataset *dataset)
{
  Stage *stage = stage_open (dataset);

  wait_for_layout (stage);
  return stage;
}

/* What was there stays, and can be used, until the new picture is ready. */
static void
test_filter_keeps (gconstpointer data)
{
  TlDataset *dataset = *(TlDataset *const *)data;
  g_autoptr (Stage) stage = open_stage (dataset);
  g_autoptr (TlResult) found = find (dataset, "ceasefire", TL_KNOWN_ALWAYS);
  guint   first = tl_result_get_records (found, &(guint){ 0 })[0];
  guint   n_before = tl_dataset_get_n_records (dataset);
  TlScale before;
  TlScale after;

  tl_timeline_view_set_selected (stage->view, first);
  tl_timeline_view_zoom_selection (stage->view);
  stage_wait_for_frame (stage);
  before = stage_get_scale (stage);
  tl_timeline_view_set_result (stage->view, found);
  if (dataset == many)
    {
      g_assert_cmpuint (
          tl_result_get_n_shown (tl_timeline_view_get_result (stage->view)), ==,
          n_before);
      g_assert_nonnull (stage->view->view);
      tl_timeline_view_set_selected (stage->view, first);
    }
  wait_for_layout (stage);
  after = stage_get_scale (stage);
  assert_shown (stage, found);
  g_assert_true (tl_scale_equal (before, after));
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, first);
  g_assert_false (tl_viewport_get_fitted (stage->view->viewport));
}

static void
test_filter_unselects (gconstpointer data)
{
  TlDataset *dataset = *(TlDataset *const *)data;
  g_autoptr (Stage) stage = open_stage (dataset);
  g_autoptr (TlResult) found = find (dataset, "ceasefire", TL_KNOWN_ALWAYS);
  guint   other = 0;
  TlScale before = stage_get_scale (stage);
  TlScale after;

  while (tl_result_contains (found, other))
    other++;
  tl_timeline_view_set_selected (stage->view, other);
  tl_timeline_view_set_result (stage->view, found);
  wait_for_layout (stage);
  after = stage_get_scale (stage);
  assert_shown (stage, found);
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, TL_NONE);
  /* All of time stays in view, at the same place. */
  g_assert_true (tl_viewport_get_fitted (stage->view->viewport));
  g_assert_true (tl_scale_equal (before, after));
}

/* The same record has another number on another day. */
static void
test_known_on (gconstpointer data)
{
  TlDataset *dataset = *(TlDataset *const *)data;
  g_autoptr (Stage) stage = open_stage (dataset);
  gint64 day = get_second ("1990-01-01");
  g_autoptr (TlResult) known = find (dataset, NULL, day);
  TlDataset  *then = tl_result_get_dataset (known);
  guint       last = tl_dataset_get_n_records (then) - 1;
  const char *id = tl_dataset_get_record_id (then, last);
  guint       count = 0;

  g_signal_connect (stage->view, "notify::dataset", G_CALLBACK (count_cb),
                    &count);
  tl_timeline_view_set_selected (stage->view,
                                 tl_dataset_find_record (dataset, id));
  tl_timeline_view_set_result (stage->view, known);
  wait_for_layout (stage);
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (tl_timeline_view_get_dataset (stage->view) == then);
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, last);
  assert_shown (stage, known);
}

/* In whatever lane, also where it is scrolled out of sight. */
static void
assert_has_mark (Stage *stage, guint record)
{
  g_autoptr (TlView) whole =
      tl_layout_get_view (stage->view->layout, stage->view->view->scale);

  g_assert_cmpuint (tl_view_find_record (whole, record), !=, TL_NONE);
}

static void
test_group_by (gconstpointer data)
{
  TlDataset *dataset = *(TlDataset *const *)data;
  g_autoptr (Stage) stage = open_stage (dataset);
  TlScale before;
  TlScale after;

  tl_timeline_view_set_selected (stage->view, 33);
  tl_timeline_view_zoom_selection (stage->view);
  stage_wait_for_frame (stage);
  for (int group_by = TL_GROUP_BY_NONE; group_by > TL_GROUP_BY_KIND; group_by--)
    {
      tl_timeline_view_set_group_by (stage->view, (TlGroupBy)group_by);
      wait_for_layout (stage);
      g_assert_cmpint (tl_layout_get_group_by (stage->view->layout), ==,
                       group_by);
      g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, 33);
      assert_has_mark (stage, 33);
    }
  /* Headings are not equally wide; beyond that nothing moves. */
  before = stage_get_scale (stage);
  tl_timeline_view_set_proportional (stage->view, TRUE);
  tl_timeline_view_set_proportional (stage->view, FALSE);
  wait_for_layout (stage);
  after = stage_get_scale (stage);
  assert_near (tl_scale_to_x (before, after.origin), 0, 2);
  assert_near (after.px_per_unit / before.px_per_unit, 1, 1e-3);
}

/* Quick changes are taken up together; the last one counts. */
static void
test_quick_changes (void)
{
  g_autoptr (Stage) stage = open_stage (many);
  g_autoptr (TlResult) last = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("town %u", i);

      g_clear_pointer (&last, tl_result_unref);
      last = find (many, text, TL_KNOWN_ALWAYS);
      tl_timeline_view_set_result (stage->view, last);
      tl_timeline_view_set_group_by (stage->view, (TlGroupBy)((i + 5) % 6));
      if (i % 7 == 0)
        gui_iterate ();
    }
  wait_for_layout (stage);
  g_assert_cmpint (tl_layout_get_group_by (stage->view->layout), ==,
                   TL_GROUP_BY_KIND);
  assert_shown (stage, last);
}

/* Another dataset takes the place at once, whatever is in the making. */
static void
test_other_dataset (void)
{
  g_autoptr (Stage) stage = stage_open (many);
  g_autoptr (TlResult) found = find (many, "ceasefire", TL_KNOWN_ALWAYS);
  g_autoptr (TlDataset) other = load_builtin ();

  tl_timeline_view_set_result (stage->view, found);
  tl_timeline_view_set_dataset (stage->view, other);
  g_assert_true (tl_timeline_view_get_dataset (stage->view) == other);
  tl_timeline_view_set_range (stage->view, get_second ("2020-05-01"),
                              get_second ("2020-06-01"));
  wait_for_layout (stage);
  assert_shown (stage, tl_timeline_view_get_result (stage->view));
  tl_timeline_view_set_dataset (stage->view, many);
  g_assert_true (tl_timeline_view_get_dataset (stage->view) == many);
  tl_timeline_view_set_selected (stage->view, 7);
  tl_timeline_view_set_range (stage->view, get_second ("1980-01-01"),
                              get_second ("1985-01-01"));
  wait_for_layout (stage);
  g_assert_false (tl_viewport_get_fitted (stage->view->viewport));
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, 7);
}

static void
select_record (GObject *view, GParamSpec *pspec, gpointer id)
{
  TlDataset *dataset = tl_timeline_view_get_dataset (TL_TIMELINE_VIEW (view));

  tl_timeline_view_set_selected (TL_TIMELINE_VIEW (view),
                                 tl_dataset_find_record (dataset, id));
}

/* Another version of a dataset: the picture stays until there is the new one,
 * which shows the same time, and the same record selected. */
static void
test_other_version (void)
{
  g_autoptr (Stage) stage = open_stage (few);
  const char *id = tl_dataset_get_record_id (few, 7);

  tl_timeline_view_set_selected (stage->view, 7);
  tl_timeline_view_set_range (stage->view, get_second ("1980-01-01"),
                              get_second ("1985-01-01"));
  gui_iterate ();
  tl_timeline_view_set_dataset (stage->view, many);
  g_assert_true (tl_timeline_view_get_dataset (stage->view) == few);
  g_assert_nonnull (stage->view->view);
  wait_for_layout (stage);
  g_assert_true (tl_timeline_view_get_dataset (stage->view) == many);
  g_assert_false (tl_viewport_get_fitted (stage->view->viewport));
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==,
                    tl_dataset_find_record (many, id));

  /* Who follows the dataset may select another one. */
  tl_timeline_view_set_selected (stage->view, TL_NONE);
  g_signal_connect (stage->view, "notify::dataset", G_CALLBACK (select_record),
                    (gpointer)id);
  tl_timeline_view_set_dataset (stage->view, few);
  wait_for_layout (stage);
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, 7);
}

static guint64
zoom_and_count (Stage *stage)
{
  const double level = 1.1892071150027210667; /* 2^¼ */
  guint64      before = tl_layout_get_counts (stage->view->layout).n_decided;

  tl_viewport_zoom_at (stage->view->viewport,
                       tl_timeline_view_get_lanes (stage->view).width / 2,
                       level);
  return tl_layout_get_counts (stage->view->layout).n_decided - before;
}

/* Whoever zooms goes on zooming: what the next level shows is decided when
 * there is nothing else to do. */
static void
test_next_level (void)
{
  g_autoptr (Stage) stage = open_stage (many);

  gui_wait_for (stage->view->prefetch_id == 0);
  g_assert_cmpuint (zoom_and_count (stage), >, 0);
  for (guint i = 0; i < 3; i++)
    {
      gui_wait_for (stage->view->prefetch_id == 0);
      g_assert_cmpuint (zoom_and_count (stage), ==, 0);
    }
  /* Nothing is got ready for a timeline that is gone. */
  g_assert_cmpuint (stage->view->prefetch_id, >, 0);
}

/* Closed while a layout is in the making: that is then for nothing. */
static void
test_closed (void)
{
  g_autoptr (Stage) stage = stage_open (many);

  tl_timeline_view_set_group_by (stage->view, TL_GROUP_BY_ACTOR);
}

static void
add_timeline_test (const char *name, GTestDataFunc func)
{
  g_autofree char *path_few = g_strdup_printf ("/tl/explorer/few/%s", name);
  g_autofree char *path_many = g_strdup_printf ("/tl/explorer/many/%s", name);

  g_test_add_data_func (path_few, &few, func);
  g_test_add_data_func (path_many, &many, func);
}

int
main (int argc, char **argv)
{
  int status;

  if (!gui_test_init (&argc, &argv))
    return 0;

  few = load_made_up (500);
  many = load_made_up (N_MANY);
  g_test_add_func ("/tl/explorer/ask/few", test_few);
  g_test_add_func ("/tl/explorer/ask/whole", test_whole);
  g_test_add_func ("/tl/explorer/ask/typing", test_typing);
  g_test_add_func ("/tl/explorer/ask/given-up", test_given_up);
  g_test_add_func ("/tl/explorer/ask/properties", test_properties);
  add_timeline_test ("filter-keeps", test_filter_keeps);
  add_timeline_test ("filter-unselects", test_filter_unselects);
  add_timeline_test ("known-on", test_known_on);
  add_timeline_test ("group-by", test_group_by);
  g_test_add_func ("/tl/explorer/many/quick-changes", test_quick_changes);
  g_test_add_func ("/tl/explorer/many/other-dataset", test_other_dataset);
  g_test_add_func ("/tl/explorer/many/other-version", test_other_version);
  g_test_add_func ("/tl/explorer/many/next-level", test_next_level);
  g_test_add_func ("/tl/explorer/many/closed", test_closed);
  status = gui_test_run ();
  g_clear_object (&few);
  g_clear_object (&many);
  return status;
}
