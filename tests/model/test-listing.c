/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libical/ical.h>
#include <string.h>

#include "dataset-fixture.h"
#include "tl-listing.h"

/* Lists as files, on tests/fixtures/exports.json: everything that can go wrong
 * on the way out. Calendars are read back by libical's own parser. */

#define MAX_LINE_OCTETS 75

static TlDataset *
load_dataset (const char *name)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (TlProblems) problems = NULL;
  g_autoptr (GError) error = NULL;
  TlDataset *dataset;

  if (name != NULL)
    return load_fixture (name);
  file = tl_reader_get_builtin_file ();
  problems = tl_problems_new ();
  dataset = tl_reader_load_file (file, NULL, problems, &error);
  g_assert_no_error (error);
  return dataset;
}

static guint *
list_first (guint n)
{
  guint *indices = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    indices[i] = i;
  return indices;
}

static char *
write_records (TlDataset *dataset, const char *format, guint *n_left_out)
{
  guint             n_records = tl_dataset_get_n_records (dataset);
  g_autofree guint *indices = list_first (n_records);
  TlListing         listing = { dataset, indices, n_records, NULL };
  GString          *written = g_string_new (NULL);
  guint             n = tl_listing_find_format (format)->write_records (
                  &listing, tl_sink_new_for_string (written));

  if (n_left_out != NULL)
    *n_left_out = n;
  else
    g_assert_cmpuint (n, ==, 0);
  return g_string_free (written, FALSE);
}

static char *
write_quotes (TlDataset *dataset, const char *format)
{
  guint             n_quotes = tl_dataset_get_n_quotes (dataset);
  g_autofree guint *indices = list_first (n_quotes);
  TlListing         listing = { dataset, indices, n_quotes, NULL };
  GString          *written = g_string_new (NULL);

  g_assert_cmpuint (tl_listing_find_format (format)->write_quotes (
                        &listing, tl_sink_new_for_string (written)),
                    ==, 0);
  return g_string_free (written, FALSE);
}

static void
test_csv (void)
{
  g_autoptr (TlDataset) dataset = load_dataset ("../exports.json");
  g_autofree char *csv = write_records (dataset, "csv", NULL);

  g_assert_cmpstr (
      csv, ==,
      "id,kind,act,status,contested,title,date,earliest,latest,place,actors,"
      "treaties,sources\r\n"
      "long-ago,other,,occurred,false,Before all calendars,'-0044-03-15,"
      "'-0044-03-15,'-0044-03-15,,,,before\r\n"
      "some-time,test,,occurred,false,'＝Some time in a leap month,2020-02,"
      "2020-02-01,2020-02-29,,,,own-tongue\r\n"
      "two-days,talk,,occurred,false,'@Two days,2020-02-28/2020-02-29,"
      "2020-02-28,2020-02-29,,,,special\r\n"
      "open,aid,,occurred,false,Without an end,2020-03/..,2020-03-01,'+inf,,,,"
      "special\r\n"
      "nasty,talk,,planned,false,\"Talks, “no”; yes\\no | *x*\n"
      "\u202eEND:VEVENT\",2020-06-22,2020-06-22,2020-06-22,hall,speaker,,"
      "hidden;special\r\n"
      "called-off,talk,,cancelled,false,Called off,2020-12-31,2020-12-31,"
      "2020-12-31,,,,own-tongue\r\n");
}

#define MARKDOWN_SPECIAL                                                       \
  "- **special**: Doe, Jane; Ada Writer; Roe and Sons, Ltd, London, A \\& B "  \
  "{unbalanced, “50% of \\$5 \\& #1\\_{a}\\~\\^\\\\ \\`x\\` \"q\" } \\| "    \
  "\\*b\\* \\<i\\> \\[l\\](u) \\@k”, 16 April 2020, "                        \
  "<https://a.example/p_q%20r?a=1&b=%7B2%7D#~%5Cx>\n"

static void
test_markdown (void)
{
  g_autoptr (TlDataset) dataset = load_dataset ("../exports.json");
  g_autofree char *markdown = write_records (dataset, "md", NULL);

  g_assert_cmpstr (
      markdown, ==,
      "| Date | Kind | Status | Event | Place | Sources |\n"
      "| --- | --- | --- | --- | --- | --- |\n"
      "| 15 March 45 BC | Other event | Occurred | Before all calendars |  | "
      "before |\n"
      "| February 2020 | Test | Occurred | ＝Some time in a leap month |  | "
      "own-tongue |\n"
      "| 28–29 February 2020 | Talk | Occurred | \\@Two days |  | special |\n"
      "| from March 2020 on | Aid | Occurred | Without an end |  | special |\n"
      "| 22 June 2020 | Talk | Planned | Talks, “no”; yes\\\\no \\| \\*x\\* "
      "END:VEVENT | Hall 1, left; upstairs | hidden, special |\n"
      "| 31 December 2020 | Talk | Cancelled | Called off |  | own-tongue |\n"
      "\n"
      "- **before**: Annals, “Before”, 15 March 45 BC or "
      "earlier\n" MARKDOWN_SPECIAL
      "- **hidden**: O’Brien, Seán, Übersee-Blatt 導彈, “Line one line two "
      "turned”, 18 or 20 April 2020, citing TASS; AP\n"
      "- **own-tongue**: Gazette, “A translation”, May 2020 (uncertain)\n");
}

static void
test_quotes_markdown (void)
{
  g_autoptr (TlDataset) dataset = load_dataset ("../exports.json");
  g_autofree char *markdown = write_quotes (dataset, "md");

  g_assert_cmpstr (markdown, ==,
                   "| Said | Speaker | Quotation | Source |\n"
                   "| --- | --- | --- | --- |\n"
                   "|  | A. Speaker | 100% {sure} \\| really | special |\n"
                   "\n" MARKDOWN_SPECIAL);
}

/* Lines end in CR LF, have at most 75 octets, and no letter is cut. */
static void
assert_folded (const char *calendar)
{
  g_auto (GStrv) lines = g_strsplit (calendar, "\r\n", -1);
  guint n_lines = g_strv_length (lines);

  g_assert_cmpstr (lines[n_lines - 1], ==, "");
  for (guint i = 0; i < n_lines; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, MAX_LINE_OCTETS);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strpbrk (lines[i], "\r\n"));
    }
}

static icalcomponent *
parse_calendar (const char *text)
{
  icalcomponent *calendar = icalparser_parse_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_isa (calendar), ==, ICAL_VCALENDAR_COMPONENT);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_true (icalrestriction_check (calendar));
  return calendar;
}

static icalcomponent *
find_event (icalcomponent *calendar, const char *uid)
{
  icalcomponent *event =
      icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);

  while (event != NULL && strcmp (icalcomponent_get_uid (event), uid) != 0)
    event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT);
  return event;
}

/* Civil seconds of the beginning of the day. */
static gint64
get_day (struct icaltimetype time)
{
  g_assert_true (icaltime_is_date (time));
  return tl_calendar_day_number (time.year, time.month, time.day) *
         TL_SECONDS_PER_DAY;
}

/* The days are those of the date, and only an exact one is confirmed. */
static void
assert_event (icalcomponent *event, const TlRecord *record)
{
  TlSpan              span = tl_date_get_span (record->date);
  icalproperty_status status = icalcomponent_get_status (event);
  struct icaltimetype stamp = icalcomponent_get_dtstamp (event);

  g_assert_cmpint (get_day (icalcomponent_get_dtstart (event)), <=,
                   span.earliest);
  g_assert_cmpint (get_day (icalcomponent_get_dtstart (event)) +
                       TL_SECONDS_PER_DAY,
                   >, span.earliest);
  g_assert_cmpint (get_day (icalcomponent_get_dtend (event)), ==,
                   span.latest + 1);
  g_assert_true (icaltime_is_utc (stamp));
  g_assert_true (icaltime_is_valid_time (stamp));
  if (status == ICAL_STATUS_CONFIRMED)
    g_assert_true (tl_span_is_exact (span) && !record->contested);
  if (!tl_span_is_exact (span))
    {
      g_assert_nonnull (strstr (icalcomponent_get_description (event),
                                tl_date_get_edtf (record->date)));
      g_assert_cmpint (status, !=, ICAL_STATUS_CONFIRMED);
    }
}

/* Read back by libical: nothing is lost, and what is left out is counted. */
static void
test_calendar (gconstpointer data)
{
  g_autoptr (TlDataset) dataset = load_dataset (data);
  guint            n_left_out;
  g_autofree char *text = write_records (dataset, "ics", &n_left_out);
  icalcomponent   *calendar;
  int              n_events = 0;

  assert_folded (text);
  calendar = parse_calendar (text);
  for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
    {
      g_autoptr (TlRecord) record = tl_dataset_ref_record (dataset, i);
      g_autofree char *uid = g_strdup_printf ("%s@%s.treatyline", record->id,
                                              tl_dataset_get_id (dataset));
      icalcomponent   *event = find_event (calendar, uid);

      if (event == NULL)
        continue;
      n_events++;
      assert_event (event, record);
    }
  g_assert_cmpint (
      icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==,
      n_events);
  g_assert_cmpint (n_events + (int)n_left_out, ==,
                   (int)tl_dataset_get_n_records (dataset));
  g_assert_cmpint (n_events, >, 0);
  icalcomponent_free (calendar);
}

/* Nothing in a text ends its property. */
static void
test_calendar_text (void)
{
  g_autoptr (TlDataset) dataset = load_dataset ("../exports.json");
  guint            n_left_out;
  g_autofree char *text = write_records (dataset, "ics", &n_left_out);
  icalcomponent   *calendar = parse_calendar (text);
  icalcomponent   *event = find_event (calendar, "nasty@exports.treatyline");
  const char      *description;

  g_assert_nonnull (event);
  g_assert_cmpuint (n_left_out, ==, 2);
  g_assert_cmpstr (icalcomponent_get_summary (event), ==,
                   "Talks, “no”; yes\\no | *x* END:VEVENT");
  g_assert_cmpstr (icalcomponent_get_location (event), ==,
                   "Hall 1, left; upstairs");
  description = icalcomponent_get_description (event);
  g_assert_true (g_str_has_prefix (description, "導彈導彈"));
  g_assert_nonnull (strstr (description, "é BEGIN:VEVENT\n"));
  g_assert_cmpstr (
      icalproperty_get_value_as_string (
          icalcomponent_get_first_property (calendar, ICAL_NAME_PROPERTY)),
      ==, "What can go wrong\\, on the way out\\; all of it");
  icalcomponent_free (calendar);
}

static const struct
{
  const char         *id;
  icalproperty_status status;
  const char         *line; /* of the written text, or NULL */
} states[] = {
  { "two-days", ICAL_STATUS_CONFIRMED, NULL },
  { "nasty", ICAL_STATUS_CONFIRMED, "CATEGORIES:new-start\r\n" },
  { "some-time", ICAL_STATUS_TENTATIVE,
    "DESCRIPTION:Date: February 2020 (2020-02)\\n“в феврале”" },
  { "called-off", ICAL_STATUS_CANCELLED, "CATEGORIES:Cancelled\r\n" },
};

static void
test_calendar_status (void)
{
  g_autoptr (TlDataset) dataset = load_dataset ("../exports.json");
  guint            n_left_out;
  g_autofree char *text = write_records (dataset, "ics", &n_left_out);
  icalcomponent   *calendar = parse_calendar (text);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *uid =
          g_strconcat (states[i].id, "@exports.treatyline", NULL);
      icalcomponent *event = find_event (calendar, uid);

      g_assert_nonnull (event);
      g_assert_cmpint (icalcomponent_get_status (event), ==, states[i].status);
      if (states[i].line != NULL)
        g_assert_nonnull (strstr (text, states[i].line));
    }
  icalcomponent_free (calendar);
}

/* The stamp is the last day on which a source was published. */
static void
test_calendar_stamp (void)
{
  g_autoptr (TlDataset) dataset = load_dataset ("../exports.json");
  guint            n_left_out;
  g_autofree char *text = write_records (dataset, "ics", &n_left_out);

  g_assert_nonnull (strstr (text, "DTSTAMP:20200531T000000Z\r\n"));
}

static void
test_formats (void)
{
  guint                  n_formats;
  const TlListingFormat *formats = tl_listing_get_formats (&n_formats);

  g_assert_cmpuint (n_formats, >, 0);
  for (guint i = 0; i < n_formats; i++)
    {
      g_assert_true (tl_listing_find_format (formats[i].nick) == &formats[i]);
      g_assert_true (formats[i].suffix[0] == '.');
      g_assert_nonnull (strchr (formats[i].mime_type, '/'));
    }
  g_assert_null (tl_listing_find_format ("table"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/listing/formats", test_formats);
  g_test_add_func ("/tl/listing/csv", test_csv);
  g_test_add_func ("/tl/listing/markdown", test_markdown);
  g_test_add_func ("/tl/listing/quotes-markdown", test_quotes_markdown);
  g_test_add_data_func ("/tl/listing/calendar/exports", "../exports.json",
                        test_calendar);
  g_test_add_data_func ("/tl/listing/calendar/facets", "../facets.json",
                        test_calendar);
  g_test_add_data_func ("/tl/listing/calendar/builtin", NULL, test_calendar);
  g_test_add_func ("/tl/listing/calendar/text", test_calendar_text);
  g_test_add_func ("/tl/listing/calendar/status", test_calendar_status);
  g_test_add_func ("/tl/listing/calendar/stamp", test_calendar_stamp);
  return g_test_run ();
}
