/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date-formatter.h"
#include "tl-edtf-private.h"
#include "tl-icu.h"

G_BEGIN_DECLS

struct _TlDateFormatter
{
  TlIcu *icu;
};

/* tl-date-patterns.c: what the messages say of patterns. */
void tl_date_patterns_apply (TlIcu *icu);

/* “5 months”: years, months, days, hours, minutes or seconds.
 * (transfer full) */
char *tl_date_formatter_format_unit (TlDateFormatter *self,
                                     TlCalendarUnit   unit,
                                     gint64 count) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TlWording:
 * @icu: the locale data
 * @flags: how dates are written here
 *
 * How the words of a date are to be chosen. With %TL_ICU_INSIDE in @flags
 * they will stand inside a sentence (“until …”, “about …”), which in some
 * languages takes another grammatical case than a date on its own.
 */
typedef struct
{
  TlIcu     *icu;
  TlIcuFlags flags;
} TlWording;

/**
 * TlPhrase:
 *
 * The phrases that dates are put into; the words are in tl-date-phrases.c.
 */
typedef enum
{
  TL_PHRASE_ABOUT,
  TL_PHRASE_UNCERTAIN,
  TL_PHRASE_ABOUT_UNCERTAIN,
  TL_PHRASE_NOTED,
  TL_PHRASE_DECADE,
  TL_PHRASE_FIRST_DECADE,
  TL_PHRASE_BETWEEN,
  TL_PHRASE_BETWEEN_YEARS,
  TL_PHRASE_ESTIMATED,
  TL_PHRASE_UNKNOWN_YEAR,
  TL_PHRASE_OF_UNKNOWN_YEAR,
  TL_PHRASE_OF_SOME_YEAR,
  TL_PHRASE_SOME_MONTH,
  TL_PHRASE_SOME_MONTH_OF_RANGE,
  TL_PHRASE_SOME_DAY,
  TL_PHRASE_SOME_DAY_OF_YEARS,
  TL_PHRASE_SOME_DAY_OF_RANGE,
  TL_PHRASE_DAY_OF_SOME_MONTH,
  TL_PHRASE_MOMENT,
  TL_PHRASE_SHORT_MOMENT,
  TL_PHRASE_UTC,
  TL_PHRASE_SHIFTED,
  TL_PHRASE_OR_EARLIER,
  TL_PHRASE_OR_LATER,
  TL_PHRASE_AND_EARLIER,
  TL_PHRASE_AND_LATER,
  TL_PHRASE_INTERVAL,
  TL_PHRASE_FROM,
  TL_PHRASE_FROM_UNKNOWN_END,
  TL_PHRASE_UNTIL,
  TL_PHRASE_UNTIL_UNKNOWN_START,
  TL_PHRASE_ONE_OF_MANY,
  TL_PHRASE_ALL_OF_MANY,
  TL_PHRASE_ABOUT_INTERVAL,
  TL_PHRASE_ABOUT_UNCERTAIN_INTERVAL,
  TL_N_PHRASES,
} TlPhrase;

/* All of these: (transfer full), UTF-8, never empty. */

/* The phrase with its one or two places filled; second may be NULL. */
char *tl_wording_fill (const TlWording *self,
                       TlPhrase         phrase,
                       const char      *first,
                       const char      *second);
/* “the 1990s”; year is the first one. */
char *tl_wording_fill_decade (const TlWording *self, gint64 year);
/* “spring 2020”, “second quarter of 2001”; grouping is 21–41. */
char *tl_wording_fill_grouping (const TlWording *self,
                                int              grouping,
                                const char      *year);

/* tl-date-wording.c: a second as it stands in the calendar, its era named
 * where the year alone would not be clear. */
char *
tl_wording_format (const TlWording *self, TlIcuPattern pattern, gint64 second);
/* One single date, without and with its qualifiers. */
char *tl_wording_word_plain (const TlWording *self, const TlEdtfPart *part);
char *tl_wording_word_part (const TlWording *self, const TlEdtfPart *part);
/* “between 1900 and 1999”; with years as they are counted in EDTF. */
char *tl_wording_word_between_years (const TlWording *self,
                                     gint64           first,
                                     gint64           last);
/* The qualifiers of the whole date, or of its smallest component alone. FALSE
 * when its components differ in any other way. */
gboolean tl_wording_get_qualifiers (const TlEdtfPart *part, guint8 *qualifiers);
/* “year uncertain and day approximate” */
char *tl_wording_list_qualifiers (const TlEdtfPart *part);

/* tl-date-ranges.c: intervals and sets. */
char *tl_wording_word_date (const TlWording *self, const TlDate *date);

/* tl-date-explain.c */
char *tl_wording_explain (const TlDate *date);

G_END_DECLS
