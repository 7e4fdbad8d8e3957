/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "generate-published.h"
#include "gui-test.h"
#include "tl-facet-counter.h"
#include "tl-filter-edit.h"
#include "tl-match-walk.h"
#include "tl-reader.h"

/* Counting while somebody goes on choosing: few records at once, many in
 * another thread; and the walk through what was found. */

#define N_FEW 300
#define N_MANY 20000

typedef struct
{
  TlDataset      *dataset;
  TlExplorer     *explorer;
  TlFacetCounter *counter;
  guint           n_notified;
} Fixture;

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const GenerateOptions options = { .n_events = GPOINTER_TO_UINT (data) };
  g_autoptr (GBytes) bytes = generate_bytes_published (&options);
  g_autoptr (TlProblems) problems = tl_problems_new ();

  fixture->dataset =
      tl_reader_load_bytes (bytes, "made-up", NULL, problems, NULL);
  g_assert_nonnull (fixture->dataset);
  fixture->explorer = tl_explorer_new ();
  tl_explorer_set_dataset (fixture->explorer, fixture->dataset);
  fixture->counter = tl_facet_counter_new (fixture->explorer);
  g_signal_connect (fixture->counter, "notify::counts", G_CALLBACK (count_cb),
                    &fixture->n_notified);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* A thread may still hold what it counts. */
  g_clear_object (&fixture->counter);
  g_clear_object (&fixture->explorer);
  g_clear_object (&fixture->dataset);
}

/* What is counted is what the query counts now. */
static void
assert_counts (Fixture *fixture)
{
  const TlFacetCounts *counts = tl_facet_counter_get_counts (fixture->counter);
  g_autoptr (TlFacetCounts) expected = tl_facet_counts_new_for_result (
      tl_explorer_get_result (fixture->explorer), NULL);

  for (TlFacet facet = 0; facet < TL_N_FACETS; facet++)
    {
      guint n_values = tl_facet_counts_get_n_values (expected, facet);

      g_assert_cmpuint (tl_facet_counts_get_n_values (counts, facet), ==,
                        n_values);
      for (guint i = 0; i < n_values; i++)
        {
          g_assert_cmpstr (tl_facet_counts_get_value (counts, facet, i), ==,
                           tl_facet_counts_get_value (expected, facet, i));
          g_assert_cmpuint (tl_facet_counts_get_count (counts, facet, i), ==,
                            tl_facet_counts_get_count (expected, facet, i));
        }
    }
  g_assert_cmpuint (tl_facet_counts_get_n_contested (counts), ==,
                    tl_facet_counts_get_n_contested (expected));
}

static void
choose_kind (Fixture *fixture, TlKind kind)
{
  tl_filter_edit_set_value (fixture->explorer, TL_FACET_KIND,
                            tl_kind_to_nick (kind), TRUE);
}

/* Nobody looks, nothing is counted; then what has changed meanwhile is. */
static void
test_few (Fixture *fixture, gconstpointer data)
{
  choose_kind (fixture, TL_KIND_TALK);
  g_assert_null (tl_facet_counter_get_counts (fixture->counter));
  g_assert_cmpuint (fixture->n_notified, ==, 0);

  tl_facet_counter_set_active (fixture->counter, TRUE);
  assert_counts (fixture);
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    {
      choose_kind (fixture, kind);
      assert_counts (fixture);
    }
  tl_facet_counter_set_active (fixture->counter, FALSE);
  fixture->n_notified = 0;
  tl_filter_edit_clear (fixture->explorer);
  g_assert_cmpuint (fixture->n_notified, ==, 0);
  tl_facet_counter_set_active (fixture->counter, TRUE);
  assert_counts (fixture);
}

/* Many questions in a row: only the last need be answered, and it is. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  tl_facet_counter_set_active (fixture->counter, TRUE);
  for (TlKind kind = 0; kind < TL_N_KINDS; kind++)
    choose_kind (fixture, kind);
  tl_filter_edit_set_search (fixture->explorer, "e");
  gui_wait_for (!tl_explorer_get_busy (fixture->explorer));
  fixture->n_notified = 0;
  gui_wait_for (fixture->n_notified > 0);
  assert_counts (fixture);
}

/* Whoever closes the panel and opens it again sees what is true then. */
static void
test_interrupted (Fixture *fixture, gconstpointer data)
{
  tl_facet_counter_set_active (fixture->counter, TRUE);
  tl_facet_counter_set_active (fixture->counter, FALSE);
  gui_settle (300);
  g_assert_cmpuint (fixture->n_notified, ==, 0);
  tl_facet_counter_set_active (fixture->counter, TRUE);
  gui_wait_for (fixture->n_notified > 0);
  assert_counts (fixture);
}

/* A change that is none asks nothing. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  guint n_filters = 0;

  g_signal_connect (fixture->explorer, "notify::filter", G_CALLBACK (count_cb),
                    &n_filters);
  choose_kind (fixture, TL_KIND_TEST);
  g_assert_cmpuint (n_filters, ==, 1);
  choose_kind (fixture, TL_KIND_TEST);
  tl_filter_edit_set_search (fixture->explorer, "  ");
  tl_filter_edit_set_contested_only (fixture->explorer, FALSE);
  g_assert_true (tl_filter_edit_remove (fixture->explorer, "kind", "talk"));
  g_assert_true (tl_filter_edit_remove (fixture->explorer, "range", ""));
  g_assert_cmpuint (n_filters, ==, 1);
  g_assert_false (tl_filter_edit_remove (fixture->explorer, "colour", "red"));
  g_assert_true (tl_filter_edit_remove (fixture->explorer, "kind", "test"));
  g_assert_cmpuint (n_filters, ==, 2);
  g_assert_true (
      tl_filter_is_empty (tl_explorer_get_filter (fixture->explorer)));
}

/* From wherever one begins, the next match is the first of those behind, the
 * previous the last of those before. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  guint     n_all = tl_dataset_get_n_records (fixture->dataset);
  TlResult *result = NULL;

  choose_kind (fixture, TL_KIND_TEST);
  result = tl_explorer_get_result (fixture->explorer);
  g_assert_cmpuint (tl_result_get_n_shown (result), >, 1);
  for (guint record = 0; record < n_all; record++)
    {
      gboolean is_wrapped = FALSE;
      guint    next = tl_match_walk_next (result, record, &is_wrapped);
      guint    place = tl_match_walk_find_place (result, record);

      g_assert_true (tl_result_contains (result, next));
      for (guint i = record + 1; i < (is_wrapped ? n_all : next); i++)
        g_assert_false (tl_result_contains (result, i));
      g_assert_cmpint (is_wrapped, ==, next <= record);
      g_assert_cmpint (place != 0, ==, tl_result_contains (result, record));
      if (place == 0)
        continue;
      g_assert_cmpuint (tl_match_walk_previous (result, next, &is_wrapped), ==,
                        record);
    }
}

static void
test_walk_nothing (Fixture *fixture, gconstpointer data)
{
  gboolean  is_wrapped = TRUE;
  TlResult *result = NULL;

  tl_filter_edit_set_search (fixture->explorer, "no-such-word");
  result = tl_explorer_get_result (fixture->explorer);
  g_assert_cmpuint (tl_result_get_n_shown (result), ==, 0);
  g_assert_cmpuint (tl_match_walk_next (result, 3, &is_wrapped), ==, TL_NONE);
  g_assert_false (is_wrapped);
  g_assert_cmpuint (tl_match_walk_previous (result, TL_NONE, &is_wrapped), ==,
                    TL_NONE);
  g_assert_cmpuint (tl_match_walk_find_place (result, TL_NONE), ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    guint       n_events;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/tl/facet-counter/few", N_FEW, test_few },
    { "/tl/facet-counter/many", N_MANY, test_many },
    { "/tl/facet-counter/interrupted", N_MANY, test_interrupted },
    { "/tl/filter-edit/changes", N_FEW, test_edit },
    { "/tl/match-walk/walk", N_FEW, test_walk },
    { "/tl/match-walk/nothing", N_FEW, test_walk_nothing },
  };

  if (!gui_test_init (&argc, &argv))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GUINT_TO_POINTER (tests[i].n_events),
                set_up, tests[i].run, tear_down);
  return gui_test_run ();
}
