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
};

/* (nullable) (transfer full) */
char *tl_icu_to_utf8 (const UChar *text, int length);
