/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-record-ranks.h"
#include "tl-record-words.h"

G_BEGIN_DECLS

/* What a list tells of a record, column by column, and of a row as a whole. All
 * of it is plain text; none is NULL. */

/* The heading of a column: "Date", "Participants". */
const char *tl_record_cell_get_title (TlSortKey key);
/* Empty when the record has no such thing. (transfer full) */
char *tl_record_cell_dup_text (TlRecordWords words,
                               guint         record,
                               TlSortKey     key) G_GNUC_WARN_UNUSED_RESULT;
/* What is read out for a cell by itself: "Place: Vienna". (transfer full) */
char *tl_record_cell_dup_name (TlSortKey   key,
                               const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* What stands below the title where there is no room for columns: date, kind
 * and certainty. (transfer full) */
char *tl_record_row_dup_detail (TlRecordWords words,
                                guint         record) G_GNUC_WARN_UNUSED_RESULT;
/* One sentence for a screen reader, with the place in the list.
 * (transfer full) */
char *tl_record_row_dup_sentence (TlRecordWords words,
                                  guint         record,
                                  guint         position,
                                  guint n_rows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
