/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-record-list.h"

G_BEGIN_DECLS

/* Brings the record that was selected last into view, as soon as rows have
 * their places. rows: the GtkListView that shows the list. */
void tl_record_scroll_to_selected (TlRecordList *self, GtkWidget *rows);

G_END_DECLS
