/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dataset-fixture.h"
#include "generate-published.h"
#include "tl-query-private.h"

#include <string.h>

/* What queries find is held against a plain walk over all records, on made-up
 * records whose sources were published in the course of time. */

#define N_EVENTS 20000

static TlDataset *made_up;

static TlDataset *
load_made_up (void)
{
  const GenerateOptions options = { .n_events = N_EVENTS,
                                    .shape = GENERATE_PLAUSIBLE,
                                    .lines = TRUE };
  g_autoptr (GBytes) bytes = generate_bytes_published (&options);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  TlDataset *dataset;

  dataset = tl_reader_load_bytes (bytes, "test", NULL, problems, NULL);
  g_assert_nonnull (dataset);
  return dataset;
}

/* What to ask; empty strings and 0 for nothing. */
typedef struct
{
  const char *name;
  const char *search;
  const char *actor;
  const char *known_on;
  gboolean    tests;
} Case;

/* clang-format off */
static const Case cases[] = {
  { "all", "", "", "", FALSE },
  { "word", "treaty", "", "", FALSE },
  { "words", "a e", "", "", FALSE },
  { "name-of-actor", "state 7", "", "", FALSE },
  { "rare-letter-at-the-end", "ev", "", "", FALSE },
  { "rare-letter-within", "exchange", "", "", FALSE },
  { "other-script", "\u0434\u043e", "", "", FALSE },
  { "nothing-has-it", "qqqq", "", "", FALSE },
  { "actor", "", "actor-3", "", FALSE },
  { "kind", "", "", "", TRUE },
  { "all-at-once", "o", "actor-3", "1990-06-01", TRUE },
  { "known-early", "", "", "1961-01-01", FALSE },
  { "known-late", "", "", "2029-06-01", FALSE },
  { "known-never", "", "", "1950-01-01", FALSE },
  { "known-and-word", "the", "", "1995-01-01", FALSE },
};
/* clang-format on */

static TlQuery *
make_query (const Case *wanted)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();

  tl_filter_set_search (filter, wanted->search);
  if (wanted->actor[0] != '\0')
    tl_filter_add_actor (filter, wanted->actor);
  if (wanted->tests)
    tl_filter_add_kind (filter, TL_KIND_TEST);
  return tl_query_new (filter, wanted->known_on[0] != '\0'
                                   ? get_second (wanted->known_on)
                                   : TL_KNOWN_ALWAYS);
}

static void
assert_same_actors (TlDataset *dataset, guint index, const TlRecord *record)
{
  guint        n_actors;
  const guint *actors =
      tl_dataset_get_record_actors (dataset, index, &n_actors);

  g_assert_cmpuint (n_actors, ==, record->n_actors);
  for (guint i = 0; i < n_actors; i++)
    g_assert_cmpuint (actors[i], ==, record->actors[i]);
}

/* Looks at some of the records only: a walk takes the whole record. */
static void
assert_plain_walk (const TlResult *result)
{
  TlDataset      *dataset = tl_result_get_dataset (result);
  const TlFilter *filter = tl_query_get_filter (tl_result_get_query (result));
  guint           n_shown = 0;

  for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
    {
      gboolean found = tl_result_contains (result, i);

      n_shown += found ? 1 : 0;
      if (i % 17 == 0)
        {
          g_autoptr (TlRecord) record = tl_dataset_ref_record (dataset, i);
          const TlEntry *entry = &tl_dataset_get_entries (dataset)[i];
          guint          n_sources;
          const guint   *sources =
              tl_dataset_get_record_sources (dataset, i, &n_sources);

          assert_same_actors (dataset, i, record);
          g_assert_cmpint (tl_filter_matches (filter, dataset, i), ==, found);
          g_assert_cmpint (entry->status, ==, record->status);
          g_assert_cmpint (entry->contested != 0, ==, record->contested != 0);
          g_assert_cmpuint (n_sources, ==, record->n_accounts);
          for (guint j = 0; j < n_sources; j++)
            g_assert_cmpuint (sources[j], ==, record->accounts[j].source);
        }
    }
  g_assert_cmpuint (n_shown, ==, tl_result_get_n_shown (result));
}

static void
assert_same (const TlResult *a, const TlResult *b)
{
  guint        n_a;
  guint        n_b;
  const guint *records_a = tl_result_get_records (a, &n_a);
  const guint *records_b = tl_result_get_records (b, &n_b);

  g_assert_cmpuint (n_a, ==, n_b);
  g_assert_true (n_a == 0 ||
                 memcmp (records_a, records_b, n_a * sizeof (guint)) == 0);
}

static void
test_run (gconstpointer data)
{
  g_autoptr (TlQuery) query = make_query (data);
  g_autoptr (TlResult) result = tl_query_run (query, made_up, NULL, NULL);
  guint        n_records;
  const guint *records = tl_result_get_records (result, &n_records);

  g_assert_true (tl_result_get_whole (result) == made_up);
  g_assert_true (tl_result_get_query (result) == query);
  g_assert_cmpuint (tl_result_get_n_all (result), ==,
                    tl_dataset_get_n_records (made_up));
  g_assert_cmpuint (tl_result_get_n_shown (result), ==, n_records);
  for (guint i = 1; i < n_records; i++)
    g_assert_cmpuint (records[i - 1], <, records[i]);
  assert_plain_walk (result);
}

/* Neither threads nor what was found before change what is found. */
static void
test_threads (gconstpointer data)
{
  g_autoptr (TlQuery) query = make_query (data);
  TlWork work = { .n_threads = 1 };
  g_autoptr (TlResult) expected =
      tl_query_run_with_work (query, made_up, NULL, &work);

  for (work.n_threads = 2; work.n_threads <= 7; work.n_threads += 5)
    {
      g_autoptr (TlResult) result =
          tl_query_run_with_work (query, made_up, NULL, &work);
      TlDataset *known = tl_result_get_dataset (result);
      guint      n = tl_dataset_get_n_records (known);

      assert_same (result, expected);
      g_assert_cmpuint (
          n, ==, tl_dataset_get_n_records (tl_result_get_dataset (expected)));
      for (guint i = 0; i < n; i++)
        g_assert_cmpstr (
            tl_dataset_get_record_id (known, i), ==,
            tl_dataset_get_record_id (tl_result_get_dataset (expected), i));
    }
}

static void
test_after_another (void)
{
  g_autoptr (TlResult) previous = NULL;

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlQuery) query =
          make_query (&cases[i * 5 % G_N_ELEMENTS (cases)]);
      g_autoptr (TlResult) expected = tl_query_run (query, made_up, NULL, NULL);
      g_autoptr (TlResult) result =
          tl_query_run (query, made_up, previous, NULL);

      assert_same (result, expected);
      g_clear_pointer (&previous, tl_result_unref);
      previous = g_steal_pointer (&result);
    }
}

static void
test_typing (void)
{
  const char *text = "state 1 the";
  g_autoptr (TlResult) previous = NULL;

  for (gsize length = 0; length <= strlen (text); length++)
    {
      g_autofree char *typed = g_strndup (text, length);
      const Case       wanted = { "", typed, "", "1995-01-01", FALSE };
      g_autoptr (TlQuery) query = make_query (&wanted);
      g_autoptr (TlResult) expected = tl_query_run (query, made_up, NULL, NULL);
      g_autoptr (TlResult) result =
          tl_query_run (query, made_up, previous, NULL);

      assert_same (result, expected);
      /* The day is the same: so is the dataset. */
      if (previous != NULL)
        g_assert_true (tl_result_get_dataset (result) ==
                       tl_result_get_dataset (previous));
      g_clear_pointer (&previous, tl_result_unref);
      previous = g_steal_pointer (&result);
    }
  g_assert_cmpuint (tl_result_get_n_shown (previous), >, 0);
}

/* What was found in another dataset is no help. */
static void
test_other_dataset (void)
{
  g_autoptr (TlDataset) small = load_fixture ("complete.json");
  g_autoptr (TlQuery) query = make_query (&cases[0]);
  g_autoptr (TlResult) previous = tl_query_run (query, small, NULL, NULL);
  g_autoptr (TlResult) result = tl_query_run (query, made_up, previous, NULL);

  g_assert_cmpuint (tl_result_get_n_shown (previous), ==,
                    tl_dataset_get_n_records (small));
  g_assert_cmpuint (tl_result_get_n_shown (result), ==,
                    tl_dataset_get_n_records (made_up));
}

static void
test_cancelled (gconstpointer data)
{
  g_autoptr (TlQuery) query = make_query (data);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  if (!tl_query_is_empty (query))
    g_assert_null (tl_query_run (query, made_up, NULL, cancellable));
}

static void
test_whole (void)
{
  g_autoptr (TlResult) result = tl_result_new_whole (made_up);

  g_assert_true (tl_query_is_empty (tl_result_get_query (result)));
  g_assert_true (tl_result_get_dataset (result) == made_up);
  g_assert_cmpuint (tl_result_get_n_shown (result), ==,
                    tl_result_get_n_all (result));
  g_assert_false (
      tl_result_contains (result, tl_dataset_get_n_records (made_up)));
}

static void
add_tests (const char *group, GTestDataFunc func)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/query/%s/%s", group, cases[i].name);

      g_test_add_data_func (path, &cases[i], func);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);

  made_up = load_made_up ();
  add_tests ("run", test_run);
  add_tests ("threads", test_threads);
  add_tests ("cancelled", test_cancelled);
  g_test_add_func ("/tl/query/run/after-another", test_after_another);
  g_test_add_func ("/tl/query/run/typing", test_typing);
  g_test_add_func ("/tl/query/run/other-dataset", test_other_dataset);
  g_test_add_func ("/tl/query/whole", test_whole);
  status = g_test_run ();
  g_object_unref (made_up);
  return status;
}
