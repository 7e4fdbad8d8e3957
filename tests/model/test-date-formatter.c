/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-date-formatter.h"

#include "edtf-generator.h"

#include <locale.h>

/* Dates in English words, axis labels, counts and durations. */

#define N_RANDOM 3000
#define DAY TL_SECONDS_PER_DAY

static const struct
{
  const char *edtf;
  const char *full;
  const char *short_text; /* NULL: the same */
} words[] = {
  { "2020-04-14", "14 April 2020", "14 Apr 2020" },
  { "2020-04", "April 2020", "Apr 2020" },
  { "2020", "2020", NULL },
  { "1985-04-12T23:20:30", "12 April 1985 at 23:20:30",
    "12 Apr 1985, 23:20:30" },
  { "1985-04-12T23:20:30Z", "12 April 1985 at 23:20:30 (UTC)",
    "12 Apr 1985, 23:20:30 (UTC)" },
  { "1985-04-12T23:20:30-04", "12 April 1985 at 23:20:30 (UTC−04:00)",
    "12 Apr 1985, 23:20:30 (UTC−04:00)" },
  { "1985-04-12T23:20:30+04:30", "12 April 1985 at 23:20:30 (UTC+04:30)",
    "12 Apr 1985, 23:20:30 (UTC+04:30)" },
  { "2016-12-31T23:59:60Z", "31 December 2016 at 23:59:60 (UTC)",
    "31 Dec 2016, 23:59:60 (UTC)" },

  /* Qualifiers */
  { "2020~", "about 2020", NULL },
  { "2020?", "2020 (uncertain)", NULL },
  { "2020%", "about 2020 (uncertain)", NULL },
  { "2020-04-14~", "about 14 April 2020", "about 14 Apr 2020" },
  { "2020-04-~14", "about 14 April 2020", "about 14 Apr 2020" },
  { "2004-06~-11", "11 June 2004 (year and month approximate)",
    "11 Jun 2004 (year and month approximate)" },
  { "?2004-06-~11", "11 June 2004 (year uncertain and day approximate)",
    "11 Jun 2004 (year uncertain and day approximate)" },
  { "2004-%06-11", "11 June 2004 (month uncertain and approximate)",
    "11 Jun 2004 (month uncertain and approximate)" },

  /* Seasons and other parts of a year */
  { "2020-21", "spring 2020", NULL },
  { "2020-24", "winter 2020", NULL },
  { "2020-26", "summer 2020 (Northern Hemisphere)", NULL },
  { "2020-31", "autumn 2020 (Southern Hemisphere)", NULL },
  { "2020-33", "first quarter of 2020", NULL },
  { "2020-36", "fourth quarter of 2020", NULL },
  { "2020-38", "middle four months of 2020", NULL },
  { "2020-41", "second half of 2020", NULL },
  { "2020-22~", "about summer 2020", NULL },
  { "201X-22", "between summer 2010 and summer 2019", NULL },

  /* Years */
  { "0732-10-14", "14 October 732 AD", "14 Oct 732 AD" },
  { "0000", "1 BC", NULL },
  { "-0043-03-15", "15 March 44 BC", "15 Mar 44 BC" },
  { "Y12345", "12,345", NULL },
  { "Y170000002", "170,000,002", NULL },
  { "Y-17E7", "170,000,001 BC", NULL },
  { "201X", "the 2010s", NULL },
  { "20XX", "between 2000 and 2099", NULL },
  { "20X1", "between 2001 and 2091", NULL },
  { "2XXX", "between 2000 and 2999", NULL },
  { "XXXX", "an unknown year", NULL },
  { "009X", "between 90 AD and 99 AD", NULL },
  { "-004X", "between 50 BC and 41 BC", NULL },
  { "Y17000000X", "between 170,000,000 and 170,000,009", NULL },
  { "1950S2", "between 1900 and 1999, estimated at 1950", NULL },
  { "1950S4", "1950", NULL },
  { "Y171010000S3",
    "between 171,000,000 and 171,999,999, estimated at 171,010,000", NULL },

  /* Unspecified months and days */
  { "2004-XX", "some month of 2004", NULL },
  { "2020-07-XX", "some day of July 2020", "some day of Jul 2020" },
  { "1985-XX-XX", "some day of 1985", NULL },
  { "2004-XX-15", "day 15 of some month of 2004", NULL },
  { "1984-1X", "October, November or December 1984", "Oct, Nov or Dec 1984" },
  { "1984-X1", "January or November 1984", "Jan or Nov 1984" },
  { "1984-0X", "some month of January–September 1984",
    "some month of Jan–Sept 1984" },
  { "2004-06-1X", "some day of 10–19 June 2004", "some day of 10–19 Jun 2004" },
  { "0500-06-1X", "some day of 10 June 500 AD–19 June 500 AD",
    "some day of 10 Jun 500 AD–19 Jun 500 AD" },
  { "2004-06-3X", "30 June 2004", "30 Jun 2004" },
  { "2004-07-3X", "30 or 31 July 2004", "30 or 31 Jul 2004" },
  { "2004-06-X1", "1, 11 or 21 June 2004", "1, 11 or 21 Jun 2004" },
  { "XXXX-12-25", "25 December of an unknown year",
    "25 Dec of an unknown year" },
  { "XXXX-02-29", "29 February of an unknown year",
    "29 Feb of an unknown year" },
  { "156X-12-25", "25 December of a year in the 1560s",
    "25 Dec of a year in the 1560s" },
  { "15XX-12-25", "25 December of a year in 1500–1599",
    "25 Dec of a year in 1500–1599" },
  { "1XXX-12", "December of a year in 1000–1999",
    "Dec of a year in 1000–1999" },
  { "1XXX-XX", "some month of 1000–1999", NULL },
  { "XXXX-XX-XX", "some day of an unknown year", NULL },
  { "XXXX-12-XX", "some day of December of an unknown year",
    "some day of Dec of an unknown year" },
  { "156X-1X", "between October 1560 and December 1569",
    "between Oct 1560 and Dec 1569" },

  /* Intervals */
  { "2020-07-27/2020-07-28", "27–28 July 2020", "27–28 Jul 2020" },
  { "2020-07/2020-08", "July–August 2020", "Jul–Aug 2020" },
  { "1964/2008", "1964–2008", NULL },
  { "2020-07-30/2020-08-02", "30 July – 2 August 2020", "30 Jul – 2 Aug 2020" },
  { "2019-12-30/2020-01-03", "30 December 2019 – 3 January 2020",
    "30 Dec 2019 – 3 Jan 2020" },
  { "2004-06/2006-08", "June 2004 – August 2006", "Jun 2004 – Aug 2006" },
  { "2004-02-01/2005", "1 February 2004 – 2005", "1 Feb 2004 – 2005" },
  { "2020-07-28/2020-07-28", "28 July 2020", "28 Jul 2020" },
  { "2020-01-11~/2020-01-20~", "about 11–20 January 2020",
    "about 11–20 Jan 2020" },
  { "2004-06-~01/2004-06-~20", "about 1–20 June 2004", "about 1–20 Jun 2004" },
  { "2020?/2021?", "2020–2021 (uncertain)", NULL },
  { "2020/2021~", "2020 – about 2021", NULL },
  { "2004-06-XX/2004-07-03", "some day of June 2004 – 3 July 2004",
    "some day of Jun 2004 – 3 Jul 2004" },
  { "2001-21/2003", "spring 2001 – 2003", NULL },
  { "-0043/0014", "44 BC – 14 AD", NULL },
  { "0800/1200", "800 AD – 1200 AD", NULL },
  { "1500-01-01/1600-12-31", "1 January 1500 – 31 December 1600",
    "1 Jan 1500 – 31 Dec 1600" },
  { "2020-04-14/..", "from 14 April 2020 on", "from 14 Apr 2020 on" },
  { "2020-04-14/", "from 14 April 2020 (end unknown)",
    "from 14 Apr 2020 (end unknown)" },
  { "../2021-02-05", "until 5 February 2021", "until 5 Feb 2021" },
  { "/2020-04-17", "until 17 April 2020 (start unknown)",
    "until 17 Apr 2020 (start unknown)" },
  { "2020-07~/..", "from about July 2020 on", "from about Jul 2020 on" },

  /* Sets */
  { "[2020-07-27,2020-07-28]", "27 or 28 July 2020", "27 or 28 Jul 2020" },
  { "{2020-07-27,2020-07-28}", "27 and 28 July 2020", "27 and 28 Jul 2020" },
  { "[2020-07,2020-08]", "July or August 2020", "Jul or Aug 2020" },
  { "[2020-07-31,2020-08-01]", "31 July 2020 or 1 August 2020",
    "31 Jul 2020 or 1 Aug 2020" },
  { "[1667,1668,1670..1672]", "1667, 1668 or 1670–1672", NULL },
  { "{1960,1961-12}", "1960 and December 1961", "1960 and Dec 1961" },
  { "[2020-01-11..2020-01-20]", "some day of 11–20 January 2020",
    "some day of 11–20 Jan 2020" },
  { "[2020-03-28..2020-04-13]", "some day of 28 March – 13 April 2020",
    "some day of 28 Mar – 13 Apr 2020" },
  { "[2019-02..2019-08]", "some month of February–August 2019",
    "some month of Feb–Aug 2019" },
  { "[1667..1672]", "between 1667 and 1672", NULL },
  { "{2020-01-11..2020-01-20}", "11–20 January 2020", "11–20 Jan 2020" },
  { "[..1984]", "1984 or earlier", NULL },
  { "[..1760-12-03]", "3 December 1760 or earlier", "3 Dec 1760 or earlier" },
  { "[1760-12..]", "December 1760 or later", "Dec 1760 or later" },
  { "{..1984}", "1984 and all earlier dates", NULL },
  { "{1984..}", "1984 and all later dates", NULL },
  { "[1984]", "1984", NULL },
  { "[1984~,1985]", "about 1984 or 1985", NULL },
  { "{1990,1991,1992,1993,1994,1995,1996,1997,1998,1999,2000,2001,2002,2003,"
    "2004,2005,2006}",
    "many dates (1990–2006)", NULL },
  { "[..1990,1991,1992,1993,1994,1995,1996,1997,1998,1999,2000,2001,2002,2003,"
    "2004,2005,2006]",
    "one of many dates (until 2006)", NULL },
  { "[..1990,1980..1985,1992,1993,1994,1995,1996,1997,1998,1999,2000,2001,"
    "2002,2003,2008,2004,2006..]",
    "one of many dates (1990 or earlier – 2006 or later)", NULL },
};

static const struct
{
  const char *edtf;
  const char *text;
} explanations[] = {
  { "2020-07-28", "The exact day is known." },
  { "2020-07-28T10:00:00", "The exact time is known." },
  { "2020-07", "Some time in this month; the day is not known." },
  { "2020-07-XX", "Some time in this month; the day is not known." },
  { "2020-33", "Some time in this part of the year; the day is not known." },
  { "2020", "Some time in this year; the day is not known." },
  { "202X", "Some time in this decade; the year is not known." },
  { "20XX", "Some time in these hundred years; the year is not known." },
  { "XXXX-12-25", "The year is not known." },
  { "2020-07-28~", "The date is approximate." },
  { "2020-07-28?", "The date is uncertain: possible, but not definite." },
  { "2020-07-28%", "The date is approximate and, even so, uncertain." },
  { "2020-07~", "The date is approximate." },
  { "2020~/2021~", "Neither the first nor the last day is known. "
                   "The date is approximate." },
  { "2020~/..", "Only the start is given; no end is stated. "
                "The date is approximate." },
  { "[2020-07-27~,2020-07-29~]",
    "The date is one of these; which one is not known. "
    "The date is approximate." },
  { "?2004-06-~11", "Parts of the date are uncertain or approximate." },
  { "2020-07-27/2020-07-28", "The first and the last day are known." },
  { "2020-07-27/2020-08", "The first day is known, the last day is not." },
  { "2020-07/2020-08-01", "The last day is known, the first day is not." },
  { "2020/2021", "Neither the first nor the last day is known." },
  { "2020-07-27~/2020-07-28",
    "Parts of the date are uncertain or approximate." },
  { "2020/..", "Only the start is given; no end is stated." },
  { "2020/", "Only the start is known; the end is not." },
  { "../2020", "Only the end is given; no start is stated." },
  { "/2020", "Only the end is known; the start is not." },
  { "[2020,2021]", "The date is one of these; which one is not known." },
  { "[..2020]", "The date is one of these; on one side there is no limit." },
  { "[2020-07-28]", "The exact day is known." },
  { "[2020-07-28~]", "The date is approximate." },
  { "{2020,2021}", "On each of these dates." },
  { "{..2020}", "On each of these dates; on one side there is no limit." },
};

static const struct
{
  TlCivil        civil;
  TlCalendarUnit unit;
  gint64         step;
  const char    *lower;
  const char    *upper;
} ticks[] = {
  { { 2020, 4, 14, 6, 30, 15 },
    TL_UNIT_SECOND,
    15,
    "06:30:15",
    "14 April 2020" },
  { { 2020, 4, 14, 6, 30, 0 }, TL_UNIT_MINUTE, 30, "06:30", "14 April 2020" },
  { { 2020, 4, 14, 6, 0, 0 }, TL_UNIT_HOUR, 6, "06:00", "14 April 2020" },
  { { 2020, 4, 14, 0, 0, 0 }, TL_UNIT_DAY, 1, "14", "April 2020" },
  { { 2020, 4, 6, 0, 0, 0 }, TL_UNIT_WEEK, 1, "6", "April 2020" },
  { { 2020, 4, 1, 0, 0, 0 }, TL_UNIT_MONTH, 3, "Apr", "2020" },
  { { 2020, 1, 1, 0, 0, 0 }, TL_UNIT_YEAR, 1, "2020", "2020" },
  { { 1900, 1, 1, 0, 0, 0 }, TL_UNIT_YEAR, 100, "1900", "1900" },
  { { 500, 1, 1, 0, 0, 0 }, TL_UNIT_YEAR, 100, "500", "500" },
  { { 20000, 1, 1, 0, 0, 0 }, TL_UNIT_YEAR, 1000, "20,000", "20,000" },
  { { 0, 1, 1, 0, 0, 0 }, TL_UNIT_YEAR, 100, "1 BC", "1 BC" },
  { { -43, 1, 1, 0, 0, 0 }, TL_UNIT_YEAR, 1, "44 BC", "44 BC" },
  { { -50, 1, 1, 0, 0, 0 }, TL_UNIT_YEAR, 50, "51 BC", "51 BC" },
  /* Round labels on a coarse axis */
  { { -1000, 1, 1, 0, 0, 0 }, TL_UNIT_YEAR, 100, "1000 BC", "1000 BC" },
  { { -170000000, 1, 1, 0, 0, 0 },
    TL_UNIT_YEAR,
    10000000,
    "170,000,000 BC",
    "170,000,000 BC" },
  { { -43, 3, 1, 0, 0, 0 }, TL_UNIT_MONTH, 1, "Mar", "44 BC" },
  { { -43, 3, 15, 0, 0, 0 }, TL_UNIT_DAY, 1, "15", "March 44 BC" },
  { { 170000002, 3, 15, 6, 0, 0 },
    TL_UNIT_HOUR,
    1,
    "06:00",
    "15 March 170,000,002" },
};

static TlDateFormatter *formatter;

static void
assert_words (const char *edtf, TlDateStyle style, const char *expected)
{
  g_autoptr (TlDate) date = tl_date_new_from_edtf (edtf, NULL);
  g_autofree char *text = NULL;

  g_assert_nonnull (date);
  text = tl_date_formatter_format (formatter, date, style);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_words (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  assert_words (words[i].edtf, TL_DATE_STYLE_FULL, words[i].full);
  assert_words (words[i].edtf, TL_DATE_STYLE_SHORT,
                words[i].short_text != NULL ? words[i].short_text
                                            : words[i].full);
}

static void
test_explain (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (explanations); i++)
    {
      g_autoptr (TlDate) date =
          tl_date_new_from_edtf (explanations[i].edtf, NULL);
      g_autofree char *text = tl_date_formatter_explain (formatter, date);

      g_assert_cmpstr (text, ==, explanations[i].text);
    }
}

static void
test_ticks (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ticks); i++)
    {
      gint64           second = tl_calendar_to_second (ticks[i].civil);
      g_autofree char *lower = tl_date_formatter_format_tick (
          formatter, second, ticks[i].unit, ticks[i].step, FALSE);
      g_autofree char *upper = tl_date_formatter_format_tick (
          formatter, second, ticks[i].unit, ticks[i].step, TRUE);

      g_assert_cmpstr (lower, ==, ticks[i].lower);
      g_assert_cmpstr (upper, ==, ticks[i].upper);
    }
}

static void
test_day (void)
{
  static const struct
  {
    TlCivil     civil;
    TlDateStyle style;
    const char *text;
  } days[] = {
    { { 2020, 7, 28, 0, 0, 0 }, TL_DATE_STYLE_FULL, "28 July 2020" },
    { { 2020, 7, 28, 23, 59, 59 }, TL_DATE_STYLE_SHORT, "28 Jul 2020" },
    { { 1582, 10, 10, 0, 0, 0 }, TL_DATE_STYLE_FULL, "10 October 1582" },
    { { 1, 1, 1, 0, 0, 0 }, TL_DATE_STYLE_FULL, "1 January 1 AD" },
    { { 0, 2, 29, 0, 0, 0 }, TL_DATE_STYLE_FULL, "29 February 1 BC" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = tl_date_formatter_format_day (
          formatter, tl_calendar_to_second (days[i].civil), days[i].style);

      g_assert_cmpstr (text, ==, days[i].text);
    }
}

static void
test_duration (void)
{
  static const struct
  {
    gint64      seconds;
    const char *text;
  } durations[] = {
    { 0, "0 seconds" },
    { 1, "1 second" },
    { 59, "59 seconds" },
    { 60, "1 minute" },
    { 90, "90 seconds" },
    { 5400, "90 minutes" },
    { 3600, "1 hour" },
    { 36 * 3600, "36 hours" },
    { DAY, "1 day" },
    { 60 * DAY, "60 days" },
    { 61 * DAY, "2 months" },
    { 192 * DAY, "6 months" },
    { 364 * DAY, "12 months" },
    { 365 * DAY, "1 year" },
    { 366 * DAY, "1 year" },
    { 396 * DAY, "13 months" },
    { 729 * DAY, "24 months" },
    { 730 * DAY, "2 years" },
    { 1096 * DAY, "3 years" },
    { G_GINT64_CONSTANT (31556952) * 12345, "12,345 years" },
    { G_MAXINT64, "292,277,024,627 years" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      g_autofree char *text =
          tl_date_formatter_format_duration (formatter, durations[i].seconds);

      g_assert_cmpstr (text, ==, durations[i].text);
    }
}

static void
test_countdown (void)
{
  static const struct
  {
    const char *today;
    const char *day;
    int         clock;
    const char *text;
  } countdowns[] = {
    { "2020-07-28", "2021-02-05", 0, "192 days to run" },
    { "2020-07-28", "2020-07-29", 0, "1 day to run" },
    { "2020-07-28", "2020-07-28", 86399, "today" },
    { "2020-07-28", "2020-07-27", 86399, "1 day ago" },
    { "2026-11-22", "2021-02-05", 0, "2,116 days ago" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (countdowns); i++)
    {
      gint64           today, second;
      g_autofree char *text = NULL;

      g_assert_true (tl_calendar_parse_day (countdowns[i].today, &today));
      g_assert_true (tl_calendar_parse_day (countdowns[i].day, &second));
      text = tl_date_formatter_format_countdown (formatter, today + 3600,
                                                 second + countdowns[i].clock);
      g_assert_cmpstr (text, ==, countdowns[i].text);
    }
}

static void
test_count (void)
{
  static const struct
  {
    guint64     count;
    const char *text;
  } counts[] = {
    { 0, "0" },
    { 999, "999" },
    { 1000, "1,000" },
    { 1000000, "1,000,000" },
    { G_MAXUINT64, "9,223,372,036,854,775,807" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *text =
          tl_date_formatter_format_count (formatter, counts[i].count);

      g_assert_cmpstr (text, ==, counts[i].text);
    }
}

/* No catalogue is loaded, so the words are English, and whatever language is
 * asked for, so are the months; the country decides about their order. */
static void
test_language (void)
{
  static const struct
  {
    const char *language;
    const char *text;
  } languages[] = {
    { NULL, "about 14 April 2020" },
    { "en", "about 14 April 2020" },
    { "en_GB", "about 14 April 2020" },
    { "en-US", "about April 14, 2020" },
    { "en_US.UTF-8", "about April 14, 2020" },
    { "C", "about 14 April 2020" },
    { "POSIX", "about 14 April 2020" },
    { "de", "about 14 April 2020" },
    { "ru_RU.UTF-8", "about 14 April 2020" },
    { "zh-Hans-CN", "about 14 April 2020" },
    { "ar@calendar=islamic", "about 14 April 2020" },
    { "en@calendar=buddhist", "about 14 April 2020" },
    { "", "about 14 April 2020" },
    { "@", "about 14 April 2020" },
    { "no such language", "about 14 April 2020" },
  };
  g_autoptr (TlDate) date = tl_date_new_from_edtf ("2020-04-14~", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (TlDateFormatter) other =
          tl_date_formatter_new (languages[i].language);
      g_autofree char *text =
          tl_date_formatter_format (other, date, TL_DATE_STYLE_FULL);

      g_assert_cmpstr (text, ==, languages[i].text);
    }
}

/* Every date has words, in UTF-8, with nothing left to be filled in. */
static void
test_random_valid (void)
{
  for (int i = 0; i < N_RANDOM; i++)
    {
      g_autofree char *edtf = make_random_edtf ();
      g_autoptr (TlDate) date = tl_date_new_from_edtf (edtf, NULL);
      g_autofree char *full =
          tl_date_formatter_format (formatter, date, TL_DATE_STYLE_FULL);
      g_autofree char *brief =
          tl_date_formatter_format (formatter, date, TL_DATE_STYLE_SHORT);
      g_autofree char *explanation =
          tl_date_formatter_explain (formatter, date);

      g_assert_true (g_utf8_validate (full, -1, NULL));
      g_assert_true (full[0] != '\0' && strstr (full, "%s") == NULL);
      g_assert_true (brief[0] != '\0' && strchr (brief, '$') == NULL);
      g_assert_true (g_str_has_suffix (explanation, "."));
    }
}

/* Seconds as far as they reach have days and labels. */
static void
test_ends (void)
{
  static const gint64 seconds[] = { G_MININT64, G_MININT64 + 1, -1, 0,
                                    G_MAXINT64 };

  for (gsize i = 0; i < G_N_ELEMENTS (seconds); i++)
    {
      g_autofree char *day = tl_date_formatter_format_day (
          formatter, seconds[i], TL_DATE_STYLE_FULL);

      g_assert_true (day[0] != '\0');
      for (int unit = TL_UNIT_SECOND; unit <= TL_UNIT_YEAR; unit++)
        {
          g_autofree char *label = tl_date_formatter_format_tick (
              formatter, seconds[i], (TlCalendarUnit)unit, 1000, unit % 2);

          g_assert_true (label[0] != '\0');
        }
    }
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  formatter = tl_date_formatter_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/date-formatter/words/%s", words[i].edtf);

      g_strdelimit (path + strlen ("/tl/date-formatter/words/"), "/", '|');
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_words);
    }
  g_test_add_func ("/tl/date-formatter/explain", test_explain);
  g_test_add_func ("/tl/date-formatter/ticks", test_ticks);
  g_test_add_func ("/tl/date-formatter/day", test_day);
  g_test_add_func ("/tl/date-formatter/duration", test_duration);
  g_test_add_func ("/tl/date-formatter/countdown", test_countdown);
  g_test_add_func ("/tl/date-formatter/count", test_count);
  g_test_add_func ("/tl/date-formatter/language", test_language);
  g_test_add_func ("/tl/date-formatter/random-valid", test_random_valid);
  g_test_add_func ("/tl/date-formatter/ends", test_ends);

  status = g_test_run ();
  tl_date_formatter_free (formatter);
  return status;
}
