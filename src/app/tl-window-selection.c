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
show_in_timeline (TlWindow *self, const char *id)
{
  TlDataset *dataset = tl_timeline_view_get_dataset (self->timeline);

  self->is_following = TRUE;
  tl_timeline_view_set_selected (self->timeline, find_record (dataset, id));
  self->is_following = FALSE;
}

static void
show_in_pane (TlWindow *self, const char *id)
{
  TlResult  *shown = tl_explorer_get_shown (self->explorer);
  TlDataset *dataset = shown != NULL ? tl_result_get_dataset (shown) : NULL;

  tl_details_pane_set_dataset (self->details, dataset);
  tl_details_pane_set_record (self->details, find_record (dataset, id));
}

static void
selected_changed_cb (TlWindow *self)
{
  const char *id = tl_explorer_get_selected (self->explorer);

  show_in_timeline (self, id);
  show_in_pane (self, id);
  tl_window_update_actions (self);
}

static void
result_changed_cb (TlWindow *self)
{
  self->is_following = TRUE;
  tl_timeline_view_set_result (self->timeline,
                               tl_explorer_get_shown (self->explorer));
  self->is_following = FALSE;
  selected_changed_cb (self);
}

static void
timeline_selected_cb (TlWindow *self)
{
  TlDataset *dataset = tl_timeline_view_get_dataset (self->timeline);
  guint      record = tl_timeline_view_get_selected (self->timeline);

  if (self->is_following)
    return;
  tl_explorer_set_selected (
      self->explorer,
      record != TL_NONE ? tl_dataset_get_record_id (dataset, record) : NULL);
}

/* The picture of a large dataset comes later than what it is of. */
static void
timeline_dataset_cb (TlWindow *self)
{
  show_in_timeline (self, tl_explorer_get_selected (self->explorer));
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
  AdwToast *toast = adw_toast_new (_ ("The record is hidden at the moment"));

  adw_toast_set_button_label (toast, _ ("Show _Everything"));
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

void
tl_window_add_selection (TlWindow *self)
{
  g_signal_connect_object (self->explorer, "notify::selected",
                           G_CALLBACK (selected_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "notify::result",
                           G_CALLBACK (result_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "notify::selected",
                           G_CALLBACK (timeline_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "notify::dataset",
                           G_CALLBACK (timeline_dataset_cb), self,
                           G_CONNECT_SWAPPED);
}
