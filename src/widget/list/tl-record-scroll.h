/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-record-list.h"

G_BEGIN_DECLS

/* Brings the record that was selected last into view, as soon as rows have
 * their places. rows: the GtkListView that shows the list. */
void tl_record_scroll_to_selected (TlRecordList *self, GtkWidget *rows);
/* The same, after the list has other records: where none of them is selected
 * it shows the first ones. */
void tl_record_scroll_after_change (TlRecordList *self, GtkWidget *rows);

G_END_DECLS
