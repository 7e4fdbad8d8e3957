/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-result-changes.h"

#include "tl-dataset-private.h"

/* Both results are of one whole dataset, so a record goes by its index in
 * that. */

typedef struct
{
  TlDataset            *dataset;
  const TlDatasetParts *parts;
  const guint          *records;
  guint                 n_records;
} Side;

static Side
get_side (TlResult *result)
{
  Side side = { .dataset = tl_result_get_dataset (result) };

  side.parts = tl_dataset_get_parts (side.dataset);
  side.records = tl_result_get_records (result, &side.n_records);
  return side;
}

static guint
to_whole (const Side *side, guint record)
{
  return side->parts->origins != NULL ? side->parts->origins[record] : record;
}

/* TL_NONE when it was not known. */
static guint
from_whole (const Side *side, guint record)
{
  return side->parts->numbers != NULL ? side->parts->numbers[record] : record;
}

/* (transfer full): a bit for each record of the dataset that was found */
static guint8 *
mark_found (const Side *side)
{
  guint8 *found = g_new0 (guint8, side->parts->n_records / 8 + 1);

  for (guint i = 0; i < side->n_records; i++)
    found[side->records[i] / 8] |= (guint8)(1u << (side->records[i] % 8));
  return found;
}

static gboolean
differs (const TlEntry *a, const TlEntry *b)
{
  return a->status != b->status || a->contested != b->contested ||
         tl_span_compare (a->span, b->span) != 0 ||
         a->span.shape != b->span.shape ||
         a->span.qualifiers != b->span.qualifiers;
}

static void
count_common (const Side      *before,
              guint            record_before,
              const Side      *after,
              guint            record_after,
              TlResultChanges *changes)
{
  guint n_before;
  guint n_after;

  if (differs (&before->parts->entries[record_before],
               &after->parts->entries[record_after]))
    {
      changes->n_changed++;
      return;
    }
  /* Of one record the sources of the earlier day are among those of the
   * later one. */
  tl_dataset_get_record_sources (before->dataset, record_before, &n_before);
  tl_dataset_get_record_sources (after->dataset, record_after, &n_after);
  if (n_before != n_after)
    changes->n_sourced++;
}

/**
 * tl_result_compare:
 * @before: what a query found
 * @after: what another query found in the same dataset
 * @changes: (out): how they differ
 *
 * Compares two results, typically of two days. Looks at every record found:
 * where there are many, not for the main thread.
 *
 * Returns: %FALSE, and @changes stays as it was, when they are of different
 *   datasets
 */
gboolean
tl_result_compare (TlResult *before, TlResult *after, TlResultChanges *changes)
{
  Side               old_side;
  Side               new_side;
  g_autofree guint8 *found = NULL;
  guint              n_common = 0;

  g_return_val_if_fail (before != NULL && after != NULL, FALSE);
  g_return_val_if_fail (changes != NULL, FALSE);

  if (tl_result_get_whole (before) != tl_result_get_whole (after))
    return FALSE;

  old_side = get_side (before);
  new_side = get_side (after);
  found = mark_found (&old_side);
  *changes = (TlResultChanges){ 0 };
  for (guint i = 0; i < new_side.n_records; i++)
    {
      guint record = new_side.records[i];
      guint old = from_whole (&old_side, to_whole (&new_side, record));

      if (old == TL_NONE || (found[old / 8] & (1u << (old % 8))) == 0)
        {
          changes->n_new++;
          continue;
        }
      n_common++;
      count_common (&old_side, old, &new_side, record, changes);
    }
  changes->n_gone = old_side.n_records - n_common;
  return TRUE;
}
