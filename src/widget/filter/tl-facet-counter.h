/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-explorer.h"
#include "tl-facet-counts.h"

G_BEGIN_DECLS

/**
 * TlFacetCounter:
 *
 * Counts, while somebody looks, what each value of each facet would show of
 * what an explorer explores: a few records at once, many in another thread.
 */
#define TL_TYPE_FACET_COUNTER (tl_facet_counter_get_type ())
G_DECLARE_FINAL_TYPE (
    TlFacetCounter, tl_facet_counter, TL, FACET_COUNTER, GObject)

TlFacetCounter *
tl_facet_counter_new (TlExplorer *explorer) G_GNUC_WARN_UNUSED_RESULT;

void tl_facet_counter_set_active (TlFacetCounter *self, gboolean active);
const TlFacetCounts *tl_facet_counter_get_counts (TlFacetCounter *self);

G_END_DECLS
