/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-overview-private.h"

#include "tl-time-axis.h"

#include <math.h>

/* Moves the part in view: the handle by the pointer, wheel and pinch as on the
 * timeline, and keys. Everything goes through the timeline's viewport, which
 * knows its limits. */

/* How far from an end of the handle it is taken hold of. */
#define END_REACH 7.0
#define WHEEL_ZOOM 1.25
#define WHEEL_PAN 96.0
#define SURFACE_PX_PER_OCTAVE 120.0
/* Of the part in view. */
#define KEY_MOVE 0.1
#define PAGE_MOVE 0.9
/* Nearer to the ends of everything than so many pixels is everything. */
#define WHOLE_PX 2.0

/* --- the part in view --- */

static TlViewport *
get_viewport (TlOverviewStrip *self)
{
  return self->timeline->viewport;
}

static void
get_target_view (TlOverviewStrip *self, double *from, double *to)
{
  TlScale scale = tl_timeline_view_get_target_scale (self->timeline);

  *from = scale.origin;
  *to = scale.origin + scale.width / scale.px_per_unit;
}

/* The scale that shows from…to, or as much as the limits allow; then the end
 * that is not held stays where it is. */
static TlScale
make_scale (TlOverviewStrip *self, double from, double to, TlGrip grip)
{
  TlViewport *viewport = get_viewport (self);
  TlScale     scale = tl_viewport_get_scale (viewport);
  double      length = MAX (to - from, scale.width / TL_SCALE_MAX);

  scale.px_per_unit = scale.width / length;
  scale.px_per_unit = tl_viewport_clamp_scale (viewport, scale).px_per_unit;
  scale.origin =
      grip == TL_GRIP_START ? to - scale.width / scale.px_per_unit : from;
  return scale;
}

static gboolean
is_whole (TlOverviewStrip *self, double from, double to)
{
  TlAxisFacts *facts = self->timeline->facts;
  TlScale      scale;
  double       slack;

  if (!tl_overview_strip_get_scale (self, &scale))
    return FALSE;
  slack = WHOLE_PX / scale.px_per_unit;
  return from <= facts->from + slack && to >= facts->to - slack;
}

static void
show_at_once (TlOverviewStrip *self, double from, double to, TlGrip grip)
{
  tl_timeline_view_stop (self->timeline);
  if (grip != TL_GRIP_MIDDLE && is_whole (self, from, to))
    tl_viewport_fit (get_viewport (self));
  else
    tl_viewport_set_scale (get_viewport (self),
                           make_scale (self, from, to, grip));
}

static void
glide_to (TlOverviewStrip *self, double from, double to, TlGrip grip)
{
  tl_timeline_view_move_to (
      self->timeline, make_scale (self, from, to, grip),
      tl_timeline_view_get_target_offset (self->timeline));
}

/* --- the handle --- */

/* What there is to take hold of at x. The ends of a short handle reach out of
 * it, so that its middle can be held, too. */
TlGrip
tl_overview_strip_pick (TlOverviewStrip *self, double x)
{
  TlRect   handle = tl_overview_strip_get_handle (self);
  double   end = handle.x + handle.width;
  double   inside = MIN (END_REACH, handle.width / 4);
  gboolean mirrored = tl_time_axis_is_mirrored (GTK_WIDGET (self));

  if (x < handle.x - END_REACH || x > end + END_REACH)
    return TL_GRIP_NONE;
  if (x < handle.x + inside)
    return mirrored ? TL_GRIP_END : TL_GRIP_START;
  if (x > end - inside)
    return mirrored ? TL_GRIP_START : TL_GRIP_END;
  return TL_GRIP_MIDDLE;
}

static void
update_cursor (TlOverviewStrip *self)
{
  TlGrip grip = self->is_held ? self->grip : self->hovered;

  switch (grip)
    {
    case TL_GRIP_START:
    case TL_GRIP_END:
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
      break;
    case TL_GRIP_MIDDLE:
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                       self->is_held ? "grabbing" : "grab");
      break;
    case TL_GRIP_NONE:
    default:
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
    }
}

static void
hover (TlOverviewStrip *self, TlGrip grip)
{
  if (self->hovered == grip)
    return;
  self->hovered = grip;
  update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           TlOverviewStrip          *self)
{
  self->pointer_x = x;
  hover (self, tl_overview_strip_pick (self, x));
}

static void
leave_cb (GtkEventControllerMotion *controller, TlOverviewStrip *self)
{
  hover (self, TL_GRIP_NONE);
}

/* Beside the handle, the part in view jumps there, and is held by its middle.
 */
static void
drag_begin_cb (GtkGestureDrag  *gesture,
               double           x,
               double           y,
               TlOverviewStrip *self)
{
  TlScale scale;
  double  half;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!tl_overview_strip_get_scale (self, &scale))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  tl_timeline_view_stop (self->timeline);
  self->grip = tl_overview_strip_pick (self, x);
  self->held_axis = tl_scale_to_axis (scale, x);
  tl_overview_strip_get_view (self, &self->held_from, &self->held_to);
  /* An end that is further out is held where it is drawn. */
  if (self->grip == TL_GRIP_START)
    self->held_from = MAX (self->held_from, scale.origin);
  if (self->grip == TL_GRIP_END)
    self->held_to =
        MIN (self->held_to, scale.origin + scale.width / scale.px_per_unit);
  if (self->grip == TL_GRIP_NONE)
    {
      half = (self->held_to - self->held_from) / 2;
      self->held_from = self->held_axis - half;
      self->held_to = self->held_axis + half;
      self->grip = TL_GRIP_MIDDLE;
      glide_to (self, self->held_from, self->held_to, self->grip);
    }
  self->is_held = TRUE;
  update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_update_cb (GtkGestureDrag  *gesture,
                double           dx,
                double           dy,
                TlOverviewStrip *self)
{
  TlScale scale;
  double  from = self->held_from;
  double  to = self->held_to;
  double  way;

  if (!self->is_held || fabs (dx) < 0.5 ||
      !tl_overview_strip_get_scale (self, &scale))
    return;
  way = (scale.mirrored ? -dx : dx) / scale.px_per_unit;
  if (self->grip != TL_GRIP_END)
    from += way;
  if (self->grip != TL_GRIP_START)
    to += way;
  show_at_once (self, from, to, self->grip);
}

static void
release (TlOverviewStrip *self)
{
  if (!self->is_held)
    return;
  self->is_held = FALSE;
  update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  /* It may be time to hide. */
  g_object_notify (G_OBJECT (get_viewport (self)), "fitted");
}

static void
drag_end_cb (GtkGestureDrag  *gesture,
             double           dx,
             double           dy,
             TlOverviewStrip *self)
{
  release (self);
}

static void
cancel_cb (GtkGesture       *gesture,
           GdkEventSequence *sequence,
           TlOverviewStrip  *self)
{
  release (self);
}

/* --- wheel and pinch --- */

/* Of the lanes, where the moment under x of the strip is. */
static double
to_lanes_x (TlOverviewStrip *self, double x)
{
  TlScale view = tl_timeline_view_get_target_scale (self->timeline);
  TlScale scale;

  if (!tl_overview_strip_get_scale (self, &scale))
    return view.width / 2;
  return CLAMP (tl_scale_to_x (view, tl_scale_to_axis (scale, x)), 0,
                view.width);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           TlOverviewStrip          *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (controller));
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (controller) ==
                      GDK_SCROLL_UNIT_WHEEL;
  double x = to_lanes_x (self, self->pointer_x);

  if (!is_wheel && (state & GDK_CONTROL_MASK) == 0)
    {
      tl_timeline_view_stop (self->timeline);
      tl_viewport_pan (get_viewport (self), -dx, 0);
    }
  else if (!is_wheel)
    {
      tl_timeline_view_stop (self->timeline);
      tl_viewport_zoom_at (get_viewport (self), x,
                           exp2 (-dy / SURFACE_PX_PER_OCTAVE));
    }
  else if ((state & GDK_SHIFT_MASK) != 0 || fabs (dx) > fabs (dy))
    tl_timeline_view_pan_by (self->timeline, -(dx + dy) * WHEEL_PAN, 0);
  else
    tl_timeline_view_zoom_by (self->timeline, x, pow (WHEEL_ZOOM, -dy));
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                TlOverviewStrip  *self)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  tl_timeline_view_stop (self->timeline);
  self->pinch_scale = tl_viewport_get_scale (get_viewport (self));
}

/* About the middle of what is in view. */
static void
pinch_cb (GtkGestureZoom *gesture, double factor, TlOverviewStrip *self)
{
  tl_viewport_set_scale (
      get_viewport (self),
      tl_viewport_zoomed_at (get_viewport (self), self->pinch_scale,
                             self->pinch_scale.width / 2, factor));
}

/* --- keys --- */

/* Towards later or earlier times, by a part of what is in view. */
static void
move_by (TlOverviewStrip *self, double part)
{
  double from;
  double to;
  double way;

  get_target_view (self, &from, &to);
  way = (to - from) * part;
  glide_to (self, from + way, to + way, TL_GRIP_MIDDLE);
}

/* Left and right mean what they say on the screen. */
static double
get_sign (TlOverviewStrip *self)
{
  return tl_time_axis_is_mirrored (GTK_WIDGET (self)) ? -1 : 1;
}

static gboolean
sideways_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  TlOverviewStrip *self = TL_OVERVIEW_STRIP (widget);

  move_by (self, get_sign (self) * KEY_MOVE * g_variant_get_int32 (arguments));
  return GDK_EVENT_STOP;
}

/* Up is more, as on every slider. */
static gboolean
step_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  move_by (TL_OVERVIEW_STRIP (widget),
           KEY_MOVE * g_variant_get_int32 (arguments));
  return GDK_EVENT_STOP;
}

static gboolean
page_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  move_by (TL_OVERVIEW_STRIP (widget),
           PAGE_MOVE * g_variant_get_int32 (arguments));
  return GDK_EVENT_STOP;
}

static void
resize_by (TlOverviewStrip *self, int direction, TlGrip grip)
{
  double from;
  double to;
  double way;

  get_target_view (self, &from, &to);
  way = (to - from) * KEY_MOVE * direction * get_sign (self);
  if (grip == TL_GRIP_START)
    from += way;
  else
    to += way;
  if (is_whole (self, from, to))
    tl_timeline_view_fit_all (self->timeline);
  else
    glide_to (self, from, to, grip);
}

static gboolean
resize_end_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  resize_by (TL_OVERVIEW_STRIP (widget), g_variant_get_int32 (arguments),
             TL_GRIP_END);
  return GDK_EVENT_STOP;
}

static gboolean
resize_start_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  resize_by (TL_OVERVIEW_STRIP (widget), g_variant_get_int32 (arguments),
             TL_GRIP_START);
  return GDK_EVENT_STOP;
}

/* To the beginning or the end of everything. */
static gboolean
end_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  TlOverviewStrip *self = TL_OVERVIEW_STRIP (widget);
  gboolean         first = g_variant_get_int32 (arguments) < 0;
  TlScale          scale;
  double           from;
  double           to;
  double           length;
  double           start;

  if (!tl_overview_strip_get_scale (self, &scale))
    return GDK_EVENT_PROPAGATE;
  get_target_view (self, &from, &to);
  length = to - from;
  start = first ? scale.origin
                : scale.origin + scale.width / scale.px_per_unit - length;
  glide_to (self, start, start + length, TL_GRIP_MIDDLE);
  return GDK_EVENT_STOP;
}

static void
bind_pair (GtkWidgetClass *widget_class,
           const guint     keys[4],
           GdkModifierType modifiers,
           GtkShortcutFunc function)
{
  for (guint i = 0; i < 4; i++)
    gtk_widget_class_add_binding (widget_class, keys[i], modifiers, function,
                                  "i", i % 2 == 0 ? -1 : 1);
}

/* For class_init. */
void
tl_overview_strip_install_keys (GtkWidgetClass *widget_class)
{
  static const guint sideways[] = { GDK_KEY_Left, GDK_KEY_Right,
                                    GDK_KEY_KP_Left, GDK_KEY_KP_Right };
  static const guint steps[] = { GDK_KEY_Down, GDK_KEY_Up, GDK_KEY_KP_Down,
                                 GDK_KEY_KP_Up };
  static const guint pages[] = { GDK_KEY_Page_Up, GDK_KEY_Page_Down,
                                 GDK_KEY_KP_Page_Up, GDK_KEY_KP_Page_Down };
  static const guint ends[] = { GDK_KEY_Home, GDK_KEY_End, GDK_KEY_KP_Home,
                                GDK_KEY_KP_End };

  bind_pair (widget_class, sideways, 0, sideways_cb);
  bind_pair (widget_class, steps, 0, step_cb);
  bind_pair (widget_class, pages, 0, page_cb);
  bind_pair (widget_class, ends, 0, end_cb);
  bind_pair (widget_class, sideways, GDK_SHIFT_MASK, resize_end_cb);
  bind_pair (widget_class, sideways, GDK_CONTROL_MASK, resize_start_cb);
}

/* For init. */
void
tl_overview_strip_add_controllers (TlOverviewStrip *self)
{
  GtkWidget          *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}
