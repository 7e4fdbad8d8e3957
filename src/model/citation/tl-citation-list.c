/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-citation-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-citation-entry.h"
#include "tl-citation-private.h"
#include "tl-json-array.h"
#include "tl-plain-text.h"

/* A bibliography: which sources, what of each, and in which form. */

/* A quotation or a record that was added; the other one is TL_NONE. */
typedef struct
{
  guint quote;
  guint record;
} Cited;

struct _TlCitationList
{
  TlDataset *dataset;
  GArray    *sources;  /* guint, in the order added, each once */
  GArray    *cited;    /* Cited, in the order added */
  GArray   **extracts; /* of each source: indices of cited, or NULL */
  gboolean  *has_source;
  gboolean  *is_named; /* sources that were added for themselves */
};

enum
{
  FORMAT_TEXT,
  FORMAT_BIBTEX,
  FORMAT_CSL_JSON,
  FORMAT_RIS,
};

static const TlCitationFormat formats[] = {
  /* Translators: a form in which sources can be cited: plain footnotes. */
  [FORMAT_TEXT] = { "text", N_ ("Text"), ".txt", "text/plain", TRUE },
  /* Translators: a format of files for LaTeX. */
  [FORMAT_BIBTEX] = { "bibtex", N_ ("BibTeX (biblatex)"), ".bib",
                      "text/x-bibtex", FALSE },
  /* Translators: a format of files for reference managers. */
  [FORMAT_CSL_JSON] = { "csl-json", N_ ("CSL-JSON"), ".json",
                        "application/vnd.citationstyles.csl+json", FALSE },
  /* Translators: a format of files for reference managers. */
  [FORMAT_RIS] = { "ris", N_ ("RIS"), ".ris",
                   "application/x-research-info-systems", FALSE },
};

/**
 * tl_citation_get_formats:
 * @n_formats: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_formats): the formats
 */
const TlCitationFormat *
tl_citation_get_formats (guint *n_formats)
{
  g_return_val_if_fail (n_formats != NULL, NULL);

  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

/**
 * tl_citation_find_format:
 * @nick: "bibtex"
 *
 * Returns: (transfer none) (nullable): the format of that nick
 */
const TlCitationFormat *
tl_citation_find_format (const char *nick)
{
  g_return_val_if_fail (nick != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].nick, nick))
      return &formats[i];
  return NULL;
}

/**
 * tl_citation_list_new:
 * @dataset: a dataset, of which the list keeps a reference
 *
 * Returns: (transfer full): a list that cites nothing
 */
TlCitationList *
tl_citation_list_new (TlDataset *dataset)
{
  TlCitationList *self;
  guint           n;

  g_return_val_if_fail (TL_IS_DATASET (dataset), NULL);

  n = tl_dataset_get_n_sources (dataset);
  self = g_new0 (TlCitationList, 1);
  self->dataset = g_object_ref (dataset);
  self->sources = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cited = g_array_new (FALSE, FALSE, sizeof (Cited));
  self->extracts = g_new0 (GArray *, n);
  self->has_source = g_new0 (gboolean, n);
  self->is_named = g_new0 (gboolean, n);
  return self;
}

void
tl_citation_list_free (TlCitationList *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < tl_dataset_get_n_sources (self->dataset); i++)
    g_clear_pointer (&self->extracts[i], g_array_unref);
  g_free (self->extracts);
  g_free (self->has_source);
  g_free (self->is_named);
  g_array_unref (self->cited);
  g_array_unref (self->sources);
  g_object_unref (self->dataset);
  g_free (self);
}

static void
use_source (TlCitationList *self, guint source)
{
  if (self->has_source[source])
    return;
  self->has_source[source] = TRUE;
  g_array_append_val (self->sources, source);
}

/* The source is cited with what was added last, too. */
static void
use_extract (TlCitationList *self, guint source)
{
  guint last = self->cited->len - 1;

  use_source (self, source);
  if (self->extracts[source] == NULL)
    self->extracts[source] = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->extracts[source], last);
}

void
tl_citation_list_add_source (TlCitationList *self, guint source)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (source < tl_dataset_get_n_sources (self->dataset));

  use_source (self, source);
  self->is_named[source] = TRUE;
}

void
tl_citation_list_add_quote (TlCitationList *self, guint quote)
{
  Cited cited = { quote, TL_NONE };

  g_return_if_fail (self != NULL);
  g_return_if_fail (quote < tl_dataset_get_n_quotes (self->dataset));

  g_array_append_val (self->cited, cited);
  use_extract (self, tl_dataset_get_quote (self->dataset, quote)->source);
}

void
tl_citation_list_add_record (TlCitationList *self, guint record)
{
  Cited        cited = { TL_NONE, record };
  guint        n_sources;
  const guint *sources;

  g_return_if_fail (self != NULL);
  g_return_if_fail (record < tl_dataset_get_n_records (self->dataset));

  g_array_append_val (self->cited, cited);
  sources = tl_dataset_get_record_sources (self->dataset, record, &n_sources);
  for (guint i = 0; i < n_sources; i++)
    use_extract (self, sources[i]);
}

void
tl_citation_list_add_record_sources (TlCitationList *self, guint record)
{
  guint        n_sources;
  const guint *sources;

  g_return_if_fail (self != NULL);
  g_return_if_fail (record < tl_dataset_get_n_records (self->dataset));

  sources = tl_dataset_get_record_sources (self->dataset, record, &n_sources);
  for (guint i = 0; i < n_sources; i++)
    tl_citation_list_add_source (self, sources[i]);
}

/* Total: the id is the last key. */
static int
compare_sources (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const TlSource *first = tl_dataset_get_source (user_data, *(const guint *)a);
  const TlSource *second = tl_dataset_get_source (user_data, *(const guint *)b);
  int             order = tl_span_compare (tl_date_get_span (first->published),
                                           tl_date_get_span (second->published));

  return order != 0 ? order : strcmp (first->id, second->id);
}

GArray *
tl_citation_dup_record_sources (TlDataset *dataset, guint record)
{
  guint        n;
  const guint *sources = tl_dataset_get_record_sources (dataset, record, &n);
  GArray      *sorted = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);

  g_array_append_vals (sorted, sources, n);
  g_array_sort_with_data (sorted, compare_sources, dataset);
  return sorted;
}

GArray *
tl_citation_list_dup_sources (const TlCitationList *self)
{
  GArray *sources;

  g_return_val_if_fail (self != NULL, NULL);

  sources = g_array_copy (self->sources);
  g_array_sort_with_data (sources, compare_sources, self->dataset);
  return sources;
}

/* Takes text. */
static void
write_line (TlSink sink, char *text)
{
  g_autofree char *line = tl_plain_text_to_line (text);

  tl_sink_write (sink, line);
  tl_sink_write (sink, "\n");
  g_free (text);
}

/* Footnotes: first for what was added, then for the sources that were added
 * for themselves. */
static void
write_text (const TlCitationList *self,
            const GArray         *sources,
            TlDateFormatter      *formatter,
            const char           *language,
            TlSink                sink)
{
  for (guint i = 0; i < self->cited->len; i++)
    {
      Cited cited = g_array_index (self->cited, Cited, i);

      write_line (sink,
                  cited.quote != TL_NONE
                      ? tl_citation_format_quote (self->dataset, cited.quote,
                                                  formatter, language)
                      : tl_citation_format_record (self->dataset, cited.record,
                                                   formatter, language));
    }
  for (guint i = 0; i < sources->len; i++)
    {
      guint            source = g_array_index (sources, guint, i);
      g_autofree char *citation = NULL;
      g_autofree char *line = NULL;

      if (!self->is_named[source])
        continue;
      citation = tl_citation_format_source (self->dataset, source, formatter,
                                            language);
      /* Translators: a footnote: %s is a source, which gets a full stop. */
      line = g_strdup_printf (C_ ("in a citation", "%s."), citation);
      tl_citation_join_stops (line, citation);
      write_line (sink, g_steal_pointer (&line));
    }
}

static void
add_account_extracts (TlCitationEntry *entry,
                      const TlRecord  *record,
                      guint            source,
                      TlDateFormatter *formatter,
                      const char      *language)
{
  for (guint i = 0; i < record->n_accounts; i++)
    if (record->accounts[i].source == source)
      tl_citation_entry_add_extract (
          entry, tl_citation_format_account (record, &record->accounts[i],
                                             formatter, language));
}

static TlCitationEntry *
make_entry (const TlCitationList *self,
            guint                 source,
            TlDateFormatter      *formatter,
            const char           *language)
{
  const GArray    *extracts = self->extracts[source];
  TlCitationEntry *entry =
      tl_citation_entry_new (self->dataset, source, formatter, language);

  for (guint i = 0; extracts != NULL && i < extracts->len; i++)
    {
      Cited cited = g_array_index (self->cited, Cited,
                                   g_array_index (extracts, guint, i));
      g_autoptr (TlRecord) record = NULL;

      if (cited.quote != TL_NONE)
        {
          tl_citation_entry_add_extract (
              entry, tl_citation_format_words (self->dataset, cited.quote,
                                               formatter, language));
          continue;
        }
      record = tl_dataset_ref_record (self->dataset, cited.record);
      add_account_extracts (entry, record, source, formatter, language);
    }
  return entry;
}

/* BibTeX has an empty line between entries. */
static void
write_entries (const TlCitationList *self,
               const GArray         *sources,
               guint                 format,
               TlDateFormatter      *formatter,
               const char           *language,
               TlSink                sink)
{
  TlJsonArray json = { .sink = sink };

  for (guint i = 0; i < sources->len; i++)
    {
      g_autoptr (TlCitationEntry) entry = make_entry (
          self, g_array_index (sources, guint, i), formatter, language);
      g_autofree char *text = NULL;

      if (format == FORMAT_CSL_JSON)
        {
          text = tl_citation_entry_to_csl_json (entry);
          tl_json_array_add_text (&json, text);
          continue;
        }
      if (format == FORMAT_BIBTEX && i > 0)
        tl_sink_write (sink, "\n");
      text = format == FORMAT_RIS ? tl_citation_entry_to_ris (entry)
                                  : tl_citation_entry_to_bibtex (entry);
      tl_sink_write (sink, text);
    }
  if (format == FORMAT_CSL_JSON)
    tl_json_array_finish (&json);
}

/**
 * tl_citation_list_write:
 * @self: what to cite
 * @format: one of tl_citation_get_formats()
 * @formatter: writes dates in words
 * @language: (nullable): language of titles and names. When %NULL, text has
 *   them in that of the dataset, the formats for programs in that of each
 *   source
 * @sink: gets the file, piece by piece
 *
 * Text is footnotes: quotations and records in the order added, each with its
 * sources, then the sources that were added for themselves. The other formats
 * are the sources, each once, in order of first publication; quotations and
 * accounts that were added go with them as notes.
 */
void
tl_citation_list_write (const TlCitationList   *self,
                        const TlCitationFormat *format,
                        TlDateFormatter        *formatter,
                        const char             *language,
                        TlSink                  sink)
{
  g_autoptr (GArray) sources = NULL;
  guint index;

  g_return_if_fail (self != NULL);
  g_return_if_fail (formatter != NULL);
  g_return_if_fail (format >= formats &&
                    format < formats + G_N_ELEMENTS (formats));

  sources = tl_citation_list_dup_sources (self);
  index = (guint)(format - formats);
  if (index == FORMAT_TEXT)
    write_text (self, sources, formatter, language, sink);
  else
    write_entries (self, sources, index, formatter, language, sink);
}
