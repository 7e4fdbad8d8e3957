/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-text-range.h"

G_BEGIN_DECLS

/**
 * TlIcuPattern:
 *
 * What of a civil second is written; the locale decides how and in which
 * order. Those with a year come first.
 */
typedef enum
{
  TL_ICU_YEAR,       /* 2020 */
  TL_ICU_MONTH,      /* April 2020 */
  TL_ICU_DAY,        /* 14 April 2020 */
  TL_ICU_PLAIN_YEAR, /* 2020, without the word for a year */
  TL_ICU_YEARLY_DAY, /* 14 April */
  TL_ICU_MONTH_NAME, /* April */
  TL_ICU_DAY_NUMBER, /* 14 */
  TL_ICU_MINUTE,     /* 06:30 */
  TL_ICU_SECOND,     /* 06:30:15 */
  TL_ICU_N_PATTERNS,
} TlIcuPattern;

/**
 * TlIcuFlags:
 * @TL_ICU_SHORT: abbreviated month names
 * @TL_ICU_INSIDE: month names in the form they take inside a sentence (the
 *   genitive, in languages that have one)
 * @TL_ICU_ERA: name the era of years after the turn of eras too
 */
typedef enum
{
  TL_ICU_FULL = 0,
  TL_ICU_SHORT = 1 << 0,
  TL_ICU_INSIDE = 1 << 1,
  TL_ICU_ERA = 1 << 2,
  TL_ICU_N_FLAGS = 1 << 3,
} TlIcuFlags;

typedef enum
{
  TL_ICU_FIELD_NONE,
  TL_ICU_FIELD_MONTH,
  TL_ICU_FIELD_DAY,
  TL_ICU_FIELD_SECOND,
} TlIcuField;

/**
 * TlIcuInterval:
 *
 * The ends of an interval by what they have in common, which is written once.
 */
typedef enum
{
  TL_ICU_DAYS_OF_MONTH,  /* 27–28 July 2020 */
  TL_ICU_DAYS_OF_YEAR,   /* 30 July – 2 August 2020 */
  TL_ICU_DAYS,           /* 30 December 2019 – 1 January 2020 */
  TL_ICU_MONTHS_OF_YEAR, /* July–August 2020 */
  TL_ICU_MONTHS,         /* December 2019 – January 2020 */
  TL_ICU_YEARS,          /* 2019–2020 */
  TL_ICU_N_INTERVALS,
} TlIcuInterval;

/**
 * TlIcu:
 *
 * The locale data and formatters of libicu for one language, opened when they
 * are first needed. Works in the proleptic Gregorian calendar whatever the
 * locale's own, and for all civil seconds, though ICU's calendar ends after
 * some millions of years. Only the files tl-icu*.c see ICU.
 */
typedef struct _TlIcu TlIcu;

/* The locale to use when requested (nullable) is wanted and the messages are
 * in the language spoken: one sentence never mixes two languages. */
char *tl_icu_choose_locale (const char *requested,
                            const char *spoken) G_GNUC_WARN_UNUSED_RESULT;

/* The locale with the digits that the messages say their language has; one
 * with a country or keywords has its own. */
char *tl_icu_choose_digits (const char *locale) G_GNUC_WARN_UNUSED_RESULT;

TlIcu *tl_icu_new (const char *locale) G_GNUC_WARN_UNUSED_RESULT;
void   tl_icu_free (TlIcu *self);

/* What takes the place of the locale data's own, before anything is formatted:
 * a pattern of CLDR, its era (G) left out where none is to be named. flags:
 * TL_ICU_FULL, TL_ICU_SHORT or TL_ICU_INSIDE; that inside a sentence is both,
 * its months abbreviated. A year is the same in full and short. */
void tl_icu_set_pattern (TlIcu       *self,
                         TlIcuPattern pattern,
                         TlIcuFlags   flags,
                         const char  *text);
/* (nullable) (transfer none) */
const char *
tl_icu_get_pattern (TlIcu *self, TlIcuPattern pattern, TlIcuFlags flags);
/* The second date begins where a field comes again: "d–d MMMM y". */
void tl_icu_set_interval_pattern (TlIcu        *self,
                                  TlIcuInterval interval,
                                  gboolean      brief,
                                  const char   *text);
/* The number of the first day of a month: "1er". */
void tl_icu_set_first_day (TlIcu *self, const char *text);
/* Years of more than four digits are not grouped. */
void tl_icu_set_plain_years (TlIcu *self, gboolean plain_years);
/* The number of a day of a month by itself. (transfer full) */
char *tl_icu_format_day_number (TlIcu *self, int day);

/* All of these: (transfer full), UTF-8, never empty. */

char *tl_icu_format (TlIcu       *self,
                     TlIcuPattern pattern,
                     TlIcuFlags   flags,
                     gint64       second);
/* The same with the text of one field, but the year, replaced. */
char *tl_icu_format_with (TlIcu       *self,
                          TlIcuPattern pattern,
                          TlIcuFlags   flags,
                          gint64       second,
                          TlIcuField   field,
                          const char  *text);
/* One date of which one field is a list: “27 or 28 July 2020”. The seconds
 * differ in that field only. */
char *tl_icu_format_alternatives (TlIcu        *self,
                                  TlIcuPattern  pattern,
                                  TlIcuFlags    flags,
                                  TlIcuField    field,
                                  const gint64 *seconds,
                                  guint         n_seconds,
                                  gboolean      all);
/* “27–28 July 2020” from days, months or years; NULL outside the years 1000
 * to 9999, which need no era. */
char *tl_icu_format_interval (TlIcu       *self,
                              TlIcuPattern pattern,
                              TlIcuFlags   flags,
                              gint64       first,
                              gint64       last);
/* “a, b or c”; “a, b and c” when all are meant. */
char *tl_icu_format_list (TlIcu             *self,
                          const char *const *items,
                          guint              n_items,
                          gboolean           all);
char *tl_icu_format_number (TlIcu *self, gint64 number, gboolean grouped);
/* Grouped, and rounded to so many decimals. */
char *tl_icu_format_decimal (TlIcu *self, double number, guint n_decimals);

/* Reads a number as people type it: with the digits of any script, whatever
 * stands between thousands, and a point or a comma as the decimal sign. FALSE
 * when it is none; then number has not changed. */
gboolean tl_icu_parse_number (TlIcu *self, const char *text, double *number);

/* Widens each range of the text to whole grapheme clusters: what people see as
 * characters, the same in every language. */
void tl_icu_widen_to_clusters (const char  *text,
                               TlTextRange *ranges,
                               guint        n_ranges);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIcu, tl_icu_free)

G_END_DECLS
