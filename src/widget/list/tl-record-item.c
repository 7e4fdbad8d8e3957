/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-record-item.h"

/* Made when a row asks for it: never one for each record of a dataset. */

struct _TlRecordItem
{
  GObject parent_instance;

  TlResult *result;
  guint     record;
  guint     position;
};

G_DEFINE_FINAL_TYPE (TlRecordItem, tl_record_item, G_TYPE_OBJECT)

static void
tl_record_item_finalize (GObject *object)
{
  tl_result_unref (TL_RECORD_ITEM (object)->result);
  G_OBJECT_CLASS (tl_record_item_parent_class)->finalize (object);
}

static void
tl_record_item_class_init (TlRecordItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_record_item_finalize;
}

static void
tl_record_item_init (TlRecordItem *self)
{
}

/**
 * tl_record_item_new:
 * @result: what is shown
 * @record: index of a record in its dataset
 * @position: where it stands in the list
 *
 * Returns: (transfer full): an object for the record
 */
TlRecordItem *
tl_record_item_new (TlResult *result, guint record, guint position)
{
  TlRecordItem *self = NULL;

  g_return_val_if_fail (result != NULL, NULL);

  self = g_object_new (TL_TYPE_RECORD_ITEM, NULL);
  self->result = tl_result_ref (result);
  self->record = record;
  self->position = position;
  return self;
}

/**
 * tl_record_item_get_result:
 * @self: an item
 *
 * Returns: (transfer none): what the list showed when the item was made
 */
TlResult *
tl_record_item_get_result (TlRecordItem *self)
{
  g_return_val_if_fail (TL_IS_RECORD_ITEM (self), NULL);

  return self->result;
}

/**
 * tl_record_item_get_dataset:
 * @self: an item
 *
 * Returns: (transfer none): the dataset that the record is of
 */
TlDataset *
tl_record_item_get_dataset (TlRecordItem *self)
{
  g_return_val_if_fail (TL_IS_RECORD_ITEM (self), NULL);

  return tl_result_get_dataset (self->result);
}

/**
 * tl_record_item_get_record:
 * @self: an item
 *
 * Returns: the index of the record
 */
guint
tl_record_item_get_record (TlRecordItem *self)
{
  g_return_val_if_fail (TL_IS_RECORD_ITEM (self), TL_NONE);

  return self->record;
}

/**
 * tl_record_item_get_position:
 * @self: an item
 *
 * Returns: where it stood in the list when it was made
 */
guint
tl_record_item_get_position (TlRecordItem *self)
{
  g_return_val_if_fail (TL_IS_RECORD_ITEM (self), 0);

  return self->position;
}

/**
 * tl_record_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): the id of the record
 */
const char *
tl_record_item_get_id (TlRecordItem *self)
{
  g_return_val_if_fail (TL_IS_RECORD_ITEM (self), NULL);

  return tl_dataset_get_record_id (tl_record_item_get_dataset (self),
                                   self->record);
}
