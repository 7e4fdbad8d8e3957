/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

#include "bench.h"
#include "generate-published.h"
#include "tl-application.h"
#include "tl-window.h"

/* How long the main thread is busy at a stretch, between two polls of the main
 * loop, while the window is used: CPU time of the thread, so that other
 * programs do not count. With the built-in dataset, and then with many records,
 * as many as an argument says. The reference is the longest stretch of an empty
 * AdwWindow until it rests. */

#define STEP_SECONDS 0.6
#define N_RECORDS 1000000
/* The program rests when it takes less in such a slice, this often. */
#define SLICE_SECONDS 0.2
#define SLICE_CPU_MS 20
#define N_QUIET 2
#define MAX_SECONDS 60

typedef struct
{
  const char *name;
  const char *action; /* nullable; "type." with what is to be searched */
  const char *target; /* nullable: a GVariant in text form */
  guint       times;
} Step;

static const Step steps[] = {
  { "first frames", NULL, NULL, 0 },
  { "select next in time", "win.next", NULL, 41 },
  { "select lane below", "win.lane-down", NULL, 20 },
  { "zoom in", "win.zoom-in", NULL, 12 },
  { "zoom out", "win.zoom-out", NULL, 6 },
  { "show everything", "win.fit-all", NULL, 1 },
  { "axis in proportion and back", "win.shorten-quiet-spans", NULL, 2 },
  { "details pane off and on", "win.show-pane", NULL, 2 },
  { "overview off and on", "win.show-overview", NULL, 2 },
  { "group by actor", "win.group-by", "'actor'", 1 },
  { "fold all groups", "win.fold-all", NULL, 1 },
  { "unfold all groups", "win.unfold-all", NULL, 1 },
  { "group by kind", "win.group-by", "'kind'", 1 },
  { "known-on bar", "win.known-on", NULL, 1 },
  { "publication back", "win.previous-publication", NULL, 6 },
  { "publication on", "win.next-publication", NULL, 3 },
  { "known-on bar off", "win.known-on", NULL, 1 },
  { "search bar", "win.search", NULL, 1 },
  { "search as one types", "type.treaty", NULL, 1 },
  { "next match", "win.search-next", NULL, 10 },
  { "dim others and back", "win.dim-others", NULL, 2 },
  { "search as one deletes", "type.", NULL, 1 },
  { "search bar off", "win.search", NULL, 1 },
  { "filter panel", "win.filter", NULL, 1 },
  { "contested only and back", "win.contested-only", NULL, 2 },
  { "list", "win.view", "'list'", 1 },
  { "list by title", "list-view.sort", "'title'", 1 },
  { "list by kind", "list-view.sort", "'kind'", 1 },
  { "list by place", "list-view.sort", "'place'", 1 },
  { "list by participants", "list-view.sort", "'participants'", 1 },
  { "list by certainty", "list-view.sort", "'certainty'", 1 },
  { "list by sources", "list-view.sort", "'sources'", 1 },
  { "list by date", "list-view.sort", "'date'", 1 },
  { "list downwards and back", "list-view.descending", NULL, 2 },
  { "quotes", "win.view", "'quotes'", 1 },
  { "expirations", "win.view", "'expirations'", 1 },
  { "timeline", "win.view", "'timeline'", 1 },
  { "reload", "win.reload", NULL, 2 },
  { "export dialog", "win.export", NULL, 1 },
};

static GPollFunc original_poll;
static double    busy_since_ms;
static double    longest_ms;
static guint64   n_records = N_RECORDS;

static double
get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static gint
measure_poll (GPollFD *descriptors, guint n_descriptors, gint timeout)
{
  gint result;

  longest_ms = MAX (longest_ms, get_thread_ms () - busy_since_ms);
  result = original_poll (descriptors, n_descriptors, timeout);
  busy_since_ms = get_thread_ms ();
  return result;
}

static gboolean
raise_flag_cb (gpointer flag)
{
  *(gboolean *)flag = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_loop (double seconds)
{
  gboolean done = FALSE;

  g_timeout_add ((guint)(seconds * 1e3), raise_flag_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
begin_stretches (void)
{
  longest_ms = 0;
  busy_since_ms = get_thread_ms ();
}

static BenchResult
measure_empty_window (void)
{
  GtkWidget  *window = adw_window_new ();
  BenchResult result;

  begin_stretches ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1920, 1080);
  gtk_window_present (GTK_WINDOW (window));
  run_loop (STEP_SECONDS);
  result = bench_sum_up (&longest_ms, 1);
  gtk_window_destroy (GTK_WINDOW (window));
  return result;
}

static double
get_process_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* What was begun in threads ends on the main loop, too. */
static void
run_until_quiet (void)
{
  guint n_quiet = 0;

  for (guint i = 0; i < MAX_SECONDS / SLICE_SECONDS && n_quiet < N_QUIET; i++)
    {
      double before_ms = get_process_ms ();

      run_loop (SLICE_SECONDS);
      n_quiet = get_process_ms () - before_ms < SLICE_CPU_MS ? n_quiet + 1 : 0;
    }
}

/* (nullable): the first one that is shown, of a type by its name. */
static GtkWidget *
find_widget (GtkWidget *widget, const char *type)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static GtkWidget *
get_widget (GtkWindow *window, const char *type)
{
  GtkWidget *widget = find_widget (GTK_WIDGET (window), type);

  if (widget == NULL)
    g_error ("No %s is shown", type);
  return widget;
}

/* One letter after the other, faster than anybody types. */
static void
type (GtkWindow *window, const char *word)
{
  GtkEditable     *entry = GTK_EDITABLE (get_widget (window, "GtkSearchEntry"));
  gsize            n_before = strlen (gtk_editable_get_text (entry));
  gsize            n = strlen (word);
  g_autofree char *text = g_strdup (gtk_editable_get_text (entry));

  for (gsize i = n_before; i-- > n;)
    {
      text[i] = '\0';
      gtk_editable_set_text (entry, text);
      run_loop (STEP_SECONDS / 4);
    }
  for (gsize i = n_before; i < n; i++)
    {
      g_autofree char *part = g_strndup (word, i + 1);

      gtk_editable_set_text (entry, part);
      run_loop (STEP_SECONDS / 4);
    }
}

static void
act (GtkWindow *window, const Step *step)
{
  GtkWidget *widget = GTK_WIDGET (window);
  g_autoptr (GVariant) target = NULL;

  if (g_str_has_prefix (step->action, "type."))
    {
      type (window, step->action + strlen ("type."));
      return;
    }
  if (g_str_has_prefix (step->action, "list-view."))
    widget = get_widget (window, "TlListView");
  if (step->target != NULL)
    target = g_variant_ref_sink (g_variant_new_parsed (step->target));
  if (!gtk_widget_activate_action_variant (widget, step->action, target))
    g_error ("There is no action %s", step->action);
}

static void
run_step (GtkWindow *window, const Step *step, const BenchResult *reference)
{
  begin_stretches ();
  for (guint i = 0; i < step->times; i++)
    {
      act (window, step);
      run_loop (STEP_SECONDS / MAX (step->times, 1));
    }
  run_until_quiet ();
  bench_print (step->name, bench_sum_up (&longest_ms, 1), "empty window",
               reference);
}

static void
run_steps (GtkWindow *window, const BenchResult *reference)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    run_step (window, &steps[i], reference);
}

/* A window of their own would be another start. */
static void
open_records (GtkWindow *window, const BenchResult *reference)
{
  const GenerateOptions options = { .n_events = n_records, .lines = TRUE };
  g_autoptr (GBytes) bytes = generate_bytes_published (&options);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  int              descriptor =
      g_file_open_tmp ("bench-main-loop-XXXXXX.jsonl", &path, &error);

  if (descriptor < 0 || !g_close (descriptor, &error) ||
      !g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                            (gssize)g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message);
  g_print ("%" G_GUINT64_FORMAT " records\n", n_records);
  bench_set_size (n_records);
  file = g_file_new_for_path (path);
  begin_stretches ();
  tl_window_open (TL_WINDOW (window), file, NULL);
  run_loop (STEP_SECONDS);
  run_until_quiet ();
  bench_print ("open", bench_sum_up (&longest_ms, 1), "empty window",
               reference);
  run_steps (window, reference);
  g_unlink (path);
}

/* Before the application opens its own window. */
static void
before_activate_cb (GApplication *application, BenchResult *empty)
{
  *empty = measure_empty_window ();
  bench_print ("empty window (reference)", *empty, NULL, NULL);
}

static void
activate_cb (GApplication *application, const BenchResult *empty)
{
  GtkWindow *window =
      gtk_application_get_active_window (GTK_APPLICATION (application));

  gtk_window_set_default_size (window, 1920, 1080);
  run_steps (window, empty);
  open_records (window, empty);
  g_application_quit (application);
}

int
main (int argc, char **argv)
{
  g_autoptr (TlApplication) application = NULL;
  BenchResult empty;
  int         status;

  bench_init (&argc, &argv);
  if (!gtk_init_check ())
    {
      g_print ("No display: the main loop is not measured.\n");
      return 77;
    }
  adw_init ();
  if (argc == 2)
    n_records = CLAMP (g_ascii_strtoull (argv[1], NULL, 10), 1, 10000000);
  g_print ("Longest stretches of the main thread\n");
  original_poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, measure_poll);
  application = tl_application_new (G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (before_activate_cb),
                    &empty);
  g_signal_connect_after (application, "activate", G_CALLBACK (activate_cb),
                          &empty);
  status = g_application_run (G_APPLICATION (application), 1, argv);
  return MAX (status, bench_finish ());
}
