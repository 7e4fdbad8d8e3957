/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-reader-private.h"

#include <string.h>

/* Takes the index of the events over into the dataset, in the order of the
 * file. Now it is known what the ids in it stand for, and which are taken: an
 * event that turns out to be in any way wrong is read in full, and judged
 * there. */

typedef struct
{
  TlReading          *reading;
  const TlEventNames *names;
  guint              *indices; /* of the names, or TL_NONE */
  GArray             *list;    /* (element-type guint): of the event */
  gboolean            usable;  /* the language is as it was taken to be */
  guint               words;   /* where those of the batch begin */
  TlReadElement       read;
  gpointer            user_data;
} Merge;

static guint *
resolve_names (TlWalk *walk, const TlEventNames *names)
{
  guint  n = tl_event_names_get_size (names);
  guint *indices = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      gsize            length;
      TlIdType         type;
      const char      *start = tl_event_names_get (names, i, &length, &type);
      g_autofree char *id = g_strndup (start, length);
      TlIdState        state;

      indices[i] = tl_walk_find_id (walk, id, &state) && state.type == type
                       ? state.index
                       : TL_NONE;
    }
  return indices;
}

/* Turns the numbers of names into indices, those of its list in another
 * place; FALSE when one leads nowhere. */
static gboolean
resolve_event (const Merge *self, TlColumn *column, const guint *list)
{
  guint length = tl_column_count_references (column);

  if (column->place != TL_NONE)
    {
      column->place = self->indices[column->place];
      if (column->place == TL_NONE)
        return FALSE;
    }
  g_array_set_size (self->list, length);
  for (guint i = 0; i < length; i++)
    {
      guint index = self->indices[list[i]];

      if (index == TL_NONE)
        return FALSE;
      g_array_index (self->list, guint, i) = index;
    }
  return TRUE;
}

static void
read_in_full (const Merge *self, TlJsonSlice slice)
{
  /* What is pending points to it. */
  self->read (tl_arena_copy (self->reading->walk.arena, &slice, sizeof slice),
              self->user_data);
}

static TlJsonSlice
get_slice (const TlColumn *column)
{
  return (TlJsonSlice){ .start = column->start,
                        .end = column->start + column->length,
                        .type = TL_JSON_OBJECT };
}

static void
add_relations (const Merge           *self,
               const TlColumn        *column,
               const TlEventRelation *relations,
               guint                  n_relations,
               guint                  owner)
{
  TlArena     *arena = self->reading->walk.arena;
  TlJsonSlice  slice = get_slice (column);
  TlJsonSlice *kept;

  if (n_relations == 0)
    return;
  kept = tl_arena_copy (arena, &slice, sizeof slice);
  for (guint i = 0; i < n_relations; i++)
    {
      g_autofree char *id = g_strndup (relations[i].id, relations[i].length);
      TlPending        pending = { owner, tl_arena_intern (arena, id), kept,
                                   relations[i].item, relations[i].relation };

      g_array_append_val (self->reading->pending_relations, pending);
    }
}

static void
merge_event (const Merge           *self,
             const TlEventBatch    *batch,
             guint                  number,
             const TlEventRelation *relations,
             guint                  n_relations)
{
  TlWalk   *walk = &self->reading->walk;
  TlColumn  column = g_array_index (batch->columns, TlColumn, number);
  TlIdState known;
  guint     draft;

  column.words += self->words;
  if (!self->usable ||
      !resolve_event (self, &column,
                      &g_array_index (batch->lists, guint, column.lists)) ||
      tl_walk_find_id (
          walk, tl_dataset_builder_get_word (walk->builder, column.words),
          &known))
    {
      read_in_full (self, get_slice (&column));
      return;
    }
  draft = tl_dataset_builder_add_column (
      walk->builder, &g_array_index (batch->entries, TlEntry, number), &column,
      (const guint *)self->list->data);
  add_relations (self, &column, relations, n_relations, draft);
}

/* The relations of a batch stand in the order of its events. */
static guint
count_relations (const TlEventBatch *batch, guint first, guint number)
{
  guint n = 0;

  while (first + n < batch->relations->len &&
         g_array_index (batch->relations, TlEventRelation, first + n).draft ==
             number)
    n++;
  return n;
}

static void
merge_batch (Merge *self, const TlEventBatch *batch)
{
  TlDatasetBuilder *builder = self->reading->walk.builder;
  guint             other = 0;
  guint             relation = 0;

  self->usable =
      self->usable && tl_dataset_builder_has_room (builder, batch->lists->len,
                                                   batch->words->len);
  if (self->usable)
    self->words = tl_dataset_builder_add_words (builder, batch->words->data,
                                                batch->words->len);
  /* Also what comes behind the last event. */
  for (guint i = 0; i <= batch->entries->len; i++)
    {
      guint n_relations;

      for (; other < batch->others->len; other++)
        {
          const TlEventOther *one =
              &g_array_index (batch->others, TlEventOther, other);

          if (one->n_before > i)
            break;
          read_in_full (self, one->slice);
        }
      if (i == batch->entries->len)
        break;
      n_relations = count_relations (batch, relation, i);
      merge_event (self, batch, i,
                   &g_array_index (batch->relations, TlEventRelation, relation),
                   n_relations);
      relation += n_relations;
    }
}

static void
reserve (TlDatasetBuilder *builder, const TlEventScan *scan)
{
  gsize n_references = 0;
  gsize n_words = 0;

  for (guint i = 0; i < scan->batches->len; i++)
    {
      const TlEventBatch *batch = g_ptr_array_index (scan->batches, i);

      n_references += batch->lists->len;
      n_words += batch->words->len;
    }
  tl_dataset_builder_reserve (builder, tl_event_scan_count (scan), n_references,
                              n_words);
}

gboolean
tl_reading_merge_events (TlReading     *self,
                         TlEventScan   *scan,
                         TlReaderMeter *meter,
                         GCancellable  *cancellable,
                         TlReadElement  read,
                         gpointer       user_data,
                         GError       **error)
{
  g_autofree guint *indices = NULL;
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (guint));
  Merge merge = { .reading = self,
                  .names = scan->names,
                  .list = list,
                  .read = read,
                  .user_data = user_data };

  if (scan->names != NULL)
    {
      indices = resolve_names (&self->walk, scan->names);
      merge.indices = indices;
      merge.usable = g_strcmp0 (self->walk.language,
                                tl_event_names_get_language (scan->names)) == 0;
    }
  reserve (self->walk.builder, scan);
  for (guint i = 0; i < scan->batches->len; i++)
    {
      TlEventBatch *batch = g_ptr_array_index (scan->batches, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      merge_batch (&merge, batch);
      if (meter != NULL)
        tl_reader_meter_tell (
            meter, tl_dataset_builder_get_n_records (self->walk.builder),
            (i + 1.0) / (scan->batches->len + 1.0));
      /* Its memory is needed no more. */
      if (!scan->is_kept)
        tl_event_batch_clear (batch);
    }
  return TRUE;
}
