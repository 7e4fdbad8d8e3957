/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"
#include "tl-edtf-private.h"

#include <glib/gi18n.h>

/* Reads one single date: its year, month and day with their qualifiers, and
 * notes which level of EDTF it needs. */

#define GROUPING_FIRST 21
#define GROUPING_LEVEL_2 25
#define GROUPING_LAST 41
#define N_COMPONENTS 3

static guint8
take_qualifier (TlEdtfCursor *cursor)
{
  if (tl_edtf_cursor_take (cursor, '?'))
    return TL_QUALIFIER_UNCERTAIN;
  if (tl_edtf_cursor_take (cursor, '~'))
    return TL_QUALIFIER_APPROXIMATE;
  if (tl_edtf_cursor_take (cursor, '%'))
    return TL_QUALIFIER_UNCERTAIN | TL_QUALIFIER_APPROXIMATE;
  return TL_QUALIFIER_NONE;
}

/* Two characters, each a digit or X; value is 0 when one is an X. */
static gboolean
read_pair (TlEdtfCursor *cursor,
           TlEdtfPart   *part,
           char         *digits,
           int          *value,
           const char   *failure)
{
  gsize    from = cursor->at;
  gboolean unspecified = FALSE;

  *value = 0;
  for (int i = 0; i < 2; i++, cursor->at++)
    {
      char byte = tl_edtf_cursor_peek (cursor);

      if (!g_ascii_isdigit (byte) && byte != 'X')
        return tl_edtf_cursor_fail (cursor, TL_DATE_ERROR_SYNTAX, from,
                                    failure);
      digits[i] = byte;
      unspecified |= byte == 'X';
      *value = *value * 10 + (byte - '0');
    }
  if (unspecified)
    *value = 0;
  part->unspecified |= unspecified;
  return TRUE;
}

static gboolean
read_month (TlEdtfCursor *cursor, TlEdtfPart *part)
{
  gsize from = cursor->at;

  if (part->year_digits[0] == '\0' || part->significant > 0)
    return tl_edtf_cursor_fail (
        cursor, TL_DATE_ERROR_SYNTAX, from - 1,
        N_ ("a year with the letter Y or S stands alone, without a month"));
  if (!read_pair (cursor, part, part->month_digits, &part->month,
                  N_ ("a month of two digits is expected here")))
    return FALSE;

  part->form = part->month >= GROUPING_FIRST ? TL_EDTF_GROUPING : TL_EDTF_MONTH;
  if (part->month > GROUPING_LAST ||
      (part->month > 12 && part->month < GROUPING_FIRST) ||
      !tl_edtf_part_resolve (part))
    return tl_edtf_cursor_fail (
        cursor, TL_DATE_ERROR_CALENDAR, from,
        N_ ("months run from 01 to 12, seasons and other parts of a year "
            "from 21 to 41"));

  if (part->year_unknown > 0 || part->month >= GROUPING_LEVEL_2)
    part->level = 2;
  else if (part->month == 0 && part->month_digits[0] == 'X' &&
           part->month_digits[1] == 'X')
    part->level = MAX (part->level, 1);
  else if (part->month == 0)
    part->level = 2;
  else if (part->form == TL_EDTF_GROUPING)
    part->level = MAX (part->level, 1);
  return TRUE;
}

static gboolean
read_day (TlEdtfCursor *cursor, TlEdtfPart *part)
{
  gsize    from = cursor->at;
  gboolean all_unspecified;

  if (part->form == TL_EDTF_GROUPING)
    return tl_edtf_cursor_fail (
        cursor, TL_DATE_ERROR_SYNTAX, from - 1,
        N_ ("a season or other part of a year has no day"));
  if (!read_pair (cursor, part, part->day_digits, &part->day,
                  N_ ("a day of two digits is expected here")))
    return FALSE;

  part->form = TL_EDTF_DAY;
  if (!tl_edtf_part_resolve (part))
    return tl_edtf_cursor_fail (cursor, TL_DATE_ERROR_CALENDAR, from,
                                N_ ("that month has no such day"));

  all_unspecified = part->day_digits[0] == 'X' && part->day_digits[1] == 'X';
  if (all_unspecified)
    part->level = MAX (part->level, 1);
  else if (part->day == 0 || part->month == 0)
    part->level = 2;
  return TRUE;
}

/* A qualifier to the right of a component counts for it and all before it,
 * one to the left for that component only. */
static void
apply_qualifiers (TlEdtfPart   *part,
                  const guint8 *left,
                  const guint8 *right,
                  int           n_components)
{
  guint8 *targets[N_COMPONENTS] = { &part->year_qualifiers,
                                    &part->month_qualifiers,
                                    &part->day_qualifiers };
  guint8  group = 0;

  for (int i = n_components - 1; i >= 0; i--)
    {
      group |= right[i];
      *targets[i] = group | left[i];
      if (left[i] != 0 || (right[i] != 0 && i < n_components - 1))
        part->level = 2;
      else if (right[i] != 0)
        part->level = MAX (part->level, 1);
    }
}

gboolean
tl_edtf_part_read (TlEdtfCursor *cursor, TlEdtfPart *part)
{
  static gboolean (*const readers[N_COMPONENTS]) (
      TlEdtfCursor *, TlEdtfPart *) = { tl_edtf_year_read, read_month,
                                        read_day };
  guint8 left[N_COMPONENTS] = { 0 }, right[N_COMPONENTS] = { 0 };
  int    n = 0;

  *part = (TlEdtfPart){ .form = TL_EDTF_YEAR };
  do
    {
      left[n] = take_qualifier (cursor);
      if (!readers[n](cursor, part))
        return FALSE;
      right[n] = take_qualifier (cursor);
      n++;
    }
  while (n < N_COMPONENTS && tl_edtf_cursor_take (cursor, '-'));
  apply_qualifiers (part, left, right, n);

  if (tl_edtf_cursor_peek (cursor) == 'T' && !tl_edtf_time_read (cursor, part))
    return FALSE;
  tl_edtf_part_resolve (part);
  return TRUE;
}
