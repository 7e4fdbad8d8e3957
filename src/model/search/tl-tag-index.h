/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"

G_BEGIN_DECLS

/**
 * TlTagIndex:
 *
 * The tags of a dataset, and which records have them: what can be asked of
 * every record without making it.
 */
typedef struct _TlTagIndex TlTagIndex;

/* Works on as many threads as there are processors. */
TlTagIndex *tl_tag_index_new (TlDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;
void        tl_tag_index_free (TlTagIndex *self);
/* The tags, numbered in the order of their bytes. */
guint       tl_tag_index_get_n_tags (const TlTagIndex *self);
const char *tl_tag_index_get_tag (const TlTagIndex *self, guint tag);
guint       tl_tag_index_find (const TlTagIndex *self, const char *tag);
/* The numbers of a record's tags, without repetition. */
const guint *
tl_tag_index_get (const TlTagIndex *self, guint record, guint *n_tags);

G_END_DECLS
