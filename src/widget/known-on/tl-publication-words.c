/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-publication-words.h"

#include <glib/gi18n.h>

#include "tl-isolate.h"

/* Publications in words, for a line and for a tooltip. */

/* Names in a tooltip; what has more tells how many. */
#define MAX_NAMES 4

static char *
dup_count (TlDateFormatter *formatter, guint n)
{
  g_autofree char *number = tl_date_formatter_format_count (formatter, n);

  return g_strdup_printf (
      /* Translators: %s is a number. */
      ngettext ("%s publication", "%s publications", n), number);
}

static char *
dup_name (TlDataset *dataset, guint source, const char *language)
{
  const TlSource  *details = tl_dataset_get_source (dataset, source);
  g_autofree char *publisher =
      tl_isolate (tl_text_get (details->publisher, language));
  g_autofree char *title = tl_isolate (tl_text_get (details->title, language));

  /* Translators: %1$s is who published an article, %2$s its title. Use the
   * quotation marks of your language. */
  return g_strdup_printf (_ ("%1$s, “%2$s”"), publisher, title);
}

char *
tl_publication_words_make_line (TlDataset            *dataset,
                                const TlPublications *publications,
                                guint                 index,
                                TlDateFormatter      *formatter,
                                const char           *language)
{
  guint        n;
  const guint *sources = tl_publications_get_sources (publications, index, &n);

  return n == 1 ? dup_name (dataset, sources[0], language)
                : dup_count (formatter, n);
}

static char *
dup_when (const TlPublications *publications,
          guint                 first,
          guint                 last,
          TlDateFormatter      *formatter)
{
  g_autoptr (TlDate) from =
      tl_date_new_for_day (tl_publications_get_day (publications, first));
  g_autoptr (TlDate) to =
      tl_date_new_for_day (tl_publications_get_day (publications, last));

  return tl_date_formatter_format_range (formatter, from, to,
                                         TL_DATE_STYLE_FULL);
}

/* Returns: how many publications there were */
static guint
add_names (GString              *text,
           TlDataset            *dataset,
           const TlPublications *publications,
           guint                 index,
           guint                 n_before,
           const char           *language)
{
  guint        n;
  const guint *sources = tl_publications_get_sources (publications, index, &n);

  for (guint i = 0; i < n && n_before + i < MAX_NAMES; i++)
    {
      g_autofree char *name = dup_name (dataset, sources[i], language);

      g_string_append_printf (text, "\n%s", name);
    }
  return n;
}

char *
tl_publication_words_make_lines (TlDataset            *dataset,
                                 const TlPublications *publications,
                                 guint                 first,
                                 guint                 last,
                                 TlDateFormatter      *formatter,
                                 const char           *language)
{
  g_autofree char *when = dup_when (publications, first, last, formatter);
  GString         *text = g_string_new (when);
  guint            n = 0;

  for (guint i = first; i <= last; i++)
    n += add_names (text, dataset, publications, i, n, language);
  if (n > MAX_NAMES)
    {
      g_autofree char *number =
          tl_date_formatter_format_count (formatter, n - MAX_NAMES);

      g_string_append_c (text, '\n');
      g_string_append_printf (
          text,
          /* Translators: last line of a list in a tooltip; %s is the number of
           * publications that are not named. */
          ngettext ("and %s more publication", "and %s more publications",
                    n - MAX_NAMES),
          number);
    }
  return g_string_free (text, FALSE);
}

/* Takes part. */
static void
add_part (GString *text, char *part)
{
  if (text->len > 0)
    /* Translators: Between the parts of "3 records new, 1 changed". */
    g_string_append (text, C_ ("changes", ", "));
  g_string_append (text, part);
  g_free (part);
}

char *
tl_publication_words_make_changes (const TlResultChanges *changes,
                                   TlDateFormatter       *formatter)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *n_new =
      tl_date_formatter_format_count (formatter, changes->n_new);
  g_autofree char *n_gone =
      tl_date_formatter_format_count (formatter, changes->n_gone);
  g_autofree char *n_changed =
      tl_date_formatter_format_count (formatter, changes->n_changed);
  g_autofree char *n_sourced =
      tl_date_formatter_format_count (formatter, changes->n_sourced);

  if (changes->n_new > 0)
    add_part (text,
              g_strdup_printf (
                  /* Translators: %s is a number: records that nobody
                   * had told of until a day. */
                  ngettext ("%s record new", "%s records new", changes->n_new),
                  n_new));
  if (changes->n_gone > 0)
    add_part (text, g_strdup_printf (
                        /* Translators: %s is a number: records that nobody
                         * had told of yet on an earlier day. */
                        ngettext ("%s record not yet known",
                                  "%s records not yet known", changes->n_gone),
                        n_gone));
  if (changes->n_changed > 0)
    add_part (text,
              g_strdup_printf (
                  /* Translators: %s is a number of records: those whose date
                   * or status is another one than before. */
                  ngettext ("%s changed", "%s changed", changes->n_changed),
                  n_changed));
  if (changes->n_sourced > 0)
    add_part (text, g_strdup_printf (
                        /* Translators: %s is a number of records: those that
                         * more, or less, sources tell of than before. */
                        ngettext ("%s with other sources",
                                  "%s with other sources", changes->n_sourced),
                        n_sourced));
  if (text->len == 0)
    g_string_append (text, _ ("nothing changes"));
  return g_string_free (text, FALSE);
}
