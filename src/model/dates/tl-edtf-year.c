/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"
#include "tl-edtf-private.h"

#include <glib/gi18n.h>

/* Reads the year of a date: four digits, or the letter Y with more of them or
 * with an exponent, and significant digits. */

#define YEAR_WITHOUT_Y_MAX 9999

/* A run of digits and “X” as numbers: with every X as low and as high as it
 * can be. Stops growing above TL_YEAR_MAX. */
typedef struct
{
  gint64   low;
  gint64   high;
  int      digits;
  int      unknown; /* digits from the first X to the end */
  gboolean too_large;
} Number;

static gboolean
is_digit_or_x (char byte)
{
  return g_ascii_isdigit (byte) || byte == 'X';
}

static void
add_digit (Number *number, char byte)
{
  /* A leading X is never zero: the number would have fewer digits. */
  int low = byte == 'X' ? (number->digits == 0 ? 1 : 0) : byte - '0';
  int high = byte == 'X' ? 9 : byte - '0';

  number->low = number->low * 10 + low;
  number->high = number->high * 10 + high;
  number->too_large |= number->high > TL_YEAR_MAX;
  if (number->too_large)
    number->low = number->high = 0;
  if (byte == 'X' || number->unknown > 0)
    number->unknown++;
  number->digits++;
}

/* An integer without leading zeros, for exponents and significant digits. */
static gboolean
read_positive (TlEdtfCursor *cursor, gint64 *value)
{
  gsize from = cursor->at;

  *value = 0;
  while (g_ascii_isdigit (tl_edtf_cursor_peek (cursor)))
    {
      *value = MIN (*value * 10 + cursor->text[cursor->at] - '0', G_MAXINT32);
      cursor->at++;
    }

  if (cursor->at == from)
    return tl_edtf_cursor_fail (cursor, TL_DATE_ERROR_SYNTAX, from,
                                N_ ("a positive number is missing here"));
  if (cursor->text[from] == '0')
    return tl_edtf_cursor_fail (
        cursor, TL_DATE_ERROR_SYNTAX, from,
        N_ ("the number must be positive, without leading zeros"));
  return TRUE;
}

static gint64
get_power_of_ten (int exponent)
{
  gint64 power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

static int
count_digits (gint64 value)
{
  int digits = 1;

  while ((value /= 10) > 0)
    digits++;
  return digits;
}

static void
set_years (TlEdtfPart *part, gint64 low, gint64 high)
{
  part->year_first = part->year_negative ? -high : low;
  part->year_last = part->year_negative ? -low : high;
}

static gboolean
fail_out_of_range (TlEdtfCursor *cursor, gsize from)
{
  return tl_edtf_cursor_fail (
      cursor, TL_DATE_ERROR_RANGE, from,
      N_ ("the year is too far from now; years from -292000000000 to "
          "292000000000 can be used"));
}

/* “S” and the number of significant digits, after a year that is known. */
static gboolean
read_significant (TlEdtfCursor *cursor,
                  TlEdtfPart   *part,
                  gint64        magnitude,
                  gsize         year_from)
{
  gsize  from = cursor->at;
  int    digits = count_digits (magnitude);
  gint64 significant, unit, low;

  if (!tl_edtf_cursor_take (cursor, 'S'))
    return TRUE;
  if (part->year_unknown > 0)
    return tl_edtf_cursor_fail (
        cursor, TL_DATE_ERROR_SYNTAX, from,
        N_ ("a year with unspecified digits has no significant digits"));
  if (!read_positive (cursor, &significant))
    return FALSE;
  if (significant > MAX (digits, TL_EDTF_YEAR_DIGITS))
    return tl_edtf_cursor_fail (
        cursor, TL_DATE_ERROR_SYNTAX, from,
        N_ ("these are more significant digits than the year has"));

  part->level = 2;
  part->significant = (int)significant;
  part->year_unknown = MAX (digits - (int)significant, 0);
  unit = get_power_of_ten (part->year_unknown);
  low = magnitude / unit * unit;
  set_years (part, low, low + unit - 1);
  if (low + unit - 1 > TL_YEAR_MAX)
    return fail_out_of_range (cursor, year_from);
  return TRUE;
}

static gboolean
read_exponent (TlEdtfCursor *cursor, TlEdtfPart *part, Number *number)
{
  gint64 exponent;

  if (number->unknown > 0)
    return tl_edtf_cursor_fail (
        cursor, TL_DATE_ERROR_SYNTAX, cursor->at - 1,
        N_ ("a year with unspecified digits has no exponent"));
  if (!read_positive (cursor, &exponent))
    return FALSE;

  part->level = 2;
  while (exponent-- > 0 && !number->too_large)
    add_digit (number, '0');
  return TRUE;
}

/* “Y” was taken already. */
static gboolean
read_long_year (TlEdtfCursor *cursor, TlEdtfPart *part)
{
  gsize  from = cursor->at - 1, digits_from;
  Number number = { 0 };

  part->level = 1;
  part->year_negative = tl_edtf_cursor_take (cursor, '-');
  digits_from = cursor->at;
  while (is_digit_or_x (tl_edtf_cursor_peek (cursor)))
    add_digit (&number, cursor->text[cursor->at++]);

  if (number.digits == 0)
    return tl_edtf_cursor_fail (cursor, TL_DATE_ERROR_SYNTAX, digits_from,
                                N_ ("the digits of the year are missing"));
  if (cursor->text[digits_from] == '0')
    return tl_edtf_cursor_fail (
        cursor, TL_DATE_ERROR_SYNTAX, from,
        N_ ("a year with the letter Y has no leading zeros"));
  if (tl_edtf_cursor_take (cursor, 'E') &&
      !read_exponent (cursor, part, &number))
    return FALSE;
  if (number.too_large)
    return fail_out_of_range (cursor, from);
  if (number.low <= YEAR_WITHOUT_Y_MAX)
    return tl_edtf_cursor_fail (
        cursor, TL_DATE_ERROR_SYNTAX, from,
        N_ ("the letter Y is only for years of more than four digits"));

  if (number.unknown > 0)
    part->level = 2;
  part->unspecified = number.unknown > 0;
  part->year_unknown = number.unknown;
  part->year = part->year_negative ? -number.low : number.low;
  set_years (part, number.low, number.high);
  return read_significant (cursor, part, number.low, from);
}

/* The lowest magnitude that the digits can mean; a negative year is never
 * zero, so that its last X is then one. */
static gint64
get_lowest (const TlEdtfPart *part)
{
  gint64 low = 0, last_x = 0, place = 1;

  for (int i = TL_EDTF_YEAR_DIGITS - 1; i >= 0; i--, place *= 10)
    {
      char digit = part->year_digits[i];

      if (digit != 'X')
        low += place * (digit - '0');
      else if (last_x == 0)
        last_x = place;
    }
  return low == 0 && part->year_negative ? last_x : low;
}

static gint64
get_highest (const TlEdtfPart *part)
{
  gint64 high = 0;

  for (int i = 0; i < TL_EDTF_YEAR_DIGITS; i++)
    {
      char digit = part->year_digits[i];

      high = high * 10 + (digit == 'X' ? 9 : digit - '0');
    }
  return high;
}

/* An X in the last one or two places of the year is level 1, others 2; with
 * a month behind it, any is level 2. */
static void
note_unspecified (TlEdtfPart *part)
{
  int count = 0;

  for (int i = 0; i < TL_EDTF_YEAR_DIGITS; i++)
    if (part->year_digits[i] == 'X')
      {
        if (part->year_unknown == 0)
          part->year_unknown = TL_EDTF_YEAR_DIGITS - i;
        count++;
      }
  part->unspecified = count > 0;
  if (count > 0)
    part->level = count == part->year_unknown && count <= 2 ? 1 : 2;
}

static gboolean
read_four_digits (TlEdtfCursor *cursor, TlEdtfPart *part)
{
  gsize  from = cursor->at;
  gsize  digits_from;
  gint64 low;

  part->year_negative = tl_edtf_cursor_take (cursor, '-');
  digits_from = cursor->at;
  for (int digits = 0; is_digit_or_x (tl_edtf_cursor_peek (cursor)); digits++)
    {
      if (digits < TL_EDTF_YEAR_DIGITS)
        part->year_digits[digits] = cursor->text[cursor->at];
      cursor->at++;
    }

  if (cursor->at == digits_from)
    return tl_edtf_cursor_fail (cursor, TL_DATE_ERROR_SYNTAX, from,
                                N_ ("a year of four digits is expected here"));
  if (cursor->at - digits_from < TL_EDTF_YEAR_DIGITS)
    return tl_edtf_cursor_fail (cursor, TL_DATE_ERROR_SYNTAX, from,
                                N_ ("a year has four digits"));
  if (cursor->at - digits_from > TL_EDTF_YEAR_DIGITS)
    return tl_edtf_cursor_fail (
        cursor, TL_DATE_ERROR_SYNTAX, from,
        N_ ("a year of more than four digits begins with the letter Y"));

  note_unspecified (part);
  low = get_lowest (part);
  if (part->year_negative && low == 0)
    return tl_edtf_cursor_fail (cursor, TL_DATE_ERROR_SYNTAX, from,
                                N_ ("the year 0000 has no sign"));
  if (part->year_negative)
    part->level = MAX (part->level, 1);
  part->year = part->year_negative ? -low : low;
  set_years (part, low, get_highest (part));
  return read_significant (cursor, part, low, from);
}

gboolean
tl_edtf_year_read (TlEdtfCursor *cursor, TlEdtfPart *part)
{
  if (tl_edtf_cursor_take (cursor, 'Y'))
    return read_long_year (cursor, part);
  return read_four_digits (cursor, part);
}
