/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For memmem(). */
#define _GNU_SOURCE 1
#include "config.h"

#include "tl-tag-index.h"

#include "tl-dataset-private.h"
#include "tl-json-place.h"
#include "tl-parallel.h"

#include <string.h>

/* Tags are rarely asked for, so they are gathered from the text of the records
 * only then: every part of the records numbers the tags it meets, and in the
 * end the parts are given common numbers. */

#define TAGS_KEY "\"tags\""

/* What one part of the records has. */
typedef struct
{
  GHashTable *numbers; /* from tag to number + 1 */
  GPtrArray  *tags;    /* (element-type utf8): by number; owned */
  GArray     *list;    /* (element-type guint): numbers, record by record */
} Part;

typedef struct
{
  const TlDatasetParts *parts;
  TlTagIndex           *index;
  Part                 *pieces;
} Gathering;

struct _TlTagIndex
{
  guint      n_records;
  GPtrArray *tags;   /* (element-type utf8): sorted; owned */
  gsize     *starts; /* where in list those of a record begin, and one more */
  guint     *list;
};

/* --- gathering --- */

static guint
number_tag (Part *part, const char *tag)
{
  gpointer number = g_hash_table_lookup (part->numbers, tag);
  char    *copy;

  if (number != NULL)
    return GPOINTER_TO_UINT (number) - 1;
  copy = g_strdup (tag);
  g_ptr_array_add (part->tags, copy);
  g_hash_table_insert (part->numbers, copy, GUINT_TO_POINTER (part->tags->len));
  return part->tags->len - 1;
}

/* first: where in the list the tags of the same record begin. */
static void
add_tag (Part *part, const char *tag, guint first)
{
  guint number = number_tag (part, tag);

  for (guint i = first; i < part->list->len; i++)
    if (g_array_index (part->list, guint, i) == number)
      return;
  g_array_append_val (part->list, number);
}

/* text: at the bracket of an array of strings that the index has found
 * sound. */
static void
add_json_tags (Part *part, const char *text)
{
  guint first = part->list->len;

  for (text++; *text != ']'; text++)
    {
      g_autofree char *tag = NULL;
      const char      *start = text + 1;

      if (*text != '"')
        continue;
      for (text++; *text != '"'; text++)
        text += *text == '\\' ? 1 : 0;
      tag = tl_json_unescape (start, (gsize)(text - start));
      add_tag (part, tag, first);
    }
}

static void
add_record (Part *part, const TlDatasetParts *parts, guint index)
{
  const TlColumn *column = &parts->columns[index];
  TlJsonStep      step = { .key = "tags" };
  TlJsonSlice     slice = { .start = column->start, .type = TL_JSON_OBJECT };
  const char     *data;
  gsize           offset;

  if (column->length == 0)
    {
      const char **tags = parts->boxes[column->start]->record.tags;
      guint        first = part->list->len;

      for (guint i = 0; tags[i] != NULL; i++)
        add_tag (part, tags[i], first);
      return;
    }
  data = g_bytes_get_data (parts->text, NULL);
  if (memmem (data + column->start, column->length, TAGS_KEY,
              strlen (TAGS_KEY)) == NULL)
    return;
  slice.end = slice.start + column->length;
  offset = tl_json_locate (data, &slice, &step, 1, FALSE);
  if (offset != slice.start)
    add_json_tags (part, data + offset);
}

static void
gather_part (guint number, guint first, guint end, gpointer data)
{
  Gathering *self = data;
  Part      *part = &self->pieces[number];

  part->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  part->tags = g_ptr_array_new_with_free_func (g_free);
  part->list = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = first; i < end; i++)
    {
      guint before = part->list->len;

      add_record (part, self->parts, i);
      self->index->starts[i + 1] = part->list->len - before;
    }
}

/* --- putting together --- */

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
collect_tags (TlTagIndex *self, const Part *parts, guint n_parts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_parts; i++)
    for (guint j = 0; j < parts[i].tags->len; j++)
      {
        const char *tag = g_ptr_array_index (parts[i].tags, j);

        if (g_hash_table_add (seen, (gpointer)tag))
          g_ptr_array_add (self->tags, g_strdup (tag));
      }
  g_ptr_array_sort (self->tags, compare_tags);
}

static guint
append_list (TlTagIndex *self, const Part *part, gsize at)
{
  g_autofree guint *common = g_new (guint, part->tags->len + 1);

  for (guint i = 0; i < part->tags->len; i++)
    common[i] = tl_tag_index_find (self, g_ptr_array_index (part->tags, i));
  for (guint i = 0; i < part->list->len; i++)
    self->list[at + i] = common[g_array_index (part->list, guint, i)];
  return part->list->len;
}

static void
clear_part (Part *part)
{
  g_hash_table_unref (part->numbers);
  g_ptr_array_unref (part->tags);
  g_array_unref (part->list);
}

/**
 * tl_tag_index_new:
 * @dataset: a dataset that was not derived from another one
 *
 * Gathers its tags.
 *
 * Returns: (transfer full): the index
 */
TlTagIndex *
tl_tag_index_new (TlDataset *dataset)
{
  TlTagIndex      *self = g_new0 (TlTagIndex, 1);
  guint            n_records = tl_dataset_get_n_records (dataset);
  guint            n_parts = tl_parallel_count_parts (n_records);
  g_autofree Part *parts = g_new0 (Part, n_parts + 1);
  Gathering        gathering = { tl_dataset_get_parts (dataset), self, parts };
  gsize            at = 0;

  self->n_records = n_records;
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->starts = g_new0 (gsize, (gsize)n_records + 1);
  tl_parallel_pass (n_records, gather_part, &gathering, NULL);
  for (guint i = 0; i < n_records; i++)
    self->starts[i + 1] += self->starts[i];
  self->list = g_new (guint, self->starts[n_records] + 1);
  collect_tags (self, parts, n_parts);
  for (guint i = 0; i < n_parts; i++)
    {
      at += append_list (self, &parts[i], at);
      clear_part (&parts[i]);
    }
  return self;
}

void
tl_tag_index_free (TlTagIndex *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->tags);
  g_free (self->starts);
  g_free (self->list);
  g_free (self);
}

/* --- asking --- */

guint
tl_tag_index_get_n_tags (const TlTagIndex *self)
{
  return self->tags->len;
}

const char *
tl_tag_index_get_tag (const TlTagIndex *self, guint tag)
{
  return g_ptr_array_index (self->tags, tag);
}

guint
tl_tag_index_find (const TlTagIndex *self, const char *tag)
{
  guint low = 0;
  guint high = self->tags->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int   order = strcmp (g_ptr_array_index (self->tags, middle), tag);

      if (order == 0)
        return middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return TL_NONE;
}

const guint *
tl_tag_index_get (const TlTagIndex *self, guint record, guint *n_tags)
{
  *n_tags = (guint)(self->starts[record + 1] - self->starts[record]);
  return self->list + self->starts[record];
}
