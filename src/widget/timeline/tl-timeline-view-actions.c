/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

/* Actions and keys. Each action calls a public function, so that whatever runs
 * a command, menu, key, button or test, does the same. */

#define KEY_PAN_LANES 96.0

typedef struct
{
  const char *name;
  void (*run) (TlTimelineView *self);
} Command;

static const Command commands[] = {
  { "timeline.zoom-in", tl_timeline_view_zoom_in },
  { "timeline.zoom-out", tl_timeline_view_zoom_out },
  { "timeline.fit-all", tl_timeline_view_fit_all },
  { "timeline.zoom-selection", tl_timeline_view_zoom_selection },
  { "timeline.next", tl_timeline_view_next },
  { "timeline.previous", tl_timeline_view_previous },
  { "timeline.lane-down", tl_timeline_view_lane_down },
  { "timeline.lane-up", tl_timeline_view_lane_up },
  { "timeline.pan-left", tl_timeline_view_pan_left },
  { "timeline.pan-right", tl_timeline_view_pan_right },
  { "timeline.first", tl_timeline_view_first },
  { "timeline.last", tl_timeline_view_last },
  { "timeline.focus-next", tl_timeline_view_focus_next },
  { "timeline.focus-previous", tl_timeline_view_focus_previous },
  { "timeline.focus-down", tl_timeline_view_focus_down },
  { "timeline.focus-up", tl_timeline_view_focus_up },
  { "timeline.focus-first", tl_timeline_view_focus_first },
  { "timeline.focus-last", tl_timeline_view_focus_last },
  { "timeline.show-focused", tl_timeline_view_show_focused },
  { "timeline.toggle-focused", tl_timeline_view_toggle_focused },
};

typedef struct
{
  guint           key;
  GdkModifierType modifiers;
  const char     *action;
} Binding;

static const Binding bindings[] = {
  { GDK_KEY_plus, 0, "timeline.zoom-in" },
  { GDK_KEY_equal, 0, "timeline.zoom-in" },
  { GDK_KEY_KP_Add, 0, "timeline.zoom-in" },
  { GDK_KEY_minus, 0, "timeline.zoom-out" },
  { GDK_KEY_KP_Subtract, 0, "timeline.zoom-out" },
  { GDK_KEY_0, 0, "timeline.fit-all" },
  { GDK_KEY_KP_0, 0, "timeline.fit-all" },
  { GDK_KEY_Up, 0, "timeline.focus-up" },
  { GDK_KEY_KP_Up, 0, "timeline.focus-up" },
  { GDK_KEY_Down, 0, "timeline.focus-down" },
  { GDK_KEY_KP_Down, 0, "timeline.focus-down" },
  { GDK_KEY_Home, 0, "timeline.focus-first" },
  { GDK_KEY_KP_Home, 0, "timeline.focus-first" },
  { GDK_KEY_End, 0, "timeline.focus-last" },
  { GDK_KEY_KP_End, 0, "timeline.focus-last" },
  { GDK_KEY_Return, 0, "timeline.show-focused" },
  { GDK_KEY_ISO_Enter, 0, "timeline.show-focused" },
  { GDK_KEY_KP_Enter, 0, "timeline.show-focused" },
  { GDK_KEY_space, 0, "timeline.show-focused" },
  { GDK_KEY_KP_Space, 0, "timeline.show-focused" },
  { GDK_KEY_space, GDK_CONTROL_MASK, "timeline.toggle-focused" },
  { GDK_KEY_KP_Space, GDK_CONTROL_MASK, "timeline.toggle-focused" },
  { GDK_KEY_Left, GDK_SHIFT_MASK, "timeline.pan-left" },
  { GDK_KEY_KP_Left, GDK_SHIFT_MASK, "timeline.pan-left" },
  { GDK_KEY_Right, GDK_SHIFT_MASK, "timeline.pan-right" },
  { GDK_KEY_KP_Right, GDK_SHIFT_MASK, "timeline.pan-right" },
};

static void
run_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      commands[i].run (TL_TIMELINE_VIEW (widget));
}

/* Left and right mean what they say on the screen. */
static gboolean
step_sideways_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);
  gint32          direction = g_variant_get_int32 (arguments);

  if (tl_viewport_get_mirrored (self->viewport))
    direction = -direction;
  if (direction > 0)
    tl_timeline_view_focus_next (self);
  else
    tl_timeline_view_focus_previous (self);
  return GDK_EVENT_STOP;
}

static gboolean
page_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  tl_timeline_view_page (TL_TIMELINE_VIEW (widget),
                         g_variant_get_int32 (arguments));
  return GDK_EVENT_STOP;
}

static gboolean
pan_lanes_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  tl_timeline_view_pan_by (TL_TIMELINE_VIEW (widget), 0,
                           -KEY_PAN_LANES * g_variant_get_int32 (arguments));
  return GDK_EVENT_STOP;
}

/* Of the widget of a mark. */
static void
run_mark_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlSpot spot;

  g_variant_get (parameter, "(uu)", &spot.record, &spot.lane);
  if (g_str_equal (name, "timeline.show-mark"))
    tl_timeline_view_show_spot (TL_TIMELINE_VIEW (widget), spot);
  else
    tl_timeline_view_toggle_spot (TL_TIMELINE_VIEW (widget), spot);
}

/* An Escape that has nothing to undo is for somebody else. */
static gboolean
unselect_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);

  if (self->selected == TL_NONE)
    return GDK_EVENT_PROPAGATE;
  tl_timeline_view_set_selected (self, TL_NONE);
  return GDK_EVENT_STOP;
}

static void
bind_direction (GtkWidgetClass *widget_class,
                guint           key,
                guint           keypad_key,
                GdkModifierType modifiers,
                GtkShortcutFunc function,
                int             direction)
{
  gtk_widget_class_add_binding (widget_class, key, modifiers, function, "i",
                                direction);
  gtk_widget_class_add_binding (widget_class, keypad_key, modifiers, function,
                                "i", direction);
}

/* For class_init. */
void
tl_timeline_view_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_class_install_action (widget_class, commands[i].name, NULL,
                                     run_cb);
  gtk_widget_class_install_action (widget_class, "timeline.show-mark", "(uu)",
                                   run_mark_cb);
  gtk_widget_class_install_action (widget_class, "timeline.toggle-mark", "(uu)",
                                   run_mark_cb);
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (widget_class, bindings[i].key,
                                         bindings[i].modifiers,
                                         bindings[i].action, NULL);
  bind_direction (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0,
                  step_sideways_cb, -1);
  bind_direction (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0,
                  step_sideways_cb, 1);
  bind_direction (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, page_cb,
                  -1);
  bind_direction (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0,
                  page_cb, 1);
  bind_direction (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, GDK_SHIFT_MASK,
                  pan_lanes_cb, -1);
  bind_direction (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, GDK_SHIFT_MASK,
                  pan_lanes_cb, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, unselect_cb,
                                NULL);
}

/* Only what would do something can be done. */
void
tl_timeline_view_update_actions (TlTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   has_records =
      self->dataset != NULL && tl_dataset_get_n_records (self->dataset) > 0;
  gboolean is_selected = self->selected != TL_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      gboolean enabled = has_records;

      if (commands[i].run == tl_timeline_view_zoom_in)
        enabled = enabled && tl_viewport_can_zoom (self->viewport, 2);
      else if (commands[i].run == tl_timeline_view_zoom_out)
        enabled = enabled && tl_viewport_can_zoom (self->viewport, 0.5);
      else if (commands[i].run == tl_timeline_view_fit_all)
        enabled = enabled && !tl_viewport_get_fitted (self->viewport);
      else if (commands[i].run == tl_timeline_view_zoom_selection)
        enabled = enabled && is_selected;
      gtk_widget_action_set_enabled (widget, commands[i].name, enabled);
    }
}
