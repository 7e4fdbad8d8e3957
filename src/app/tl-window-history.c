/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

/* Back and forward through the records that were selected and the views they
 * were seen in. */

static void
update_actions (TlWindow *self)
{
  static const struct
  {
    const char *name;
    int         direction;
  } actions[] = {
    { "back", -1 },
    { "forward", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GAction *action =
          g_action_map_lookup_action (G_ACTION_MAP (self), actions[i].name);

      g_simple_action_set_enabled (
          G_SIMPLE_ACTION (action),
          tl_history_can_go (self->history, actions[i].direction));
    }
}

/* Dropping a selection is not going anywhere. */
static void
moved_cb (TlWindow *self)
{
  const char *record = tl_explorer_get_selected (self->explorer);
  const char *view = adw_view_stack_get_visible_child_name (self->views);

  if (self->is_going || view == NULL)
    return;
  if (record != NULL || tl_history_can_go (self->history, -1))
    tl_history_visit (self->history, view, record);
  update_actions (self);
}

static void
go (TlWindow *self, int direction)
{
  const TlVisit *place = tl_history_go (self->history, direction);

  if (place == NULL)
    return;
  self->is_going = TRUE;
  g_action_group_change_action_state (G_ACTION_GROUP (self), "view",
                                      g_variant_new_string (place->view));
  if (place->record != NULL)
    tl_window_select_record (self, place->record);
  else
    tl_explorer_set_selected (self->explorer, NULL);
  self->is_going = FALSE;
  update_actions (self);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go (TL_WINDOW (user_data), -1);
}

static void
forward_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go (TL_WINDOW (user_data), 1);
}

/* Places in one dataset are none in another. */
static void
dataset_changed_cb (TlWindow *self)
{
  if (self->shows_document)
    return;
  tl_history_clear (self->history);
  update_actions (self);
}

void
tl_window_add_history (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { "back", back_cb },
    { "forward", forward_cb },
  };

  self->history = tl_history_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->explorer, "notify::selected",
                           G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "notify::dataset",
                           G_CALLBACK (dataset_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "notify::visible-child",
                           G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  update_actions (self);
}
