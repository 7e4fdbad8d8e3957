/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-disagreement.h"

#include <gio/gio.h>

#include "tl-reader.h"

/* A record with accounts by the sources a, b and c, and the sentences that say
 * where they stand against each other. */

#define SOURCE(id, name)                                                       \
  "{\"id\": \"" id "\", \"title\": {\"en\": \"Title of " name                  \
  "\"}, \"publisher\": {\"en\": \"" name                                       \
  "\"}, \"published\": \"2020-07-29\", \"language\": \"en\"}"

#define DATASET(date, accounts)                                                \
  "{\"format\": \"treatyline-dataset\", \"version\": 1, \"id\": \"t\","        \
  " \"title\": {\"en\": \"T\"}, \"language\": \"en\", \"license\": \"CC0\","   \
  " \"description\": {\"en\": \"D\"},"                                         \
  " \"sources\": [" SOURCE ("a", "Alpha") "," SOURCE (                         \
      "b",                                                                     \
      "Beta") "," SOURCE ("c",                                                 \
                          "(no name)") "],"                                    \
                                       " \"actors\": [], \"places\": [], "     \
                                       "\"treaties\": [],"                     \
                                       " \"quotes\": [], \"events\": "         \
                                       "[{\"id\": \"e\","                      \
                                       " \"kind\": \"talk\", \"status\": "     \
                                       "\"occurred\","                         \
                                       " \"title\": {\"en\": \"E\"},"          \
                                       " \"summary\": {\"en\": \"S\"}, "       \
                                       "\"date\": \"" date                     \
                                       "\", \"actors\": [], \"treaties\": []," \
                                       " \"accounts\": [" accounts             \
                                       "], \"related\": [], \"tags\": []}]}"

static const struct
{
  const char *name;
  const char *json;
  gboolean    has_dates;
  const char *sentences; /* joined by line breaks */
} cases[] = {
  { "one-account", DATASET ("2020-07-28", "{\"source\": \"a\"}"), FALSE, "" },
  { "same-date",
    DATASET ("2020-07-28",
             "{\"source\": \"a\", \"date\": \"2020-07-28\"},"
             "{\"source\": \"b\", \"date\": \"2020-07-28\"}"),
    FALSE, "" },
  { "one-within-the-other",
    DATASET ("2020-07-28",
             "{\"source\": \"a\", \"date\": \"2020-07\"},"
             "{\"source\": \"b\", \"date\": \"2020-07-28\"}"),
    FALSE, "" },
  { "different",
    DATASET ("[2020-07-27,2020-07-28]",
             "{\"source\": \"a\", \"date\": \"2020-07-27\"},"
             "{\"source\": \"b\", \"date\": \"2020-07-28\"}"),
    TRUE,
    "The reports give different dates: 27 July 2020 (Alpha, 29 Jul 2020); "
    "28 July 2020 (Beta, 29 Jul 2020)." },
  { "against-the-record",
    DATASET ("2020-07-28",
             "{\"source\": \"a\"},"
             "{\"source\": \"b\", \"date\": \"2020-07-30\"}"),
    TRUE,
    "The reports give different dates: 28 July 2020 (Alpha, 29 Jul 2020); "
    "30 July 2020 (Beta, 29 Jul 2020)." },
  { "two-against-one",
    DATASET ("[2020-07-27,2020-07-28]",
             "{\"source\": \"a\", \"date\": \"2020-07-27\"},"
             "{\"source\": \"b\", \"date\": \"2020-07-28\"},"
             "{\"source\": \"c\", \"date\": \"2020-07-27\"}"),
    TRUE,
    "The reports give different dates: 27 July 2020 (Alpha, 29 Jul 2020; "
    "“Title of (no name)”, 29 Jul 2020); 28 July 2020 (Beta, 29 Jul 2020)." },
  { "wide-one-is-no-party",
    DATASET ("2020-07",
             "{\"source\": \"a\", \"date\": \"2020-07-01\"},"
             "{\"source\": \"b\", \"date\": \"2020-07\"},"
             "{\"source\": \"c\", \"date\": \"2020-07-31\"}"),
    TRUE,
    "The reports give different dates: 1 July 2020 (Alpha, 29 Jul 2020); "
    "31 July 2020 (“Title of (no name)”, 29 Jul 2020)." },
  { "denied",
    DATASET ("2020-07-28",
             "{\"source\": \"a\"},"
             "{\"source\": \"b\", \"stance\": \"denies\"}"),
    FALSE, "Denied (source: Beta, 29 Jul 2020)." },
  { "denial-has-no-say-in-dates",
    DATASET ("2020-07-28",
             "{\"source\": \"a\"},"
             "{\"source\": \"b\", \"stance\": \"denies\","
             " \"date\": \"2021\"}"),
    FALSE, "Denied (source: Beta, 29 Jul 2020)." },
  { "disputed-and-denied",
    DATASET ("2020-07-28",
             "{\"source\": \"a\", \"stance\": \"disputes\"},"
             "{\"source\": \"b\", \"stance\": \"denies\"},"
             "{\"source\": \"b\", \"stance\": \"denies\"}"),
    FALSE,
    "Denied (source: Beta, 29 Jul 2020).\n"
    "Disputed (source: Alpha, 29 Jul 2020)." },
};

static TlDataset *
load (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  TlDataset *dataset = NULL;

  dataset = tl_reader_load_bytes (bytes, "test", NULL, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tl_problems_count (problems, TL_SEVERITY_ERROR), ==, 0);
  return dataset;
}

static void
test_describe (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (TlDataset) dataset = load (cases[i].json);
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new ("en");
  g_autoptr (TlRecord) record = tl_dataset_ref_record (dataset, 0);
  TlPaneContext context = { dataset, formatter, "en", 0 };
  g_autoptr (GPtrArray) sentences = NULL;
  g_autofree char *joined = NULL;

  sentences = tl_disagreement_describe (context, record);
  g_ptr_array_add (sentences, NULL);
  joined = g_strjoinv ("\n", (char **)sentences->pdata);
  g_assert_cmpstr (joined, ==, cases[i].sentences);
  g_assert_cmpint (tl_disagreement_has_dates (record), ==, cases[i].has_dates);
}

/* Whatever has a sentence is marked as contested, and the other way round:
 * pane and timeline say the same. */
static void
test_contested (void)
{
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (TlDataset) dataset = NULL;
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new ("en");
  TlPaneContext context = { .formatter = formatter, .language = "en" };

  dataset = tl_reader_load_file (file, NULL, problems, NULL);
  g_assert_nonnull (dataset);
  context.dataset = dataset;
  for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
    {
      g_autoptr (TlRecord) record = tl_dataset_ref_record (dataset, i);
      g_autoptr (GPtrArray) sentences =
          tl_disagreement_describe (context, record);

      g_test_message ("%s", record->id);
      g_assert_cmpint (sentences->len > 0, ==, record->contested);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = NULL;

      path = g_strdup_printf ("/tl/disagreement/describe/%s", cases[i].name);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_describe);
    }
  g_test_add_func ("/tl/disagreement/describe/contested", test_contested);
  return g_test_run ();
}
