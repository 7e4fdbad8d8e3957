/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-listing-private.h"

#include <glib/gi18n.h>

/* The formats of lists, for the window and the command line alike, and what
 * those have in common that are for programs: the words, ids and dates of the
 * dataset format. */

typedef const char *(*IdFunc) (TlDataset *dataset, guint index);

static const TlListingFormat formats[] = {
  /* Translators: a format of files that a list can be saved in; so are the
   * next ones. */
  { "json", N_ ("JSON"), ".json", "application/json", tl_listing_write_json,
    tl_listing_write_quotes_json },
  /* Translators: a format of files for spreadsheets. */
  { "csv", N_ ("Spreadsheet (CSV)"), ".csv", "text/csv", tl_listing_write_csv,
    tl_listing_write_quotes_csv },
  /* Translators: a format of files for calendar programs. */
  { "ics", N_ ("Calendar (iCalendar)"), ".ics", "text/calendar",
    tl_listing_write_icalendar, NULL },
  /* Translators: a format of files: a table in text with simple markup. */
  { "md", N_ ("Table in Markdown"), ".md", "text/markdown",
    tl_listing_write_markdown, tl_listing_write_quotes_markdown },
};

const char *const tl_listing_quote_keys[TL_LISTING_N_QUOTE_KEYS] = {
  "id",   "text",  "language", "speaker", "speaker_name", "speaker_role",
  "said", "event", "source",   "prefix",  "suffix",       "same_as",
};

static const char *
get_source_id (TlDataset *dataset, guint source)
{
  return tl_dataset_get_source (dataset, source)->id;
}

static const char *
get_actor_id (TlDataset *dataset, guint actor)
{
  return tl_dataset_get_actor (dataset, actor)->id;
}

static const char *
get_treaty_id (TlDataset *dataset, guint treaty)
{
  return tl_dataset_get_treaty (dataset, treaty)->id;
}

static const char **
collect_ids (TlDataset   *dataset,
             const guint *indices,
             guint        n_indices,
             IdFunc       get_id)
{
  const char **ids = g_new0 (const char *, n_indices + 1);

  for (guint i = 0; i < n_indices; i++)
    ids[i] = get_id (dataset, indices[i]);
  return ids;
}

const char **
tl_listing_collect_treaties (TlDataset *dataset, const TlRecord *record)
{
  if (record->treaty != TL_NONE)
    return collect_ids (dataset, &record->treaty, 1, get_treaty_id);
  return collect_ids (dataset, record->treaties, record->n_treaties,
                      get_treaty_id);
}

const char **
tl_listing_collect_actors (TlDataset *dataset, const TlRecord *record)
{
  return collect_ids (dataset, record->actors, record->n_actors, get_actor_id);
}

const char *
tl_listing_get_place (TlDataset *dataset, const TlRecord *record)
{
  return record->place == TL_NONE
             ? NULL
             : tl_dataset_get_place (dataset, record->place)->id;
}

static const char *
get_event_id (TlDataset *dataset, const TlQuote *quote)
{
  return quote->record == TL_NONE
             ? NULL
             : tl_dataset_get_record_id (dataset, quote->record);
}

static const char *
get_same_as_id (TlDataset *dataset, const TlQuote *quote)
{
  return quote->same_as == TL_NONE
             ? NULL
             : tl_dataset_get_quote (dataset, quote->same_as)->id;
}

void
tl_listing_collect_quote (const TlListing *listing,
                          guint            index,
                          const char *values[static TL_LISTING_N_QUOTE_KEYS])
{
  const TlQuote *quote = tl_dataset_get_quote (listing->dataset, index);
  const TlActor *speaker =
      tl_dataset_get_actor (listing->dataset, quote->speaker);
  const char **value = values;

  *value++ = quote->id;
  *value++ = quote->text;
  *value++ = quote->language;
  *value++ = speaker->id;
  *value++ = tl_text_get (speaker->name, listing->language);
  *value++ = tl_text_get (speaker->role, listing->language);
  *value++ = quote->said == NULL ? NULL : tl_date_get_edtf (quote->said);
  *value++ = get_event_id (listing->dataset, quote);
  *value++ = get_source_id (listing->dataset, quote->source);
  *value++ = quote->prefix;
  *value++ = quote->suffix;
  *value++ = get_same_as_id (listing->dataset, quote);
}

/**
 * tl_listing_get_formats:
 * @n_formats: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_formats): the formats
 */
const TlListingFormat *
tl_listing_get_formats (guint *n_formats)
{
  g_return_val_if_fail (n_formats != NULL, NULL);

  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

/**
 * tl_listing_find_format:
 * @nick: "csv"
 *
 * Returns: (transfer none) (nullable): the format of that nick
 */
const TlListingFormat *
tl_listing_find_format (const char *nick)
{
  g_return_val_if_fail (nick != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].nick, nick))
      return &formats[i];
  return NULL;
}

const char **
tl_listing_collect_sources (TlDataset *dataset, guint record)
{
  guint        n;
  const guint *sources = tl_dataset_get_record_sources (dataset, record, &n);

  return collect_ids (dataset, sources, n, get_source_id);
}
