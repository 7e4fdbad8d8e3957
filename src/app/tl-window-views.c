/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-expirations-view.h"
#include "tl-list-view.h"

/* The views of what is shown, each a page of a stack. All but the timeline are
 * made when they are first asked for, and none is visible while another one
 * is shown: then it does no work, and screen readers do not find it. */

typedef struct
{
  const char *name;
  const char *title; /* for gettext */
  const char *icon_name;
  GtkWidget *(*create) (TlExplorer *explorer, const char *language);
} View;

/* Beside the timeline, in the order of the switcher. */
static const View views[] = {
  { "list", NC_ ("view", "_List"), "view-list-symbolic", tl_list_view_new },
  { "quotes", NC_ ("view", "_Quotes"), "tl-quotes-symbolic",
    tl_quotes_view_new },
  { "expirations", NC_ ("view", "E_xpirations"), "alarm-symbolic",
    tl_expirations_view_new },
  { NULL },
};

static const View *
find_view (const char *name)
{
  for (gsize i = 0; views[i].name != NULL; i++)
    if (g_str_equal (views[i].name, name))
      return &views[i];
  return NULL;
}

static void
activated_cb (TlWindow *self)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), "show-pane",
                                      g_variant_new_boolean (TRUE));
}

static void
ensure_view (TlWindow *self, const char *name)
{
  GtkWidget  *page = adw_view_stack_get_child_by_name (self->views, name);
  const View *found = find_view (name);
  GtkWidget  *view = NULL;

  if (found == NULL || adw_bin_get_child (ADW_BIN (page)) != NULL)
    return;
  view = found->create (self->explorer, tl_window_get_language ());
  g_signal_connect_object (view, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (page), view);
}

/* What is in a page, or the page itself. */
static GtkWidget *
get_content (GtkWidget *page)
{
  return ADW_IS_BIN (page) ? adw_bin_get_child (ADW_BIN (page)) : page;
}

GtkWidget *
tl_window_get_view (TlWindow *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->views);

  return page == self->timeline_page ? GTK_WIDGET (self->timeline)
                                     : get_content (page);
}

static void
hide_others (TlWindow *self, GtkWidget *shown)
{
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->views));
       page != NULL; page = gtk_widget_get_next_sibling (page))
    {
      GtkWidget *content = ADW_IS_BIN (page) ? get_content (page) : NULL;

      if (content != NULL)
        gtk_widget_set_visible (content, page == shown);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->timeline),
                          shown == self->timeline_page);
}

static gboolean
has_focus_within (TlWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (self->views));
}

/* The stack shows another page. */
static void
view_changed_cb (TlWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);
  GAction    *action = g_action_map_lookup_action (G_ACTION_MAP (self), "view");
  gboolean    had_focus = has_focus_within (self);

  if (name == NULL)
    return;
  ensure_view (self, name);
  hide_others (self, adw_view_stack_get_visible_child (self->views));
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (name));
  if (had_focus)
    gtk_widget_child_focus (tl_window_get_view (self), GTK_DIR_TAB_FORWARD);
}

static void
change_view_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  TlWindow   *self = TL_WINDOW (user_data);
  const char *name = g_variant_get_string (state, NULL);

  if (adw_view_stack_get_child_by_name (self->views, name) != NULL)
    adw_view_stack_set_visible_child_name (self->views, name);
}

void
tl_window_enable_views (TlWindow *self, gboolean enable)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "view");

  adw_view_switcher_title_set_view_switcher_enabled (self->switcher, enable);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enable);
}

/* A button's own label is not its name before GTK 4.10. */
static void
name_buttons (GtkWidget *widget)
{
  if (GTK_IS_TOGGLE_BUTTON (widget))
    {
      g_autofree char *label = NULL;
      g_auto (GStrv) parts = NULL;
      g_autofree char *name = NULL;

      g_object_get (widget, "label", &label, NULL);
      parts = g_strsplit (label, "_", -1);
      name = g_strjoinv (NULL, parts);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (child);
}

/* In a narrow window the title takes the place of the switcher, which then
 * stands at the bottom. At once: GTK 4.8 complains of what a bar that slides in
 * gives its children at first. The buttons of the bar are made when it is first
 * shown. */
static void
title_visible_changed_cb (TlWindow *self)
{
  gboolean show =
      adw_view_switcher_title_get_stack (self->switcher) != NULL &&
      adw_view_switcher_title_get_title_visible (self->switcher) &&
      adw_view_switcher_title_get_view_switcher_enabled (self->switcher);

  if (show && adw_view_switcher_bar_get_stack (self->switcher_bar) == NULL)
    {
      adw_view_switcher_bar_set_stack (self->switcher_bar, self->views);
      name_buttons (GTK_WIDGET (self->switcher_bar));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_bar), show);
}

void
tl_window_add_switcher (TlWindow *self)
{
  if (adw_view_switcher_title_get_stack (self->switcher) != NULL)
    return;
  adw_view_switcher_title_set_stack (self->switcher, self->views);
  name_buttons (GTK_WIDGET (self->switcher));
  title_visible_changed_cb (self);
}

static void
add_page (TlWindow *self, const View *view)
{
  AdwViewStackPage *page = adw_view_stack_add (self->views, adw_bin_new ());

  adw_view_stack_page_set_name (page, view->name);
  adw_view_stack_page_set_title (page,
                                 g_dpgettext2 (NULL, "view", view->title));
  adw_view_stack_page_set_use_underline (page, TRUE);
  adw_view_stack_page_set_icon_name (page, view->icon_name);
}

void
tl_window_add_views (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { "view", NULL, "s", "'timeline'", change_view_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  for (gsize i = 0; views[i].name != NULL; i++)
    add_page (self, &views[i]);
  g_signal_connect_object (self->views, "notify::visible-child",
                           G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->switcher, "notify::title-visible",
                           G_CALLBACK (title_visible_changed_cb), self,
                           G_CONNECT_SWAPPED);
  title_visible_changed_cb (self);
}
