/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-date-wording-private.h"

#include <glib/gi18n.h>

/* Words for one single date. What is not known is said (“some day of July
 * 2020”), never filled in. */

/* Years below have their era named: “14 October 732 AD”. */
#define SMALLEST_PLAIN_YEAR 1000
#define LARGEST_PLAIN_YEAR 9999
/* So many possible days or months are listed; more become a range. */
#define LISTED_MAX 4
#define N_COMPONENTS 3

static TlWording
get_inner (const TlWording *self)
{
  TlWording inner = *self;

  inner.flags |= TL_ICU_INSIDE;
  return inner;
}

static TlIcuFlags
get_flags (const TlWording *self, gint64 second)
{
  gint64 year = tl_calendar_from_second (second).year;

  return year < SMALLEST_PLAIN_YEAR ? self->flags | TL_ICU_ERA : self->flags;
}

char *
tl_wording_format (const TlWording *self, TlIcuPattern pattern, gint64 second)
{
  return tl_icu_format (self->icu, pattern, get_flags (self, second), second);
}

static gint64
get_second (gint64 year, int month, int day)
{
  return tl_calendar_day_number (year, month, day) * TL_SECONDS_PER_DAY;
}

static char *
word_year (const TlWording *self, gint64 year)
{
  return tl_wording_format (self, TL_ICU_YEAR, get_second (year, 1, 1));
}

static char *
word_between (const TlWording *self,
              TlIcuPattern     pattern,
              gint64           first,
              gint64           last)
{
  TlWording        inner = get_inner (self);
  g_autofree char *from = tl_wording_format (&inner, pattern, first);
  g_autofree char *to = tl_wording_format (&inner, pattern, last);

  return tl_wording_fill (self, TL_PHRASE_BETWEEN, from, to);
}

char *
tl_wording_word_between_years (const TlWording *self, gint64 first, gint64 last)
{
  g_autofree char *from = NULL, *to = NULL;

  if (first < SMALLEST_PLAIN_YEAR)
    return word_between (self, TL_ICU_YEAR, get_second (first, 1, 1),
                         get_second (last, 1, 1));
  from = tl_wording_format (self, TL_ICU_PLAIN_YEAR, get_second (first, 1, 1));
  to = tl_wording_format (self, TL_ICU_PLAIN_YEAR, get_second (last, 1, 1));
  return tl_wording_fill (self, TL_PHRASE_BETWEEN_YEARS, from, to);
}

static gboolean
is_any_year (const TlEdtfPart *part)
{
  return part->year_first == 0 && part->year_last == LARGEST_PLAIN_YEAR;
}

static gboolean
is_decade (const TlEdtfPart *part)
{
  return part->year_unknown == 1 && part->significant == 0 &&
         part->year_first >= SMALLEST_PLAIN_YEAR &&
         part->year_last <= LARGEST_PLAIN_YEAR;
}

/* The year of a date, or the years it can be in. */
static char *
word_years (const TlWording *self, const TlEdtfPart *part)
{
  TlWording        alone = *self;
  g_autofree char *range = NULL, *estimate = NULL;

  if (part->year_unknown == 0)
    return word_year (self, part->year);
  if (is_any_year (part))
    return tl_wording_fill (self, TL_PHRASE_UNKNOWN_YEAR, NULL, NULL);
  if (is_decade (part))
    return tl_wording_fill_decade (self, part->year_first);

  range =
      tl_wording_word_between_years (self, part->year_first, part->year_last);
  if (part->significant == 0)
    return g_steal_pointer (&range);
  alone.flags &= ~(TlIcuFlags)TL_ICU_INSIDE;
  estimate = word_year (&alone, part->year);
  return tl_wording_fill (self, TL_PHRASE_ESTIMATED, range, estimate);
}

/* A phrase about some part of the years of a date: “some month of …”. */
static char *
word_of_years (const TlWording  *self,
               TlPhrase          phrase,
               const char       *first,
               const TlEdtfPart *part)
{
  TlWording        inner = get_inner (self);
  g_autofree char *years = word_years (&inner, part);

  if (first == NULL)
    return tl_wording_fill (self, phrase, years, NULL);
  return tl_wording_fill (self, phrase, first, years);
}

/* A day or month that is known, of a year that is not. */
static char *
word_in_some_year (const TlWording  *self,
                   TlIcuPattern      pattern,
                   const TlEdtfPart *part)
{
  g_autofree char *text =
      tl_icu_format (self->icu, pattern, self->flags, part->earliest);

  if (is_any_year (part))
    return tl_wording_fill (self, TL_PHRASE_OF_UNKNOWN_YEAR, text, NULL);
  return word_of_years (self, TL_PHRASE_OF_SOME_YEAR, text, part);
}

static gboolean
matches (const char *digits, int value)
{
  return (digits[0] == 'X' || digits[0] - '0' == value / 10) &&
         (digits[1] == 'X' || digits[1] - '0' == value % 10);
}

static gboolean
is_any (const char *digits)
{
  return digits[0] == 'X' && digits[1] == 'X';
}

/* A month or day with one digit given: the few values it can have as
 * alternatives, more of them as “some day of 10–19 June 2004”. */
static char *
word_alternatives (const TlWording  *self,
                   const TlEdtfPart *part,
                   TlIcuPattern      pattern)
{
  gint64   seconds[32];
  guint    n = 0;
  gboolean days = pattern == TL_ICU_DAY;
  TlCivil  last = tl_calendar_from_second (part->latest);

  for (int value = 1; value <= (days ? last.day : last.month); value++)
    if (matches (days ? part->day_digits : part->month_digits, value))
      seconds[n++] = days ? get_second (part->year, part->month, value)
                          : get_second (part->year, value, 1);

  if (n > LISTED_MAX)
    {
      TlWording        inner = get_inner (self);
      g_autofree char *range = tl_icu_format_interval (
          self->icu, pattern, inner.flags, seconds[0], seconds[n - 1]);

      if (range == NULL)
        range = word_between (&inner, pattern, seconds[0], seconds[n - 1]);
      return tl_wording_fill (self,
                              days ? TL_PHRASE_SOME_DAY_OF_RANGE
                                   : TL_PHRASE_SOME_MONTH_OF_RANGE,
                              range, NULL);
    }
  if (n == 1)
    return tl_wording_format (self, pattern, seconds[0]);
  return tl_icu_format_alternatives (
      self->icu, pattern, get_flags (self, seconds[0]),
      days ? TL_ICU_FIELD_DAY : TL_ICU_FIELD_MONTH, seconds, n, FALSE);
}

static char *
word_month (const TlWording *self, const TlEdtfPart *part)
{
  if (part->month > 0 && part->year_unknown == 0)
    return tl_wording_format (self, TL_ICU_MONTH,
                              get_second (part->year, part->month, 1));
  if (part->month > 0)
    return word_in_some_year (self, TL_ICU_MONTH_NAME, part);
  if (is_any (part->month_digits))
    return word_of_years (self, TL_PHRASE_SOME_MONTH, NULL, part);
  if (part->year_unknown == 0)
    return word_alternatives (self, part, TL_ICU_MONTH);
  return word_between (self, TL_ICU_MONTH, part->earliest, part->latest);
}

static char *
word_some_day (const TlWording *self, const TlEdtfPart *part)
{
  TlWording        inner = get_inner (self);
  g_autofree char *month = NULL;

  if (is_any (part->month_digits))
    return word_of_years (self, TL_PHRASE_SOME_DAY_OF_YEARS, NULL, part);
  month = word_month (&inner, part);
  return tl_wording_fill (self, TL_PHRASE_SOME_DAY, month, NULL);
}

static char *
word_day (const TlWording *self, const TlEdtfPart *part)
{
  if (part->precision == TL_PRECISION_DAY)
    return tl_wording_format (self, TL_ICU_DAY, part->earliest);
  if (is_any (part->day_digits))
    return word_some_day (self, part);
  if (part->day > 0 && part->month > 0)
    return word_in_some_year (self, TL_ICU_YEARLY_DAY, part);
  if (part->day > 0 && is_any (part->month_digits))
    {
      g_autofree char *day = tl_icu_format_day_number (self->icu, part->day);

      return word_of_years (self, TL_PHRASE_DAY_OF_SOME_MONTH, day, part);
    }
  if (part->month > 0 && part->year_unknown == 0)
    return word_alternatives (self, part, TL_ICU_DAY);
  return word_between (self, TL_ICU_DAY, part->earliest, part->latest);
}

static char *
word_time (const TlWording *self, const TlEdtfPart *part)
{
  gboolean         brief = (self->flags & TL_ICU_SHORT) != 0;
  g_autofree char *day = tl_wording_format (self, TL_ICU_DAY, part->earliest);
  g_autofree char *second =
      tl_icu_format_number (self->icu, part->second, FALSE);
  g_autofree char *clock = tl_icu_format_with (
      self->icu, TL_ICU_SECOND, TL_ICU_FULL, part->earliest,
      /* A leap second is not in the calendar. */
      part->second == 60 ? TL_ICU_FIELD_SECOND : TL_ICU_FIELD_NONE, second);
  g_autofree char *moment = tl_wording_fill (
      self, brief ? TL_PHRASE_SHORT_MOMENT : TL_PHRASE_MOMENT, day, clock);
  g_autofree char *shift = NULL;

  if (!part->has_shift)
    return g_steal_pointer (&moment);
  if (part->shift == 0)
    return tl_wording_fill (self, TL_PHRASE_UTC, moment, NULL);
  shift = g_strdup_printf ("%s%02d:%02d", part->shift < 0 ? "−" : "+",
                           ABS (part->shift) / 60, ABS (part->shift) % 60);
  return tl_wording_fill (self, TL_PHRASE_SHIFTED, moment, shift);
}

static char *
word_grouping (const TlWording *self, const TlEdtfPart *part)
{
  TlWording        inner = get_inner (self);
  g_autofree char *year = NULL, *first = NULL;
  g_autofree char *last_year = NULL, *last = NULL;

  if (part->year_unknown == 0)
    {
      year = word_year (self, part->year_first);
      return tl_wording_fill_grouping (self, part->month, year);
    }
  year = word_year (&inner, part->year_first);
  first = tl_wording_fill_grouping (&inner, part->month, year);
  last_year = word_year (&inner, part->year_last);
  last = tl_wording_fill_grouping (&inner, part->month, last_year);
  return tl_wording_fill (self, TL_PHRASE_BETWEEN, first, last);
}

char *
tl_wording_word_plain (const TlWording *self, const TlEdtfPart *part)
{
  switch (part->form)
    {
    case TL_EDTF_YEAR:
      return word_years (self, part);
    case TL_EDTF_GROUPING:
      return word_grouping (self, part);
    case TL_EDTF_MONTH:
      return word_month (self, part);
    case TL_EDTF_TIME:
      return word_time (self, part);
    case TL_EDTF_DAY:
    default:
      return word_day (self, part);
    }
}

gboolean
tl_wording_get_qualifiers (const TlEdtfPart *part, guint8 *qualifiers)
{
  guint8 all[N_COMPONENTS] = { part->year_qualifiers, part->month_qualifiers,
                               part->day_qualifiers };
  int last = part->form == TL_EDTF_YEAR ? 0 : part->form >= TL_EDTF_DAY ? 2 : 1;

  *qualifiers = all[last];
  for (int i = 0; i < last; i++)
    if (all[i] != all[0] || (all[i] != 0 && all[i] != all[last]))
      return FALSE;
  return TRUE;
}

/* clang-format off */
/* By the components as bits (1 year, 2 month, 4 day), and by qualifier. */
static const char *const qualifier_texts[][3] = {
  { NULL },
  { N_ ("year uncertain"), N_ ("year approximate"),
    N_ ("year uncertain and approximate") },
  { N_ ("month uncertain"), N_ ("month approximate"),
    N_ ("month uncertain and approximate") },
  { N_ ("year and month uncertain"), N_ ("year and month approximate"),
    N_ ("year and month uncertain and approximate") },
  { N_ ("day uncertain"), N_ ("day approximate"),
    N_ ("day uncertain and approximate") },
  { N_ ("year and day uncertain"), N_ ("year and day approximate"),
    N_ ("year and day uncertain and approximate") },
  { N_ ("month and day uncertain"), N_ ("month and day approximate"),
    N_ ("month and day uncertain and approximate") },
};
/* clang-format on */

char *
tl_wording_list_qualifiers (const TlEdtfPart *part)
{
  static const guint8 order[] = {
    TL_QUALIFIER_UNCERTAIN,
    TL_QUALIFIER_APPROXIMATE,
    TL_QUALIFIER_UNCERTAIN | TL_QUALIFIER_APPROXIMATE,
  };
  const char *items[G_N_ELEMENTS (order)];
  guint       n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      int components = (part->year_qualifiers == order[i] ? 1 : 0) |
                       (part->month_qualifiers == order[i] ? 2 : 0) |
                       (part->day_qualifiers == order[i] ? 4 : 0);

      if (components > 0)
        items[n++] = _ (qualifier_texts[components][order[i] - 1]);
    }
  if (n == 2)
    /* Translators: which parts of a date are in doubt, “year uncertain and day
     * approximate”. */
    return g_strdup_printf (C_ ("parts of a date", "%1$s and %2$s"), items[0],
                            items[1]);
  if (n == 3)
    /* Translators: the same of three: “year uncertain, month approximate and
     * day uncertain and approximate”. */
    return g_strdup_printf (C_ ("parts of a date", "%1$s, %2$s and %3$s"),
                            items[0], items[1], items[2]);
  return g_strdup (items[0]);
}

char *
tl_wording_word_part (const TlWording *self, const TlEdtfPart *part)
{
  TlWording        inner = get_inner (self);
  g_autofree char *text = NULL, *notes = NULL;
  guint8           qualifiers;
  gboolean         plain = tl_wording_get_qualifiers (part, &qualifiers);

  if (plain && (qualifiers & TL_QUALIFIER_APPROXIMATE) != 0)
    text = tl_wording_word_plain (&inner, part);
  else
    text = tl_wording_word_plain (self, part);

  if (!plain)
    {
      notes = tl_wording_list_qualifiers (part);
      return tl_wording_fill (self, TL_PHRASE_NOTED, text, notes);
    }
  switch ((int)qualifiers)
    {
    case TL_QUALIFIER_NONE:
      return g_steal_pointer (&text);
    case TL_QUALIFIER_APPROXIMATE:
      return tl_wording_fill (self, TL_PHRASE_ABOUT, text, NULL);
    case TL_QUALIFIER_UNCERTAIN:
      return tl_wording_fill (self, TL_PHRASE_UNCERTAIN, text, NULL);
    default:
      return tl_wording_fill (self, TL_PHRASE_ABOUT_UNCERTAIN, text, NULL);
    }
}
