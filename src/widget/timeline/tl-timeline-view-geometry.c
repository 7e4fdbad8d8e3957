/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

#include <float.h>
#include <math.h>

#include "tl-time-axis.h"

/* Where things are. The layout is made anew only when what it is made from
 * changes; it is placed when the size changes; and with every change of the
 * viewport the view, the geometry of what is visible, is brought up to date. */

#define HEADINGS_MAX_PART 0.4
/* So much more room than needed makes labels of two lines come back. */
#define TWO_LINES_SLACK 40.0
/* Beside what is shown when the whole is not known, in pixels. */
#define FIT_MARGIN 20.0
/* How far beyond what is in sight the view knows of marks, above and below. */
#define LANES_BESIDE 256.0
#define ZOOM_MIN 0.5
#define ZOOM_MAX 4.0

/* How large the desktop wants text to be; 1 at 100 %. */
double
tl_timeline_view_get_text_zoom (TlTimelineView *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi",
                &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / (96.0 * 1024), ZOOM_MIN, ZOOM_MAX) : 1;
}

static gboolean
is_mirrored (TlTimelineView *self)
{
  return tl_time_axis_is_mirrored (GTK_WIDGET (self));
}

static gboolean
is_right_to_left (TlTimelineView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

void
tl_timeline_view_drop_view (TlTimelineView *self)
{
  g_clear_pointer (&self->view, tl_view_free);
  self->hovered = TL_NONE;
}

static TlScale
get_drawn_scale (TlTimelineView *self)
{
  TlScale scale = tl_viewport_get_scale (self->viewport);

  scale.origin = round (scale.origin * scale.px_per_unit) / scale.px_per_unit;
  return scale;
}

/* Groups, flags and the height, without a look into any lane. */
static TlView *
get_outline (TlTimelineView *self, TlScale scale)
{
  return tl_layout_get_view_within (self->layout, scale, 0, -1);
}

static double
measure_headings (TlTimelineView *self, double width)
{
  g_autoptr (TlView) probe = get_outline (
      self, tl_layout_fit (self->layout, width, is_mirrored (self)));
  double wanted = tl_painter_get_headings_width (
      tl_timeline_view_get_painter (self), probe);

  return MIN (ceil (wanted), floor (width * HEADINGS_MAX_PART));
}

static gboolean
shows_whole (TlTimelineView *self)
{
  return tl_result_get_dataset (self->result) ==
             tl_result_get_whole (self->result) &&
         tl_result_get_n_shown (self->result) ==
             tl_result_get_n_all (self->result);
}

/* Groups that are filtered out leave their room to nobody. */
static double
find_headings_width (TlTimelineView *self, double width)
{
  double wanted = measure_headings (self, width);

  if (shows_whole (self))
    {
      self->whole_headings = wanted;
      self->whole_group_by = tl_layout_get_group_by (self->layout);
    }
  else if (self->whole_group_by == tl_layout_get_group_by (self->layout))
    wanted = MAX (
        wanted, MIN (self->whole_headings, floor (width * HEADINGS_MAX_PART)));
  return wanted;
}

/* The scale that shows everything. It is that of the whole dataset, so that
 * the view stays where it is while somebody types a search. */
static TlScale
find_fit (TlTimelineView *self)
{
  TlScale fit =
      tl_layout_fit (self->layout, self->time_width, is_mirrored (self));

  if (shows_whole (self) || self->facts->to < self->facts->from)
    {
      self->whole_fit = fit;
      return fit;
    }
  if (self->whole_fit.width > 0)
    {
      fit.origin = self->whole_fit.origin;
      fit.px_per_unit = self->whole_fit.px_per_unit * self->time_width /
                        self->whole_fit.width;
      return fit;
    }
  return tl_scale_fit (fit, self->facts->from, self->facts->to, FIT_MARGIN);
}

/* Measures how the present layout stands in a size. Returns the height that
 * its lanes lack when everything is fitted into the width. */
static double
measure_lack (TlTimelineView *self, double width, double height)
{
  g_autoptr (TlView) fitted = NULL;

  self->headings_width = find_headings_width (self, width);
  self->time_width = MAX (width - self->headings_width, 1);
  self->fit = find_fit (self);
  fitted = get_outline (self, self->fit);
  self->axis_height = ceil (tl_painter_get_axis_height (fitted));
  if (self->two_lines)
    self->two_lines_height = fitted->height;
  return fitted->height - (height - self->axis_height);
}

/* Tries labels of two lines. Where the lanes lack height with them, the layout
 * is again the one that was there. */
static gboolean
try_two_lines (TlTimelineView *self, double width, double height)
{
  g_autoptr (TlLayout) one_line = tl_layout_ref (self->layout);

  tl_timeline_view_set_two_lines (self, TRUE);
  if (measure_lack (self, width, height) <= 0)
    return TRUE;
  tl_timeline_view_take_layout (self, g_steal_pointer (&one_line), FALSE);
  return FALSE;
}

/* Labels have two lines where all lanes fit the height with them. Whoever
 * drags the window's edge does not want them to flicker. Two lines never need
 * less room than one, and their dates take a while to be measured, so that one
 * line is tried first. */
static void
choose_lines (TlTimelineView *self, double width, double height)
{
  double lack = measure_lack (self, width, height);

  if (self->two_lines && lack > 0)
    {
      tl_timeline_view_set_two_lines (self, FALSE);
      measure_lack (self, width, height);
    }
  else if (!self->two_lines && lack <= 0 &&
           tl_timeline_view_may_have_two_lines (self) &&
           height - self->axis_height >=
               self->two_lines_height + TWO_LINES_SLACK &&
           !try_two_lines (self, width, height))
    measure_lack (self, width, height);
}

static void
find_extent (TlTimelineView *self, double *from, double *to)
{
  tl_layout_get_extent (self->layout, from, to);
  if (self->facts->from > self->facts->to)
    return;
  *from = MIN (*from, self->facts->from);
  *to = MAX (*to, self->facts->to);
}

static void
apply_pending (TlTimelineView *self)
{
  if (self->has_pending_range)
    {
      self->has_pending_range = FALSE;
      tl_timeline_view_set_range (self, self->pending_from, self->pending_to);
    }
  if (self->is_reveal_pending)
    {
      self->is_reveal_pending = FALSE;
      tl_timeline_view_scroll_to_selected (self);
    }
}

/* The strip of flags comes and goes with the zoom. */
static void
update_axis_height (TlTimelineView *self)
{
  double axis_height = ceil (tl_painter_get_axis_height (self->view));

  if (G_APPROX_VALUE (axis_height, self->axis_height, DBL_MIN))
    return;
  self->axis_height = axis_height;
  tl_viewport_set_size (self->viewport, self->time_width,
                        gtk_widget_get_height (GTK_WIDGET (self)) -
                            axis_height);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* How things are drawn, for what needs fonts or colours. */
TlPainter
tl_timeline_view_get_painter (TlTimelineView *self)
{
  return (TlPainter){ .palette = tl_palette_get (self->theme),
                      .measurer = self->measurer,
                      .marking = tl_timeline_view_get_marking (self),
                      .foldable = TRUE,
                      .right_to_left = is_right_to_left (self) };
}

/* Whether there is a layout that stands in the present size, and a view. */
gboolean
tl_timeline_view_ensure_layout (TlTimelineView *self)
{
  if (self->dataset == NULL)
    return FALSE;
  if (!self->is_placed && gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return FALSE;
  if (!self->is_placed)
    tl_timeline_view_place (self);
  return self->view != NULL;
}

/* What the layout was made from has changed, so that it is of no use. */
void
tl_timeline_view_drop_layout (TlTimelineView *self)
{
  tl_timeline_view_stop (self);
  tl_timeline_view_stop_prefetch (self);
  tl_timeline_view_forget_job (self);
  tl_timeline_view_forget_items (self);
  tl_canvas_clear (self->canvas);
  tl_timeline_view_drop_view (self);
  g_clear_pointer (&self->layout, tl_layout_unref);
  self->is_placed = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Fits the layout into the present size. */
void
tl_timeline_view_place (TlTimelineView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double from;
  double to;

  if (self->dataset == NULL || width <= 0)
    return;
  if (self->layout == NULL)
    {
      /* Comes back here with a layout. */
      tl_timeline_view_update_layout (self);
      return;
    }

  self->is_placed = TRUE;
  self->placed_width = (int)width;
  self->placed_height = (int)height;
  choose_lines (self, width, height);
  find_extent (self, &from, &to);
  if (tl_layout_set_edges (self->layout, self->fit))
    {
      tl_canvas_forget_layout (self->canvas);
      tl_timeline_view_drop_view (self);
    }

  g_object_freeze_notify (G_OBJECT (self->viewport));
  tl_viewport_set_mirrored (self->viewport, is_mirrored (self));
  tl_viewport_set_size (self->viewport, self->time_width,
                        height - self->axis_height);
  tl_viewport_set_extent (self->viewport, from, to);
  tl_viewport_set_closest (self->viewport, self->facts->closest_units);
  tl_viewport_set_fit_scale (self->viewport, self->fit);
  g_object_thaw_notify (G_OBJECT (self->viewport));
  tl_timeline_view_sync (self);
  apply_pending (self);
}

/* Whether the view has all that can be seen of the lanes. */
static gboolean
shows_lanes_in_sight (TlTimelineView *self)
{
  double offset = tl_viewport_get_offset (self->viewport);
  double end = offset + tl_viewport_get_height (self->viewport);

  return self->view->y0 <= offset &&
         self->view->y1 >= MIN (end, self->view->height);
}

static void
renew_view (TlTimelineView *self, TlScale scale)
{
  double offset = tl_viewport_get_offset (self->viewport);
  double end = offset + tl_viewport_get_height (self->viewport);
  double before =
      self->view != NULL ? self->view->scale.px_per_unit : scale.px_per_unit;

  tl_timeline_view_drop_view (self);
  self->view = tl_layout_get_view_within (
      self->layout, scale, offset - LANES_BESIDE, end + LANES_BESIDE);
  update_axis_height (self);
  if (!G_APPROX_VALUE (before, scale.px_per_unit, DBL_MIN))
    tl_timeline_view_prefetch (self, before);
}

/* The viewport has changed: everything that follows from it. */
void
tl_timeline_view_sync (TlTimelineView *self)
{
  TlScale scale = get_drawn_scale (self);

  if (self->layout == NULL)
    return;
  if (self->view == NULL || !tl_scale_equal (self->view->scale, scale) ||
      !shows_lanes_in_sight (self))
    renew_view (self, scale);
  tl_viewport_set_content_height (self->viewport, self->view->height);
  tl_timeline_view_update_scrollbar (self);
  tl_timeline_view_update_hover (self);
  tl_timeline_view_update_actions (self);
  tl_timeline_view_touch_items (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Lanes stand on whole pixels. */
double
tl_timeline_view_get_drawn_offset (TlTimelineView *self)
{
  return round (tl_viewport_get_offset (self->viewport));
}

/* Where the lanes are, in pixels of the widget. */
TlRect
tl_timeline_view_get_lanes (TlTimelineView *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  return (TlRect){ is_right_to_left (self) ? 0 : self->headings_width,
                   self->axis_height, self->time_width,
                   MAX (height - self->axis_height, 0) };
}

/* The mark at a place of the widget, or TL_NONE. */
guint
tl_timeline_view_pick_mark (TlTimelineView *self, double x, double y)
{
  TlRect lanes = tl_timeline_view_get_lanes (self);

  if (self->view == NULL || !tl_rect_contains (lanes, x, y))
    return TL_NONE;
  return tl_view_pick (self->view, x - lanes.x,
                       y - lanes.y + tl_timeline_view_get_drawn_offset (self));
}

/* The record whose flag is at a place of the widget, or TL_NONE. */
guint
tl_timeline_view_pick_flag (TlTimelineView *self, double x, double y)
{
  TlRect lanes = tl_timeline_view_get_lanes (self);
  double top;

  if (self->view == NULL || x < lanes.x || x >= lanes.x + lanes.width)
    return TL_NONE;
  top = tl_painter_get_axis_height (self->view) - self->view->flags_height;
  return tl_view_pick_flag (self->view, x - lanes.x, y - top);
}

/* The mark with its label, in pixels of the lanes. */
TlRect
tl_mark_get_outline (const TlMark *mark)
{
  TlRect hit = mark->hit;
  TlRect label = mark->label;
  double x0;
  double y0;

  if (mark->label_place == TL_LABEL_NONE)
    return hit;
  x0 = MIN (hit.x, label.x);
  y0 = MIN (hit.y, label.y);
  return (TlRect){ x0, y0, MAX (hit.x + hit.width, label.x + label.width) - x0,
                   MAX (hit.y + hit.height, label.y + label.height) - y0 };
}
