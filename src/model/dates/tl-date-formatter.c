/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-date-formatter.h"
#include "tl-date-wording-private.h"
#include "tl-language.h"

#include <glib/gi18n.h>

/* Days, axis labels, counts and durations in words, and the entry to the
 * wording of dates. */

#define SECONDS_PER_MINUTE 60
#define SECONDS_PER_HOUR 3600
#define SECONDS_PER_MONTH (G_GINT64_CONSTANT (2629746))
#define SECONDS_PER_YEAR (G_GINT64_CONSTANT (31556952))
/* From two of a unit on, a duration is given in it. */
#define ENOUGH 2
/* From this step on, labels of years before our era are round. */
#define COARSE_YEARS 100

TlDateFormatter *
tl_date_formatter_new (const char *language)
{
  TlDateFormatter *self = g_new0 (TlDateFormatter, 1);
  const char      *spoken = tl_language_get_translation ();
  g_autofree char *locale = tl_icu_choose_locale (language, spoken);
  g_autofree char *full = tl_icu_choose_digits (locale);

  self->icu = tl_icu_new (full);
  tl_date_patterns_apply (self->icu);
  return self;
}

void
tl_date_formatter_free (TlDateFormatter *self)
{
  if (self == NULL)
    return;

  tl_icu_free (self->icu);
  g_free (self);
}

static TlWording
get_wording (TlDateFormatter *self, TlDateStyle style)
{
  TlWording wording = { self->icu, style == TL_DATE_STYLE_SHORT ? TL_ICU_SHORT
                                                                : TL_ICU_FULL };

  return wording;
}

char *
tl_date_formatter_format (TlDateFormatter *self,
                          const TlDate    *date,
                          TlDateStyle      style)
{
  TlWording wording;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (date != NULL, NULL);

  wording = get_wording (self, style);
  return tl_wording_word_date (&wording, date);
}

char *
tl_date_formatter_format_range (TlDateFormatter *self,
                                const TlDate    *first,
                                const TlDate    *last,
                                TlDateStyle      style)
{
  g_autofree char *edtf = NULL;
  g_autoptr (TlDate) date = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (first != NULL && last != NULL, NULL);

  if (g_str_equal (tl_date_get_edtf (first), tl_date_get_edtf (last)))
    return tl_date_formatter_format (self, first, style);
  edtf = g_strdup_printf ("%s/%s", tl_date_get_edtf (first),
                          tl_date_get_edtf (last));
  date = tl_date_new_from_edtf (edtf, NULL);
  g_return_val_if_fail (date != NULL, NULL);
  return tl_date_formatter_format (self, date, style);
}

char *
tl_date_formatter_explain (TlDateFormatter *self, const TlDate *date)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (date != NULL, NULL);

  return tl_wording_explain (date);
}

char *
tl_date_formatter_format_day (TlDateFormatter *self,
                              gint64           second,
                              TlDateStyle      style)
{
  TlWording wording;

  g_return_val_if_fail (self != NULL, NULL);

  wording = get_wording (self, style);
  return tl_wording_format (&wording, TL_ICU_DAY, second);
}

/* Steps of years are counted from the year 0, which is 1 BC. On a coarse axis
 * the label of the year -1000 is the round 1000 BC, less than a hundredth of a
 * step away from it, not 1001 BC. */
static gint64
round_before_our_era (gint64 second, gint64 step)
{
  gint64 year = tl_calendar_from_second (second).year;

  if (step < COARSE_YEARS || year >= 0 || year <= TL_YEAR_MIN)
    return second;
  return tl_calendar_next (second, TL_UNIT_YEAR, 1);
}

static char *
format_lower_tick (TlIcu *icu, gint64 second, TlCalendarUnit unit, gint64 step)
{
  switch (unit)
    {
    case TL_UNIT_YEAR:
      return tl_icu_format (icu, TL_ICU_PLAIN_YEAR, TL_ICU_FULL,
                            round_before_our_era (second, step));
    case TL_UNIT_MONTH:
      return tl_icu_format (icu, TL_ICU_MONTH_NAME, TL_ICU_SHORT, second);
    case TL_UNIT_WEEK:
    case TL_UNIT_DAY:
      return tl_icu_format (icu, TL_ICU_DAY_NUMBER, TL_ICU_FULL, second);
    case TL_UNIT_SECOND:
      return tl_icu_format (icu, TL_ICU_SECOND, TL_ICU_FULL, second);
    case TL_UNIT_HOUR:
    case TL_UNIT_MINUTE:
    default:
      return tl_icu_format (icu, TL_ICU_MINUTE, TL_ICU_FULL, second);
    }
}

char *
tl_date_formatter_format_tick (TlDateFormatter *self,
                               gint64           second,
                               TlCalendarUnit   unit,
                               gint64           step,
                               gboolean         context)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (step > 0, NULL);

  if (!context || unit == TL_UNIT_YEAR)
    return format_lower_tick (self->icu, second, unit, step);
  if (unit == TL_UNIT_MONTH)
    return format_lower_tick (self->icu, second, TL_UNIT_YEAR, 1);
  return tl_icu_format (self->icu,
                        unit >= TL_UNIT_DAY ? TL_ICU_MONTH : TL_ICU_DAY,
                        TL_ICU_FULL, second);
}

static gint64
divide_rounded (gint64 value, gint64 divisor)
{
  return value / divisor + (value % divisor >= divisor - divisor / 2);
}

char *
tl_date_formatter_format_unit (TlDateFormatter *self,
                               TlCalendarUnit   unit,
                               gint64           count)
{
  gulong           n = (gulong)count;
  g_autofree char *number =
      tl_date_formatter_format_count (self, (guint64)count);

  switch (unit)
    {
    case TL_UNIT_YEAR:
      /* Translators: how long something lasts; %s is a number. */
      return g_strdup_printf (ngettext ("%s year", "%s years", n), number);
    case TL_UNIT_MONTH:
      /* Translators: how long something lasts; %s is a number. */
      return g_strdup_printf (ngettext ("%s month", "%s months", n), number);
    case TL_UNIT_HOUR:
      /* Translators: how long something lasts; %s is a number. */
      return g_strdup_printf (ngettext ("%s hour", "%s hours", n), number);
    case TL_UNIT_MINUTE:
      /* Translators: how long something lasts; %s is a number. */
      return g_strdup_printf (ngettext ("%s minute", "%s minutes", n), number);
    case TL_UNIT_SECOND:
      /* Translators: how long something lasts; %s is a number. */
      return g_strdup_printf (ngettext ("%s second", "%s seconds", n), number);
    case TL_UNIT_DAY:
    case TL_UNIT_WEEK:
    default:
      /* Translators: how long something lasts; %s is a number. */
      return g_strdup_printf (ngettext ("%s day", "%s days", n), number);
    }
}

char *
tl_date_formatter_format_duration (TlDateFormatter *self, gint64 seconds)
{
  static const gint64         units[] = { SECONDS_PER_YEAR,   SECONDS_PER_MONTH,
                                          TL_SECONDS_PER_DAY, SECONDS_PER_HOUR,
                                          SECONDS_PER_MINUTE, 1 };
  static const TlCalendarUnit calendar_units[] = {
    TL_UNIT_YEAR, TL_UNIT_MONTH,  TL_UNIT_DAY,
    TL_UNIT_HOUR, TL_UNIT_MINUTE, TL_UNIT_SECOND
  };
  gsize unit = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (seconds >= 0, NULL);

  /* A year has 365 or 366 days, two years can be 730. */
  if (seconds < 365 * TL_SECONDS_PER_DAY ||
      (seconds > 366 * TL_SECONDS_PER_DAY &&
       seconds < ENOUGH * 365 * TL_SECONDS_PER_DAY))
    unit = 1;
  while (unit > 0 && unit < G_N_ELEMENTS (units) - 1 &&
         seconds < ENOUGH * units[unit] &&
         (seconds == 0 || seconds % units[unit] != 0))
    unit++;

  return tl_date_formatter_format_unit (self, calendar_units[unit],
                                        divide_rounded (seconds, units[unit]));
}

static gint64
get_day_number (gint64 second)
{
  TlCivil civil = tl_calendar_from_second (second);

  return tl_calendar_day_number (CLAMP (civil.year, TL_YEAR_MIN, TL_YEAR_MAX),
                                 civil.month, civil.day);
}

char *
tl_date_formatter_format_countdown (TlDateFormatter *self,
                                    gint64           today,
                                    gint64           second)
{
  gint64           days = get_day_number (second) - get_day_number (today);
  gulong           count = (gulong)ABS (days);
  g_autofree char *number = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  number = tl_date_formatter_format_count (self, count);
  if (days > 0)
    /* Translators: until a treaty expires; %s is a number. */
    return g_strdup_printf (ngettext ("%s day to run", "%s days to run", count),
                            number);
  if (days < 0)
    /* Translators: since a treaty expired; %s is a number. */
    return g_strdup_printf (ngettext ("%s day ago", "%s days ago", count),
                            number);
  /* Translators: a treaty expires on this very day. */
  return g_strdup (C_ ("countdown", "today"));
}

char *
tl_date_formatter_format_count (TlDateFormatter *self, guint64 count)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tl_icu_format_number (self->icu, (gint64)MIN (count, G_MAXINT64),
                               TRUE);
}
