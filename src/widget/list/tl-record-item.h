/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-query.h"

G_BEGIN_DECLS

/**
 * TlRecordItem:
 *
 * A record as an object, for as long as a row of a list shows it.
 */
#define TL_TYPE_RECORD_ITEM (tl_record_item_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordItem, tl_record_item, TL, RECORD_ITEM, GObject)

TlRecordItem *tl_record_item_new (TlResult *result,
                                  guint     record,
                                  guint     position) G_GNUC_WARN_UNUSED_RESULT;

TlResult   *tl_record_item_get_result (TlRecordItem *self);
TlDataset  *tl_record_item_get_dataset (TlRecordItem *self);
guint       tl_record_item_get_record (TlRecordItem *self);
guint       tl_record_item_get_position (TlRecordItem *self);
const char *tl_record_item_get_id (TlRecordItem *self);

G_END_DECLS
