/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-listing-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-citation-list.h"
#include "tl-citation-private.h"
#include "tl-plain-text.h"

/* A table in Markdown (GitHub's, which others understand as well), and below
 * it the sources that it names. Text of a dataset cannot work the Markdown: all
 * that has a meaning in a line is escaped, and a cell is one line. */

#define MARKUP "\\`*_[]<>|~^&$@"

static void
append_escaped (GString *markdown, const char *text)
{
  g_autofree char *line = g_strstrip (tl_plain_text_to_line (text));

  for (const char *p = line; *p != '\0'; p++)
    {
      if (strchr (MARKUP, *p) != NULL)
        g_string_append_c (markdown, '\\');
      g_string_append_c (markdown, *p);
    }
}

static void
write_row (TlSink sink, const char *const *cells, guint n_cells)
{
  g_autoptr (GString) row = g_string_new ("|");

  for (guint i = 0; i < n_cells; i++)
    {
      g_string_append_c (row, ' ');
      append_escaped (row, cells[i] != NULL ? cells[i] : "");
      g_string_append (row, " |");
    }
  g_string_append_c (row, '\n');
  tl_sink_write (sink, row->str);
}

static void
write_header (TlSink sink, const char *const *cells, guint n_cells)
{
  write_row (sink, cells, n_cells);
  tl_sink_write (sink, "|");
  for (guint i = 0; i < n_cells; i++)
    tl_sink_write (sink, " --- |");
  tl_sink_write (sink, "\n");
}

/* Angle brackets in an address are percent-encoded. */
static void
append_link (GString *markdown, const char *url)
{
  g_autofree char *address = tl_plain_text_to_address (url);

  g_string_append_printf (markdown, ", <%s>", address);
}

/* The sources of the table, in order of first publication. */
static void
write_sources (const TlListing      *listing,
               const TlCitationList *cited,
               TlDateFormatter      *formatter,
               TlSink                sink)
{
  g_autoptr (GArray) sources = tl_citation_list_dup_sources (cited);

  if (sources->len > 0)
    tl_sink_write (sink, "\n");
  for (guint i = 0; i < sources->len; i++)
    {
      guint            index = g_array_index (sources, guint, i);
      const TlSource  *source = tl_dataset_get_source (listing->dataset, index);
      g_autofree char *citation = tl_citation_format_without_url (
          listing->dataset, index, formatter, listing->language);
      g_autoptr (GString) line = g_string_new (NULL);

      g_string_append_printf (line, "- **%s**: ", source->id);
      append_escaped (line, citation);
      if (source->url != NULL)
        append_link (line, source->url);
      g_string_append_c (line, '\n');
      tl_sink_write (sink, line->str);
    }
}

static void
write_record (const TlListing *listing,
              TlSink           sink,
              guint            index,
              TlDateFormatter *formatter)
{
  TlDataset *dataset = listing->dataset;
  g_autoptr (TlRecord) record = tl_dataset_ref_record (dataset, index);
  g_autofree const char **sources = tl_listing_collect_sources (dataset, index);
  g_autofree char        *source_list = g_strjoinv (", ", (char **)sources);
  g_autofree char        *date =
      tl_date_formatter_format (formatter, record->date, TL_DATE_STYLE_FULL);
  const char *place = NULL;

  if (record->place != TL_NONE)
    place = tl_text_get (tl_dataset_get_place (dataset, record->place)->name,
                         listing->language);

  const char *const cells[] = {
    date,
    tl_kind_get_label (record->kind),
    tl_status_get_phrase (record->status, record->contested),
    tl_text_get (record->title, listing->language),
    place,
    source_list,
  };

  write_row (sink, cells, G_N_ELEMENTS (cells));
}

guint
tl_listing_write_markdown (const TlListing *listing, TlSink sink)
{
  g_autoptr (TlDateFormatter) formatter =
      tl_date_formatter_new (listing->language);
  g_autoptr (TlCitationList) cited = tl_citation_list_new (listing->dataset);
  const char *const header[] = {
    C_ ("column of a list", "Date"),   C_ ("column of a list", "Kind"),
    C_ ("column of a list", "Status"), C_ ("column of a list", "Event"),
    C_ ("column of a list", "Place"),  C_ ("column of a list", "Sources"),
  };

  write_header (sink, header, G_N_ELEMENTS (header));
  for (guint i = 0; i < listing->n_indices; i++)
    {
      guint index = listing->indices[i];

      write_record (listing, sink, index, formatter);
      tl_citation_list_add_record_sources (cited, index);
    }
  write_sources (listing, cited, formatter, sink);
  return 0;
}

static void
write_quote (const TlListing *listing,
             TlSink           sink,
             const TlQuote   *quote,
             TlDateFormatter *formatter)
{
  const TlActor *speaker =
      tl_dataset_get_actor (listing->dataset, quote->speaker);
  g_autofree char *said = NULL;

  if (quote->said != NULL)
    said =
        tl_date_formatter_format (formatter, quote->said, TL_DATE_STYLE_FULL);

  const char *const cells[] = {
    said,
    tl_text_get (speaker->name, listing->language),
    quote->text,
    tl_dataset_get_source (listing->dataset, quote->source)->id,
  };

  write_row (sink, cells, G_N_ELEMENTS (cells));
}

guint
tl_listing_write_quotes_markdown (const TlListing *listing, TlSink sink)
{
  g_autoptr (TlDateFormatter) formatter =
      tl_date_formatter_new (listing->language);
  g_autoptr (TlCitationList) cited = tl_citation_list_new (listing->dataset);
  const char *const header[] = {
    C_ ("column of a list", "Said"),
    C_ ("column of a list", "Speaker"),
    C_ ("column of a list", "Quotation"),
    C_ ("column of a list", "Source"),
  };

  write_header (sink, header, G_N_ELEMENTS (header));
  for (guint i = 0; i < listing->n_indices; i++)
    {
      const TlQuote *quote =
          tl_dataset_get_quote (listing->dataset, listing->indices[i]);

      write_quote (listing, sink, quote, formatter);
      tl_citation_list_add_source (cited, quote->source);
    }
  write_sources (listing, cited, formatter, sink);
  return 0;
}
