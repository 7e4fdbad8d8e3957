/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-search.h"

#include "tl-dataset-private.h"
#include "tl-fold.h"
#include "tl-record-text.h"

#include <string.h>

/* Searches all records at once, word by word: a record has a word when its own
 * text has it, or the name of something it refers to, or what was said there.
 * A word has no spaces, so it is never partly in one and partly in another. */

/* Fewer candidates than this part of all are looked at one by one. */
#define FEW_CANDIDATES 8

typedef struct
{
  const char           *word;
  const TlDatasetParts *parts;
  const TlSearchColumn *column;
  guint8               *actors; /* those whose name has the word */
  guint8               *places;
  guint8               *treaties;
  guint8               *records;
  gboolean              scanned; /* records is about their own texts, too */
} Search;

static guint8
text_has (GString *scratch, const TlText *map, const char *word)
{
  g_string_truncate (scratch, 0);
  for (guint i = 0; i < tl_text_get_n_languages (map); i++)
    {
      const char *text = tl_text_get_nth (map, i, NULL);

      tl_fold_append_for_search (scratch, text, strlen (text));
      g_string_append_c (scratch, '\n');
    }
  return strstr (scratch->str, word) != NULL;
}

static void
search_names (Search *self, GString *scratch)
{
  const TlDatasetParts *parts = self->parts;

  for (guint i = 0; i < parts->n_actors; i++)
    self->actors[i] = text_has (scratch, parts->actors[i].name, self->word);
  for (guint i = 0; i < parts->n_places; i++)
    self->places[i] = text_has (scratch, parts->places[i].name, self->word);
  for (guint i = 0; i < parts->n_treaties; i++)
    self->treaties[i] =
        text_has (scratch, parts->treaties[i].title, self->word) |
        text_has (scratch, parts->treaties[i].short_title, self->word);
}

static void
search_quotes (Search *self, GString *scratch)
{
  for (guint i = 0; i < self->parts->n_quotes; i++)
    {
      const TlQuote *quote = &self->parts->quotes[i];

      if (quote->record == TL_NONE)
        continue;
      g_string_truncate (scratch, 0);
      tl_fold_append_for_search (scratch, quote->text, strlen (quote->text));
      if (self->actors[quote->speaker] ||
          strstr (scratch->str, self->word) != NULL)
        self->records[quote->record] = 1;
    }
}

static gboolean
any_has (const guint8 *found, const guint *list, guint length)
{
  for (guint i = 0; i < length; i++)
    if (found[list[i]])
      return TRUE;
  return FALSE;
}

static gboolean
record_has (const Search *self, guint record)
{
  const TlColumn *column = &self->parts->columns[record];
  const guint    *list = self->parts->lists + column->lists;
  guint           treaty = self->parts->entries[record].treaty;

  if (self->records[record] || any_has (self->actors, list, column->n_actors) ||
      any_has (self->treaties, list + column->n_actors, column->n_treaties))
    return TRUE;
  if ((column->place != TL_NONE && self->places[column->place]) ||
      (treaty != TL_NONE && self->treaties[treaty]))
    return TRUE;
  return !self->scanned &&
         tl_search_column_has (self->column, self->word, record);
}

static void
narrow (Search *self, GArray *records)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  guint n_kept = 0;

  search_names (self, scratch);
  search_quotes (self, scratch);
  self->scanned = records->len > self->parts->n_records / FEW_CANDIDATES;
  if (self->scanned)
    tl_search_column_scan (self->column, self->word, self->records);
  for (guint i = 0; i < records->len; i++)
    {
      guint record = g_array_index (records, guint, i);

      if (record_has (self, record))
        g_array_index (records, guint, n_kept++) = record;
    }
  g_array_set_size (records, n_kept);
}

void
tl_search_narrow (TlDataset *dataset, char *const *words, GArray *records)
{
  const TlDatasetParts *parts = tl_dataset_get_parts (dataset);

  for (guint i = 0; words[i] != NULL && records->len > 0; i++)
    {
      g_autofree guint8 *actors = g_new0 (guint8, parts->n_actors + 1);
      g_autofree guint8 *places = g_new0 (guint8, parts->n_places + 1);
      g_autofree guint8 *treaties = g_new0 (guint8, parts->n_treaties + 1);
      g_autofree guint8 *found = g_new0 (guint8, parts->n_records + 1);
      Search             search = {
                    .word = words[i],
                    .parts = parts,
                    .column = tl_dataset_get_search_column (dataset),
                    .actors = actors,
                    .places = places,
                    .treaties = treaties,
                    .records = found,
      };

      narrow (&search, records);
    }
}
