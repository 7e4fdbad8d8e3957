/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>
#include <string.h>
#include <time.h>

#include "bench.h"
#include "generate-published.h"
#include "tl-explorer.h"
#include "tl-reader.h"
#include "tl-timeline-view-private.h"

/* From a change of search, filter, day or grouping to what is found, and to
 * the first frame that shows it, in a window of 1920×1080: wall and CPU time of
 * the process, and the longest stretch for which the main loop was busy
 * meanwhile (CPU time of its thread, so that other programs do not count).
 * Without a display only what is found is measured. 10^6 records with --full.
 */

#define WIDTH 1920
#define HEIGHT 1080
#define N_RUNS 7
/* Of large datasets a plain walk looks at every so-manieth record. */
#define WALK_ALL 20000
#define WALK_STEP 101

/* What to change; NULL and 0 for nothing. from: what was asked before. */
typedef struct
{
  const char *name;
  const char *search;
  const char *search_before;
  const char *actor;
  const char *known_on;
  TlGroupBy   group_by;
} Change;

static const Change changes[] = {
  { "search a word", .search = "ceasefire" },
  { "search a name of an actor", .search = "state 17" },
  { "search two words", .search = "ceasefire border" },
  { "search what nothing has", .search = "qqqq" },
  { "one letter more", .search = "ceasefire", .search_before = "ceasefir" },
  { "filter by actor", .actor = "actor-3" },
  { "known on", .known_on = "1999-01-01" },
  { "group by actor", .group_by = TL_GROUP_BY_ACTOR },
  { "group by place", .group_by = TL_GROUP_BY_PLACE },
  { "group by source", .group_by = TL_GROUP_BY_SOURCE },
};

typedef struct
{
  double wall_ms[N_RUNS];
  double cpu_ms[N_RUNS];
  double longest_ms[N_RUNS];
} Times;

typedef struct
{
  GtkWidget      *window;
  TlTimelineView *view;
  TlExplorer     *explorer;
} Stage;

static GPollFunc original_poll;
static double    busy_since_ms;
static double    longest_ms;

static double
get_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static gint
measure_poll (GPollFD *descriptors, guint n_descriptors, gint timeout)
{
  gint result;

  longest_ms =
      MAX (longest_ms, get_ms (CLOCK_THREAD_CPUTIME_ID) - busy_since_ms);
  result = original_poll (descriptors, n_descriptors, timeout);
  busy_since_ms = get_ms (CLOCK_THREAD_CPUTIME_ID);
  return result;
}

static TlDataset *
load (guint n_events)
{
  const GenerateOptions options = { .n_events = n_events, .lines = TRUE };
  g_autoptr (GBytes) bytes = generate_bytes_published (&options);
  g_autoptr (TlProblems) problems = tl_problems_new ();

  return tl_reader_load_bytes (bytes, "made-up", NULL, problems, NULL);
}

static TlQuery *
make_query (const Change *change, const char *search)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();
  gint64 known_on = TL_KNOWN_ALWAYS;

  tl_filter_set_search (filter, search);
  if (change->actor != NULL)
    tl_filter_add_actor (filter, change->actor);
  if (change->known_on != NULL)
    tl_calendar_parse_day (change->known_on, &known_on);
  return tl_query_new (filter, known_on);
}

/* The predicate, one record after the other. */
static void
check_counts (const TlResult *result)
{
  TlDataset      *dataset = tl_result_get_dataset (result);
  const TlFilter *filter = tl_query_get_filter (tl_result_get_query (result));
  guint           n = tl_dataset_get_n_records (dataset);
  guint           n_found = 0;

  for (guint i = 0; i < n; i += n <= WALK_ALL ? 1 : WALK_STEP)
    if (tl_result_contains (result, i) !=
        tl_filter_matches (filter, dataset, i))
      g_error ("record %u is found or missed by mistake", i);
  for (guint i = 0; i < n; i++)
    n_found += tl_result_contains (result, i) ? 1 : 0;
  if (n_found != tl_result_get_n_shown (result))
    g_error ("%u records are counted as %u", n_found,
             tl_result_get_n_shown (result));
}

/* what: what is waited for; has_loop: whether there was a main loop. */
static void
print (const char *what, const char *name, Times *times, gboolean has_loop)
{
  g_autofree char *wall = g_strdup_printf ("%s, %s, wall", name, what);
  g_autofree char *cpu = g_strdup_printf ("%s, %s", name, what);
  g_autofree char *longest =
      g_strdup_printf ("%s, longest stretch of the main loop", name);

  bench_print_count (wall, bench_sum_up (times->wall_ms, N_RUNS).median_ms,
                     "ms", NULL, 0);
  bench_print (cpu, bench_sum_up (times->cpu_ms, N_RUNS), NULL, NULL);
  if (has_loop)
    bench_print (longest, bench_sum_up (times->longest_ms, N_RUNS), NULL, NULL);
}

/* --- what is found --- */

static void
bench_finding (TlDataset *dataset, const Change *change)
{
  g_autoptr (TlQuery) before = make_query (change, change->search_before);
  g_autoptr (TlQuery) query = make_query (change, change->search);
  g_autoptr (TlResult) previous = NULL;
  Times times;

  if (change->search_before != NULL)
    previous = tl_query_run (before, dataset, NULL, NULL);
  for (guint i = 0; i < N_RUNS; i++)
    {
      double wall_ms = get_ms (CLOCK_MONOTONIC);
      double cpu_ms = get_ms (CLOCK_PROCESS_CPUTIME_ID);
      g_autoptr (TlResult) result =
          tl_query_run (query, dataset, previous, NULL);

      times.wall_ms[i] = get_ms (CLOCK_MONOTONIC) - wall_ms;
      times.cpu_ms[i] = get_ms (CLOCK_PROCESS_CPUTIME_ID) - cpu_ms;
      if (i == 0)
        check_counts (result);
    }
  print ("found", change->name, &times, FALSE);
}

/* --- what is seen --- */

static gboolean
is_shown (Stage *stage)
{
  TlTimelineView *view = stage->view;

  return !tl_explorer_get_busy (stage->explorer) && view->view != NULL &&
         view->job == NULL &&
         tl_timeline_view_get_result (view) ==
             tl_explorer_get_result (stage->explorer) &&
         tl_layout_get_group_by (view->layout) ==
             tl_explorer_get_group_by (stage->explorer);
}

static void
after_paint_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/* Until a frame was painted that shows what is wanted. */
static void
wait_for_frame (Stage *stage)
{
  GdkFrameClock *clock =
      gtk_widget_get_frame_clock (GTK_WIDGET (stage->window));
  gboolean painted = FALSE;
  gulong   id = g_signal_connect (clock, "after-paint",
                                  G_CALLBACK (after_paint_cb), &painted);

  while (!is_shown (stage))
    g_main_context_iteration (NULL, TRUE);
  painted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (stage->view));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

static void
apply (Stage *stage, const Change *change, const char *search)
{
  g_autoptr (TlQuery) query = make_query (change, search);

  tl_explorer_set_group_by (stage->explorer, change->group_by);
  tl_timeline_view_set_group_by (stage->view, change->group_by);
  if (tl_query_get_known_on (query) !=
      tl_explorer_get_known_on (stage->explorer))
    tl_explorer_set_known_on (stage->explorer, tl_query_get_known_on (query));
  if (!tl_filter_is_empty (tl_query_get_filter (query)) ||
      !tl_filter_is_empty (tl_explorer_get_filter (stage->explorer)))
    tl_explorer_set_filter (stage->explorer, tl_query_get_filter (query));
}

static void
bench_showing (Stage *stage, const Change *change)
{
  static const Change nothing = { "nothing", NULL };
  Times               times;

  for (guint i = 0; i < N_RUNS; i++)
    {
      double wall_ms;
      double cpu_ms;

      apply (stage, &nothing, change->search_before);
      wait_for_frame (stage);
      wall_ms = get_ms (CLOCK_MONOTONIC);
      cpu_ms = get_ms (CLOCK_PROCESS_CPUTIME_ID);
      busy_since_ms = get_ms (CLOCK_THREAD_CPUTIME_ID);
      longest_ms = 0;
      apply (stage, change, change->search);
      wait_for_frame (stage);
      times.wall_ms[i] = get_ms (CLOCK_MONOTONIC) - wall_ms;
      times.cpu_ms[i] = get_ms (CLOCK_PROCESS_CPUTIME_ID) - cpu_ms;
      times.longest_ms[i] = longest_ms;
    }
  print ("seen", change->name, &times, TRUE);
}

static void
result_cb (Stage *stage)
{
  tl_timeline_view_set_result (stage->view,
                               tl_explorer_get_result (stage->explorer));
}

static void
bench_window (TlDataset *dataset)
{
  Stage stage = {
    .window = gtk_window_new (),
    .view = TL_TIMELINE_VIEW (tl_timeline_view_new ()),
    .explorer = tl_explorer_new (),
  };

  g_signal_connect_swapped (stage.explorer, "notify::result",
                            G_CALLBACK (result_cb), &stage);
  gtk_window_set_default_size (GTK_WINDOW (stage.window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (stage.window), FALSE);
  gtk_window_set_child (GTK_WINDOW (stage.window), GTK_WIDGET (stage.view));
  tl_timeline_view_set_language (stage.view, "en");
  gtk_window_present (GTK_WINDOW (stage.window));
  tl_explorer_set_dataset (stage.explorer, dataset);
  wait_for_frame (&stage);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    bench_showing (&stage, &changes[i]);
  g_object_unref (stage.explorer);
  gtk_window_destroy (GTK_WINDOW (stage.window));
}

static void
bench_size (guint n_events, gboolean has_display)
{
  g_autoptr (TlDataset) dataset = load (n_events);

  tl_dataset_prepare_search (dataset);
  g_print ("%u records\n", n_events);
  bench_set_size (n_events);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    if (changes[i].group_by == TL_GROUP_BY_KIND)
      bench_finding (dataset, &changes[i]);
  if (!has_display)
    return;
  bench_window (dataset);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 10000, 100000, 1000000 };
  gboolean           has_display;

  bench_init (&argc, &argv);
  has_display = gtk_init_check ();
  original_poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, measure_poll);
  for (guint i = 0; i < G_N_ELEMENTS (sizes) - (bench_is_full () ? 0 : 1); i++)
    bench_size (sizes[i], has_display);
  return bench_finish ();
}
