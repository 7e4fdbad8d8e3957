/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-query-private.h"

#include <stdlib.h>

#include "tl-calendar.h"
#include "tl-dataset-private.h"
#include "tl-filter-private.h"

/* Queries and what they find. Window, command line and export ask here, so that
 * they agree on what matches. A query that follows another one on the same
 * dataset begins with what that one found, as far as it can. */

struct _TlQuery
{
  gatomicrefcount reference_count;
  TlFilter       *filter;
  gint64          known_on;
};

struct _TlResult
{
  gatomicrefcount reference_count;
  TlQuery        *query;
  TlDataset      *whole;
  TlDataset      *dataset; /* as known on the day */
  guint          *records; /* indices in dataset, in order */
  guint           n_records;
};

/**
 * tl_query_new:
 * @filter: (nullable): what is wanted; %NULL for everything
 * @known_on: a civil second of the day on which it must have been known, or
 *   %TL_KNOWN_ALWAYS
 *
 * Returns: (transfer full): a query
 */
TlQuery *
tl_query_new (const TlFilter *filter, gint64 known_on)
{
  TlQuery *self = g_new0 (TlQuery, 1);

  g_atomic_ref_count_init (&self->reference_count);
  self->filter = filter != NULL ? tl_filter_copy (filter) : tl_filter_new ();
  self->known_on = known_on;
  return self;
}

/**
 * tl_query_ref:
 * @self: a query
 *
 * Returns: (transfer full): the same
 */
TlQuery *
tl_query_ref (TlQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->reference_count);
  return self;
}

/**
 * tl_query_unref:
 * @self: (transfer full): a query
 *
 * Drops a reference.
 */
void
tl_query_unref (TlQuery *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->reference_count))
    return;
  tl_filter_free (self->filter);
  g_free (self);
}

/**
 * tl_query_get_filter:
 * @self: a query
 *
 * Returns: (transfer none): its filter, an empty one when everything is wanted
 */
const TlFilter *
tl_query_get_filter (const TlQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->filter;
}

/**
 * tl_query_get_known_on:
 * @self: a query
 *
 * Returns: a civil second of the day, or %TL_KNOWN_ALWAYS
 */
gint64
tl_query_get_known_on (const TlQuery *self)
{
  g_return_val_if_fail (self != NULL, TL_KNOWN_ALWAYS);

  return self->known_on;
}

/**
 * tl_query_get_today:
 * @self: a query
 *
 * Who looks at what was known on a day counts from that day what is left until
 * something expires.
 *
 * Returns: the first civil second of the day that counts as today
 */
gint64
tl_query_get_today (const TlQuery *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->known_on == TL_KNOWN_ALWAYS
             ? tl_calendar_today ()
             : tl_calendar_floor (self->known_on, TL_UNIT_DAY, 1);
}

/**
 * tl_query_is_empty:
 * @self: a query
 *
 * Returns: %TRUE when it finds all of every dataset
 */
gboolean
tl_query_is_empty (const TlQuery *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->known_on == TL_KNOWN_ALWAYS && tl_filter_is_empty (self->filter);
}

/* --- running --- */

static TlDataset *
find_known (TlQuery      *self,
            TlDataset    *dataset,
            TlResult     *previous,
            const TlWork *work)
{
  if (self->known_on == TL_KNOWN_ALWAYS)
    return g_object_ref (dataset);
  if (previous != NULL && previous->query->known_on == self->known_on)
    return g_object_ref (previous->dataset);
  return tl_dataset_known_on_with_work (dataset, self->known_on, work);
}

/* Where to look: in what passed before, when nothing else can pass now. */
static void
fill_candidates (TlResult *self, const TlResult *previous)
{
  if (previous != NULL && previous->dataset == self->dataset &&
      tl_filter_refines (self->query->filter, previous->query->filter))
    {
      self->n_records = previous->n_records;
      self->records =
          g_memdup2 (previous->records, previous->n_records * sizeof (guint));
      return;
    }
  self->n_records = tl_dataset_get_n_records (self->dataset);
  self->records = g_new (guint, self->n_records + 1);
  for (guint i = 0; i < self->n_records; i++)
    self->records[i] = i;
}

TlResult *
tl_query_run_with_work (TlQuery      *self,
                        TlDataset    *dataset,
                        TlResult     *previous,
                        const TlWork *work)
{
  g_autoptr (TlResult) result = NULL;
  g_autoptr (TlDataset) known = NULL;

  if (previous != NULL && previous->whole != dataset)
    previous = NULL;
  known = find_known (self, dataset, previous, work);
  if (known == NULL)
    return NULL;

  result = g_new0 (TlResult, 1);
  g_atomic_ref_count_init (&result->reference_count);
  result->query = tl_query_ref (self);
  result->whole = g_object_ref (dataset);
  result->dataset = g_steal_pointer (&known);
  fill_candidates (result, previous);
  if (!tl_filter_narrow (self->filter, result->dataset, result->records,
                         &result->n_records, work))
    return NULL;
  return g_steal_pointer (&result);
}

/**
 * tl_query_run:
 * @self: a query
 * @dataset: the whole dataset
 * @previous: (nullable): what another query found, best the one before
 * @cancellable: (nullable): to give up
 *
 * Looks for what is wanted. Works on as many threads as there are processors
 * when there are many records; what it finds depends neither on them nor on
 * @previous, which only saves work. Somebody who goes on typing has all but the
 * first letter searched within what is found already. Ends within few
 * milliseconds after it was cancelled, but for the first search of a dataset:
 * see [method@Dataset.prepare_search].
 *
 * Returns: (transfer full) (nullable): what was found, or %NULL when
 *   @cancellable was cancelled
 */
TlResult *
tl_query_run (TlQuery      *self,
              TlDataset    *dataset,
              TlResult     *previous,
              GCancellable *cancellable)
{
  const TlWork work = { .cancellable = cancellable };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (TL_IS_DATASET (dataset), NULL);

  return tl_query_run_with_work (self, dataset, previous, &work);
}

/* --- results --- */

/**
 * tl_result_new_whole:
 * @dataset: a dataset
 *
 * Returns: (transfer full): what a query finds that wants everything
 */
TlResult *
tl_result_new_whole (TlDataset *dataset)
{
  g_autoptr (TlQuery) query = tl_query_new (NULL, TL_KNOWN_ALWAYS);

  return tl_query_run (query, dataset, NULL, NULL);
}

/**
 * tl_result_ref:
 * @self: a result
 *
 * Returns: (transfer full): the same
 */
TlResult *
tl_result_ref (TlResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->reference_count);
  return self;
}

/**
 * tl_result_unref:
 * @self: (transfer full): a result
 *
 * Drops a reference.
 */
void
tl_result_unref (TlResult *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->reference_count))
    return;
  tl_query_unref (self->query);
  g_object_unref (self->whole);
  g_object_unref (self->dataset);
  g_free (self->records);
  g_free (self);
}

/**
 * tl_result_get_query:
 * @self: a result
 *
 * Returns: (transfer none): what was asked
 */
TlQuery *
tl_result_get_query (const TlResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->query;
}

/**
 * tl_result_get_whole:
 * @self: a result
 *
 * Returns: (transfer none): the dataset that was asked
 */
TlDataset *
tl_result_get_whole (const TlResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->whole;
}

/**
 * tl_result_get_dataset:
 * @self: a result
 *
 * Returns: (transfer none): the dataset as it was known on the day, in which
 *   the indices of [method@Result.get_records] count; the whole one when no
 *   day was asked for
 */
TlDataset *
tl_result_get_dataset (const TlResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dataset;
}

/**
 * tl_result_get_records:
 * @self: a result
 * @n_records: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_records): the indices of the records
 *   that were found, in time order
 */
const guint *
tl_result_get_records (const TlResult *self, guint *n_records)
{
  g_return_val_if_fail (self != NULL && n_records != NULL, NULL);

  *n_records = self->n_records;
  return self->records;
}

/**
 * tl_result_get_n_shown:
 * @self: a result
 *
 * Returns: how many records were found
 */
guint
tl_result_get_n_shown (const TlResult *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_records;
}

/**
 * tl_result_get_n_all:
 * @self: a result
 *
 * Returns: how many records the whole dataset has
 */
guint
tl_result_get_n_all (const TlResult *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return tl_dataset_get_n_records (self->whole);
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *)a;
  guint right = *(const guint *)b;

  return (left > right) - (left < right);
}

/**
 * tl_result_contains:
 * @self: a result
 * @record: an index in [method@Result.get_dataset]
 *
 * Returns: whether the record was found
 */
gboolean
tl_result_contains (const TlResult *self, guint record)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return bsearch (&record, self->records, self->n_records, sizeof (guint),
                  compare_indices) != NULL;
}
