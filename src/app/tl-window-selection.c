/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

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

  tl_details_pane_set_known_on (
      self->details, shown != NULL
                         ? tl_query_get_known_on (tl_result_get_query (shown))
                         : TL_KNOWN_ALWAYS);
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
  TlDataset *dataset = tl_timeline_view_get_dataset (self->timeline);

  if (find_record (dataset, id) == TL_NONE)
    return FALSE;

  tl_explorer_set_selected (self->explorer, id);
  tl_timeline_view_scroll_to_selected (self->timeline);
  return TRUE;
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
