/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-citation-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-isolate.h"

/* Puts a source into one line, as it would stand in a footnote, and a
 * quotation or a record with it. Parts that a source does not have leave no
 * trace. */

/* Takes part; nothing is added for NULL and "". */
static void
add_part (GPtrArray *parts, char *part)
{
  if (part == NULL || part[0] == '\0')
    g_free (part);
  else
    g_ptr_array_add (parts, part);
}

/* (nullable) */
static char *
dup_text (const TlText *text, const char *language, gboolean isolates)
{
  const char *found = tl_text_get (text, language);

  if (found == NULL || found[0] == '\0')
    return NULL;
  return isolates ? tl_isolate (found) : g_strdup (found);
}

static char *
join_parts (GPtrArray *parts)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      if (i > 0)
        /* Translators: stands between the parts of a citation: author,
         * publisher, title, date. */
        g_string_append (joined, C_ ("between parts of a citation", ", "));
      g_string_append (joined, g_ptr_array_index (parts, i));
    }
  return g_string_free (joined, FALSE);
}

/* Dates end in a point in some languages, names in all of them. */
void
tl_citation_join_stops (char *text, const char *part)
{
  g_autofree char *doubled = NULL;
  char            *at;

  if (!g_str_has_suffix (part, "."))
    return;
  doubled = g_strconcat (part, ".", NULL);
  at = g_strrstr (text, doubled);
  if (at != NULL)
    {
      at += strlen (part);
      memmove (at, at + 1, strlen (at));
    }
}

static char *
format_title (const TlText *title, const char *language, gboolean isolates)
{
  g_autofree char *text = dup_text (title, language, isolates);

  if (text == NULL)
    return NULL;
  /* Translators: %s is the title of a news report; use the quotation marks of
   * your language. */
  return g_strdup_printf (C_ ("title in a citation", "“%s”"), text);
}

static char *
format_agency (const TlText *agency, const char *language, gboolean isolates)
{
  g_autofree char *name = dup_text (agency, language, isolates);

  if (name == NULL)
    return NULL;
  /* Translators: %s is the news agency whose report was passed on: “citing
   * Reuters”. */
  return g_strdup_printf (C_ ("in a citation", "citing %s"), name);
}

static char *
format_date (TlDateFormatter *formatter, const TlDate *date)
{
  if (date == NULL)
    return NULL;
  return tl_date_formatter_format (formatter, date, TL_DATE_STYLE_FULL);
}

/* In angle brackets, so that what follows is not taken for a part of it. */
static char *
format_url (const char *url, gboolean isolates)
{
  g_autofree char *bracketed = NULL;

  if (url == NULL || url[0] == '\0')
    return NULL;
  bracketed = g_strdup_printf ("<%s>", url);
  return isolates ? tl_isolate (bracketed) : g_steal_pointer (&bracketed);
}

static GPtrArray *
collect_parts (const TlSource  *source,
               TlDateFormatter *formatter,
               const char      *language,
               gboolean         isolates)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  add_part (parts, dup_text (source->author, language, isolates));
  add_part (parts, dup_text (source->publisher, language, isolates));
  add_part (parts, format_title (source->title, language, isolates));
  add_part (parts, format_date (formatter, source->published));
  add_part (parts, format_agency (source->agency, language, isolates));
  return parts;
}

char *
tl_citation_format_without_url (TlDataset       *dataset,
                                guint            source,
                                TlDateFormatter *formatter,
                                const char      *language)
{
  g_autoptr (GPtrArray) parts = collect_parts (
      tl_dataset_get_source (dataset, source), formatter, language, FALSE);

  return join_parts (parts);
}

static char *
format_source (TlDataset       *dataset,
               guint            source,
               TlDateFormatter *formatter,
               const char      *language,
               gboolean         isolates)
{
  const TlSource *details = tl_dataset_get_source (dataset, source);
  g_autoptr (GPtrArray) parts =
      collect_parts (details, formatter, language, isolates);

  add_part (parts, format_url (details->url, isolates));
  return join_parts (parts);
}

/**
 * tl_citation_format_source:
 * @dataset: a dataset
 * @source: index of a source
 * @formatter: writes the date of publication
 * @language: (nullable): language of names and title
 *
 * Author, publisher, title in quotation marks, date, agency and address of a
 * source, as far as it has them.
 *
 * Returns: (transfer full): one line without a full stop
 */
char *
tl_citation_format_source (TlDataset       *dataset,
                           guint            source,
                           TlDateFormatter *formatter,
                           const char      *language)
{
  g_return_val_if_fail (TL_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (source < tl_dataset_get_n_sources (dataset), NULL);
  g_return_val_if_fail (formatter != NULL, NULL);

  return format_source (dataset, source, formatter, language, FALSE);
}

/**
 * tl_citation_show_source:
 * @dataset: a dataset
 * @source: index of a source
 * @formatter: writes the date of publication
 * @language: (nullable): language of names and title
 *
 * As tl_citation_format_source(), to be drawn: names whose direction could
 * disturb the line are isolated, which a file could not bear.
 *
 * Returns: (transfer full): one line without a full stop
 */
char *
tl_citation_show_source (TlDataset       *dataset,
                         guint            source,
                         TlDateFormatter *formatter,
                         const char      *language)
{
  g_return_val_if_fail (TL_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (source < tl_dataset_get_n_sources (dataset), NULL);
  g_return_val_if_fail (formatter != NULL, NULL);

  return format_source (dataset, source, formatter, language, TRUE);
}

static char *
format_speaker (TlDataset       *dataset,
                const TlQuote   *quote,
                TlDateFormatter *formatter,
                const char      *language)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const TlActor *speaker = tl_dataset_get_actor (dataset, quote->speaker);

  add_part (parts, g_strdup (tl_text_get (speaker->name, language)));
  add_part (parts, g_strdup (tl_text_get (speaker->role, language)));
  add_part (parts, format_date (formatter, quote->said));
  return join_parts (parts);
}

/**
 * tl_citation_format_quote:
 * @dataset: a dataset
 * @quote: index of a quotation
 * @formatter: writes the dates
 * @language: (nullable): language of names and titles; the quotation itself
 *   stays in its own
 *
 * The quotation in quotation marks, who said it and when, and the source.
 *
 * Returns: (transfer full): one line, or more when the quotation has more
 */
char *
tl_citation_format_quote (TlDataset       *dataset,
                          guint            quote,
                          TlDateFormatter *formatter,
                          const char      *language)
{
  g_autofree char *speaker = NULL;
  g_autofree char *source = NULL;
  char            *text = NULL;
  const TlQuote   *details;

  g_return_val_if_fail (TL_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (quote < tl_dataset_get_n_quotes (dataset), NULL);
  g_return_val_if_fail (formatter != NULL, NULL);

  details = tl_dataset_get_quote (dataset, quote);
  speaker = format_speaker (dataset, details, formatter, language);
  source =
      tl_citation_format_source (dataset, details->source, formatter, language);
  /* Translators: a quotation ready to paste. %1$s is what was said, %2$s the
   * speaker with role and date, %3$s the source: “This is actually serious.” —
   * Mikhail Ulyanov, Russian envoy, 27 July 2020. EIRNS, “Title”, 29 July
   * 2020. Use the quotation marks of your language. */
  text = g_strdup_printf (_ ("“%1$s” — %2$s. %3$s."), details->text, speaker,
                          source);
  tl_citation_join_stops (text, speaker);
  tl_citation_join_stops (text, source);
  return text;
}

char *
tl_citation_format_words (TlDataset       *dataset,
                          guint            quote,
                          TlDateFormatter *formatter,
                          const char      *language)
{
  const TlQuote   *details = tl_dataset_get_quote (dataset, quote);
  g_autofree char *speaker =
      format_speaker (dataset, details, formatter, language);

  /* Translators: a quotation in a note of a bibliography. %1$s is what was
   * said, %2$s the speaker with role and date. Use the quotation marks of your
   * language. */
  return g_strdup_printf (_ ("“%1$s” — %2$s"), details->text, speaker);
}

/* “Ministers meet (14 April 2020)” */
static char *
format_head (const TlRecord  *record,
             TlDateFormatter *formatter,
             const char      *language)
{
  g_autofree char *date =
      tl_date_formatter_format (formatter, record->date, TL_DATE_STYLE_FULL);

  /* Translators: what a citation is for. %1$s is the title of an event, %2$s
   * its date in words: “Ministers meet (14 April 2020)”. */
  return g_strdup_printf (C_ ("in a citation", "%1$s (%2$s)"),
                          tl_text_get (record->title, language), date);
}

char *
tl_citation_format_account (const TlRecord  *record,
                            const TlAccount *account,
                            TlDateFormatter *formatter,
                            const char      *language)
{
  g_autofree char *head = format_head (record, formatter, language);
  g_autofree char *stance = NULL;

  if (account->stance != TL_STANCE_SUPPORTS)
    /* Translators: what a source says of an event. %1$s is the title of the
     * event with its date, %2$s whether the source supports, disputes or
     * denies it. */
    stance = g_strdup_printf (C_ ("in a citation", "%1$s – %2$s"), head,
                              tl_stance_get_label (account->stance));
  if (account->says == NULL)
    return stance != NULL ? g_steal_pointer (&stance) : g_steal_pointer (&head);
  /* Translators: what a source says of an event. %1$s is the title of the event
   * with its date, %2$s are words of the report. Use the quotation marks of
   * your language. */
  return g_strdup_printf (_ ("%1$s: “%2$s”"), stance != NULL ? stance : head,
                          account->says);
}

/**
 * tl_citation_format_record:
 * @dataset: a dataset
 * @record: index of a record
 * @formatter: writes the dates
 * @language: (nullable): language of names and titles
 *
 * Title and date, and the sources of all accounts in the order of their
 * publication, separated by semicolons, as in a footnote.
 *
 * Returns: (transfer full): one line
 */
char *
tl_citation_format_record (TlDataset       *dataset,
                           guint            record,
                           TlDateFormatter *formatter,
                           const char      *language)
{
  g_autoptr (GArray) sources = NULL;
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autoptr (TlRecord) details = NULL;
  g_autofree char *head = NULL;
  char            *text = NULL;

  g_return_val_if_fail (TL_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (record < tl_dataset_get_n_records (dataset), NULL);
  g_return_val_if_fail (formatter != NULL, NULL);

  sources = tl_citation_dup_record_sources (dataset, record);
  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *source = tl_citation_format_source (
          dataset, g_array_index (sources, guint, i), formatter, language);

      if (i > 0)
        /* Translators: stands between two sources in a footnote. */
        g_string_append (joined, C_ ("between citations", "; "));
      g_string_append (joined, source);
    }
  details = tl_dataset_ref_record (dataset, record);
  head = format_head (details, formatter, language);
  text = g_strdup_printf (
      /* Translators: a footnote on an event. %1$s is its title with its
       * date, %2$s the sources: “Ministers meet (14 April 2020): The Alpha,
       * “Title”, 16 April 2020; Beta, “Title”, 29 July 2020.” */
      C_ ("in a citation", "%1$s: %2$s."), head, joined->str);
  tl_citation_join_stops (text, joined->str);
  return text;
}
