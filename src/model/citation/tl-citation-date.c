/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-citation-date.h"

#include <string.h>

#include "tl-calendar.h"

/* What bibliographies can hold of an inexact date never says more than is
 * known: the finest of day, month and year that takes in all of it. */

#define MAX_YEAR 9999

static TlCitationDay
take_day (gint64 second)
{
  TlCivil civil = tl_calendar_from_second (second);

  return (TlCitationDay){ civil.year, civil.month, civil.day };
}

/* Leaves what a date of that precision tells. */
static TlCitationDay
round_day (TlCitationDay day, TlPrecision precision)
{
  if (precision >= TL_PRECISION_MONTH)
    day.day = 0;
  if (precision >= TL_PRECISION_SEASON)
    day.month = 0;
  return day;
}

static gboolean
is_same_day (TlCitationDay a, TlCitationDay b)
{
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

/* Some time from first to last. */
static void
set_common (TlCitationDate *self, TlCitationDay first, TlCitationDay last)
{
  TlPrecision precision = TL_PRECISION_DAY;

  if (!is_same_day (first, last))
    precision = first.year == last.year && first.month == last.month
                    ? TL_PRECISION_MONTH
                    : TL_PRECISION_YEAR;
  self->first = round_day (first, precision);
  self->last = round_day (last, precision);
  self->is_range = self->first.year != self->last.year;
}

/* A season belongs to the year that it begins in. */
static void
set_season (TlCitationDate *self, TlSpan span)
{
  self->first = round_day (take_day (span.earliest), TL_PRECISION_SEASON);
  self->last = self->first;
  self->is_circa = TRUE;
}

static void
set_one_bound (TlCitationDate *self, TlSpan span)
{
  gboolean    has_start = span.start == TL_BOUND_KNOWN;
  TlPrecision precision =
      (TlPrecision)(has_start ? span.start_precision : span.end_precision);

  self->first =
      round_day (take_day (has_start ? span.earliest : span.latest), precision);
  self->last = self->first;
  self->is_circa = TRUE;
}

static void
set_interval (TlCitationDate *self, TlSpan span)
{
  self->first =
      round_day (take_day (span.earliest), (TlPrecision)span.start_precision);
  self->last =
      round_day (take_day (span.latest), (TlPrecision)span.end_precision);
  self->is_range = !is_same_day (self->first, self->last);
}

/**
 * tl_citation_date_new:
 * @date: (nullable): a date
 *
 * Reduces a date to what bibliographies hold. A date that is qualified, is one
 * of several, a season, wider than a year or has only one bound is “circa”.
 *
 * Returns: the reduced date
 */
TlCitationDate
tl_citation_date_new (const TlDate *date)
{
  TlCitationDate self = { FALSE };
  TlSpan         span;

  if (date == NULL)
    return self;
  span = tl_date_get_span (date);
  if (span.start != TL_BOUND_KNOWN && span.end != TL_BOUND_KNOWN)
    {
      self.is_circa = TRUE;
      return self;
    }
  self.is_known = TRUE;
  self.is_circa = span.qualifiers != TL_QUALIFIER_NONE;
  if (span.start != TL_BOUND_KNOWN || span.end != TL_BOUND_KNOWN)
    set_one_bound (&self, span);
  else if (span.shape == TL_SHAPE_INTERVAL)
    set_interval (&self, span);
  else if (span.shape == TL_SHAPE_SINGLE &&
           span.precision == TL_PRECISION_SEASON)
    set_season (&self, span);
  else
    {
      set_common (&self, take_day (span.earliest), take_day (span.latest));
      self.is_circa |= self.is_range || (span.shape != TL_SHAPE_SINGLE &&
                                         !tl_span_is_exact (span));
    }
  return self;
}

static gboolean
has_short_year (TlCitationDay day)
{
  return day.year >= -MAX_YEAR && day.year <= MAX_YEAR;
}

static void
append_day (GString *edtf, TlCitationDay day)
{
  /* Not “%05d”: there is no year -0000. */
  g_string_append_printf (edtf, "%s%04d", day.year < 0 ? "-" : "",
                          (int)ABS (day.year));
  if (day.month > 0)
    g_string_append_printf (edtf, "-%02d", day.month);
  if (day.day > 0)
    g_string_append_printf (edtf, "-%02d", day.day);
}

static char
get_qualifier (TlSpan span)
{
  if (span.qualifiers == TL_QUALIFIER_UNCERTAIN)
    return '?';
  return span.qualifiers & TL_QUALIFIER_UNCERTAIN ? '%' : '~';
}

/**
 * tl_citation_date_dup_biblatex:
 * @date: (nullable): a date
 *
 * EDTF of levels 0 and 1 as it stands; of level 2, which biblatex does not
 * know, the reduced date, marked as approximate unless it is qualified
 * otherwise.
 *
 * Returns: (transfer full) (nullable): the value of a field “date”
 */
char *
tl_citation_date_dup_biblatex (const TlDate *date)
{
  TlCitationDate reduced = tl_citation_date_new (date);
  g_autoptr (GString) edtf = g_string_new (NULL);
  TlSpan span;

  if (!reduced.is_known)
    return NULL;
  if (tl_date_get_level (date) < 2)
    return g_strdup (tl_date_get_edtf (date));
  if (!has_short_year (reduced.first) || !has_short_year (reduced.last))
    return NULL;

  span = tl_date_get_span (date);
  append_day (edtf, reduced.first);
  if (reduced.is_circa)
    g_string_append_c (edtf, get_qualifier (span));
  if (reduced.is_range)
    {
      g_string_append_c (edtf, '/');
      append_day (edtf, reduced.last);
      if (reduced.is_circa)
        g_string_append_c (edtf, get_qualifier (span));
    }
  return g_string_free (g_steal_pointer (&edtf), FALSE);
}
