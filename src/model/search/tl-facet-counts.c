/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-facet-counts.h"

#include <string.h>

#include "tl-filter-private.h"

/* Counts what each value of each facet would show, in one pass: a record that
 * passes everything counts for all its values, one that fails in one facet
 * only counts for its values in that one, and all others for none. Threads
 * count for themselves, and in the end everything is added up. */

/* "Contested only", which behaves like one more facet. */
#define CONTESTED TL_N_FACETS

typedef struct
{
  guint       count;
  const char *value; /* lives in the dataset */
  char       *key;   /* by which its name is sorted */
} Value;

struct _TlFacetCounts
{
  TlDataset *dataset;
  GArray    *values[TL_N_FACETS]; /* (element-type Value) */
  guint      n_contested;
};

/* What one thread has counted. */
typedef struct
{
  guint *counts[TL_N_FACETS]; /* by number of the value */
  guint  n_contested;
} Tally;

typedef struct
{
  const TlFilterPass *pass; /* NULL: everything passes */
  TlFacetReader       reader;
  guint               n_values[TL_N_FACETS];
  const guint        *records;
  GMutex              mutex;
  GPtrArray          *tallies; /* (element-type Tally): all there are */
  GPtrArray          *idle;    /* those that nobody is using */
} Count;

/* --- tallies --- */

static Tally *
new_tally (const Count *self)
{
  Tally *tally = g_new0 (Tally, 1);

  for (guint i = 0; i < TL_N_FACETS; i++)
    tally->counts[i] = g_new0 (guint, self->n_values[i] + 1);
  return tally;
}

static Tally *
take_tally (Count *self)
{
  Tally *tally;

  g_mutex_lock (&self->mutex);
  if (self->idle->len > 0)
    tally = g_ptr_array_steal_index_fast (self->idle, self->idle->len - 1);
  else
    {
      tally = new_tally (self);
      g_ptr_array_add (self->tallies, tally);
    }
  g_mutex_unlock (&self->mutex);
  return tally;
}

static void
give_tally (Count *self, Tally *tally)
{
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->idle, tally);
  g_mutex_unlock (&self->mutex);
}

static void
free_tally (gpointer data)
{
  Tally *self = data;

  for (guint i = 0; i < TL_N_FACETS; i++)
    g_free (self->counts[i]);
  g_free (self);
}

/* --- counting --- */

static void
count_values (const Count *self, Tally *tally, TlFacet facet, guint record)
{
  TlFacetValues values = tl_facet_reader_get (&self->reader, facet, record);

  for (guint i = 0; i < values.n_values; i++)
    tally->counts[facet][values.list[i]]++;
  if (values.only != TL_NONE)
    tally->counts[facet][values.only]++;
}

/* In what a record fails: how often, and where last. */
static guint
count_failures (const TlFilterPass *pass, guint record, guint *failed)
{
  const TlEntry *entry = &pass->reader.parts->entries[record];
  guint          n_failures = 0;

  if (pass->filter->contested_only && !entry->contested)
    {
      *failed = CONTESTED;
      n_failures++;
    }
  for (guint i = 0; i < TL_N_FACETS && n_failures < 2; i++)
    if (!tl_filter_pass_has_facet (pass, (TlFacet)i, record))
      {
        *failed = i;
        n_failures++;
      }
  return n_failures;
}

static void
count_record (const Count *self, Tally *tally, guint record)
{
  guint failed = 0;
  guint n_failures =
      self->pass != NULL ? count_failures (self->pass, record, &failed) : 0;

  if (n_failures == 1 && failed < TL_N_FACETS)
    count_values (self, tally, (TlFacet)failed, record);
  if (n_failures > 0)
    return;
  for (guint i = 0; i < TL_N_FACETS; i++)
    count_values (self, tally, (TlFacet)i, record);
  tally->n_contested += self->reader.parts->entries[record].contested;
}

static void
count_part (guint part, guint first, guint end, gpointer data)
{
  Count *self = data;
  Tally *tally = take_tally (self);

  for (guint i = first; i < end; i++)
    count_record (self, tally, self->records[i]);
  give_tally (self, tally);
}

static void
add_tally (Tally *sum, const Tally *one, const guint *n_values)
{
  sum->n_contested += one->n_contested;
  for (guint i = 0; i < TL_N_FACETS; i++)
    for (guint j = 0; j < n_values[i]; j++)
      sum->counts[i][j] += one->counts[i][j];
}

/* records: (array length=n_records): indices in the dataset. pass: (nullable).
 * Returns: (nullable): what they come to; NULL when cancelled */
static Tally *
count_records (TlDataset          *dataset,
               const guint        *records,
               guint               n_records,
               const TlFilterPass *pass,
               const TlWork       *work)
{
  g_autoptr (GPtrArray) tallies = g_ptr_array_new_with_free_func (free_tally);
  g_autoptr (GPtrArray) idle = g_ptr_array_new ();
  Count count = {
    .pass = pass, .records = records, .tallies = tallies, .idle = idle
  };
  Tally *sum = NULL;

  count.reader.parts = tl_dataset_get_parts (dataset);
  count.reader.tags = tl_dataset_get_tag_index (dataset);
  for (guint i = 0; i < TL_N_FACETS; i++)
    count.n_values[i] = tl_facet_get_n_values (dataset, (TlFacet)i);
  g_mutex_init (&count.mutex);
  if (tl_parallel_pass (n_records, count_part, &count, work))
    {
      sum = new_tally (&count);
      for (guint i = 0; i < tallies->len; i++)
        add_tally (sum, g_ptr_array_index (tallies, i), count.n_values);
    }
  g_mutex_clear (&count.mutex);
  return sum;
}

static guint *
list_all (TlDataset *dataset, guint *n_records)
{
  guint *records;

  *n_records = tl_dataset_get_n_records (dataset);
  records = g_new (guint, *n_records + 1);
  for (guint i = 0; i < *n_records; i++)
    records[i] = i;
  return records;
}

/* What values there are at all. */
static Tally *
count_whole (TlDataset *whole, const TlWork *work)
{
  guint             n_records;
  g_autofree guint *records = list_all (whole, &n_records);

  return count_records (whole, records, n_records, NULL, work);
}

/* Search and range are no facets: what they exclude counts for nothing. */
static Tally *
count_matches (const TlFilter *filter, TlDataset *known, const TlWork *work)
{
  g_auto (TlFilterPass) pass = { NULL };
  g_autoptr (TlFilter) others = tl_filter_copy (filter);
  guint             n_records;
  g_autofree guint *records = list_all (known, &n_records);

  for (guint i = 0; i < TL_N_FACETS; i++)
    tl_filter_clear_facet (others, (TlFacet)i);
  tl_filter_set_contested_only (others, FALSE);
  if (!tl_filter_narrow (others, known, records, &n_records, work))
    return NULL;
  tl_filter_pass_init (&pass, filter, known);
  return count_records (known, records, n_records, &pass, work);
}

/* --- putting in order --- */

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const Value *left = a;
  const Value *right = b;
  int          order;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  order = strcmp (left->key, right->key);
  return order != 0 ? order : strcmp (left->value, right->value);
}

static void
clear_value (gpointer data)
{
  g_free (((Value *)data)->key);
}

static void
add_value (GArray    *values,
           TlDataset *dataset,
           TlFacet    facet,
           guint      count,
           guint      number)
{
  Value            value = { .count = count };
  g_autofree char *title = NULL;

  value.value = tl_facet_get_value (dataset, facet, number);
  title = tl_facet_dup_title (dataset, facet, value.value,
                              tl_dataset_get_language (dataset));
  value.key = g_utf8_collate_key (title, -1);
  g_array_append_val (values, value);
}

static TlFacetCounts *
make_counts (TlDataset *whole, const Tally *all, const Tally *shown)
{
  TlFacetCounts *self = g_new0 (TlFacetCounts, 1);

  self->dataset = g_object_ref (whole);
  self->n_contested = shown->n_contested;
  for (guint i = 0; i < TL_N_FACETS; i++)
    {
      guint n_values = tl_facet_get_n_values (whole, (TlFacet)i);

      self->values[i] = g_array_new (FALSE, FALSE, sizeof (Value));
      g_array_set_clear_func (self->values[i], clear_value);
      for (guint j = 0; j < n_values; j++)
        if (all->counts[i][j] > 0)
          add_value (self->values[i], whole, (TlFacet)i, shown->counts[i][j],
                     j);
      g_array_sort (self->values[i], compare_values);
    }
  return self;
}

static TlFacetCounts *
count (const TlFilter *filter,
       TlDataset      *whole,
       TlDataset      *known,
       const TlWork   *work)
{
  Tally *all = count_whole (whole, work);
  Tally *shown = all != NULL ? count_matches (filter, known, work) : NULL;
  TlFacetCounts *self = shown != NULL ? make_counts (whole, all, shown) : NULL;

  g_clear_pointer (&all, free_tally);
  g_clear_pointer (&shown, free_tally);
  return self;
}

/**
 * tl_facet_counts_new:
 * @query: what is wanted
 * @whole: the whole dataset
 * @cancellable: (nullable): to give up
 *
 * Counts, for each value that some record of the dataset has, the records that
 * would be shown if it was the only one chosen in its facet, and everything
 * else stayed as @query has it. Takes about as long as the query; may be called
 * from any thread.
 *
 * Returns: (transfer full) (nullable): the counts, or %NULL when @cancellable
 *   was cancelled
 */
TlFacetCounts *
tl_facet_counts_new (TlQuery      *query,
                     TlDataset    *whole,
                     GCancellable *cancellable)
{
  const TlWork work = { .cancellable = cancellable };
  g_autoptr (TlDataset) known = NULL;

  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (TL_IS_DATASET (whole), NULL);

  if (tl_query_get_known_on (query) == TL_KNOWN_ALWAYS)
    known = g_object_ref (whole);
  else
    known = tl_dataset_known_on_with_work (whole, tl_query_get_known_on (query),
                                           &work);
  return known != NULL
             ? count (tl_query_get_filter (query), whole, known, &work)
             : NULL;
}

/**
 * tl_facet_counts_new_for_result:
 * @result: what a query found
 * @cancellable: (nullable): to give up
 *
 * As tl_facet_counts_new(), for the query and the dataset of @result.
 *
 * Returns: (transfer full) (nullable): the counts, or %NULL when @cancellable
 *   was cancelled
 */
TlFacetCounts *
tl_facet_counts_new_for_result (TlResult *result, GCancellable *cancellable)
{
  const TlWork work = { .cancellable = cancellable };

  g_return_val_if_fail (result != NULL, NULL);

  return count (tl_query_get_filter (tl_result_get_query (result)),
                tl_result_get_whole (result), tl_result_get_dataset (result),
                &work);
}

void
tl_facet_counts_free (TlFacetCounts *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < TL_N_FACETS; i++)
    g_array_unref (self->values[i]);
  g_object_unref (self->dataset);
  g_free (self);
}

guint
tl_facet_counts_get_n_values (const TlFacetCounts *self, TlFacet facet)
{
  g_return_val_if_fail (self != NULL && (guint)facet < TL_N_FACETS, 0);

  return self->values[facet]->len;
}

const char *
tl_facet_counts_get_value (const TlFacetCounts *self,
                           TlFacet              facet,
                           guint                index)
{
  g_return_val_if_fail (index < tl_facet_counts_get_n_values (self, facet),
                        NULL);

  return g_array_index (self->values[facet], Value, index).value;
}

guint
tl_facet_counts_get_count (const TlFacetCounts *self,
                           TlFacet              facet,
                           guint                index)
{
  g_return_val_if_fail (index < tl_facet_counts_get_n_values (self, facet), 0);

  return g_array_index (self->values[facet], Value, index).count;
}

guint
tl_facet_counts_get_n_contested (const TlFacetCounts *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_contested;
}
