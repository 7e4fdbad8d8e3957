/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-date-wording-private.h"

#include <glib/gi18n.h>

/* How a language writes dates where the patterns of the locale data do not
 * fit: they have no form for use inside a sentence. Each is a pattern of CLDR,
 * and a message; a language without them has those of the locale data. */

#define CONTEXT_ALONE "date pattern"
#define CONTEXT_INSIDE "date pattern inside a sentence"
#define CONTEXT_SHORT "short date pattern"
#define CONTEXT_INTERVAL "interval pattern"
#define CONTEXT_SHORT_INTERVAL "short interval pattern"

/* clang-format off */
static const struct
{
  TlIcuPattern pattern;
  const char  *text;
} patterns[] = {
  /* Translators: a year, as a pattern of CLDR: “y” is the year, “G” the era,
   * which is left out where none has to be named; letters that are to be
   * written stand between apostrophes: “y 'г'. G”. Write “CLDR” for the one
   * that the locale data has. */
  { TL_ICU_YEAR, NC_ ("date pattern", "y G") },
  /* Translators: a month, as a pattern of CLDR: “LLLL” is the month's name
   * where it stands alone, “MMMM” its form with a day. */
  { TL_ICU_MONTH, NC_ ("date pattern", "MMMM y G") },
  /* Translators: a day, as a pattern of CLDR: “d” is its number. */
  { TL_ICU_DAY, NC_ ("date pattern", "d MMMM y G") },
  /* Translators: the name of a month by itself, as a pattern of CLDR. */
  { TL_ICU_MONTH_NAME, NC_ ("date pattern", "LLLL") },
};

static const struct
{
  TlIcuPattern pattern;
  const char  *text;
} inner_patterns[] = {
  /* Translators: the same for a date that follows a word such as “about”,
   * “from”, “until” or “between”, with its article, in the case that most of
   * your words for these want: “'el' d 'de' MMMM 'de' y G”. */
  { TL_ICU_YEAR, NC_ ("date pattern inside a sentence", "y G") },
  { TL_ICU_MONTH, NC_ ("date pattern inside a sentence", "MMMM y G") },
  { TL_ICU_DAY, NC_ ("date pattern inside a sentence", "d MMMM y G") },
  { TL_ICU_MONTH_NAME, NC_ ("date pattern inside a sentence", "MMMM") },
  /* Translators: a day without its year: “about 25 December of an unknown
   * year”. */
  { TL_ICU_YEARLY_DAY, NC_ ("date pattern inside a sentence", "d MMMM") },
};

static const struct
{
  TlIcuPattern pattern;
  const char  *text;
} short_patterns[] = {
  /* Translators: the same, short, for lists and labels, with abbreviated names
   * of months: “MMM”, or “LLL” where they stand alone. */
  { TL_ICU_MONTH, NC_ ("short date pattern", "MMM y G") },
  { TL_ICU_DAY, NC_ ("short date pattern", "d MMM y G") },
};

static const char *const interval_patterns[TL_ICU_N_INTERVALS] = {
  /* Translators: from one date to another, as a pattern of CLDR for intervals:
   * the second date begins where a letter comes again: “'du' d 'au' d MMMM y”.
   * Write “CLDR” for the one that the locale data has. */
  [TL_ICU_DAYS_OF_MONTH] = NC_ ("interval pattern", "d–d MMMM y"),
  [TL_ICU_DAYS_OF_YEAR] = NC_ ("interval pattern", "d MMMM – d MMMM y"),
  [TL_ICU_DAYS] = NC_ ("interval pattern", "d MMMM y – d MMMM y"),
  [TL_ICU_MONTHS_OF_YEAR] = NC_ ("interval pattern", "MMMM–MMMM y"),
  [TL_ICU_MONTHS] = NC_ ("interval pattern", "MMMM y – MMMM y"),
  [TL_ICU_YEARS] = NC_ ("interval pattern", "y–y"),
};

static const char *const short_interval_patterns[] = {
  /* Translators: the same, short, with abbreviated names of months, for lists
   * and labels: “MMM”, or “LLL” where they stand alone. */
  [TL_ICU_DAYS_OF_MONTH] = NC_ ("short interval pattern", "d–d MMM y"),
  [TL_ICU_DAYS_OF_YEAR] = NC_ ("short interval pattern", "d MMM – d MMM y"),
  [TL_ICU_DAYS] = NC_ ("short interval pattern", "d MMM y – d MMM y"),
  [TL_ICU_MONTHS_OF_YEAR] = NC_ ("short interval pattern", "MMM–MMM y"),
  [TL_ICU_MONTHS] = NC_ ("short interval pattern", "MMM y – MMM y"),
};
/* clang-format on */

/* What the language says; NULL when it has no such message, or leaves it to
 * the locale data. */
static const char *
get_own (const char *context, const char *text)
{
  const char *own = g_dpgettext2 (NULL, context, text);

  return own == text || g_str_equal (own, "CLDR") ? NULL : own;
}

void
tl_date_patterns_apply (TlIcu *icu)
{
  /* Translators: the number of the first day of a month in a date: “1er” in
   * French, “1” in most languages. */
  const char *first_day = C_ ("first day of a month", "1");

  if (!g_str_equal (first_day, "1"))
    tl_icu_set_first_day (icu, first_day);
  /* Translators: a year of more than four digits, as a pattern of CLDR: “#,##0”
   * for one that is grouped as other numbers are, “0” for one that is not. */
  tl_icu_set_plain_years (
      icu, g_str_equal (C_ ("pattern of years of many digits", "#,##0"), "0"));
  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    tl_icu_set_pattern (icu, patterns[i].pattern, TL_ICU_FULL,
                        get_own (CONTEXT_ALONE, patterns[i].text));
  for (gsize i = 0; i < G_N_ELEMENTS (inner_patterns); i++)
    tl_icu_set_pattern (icu, inner_patterns[i].pattern, TL_ICU_INSIDE,
                        get_own (CONTEXT_INSIDE, inner_patterns[i].text));
  for (gsize i = 0; i < G_N_ELEMENTS (short_patterns); i++)
    tl_icu_set_pattern (icu, short_patterns[i].pattern, TL_ICU_SHORT,
                        get_own (CONTEXT_SHORT, short_patterns[i].text));
  for (int i = 0; i < TL_ICU_N_INTERVALS; i++)
    tl_icu_set_interval_pattern (
        icu, (TlIcuInterval)i, FALSE,
        get_own (CONTEXT_INTERVAL, interval_patterns[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (short_interval_patterns); i++)
    tl_icu_set_interval_pattern (
        icu, (TlIcuInterval)i, TRUE,
        get_own (CONTEXT_SHORT_INTERVAL, short_interval_patterns[i]));
}
