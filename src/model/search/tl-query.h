/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-filter.h"

G_BEGIN_DECLS

/**
 * TlQuery:
 *
 * What somebody wants to see of a dataset: what passes a filter, as it was
 * known on a day. Immutable and reference-counted; may be used from several
 * threads.
 */
typedef struct _TlQuery TlQuery;

/**
 * TlResult:
 *
 * What a query found in a dataset. Immutable and reference-counted; may be
 * used from several threads.
 */
typedef struct _TlResult TlResult;

/* Instead of a day: all that is known. */
#define TL_KNOWN_ALWAYS G_MININT64

TlQuery        *tl_query_new (const TlFilter *filter,
                              gint64          known_on) G_GNUC_WARN_UNUSED_RESULT;
TlQuery        *tl_query_ref (TlQuery *self);
void            tl_query_unref (TlQuery *self);
const TlFilter *tl_query_get_filter (const TlQuery *self);
gint64          tl_query_get_known_on (const TlQuery *self);
/* The first second of the day that counts as today: that on which it must have
 * been known, else tl_calendar_today(). */
gint64 tl_query_get_today (const TlQuery *self);
/* Everything is wanted: no filter and no day. */
gboolean tl_query_is_empty (const TlQuery *self);

/* NULL only when it was cancelled. */
TlResult *tl_query_run (TlQuery      *self,
                        TlDataset    *dataset,
                        TlResult     *previous,
                        GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
/* What all of a dataset is; costs next to nothing. */
TlResult *tl_result_new_whole (TlDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;

TlResult    *tl_result_ref (TlResult *self);
void         tl_result_unref (TlResult *self);
TlQuery     *tl_result_get_query (const TlResult *self);
TlDataset   *tl_result_get_whole (const TlResult *self);
TlDataset   *tl_result_get_dataset (const TlResult *self);
const guint *tl_result_get_records (const TlResult *self, guint *n_records);
guint        tl_result_get_n_shown (const TlResult *self);
guint        tl_result_get_n_all (const TlResult *self);
gboolean     tl_result_contains (const TlResult *self, guint record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlQuery, tl_query_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlResult, tl_result_unref)

G_END_DECLS
