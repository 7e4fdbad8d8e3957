/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-bookmarks.h"
#include "tl-clean-text.h"
#include "tl-record-link.h"

/* Ways to come back to a record: bookmarks, and links that can be pasted into
 * a text. */

/* A menu is no list of everything. */
#define MAX_IN_MENU 20

/* Longer titles would make the menu as wide as the window. */
#define MAX_TITLE 48

static char *
dup_title (TlWindow *self, const char *id)
{
  guint record = tl_dataset_find_record (self->dataset, id);
  g_autoptr (TlRecord) whole = NULL;
  const char *title = NULL;

  if (record == TL_NONE)
    return NULL;
  whole = tl_dataset_ref_record (self->dataset, record);
  title = tl_text_get (whole->title, tl_window_get_language ());
  return tl_clean_text (title, MAX_TITLE);
}

static void
append_bookmark (TlWindow *self, GMenu *menu, const char *id)
{
  g_autofree char *title = dup_title (self, id);
  g_autoptr (GMenuItem) item = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *label = NULL;

  if (title == NULL)
    return;
  /* In a menu, an underscore stands before the key for an item. */
  parts = g_strsplit (title, "_", -1);
  label = g_strjoinv ("__", parts);
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "win.select-record", "s", id);
  g_menu_append_item (menu, item);
}

/* The latest first. */
static void
fill_menu (TlWindow *self)
{
  g_auto (GStrv) ids = NULL;
  guint n;

  g_menu_remove_all (self->bookmarks);
  if (self->dataset == NULL)
    return;
  ids = tl_bookmarks_dup (tl_dataset_get_id (self->dataset));
  n = g_strv_length (ids);
  for (guint i = 0; i < MIN (n, MAX_IN_MENU); i++)
    append_bookmark (self, self->bookmarks, ids[n - 1 - i]);
}

/* The state of the action is that of the record that was selected last. */
static void
update_action (TlWindow *self)
{
  const char *record = tl_explorer_get_selected (self->explorer);
  GAction    *action =
      g_action_map_lookup_action (G_ACTION_MAP (self), "bookmark");
  GAction *copy = g_action_map_lookup_action (G_ACTION_MAP (self), "copy-link");
  gboolean is_bookmarked = FALSE;

  if (record != NULL && self->dataset != NULL)
    is_bookmarked =
        tl_bookmarks_contain (tl_dataset_get_id (self->dataset), record);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), record != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (copy), record != NULL);
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_boolean (is_bookmarked));
}

static void
change_bookmark_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  TlWindow   *self = TL_WINDOW (user_data);
  const char *record = tl_explorer_get_selected (self->explorer);
  gboolean    is_bookmarked = g_variant_get_boolean (state);
  g_autoptr (GError) error = NULL;

  if (record == NULL)
    return;
  if (!tl_bookmarks_set (tl_dataset_get_id (self->dataset), record,
                         is_bookmarked, &error))
    {
      g_autofree char *text = g_strdup_printf (
          /* Translators: %s is why, a sentence of the system. */
          _ ("The bookmark could not be kept: %s"), error->message);

      tl_window_add_toast (self, text);
      return;
    }
  g_simple_action_set_state (action, state);
  fill_menu (self);
  tl_window_add_toast (self, is_bookmarked ? _ ("Bookmark added")
                                           : _ ("Bookmark removed"));
}

/* A link into the built-in dataset needs no word of which one. */
static void
copy_link_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlWindow        *self = TL_WINDOW (user_data);
  const char      *record = tl_explorer_get_selected (self->explorer);
  g_autofree char *link = NULL;

  if (record == NULL)
    return;
  link = tl_record_link_new (record, tl_document_is_builtin (self->document)
                                         ? NULL
                                         : tl_dataset_get_id (self->dataset));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), link);
  tl_window_add_toast (self, _ ("Link copied"));
}

static void
dataset_changed_cb (TlWindow *self)
{
  fill_menu (self);
  update_action (self);
}

void
tl_window_add_bookmarks (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { "bookmark", NULL, NULL, "false", change_bookmark_cb },
    { "copy-link", copy_link_cb },
  };

  self->bookmarks = g_menu_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->explorer, "notify::selected",
                           G_CALLBACK (update_action), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "notify::dataset",
                           G_CALLBACK (dataset_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_action (self);
}
