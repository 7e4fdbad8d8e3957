/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-json-array.h"
#include "tl-listing-private.h"

/* Records and quotations as one JSON array. */

static void
add_ids (JsonBuilder *builder, const char *key, const char **ids)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; ids[i] != NULL; i++)
    json_builder_add_string_value (builder, ids[i]);
  json_builder_end_array (builder);
}

static void
add_dates (JsonBuilder *builder, const TlDate *date)
{
  g_autofree char *earliest = tl_date_dup_earliest (date);
  g_autofree char *latest = tl_date_dup_latest (date);

  tl_json_add_string (builder, "date", tl_date_get_edtf (date));
  tl_json_add_string (builder, "earliest", earliest);
  tl_json_add_string (builder, "latest", latest);
}

/* In all languages: what programs get does not change with the reader's. */
static void
add_text (JsonBuilder *builder, const char *key, const TlText *text)
{
  if (text == NULL)
    {
      tl_json_add_string (builder, key, NULL);
      return;
    }
  json_builder_set_member_name (builder, key);
  json_builder_begin_object (builder);
  for (guint i = 0; i < tl_text_get_n_languages (text); i++)
    {
      const char *language;
      const char *words = tl_text_get_nth (text, i, &language);

      tl_json_add_string (builder, language, words);
    }
  json_builder_end_object (builder);
}

static void
build_record (JsonBuilder *builder, const TlListing *listing, guint index)
{
  TlDataset *dataset = listing->dataset;
  g_autoptr (TlRecord) record = tl_dataset_ref_record (dataset, index);
  g_autofree const char **sources = tl_listing_collect_sources (dataset, index);
  g_autofree const char **treaties =
      tl_listing_collect_treaties (dataset, record);
  g_autofree const char **actors = tl_listing_collect_actors (dataset, record);

  json_builder_begin_object (builder);
  tl_json_add_string (builder, "id", record->id);
  tl_json_add_string (builder, "kind", tl_kind_to_nick (record->kind));
  tl_json_add_string (builder, "act", tl_act_to_nick (record->act));
  tl_json_add_string (builder, "status", tl_status_to_nick (record->status));
  json_builder_set_member_name (builder, "contested");
  json_builder_add_boolean_value (builder, record->contested);
  tl_json_add_string (builder, "title",
                      tl_text_get (record->title, listing->language));
  add_dates (builder, record->date);
  tl_json_add_string (builder, "place", tl_listing_get_place (dataset, record));
  add_ids (builder, "actors", actors);
  add_ids (builder, "treaties", treaties);
  add_ids (builder, "sources", sources);
  json_builder_end_object (builder);
}

guint
tl_listing_write_json (const TlListing *listing, TlSink sink)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  TlJsonArray json = { .sink = sink };

  for (guint i = 0; i < listing->n_indices; i++)
    {
      build_record (builder, listing, listing->indices[i]);
      tl_json_array_add (&json, builder);
    }
  tl_json_array_finish (&json);
  return 0;
}

guint
tl_listing_write_quotes_json (const TlListing *listing, TlSink sink)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  TlJsonArray json = { .sink = sink };

  for (guint i = 0; i < listing->n_indices; i++)
    {
      const TlQuote *quote =
          tl_dataset_get_quote (listing->dataset, listing->indices[i]);
      const char *values[TL_LISTING_N_QUOTE_KEYS];

      tl_listing_collect_quote (listing, listing->indices[i], values);
      json_builder_begin_object (builder);
      for (guint key = 0; key < TL_LISTING_N_QUOTE_KEYS; key++)
        tl_json_add_string (builder, tl_listing_quote_keys[key], values[key]);
      add_text (builder, "translation", quote->translation);
      json_builder_end_object (builder);
      tl_json_array_add (&json, builder);
    }
  tl_json_array_finish (&json);
  return 0;
}
