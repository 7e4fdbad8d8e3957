/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For memmem(). */
#define _GNU_SOURCE 1
#include "config.h"

#include "tl-search-column.h"

#include "tl-dataset-private.h"
#include "tl-fold.h"
#include "tl-json-place.h"

#include <string.h>

/* Each text ends with a line break, each record with a zero byte: a word, that
 * has neither, never runs from one into the next. */

#define MIN_RECORDS_PER_THREAD 5000
#define MAX_THREADS 8
/* Every so-manieth byte is counted. */
#define COUNT_STEP 509
/* A byte that is rarer is looked for alone, which is faster than to look for
 * the whole word. */
#define RARE 64

typedef struct
{
  TlDataset *dataset;
  guint      first;
  guint      last;   /* the one behind the last */
  GString   *text;   /* of these records */
  gsize     *starts; /* of these records, within text */
} Part;

struct _TlSearchColumn
{
  guint  n_records;
  gsize *starts; /* n_records and one more */
  char  *text;
  guint  n_counted;   /* bytes of text that were counted */
  guint  counts[256]; /* how often each byte was among them */
};

/* --- filling --- */

/* text: behind the opening quotation mark of a string that is sound. Returns
 * what is behind the closing one. */
static const char *
append_json_string (GString *column, const char *text)
{
  const char *end = text;
  gboolean    escaped = FALSE;

  while (*end != '"')
    {
      escaped |= *end == '\\';
      end += *end == '\\' ? 2 : 1;
    }
  if (escaped)
    {
      g_autofree char *plain = tl_json_unescape (text, (gsize)(end - text));

      tl_fold_append_for_search (column, plain, strlen (plain));
    }
  else
    tl_fold_append_for_search (column, text, (gsize)(end - text));
  g_string_append_c (column, '\n');
  return end + 1;
}

static const char *
skip_json_string (const char *text)
{
  while (*text != '"')
    text += *text == '\\' ? 2 : 1;
  return text + 1;
}

/* map: at the brace of a language map that the index has found sound. */
static void
append_json_map (GString *column, const char *map)
{
  const char *next = map;

  while (*next != '}')
    if (*next != '"')
      next++;
    else
      {
        next = strchr (skip_json_string (next + 1), '"');
        next = append_json_string (column, next + 1);
      }
}

static void
append_text (GString *column, const TlText *map)
{
  for (guint i = 0; map != NULL && i < tl_text_get_n_languages (map); i++)
    {
      const char *text = tl_text_get_nth (map, i, NULL);

      tl_fold_append_for_search (column, text, strlen (text));
      g_string_append_c (column, '\n');
    }
}

/* words: id, language, text, …, and an empty language. */
static void
append_title (GString *column, const char *words)
{
  const char *title = words + strlen (words) + 1;

  while (*title != '\0')
    {
      title += strlen (title) + 1;
      tl_fold_append_for_search (column, title, strlen (title));
      g_string_append_c (column, '\n');
      title += strlen (title) + 1;
    }
}

static void
append_record (GString *text, const TlDatasetParts *parts, guint index)
{
  const TlColumn *column = &parts->columns[index];
  TlJsonStep      step = { .key = "summary" };
  TlJsonSlice     slice = { .start = column->start, .type = TL_JSON_OBJECT };
  const char     *data;
  gsize           offset;

  if (column->length == 0)
    {
      const TlRecord *record = &parts->boxes[column->start]->record;

      append_text (text, record->title);
      append_text (text, record->summary);
      return;
    }
  data = g_bytes_get_data (parts->text, NULL);
  slice.end = slice.start + column->length;
  append_title (text, (const char *)g_bytes_get_data (parts->words, NULL) +
                          column->words);
  offset = tl_json_locate (data, &slice, &step, 1, FALSE);
  if (offset != slice.start)
    append_json_map (text, data + offset);
}

static gpointer
fill_part_cb (gpointer data)
{
  Part                 *part = data;
  const TlDatasetParts *parts = tl_dataset_get_parts (part->dataset);

  for (guint i = part->first; i < part->last; i++)
    {
      part->starts[i] = part->text->len;
      append_record (part->text, parts, i);
      g_string_append_c (part->text, '\0');
    }
  return NULL;
}

static void
fill_parts (Part *parts, guint n_parts)
{
  GThread *threads[MAX_THREADS] = { NULL };

  for (guint i = 1; i < n_parts; i++)
    threads[i] = g_thread_try_new ("fold", fill_part_cb, &parts[i], NULL);
  fill_part_cb (&parts[0]);
  for (guint i = 1; i < n_parts; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
    else
      fill_part_cb (&parts[i]);
}

/* Puts the texts one behind the other. */
static void
join_parts (TlSearchColumn *self, Part *parts, guint n_parts)
{
  GString *text = parts[0].text;

  for (guint i = 1; i < n_parts; i++)
    {
      for (guint j = parts[i].first; j < parts[i].last; j++)
        self->starts[j] += text->len;
      g_string_append_len (text, parts[i].text->str,
                           (gssize)parts[i].text->len);
      g_string_free (parts[i].text, TRUE);
    }
  self->starts[self->n_records] = text->len;
  self->text = g_string_free (text, FALSE);
}

static void
count_bytes (TlSearchColumn *self)
{
  for (gsize i = 0; i < self->starts[self->n_records]; i += COUNT_STEP)
    {
      self->counts[(guchar)self->text[i]]++;
      self->n_counted++;
    }
}

TlSearchColumn *
tl_search_column_new (TlDataset *dataset)
{
  TlSearchColumn *self = g_new0 (TlSearchColumn, 1);
  guint           n = tl_dataset_get_n_records (dataset);
  guint           n_parts = CLAMP (n / MIN_RECORDS_PER_THREAD, 1, MAX_THREADS);
  Part            parts[MAX_THREADS];

  n_parts = MIN (n_parts, g_get_num_processors ());
  self->n_records = n;
  self->starts = g_new (gsize, (gsize)n + 1);
  for (guint i = 0; i < n_parts; i++)
    parts[i] = (Part){ .dataset = dataset,
                       .first = (guint)((guint64)n * i / n_parts),
                       .last = (guint)((guint64)n * (i + 1) / n_parts),
                       .text = g_string_new (NULL),
                       .starts = self->starts };
  fill_parts (parts, n_parts);
  join_parts (self, parts, n_parts);
  count_bytes (self);
  return self;
}

void
tl_search_column_free (TlSearchColumn *self)
{
  if (self == NULL)
    return;
  g_free (self->starts);
  g_free (self->text);
  g_free (self);
}

/* --- searching --- */

guint
tl_search_column_get_length (const TlSearchColumn *self)
{
  return self->n_records;
}

/* The record whose text holds the byte, not before first. Words that are
 * often found are found near, so the steps begin small. */
static guint
find_record (const TlSearchColumn *self, gsize offset, guint first)
{
  guint low = first;
  guint high = first + 1;

  for (guint step = 1; high < self->n_records && self->starts[high] <= offset;
       step *= 2)
    {
      low = high;
      high = step < self->n_records - high ? high + step : self->n_records;
    }
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->starts[middle] <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* The place in the word of the byte that the text has least of. */
static gsize
find_rarest (const TlSearchColumn *self, const char *word)
{
  gsize rarest = 0;

  for (gsize i = 1; word[i] != '\0'; i++)
    if (self->counts[(guchar)word[i]] < self->counts[(guchar)word[rarest]])
      rarest = i;
  return rarest;
}

/* As memmem(); rare: place of a byte in the word that is rare. */
static const char *
find_by_byte (const char *text,
              const char *end,
              const char *word,
              gsize       length,
              gsize       rare)
{
  const char *next = text + rare;

  while (end - next >= (gssize)(length - rare) &&
         (next = memchr (next, word[rare],
                         (gsize)(end - next) - (length - rare) + 1)) != NULL)
    {
      if (memcmp (next - rare, word, length) == 0)
        return next - rare;
      next++;
    }
  return NULL;
}

void
tl_search_column_scan (const TlSearchColumn *self,
                       const char           *word,
                       guint                 first,
                       guint                 end,
                       guint8               *found)
{
  gsize    length = strlen (word);
  gsize    rare = find_rarest (self, word);
  gboolean is_rare = self->counts[(guchar)word[rare]] < self->n_counted / RARE;
  const char *last = self->text + self->starts[end];
  const char *next = self->text + self->starts[first];

  while (first < end &&
         (next = is_rare ? find_by_byte (next, last, word, length, rare)
                         : memmem (next, (gsize)(last - next), word, length)) !=
             NULL)
    {
      first = find_record (self, (gsize)(next - self->text), first);
      found[first++] = 1;
      next = self->text + self->starts[first];
    }
}

gboolean
tl_search_column_has (const TlSearchColumn *self,
                      const char           *word,
                      guint                 record)
{
  gsize start = self->starts[record];

  return memmem (self->text + start, self->starts[record + 1] - start, word,
                 strlen (word)) != NULL;
}
