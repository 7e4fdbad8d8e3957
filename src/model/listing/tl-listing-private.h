/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-listing.h"

G_BEGIN_DECLS

/* What programs get of a quotation, in this order. */
#define TL_LISTING_N_QUOTE_KEYS 12
extern const char *const tl_listing_quote_keys[TL_LISTING_N_QUOTE_KEYS];

/* values may be NULL: not given. They belong to the dataset. */
void
tl_listing_collect_quote (const TlListing *listing,
                          guint            quote,
                          const char *values[static TL_LISTING_N_QUOTE_KEYS]);

/* Ids, NULL-terminated; so are the next ones. (transfer container)
 *
 * The treaty an act belongs to, or those an event is about. */
const char **
tl_listing_collect_treaties (TlDataset      *dataset,
                             const TlRecord *record) G_GNUC_WARN_UNUSED_RESULT;
const char             **
tl_listing_collect_actors (TlDataset      *dataset,
                                       const TlRecord *record) G_GNUC_WARN_UNUSED_RESULT;
const char *tl_listing_get_place (TlDataset *dataset, const TlRecord *record);
guint       tl_listing_write_json (const TlListing *listing, TlSink sink);
guint tl_listing_write_quotes_json (const TlListing *listing, TlSink sink);
guint tl_listing_write_csv (const TlListing *listing, TlSink sink);
guint tl_listing_write_quotes_csv (const TlListing *listing, TlSink sink);
guint tl_listing_write_markdown (const TlListing *listing, TlSink sink);
guint tl_listing_write_quotes_markdown (const TlListing *listing, TlSink sink);
/* Leaves out records that no calendar can hold. */
guint tl_listing_write_icalendar (const TlListing *listing, TlSink sink);

G_END_DECLS
