/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dataset-fixture.h"
#include "tl-date-formatter.h"
#include "tl-expirations.h"

/* On tests/fixtures/expirations.json: treaties that end in every way. */

static TlDataset *dataset;

static TlDataset *
load (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "fixtures", "expirations.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  TlDataset *loaded = tl_reader_load_file (file, NULL, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tl_problems_get_size (problems), ==, 0);
  return loaded;
}

static TlExpirations *
make_table (const TlFilter *filter, gint64 known_on, gint64 today)
{
  g_autoptr (TlQuery) query = tl_query_new (filter, known_on);
  g_autoptr (TlResult) result = tl_query_run (query, dataset, NULL, NULL);

  return tl_expirations_new (result, today);
}

/* The ids, with a stroke between the groups: "ahead | past | announced |
 * called off". */
static char *
list_ends (const TlExpirations *table)
{
  TlDataset *known = tl_result_get_dataset (tl_expirations_get_result (table));
  GString   *list = g_string_new (NULL);
  TlExpirationGroup group = TL_EXPIRATION_AHEAD;

  for (guint i = 0; i < tl_expirations_get_size (table); i++)
    {
      TlExpiration end = tl_expirations_get (table, i);

      for (; group < end.group; group++)
        g_string_append (list, " |");
      g_string_append_printf (list, " %s",
                              tl_dataset_get_record_id (known, end.record));
    }
  for (; group < TL_EXPIRATION_CALLED_OFF; group++)
    g_string_append (list, " |");
  return g_string_free (list, FALSE);
}

/* The day is counted from; whether it must have been known on it, too. */
typedef struct
{
  const char *name;
  const char *today;
  gboolean    known_then;
  const char *search;
  const char *ends;
  guint       n_hidden;
} Case;

#define CALLED_OFF " | kept-south-goes kept-end"

/* clang-format off */
static const Case cases[] = {
  { "all", "2024-03-10", FALSE, NULL,
    " today-end soon-end unsure-end long-end"
    " | over-end torn-north-goes dead-end once-end lapsed-end"
    " | torn-south-notice" CALLED_OFF, 0 },
  { "day-later", "2024-03-11", FALSE, NULL,
    " soon-end unsure-end long-end"
    " | over-end today-end torn-north-goes dead-end once-end lapsed-end"
    " | torn-south-notice" CALLED_OFF, 0 },
  { "last-possible-day", "2024-03-20", FALSE, NULL,
    " soon-end unsure-end long-end"
    " | over-end today-end torn-north-goes dead-end once-end lapsed-end"
    " | torn-south-notice" CALLED_OFF, 0 },
  { "all-past", "2040-01-01", FALSE, NULL,
    " | over-end long-end unsure-end soon-end today-end torn-north-goes"
    " dead-end once-end lapsed-end"
    " | torn-south-notice" CALLED_OFF, 0 },
  { "as-known", "2018-07-01", TRUE, NULL,
    " today-end unsure-end long-end"
    " | torn-north-goes dead-end once-end lapsed-end"
    " | torn-south-notice" CALLED_OFF, 0 },
  { "nothing-known", "2018-05-31", TRUE, NULL, " | | |", 0 },
  /* What a filter hides still settles what was announced. */
  { "filter", "2024-03-10", FALSE, "torn", " | torn-north-goes"
    " | torn-south-notice |", 10 },
  { "settled", "2024-03-10", FALSE, "dead north", " | | |", 12 },
  { "filter-of-events", "2024-03-10", FALSE, "meeting", " | | |", 12 },
};
/* clang-format on */

static void
test_table (gconstpointer data)
{
  const Case *wanted = data;
  g_autoptr (TlFilter) filter = tl_filter_new ();
  g_autoptr (TlExpirations) table = NULL;
  g_autofree char *ends = NULL;
  gint64           today = get_second (wanted->today);

  tl_filter_set_search (filter, wanted->search);
  table = make_table (filter, wanted->known_then ? today : TL_KNOWN_ALWAYS,
                      today + 3600);
  ends = list_ends (table);
  g_assert_cmpstr (ends, ==, wanted->ends);
  g_assert_cmpuint (tl_expirations_get_n_hidden (table), ==, wanted->n_hidden);
  g_assert_cmpint (tl_expirations_get_today (table), ==, today);
}

/* On any day: every end stands once and none is both ahead and past; what is
 * ahead can still come, what is past cannot, unless it is told to have
 * occurred. */
static void
test_any_day (void)
{
  g_autoptr (TlResult) whole = tl_result_new_whole (dataset);
  const TlEntry *entries = tl_dataset_get_entries (dataset);

  for (int i = 0; i < 500; i++)
    {
      gint64 today = get_second ("2005-01-01") +
                     g_test_rand_int_range (0, 11000) * (gint64)86400;
      g_autoptr (TlExpirations) table = tl_expirations_new (whole, today);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      g_assert_cmpuint (tl_expirations_get_size (table), ==, 12);
      for (guint j = 0; j < tl_expirations_get_size (table); j++)
        {
          TlExpiration   end = tl_expirations_get (table, j);
          const TlEntry *entry = &entries[end.record];

          g_assert_true (
              g_hash_table_add (seen, GUINT_TO_POINTER (end.record)));
          if (end.group == TL_EXPIRATION_AHEAD)
            g_assert_cmpint (entry->span.latest, >=, today);
          if (end.group == TL_EXPIRATION_PAST &&
              entry->status != TL_STATUS_OCCURRED)
            g_assert_cmpint (entry->span.latest, <, today);
        }
    }
}

static void
test_choose_today (void)
{
  gint64 day = get_second ("2018-07-01");

  g_assert_cmpint (tl_expirations_choose_today (day + 86399), ==, day);
  g_assert_cmpint (tl_expirations_choose_today (TL_KNOWN_ALWAYS), ==,
                   tl_calendar_today ());
}

/* --- countdowns --- */

static const struct
{
  const char *date;
  const char *words; /* on 2020-07-28 */
} countdowns[] = {
  { "2021-02-05", "192 days to run" },
  { "2020-07-28", "today" },
  { "2020-07-27", "1 day ago" },
  { "2021-02-05~", "about 192 days to run" },
  { "2021-02-05?", "192 days to run (uncertain)" },
  { "2021-02-05%", "about 192 days to run (uncertain)" },
  { "2021-02", "between 188 and 215 days to run" },
  { "2019", "between 210 and 574 days ago" },
  { "2020-07", "at most 27 days ago, or at most 3 days to run" },
  { "[2020-07-27,2020-07-29]", "at most 1 day ago, or at most 1 day to run" },
  { "[2020-07-28,2020-07-29]", "at most 1 day to run" },
  { "[2020-07-25,2020-07-28]", "at most 3 days ago" },
  { "[..2020-07-25]", "at least 3 days ago" },
  { "[..2020-07-28]", "today or earlier" },
  { "[..2020-07-30]", "at most 2 days to run" },
  { "[2020-07-25..]", "at most 3 days ago, or still to come" },
  { "[2020-07-28..]", "today or later" },
  { "[2020-07-30..]", "at least 2 days to run" },
};

static void
test_countdown (void)
{
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new ("en");
  const TlSpan unknown = { .earliest = G_MININT64, .latest = G_MAXINT64 };

  for (gsize i = 0; i < G_N_ELEMENTS (countdowns); i++)
    {
      TlSpan           span;
      g_autofree char *words = NULL;

      g_test_message ("%s", countdowns[i].date);
      g_assert_true (tl_edtf_parse_span (
          countdowns[i].date, strlen (countdowns[i].date), &span, NULL));
      words = tl_date_formatter_format_countdown_span (
          formatter, get_second ("2020-07-28") + 7200, span);
      g_assert_cmpstr (words, ==, countdowns[i].words);
    }
  g_assert_null (
      tl_date_formatter_format_countdown_span (formatter, 0, unknown));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  dataset = load ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = NULL;

      path = g_strdup_printf ("/tl/expirations/table/%s", cases[i].name);
      g_test_add_data_func (path, &cases[i], test_table);
    }
  g_test_add_func ("/tl/expirations/table/any-day", test_any_day);
  g_test_add_func ("/tl/expirations/choose-today", test_choose_today);
  g_test_add_func ("/tl/date-formatter/countdown-span", test_countdown);
  status = g_test_run ();
  g_clear_object (&dataset);
  return status;
}
