/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bench.h"
#include "generate.h"
#include "tl-application.h"
#include "tl-timeline-view.h"

/* From the start of the process to the first painted frame of the window, with
 * the built-in dataset and with many records, beside an empty
 * AdwApplicationWindow, in turn. The first frame is one thing, the first with
 * marks on the timeline may be a later one, so that both are told. Runs itself
 * as a child for each start: --child MODE STARTED [FILE], where STARTED is the
 * monotonic time at which the parent started it. With --instructions, which
 * needs valgrind, counts what the starts take instead of timing them. */

#define N_RUNS 9
#define N_RECORDS 10000

typedef enum
{
  MODE_EMPTY,
  MODE_BUILTIN,
  MODE_RECORDS,
  N_MODES,
} Mode;

static const char *const mode_names[] = {
  [MODE_EMPTY] = "empty window",
  [MODE_BUILTIN] = "built-in dataset",
  [MODE_RECORDS] = "10⁴ records",
};
G_STATIC_ASSERT (G_N_ELEMENTS (mode_names) == N_MODES);

typedef enum
{
  FIRST_WALL,
  FIRST_CPU,
  TIMELINE_WALL,
  TIMELINE_CPU,
  N_FIGURES,
} Figure;

typedef struct
{
  const char *program;
  const char *records; /* path of a file */
  double      figures[N_MODES][N_FIGURES][N_RUNS];
} Bench;

static gint64   started_us;
static gboolean has_frame;

static void
print_now (void)
{
  struct timespec cpu;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &cpu);
  g_print ("%.3f %.3f\n", (double)(g_get_monotonic_time () - started_us) / 1e3,
           (double)cpu.tv_sec * 1e3 + (double)cpu.tv_nsec / 1e6);
}

/* (nullable) */
static TlTimelineView *
find_timeline (GtkWidget *widget)
{
  TlTimelineView *found = NULL;

  if (TL_IS_TIMELINE_VIEW (widget))
    return TL_TIMELINE_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_timeline (child);
  return found;
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer window)
{
  TlTimelineView *timeline = find_timeline (window);
  gint64          from = 0;
  gint64          to = 0;

  if (!has_frame)
    print_now ();
  has_frame = TRUE;
  if (timeline != NULL && (tl_timeline_view_get_dataset (timeline) == NULL ||
                           !tl_timeline_view_get_range (timeline, &from, &to)))
    return;

  print_now ();
  exit (0);
}

static void
realize_cb (GtkWidget *window, gpointer data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (after_paint_cb), window);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, gpointer data)
{
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    realize_cb (GTK_WIDGET (window), NULL);
  else
    g_signal_connect (window, "realize", G_CALLBACK (realize_cb), NULL);
}

static void
show_empty_window_cb (GApplication *application, gpointer data)
{
  GtkWidget *window =
      adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

/* arguments: MODE STARTED [FILE] */
static int
run_child (int n_arguments, char **arguments)
{
  g_autoptr (GtkApplication) application = NULL;
  char *application_arguments[] = { arguments[-2], arguments[2], NULL };

  started_us = g_ascii_strtoll (arguments[1], NULL, 10);
  if (atoi (arguments[0]) == MODE_EMPTY)
    {
      application = GTK_APPLICATION (
          adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate",
                        G_CALLBACK (show_empty_window_cb), NULL);
    }
  else
    application =
        GTK_APPLICATION (tl_application_new (G_APPLICATION_NON_UNIQUE));
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb),
                    NULL);
  return g_application_run (G_APPLICATION (application),
                            n_arguments == 3 ? 2 : 1, application_arguments);
}

/* before: (nullable): a program that runs the child, and its arguments. Returns
 * what was printed, or with before what was complained of. */
static char *
start_child (const Bench *bench, Mode mode, const char *const *before)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autofree char *mode_number = g_strdup_printf ("%d", mode);
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  if (before != NULL)
    g_strv_builder_addv (builder, (const char **)before);
  now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_strv_builder_add_many (builder, bench->program, "--child", mode_number, now,
                           mode == MODE_RECORDS ? bench->records : NULL, NULL);
  arguments = g_strv_builder_end (builder);
  if (!g_spawn_sync (NULL, arguments, NULL,
                     G_SPAWN_SEARCH_PATH |
                         (before != NULL ? G_SPAWN_STDOUT_TO_DEV_NULL
                                         : G_SPAWN_STDERR_TO_DEV_NULL),
                     NULL, NULL, before == NULL ? &output : NULL,
                     before != NULL ? &output : NULL, NULL, &error))
    g_error ("%s", error->message);
  return output;
}

static void
measure_start (Bench *bench, Mode mode, int run)
{
  g_autofree char *output = start_child (bench, mode, NULL);
  char            *rest = output;

  for (Figure figure = 0; figure < N_FIGURES; figure++)
    {
      double value = g_ascii_strtod (rest, &rest);

      if (value <= 0)
        g_error ("%s: nothing was painted", mode_names[mode]);
      if (run >= 0)
        bench->figures[mode][figure][run] = value;
    }
}

static void
print_cpu (Bench *bench, Figure figure, const char *name)
{
  BenchResult empty = { 0 };

  for (Mode mode = 0; mode < N_MODES; mode++)
    {
      BenchResult result = bench_sum_up (bench->figures[mode][figure], N_RUNS);
      g_autofree char *line =
          g_strdup_printf ("%s, %s", name, mode_names[mode]);

      if (mode == MODE_EMPTY)
        empty = result;
      bench_print (line, result, mode_names[MODE_EMPTY],
                   mode != MODE_EMPTY ? &empty : NULL);
    }
}

static void
print_wall (Bench *bench, Figure figure, const char *name)
{
  double empty = 0;

  for (Mode mode = 0; mode < N_MODES; mode++)
    {
      double median =
          bench_sum_up (bench->figures[mode][figure], N_RUNS).median_ms;
      g_autofree char *line =
          g_strdup_printf ("%s, %s, wall", name, mode_names[mode]);

      if (mode == MODE_EMPTY)
        empty = median;
      bench_print_count (line, median, "ms", mode_names[MODE_EMPTY],
                         mode != MODE_EMPTY ? empty : 0);
    }
}

static void
measure_times (Bench *bench)
{
  for (int run = -1; run < N_RUNS; run++)
    for (Mode mode = 0; mode < N_MODES; mode++)
      measure_start (bench, mode, run);
  print_cpu (bench, FIRST_CPU, "first frame");
  print_cpu (bench, TIMELINE_CPU, "frame with the timeline");
  print_wall (bench, FIRST_WALL, "first frame");
  print_wall (bench, TIMELINE_WALL, "frame with the timeline");
}

static void
count_instructions (Bench *bench)
{
  static const char *const before[] = { "valgrind", "--tool=callgrind",
                                        "--callgrind-out-file=/dev/null",
                                        NULL };
  double                   empty = 0;

  for (Mode mode = 0; mode < N_MODES; mode++)
    {
      g_autofree char *output = start_child (bench, mode, before);
      g_autofree char *line =
          g_strdup_printf ("frame with the timeline, %s", mode_names[mode]);
      const char *counted = strstr (output, "Collected : ");
      double      millions = 0;

      if (counted == NULL)
        g_error ("valgrind counted nothing: %s", output);
      millions = g_ascii_strtod (counted + strlen ("Collected : "), NULL) / 1e6;
      if (mode == MODE_EMPTY)
        empty = millions;
      bench_print_count (line, millions, "million instructions",
                         mode_names[MODE_EMPTY],
                         mode != MODE_EMPTY ? empty : 0);
    }
}

/* (transfer full): a path. */
static char *
write_records (void)
{
  const GenerateOptions options = { .n_events = N_RECORDS };
  g_autoptr (GBytes) bytes = generate_bytes (&options);
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int   file = g_file_open_tmp ("bench-start-XXXXXX.json", &path, &error);

  if (file < 0 || !g_close (file, &error) ||
      !g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                            (gssize)g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message);
  return path;
}

static gboolean
take_flag (int *argc, char **argv, const char *flag)
{
  gboolean found = *argc == 2 && g_str_equal (argv[1], flag);

  if (found)
    *argc = 1;
  return found;
}

int
main (int argc, char **argv)
{
  g_autofree Bench *bench = g_new0 (Bench, 1);
  g_autofree char  *records = NULL;
  g_autofree char  *valgrind = NULL;

  if (argc >= 4 && g_str_equal (argv[1], "--child"))
    return run_child (argc - 2, argv + 2);

  bench_init (&argc, &argv);
  if (!gtk_init_check ())
    {
      g_print ("No display: the start of the window is not measured.\n");
      return 77;
    }
  valgrind = g_find_program_in_path ("valgrind");
  bench->program = argv[0];
  bench->records = records = write_records ();
  if (!take_flag (&argc, argv, "--instructions"))
    measure_times (bench);
  else if (valgrind != NULL)
    count_instructions (bench);
  else
    g_print ("No valgrind: instructions are not counted.\n");
  g_unlink (records);
  return bench_finish ();
}
