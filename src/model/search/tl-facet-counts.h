/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-query.h"

G_BEGIN_DECLS

/**
 * TlFacetCounts:
 *
 * For each facet the values that the records of a dataset have, and how many
 * records each of them would show. Immutable; may be made in one thread and
 * used in another.
 */
typedef struct _TlFacetCounts TlFacetCounts;

/* NULL only when it was cancelled. */
TlFacetCounts *
tl_facet_counts_new (TlQuery      *query,
                     TlDataset    *whole,
                     GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
/* The same for a query that has been run: saves working out again what was
 * known on its day. */
TlFacetCounts *tl_facet_counts_new_for_result (
    TlResult *result, GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void tl_facet_counts_free (TlFacetCounts *self);

/* Those with most records come first, then in the order of their names. */
guint tl_facet_counts_get_n_values (const TlFacetCounts *self, TlFacet facet);
const char *tl_facet_counts_get_value (const TlFacetCounts *self,
                                       TlFacet              facet,
                                       guint                index);
guint       tl_facet_counts_get_count (const TlFacetCounts *self,
                                       TlFacet              facet,
                                       guint                index);
/* Of what would be shown if "contested only" were chosen. */
guint tl_facet_counts_get_n_contested (const TlFacetCounts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFacetCounts, tl_facet_counts_free)

G_END_DECLS
