/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

#include <float.h>
#include <math.h>

/* Where things are. The layout is made anew only when what it is made from
 * changes; it is placed when the size changes; and with every change of the
 * viewport the view, the geometry of what is visible, is brought up to date. */

#define HEADINGS_MAX_PART 0.4
/* So much more room than needed makes labels of two lines come back. */
#define TWO_LINES_SLACK 40.0
/* The closest look, in axis units over the whole width. */
#define CLOSEST_DAY 1.0
#define CLOSEST_MINUTE (1.0 / (24 * 60))
#define ZOOM_MIN 0.5
#define ZOOM_MAX 4.0

static double
get_text_zoom (TlTimelineView *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi",
                &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / (96.0 * 1024), ZOOM_MIN, ZOOM_MAX) : 1;
}

static gboolean
is_mirrored (TlTimelineView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
drop_view (TlTimelineView *self)
{
  g_clear_pointer (&self->view, tl_view_free);
  self->hovered = TL_NONE;
}

static TlWarp *
create_warp (TlTimelineView *self)
{
  return self->proportional ? tl_warp_new_proportional ()
                            : tl_warp_new_for_dataset (self->dataset);
}

static void
make_layout (TlTimelineView *self, gboolean two_lines)
{
  guint             n_records = tl_dataset_get_n_records (self->dataset);
  g_autofree guint *records = g_new (guint, MAX (n_records, 1));
  g_autoptr (TlWarp) warp = create_warp (self);
  TlLayoutOptions options = {
    .dataset = self->dataset,
    .records = records,
    .n_records = n_records,
    .group_by = TL_GROUP_BY_KIND,
    .warp = warp,
    .language = self->language,
    .measure = tl_text_measurer_measure,
    .measure_data = self->measurer,
    .two_lines = two_lines,
    .zoom = get_text_zoom (self),
    .today = tl_calendar_today (),
  };

  for (guint i = 0; i < n_records; i++)
    records[i] = i;
  if (self->formatter == NULL)
    self->formatter = tl_date_formatter_new (self->language);
  options.formatter = self->formatter;
  drop_view (self);
  g_clear_pointer (&self->layout, tl_layout_unref);
  self->layout = tl_layout_new (&options);
  self->two_lines = two_lines;
}

/* Nothing is to be seen within the finest unit of the dates. */
static double
find_closest_units (TlTimelineView *self)
{
  const TlEntry *entries = tl_dataset_get_entries (self->dataset);
  guint          n_records = tl_dataset_get_n_records (self->dataset);

  for (guint i = 0; i < n_records; i++)
    if (entries[i].span.start_precision == TL_PRECISION_SECOND ||
        entries[i].span.end_precision == TL_PRECISION_SECOND)
      return CLOSEST_MINUTE;
  return CLOSEST_DAY;
}

static TlScale
get_drawn_scale (TlTimelineView *self)
{
  TlScale scale = tl_viewport_get_scale (self->viewport);

  scale.origin = round (scale.origin * scale.px_per_unit) / scale.px_per_unit;
  return scale;
}

static double
measure_headings (TlTimelineView *self, double width)
{
  g_autoptr (TlView) probe = tl_layout_get_view (
      self->layout, tl_layout_fit (self->layout, width, is_mirrored (self)));
  double wanted = tl_painter_get_headings_width (
      tl_timeline_view_get_painter (self), probe);

  return MIN (ceil (wanted), floor (width * HEADINGS_MAX_PART));
}

/* Measures how the present layout stands in a size. Returns the height that
 * its lanes lack when everything is fitted into the width. */
static double
measure_lack (TlTimelineView *self, double width, double height)
{
  g_autoptr (TlView) fitted = NULL;

  self->headings_width = measure_headings (self, width);
  self->time_width = MAX (width - self->headings_width, 1);
  fitted = tl_layout_get_view (
      self->layout,
      tl_layout_fit (self->layout, self->time_width, is_mirrored (self)));
  self->axis_height = ceil (tl_painter_get_axis_height (fitted));
  if (self->two_lines)
    self->two_lines_height = fitted->height;
  return fitted->height - (height - self->axis_height);
}

/* Labels have two lines where all lanes fit the height with them. Whoever
 * drags the window's edge does not want them to flicker. */
static void
choose_lines (TlTimelineView *self, double width, double height)
{
  double room;

  if (!self->two_lines)
    {
      measure_lack (self, width, height);
      room = height - self->axis_height;
      if (room < self->two_lines_height + TWO_LINES_SLACK)
        return;
      make_layout (self, TRUE);
    }
  if (measure_lack (self, width, height) <= 0)
    return;
  make_layout (self, FALSE);
  measure_lack (self, width, height);
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
  return (TlPainter){ tl_palette_get (self->theme), self->measurer };
}

/* Whether there is a layout that stands in the present size, and a view. */
gboolean
tl_timeline_view_ensure_layout (TlTimelineView *self)
{
  if (self->dataset == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return FALSE;
  if (!self->is_placed)
    tl_timeline_view_place (self);
  return self->view != NULL;
}

/* What the layout was made from has changed. */
void
tl_timeline_view_drop_layout (TlTimelineView *self)
{
  tl_timeline_view_stop (self);
  tl_canvas_clear (self->canvas);
  drop_view (self);
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

  self->is_placed = TRUE;
  self->placed_width = (int)width;
  self->placed_height = (int)height;
  if (self->layout == NULL)
    make_layout (self, self->two_lines);
  choose_lines (self, width, height);
  tl_layout_get_extent (self->layout, &from, &to);

  g_object_freeze_notify (G_OBJECT (self->viewport));
  tl_viewport_set_mirrored (self->viewport, is_mirrored (self));
  tl_viewport_set_size (self->viewport, self->time_width,
                        height - self->axis_height);
  tl_viewport_set_extent (self->viewport, from, to);
  tl_viewport_set_closest (self->viewport, find_closest_units (self));
  tl_viewport_set_fit_scale (
      self->viewport,
      tl_layout_fit (self->layout, self->time_width, is_mirrored (self)));
  g_object_thaw_notify (G_OBJECT (self->viewport));
  tl_timeline_view_sync (self);
  apply_pending (self);
}

/* The viewport has changed: everything that follows from it. */
void
tl_timeline_view_sync (TlTimelineView *self)
{
  TlScale scale = get_drawn_scale (self);

  if (self->layout == NULL)
    return;
  if (self->view == NULL || !tl_scale_equal (self->view->scale, scale))
    {
      drop_view (self);
      self->view = tl_layout_get_view (self->layout, scale);
      update_axis_height (self);
    }
  tl_viewport_set_content_height (self->viewport, self->view->height);
  tl_timeline_view_update_scrollbar (self);
  tl_timeline_view_update_hover (self);
  tl_timeline_view_update_actions (self);
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

  return (TlRect){ is_mirrored (self) ? 0 : self->headings_width,
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
