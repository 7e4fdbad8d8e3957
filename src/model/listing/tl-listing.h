/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"
#include "tl-sink.h"

G_BEGIN_DECLS

/**
 * TlListing:
 * @dataset: a dataset
 * @indices: (array length=n_indices): records, or quotations, in the order
 *   wanted
 * @n_indices: how many there are
 * @language: (nullable): language of titles and names; the dataset's own when
 *   %NULL. Labels and dates in words are in that of the messages.
 *
 * What a list is about. A plain value that owns nothing.
 */
typedef struct
{
  TlDataset   *dataset;
  const guint *indices;
  guint        n_indices;
  const char  *language;
} TlListing;

/* Returns how many could not be written, because the format has no place for
 * them. */
typedef guint (*TlListingWrite) (const TlListing *listing, TlSink sink);

/**
 * TlListingFormat:
 * @nick: what the command line calls it: "csv"
 * @name: its name for people, untranslated: "Spreadsheet (CSV)"
 * @suffix: how the name of a file ends, with the dot
 * @mime_type: media type
 * @write_records: writes a whole file of records
 * @write_quotes: (nullable): writes a whole file of quotations
 *
 * A format of files that lists can be written in.
 */
typedef struct
{
  const char    *nick;
  const char    *name;
  const char    *suffix;
  const char    *mime_type;
  TlListingWrite write_records;
  TlListingWrite write_quotes;
} TlListingFormat;

/* All of them, in the order of a menu. */
const TlListingFormat *tl_listing_get_formats (guint *n_formats);
/* NULL when there is none of that nick. */
const TlListingFormat *tl_listing_find_format (const char *nick);

/* Ids of the sources of a record, NULL-terminated. (transfer container) */
const char **tl_listing_collect_sources (TlDataset *dataset, guint record)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
