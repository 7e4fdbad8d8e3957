/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-dataset-private.h"

#include <stdlib.h>

/* Relations and quotations of a record. A dataset has them in arrays; a derived
 * one looks up those of the original, for the records that somebody looks at.
 */

static int
compare_records (gconstpointer a, gconstpointer b)
{
  guint left = ((const TlRelated *)a)->record;
  guint right = ((const TlRelated *)b)->record;

  return (left > right) - (left < right);
}

/* A record's own relations come first, those of others in order of time. */
static void
derive_relations (const TlDatasetParts *parts,
                  const TlRecord       *before,
                  TlRecord             *record,
                  TlArena              *arena)
{
  TlRelated *related =
      tl_arena_alloc (arena, before->n_related * sizeof (TlRelated));
  guint n_own = 0;

  record->related = related;
  for (guint i = 0; i < before->n_related; i++)
    {
      TlRelated relation = before->related[i];

      relation.record = parts->numbers[relation.record];
      if (relation.record == TL_NONE)
        continue;
      related[record->n_related++] = relation;
      n_own += relation.inverse ? 0 : 1;
    }
  if (record->n_related > n_own)
    qsort (related + n_own, record->n_related - n_own, sizeof (TlRelated),
           compare_records);
}

static void
derive_quotes (const TlDatasetParts *parts,
               const TlRecord       *before,
               TlRecord             *record,
               TlArena              *arena)
{
  guint *quotes = tl_arena_alloc (arena, before->n_quotes * sizeof (guint));

  record->quotes = quotes;
  for (guint i = 0; i < before->n_quotes; i++)
    {
      guint quote = parts->quote_numbers[before->quotes[i]];

      if (quote != TL_NONE)
        quotes[record->n_quotes++] = quote;
    }
}

void
tl_dataset_parts_link_record (const TlDatasetParts *parts,
                              guint                 index,
                              TlRecord             *record,
                              TlArena              *arena)
{
  record->n_related = 0;
  record->n_quotes = 0;
  if (parts->origin != NULL)
    {
      TlRecord before = { NULL };

      tl_dataset_parts_link_record (tl_dataset_get_parts (parts->origin),
                                    parts->origins[index], &before, arena);
      derive_relations (parts, &before, record, arena);
      derive_quotes (parts, &before, record, arena);
      return;
    }
  if (parts->related_starts != NULL)
    {
      guint start = parts->related_starts[index];

      record->related = parts->related + start;
      record->n_related = parts->related_starts[index + 1] - start;
    }
  if (parts->quote_starts != NULL)
    {
      guint start = parts->quote_starts[index];

      record->quotes = parts->record_quotes + start;
      record->n_quotes = parts->quote_starts[index + 1] - start;
    }
}

void
tl_dataset_append_related (TlDataset *self, guint index, GArray *related)
{
  const TlDatasetParts *parts = tl_dataset_get_parts (self);
  guint                 start = related->len;

  if (parts->origin == NULL)
    {
      if (parts->related_starts != NULL)
        g_array_append_vals (
            related, parts->related + parts->related_starts[index],
            parts->related_starts[index + 1] - parts->related_starts[index]);
      return;
    }
  tl_dataset_append_related (parts->origin, parts->origins[index], related);
  for (guint i = start; i < related->len;)
    {
      TlRelated *relation = &g_array_index (related, TlRelated, i);

      relation->record = parts->numbers[relation->record];
      if (relation->record == TL_NONE)
        g_array_remove_index (related, i);
      else
        i++;
    }
}
