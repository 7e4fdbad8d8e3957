/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dataset-fixture.h"

static const struct
{
  const char *name;
  const char *day;
  const char *records;
  guint       n_quotes;
} known[] = {
  { "nothing", "2020-07-19", "", 0 },
  { "first-source", "2020-07-20", "under-way visit talks pact-expiration", 2 },
  { "day-before-second", "2020-07-29", "under-way visit talks pact-expiration",
    2 },
  { "second-source", "2020-07-30",
    "pact-signature same-day-b under-way visit talks denial pact-expiration"
    " pact-cancelled",
    3 },
  { "inexact-source-not-yet", "2020-08-04",
    "pact-signature same-day-b under-way visit talks denial pact-expiration"
    " pact-cancelled",
    3 },
  { "inexact-source", "2020-08-05",
    "pact-signature same-day-a same-day-b under-way visit talks denial"
    " pact-expiration pact-cancelled",
    4 },
};

static void
test_known (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (TlDataset) dataset = load_fixture ("complete.json");
  g_autoptr (TlDataset) then =
      tl_dataset_known_on (dataset, get_second (known[i].day) + 3600);
  g_autofree char *order = list_records (then);

  g_assert_cmpstr (order, ==, known[i].records);
  g_assert_cmpuint (tl_dataset_get_n_quotes (then), ==, known[i].n_quotes);
  g_assert_cmpuint (tl_dataset_get_n_sources (then), ==, 3);
  g_assert_cmpuint (tl_dataset_get_n_actors (then), ==, 3);
  g_assert_cmpstr (tl_dataset_get_sha256 (then), ==,
                   tl_dataset_get_sha256 (dataset));
}

static void
test_known_planned (void)
{
  g_autoptr (TlDataset) dataset = load_fixture ("complete.json");
  g_autoptr (TlDataset) then =
      tl_dataset_known_on (dataset, get_second ("2020-07-20"));
  g_autoptr (TlRecord) talks = ref_named (then, "talks");
  g_autoptr (TlRecord) visit = ref_named (then, "visit");
  g_autoptr (TlRecord) under_way = ref_named (then, "under-way");
  g_autoptr (TlRecord) expiration = ref_named (then, "pact-expiration");

  g_assert_cmpint (talks->status, ==, TL_STATUS_PLANNED);
  g_assert_cmpstr (tl_date_get_edtf (talks->date), ==, "2020-07-27");
  g_assert_cmpuint (talks->n_accounts, ==, 1);
  g_assert_false (talks->contested);
  g_assert_cmpstr (tl_date_get_edtf (visit->date), ==,
                   "[2020-07-25..2020-07-26]");
  g_assert_cmpint (tl_date_get_span (visit->date).shape, ==, TL_SHAPE_ONE_OF);
  g_assert_true (visit->contested);
  /* Published a day after it is said to have been, but as a plan. */
  g_assert_cmpint (under_way->status, ==, TL_STATUS_PLANNED);
  g_assert_cmpstr (tl_date_get_edtf (under_way->date), ==, "2020-07-21");
  g_assert_cmpint (expiration->status, ==, TL_STATUS_PLANNED);
  g_assert_cmpuint (expiration->n_accounts, ==, 1);
}

static void
test_known_links (void)
{
  g_autoptr (TlDataset) dataset = load_fixture ("complete.json");
  g_autoptr (TlDataset) then =
      tl_dataset_known_on (dataset, get_second ("2020-07-20"));
  g_autoptr (TlRecord) talks = ref_named (then, "talks");
  const TlQuote  *early = tl_dataset_get_quote (then, 0);
  const TlQuote  *free = tl_dataset_get_quote (then, 1);
  const TlTreaty *pact = tl_dataset_get_treaty (then, 0);

  g_assert_cmpuint (talks->n_related, ==, 1);
  g_assert_cmpstr (tl_dataset_get_record_id (then, talks->related[0].record),
                   ==, "pact-expiration");
  g_assert_cmpuint (talks->n_quotes, ==, 1);
  g_assert_cmpuint (talks->quotes[0], ==, 0);
  g_assert_cmpstr (early->id, ==, "q-early");
  g_assert_cmpstr (tl_dataset_get_record_id (then, early->record), ==, "talks");
  g_assert_cmpstr (free->id, ==, "q-free");
  g_assert_cmpuint (free->same_as, ==, TL_NONE);
  g_assert_cmpuint (pact->n_acts, ==, 1);
  g_assert_cmpint (pact->life.start, ==, TL_BOUND_UNKNOWN);
  g_assert_cmpint (pact->life.end, ==, TL_BOUND_KNOWN);
}

/* Once every source is out, nothing differs. */
static void
test_known_all (void)
{
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (TlDataset) dataset =
      tl_reader_load_file (file, NULL, problems, NULL);
  g_autoptr (TlDataset) then =
      tl_dataset_known_on (dataset, get_second ("2030-01-01"));
  g_autofree char *expected = list_records (dataset);
  g_autofree char *found = list_records (then);

  g_assert_cmpstr (found, ==, expected);
  for (guint i = 0; i < tl_dataset_get_n_records (then); i++)
    {
      const TlEntry *before = &tl_dataset_get_entries (dataset)[i];
      const TlEntry *after = &tl_dataset_get_entries (then)[i];

      g_assert_cmpint (tl_span_compare (before->span, after->span), ==, 0);
      g_assert_cmpint (before->status, ==, after->status);
      g_assert_cmpint (before->contested, ==, after->contested);
    }
  g_assert_cmpuint (tl_dataset_get_n_quotes (then), ==,
                    tl_dataset_get_n_quotes (dataset));
}

/* What is known only grows, and is told by somebody. */
static void
test_known_grows (void)
{
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (TlDataset) dataset =
      tl_reader_load_file (file, NULL, problems, NULL);
  gint64 start = get_second ("2020-04-12");
  guint  n_before = 0;

  for (int day = 0; day < 120; day++)
    {
      gint64 second = start + day * TL_SECONDS_PER_DAY;
      g_autoptr (TlDataset) then = tl_dataset_known_on (dataset, second);
      guint n_records = tl_dataset_get_n_records (then);

      g_assert_cmpuint (n_records, >=, n_before);
      n_before = n_records;
      for (guint i = 0; i < n_records; i++)
        {
          g_autoptr (TlRecord) record = tl_dataset_ref_record (then, i);

          g_assert_cmpuint (record->n_accounts, >, 0);
        }
    }
  g_assert_cmpuint (n_before, ==, tl_dataset_get_n_records (dataset));
}

/* Every index leads to what it should, in order and both ways. */
static void
assert_sound (TlDataset *dataset)
{
  const TlEntry *entries = tl_dataset_get_entries (dataset);

  for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
    {
      g_autoptr (TlRecord) record = tl_dataset_ref_record (dataset, i);
      guint        n_sources;
      const guint *sources =
          tl_dataset_get_record_sources (dataset, i, &n_sources);
      g_autoptr (TlDate) date = tl_dataset_dup_record_date (dataset, i);

      g_assert_cmpstr (tl_date_get_edtf (date), ==,
                       tl_date_get_edtf (record->date));
      g_assert_cmpuint (tl_dataset_find_record (dataset, record->id), ==, i);
      g_assert_cmpint (entries[i].status, ==, record->status);
      g_assert_cmpint (entries[i].contested != 0, ==, record->contested != 0);
      g_assert_cmpint (
          tl_span_compare (entries[i].span, tl_date_get_span (record->date)),
          ==, 0);
      if (i > 0)
        g_assert_cmpint (tl_span_compare (entries[i - 1].span, entries[i].span),
                         <=, 0);
      g_assert_cmpuint (n_sources, >, 0);
      g_assert_cmpuint (n_sources, <=, record->n_accounts);
      g_assert_cmpuint (sources[0], ==, record->accounts[0].source);
      for (guint j = 0; j < record->n_related; j++)
        {
          g_autoptr (TlRecord) other =
              tl_dataset_ref_record (dataset, record->related[j].record);
          gboolean found = FALSE;

          for (guint k = 0; k < other->n_related; k++)
            found |= other->related[k].record == i &&
                     other->related[k].inverse != record->related[j].inverse;
          g_assert_true (found);
        }
      for (guint j = 0; j < record->n_quotes; j++)
        g_assert_cmpuint (
            tl_dataset_get_quote (dataset, record->quotes[j])->record, ==, i);
    }
}

/* Records that are kept in the text of the file, dates that move, accounts that
 * have all sorts of things of their own. */
static TlDataset *
load_moving (void)
{
  static const char *const own[] = {
    "", ", \"stance\": \"disputes\"", ", \"status\": \"announced\"",
    ", \"stance\": \"supports\", \"status\": \"occurred\"",
    ", \"note\": {\"fr\": \"}\", \"en\": \"]\\\"}\"}"
  };
  static const char *const other[] = {
    "",
    "\"status\": \"planned\", ",
    "\"date\": \"2020-04-01\", ",
    "\"says\": \"\\\"status\\\": \\\"planned\\\"\", ",
    "\"date\": \"2020-02/2020-05\", \"date_words\": \"?\", ",
    "\"stance\": \"denies\", \"date\": \"2020-08-08\", ",
    "\"status\": \"alleged\", "
  };
  g_autoptr (GString) text = g_string_new (
      "{\"format\": \"treatyline-dataset\", \"version\": 1, \"id\": \"d\", "
      "\"language\": \"en\", \"title\": {\"en\": \"D\"}, \"sources\": [");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TlProblems) problems = tl_problems_new ();
  TlDataset *dataset;

  for (guint i = 0; i < 9; i++)
    g_string_append_printf (
        text,
        "%s{\"id\": \"s%u\", \"title\": {\"en\": \"S\"}, \"publisher\": "
        "{\"en\": \"P\"}, \"published\": \"2020-0%u-01\", \"language\": "
        "\"en\"}",
        i > 0 ? ", " : "", i, i + 1);
  g_string_append (text, "], \"actors\": [], \"places\": [], \"treaties\": [], "
                         "\"quotes\": []}\n");
  for (guint i = 0; i < 280; i++)
    g_string_append_printf (
        text,
        "{\"id\": \"e%03u\", \"kind\": \"test\", \"status\": \"occurred\", "
        "\"title\": {\"en\": \"E\"}, \"summary\": {\"en\": \"E\"}, \"date\": "
        "\"2020-0%u-%02u\", \"actors\": [], \"accounts\": [{\"source\": "
        "\"s%u\", \"date\": \"2020-%02u-%02u\"%s}, {%s\"source\": "
        "\"s%u\"}]%s}\n",
        i, 1 + i % 9, 1 + i % 28, i % 7, 1 + i * 7 % 12, 1 + i * 11 % 28,
        own[i % G_N_ELEMENTS (own)], other[i % G_N_ELEMENTS (other)],
        i % 7 + 1 + i % 2,
        i > 0 && i % 3 == 0
            ? ", \"related\": [{\"event\": \"e000\", \"as\": \"part-of\"}]"
            : "");
  bytes = g_bytes_new (text->str, text->len);
  dataset = tl_reader_load_bytes (bytes, "test", NULL, problems, NULL);
  g_assert_nonnull (dataset);
  g_assert_cmpuint (tl_problems_count (problems, TL_SEVERITY_ERROR), ==, 0);
  return dataset;
}

static void
test_known_sound (void)
{
  g_autoptr (TlDataset) dataset = load_moving ();
  guint n_moved = 0;

  assert_sound (dataset);
  for (guint month = 1; month <= 9; month++)
    {
      g_autofree char *day = g_strdup_printf ("2020-%02u-15", month);
      g_autoptr (TlDataset) then =
          tl_dataset_known_on (dataset, get_second (day));
      g_autoptr (TlDataset) again =
          tl_dataset_known_on (then, get_second (day));
      g_autofree char *records = list_records (then);
      g_autofree char *records_again = list_records (again);

      assert_sound (then);
      assert_sound (again);
      g_assert_cmpstr (records_again, ==, records);
      for (guint i = 0; i < tl_dataset_get_n_records (then); i++)
        {
          guint before = tl_dataset_find_record (
              dataset, tl_dataset_get_record_id (then, i));

          n_moved += tl_span_compare (
                         tl_dataset_get_entries (then)[i].span,
                         tl_dataset_get_entries (dataset)[before].span) != 0;
        }
    }
  g_assert_cmpuint (n_moved, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/known-on/records/%s", known[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_known);
    }
  g_test_add_func ("/tl/known-on/records/planned", test_known_planned);
  g_test_add_func ("/tl/known-on/records/links", test_known_links);
  g_test_add_func ("/tl/known-on/records/all", test_known_all);
  g_test_add_func ("/tl/known-on/records/grows", test_known_grows);
  g_test_add_func ("/tl/known-on/records/sound", test_known_sound);
  return g_test_run ();
}
