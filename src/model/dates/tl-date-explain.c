/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-date-wording-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* How sure a date is, in whole sentences: what is known of its place in time,
 * and what its qualifiers say. */

/* What the single dates of an expression have in common. */
typedef struct
{
  gsize    n_parts;
  guint8   qualifiers;
  gboolean uniform; /* they have the same qualifiers, as a whole */
} TlSummary;

static void
summarize_cb (const TlEdtfPart *part, gpointer user_data)
{
  TlSummary *summary = user_data;
  guint8     qualifiers;

  if (!tl_wording_get_qualifiers (part, &qualifiers))
    summary->uniform = FALSE;
  if (summary->n_parts++ == 0)
    summary->qualifiers = qualifiers;
  else if (qualifiers != summary->qualifiers)
    summary->uniform = FALSE;
}

static const char *
explain_single (TlSpan span)
{
  switch ((TlPrecision)span.precision)
    {
    case TL_PRECISION_SECOND:
      return _ ("The exact time is known.");
    case TL_PRECISION_DAY:
      return _ ("The exact day is known.");
    case TL_PRECISION_MONTH:
      return _ ("Some time in this month; the day is not known.");
    case TL_PRECISION_SEASON:
      return _ ("Some time in this part of the year; the day is not known.");
    case TL_PRECISION_YEAR:
      return _ ("Some time in this year; the day is not known.");
    case TL_PRECISION_DECADE:
      return _ ("Some time in this decade; the year is not known.");
    case TL_PRECISION_CENTURY:
      return _ ("Some time in these hundred years; the year is not known.");
    case TL_PRECISION_MILLENNIUM:
    default:
      return _ ("The year is not known.");
    }
}

static const char *
explain_interval (TlSpan span)
{
  if (span.start == TL_BOUND_OPEN)
    return _ ("Only the end is given; no start is stated.");
  if (span.start == TL_BOUND_UNKNOWN)
    return _ ("Only the end is known; the start is not.");
  if (span.end == TL_BOUND_OPEN)
    return _ ("Only the start is given; no end is stated.");
  if (span.end == TL_BOUND_UNKNOWN)
    return _ ("Only the start is known; the end is not.");
  if (span.precision <= TL_PRECISION_DAY)
    return _ ("The first and the last day are known.");
  if (span.start_precision <= TL_PRECISION_DAY)
    return _ ("The first day is known, the last day is not.");
  if (span.end_precision <= TL_PRECISION_DAY)
    return _ ("The last day is known, the first day is not.");
  return _ ("Neither the first nor the last day is known.");
}

static const char *
explain_set (TlSpan span, const TlSummary *summary)
{
  if (span.start == TL_BOUND_OPEN || span.end == TL_BOUND_OPEN)
    return span.shape == TL_SHAPE_ALL_OF
               ? _ ("On each of these dates; on one side there is no limit.")
               : _ ("The date is one of these; on one side there is no limit.");
  if (summary->n_parts == 1)
    return explain_single (span);
  return span.shape == TL_SHAPE_ALL_OF
             ? _ ("On each of these dates.")
             : _ ("The date is one of these; which one is not known.");
}

static const char *
explain_place (TlSpan span, const TlSummary *summary)
{
  if (span.shape == TL_SHAPE_INTERVAL)
    return explain_interval (span);
  if (span.shape != TL_SHAPE_SINGLE)
    return explain_set (span, summary);
  return explain_single (span);
}

static const char *
explain_qualifiers (const TlSummary *summary)
{
  if (!summary->uniform)
    return _ ("Parts of the date are uncertain or approximate.");
  if (summary->qualifiers == TL_QUALIFIER_APPROXIMATE)
    return _ ("The date is approximate.");
  if (summary->qualifiers == TL_QUALIFIER_UNCERTAIN)
    return _ ("The date is uncertain: possible, but not definite.");
  return _ ("The date is approximate and, even so, uncertain.");
}

char *
tl_wording_explain (const TlDate *date)
{
  const char *edtf = tl_date_get_edtf (date);
  TlSummary   summary = { .uniform = TRUE };
  TlSpan      span;
  int         level;

  if (!tl_edtf_parse (edtf, strlen (edtf), &span, &level, summarize_cb,
                      &summary, NULL))
    g_return_val_if_reached (g_strdup (edtf));

  if (span.qualifiers == TL_QUALIFIER_NONE)
    return g_strdup (explain_place (span, &summary));
  /* “The exact day is known”, “some time in this month” are not true then. */
  if (span.start == TL_BOUND_KNOWN && span.end == TL_BOUND_KNOWN &&
      (summary.n_parts == 1 ||
       (span.shape == TL_SHAPE_INTERVAL && span.precision <= TL_PRECISION_DAY)))
    return g_strdup (explain_qualifiers (&summary));
  /* Translators: two whole sentences, one after the other. */
  return g_strdup_printf (_ ("%1$s %2$s"), explain_place (span, &summary),
                          explain_qualifiers (&summary));
}
