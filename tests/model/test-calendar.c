/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"

/* Civil seconds against known days, against GLib's calendar, and against
 * themselves over two million years. */

#define DAY TL_SECONDS_PER_DAY
#define N_RANDOM 20000

static const struct
{
  const char *name;
  TlCivil     civil;
  gint64      second;
  int         weekday;
} moments[] = {
  { "epoch", { 1970, 1, 1, 0, 0, 0 }, 0, 4 },
  { "before-epoch", { 1969, 12, 31, 23, 59, 59 }, -1, 3 },
  { "year-2000", { 2000, 1, 1, 0, 0, 0 }, 946684800, 6 },
  { "leap-day", { 2020, 2, 29, 12, 30, 15 }, 1582979415, 6 },
  { "day-after-leap-day", { 2020, 3, 1, 0, 0, 0 }, 1583020800, 7 },
  { "new-start-expires", { 2021, 2, 5, 0, 0, 0 }, 1612483200, 5 },
  { "gregorian-reform", { 1582, 10, 15, 0, 0, 0 }, -12219292800, 5 },
  /* Proleptic: the day before is the 14th, not the 4th. */
  { "before-reform", { 1582, 10, 14, 0, 0, 0 }, -12219379200, 4 },
  { "year-one", { 1, 1, 1, 0, 0, 0 }, -62135596800, 1 },
  { "year-zero", { 0, 1, 1, 0, 0, 0 }, -62167219200, 6 },
  { "year-zero-leap-day", { 0, 2, 29, 0, 0, 0 }, -62162121600, 2 },
  { "year-minus-one", { -1, 12, 31, 23, 59, 59 }, -62167219201, 5 },
  { "julian-day-0", { -4713, 11, 24, 0, 0, 0 }, -2440588 * DAY, 1 },
};

static void
assert_civil (TlCivil a, TlCivil b)
{
  g_assert_cmpint (a.year, ==, b.year);
  g_assert_cmpint (a.month, ==, b.month);
  g_assert_cmpint (a.day, ==, b.day);
  g_assert_cmpint (a.hour, ==, b.hour);
  g_assert_cmpint (a.minute, ==, b.minute);
  g_assert_cmpint (a.second, ==, b.second);
}

static void
test_moment (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  g_assert_cmpint (tl_calendar_to_second (moments[i].civil), ==,
                   moments[i].second);
  assert_civil (tl_calendar_from_second (moments[i].second), moments[i].civil);
  g_assert_cmpint (tl_calendar_weekday (moments[i].second), ==,
                   moments[i].weekday);
}

static void
test_leap_years (void)
{
  static const struct
  {
    gint64   year;
    gboolean leap;
  } years[] = {
    { 2000, TRUE }, { 1900, FALSE }, { 2020, TRUE }, { 2021, FALSE },
    { 0, TRUE },    { -4, TRUE },    { -1, FALSE },  { -100, FALSE },
    { -400, TRUE }, { 4, TRUE },     { 100, FALSE }, { TL_YEAR_MAX, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_assert_cmpint (tl_calendar_is_leap_year (years[i].year), ==,
                       years[i].leap);
      g_assert_cmpint (tl_calendar_days_in_month (years[i].year, 2), ==,
                       years[i].leap ? 29 : 28);
    }
}

/* Each year begins where the one before ends, for a million years either way
 * and at the ends of the range. */
static void
check_years (gint64 from, gint64 to)
{
  gint64 day = tl_calendar_day_number (from, 1, 1);

  for (gint64 year = from; year < to; year++)
    {
      g_assert_cmpint (tl_calendar_day_number (year, 1, 1), ==, day);
      g_assert_cmpint (tl_calendar_from_second (day * DAY).year, ==, year);
      g_assert_cmpint (tl_calendar_from_second (day * DAY - 1).year, ==,
                       year - 1);
      day += tl_calendar_is_leap_year (year) ? 366 : 365;
    }
}

static void
test_years (void)
{
  check_years (-1000000, 1000000);
  check_years (TL_YEAR_MIN, TL_YEAR_MIN + 1000);
  check_years (TL_YEAR_MAX - 1000, TL_YEAR_MAX);
}

/* Every day of four centuries either side of the year 0 and of ours. */
static void
test_days (void)
{
  static const gint64 starts[] = { -800, 1800 };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      gint64 number = tl_calendar_day_number (starts[i], 1, 1);

      for (gint64 year = starts[i]; year < starts[i] + 800; year++)
        for (int month = 1; month <= 12; month++)
          for (int day = 1; day <= tl_calendar_days_in_month (year, month);
               day++, number++)
            {
              TlCivil civil = tl_calendar_from_second (number * DAY);

              g_assert_cmpint (tl_calendar_day_number (year, month, day), ==,
                               number);
              g_assert_cmpint (civil.year, ==, year);
              g_assert_cmpint (civil.month, ==, month);
              g_assert_cmpint (civil.day, ==, day);
            }
    }
}

static void
test_against_glib (void)
{
  GDate date;

  g_date_clear (&date, 1);
  for (guint julian = 1; julian < 3652000; julian += 11)
    {
      gint64  second = ((gint64)julian - 719163) * DAY;
      TlCivil civil = tl_calendar_from_second (second);

      g_date_set_julian (&date, julian);
      g_assert_cmpint (civil.year, ==, g_date_get_year (&date));
      g_assert_cmpint (civil.month, ==, g_date_get_month (&date));
      g_assert_cmpint (civil.day, ==, g_date_get_day (&date));
      g_assert_cmpint (tl_calendar_weekday (second), ==,
                       g_date_get_weekday (&date));
    }
}

static gint64
get_random_second (void)
{
  guint64 bits = ((guint64)(guint32)g_test_rand_int () << 32) |
                 (guint32)g_test_rand_int ();

  return (gint64)bits >> g_test_rand_int_range (0, 60);
}

static void
test_round_trip (void)
{
  for (int i = 0; i < N_RANDOM; i++)
    {
      gint64  second = get_random_second ();
      TlCivil civil = tl_calendar_from_second (second);

      if (civil.year < TL_YEAR_MIN || civil.year > TL_YEAR_MAX)
        continue;
      g_assert_cmpint (tl_calendar_to_second (civil), ==, second);
    }
}

static const struct
{
  const char    *name;
  const char    *from;  /* day */
  int            clock; /* seconds since midnight */
  TlCalendarUnit unit;
  gint64         step;
  const char    *floor;
  int            floor_clock;
  const char    *next;
  int            next_clock;
} floors[] = {
  { "day", "2020-07-28", 3661, TL_UNIT_DAY, 1, "2020-07-28", 0, "2020-07-29",
    0 },
  { "days-5", "2020-07-28", 0, TL_UNIT_DAY, 5, "2020-07-26", 0, "2020-07-31",
    0 },
  { "days-start-anew", "2020-07-31", 0, TL_UNIT_DAY, 5, "2020-07-31", 0,
    "2020-08-01", 0 },
  { "week", "2020-07-28", 0, TL_UNIT_WEEK, 1, "2020-07-27", 0, "2020-08-03",
    0 },
  { "week-on-monday", "2020-07-27", 0, TL_UNIT_WEEK, 1, "2020-07-27", 0,
    "2020-08-03", 0 },
  { "week-on-sunday", "2020-07-26", 86399, TL_UNIT_WEEK, 1, "2020-07-20", 0,
    "2020-07-27", 0 },
  { "week-before-epoch", "1969-12-31", 0, TL_UNIT_WEEK, 1, "1969-12-29", 0,
    "1970-01-05", 0 },
  { "month", "2020-02-29", 1, TL_UNIT_MONTH, 1, "2020-02-01", 0, "2020-03-01",
    0 },
  { "quarter", "2020-12-31", 0, TL_UNIT_MONTH, 3, "2020-10-01", 0, "2021-01-01",
    0 },
  { "year", "2020-12-31", 86399, TL_UNIT_YEAR, 1, "2020-01-01", 0, "2021-01-01",
    0 },
  { "decade", "2019-12-31", 0, TL_UNIT_YEAR, 10, "2010-01-01", 0, "2020-01-01",
    0 },
  { "century", "0099-12-31", 0, TL_UNIT_YEAR, 100, "0000-01-01", 0,
    "0100-01-01", 0 },
  { "hour", "2020-07-28", 7199, TL_UNIT_HOUR, 1, "2020-07-28", 3600,
    "2020-07-28", 7200 },
  { "hours-6", "2020-07-28", 86399, TL_UNIT_HOUR, 6, "2020-07-28", 64800,
    "2020-07-29", 0 },
  { "hours-start-anew", "2020-07-28", 86399, TL_UNIT_HOUR, 5, "2020-07-28",
    72000, "2020-07-29", 0 },
  { "minutes", "1969-07-20", 73057, TL_UNIT_MINUTE, 15, "1969-07-20", 72900,
    "1969-07-20", 73800 },
  { "seconds", "1969-07-20", 73057, TL_UNIT_SECOND, 30, "1969-07-20", 73050,
    "1969-07-20", 73080 },
};

static gint64
get_second (const char *day, int clock)
{
  gint64 second = 0;

  g_assert_true (tl_calendar_parse_day (day, &second));
  return second + clock;
}

static void
test_floor (gconstpointer data)
{
  gsize  i = GPOINTER_TO_SIZE (data);
  gint64 second = get_second (floors[i].from, floors[i].clock);
  gint64 floored = tl_calendar_floor (second, floors[i].unit, floors[i].step);

  g_assert_cmpint (floored, ==,
                   get_second (floors[i].floor, floors[i].floor_clock));
  g_assert_cmpint (tl_calendar_next (floored, floors[i].unit, floors[i].step),
                   ==, get_second (floors[i].next, floors[i].next_clock));
}

/* The floor is not after the second, the next is, and both are boundaries. */
static void
test_floor_properties (void)
{
  static const gint64 steps[] = { 1, 2, 3, 5, 6, 10, 12, 15, 30, 100, 1000 };

  for (int i = 0; i < N_RANDOM; i++)
    {
      gint64 second = get_random_second () / 2;
      int    unit = g_test_rand_int_range (TL_UNIT_SECOND, TL_UNIT_YEAR + 1);
      gint64 step =
          steps[g_test_rand_int_range (0, (gint32)G_N_ELEMENTS (steps))];
      gint64 floored = tl_calendar_floor (second, (TlCalendarUnit)unit, step);
      gint64 next = tl_calendar_next (floored, (TlCalendarUnit)unit, step);

      g_assert_cmpint (floored, <=, second);
      g_assert_cmpint (next, >, second);
      g_assert_cmpint (tl_calendar_floor (floored, (TlCalendarUnit)unit, step),
                       ==, floored);
      g_assert_cmpint (tl_calendar_floor (next, (TlCalendarUnit)unit, step), ==,
                       next);
      g_assert_cmpint (tl_calendar_floor (next - 1, (TlCalendarUnit)unit, step),
                       ==, floored);
    }
}

/* At the ends of 64 bits nothing overflows; results stop at the end. */
static void
test_ends (void)
{
  static const gint64 steps[] = { 1, 7, 1000000, G_MAXINT64 };
  static const gint64 seconds[] = { G_MININT64, G_MININT64 + 1, G_MAXINT64 - 1,
                                    G_MAXINT64 };

  for (int unit = TL_UNIT_SECOND; unit <= TL_UNIT_YEAR; unit++)
    for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
      for (gsize j = 0; j < G_N_ELEMENTS (seconds); j++)
        {
          gint64 floored =
              tl_calendar_floor (seconds[j], (TlCalendarUnit)unit, steps[i]);

          g_assert_cmpint (floored, <=, seconds[j]);
          g_assert_cmpint (
              tl_calendar_next (floored, (TlCalendarUnit)unit, steps[i]), >=,
              floored);
        }
  for (gsize j = 0; j < G_N_ELEMENTS (seconds); j++)
    {
      int weekday = tl_calendar_weekday (seconds[j]);

      g_assert_cmpint (weekday, >=, 1);
      g_assert_cmpint (weekday, <=, 7);
    }
}

static const struct
{
  const char *text;
  const char *formatted; /* NULL: not a day */
} days[] = {
  { "2020-07-28", "2020-07-28" },
  { "0000-01-01", "0000-01-01" },
  { "9999-12-31", "9999-12-31" },
  { "2020-02-29", "2020-02-29" },
  { "2021-02-29", NULL },
  { "1900-02-29", NULL },
  { "2020-13-01", NULL },
  { "2020-00-01", NULL },
  { "2020-01-00", NULL },
  { "2020-01-32", NULL },
  { "2020-1-1", NULL },
  { "2020-07", NULL },
  { "2020", NULL },
  { "", NULL },
  { "2020-07-28 ", NULL },
  { " 2020-07-28", NULL },
  { "2020-07-28T00:00:00", NULL },
  { "-2020-07-28", NULL },
  { "+2020-07-28", NULL },
  { "2020/07/28", NULL },
  { "20200728", NULL },
  { "２０２０-07-28", NULL },
};

static void
test_parse_day (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      gint64           second = 12345;
      gboolean         parsed = tl_calendar_parse_day (days[i].text, &second);
      g_autofree char *formatted = tl_calendar_format_day (second);

      g_assert_cmpint (parsed, ==, days[i].formatted != NULL);
      if (parsed)
        g_assert_cmpstr (formatted, ==, days[i].formatted);
      else
        g_assert_cmpint (second, ==, 12345);
    }
}

static void
test_format_day (void)
{
  static const struct
  {
    TlCivil     civil;
    const char *text;
  } texts[] = {
    { { -1, 12, 31, 23, 59, 59 }, "-0001-12-31" },
    { { 33, 4, 3, 15, 0, 0 }, "0033-04-03" },
    { { 10000, 1, 1, 0, 0, 0 }, "+10000-01-01" },
    { { -170000002, 1, 1, 0, 0, 0 }, "-170000002-01-01" },
    { { TL_YEAR_MAX, 12, 31, 0, 0, 0 }, "+292000000000-12-31" },
    { { TL_YEAR_MIN, 1, 1, 0, 0, 0 }, "-292000000000-01-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text =
          tl_calendar_format_day (tl_calendar_to_second (texts[i].civil));

      g_assert_cmpstr (text, ==, texts[i].text);
    }
}

static void
test_today (void)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 today;

  g_setenv ("SOURCE_DATE_EPOCH", "1595980799", TRUE);
  g_assert_cmpint (tl_calendar_today (), ==, get_second ("2020-07-28", 0));
  g_setenv ("SOURCE_DATE_EPOCH", "not a number", TRUE);
  today = tl_calendar_today ();
  g_assert_cmpint (today % DAY, ==, 0);
  /* Local clocks are at most a day away from UTC. */
  g_assert_cmpint (ABS (today - now), <, 2 * DAY);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_cmpint (ABS (tl_calendar_today () - now), <, 2 * DAY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/calendar/moment/%s", moments[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_moment);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (floors); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/calendar/floor/%s", floors[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_floor);
    }
  g_test_add_func ("/tl/calendar/leap-years", test_leap_years);
  g_test_add_func ("/tl/calendar/years", test_years);
  g_test_add_func ("/tl/calendar/days", test_days);
  g_test_add_func ("/tl/calendar/against-glib", test_against_glib);
  g_test_add_func ("/tl/calendar/round-trip", test_round_trip);
  g_test_add_func ("/tl/calendar/floor/properties", test_floor_properties);
  g_test_add_func ("/tl/calendar/floor/ends", test_ends);
  g_test_add_func ("/tl/calendar/parse-day", test_parse_day);
  g_test_add_func ("/tl/calendar/format-day", test_format_day);
  g_test_add_func ("/tl/calendar/today", test_today);

  return g_test_run ();
}
