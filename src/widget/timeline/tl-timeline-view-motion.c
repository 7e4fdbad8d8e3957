/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

#include <math.h>

/* Every movement of the view. Whatever moves by itself is one animation from a
 * scale and offset to others; input that comes meanwhile goes on from where
 * that one would have ended. */

#define MOVE_US (250 * 1000)
/* A range that was asked for and differs by less from all, means all. */
#define SAME_PX 2.0
#define PAGE_PART 0.9
/* Marks nearer to the edge than this are brought into view … */
#define EDGE 8.0
/* … until they are as far from it as this. */
#define MARGIN 64.0
#define MARGIN_LANES 24.0
/* A glide takes this long; the ease-out curve begins at three times its mean
 * speed. */
#define GLIDE_US (900 * 1000)
#define GLIDE_MIN_SPEED 120.0
#define GLIDE_MAX_SPEED 6000.0

static void
start_move (TlTimelineView *self,
            TlScale         scale,
            double          offset,
            gint64          duration_us,
            gboolean        ends_fitted)
{
  self->from_scale = tl_viewport_get_scale (self->viewport);
  self->from_offset = tl_viewport_get_offset (self->viewport);
  self->to_scale = tl_viewport_clamp_scale (self->viewport, scale);
  self->to_offset = offset;
  self->ends_fitted = ends_fitted;
  tl_animation_start (self->animation, duration_us);
}

/* The least move that brings start…end into 0…room, with margins. */
static double
get_move (double start, double end, double room, double margin)
{
  margin = MAX (MIN (margin, (room - (end - start)) / 2), 0);
  if (start >= MIN (EDGE, margin) && end <= room - MIN (EDGE, margin))
    return 0;
  if (start < margin || end - start > room)
    return start - margin;
  return end - room + margin;
}

/* The scale moved so that the record is in view. What is far away comes to
 * the middle. */
static TlScale
reveal_along_time (TlTimelineView *self, TlScale scale, TlSpot spot)
{
  double x =
      tl_scale_to_x (scale, tl_timeline_view_get_axis (self, spot.record));
  g_autoptr (TlView) view = NULL;
  guint  mark;
  TlRect outline;

  if (x < -scale.width / 2 || x > scale.width * 1.5)
    scale = tl_scale_pan (scale, scale.width / 2 - x);
  else
    scale = tl_scale_pan (scale, -get_move (x, x, scale.width, MARGIN));
  scale = tl_viewport_clamp_scale (self->viewport, scale);

  view = tl_layout_get_view (self->layout, scale);
  mark = tl_view_find_spot (view, spot);
  if (mark == TL_NONE)
    return scale;
  outline = tl_mark_get_outline (&view->marks[mark]);
  if (outline.width > scale.width - 2 * EDGE)
    return scale;
  return tl_scale_pan (scale, -get_move (outline.x, outline.x + outline.width,
                                         scale.width, MARGIN));
}

static gint64
to_second (double second)
{
  return (gint64)CLAMP (second, -9e18, 9e18);
}

/* Whether both show the same but for a pixel or two. */
static gboolean
is_nearly_same (TlScale a, TlScale b)
{
  double start = (b.origin - a.origin) * a.px_per_unit;
  double length = b.width / b.px_per_unit * a.px_per_unit;

  return fabs (start) < SAME_PX && fabs (length - a.width) < SAME_PX;
}

/* Where a running animation leads, else where the view is. */
TlScale
tl_timeline_view_get_target_scale (TlTimelineView *self)
{
  return tl_animation_is_running (self->animation)
             ? self->to_scale
             : tl_viewport_get_scale (self->viewport);
}

double
tl_timeline_view_get_target_offset (TlTimelineView *self)
{
  return tl_animation_is_running (self->animation)
             ? self->to_offset
             : tl_viewport_get_offset (self->viewport);
}

/* Moves the view as an animation. */
void
tl_timeline_view_move_to (TlTimelineView *self, TlScale scale, double offset)
{
  start_move (self, scale, offset, MOVE_US, FALSE);
}

/* The axis coordinate that stands for a record. */
double
tl_timeline_view_get_axis (TlTimelineView *self, guint record)
{
  TlSpan span = tl_dataset_get_entries (self->dataset)[record].span;

  return tl_warp_to_axis (tl_layout_get_warp (self->layout),
                          (double)tl_span_get_middle (span));
}

/* The offset at which the record is in view, at that scale. */
double
tl_timeline_view_reveal_among_lanes (TlTimelineView *self,
                                     TlScale         scale,
                                     double          offset,
                                     TlSpot          spot)
{
  g_autoptr (TlView) view = tl_layout_get_view (self->layout, scale);
  guint  mark = tl_view_find_spot (view, spot);
  double height = tl_viewport_get_height (self->viewport);
  TlRect outline;

  if (mark == TL_NONE)
    return offset;
  outline = tl_mark_get_outline (&view->marks[mark]);
  return CLAMP (offset + get_move (outline.y - offset,
                                   outline.y + outline.height - offset, height,
                                   MARGIN_LANES),
                0, MAX (view->height - height, 0));
}

/* Brings what the keyboard stands on into view, if it is not there already.
 * There must be a layout. */
void
tl_timeline_view_reveal (TlTimelineView *self, TlSpot spot)
{
  TlScale before = tl_timeline_view_get_target_scale (self);
  double  offset_before = tl_timeline_view_get_target_offset (self);
  TlScale scale = reveal_along_time (self, before, spot);
  double  offset =
      tl_timeline_view_reveal_among_lanes (self, scale, offset_before, spot);

  if (!tl_scale_equal (scale, before) || fabs (offset - offset_before) > 0.5)
    tl_timeline_view_move_to (self, scale, offset);
}

/* A step of the animation. */
void
tl_timeline_view_step_cb (double progress, gpointer user_data)
{
  TlTimelineView *self = user_data;
  double          way = self->to_offset - self->from_offset;

  g_object_freeze_notify (G_OBJECT (self->viewport));
  tl_viewport_set_scale (
      self->viewport,
      progress < 1
          ? tl_scale_interpolate (self->from_scale, self->to_scale, progress)
          : self->to_scale);
  if (progress >= 1 && self->ends_fitted)
    tl_viewport_fit (self->viewport);
  g_object_thaw_notify (G_OBJECT (self->viewport));
  /* Only now the height of the lanes at this scale is known. */
  tl_viewport_set_offset (self->viewport, self->from_offset + way * progress);
}

/* Leaves the view where it is. */
void
tl_timeline_view_stop (TlTimelineView *self)
{
  tl_animation_stop (self->animation);
}

/* Goes on after a drag at the speed of the hand, in pixels per second, and
 * comes to rest. */
void
tl_timeline_view_glide (TlTimelineView *self,
                        double          velocity_x,
                        double          velocity_y)
{
  double  speed = hypot (velocity_x, velocity_y);
  double  seconds = GLIDE_US / 3e6;
  TlScale scale;

  if (!tl_timeline_view_ensure_layout (self) || speed < GLIDE_MIN_SPEED ||
      !tl_animation_is_wanted (GTK_WIDGET (self)))
    return;
  seconds *= MIN (GLIDE_MAX_SPEED / speed, 1);
  scale = tl_viewport_get_scale (self->viewport);
  start_move (self, tl_scale_pan (scale, velocity_x * seconds),
              tl_viewport_clamp_offset (
                  self->viewport, tl_viewport_get_offset (self->viewport) -
                                      velocity_y * seconds),
              GLIDE_US, FALSE);
}

/* x: in pixels of the lanes. */
void
tl_timeline_view_zoom_by (TlTimelineView *self, double x, double factor)
{
  tl_timeline_view_move_to (
      self,
      tl_viewport_zoomed_at (
          self->viewport, tl_timeline_view_get_target_scale (self), x, factor),
      tl_timeline_view_get_target_offset (self));
}

/* dx, dy: pixels that the picture moves to the right and down. */
void
tl_timeline_view_pan_by (TlTimelineView *self, double dx, double dy)
{
  if (!tl_timeline_view_ensure_layout (self))
    return;
  tl_timeline_view_move_to (
      self, tl_scale_pan (tl_timeline_view_get_target_scale (self), dx),
      tl_viewport_clamp_offset (
          self->viewport, tl_timeline_view_get_target_offset (self) - dy));
}

/* direction: 1 towards later, -1 towards earlier times. */
void
tl_timeline_view_page (TlTimelineView *self, int direction)
{
  double dx = -direction * PAGE_PART * tl_viewport_get_width (self->viewport);

  tl_timeline_view_pan_by (
      self, tl_viewport_get_mirrored (self->viewport) ? -dx : dx, 0);
}

/**
 * tl_timeline_view_get_range:
 * @self: a timeline
 * @from: (out): first civil second in view
 * @to: (out): last civil second in view
 *
 * Returns: %FALSE when nothing is shown yet; @from and @to stay untouched then
 */
gboolean
tl_timeline_view_get_range (TlTimelineView *self, gint64 *from, gint64 *to)
{
  TlScale scale;
  TlWarp *warp;

  g_return_val_if_fail (TL_IS_TIMELINE_VIEW (self), FALSE);

  if (!tl_timeline_view_ensure_layout (self))
    {
      if (!self->has_pending_range)
        return FALSE;
      *from = self->pending_from;
      *to = self->pending_to;
      return TRUE;
    }
  scale = tl_timeline_view_get_target_scale (self);
  warp = tl_layout_get_warp (self->layout);
  *from = to_second (floor (tl_warp_to_second (warp, scale.origin)));
  *to = to_second (ceil (tl_warp_to_second (
      warp, scale.origin + scale.width / scale.px_per_unit)));
  return TRUE;
}

/**
 * tl_timeline_view_shows_everything:
 * @self: a timeline
 *
 * Returns: whether everything is fitted in, and no part of time was asked for
 *   that is shown as soon as there is a size
 */
gboolean
tl_timeline_view_shows_everything (TlTimelineView *self)
{
  g_return_val_if_fail (TL_IS_TIMELINE_VIEW (self), FALSE);

  return tl_viewport_get_fitted (self->viewport) && !self->has_pending_range;
}

/**
 * tl_timeline_view_set_range:
 * @self: a timeline
 * @from: first civil second to show
 * @to: last civil second to show
 *
 * Shows a part of time at once; before there is a size, as soon as there is
 * one.
 */
void
tl_timeline_view_set_range (TlTimelineView *self, gint64 from, gint64 to)
{
  TlWarp *warp;
  TlScale scale;

  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));
  g_return_if_fail (from <= to);

  if (!tl_timeline_view_ensure_layout (self))
    {
      self->has_pending_range = TRUE;
      self->pending_from = from;
      self->pending_to = to;
      return;
    }
  tl_timeline_view_stop (self);
  warp = tl_layout_get_warp (self->layout);
  scale = tl_viewport_get_scale (self->viewport);
  scale = tl_scale_fit (scale, tl_warp_to_axis (warp, (double)from),
                        tl_warp_to_axis (warp, (double)to), 0);
  if (is_nearly_same (scale, self->fit))
    tl_viewport_fit (self->viewport);
  else
    tl_viewport_set_scale (self->viewport, scale);
}

/**
 * tl_timeline_view_scroll_to_selected:
 * @self: a timeline
 *
 * Brings the selected record into view, if it is not there already; before
 * there is a size, as soon as there is one.
 */
void
tl_timeline_view_scroll_to_selected (TlTimelineView *self)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  if (self->selected == TL_NONE)
    return;
  if (!tl_timeline_view_ensure_layout (self))
    {
      self->is_reveal_pending = TRUE;
      return;
    }
  tl_timeline_view_reveal (self, (TlSpot){ self->selected, TL_NONE });
}

/**
 * tl_timeline_view_fit_all:
 * @self: a timeline
 *
 * Shows all records, now and when the size changes.
 */
void
tl_timeline_view_fit_all (TlTimelineView *self)
{
  g_return_if_fail (TL_IS_TIMELINE_VIEW (self));

  if (!tl_timeline_view_ensure_layout (self))
    return;
  start_move (self, self->fit, 0, MOVE_US, TRUE);
}
