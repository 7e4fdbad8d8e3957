/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "facet-fixture.h"
#include "tl-facet-counts.h"
#include "tl-record-text.h"

#include <string.h>

/* Random filters over made-up records: what is found is held against a plain
 * look at every record in full. */

#define N_EVENTS 1500
#define N_MANY 100000
#define N_FILTERS 100
#define N_COUNTED 10
#define N_DAYS 3

static const char *const days[N_DAYS] = { "", "1985-06-01", "2010-06-01" };

/* The dataset as known on each day, with all of its records. */
static TlDataset *made_up;
static TlDataset *known[N_DAYS];
static GPtrArray *records[N_DAYS];

static gint64
get_known_on (guint day)
{
  gint64 second = TL_KNOWN_ALWAYS;

  g_assert_true (days[day][0] == '\0' ||
                 tl_calendar_parse_day (days[day], &second));
  return second;
}

static void
load_all (void)
{
  made_up = load_tagged (N_EVENTS);
  for (guint day = 0; day < N_DAYS; day++)
    {
      known[day] = day == 0 ? g_object_ref (made_up)
                            : tl_dataset_known_on (made_up, get_known_on (day));
      records[day] =
          g_ptr_array_new_with_free_func ((GDestroyNotify)tl_record_unref);
      for (guint i = 0; i < tl_dataset_get_n_records (known[day]); i++)
        g_ptr_array_add (records[day], tl_dataset_ref_record (known[day], i));
    }
}

static void
free_all (void)
{
  for (guint day = 0; day < N_DAYS; day++)
    {
      g_ptr_array_unref (records[day]);
      g_object_unref (known[day]);
    }
  g_object_unref (made_up);
}

/* --- the plain way --- */

static gboolean
record_has (TlDataset      *dataset,
            const TlRecord *record,
            TlFacet         facet,
            const char     *value)
{
  gboolean has = FALSE;

  switch (facet)
    {
    case TL_FACET_KIND:
      return strcmp (tl_kind_to_nick (record->kind), value) == 0;
    case TL_FACET_STATUS:
      return strcmp (tl_status_to_nick (record->status), value) == 0;
    case TL_FACET_PLACE:
      return record->place != TL_NONE &&
             strcmp (tl_dataset_get_place (dataset, record->place)->id,
                     value) == 0;
    case TL_FACET_TAG:
      return g_strv_contains ((const char *const *)record->tags, value);
    case TL_FACET_ACTOR:
      for (guint i = 0; i < record->n_actors; i++)
        has |= strcmp (tl_dataset_get_actor (dataset, record->actors[i])->id,
                       value) == 0;
      return has;
    case TL_FACET_TREATY:
      for (guint i = 0; i < record->n_treaties; i++)
        has |= strcmp (tl_dataset_get_treaty (dataset, record->treaties[i])->id,
                       value) == 0;
      return has;
    case TL_FACET_SOURCE:
      for (guint i = 0; i < record->n_accounts; i++)
        has |=
            strcmp (
                tl_dataset_get_source (dataset, record->accounts[i].source)->id,
                value) == 0;
      return has;
    case TL_N_FACETS:
      break;
    }
  g_assert_not_reached ();
}

static gboolean
passes_facet (const TlFilter *filter,
              TlDataset      *dataset,
              const TlRecord *record,
              TlFacet         facet)
{
  const char *const *values = tl_filter_get_values (filter, facet);

  for (guint i = 0; values[i] != NULL; i++)
    if (record_has (dataset, record, facet, values[i]))
      return TRUE;
  return values[0] == NULL;
}

static gboolean
passes_range (const TlFilter *filter, const TlRecord *record)
{
  TlSpan span = tl_date_get_span (record->date);
  gint64 from;
  gint64 to;

  if (!tl_filter_get_range (filter, &from, &to))
    return TRUE;
  if (tl_filter_get_certainly (filter))
    return from <= span.earliest && span.latest <= to;
  return !(span.latest < from || span.earliest > to);
}

static gboolean
passes_search (const TlFilter *filter, TlDataset *dataset, guint record)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  if (tl_filter_get_search (filter) == NULL)
    return TRUE;
  text = tl_record_text_fold (dataset, record);
  words = g_strsplit (tl_filter_get_search (filter), " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *small = g_ascii_strdown (words[i], -1);

      if (strstr (text, small) == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
passes (const TlFilter *filter, guint day, guint index)
{
  const TlRecord *record = g_ptr_array_index (records[day], index);

  for (guint i = 0; i < TL_N_FACETS; i++)
    if (!passes_facet (filter, known[day], record, (TlFacet)i))
      return FALSE;
  return passes_range (filter, record) &&
         (!tl_filter_get_contested_only (filter) || record->contested) &&
         passes_search (filter, known[day], index);
}

/* --- records --- */

static void
assert_plain_walk (TlResult *result, guint day)
{
  const TlFilter *filter = tl_query_get_filter (tl_result_get_query (result));
  guint           n_shown = 0;

  g_assert_cmpuint (tl_dataset_get_n_records (tl_result_get_dataset (result)),
                    ==, records[day]->len);
  for (guint i = 0; i < records[day]->len; i++)
    {
      gboolean expected = passes (filter, day, i);

      n_shown += expected ? 1 : 0;
      g_assert_cmpint (tl_result_contains (result, i), ==, expected);
      if (i % 101 == 0)
        g_assert_cmpint (tl_filter_matches (filter, known[day], i), ==,
                         expected);
    }
  g_assert_cmpuint (tl_result_get_n_shown (result), ==, n_shown);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (TlResult) previous = NULL;
  guint n_found = 0;

  for (guint i = 0; i < N_FILTERS; i++)
    {
      guint day = (guint)g_rand_int_range (random, 0, N_DAYS);
      g_autoptr (TlFilter) filter = make_random_filter (made_up, random);
      g_autoptr (TlQuery) query = tl_query_new (filter, get_known_on (day));
      g_autoptr (TlResult) result =
          tl_query_run (query, made_up, previous, NULL);

      assert_plain_walk (result, day);
      n_found += tl_result_get_n_shown (result) > 0 ? 1 : 0;
      g_clear_pointer (&previous, tl_result_unref);
      previous = g_steal_pointer (&result);
    }
  /* Filters that let nothing through prove little. */
  g_assert_cmpuint (n_found, >, N_FILTERS / 4);
}

/* A filter refines another one only when it lets nothing more through. */
static void
test_refines (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint n_refined = 0;

  for (guint i = 0; i < 8 * N_FILTERS; i++)
    {
      g_autoptr (TlFilter) earlier = make_random_filter (made_up, random);
      g_autoptr (TlFilter) filter = g_rand_boolean (random)
                                        ? make_random_filter (made_up, random)
                                        : tl_filter_copy (earlier);
      TlFacet facet = (TlFacet)g_rand_int_range (random, 0, TL_N_FACETS);

      if (g_rand_boolean (random))
        add_random_values (filter, made_up, facet, random);
      if (g_rand_boolean (random))
        tl_filter_set_certainly (filter, TRUE);
      if (!tl_filter_refines (filter, earlier))
        continue;
      n_refined++;
      for (guint j = 0; j < records[0]->len; j += 7)
        g_assert_true (!passes (filter, 0, j) || passes (earlier, 0, j));
    }
  g_assert_cmpuint (n_refined, >, N_FILTERS / 2);
}

/* Taking away what was added leaves nothing. */
static void
test_remove (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < N_FILTERS; i++)
    {
      g_autoptr (TlFilter) filter = make_random_filter (made_up, random);
      g_autoptr (TlFilter) copy = tl_filter_copy (filter);

      g_assert_true (tl_filter_equal (filter, copy));
      for (guint j = 0; j < TL_N_FACETS; j++)
        while (tl_filter_get_values (filter, (TlFacet)j)[0] != NULL)
          {
            g_autofree char *value =
                g_strdup (tl_filter_get_values (filter, (TlFacet)j)[0]);

            g_assert_true (tl_filter_has_value (filter, (TlFacet)j, value));
            tl_filter_remove_value (filter, (TlFacet)j, value);
            g_assert_false (tl_filter_has_value (filter, (TlFacet)j, value));
          }
      tl_filter_clear_range (filter);
      tl_filter_set_search (filter, NULL);
      tl_filter_set_contested_only (filter, FALSE);
      g_assert_true (tl_filter_is_empty (filter));
      g_assert_cmpint (tl_filter_equal (filter, copy), ==,
                       tl_filter_is_empty (copy));
    }
}

/* Many records on all threads are the same as one after the other. */
static void
test_many (void)
{
  g_autoptr (TlDataset) dataset = load_tagged (N_MANY);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (TlFilter) filter = make_random_filter (dataset, random);
      g_autoptr (TlQuery) query = tl_query_new (filter, TL_KNOWN_ALWAYS);
      g_autoptr (TlResult) result = tl_query_run (query, dataset, NULL, NULL);

      for (guint j = i; j < tl_dataset_get_n_records (dataset); j += 997)
        g_assert_cmpint (tl_filter_matches (filter, dataset, j), ==,
                         tl_result_contains (result, j));
    }
}

/* --- counts --- */

static guint
count_alone (TlQuery *query, TlFacet facet, const char *value)
{
  g_autoptr (TlFilter) filter = tl_filter_copy (tl_query_get_filter (query));
  g_autoptr (TlQuery) alone = NULL;
  g_autoptr (TlResult) result = NULL;

  tl_filter_clear_facet (filter, facet);
  tl_filter_add_value (filter, facet, value);
  alone = tl_query_new (filter, tl_query_get_known_on (query));
  result = tl_query_run (alone, made_up, NULL, NULL);
  return tl_result_get_n_shown (result);
}

static guint
count_contested (TlQuery *query)
{
  g_autoptr (TlFilter) filter = tl_filter_copy (tl_query_get_filter (query));
  g_autoptr (TlQuery) contested = NULL;
  g_autoptr (TlResult) result = NULL;

  tl_filter_set_contested_only (filter, TRUE);
  contested = tl_query_new (filter, tl_query_get_known_on (query));
  result = tl_query_run (contested, made_up, NULL, NULL);
  return tl_result_get_n_shown (result);
}

static void
assert_counts (const TlFacetCounts *counts, TlQuery *query, TlFacet facet)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_values = tl_facet_counts_get_n_values (counts, facet);
  guint before = G_MAXUINT;

  for (guint i = 0; i < n_values; i++)
    {
      const char *value = tl_facet_counts_get_value (counts, facet, i);
      guint       n_shown = tl_facet_counts_get_count (counts, facet, i);

      g_assert_true (g_hash_table_add (seen, (gpointer)value));
      g_assert_cmpuint (n_shown, <=, before);
      g_assert_cmpuint (n_shown, ==, count_alone (query, facet, value));
      before = n_shown;
    }
}

static void
test_counts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (13);

  for (guint i = 0; i < N_COUNTED; i++)
    {
      guint day = (guint)g_rand_int_range (random, 0, N_DAYS);
      g_autoptr (TlFilter) filter = make_random_filter (made_up, random);
      g_autoptr (TlQuery) query = tl_query_new (filter, get_known_on (day));
      g_autoptr (TlResult) result = tl_query_run (query, made_up, NULL, NULL);
      g_autoptr (TlFacetCounts) counts =
          i % 2 == 0 ? tl_facet_counts_new (query, made_up, NULL)
                     : tl_facet_counts_new_for_result (result, NULL);

      for (guint j = 0; j < TL_N_FACETS; j++)
        assert_counts (counts, query, (TlFacet)j);
      g_assert_cmpuint (tl_facet_counts_get_n_contested (counts), ==,
                        count_contested (query));
    }
}

/* Every value that some record has is there, and no other. */
static void
test_counts_values (void)
{
  g_autoptr (TlQuery) everything = tl_query_new (NULL, TL_KNOWN_ALWAYS);
  g_autoptr (TlFacetCounts) counts =
      tl_facet_counts_new (everything, made_up, NULL);

  for (guint i = 0; i < TL_N_FACETS; i++)
    {
      TlFacet facet = (TlFacet)i;
      guint   n_values = 0;

      for (guint j = 0; j < tl_facet_get_n_values (made_up, facet); j++)
        if (count_alone (everything, facet,
                         tl_facet_get_value (made_up, facet, j)) > 0)
          n_values++;
      g_assert_cmpuint (tl_facet_counts_get_n_values (counts, facet), ==,
                        n_values);
    }
}

static void
test_counts_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TlQuery) query = tl_query_new (NULL, get_known_on (1));

  g_cancellable_cancel (cancellable);
  g_assert_null (tl_facet_counts_new (query, made_up, cancellable));
}

/* --- names --- */

static void
test_titles (void)
{
  static const struct
  {
    TlFacet     facet;
    const char *value;
    const char *title;
  } cases[] = {
    { TL_FACET_KIND, "talk", "Talk" },
    { TL_FACET_STATUS, "planned", "Planned" },
    { TL_FACET_PLACE, "place-3", "Town 3" },
    { TL_FACET_TAG, "two words", "two words" },
    { TL_FACET_ACTOR, "nobody", "nobody" },
    { TL_FACET_KIND, "nothing", "nothing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title =
          tl_facet_dup_title (made_up, cases[i].facet, cases[i].value, "en");

      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

static void
test_nicks (void)
{
  for (guint i = 0; i < TL_N_FACETS; i++)
    {
      TlFacet facet = TL_N_FACETS;

      g_assert_true (
          tl_facet_from_nick (tl_facet_to_nick ((TlFacet)i), &facet));
      g_assert_cmpuint (facet, ==, i);
    }
  g_assert_false (tl_facet_from_nick ("colour", &(TlFacet){ TL_FACET_KIND }));
}

/* The numbers of values lead there and back. */
static void
test_values (void)
{
  for (guint i = 0; i < TL_N_FACETS; i++)
    for (guint j = 0; j < tl_facet_get_n_values (made_up, (TlFacet)i); j++)
      g_assert_cmpuint (
          tl_facet_find_value (made_up, (TlFacet)i,
                               tl_facet_get_value (made_up, (TlFacet)i, j)),
          ==, j);
  g_assert_cmpuint (tl_facet_get_n_values (made_up, TL_FACET_TAG), ==, 8);
  g_assert_cmpuint (tl_facet_find_value (made_up, TL_FACET_TAG, "a,b \"c\""),
                    !=, TL_NONE);
  g_assert_cmpuint (tl_facet_find_value (made_up, TL_FACET_TAG, "caf\u00e9"),
                    !=, TL_NONE);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);

  load_all ();
  g_test_add_func ("/tl/filter/facets/random", test_random);
  g_test_add_func ("/tl/filter/facets/refines", test_refines);
  g_test_add_func ("/tl/filter/facets/remove", test_remove);
  g_test_add_func ("/tl/filter/facets/many", test_many);
  g_test_add_func ("/tl/facet-counts/random", test_counts);
  g_test_add_func ("/tl/facet-counts/values", test_counts_values);
  g_test_add_func ("/tl/facet-counts/cancelled", test_counts_cancelled);
  g_test_add_func ("/tl/facet/titles", test_titles);
  g_test_add_func ("/tl/facet/nicks", test_nicks);
  g_test_add_func ("/tl/facet/values", test_values);
  status = g_test_run ();
  free_all ();
  return status;
}
