/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"
#include "tl-edtf-private.h"

#include <glib/gi18n.h>

/* Reads the time of day and the time shift behind a complete date. A civil
 * date is not an instant: the shift is checked and then left alone. */

#define MINUTES_PER_HOUR 60
#define SECONDS_PER_MINUTE 60
/* Farthest that local clocks are behind and ahead of UTC. */
#define FARTHEST_BEHIND (12 * 3600)
#define FARTHEST_AHEAD (14 * 3600)
/* Local clocks differ from UTC by multiples of a quarter of an hour. */
#define QUARTER_OF_AN_HOUR 900

static gboolean
read_two_digits (TlEdtfCursor *cursor, int *value)
{
  if (cursor->length - cursor->at < 2 ||
      !g_ascii_isdigit (cursor->text[cursor->at]) ||
      !g_ascii_isdigit (cursor->text[cursor->at + 1]))
    return tl_edtf_cursor_fail (cursor, TL_DATE_ERROR_SYNTAX, cursor->at,
                                N_ ("two digits are expected here"));

  *value = (cursor->text[cursor->at] - '0') * 10 +
           cursor->text[cursor->at + 1] - '0';
  cursor->at += 2;
  return TRUE;
}

static gboolean
read_clock (TlEdtfCursor *cursor, int *value, int limit, const char *failure)
{
  gsize from = cursor->at;

  if (!read_two_digits (cursor, value))
    return FALSE;
  if (*value > limit)
    return tl_edtf_cursor_fail (cursor, TL_DATE_ERROR_CALENDAR, from, failure);
  return TRUE;
}

static gboolean
read_colon (TlEdtfCursor *cursor)
{
  if (!tl_edtf_cursor_take (cursor, ':'))
    return tl_edtf_cursor_fail (
        cursor, TL_DATE_ERROR_SYNTAX, cursor->at,
        N_ ("a colon is expected here; times are written hh:mm:ss"));
  return TRUE;
}

static gboolean
read_shift (TlEdtfCursor *cursor, TlEdtfPart *part)
{
  gsize from = cursor->at;
  int   sign, hours, minutes = 0;

  part->has_shift = TRUE;
  if (tl_edtf_cursor_take (cursor, 'Z'))
    return TRUE;
  if (tl_edtf_cursor_take (cursor, '-'))
    sign = -1;
  else if (tl_edtf_cursor_take (cursor, '+'))
    sign = 1;
  else
    {
      part->has_shift = FALSE;
      return TRUE;
    }

  if (!read_clock (cursor, &hours, 23,
                   N_ ("hours of a time shift run from 00 to 23")))
    return FALSE;
  if (tl_edtf_cursor_take (cursor, ':') &&
      !read_clock (cursor, &minutes, 59,
                   N_ ("minutes of a time shift run from 00 to 59")))
    return FALSE;

  part->shift = sign * (hours * MINUTES_PER_HOUR + minutes);
  if (sign < 0 && part->shift == 0)
    return tl_edtf_cursor_fail (cursor, TL_DATE_ERROR_SYNTAX, from,
                                N_ ("a time shift of zero is written +00"));
  return TRUE;
}

/* Leap seconds are inserted at the end of a month in UTC. */
static gboolean
can_be_leap_second (const TlEdtfPart *part)
{
  TlCivil civil = { part->year, part->month,  part->day,
                    part->hour, part->minute, 59 };
  gint64  next = tl_calendar_to_second (civil) + 1;
  gint64  month;

  if (part->has_shift)
    {
      next -= part->shift * SECONDS_PER_MINUTE;
      return tl_calendar_floor (next, TL_UNIT_MONTH, 1) == next;
    }

  month = tl_calendar_floor (next + FARTHEST_BEHIND, TL_UNIT_MONTH, 1);
  return next % QUARTER_OF_AN_HOUR == 0 && next - month <= FARTHEST_AHEAD;
}

gboolean
tl_edtf_time_read (TlEdtfCursor *cursor, TlEdtfPart *part)
{
  gsize second_from;

  if (part->form != TL_EDTF_DAY || part->unspecified ||
      tl_edtf_part_get_qualifiers (part) != 0)
    return tl_edtf_cursor_fail (
        cursor, TL_DATE_ERROR_SYNTAX, cursor->at,
        N_ ("a time of day needs a complete date without qualifiers"));

  cursor->at++;
  if (!read_clock (cursor, &part->hour, 23, N_ ("hours run from 00 to 23")) ||
      !read_colon (cursor) ||
      !read_clock (cursor, &part->minute, 59,
                   N_ ("minutes run from 00 to 59")) ||
      !read_colon (cursor))
    return FALSE;
  second_from = cursor->at;
  if (!read_clock (cursor, &part->second, 60,
                   N_ ("seconds run from 00 to 59")) ||
      !read_shift (cursor, part))
    return FALSE;

  part->form = TL_EDTF_TIME;
  if (part->second < 60 || can_be_leap_second (part))
    return TRUE;
  cursor->at = second_from + 2;
  return tl_edtf_cursor_fail (
      cursor, TL_DATE_ERROR_CALENDAR, second_from,
      N_ ("second 60 is only for leap seconds, which end a month in UTC"));
}
