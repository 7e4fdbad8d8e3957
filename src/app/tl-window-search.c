/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

/* The bar to search with, over all views, and the way from match to match. */

static void
find_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  tl_find_bar_focus (TL_WINDOW (user_data)->find_bar);
}

/* The views reveal what is selected by themselves; a timeline that somebody
 * has moved meanwhile shows it again. */
static void
walk (TlWindow *self, gboolean forward)
{
  if (tl_find_bar_walk (self->find_bar, forward))
    tl_window_select_record (self, tl_explorer_get_selected (self->explorer));
}

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  walk (TL_WINDOW (user_data), TRUE);
}

static void
previous_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  walk (TL_WINDOW (user_data), FALSE);
}

static void
change_open_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  tl_find_bar_set_open (TL_WINDOW (user_data)->find_bar,
                        g_variant_get_boolean (state));
}

static void
set_enabled (TlWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* To go from one to the next of all records there are other commands. */
static void
update_actions (TlWindow *self)
{
  TlResult       *result = tl_explorer_get_result (self->explorer);
  const TlFilter *filter = tl_explorer_get_filter (self->explorer);
  gboolean has_matches = result != NULL && !tl_filter_is_empty (filter) &&
                         tl_result_get_n_shown (result) > 0;

  set_enabled (self, "find", result != NULL);
  set_enabled (self, "search", result != NULL);
  set_enabled (self, "search-next", has_matches);
  set_enabled (self, "search-previous", has_matches);
}

/* Whoever closes the bar goes on in the view. */
static void
open_changed_cb (TlWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean   is_open = tl_find_bar_get_open (self->find_bar);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "search");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_boolean (is_open));
  if (!is_open && (focus == NULL ||
                   gtk_widget_is_ancestor (focus, GTK_WIDGET (self->find_bar))))
    gtk_widget_grab_focus (tl_window_get_view (self));
}

void
tl_window_add_search (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { "find", find_cb },
    { "search", NULL, NULL, "false", change_open_cb },
    { "search-next", next_cb },
    { "search-previous", previous_cb },
  };

  self->find_bar = TL_FIND_BAR (tl_find_bar_new (self->explorer));
  gtk_box_prepend (self->views_box, GTK_WIDGET (self->find_bar));
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->find_bar, "notify::open",
                           G_CALLBACK (open_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "notify::result",
                           G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
}
