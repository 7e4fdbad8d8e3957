/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"
#include "tl-icu-private.h"

#include <string.h>

/* Intervals of dates, what both ends have in common written once. The locale
 * data has patterns for all of them; a language may have its own, which has
 * both dates in one pattern: the second begins where a field comes again. */

#define SMALLEST_YEAR 1000
#define LARGEST_YEAR 9999

void
tl_icu_set_interval_pattern (TlIcu        *self,
                             TlIcuInterval interval,
                             gboolean      brief,
                             const char   *text)
{
  g_free (self->interval_patterns[interval][brief]);
  self->interval_patterns[interval][brief] = g_strdup (text);
}

void
tl_icu_close_intervals (TlIcu *self)
{
  for (int i = 0; i < TL_ICU_N_PATTERNS; i++)
    for (int j = 0; j < 2; j++)
      g_clear_pointer (&self->intervals[i][j], udtitvfmt_close);
  for (int i = 0; i < TL_ICU_N_INTERVALS; i++)
    for (int j = 0; j < 2; j++)
      {
        for (int half = 0; half < 2; half++)
          g_clear_pointer (&self->interval_formats[i][j][half], udat_close);
        g_free (self->interval_patterns[i][j]);
      }
}

/* --- the language's own patterns --- */

static TlIcuInterval
get_interval (TlIcuPattern pattern, TlCivil first, TlCivil last)
{
  gboolean same_year = first.year == last.year;

  if (pattern == TL_ICU_YEAR)
    return TL_ICU_YEARS;
  if (pattern == TL_ICU_MONTH)
    return same_year ? TL_ICU_MONTHS_OF_YEAR : TL_ICU_MONTHS;
  if (!same_year)
    return TL_ICU_DAYS;
  return first.month == last.month ? TL_ICU_DAYS_OF_MONTH : TL_ICU_DAYS_OF_YEAR;
}

static gboolean
is_same (TlIcuPattern pattern, TlCivil first, TlCivil last)
{
  return first.year == last.year &&
         (pattern == TL_ICU_YEAR || first.month == last.month) &&
         (pattern != TL_ICU_DAY || first.day == last.day);
}

/* Where a field comes for the second time; the length when none does. */
static gsize
find_second (const char *pattern)
{
  gboolean    seen[128] = { FALSE };
  gboolean    quoted = FALSE;
  const char *p;

  for (p = pattern; *p != '\0'; p++)
    {
      quoted ^= *p == '\'';
      if (quoted || !g_ascii_isalpha (*p))
        continue;
      if (seen[(guchar)*p] && p[-1] != *p)
        break;
      seen[(guchar)*p] = TRUE;
    }
  return (gsize)(p - pattern);
}

static void
open_own (TlIcu *self, const char *pattern, UDateFormat **halves)
{
  gsize            second = find_second (pattern);
  g_autofree char *first = g_strndup (pattern, second);

  halves[0] = tl_icu_open_pattern (self, first);
  halves[1] = tl_icu_open_pattern (self, pattern + second);
}

/* The first day of a month may have its own number. */
static char *
replace_day (TlIcu *self, const UChar *text, int length, int begin, int end)
{
  g_autofree char *before = tl_icu_to_utf8 (text, begin);
  g_autofree char *behind = tl_icu_to_utf8 (text + end, length - end);

  return g_strconcat (before, self->first_day, behind, NULL);
}

/* (nullable) */
static char *
format_half (TlIcu *self, UDateFormat *format, gint64 second)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar      text[TL_ICU_BUFFER_LENGTH];
  int        begin, end, length, field;

  ucal_setMillis (self->calendar, (double)second * 1000.0, &status);
  length = udat_formatCalendarForFields (format, self->calendar, text,
                                         TL_ICU_BUFFER_LENGTH, self->positions,
                                         &status);
  if (U_FAILURE (status) || length >= TL_ICU_BUFFER_LENGTH)
    return NULL;
  if (self->first_day != NULL && tl_calendar_from_second (second).day == 1)
    while ((field = ufieldpositer_next (self->positions, &begin, &end)) >= 0)
      if (field == UDAT_DATE_FIELD)
        return replace_day (self, text, length, begin, end);
  return tl_icu_to_utf8 (text, length);
}

/* (nullable) */
static char *
format_own (TlIcu        *self,
            TlIcuInterval interval,
            gboolean      brief,
            gint64        first,
            gint64        last)
{
  UDateFormat    **halves = self->interval_formats[interval][brief];
  g_autofree char *from = NULL, *to = NULL;

  if (halves[0] == NULL)
    open_own (self, self->interval_patterns[interval][brief], halves);
  if (halves[0] == NULL || halves[1] == NULL)
    return NULL;
  from = format_half (self, halves[0], first);
  to = format_half (self, halves[1], last);
  return from != NULL && to != NULL ? g_strconcat (from, to, NULL) : NULL;
}

/* --- those of the locale data --- */

/* Dashes between single words have no spaces, others have plain ones:
 * “July–August 2020”, “30 July – 2 August 2020”. Versions of ICU differ. */
static char *
set_dashes (const char *text)
{
  static const char *const spaced[] = { " – ", "\u2009–\u2009" };

  for (gsize i = 0; i < G_N_ELEMENTS (spaced); i++)
    {
      const char *dash = strstr (text, spaced[i]);
      gboolean    is_word;

      if (dash == NULL)
        continue;
      is_word = memchr (text, ' ', (gsize)(dash - text)) == NULL;
      return g_strdup_printf ("%.*s%s%s", (int)(dash - text), text,
                              is_word ? "–" : " – ", dash + strlen (spaced[i]));
    }
  return g_strdup (text);
}

static gboolean
needs_no_era (gint64 second)
{
  gint64 year = tl_calendar_from_second (second).year;

  return year >= SMALLEST_YEAR && year <= LARGEST_YEAR;
}

static UDateIntervalFormat *
open_interval (TlIcu *self, TlIcuPattern pattern, gboolean brief)
{
  static const char *const skeletons[][2] = {
    [TL_ICU_YEAR] = { "y", "y" },
    [TL_ICU_MONTH] = { "yMMMM", "yMMM" },
    [TL_ICU_DAY] = { "yMMMMd", "yMMMd" },
  };
  UErrorCode            status = U_ZERO_ERROR;
  g_autofree gunichar2 *skeleton =
      g_utf8_to_utf16 (skeletons[pattern][brief], -1, NULL, NULL, NULL);

  return udtitvfmt_open (self->locale, skeleton, -1, tl_icu_utc, -1, &status);
}

/* (nullable) */
static char *
format_local (TlIcu       *self,
              TlIcuPattern pattern,
              gboolean     brief,
              gint64       first,
              gint64       last)
{
  UErrorCode              status = U_ZERO_ERROR;
  UDateIntervalFormat   **format = &self->intervals[pattern][brief];
  UFormattedDateInterval *result = udtitvfmt_openResult (&status);
  const UChar            *text;
  int                     length;
  g_autofree char        *raw = NULL;

  if (*format == NULL)
    *format = open_interval (self, pattern, brief);
  ucal_setMillis (self->calendar, (double)first * 1000.0, &status);
  ucal_setMillis (self->second_calendar, (double)last * 1000.0, &status);
  udtitvfmt_formatCalendarToResult (*format, self->calendar,
                                    self->second_calendar, result, &status);
  text = ufmtval_getString (udtitvfmt_resultAsValue (result, &status), &length,
                            &status);
  if (U_SUCCESS (status))
    raw = tl_icu_to_utf8 (text, length);
  udtitvfmt_closeResult (result);
  return raw == NULL ? NULL : set_dashes (raw);
}

char *
tl_icu_format_interval (TlIcu       *self,
                        TlIcuPattern pattern,
                        TlIcuFlags   flags,
                        gint64       first,
                        gint64       last)
{
  TlCivil       from = tl_calendar_from_second (first);
  TlCivil       to = tl_calendar_from_second (last);
  TlIcuInterval interval = get_interval (pattern, from, to);
  gboolean      brief = (flags & TL_ICU_SHORT) != 0 && pattern != TL_ICU_YEAR;

  g_return_val_if_fail (pattern <= TL_ICU_DAY, NULL);

  if (!needs_no_era (first) || !needs_no_era (last))
    return NULL;
  if (is_same (pattern, from, to))
    return tl_icu_format (self, pattern, flags, first);
  if (self->interval_patterns[interval][brief] != NULL)
    return format_own (self, interval, brief, first, last);
  return format_local (self, pattern, brief, first, last);
}
