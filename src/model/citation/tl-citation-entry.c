/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-citation-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-plain-text.h"

/* The one reading of a source that the formats of bibliographies share. */

/* NULL for a text that is missing or empty. */
static char *
dup_line (const char *text)
{
  g_autofree char *line = NULL;

  if (text == NULL)
    return NULL;
  line = g_strstrip (tl_plain_text_to_line (text));
  return line[0] != '\0' ? g_steal_pointer (&line) : NULL;
}

static void
free_name (gpointer data)
{
  TlCitationName *name = data;

  g_free (name->family);
  g_free (name->given);
  g_free (name->literal);
  g_free (name);
}

/* “Family, Given” with a family name of one word can be told apart; so cannot
 * “Ada Writer, Moscow”, which may be two persons, or a person and a place.
 * Takes text. */
static TlCitationName *
split_name (char *text)
{
  TlCitationName *name = g_new0 (TlCitationName, 1);
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  if (g_strv_length (parts) == 2)
    {
      const char *family = g_strstrip (parts[0]);
      const char *given = g_strstrip (parts[1]);

      if (family[0] != '\0' && given[0] != '\0' && strchr (family, ' ') == NULL)
        {
          name->family = g_strdup (family);
          name->given = g_strdup (given);
          g_free (text);
          return name;
        }
    }
  name->literal = text;
  return name;
}

/* Several authors are separated by semicolons. */
static GPtrArray *
split_authors (const char *text)
{
  GPtrArray *authors = g_ptr_array_new_with_free_func (free_name);
  g_auto (GStrv) parts = NULL;

  if (text == NULL)
    return authors;
  parts = g_strsplit (text, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *author = dup_line (parts[i]);

      if (author != NULL)
        g_ptr_array_add (authors, split_name (author));
    }
  return authors;
}

static char *
format_note (const TlSource  *source,
             TlCitationDate   date,
             TlDateFormatter *formatter,
             const char      *language)
{
  g_autofree char *agency = dup_line (tl_text_get (source->agency, language));
  g_autofree char *words = NULL;

  if (date.is_circa)
    words = tl_date_formatter_format (formatter, source->published,
                                      TL_DATE_STYLE_FULL);
  if (agency != NULL && words != NULL)
    /* Translators: a note in a bibliography. %1$s is the news agency whose
     * report was passed on, %2$s an inexact date in words, for example “before
     * 5 February 2021”. */
    return g_strdup_printf (_ ("citing %1$s; published: %2$s"), agency, words);
  if (agency != NULL)
    return g_strdup_printf (C_ ("in a citation", "citing %s"), agency);
  if (words != NULL)
    /* Translators: a note in a bibliography. %s is an inexact date in words,
     * for example “before 5 February 2021”. */
    return g_strdup_printf (_ ("published: %s"), words);
  return NULL;
}

/**
 * tl_citation_entry_new:
 * @dataset: a dataset, which must outlive the entry
 * @source: index of a source
 * @formatter: writes dates that no field can hold
 * @language: (nullable): language of title and names; that of the source
 *   itself when %NULL
 *
 * Reads a source for a bibliography.
 *
 * Returns: (transfer full): the entry, without extracts
 */
TlCitationEntry *
tl_citation_entry_new (TlDataset       *dataset,
                       guint            source,
                       TlDateFormatter *formatter,
                       const char      *language)
{
  TlCitationEntry *self;
  const TlSource  *details;

  g_return_val_if_fail (TL_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (source < tl_dataset_get_n_sources (dataset), NULL);
  g_return_val_if_fail (formatter != NULL, NULL);

  details = tl_dataset_get_source (dataset, source);
  if (language == NULL)
    language = details->language;
  self = g_new0 (TlCitationEntry, 1);
  self->key = details->id;
  self->title = dup_line (tl_text_get (details->title, language));
  self->publisher = dup_line (tl_text_get (details->publisher, language));
  if (details->url != NULL)
    self->url = tl_plain_text_to_address (details->url);
  self->is_online = self->url != NULL;
  self->language = details->language;
  self->published = details->published;
  self->date = tl_citation_date_new (details->published);
  self->note = format_note (details, self->date, formatter, language);
  self->authors = split_authors (tl_text_get (details->author, language));
  self->extracts = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
tl_citation_entry_add_extract (TlCitationEntry *self, char *extract)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->extracts, tl_plain_text_to_line (extract));
  g_free (extract);
}

void
tl_citation_entry_free (TlCitationEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->publisher);
  g_free (self->url);
  g_free (self->note);
  g_ptr_array_unref (self->authors);
  g_ptr_array_unref (self->extracts);
  g_free (self);
}
