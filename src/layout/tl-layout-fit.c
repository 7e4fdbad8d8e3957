/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-layout-private.h"

#include <math.h>

/* The scale at which everything fits a width: the range of time, and what
 * stands out at its ends. */

#define N_FIT_STEPS 32
#define N_FREE_STEPS 4
#define FIT_MARGIN 20.0
/* Of the width, for the range of time. */
#define LEAST_SHARE (1.0 / 3)
/* A change of the whole range by so many pixels is none. */
#define SETTLED 0.25

/* How far something reaches beyond the range of time. */
typedef struct
{
  double before;
  double after;
} Reach;

typedef struct
{
  TlLayout *self;
  TlPlan   *plan;
  double    px_per_unit;
  double    from; /* of the range, in pixels from axis 0 */
  double    to;
  Reach     marks;
  Reach     all; /* with labels and flags */
} Overhang;

static void
include (const Overhang *overhang, Reach *reach, double start, double end)
{
  reach->before = MAX (reach->before, overhang->from - start);
  reach->after = MAX (reach->after, end - overhang->to);
}

static void
include_mark (Overhang *overhang, guint index, TlLabelPlace place)
{
  TlLayout    *self = overhang->self;
  TlLayoutItem item = tl_layout_base_get_item (self->base, index);
  TlExtent     extent =
      tl_item_get_extent (&item, overhang->px_per_unit, self->zoom);

  include (overhang, &overhang->marks, extent.start, extent.end);
  if (place != TL_LABEL_NONE)
    {
      double width = tl_layout_get_label_width (self, item.record);
      double start =
          tl_extent_get_label_start (extent, place, width, self->zoom);

      include (overhang, &overhang->all, start, start + width);
    }
}

/* The pill stands in the middle of its cell, of which but a corner may lie in
 * the range. */
static void
include_cluster (Overhang *overhang, const TlCluster *cluster)
{
  double x = cluster->axis * overhang->px_per_unit;
  double half =
      tl_cluster_get_width (cluster->count) * overhang->self->zoom / 2;

  include (overhang, &overhang->marks, x - half, x + half);
}

static void
include_whole_lanes (Overhang *overhang)
{
  TlLayout *self = overhang->self;

  for (guint i = 0; i < self->base->n_whole; i++)
    {
      const TlPlacement *placement = &overhang->plan->placements[i];

      if (!placement->clustered && !self->base->items[i].is_life)
        include_mark (overhang, i, (TlLabelPlace)placement->label_place);
    }
  for (guint i = 0; i < overhang->plan->n_clusters; i++)
    include_cluster (overhang, &overhang->plan->clusters[i]);
}

/* What stands out of large lanes is bounded, so that none of them need be
 * decided, wherever it is. */
static void
include_large_lanes (Overhang *overhang)
{
  double reach = TL_LARGE_OVERHANG * overhang->self->zoom;

  if (overhang->self->base->n_large == 0)
    return;
  include (overhang, &overhang->marks, overhang->from - reach,
           overhang->to + reach);
}

/* Of a folded group only the number of its records is known: its clusters are
 * in cells that the range touches. */
static void
include_folded_groups (Overhang *overhang)
{
  TlLayout *self = overhang->self;
  double    cell = TL_CLUSTER_CELL * self->zoom / overhang->plan->px_per_unit;
  double    first = floor (self->base->axis_from / cell) + 0.5;
  double    last = floor (self->base->axis_to / cell) + 0.5;

  for (guint i = 0; i < self->base->n_groups; i++)
    {
      double half = tl_cluster_get_width (self->base->groups[i].n_records) *
                    self->zoom / 2;

      if (self->folded[i])
        include (overhang, &overhang->marks,
                 first * cell * overhang->px_per_unit - half,
                 last * cell * overhang->px_per_unit + half);
    }
}

static void
include_flags (Overhang *overhang)
{
  TlLayout     *self = overhang->self;
  const TlPlan *plan = overhang->plan;

  for (guint i = 0; i < plan->n_flags; i++)
    {
      const TlPlacedFlag *flag = &plan->flags[i];
      double              width = tl_layout_get_flag_width (self, flag->flag);
      double x = self->base->flags[flag->flag].axis * overhang->px_per_unit;

      include (overhang, &overhang->marks, x, x);
      include (overhang, &overhang->all, flag->before ? x - width : x,
               flag->before ? x : x + width);
    }
}

static Reach
unite (Reach a, Reach b)
{
  return (Reach){ MAX (a.before, b.before), MAX (a.after, b.after) };
}

static double
get_sum (Reach reach)
{
  return reach.before + reach.after;
}

static Overhang
measure_overhang (TlLayout *self, double px_per_unit)
{
  Overhang overhang = {
    .self = self,
    .plan = tl_layout_get_plan (self, px_per_unit),
    .px_per_unit = px_per_unit,
    .from = self->base->axis_from * px_per_unit,
    .to = self->base->axis_to * px_per_unit,
  };

  include_whole_lanes (&overhang);
  include_large_lanes (&overhang);
  include_folded_groups (&overhang);
  include_flags (&overhang);
  overhang.all = unite (overhang.all, overhang.marks);
  return overhang;
}

/* Rows and labels change from level to level, so that what stands out at one
 * scale need not at the next, and back again. After some steps the overhang
 * only grows: then it settles, and what is cut is nothing. */
static void
follow_overhang (Overhang *overhang,
                 TlLayout *self,
                 double    px_per_unit,
                 guint     step)
{
  Overhang before = *overhang;

  *overhang = measure_overhang (self, px_per_unit);
  if (step >= N_FREE_STEPS)
    {
      overhang->marks = unite (overhang->marks, before.marks);
      overhang->all = unite (overhang->all, before.all);
    }
}

/* The pixels that the range gets of so many. Labels and flags that would push
 * it into a third of them are cut, marks are not. */
static double
find_room (const Overhang *overhang, double width)
{
  double least = MIN (width * LEAST_SHARE, width - get_sum (overhang->marks));

  return MAX (MAX (width - get_sum (overhang->all), least),
              width * LEAST_SHARE / 2);
}

/* How much of what the range leaves free is before it. */
static double
share_free (const Overhang *overhang, double free)
{
  Reach  marks = overhang->marks;
  Reach  all = overhang->all;
  double spare = free - get_sum (all);
  double scarce = free - get_sum (marks);

  if (spare >= 0)
    return all.before + spare / 2;
  if (scarce >= 0)
    return marks.before + scarce * (all.before - marks.before) /
                              (get_sum (all) - get_sum (marks));
  /* Where nothing stands out, what is free is nothing but a rounding error. */
  return get_sum (marks) > 0 ? free * marks.before / get_sum (marks) : free / 2;
}

TlScale
tl_layout_fit (TlLayout *self, double width, gboolean mirrored)
{
  TlScale  scale = { .width = width, .mirrored = mirrored, .px_per_unit = 1 };
  double   length = self->base->axis_to - self->base->axis_from;
  double   margin = MIN (FIT_MARGIN * self->zoom, width / 8);
  double   inner = width - 2 * margin;
  double   lead;
  Overhang overhang = { 0 };

  for (guint i = 0; i < N_FIT_STEPS; i++)
    {
      double room = find_room (&overhang, inner);
      double px_per_unit = CLAMP (room / length, TL_SCALE_MIN, TL_SCALE_MAX);

      if (fabs (px_per_unit - scale.px_per_unit) * length < SETTLED && i > 0)
        break;
      scale.px_per_unit = px_per_unit;
      follow_overhang (&overhang, self, px_per_unit, i);
    }
  lead = margin + share_free (&overhang, inner - length * scale.px_per_unit);
  scale.origin = self->base->axis_from - lead / scale.px_per_unit;
  return scale;
}
