/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"
#include "tl-icu-private.h"

#include <string.h>

/* Dates and intervals of dates. ICU's calendar covers some millions of years,
 * ours far more: the Gregorian calendar repeats every 400 years, so a date is
 * formatted in a near year of the same cycle and era, and the year's own
 * number is put in the place of that year's. */

/* Seconds of 400 years. */
#define SECONDS_PER_CYCLE (G_GINT64_CONSTANT (146097) * TL_SECONDS_PER_DAY)
/* 2000-01-01 and -0800-01-01, the beginnings of a cycle in either era. */
#define CYCLE_OF_OUR_ERA G_GINT64_CONSTANT (946684800)
#define CYCLE_BEFORE (CYCLE_OF_OUR_ERA - 7 * SECONDS_PER_CYCLE)
/* Years with more digits than four are grouped: 170,000,002. */
#define LARGEST_PLAIN_YEAR 9999
#define SMALLEST_INTERVAL_YEAR 1000

typedef struct
{
  int begin; /* -1 when there is none */
  int end;
} Place;

/* Text of ICU with the places of the year and of one other field. */
typedef struct
{
  UChar text[TL_ICU_BUFFER_LENGTH];
  int   length;
  Place year;
  Place field;
} Formatted;

static const char *
get_skeleton (TlIcuPattern pattern, TlIcuFlags flags)
{
  static const char *const skeletons[TL_ICU_N_PATTERNS][2] = {
    [TL_ICU_YEAR] = { "y", "y" },
    [TL_ICU_MONTH] = { "yMMMM", "yMMM" },
    [TL_ICU_DAY] = { "yMMMMd", "yMMMd" },
    [TL_ICU_MOMENT] = { "yMMMMdHms", "yMMMdHms" },
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

static UDateFormat *
open_format (TlIcu *self, TlIcuPattern pattern, TlIcuFlags flags)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar      skeleton[TL_ICU_BUFFER_LENGTH], text[TL_ICU_BUFFER_LENGTH];
  int        length = copy_skeleton (skeleton, pattern, flags);

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

  result->year.begin = result->field.begin = -1;
  while ((found = ufieldpositer_next (self->positions, &place.begin,
                                      &place.end)) >= 0)
    {
      if (found == UDAT_YEAR_FIELD)
        result->year = place;
      if (is_field (found, field))
        result->field = place;
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

/* The formatted text with the year's and the field's text replaced. */
static char *
assemble (const Formatted *formatted,
          const char      *year_text,
          const char      *field_text)
{
  GString *result = g_string_new (NULL);
  int      at = 0;

  for (int i = 0; i < formatted->length; i++)
    {
      const char *text = NULL;
      int         end = 0;

      if (i == formatted->field.begin && field_text != NULL)
        {
          text = field_text;
          end = formatted->field.end;
        }
      else if (i == formatted->year.begin)
        {
          text = year_text;
          end = formatted->year.end;
        }
      if (text == NULL)
        continue;
      append_utf16 (result, formatted->text, at, i);
      g_string_append (result, text);
      at = end;
      i = end - 1;
    }
  append_utf16 (result, formatted->text, at, formatted->length);
  return g_string_free (result, FALSE);
}

/* Number of a year within its era. */
static char *
format_year_number (TlIcu *self, gint64 year)
{
  gint64 number = year > 0 ? year : 1 - year;

  return tl_icu_format_number (self, number, number > LARGEST_PLAIN_YEAR);
}

/* Years before our era are never written without it. */
static TlIcuFlags
get_flags (TlIcuPattern pattern, TlIcuFlags flags, gint64 second)
{
  if (pattern > TL_ICU_MOMENT || tl_calendar_from_second (second).year > 0)
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
  return assemble (&formatted, year_text, text);
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
      Formatted formatted;
      int       end;

      if (!run_format (self, pattern, get_flags (pattern, flags, seconds[i]),
                       seconds[i], field, &formatted) ||
          formatted.field.begin < 0)
        return tl_calendar_format_day (seconds[0]);

      /* The point of an ordinal belongs to each: “27. oder 28. Juli”. */
      end = formatted.field.end;
      if (i + 1 < n_seconds && end < formatted.length &&
          formatted.text[end] == '.')
        end++;
      g_ptr_array_add (items,
                       tl_icu_to_utf8 (formatted.text + formatted.field.begin,
                                       end - formatted.field.begin));
    }
  list = tl_icu_format_list (self, (const char *const *)items->pdata,
                             items->len, all);
  return tl_icu_format_with (self, pattern, flags, seconds[0], field, list);
}

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

  return year >= SMALLEST_INTERVAL_YEAR && year <= LARGEST_PLAIN_YEAR;
}

static UDateIntervalFormat *
open_interval (TlIcu *self, TlIcuPattern pattern, TlIcuFlags flags)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar      skeleton[TL_ICU_BUFFER_LENGTH];

  copy_skeleton (skeleton, pattern, flags & TL_ICU_SHORT);
  return udtitvfmt_open (self->locale, skeleton, -1, tl_icu_utc, -1, &status);
}

char *
tl_icu_format_interval (TlIcu       *self,
                        TlIcuPattern pattern,
                        TlIcuFlags   flags,
                        gint64       first,
                        gint64       last)
{
  UErrorCode              status = U_ZERO_ERROR;
  UDateIntervalFormat   **format;
  UFormattedDateInterval *result;
  const UChar            *text;
  int                     length;
  g_autofree char        *raw = NULL;

  if (!needs_no_era (first) || !needs_no_era (last))
    return NULL;
  format = &self->intervals[pattern][(flags & TL_ICU_SHORT) != 0];
  if (*format == NULL)
    *format = open_interval (self, pattern, flags);

  result = udtitvfmt_openResult (&status);
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
