/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"

/* Arithmetic of the proleptic Gregorian calendar on 64-bit civil seconds.
 * Invariant: no function here overflows for any gint64 second; results that
 * would leave the range stop at its ends. */

#define MONTHS_PER_YEAR 12
/* More months than any second can be away from the year 0. */
#define MONTHS_MAX (G_GINT64_CONSTANT (4000000000000))
#define DAYS_PER_WEEK 7
#define SECONDS_PER_MINUTE 60
#define SECONDS_PER_HOUR 3600

/* Gregorian years repeat after 400 years. */
#define YEARS_PER_ERA 400
#define DAYS_PER_ERA 146097
/* Days from 0000-03-01 to 1970-01-01. */
#define DAYS_TO_EPOCH 719468
/* 1970-01-01 was a Thursday, the fourth day of an ISO week. */
#define EPOCH_WEEKDAY 4

static gint64
divide_floor (gint64 value, gint64 divisor)
{
  gint64 quotient = value / divisor;

  return value % divisor < 0 ? quotient - 1 : quotient;
}

static gint64
modulo_floor (gint64 value, gint64 divisor)
{
  gint64 remainder = value % divisor;

  return remainder < 0 ? remainder + divisor : remainder;
}

static gint64
add_saturated (gint64 a, gint64 b)
{
  gint64 sum;

  if (__builtin_add_overflow (a, b, &sum))
    return b < 0 ? G_MININT64 : G_MAXINT64;
  return sum;
}

static gint64
multiply_saturated (gint64 a, gint64 b)
{
  gint64 product;

  if (__builtin_mul_overflow (a, b, &product))
    return (a < 0) == (b < 0) ? G_MAXINT64 : G_MININT64;
  return product;
}

/* Days since the epoch of any year that a second can fall in, and of the
 * years just outside, which a floor or a step can reach. */
static gint64
count_days (gint64 year, int month, int day)
{
  /* Years begin in March here, so that the leap day comes last. */
  gint64 shifted_year = month <= 2 ? year - 1 : year;
  int    shifted_month = month <= 2 ? month + 9 : month - 3;
  gint64 era = divide_floor (shifted_year, YEARS_PER_ERA);
  gint64 year_of_era = modulo_floor (shifted_year, YEARS_PER_ERA);
  gint64 day_of_year = (153 * shifted_month + 2) / 5 + day - 1;
  gint64 day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - DAYS_TO_EPOCH;
}

/* Months are counted from the beginning of the year 0. */
static gint64
get_month_start (gint64 month_number)
{
  gint64 number = CLAMP (month_number, -MONTHS_MAX, MONTHS_MAX);
  gint64 year = divide_floor (number, MONTHS_PER_YEAR);
  int    month = (int)modulo_floor (number, MONTHS_PER_YEAR) + 1;

  return multiply_saturated (count_days (year, month, 1), TL_SECONDS_PER_DAY);
}

static gint64
get_month_number (gint64 second)
{
  TlCivil civil = tl_calendar_from_second (second);

  return civil.year * MONTHS_PER_YEAR + civil.month - 1;
}

static gint64
get_months_per_step (TlCalendarUnit unit, gint64 step)
{
  return unit == TL_UNIT_YEAR ? multiply_saturated (step, MONTHS_PER_YEAR)
                              : step;
}

static gint64
get_seconds_per_step (TlCalendarUnit unit, gint64 step)
{
  gint64 seconds = 1;

  if (unit == TL_UNIT_MINUTE)
    seconds = SECONDS_PER_MINUTE;
  else if (unit == TL_UNIT_HOUR)
    seconds = SECONDS_PER_HOUR;
  else if (unit == TL_UNIT_DAY)
    seconds = TL_SECONDS_PER_DAY;
  else if (unit == TL_UNIT_WEEK)
    seconds = DAYS_PER_WEEK * TL_SECONDS_PER_DAY;
  return multiply_saturated (step, seconds);
}

static gint64
floor_to_months (gint64 second, gint64 months)
{
  gint64 number = get_month_number (second);

  return get_month_start (
      multiply_saturated (divide_floor (number, months), months));
}

static gint64
floor_to_days (gint64 second, gint64 step)
{
  gint64 midnight =
      add_saturated (second, -modulo_floor (second, TL_SECONDS_PER_DAY));
  int day = tl_calendar_from_second (second).day;

  return add_saturated (midnight, -((day - 1) % step) * TL_SECONDS_PER_DAY);
}

static gint64
floor_to_weeks (gint64 second, gint64 step)
{
  gint64 seconds = get_seconds_per_step (TL_UNIT_WEEK, step);
  gint64 monday =
      modulo_floor ((1 - EPOCH_WEEKDAY) * TL_SECONDS_PER_DAY, seconds);
  gint64 past = modulo_floor (second, seconds) - monday;

  if (past < 0)
    past += seconds;
  return add_saturated (second, -past);
}

gboolean
tl_calendar_is_leap_year (gint64 year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
tl_calendar_days_in_month (gint64 year, int month)
{
  static const guint8 days[] = {
    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
  };

  g_return_val_if_fail (month >= 1 && month <= MONTHS_PER_YEAR, 0);

  if (month == 2 && tl_calendar_is_leap_year (year))
    return 29;
  return days[month - 1];
}

gint64
tl_calendar_day_number (gint64 year, int month, int day)
{
  g_return_val_if_fail (year >= TL_YEAR_MIN && year <= TL_YEAR_MAX, 0);
  g_return_val_if_fail (month >= 1 && month <= MONTHS_PER_YEAR, 0);

  return count_days (year, month, day);
}

gint64
tl_calendar_to_second (TlCivil civil)
{
  return tl_calendar_day_number (civil.year, civil.month, civil.day) *
             TL_SECONDS_PER_DAY +
         civil.hour * SECONDS_PER_HOUR + civil.minute * SECONDS_PER_MINUTE +
         civil.second;
}

TlCivil
tl_calendar_from_second (gint64 second)
{
  gint64 days = divide_floor (second, TL_SECONDS_PER_DAY) + DAYS_TO_EPOCH;
  int    time = (int)modulo_floor (second, TL_SECONDS_PER_DAY);
  gint64 era = divide_floor (days, DAYS_PER_ERA);
  int    day_of_era = (int)modulo_floor (days, DAYS_PER_ERA);
  int    year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
                     day_of_era / (DAYS_PER_ERA - 1)) /
                    365;
  int day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int     shifted_month = (5 * day_of_year + 2) / 153;
  int     month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  TlCivil civil = {
    .year = era * YEARS_PER_ERA + year_of_era + (month <= 2 ? 1 : 0),
    .month = month,
    .day = day_of_year - (153 * shifted_month + 2) / 5 + 1,
    .hour = time / SECONDS_PER_HOUR,
    .minute = time / SECONDS_PER_MINUTE % 60,
    .second = time % SECONDS_PER_MINUTE,
  };

  return civil;
}

int
tl_calendar_weekday (gint64 second)
{
  gint64 days = divide_floor (second, TL_SECONDS_PER_DAY);

  return (int)modulo_floor (days + EPOCH_WEEKDAY - 1, DAYS_PER_WEEK) + 1;
}

gint64
tl_calendar_floor (gint64 second, TlCalendarUnit unit, gint64 step)
{
  g_return_val_if_fail (step > 0, second);

  switch (unit)
    {
    case TL_UNIT_YEAR:
    case TL_UNIT_MONTH:
      return floor_to_months (second, get_months_per_step (unit, step));
    case TL_UNIT_WEEK:
      return floor_to_weeks (second, step);
    case TL_UNIT_DAY:
      return floor_to_days (second, step);
    case TL_UNIT_HOUR:
    case TL_UNIT_MINUTE:
    case TL_UNIT_SECOND:
    default:
      /* Steps shorter than a day are counted from midnight. */
      return add_saturated (second,
                            -(modulo_floor (second, TL_SECONDS_PER_DAY) %
                              get_seconds_per_step (unit, step)));
    }
}

gint64
tl_calendar_next (gint64 floored, TlCalendarUnit unit, gint64 step)
{
  gint64 next;

  g_return_val_if_fail (step > 0, floored);

  if (unit == TL_UNIT_YEAR || unit == TL_UNIT_MONTH)
    return get_month_start (add_saturated (get_month_number (floored),
                                           get_months_per_step (unit, step)));

  next = add_saturated (floored, get_seconds_per_step (unit, step));
  /* Where the counting starts anew, the last step may be cut short. */
  if (unit == TL_UNIT_DAY)
    return MIN (next, tl_calendar_next (floored, TL_UNIT_MONTH, 1));
  if (unit != TL_UNIT_WEEK)
    return MIN (next,
                tl_calendar_next (tl_calendar_floor (floored, TL_UNIT_DAY, 1),
                                  TL_UNIT_DAY, 1));
  return next;
}

gboolean
tl_calendar_parse_day (const char *text, gint64 *second)
{
  int year = 0, month, day;

  g_return_val_if_fail (text != NULL, FALSE);

  for (int i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  if (text[10] != '\0')
    return FALSE;

  for (int i = 0; i < 4; i++)
    year = year * 10 + (text[i] - '0');
  month = (text[5] - '0') * 10 + (text[6] - '0');
  day = (text[8] - '0') * 10 + (text[9] - '0');
  if (month < 1 || month > MONTHS_PER_YEAR || day < 1 ||
      day > tl_calendar_days_in_month (year, month))
    return FALSE;

  *second = count_days (year, month, day) * TL_SECONDS_PER_DAY;
  return TRUE;
}

char *
tl_calendar_format_day (gint64 second)
{
  TlCivil     civil = tl_calendar_from_second (second);
  guint64     year = (guint64)ABS (civil.year);
  const char *sign = civil.year < 0 ? "-" : year > 9999 ? "+" : "";

  return g_strdup_printf ("%s%04" G_GUINT64_FORMAT "-%02d-%02d", sign, year,
                          civil.month, civil.day);
}

gint64
tl_calendar_today (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64      second;
  int         year, month, day;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, G_MININT64,
                                                 G_MAXINT64, &second, NULL))
    return tl_calendar_floor (second, TL_UNIT_DAY, 1);

  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_date_time_get_ymd (now, &year, &month, &day);
  return count_days (year, month, day) * TL_SECONDS_PER_DAY;
}
