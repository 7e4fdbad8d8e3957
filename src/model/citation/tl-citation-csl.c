/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-citation-entry.h"

#include <json-glib/json-glib.h>

#include "tl-json-array.h"

/* CSL-JSON, as the schema of the Citation Style Language 1.0.2 has it: what
 * Zotero, pandoc and most reference managers read. There is no “accessed”:
 * when an address was last visited a dataset does not tell. */

static void
add_text (JsonBuilder *builder, const char *key, const char *text)
{
  if (text != NULL)
    tl_json_add_string (builder, key, text);
}

static void
add_authors (JsonBuilder *builder, const GPtrArray *authors)
{
  if (authors->len == 0)
    return;
  json_builder_set_member_name (builder, "author");
  json_builder_begin_array (builder);
  for (guint i = 0; i < authors->len; i++)
    {
      const TlCitationName *name = g_ptr_array_index (authors, i);

      json_builder_begin_object (builder);
      add_text (builder, "family", name->family);
      add_text (builder, "given", name->given);
      add_text (builder, "literal", name->literal);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_day (JsonBuilder *builder, TlCitationDay day)
{
  json_builder_begin_array (builder);
  /* CSL has no year 0: -1 is 1 BCE. */
  json_builder_add_int_value (builder, day.year > 0 ? day.year : day.year - 1);
  if (day.month > 0)
    json_builder_add_int_value (builder, day.month);
  if (day.day > 0)
    json_builder_add_int_value (builder, day.day);
  json_builder_end_array (builder);
}

static void
add_date (JsonBuilder *builder, TlCitationDate date)
{
  if (!date.is_known)
    return;
  json_builder_set_member_name (builder, "issued");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "date-parts");
  json_builder_begin_array (builder);
  add_day (builder, date.first);
  if (date.is_range)
    add_day (builder, date.last);
  json_builder_end_array (builder);
  if (date.is_circa)
    {
      json_builder_set_member_name (builder, "circa");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_end_object (builder);
}

static void
add_extracts (JsonBuilder *builder, const GPtrArray *extracts)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < extracts->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "\n" : "",
                            (const char *)g_ptr_array_index (extracts, i));
  if (joined->len > 0)
    tl_json_add_string (builder, "annote", joined->str);
}

/**
 * tl_citation_entry_to_csl_json:
 * @self: an entry
 *
 * “webpage” for a source with an address, else “article-newspaper”. Its id is
 * that of the source.
 *
 * Returns: (transfer full): a JSON object, without a line end
 */
char *
tl_citation_entry_to_csl_json (const TlCitationEntry *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  tl_json_add_string (builder, "id", self->key);
  tl_json_add_string (builder, "type",
                      self->is_online ? "webpage" : "article-newspaper");
  add_text (builder, "title", self->title);
  add_authors (builder, self->authors);
  add_text (builder, "container-title", self->publisher);
  add_date (builder, self->date);
  add_text (builder, "language", self->language);
  add_text (builder, "URL", self->url);
  add_text (builder, "note", self->note);
  add_extracts (builder, self->extracts);
  json_builder_end_object (builder);
  return tl_json_to_text (builder);
}
