/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

#include <math.h>

/* Pointer, wheel, touchpad and fingers; keys have their bindings with the
 * actions. Handlers only find out what is meant; the viewport moves. */

/* Of one notch of a wheel. */
#define WHEEL_ZOOM 1.25
#define WHEEL_PAN 96.0
#define WHEEL_LANES 72.0
/* How far two fingers slide for twice the size. */
#define SURFACE_PX_PER_OCTAVE 120.0

static double
to_lanes_x (TlTimelineView *self, double x)
{
  TlRect lanes = tl_timeline_view_get_lanes (self);

  return CLAMP (x - lanes.x, 0, lanes.width);
}

static gboolean
has_hidden_lanes (TlTimelineView *self)
{
  return gtk_widget_get_child_visible (self->scrollbar);
}

static void
update_cursor (TlTimelineView *self, gboolean over_something)
{
  gtk_widget_set_cursor_from_name (
      GTK_WIDGET (self), self->is_panning && self->is_banding ? "crosshair"
                         : self->is_panning                   ? "grabbing"
                         : over_something                     ? "pointer"
                                                              : NULL);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           TlTimelineView           *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
  self->is_pointer_inside = TRUE;
  tl_timeline_view_update_hover (self);
}

static void
leave_cb (GtkEventControllerMotion *controller, TlTimelineView *self)
{
  self->is_pointer_inside = FALSE;
  tl_timeline_view_update_hover (self);
}

static void
set_uses_keys (TlTimelineView *self, gboolean uses_keys)
{
  if (self->uses_keys == uses_keys)
    return;
  self->uses_keys = uses_keys;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whoever uses keys wants to see where they go, also where GTK shows the focus
 * only after Tab. A modifier alone, as in Ctrl and wheel, goes nowhere. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                TlTimelineView        *self)
{
  if (key < GDK_KEY_Shift_L || key > GDK_KEY_Hyper_R)
    set_uses_keys (self, TRUE);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
zoom_by_wheel (TlTimelineView *self, double dy, gboolean is_wheel)
{
  double x = to_lanes_x (self, self->pointer_x);

  if (is_wheel)
    tl_timeline_view_zoom_by (self, x, pow (WHEEL_ZOOM, -dy));
  else
    {
      tl_timeline_view_stop (self);
      tl_viewport_zoom_at (self->viewport, x,
                           exp2 (-dy / SURFACE_PX_PER_OCTAVE));
    }
  return GDK_EVENT_STOP;
}

/* A wheel has but one direction. Plain, it does what is missing most: it
 * scrolls the lanes where some are hidden, else it zooms. */
static gboolean
turn_wheel (TlTimelineView *self, double dx, double dy, GdkModifierType state)
{
  gboolean over_axis = self->pointer_y < self->axis_height;

  if ((state & GDK_SHIFT_MASK) != 0)
    tl_timeline_view_pan_by (self, -(dx + dy) * WHEEL_PAN, 0);
  else if (fabs (dx) > fabs (dy))
    tl_timeline_view_pan_by (self, -dx * WHEEL_PAN, 0);
  else if (has_hidden_lanes (self) && !over_axis)
    tl_timeline_view_pan_by (self, 0, -dy * WHEEL_LANES);
  else
    return zoom_by_wheel (self, dy, TRUE);
  return GDK_EVENT_STOP;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           TlTimelineView           *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (controller));
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (controller) ==
                      GDK_SCROLL_UNIT_WHEEL;

  if (!tl_timeline_view_ensure_layout (self))
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_CONTROL_MASK) != 0)
    return zoom_by_wheel (self, dy, is_wheel);
  if (is_wheel)
    return turn_wheel (self, dx, dy, state);
  tl_timeline_view_stop (self);
  tl_viewport_pan (self->viewport, -dx, -dy);
  return GDK_EVENT_STOP;
}

static void
decelerate_cb (GtkEventControllerScroll *controller,
               double                    velocity_x,
               double                    velocity_y,
               TlTimelineView           *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    tl_timeline_view_glide (self, -velocity_x, -velocity_y);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TlTimelineView  *self)
{
  tl_timeline_view_stop (self);
  set_uses_keys (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The keyboard goes where one has clicked. */
static void
click_record (TlTimelineView *self,
              TlSpot          spot,
              int             n_press,
              GdkModifierType modifiers)
{
  if (n_press > 1 && modifiers != 0)
    return;
  tl_timeline_view_set_spot (self, spot);
  tl_timeline_view_click_record (self, spot.record, modifiers);
  if (n_press == 2)
    tl_timeline_view_emit_activated (self, spot.record);
}

/* The second click of two would meet whatever the first one has brought there:
 * after a cluster was opened it means nothing. */
static void
click_mark (TlTimelineView *self,
            guint           mark,
            int             n_press,
            GdkModifierType modifiers)
{
  if (n_press > 1 && self->opened_cluster)
    return;
  self->opened_cluster = FALSE;
  if (mark == TL_NONE)
    {
      if (modifiers == 0)
        tl_timeline_view_set_selected (self, TL_NONE);
    }
  else if (self->view->marks[mark].type != TL_MARK_CLUSTER)
    click_record (
        self,
        (TlSpot){ self->view->marks[mark].index, self->view->marks[mark].lane },
        n_press, modifiers);
  else if (modifiers != 0)
    tl_timeline_view_add_cluster (self, mark);
  else
    {
      self->opened_cluster = TRUE;
      tl_timeline_view_open_cluster (self, &self->view->marks[mark]);
    }
}

/* A click at a place of the widget. */
void
tl_timeline_view_click (TlTimelineView *self,
                        double          x,
                        double          y,
                        int             n_press,
                        GdkModifierType modifiers)
{
  guint flag;

  if (!tl_timeline_view_ensure_layout (self))
    return;
  modifiers &= GDK_CONTROL_MASK | GDK_SHIFT_MASK;
  flag = tl_timeline_view_pick_flag (self, x, y);
  if (flag != TL_NONE)
    click_record (self, (TlSpot){ flag, TL_NONE }, n_press, modifiers);
  else if (tl_rect_contains (tl_timeline_view_get_lanes (self), x, y))
    click_mark (self, tl_timeline_view_pick_mark (self, x, y), n_press,
                modifiers);
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             TlTimelineView  *self)
{
  if (tl_timeline_view_ensure_layout (self) &&
      tl_timeline_view_click_heading (self, x, y))
    return;
  tl_timeline_view_click (self, x, y, n_press,
                          gtk_event_controller_get_current_event_state (
                              GTK_EVENT_CONTROLLER (gesture)));
}

static void
remember_start (TlTimelineView *self)
{
  tl_timeline_view_stop (self);
  self->start_scale = tl_viewport_get_scale (self->viewport);
  self->start_offset = tl_viewport_get_offset (self->viewport);
}

/* The pointer is pressed at a place of the widget. What follows moves the
 * picture, or spans a band around what is to be selected. */
void
tl_timeline_view_begin_drag (TlTimelineView *self,
                             double          x,
                             double          y,
                             gboolean        is_banding)
{
  TlRect lanes = tl_timeline_view_get_lanes (self);

  remember_start (self);
  self->start_x = x;
  self->is_banding = is_banding;
  self->band =
      (TlRect){ x - lanes.x,
                y - lanes.y + tl_timeline_view_get_drawn_offset (self), 0, 0 };
}

/* The band as it is to be seen: in pixels of the lanes, and not backwards. */
TlRect
tl_timeline_view_get_band (TlTimelineView *self)
{
  TlRect band = self->band;

  return (TlRect){ MIN (band.x, band.x + band.width),
                   MIN (band.y, band.y + band.height), fabs (band.width),
                   fabs (band.height) };
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               TlTimelineView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (gesture));

  tl_timeline_view_begin_drag (self, x, y, (state & GDK_SHIFT_MASK) != 0);
  tl_timeline_view_press_heading (self, x, y);
}

/* What is less than the threshold is an unsteady click. */
static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                TlTimelineView *self)
{
  if (!self->is_panning && tl_timeline_view_drag_heading (self, dx, dy))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      return;
    }
  if (!self->is_panning)
    {
      if (self->layout == NULL ||
          !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int)dx, (int)dy))
        return;
      self->is_panning = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      update_cursor (self, FALSE);
    }
  if (self->is_banding)
    {
      self->band.width = dx;
      self->band.height = dy;
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  g_object_freeze_notify (G_OBJECT (self->viewport));
  tl_viewport_set_scale (self->viewport, tl_scale_pan (self->start_scale, dx));
  tl_viewport_set_offset (self->viewport, self->start_offset - dy);
  g_object_thaw_notify (G_OBJECT (self->viewport));
}

static void
stop_panning (TlTimelineView *self)
{
  if (!self->is_panning)
    return;
  self->is_panning = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  tl_timeline_view_update_hover (self);
  update_cursor (self, self->hovered != TL_NONE);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             TlTimelineView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (gesture));

  if (self->is_panning && self->is_banding &&
      tl_timeline_view_ensure_layout (self))
    tl_timeline_view_select_marks_within (self,
                                          tl_timeline_view_get_band (self),
                                          (state & GDK_CONTROL_MASK) != 0);
  tl_timeline_view_drop_heading (self, TRUE);
  stop_panning (self);
}

static void
cancel_cb (GtkGesture       *gesture,
           GdkEventSequence *sequence,
           TlTimelineView   *self)
{
  tl_timeline_view_drop_heading (self, FALSE);
  stop_panning (self);
}

/* Comes before the end of the drag it is grouped with. */
static void
swipe_cb (GtkGestureSwipe *gesture,
          double           velocity_x,
          double           velocity_y,
          TlTimelineView  *self)
{
  if (self->is_panning && !self->is_banding)
    tl_timeline_view_glide (self, velocity_x, velocity_y);
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                TlTimelineView   *self)
{
  double x = 0;
  double y = 0;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  tl_timeline_view_begin_pinch (self, x);
}

static void
pinch_cb (GtkGestureZoom *gesture, double factor, TlTimelineView *self)
{
  double x = 0;
  double y = 0;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    tl_timeline_view_pinch (self, x, factor);
}

static void
add_keys_and_pointer (TlTimelineView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES |
                                       GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* For init. */
void
tl_timeline_view_add_controllers (TlTimelineView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  add_keys_and_pointer (self);
  g_signal_connect (swipe, "swipe", G_CALLBACK (swipe_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  /* Controllers that were added last hear first. */
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (swipe));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_gesture_group (drag, swipe);
}

/* Two fingers touch, with their middle at x of the widget. */
void
tl_timeline_view_begin_pinch (TlTimelineView *self, double x)
{
  remember_start (self);
  self->start_x = to_lanes_x (self, x);
}

/* They have moved apart by a factor, and their middle to x. The moment that
 * was between them stays there. */
void
tl_timeline_view_pinch (TlTimelineView *self, double x, double factor)
{
  TlScale scale;

  if (self->layout == NULL)
    return;
  scale = tl_viewport_zoomed_at (self->viewport, self->start_scale,
                                 self->start_x, factor);
  tl_viewport_set_scale (
      self->viewport,
      tl_scale_pan (scale, to_lanes_x (self, x) - self->start_x));
}

/* The mark under the pointer, after either has moved. */
void
tl_timeline_view_update_hover (TlTimelineView *self)
{
  guint hovered = TL_NONE;
  guint flag = TL_NONE;

  if (self->is_pointer_inside && !self->is_panning && self->view != NULL)
    {
      hovered =
          tl_timeline_view_pick_mark (self, self->pointer_x, self->pointer_y);
      flag =
          tl_timeline_view_pick_flag (self, self->pointer_x, self->pointer_y);
    }
  if (flag != TL_NONE)
    hovered = tl_view_find_record (self->view, flag);
  if (!self->is_panning)
    update_cursor (self, hovered != TL_NONE || flag != TL_NONE ||
                             tl_timeline_view_is_over_control (
                                 self, self->pointer_x, self->pointer_y));
  if (hovered == self->hovered)
    return;
  self->hovered = hovered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
