/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-csv.h"
#include "tl-listing-private.h"

/* Records and quotations as comma-separated values with a line of headings;
 * several ids in one cell are separated by semicolons. */

static char *
join_ids (const char **ids)
{
  return g_strjoinv (";", (char **)ids);
}

static void
write_record (const TlListing *listing, TlSink sink, guint index)
{
  TlDataset *dataset = listing->dataset;
  g_autoptr (TlRecord) record = tl_dataset_ref_record (dataset, index);
  g_autofree const char **sources = tl_listing_collect_sources (dataset, index);
  g_autofree const char **treaties =
      tl_listing_collect_treaties (dataset, record);
  g_autofree const char **actors = tl_listing_collect_actors (dataset, record);
  g_autofree char        *earliest = tl_date_dup_earliest (record->date);
  g_autofree char        *latest = tl_date_dup_latest (record->date);
  g_autofree char        *source_list = join_ids (sources);
  g_autofree char        *treaty_list = join_ids (treaties);
  g_autofree char        *actor_list = join_ids (actors);
  const char *const       fields[] = {
          record->id,
          tl_kind_to_nick (record->kind),
          tl_act_to_nick (record->act),
          tl_status_to_nick (record->status),
    record->contested ? "true" : "false",
          tl_text_get (record->title, listing->language),
          tl_date_get_edtf (record->date),
          earliest,
          latest,
          tl_listing_get_place (dataset, record),
          actor_list,
          treaty_list,
          source_list,
  };

  tl_csv_write (sink, fields, G_N_ELEMENTS (fields));
}

guint
tl_listing_write_csv (const TlListing *listing, TlSink sink)
{
  static const char *const header[] = {
    "id",       "kind",   "act",   "status", "contested", "title",  "date",
    "earliest", "latest", "place", "actors", "treaties",  "sources"
  };

  tl_csv_write (sink, header, G_N_ELEMENTS (header));
  for (guint i = 0; i < listing->n_indices; i++)
    write_record (listing, sink, listing->indices[i]);
  return 0;
}

guint
tl_listing_write_quotes_csv (const TlListing *listing, TlSink sink)
{
  tl_csv_write (sink, tl_listing_quote_keys, TL_LISTING_N_QUOTE_KEYS);
  for (guint i = 0; i < listing->n_indices; i++)
    {
      const char *values[TL_LISTING_N_QUOTE_KEYS];

      tl_listing_collect_quote (listing, listing->indices[i], values);
      tl_csv_write (sink, values, TL_LISTING_N_QUOTE_KEYS);
    }
  return 0;
}
