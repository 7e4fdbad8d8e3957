/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-record-ranks.h"

G_BEGIN_DECLS

/**
 * TlColumnSort:
 *
 * Makes the heading of a column something that is clicked to sort by it, and
 * tells by which column that is. It compares nothing: records are put in order
 * elsewhere, without objects for them.
 */
#define TL_TYPE_COLUMN_SORT (tl_column_sort_get_type ())
G_DECLARE_FINAL_TYPE (TlColumnSort, tl_column_sort, TL, COLUMN_SORT, GtkSorter)

GtkSorter *tl_column_sort_new (TlSortKey key) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE when no column is sorted by; then key and descending stay as they
 * were. */
gboolean
tl_column_sort_find (GtkColumnView *view, TlSortKey *key, gboolean *descending);

G_END_DECLS
