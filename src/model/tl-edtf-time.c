/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"
#include "tl-edtf-private.h"

#include <glib/gi18n.h>

/* Reads the time of day and the time shift behind a complete date. A civil
 * date is not an instant: the shift is checked and then left alone. */

#define MINUTES_PER_HOUR 60
/* Farthest that local clocks are behind and ahead of UTC. */
#define FARTHEST_BEHIND (12 * 3600)
#define FARTHEST_AHEAD (14 * 3600)
/* Local clocks differ from UTC by multiples of a quarter of an hour. */
#define QUARTER_OF_AN_HOUR 900

typedef struct
{
  gboolean known;
  int      minutes; /* ahead of UTC */
} Shift;

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
read_shift (TlEdtfCursor *cursor, Shift *shift)
{
  gsize from = cursor->at;
  int   sign, hours, minutes = 0;

  shift->known = TRUE;
  if (tl_edtf_cursor_take (cursor, 'Z'))
    return TRUE;
  if (tl_edtf_cursor_take (cursor, '-'))
    sign = -1;
  else if (tl_edtf_cursor_take (cursor, '+'))
    sign = 1;
  else
    {
      shift->known = FALSE;
      return TRUE;
    }

  if (!read_clock (cursor, &hours, 23,
                   N_ ("hours of a time shift run from 00 to 23")))
    return FALSE;
  if (tl_edtf_cursor_take (cursor, ':') &&
      !read_clock (cursor, &minutes, 59,
                   N_ ("minutes of a time shift run from 00 to 59")))
    return FALSE;

  shift->minutes = sign * (hours * MINUTES_PER_HOUR + minutes);
  if (sign < 0 && shift->minutes == 0)
    return tl_edtf_cursor_fail (cursor, TL_DATE_ERROR_SYNTAX, from,
                                N_ ("a time shift of zero is written +00"));
  return TRUE;
}

/* Leap seconds are inserted at the end of a month in UTC. */
static gboolean
can_be_leap_second (const TlEdtfPart *part, Shift shift)
{
  TlCivil civil = { part->year, part->month,  part->day,
                    part->hour, part->minute, 59 };
  gint64  next = tl_calendar_to_second (civil) + 1;
  gint64  month;

  if (shift.known)
    {
      next -= shift.minutes * 60;
      return tl_calendar_floor (next, TL_UNIT_MONTH, 1) == next;
    }

  month = tl_calendar_floor (next + FARTHEST_BEHIND, TL_UNIT_MONTH, 1);
  return next % QUARTER_OF_AN_HOUR == 0 && next - month <= FARTHEST_AHEAD;
}

gboolean
tl_edtf_time_read (TlEdtfCursor *cursor, TlEdtfPart *part)
{
  gsize from = cursor->at;
  gsize second_from;
  Shift shift = { 0 };

  if (part->form != TL_EDTF_DAY || part->day == 0 || part->month == 0 ||
      part->year_unknown > 0 || tl_edtf_part_get_qualifiers (part) != 0)
    return tl_edtf_cursor_fail (
        cursor, TL_DATE_ERROR_SYNTAX, from,
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
      !read_shift (cursor, &shift))
    return FALSE;

  part->form = TL_EDTF_TIME;
  if (part->second == 60 && !can_be_leap_second (part, shift))
    return tl_edtf_cursor_fail (
        cursor, TL_DATE_ERROR_CALENDAR, second_from,
        N_ ("second 60 is only for leap seconds, which end a month in UTC"));
  return TRUE;
}
