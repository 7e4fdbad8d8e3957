/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-icu-parser.h"

#include "tl-icu-private.h"

#include <float.h>
#include <string.h>
#include <unicode/uloc.h>

/* Tries the patterns that a date can be written in, one after the other: those
 * of the language, its order of numbers with any separator, and a month's name
 * in every place. A pattern counts only when it takes in the whole text, and
 * the calendar has such a day. */

/* Years with fewer digits could as well be days, or short for a later one. */
#define SMALLEST_PLAIN_YEAR 100

typedef struct
{
  TlIcuPattern pattern;
  gboolean     has_era;
  UChar        text[TL_ICU_BUFFER_LENGTH];
  int          length;
} Candidate;

struct _TlIcuParser
{
  UDateFormat *format; /* that is given one pattern after the other */
  UCalendar   *calendar;
  GArray      *candidates; /* (element-type Candidate) */
};

/* ICU takes two digits for a short year, unless the pattern has four. White
 * space is plain, as in the text. */
static char *
adapt_pattern (const char *pattern)
{
  GString *adapted = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        g_string_append_c (adapted, ' ');
      else if (c != 'y')
        g_string_append_unichar (adapted, c);
      else if (p == pattern || p[-1] != 'y')
        g_string_append (adapted, "yyyy");
    }
  return g_string_free (adapted, FALSE);
}

static void
add_candidate (TlIcuParser *self, TlIcuPattern pattern, const char *text)
{
  Candidate             candidate = { .pattern = pattern,
                                      .has_era = strchr (text, 'G') != NULL };
  g_autofree char      *adapted = adapt_pattern (text);
  g_autofree gunichar2 *units = g_utf8_to_utf16 (adapted, -1, NULL, NULL, NULL);

  for (;
       units[candidate.length] != 0 && candidate.length < TL_ICU_BUFFER_LENGTH;
       candidate.length++)
    candidate.text[candidate.length] = units[candidate.length];
  g_array_append_val (self->candidates, candidate);
}

/* What the language makes of the fields. Returns: (nullable) (transfer full) */
static char *
get_best_pattern (UDateTimePatternGenerator *generator, const char *skeleton)
{
  UErrorCode            status = U_ZERO_ERROR;
  UChar                 text[TL_ICU_BUFFER_LENGTH];
  g_autofree gunichar2 *fields =
      g_utf8_to_utf16 (skeleton, -1, NULL, NULL, NULL);
  int length = udatpg_getBestPattern (generator, fields, (int)strlen (skeleton),
                                      text, TL_ICU_BUFFER_LENGTH, &status);

  return U_SUCCESS (status) ? tl_icu_to_utf8 (text, length) : NULL;
}

static void
add_local_patterns (TlIcuParser *self, UDateTimePatternGenerator *generator)
{
  static const struct
  {
    TlIcuPattern pattern;
    const char  *skeleton;
  } skeletons[] = {
    { TL_ICU_DAY, "yMMMMd" },     { TL_ICU_DAY, "yMMMd" },
    { TL_ICU_DAY, "yMMMMEEEEd" }, { TL_ICU_DAY, "yMMMEd" },
    { TL_ICU_MONTH, "yMMMM" },    { TL_ICU_MONTH, "yMMM" },
    { TL_ICU_YEAR, "y" },         { TL_ICU_DAY, "GyMMMMd" },
    { TL_ICU_DAY, "GyMMMd" },     { TL_ICU_MONTH, "GyMMMM" },
    { TL_ICU_MONTH, "GyMMM" },    { TL_ICU_YEAR, "Gy" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (skeletons); i++)
    {
      g_autofree char *text =
          get_best_pattern (generator, skeletons[i].skeleton);

      if (text != NULL)
        add_candidate (self, skeletons[i].pattern, text);
    }
}

/* The letters of the fields in the order of a pattern: "dMy". */
static char *
get_order (const char *pattern)
{
  GString *order = g_string_new (NULL);

  for (const char *p = pattern; *p != '\0'; p++)
    if (strchr ("dMy", *p) != NULL && strchr (order->str, *p) == NULL)
      g_string_append_c (order, *p);
  return g_string_free (order, FALSE);
}

/* Numbers in the order of the language: 28/7/2020, 7/2020. */
static void
add_numeric_patterns (TlIcuParser *self, UDateTimePatternGenerator *generator)
{
  static const char separators[] = "/.-";
  g_autofree char  *day = get_best_pattern (generator, "yMd");
  g_autofree char  *day_order = get_order (day != NULL ? day : "dMy");

  for (const char *sign = separators; *sign != '\0'; sign++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) month = g_string_new (NULL);

      for (const char *field = day_order; *field != '\0'; field++)
        {
          if (text->len > 0)
            g_string_append_c (text, *sign);
          g_string_append_c (text, *field);
          if (*field == 'd')
            continue;
          if (month->len > 0)
            g_string_append_c (month, *sign);
          g_string_append_c (month, *field);
        }
      add_candidate (self, TL_ICU_DAY, text->str);
      add_candidate (self, TL_ICU_MONTH, month->str);
    }
}

/* The name of a month in whatever form and place. */
static void
add_named_patterns (TlIcuParser *self)
{
  static const char *const names[] = { "MMMM", "MMM", "LLLL", "LLL" };
  static const struct
  {
    TlIcuPattern pattern;
    const char  *text;
  } patterns[] = {
    { TL_ICU_DAY, "d # y" },   { TL_ICU_DAY, "# d y" }, { TL_ICU_DAY, "y # d" },
    { TL_ICU_DAY, "d # y G" }, { TL_ICU_MONTH, "# y" }, { TL_ICU_MONTH, "y #" },
    { TL_ICU_MONTH, "# y G" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (patterns); j++)
      {
        g_autoptr (GString) text = g_string_new (patterns[j].text);

        g_string_replace (text, "#", names[i], 1);
        add_candidate (self, patterns[j].pattern, text->str);
      }
  add_candidate (self, TL_ICU_YEAR, "y G");
}

TlIcuParser *
tl_icu_parser_new (const char *locale)
{
  TlIcuParser               *self = g_new0 (TlIcuParser, 1);
  UErrorCode                 status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator;
  char                       full[ULOC_FULLNAME_CAPACITY];

  g_strlcpy (full, locale, sizeof full);
  uloc_setKeywordValue ("calendar", "gregorian", full, sizeof full, &status);
  status = U_ZERO_ERROR;
  self->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  self->calendar = ucal_open (tl_icu_utc, -1, full, UCAL_GREGORIAN, &status);
  ucal_setGregorianChange (self->calendar, -DBL_MAX, &status);
  ucal_setAttribute (self->calendar, UCAL_LENIENT, FALSE);
  self->format =
      udat_open (UDAT_NONE, UDAT_SHORT, full, tl_icu_utc, -1, NULL, 0, &status);
  udat_setLenient (self->format, FALSE);
  udat_setBooleanAttribute (self->format, UDAT_PARSE_ALLOW_WHITESPACE, TRUE,
                            &status);
  generator = udatpg_open (full, &status);
  if (U_FAILURE (status))
    g_error ("The locale data of ICU cannot be used: %s", u_errorName (status));
  add_local_patterns (self, generator);
  add_numeric_patterns (self, generator);
  add_named_patterns (self);
  udatpg_close (generator);
  return self;
}

void
tl_icu_parser_add_pattern (TlIcuParser *self,
                           TlIcuPattern pattern,
                           const char  *text)
{
  g_autofree char *bare = tl_icu_drop_era (text);

  add_candidate (self, pattern, bare);
  if (!g_str_equal (bare, text))
    add_candidate (self, pattern, text);
}

void
tl_icu_parser_free (TlIcuParser *self)
{
  if (self == NULL)
    return;
  udat_close (self->format);
  ucal_close (self->calendar);
  g_array_unref (self->candidates);
  g_free (self);
}

/* Reads the calendar, which need not hold a day that there is. */
static gboolean
read_calendar (TlIcuParser *self, const Candidate *candidate, TlCivil *civil)
{
  UErrorCode status = U_ZERO_ERROR;
  int        year;

  ucal_getMillis (self->calendar, &status);
  year = ucal_get (self->calendar, UCAL_YEAR, &status);
  *civil = (TlCivil){ .month = 1, .day = 1 };
  if (ucal_get (self->calendar, UCAL_ERA, &status) == 0)
    civil->year = 1 - year;
  else
    civil->year = year;
  if (candidate->pattern <= TL_ICU_DAY && candidate->pattern != TL_ICU_YEAR)
    civil->month = ucal_get (self->calendar, UCAL_MONTH, &status) + 1;
  if (candidate->pattern == TL_ICU_DAY)
    civil->day = ucal_get (self->calendar, UCAL_DAY_OF_MONTH, &status);
  return U_SUCCESS (status) &&
         (candidate->has_era || year >= SMALLEST_PLAIN_YEAR);
}

static gboolean
try_candidate (TlIcuParser     *self,
               const Candidate *candidate,
               const gunichar2 *text,
               int              length,
               TlCivil         *civil)
{
  UErrorCode status = U_ZERO_ERROR;
  int        place = 0;

  udat_applyPattern (self->format, FALSE, candidate->text, candidate->length);
  ucal_clear (self->calendar);
  udat_parseCalendar (self->format, self->calendar, text, length, &place,
                      &status);
  return U_SUCCESS (status) && place == length &&
         read_calendar (self, candidate, civil);
}

gboolean
tl_icu_parser_parse (TlIcuParser  *self,
                     const char   *text,
                     TlIcuPattern *pattern,
                     TlCivil      *civil)
{
  glong                 length = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);

  for (guint i = 0; units != NULL && i < self->candidates->len; i++)
    {
      const Candidate *candidate =
          &g_array_index (self->candidates, Candidate, i);
      TlCivil found;

      if (!try_candidate (self, candidate, units, (int)length, &found))
        continue;
      *pattern = candidate->pattern;
      *civil = found;
      return TRUE;
    }
  return FALSE;
}
