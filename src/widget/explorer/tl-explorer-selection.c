/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-explorer-private.h"

/* What is selected: ids, because another day or a newer version of the file
 * gives a record another index. Invariant: each is shown. */

void
tl_explorer_init_selection (TlExplorer *self)
{
  self->selection = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  self->is_selected = g_hash_table_new (g_str_hash, g_str_equal);
}

void
tl_explorer_finalize_selection (TlExplorer *self)
{
  g_hash_table_unref (self->is_selected);
  g_ptr_array_unref (self->selection);
}

static gboolean
is_shown (TlExplorer *self, const char *id)
{
  guint record;

  if (self->shown == NULL)
    return FALSE;
  record = tl_dataset_find_record (tl_result_get_dataset (self->shown), id);
  return record != TL_NONE && tl_result_contains (self->shown, record);
}

/* FALSE when it is selected already, or not shown. */
static gboolean
add (TlExplorer *self, const char *id)
{
  char *copy;

  if (g_hash_table_contains (self->is_selected, id) || !is_shown (self, id))
    return FALSE;
  copy = g_strdup (id);
  g_ptr_array_add (self->selection, copy);
  g_hash_table_add (self->is_selected, copy);
  return TRUE;
}

/* Takes the place of the selection what the ids name and is shown. */
static void
replace (TlExplorer *self, const char *const *ids)
{
  g_autofree char *last = g_strdup (tl_explorer_get_selected (self));
  g_autoptr (GPtrArray) former = g_steal_pointer (&self->selection);
  gboolean is_same;

  g_hash_table_remove_all (self->is_selected);
  self->selection = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    add (self, ids[i]);

  is_same = former->len == self->selection->len;
  for (guint i = 0; is_same && i < former->len; i++)
    is_same = g_str_equal (g_ptr_array_index (former, i),
                           g_ptr_array_index (self->selection, i));
  if (!is_same)
    tl_explorer_notify_selection (
        self, g_strcmp0 (last, tl_explorer_get_selected (self)) != 0);
}

void
tl_explorer_prune_selection (TlExplorer *self)
{
  g_auto (GStrv) ids = NULL;

  if (self->selection->len == 0)
    return;
  ids = g_strdupv ((char **)self->selection->pdata);
  replace (self, (const char *const *)ids);
}

/**
 * tl_explorer_get_selected:
 * @self: an explorer
 *
 * Returns: (transfer none) (nullable): the id of the record selected last; good
 *   until the selection changes
 */
const char *
tl_explorer_get_selected (TlExplorer *self)
{
  g_return_val_if_fail (TL_IS_EXPLORER (self), NULL);

  return self->selection->len > 0
             ? g_ptr_array_index (self->selection, self->selection->len - 1)
             : NULL;
}

/**
 * tl_explorer_set_selected:
 * @self: an explorer
 * @id: (nullable): of a record
 *
 * Selects a record alone, or nothing. What is not shown is not selected.
 */
void
tl_explorer_set_selected (TlExplorer *self, const char *id)
{
  const char *const ids[] = { id, NULL };

  tl_explorer_set_selection (self, ids);
}

/**
 * tl_explorer_get_selection:
 * @self: an explorer
 *
 * Returns: (transfer none) (array zero-terminated=1): ids in the order in which
 *   they were chosen; good until the selection changes
 */
const char *const *
tl_explorer_get_selection (TlExplorer *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (TL_IS_EXPLORER (self), none);

  return self->selection->len > 0 ? (const char *const *)self->selection->pdata
                                  : none;
}

/**
 * tl_explorer_get_n_selected:
 * @self: an explorer
 *
 * Returns: how many records are selected
 */
guint
tl_explorer_get_n_selected (TlExplorer *self)
{
  g_return_val_if_fail (TL_IS_EXPLORER (self), 0);

  return self->selection->len;
}

/**
 * tl_explorer_set_selection:
 * @self: an explorer
 * @ids: (nullable) (array zero-terminated=1): of records
 *
 * Selects those of the records that are shown, each once. Takes a lookup for
 * each of them.
 */
void
tl_explorer_set_selection (TlExplorer *self, const char *const *ids)
{
  g_return_if_fail (TL_IS_EXPLORER (self));

  replace (self, ids);
}

/**
 * tl_explorer_toggle_selected:
 * @self: an explorer
 * @id: of a record
 *
 * Adds a record to the selection, as the last of it, or takes it out.
 */
void
tl_explorer_toggle_selected (TlExplorer *self, const char *id)
{
  char    *stored = NULL;
  guint    index = 0;
  gboolean is_last;

  g_return_if_fail (TL_IS_EXPLORER (self));
  g_return_if_fail (id != NULL);

  if (!g_hash_table_lookup_extended (self->is_selected, id, (gpointer *)&stored,
                                     NULL))
    {
      if (add (self, id))
        tl_explorer_notify_selection (self, TRUE);
      return;
    }
  g_ptr_array_find (self->selection, stored, &index);
  is_last = index == self->selection->len - 1;
  g_hash_table_remove (self->is_selected, stored);
  g_ptr_array_remove_index (self->selection, index);
  tl_explorer_notify_selection (self, is_last);
}

/**
 * tl_explorer_is_selected:
 * @self: an explorer
 * @id: of a record
 *
 * Returns: whether the record is selected
 */
gboolean
tl_explorer_is_selected (TlExplorer *self, const char *id)
{
  g_return_val_if_fail (TL_IS_EXPLORER (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return g_hash_table_contains (self->is_selected, id);
}
