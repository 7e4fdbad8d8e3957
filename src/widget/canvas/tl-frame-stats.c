/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-frame-stats.h"

#include <glib/gi18n.h>
#include <math.h>
#include <time.h>

#include "tl-number.h"

/* Two numbers a frame are kept, an hour of constant movement in 3.5 MB, so
 * that quantiles are exact. What watches a window is freed with it and holds
 * a reference to the statistics. */

#define BAR_WIDTH 40
#define WATCH_KEY "tl-frame-stats-watch"

struct _TlFrameStats
{
  grefcount ref_count;
  GArray   *times[TL_N_FRAME_TIMES]; /* of double, ms */
};

typedef struct
{
  TlFrameStats  *stats;
  GdkFrameClock *clock; /* nullable: while the window is not realized */
  gboolean       has_painted;
  double         began_ms[TL_N_FRAME_TIMES];
} Watch;

/* Upper ends of the steps of the histogram: halves and multiples of a frame
 * at 60 Hz. */
static const double steps_ms[] = { 1, 2, 4, 8, 16.7, 33.3, 66.7, 133.3 };
#define N_STEPS (G_N_ELEMENTS (steps_ms) + 1)

static double
get_ms (clockid_t id)
{
  struct timespec now;

  clock_gettime (id, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void
before_paint_cb (GdkFrameClock *clock, Watch *watch)
{
  watch->has_painted = FALSE;
  watch->began_ms[TL_FRAME_TIME_WALL] = get_ms (CLOCK_MONOTONIC);
  watch->began_ms[TL_FRAME_TIME_CPU] = get_ms (CLOCK_THREAD_CPUTIME_ID);
}

static void
paint_cb (GdkFrameClock *clock, Watch *watch)
{
  watch->has_painted = TRUE;
}

static void
after_paint_cb (GdkFrameClock *clock, Watch *watch)
{
  const double *began_ms = watch->began_ms;

  if (!watch->has_painted)
    return;
  watch->has_painted = FALSE;
  tl_frame_stats_add (watch->stats,
                      get_ms (CLOCK_THREAD_CPUTIME_ID) -
                          began_ms[TL_FRAME_TIME_CPU],
                      get_ms (CLOCK_MONOTONIC) - began_ms[TL_FRAME_TIME_WALL]);
}

static void
realize_cb (GtkWidget *window, Watch *watch)
{
  watch->clock = g_object_ref (gtk_widget_get_frame_clock (window));
  watch->has_painted = FALSE;
  g_signal_connect (watch->clock, "before-paint", G_CALLBACK (before_paint_cb),
                    watch);
  g_signal_connect (watch->clock, "paint", G_CALLBACK (paint_cb), watch);
  g_signal_connect (watch->clock, "after-paint", G_CALLBACK (after_paint_cb),
                    watch);
}

static void
unrealize_cb (GtkWidget *window, Watch *watch)
{
  if (watch->clock != NULL)
    g_signal_handlers_disconnect_by_data (watch->clock, watch);
  g_clear_object (&watch->clock);
}

static void
free_watch (gpointer data)
{
  Watch *watch = data;

  unrealize_cb (NULL, watch);
  tl_frame_stats_unref (watch->stats);
  g_free (watch);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a;
  double right = *(const double *)b;

  return (left > right) - (left < right);
}

/**
 * tl_frame_stats_new:
 *
 * Returns: (transfer full): statistics without a frame
 */
TlFrameStats *
tl_frame_stats_new (void)
{
  TlFrameStats *self = g_new0 (TlFrameStats, 1);

  g_ref_count_init (&self->ref_count);
  for (guint i = 0; i < TL_N_FRAME_TIMES; i++)
    self->times[i] = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

/**
 * tl_frame_stats_ref:
 *
 * Returns: (transfer full): @self
 */
TlFrameStats *
tl_frame_stats_ref (TlFrameStats *self)
{
  g_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tl_frame_stats_unref:
 * @self: (transfer full)
 */
void
tl_frame_stats_unref (TlFrameStats *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < TL_N_FRAME_TIMES; i++)
    g_array_unref (self->times[i]);
  g_free (self);
}

/**
 * tl_frame_stats_watch:
 * @window: a window, realized or not yet
 *
 * Records the frames of a window for as long as it exists, once however often
 * it is called. Keeps @self alive.
 */
void
tl_frame_stats_watch (TlFrameStats *self, GtkWidget *window)
{
  Watch *watch;

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (g_object_get_data (G_OBJECT (window), WATCH_KEY) != NULL)
    return;
  watch = g_new0 (Watch, 1);
  watch->stats = tl_frame_stats_ref (self);
  g_object_set_data_full (G_OBJECT (window), WATCH_KEY, watch, free_watch);
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), watch);
  g_signal_connect (window, "unrealize", G_CALLBACK (unrealize_cb), watch);
  if (gtk_widget_get_realized (window))
    realize_cb (window, watch);
}

/**
 * tl_frame_stats_add:
 * @cpu_ms: CPU time of a frame in milliseconds; at least 0
 * @wall_ms: the time that passed meanwhile in milliseconds; at least 0
 *
 * Records one frame.
 */
void
tl_frame_stats_add (TlFrameStats *self, double cpu_ms, double wall_ms)
{
  g_array_append_val (self->times[TL_FRAME_TIME_CPU], cpu_ms);
  g_array_append_val (self->times[TL_FRAME_TIME_WALL], wall_ms);
}

guint
tl_frame_stats_get_n_frames (const TlFrameStats *self)
{
  return self->times[0]->len;
}

/* (transfer full) */
static GArray *
sort_times (const TlFrameStats *self, TlFrameTime time)
{
  GArray *sorted = g_array_copy (self->times[time]);

  g_array_sort (sorted, compare_doubles);
  return sorted;
}

/* The smallest time that so large a part of the frames does not exceed. */
static double
find_quantile (const GArray *sorted, double part)
{
  guint rank;

  if (sorted->len == 0)
    return 0;
  rank = (guint)ceil (CLAMP (part, 0, 1) * (double)sorted->len);
  return ((const double *)(gconstpointer)sorted->data)[MAX (rank, 1) - 1];
}

/**
 * tl_frame_stats_get_quantile:
 * @part: of the frames, 0–1: 0.5 for the median, 1 for the longest
 *
 * Finds the time that such a part of the frames did not exceed (the nearest
 * rank: always the time of a real frame).
 *
 * Returns: milliseconds; 0 without a frame
 */
double
tl_frame_stats_get_quantile (const TlFrameStats *self,
                             TlFrameTime         time,
                             double              part)
{
  g_autoptr (GArray) sorted = sort_times (self, time);

  return find_quantile (sorted, part);
}

static guint
find_step (double ms)
{
  guint step = 0;

  while (step < G_N_ELEMENTS (steps_ms) && ms > steps_ms[step])
    step++;
  return step;
}

/* Numbers stand below each other. */
static char *
pad (char *number, glong width)
{
  glong n_missing = MAX (width - g_utf8_strlen (number, -1), 0);
  char *padded = g_strdup_printf ("%*s%s", (int)n_missing, "", number);

  g_free (number);
  return padded;
}

static void
append_step (GString *text, double ms, gboolean is_last, guint count)
{
  g_autofree char *limit = pad (tl_number_format_decimal (ms, 1), 6);
  g_autofree char *n_frames = pad (tl_number_format (count), 7);

  if (is_last)
    /* Translators: A step of the histogram: more milliseconds than so many. */
    g_string_append_printf (text, C_ ("frames", "> %s ms"), limit);
  else
    /* Translators: A step of the histogram: at most so many milliseconds. */
    g_string_append_printf (text, C_ ("frames", "≤ %s ms"), limit);
  g_string_append_printf (text, " %s ", n_frames);
}

static void
append_histogram (const TlFrameStats *self, GString *text)
{
  const GArray *times = self->times[TL_FRAME_TIME_CPU];
  const double *ms = (const double *)(gconstpointer)times->data;
  guint         counts[N_STEPS] = { 0 };
  guint         most = 1;

  for (guint i = 0; i < times->len; i++)
    {
      guint step = find_step (ms[i]);

      counts[step]++;
      most = MAX (most, counts[step]);
    }
  for (guint i = 0; i < N_STEPS; i++)
    {
      gboolean is_last = i == N_STEPS - 1;
      guint    width = (guint)((guint64)counts[i] * BAR_WIDTH / most);

      append_step (text, steps_ms[is_last ? i - 1 : i], is_last, counts[i]);
      for (guint j = 0; j < width || (j == 0 && counts[i] > 0); j++)
        g_string_append (text, "█");
      g_string_append_c (text, '\n');
    }
}

#define N_QUANTILES 4

static void
format_quantiles (const TlFrameStats *self,
                  TlFrameTime         time,
                  char               *texts[static N_QUANTILES])
{
  static const double parts[N_QUANTILES] = { 0.5, 0.95, 0.99, 1 };
  g_autoptr (GArray) sorted = sort_times (self, time);

  for (guint i = 0; i < N_QUANTILES; i++)
    texts[i] = tl_number_format_decimal (find_quantile (sorted, parts[i]), 2);
}

static void
append_quantiles (const TlFrameStats *self, TlFrameTime time, GString *text)
{
  char *ms[N_QUANTILES];

  format_quantiles (self, time, ms);
  if (time == TL_FRAME_TIME_CPU)
    g_string_append_printf (
        text,
        /* Translators: Times of the frames in milliseconds; 95 % and 99 % of
         * the frames took no longer than %2$s and %3$s. */
        _ ("CPU time: median %1$s ms, 95 %% %2$s ms, 99 %% %3$s ms, longest "
           "%4$s ms"),
        ms[0], ms[1], ms[2], ms[3]);
  else
    g_string_append_printf (
        text,
        /* Translators: Time that passed for a frame, other programs included;
         * otherwise as for the CPU time. */
        _ ("Elapsed: median %1$s ms, 95 %% %2$s ms, 99 %% %3$s ms, longest "
           "%4$s ms"),
        ms[0], ms[1], ms[2], ms[3]);
  for (guint i = 0; i < N_QUANTILES; i++)
    g_free (ms[i]);
}

/**
 * tl_frame_stats_to_text:
 *
 * Tells the distribution of the times: number of frames, quantiles of CPU and
 * wall time, and a histogram of the CPU time.
 *
 * Returns: (transfer full): lines of text for people, with a line feed each
 */
char *
tl_frame_stats_to_text (const TlFrameStats *self)
{
  GString         *text = g_string_new (NULL);
  guint            n = tl_frame_stats_get_n_frames (self);
  g_autofree char *count = tl_number_format (n);

  g_string_append_printf (
      text,
      /* Translators: A frame is one picture of the moving window. */
      ngettext ("%s frame painted", "%s frames painted", n), count);
  g_string_append_c (text, '\n');
  if (n == 0)
    return g_string_free (text, FALSE);
  append_quantiles (self, TL_FRAME_TIME_CPU, text);
  g_string_append_c (text, '\n');
  append_quantiles (self, TL_FRAME_TIME_WALL, text);
  /* Translators: Heading of a histogram of these times. */
  g_string_append_printf (text, "\n%s\n", _ ("Frames by CPU time:"));
  append_histogram (self, text);
  return g_string_free (text, FALSE);
}
