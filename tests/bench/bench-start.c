/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "tl-application.h"

/* From the start of the process to the first painted frame of the window with
 * the built-in dataset, beside an empty AdwApplicationWindow, in turn. Runs
 * itself as a child for each start: MODE START, where START is the monotonic
 * time at which the parent started it. */

#define N_RUNS 9

typedef struct
{
  double wall_ms;
  double cpu_ms;
} Start;

static gint64 started_us;

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  struct timespec cpu;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &cpu);
  g_print ("%.3f %.3f\n", (double)(g_get_monotonic_time () - started_us) / 1e3,
           (double)cpu.tv_sec * 1e3 + (double)cpu.tv_nsec / 1e6);
  exit (0);
}

static void
realize_cb (GtkWidget *window, gpointer data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (after_paint_cb), NULL);
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

static int
run_child (const char *mode)
{
  g_autoptr (GtkApplication) application = NULL;

  if (g_str_equal (mode, "empty"))
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
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

static gboolean
start_child (const char *program, const char *mode, Start *start)
{
  g_autofree char *now =
      g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char      *argv[] = { program, mode, now, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  char *rest;

  if (!g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, &output, NULL, NULL, &error))
    g_error ("%s", error->message);
  start->wall_ms = g_ascii_strtod (output, &rest);
  start->cpu_ms = g_ascii_strtod (rest, NULL);
  return start->wall_ms > 0;
}

static int
compare_doubles (const void *a, const void *b)
{
  double left = *(const double *)a;
  double right = *(const double *)b;

  return (left > right) - (left < right);
}

static double
get_median (double values[N_RUNS])
{
  qsort (values, N_RUNS, sizeof (double), compare_doubles);
  return values[N_RUNS / 2];
}

int
main (int argc, char **argv)
{
  static const char *const modes[] = { "empty", "window" };
  double                   wall[2][N_RUNS];
  double                   cpu[2][N_RUNS];
  double                   median[2];

  if (argc == 3)
    {
      started_us = g_ascii_strtoll (argv[2], NULL, 10);
      return run_child (argv[1]);
    }
  if (!gtk_init_check ())
    {
      g_print ("No display: the start of the window is not measured.\n");
      return 77;
    }

  for (int run = -1; run < N_RUNS; run++)
    for (int mode = 0; mode < 2; mode++)
      {
        Start start;

        if (!start_child (argv[0], modes[mode], &start))
          {
            g_printerr ("%s: painted nothing\n", modes[mode]);
            return 1;
          }
        if (run >= 0)
          {
            wall[mode][run] = start.wall_ms;
            cpu[mode][run] = start.cpu_ms;
          }
      }
  for (int mode = 0; mode < 2; mode++)
    {
      median[mode] = get_median (cpu[mode]);
      g_print ("start to first frame, %-8s %8.1f ms CPU %8.1f ms wall"
               " (medians of %d)\n",
               modes[mode], median[mode], get_median (wall[mode]), N_RUNS);
    }
  g_print ("window / empty AdwApplicationWindow: %.2f × CPU\n",
           median[1] / median[0]);
  return 0;
}
