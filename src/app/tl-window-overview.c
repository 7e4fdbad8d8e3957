/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

/* The overview under the timeline: it shows what the explorer has found and
 * selected. */

/* Of more selected records only so many are marked: on a strip they are one
 * beside the other. */
#define MAX_MARKED 2000

static void
selection_changed_cb (TlWindow *self)
{
  TlResult          *shown = tl_explorer_get_shown (self->explorer);
  const char *const *ids = tl_explorer_get_selection (self->explorer);
  guint              n_ids = tl_explorer_get_n_selected (self->explorer);
  guint              step = n_ids / MAX_MARKED + 1;
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (guint));

  if (shown == NULL)
    return;
  for (guint i = 0; i < n_ids; i += step)
    {
      guint record =
          tl_dataset_find_record (tl_result_get_dataset (shown), ids[i]);

      if (record != TL_NONE)
        g_array_append_val (records, record);
    }
  tl_overview_set_selected (self->overview,
                            (const guint *)(void *)records->data, records->len);
}

static void
result_changed_cb (TlWindow *self)
{
  tl_overview_set_results (self->overview,
                           tl_explorer_get_shown (self->explorer),
                           tl_explorer_get_result (self->explorer));
  selection_changed_cb (self);
}

void
tl_window_add_overview (TlWindow *self)
{
  g_autoptr (GPropertyAction) show = NULL;
  GtkWidget *overview = tl_overview_new (self->timeline);

  self->overview = TL_OVERVIEW (overview);
  gtk_widget_set_hexpand (overview, TRUE);
  gtk_box_prepend (self->timeline_bar, overview);
  show = g_property_action_new ("show-overview", overview, "wanted");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show));
  g_signal_connect_object (self->explorer, "notify::result",
                           G_CALLBACK (result_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "notify::selection",
                           G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
