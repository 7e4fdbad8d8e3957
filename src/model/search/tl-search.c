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
/* So many candidates are tried to find out which word is the rarest. */
#define MAX_TRIED 256

/* What has one of the words. The text of a record of a derived dataset is that
 * of the record it was derived from. */
typedef struct
{
  const char           *word;
  const TlDatasetParts *parts;
  const TlSearchColumn *column;
  const guint          *origins;   /* nullable: where their texts are */
  gboolean              has_names; /* some name has the word */
  guint8               *actors;    /* those whose name has the word */
  guint8               *places;
  guint8               *treaties;
  guint8               *said;    /* nullable: by record: said there */
  guint8               *scanned; /* nullable: by text */
  guint                 n_tried; /* of the candidates tried, those with it */
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

  self->actors = g_new0 (guint8, parts->n_actors + 1);
  self->places = g_new0 (guint8, parts->n_places + 1);
  self->treaties = g_new0 (guint8, parts->n_treaties + 1);
  for (guint i = 0; i < parts->n_actors; i++)
    self->has_names |= self->actors[i] =
        text_has (scratch, parts->actors[i].name, self->word);
  for (guint i = 0; i < parts->n_places; i++)
    self->has_names |= self->places[i] =
        text_has (scratch, parts->places[i].name, self->word);
  for (guint i = 0; i < parts->n_treaties; i++)
    self->has_names |= self->treaties[i] =
        text_has (scratch, parts->treaties[i].title, self->word) |
        text_has (scratch, parts->treaties[i].short_title, self->word);
}

static gboolean
words_have (GString *scratch, const TlQuote *quote, const char *word)
{
  g_string_truncate (scratch, 0);
  tl_fold_append_for_search (scratch, quote->text, strlen (quote->text));
  return strstr (scratch->str, word) != NULL ||
         text_has (scratch, quote->translation, word);
}

static void
search_quotes (Search *self, GString *scratch)
{
  for (guint i = 0; i < self->parts->n_quotes; i++)
    {
      const TlQuote *quote = &self->parts->quotes[i];

      if (quote->record == TL_NONE)
        continue;
      if (!self->actors[quote->speaker] &&
          !words_have (scratch, quote, self->word))
        continue;
      if (self->said == NULL)
        self->said = g_new0 (guint8, self->parts->n_records + 1);
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

/* What costs least is asked first. */
static gboolean
record_has (const Search *self, guint record)
{
  if (self->said != NULL && self->said[record])
    return TRUE;
  if (self->scanned != NULL && text_of_record_has (self, record))
    return TRUE;
  if (self->has_names && names_have (self, record))
    return TRUE;
  return self->scanned == NULL && text_of_record_has (self, record);
}

static guint
keep_records (guint *records, guint n_records, gconstpointer data)
{
  const Search *self = data;
  guint         n_kept = 0;

  for (guint i = 0; i < n_records; i++)
    if (record_has (self, records[i]))
      records[n_kept++] = records[i];
  return n_kept;
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
  guint n_texts = tl_search_column_get_length (self->column);

  if (*n_records > n_texts / FEW_CANDIDATES)
    {
      self->scanned = g_new0 (guint8, n_texts + 1);
      if (!tl_parallel_pass (n_texts, scan_part, self, work))
        return FALSE;
    }
  return tl_parallel_keep (records, n_records, keep_records, self, work);
}

static void
try_candidates (Search *self, const guint *records, guint n_records)
{
  guint n_tried = MIN (n_records, MAX_TRIED);

  for (guint i = 0; i < n_tried; i++)
    self->n_tried +=
        record_has (self, records[(guint64)n_records * i / n_tried]) ? 1 : 0;
}

static int
compare_searches (gconstpointer a, gconstpointer b)
{
  guint left = ((const Search *)a)->n_tried;
  guint right = ((const Search *)b)->n_tried;

  return (left > right) - (left < right);
}

static void
clear_search (gpointer data)
{
  Search *self = data;

  g_free (self->actors);
  g_free (self->places);
  g_free (self->treaties);
  g_free (self->said);
  g_free (self->scanned);
}

/* The rarest word comes first, so that the others have few candidates left.
 * Returns: (transfer full) (element-type Search) */
static GArray *
make_searches (TlDataset   *dataset,
               char *const *words,
               const guint *records,
               guint        n_records)
{
  const TlDatasetParts *parts = tl_dataset_get_parts (dataset);
  GArray               *searches = g_array_new (FALSE, FALSE, sizeof (Search));
  g_autoptr (GString) scratch = g_string_new (NULL);

  g_array_set_clear_func (searches, clear_search);
  for (guint i = 0; words[i] != NULL; i++)
    {
      Search search = { .word = words[i],
                        .parts = parts,
                        .column = tl_dataset_get_search_column (dataset),
                        .origins = parts->origins };

      search_names (&search, scratch);
      search_quotes (&search, scratch);
      if (words[1] != NULL)
        try_candidates (&search, records, n_records);
      g_array_append_val (searches, search);
    }
  g_array_sort (searches, compare_searches);
  return searches;
}

gboolean
tl_search_narrow (TlDataset    *dataset,
                  char *const  *words,
                  guint        *records,
                  guint        *n_records,
                  const TlWork *work)
{
  g_autoptr (GArray) searches =
      make_searches (dataset, words, records, *n_records);

  for (guint i = 0; i<searches->len && * n_records> 0; i++)
    if (!narrow (&g_array_index (searches, Search, i), records, n_records,
                 work))
      return FALSE;
  return TRUE;
}
