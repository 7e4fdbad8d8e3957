/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

/* One selection in all views: the explorer has it; the timeline tells it what
 * was chosen there, and follows it, as the details pane does. */

static guint
find_record (TlDataset *dataset, const char *id)
{
  return dataset != NULL && id != NULL ? tl_dataset_find_record (dataset, id)
                                       : TL_NONE;
}

/* While the timeline still shows what was asked for before, a record may have
 * another index there, or none. */
static void
show_in_timeline (TlWindow *self)
{
  TlDataset         *dataset = tl_timeline_view_get_dataset (self->timeline);
  const char *const *ids = tl_explorer_get_selection (self->explorer);
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (guint));

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      guint record = find_record (dataset, ids[i]);

      g_array_append_val (records, record);
    }
  self->is_following = TRUE;
  tl_timeline_view_set_selection (self->timeline, (const guint *)records->data,
                                  records->len);
  self->is_following = FALSE;
}

static void
show_in_pane (TlWindow *self, const char *id)
{
  TlResult  *shown = tl_explorer_get_shown (self->explorer);
  TlDataset *dataset = shown != NULL ? tl_result_get_dataset (shown) : NULL;

  tl_details_pane_set_known_on (
      self->details, shown != NULL
                         ? tl_query_get_known_on (tl_result_get_query (shown))
                         : TL_KNOWN_ALWAYS);
  tl_details_pane_set_dataset (self->details, dataset);
  tl_details_pane_set_record (self->details, find_record (dataset, id));
}

static void
set_enabled (TlWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (TlWindow *self)
{
  TlResult *result = tl_explorer_get_result (self->explorer);
  guint     n = result != NULL ? tl_result_get_n_shown (result) : 0;

  set_enabled (self, "select-all", n > 0 && n <= TL_TIMELINE_MAX_SELECTED);
  set_enabled (self, "clear-selection",
               tl_explorer_get_n_selected (self->explorer) > 0);
}

static void
selection_changed_cb (TlWindow *self)
{
  show_in_timeline (self);
  show_in_pane (self, tl_explorer_get_selected (self->explorer));
  update_actions (self);
  tl_window_update_actions (self);
}

/* What passes the filter is what one looks for. */
static void
show_matches (TlWindow *self)
{
  TlResult   *result = tl_explorer_get_result (self->explorer);
  const char *search = NULL;

  if (result != NULL)
    search = tl_filter_get_search (
        tl_query_get_filter (tl_result_get_query (result)));
  tl_timeline_view_set_matches (self->timeline, result,
                                tl_explorer_get_dims (self->explorer), search);
  tl_details_pane_set_search (self->details, search);
}

static void
result_changed_cb (TlWindow *self)
{
  self->is_following = TRUE;
  tl_timeline_view_set_result (self->timeline,
                               tl_explorer_get_shown (self->explorer));
  self->is_following = FALSE;
  show_matches (self);
  selection_changed_cb (self);
}

static void
set_selection (TlWindow    *self,
               TlDataset   *dataset,
               const guint *records,
               guint        n)
{
  g_autofree const char **ids = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    ids[i] = tl_dataset_get_record_id (dataset, records[i]);
  tl_explorer_set_selection (self->explorer, ids);
}

static void
timeline_selection_cb (TlWindow *self)
{
  guint        n;
  const guint *records = tl_timeline_view_get_selection (self->timeline, &n);

  if (!self->is_following)
    set_selection (self, tl_timeline_view_get_dataset (self->timeline), records,
                   n);
}

/* The picture of a large dataset comes later than what it is of. */
static void
timeline_dataset_cb (TlWindow *self)
{
  show_in_timeline (self);
  tl_window_follow_timeline (self);
}

gboolean
tl_window_select_record (TlWindow *self, const char *id)
{
  TlResult *shown = tl_explorer_get_shown (self->explorer);
  guint     record = TL_NONE;

  if (shown != NULL)
    record = find_record (tl_result_get_dataset (shown), id);
  if (record == TL_NONE || !tl_result_contains (shown, record))
    return FALSE;

  tl_explorer_set_selected (self->explorer, id);
  tl_timeline_view_scroll_to_selected (self->timeline);
  return TRUE;
}

/* --- a record that somebody asks for --- */

static void
show_anyway_cb (AdwToast *toast, gpointer user_data)
{
  TlWindow   *self = TL_WINDOW (user_data);
  const char *record = g_object_get_data (G_OBJECT (toast), "record");

  tl_explorer_set_filter (self->explorer, NULL);
  tl_explorer_set_known_on (self->explorer, TL_KNOWN_ALWAYS);
  tl_window_select_record (self, record);
}

static void
offer_to_show (TlWindow *self, const char *record)
{
  AdwToast *toast =
      tl_window_toast_new (_ ("The record is hidden at the moment"));

  adw_toast_set_button_label (toast, _ ("Sho_w Everything"));
  g_object_set_data_full (G_OBJECT (toast), "record", g_strdup (record),
                          g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_anyway_cb),
                           self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
tl_window_show_record (TlWindow *self, const char *record)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (record != NULL);

  if (tl_window_select_record (self, record))
    return;
  if (find_record (self->dataset, record) != TL_NONE)
    {
      offer_to_show (self, record);
      return;
    }
  /* Translators: %s is an id that somebody asked for. */
  text = g_strdup_printf (_ ("There is no record “%s”"), record);
  tl_window_add_toast (self, text);
}

/* What passes the filter, with the record that was chosen last still the last.
 */
static void
select_all_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlWindow        *self = TL_WINDOW (user_data);
  TlResult        *result = tl_explorer_get_result (self->explorer);
  TlDataset       *dataset = tl_result_get_dataset (result);
  g_autofree char *selected =
      g_strdup (tl_explorer_get_selected (self->explorer));
  guint        last = find_record (dataset, selected);
  guint        n;
  const guint *records = tl_result_get_records (result, &n);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    if (records[i] != last)
      g_array_append_val (all, records[i]);
  if (last != TL_NONE && tl_result_contains (result, last))
    g_array_append_val (all, last);
  set_selection (self, dataset, (const guint *)all->data, all->len);
}

static void
clear_selection_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  tl_explorer_set_selected (TL_WINDOW (user_data)->explorer, NULL);
}

/* Keys that an entry or a label with the focus may want for itself. */
static void
add_keys (TlWindow *self)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    { GDK_KEY_a, GDK_CONTROL_MASK, "win.select-all" },
    { GDK_KEY_Escape, 0, "win.clear-selection" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (
            gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
tl_window_add_selection (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { "clear-selection", clear_selection_cb },
    { "select-all", select_all_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  update_actions (self);
  add_keys (self);
  g_signal_connect_object (self->explorer, "notify::selection",
                           G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "notify::dims",
                           G_CALLBACK (show_matches), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "notify::result",
                           G_CALLBACK (result_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "selection-changed",
                           G_CALLBACK (timeline_selection_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "notify::dataset",
                           G_CALLBACK (timeline_dataset_cb), self,
                           G_CONNECT_SWAPPED);
}
