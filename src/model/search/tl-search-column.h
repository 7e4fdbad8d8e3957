/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"

G_BEGIN_DECLS

/**
 * TlSearchColumn:
 *
 * The folded titles and summaries of all records of a dataset, one behind the
 * other, so that a search runs over memory from end to end. Names of actors,
 * places and treaties are not in it: they are looked at once each.
 */
typedef struct _TlSearchColumn TlSearchColumn;

/* Works on as many threads as there are processors. */
TlSearchColumn      *
tl_search_column_new (TlDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;
void tl_search_column_free (TlSearchColumn *self);
/* How many texts there are: one a record. */
guint tl_search_column_get_length (const TlSearchColumn *self);
/* Sets the byte of every record among first…end (exclusive) whose own text has
 * the folded word. */
void tl_search_column_scan (const TlSearchColumn *self,
                            const char           *word,
                            guint                 first,
                            guint                 end,
                            guint8               *found);
/* Whether the own text of one record has it. */
gboolean tl_search_column_has (const TlSearchColumn *self,
                               const char           *word,
                               guint                 record);

G_END_DECLS
