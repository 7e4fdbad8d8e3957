/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-date-wording-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The phrases of dates, each as a whole. Most can stand alone (“about April
 * 2020”) or inside another (“until about April 2020”); languages with
 * grammatical cases need different words for the two, so each is a message of
 * its own even where English does not tell them apart. */

#define CONTEXT_ALONE "date"
#define CONTEXT_INSIDE "date inside a sentence"
#define CONTEXT_INTERVAL "interval of dates"
#define CONTEXT_DECADE "first decade of a century"
#define CONTEXT_DECADE_INSIDE "first decade of a century inside a sentence"
#define CONTEXT_RANGE "range of dates"
#define CONTEXT_RANGE_INSIDE "range of dates inside a sentence"
#define CONTEXT_YEARS "years"
#define CONTEXT_YEARS_INSIDE "years inside a sentence"

typedef struct
{
  const char *alone;
  const char *inside; /* NULL when it never stands there */
} TlPhraseText;

/* clang-format off */
static const TlPhraseText phrases[TL_N_PHRASES] = {
  [TL_PHRASE_ABOUT] = {
    /* Translators: an approximate date, “about 14 April 2020”. */
    NC_ ("date", "about %s"),
    /* Translators: the same after “from” or “until”, or as one of several. */
    NC_ ("date inside a sentence", "about %s") },
  [TL_PHRASE_UNCERTAIN] = {
    /* Translators: a date that is possibly so, but not definitely. */
    NC_ ("date", "%s (uncertain)"),
    NC_ ("date inside a sentence", "%s (uncertain)") },
  [TL_PHRASE_ABOUT_UNCERTAIN] = {
    /* Translators: a date that is approximate, and even so uncertain. */
    NC_ ("date", "about %s (uncertain)"),
    NC_ ("date inside a sentence", "about %s (uncertain)") },
  [TL_PHRASE_NOTED] = {
    /* Translators: a date, and which of its parts are in doubt:
     * “11 June 2004 (year uncertain, day approximate)”. */
    NC_ ("date", "%1$s (%2$s)"),
    NC_ ("date inside a sentence", "%1$s (%2$s)") },
  [TL_PHRASE_DECADE] = {
    /* Translators: a decade, “the 1990s”. {year} is its first year, 1990; you
     * can also use {century}, 20, and {decade}, 90. */
    NC_ ("date", "the {year}s"),
    NC_ ("date inside a sentence", "the {year}s") },
  [TL_PHRASE_FIRST_DECADE] = {
    /* Translators: the same for the ten years from 2000 or 1900 on. */
    NC_ ("first decade of a century", "the {year}s"),
    NC_ ("first decade of a century inside a sentence", "the {year}s") },
  [TL_PHRASE_BETWEEN] = {
    /* Translators: some time between two dates, inclusive; both have the form
     * for use inside a sentence. */
    NC_ ("date", "between %1$s and %2$s"),
    /* Translators: the same after “from”, “until” or “some month of”. */
    NC_ ("date inside a sentence", "%1$s–%2$s") },
  [TL_PHRASE_BETWEEN_YEARS] = {
    /* Translators: some time between two years, inclusive; both are numbers. */
    NC_ ("years", "between %1$s and %2$s"),
    /* Translators: the same after “about”, “from”, “some month of”, “a year
     * in”. */
    NC_ ("years inside a sentence", "%1$s–%2$s") },
  [TL_PHRASE_ESTIMATED] = {
    /* Translators: two years and an estimate:
     * “between 1900 and 1999, estimated at 1950”. */
    NC_ ("date", "%1$s, estimated at %2$s"),
    NC_ ("date inside a sentence", "%1$s (estimated at %2$s)") },
  [TL_PHRASE_UNKNOWN_YEAR] = {
    NC_ ("date", "an unknown year"),
    NC_ ("date inside a sentence", "an unknown year") },
  [TL_PHRASE_OF_UNKNOWN_YEAR] = {
    /* Translators: “25 December of an unknown year”. */
    NC_ ("date", "%s of an unknown year"),
    NC_ ("date inside a sentence", "%s of an unknown year") },
  [TL_PHRASE_OF_SOME_YEAR] = {
    /* Translators: a day or month and the years it can be in:
     * “25 December of a year in the 1560s”, “December of a year in
     * 1500–1599”. */
    NC_ ("date", "%1$s of a year in %2$s"),
    NC_ ("date inside a sentence", "%1$s of a year in %2$s") },
  [TL_PHRASE_SOME_MONTH] = {
    /* Translators: “some month of 2004”. */
    NC_ ("date", "some month of %s"),
    NC_ ("date inside a sentence", "some month of %s") },
  [TL_PHRASE_SOME_MONTH_OF_RANGE] = {
    /* Translators: “some month of February–August 2019”. */
    NC_ ("range of dates", "some month of %s"),
    NC_ ("range of dates inside a sentence", "some month of %s") },
  [TL_PHRASE_SOME_DAY] = {
    /* Translators: “some day of July 2020”. */
    NC_ ("date", "some day of %s"),
    NC_ ("date inside a sentence", "some day of %s") },
  [TL_PHRASE_SOME_DAY_OF_YEARS] = {
    /* Translators: “some day of 2004”, “some day of the 1990s”. */
    NC_ ("years", "some day of %s"),
    NC_ ("years inside a sentence", "some day of %s") },
  [TL_PHRASE_SOME_DAY_OF_RANGE] = {
    /* Translators: “some day of 10–19 June 2004”. */
    NC_ ("range of dates", "some day of %s"),
    NC_ ("range of dates inside a sentence", "some day of %s") },
  [TL_PHRASE_DAY_OF_SOME_MONTH] = {
    /* Translators: “day 15 of some month of 2004”. */
    NC_ ("date", "day %1$s of some month of %2$s"),
    NC_ ("date inside a sentence", "day %1$s of some month of %2$s") },
  [TL_PHRASE_MOMENT] = {
    /* Translators: a day and a time of day, “12 April 1985 at 23:20:30”. */
    NC_ ("date", "%1$s at %2$s"), NULL },
  [TL_PHRASE_SHORT_MOMENT] = {
    /* Translators: the same in a list, “12 Apr 1985, 23:20:30”. */
    NC_ ("date", "%1$s, %2$s"), NULL },
  [TL_PHRASE_UTC] = {
    /* Translators: a date with a time of day in UTC. */
    NC_ ("date", "%s (UTC)"), NULL },
  [TL_PHRASE_SHIFTED] = {
    /* Translators: a date with a time of day and the time zone it is in:
     * “12 April 1985 at 23:20:30 (UTC+04:30)”. */
    NC_ ("date", "%1$s (UTC%2$s)"), NULL },
  [TL_PHRASE_OR_EARLIER] = {
    /* Translators: happened on this date or on an earlier one. */
    NC_ ("date", "%s or earlier"), NULL },
  [TL_PHRASE_OR_LATER] = {
    NC_ ("date", "%s or later"), NULL },
  [TL_PHRASE_AND_EARLIER] = {
    /* Translators: on this date and on all before it. */
    NC_ ("date", "%s and all earlier dates"), NULL },
  [TL_PHRASE_AND_LATER] = {
    NC_ ("date", "%s and all later dates"), NULL },
  [TL_PHRASE_INTERVAL] = {
    /* Translators: from one date to another: “1 February 2004 – 2005”. */
    NC_ ("date", "%1$s – %2$s"),
    /* Translators: the same after “some day of”. */
    NC_ ("date inside a sentence", "%1$s – %2$s") },
  [TL_PHRASE_FROM] = {
    /* Translators: begins on a date and goes on without a stated end. */
    NC_ ("date", "from %s on"), NULL },
  [TL_PHRASE_FROM_UNKNOWN_END] = {
    /* Translators: begins on a date; nobody knows when it ended. */
    NC_ ("date", "from %s (end unknown)"), NULL },
  [TL_PHRASE_UNTIL] = {
    /* Translators: ends on a date; no start is stated. */
    NC_ ("date", "until %s"), NULL },
  [TL_PHRASE_UNTIL_UNKNOWN_START] = {
    /* Translators: ends on a date; nobody knows when it began. */
    NC_ ("date", "until %s (start unknown)"), NULL },
  [TL_PHRASE_ONE_OF_MANY] = {
    /* Translators: a long list; the first and last date are given:
     * “one of many dates (1667–1710)”. */
    NC_ ("date", "one of many dates (%s)"), NULL },
  [TL_PHRASE_ALL_OF_MANY] = {
    NC_ ("date", "many dates (%s)"), NULL },
  [TL_PHRASE_ABOUT_INTERVAL] = {
    /* Translators: both ends are approximate, “about 11–20 January 2020”. */
    NC_ ("interval of dates", "about %s"), NULL },
  [TL_PHRASE_ABOUT_UNCERTAIN_INTERVAL] = {
    NC_ ("interval of dates", "about %s (uncertain)"), NULL },
};

/* Translators: for each part of a year first its name with a year as a date of
 * its own (nominative), then inside a sentence, as after “about” or “until”. */
#define FIRST_GROUPING 21
static const TlPhraseText groupings[] = {
  { NC_ ("date", "spring %s"),
    NC_ ("date inside a sentence", "spring %s") },
  { NC_ ("date", "summer %s"),
    NC_ ("date inside a sentence", "summer %s") },
  { NC_ ("date", "autumn %s"),
    NC_ ("date inside a sentence", "autumn %s") },
  { NC_ ("date", "winter %s"),
    NC_ ("date inside a sentence", "winter %s") },
  { NC_ ("date", "spring %s (Northern Hemisphere)"),
    NC_ ("date inside a sentence", "spring %s (Northern Hemisphere)") },
  { NC_ ("date", "summer %s (Northern Hemisphere)"),
    NC_ ("date inside a sentence", "summer %s (Northern Hemisphere)") },
  { NC_ ("date", "autumn %s (Northern Hemisphere)"),
    NC_ ("date inside a sentence", "autumn %s (Northern Hemisphere)") },
  { NC_ ("date", "winter %s (Northern Hemisphere)"),
    NC_ ("date inside a sentence", "winter %s (Northern Hemisphere)") },
  { NC_ ("date", "spring %s (Southern Hemisphere)"),
    NC_ ("date inside a sentence", "spring %s (Southern Hemisphere)") },
  { NC_ ("date", "summer %s (Southern Hemisphere)"),
    NC_ ("date inside a sentence", "summer %s (Southern Hemisphere)") },
  { NC_ ("date", "autumn %s (Southern Hemisphere)"),
    NC_ ("date inside a sentence", "autumn %s (Southern Hemisphere)") },
  { NC_ ("date", "winter %s (Southern Hemisphere)"),
    NC_ ("date inside a sentence", "winter %s (Southern Hemisphere)") },
  { NC_ ("date", "first quarter of %s"),
    NC_ ("date inside a sentence", "first quarter of %s") },
  { NC_ ("date", "second quarter of %s"),
    NC_ ("date inside a sentence", "second quarter of %s") },
  { NC_ ("date", "third quarter of %s"),
    NC_ ("date inside a sentence", "third quarter of %s") },
  { NC_ ("date", "fourth quarter of %s"),
    NC_ ("date inside a sentence", "fourth quarter of %s") },
  { NC_ ("date", "first four months of %s"),
    NC_ ("date inside a sentence", "first four months of %s") },
  { NC_ ("date", "middle four months of %s"),
    NC_ ("date inside a sentence", "middle four months of %s") },
  { NC_ ("date", "last four months of %s"),
    NC_ ("date inside a sentence", "last four months of %s") },
  { NC_ ("date", "first half of %s"),
    NC_ ("date inside a sentence", "first half of %s") },
  { NC_ ("date", "second half of %s"),
    NC_ ("date inside a sentence", "second half of %s") },
};
/* clang-format on */

/* --- where a date meets the word before it --- */

/* The rule “from=to” of length bytes, where from reaches over the seam, an end
 * in the text, and begins a word. */
static gboolean
contract_by (GString *text, gsize seam, const char *rule, gsize length)
{
  const char *sign = memchr (rule, '=', length);
  gsize       n = sign != NULL ? (gsize)(sign - rule) : 0;
  gsize       first = seam >= n ? seam - n + 1 : 0;

  for (gsize at = first; n > 0 && at < seam && at + n <= text->len; at++)
    if (memcmp (text->str + at, rule, n) == 0 &&
        (at == 0 || g_unichar_isalpha (g_utf8_get_char (g_utf8_find_prev_char (
                        text->str, text->str + at))) == FALSE))
      {
        g_string_erase (text, (gssize)at, (gssize)n);
        g_string_insert_len (text, (gssize)at, sign + 1,
                             (gssize)(length - n - 1));
        return TRUE;
      }
  return FALSE;
}

static void
contract (GString *text, gsize seam)
{
  /* Translators: what changes where a date follows a word, as a list of
   * “from=to” with “|” between them; the first that fits is used. French:
   * “de le =du |de a=d’a”, since “from %s” and “le 14 avril 2020” become “du 14
   * avril 2020”, and “from %s” and “avril 2020” become “d’avril 2020”. Leave it
   * as it is when nothing changes. */
  const char *rules = C_ ("contractions in dates", "none");

  if (seam == 0 || g_str_equal (rules, "none"))
    return;
  while (*rules != '\0')
    {
      gsize length = strcspn (rules, "|");

      if (contract_by (text, seam, rules, length))
        return;
      rules += length + (rules[length] == '|' ? 1 : 0);
    }
}

/* --- phrases --- */

static void
append_argument (GString *result, const char *text)
{
  gsize seam = result->len;

  g_string_append (result, text);
  contract (result, seam);
}

/* Not g_strdup_printf(): a translation must never be a format string. */
static char *
fill (const char *format, const char *first, const char *second)
{
  GString *result = g_string_new (NULL);

  while (*format != '\0')
    {
      if (g_str_has_prefix (format, "%s") || g_str_has_prefix (format, "%1$s"))
        append_argument (result, first);
      else if (g_str_has_prefix (format, "%2$s"))
        append_argument (result, second);
      else
        {
          g_string_append_c (result, *format++);
          continue;
        }
      format += format[1] == 's' ? 2 : 4;
    }
  return g_string_free (result, FALSE);
}

/* The contexts of messages differ where the same English words are about other
 * things than a single date. */
static const char *
get_context (TlPhrase phrase, gboolean inside)
{
  switch ((int)phrase)
    {
    case TL_PHRASE_ABOUT_INTERVAL:
    case TL_PHRASE_ABOUT_UNCERTAIN_INTERVAL:
      return CONTEXT_INTERVAL;
    case TL_PHRASE_FIRST_DECADE:
      return inside ? CONTEXT_DECADE_INSIDE : CONTEXT_DECADE;
    case TL_PHRASE_SOME_MONTH_OF_RANGE:
    case TL_PHRASE_SOME_DAY_OF_RANGE:
      return inside ? CONTEXT_RANGE_INSIDE : CONTEXT_RANGE;
    case TL_PHRASE_BETWEEN_YEARS:
    case TL_PHRASE_SOME_DAY_OF_YEARS:
      return inside ? CONTEXT_YEARS_INSIDE : CONTEXT_YEARS;
    default:
      return inside ? CONTEXT_INSIDE : CONTEXT_ALONE;
    }
}

static const char *
translate (const TlWording *self, TlPhrase phrase)
{
  const TlPhraseText *text = &phrases[phrase];
  gboolean inside = (self->flags & TL_ICU_INSIDE) != 0 && text->inside != NULL;

  return g_dpgettext2 (NULL, get_context (phrase, inside),
                       inside ? text->inside : text->alone);
}

char *
tl_wording_fill (const TlWording *self,
                 TlPhrase         phrase,
                 const char      *first,
                 const char      *second)
{
  return fill (translate (self, phrase), first, second);
}

char *
tl_wording_fill_decade (const TlWording *self, gint64 year)
{
  gint64           decade = year % 100;
  GString         *text = g_string_new (translate (
              self, decade == 0 ? TL_PHRASE_FIRST_DECADE : TL_PHRASE_DECADE));
  g_autofree char *years = tl_icu_format_number (self->icu, year, FALSE);
  g_autofree char *century =
      tl_icu_format_number (self->icu, year / 100 + 1, FALSE);
  g_autofree char *tens = tl_icu_format_number (self->icu, decade / 10, FALSE);
  g_autofree char *ones = tl_icu_format_number (self->icu, decade % 10, FALSE);
  g_autofree char *both = g_strconcat (tens, ones, NULL);

  g_string_replace (text, "{year}", years, 0);
  g_string_replace (text, "{century}", century, 0);
  g_string_replace (text, "{decade}", both, 0);
  return g_string_free (text, FALSE);
}

char *
tl_wording_fill_grouping (const TlWording *self, int grouping, const char *year)
{
  const TlPhraseText *text = &groupings[grouping - FIRST_GROUPING];
  gboolean            inside = (self->flags & TL_ICU_INSIDE) != 0;

  return fill (g_dpgettext2 (NULL, inside ? CONTEXT_INSIDE : CONTEXT_ALONE,
                             inside ? text->inside : text->alone),
               year, NULL);
}
