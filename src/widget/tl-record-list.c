/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record-list.h"

#include "tl-record-item.h"

/* Two arrays, from positions to records and back; none where the order is that
 * of the result. What is selected is kept as positions, too, since a row asks
 * for itself whenever it is made; the explorer's ids stay the truth. */

struct _TlRecordList
{
  GObject parent_instance;

  TlExplorer *explorer;
  TlResult   *result;    /* nullable */
  guint      *records;   /* nullable: those of the result as they are */
  guint      *positions; /* nullable: for each record of the dataset */
  guint       n_records;
  GtkBitset  *selected; /* positions */
  gboolean    is_selecting;
};

static GType
get_item_type (GListModel *model)
{
  return TL_TYPE_RECORD_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return TL_RECORD_LIST (model)->n_records;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TlRecordList *self = TL_RECORD_LIST (model);

  if (position >= self->n_records)
    return NULL;
  return tl_record_item_new (
      self->result, tl_record_list_get_record (self, position), position);
}

static void
implement_list (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void implement_selection (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
    TlRecordList,
    tl_record_list,
    G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, implement_list)
        G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, implement_selection))

/* --- the explorer's selection as positions --- */

static guint
find_position (TlRecordList *self, guint record)
{
  const guint *records;
  guint        first = 0;
  guint        end;

  if (self->positions != NULL)
    return self->positions[record];

  records = tl_result_get_records (self->result, &end);
  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (records[middle] < record)
        first = middle + 1;
      else
        end = middle;
    }
  return first < self->n_records && records[first] == record
             ? first
             : GTK_INVALID_LIST_POSITION;
}

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
static GtkBitset *
find_selected (TlRecordList *self)
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

  selected = find_selected (self);
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

/* Of a range the end farther from what was chosen before is where somebody
 * clicked: that comes last. */
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

  while (more)
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

static void
implement_selection (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
  iface->unselect_item = unselect_item;
  iface->select_range = select_range;
  iface->unselect_range = unselect_range;
  iface->set_selection = set_selection;
}

/* --- the list --- */

static void
tl_record_list_dispose (GObject *object)
{
  TlRecordList *self = TL_RECORD_LIST (object);

  g_clear_object (&self->explorer);
  G_OBJECT_CLASS (tl_record_list_parent_class)->dispose (object);
}

static void
tl_record_list_finalize (GObject *object)
{
  TlRecordList *self = TL_RECORD_LIST (object);

  g_clear_pointer (&self->result, tl_result_unref);
  g_free (self->records);
  g_free (self->positions);
  gtk_bitset_unref (self->selected);
  G_OBJECT_CLASS (tl_record_list_parent_class)->finalize (object);
}

static void
tl_record_list_class_init (TlRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_record_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_record_list_finalize;
}

static void
tl_record_list_init (TlRecordList *self)
{
  self->selected = gtk_bitset_new_empty ();
}

/**
 * tl_record_list_new:
 * @explorer: whose selection is that of the list
 *
 * Returns: (transfer full): an empty list
 */
TlRecordList *
tl_record_list_new (TlExplorer *explorer)
{
  TlRecordList *self = NULL;

  g_return_val_if_fail (TL_IS_EXPLORER (explorer), NULL);

  self = g_object_new (TL_TYPE_RECORD_LIST, NULL);
  self->explorer = g_object_ref (explorer);
  return self;
}

static void
fill_positions (TlRecordList *self)
{
  guint n = tl_dataset_get_n_records (tl_result_get_dataset (self->result));

  self->positions = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    self->positions[i] = GTK_INVALID_LIST_POSITION;
  for (guint i = 0; i < self->n_records; i++)
    self->positions[self->records[i]] = i;
}

/**
 * tl_record_list_take_records:
 * @self: a list
 * @result: (nullable): what is shown
 * @records: (nullable) (transfer full) (array length=n_records): indices of
 *   records in the dataset of @result, each at most once; %NULL for those that
 *   were found, in order of time
 * @n_records: how many; ignored when @records is %NULL
 *
 * Shows other records, or the same in another order. Takes linear time and
 * makes no items.
 */
void
tl_record_list_take_records (TlRecordList *self,
                             TlResult     *result,
                             guint        *records,
                             guint         n_records)
{
  guint n_former;

  g_return_if_fail (TL_IS_RECORD_LIST (self));
  g_return_if_fail (result != NULL || records == NULL);

  n_former = self->n_records;
  g_clear_pointer (&self->records, g_free);
  g_clear_pointer (&self->positions, g_free);
  g_clear_pointer (&self->result, tl_result_unref);
  self->n_records = 0;
  if (result != NULL)
    {
      self->result = tl_result_ref (result);
      self->records = records;
      self->n_records =
          records != NULL ? n_records : tl_result_get_n_shown (result);
    }
  if (records != NULL)
    fill_positions (self);
  gtk_bitset_unref (self->selected);
  self->selected = find_selected (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_former,
                              self->n_records);
}

/**
 * tl_record_list_get_result:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what is shown
 */
TlResult *
tl_record_list_get_result (TlRecordList *self)
{
  g_return_val_if_fail (TL_IS_RECORD_LIST (self), NULL);

  return self->result;
}

/**
 * tl_record_list_get_record:
 * @self: a list
 * @position: a position in it
 *
 * Returns: the index of the record there, or %TL_NONE past the end
 */
guint
tl_record_list_get_record (TlRecordList *self, guint position)
{
  g_return_val_if_fail (TL_IS_RECORD_LIST (self), TL_NONE);

  if (position >= self->n_records)
    return TL_NONE;
  if (self->records != NULL)
    return self->records[position];
  return tl_result_get_records (self->result, &(guint){ 0 })[position];
}

/**
 * tl_record_list_find:
 * @self: a list
 * @id: of a record
 *
 * Returns: where it stands, or %GTK_INVALID_LIST_POSITION
 */
guint
tl_record_list_find (TlRecordList *self, const char *id)
{
  guint record = TL_NONE;

  g_return_val_if_fail (TL_IS_RECORD_LIST (self), GTK_INVALID_LIST_POSITION);
  g_return_val_if_fail (id != NULL, GTK_INVALID_LIST_POSITION);

  if (self->result != NULL)
    record = tl_dataset_find_record (tl_result_get_dataset (self->result), id);
  return record != TL_NONE ? find_position (self, record)
                           : GTK_INVALID_LIST_POSITION;
}

gboolean
tl_record_list_is_selecting (TlRecordList *self)
{
  g_return_val_if_fail (TL_IS_RECORD_LIST (self), FALSE);

  return self->is_selecting;
}
