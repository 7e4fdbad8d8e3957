/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TL_DATE_ERROR (tl_date_error_quark ())
GQuark tl_date_error_quark (void);

/**
 * TlDateError:
 * @TL_DATE_ERROR_SYNTAX: the text is not EDTF; the message says at which
 *   character and why
 * @TL_DATE_ERROR_CALENDAR: well-formed, but no such month, day, hour, …
 * @TL_DATE_ERROR_ORDER: an interval that ends before it begins
 * @TL_DATE_ERROR_RANGE: cannot be represented in 64 bits of seconds
 */
typedef enum
{
  TL_DATE_ERROR_SYNTAX,
  TL_DATE_ERROR_CALENDAR,
  TL_DATE_ERROR_ORDER,
  TL_DATE_ERROR_RANGE,
} TlDateError;

typedef enum
{
  TL_QUALIFIER_NONE = 0,
  TL_QUALIFIER_UNCERTAIN = 1 << 0,   /* ? */
  TL_QUALIFIER_APPROXIMATE = 1 << 1, /* ~ ; both is % */
} TlQualifier;

typedef enum
{
  TL_PRECISION_SECOND,
  TL_PRECISION_DAY,
  TL_PRECISION_MONTH,
  TL_PRECISION_SEASON, /* sub-year groupings 21–41 */
  TL_PRECISION_YEAR,
  TL_PRECISION_DECADE,
  TL_PRECISION_CENTURY,
  TL_PRECISION_MILLENNIUM, /* and coarser */
} TlPrecision;

typedef enum
{
  TL_BOUND_KNOWN,
  TL_BOUND_OPEN,    /* ".." */
  TL_BOUND_UNKNOWN, /* empty */
} TlBound;

typedef enum
{
  TL_SHAPE_SINGLE,   /* one date of some precision */
  TL_SHAPE_INTERVAL, /* a/b: lasted from a to b */
  TL_SHAPE_ONE_OF,   /* [a,b]: happened on one of these */
  TL_SHAPE_ALL_OF,   /* {a,b}: happened on each of these */
} TlShape;

/**
 * TlSpan:
 * @earliest: first civil second the date can cover; %G_MININT64 when the
 *   start is open or unknown
 * @latest: last civil second the date can cover, inclusive; %G_MAXINT64 when
 *   the end is open or unknown
 * @core_start: with @core_end, the seconds the happening certainly covers;
 *   empty (@core_start > @core_end) when the date only says “some time in”
 * @core_end: see @core_start
 * @precision: a #TlPrecision, the coarser of the two ends
 * @qualifiers: #TlQualifier flags of any part
 * @start: a #TlBound
 * @end: a #TlBound
 * @shape: a #TlShape
 * @start_precision: a #TlPrecision; that of the other end where the start is
 *   open or unknown
 * @end_precision: a #TlPrecision; see @start_precision
 *
 * What drawing, sorting and filtering need of a date. A plain value.
 *
 * Qualifiers neither widen the bounds nor shrink the core: how far “about”
 * reaches nobody has said. Who draws must look at @qualifiers too.
 *
 * The core is
 * - of a day or second: that day or second;
 * - of a coarser single date: empty (“some time in July 2020”);
 * - of an interval between days: all of it. Where an end is coarser, the core
 *   begins after the last second the start can be in, and ends before the
 *   first second the end can be in: 2020-02/2020-08 is March to July. Where an
 *   end is open or unknown, it is the day at the other end, if that is one;
 * - of “one of”: empty, unless the set has a single member;
 * - of “all of”: all of it when its members are days that follow each other
 *   without a gap in the order written, else empty.
 */
typedef struct
{
  gint64 earliest;
  gint64 latest;
  gint64 core_start;
  gint64 core_end;
  guint8 precision;
  guint8 qualifiers;
  guint8 start;
  guint8 end;
  guint8 shape;
  guint8 start_precision;
  guint8 end_precision;
} TlSpan;

/**
 * TlDate:
 *
 * A date in the Extended Date/Time Format (EDTF, ISO 8601-2:2019, profile of
 * the Library of Congress of 2019-02-04, levels 0 to 2). Immutable and
 * reference-counted; keeps the text it was made from byte for byte.
 *
 * Where the specification leaves something open, it is read like this:
 * - Seasons and other parts of a year may stand in intervals and sets like any
 *   date, as in the draft of 2012 whose functions the specification keeps.
 *   They have no defined months. A season reaches over the meteorological
 *   months of its hemisphere and belongs to the year that it begins in, so
 *   that the seasons of a year follow each other in the order of their codes:
 *   northern spring (25) is March to May, summer (26) June to August, autumn
 *   (27) September to November, winter (28) December to February of the next
 *   year; southern spring (29) is September to November, summer (30) December
 *   to February, autumn (31) March to May, winter (32) June to August. The
 *   seasons 21 to 24 are “independent of location”, so their bounds cover
 *   both hemispheres: spring and autumn (21, 23) March to November, summer
 *   and winter (22, 24) June to February. Quarters (33–36), quadrimesters
 *   (37–39) and semesters (40, 41) divide the year evenly.
 * - An interval needs at least one date; its end must not certainly lie before
 *   its start. Times of day stand neither in intervals nor in sets.
 * - A set may have a single member. A range a..b in it is between dates of
 *   equal precision.
 * - Both sides of a component may have a qualifier.
 * - “X” may stand in a year with the letter Y too, but not beside an exponent
 *   or significant digits. In place of months it means months, not seasons.
 *   Some day of the calendar must fit: 2001-02-3X is an error.
 * - Years with Y have more than four digits also when an exponent gives them;
 *   numbers have no leading zeros, and there is no year -0000.
 * - Significant digits are counted from the first digit that is not zero.
 * - Hours end with 23, as in ISO 8601-1:2019. Second 60 is a leap second and
 *   stands where one can be; in bounds it is second 59. A time shift is
 *   checked and shown, but never applied: civil dates are not instants.
 */
typedef struct _TlDate TlDate;

#define TL_TYPE_DATE (tl_date_get_type ())
GType tl_date_get_type (void);

TlDate *tl_date_new_from_edtf (const char *edtf,
                               GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* The day that holds the civil second; beyond four digits EDTF can write only
 * the year, so it is that year. */
TlDate     *tl_date_new_for_day (gint64 second) G_GNUC_WARN_UNUSED_RESULT;
TlDate     *tl_date_ref (TlDate *date);
void        tl_date_unref (TlDate *date);
const char *tl_date_get_edtf (const TlDate *date);
int         tl_date_get_level (const TlDate *date); /* 0, 1 or 2 */
TlSpan      tl_date_get_span (const TlDate *date);
/* The text forms of the bounds for machines: "2020-07-28", "-inf", "+inf" or
 * "unknown". (transfer full) */
char *tl_date_dup_earliest (const TlDate *date);
char *tl_date_dup_latest (const TlDate *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDate, tl_date_unref)

/* Reads EDTF text without making a #TlDate of it; nothing is allocated but an
 * error. The text need not end with a zero byte. On failure span stays as it
 * was. */
gboolean tl_edtf_parse_span (const char *text,
                             gsize       length,
                             TlSpan     *span,
                             GError    **error);

/* Exact: the day is known for certain (or both days of an interval, or each
 * of days that follow each other), without qualifiers. */
gboolean tl_span_is_exact (TlSpan span);
gboolean tl_span_overlaps (TlSpan a, TlSpan b);
/* Total up to equality of bounds: by earliest, then latest. */
int tl_span_compare (TlSpan a, TlSpan b);
/* A civil second inside the known bounds that stands for the whole: half way
 * between them, or the only one known; 0 when neither is. */
gint64 tl_span_get_middle (TlSpan span);

G_END_DECLS
