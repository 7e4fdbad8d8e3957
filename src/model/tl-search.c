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

/* The text of a record of a derived dataset is that of the record it was
 * derived from. */
typedef struct
{
  const char           *word;
  const TlDatasetParts *parts;
  const TlSearchColumn *column;
  const guint          *origins; /* nullable: where their texts are */
  guint8               *actors;  /* those whose name has the word */
  guint8               *places;
  guint8               *treaties;
  guint8               *said;    /* by record: something said there has it */
  guint8               *scanned; /* nullable: by text */
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
        self->said[quote->record] = 1;
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
text_of_record_has (const Search *self, guint record)
{
  guint text = self->origins != NULL ? self->origins[record] : record;

  return self->scanned != NULL
             ? self->scanned[text]
             : tl_search_column_has (self->column, self->word, text);
}

static gboolean
names_have (const Search *self, guint record)
{
  TlRecordLists lists = tl_dataset_parts_get_lists (self->parts, record);
  guint         place = self->parts->columns[record].place;
  guint         treaty = self->parts->entries[record].treaty;

  return any_has (self->actors, lists.actors, lists.n_actors) ||
         any_has (self->treaties, lists.treaties, lists.n_treaties) ||
         (place != TL_NONE && self->places[place]) ||
         (treaty != TL_NONE && self->treaties[treaty]);
}

static gboolean
record_has (guint record, gconstpointer data)
{
  const Search *self = data;

  return self->said[record] ||
         (self->scanned != NULL
              ? text_of_record_has (self, record) || names_have (self, record)
              : names_have (self, record) || text_of_record_has (self, record));
}

static void
scan_part (guint part, guint first, guint end, gpointer data)
{
  const Search *self = data;

  tl_search_column_scan (self->column, self->word, first, end, self->scanned);
}

static gboolean
narrow (Search *self, guint *records, guint *n_records, const TlWork *work)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  g_autofree guint8 *scanned = NULL;
  guint              n_texts = tl_search_column_get_length (self->column);

  search_names (self, scratch);
  search_quotes (self, scratch);
  if (*n_records > n_texts / FEW_CANDIDATES)
    {
      self->scanned = scanned = g_new0 (guint8, n_texts + 1);
      if (!tl_parallel_pass (n_texts, scan_part, self, work))
        return FALSE;
    }
  return tl_parallel_keep (records, n_records, record_has, self, work);
}

gboolean
tl_search_narrow (TlDataset    *dataset,
                  char *const  *words,
                  guint        *records,
                  guint        *n_records,
                  const TlWork *work)
{
  const TlDatasetParts *parts = tl_dataset_get_parts (dataset);

  for (guint i = 0; words[i] != NULL && *n_records > 0; i++)
    {
      g_autofree guint8 *actors = g_new0 (guint8, parts->n_actors + 1);
      g_autofree guint8 *places = g_new0 (guint8, parts->n_places + 1);
      g_autofree guint8 *treaties = g_new0 (guint8, parts->n_treaties + 1);
      g_autofree guint8 *said = g_new0 (guint8, parts->n_records + 1);
      Search             search = {
                    .word = words[i],
                    .parts = parts,
                    .column = tl_dataset_get_search_column (dataset),
                    .origins = parts->origins,
                    .actors = actors,
                    .places = places,
                    .treaties = treaties,
                    .said = said,
      };

      if (!narrow (&search, records, n_records, work))
        return FALSE;
    }
  return TRUE;
}
