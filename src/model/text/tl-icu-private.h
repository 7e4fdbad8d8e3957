/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-icu.h"

#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/udatpg.h>
#include <unicode/ufieldpositer.h>
#include <unicode/ulistformatter.h>
#include <unicode/unum.h>

/* What the files tl-icu*.c share; the only ones that include ICU. */

#define TL_ICU_BUFFER_LENGTH 256

/* Civil time has no zones: all of ICU is set to this one. */
extern const UChar tl_icu_utc[];

struct _TlIcu
{
  char                      *locale;
  UDateTimePatternGenerator *generator; /* nullable; opening takes a while */
  UCalendar                 *calendar;
  UCalendar                 *second_calendar;
  UNumberFormat             *grouped;
  UNumberFormat             *plain;
  UListFormatter            *lists[2];
  UFieldPositionIterator    *positions;
  UDateFormat               *formats[TL_ICU_N_PATTERNS][TL_ICU_N_FLAGS];
  UDateIntervalFormat       *intervals[TL_ICU_N_PATTERNS][2];
  /* What the language has instead of the patterns of the locale data; all of
   * it nullable. */
  char        *patterns[TL_ICU_N_PATTERNS][TL_ICU_INSIDE + 1];
  char        *interval_patterns[TL_ICU_N_INTERVALS][2];
  UDateFormat *interval_formats[TL_ICU_N_INTERVALS][2][2];
  char        *first_day;
  gboolean     plain_years; /* of more than four digits too */
};

/* (nullable) (transfer full) */
char *tl_icu_to_utf8 (const UChar *text, int length);
/* (nullable) (transfer full) */
UDateFormat *tl_icu_open_pattern (TlIcu *self, const char *pattern);

/* The pattern without the era, and without the space on one side of it.
 * (transfer full) */
char *tl_icu_drop_era (const char *pattern);

/* tl-icu-interval.c */
void tl_icu_close_intervals (TlIcu *self);
