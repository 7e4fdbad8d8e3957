/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record-list-private.h"

#include "tl-timeline-view.h"

/* What is selected is kept as positions, since a row asks for itself whenever
 * it is made; the explorer's ids stay the truth. */

/* What is selected is shown, each record once: so when there are as many as
 * there are shown, it is all of them. */
static gboolean
is_all_selected (TlRecordList *self)
{
  TlResult *shown = tl_explorer_get_shown (self->explorer);

  return shown != NULL && self->result != NULL &&
         tl_result_get_dataset (shown) ==
             tl_result_get_dataset (self->result) &&
         tl_explorer_get_n_selected (self->explorer) ==
             tl_result_get_n_shown (shown);
}

/* (transfer full) */
GtkBitset *
tl_record_list_find_positions (TlRecordList *self)
{
  GtkBitset         *selected = gtk_bitset_new_empty ();
  const char *const *ids = tl_explorer_get_selection (self->explorer);

  if (self->n_records > 0 && is_all_selected (self))
    {
      gtk_bitset_add_range (selected, 0, self->n_records);
      return selected;
    }
  for (gsize i = 0; ids[i] != NULL; i++)
    {
      guint position = tl_record_list_find (self, ids[i]);

      if (position != GTK_INVALID_LIST_POSITION)
        gtk_bitset_add (selected, position);
    }
  return selected;
}

/**
 * tl_record_list_follow_selection:
 * @self: a list
 *
 * Takes over what is selected in the explorer. Whoever shows the list calls
 * this when that has changed, and need not while nobody sees the list.
 */
void
tl_record_list_follow_selection (TlRecordList *self)
{
  g_autoptr (GtkBitset) changed = NULL;
  g_autoptr (GtkBitset) selected = NULL;

  g_return_if_fail (TL_IS_RECORD_LIST (self));

  selected = tl_record_list_find_positions (self);
  changed = gtk_bitset_copy (self->selected);
  gtk_bitset_difference (changed, selected);
  if (gtk_bitset_is_empty (changed))
    return;

  gtk_bitset_unref (self->selected);
  self->selected = g_steal_pointer (&selected);
  gtk_selection_model_selection_changed (
      GTK_SELECTION_MODEL (self), gtk_bitset_get_minimum (changed),
      gtk_bitset_get_maximum (changed) - gtk_bitset_get_minimum (changed) + 1);
}

/* --- selecting --- */

static const char *
get_id (TlRecordList *self, guint position)
{
  return tl_dataset_get_record_id (tl_result_get_dataset (self->result),
                                   tl_record_list_get_record (self, position));
}

/* Those that stay selected, in the order in which they were chosen. What the
 * list does not have stays, unless all else goes. */
static GPtrArray *
keep_selected (TlRecordList *self, const GtkBitset *kept, gboolean clear)
{
  const char *const *ids = tl_explorer_get_selection (self->explorer);
  GPtrArray         *list = g_ptr_array_new ();

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      guint    position = tl_record_list_find (self, ids[i]);
      gboolean is_kept = position == GTK_INVALID_LIST_POSITION
                             ? !clear
                             : gtk_bitset_contains (kept, position);

      if (is_kept)
        g_ptr_array_add (list, (gpointer)ids[i]);
    }
  return list;
}

/* As many as can be selected. Of a range the end farther from what was chosen
 * before is where somebody clicked: that comes last. */
static gboolean
goes_backwards (TlRecordList *self, const GtkBitset *added)
{
  const char *last = tl_explorer_get_selected (self->explorer);
  guint       position = last != NULL ? tl_record_list_find (self, last)
                                      : GTK_INVALID_LIST_POSITION;

  return position != GTK_INVALID_LIST_POSITION &&
         position >= gtk_bitset_get_maximum (added);
}

static void
append_ids (TlRecordList *self, const GtkBitset *added, GPtrArray *ids)
{
  GtkBitsetIter iter;
  guint         position;
  gboolean      backwards =
      !gtk_bitset_is_empty (added) && goes_backwards (self, added);
  gboolean more = backwards
                      ? gtk_bitset_iter_init_last (&iter, added, &position)
                      : gtk_bitset_iter_init_first (&iter, added, &position);

  while (more && ids->len < TL_TIMELINE_MAX_SELECTED)
    {
      g_ptr_array_add (ids, (gpointer)get_id (self, position));
      more = backwards ? gtk_bitset_iter_previous (&iter, &position)
                       : gtk_bitset_iter_next (&iter, &position);
    }
}

/* Selects exactly these, and, unless clear, what the list does not have. */
static void
select_positions (TlRecordList *self, const GtkBitset *wanted, gboolean clear)
{
  g_autoptr (GtkBitset) added = gtk_bitset_copy (wanted);
  g_autoptr (GtkBitset) kept = gtk_bitset_copy (wanted);
  g_autoptr (GPtrArray) ids = NULL;

  gtk_bitset_subtract (added, self->selected);
  gtk_bitset_intersect (kept, self->selected);
  ids = keep_selected (self, kept, clear);
  append_ids (self, added, ids);
  g_ptr_array_add (ids, NULL);

  self->is_selecting = TRUE;
  tl_explorer_set_selection (self->explorer, (const char *const *)ids->pdata);
  self->is_selecting = FALSE;
  tl_record_list_follow_selection (self);
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (TL_RECORD_LIST (model)->selected, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  GtkBitset *found = gtk_bitset_new_range (position, n_items);

  gtk_bitset_intersect (found, TL_RECORD_LIST (model)->selected);
  return found;
}

/* Those of mask become as selected has them. */
static void
change_selection (TlRecordList    *self,
                  const GtkBitset *selected,
                  const GtkBitset *mask,
                  gboolean         clear)
{
  g_autoptr (GtkBitset) wanted = gtk_bitset_copy (self->selected);
  g_autoptr (GtkBitset) chosen = gtk_bitset_copy (selected);

  gtk_bitset_subtract (wanted, mask);
  gtk_bitset_intersect (chosen, mask);
  gtk_bitset_union (wanted, chosen);
  gtk_bitset_remove_range (wanted, self->n_records,
                           G_MAXUINT - self->n_records);
  select_positions (self, wanted, clear);
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  TlRecordList *self = TL_RECORD_LIST (model);

  change_selection (self, selected, mask,
                    gtk_bitset_get_size (mask) >= self->n_records);
  return TRUE;
}

/* Where there are more than can be selected none of them is meant. */
static gboolean
select_all (GtkSelectionModel *model)
{
  TlRecordList *self = TL_RECORD_LIST (model);
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, self->n_records);

  if (self->n_records > TL_TIMELINE_MAX_SELECTED)
    return FALSE;
  change_selection (self, all, all, TRUE);
  return TRUE;
}

static gboolean
change_range (GtkSelectionModel *model,
              guint              position,
              guint              n_items,
              gboolean           select,
              gboolean           unselect_rest)
{
  TlRecordList *self = TL_RECORD_LIST (model);
  g_autoptr (GtkBitset) range = gtk_bitset_new_range (position, n_items);
  g_autoptr (GtkBitset) mask = unselect_rest
                                   ? gtk_bitset_new_range (0, self->n_records)
                                   : gtk_bitset_ref (range);
  g_autoptr (GtkBitset) none = gtk_bitset_new_empty ();

  change_selection (self, select ? range : none, mask, unselect_rest);
  return TRUE;
}

static gboolean
select_range (GtkSelectionModel *model,
              guint              position,
              guint              n_items,
              gboolean           unselect_rest)
{
  return change_range (model, position, n_items, TRUE, unselect_rest);
}

static gboolean
unselect_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return change_range (model, position, n_items, FALSE, FALSE);
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  return change_range (model, position, 1, TRUE, unselect_rest);
}

static gboolean
unselect_item (GtkSelectionModel *model, guint position)
{
  return change_range (model, position, 1, FALSE, FALSE);
}

void
tl_record_list_implement_selection (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->unselect_range = unselect_range;
  iface->select_all = select_all;
  iface->set_selection = set_selection;
}
