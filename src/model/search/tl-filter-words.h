/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date-formatter.h"
#include "tl-query.h"

G_BEGIN_DECLS

/* How a filter and what it finds are put into words for people. */

/* "Kind", "Participant", …: never freed. */
const char *tl_filter_words_get_facet (TlFacet facet);
/* "Find a Kind", "Find a Participant", …: never freed. */
const char *tl_filter_words_get_find (TlFacet facet);
/* What a value is called; cheap for every facet. dataset: nullable. (transfer
 * full) */
char *
tl_filter_words_dup_value (TlDataset  *dataset,
                           TlFacet     facet,
                           const char *value,
                           const char *language) G_GNUC_WARN_UNUSED_RESULT;
/* "Search: “space”"; search: isolated where its direction could disturb the
 * sentence. (transfer full) */
char *
tl_filter_words_format_search (const char *search) G_GNUC_WARN_UNUSED_RESULT;
/* "Possibly between 1 Jan 2019 and 31 Mar 2020"; NULL without a range.
 * (transfer full) */
char *tl_filter_words_format_range (const TlFilter  *filter,
                                    TlDateFormatter *formatter)
    G_GNUC_WARN_UNUSED_RESULT;
/* All that a filter asks for: "Kind: Talk, Test · Search: “space”"; NULL for an
 * empty filter. dataset: nullable, for names. language: nullable, of names.
 * (transfer full) */
char *tl_filter_words_format_filter (const TlFilter  *filter,
                                     TlDataset       *dataset,
                                     const char      *language,
                                     TlDateFormatter *formatter)
    G_GNUC_WARN_UNUSED_RESULT;
/* "12 of 53 shown"; where the others are only dimmed, "12 of 53 match".
 * (transfer full) */
char *tl_filter_words_format_shown (TlResult        *result,
                                    gboolean         dims,
                                    TlDateFormatter *formatter)
    G_GNUC_WARN_UNUSED_RESULT;
/* "53 records · 5 sources · 9 contested". (transfer full) */
char *tl_filter_words_format_dataset (
    TlDataset *dataset, TlDateFormatter *formatter) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
