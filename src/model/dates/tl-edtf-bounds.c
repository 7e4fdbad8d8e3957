/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"
#include "tl-edtf-private.h"

/* Finds the first and the last second that a date can cover. What is
 * unspecified is tried out on the calendar, so that the bounds are real days:
 * XXXX-02-29 begins and ends in a leap year. */

#define MONTHS_PER_YEAR 12

/* A day of the year as it is written, tried out in a common or leap year. */
typedef struct
{
  gboolean found;
  int      first_month;
  int      first_day;
  int      last_month;
  int      last_day;
} DaysOfYear;

static gboolean
matches (const char *digits, int value)
{
  return (digits[0] == 'X' || digits[0] - '0' == value / 10) &&
         (digits[1] == 'X' || digits[1] - '0' == value % 10);
}

static gboolean
matches_year (const TlEdtfPart *part, gint64 year)
{
  gint64 rest = ABS (year);

  for (int i = TL_EDTF_YEAR_DIGITS - 1; i >= 0; i--, rest /= 10)
    if (part->year_digits[i] != 'X' && part->year_digits[i] - '0' != rest % 10)
      return FALSE;
  return TRUE;
}

static void
add_days_of_month (const TlEdtfPart *part,
                   DaysOfYear       *days,
                   int               month,
                   int               length)
{
  int first = 1, last = length;

  if (part->form >= TL_EDTF_DAY)
    {
      while (first <= length && !matches (part->day_digits, first))
        first++;
      while (last >= first && !matches (part->day_digits, last))
        last--;
    }
  if (first > last)
    return;

  if (!days->found)
    {
      days->found = TRUE;
      days->first_month = month;
      days->first_day = first;
    }
  days->last_month = month;
  days->last_day = last;
}

static DaysOfYear
find_days_of_year (const TlEdtfPart *part, gboolean leap)
{
  DaysOfYear days = { 0 };
  gint64     year = leap ? 2000 : 2001;
  int        first = part->month > 0 ? part->month : 1;
  int        last = part->month > 0 ? part->month : MONTHS_PER_YEAR;

  for (int month = first; month <= last; month++)
    if (matches (part->month_digits, month))
      add_days_of_month (part, &days, month,
                         tl_calendar_days_in_month (year, month));
  return days;
}

static gint64
get_start_of_day (gint64 year, int month, int day)
{
  return tl_calendar_day_number (year, month, day) * TL_SECONDS_PER_DAY;
}

static gint64
get_end_of_day (gint64 year, int month, int day)
{
  return get_start_of_day (year, month, day) + TL_SECONDS_PER_DAY - 1;
}

/* The year nearest to from, going by direction, that has such a day. */
static gboolean
find_year (const TlEdtfPart *part,
           const DaysOfYear *common,
           const DaysOfYear *leap,
           int               direction,
           gint64           *year)
{
  gint64 from = direction > 0 ? part->year_first : part->year_last;
  gint64 to = direction > 0 ? part->year_last : part->year_first;

  for (gint64 y = from; direction > 0 ? y <= to : y >= to; y += direction)
    if ((tl_calendar_is_leap_year (y) ? leap : common)->found &&
        matches_year (part, y))
      {
        *year = y;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_known (const TlEdtfPart *part)
{
  return !part->unspecified && part->month > 0 &&
         (part->form == TL_EDTF_MONTH || part->day > 0);
}

/* The common case, in which nothing is left to try out. */
static gboolean
resolve_known_days (TlEdtfPart *part)
{
  int length = tl_calendar_days_in_month (part->year, part->month);

  if (part->day > length)
    return FALSE;
  part->earliest =
      get_start_of_day (part->year, part->month, MAX (part->day, 1));
  part->latest =
      part->earliest + (part->day > 0 ? 1 : length) * TL_SECONDS_PER_DAY - 1;
  return TRUE;
}

static gboolean
resolve_days (TlEdtfPart *part)
{
  DaysOfYear        common = find_days_of_year (part, FALSE);
  DaysOfYear        leap = find_days_of_year (part, TRUE);
  const DaysOfYear *days;
  gint64            first, last;

  if (!leap.found || !find_year (part, &common, &leap, 1, &first) ||
      !find_year (part, &common, &leap, -1, &last))
    return FALSE;

  days = tl_calendar_is_leap_year (first) ? &leap : &common;
  part->earliest = get_start_of_day (first, days->first_month, days->first_day);
  days = tl_calendar_is_leap_year (last) ? &leap : &common;
  part->latest = get_end_of_day (last, days->last_month, days->last_day);
  return TRUE;
}

/* The first month of each sub-year grouping from 21 on, and how many months
 * it reaches; see the table in the documentation of TlDate. */
static void
resolve_grouping (TlEdtfPart *part)
{
  static const struct
  {
    guint8 month;
    guint8 months;
  } groupings[] = {
    { 3, 9 }, { 6, 9 },  { 3, 9 }, { 6, 9 },  /* anywhere */
    { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 }, /* north */
    { 9, 3 }, { 12, 3 }, { 3, 3 }, { 6, 3 },  /* south */
    { 1, 3 }, { 4, 3 },  { 7, 3 }, { 10, 3 }, /* quarters */
    { 1, 4 }, { 5, 4 },  { 9, 4 },            /* quadrimesters */
    { 1, 6 }, { 7, 6 },                       /* semesters */
  };
  int    index = part->month - 21;
  int    month = groupings[index].month + groupings[index].months - 1;
  gint64 year = part->year_last + (month - 1) / MONTHS_PER_YEAR;

  month = (month - 1) % MONTHS_PER_YEAR + 1;
  part->earliest =
      get_start_of_day (part->year_first, groupings[index].month, 1);
  part->latest =
      get_end_of_day (year, month, tl_calendar_days_in_month (year, month));
}

static void
resolve_time (TlEdtfPart *part)
{
  /* Civil time has no leap seconds: one is the second before it. */
  TlCivil civil = { part->year, part->month,  part->day,
                    part->hour, part->minute, MIN (part->second, 59) };

  part->earliest = part->latest = tl_calendar_to_second (civil);
}

static TlPrecision
get_precision (const TlEdtfPart *part)
{
  if (part->year_unknown >= 3)
    return TL_PRECISION_MILLENNIUM;
  if (part->year_unknown == 2)
    return TL_PRECISION_CENTURY;
  if (part->year_unknown == 1)
    return TL_PRECISION_DECADE;

  switch (part->form)
    {
    case TL_EDTF_YEAR:
      return TL_PRECISION_YEAR;
    case TL_EDTF_GROUPING:
      return TL_PRECISION_SEASON;
    case TL_EDTF_MONTH:
      return part->month == 0 ? TL_PRECISION_YEAR : TL_PRECISION_MONTH;
    case TL_EDTF_TIME:
      return TL_PRECISION_SECOND;
    case TL_EDTF_DAY:
    default:
      return part->month == 0 ? TL_PRECISION_YEAR
             : part->day == 0 ? TL_PRECISION_MONTH
                              : TL_PRECISION_DAY;
    }
}

gboolean
tl_edtf_part_resolve (TlEdtfPart *part)
{
  part->precision = get_precision (part);
  switch (part->form)
    {
    case TL_EDTF_YEAR:
      part->earliest = get_start_of_day (part->year_first, 1, 1);
      part->latest = get_end_of_day (part->year_last, 12, 31);
      return TRUE;
    case TL_EDTF_GROUPING:
      if (part->month < 21 || part->month > 41)
        return FALSE;
      resolve_grouping (part);
      return TRUE;
    case TL_EDTF_TIME:
      resolve_time (part);
      return TRUE;
    case TL_EDTF_MONTH:
    case TL_EDTF_DAY:
    default:
      if (is_known (part))
        return resolve_known_days (part);
      return resolve_days (part);
    }
}

guint8
tl_edtf_part_get_qualifiers (const TlEdtfPart *part)
{
  return part->year_qualifiers | part->month_qualifiers | part->day_qualifiers;
}
