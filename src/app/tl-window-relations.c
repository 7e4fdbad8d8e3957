/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

/* Relations between records: which of them the timeline draws, and going from
 * one to the next. One goes around those of one record, the hub, and comes back
 * to it after the last. */

static const char *const shown_names[] = {
  [TL_RELATIONS_NONE] = "none",
  [TL_RELATIONS_SELECTED] = "selected",
  [TL_RELATIONS_ALL] = "all",
};

static void
change_show_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  TlWindow   *self = TL_WINDOW (user_data);
  const char *name = g_variant_get_string (state, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shown_names); i++)
    if (g_str_equal (name, shown_names[i]))
      {
        tl_timeline_view_set_relations (self->timeline, (TlRelationsShown)i);
        g_simple_action_set_state (action, state);
      }
}

/* (transfer full) (element-type guint): the record and what is related to it
 * and shown, each once, in the order of the details. */
static GArray *
list_around (TlResult *shown, guint hub)
{
  g_autoptr (GArray) related = g_array_new (FALSE, FALSE, sizeof (TlRelated));
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  GArray *around = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (around, hub);
  g_hash_table_add (known, GUINT_TO_POINTER (hub));
  tl_dataset_append_related (tl_result_get_dataset (shown), hub, related);
  for (guint i = 0; i < related->len; i++)
    {
      guint record = g_array_index (related, TlRelated, i).record;

      if (tl_result_contains (shown, record) &&
          g_hash_table_add (known, GUINT_TO_POINTER (record)))
        g_array_append_val (around, record);
    }
  return around;
}

static guint
find_place (const GArray *around, guint record)
{
  for (guint i = 0; i < around->len; i++)
    if (g_array_index (around, guint, i) == record)
      return i;
  return TL_NONE;
}

/* (transfer full) (nullable): what one goes around, and where one is on it.
 * Whoever selects something else, goes around that. */
static GArray *
find_around (TlWindow *self, TlDataset *dataset, guint *place)
{
  TlResult   *shown = tl_explorer_get_shown (self->explorer);
  const char *selected = tl_explorer_get_selected (self->explorer);
  guint       record;
  guint       hub = TL_NONE;

  if (selected == NULL)
    return NULL;
  record = tl_dataset_find_record (dataset, selected);
  if (self->hub != NULL && g_strcmp0 (self->hub_step, selected) == 0)
    hub = tl_dataset_find_record (dataset, self->hub);
  if (hub != TL_NONE)
    {
      g_autoptr (GArray) around = list_around (shown, hub);

      *place = find_place (around, record);
      if (*place != TL_NONE)
        return g_steal_pointer (&around);
    }
  g_free (self->hub);
  self->hub = g_strdup (selected);
  *place = 0;
  return list_around (shown, record);
}

static void
go_on (TlWindow *self, int direction)
{
  TlResult  *shown = tl_explorer_get_shown (self->explorer);
  TlDataset *dataset = shown != NULL ? tl_result_get_dataset (shown) : NULL;
  guint      place = 0;
  g_autoptr (GArray) around =
      dataset != NULL ? find_around (self, dataset, &place) : NULL;
  guint next;

  if (around == NULL || around->len < 2)
    return;
  next = (place + (direction > 0 ? 1 : around->len - 1)) % around->len;
  g_free (self->hub_step);
  self->hub_step = g_strdup (
      tl_dataset_get_record_id (dataset, g_array_index (around, guint, next)));
  tl_window_select_record (self, self->hub_step);
}

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go_on (TL_WINDOW (user_data), 1);
}

static void
previous_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  go_on (TL_WINDOW (user_data), -1);
}

static gboolean
has_related (TlWindow *self)
{
  TlResult   *shown = tl_explorer_get_shown (self->explorer);
  const char *selected = tl_explorer_get_selected (self->explorer);
  guint       place;
  g_autoptr (GArray) around = NULL;

  if (shown == NULL || selected == NULL)
    return FALSE;
  around = find_around (self, tl_result_get_dataset (shown), &place);
  return around->len > 1;
}

static void
update_actions (TlWindow *self)
{
  static const char *const names[] = { "next-relation", "previous-relation" };
  gboolean                 enabled = has_related (self);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GAction *action =
          g_action_map_lookup_action (G_ACTION_MAP (self), names[i]);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
    }
}

void
tl_window_add_relations (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { "next-relation", next_cb },
    { "previous-relation", previous_cb },
    { "show-relations", NULL, "s", "'selected'", change_show_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  update_actions (self);
  g_signal_connect_object (self->explorer, "notify::selected",
                           G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "notify::result",
                           G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
}
