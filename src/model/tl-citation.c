/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-citation.h"

#include <glib/gi18n.h>

/* Puts a source into one line, as it would stand in a footnote, and a
 * quotation with it. Parts that a source does not have leave no trace. */

/* Takes part; nothing is added for NULL and "". */
static void
add_part (GPtrArray *parts, char *part)
{
  if (part == NULL || part[0] == '\0')
    g_free (part);
  else
    g_ptr_array_add (parts, part);
}

static char *
dup_text (const TlText *text, const char *language)
{
  return g_strdup (tl_text_get (text, language));
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

static char *
format_title (const TlText *title, const char *language)
{
  const char *text = tl_text_get (title, language);

  if (text == NULL || text[0] == '\0')
    return NULL;
  /* Translators: %s is the title of a news report; use the quotation marks of
   * your language. */
  return g_strdup_printf (C_ ("title in a citation", "“%s”"), text);
}

static char *
format_agency (const TlText *agency, const char *language)
{
  const char *name = tl_text_get (agency, language);

  if (name == NULL || name[0] == '\0')
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
format_url (const char *url)
{
  if (url == NULL || url[0] == '\0')
    return NULL;
  return g_strdup_printf ("<%s>", url);
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
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const TlSource *details;

  g_return_val_if_fail (TL_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (source < tl_dataset_get_n_sources (dataset), NULL);
  g_return_val_if_fail (formatter != NULL, NULL);

  details = tl_dataset_get_source (dataset, source);
  add_part (parts, dup_text (details->author, language));
  add_part (parts, dup_text (details->publisher, language));
  add_part (parts, format_title (details->title, language));
  add_part (parts, format_date (formatter, details->published));
  add_part (parts, format_agency (details->agency, language));
  add_part (parts, format_url (details->url));
  return join_parts (parts);
}

static char *
format_speaker (TlDataset       *dataset,
                const TlQuote   *quote,
                TlDateFormatter *formatter,
                const char      *language)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const TlActor *speaker = tl_dataset_get_actor (dataset, quote->speaker);

  add_part (parts, dup_text (speaker->name, language));
  add_part (parts, dup_text (speaker->role, language));
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
  return g_strdup_printf (_ ("“%1$s” — %2$s. %3$s."), details->text, speaker,
                          source);
}
