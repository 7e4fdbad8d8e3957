/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* The headings of groups under the pointer: a click folds or unfolds, a drag
 * moves the group to another place, the other button opens a menu. */

#define DROP_LINE 3.0f

static TlRect
get_headings (TlTimelineView *self)
{
  TlRect lanes = tl_timeline_view_get_lanes (self);

  return (TlRect){ lanes.x > 0 ? 0 : lanes.width, lanes.y, self->headings_width,
                   lanes.height };
}

static double
to_lanes_y (TlTimelineView *self, double y)
{
  return y - tl_timeline_view_get_lanes (self).y +
         tl_timeline_view_get_drawn_offset (self);
}

/* The group whose heading is at a place of the widget, or TL_NONE. */
guint
tl_timeline_view_pick_heading (TlTimelineView *self, double x, double y)
{
  if (self->view == NULL || !tl_rect_contains (get_headings (self), x, y))
    return TL_NONE;
  return tl_view_pick_group (self->view, to_lanes_y (self, y));
}

static gboolean
has_named_lanes (const TlView *view, guint group)
{
  for (guint i = 0; i < view->n_lanes; i++)
    if (view->lanes[i].group == group)
      return TRUE;
  return FALSE;
}

/* Whether a click there folds or unfolds the group: the name of a lane is not
 * that of its group. */
static gboolean
is_over_disclosure (TlTimelineView *self, guint group, double x)
{
  TlRect headings = get_headings (self);
  TlRect triangle = tl_painter_get_disclosure (
      tl_timeline_view_get_painter (self), self->view, group, headings.width);

  return !has_named_lanes (self->view, group) ||
         (x >= headings.x + triangle.x - triangle.width &&
          x < headings.x + triangle.x + 2 * triangle.width);
}

/* Whether there is something to click among the headings. */
gboolean
tl_timeline_view_is_over_control (TlTimelineView *self, double x, double y)
{
  guint group = self->is_pointer_inside
                    ? tl_timeline_view_pick_heading (self, x, y)
                    : TL_NONE;

  return group != TL_NONE && is_over_disclosure (self, group, x);
}

/* A click at a place of the widget. Returns whether it was on a heading. */
gboolean
tl_timeline_view_click_heading (TlTimelineView *self, double x, double y)
{
  guint group = tl_timeline_view_pick_heading (self, x, y);

  if (group == TL_NONE)
    return FALSE;
  if (is_over_disclosure (self, group, x))
    tl_timeline_view_fold (self, group, !self->view->groups[group].folded);
  return TRUE;
}

/* --- moving a group --- */

/* The pointer goes down; a drag may follow. */
void
tl_timeline_view_press_heading (TlTimelineView *self, double x, double y)
{
  guint group = tl_timeline_view_pick_heading (self, x, y);

  self->groups.is_pressed = group != TL_NONE;
  self->groups.dragged = group;
  self->groups.drop = TL_NONE;
  self->groups.press_y = y;
}

/* The place between groups that is nearest to y of the lanes: 0 is above the
 * first of them. */
static guint
find_drop (const TlView *view, double y)
{
  guint drop = 0;

  while (drop < view->n_groups &&
         y > view->groups[drop].y + view->groups[drop].height / 2)
    drop++;
  return drop;
}

/* The pointer has moved so far since it went down. Returns whether it moves a
 * group. */
gboolean
tl_timeline_view_drag_heading (TlTimelineView *self, double dx, double dy)
{
  TlViewGroups *groups = &self->groups;

  if (!groups->is_pressed || self->view == NULL)
    return FALSE;
  if (groups->drop == TL_NONE &&
      !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int)dx, (int)dy))
    return FALSE;
  /* Sideways it is the picture that moves. */
  if (groups->drop == TL_NONE && fabs (dx) > fabs (dy))
    {
      groups->is_pressed = FALSE;
      return FALSE;
    }
  groups->drop =
      find_drop (self->view, to_lanes_y (self, groups->press_y + dy));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

/* The drag is over. */
void
tl_timeline_view_drop_heading (TlTimelineView *self, gboolean is_wanted)
{
  guint dragged = self->groups.dragged;
  guint drop = self->groups.drop;

  if (!self->groups.is_pressed)
    return;
  self->groups.is_pressed = FALSE;
  self->groups.drop = TL_NONE;
  if (drop == TL_NONE)
    return;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  /* Above or below itself it stays where it is. */
  if (!is_wanted || drop == dragged || drop == dragged + 1)
    return;
  if (drop > 0)
    tl_timeline_view_move_group_to (self, dragged, drop - 1, TRUE);
  else
    tl_timeline_view_move_group_to (self, dragged, 0, FALSE);
}

/* Shows where the dragged group would go. */
void
tl_timeline_view_snapshot_drop (TlTimelineView *self, GtkSnapshot *snapshot)
{
  const TlPalette *palette = tl_palette_get (self->theme);
  TlColor          color = palette->selection;
  const TlView    *view = self->view;
  TlRect           lanes = tl_timeline_view_get_lanes (self);
  TlRect           headings = get_headings (self);
  const TlGroup   *dragged;
  double           y = 0;

  if (!self->groups.is_pressed || self->groups.drop == TL_NONE ||
      self->groups.dragged >= view->n_groups)
    return;
  dragged = &view->groups[self->groups.dragged];
  if (self->groups.drop > 0)
    y = view->groups[self->groups.drop - 1].y +
        view->groups[self->groups.drop - 1].height;
  gtk_snapshot_push_clip (
      snapshot, &GRAPHENE_RECT_INIT (0, (float)lanes.y,
                                     (float)(lanes.width + headings.width),
                                     (float)lanes.height));
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT (
          0, (float)(lanes.y - tl_timeline_view_get_drawn_offset (self))));
  gtk_snapshot_append_color (
      snapshot, &(GdkRGBA){ color.red, color.green, color.blue, 0.12f },
      &GRAPHENE_RECT_INIT ((float)headings.x, (float)dragged->y,
                           (float)headings.width, (float)dragged->height));
  gtk_snapshot_append_color (
      snapshot, &(GdkRGBA){ color.red, color.green, color.blue, 1 },
      &GRAPHENE_RECT_INIT (0, (float)y - DROP_LINE / 2,
                           (float)(lanes.width + headings.width), DROP_LINE));
  gtk_snapshot_pop (snapshot);
}

/* --- words --- */

/* What a heading says when asked. */
gboolean
tl_timeline_view_show_heading_tooltip (TlTimelineView *self,
                                       double          x,
                                       double          y,
                                       GtkTooltip     *tooltip)
{
  guint            index = tl_timeline_view_pick_heading (self, x, y);
  const TlGroup   *group;
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  if (index == TL_NONE || self->groups.drop != TL_NONE)
    return FALSE;
  group = &self->view->groups[index];
  count = tl_date_formatter_format_count (self->formatter, group->n_records);
  text = g_strdup_printf (
      /* Translators: tooltip of the heading of a group: its name, the number of
       * its records. */
      ngettext ("%1$s: %2$s record", "%1$s: %2$s records", group->n_records),
      group->title, count);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (
      tooltip,
      &(GdkRectangle){ (int)get_headings (self).x,
                       (int)(get_headings (self).y + group->y -
                             tl_timeline_view_get_drawn_offset (self)),
                       (int)self->headings_width, (int)group->height });
  return TRUE;
}

/* --- the menu --- */

typedef struct
{
  const char *action;
  const char *label; /* for gettext */
} MenuEntry;

static void
append_section (GMenu           *menu,
                const MenuEntry *entries,
                gsize            n_entries,
                guint            group)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (gsize i = 0; i < n_entries; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (
          g_dpgettext2 (NULL, "group", entries[i].label), NULL);

      g_menu_item_set_action_and_target (item, entries[i].action, "u", group);
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenuModel *
create_menu (TlTimelineView *self, guint group)
{
  static const MenuEntry folded[] = {
    { "timeline.unfold-group", NC_ ("group", "_Unfold") },
  };
  static const MenuEntry unfolded[] = {
    { "timeline.fold-group", NC_ ("group", "_Fold") },
  };
  static const MenuEntry all[] = {
    { "timeline.fold-other-groups", NC_ ("group", "Fold All _Others") },
    { "timeline.unfold-all-groups", NC_ ("group", "Unfold _All") },
  };
  static const MenuEntry order[] = {
    { "timeline.lift-group", NC_ ("group", "Move U_p") },
    { "timeline.lower-group", NC_ ("group", "Move _Down") },
    { "timeline.reset-group-order", NC_ ("group", "Default O_rder") },
  };
  GMenu *menu = g_menu_new ();

  append_section (menu, self->view->groups[group].folded ? folded : unfolded, 1,
                  group);
  append_section (menu, all, G_N_ELEMENTS (all), group);
  append_section (menu, order, G_N_ELEMENTS (order), group);
  return G_MENU_MODEL (menu);
}

static void
enable_menu (TlTimelineView *self, guint group)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   any_folded = FALSE;

  for (guint i = 0; i < self->view->n_groups; i++)
    any_folded |= self->view->groups[i].folded;
  gtk_widget_action_set_enabled (widget, "timeline.unfold-all-groups",
                                 any_folded);
  gtk_widget_action_set_enabled (widget, "timeline.fold-other-groups",
                                 self->view->n_groups > 1);
  gtk_widget_action_set_enabled (widget, "timeline.lift-group", group > 0);
  gtk_widget_action_set_enabled (widget, "timeline.lower-group",
                                 group + 1 < self->view->n_groups);
  gtk_widget_action_set_enabled (widget, "timeline.reset-group-order",
                                 *tl_timeline_view_get_group_order (self) !=
                                     NULL);
}

/* Points at the heading. */
static void
popup_menu (TlTimelineView *self, guint group)
{
  g_autoptr (GMenuModel) menu = create_menu (self, group);
  TlRect headings = get_headings (self);
  double y = headings.y + self->view->groups[group].y -
             tl_timeline_view_get_drawn_offset (self);
  double       end = y + self->view->groups[group].height;
  GdkRectangle area = { .x = (int)headings.x, .width = (int)headings.width };

  y = CLAMP (y, headings.y, headings.y + headings.height);
  end = CLAMP (end, y, headings.y + headings.height);
  area.y = (int)y;
  area.height = (int)(end - y);
  g_clear_pointer (&self->groups.menu, gtk_widget_unparent);
  enable_menu (self, group);
  self->groups.menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->groups.menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->groups.menu), TRUE);
  gtk_popover_set_position (GTK_POPOVER (self->groups.menu),
                            headings.x > 0 ? GTK_POS_LEFT : GTK_POS_RIGHT);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->groups.menu), &area);
  gtk_popover_popup (GTK_POPOVER (self->groups.menu));
}

static void
ask_for_menu (TlTimelineView *self, GtkGesture *gesture, double x, double y)
{
  guint group = tl_timeline_view_pick_heading (self, x, y);

  if (group == TL_NONE)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self, group);
}

static void
menu_pressed_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 TlTimelineView  *self)
{
  ask_for_menu (self, GTK_GESTURE (gesture), x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 TlTimelineView      *self)
{
  ask_for_menu (self, GTK_GESTURE (gesture), x, y);
}

static void
group_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);
  guint           group = g_variant_get_uint32 (parameter);

  if (g_str_equal (name, "timeline.fold-group"))
    tl_timeline_view_fold (self, group, TRUE);
  else if (g_str_equal (name, "timeline.unfold-group"))
    tl_timeline_view_fold (self, group, FALSE);
  else if (g_str_equal (name, "timeline.fold-other-groups"))
    tl_timeline_view_fold_others (self, group);
  else if (g_str_equal (name, "timeline.unfold-all-groups"))
    tl_timeline_view_unfold_all (self);
  else if (g_str_equal (name, "timeline.lift-group"))
    tl_timeline_view_move_group (self, group, -1);
  else if (g_str_equal (name, "timeline.lower-group"))
    tl_timeline_view_move_group (self, group, 1);
  else
    tl_timeline_view_reset_group_order (self);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);
  guint           group = tl_timeline_view_get_current_group (self);

  if (group == TL_NONE)
    return GDK_EVENT_PROPAGATE;
  popup_menu (self, group);
  return GDK_EVENT_STOP;
}

/* For class_init. */
void
tl_timeline_view_install_heading_actions (GtkWidgetClass *widget_class)
{
  static const char *const names[] = {
    "timeline.fold-group",        "timeline.unfold-group",
    "timeline.fold-other-groups", "timeline.unfold-all-groups",
    "timeline.lift-group",        "timeline.lower-group",
    "timeline.reset-group-order",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], "u",
                                     group_action_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                menu_key_cb, NULL);
}

/* For init. */
void
tl_timeline_view_add_headings (TlTimelineView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  self->groups.dragged = TL_NONE;
  self->groups.drop = TL_NONE;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click),
                                 GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}
