/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dataset-fixture.h"
#include "tl-publications.h"
#include "tl-result-changes.h"

static TlDataset *
load_builtin (void)
{
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();
  g_autoptr (TlProblems) problems = tl_problems_new ();

  return tl_reader_load_file (file, NULL, problems, NULL);
}

static TlDataset *
load_sources (const char *const *published)
{
  g_autoptr (GString) text = g_string_new (
      "{\"format\": \"treatyline-dataset\", \"version\": 1, \"id\": \"made\", "
      "\"title\": {\"en\": \"Made\"}, \"language\": \"en\", \"actors\": [], "
      "\"places\": [], \"treaties\": [], \"quotes\": [], \"events\": [], "
      "\"sources\": [");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TlProblems) problems = tl_problems_new ();
  TlDataset *dataset;

  for (guint i = 0; published[i] != NULL; i++)
    g_string_append_printf (
        text,
        "%s{\"id\": \"s%u\", \"title\": {\"en\": \"S\"}, \"publisher\": "
        "{\"en\": \"P\"}, \"published\": \"%s\", \"language\": \"en\"}",
        i > 0 ? ", " : "", i, published[i]);
  g_string_append (text, "]}");
  bytes = g_bytes_new (text->str, text->len);
  dataset = tl_reader_load_bytes (bytes, "made", NULL, problems, NULL);
  g_assert_nonnull (dataset);
  g_assert_cmpuint (tl_dataset_get_n_sources (dataset), ==,
                    g_strv_length ((GStrv)published));
  return dataset;
}

/* "day:source,source day:source" */
static char *
describe (const TlPublications *publications)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tl_publications_get_n_days (publications); i++)
    {
      g_autofree char *day =
          tl_calendar_format_day (tl_publications_get_day (publications, i));
      guint        n;
      const guint *sources = tl_publications_get_sources (publications, i, &n);

      g_string_append_printf (text, "%s%s:", i > 0 ? " " : "", day);
      for (guint j = 0; j < n; j++)
        g_string_append_printf (text, "%s%u", j > 0 ? "," : "", sources[j]);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *published[6];
  const char *expected;
} days[] = {
  { "none", { NULL }, "" },
  { "one", { "2020-07-20" }, "2020-07-20:0" },
  { "order", { "2020-07-20", "1999-01-01" }, "1999-01-01:1 2020-07-20:0" },
  { "same-day",
    { "2020-07-20", "2019-01-01", "2020-07-20T23:30:00" },
    "2019-01-01:1 2020-07-20:0,2" },
  { "last-day",
    { "2020-07", "[2020-04-14..2020-04-20]", "2019" },
    "2019-12-31:2 2020-04-20:1 2020-07-31:0" },
  { "before-our-era",
    { "-0044-03-15", "0001-01-01" },
    "-0044-03-15:0 0001-01-01:1" },
  { "without-end", { "2020-07-20/..", "2021-01-01", "2020/" }, "2021-01-01:1" },
};

static void
test_days (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (TlDataset) dataset = load_sources (days[i].published);
  g_autoptr (TlPublications) publications = tl_publications_new (dataset);
  g_autofree char *found = describe (publications);

  g_assert_cmpstr (found, ==, days[i].expected);
}

static void
test_find (void)
{
  const char *published[] = { "2020-07-20", "2020-07-29", "2020-07-30", NULL };
  static const struct
  {
    const char *day;
    guint       expected;
  } cases[] = {
    { "1900-01-01", TL_NONE }, { "2020-07-19", TL_NONE }, { "2020-07-20", 0 },
    { "2020-07-28", 0 },       { "2020-07-29", 1 },       { "2020-07-30", 2 },
    { "2030-01-01", 2 },
  };
  g_autoptr (TlDataset) dataset = load_sources (published);
  g_autoptr (TlPublications) publications = tl_publications_new (dataset);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 second = get_second (cases[i].day);

      g_assert_cmpuint (tl_publications_find (publications, second), ==,
                        cases[i].expected);
      g_assert_cmpuint (
          tl_publications_find (publications, second + TL_SECONDS_PER_DAY - 1),
          ==, cases[i].expected);
    }
}

/* Each of these days tells more sources than the day before, and no other day
 * does. */
static void
test_known_changes_then (void)
{
  g_autoptr (TlDataset) dataset = load_builtin ();
  g_autoptr (TlPublications) publications = tl_publications_new (dataset);
  gint64 end = get_second ("2020-08-01");
  guint  before = 0;
  guint  n_days = 0;

  for (gint64 day = get_second ("2020-04-01"); day < end;
       day += TL_SECONDS_PER_DAY)
    {
      g_autoptr (TlDataset) then = tl_dataset_known_on (dataset, day);
      guint index = tl_publications_find (publications, day);
      guint n_told = 0;

      for (guint i = 0; i < tl_dataset_get_n_records (then); i++)
        {
          guint n;

          tl_dataset_get_record_sources (then, i, &n);
          n_told += n;
        }
      g_assert_cmpint (n_told > before, ==,
                       index != TL_NONE && tl_publications_get_day (
                                               publications, index) == day);
      n_days += n_told > before;
      before = n_told;
    }
  g_assert_cmpuint (n_days, ==, tl_publications_get_n_days (publications));
}

/* --- what changes --- */

static TlResult *
ask (TlDataset *dataset, const char *search, gint64 day)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();
  g_autoptr (TlQuery) query = NULL;

  tl_filter_set_search (filter, search);
  query = tl_query_new (filter, day);
  return tl_query_run (query, dataset, NULL, NULL);
}

/* (transfer full): the record's index in the result's dataset, or TL_NONE */
static guint
find (TlResult *result, const char *id)
{
  guint record = tl_dataset_find_record (tl_result_get_dataset (result), id);

  return record != TL_NONE && tl_result_contains (result, record) ? record
                                                                  : TL_NONE;
}

static gboolean
is_changed (const TlRecord *a, const TlRecord *b)
{
  return a->status != b->status || a->contested != b->contested ||
         !g_str_equal (tl_date_get_edtf (a->date), tl_date_get_edtf (b->date));
}

/* Record by record, by their ids. */
static TlResultChanges
compare_by_ids (TlResult *before, TlResult *after)
{
  TlDataset      *whole = tl_result_get_whole (before);
  TlResultChanges changes = { 0 };

  for (guint i = 0; i < tl_dataset_get_n_records (whole); i++)
    {
      const char *id = tl_dataset_get_record_id (whole, i);
      guint       a = find (before, id);
      guint       b = find (after, id);
      g_autoptr (TlRecord) old = NULL;
      g_autoptr (TlRecord) new = NULL;

      changes.n_new += a == TL_NONE && b != TL_NONE;
      changes.n_gone += a != TL_NONE && b == TL_NONE;
      if (a == TL_NONE || b == TL_NONE)
        continue;
      old = tl_dataset_ref_record (tl_result_get_dataset (before), a);
      new = tl_dataset_ref_record (tl_result_get_dataset (after), b);
      if (is_changed (old, new))
        changes.n_changed++;
      else if (old->n_accounts != new->n_accounts)
        changes.n_sourced++;
    }
  return changes;
}

static void
assert_compared (TlResult *before, TlResult *after)
{
  TlResultChanges expected = compare_by_ids (before, after);
  TlResultChanges found;

  g_assert_true (tl_result_compare (before, after, &found));
  g_assert_cmpuint (found.n_new, ==, expected.n_new);
  g_assert_cmpuint (found.n_gone, ==, expected.n_gone);
  g_assert_cmpuint (found.n_changed, ==, expected.n_changed);
  g_assert_cmpuint (found.n_sourced, ==, expected.n_sourced);
}

static void
test_compare (gconstpointer data)
{
  const char *search = data;
  g_autoptr (TlDataset) dataset = load_builtin ();
  g_autoptr (TlPublications) publications = tl_publications_new (dataset);
  g_autoptr (GPtrArray) results =
      g_ptr_array_new_with_free_func ((GDestroyNotify)tl_result_unref);
  guint n_days = tl_publications_get_n_days (publications);

  g_ptr_array_add (results, ask (dataset, NULL, TL_KNOWN_ALWAYS));
  g_ptr_array_add (
      results,
      ask (dataset, search, tl_publications_get_day (publications, 0) - 1));
  for (guint i = 0; i < n_days; i++)
    g_ptr_array_add (results, ask (dataset, search,
                                   tl_publications_get_day (publications, i)));
  for (guint i = 0; i < results->len; i++)
    for (guint j = 0; j < results->len; j++)
      assert_compared (results->pdata[i], results->pdata[j]);
}

static void
test_compare_others (void)
{
  g_autoptr (TlDataset) a = load_builtin ();
  g_autoptr (TlDataset) b = load_builtin ();
  g_autoptr (TlResult) before = tl_result_new_whole (a);
  g_autoptr (TlResult) after = tl_result_new_whole (b);
  TlResultChanges changes = { 1, 2, 3, 4 };

  g_assert_false (tl_result_compare (before, after, &changes));
  g_assert_cmpuint (changes.n_new, ==, 1);
  g_assert_cmpuint (changes.n_sourced, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/publications/days/%s", days[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_days);
    }
  g_test_add_func ("/tl/publications/find", test_find);
  g_test_add_func ("/tl/publications/known-changes-then",
                   test_known_changes_then);
  g_test_add_data_func ("/tl/result-changes/all", NULL, test_compare);
  g_test_add_data_func ("/tl/result-changes/filtered", "talks", test_compare);
  g_test_add_func ("/tl/result-changes/other-dataset", test_compare_others);
  return g_test_run ();
}
