/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-date-formatter.h"
#include "tl-filter-edit.h"
#include "tl-filter-panel.h"
#include "tl-quotes-view.h"

/* What is filtered by and how much of the dataset that leaves: the band over
 * the views, the panel behind the button, and the page that stands in for the
 * views where nothing is left. */

static void
clear_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  tl_filter_edit_clear (TL_WINDOW (user_data)->explorer);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlWindow   *self = TL_WINDOW (user_data);
  const char *part = NULL;
  const char *value = NULL;

  g_variant_get (parameter, "(&s&s)", &part, &value);
  tl_filter_edit_remove (self->explorer, part, value);
}

static void
filter_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_menu_button_popup (TL_WINDOW (user_data)->filter_button);
}

static void
change_contested_only_cb (GSimpleAction *action,
                          GVariant      *state,
                          gpointer       user_data)
{
  tl_filter_edit_set_contested_only (TL_WINDOW (user_data)->explorer,
                                     g_variant_get_boolean (state));
}

static GAction *
find_action (TlWindow *self, const char *name)
{
  return g_action_map_lookup_action (G_ACTION_MAP (self), name);
}

static void
set_enabled (TlWindow *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (find_action (self, name)),
                               enabled);
}

/* Whoever has taken the last chip away by keyboard goes on in the view. */
static gboolean
keep_focus_cb (gpointer user_data)
{
  TlWindow *self = TL_WINDOW (user_data);

  self->focus_id = 0;
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL && self->dataset != NULL)
    gtk_widget_grab_focus (tl_window_get_view (self));
  return G_SOURCE_REMOVE;
}

static void
filter_changed_cb (TlWindow *self)
{
  const TlFilter *filter = tl_explorer_get_filter (self->explorer);
  GAction        *contested = find_action (self, "contested-only");

  set_enabled (self, "clear-filters", !tl_filter_is_empty (filter));
  g_simple_action_set_state (
      G_SIMPLE_ACTION (contested),
      g_variant_new_boolean (tl_filter_get_contested_only (filter)));
  if (self->focus_id == 0)
    self->focus_id = g_idle_add (keep_focus_cb, self);
}

static GtkWidget *
nothing_new (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Clear _Filters"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing Matches"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _ ("Try other words, or fewer filters."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Clear Filters"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.clear-filters");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_widget_add_css_class (page, "tl-nothing");
  return page;
}

/* A timeline that dims shows something all the same; and quotations can pass
 * where no record does, so that their view has a page of its own. */
static gboolean
shows_nothing (TlWindow *self)
{
  TlResult  *result = tl_explorer_get_result (self->explorer);
  GtkWidget *view = tl_window_get_view (self);
  gboolean   dims = tl_explorer_get_dims (self->explorer) &&
                  view == GTK_WIDGET (self->timeline);

  return result != NULL && tl_result_get_n_shown (result) == 0 && !dims &&
         !TL_IS_QUOTES_VIEW (view) &&
         !tl_filter_is_empty (tl_explorer_get_filter (self->explorer));
}

/* While the page stands over it the view is not for keys. */
static void
update_nothing (TlWindow *self)
{
  gboolean is_nothing = shows_nothing (self);

  if (is_nothing && self->nothing == NULL)
    {
      GtkWidget *overlay = gtk_widget_get_parent (GTK_WIDGET (self->views));

      self->nothing = nothing_new ();
      gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->nothing);
    }
  if (self->nothing != NULL)
    gtk_widget_set_visible (self->nothing, is_nothing);
  gtk_widget_set_can_focus (GTK_WIDGET (self->views), !is_nothing);
}

/* Without a dataset there is nothing to choose from. */
static void
result_changed_cb (TlWindow *self)
{
  gboolean has_result = tl_explorer_get_result (self->explorer) != NULL;

  set_enabled (self, "filter", has_result);
  set_enabled (self, "contested-only", has_result);
  gtk_widget_set_sensitive (GTK_WIDGET (self->filter_button), has_result);
  update_nothing (self);
}

/* The details say of one record that it is selected, but not of several. */
static char *
dup_selected_note (TlWindow *self)
{
  guint n = g_strv_length (
      (char **)(gpointer)tl_explorer_get_selection (self->explorer));
  g_autoptr (TlDateFormatter) formatter = NULL;
  g_autofree char *count = NULL;

  if (n < 2)
    return NULL;
  formatter = tl_date_formatter_new (tl_window_get_language ());
  count = tl_date_formatter_format_count (formatter, n);
  /* Translators: %s is a number of records, at least two; the noun that goes
   * without saying is “records”. */
  return g_strdup_printf (ngettext ("%s selected", "%s selected", n), count);
}

static gboolean
show_note_cb (gpointer user_data)
{
  TlWindow *self = TL_WINDOW (user_data);
  gboolean  shortens =
      tl_window_get_view (self) == GTK_WIDGET (self->timeline) &&
      tl_timeline_view_get_shortens (self->timeline);
  const char      *spans = shortens ? _ ("quiet spans shortened") : NULL;
  g_autofree char *selected = dup_selected_note (self);
  g_autofree char *both = NULL;

  self->note_id = 0;
  if (selected != NULL && spans != NULL)
    /* Translators: two notes on what is shown, as in “3 selected · quiet spans
     * shortened”. */
    both = g_strdup_printf (C_ ("notes", "%1$s · %2$s"), selected, spans);
  tl_result_band_set_note (self->band, both != NULL       ? both
                                       : selected != NULL ? selected
                                                          : spans);
  return G_SOURCE_REMOVE;
}

/* The timeline tells while places are being given out: too late for a label to
 * become another one. */
static void
update_note (TlWindow *self)
{
  if (self->note_id == 0)
    self->note_id =
        g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_note_cb, self, NULL);
}

static void
view_changed_cb (TlWindow *self)
{
  update_nothing (self);
  update_note (self);
}

/* The panel is made when it is first asked for. */
static void
create_panel_cb (GtkMenuButton *button, gpointer user_data)
{
  TlWindow  *self = TL_WINDOW (user_data);
  GtkWidget *popover = NULL;
  GtkWidget *panel = NULL;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  panel = tl_filter_panel_new (self->explorer, tl_window_get_language ());
  gtk_widget_add_css_class (popover, "tl-filter-popover");
  gtk_popover_set_child (GTK_POPOVER (popover), panel);
  /* GTK would begin with the last control. */
  g_signal_connect_object (popover, "show", G_CALLBACK (gtk_widget_grab_focus),
                           panel, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_menu_button_set_popover (button, popover);
}

static void
add_band (TlWindow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *views = g_object_ref (GTK_WIDGET (self->views));

  self->band = TL_RESULT_BAND (
      tl_result_band_new (self->explorer, tl_window_get_language ()));
  gtk_box_insert_child_after (self->views_box, overlay, views);
  gtk_box_remove (self->views_box, views);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), views);
  gtk_box_prepend (self->views_box, GTK_WIDGET (self->band));
  g_object_unref (views);
}

static void
follow (TlWindow *self, gpointer object, const char *signal, GCallback callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

void
tl_window_add_filter (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { "clear-filters", clear_cb },
    { "contested-only", NULL, NULL, "false", change_contested_only_cb },
    { "filter", filter_cb },
    { "remove-filter", remove_cb, "(ss)" },
  };
  g_autoptr (GPropertyAction) dims = NULL;

  add_band (self);
  gtk_menu_button_set_create_popup_func (self->filter_button, create_panel_cb,
                                         self, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  dims = g_property_action_new ("dim-others", self->explorer, "dims");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (dims));
  follow (self, self->explorer, "notify::filter",
          G_CALLBACK (filter_changed_cb));
  follow (self, self->explorer, "notify::result",
          G_CALLBACK (result_changed_cb));
  follow (self, self->explorer, "notify::dims", G_CALLBACK (update_nothing));
  follow (self, self->views, "notify::visible-child",
          G_CALLBACK (view_changed_cb));
  follow (self, self->explorer, "notify::selection", G_CALLBACK (update_note));
  follow (self, self->timeline, "notify::shortens", G_CALLBACK (update_note));
  set_enabled (self, "clear-filters", FALSE);
  result_changed_cb (self);
}
