/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-ticks.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-tick-steps.h"

/* The axis has two levels. Each stretch of constant density (between two ends
 * of shortened spans) takes the finest unit whose labels have room for the
 * lower level, and the next larger unit for the upper one.
 *
 * Which labels are shown must not depend on what is in view, so that panning
 * changes nothing: a candidate yields to every candidate of higher rank whose
 * label it would touch, whether or not that one is shown itself. That is a
 * question about its neighbourhood only, which is why candidates are collected
 * NEIGHBOURHOOD pixels beyond the picture. */

#define NEIGHBOURHOOD 240.0
#define LABEL_GAP 10.0
#define LABEL_OFFSET 5.0
#define DAY_LABEL_WIDTH 20.0
/* A long stretch is calm: 4 to 12 labels in 1000 pixels. */
#define ROOM_CALM 84.0
#define LONG_STRETCH_PX 500.0
/* An end of a shortened span names its month or year if that has room. */
#define MIN_ANCHOR_PX 18.0
/* A stretch that has no room for its context ("April 2020") is not divided
 * into days: they would not say of which month. */
#define MIN_DIVIDED_PX 96.0
#define MAX_CANDIDATES 4096

/* A stretch of the axis with one density. */
typedef struct
{
  double   from; /* civil seconds */
  double   to;
  double   px_per_second;
  gboolean shortened;
  gboolean anchored;   /* begins at the end of a shortened span */
  gint64   named_from; /* that span names its months from here on */
} TlStretch;

typedef struct
{
  TlTick tick;
  double x0; /* of the label, along time, unmirrored */
  int    rank;
  double width;
} TlCandidate;

typedef struct
{
  const TlWarp    *warp;
  TlScale          scale; /* never mirrored in here */
  TlDateFormatter *formatter;
  TlMeasureFunc    measure;
  gpointer         measure_data;
  GArray          *candidates;
} TlTickMaker;

static TlTickStep
choose_stretch_step (const TlStretch *stretch)
{
  double     length = (stretch->to - stretch->from) * stretch->px_per_second;
  TlTickStep step = tl_tick_step_choose (
      stretch->px_per_second, length >= LONG_STRETCH_PX ? ROOM_CALM : 0);

  if (length < MIN_DIVIDED_PX && step.unit < TL_UNIT_MONTH)
    return (TlTickStep){ TL_UNIT_MONTH, 1 };
  return step;
}

/* Higher ranks win. Larger units win over smaller ones, round numbers over
 * others, ends of shortened spans over everything of their unit. */
static int
get_rank (gint64 second, TlCalendarUnit unit, gboolean anchor)
{
  TlCivil civil = tl_calendar_from_second (second);
  int     rank = 100 * (int)unit;

  if (anchor)
    rank += 50;
  if (unit == TL_UNIT_YEAR)
    rank += civil.year % 100 == 0 ? 4 : civil.year % 10 == 0 ? 3 : 0;
  else if (unit == TL_UNIT_MONTH)
    rank += civil.month == 1 ? 4 : civil.month == 7 ? 3 : 0;
  else if (unit == TL_UNIT_DAY)
    rank += civil.day == 1 ? 4 : 0;
  else if (unit != TL_UNIT_WEEK)
    rank += civil.hour == 0 && civil.minute == 0 ? 4 : 0;
  return rank;
}

static double
get_x (const TlTickMaker *maker, gint64 second)
{
  return tl_scale_to_x (maker->scale,
                        tl_warp_to_axis (maker->warp, (double)second));
}

static void
add_candidate (TlTickMaker   *maker,
               gint64         second,
               double         x,
               TlCalendarUnit unit,
               gint64         step,
               TlCalendarUnit name_unit,
               gboolean       major,
               gboolean       anchor)
{
  TlCandidate candidate = {
    .tick = { .second = second, .x = x, .major = major },
    .rank = get_rank (second, unit, anchor),
  };

  if (maker->candidates->len >= MAX_CANDIDATES)
    return;

  candidate.tick.label = tl_date_formatter_format_tick (
      maker->formatter, second, name_unit, step, major);
  candidate.width = maker->measure (
      candidate.tick.label, major ? TL_FONT_AXIS_MAJOR : TL_FONT_AXIS_MINOR,
      maker->measure_data);
  candidate.x0 = x + LABEL_OFFSET;
  g_array_append_val (maker->candidates, candidate);
}

static void
add_units (TlTickMaker     *maker,
           const TlStretch *stretch,
           TlTickStep       step,
           TlCalendarUnit   name_unit,
           gboolean         major)
{
  double from = tl_warp_to_second (
      maker->warp, tl_scale_to_axis (maker->scale, -NEIGHBOURHOOD));
  double to = tl_warp_to_second (
      maker->warp,
      tl_scale_to_axis (maker->scale, maker->scale.width + NEIGHBOURHOOD));
  gint64 second;

  from = CLAMP (MAX (from, stretch->from), -9e18, 9e18);
  to = CLAMP (MIN (to, stretch->to), -9e18, 9e18);
  if (from >= to)
    return;

  /* The name of a day must not reach into another stretch. */
  if (!major && step.unit <= TL_UNIT_DAY && fabs (stretch->to) < 9e18)
    to = MIN (to, stretch->to - DAY_LABEL_WIDTH / stretch->px_per_second);

  second = tl_calendar_floor ((gint64)from, step.unit, step.step);
  while ((double)second < to && maker->candidates->len < MAX_CANDIDATES)
    {
      if ((double)second >= stretch->from)
        add_candidate (maker, second, get_x (maker, second), step.unit,
                       step.step, name_unit, major, FALSE);
      second = tl_calendar_next (second, step.unit, step.step);
    }
}

static gboolean
is_boundary (gint64 second, TlCalendarUnit unit)
{
  return tl_calendar_floor (second, unit, 1) == second;
}

/* Where time runs on after a shortened span, it is good to know when that is,
 * unless the name of that month stands within the span. */
static gboolean
needs_context (const TlStretch *stretch, gint64 second, TlTickStep step)
{
  TlCalendarUnit unit =
      tl_calendar_unit_get_context (MIN (step.unit, TL_UNIT_DAY));

  return stretch->anchored && !stretch->shortened && stretch->to < 9e18 &&
         tl_calendar_floor (second, unit, 1) < stretch->named_from;
}

/* The ends of a shortened span are where the records are: name them even when
 * a regular step would skip them. */
static void
add_anchors (TlTickMaker *maker, const TlStretch *stretch, TlTickStep step)
{
  gint64 second;
  double x;

  if (fabs (stretch->from) > 9e18)
    return;

  second = (gint64)stretch->from;
  x = get_x (maker, second);
  if (x < -NEIGHBOURHOOD || x > maker->scale.width + NEIGHBOURHOOD)
    return;

  if (needs_context (stretch, second, step))
    {
      TlCalendarUnit name_unit = MIN (step.unit, TL_UNIT_DAY);
      double length_px = (stretch->to - stretch->from) * stretch->px_per_second;

      if (length_px >= MIN_ANCHOR_PX)
        add_candidate (maker, second, x,
                       tl_calendar_unit_get_context (name_unit), 1, name_unit,
                       TRUE, TRUE);
    }
  if (is_boundary (second, TL_UNIT_YEAR))
    add_candidate (maker, second, x, TL_UNIT_YEAR, 1, TL_UNIT_MONTH, TRUE,
                   TRUE);
  else if (is_boundary (second, TL_UNIT_MONTH) && step.unit >= TL_UNIT_MONTH)
    add_candidate (maker, second, x, TL_UNIT_MONTH, 1, TL_UNIT_MONTH, FALSE,
                   TRUE);
}

static void
add_stretch (TlTickMaker *maker, const TlStretch *stretch)
{
  TlTickStep     step = choose_stretch_step (stretch);
  TlCalendarUnit context = tl_calendar_unit_get_context (step.unit);

  if (maker->warp != NULL && !tl_warp_is_proportional (maker->warp))
    add_anchors (maker, stretch, step);

  if (step.unit == TL_UNIT_YEAR)
    {
      add_units (maker, stretch, step, TL_UNIT_YEAR, TRUE);
      return;
    }
  add_units (maker, stretch, step, step.unit, FALSE);
  add_units (maker, stretch, (TlTickStep){ context, 1 }, step.unit, TRUE);
}

static void
add_all_stretches (TlTickMaker *maker)
{
  guint     n_breaks = tl_warp_get_n_breaks (maker->warp);
  double    plain = maker->scale.px_per_unit / TL_SECONDS_PER_DAY;
  TlStretch stretch = { .from = -1e300, .px_per_second = plain };

  for (guint i = 0; i < n_breaks; i++)
    {
      const TlWarpBreak *gap = tl_warp_get_break (maker->warp, i);
      double             length = (double)gap->to - (double)gap->from;

      stretch.to = (double)gap->from;
      if (stretch.to > stretch.from)
        add_stretch (maker, &stretch);

      stretch.from = (double)gap->from;
      stretch.to = (double)gap->to;
      stretch.px_per_second =
          (gap->axis_to - gap->axis_from) * maker->scale.px_per_unit / length;
      stretch.shortened = TRUE;
      stretch.anchored = TRUE;
      add_stretch (maker, &stretch);

      stretch.named_from = choose_stretch_step (&stretch).unit <= TL_UNIT_DAY
                               ? gap->from
                               : G_MAXINT64;
      stretch.from = stretch.to;
      stretch.px_per_second = plain;
      stretch.shortened = FALSE;
    }
  stretch.to = 1e300;
  add_stretch (maker, &stretch);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const TlCandidate *left = a;
  const TlCandidate *right = b;

  if (left->tick.second != right->tick.second)
    return left->tick.second < right->tick.second ? -1 : 1;
  if (left->tick.major != right->tick.major)
    return left->tick.major ? -1 : 1;
  return right->rank - left->rank;
}

/* Two candidates for one place on one level are the same tick. */
static void
remove_repeated (GArray *candidates)
{
  guint n_kept = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      TlCandidate *candidate = &g_array_index (candidates, TlCandidate, i);
      TlCandidate *previous =
          n_kept > 0 ? &g_array_index (candidates, TlCandidate, n_kept - 1)
                     : NULL;

      if (previous != NULL && previous->tick.second == candidate->tick.second &&
          previous->tick.major == candidate->tick.major)
        g_free (candidate->tick.label);
      else
        g_array_index (candidates, TlCandidate, n_kept++) = *candidate;
    }
  g_array_set_size (candidates, n_kept);
}

static gboolean
touch (const TlCandidate *a, const TlCandidate *b)
{
  return a->x0 < b->x0 + b->width + LABEL_GAP &&
         b->x0 < a->x0 + a->width + LABEL_GAP;
}

/* An equal rank yields to the earlier one. */
static gboolean
yields (GArray *candidates, guint index)
{
  const TlCandidate *self = &g_array_index (candidates, TlCandidate, index);

  for (guint i = index; i-- > 0;)
    {
      const TlCandidate *other = &g_array_index (candidates, TlCandidate, i);

      if (other->tick.x < self->tick.x - NEIGHBOURHOOD)
        break;
      if (other->tick.major == self->tick.major && other->rank >= self->rank &&
          touch (self, other))
        return TRUE;
    }
  for (guint i = index + 1; i < candidates->len; i++)
    {
      const TlCandidate *other = &g_array_index (candidates, TlCandidate, i);

      if (other->tick.x > self->tick.x + NEIGHBOURHOOD)
        break;
      if (other->tick.major == self->tick.major && other->rank > self->rank &&
          touch (self, other))
        return TRUE;
    }
  return FALSE;
}

/* The context of the left edge, when its own tick is out of sight, stands at
 * the edge until the next context pushes it away. */
static void
add_edge_context (TlTickMaker *maker, GArray *ticks)
{
  double second =
      tl_warp_to_second (maker->warp, tl_scale_to_axis (maker->scale, 0));
  TlTickStep step;
  TlTick     tick = { .major = TRUE };
  double     next_x = G_MAXDOUBLE;
  double     here;
  double     beyond;

  if (fabs (second) > 9e18)
    return;

  beyond = tl_warp_to_second (maker->warp, tl_scale_to_axis (maker->scale, 1));
  here = 1 / MAX (beyond - second, 1e-9);
  step = tl_tick_step_choose (here, 0);
  if (step.unit == TL_UNIT_YEAR && step.step > 1)
    return;

  tick.label = tl_date_formatter_format_tick (maker->formatter, (gint64)second,
                                              step.unit, step.step, TRUE);
  tick.second = (gint64)second;
  tick.label_width =
      maker->measure (tick.label, TL_FONT_AXIS_MAJOR, maker->measure_data);
  for (guint i = 0; i < ticks->len; i++)
    {
      const TlTick *other = &g_array_index (ticks, TlTick, i);

      if (other->major && other->label != NULL && other->label_x >= 0)
        {
          next_x = other->label_x;
          break;
        }
    }
  tick.x = -1;
  tick.label_x = LABEL_OFFSET;
  if (next_x < tick.label_x + tick.label_width + LABEL_GAP)
    {
      g_free (tick.label);
      return;
    }
  g_array_prepend_val (ticks, tick);
}

/* Labels that begin left of the picture would be cut: the edge context stands
 * in for them. */
static GArray *
pick_ticks (TlTickMaker *maker)
{
  GArray *ticks = g_array_new (FALSE, TRUE, sizeof (TlTick));

  for (guint i = 0; i < maker->candidates->len; i++)
    {
      TlCandidate *candidate =
          &g_array_index (maker->candidates, TlCandidate, i);
      TlTick   tick = candidate->tick;
      gboolean visible =
          tick.x >= -NEIGHBOURHOOD && tick.x <= maker->scale.width + 1;

      if (!visible || yields (maker->candidates, i) || candidate->x0 < 0)
        g_clear_pointer (&tick.label, g_free);
      candidate->tick.label = NULL;
      if (!visible || (tick.label == NULL && tick.x < 0))
        continue;
      tick.label_x = candidate->x0;
      tick.label_width = candidate->width;
      g_array_append_val (ticks, tick);
    }
  return ticks;
}

static char *
format_gap (TlTickMaker *maker, gint64 seconds)
{
  g_autofree char *length =
      tl_date_formatter_format_duration (maker->formatter, seconds);

  /* Translators: how long a shortened span of the time axis is, “3 years”. It
   * stands among the names of years and months and must not look like one. */
  return g_strdup_printf (C_ ("gap of the time axis", "%s"), length);
}

static void
collect_breaks (TlTickMaker *maker, TlTicks *self)
{
  guint   n = tl_warp_get_n_breaks (maker->warp);
  GArray *breaks = g_array_new (FALSE, TRUE, sizeof (TlTickBreak));

  for (guint i = 0; i < n; i++)
    {
      const TlWarpBreak *gap = tl_warp_get_break (maker->warp, i);
      TlTickBreak        visible = {
               .from = gap->from,
               .to = gap->to,
               .x0 = tl_scale_to_x (maker->scale, gap->axis_from),
               .x1 = tl_scale_to_x (maker->scale, gap->axis_to),
      };

      if (visible.x1 < 0 || visible.x0 > maker->scale.width)
        continue;
      visible.label = format_gap (maker, gap->to - gap->from);
      g_array_append_val (breaks, visible);
    }
  self->n_breaks = breaks->len;
  self->breaks = (TlTickBreak *)(void *)g_array_free (breaks, FALSE);
}

static void
mirror (TlTicks *self, double width)
{
  for (guint i = 0; i < self->n_ticks; i++)
    {
      TlTick *tick = &self->ticks[i];

      tick->x = width - tick->x;
      tick->label_x = width - tick->label_x - tick->label_width;
    }
  for (guint i = 0; i < self->n_breaks; i++)
    {
      TlTickBreak *gap = &self->breaks[i];
      double       x0 = gap->x0;

      gap->x0 = width - gap->x1;
      gap->x1 = width - x0;
    }
}

TlTicks *
tl_ticks_new (const TlWarp    *warp,
              TlScale          scale,
              TlDateFormatter *formatter,
              TlMeasureFunc    measure,
              gpointer         user_data)
{
  TlTicks    *self = g_new0 (TlTicks, 1);
  GArray     *ticks;
  TlTickMaker maker = {
    .warp = warp,
    .scale = scale,
    .formatter = formatter,
    .measure = measure,
    .measure_data = user_data,
    .candidates = g_array_new (FALSE, TRUE, sizeof (TlCandidate)),
  };

  maker.scale.mirrored = FALSE;
  add_all_stretches (&maker);
  g_array_sort (maker.candidates, compare_candidates);
  remove_repeated (maker.candidates);
  ticks = pick_ticks (&maker);
  add_edge_context (&maker, ticks);
  g_array_unref (maker.candidates);

  self->n_ticks = ticks->len;
  self->ticks = (TlTick *)(void *)g_array_free (ticks, FALSE);
  collect_breaks (&maker, self);
  if (scale.mirrored)
    mirror (self, scale.width);
  return self;
}

void
tl_ticks_free (TlTicks *self)
{
  for (guint i = 0; i < self->n_ticks; i++)
    g_free (self->ticks[i].label);
  for (guint i = 0; i < self->n_breaks; i++)
    g_free (self->breaks[i].label);
  g_free (self->ticks);
  g_free (self->breaks);
  g_free (self);
}
