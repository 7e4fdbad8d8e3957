/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-query.h"

G_BEGIN_DECLS

/**
 * TlQuoteGrouping:
 * @TL_QUOTES_BY_SPEAKER: who said it, by name
 * @TL_QUOTES_BY_EVENT: where it was said, in the order of time
 * @TL_QUOTES_BY_SOURCE: who reports it, in order of publication
 *
 * What quotations are put together by.
 */
typedef enum
{
  TL_QUOTES_BY_SPEAKER,
  TL_QUOTES_BY_EVENT,
  TL_QUOTES_BY_SOURCE,
} TlQuoteGrouping;

/* "speaker", "event", "source" */
const char *tl_quote_grouping_to_nick (TlQuoteGrouping grouping);
gboolean    tl_quote_grouping_from_nick (const char      *nick,
                                         TlQuoteGrouping *grouping);

/**
 * TlQuoteRow:
 * @quote: index of a quotation, or %TL_NONE for a heading
 * @group: whose the row is: an actor, a record (or %TL_NONE) or a source
 * @count: of a heading: quotations below it
 *
 * A line of a list of quotations.
 */
typedef struct
{
  guint quote;
  guint group;
  guint count;
} TlQuoteRow;

/**
 * TlQuoteRows:
 *
 * The quotations that a query found, under headings. The same words in several
 * reports stand there once, except by source, where each report has its own.
 * Immutable; may be made in any thread.
 */
typedef struct _TlQuoteRows TlQuoteRows;

/* language: nullable, of the names that headings are sorted by. NULL only when
 * cancelled. */
TlQuoteRows                   *
tl_quote_rows_new (TlResult       *result,
                                     TlQuoteGrouping grouping,
                                     const char     *language,
                                     GCancellable   *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void              tl_quote_rows_free (TlQuoteRows *self);
TlDataset        *tl_quote_rows_get_dataset (const TlQuoteRows *self);
TlQuoteGrouping   tl_quote_rows_get_grouping (const TlQuoteRows *self);
guint             tl_quote_rows_get_n_rows (const TlQuoteRows *self);
const TlQuoteRow *tl_quote_rows_get (const TlQuoteRows *self, guint row);
/* What was searched for. (nullable) */
const char *tl_quote_rows_get_search (const TlQuoteRows *self);
/* Quotations in the rows. */
guint tl_quote_rows_get_n_quotes (const TlQuoteRows *self);
/* The next quotation with the same words, in a ring: the last one is followed
 * by the first. The quotation itself when there is no other. */
guint tl_quote_rows_get_next_same (const TlQuoteRows *self, guint quote);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlQuoteRows, tl_quote_rows_free)

G_END_DECLS
