/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "generate.h"
#include "tl-calendar.h"
#include "tl-filter.h"
#include "tl-reader.h"

#include <string.h>

/* On tests/fixtures/facets.json: one of everything. */

static TlDataset *
load (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "fixtures", "facets.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  TlDataset *dataset = tl_reader_load_file (file, NULL, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tl_problems_get_size (problems), ==, 0);
  return dataset;
}

static gint64
parse_day (const char *day, gint64 otherwise)
{
  gint64 second = otherwise;

  g_assert_true (day == NULL || tl_calendar_parse_day (day, &second));
  return second;
}

/* kinds, actors, sources: separated by spaces; NULL for none. */
typedef struct
{
  const char *name;
  const char *kinds;
  const char *actors;
  const char *sources;
  const char *search;
  const char *from;
  const char *to;
  const char *records; /* ids of those that pass, in time order */
  const char *string;
} Case;

#define ALL                                                                    \
  "pact-signature long-aid ministers-meet missile-test pact-expiration"

/* clang-format off */
static const Case cases[] = {
  { "empty", NULL, NULL, NULL, NULL, NULL, NULL, ALL, "" },
  { "kind", "talk", NULL, NULL, NULL, NULL, NULL, "ministers-meet",
    "kind=talk" },
  { "kinds", "test talk", NULL, NULL, NULL, NULL, NULL,
    "ministers-meet missile-test", "kind=talk,test" },
  { "kind-of-acts", "treaty", NULL, NULL, NULL, NULL, NULL,
    "pact-signature pact-expiration", "kind=treaty" },
  { "actor", NULL, "muller", NULL, NULL, NULL, NULL, "ministers-meet",
    "actor=muller" },
  { "actors", NULL, "petrov freedonia petrov", NULL, NULL, NULL, NULL,
    "pact-signature long-aid ministers-meet missile-test",
    "actor=freedonia,petrov" },
  { "unknown-actor", NULL, "nobody", NULL, NULL, NULL, NULL, "",
    "actor=nobody" },
  { "odd-id", NULL, "a b,\"c\"", NULL, NULL, NULL, NULL, "",
    "actor=a,\"b,\\\"c\\\"\"" },
  { "source", NULL, NULL, "beta", NULL, NULL, NULL, "long-aid missile-test",
    "source=beta" },
  { "facets-combine", "test", "freedonia", "alpha", NULL, NULL, NULL,
    "missile-test", "kind=test actor=freedonia source=alpha" },
  { "facets-exclude", "talk", "freedonia", NULL, NULL, NULL, NULL, "",
    "kind=talk actor=freedonia" },
  { "search-title", NULL, NULL, NULL, "missile", NULL, NULL, "missile-test",
    "search=\"missile\"" },
  { "search-order", NULL, NULL, NULL, "meet MINISTERS", NULL, NULL,
    "ministers-meet", "search=\"meet MINISTERS\"" },
  { "search-across-fields", NULL, NULL, NULL, "vienna muller cafe", NULL, NULL,
    "ministers-meet", "search=\"vienna muller cafe\"" },
  { "search-one-word-missing", NULL, NULL, NULL, "vienna missile", NULL, NULL,
    "", "search=\"vienna missile\"" },
  { "search-other-language", NULL, NULL, NULL, "петр вена", NULL, NULL,
    "ministers-meet", "search=\"петр вена\"" },
  { "search-quote", NULL, NULL, NULL, "open to talks - all", NULL, NULL,
    "ministers-meet", "search=\"open to talks - all\"" },
  { "search-treaty", NULL, NULL, NULL, "grosses", NULL, NULL,
    "pact-signature ministers-meet pact-expiration", "search=\"grosses\"" },
  { "search-wide", NULL, NULL, NULL, "導彈", NULL, NULL, "long-aid",
    "search=\"導彈\"" },
  { "search-blanks", NULL, NULL, NULL, " \t ", NULL, NULL, ALL, "" },
  { "search-spaces", NULL, NULL, NULL, "  missile \n test ", NULL, NULL,
    "missile-test", "search=\"missile test\"" },
  { "search-escaped", NULL, NULL, NULL, "\"secret\" \\ \001", NULL, NULL, "",
    "search=\"\\\"secret\\\" \\\\ \\u0001\"" },
  { "range", NULL, NULL, NULL, NULL, "2020-04-14", "2020-04-14",
    "long-aid ministers-meet", "from=2020-04-14 to=2020-04-14" },
  { "range-inside-month", NULL, NULL, NULL, NULL, "2020-07-20", "2020-07-21",
    "long-aid missile-test", "from=2020-07-20 to=2020-07-21" },
  { "range-before", NULL, NULL, NULL, NULL, NULL, "2010-04-08",
    "pact-signature", "to=2010-04-08" },
  { "range-open-end", NULL, NULL, NULL, NULL, "2100-01-01", NULL, "long-aid",
    "from=2100-01-01" },
  { "range-day-before", NULL, NULL, NULL, NULL, NULL, "2010-04-07", "",
    "to=2010-04-07" },
};
/* clang-format on */

static TlFilter *
make_filter (const Case *c)
{
  TlFilter *filter = tl_filter_new ();
  g_auto (GStrv) kinds = g_strsplit (c->kinds ? c->kinds : "", " ", -1);
  g_auto (GStrv) actors = g_strsplit (c->actors ? c->actors : "", " ", -1);
  g_auto (GStrv) sources = g_strsplit (c->sources ? c->sources : "", " ", -1);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      TlKind kind;

      g_assert_true (tl_kind_from_nick (kinds[i], &kind));
      tl_filter_add_kind (filter, kind);
    }
  for (guint i = 0; actors[i] != NULL; i++)
    tl_filter_add_actor (filter, actors[i]);
  for (guint i = 0; sources[i] != NULL; i++)
    tl_filter_add_source (filter, sources[i]);
  tl_filter_set_search (filter, c->search);
  tl_filter_set_range (filter, parse_day (c->from, G_MININT64),
                       c->to == NULL
                           ? G_MAXINT64
                           : parse_day (c->to, 0) + TL_SECONDS_PER_DAY - 1);
  return filter;
}

static char *
join_record_ids (TlDataset *dataset, GArray *records)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (
        ids, "%s%s", i > 0 ? " " : "",
        tl_dataset_get_record_id (dataset, g_array_index (records, guint, i)));
  return g_string_free (ids, FALSE);
}

static void
assert_passes (const TlFilter *filter, TlDataset *dataset, const Case *c)
{
  g_autoptr (GArray) records = tl_filter_apply (filter, dataset);
  g_autofree char *ids = join_record_ids (dataset, records);
  guint            n = 0;

  g_assert_cmpstr (ids, ==, c->records);
  for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
    if (tl_filter_matches (filter, dataset, i))
      g_assert_cmpuint (g_array_index (records, guint, n++), ==, i);
  g_assert_cmpuint (n, ==, records->len);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (TlDataset) dataset = load ();
  g_autoptr (TlFilter) filter = make_filter (c);
  g_autoptr (TlFilter) copy = tl_filter_copy (filter);
  g_autofree char *string = tl_filter_to_string (filter);
  g_autofree char *copy_string = tl_filter_to_string (copy);

  g_assert_cmpstr (string, ==, c->string);
  g_assert_cmpint (tl_filter_is_empty (filter), ==, c->string[0] == '\0');
  assert_passes (filter, dataset, c);
  /* A copy stands on its own. */
  g_clear_pointer (&filter, tl_filter_free);
  g_assert_cmpstr (copy_string, ==, string);
  assert_passes (copy, dataset, c);
}

static void
test_search_cleared (void)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();

  tl_filter_set_search (filter, "x");
  g_assert_false (tl_filter_is_empty (filter));
  tl_filter_set_search (filter, NULL);
  g_assert_true (tl_filter_is_empty (filter));
}

static void
test_seconds (void)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();
  g_autofree char *string = NULL;

  tl_filter_set_range (filter, 1, 2 * TL_SECONDS_PER_DAY);
  string = tl_filter_to_string (filter);
  g_assert_cmpstr (string, ==,
                   "from=1970-01-01T00:00:01 to=1970-01-03T00:00:00");
}

/* Whatever the order in which they were added. */
static void
test_all_facets (void)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();
  g_autofree char *string = NULL;

  tl_filter_set_certainly (filter, TRUE);
  g_assert_true (tl_filter_is_empty (filter));
  tl_filter_add_value (filter, TL_FACET_TAG, "two words");
  tl_filter_add_value (filter, TL_FACET_TAG, "arms");
  tl_filter_add_value (filter, TL_FACET_STATUS, "planned");
  tl_filter_add_value (filter, TL_FACET_PLACE, "vienna");
  tl_filter_add_value (filter, TL_FACET_TREATY, "pact");
  tl_filter_add_value (filter, TL_FACET_TREATY, "pact");
  tl_filter_set_contested_only (filter, TRUE);
  tl_filter_set_range (filter, 0, G_MAXINT64);
  string = tl_filter_to_string (filter);
  g_assert_cmpstr (string, ==,
                   "treaty=pact place=vienna status=planned "
                   "tag=arms,\"two words\" contested=yes from=1970-01-01 "
                   "certainly=yes");
}

/* More alternatives never let less pass, more facets never more. */
static void
test_monotone (void)
{
  g_autoptr (TlDataset) dataset = load ();
  guint n_records = tl_dataset_get_n_records (dataset);

  for (guint kinds = 1; kinds < 1U << TL_N_KINDS; kinds++)
    {
      g_autoptr (TlFilter) filter = tl_filter_new ();
      g_autoptr (GArray) before = NULL;
      g_autoptr (GArray) wider = NULL;
      g_autoptr (GArray) narrower = NULL;

      for (guint kind = 0; kind < TL_N_KINDS; kind++)
        if (kinds & 1U << kind)
          tl_filter_add_kind (filter, (TlKind)kind);
      before = tl_filter_apply (filter, dataset);
      tl_filter_add_kind (filter, (TlKind)(kinds % TL_N_KINDS));
      wider = tl_filter_apply (filter, dataset);
      tl_filter_add_source (filter, "alpha");
      narrower = tl_filter_apply (filter, dataset);
      g_assert_cmpuint (before->len, <=, wider->len);
      g_assert_cmpuint (wider->len, <=, n_records);
      g_assert_cmpuint (narrower->len, <=, wider->len);
    }
}

static const Case quote_cases[] = {
  { "all", NULL, NULL, NULL, NULL, NULL, NULL, "q-open q-serious q-yes", "" },
  { "kind", "talk", NULL, NULL, NULL, NULL, NULL, "q-open q-yes", "" },
  { "kind-without-event", "test", NULL, NULL, NULL, NULL, NULL, "", "" },
  { "speaker-without-event", NULL, "petrov", NULL, NULL, NULL, NULL,
    "q-open q-serious q-yes", "" },
  { "participant", NULL, "muller", NULL, NULL, NULL, NULL, "q-open q-yes", "" },
  { "source-is-its-own", NULL, NULL, "beta", NULL, NULL, NULL, "q-serious",
    "" },
  { "search-words", NULL, NULL, NULL, "FRANKLY", NULL, NULL, "q-serious", "" },
  { "search-event", NULL, NULL, NULL, "outer space", NULL, NULL, "q-open q-yes",
    "" },
  { "range-said", NULL, NULL, NULL, NULL, "2020-07-01", NULL, "q-serious", "" },
  { "range-event", NULL, NULL, NULL, NULL, NULL, "2020-04-30", "q-open q-yes",
    "" },
};

static void
test_quotes (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (TlDataset) dataset = load ();
  g_autoptr (TlFilter) filter = make_filter (c);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < tl_dataset_get_n_quotes (dataset); i++)
    if (tl_filter_matches_quote (filter, dataset, i))
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "",
                              tl_dataset_get_quote (dataset, i)->id);
  g_assert_cmpstr (ids->str, ==, c->records);
}

static void
assert_quotes (const TlFilter *filter, TlDataset *dataset, const char *expected)
{
  g_autoptr (GArray) quotes = tl_filter_apply_to_quotes (filter, dataset);
  g_autoptr (GString) ids = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < tl_dataset_get_n_quotes (dataset); i++)
    if (tl_filter_matches_quote (filter, dataset, i))
      {
        g_assert_cmpuint (at, <, quotes->len);
        g_assert_cmpuint (g_array_index (quotes, guint, at++), ==, i);
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "",
                                tl_dataset_get_quote (dataset, i)->id);
      }
  g_assert_cmpuint (at, ==, quotes->len);
  g_assert_cmpstr (ids->str, ==, expected);
}

/* What is an event's, a quotation without an event does not have. */
static void
test_quote_facets (void)
{
  static const struct
  {
    TlFacet     facet;
    const char *value;
    const char *quotes;
  } facets[] = {
    { TL_FACET_PLACE, "vienna", "q-open q-yes" },
    { TL_FACET_TREATY, "pact", "q-open q-yes" },
    { TL_FACET_STATUS, "occurred", "q-open q-yes" },
    { TL_FACET_STATUS, "planned", "" },
    { TL_FACET_TAG, "nothing", "" },
    { TL_FACET_ACTOR, "petrov", "q-open q-serious q-yes" },
    { TL_FACET_SOURCE, "beta", "q-serious" },
  };
  g_autoptr (TlDataset) dataset = load ();

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      g_autoptr (TlFilter) filter = tl_filter_new ();

      tl_filter_add_value (filter, facets[i].facet, facets[i].value);
      assert_quotes (filter, dataset, facets[i].quotes);
    }
}

/* A day is possibly in more ranges than it is certainly in. */
static void
test_quote_certainly (void)
{
  g_autoptr (TlDataset) dataset = load ();
  g_autoptr (TlFilter) filter = tl_filter_new ();

  tl_filter_set_range (filter, parse_day ("2020-04-14", 0),
                       parse_day ("2020-07-27", 0));
  assert_quotes (filter, dataset, "q-open q-serious q-yes");
  tl_filter_set_certainly (filter, TRUE);
  assert_quotes (filter, dataset, "q-open q-yes");
  tl_filter_set_contested_only (filter, TRUE);
  assert_quotes (filter, dataset, "");
}

/* Filters on made-up data: what is found all at once is what is found record
 * by record, and among the matches of a filter that is refined. */
static TlFilter *
make_search (const char *search, gboolean narrow)
{
  TlFilter *filter = tl_filter_new ();

  tl_filter_set_search (filter, search);
  if (narrow)
    {
      tl_filter_add_kind (filter, TL_KIND_TALK);
      tl_filter_add_kind (filter, TL_KIND_TEST);
      tl_filter_add_actor (filter, "actor-3");
    }
  return filter;
}

static void
check_search (TlDataset *dataset, const char *search, gboolean narrow)
{
  g_autoptr (TlFilter) filter = make_search (search, narrow);
  g_autoptr (GArray) matches = tl_filter_apply (filter, dataset);
  guint at = 0;

  for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
    {
      gboolean found =
          at < matches->len && g_array_index (matches, guint, at) == i;

      g_assert_cmpint (tl_filter_matches (filter, dataset, i), ==, found);
      at += found ? 1 : 0;
    }
  g_assert_cmpuint (at, ==, matches->len);
}

static void
test_made_up (void)
{
  static const char *const searches[] = {
    "ceasefire",    "CEASEFIRE border",
    "делегация",    "Договор",
    "谈判",         "\u0627\u062a\u0641\u0627\u0642",
    "negociations", "town 1",
    "страна 7",     "treaty",
    "T3",           "in force",
    "zzz",          "e",
  };
  GenerateOptions options = { .n_events = 400 };
  g_autoptr (GBytes) bytes = generate_bytes (&options);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (TlDataset) dataset =
      tl_reader_load_bytes (bytes, "test", NULL, problems, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      check_search (dataset, searches[i], FALSE);
      check_search (dataset, searches[i], TRUE);
    }
}

static void
test_typing (void)
{
  static const char word[] = "ceasefire town";
  GenerateOptions   options = { .n_events = 400 };
  g_autoptr (GBytes) bytes = generate_bytes (&options);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (TlDataset) dataset =
      tl_reader_load_bytes (bytes, "test", NULL, problems, NULL);
  g_autoptr (TlFilter) earlier = tl_filter_new ();
  g_autoptr (GArray) matches = tl_filter_apply (earlier, dataset);

  for (gsize length = 1; length <= strlen (word); length++)
    {
      g_autofree char *typed = g_strndup (word, length);
      g_autoptr (TlFilter) filter = make_search (typed, length > 5);
      g_autoptr (GArray) all = tl_filter_apply (filter, dataset);
      g_autoptr (GArray) within =
          tl_filter_apply_within (filter, dataset, matches);

      g_assert_true (tl_filter_refines (filter, earlier));
      g_assert_cmpuint (within->len, ==, all->len);
      for (guint i = 0; i < all->len; i++)
        g_assert_cmpuint (g_array_index (within, guint, i), ==,
                          g_array_index (all, guint, i));
      g_clear_pointer (&matches, g_array_unref);
      matches = g_steal_pointer (&within);
      g_clear_pointer (&earlier, tl_filter_free);
      earlier = g_steal_pointer (&filter);
    }
}

static void
test_refines (void)
{
  g_autoptr (TlFilter) empty = tl_filter_new ();
  g_autoptr (TlFilter) wide = make_search ("cease", TRUE);
  g_autoptr (TlFilter) other = make_search ("ceasefire", FALSE);
  g_autoptr (TlFilter) narrow = make_search ("ceasefire", TRUE);

  g_assert_true (tl_filter_refines (wide, empty));
  g_assert_false (tl_filter_refines (empty, wide));
  g_assert_true (tl_filter_refines (narrow, wide));
  g_assert_false (tl_filter_refines (wide, narrow));
  g_assert_false (tl_filter_refines (other, wide));
  tl_filter_set_range (narrow, 0, 10);
  tl_filter_set_range (wide, 0, 5);
  g_assert_false (tl_filter_refines (narrow, wide));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/filter/apply/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (quote_cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/filter/matches-quote/%s", quote_cases[i].name);

      g_test_add_data_func (path, &quote_cases[i], test_quotes);
    }
  g_test_add_func ("/tl/filter/matches-quote/facets", test_quote_facets);
  g_test_add_func ("/tl/filter/matches-quote/certainly", test_quote_certainly);
  g_test_add_func ("/tl/filter/set-search/cleared", test_search_cleared);
  g_test_add_func ("/tl/filter/to-string/seconds", test_seconds);
  g_test_add_func ("/tl/filter/to-string/all-facets", test_all_facets);
  g_test_add_func ("/tl/filter/apply/monotone", test_monotone);
  g_test_add_func ("/tl/filter/apply/made-up", test_made_up);
  g_test_add_func ("/tl/filter/apply-within/typing", test_typing);
  g_test_add_func ("/tl/filter/refines", test_refines);
  return g_test_run ();
}
