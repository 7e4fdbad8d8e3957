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
    /* Translators: a decade; the first year of it is given: “the 2010s”. */
    NC_ ("date", "the %ss"),
    NC_ ("date inside a sentence", "the %ss") },
  [TL_PHRASE_BETWEEN] = {
    /* Translators: some time between two years or other dates, inclusive. */
    NC_ ("date", "between %1$s and %2$s"),
    /* Translators: the same after “from”, “until” or “some month of”. */
    NC_ ("date inside a sentence", "%1$s–%2$s") },
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
  [TL_PHRASE_SOME_DAY] = {
    /* Translators: “some day of July 2020”, “some day of 10–19 June 2004”. */
    NC_ ("date", "some day of %s"),
    NC_ ("date inside a sentence", "some day of %s") },
  [TL_PHRASE_DAY_OF_SOME_MONTH] = {
    /* Translators: “day 15 of some month of 2004”. */
    NC_ ("date", "day %1$s of some month of %2$s"),
    NC_ ("date inside a sentence", "day %1$s of some month of %2$s") },
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
    NC_ ("date", "%1$s – %2$s"), NULL },
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

/* Not g_strdup_printf(): a translation must never be a format string. */
static char *
fill (const char *format, const char *first, const char *second)
{
  GString *result = g_string_new (NULL);

  while (*format != '\0')
    {
      if (g_str_has_prefix (format, "%s") || g_str_has_prefix (format, "%1$s"))
        g_string_append (result, first);
      else if (g_str_has_prefix (format, "%2$s"))
        g_string_append (result, second);
      else
        {
          g_string_append_c (result, *format++);
          continue;
        }
      format += format[1] == 's' ? 2 : 4;
    }
  return g_string_free (result, FALSE);
}

static const char *
translate (const TlPhraseText *phrase, gboolean inside, const char *context)
{
  if (inside && phrase->inside != NULL)
    return g_dpgettext2 (NULL, CONTEXT_INSIDE, phrase->inside);
  return g_dpgettext2 (NULL, context, phrase->alone);
}

char *
tl_wording_fill (const TlWording *self,
                 TlPhrase         phrase,
                 const char      *first,
                 const char      *second)
{
  gboolean is_interval = phrase == TL_PHRASE_ABOUT_INTERVAL ||
                         phrase == TL_PHRASE_ABOUT_UNCERTAIN_INTERVAL;

  return fill (translate (&phrases[phrase], (self->flags & TL_ICU_INSIDE) != 0,
                          is_interval ? CONTEXT_INTERVAL : CONTEXT_ALONE),
               first, second);
}

char *
tl_wording_fill_grouping (const TlWording *self, int grouping, const char *year)
{
  return fill (translate (&groupings[grouping - FIRST_GROUPING],
                          (self->flags & TL_ICU_INSIDE) != 0, CONTEXT_ALONE),
               year, NULL);
}
