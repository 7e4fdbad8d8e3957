/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-lane-large.h"

/* The scale at which everything fits a width: the range of time, and what
 * stands out at its ends. */

#define N_FIT_STEPS 6
#define FIT_MARGIN 20.0

/* How far marks, labels and flags reach beyond the range of time. */
typedef struct
{
  TlLayout *self;
  TlPlan   *plan;
  double    px_per_unit;
  double    from; /* of the range, in pixels from axis 0 */
  double    to;
  double    before;
  double    after;
} Overhang;

static void
include_mark (Overhang *overhang, guint index, TlLabelPlace place)
{
  TlLayout    *self = overhang->self;
  TlLayoutItem item = tl_layout_base_get_item (self->base, index);
  TlExtent     extent =
      tl_item_get_extent (&item, overhang->px_per_unit, self->zoom);

  overhang->before = MAX (overhang->before, overhang->from - extent.start);
  overhang->after = MAX (overhang->after, extent.end - overhang->to);
  if (place != TL_LABEL_NONE)
    {
      double width = tl_layout_get_label_width (self, item.record);
      double start =
          tl_extent_get_label_start (extent, place, width, self->zoom);

      overhang->before = MAX (overhang->before, overhang->from - start);
      overhang->after = MAX (overhang->after, start + width - overhang->to);
    }
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
}

static void
include_long_cb (const TlLongBar *bar, gpointer data)
{
  include_mark (data, bar->item, bar->place);
}

/* Only what is near an end of the range can stand out beyond it. */
static void
include_end (Overhang *overhang, guint lane, double axis)
{
  TlLayout *self = overhang->self;
  double    x = axis * overhang->plan->px_per_unit;
  gint64    first;
  gint64    last;

  tl_layout_find_pieces (self, overhang->plan, axis, axis, &first, &last);
  for (gint64 index = first; index <= last; index++)
    {
      const TlPiece *piece =
          tl_layout_get_piece (self, overhang->plan, lane, index);

      for (guint i = 0; i < piece->n_marks; i++)
        include_mark (overhang, piece->marks[i].item, piece->marks[i].place);
    }
  tl_long_bars_foreach (self, overhang->plan, lane, x - 1, x + 1,
                        include_long_cb, overhang);
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

      if (flag->before)
        overhang->before = MAX (overhang->before, overhang->from - (x - width));
      else
        overhang->after = MAX (overhang->after, x + width - overhang->to);
    }
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
  for (guint lane = 0; lane < self->base->n_lanes; lane++)
    if (self->base->lanes[lane].is_large)
      {
        include_end (&overhang, lane, self->base->axis_from);
        include_end (&overhang, lane, self->base->axis_to);
      }
  include_flags (&overhang);
  return overhang;
}

TlScale
tl_layout_fit (TlLayout *self, double width, gboolean mirrored)
{
  TlScale  scale = { .width = width, .mirrored = mirrored, .px_per_unit = 1 };
  double   length = self->base->axis_to - self->base->axis_from;
  double   margin = MIN (FIT_MARGIN * self->zoom, width / 8);
  Overhang overhang = { 0 };

  for (guint i = 0; i < N_FIT_STEPS; i++)
    {
      double room = width - 2 * margin - overhang.before - overhang.after;

      room = MAX (room, width / 3);
      scale.px_per_unit = CLAMP (room / length, TL_SCALE_MIN, TL_SCALE_MAX);
      overhang = measure_overhang (self, scale.px_per_unit);
    }
  /* Labels that would push the data into a third of the width are cut. */
  scale.origin =
      self->base->axis_from -
      (margin + MIN (overhang.before, width / 3)) / scale.px_per_unit;
  return scale;
}
