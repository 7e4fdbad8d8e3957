/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Civil time: seconds since 1970-01-01T00:00:00 in the proleptic Gregorian
 * calendar, without time zones and leap seconds. Year 0 exists (1 BCE). */

#define TL_SECONDS_PER_DAY (G_GINT64_CONSTANT (86400))

/* Years whose every second fits in a gint64 with room to spare. */
#define TL_YEAR_MIN (G_GINT64_CONSTANT (-292000000000))
#define TL_YEAR_MAX (G_GINT64_CONSTANT (292000000000))

/**
 * TlCalendarUnit:
 *
 * Units of the calendar that ticks and grids stand on.
 */
typedef enum
{
  TL_UNIT_SECOND,
  TL_UNIT_MINUTE,
  TL_UNIT_HOUR,
  TL_UNIT_DAY,
  TL_UNIT_WEEK, /* ISO 8601 weeks: they begin on Monday */
  TL_UNIT_MONTH,
  TL_UNIT_YEAR,
} TlCalendarUnit;

/**
 * TlCivil:
 *
 * A civil second taken apart.
 */
typedef struct
{
  gint64 year;
  int    month;  /* 1–12 */
  int    day;    /* 1–31 */
  int    hour;   /* 0–23 */
  int    minute; /* 0–59 */
  int    second; /* 0–59 */
} TlCivil;

gboolean tl_calendar_is_leap_year (gint64 year);
int      tl_calendar_days_in_month (gint64 year, int month);
/* Days since 1970-01-01; year within TL_YEAR_MIN…TL_YEAR_MAX. */
gint64  tl_calendar_day_number (gint64 year, int month, int day);
gint64  tl_calendar_to_second (TlCivil civil);
TlCivil tl_calendar_from_second (gint64 second);
/* 1 (Monday) … 7 (Sunday) */
int tl_calendar_weekday (gint64 second);
/* The first second of the step-sized unit that holds second; years are
 * counted from year 0, days within their month when step > 1, hours, minutes
 * and seconds from midnight. Stops at the end of the range of gint64. */
gint64 tl_calendar_floor (gint64 second, TlCalendarUnit unit, gint64 step);
/* The first second of the next step after a floored second. */
gint64 tl_calendar_next (gint64 floored, TlCalendarUnit unit, gint64 step);
/* Parses strictly YYYY-MM-DD; used for --today, --from, settings. */
gboolean tl_calendar_parse_day (const char *text, gint64 *second);
/* (transfer full): YYYY-MM-DD, with sign and more digits where needed. */
char *tl_calendar_format_day (gint64 second) G_GNUC_WARN_UNUSED_RESULT;
/* First second of today, in the civil sense, from SOURCE_DATE_EPOCH (UTC)
 * when that is set, else from the local clock. */
gint64 tl_calendar_today (void);

G_END_DECLS
