/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-explorer.h"

G_BEGIN_DECLS

/**
 * TlRecordList:
 *
 * Records in some order, as what a list widget shows and selects in: a
 * #GListModel of #TlRecordItem and a #GtkSelectionModel. Its selection is that
 * of an explorer. Items are made when somebody asks for them, so that a million
 * records cost no more than those in view.
 */
#define TL_TYPE_RECORD_LIST (tl_record_list_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordList, tl_record_list, TL, RECORD_LIST, GObject)

TlRecordList *
tl_record_list_new (TlExplorer *explorer) G_GNUC_WARN_UNUSED_RESULT;

void tl_record_list_take_records (TlRecordList *self,
                                  TlResult     *result,
                                  guint        *records,
                                  guint         n_records);
void tl_record_list_follow_selection (TlRecordList *self);

TlResult *tl_record_list_get_result (TlRecordList *self);
guint     tl_record_list_get_record (TlRecordList *self, guint position);
guint     tl_record_list_find (TlRecordList *self, const char *id);
guint     tl_record_list_find_selected (TlRecordList *self);
/* Whether the list itself is changing the explorer's selection right now. */
gboolean tl_record_list_is_selecting (TlRecordList *self);

G_END_DECLS
