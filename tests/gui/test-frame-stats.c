/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-frame-stats.h"

#include "gui-test.h"
#include "tests/assert-near.h"
#include "tl-application.h"

static void
test_quantiles (void)
{
  g_autoptr (TlFrameStats) stats = tl_frame_stats_new ();
  static const struct
  {
    double part;
    double cpu_ms;
  } cases[] = { { 0, 1 },      { 0.005, 1 },  { 0.5, 100 },
                { 0.95, 190 }, { 0.99, 198 }, { 1, 200 } };

  assert_near (tl_frame_stats_get_quantile (stats, TL_FRAME_TIME_CPU, 0.5), 0,
               0);
  /* 1 to 200 ms in mixed order: 77 has no divisor in common with 200. */
  for (guint i = 0; i < 200; i++)
    {
      double ms = 1 + i * 77 % 200;

      tl_frame_stats_add (stats, ms, 2 * ms);
    }
  g_assert_cmpuint (tl_frame_stats_get_n_frames (stats), ==, 200);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_near (
          tl_frame_stats_get_quantile (stats, TL_FRAME_TIME_CPU, cases[i].part),
          cases[i].cpu_ms, 0);
      assert_near (tl_frame_stats_get_quantile (stats, TL_FRAME_TIME_WALL,
                                                cases[i].part),
                   2 * cases[i].cpu_ms, 0);
    }
}

static guint
count_in_histogram (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint total = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *number = strstr (lines[i], " ms ");

      if (g_str_has_prefix (lines[i], "≤") || g_str_has_prefix (lines[i], ">"))
        total += (guint)g_ascii_strtoull (number + 4, NULL, 10);
    }
  return total;
}

static void
test_text (void)
{
  g_autoptr (TlFrameStats) stats = tl_frame_stats_new ();
  g_autofree char *empty = tl_frame_stats_to_text (stats);
  g_autofree char *text = NULL;

  g_assert_cmpstr (empty, ==, "0 frames painted\n");
  for (guint i = 0; i < 50; i++)
    tl_frame_stats_add (stats, i < 49 ? 3 : 500, 700);
  text = tl_frame_stats_to_text (stats);
  g_assert_nonnull (strstr (text, "50 frames painted\n"));
  g_assert_nonnull (strstr (text, "CPU time: median 3.00 ms, 95 % 3.00 ms, "
                                  "99 % 500.00 ms, longest 500.00 ms\n"));
  g_assert_nonnull (strstr (text, "Elapsed: median 700.00 ms"));
  g_assert_nonnull (strstr (text, "≤    4.0 ms      49 █"));
  g_assert_nonnull (strstr (text, ">  133.3 ms       1 █"));
  g_assert_cmpuint (count_in_histogram (text), ==, 50);
}

typedef struct
{
  guint n_ticks;
  guint n_drawn;
} Counts;

static void
draw_cb (
    GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  ((Counts *)data)->n_drawn++;
}

static gboolean
draw_again_cb (GtkWidget *area, GdkFrameClock *clock, gpointer data)
{
  ((Counts *)data)->n_ticks++;
  gtk_widget_queue_draw (area);
  return G_SOURCE_CONTINUE;
}

static void
update_cb (GdkFrameClock *clock, gpointer data)
{
  ((Counts *)data)->n_ticks++;
}

/* Every frame is recorded, whenever the window came to be watched, and none
 * after it is gone. */
static void
test_window (void)
{
  g_autoptr (TlFrameStats) stats = tl_frame_stats_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *area = gtk_drawing_area_new ();
  Counts     counts = { 0 };
  guint      id;
  guint      n_frames;

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, &counts,
                                  NULL);
  gtk_window_set_child (GTK_WINDOW (window), area);
  tl_frame_stats_watch (stats, window);
  tl_frame_stats_watch (stats, window);
  gtk_window_present (GTK_WINDOW (window));
  id = gtk_widget_add_tick_callback (area, draw_again_cb, &counts, NULL);
  gui_wait_for (counts.n_drawn >= 10);
  gtk_widget_remove_tick_callback (area, id);
  gui_settle (60);
  n_frames = tl_frame_stats_get_n_frames (stats);
  g_assert_cmpuint (n_frames, >=, counts.n_drawn);
  g_assert_cmpuint (n_frames, <=, counts.n_ticks + 10);
  g_assert_cmpfloat (tl_frame_stats_get_quantile (stats, TL_FRAME_TIME_CPU, 1),
                     >, 0);

  gtk_window_destroy (GTK_WINDOW (window));
  gui_settle (20);
  g_assert_cmpuint (tl_frame_stats_get_n_frames (stats), ==, n_frames);
}

/* A turn of the clock that paints nothing is no frame. */
static void
test_idle_turns (void)
{
  g_autoptr (TlFrameStats) stats = tl_frame_stats_new ();
  GtkWidget     *window = gtk_window_new ();
  GdkFrameClock *clock;
  Counts         counts = { 0 };
  guint          n_frames;
  gulong         id;

  gtk_window_present (GTK_WINDOW (window));
  gui_wait_for (gtk_widget_get_mapped (window));
  tl_frame_stats_watch (stats, window);
  gtk_widget_queue_draw (window);
  gui_wait_for (tl_frame_stats_get_n_frames (stats) > 0);
  gui_settle (100);
  clock = gtk_widget_get_frame_clock (window);
  n_frames = tl_frame_stats_get_n_frames (stats);
  id = g_signal_connect (clock, "update", G_CALLBACK (update_cb), &counts);
  gdk_frame_clock_begin_updating (clock);
  gui_wait_for (counts.n_ticks >= 5);
  gdk_frame_clock_end_updating (clock);
  g_signal_handler_disconnect (clock, id);
  g_assert_cmpuint (tl_frame_stats_get_n_frames (stats), ==, n_frames);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GString *printed;

static void
keep_printed (const char *text)
{
  /* What GLib notes for whoever reads the log of the test is a comment. */
  if (text[0] != '#')
    g_string_append (printed, text);
}

static gboolean
quit_when_painted_cb (gpointer application)
{
  GtkWindow *window =
      gtk_application_get_active_window (GTK_APPLICATION (application));
  GdkFrameClock *clock =
      window != NULL ? gtk_widget_get_frame_clock (GTK_WIDGET (window)) : NULL;

  if (clock == NULL || gdk_frame_clock_get_frame_counter (clock) < 3)
    return G_SOURCE_CONTINUE;
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  return G_SOURCE_REMOVE;
}

static char *
run_application (const char *option)
{
  char           program[] = "treatyline";
  char          *words[] = { program, (char *)option, NULL };
  TlApplication *application = tl_application_new (G_APPLICATION_NON_UNIQUE);
  GPrintFunc     previous = g_set_print_handler (keep_printed);

  printed = g_string_new (NULL);
  g_timeout_add (50, quit_when_painted_cb, application);
  g_assert_cmpint (g_application_run (G_APPLICATION (application),
                                      option != NULL ? 2 : 1, words),
                   ==, 0);
  g_set_print_handler (previous);
  g_assert_finalize_object (application);
  return g_string_free (printed, FALSE);
}

static void
test_option (void)
{
  g_autofree char *text = run_application ("--frame-stats");
  g_autofree char *silence = run_application (NULL);

  g_assert_cmpuint (g_ascii_strtoull (text, NULL, 10), >=, 1);
  g_assert_nonnull (strstr (text, "painted\nCPU time: median "));
  g_assert_cmpuint (count_in_histogram (text), ==,
                    g_ascii_strtoull (text, NULL, 10));
  g_assert_cmpstr (silence, ==, "");
}

int
main (int argc, char **argv)
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/tl/frame-stats/quantiles", test_quantiles);
  g_test_add_func ("/tl/frame-stats/text", test_text);
  g_test_add_func ("/tl/frame-stats/window", test_window);
  g_test_add_func ("/tl/frame-stats/idle-turns", test_idle_turns);
  g_test_add_func ("/tl/frame-stats/option", test_option);
  return gui_test_run ();
}
