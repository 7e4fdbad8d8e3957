/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>
#include <stdlib.h>
#include <time.h>

#include "bench.h"
#include "generate.h"
#include "tl-reader.h"
#include "tl-timeline-view.h"

/* What a frame of the real timeline costs the main thread, 1920×1080: from one
 * painted frame to the next, with the input, the geometry and GTK's own work.
 * The references are windows of GTK alone in the same process: one whose whole
 * content changes colour with each frame, and one in which something small
 * moves. Arguments: the sizes instead of 10^4 and 10^6. */

#define WIDTH 1920
#define HEIGHT 1080
#define PAN_PX 24.0
#define ZOOM_FACTOR 1.05
#define N_WARM_UP 20
#define N_FRAMES 120
#define N_SELECTED 32
/* Than everything in view, for panning and zooming. */
#define CLOSER 8
#define MAX_SECONDS 60

typedef struct _Stage Stage;
typedef void (*Step) (Stage *stage, guint i);

struct _Stage
{
  GtkWidget *window;
  GtkWidget *content;
  Step       step;
  guint      n_steps;
  guint      n_painted;
  double     last_ms;
  double     times[N_FRAMES];
  guint      records[N_SELECTED]; /* in view */
  guint      n_records;
};

/* --- the references --- */

#define BENCH_TYPE_COLOR (bench_color_get_type ())
G_DECLARE_FINAL_TYPE (BenchColor, bench_color, BENCH, COLOR, GtkWidget)

struct _BenchColor
{
  GtkWidget parent_instance;
  gboolean  is_small;
  guint     n_drawn;
};

G_DEFINE_FINAL_TYPE (BenchColor, bench_color, GTK_TYPE_WIDGET)

static void
bench_color_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BenchColor     *self = BENCH_COLOR (widget);
  float           part = (float)(self->n_drawn++ % 100) / 100;
  GdkRGBA         color = { 1 - part, 0.5f, part, 1 };
  graphene_rect_t rect =
      GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                          (float)gtk_widget_get_height (widget));

  if (self->is_small)
    rect = GRAPHENE_RECT_INIT (800 + 100 * part, 500, 40, 20);
  gtk_snapshot_append_color (snapshot, &color, &rect);
}

static void
bench_color_class_init (BenchColorClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bench_color_snapshot;
}

static void
bench_color_init (BenchColor *self)
{
}

static void
step_color (Stage *stage, guint i)
{
  gtk_widget_queue_draw (stage->content);
}

/* --- the timeline --- */

static TlViewport *
get_viewport (Stage *stage)
{
  return tl_timeline_view_get_viewport (TL_TIMELINE_VIEW (stage->content));
}

static void
step_pan (Stage *stage, guint i)
{
  tl_viewport_pan (get_viewport (stage), -PAN_PX, 0);
}

static void
step_zoom (Stage *stage, guint i)
{
  tl_viewport_zoom_at (get_viewport (stage), WIDTH / 2.0 + 100,
                       i % N_FRAMES < N_FRAMES / 2 ? ZOOM_FACTOR
                                                   : 1 / ZOOM_FACTOR);
}

static GtkEventController *
find_motion (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller =
          g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        return controller; /* the widget keeps it */
    }
  g_error ("The timeline does not follow the pointer");
}

static void
step_hover (Stage *stage, guint i)
{
  g_signal_emit_by_name (find_motion (stage->content), "motion",
                         300.0 + i * 37 % 1500, 100.0 + i * 53 % 800);
}

static void
step_select (Stage *stage, guint i)
{
  if (stage->n_records > 0)
    tl_timeline_view_set_selected (TL_TIMELINE_VIEW (stage->content),
                                   stage->records[i % stage->n_records]);
}

/* --- frames --- */

static double
get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static gboolean
tick_cb (GtkWidget *content, GdkFrameClock *clock, gpointer data)
{
  Stage *stage = data;

  if (stage->step == NULL)
    return G_SOURCE_REMOVE;
  stage->step (stage, stage->n_steps++);
  return G_SOURCE_CONTINUE;
}

static void
after_paint_cb (GdkFrameClock *clock, Stage *stage)
{
  double now_ms = get_thread_ms ();
  guint  n = stage->n_painted++;

  if (n >= N_WARM_UP && n < N_WARM_UP + N_FRAMES)
    stage->times[n - N_WARM_UP] = now_ms - stage->last_ms;
  stage->last_ms = now_ms;
}

static gboolean
raise_flag_cb (gpointer flag)
{
  *(gboolean *)flag = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_loop (guint ms)
{
  gboolean done = FALSE;

  g_timeout_add (ms, raise_flag_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static BenchResult
measure_frames (Stage *stage, Step step)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (stage->window);
  gulong         id = g_signal_connect (clock, "after-paint",
                                        G_CALLBACK (after_paint_cb), stage);
  gint64 end_us = g_get_monotonic_time () + MAX_SECONDS * G_USEC_PER_SEC;
  guint  n_times;

  stage->step = step;
  stage->n_steps = 0;
  stage->n_painted = 0;
  gtk_widget_add_tick_callback (stage->content, tick_cb, stage, NULL);
  while (stage->n_painted < N_WARM_UP + N_FRAMES &&
         g_get_monotonic_time () < end_us)
    run_loop (50);
  stage->step = NULL;
  g_signal_handler_disconnect (clock, id);
  run_loop (100);
  if (stage->n_painted <= N_WARM_UP)
    g_error ("The window paints less than a frame in a second");
  n_times = MIN (stage->n_painted - N_WARM_UP, N_FRAMES);
  return bench_sum_up (stage->times, n_times);
}

static Stage *
open_stage (GtkWidget *content)
{
  Stage *stage = g_new0 (Stage, 1);

  stage->window = gtk_window_new ();
  stage->content = content;
  gtk_window_set_decorated (GTK_WINDOW (stage->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (stage->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (stage->window), content);
  gtk_window_present (GTK_WINDOW (stage->window));
  while (gtk_widget_get_width (content) == 0)
    run_loop (20);
  run_loop (300);
  return stage;
}

static void
close_stage (Stage *stage)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
  run_loop (50);
  g_free (stage);
}

static BenchResult
measure_reference (gboolean is_small)
{
  BenchColor *color = g_object_new (BENCH_TYPE_COLOR, NULL);
  Stage      *stage = open_stage (GTK_WIDGET (color));
  BenchResult result;

  color->is_small = is_small;
  result = measure_frames (stage, step_color);
  close_stage (stage);
  return result;
}

/* --- sizes --- */

static TlDataset *
new_dataset (guint64 n_events)
{
  GenerateOptions options = { .n_events = n_events, .lines = TRUE };
  g_autoptr (GBytes) bytes = generate_bytes (&options);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  TlDataset *dataset =
      tl_reader_load_bytes (bytes, "made-up", NULL, problems, &error);

  if (dataset == NULL)
    g_error ("%s", error->message);
  return dataset;
}

/* Back to the same place for each kind of movement: early, and closer. */
static void
go_to_start (Stage *stage)
{
  TlTimelineView *view = TL_TIMELINE_VIEW (stage->content);
  gint64          from;
  gint64          to;

  tl_timeline_view_set_selected (view, TL_NONE);
  tl_timeline_view_fit_all (view);
  for (guint i = 0; !tl_timeline_view_get_range (view, &from, &to); i++)
    {
      if (i > MAX_SECONDS * 10)
        g_error ("Nothing is shown");
      run_loop (100);
    }
  run_loop (300);
  tl_viewport_zoom_at (get_viewport (stage), 300, CLOSER);
  run_loop (300);
}

/* Records spread over what is in view. */
static void
find_records (Stage *stage)
{
  TlTimelineView *view = TL_TIMELINE_VIEW (stage->content);
  TlDataset      *dataset = tl_timeline_view_get_dataset (view);
  const TlEntry  *entries = tl_dataset_get_entries (dataset);
  guint           n = tl_dataset_get_n_records (dataset);
  guint           stride = MAX (n / 4000, 1);
  gint64          from;
  gint64          to;

  stage->n_records = 0;
  if (!tl_timeline_view_get_range (view, &from, &to))
    return;
  for (guint i = 0; i < n && stage->n_records < N_SELECTED; i += stride)
    if (entries[i].span.earliest > from && entries[i].span.latest < to)
      stage->records[stage->n_records++] = i;
}

static BenchResult
bench_movement (Stage             *stage,
                const char        *name,
                Step               step,
                const char        *reference_name,
                const BenchResult *reference)
{
  BenchResult result;

  go_to_start (stage);
  find_records (stage);
  result = measure_frames (stage, step);
  bench_print (name, result, reference_name, reference);
  return result;
}

/* first_pan: panning at the first size; filled in when its n_runs is 0. */
static void
bench_size (guint64            n_events,
            const BenchResult *full,
            const BenchResult *small,
            BenchResult       *first_pan)
{
  g_autoptr (TlDataset) dataset = new_dataset (n_events);
  GtkWidget  *timeline = tl_timeline_view_new ();
  Stage      *stage = open_stage (timeline);
  BenchResult pan;

  g_print ("%" G_GUINT64_FORMAT " records\n", n_events);
  bench_set_size (n_events);
  tl_timeline_view_set_language (TL_TIMELINE_VIEW (timeline), "en");
  tl_timeline_view_set_dataset (TL_TIMELINE_VIEW (timeline), dataset);
  run_loop (1000);
  pan = bench_movement (stage, "frame, pan", step_pan, "empty changing frame",
                        full);
  if (first_pan->n_runs == 0)
    *first_pan = pan;
  else
    bench_print ("frame, pan, growth", pan, "first size", first_pan);
  bench_movement (stage, "frame, zoom", step_zoom, "empty changing frame",
                  full);
  bench_movement (stage, "frame, hover", step_hover, "frame of a small change",
                  small);
  bench_movement (stage, "frame, selection", step_select,
                  "frame of a small change", small);
  close_stage (stage);
}

int
main (int argc, char **argv)
{
  static const guint64 default_sizes[] = { 10000, 1000000 };
  BenchResult          full;
  BenchResult          small;
  BenchResult          first_pan = { 0 };

  bench_init (&argc, &argv);
  if (!gtk_init_check ())
    {
      g_print ("No display: frames are not measured.\n");
      return 77;
    }
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE,
                NULL);
  full = measure_reference (FALSE);
  small = measure_reference (TRUE);
  bench_print ("empty changing frame (reference)", full, NULL, NULL);
  bench_print ("frame of a small change (reference)", small, NULL, NULL);
  for (int i = 1; i < argc; i++)
    bench_size (CLAMP (g_ascii_strtoull (argv[i], NULL, 10), 1, 10000000),
                &full, &small, &first_pan);
  for (guint i = 0; argc == 1 && i < G_N_ELEMENTS (default_sizes); i++)
    bench_size (default_sizes[i], &full, &small, &first_pan);
  return bench_finish ();
}
