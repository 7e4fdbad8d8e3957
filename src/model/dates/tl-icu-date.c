/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"
#include "tl-icu-private.h"

#include <unicode/uchar.h>

/* Single dates. ICU's calendar covers some millions of years,
 * ours far more: the Gregorian calendar repeats every 400 years, so a date is
 * formatted in a near year of the same cycle and era, and the year's own
 * number is put in the place of that year's. */

/* Seconds of 400 years. */
#define SECONDS_PER_CYCLE (G_GINT64_CONSTANT (146097) * TL_SECONDS_PER_DAY)
/* 2000-01-01 and -0800-01-01, the beginnings of a cycle in either era. */
#define CYCLE_OF_OUR_ERA G_GINT64_CONSTANT (946684800)
#define CYCLE_BEFORE (CYCLE_OF_OUR_ERA - 7 * SECONDS_PER_CYCLE)
/* Years with more digits than four are grouped, but in languages that never
 * do: 170,000,002. */
#define LARGEST_PLAIN_YEAR 9999

typedef struct
{
  int begin; /* -1 when there is none */
  int end;
} Place;

/* Text of ICU with the places of the year, the day and one field that may be
 * either. */
typedef struct
{
  UChar text[TL_ICU_BUFFER_LENGTH];
  int   length;
  Place year;
  Place day; /* only where the first day has its own number */
  Place field;
} Formatted;

static const char *
get_skeleton (TlIcuPattern pattern, TlIcuFlags flags)
{
  static const char *const skeletons[TL_ICU_N_PATTERNS][2] = {
    [TL_ICU_YEAR] = { "y", "y" },
    [TL_ICU_MONTH] = { "yMMMM", "yMMM" },
    [TL_ICU_DAY] = { "yMMMMd", "yMMMd" },
    [TL_ICU_PLAIN_YEAR] = { "y", "y" },
    [TL_ICU_YEARLY_DAY] = { "MMMMd", "MMMd" },
    [TL_ICU_MONTH_NAME] = { "LLLL", "LLL" },
    [TL_ICU_DAY_NUMBER] = { "d", "d" },
    [TL_ICU_MINUTE] = { "Hm", "Hm" },
    [TL_ICU_SECOND] = { "Hms", "Hms" },
  };

  return skeletons[pattern][(flags & TL_ICU_SHORT) != 0];
}

/* The zero-terminated skeleton, for ICU. */
static int
copy_skeleton (UChar *skeleton, TlIcuPattern pattern, TlIcuFlags flags)
{
  const char *fields = get_skeleton (pattern, flags);
  int         length = 0;

  if (flags & TL_ICU_ERA)
    skeleton[length++] = 'G';
  while (*fields != '\0')
    skeleton[length++] = (UChar)*fields++;
  skeleton[length] = 0;
  return length;
}

/* The standalone form of a month becomes the one inside a sentence. */
static void
use_inner_month (UChar *pattern, int length)
{
  gboolean quoted = FALSE;

  for (int i = 0; i < length; i++)
    {
      if (pattern[i] == '\'')
        quoted = !quoted;
      else if (pattern[i] == 'L' && !quoted)
        pattern[i] = 'M';
    }
}

char *
tl_icu_drop_era (const char *pattern)
{
  GString *text = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *p = pattern; *p != '\0'; p++)
    {
      quoted ^= *p == '\'';
      if (*p != 'G' || quoted)
        g_string_append_c (text, *p);
      else if (g_str_has_suffix (text->str, " "))
        g_string_truncate (text, text->len - 1);
    }
  return g_string_free (text, FALSE);
}

/* The language's own pattern. (nullable) */
static char *
get_own_pattern (TlIcu *self, TlIcuPattern pattern, TlIcuFlags flags)
{
  gboolean    inside = (flags & TL_ICU_INSIDE) != 0;
  gboolean    brief = (flags & TL_ICU_SHORT) != 0 && pattern != TL_ICU_YEAR;
  const char *own = self->patterns[pattern][inside  ? TL_ICU_INSIDE
                                            : brief ? TL_ICU_SHORT
                                                    : TL_ICU_FULL];
  g_autoptr (GString) text = NULL;

  if (own == NULL)
    return NULL;
  text = g_string_new (own);
  if (brief)
    {
      g_string_replace (text, "MMMM", "MMM", 0);
      g_string_replace (text, "LLLL", "LLL", 0);
    }
  return flags & TL_ICU_ERA ? g_strdup (text->str)
                            : tl_icu_drop_era (text->str);
}

UDateFormat *
tl_icu_open_pattern (TlIcu *self, const char *pattern)
{
  UErrorCode            status = U_ZERO_ERROR;
  g_autofree gunichar2 *text = g_utf8_to_utf16 (pattern, -1, NULL, NULL, NULL);

  return udat_open (UDAT_PATTERN, UDAT_PATTERN, self->locale, tl_icu_utc, -1,
                    text, -1, &status);
}

void
tl_icu_set_pattern (TlIcu       *self,
                    TlIcuPattern pattern,
                    TlIcuFlags   flags,
                    const char  *text)
{
  g_return_if_fail (flags <= TL_ICU_INSIDE);

  g_free (self->patterns[pattern][flags]);
  self->patterns[pattern][flags] = g_strdup (text);
}

const char *
tl_icu_get_pattern (TlIcu *self, TlIcuPattern pattern, TlIcuFlags flags)
{
  g_return_val_if_fail (flags <= TL_ICU_INSIDE, NULL);

  return self->patterns[pattern][flags];
}

void
tl_icu_set_first_day (TlIcu *self, const char *text)
{
  g_free (self->first_day);
  self->first_day = g_strdup (text);
}

void
tl_icu_set_plain_years (TlIcu *self, gboolean plain_years)
{
  self->plain_years = plain_years;
}

char *
tl_icu_format_day_number (TlIcu *self, int day)
{
  return day == 1 && self->first_day != NULL
             ? g_strdup (self->first_day)
             : tl_icu_format_number (self, day, FALSE);
}

static UDateFormat *
open_format (TlIcu *self, TlIcuPattern pattern, TlIcuFlags flags)
{
  UErrorCode       status = U_ZERO_ERROR;
  UChar            skeleton[TL_ICU_BUFFER_LENGTH], text[TL_ICU_BUFFER_LENGTH];
  int              length = copy_skeleton (skeleton, pattern, flags);
  g_autofree char *own = get_own_pattern (self, pattern, flags);

  if (own != NULL)
    return tl_icu_open_pattern (self, own);

  if (self->generator == NULL)
    self->generator = udatpg_open (self->locale, &status);
  length = udatpg_getBestPattern (self->generator, skeleton, length, text,
                                  TL_ICU_BUFFER_LENGTH, &status);
  if (U_FAILURE (status))
    return NULL;
  if (flags & TL_ICU_INSIDE)
    use_inner_month (text, length);
  return udat_open (UDAT_PATTERN, UDAT_PATTERN, self->locale, tl_icu_utc, -1,
                    text, length, &status);
}

static gint64
modulo (gint64 value, gint64 divisor)
{
  return (value % divisor + divisor) % divisor;
}

/* Sets the calendar to the second of a near cycle of years. */
static void
set_calendar (UCalendar *calendar, gint64 second, gint64 year)
{
  UErrorCode status = U_ZERO_ERROR;
  gint64     cycle = year > 0 ? CYCLE_OF_OUR_ERA : CYCLE_BEFORE;
  gint64     past =
      modulo (modulo (second, SECONDS_PER_CYCLE) - cycle, SECONDS_PER_CYCLE);

  ucal_setMillis (calendar, (double)(cycle + past) * 1000.0, &status);
}

static gboolean
is_field (int field, TlIcuField wanted)
{
  switch (wanted)
    {
    case TL_ICU_FIELD_MONTH:
      return field == UDAT_MONTH_FIELD || field == UDAT_STANDALONE_MONTH_FIELD;
    case TL_ICU_FIELD_DAY:
      return field == UDAT_DATE_FIELD;
    case TL_ICU_FIELD_SECOND:
      return field == UDAT_SECOND_FIELD;
    case TL_ICU_FIELD_NONE:
    default:
      return FALSE;
    }
}

/* Formats the second and finds the fields in the result. */
static gboolean
run_format (TlIcu       *self,
            TlIcuPattern pattern,
            TlIcuFlags   flags,
            gint64       second,
            TlIcuField   field,
            Formatted   *result)
{
  UErrorCode    status = U_ZERO_ERROR;
  UDateFormat **format = &self->formats[pattern][flags];
  int           found;
  Place         place;

  if (*format == NULL)
    *format = open_format (self, pattern, flags);
  if (*format == NULL)
    return FALSE;

  set_calendar (self->calendar, second, tl_calendar_from_second (second).year);
  result->length = udat_formatCalendarForFields (
      *format, self->calendar, result->text, TL_ICU_BUFFER_LENGTH,
      self->positions, &status);
  if (U_FAILURE (status) || result->length >= TL_ICU_BUFFER_LENGTH)
    return FALSE;

  result->year.begin = result->day.begin = result->field.begin = -1;
  while ((found = ufieldpositer_next (self->positions, &place.begin,
                                      &place.end)) >= 0)
    {
      if (found == UDAT_YEAR_FIELD)
        result->year = place;
      if (is_field (found, field))
        result->field = place;
      else if (found == UDAT_DATE_FIELD && self->first_day != NULL &&
               pattern != TL_ICU_DAY_NUMBER &&
               tl_calendar_from_second (second).day == 1)
        result->day = place;
    }
  return TRUE;
}

static void
append_utf16 (GString *string, const UChar *text, int begin, int end)
{
  g_autofree char *utf8 = tl_icu_to_utf8 (text + begin, end - begin);

  if (utf8 != NULL)
    g_string_append (string, utf8);
}

static void
take_place (GString         *result,
            const Formatted *formatted,
            int             *at,
            const Place     *place,
            const char      *text)
{
  append_utf16 (result, formatted->text, *at, place->begin);
  g_string_append (result, text);
  *at = place->end;
}

/* The formatted text with the text of the year, the first day and the field
 * replaced. */
static char *
assemble (const Formatted *formatted,
          const char      *year_text,
          const char      *day_text,
          const char      *field_text)
{
  GString *result = g_string_new (NULL);
  int      at = 0;

  for (int i = 0; i < formatted->length; i++)
    if (i == formatted->field.begin && field_text != NULL)
      take_place (result, formatted, &at, &formatted->field, field_text);
    else if (i == formatted->day.begin)
      take_place (result, formatted, &at, &formatted->day, day_text);
    else if (i == formatted->year.begin)
      take_place (result, formatted, &at, &formatted->year, year_text);
  append_utf16 (result, formatted->text, at, formatted->length);
  return g_string_free (result, FALSE);
}

/* Number of a year within its era. */
static char *
format_year_number (TlIcu *self, gint64 year)
{
  gint64 number = year > 0 ? year : 1 - year;

  return tl_icu_format_number (
      self, number, number > LARGEST_PLAIN_YEAR && !self->plain_years);
}

/* Years before our era are never written without it. */
static TlIcuFlags
get_flags (TlIcuPattern pattern, TlIcuFlags flags, gint64 second)
{
  if (pattern > TL_ICU_PLAIN_YEAR || tl_calendar_from_second (second).year > 0)
    return flags;
  return flags | TL_ICU_ERA;
}

char *
tl_icu_format (TlIcu       *self,
               TlIcuPattern pattern,
               TlIcuFlags   flags,
               gint64       second)
{
  return tl_icu_format_with (self, pattern, flags, second, TL_ICU_FIELD_NONE,
                             NULL);
}

char *
tl_icu_format_with (TlIcu       *self,
                    TlIcuPattern pattern,
                    TlIcuFlags   flags,
                    gint64       second,
                    TlIcuField   field,
                    const char  *text)
{
  g_autofree char *year_text = NULL;
  Formatted        formatted;

  if (!run_format (self, pattern, get_flags (pattern, flags, second), second,
                   field, &formatted))
    return tl_calendar_format_day (second);

  year_text = format_year_number (self, tl_calendar_from_second (second).year);
  return assemble (&formatted, year_text, self->first_day, text);
}

/* What a language writes behind a number without a space belongs to each:
 * “27. oder 28. Juli”, “27日或28日”. */
static int
find_end_of_number (const Formatted *formatted)
{
  int end = formatted->field.end;

  while (end < formatted->length &&
         (formatted->text[end] == '.' || u_isalpha (formatted->text[end])))
    end++;
  return end;
}

/* One of several values of a field, with what belongs to it but for the last
 * one, behind which it stands anyway. (nullable) */
static char *
format_alternative (TlIcu       *self,
                    TlIcuPattern pattern,
                    TlIcuFlags   flags,
                    TlIcuField   field,
                    gint64       second,
                    gboolean     is_last)
{
  Formatted formatted;
  int       end;

  if (!run_format (self, pattern, get_flags (pattern, flags, second), second,
                   field, &formatted) ||
      formatted.field.begin < 0)
    return NULL;
  if (field == TL_ICU_FIELD_DAY && self->first_day != NULL &&
      tl_calendar_from_second (second).day == 1)
    return g_strdup (self->first_day);
  end = is_last ? formatted.field.end : find_end_of_number (&formatted);
  return tl_icu_to_utf8 (formatted.text + formatted.field.begin,
                         end - formatted.field.begin);
}

char *
tl_icu_format_alternatives (TlIcu        *self,
                            TlIcuPattern  pattern,
                            TlIcuFlags    flags,
                            TlIcuField    field,
                            const gint64 *seconds,
                            guint         n_seconds,
                            gboolean      all)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < n_seconds; i++)
    {
      char *item = format_alternative (self, pattern, flags, field, seconds[i],
                                       i + 1 == n_seconds);

      if (item == NULL)
        return tl_calendar_format_day (seconds[0]);
      g_ptr_array_add (items, item);
    }
  list = tl_icu_format_list (self, (const char *const *)items->pdata,
                             items->len, all);
  return tl_icu_format_with (self, pattern, flags, seconds[0], field, list);
}
