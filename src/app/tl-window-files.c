/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-file-dialog.h"
#include "tl-recent.h"

/* The ways by which a file gets into the window, and the menus, which are
 * made when they are first needed. */

#define MENUS "/org/treatyline/Treatyline/ui/tl-menus.ui"

static void
file_chosen_cb (GFile *file, gpointer user_data)
{
  if (file != NULL)
    tl_window_open (TL_WINDOW (user_data), file, NULL);
}

void
tl_window_choose_file (TlWindow *self)
{
  tl_file_dialog_open (GTK_WINDOW (self), file_chosen_cb, self);
}

/* The first file goes here, each further one into a window of its own. */
static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  TlWindow       *self = TL_WINDOW (user_data);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GSList         *files = g_value_get_boxed (value);
  gboolean        is_first = TRUE;

  for (GSList *link = files; link != NULL; link = link->next)
    {
      TlWindow *window =
          is_first ? self : tl_window_new (application, self->settings);

      tl_window_open (window, G_FILE (link->data), NULL);
      gtk_window_present (GTK_WINDOW (window));
      is_first = FALSE;
    }
  return !is_first;
}

static void
add_drop_target (TlWindow *self)
{
  GtkDropTarget *target = NULL;

  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (self->content, GTK_EVENT_CONTROLLER (target));
}

void
tl_window_update_recent (TlWindow *self)
{
  g_autoptr (GMenu) menu = NULL;
  g_autoptr (GMenu) builtin = NULL;
  g_autoptr (GMenuModel) recent = NULL;

  if (!self->is_settled)
    return;

  menu = g_menu_new ();
  builtin = g_menu_new ();
  recent = tl_recent_dup_menu ();
  g_menu_append_section (menu, NULL, recent);
  g_menu_append (builtin, _ ("Built-in Dataset"), "win.open-builtin");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (builtin));
  adw_split_button_set_menu_model (self->open_button, G_MENU_MODEL (menu));
  adw_split_button_set_menu_model (self->open_icon_button, G_MENU_MODEL (menu));
}

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* A split button names neither of its halves to a screen reader. */
static void
name_halves (AdwSplitButton *button, const char *name, const char *menu_name)
{
  GtkWidget *open = gtk_widget_get_first_child (GTK_WIDGET (button));
  GtkWidget *menu = gtk_widget_get_last_child (GTK_WIDGET (button));

  set_name (open, name);
  set_name (menu, menu_name);
  set_name (gtk_widget_get_first_child (menu), menu_name);
}

static void
recent_changed_cb (GtkRecentManager *manager, gpointer user_data)
{
  tl_window_update_recent (TL_WINDOW (user_data));
}

static gboolean
leave_themes_cb (GtkWidget *themes, GVariant *arguments, gpointer user_data)
{
  GtkWidget *popover = gtk_widget_get_ancestor (themes, GTK_TYPE_POPOVER);

  return gtk_widget_child_focus (popover, GTK_DIR_TAB_FORWARD);
}

/* Up and down go from button to button in a group, and never out of it; but
 * these stand beside each other, and the menu goes on below. */
static void
let_down_leave (GtkWidget *themes)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                        gtk_callback_action_new (leave_themes_cb, NULL, NULL)));
  gtk_widget_add_controller (themes, controller);
}

/* Called each time before the menu opens. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  TlWindow *self = TL_WINDOW (user_data);
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWidget *popover = NULL;
  GtkWidget *themes = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  builder = gtk_builder_new_from_resource (MENUS);
  themes = GTK_WIDGET (gtk_builder_get_object (builder, "theme_selector"));
  let_down_leave (themes);
  g_menu_append_section (
      G_MENU (gtk_builder_get_object (builder, "bookmarks_menu")), NULL,
      G_MENU_MODEL (self->bookmarks));
  popover = gtk_popover_menu_new_from_model (
      G_MENU_MODEL (gtk_builder_get_object (builder, "primary_menu")));
  gtk_popover_menu_add_child (GTK_POPOVER_MENU (popover), themes, "theme");
  gtk_menu_button_set_popover (button, popover);
}

/* For where the words of a language leave too little room for it with a label.
 */
static GtkWidget *
export_icon_button_new (GType type)
{
  return g_object_new (type, "halign", GTK_ALIGN_END, "icon-name",
                       "document-save-symbolic", "tooltip-text",
                       _ ("Save as a Picture"), "action-name", "win.export",
                       NULL);
}

static AdwSplitButton *
add_export_icon_buttons (TlWindow *self)
{
  GtkWidget *with_menu = export_icon_button_new (ADW_TYPE_SPLIT_BUTTON);
  GtkWidget *alone = export_icon_button_new (GTK_TYPE_BUTTON);

  adw_split_button_set_dropdown_tooltip (ADW_SPLIT_BUTTON (with_menu),
                                         _ ("Other Exports"));
  set_name (alone, _ ("Export…"));
  g_object_ref (self->no_export_button);
  adw_squeezer_remove (self->export_buttons, self->no_export_button);
  adw_squeezer_add (self->export_buttons, with_menu);
  adw_squeezer_add (self->export_buttons, alone);
  adw_squeezer_add (self->export_buttons, self->no_export_button);
  g_object_unref (self->no_export_button);
  return ADW_SPLIT_BUTTON (with_menu);
}

static void
set_up_export_button (AdwSplitButton *button, GMenuModel *menu)
{
  name_halves (button, _ ("Export…"), _ ("Other Exports"));
  adw_split_button_set_menu_model (button, menu);
}

static void
set_up_export_buttons (TlWindow *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (MENUS);
  GMenuModel *menu =
      G_MENU_MODEL (gtk_builder_get_object (builder, "export_menu"));

  set_up_export_button (self->export_button, menu);
  set_up_export_button (add_export_icon_buttons (self), menu);
}

void
tl_window_settle (TlWindow *self)
{
  if (self->is_settled)
    return;

  self->is_settled = TRUE;
  /* The first of these draws the icon in the sizes of the window manager. */
  gtk_window_set_icon_name (GTK_WINDOW (self), TL_APPLICATION_ID);
  gtk_window_set_default_icon_name (TL_APPLICATION_ID);
  /* GTK draws icons of pages that are not shown, too. */
  adw_status_page_set_icon_name (self->failed, "dialog-error-symbolic");
  add_drop_target (self);
  name_halves (self->open_button, _ ("Open a Dataset"), _ ("Recent Datasets"));
  name_halves (self->open_icon_button, _ ("Open a Dataset"),
               _ ("Recent Datasets"));
  set_up_export_buttons (self);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb,
                                         self, NULL);
  tl_window_update_recent (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (recent_changed_cb), self, 0);
  if (self->document != NULL)
    tl_document_watch (self->document);
}
