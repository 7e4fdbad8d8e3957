/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record-list-private.h"

#include "tl-record-item.h"

/* Two arrays, from positions to records and back; none where the order is that
 * of the result. */

/* Rows with so many records between them are told of apart. */
#define GAP 512

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

static void
item_gone_cb (gpointer data, GObject *object)
{
  TlRecordList *self = data;

  g_hash_table_remove (
      self->items,
      GUINT_TO_POINTER (tl_record_item_get_position ((TlRecordItem *)object)));
}

/* The same object as long as somebody has it. */
static gpointer
get_item (GListModel *model, guint position)
{
  TlRecordList *self = TL_RECORD_LIST (model);
  TlRecordItem *item = NULL;

  if (position >= self->n_records)
    return NULL;
  item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (position));
  if (item != NULL)
    return g_object_ref (item);

  item = tl_record_item_new (
      self->result, tl_record_list_get_record (self, position), position);
  g_hash_table_insert (self->items, GUINT_TO_POINTER (position), item);
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, self);
  return item;
}

static void
implement_list (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (
    TlRecordList,
    tl_record_list,
    G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, implement_list)
        G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                               tl_record_list_implement_selection))

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

/* From now on they are nobody's. (transfer full): where they stood. */
static GtkBitset *
forget_items (TlRecordList *self)
{
  GtkBitset     *positions = gtk_bitset_new_empty ();
  GHashTableIter iter;
  gpointer       position;
  gpointer       item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &position, &item))
    {
      gtk_bitset_add (positions, GPOINTER_TO_UINT (position));
      g_object_weak_unref (item, item_gone_cb, self);
    }
  g_hash_table_remove_all (self->items);
  return positions;
}

static void
tl_record_list_dispose (GObject *object)
{
  TlRecordList *self = TL_RECORD_LIST (object);

  gtk_bitset_unref (forget_items (self));
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
  g_hash_table_unref (self->items);
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
  self->items = g_hash_table_new (NULL, NULL);
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

static void
clear_records (TlRecordList *self)
{
  g_clear_pointer (&self->records, g_free);
  g_clear_pointer (&self->positions, g_free);
  g_clear_pointer (&self->result, tl_result_unref);
  self->n_records = 0;
}

/* first … end (exclusive) are other records now. */
static void
tell_piece (TlRecordList *self, guint first, guint end)
{
  if (first < end)
    g_list_model_items_changed (G_LIST_MODEL (self), first, end - first,
                                end - first);
}

/* Where rows are replaced, GTK 4.8 looks through all that is new for the items
 * it had there, and that would make items of all. So what has rows is told
 * apart from what has none: the rows are kept, and show other records. From the
 * end to the start, because what comes before a row makes it look again. */
static void
tell_changes (TlRecordList *self, guint n_former, GtkBitset *shown)
{
  guint         n_both = MIN (n_former, self->n_records);
  guint         end = n_both; /* of what is not told yet */
  guint         position;
  GtkBitsetIter iter;
  gboolean      more;

  if (n_former != self->n_records)
    g_list_model_items_changed (G_LIST_MODEL (self), n_both, n_former - n_both,
                                self->n_records - n_both);
  gtk_bitset_remove_range (shown, n_both, G_MAXUINT - n_both);
  more = gtk_bitset_iter_init_last (&iter, shown, &position);
  while (more)
    {
      guint first = position;
      guint last = position;

      while ((more = gtk_bitset_iter_previous (&iter, &position)) &&
             first - position <= GAP)
        first = position;
      tell_piece (self, last + 1, end);
      tell_piece (self, first, last + 1);
      end = first;
    }
  tell_piece (self, 0, end);
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
  g_autoptr (GtkBitset) shown = NULL;
  guint n_former;

  g_return_if_fail (TL_IS_RECORD_LIST (self));
  g_return_if_fail (result != NULL || records == NULL);

  if (records == NULL)
    n_records = result != NULL ? tl_result_get_n_shown (result) : 0;
  n_former = self->n_records;
  shown = forget_items (self);
  clear_records (self);
  self->result = result != NULL ? tl_result_ref (result) : NULL;
  self->records = records;
  self->n_records = n_records;
  if (records != NULL)
    fill_positions (self);
  gtk_bitset_unref (self->selected);
  self->selected = tl_record_list_find_positions (self);
  tell_changes (self, n_former, shown);
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

/**
 * tl_record_list_find_selected:
 * @self: a list
 *
 * Returns: where the record stands that was selected last, or
 *   %GTK_INVALID_LIST_POSITION
 */
guint
tl_record_list_find_selected (TlRecordList *self)
{
  const char *id = NULL;

  g_return_val_if_fail (TL_IS_RECORD_LIST (self), GTK_INVALID_LIST_POSITION);

  id = tl_explorer_get_selected (self->explorer);
  return id != NULL ? tl_record_list_find (self, id)
                    : GTK_INVALID_LIST_POSITION;
}

gboolean
tl_record_list_is_selecting (TlRecordList *self)
{
  g_return_val_if_fail (TL_IS_RECORD_LIST (self), FALSE);

  return self->is_selecting;
}
