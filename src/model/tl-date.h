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
 *   empty (@core_start > @core_end) when the date only says "some time in"
 * @core_end: see @core_start
 * @precision: a #TlPrecision, the coarser of the two ends
 * @qualifiers: #TlQualifier flags of any part
 * @start: a #TlBound
 * @end: a #TlBound
 * @shape: a #TlShape
 * @start_precision: a #TlPrecision
 * @end_precision: a #TlPrecision
 *
 * What drawing, sorting and filtering need of a date. A plain value.
 * Qualifiers do not widen the bounds.
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
 * the Library of Congress, levels 0 to 2). Immutable and reference-counted;
 * keeps the text it was made from byte for byte.
 */
typedef struct _TlDate TlDate;

#define TL_TYPE_DATE (tl_date_get_type ())
GType tl_date_get_type (void);

TlDate     *tl_date_new_from_edtf (const char *edtf,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;
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

/* Exact: the day is known for certain (or both days of an interval). */
gboolean tl_span_is_exact (TlSpan span);
gboolean tl_span_overlaps (TlSpan a, TlSpan b);
/* Total up to equality of bounds: by earliest, then latest. */
int tl_span_compare (TlSpan a, TlSpan b);
/* A civil second inside the known bounds that stands for the whole. */
gint64 tl_span_get_middle (TlSpan span);

G_END_DECLS
