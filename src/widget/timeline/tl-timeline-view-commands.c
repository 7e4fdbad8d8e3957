/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

/* The commands: each is one public function, which actions, keys, buttons and
 * tests call alike. They move the selection or ask for a movement of the view.
 */

#define ZOOM_STEP G_SQRT2
#define PAN_PART 0.25
/* What "zoom to selection" shows at least, in axis units (days). */
#define CONTEXT_UNITS 7.0
#define CLUSTER_MARGIN_PART 0.2

static void
select_and_reveal (TlTimelineView *self, guint record)
{
  if (record == TL_NONE)
    return;
  tl_timeline_view_set_selected (self, record);
  tl_timeline_view_set_focused (self, record);
  tl_timeline_view_scroll_to_selected (self);
}

/* With nothing selected one begins with what is in sight. */
static guint
find_first_in_sight (TlTimelineView *self, int direction)
{
  const TlView *view = self->view;

  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *mark =
          &view->marks[direction > 0 ? i : view->n_marks - 1 - i];

      if (mark->type != TL_MARK_LIFE && mark->glyph_x >= 0 &&
          mark->glyph_x <= view->scale.width)
        return mark->index;
    }
  return tl_layout_next_record (self->layout, TL_NONE, direction);
}

static void
select_in_time (TlTimelineView *self, int direction)
{
  if (!tl_timeline_view_ensure_layout (self))
    return;
  select_and_reveal (self, self->selected == TL_NONE
                               ? find_first_in_sight (self, direction)
                               : tl_layout_next_record (
                                     self->layout, self->selected, direction));
}

static void
select_among_lanes (TlTimelineView *self, int direction)
{
  if (!tl_timeline_view_ensure_layout (self))
    return;
  select_and_reveal (
      self, self->selected == TL_NONE
                ? find_first_in_sight (self, direction)
                : tl_layout_next_lane_record (self->layout, self->view->scale,
                                              self->selected, direction));
}

static void
select_end (TlTimelineView *self, int direction)
{
  if (tl_timeline_view_ensure_layout (self))
    select_and_reveal (
        self, tl_layout_next_record (self->layout, TL_NONE, direction));
}

/* The mark that stands for what the keyboard stands on, else for what is
 * selected, also where its lane is scrolled out of sight. */
static gboolean
find_marked (TlTimelineView *self, TlMark *mark)
{
  TlSpot spot = self->focused;
  g_autoptr (TlView) view = NULL;
  guint index;

  if (spot.record == TL_NONE)
    spot = (TlSpot){ self->selected, TL_NONE };
  if (spot.record == TL_NONE)
    return FALSE;
  view = tl_layout_get_view (self->layout, self->view->scale);
  index = tl_view_find_spot (view, spot);
  if (index == TL_NONE)
    return FALSE;
  *mark = view->marks[index];
  return TRUE;
}

/* Zooming by keys and buttons keeps what one looks at: what is under the
 * pointer, else where the keyboard stands, else the middle. */
static double
get_zoom_centre (TlTimelineView *self)
{
  TlRect lanes = tl_timeline_view_get_lanes (self);
  TlMark mark;

  if (self->is_pointer_inside &&
      tl_rect_contains (lanes, self->pointer_x, self->pointer_y))
    return self->pointer_x - lanes.x;
  if (find_marked (self, &mark) && mark.glyph_x >= 0 &&
      mark.glyph_x <= lanes.width)
    return mark.glyph_x;
  return lanes.width / 2;
}

static void
zoom_at_centre (TlTimelineView *self, double factor)
{
  TlScale scale;
  double  offset;

  if (!tl_timeline_view_ensure_layout (self))
    return;
  scale = tl_viewport_zoomed_at (self->viewport,
                                 tl_timeline_view_get_target_scale (self),
                                 get_zoom_centre (self), factor);
  offset = tl_timeline_view_get_target_offset (self);
  /* Another level has other rows. */
  if (self->focused.record != TL_NONE && tl_timeline_view_is_focus_shown (self))
    offset = tl_timeline_view_reveal_among_lanes (self, scale, offset,
                                                  self->focused);
  tl_timeline_view_move_to (self, scale, offset);
}

/* The middles of the members, from the first to the last. */
static void
get_cluster_extent (TlTimelineView *self,
                    const guint    *members,
                    guint           n_members,
                    double         *from,
                    double         *to)
{
  *from = G_MAXDOUBLE;
  *to = -G_MAXDOUBLE;
  for (guint i = 0; i < n_members; i++)
    {
      double axis = tl_timeline_view_get_axis (self, members[i]);

      *from = MIN (*from, axis);
      *to = MAX (*to, axis);
    }
}

/* What no zoom can part is gone through one by one. */
static void
select_next_member (TlTimelineView *self, const guint *members, guint n_members)
{
  guint next = 0;

  for (guint i = 0; i < n_members; i++)
    if (members[i] == self->selected)
      next = (i + 1) % n_members;
  tl_timeline_view_set_selected (self, members[next]);
}

/* Zooms to the members of a cluster; one of a folded group unfolds that. */
void
tl_timeline_view_open_cluster (TlTimelineView *self, const TlMark *mark)
{
  TlScale      scale = self->view->scale;
  guint        n_members;
  const guint *members;
  TlScale      target;
  double       from;
  double       to;

  if (tl_timeline_view_unfold_mark (self, mark))
    return;
  members =
      tl_layout_get_cluster (self->layout, scale, mark->cluster, &n_members);
  get_cluster_extent (self, members, n_members, &from, &to);
  target = tl_viewport_clamp_scale (
      self->viewport,
      tl_scale_fit (scale, from, to, scale.width * CLUSTER_MARGIN_PART));
  if (target.px_per_unit < scale.px_per_unit * ZOOM_STEP)
    target = tl_viewport_zoomed_at (self->viewport, target, scale.width / 2,
                                    2 * ZOOM_STEP);
  if (to - from > 0 && target.px_per_unit > scale.px_per_unit * 1.01)
    tl_timeline_view_move_to (self, target,
                              tl_timeline_view_reveal_among_lanes (
                                  self, target,
                                  tl_timeline_view_get_target_offset (self),
                                  (TlSpot){ members[0], TL_NONE }));
  else
    select_next_member (self, members, n_members);
}

/**
 * tl_timeline_view_zoom_in:
 * @self: a timeline
 *
 * Magnifies by one step.
 */
void
tl_timeline_view_zoom_in (TlTimelineView *self)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  zoom_at_centre (self, ZOOM_STEP);
}

/**
 * tl_timeline_view_zoom_out:
 * @self: a timeline
 *
 * Shrinks by one step.
 */
void
tl_timeline_view_zoom_out (TlTimelineView *self)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  zoom_at_centre (self, 1 / ZOOM_STEP);
}

/**
 * tl_timeline_view_zoom_selection:
 * @self: a timeline
 *
 * Shows the selected record with the time around it.
 */
void
tl_timeline_view_zoom_selection (TlTimelineView *self)
{
  TlSpan  span;
  TlWarp *warp;
  TlScale scale;
  double  middle;
  double  reach = CONTEXT_UNITS;

  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  if (self->selected == TL_NONE || !tl_timeline_view_ensure_layout (self))
    return;
  span = tl_dataset_get_entries (self->dataset)[self->selected].span;
  warp = tl_layout_get_warp (self->layout);
  middle = tl_timeline_view_get_axis (self, self->selected);
  if (span.start == TL_BOUND_KNOWN && span.end == TL_BOUND_KNOWN)
    reach = MAX (reach, 0.75 * (tl_warp_to_axis (warp, (double)span.latest) -
                                tl_warp_to_axis (warp, (double)span.earliest)));
  scale = tl_scale_fit (tl_viewport_get_scale (self->viewport), middle - reach,
                        middle + reach, 0);
  scale = tl_viewport_clamp_scale (self->viewport, scale);
  tl_timeline_view_move_to (self, scale,
                            tl_timeline_view_reveal_among_lanes (
                                self, scale,
                                tl_timeline_view_get_target_offset (self),
                                (TlSpot){ self->selected, TL_NONE }));
}

/**
 * tl_timeline_view_next:
 * @self: a timeline
 *
 * Selects the next record in time.
 */
void
tl_timeline_view_next (TlTimelineView *self)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  select_in_time (self, 1);
}

/**
 * tl_timeline_view_previous:
 * @self: a timeline
 *
 * Selects the record before in time.
 */
void
tl_timeline_view_previous (TlTimelineView *self)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  select_in_time (self, -1);
}

/**
 * tl_timeline_view_lane_down:
 * @self: a timeline
 *
 * Selects the nearest record of the lane below.
 */
void
tl_timeline_view_lane_down (TlTimelineView *self)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  select_among_lanes (self, 1);
}

/**
 * tl_timeline_view_lane_up:
 * @self: a timeline
 *
 * Selects the nearest record of the lane above.
 */
void
tl_timeline_view_lane_up (TlTimelineView *self)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  select_among_lanes (self, -1);
}

/**
 * tl_timeline_view_pan_left:
 * @self: a timeline
 *
 * Shows what lies further left.
 */
void
tl_timeline_view_pan_left (TlTimelineView *self)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  tl_timeline_view_pan_by (
      self, PAN_PART * tl_viewport_get_width (self->viewport), 0);
}

/**
 * tl_timeline_view_pan_right:
 * @self: a timeline
 *
 * Shows what lies further right.
 */
void
tl_timeline_view_pan_right (TlTimelineView *self)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  tl_timeline_view_pan_by (
      self, -PAN_PART * tl_viewport_get_width (self->viewport), 0);
}

/**
 * tl_timeline_view_first:
 * @self: a timeline
 *
 * Selects the first record in time.
 */
void
tl_timeline_view_first (TlTimelineView *self)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  select_end (self, 1);
}

/**
 * tl_timeline_view_last:
 * @self: a timeline
 *
 * Selects the last record in time.
 */
void
tl_timeline_view_last (TlTimelineView *self)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  select_end (self, -1);
}
