/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"
#include "tl-date.h"

#include "edtf-generator.h"

/* What valid dates mean. Every example of the specification of the Library of
 * Congress (2019-02-04) is here; the expectations follow its text. */

#define N_RANDOM 20000

static const struct
{
  const char *edtf;
  int         level;
  const char *earliest;
  const char *latest;
} examples[] = {
  /* Level 0: date */
  { "1985-04-12", 0, "1985-04-12", "1985-04-12" },
  { "1985-04", 0, "1985-04-01", "1985-04-30" },
  { "1985", 0, "1985-01-01", "1985-12-31" },
  /* Date and time: the civil reading, never shifted */
  { "1985-04-12T23:20:30", 0, "1985-04-12", "1985-04-12" },
  { "1985-04-12T23:20:30Z", 0, "1985-04-12", "1985-04-12" },
  { "1985-04-12T23:20:30-04", 0, "1985-04-12", "1985-04-12" },
  { "1985-04-12T23:20:30+04:30", 0, "1985-04-12", "1985-04-12" },
  { "2005-09-24T10:00:00", 0, "2005-09-24", "2005-09-24" },
  /* Time interval */
  { "1964/2008", 0, "1964-01-01", "2008-12-31" },
  { "2004-06/2006-08", 0, "2004-06-01", "2006-08-31" },
  { "2004-02-01/2005-02-08", 0, "2004-02-01", "2005-02-08" },
  { "2004-02-01/2005-02", 0, "2004-02-01", "2005-02-28" },
  { "2004-02-01/2005", 0, "2004-02-01", "2005-12-31" },
  { "2005/2006-02", 0, "2005-01-01", "2006-02-28" },
  /* Level 1: letter-prefixed calendar year */
  { "Y170000002", 1, "+170000002-01-01", "+170000002-12-31" },
  { "Y-170000002", 1, "-170000002-01-01", "-170000002-12-31" },
  /* Seasons */
  { "2001-21", 1, "2001-03-01", "2001-11-30" },
  /* Qualification of a date (complete) */
  { "1984?", 1, "1984-01-01", "1984-12-31" },
  { "2004-06~", 1, "2004-06-01", "2004-06-30" },
  { "2004-06-11%", 1, "2004-06-11", "2004-06-11" },
  /* Unspecified digits from the right */
  { "201X", 1, "2010-01-01", "2019-12-31" },
  { "20XX", 1, "2000-01-01", "2099-12-31" },
  { "2004-XX", 1, "2004-01-01", "2004-12-31" },
  { "1985-04-XX", 1, "1985-04-01", "1985-04-30" },
  { "1985-XX-XX", 1, "1985-01-01", "1985-12-31" },
  /* Extended interval */
  { "1985-04-12/..", 1, "1985-04-12", "+inf" },
  { "1985-04/..", 1, "1985-04-01", "+inf" },
  { "1985/..", 1, "1985-01-01", "+inf" },
  { "../1985-04-12", 1, "-inf", "1985-04-12" },
  { "../1985-04", 1, "-inf", "1985-04-30" },
  { "../1985", 1, "-inf", "1985-12-31" },
  { "1985-04-12/", 1, "1985-04-12", "unknown" },
  { "1985-04/", 1, "1985-04-01", "unknown" },
  { "1985/", 1, "1985-01-01", "unknown" },
  { "/1985-04-12", 1, "unknown", "1985-04-12" },
  { "/1985-04", 1, "unknown", "1985-04-30" },
  { "/1985", 1, "unknown", "1985-12-31" },
  /* Negative calendar year */
  { "-1985", 1, "-1985-01-01", "-1985-12-31" },
  /* Level 2: exponential year */
  { "Y-17E7", 2, "-170000000-01-01", "-170000000-12-31" },
  { "Y17E8", 2, "+1700000000-01-01", "+1700000000-12-31" },
  /* Significant digits */
  { "1950S2", 2, "1900-01-01", "1999-12-31" },
  { "Y171010000S3", 2, "+171000000-01-01", "+171999999-12-31" },
  { "Y3388E2S3", 2, "+338000-01-01", "+338999-12-31" },
  /* Sub-year groupings */
  { "2001-34", 2, "2001-04-01", "2001-06-30" },
  /* One of a set */
  { "[1667,1668,1670..1672]", 2, "1667-01-01", "1672-12-31" },
  { "[..1760-12-03]", 2, "-inf", "1760-12-03" },
  { "[1760-12..]", 2, "1760-12-01", "+inf" },
  { "[1760-01,1760-02,1760-12..]", 2, "1760-01-01", "+inf" },
  { "[1667,1760-12]", 2, "1667-01-01", "1760-12-31" },
  { "[..1984]", 2, "-inf", "1984-12-31" },
  /* All members */
  { "{1667,1668,1670..1672}", 2, "1667-01-01", "1672-12-31" },
  { "{1960,1961-12}", 2, "1960-01-01", "1961-12-31" },
  { "{..1984}", 2, "-inf", "1984-12-31" },
  /* Group qualification and qualification of individual components */
  { "2004-06~-11", 2, "2004-06-11", "2004-06-11" },
  { "2004?-06-11", 2, "2004-06-11", "2004-06-11" },
  { "?2004-06-~11", 2, "2004-06-11", "2004-06-11" },
  { "2004-%06-11", 2, "2004-06-11", "2004-06-11" },
  /* Unspecified digit */
  { "156X-12-25", 2, "1560-12-25", "1569-12-25" },
  { "15XX-12-25", 2, "1500-12-25", "1599-12-25" },
  { "XXXX-12-XX", 2, "0000-12-01", "9999-12-31" },
  { "1XXX-XX", 2, "1000-01-01", "1999-12-31" },
  { "1XXX-12", 2, "1000-12-01", "1999-12-31" },
  { "1984-1X", 2, "1984-10-01", "1984-12-31" },
  /* Interval */
  { "2004-06-~01/2004-06-~20", 2, "2004-06-01", "2004-06-20" },
  { "2004-06-XX/2004-07-03", 2, "2004-06-01", "2004-07-03" },

  /* Not in the specification's examples, but following from its text. */
  { "0000", 0, "0000-01-01", "0000-12-31" },
  { "0000/0000", 0, "0000-01-01", "0000-12-31" },
  { "0000-02-29", 0, "0000-02-29", "0000-02-29" },
  { "2000-02-29", 0, "2000-02-29", "2000-02-29" },
  { "9999-12-31T23:59:59", 0, "9999-12-31", "9999-12-31" },
  { "2001-02-03T00:00:00+23:59", 0, "2001-02-03", "2001-02-03" },
  { "2020-07-28/2020-07-28", 0, "2020-07-28", "2020-07-28" },
  { "2020-12/2020", 0, "2020-12-01", "2020-12-31" },
  { "2020/2020-06", 0, "2020-01-01", "2020-06-30" },
  { "-0001", 1, "-0001-01-01", "-0001-12-31" },
  { "-0004-02-29", 1, "-0004-02-29", "-0004-02-29" },
  { "-0100-01-01T00:00:00Z", 1, "-0100-01-01", "-0100-01-01" },
  { "-9999", 1, "-9999-01-01", "-9999-12-31" },
  { "Y10000", 1, "+10000-01-01", "+10000-12-31" },
  { "Y-10000", 1, "-10000-01-01", "-10000-12-31" },
  { "Y292000000000", 1, "+292000000000-01-01", "+292000000000-12-31" },
  { "Y-292000000000", 1, "-292000000000-01-01", "-292000000000-12-31" },
  { "Y170000002?", 1, "+170000002-01-01", "+170000002-12-31" },
  { "2001-21?", 1, "2001-03-01", "2001-11-30" },
  { "2001-21/2003", 1, "2001-03-01", "2003-12-31" },
  { "2001-22/2001-23", 1, "2001-06-01", "2001-11-30" },
  { "-201X", 1, "-2019-01-01", "-2010-12-31" },
  { "-000X", 1, "-0009-01-01", "-0001-12-31" },
  { "201X?", 1, "2010-01-01", "2019-12-31" },
  { "2004-02-XX", 1, "2004-02-01", "2004-02-29" },
  { "2020-07~/2020-08?", 1, "2020-07-01", "2020-08-31" },
  { "Y10000/..", 1, "+10000-01-01", "+inf" },
  { "Y292E9", 2, "+292000000000-01-01", "+292000000000-12-31" },
  { "Y1E4", 2, "+10000-01-01", "+10000-12-31" },
  { "Y17000000X", 2, "+170000000-01-01", "+170000009-12-31" },
  { "YXXXXX", 2, "+10000-01-01", "+99999-12-31" },
  { "-1950S2", 2, "-1999-01-01", "-1900-12-31" },
  { "1950S1", 2, "1000-01-01", "1999-12-31" },
  { "1950S4", 2, "1950-01-01", "1950-12-31" },
  { "0050S1", 2, "0050-01-01", "0059-12-31" },
  { "1950S2~", 2, "1900-01-01", "1999-12-31" },
  { "Y-17E7S3", 2, "-170999999-01-01", "-170000000-12-31" },
  { "1985-XX-12", 2, "1985-01-12", "1985-12-12" },
  { "1985-XX-31", 2, "1985-01-31", "1985-12-31" },
  { "1985-XX-30", 2, "1985-01-30", "1985-12-30" },
  { "1985-0X", 2, "1985-01-01", "1985-09-30" },
  { "1985-X1", 2, "1985-01-01", "1985-11-30" },
  { "1985-X3", 2, "1985-03-01", "1985-03-31" },
  { "1985-04-3X", 2, "1985-04-30", "1985-04-30" },
  { "1985-04-X1", 2, "1985-04-01", "1985-04-21" },
  { "1985-XX-3X", 2, "1985-01-30", "1985-12-31" },
  { "XXXX", 2, "0000-01-01", "9999-12-31" },
  { "X999", 2, "0999-01-01", "9999-12-31" },
  { "20X0", 2, "2000-01-01", "2090-12-31" },
  { "-XXXX", 2, "-9999-01-01", "-0001-12-31" },
  { "-XX00", 2, "-9900-01-01", "-0100-12-31" },
  { "XXXX-02-29", 2, "0000-02-29", "9996-02-29" },
  { "190X-02-29", 2, "1904-02-29", "1908-02-29" },
  { "XX00-02-29", 2, "0000-02-29", "9600-02-29" },
  { "-XXXX-02-29", 2, "-9996-02-29", "-0004-02-29" },
  { "19XX-02-2X", 2, "1900-02-20", "1999-02-28" },
  { "201X-25", 2, "2010-03-01", "2019-05-31" },
  { "201X/2021", 2, "2010-01-01", "2021-12-31" },
  { "2020/202X", 2, "2020-01-01", "2029-12-31" },
  { "2004?-06~-11", 2, "2004-06-11", "2004-06-11" },
  { "?2004~", 2, "2004-01-01", "2004-12-31" },
  { "%-2004-~06-?11", 2, "-2004-06-11", "-2004-06-11" },
  { "?Y170000002", 2, "+170000002-01-01", "+170000002-12-31" },
  { "[1984]", 2, "1984-01-01", "1984-12-31" },
  { "[1984..1984]", 2, "1984-01-01", "1984-12-31" },
  { "[1986,1984]", 2, "1984-01-01", "1986-12-31" },
  { "[1984?,1985~]", 2, "1984-01-01", "1985-12-31" },
  { "[201X,2021-XX]", 2, "2010-01-01", "2021-12-31" },
  { "[2001-21..2001-23]", 2, "2001-03-01", "2001-11-30" },
  { "[..1984,1990..]", 2, "-inf", "+inf" },
  { "{2020-07-01..2020-07-15}", 2, "2020-07-01", "2020-07-15" },
  { "{9998..Y10001}", 2, "9998-01-01", "+10001-12-31" },
  { "{1960..}", 2, "1960-01-01", "+inf" },
};

static void
test_example (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDate) date = tl_date_new_from_edtf (examples[i].edtf, &error);
  g_autofree char *earliest = NULL, *latest = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (date);
  earliest = tl_date_dup_earliest (date);
  latest = tl_date_dup_latest (date);
  g_assert_cmpstr (tl_date_get_edtf (date), ==, examples[i].edtf);
  g_assert_cmpint (tl_date_get_level (date), ==, examples[i].level);
  g_assert_cmpstr (earliest, ==, examples[i].earliest);
  g_assert_cmpstr (latest, ==, examples[i].latest);
}

/* The bounds documented for TlDate. */
static void
test_groupings (void)
{
  static const struct
  {
    const char *first;
    const char *last;
  } groupings[] = {
    { "2001-03-01", "2001-11-30" }, { "2001-06-01", "2002-02-28" },
    { "2001-03-01", "2001-11-30" }, { "2001-06-01", "2002-02-28" },
    { "2001-03-01", "2001-05-31" }, { "2001-06-01", "2001-08-31" },
    { "2001-09-01", "2001-11-30" }, { "2001-12-01", "2002-02-28" },
    { "2001-09-01", "2001-11-30" }, { "2001-12-01", "2002-02-28" },
    { "2001-03-01", "2001-05-31" }, { "2001-06-01", "2001-08-31" },
    { "2001-01-01", "2001-03-31" }, { "2001-04-01", "2001-06-30" },
    { "2001-07-01", "2001-09-30" }, { "2001-10-01", "2001-12-31" },
    { "2001-01-01", "2001-04-30" }, { "2001-05-01", "2001-08-31" },
    { "2001-09-01", "2001-12-31" }, { "2001-01-01", "2001-06-30" },
    { "2001-07-01", "2001-12-31" },
  };

  for (int code = 21; code <= 41; code++)
    {
      g_autofree char *edtf = g_strdup_printf ("2001-%d", code);
      g_autoptr (TlDate) date = tl_date_new_from_edtf (edtf, NULL);
      g_autofree char *earliest = NULL, *latest = NULL;

      g_assert_nonnull (date);
      earliest = tl_date_dup_earliest (date);
      latest = tl_date_dup_latest (date);
      g_assert_cmpstr (earliest, ==, groupings[code - 21].first);
      g_assert_cmpstr (latest, ==, groupings[code - 21].last);
      g_assert_cmpint (tl_date_get_level (date), ==, code < 25 ? 1 : 2);
      g_assert_cmpint (tl_date_get_span (date).precision, ==,
                       TL_PRECISION_SEASON);
    }
}

static void
test_new_for_day (void)
{
  g_autoptr (TlDate) day = tl_date_new_for_day (1595894400 + 12345);
  g_autoptr (TlDate) before = tl_date_new_for_day (-62198755200);
  g_autoptr (TlDate) far = tl_date_new_for_day (G_MAXINT64);

  g_assert_cmpstr (tl_date_get_edtf (day), ==, "2020-07-28");
  g_assert_cmpstr (tl_date_get_edtf (before), ==, "-0001-01-01");
  g_assert_cmpstr (tl_date_get_edtf (far), ==, "Y292000000000");
}

static void
test_boxed (void)
{
  TlDate *date = tl_date_new_for_day (0);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, TL_TYPE_DATE);
  g_value_take_boxed (&value, date);
  g_assert_true (g_value_get_boxed (&value) == date);
  tl_date_unref (tl_date_ref (date));
}

/* Text that does not end with a zero byte, and nothing read beyond it. */
static void
test_length (void)
{
  g_autofree char *text = g_malloc (10);
  TlSpan           span;

  memcpy (text, "2020-07-28", 10);
  g_assert_true (tl_edtf_parse_span (text, 10, &span, NULL));
  g_assert_cmpint (span.precision, ==, TL_PRECISION_DAY);
  g_assert_true (tl_edtf_parse_span (text, 7, &span, NULL));
  g_assert_cmpint (span.precision, ==, TL_PRECISION_MONTH);
  g_assert_true (tl_edtf_parse_span (text, 4, &span, NULL));
  g_assert_cmpint (span.precision, ==, TL_PRECISION_YEAR);
  for (gsize length = 0; length < 10; length++)
    g_assert_cmpint (tl_edtf_parse_span (text, length, &span, NULL), ==,
                     length == 4 || length == 7);
}

static void
check_order (TlSpan span)
{
  g_assert_cmpint (span.earliest, <=, span.latest);
  g_assert_cmpint (span.earliest == G_MININT64, ==,
                   span.start != TL_BOUND_KNOWN);
  g_assert_cmpint (span.latest == G_MAXINT64, ==, span.end != TL_BOUND_KNOWN);
  g_assert_cmpint (span.precision, >=,
                   MAX (span.start_precision, span.end_precision));
  if (span.core_start <= span.core_end)
    {
      g_assert_cmpint (span.core_start, >=, span.earliest);
      g_assert_cmpint (span.core_end, <=, span.latest);
    }
}

static void
test_random_valid (void)
{
  for (int i = 0; i < N_RANDOM; i++)
    {
      g_autofree char *edtf = make_random_edtf ();
      g_autoptr (GError) error = NULL;
      g_autoptr (TlDate) date = tl_date_new_from_edtf (edtf, &error);

      if (date == NULL)
        g_error ("%s: %s", edtf, error->message);
      check_order (tl_date_get_span (date));
      g_assert_cmpstr (tl_date_get_edtf (date), ==, edtf);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/date/example/%s", examples[i].edtf);

      g_strdelimit (path + strlen ("/tl/date/example/"), "/", '|');
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_example);
    }
  g_test_add_func ("/tl/date/groupings", test_groupings);
  g_test_add_func ("/tl/date/new-for-day", test_new_for_day);
  g_test_add_func ("/tl/date/boxed", test_boxed);
  g_test_add_func ("/tl/date/length", test_length);
  g_test_add_func ("/tl/date/random-valid", test_random_valid);

  return g_test_run ();
}
