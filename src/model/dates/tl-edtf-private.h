/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date.h"

G_BEGIN_DECLS

/* Number of digits of a year without the letter Y. */
#define TL_EDTF_YEAR_DIGITS 4

/**
 * TlEdtfForm:
 *
 * The components a single date is written with.
 */
typedef enum
{
  TL_EDTF_YEAR,     /* 1985, Y170000002, 1950S2 */
  TL_EDTF_GROUPING, /* 2001-21: a season, quarter, … of a year */
  TL_EDTF_MONTH,    /* 1985-04 */
  TL_EDTF_DAY,      /* 1985-04-12 */
  TL_EDTF_TIME,     /* 1985-04-12T23:20:30 */
} TlEdtfForm;

/**
 * TlEdtfRole:
 *
 * What a single date stands for in the whole expression.
 */
typedef enum
{
  TL_EDTF_ALONE,  /* the whole expression */
  TL_EDTF_START,  /* the start of an interval */
  TL_EDTF_END,    /* the end of an interval */
  TL_EDTF_MEMBER, /* one member of a set */
  TL_EDTF_FROM,   /* the first of the members a..b of a set */
  TL_EDTF_TO,     /* the last of the members a..b; follows TL_EDTF_FROM */
  TL_EDTF_UNTIL,  /* ..a at the beginning of a set */
  TL_EDTF_ONWARD, /* a.. at the end of a set */
} TlEdtfRole;

/**
 * TlEdtfPart:
 * @form: which of the components are there
 * @role: what the date stands for
 * @level: the level of EDTF that the date needs, 0 to 2
 * @year: the year; the estimate when significant digits are given
 * @year_first: with @year_last, the years the date can be in
 * @year_last: see @year_first
 * @year_digits: the digits of a four-digit year, “X” where unspecified; all
 *   zero bytes for a year with the letter Y
 * @year_negative: the year has a minus sign
 * @year_unknown: how many of the last digits of the year are not all known
 * @unspecified: some component has an “X”
 * @significant: the number after “S”, or 0
 * @month: 1–12, or 21–41 for a grouping, or 0 when it has an “X”
 * @month_digits: the digits of the month, “X” where unspecified
 * @day: 1–31, or 0 when it has an “X”
 * @day_digits: the digits of the day, “X” where unspecified
 * @hour: 0–23
 * @minute: 0–59
 * @second: 0–60; 60 is a leap second
 * @has_shift: the time of day is in UTC or has a time shift
 * @shift: minutes that the local time is ahead of UTC
 * @year_qualifiers: #TlQualifier flags of the year
 * @month_qualifiers: #TlQualifier flags of the month
 * @day_qualifiers: #TlQualifier flags of the day
 * @earliest: the first civil second that the date can cover
 * @latest: the last one, inclusive
 * @precision: the smallest unit that is given completely
 *
 * A single date as it is written, and what it means.
 */
typedef struct
{
  TlEdtfForm  form;
  TlEdtfRole  role;
  int         level;
  gint64      year;
  gint64      year_first;
  gint64      year_last;
  char        year_digits[TL_EDTF_YEAR_DIGITS];
  gboolean    year_negative;
  int         year_unknown;
  gboolean    unspecified;
  int         significant;
  int         month;
  char        month_digits[2];
  int         day;
  char        day_digits[2];
  int         hour;
  int         minute;
  int         second;
  gboolean    has_shift;
  int         shift;
  guint8      year_qualifiers;
  guint8      month_qualifiers;
  guint8      day_qualifiers;
  gint64      earliest;
  gint64      latest;
  TlPrecision precision;
} TlEdtfPart;

/**
 * TlEdtfCursor:
 * @text: (array length=length): the expression; need not end with a zero byte
 * @length: its length in bytes
 * @at: the next byte to read; everything before it is ASCII
 * @failure: (nullable): why the text is refused, in English, for gettext
 * @failure_code: a #TlDateError
 * @failure_at: where the offending text begins
 * @failure_length: how long it is
 *
 * A place in the text of an expression, and the first error found.
 */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       at;
  const char *failure;
  TlDateError failure_code;
  gsize       failure_at;
  gsize       failure_length;
} TlEdtfCursor;

/* Called for each single date of an expression, in the order written; when
 * the text turns out to be wrong, the dates before the error were visited. */
typedef void (*TlEdtfVisit) (const TlEdtfPart *part, gpointer user_data);

/* tl-edtf-parser.c: a whole expression. @span and @level are set on success
 * only; @visit may be NULL. */
gboolean tl_edtf_parse (const char *text,
                        gsize       length,
                        TlSpan     *span,
                        int        *level,
                        TlEdtfVisit visit,
                        gpointer    user_data,
                        GError    **error);

/* tl-edtf-part.c: one single date, its bounds not yet resolved. */
gboolean tl_edtf_part_read (TlEdtfCursor *cursor, TlEdtfPart *part);

/* tl-edtf-year.c: the year of a single date, without qualifiers. */
gboolean tl_edtf_year_read (TlEdtfCursor *cursor, TlEdtfPart *part);

/* tl-edtf-time.c: the time of day after a complete date, beginning at “T”. */
gboolean tl_edtf_time_read (TlEdtfCursor *cursor, TlEdtfPart *part);

/* tl-edtf-bounds.c: sets the bounds and the precision; FALSE when the
 * calendar has no such day. */
gboolean tl_edtf_part_resolve (TlEdtfPart *part);

/* The flags of all components together. */
guint8 tl_edtf_part_get_qualifiers (const TlEdtfPart *part);

/* The next byte, or 0 at the end; no accepted text has a zero byte. */
static inline char
tl_edtf_cursor_peek (const TlEdtfCursor *cursor)
{
  return cursor->at < cursor->length ? cursor->text[cursor->at] : '\0';
}

static inline gboolean
tl_edtf_cursor_at_end (const TlEdtfCursor *cursor)
{
  return cursor->at >= cursor->length;
}

static inline gboolean
tl_edtf_cursor_take (TlEdtfCursor *cursor, char byte)
{
  if (tl_edtf_cursor_at_end (cursor) || cursor->text[cursor->at] != byte)
    return FALSE;
  cursor->at++;
  return TRUE;
}

/* Notes an error that covers the bytes from @from up to where the cursor
 * stands, or the rest of the text when that is nothing. Always FALSE. */
static inline gboolean
tl_edtf_cursor_fail (TlEdtfCursor *cursor,
                     TlDateError   code,
                     gsize         from,
                     const char   *failure)
{
  cursor->failure = failure;
  cursor->failure_code = code;
  cursor->failure_at = from;
  cursor->failure_length =
      cursor->at > from ? cursor->at - from : cursor->length - from;
  return FALSE;
}

G_END_DECLS
