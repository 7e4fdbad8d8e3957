/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-date-formatter.h"

#include <glib/gi18n.h>

/* How long something still has, or how long ago it was, when the day may be
 * known or not. Of an inexact date both ends are told: a countdown to one day
 * of many would look exact. */

/* In days from today; the limits of gint64 where a side is open. */
typedef struct
{
  gint64 first;
  gint64 last;
} Days;

static gint64
get_day_number (gint64 second)
{
  TlCivil civil = tl_calendar_from_second (second);

  return tl_calendar_day_number (CLAMP (civil.year, TL_YEAR_MIN, TL_YEAR_MAX),
                                 civil.month, civil.day);
}

static Days
count_days (gint64 today, TlSpan span)
{
  gint64 day = get_day_number (today);
  Days   days = { G_MININT64, G_MAXINT64 };

  if (span.earliest != G_MININT64)
    days.first = get_day_number (span.earliest) - day;
  if (span.latest != G_MAXINT64)
    days.last = get_day_number (span.latest) - day;
  return days;
}

static char *
format_days (TlDateFormatter *self, gint64 days)
{
  return tl_date_formatter_format_count (self, (guint64)ABS (days));
}

/* All of it lies ahead. */
static char *
format_ahead (TlDateFormatter *self, Days days)
{
  g_autofree char *first = format_days (self, days.first);
  g_autofree char *last = NULL;

  if (days.last == G_MAXINT64)
    return g_strdup_printf (
        /* Translators: until a treaty expires, when only the first day on which
         * it may is known; %s is a number. */
        ngettext ("at least %s day to run", "at least %s days to run",
                  (gulong)days.first),
        first);
  last = format_days (self, days.last);
  /* Translators: until a treaty expires, when the day is not known exactly;
   * both are numbers, the second is what the plural goes by. */
  return g_strdup_printf (ngettext ("between %1$s and %2$s day to run",
                                    "between %1$s and %2$s days to run",
                                    (gulong)days.last),
                          first, last);
}

/* All of it is past. */
static char *
format_past (TlDateFormatter *self, Days days)
{
  g_autofree char *first = NULL;
  g_autofree char *last = format_days (self, days.last);

  if (days.first == G_MININT64)
    return g_strdup_printf (
        /* Translators: since a treaty expired, when only the last day on which
         * it did is known; %s is a number. */
        ngettext ("at least %s day ago", "at least %s days ago",
                  (gulong)-days.last),
        last);
  first = format_days (self, days.first);
  /* Translators: since a treaty expired, when the day is not known exactly;
   * both are numbers, the second is what the plural goes by. */
  return g_strdup_printf (ngettext ("between %1$s and %2$s day ago",
                                    "between %1$s and %2$s days ago",
                                    (gulong)-days.first),
                          last, first);
}

static char *
format_at_most_ahead (TlDateFormatter *self, Days days)
{
  g_autofree char *last = format_days (self, days.last);

  return g_strdup_printf (
      /* Translators: until a treaty expires, at the latest; %s is a number. */
      ngettext ("at most %s day to run", "at most %s days to run",
                (gulong)days.last),
      last);
}

static char *
format_at_most_ago (TlDateFormatter *self, Days days)
{
  g_autofree char *first = format_days (self, days.first);

  return g_strdup_printf (
      /* Translators: since a treaty expired, at the most; %s is a number. */
      ngettext ("at most %s day ago", "at most %s days ago",
                (gulong)-days.first),
      first);
}

/* Today is among the days; on both sides there are others. */
static char *
format_around (TlDateFormatter *self, Days days)
{
  g_autofree char *ago = format_at_most_ago (self, days);
  g_autofree char *ahead = format_at_most_ahead (self, days);

  /* Translators: a treaty has expired or is about to: “at most 2 days ago, or
   * at most 3 days to run”. */
  return g_strdup_printf (C_ ("countdown", "%1$s, or %2$s"), ago, ahead);
}

static char *
format_until (TlDateFormatter *self, Days days)
{
  if (days.last == 0)
    /* Translators: since a treaty expired, when only the last day on which it
     * did is known. */
    return g_strdup (C_ ("countdown", "today or earlier"));
  return format_at_most_ahead (self, days);
}

static char *
format_from (TlDateFormatter *self, Days days)
{
  g_autofree char *first = NULL;

  if (days.first == 0)
    /* Translators: until a treaty expires, when only the first day on which it
     * may is known. */
    return g_strdup (C_ ("countdown", "today or later"));
  first = format_days (self, days.first);
  return g_strdup_printf (
      /* Translators: a treaty has expired or will; %s is the number of days
       * since the first on which it may have. */
      ngettext ("at most %s day ago, or still to come",
                "at most %s days ago, or still to come", (gulong)-days.first),
      first);
}

/* Today is among the days, and there are others. */
static char *
format_with_today (TlDateFormatter *self, Days days)
{
  if (days.first == G_MININT64)
    return format_until (self, days);
  if (days.last == G_MAXINT64)
    return format_from (self, days);
  if (days.first == 0)
    return format_until (self, days);
  if (days.last == 0)
    return format_at_most_ago (self, days);
  return format_around (self, days);
}

static char *
format_span (TlDateFormatter *self, gint64 today, TlSpan span)
{
  Days days = count_days (today, span);

  if (days.first == days.last)
    return tl_date_formatter_format_countdown (self, today, span.latest);
  if (days.first > 0)
    return format_ahead (self, days);
  if (days.last < 0)
    return format_past (self, days);
  return format_with_today (self, days);
}

/**
 * tl_date_formatter_format_countdown_span:
 * @self: a formatter
 * @today: a civil second of the day that is counted from
 * @span: when something ends
 *
 * As [method@DateFormatter.format_countdown], for a date that may be inexact:
 * "192 days to run", "about 192 days to run", "between 1,210 and 1,421 days
 * ago", "at least 3 days ago".
 *
 * Returns: (transfer full) (nullable): the words; %NULL when neither end of the
 *   date is known
 */
char *
tl_date_formatter_format_countdown_span (TlDateFormatter *self,
                                         gint64           today,
                                         TlSpan           span)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (span.earliest == G_MININT64 && span.latest == G_MAXINT64)
    return NULL;

  words = format_span (self, today, span);
  switch (span.qualifiers)
    {
    case TL_QUALIFIER_NONE:
      return g_steal_pointer (&words);
    case TL_QUALIFIER_UNCERTAIN:
      /* Translators: %s is “192 days to run” or the like, of a date that is
       * possible, but not definite. */
      return g_strdup_printf (C_ ("countdown", "%s (uncertain)"), words);
    case TL_QUALIFIER_APPROXIMATE:
      /* Translators: %s is “192 days to run” or the like, of a date that is
       * only approximately known. */
      return g_strdup_printf (C_ ("countdown", "about %s"), words);
    default:
      /* Translators: %s is “192 days to run” or the like, of a date that is
       * only approximately known, and even so not definite. */
      return g_strdup_printf (C_ ("countdown", "about %s (uncertain)"), words);
    }
}
