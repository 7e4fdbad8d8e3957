/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <time.h>

#include "bench.h"
#include "tl-application.h"
#include "tl-window.h"

/* How long the main thread is busy at a stretch, between two polls of the main
 * loop, while the window with the built-in dataset is used: CPU time of the
 * thread, so that other programs do not count. The reference is the longest
 * stretch of an empty AdwWindow until it rests. */

#define STEP_SECONDS 0.6

typedef struct
{
  const char *name;
  const char *action;
  guint       times;
} Step;

static const Step steps[] = {
  { "first frames", NULL, 0 },
  { "select next in time", "win.next", 41 },
  { "select lane below", "win.lane-down", 20 },
  { "zoom in", "win.zoom-in", 12 },
  { "zoom out", "win.zoom-out", 6 },
  { "show everything", "win.fit-all", 1 },
  { "axis in proportion and back", "win.shorten-quiet-spans", 2 },
  { "details pane off and on", "win.show-pane", 2 },
  { "reload", "win.reload", 2 },
  { "export dialog", "win.export", 1 },
};

static GPollFunc original_poll;
static double    busy_since_ms;
static double    longest_ms;

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

static void
run_step (GtkWindow *window, const Step *step, const BenchResult *reference)
{
  begin_stretches ();
  for (guint i = 0; i < step->times; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), step->action, NULL);
      run_loop (STEP_SECONDS / MAX (step->times, 1));
    }
  run_loop (STEP_SECONDS);
  bench_print (step->name, bench_sum_up (&longest_ms, 1), "empty window",
               reference);
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
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    run_step (window, &steps[i], empty);
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
  g_print ("Longest stretches of the main thread\n");
  original_poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, measure_poll);
  application = tl_application_new (G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (before_activate_cb),
                    &empty);
  g_signal_connect_after (application, "activate", G_CALLBACK (activate_cb),
                          &empty);
  status = g_application_run (G_APPLICATION (application), argc, argv);
  return MAX (status, bench_finish ());
}
