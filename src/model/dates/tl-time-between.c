/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-time-between.h"

/* How far two dates are apart. A date that is not exact is every day that it
 * can be, so that the answer is a range; nothing in it is made up. */

#define MONTHS_PER_YEAR 12

/* Bounds far outside the calendar stand for themselves. */
static gint64
get_day (gint64 second)
{
  return second >= 0 ? second / TL_SECONDS_PER_DAY
                     : -((-(second + 1)) / TL_SECONDS_PER_DAY) - 1;
}

/* a ends before b begins. */
static void
fill_apart (TlTimeBetween *self, TlSpan a, TlSpan b)
{
  self->nearest = (TlDayPair){ get_day (a.latest), get_day (b.earliest) };
  self->farthest = (TlDayPair){ get_day (a.earliest), get_day (b.latest) };
  self->min_days = self->nearest.last - self->nearest.first;
  if (a.earliest != G_MININT64 && b.latest != G_MAXINT64)
    self->max_days = self->farthest.last - self->farthest.first;
}

static void
fill_overlapping (TlTimeBetween *self, TlSpan a, TlSpan b)
{
  TlDayPair forward = { get_day (a.earliest), get_day (b.latest) };
  TlDayPair backward = { get_day (b.earliest), get_day (a.latest) };
  gint64    common = MAX (forward.first, backward.first);

  self->nearest = (TlDayPair){ common, common };
  self->farthest = backward.last - backward.first > forward.last - forward.first
                       ? backward
                       : forward;
  if (a.earliest != G_MININT64 && a.latest != G_MAXINT64 &&
      b.earliest != G_MININT64 && b.latest != G_MAXINT64)
    self->max_days = self->farthest.last - self->farthest.first;
}

/**
 * tl_time_between:
 * @a: when one thing happened
 * @b: when another one did
 *
 * Returns: how many days there are between them
 */
TlTimeBetween
tl_time_between (TlSpan a, TlSpan b)
{
  TlTimeBetween self = { .max_days = TL_DAYS_UNLIMITED,
                         .qualified = (a.qualifiers | b.qualifiers) != 0 };

  if (get_day (a.latest) < get_day (b.earliest))
    {
      self.order = -1;
      fill_apart (&self, a, b);
    }
  else if (get_day (b.latest) < get_day (a.earliest))
    {
      self.order = 1;
      fill_apart (&self, b, a);
    }
  else
    fill_overlapping (&self, a, b);
  return self;
}

/**
 * tl_time_between_is_exact:
 * @between: how far two dates are apart
 *
 * Returns: %TRUE when there is one answer, and nobody doubts it
 */
gboolean
tl_time_between_is_exact (TlTimeBetween between)
{
  return between.min_days == between.max_days && !between.qualified;
}

/* A month is over on the same day of the next one, or on its last day. */
static gboolean
is_before_day (TlCivil from, TlCivil to)
{
  int length = tl_calendar_days_in_month (to.year, to.month);

  return to.day < MIN (from.day, length);
}

/**
 * tl_day_pair_count_months:
 * @pair: two days
 * @up: whether a month that has begun counts
 *
 * Returns: how many months lie between them
 */
gint64
tl_day_pair_count_months (TlDayPair pair, gboolean up)
{
  TlCivil from = tl_calendar_from_second (pair.first * TL_SECONDS_PER_DAY);
  TlCivil to = tl_calendar_from_second (pair.last * TL_SECONDS_PER_DAY);
  gint64  months =
      (to.year - from.year) * MONTHS_PER_YEAR + to.month - from.month;
  int length = tl_calendar_days_in_month (to.year, to.month);

  if (up)
    return months + (to.day > MIN (from.day, length) ? 1 : 0);
  return months - (is_before_day (from, to) ? 1 : 0);
}

/**
 * tl_day_pair_add_months:
 * @pair: two days
 * @months: at least 0
 *
 * Returns: the day that is so many months after the first of the pair
 */
gint64
tl_day_pair_add_months (TlDayPair pair, gint64 months)
{
  TlCivil from = tl_calendar_from_second (pair.first * TL_SECONDS_PER_DAY);
  gint64  month = from.month - 1 + months;
  gint64  year = from.year + month / MONTHS_PER_YEAR;
  int     number = (int)(month % MONTHS_PER_YEAR) + 1;

  return tl_calendar_day_number (
      year, number, MIN (from.day, tl_calendar_days_in_month (year, number)));
}
