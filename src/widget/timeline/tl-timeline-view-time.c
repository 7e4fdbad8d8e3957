/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

#include <math.h>

#include "tl-calendar.h"

/* Going to a time that somebody names: a date, or a unit of the calendar. */

/* Free to the left and right of a unit that is shown. */
#define MARGIN 24.0
/* What one goes to takes at most this part of the width… */
#define MAX_PART 0.8
/* …and at least this one, in days that are not shortened; else it is shown
 * with so much around it. */
#define MIN_PART 0.01
#define CONTEXT 20.0

/* In axis units; a shortened span counts as what it is. */
static double
get_days (gint64 from, gint64 to)
{
  return ((double)to - (double)from) / (double)TL_SECONDS_PER_DAY;
}

static double
get_middle (TlScale scale)
{
  return scale.origin + scale.width / 2 / scale.px_per_unit;
}

/* The moment that stays in view: that of the selected record where it is
 * there, else that in the middle. */
static gint64
get_moment (TlTimelineView *self)
{
  TlWarp *warp = tl_layout_get_warp (self->layout);
  TlScale scale = tl_timeline_view_get_target_scale (self);
  double  axis = get_middle (scale);

  if (self->selected != TL_NONE)
    {
      double selected = tl_timeline_view_get_axis (self, self->selected);
      double x = tl_scale_to_x (scale, selected);

      if (x >= 0 && x <= scale.width)
        axis = selected;
    }
  axis = floor (tl_warp_to_second (warp, axis));
  return (gint64)CLAMP (axis, (double)G_MININT64 / 2, (double)G_MAXINT64 / 2);
}

static void
move_to (TlTimelineView *self, TlScale scale)
{
  tl_timeline_view_move_to (self,
                            tl_viewport_clamp_scale (self->viewport, scale),
                            tl_timeline_view_get_target_offset (self));
}

/**
 * tl_timeline_view_zoom_to_unit:
 * @self: a timeline
 * @unit: a unit of the calendar
 *
 * Shows the day, month, year, … of the selected record; of the middle of the
 * view where none is selected in it.
 */
void
tl_timeline_view_zoom_to_unit (TlTimelineView *self, TlCalendarUnit unit)
{
  TlWarp *warp;
  gint64  from;
  gint64  to;

  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  if (!tl_timeline_view_ensure_layout (self))
    return;
  warp = tl_layout_get_warp (self->layout);
  from = tl_calendar_floor (get_moment (self), unit, 1);
  to = tl_calendar_next (from, unit, 1);
  move_to (self, tl_scale_fit (tl_viewport_get_scale (self->viewport),
                               tl_warp_to_axis (warp, (double)from),
                               tl_warp_to_axis (warp, (double)to), MARGIN));
}

/* Before there is a size: as soon as there is one. */
static void
go_to_later (TlTimelineView *self, gint64 from, gint64 to)
{
  double middle = (double)from / 2 + (double)to / 2;
  double reach = CONTEXT / 2 * get_days (from, to) * (double)TL_SECONDS_PER_DAY;

  tl_timeline_view_set_range (
      self, (gint64)MAX (middle - reach, (double)G_MININT64 / 2),
      (gint64)MIN (middle + reach, (double)G_MAXINT64 / 2));
}

/**
 * tl_timeline_view_go_to:
 * @self: a timeline
 * @from: first civil second of a date
 * @to: its last one
 *
 * Brings a date into the middle. The zoom stays, unless the date would not fit
 * or would be too small to be seen. Before there is a size, it happens as soon
 * as there is one.
 */
void
tl_timeline_view_go_to (TlTimelineView *self, gint64 from, gint64 to)
{
  TlScale scale;
  TlWarp *warp;
  double  first;
  double  last;
  double  shown;

  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));
  g_return_if_fail (from <= to);

  if (!tl_timeline_view_ensure_layout (self))
    {
      go_to_later (self, from, to);
      return;
    }
  warp = tl_layout_get_warp (self->layout);
  first = tl_warp_to_axis (warp, (double)from);
  last = tl_warp_to_axis (warp, (double)to + 1);
  scale = tl_timeline_view_get_target_scale (self);
  shown = scale.width / scale.px_per_unit;
  if (last - first > MAX_PART * shown)
    shown = (last - first) / MAX_PART;
  else if (get_days (from, to) < MIN_PART * shown)
    shown = CONTEXT * get_days (from, to);
  move_to (self, tl_scale_fit (scale, (first + last - shown) / 2,
                               (first + last + shown) / 2, 0));
}

/**
 * tl_timeline_view_get_whole_range:
 * @self: a timeline
 * @from: (out): the civil second at which the first record begins
 * @to: (out): that at which the last one ends
 *
 * Returns: %FALSE when nothing is shown yet; @from and @to stay untouched then
 */
gboolean
tl_timeline_view_get_whole_range (TlTimelineView *self,
                                  gint64         *from,
                                  gint64         *to)
{
  TlWarp *warp;
  double  first;
  double  last;

  g_return_val_if_fail (TL_IS_TIMELINE_VIEW (self), FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  if (!tl_timeline_view_ensure_layout (self))
    return FALSE;
  warp = tl_layout_get_warp (self->layout);
  tl_layout_get_extent (self->layout, &first, &last);
  *from = (gint64)floor (tl_warp_to_second (warp, first));
  *to = (gint64)ceil (tl_warp_to_second (warp, last));
  return TRUE;
}
