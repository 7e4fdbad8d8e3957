/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-filter-private.h"

#include <stdlib.h>
#include <string.h>

#include "tl-record-text.h"
#include "tl-search.h"

/* The predicate over records. The ids of a filter are looked up once for a
 * pass over a dataset; after that nothing but numbers are compared. */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *)a;
  guint right = *(const guint *)b;

  return (left > right) - (left < right);
}

/* Values that the dataset does not have are dropped: the array may come out
 * empty, and then nothing passes. */
static GArray *
find_wanted (const TlFilter *filter, TlDataset *dataset, TlFacet facet)
{
  GArray *wanted;

  if (!tl_filter_has_values (filter, facet))
    return NULL;
  wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  for (char **value = filter->values[facet]; *value != NULL; value++)
    {
      guint number = tl_facet_find_value (dataset, facet, *value);

      if (number != TL_NONE)
        g_array_append_val (wanted, number);
    }
  g_array_sort (wanted, compare_numbers);
  return wanted;
}

void
tl_filter_pass_init (TlFilterPass   *self,
                     const TlFilter *filter,
                     TlDataset      *dataset)
{
  self->filter = filter;
  self->dataset = dataset;
  self->reader.parts = tl_dataset_get_parts (dataset);
  self->reader.tags = tl_filter_has_values (filter, TL_FACET_TAG)
                          ? tl_dataset_get_tag_index (dataset)
                          : NULL;
  for (guint i = 0; i < TL_N_FACETS; i++)
    self->wanted[i] = find_wanted (filter, dataset, (TlFacet)i);
}

void
tl_filter_pass_clear (TlFilterPass *self)
{
  for (guint i = 0; i < TL_N_FACETS; i++)
    g_clear_pointer (&self->wanted[i], g_array_unref);
}

gboolean
tl_filter_pass_wants (const GArray *wanted, guint value)
{
  return wanted->len > 0 && bsearch (&value, wanted->data, wanted->len,
                                     sizeof (guint), compare_numbers) != NULL;
}

gboolean
tl_filter_pass_has_facet (const TlFilterPass *self, TlFacet facet, guint record)
{
  const GArray *wanted = self->wanted[facet];
  TlFacetValues values;

  if (wanted == NULL)
    return TRUE;
  values = tl_facet_reader_get (&self->reader, facet, record);
  for (guint i = 0; i < values.n_values; i++)
    if (tl_filter_pass_wants (wanted, values.list[i]))
      return TRUE;
  return values.only != TL_NONE && tl_filter_pass_wants (wanted, values.only);
}

gboolean
tl_filter_has_all_words (const TlFilter *self, const char *text)
{
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (text, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

gboolean
tl_filter_pass_has_words (const TlFilterPass *self, guint record)
{
  g_autofree char *text = NULL;

  if (self->filter->words == NULL)
    return TRUE;
  text = tl_record_text_fold (self->dataset, record);
  return tl_filter_has_all_words (self->filter, text);
}

/* What costs least is asked first. */
static gboolean
passes_facets (const TlFilterPass *self, guint record)
{
  const TlEntry *entry = &self->reader.parts->entries[record];

  if ((self->filter->contested_only && !entry->contested) ||
      !tl_filter_passes_span (self->filter, entry->span))
    return FALSE;
  for (guint i = 0; i < TL_N_FACETS; i++)
    if (!tl_filter_pass_has_facet (self, (TlFacet)i, record))
      return FALSE;
  return TRUE;
}

static guint
keep_facets (guint *records, guint n_records, gconstpointer data)
{
  guint n_kept = 0;

  for (guint i = 0; i < n_records; i++)
    if (passes_facets (data, records[i]))
      records[n_kept++] = records[i];
  return n_kept;
}

gboolean
tl_filter_matches (const TlFilter *self, TlDataset *dataset, guint record)
{
  g_auto (TlFilterPass) pass = { NULL };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (TL_IS_DATASET (dataset), FALSE);
  g_return_val_if_fail (record < tl_dataset_get_n_records (dataset), FALSE);

  tl_filter_pass_init (&pass, self, dataset);
  return passes_facets (&pass, record) &&
         tl_filter_pass_has_words (&pass, record);
}

static gboolean
has_more_than_words (const TlFilter *self)
{
  for (guint i = 0; i < TL_N_FACETS; i++)
    if (tl_filter_has_values (self, (TlFacet)i))
      return TRUE;
  return self->contested_only || tl_filter_has_range (self);
}

gboolean
tl_filter_narrow (const TlFilter *self,
                  TlDataset      *dataset,
                  guint          *records,
                  guint          *n_records,
                  const TlWork   *work)
{
  g_auto (TlFilterPass) pass = { NULL };

  tl_filter_pass_init (&pass, self, dataset);
  return (!has_more_than_words (self) ||
          tl_parallel_keep (records, n_records, keep_facets, &pass, work)) &&
         (self->words == NULL ||
          tl_search_narrow (dataset, self->words, records, n_records, work));
}

static GArray *
narrow_array (const TlFilter *self, TlDataset *dataset, GArray *records)
{
  guint n_records = records->len;

  tl_filter_narrow (self, dataset, (guint *)(void *)records->data, &n_records,
                    NULL);
  g_array_set_size (records, n_records);
  return records;
}

/**
 * tl_filter_apply:
 * @self: a filter
 * @dataset: a dataset
 *
 * Works on as many threads as there are processors, when there are many
 * records; see also [func@Query.run].
 *
 * Returns: (transfer full) (element-type guint): the indices of the records
 *   that pass, in time order
 */
GArray *
tl_filter_apply (const TlFilter *self, TlDataset *dataset)
{
  GArray *records = g_array_new (FALSE, FALSE, sizeof (guint));
  guint   n_records;

  g_return_val_if_fail (self != NULL, records);
  g_return_val_if_fail (TL_IS_DATASET (dataset), records);

  n_records = tl_dataset_get_n_records (dataset);
  g_array_set_size (records, n_records);
  for (guint i = 0; i < n_records; i++)
    g_array_index (records, guint, i) = i;
  return narrow_array (self, dataset, records);
}

/**
 * tl_filter_apply_within:
 * @self: a filter
 * @dataset: a dataset
 * @candidates: (element-type guint): indices of records in time order, among
 *   them all that pass
 *
 * As tl_filter_apply(), for a filter that refines another one whose matches
 * are known; see tl_filter_refines().
 *
 * Returns: (transfer full) (element-type guint): the indices of the records
 *   that pass, in time order
 */
GArray *
tl_filter_apply_within (const TlFilter *self,
                        TlDataset      *dataset,
                        const GArray   *candidates)
{
  GArray *records = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (self != NULL && candidates != NULL, records);
  g_return_val_if_fail (TL_IS_DATASET (dataset), records);

  if (candidates->len > 0)
    g_array_append_vals (records, candidates->data, candidates->len);
  return narrow_array (self, dataset, records);
}
