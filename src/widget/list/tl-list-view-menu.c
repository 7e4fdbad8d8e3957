/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-list-view-private.h"

#include <glib/gi18n.h>

#include "tl-copy-menu.h"
#include "tl-record-cells.h"
#include "tl-record-item.h"

/* The context menu of a row: opened by the pointer, by touch and by the
 * keyboard; so all that the headings do can be done without a pointer. */

GMenuModel *
tl_list_view_dup_sort_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) keys = g_menu_new ();
  g_autoptr (GMenu) directions = g_menu_new ();

  for (int key = 0; key < TL_N_SORT_KEYS; key++)
    {
      g_autofree char *action = g_strdup_printf (
          "list-view.sort::%s", tl_sort_key_to_nick ((TlSortKey)key));

      g_menu_append (keys, tl_record_cell_get_title ((TlSortKey)key), action);
    }
  /* Translators: the direction in which a list is sorted. */
  g_menu_append (directions, C_ ("order", "Descending"),
                 "list-view.descending");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (keys));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (directions));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
dup_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) record = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenuModel) sort = tl_list_view_dup_sort_menu ();

  g_menu_append (record, _ ("Show _Details"), "list-view.activate");
  g_menu_append (record, _ ("Show on _Timeline"), "list-view.show-on-timeline");
  tl_copy_menu_append_for_selection (record);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (record));
  g_menu_append_submenu (order, _ ("_Sort By"), sort);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  return G_MENU_MODEL (menu);
}

static void
ensure_menu (TlListView *self)
{
  g_autoptr (GMenuModel) model = NULL;

  if (self->menu != NULL)
    return;
  model = dup_menu ();
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

/* A row that is not selected gets selected alone: the menu is about it. */
static void
select_item (TlListView *self, TlRecordItem *item)
{
  const char *id = tl_record_item_get_id (item);

  if (!tl_explorer_is_selected (self->explorer, id))
    tl_explorer_set_selected (self->explorer, id);
}

static void
open_menu (TlListView *self, const GdkRectangle *place)
{
  ensure_menu (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
open_menu_at (TlListView *self, double x, double y)
{
  GtkWidget *widget =
      gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  TlRecordItem      *item = tl_list_view_find_item (self, widget);
  const GdkRectangle place = { (int)x, (int)y, 1, 1 };

  if (item == NULL)
    return FALSE;
  select_item (self, item);
  open_menu (self, &place);
  return TRUE;
}

static void
pressed_cb (
    GtkGestureClick *gesture, int n_press, double x, double y, TlListView *self)
{
  GdkEventSequence *sequence =
      gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));
  GdkEvent *event =
      gtk_gesture_get_last_event (GTK_GESTURE (gesture), sequence);

  if (event != NULL && gdk_event_triggers_context_menu (event) &&
      open_menu_at (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_pressed_cb (GtkGesture *gesture, double x, double y, TlListView *self)
{
  if (open_menu_at (self, x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

void
tl_list_view_popup_menu (TlListView *self)
{
  GtkWidget      *widget = GTK_WIDGET (self);
  GtkWidget      *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  TlRecordItem   *item = NULL;
  GdkRectangle    place = { 0, 0, 1, 1 };
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget))
    return;
  item = tl_list_view_find_item (self, focus);
  if (item == NULL)
    return;
  select_item (self, item);
  if (gtk_widget_compute_bounds (focus, widget, &bounds))
    place = (GdkRectangle){ (int)bounds.origin.x, (int)bounds.origin.y,
                            (int)bounds.size.width, (int)bounds.size.height };
  open_menu (self, &place);
}

void
tl_list_view_add_menu (TlListView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *touch = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (touch), TRUE);
  g_signal_connect (touch, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (touch));
}
