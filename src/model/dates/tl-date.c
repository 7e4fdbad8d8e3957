/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-date.h"
#include "tl-calendar.h"
#include "tl-edtf-private.h"

#include <string.h>

/* The date value: its text, byte for byte, and the span it was found to
 * cover, in one block of memory. */

struct _TlDate
{
  gatomicrefcount references;
  int             level;
  TlSpan          span;
  char            edtf[];
};

/* clang-format off */
G_DEFINE_QUARK (tl-date-error-quark, tl_date_error)
/* clang-format on */

G_DEFINE_BOXED_TYPE (TlDate, tl_date, tl_date_ref, tl_date_unref)

static TlDate *
new_date (const char *edtf, gsize length, TlSpan span, int level)
{
  TlDate *date = g_malloc (sizeof (TlDate) + length + 1);

  g_atomic_ref_count_init (&date->references);
  date->level = level;
  date->span = span;
  memcpy (date->edtf, edtf, length);
  date->edtf[length] = '\0';
  return date;
}

TlDate *
tl_date_new_from_edtf (const char *edtf, GError **error)
{
  TlSpan span;
  int    level;
  gsize  length;

  g_return_val_if_fail (edtf != NULL, NULL);

  length = strlen (edtf);
  if (!tl_edtf_parse (edtf, length, &span, &level, NULL, NULL, error))
    return NULL;
  return new_date (edtf, length, span, level);
}

TlDate *
tl_date_new_for_day (gint64 second)
{
  TlCivil          civil = tl_calendar_from_second (second);
  g_autofree char *day = tl_calendar_format_day (second);
  TlDate          *date;

  /* Days of longer years cannot be written; their year can. */
  if (ABS (civil.year) > 9999)
    {
      g_free (day);
      day = g_strdup_printf ("Y%" G_GINT64_FORMAT,
                             CLAMP (civil.year, TL_YEAR_MIN, TL_YEAR_MAX));
    }
  date = tl_date_new_from_edtf (day, NULL);
  g_assert (date != NULL);
  return date;
}

TlDate *
tl_date_ref (TlDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  g_atomic_ref_count_inc (&date->references);
  return date;
}

void
tl_date_unref (TlDate *date)
{
  g_return_if_fail (date != NULL);

  if (g_atomic_ref_count_dec (&date->references))
    g_free (date);
}

const char *
tl_date_get_edtf (const TlDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  return date->edtf;
}

int
tl_date_get_level (const TlDate *date)
{
  g_return_val_if_fail (date != NULL, 0);

  return date->level;
}

TlSpan
tl_date_get_span (const TlDate *date)
{
  g_return_val_if_fail (date != NULL, (TlSpan){ 0 });

  return date->span;
}

static char *
format_bound (gint64 second, guint8 bound, const char *infinity)
{
  switch ((TlBound)bound)
    {
    case TL_BOUND_OPEN:
      return g_strdup (infinity);
    case TL_BOUND_UNKNOWN:
      return g_strdup ("unknown");
    case TL_BOUND_KNOWN:
    default:
      return tl_calendar_format_day (second);
    }
}

char *
tl_date_dup_earliest (const TlDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  return format_bound (date->span.earliest, date->span.start, "-inf");
}

char *
tl_date_dup_latest (const TlDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  return format_bound (date->span.latest, date->span.end, "+inf");
}

gboolean
tl_span_is_exact (TlSpan span)
{
  return span.start == TL_BOUND_KNOWN && span.end == TL_BOUND_KNOWN &&
         span.qualifiers == TL_QUALIFIER_NONE &&
         span.core_start == span.earliest && span.core_end == span.latest;
}

gboolean
tl_span_overlaps (TlSpan a, TlSpan b)
{
  return a.earliest <= b.latest && b.earliest <= a.latest;
}

static int
compare_seconds (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

int
tl_span_compare (TlSpan a, TlSpan b)
{
  int order = compare_seconds (a.earliest, b.earliest);

  return order != 0 ? order : compare_seconds (a.latest, b.latest);
}

gint64
tl_span_get_middle (TlSpan span)
{
  if (span.start != TL_BOUND_KNOWN && span.end != TL_BOUND_KNOWN)
    return 0;
  if (span.start != TL_BOUND_KNOWN)
    return span.latest;
  if (span.end != TL_BOUND_KNOWN)
    return span.earliest;
  /* Halved before it is added: the distance can exceed 63 bits. */
  return span.earliest +
         (gint64)(((guint64)span.latest - (guint64)span.earliest) / 2);
}
