/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-calendar.h"
#include "tl-date-formatter.h"

G_BEGIN_DECLS

/* No bound: it can be any number of days. */
#define TL_DAYS_UNLIMITED G_MAXINT64

/**
 * TlDayPair:
 * @first: a day, counted from 1970-01-01
 * @last: a day that is not before it
 */
typedef struct
{
  gint64 first;
  gint64 last;
} TlDayPair;

/**
 * TlTimeBetween:
 * @min_days: the fewest days there can be between the two; 0 when they can be
 *   on the same day
 * @max_days: the most, or %TL_DAYS_UNLIMITED
 * @nearest: the pair of days with the fewest between them
 * @farthest: the pair with the most; counts only when there is a limit
 * @order: -1 when the first is certainly the earlier, 1 when the second is, 0
 *   when they can be on the same day, or either can be the earlier
 * @qualified: one of the dates is uncertain or approximate
 *
 * How far two dates are apart: the days between any day that the one can be on
 * and any day that the other can be on. A plain value.
 */
typedef struct
{
  gint64    min_days;
  gint64    max_days;
  TlDayPair nearest;
  TlDayPair farthest;
  int       order;
  gboolean  qualified;
} TlTimeBetween;

TlTimeBetween tl_time_between (TlSpan a, TlSpan b);
gboolean      tl_time_between_is_exact (TlTimeBetween between);
/* Whole months of the calendar from the first day to the last; with up, a
 * month that has begun counts. */
gint64 tl_day_pair_count_months (TlDayPair pair, gboolean up);

/* The day so many months after the first, or the last of a shorter month. */
gint64 tl_day_pair_add_months (TlDayPair pair, gint64 months);

/* “12 days”, “6 months and 8 days”, “between 3 and 5 months”, “at least 3
 * days”, “at most 2 years”: bounds are rounded outwards. (transfer full) */
char *tl_date_formatter_format_between (
    TlDateFormatter *self, TlTimeBetween between) G_GNUC_WARN_UNUSED_RESULT;
/* The same in days, however many. (transfer full) */
char *tl_date_formatter_format_between_days (
    TlDateFormatter *self, TlTimeBetween between) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
