/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-dataset.h"

G_BEGIN_DECLS

/**
 * TlSortKey:
 * @TL_SORT_DATE: in order of time
 * @TL_SORT_KIND: by the name of the kind; acts of treaties by that of the act
 * @TL_SORT_TITLE: by title
 * @TL_SORT_PLACE: by the name of the place
 * @TL_SORT_PARTICIPANTS: by the names of the participants, the first first
 * @TL_SORT_CERTAINTY: from what occurred to what was cancelled, in the order of
 *   #TlStatus; of the same status what is contested comes last
 * @TL_SORT_SOURCES: by the number of sources
 *
 * What records can be sorted by.
 */
typedef enum
{
  TL_SORT_DATE,
  TL_SORT_KIND,
  TL_SORT_TITLE,
  TL_SORT_PLACE,
  TL_SORT_PARTICIPANTS,
  TL_SORT_CERTAINTY,
  TL_SORT_SOURCES,
} TlSortKey;
#define TL_N_SORT_KEYS (TL_SORT_SOURCES + 1)

/* "date", "participants": for actions and settings. */
gboolean    tl_sort_key_from_nick (const char *nick, TlSortKey *key);
const char *tl_sort_key_to_nick (TlSortKey key);

/**
 * TlRecordRanks:
 *
 * Where each record of a dataset stands by a key. Immutable and
 * reference-counted; may be used from several threads.
 */
typedef struct _TlRecordRanks TlRecordRanks;

TlRecordRanks                *
tl_record_ranks_new (TlDataset    *dataset,
                                    TlSortKey     key,
                                    const char   *language,
                                    GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
TlRecordRanks *tl_record_ranks_ref (TlRecordRanks *self);
void           tl_record_ranks_unref (TlRecordRanks *self);
gboolean       tl_record_ranks_are_of (const TlRecordRanks *self,
                                       TlDataset           *dataset,
                                       TlSortKey            key);
guint         *tl_record_ranks_sort (const TlRecordRanks *self,
                                     const guint         *records,
                                     guint                n_records,
                                     gboolean descending) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRecordRanks, tl_record_ranks_unref)

G_END_DECLS
