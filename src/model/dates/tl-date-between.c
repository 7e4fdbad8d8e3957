/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tl-date-wording-private.h"
#include "tl-time-between.h"

/* The time between two dates in words. One answer is taken apart (“6 months
 * and 8 days”); a range is given in the coarsest unit that does not make it
 * look much wider than it is, rounded outwards. */

#define MONTHS_PER_YEAR 12
/* From so many of the smaller unit on, the larger one is used. */
#define ENOUGH_DAYS 60
#define ENOUGH_MONTHS 24
/* A range that is narrower would be blurred by whole months. */
#define WIDE_DAYS 28

/* --- one answer --- */

static char *
join_parts (char *const *parts, guint n_parts)
{
  if (n_parts == 2)
    /* Translators: “6 months and 8 days”. */
    return g_strdup_printf (C_ ("time between", "%1$s and %2$s"), parts[0],
                            parts[1]);
  if (n_parts == 3)
    /* Translators: “2 years, 6 months and 8 days”. */
    return g_strdup_printf (C_ ("time between", "%1$s, %2$s and %3$s"),
                            parts[0], parts[1], parts[2]);
  return g_strdup (parts[0]);
}

static char *
format_parts (TlDateFormatter *self, TlDayPair pair)
{
  gint64    months = tl_day_pair_count_months (pair, FALSE);
  TlDayPair rest = pair;
  char     *parts[4] = { NULL };
  guint     n_parts = 0;
  char     *text;

  rest.first = tl_day_pair_add_months (pair, months);
  if (months >= MONTHS_PER_YEAR)
    parts[n_parts++] = tl_date_formatter_format_unit (self, TL_UNIT_YEAR,
                                                      months / MONTHS_PER_YEAR);
  if (months % MONTHS_PER_YEAR > 0)
    parts[n_parts++] = tl_date_formatter_format_unit (self, TL_UNIT_MONTH,
                                                      months % MONTHS_PER_YEAR);
  if (rest.last > rest.first)
    parts[n_parts++] = tl_date_formatter_format_unit (self, TL_UNIT_DAY,
                                                      rest.last - rest.first);
  text = join_parts (parts, n_parts);
  for (guint i = 0; i < n_parts; i++)
    g_free (parts[i]);
  return text;
}

static char *
format_one (TlDateFormatter *self, TlTimeBetween between, gboolean in_days)
{
  if (between.min_days == 0)
    /* Translators: the time between two things that happened on one day. */
    return g_strdup (C_ ("time between", "no days"));
  if (in_days || between.min_days < ENOUGH_DAYS)
    return tl_date_formatter_format_unit (self, TL_UNIT_DAY, between.min_days);
  return format_parts (self, between.nearest);
}

/* --- a range --- */

/* “10 years 2 months” */
static char *
format_months (TlDateFormatter *self, gint64 months)
{
  g_autofree char *years = NULL;
  g_autofree char *rest = NULL;

  if (months < ENOUGH_MONTHS)
    return tl_date_formatter_format_unit (self, TL_UNIT_MONTH, months);
  years = tl_date_formatter_format_unit (self, TL_UNIT_YEAR,
                                         months / MONTHS_PER_YEAR);
  if (months % MONTHS_PER_YEAR == 0)
    return g_steal_pointer (&years);
  rest = tl_date_formatter_format_unit (self, TL_UNIT_MONTH,
                                        months % MONTHS_PER_YEAR);
  /* Translators: years and months, “10 years 2 months”. */
  return g_strdup_printf (C_ ("time between", "%1$s %2$s"), years, rest);
}

static gint64
count_units (TlDayPair pair, TlCalendarUnit unit, gboolean up)
{
  gint64 months;

  if (unit == TL_UNIT_DAY)
    return pair.last - pair.first;
  months = tl_day_pair_count_months (pair, up);
  if (unit == TL_UNIT_MONTH)
    return months;
  return months / MONTHS_PER_YEAR +
         (up && months % MONTHS_PER_YEAR > 0 ? 1 : 0);
}

static char *
format_bound (TlDateFormatter *self,
              TlDayPair        pair,
              TlCalendarUnit   unit,
              gboolean         up)
{
  gint64 count = count_units (pair, unit, up);

  return unit == TL_UNIT_MONTH
             ? format_months (self, count)
             : tl_date_formatter_format_unit (self, unit, count);
}

/* By the size of a bound alone. */
static TlCalendarUnit
choose_unit (TlDayPair pair)
{
  if (pair.last - pair.first < ENOUGH_DAYS)
    return TL_UNIT_DAY;
  return tl_day_pair_count_months (pair, FALSE) < ENOUGH_MONTHS ? TL_UNIT_MONTH
                                                                : TL_UNIT_YEAR;
}

/* A range of years that is only some months wide is one of months, and so
 * on. */
static TlCalendarUnit
choose_common_unit (TlTimeBetween between, TlCalendarUnit unit)
{
  gint64 width = between.max_days - between.min_days;

  if (unit == TL_UNIT_YEAR && width < MONTHS_PER_YEAR * WIDE_DAYS)
    unit = TL_UNIT_MONTH;
  if (unit == TL_UNIT_MONTH && width < WIDE_DAYS)
    unit = TL_UNIT_DAY;
  return unit;
}

/* Two numbers of one unit; the plural goes by the second. */
static char *
format_counts (TlDateFormatter *self,
               TlCalendarUnit   unit,
               gint64           from,
               gint64           to)
{
  gulong           n = (gulong)to;
  g_autofree char *lower = tl_date_formatter_format_count (self, (guint64)from);
  g_autofree char *upper = tl_date_formatter_format_count (self, (guint64)to);

  if (unit == TL_UNIT_YEAR)
    return g_strdup_printf (
        /* Translators: a time that is not known exactly; both are numbers, the
         * second is what the plural goes by: “between 3 and 5 years”. */
        ngettext ("between %1$s and %2$s year", "between %1$s and %2$s years",
                  n),
        lower, upper);
  if (unit == TL_UNIT_MONTH)
    return g_strdup_printf (
        /* Translators: a time that is not known exactly; both are numbers, the
         * second is what the plural goes by: “between 3 and 5 months”. */
        ngettext ("between %1$s and %2$s month", "between %1$s and %2$s months",
                  n),
        lower, upper);
  return g_strdup_printf (
      /* Translators: a time that is not known exactly; both are numbers, the
       * second is what the plural goes by: “between 3 and 5 days”. */
      ngettext ("between %1$s and %2$s day", "between %1$s and %2$s days", n),
      lower, upper);
}

/* Years and months in one, or different units, need words of their own. */
static gboolean
are_counts (TlTimeBetween between, TlCalendarUnit lower, TlCalendarUnit upper)
{
  return lower == upper &&
         (lower != TL_UNIT_MONTH ||
          count_units (between.farthest, upper, TRUE) < ENOUGH_MONTHS);
}

static char *
format_range (TlDateFormatter *self, TlTimeBetween between)
{
  TlCalendarUnit lower_unit =
      choose_common_unit (between, choose_unit (between.nearest));
  TlCalendarUnit upper_unit =
      choose_common_unit (between, choose_unit (between.farthest));
  g_autofree char *lower = NULL, *upper = NULL;

  if (are_counts (between, lower_unit, upper_unit))
    return format_counts (self, lower_unit,
                          count_units (between.nearest, lower_unit, FALSE),
                          count_units (between.farthest, upper_unit, TRUE));
  lower = format_bound (self, between.nearest, lower_unit, FALSE);
  upper = format_bound (self, between.farthest, upper_unit, TRUE);
  /* Translators: a time that is not known exactly; both have their unit:
   * “between 45 days and 4 months”, “between 10 years 2 months and 10 years 4
   * months”. */
  return g_strdup_printf (C_ ("time between", "between %1$s and %2$s"), lower,
                          upper);
}

static char *
format_at_least (TlDateFormatter *self, TlDayPair pair, TlCalendarUnit unit)
{
  g_autofree char *bound = format_bound (self, pair, unit, FALSE);

  /* Translators: a time of which only the shortest possible is known: “at
   * least 3 days”. */
  return g_strdup_printf (C_ ("time between", "at least %s"), bound);
}

static char *
format_at_most (TlDateFormatter *self, TlDayPair pair, TlCalendarUnit unit)
{
  g_autofree char *bound = format_bound (self, pair, unit, TRUE);

  /* Translators: a time of which only the longest possible is known: “at most
   * 2 months”. */
  return g_strdup_printf (C_ ("time between", "at most %s"), bound);
}

/* --- all of it --- */

static char *
format_plain (TlDateFormatter *self, TlTimeBetween between, gboolean in_days)
{
  TlCalendarUnit lower = in_days ? TL_UNIT_DAY : choose_unit (between.nearest);

  if (between.min_days == between.max_days)
    return format_one (self, between, in_days);
  if (between.max_days == TL_DAYS_UNLIMITED)
    return between.min_days > 0 ? format_at_least (self, between.nearest, lower)
                                /* Translators: the time between two things of
                                 * which not enough is known. */
                                : g_strdup (C_ ("time between", "any time"));
  if (between.min_days == 0)
    return format_at_most (self, between.farthest,
                           in_days ? TL_UNIT_DAY
                                   : choose_unit (between.farthest));
  return in_days ? format_counts (self, TL_UNIT_DAY, between.min_days,
                                  between.max_days)
                 : format_range (self, between);
}

static char *
format (TlDateFormatter *self, TlTimeBetween between, gboolean in_days)
{
  g_autofree char *plain = format_plain (self, between, in_days);

  if (!between.qualified ||
      (between.min_days == 0 && between.max_days == TL_DAYS_UNLIMITED))
    return g_steal_pointer (&plain);
  if (between.min_days == between.max_days)
    /* Translators: a time that is approximate: “about 12 days”. */
    return g_strdup_printf (C_ ("time between", "about %s"), plain);
  /* Translators: a time between bounds that are approximate themselves:
   * “roughly between 3 and 5 months”. */
  return g_strdup_printf (C_ ("time between", "roughly %s"), plain);
}

char *
tl_date_formatter_format_between (TlDateFormatter *self, TlTimeBetween between)
{
  g_return_val_if_fail (self != NULL, NULL);

  return format (self, between, FALSE);
}

char *
tl_date_formatter_format_between_days (TlDateFormatter *self,
                                       TlTimeBetween    between)
{
  g_return_val_if_fail (self != NULL, NULL);

  return format (self, between, TRUE);
}
