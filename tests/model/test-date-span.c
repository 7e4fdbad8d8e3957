/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"
#include "tl-date.h"

#include "edtf-generator.h"

/* What drawing, sorting and filtering see of a date. */

#define N_RANDOM 40

#define NONE TL_QUALIFIER_NONE
#define UNCERTAIN TL_QUALIFIER_UNCERTAIN
#define ABOUT TL_QUALIFIER_APPROXIMATE

static const struct
{
  const char *edtf;
  TlShape     shape;
  TlPrecision precision;
  TlPrecision start_precision;
  TlPrecision end_precision;
  int         qualifiers;
  TlBound     start;
  TlBound     end;
  const char *core_start; /* NULL: empty; "": open */
  const char *core_end;
  gboolean    exact;
} spans[] = {
#define P(name) TL_PRECISION_##name
#define S(name) TL_SHAPE_##name
#define B(name) TL_BOUND_##name
  { "2020-07-28", S (SINGLE), P (DAY), P (DAY), P (DAY), NONE, B (KNOWN),
    B (KNOWN), "2020-07-28", "2020-07-28", TRUE },
  { "2020-07", S (SINGLE), P (MONTH), P (MONTH), P (MONTH), NONE, B (KNOWN),
    B (KNOWN), NULL, NULL, FALSE },
  { "2020-07-28~", S (SINGLE), P (DAY), P (DAY), P (DAY), ABOUT, B (KNOWN),
    B (KNOWN), "2020-07-28", "2020-07-28", FALSE },
  { "2020-?07-28", S (SINGLE), P (DAY), P (DAY), P (DAY), UNCERTAIN, B (KNOWN),
    B (KNOWN), "2020-07-28", "2020-07-28", FALSE },
  { "2020-07-XX", S (SINGLE), P (MONTH), P (MONTH), P (MONTH), NONE, B (KNOWN),
    B (KNOWN), NULL, NULL, FALSE },
  { "2020-XX-28", S (SINGLE), P (YEAR), P (YEAR), P (YEAR), NONE, B (KNOWN),
    B (KNOWN), NULL, NULL, FALSE },
  { "2020-1X", S (SINGLE), P (YEAR), P (YEAR), P (YEAR), NONE, B (KNOWN),
    B (KNOWN), NULL, NULL, FALSE },
  { "202X-07-28", S (SINGLE), P (DECADE), P (DECADE), P (DECADE), NONE,
    B (KNOWN), B (KNOWN), NULL, NULL, FALSE },
  { "20XX", S (SINGLE), P (CENTURY), P (CENTURY), P (CENTURY), NONE, B (KNOWN),
    B (KNOWN), NULL, NULL, FALSE },
  { "20X1", S (SINGLE), P (CENTURY), P (CENTURY), P (CENTURY), NONE, B (KNOWN),
    B (KNOWN), NULL, NULL, FALSE },
  { "XXXX-12-25", S (SINGLE), P (MILLENNIUM), P (MILLENNIUM), P (MILLENNIUM),
    NONE, B (KNOWN), B (KNOWN), NULL, NULL, FALSE },
  { "1950S3", S (SINGLE), P (DECADE), P (DECADE), P (DECADE), NONE, B (KNOWN),
    B (KNOWN), NULL, NULL, FALSE },
  { "2001-34", S (SINGLE), P (SEASON), P (SEASON), P (SEASON), NONE, B (KNOWN),
    B (KNOWN), NULL, NULL, FALSE },
  { "2020-07-27/2020-07-28", S (INTERVAL), P (DAY), P (DAY), P (DAY), NONE,
    B (KNOWN), B (KNOWN), "2020-07-27", "2020-07-28", TRUE },
  { "2020-07-27~/2020-07-28?", S (INTERVAL), P (DAY), P (DAY), P (DAY),
    ABOUT | UNCERTAIN, B (KNOWN), B (KNOWN), "2020-07-27", "2020-07-28",
    FALSE },
  { "2020-02/2020-08", S (INTERVAL), P (MONTH), P (MONTH), P (MONTH), NONE,
    B (KNOWN), B (KNOWN), "2020-03-01", "2020-07-31", FALSE },
  { "2020-02/2020-03", S (INTERVAL), P (MONTH), P (MONTH), P (MONTH), NONE,
    B (KNOWN), B (KNOWN), NULL, NULL, FALSE },
  { "2004-02-01/2005", S (INTERVAL), P (YEAR), P (DAY), P (YEAR), NONE,
    B (KNOWN), B (KNOWN), "2004-02-01", "2004-12-31", FALSE },
  { "2020/2020-07-28", S (INTERVAL), P (YEAR), P (YEAR), P (DAY), NONE,
    B (KNOWN), B (KNOWN), "2020-07-28", "2020-07-28", FALSE },
  { "2020-07-28/2020", S (INTERVAL), P (YEAR), P (DAY), P (YEAR), NONE,
    B (KNOWN), B (KNOWN), "2020-07-28", "2020-07-28", FALSE },
  { "2004-06-XX/2004-07-03", S (INTERVAL), P (MONTH), P (MONTH), P (DAY), NONE,
    B (KNOWN), B (KNOWN), "2004-07-01", "2004-07-03", FALSE },
  { "2020-04-14/..", S (INTERVAL), P (DAY), P (DAY), P (DAY), NONE, B (KNOWN),
    B (OPEN), "2020-04-14", "2020-04-14", FALSE },
  { "2020-04/", S (INTERVAL), P (MONTH), P (MONTH), P (MONTH), NONE, B (KNOWN),
    B (UNKNOWN), NULL, NULL, FALSE },
  { "/2020-04-17", S (INTERVAL), P (DAY), P (DAY), P (DAY), NONE, B (UNKNOWN),
    B (KNOWN), "2020-04-17", "2020-04-17", FALSE },
  { "../2020%", S (INTERVAL), P (YEAR), P (YEAR), P (YEAR), ABOUT | UNCERTAIN,
    B (OPEN), B (KNOWN), NULL, NULL, FALSE },
  { "[2020-07-27,2020-07-28]", S (ONE_OF), P (DAY), P (DAY), P (DAY), NONE,
    B (KNOWN), B (KNOWN), NULL, NULL, FALSE },
  { "[2020-07-27]", S (ONE_OF), P (DAY), P (DAY), P (DAY), NONE, B (KNOWN),
    B (KNOWN), "2020-07-27", "2020-07-27", TRUE },
  { "[2020-07-27..2020-07-29]", S (ONE_OF), P (DAY), P (DAY), P (DAY), NONE,
    B (KNOWN), B (KNOWN), NULL, NULL, FALSE },
  { "[..2020-07-27]", S (ONE_OF), P (DAY), P (DAY), P (DAY), NONE, B (OPEN),
    B (KNOWN), NULL, NULL, FALSE },
  { "[1667~,1760-12]", S (ONE_OF), P (YEAR), P (YEAR), P (MONTH), ABOUT,
    B (KNOWN), B (KNOWN), NULL, NULL, FALSE },
  { "{2020-07-27,2020-07-28}", S (ALL_OF), P (DAY), P (DAY), P (DAY), NONE,
    B (KNOWN), B (KNOWN), "2020-07-27", "2020-07-28", TRUE },
  { "{2020-07-27,2020-07-29}", S (ALL_OF), P (DAY), P (DAY), P (DAY), NONE,
    B (KNOWN), B (KNOWN), NULL, NULL, FALSE },
  { "{2020-07-29,2020-07-27,2020-07-28}", S (ALL_OF), P (DAY), P (DAY), P (DAY),
    NONE, B (KNOWN), B (KNOWN), NULL, NULL, FALSE },
  { "{2020-07-27..2020-07-29,2020-07-30}", S (ALL_OF), P (DAY), P (DAY),
    P (DAY), NONE, B (KNOWN), B (KNOWN), "2020-07-27", "2020-07-30", TRUE },
  { "{1960,1961-12}", S (ALL_OF), P (YEAR), P (YEAR), P (MONTH), NONE,
    B (KNOWN), B (KNOWN), NULL, NULL, FALSE },
  { "{..2020-07-28}", S (ALL_OF), P (DAY), P (DAY), P (DAY), NONE, B (OPEN),
    B (KNOWN), "", "2020-07-28", FALSE },
  { "{2020-07-28..}", S (ALL_OF), P (DAY), P (DAY), P (DAY), NONE, B (KNOWN),
    B (OPEN), "2020-07-28", "", FALSE },
#undef P
#undef S
#undef B
};

static void
assert_day (gint64 second, const char *day, gboolean is_end)
{
  gint64 expected = 0;

  if (day[0] == '\0')
    expected = is_end ? G_MAXINT64 : G_MININT64;
  else
    {
      g_assert_true (tl_calendar_parse_day (day, &expected));
      expected += is_end ? TL_SECONDS_PER_DAY - 1 : 0;
    }
  g_assert_cmpint (second, ==, expected);
}

static void
test_span (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (TlDate) date = tl_date_new_from_edtf (spans[i].edtf, NULL);
  TlSpan span, again;

  g_assert_nonnull (date);
  span = tl_date_get_span (date);
  g_assert_cmpint (span.shape, ==, spans[i].shape);
  g_assert_cmpint (span.precision, ==, spans[i].precision);
  g_assert_cmpint (span.start_precision, ==, spans[i].start_precision);
  g_assert_cmpint (span.end_precision, ==, spans[i].end_precision);
  g_assert_cmpint (span.qualifiers, ==, spans[i].qualifiers);
  g_assert_cmpint (span.start, ==, spans[i].start);
  g_assert_cmpint (span.end, ==, spans[i].end);
  g_assert_cmpint (tl_span_is_exact (span), ==, spans[i].exact);
  if (spans[i].core_start == NULL)
    g_assert_cmpint (span.core_start, >, span.core_end);
  else
    {
      assert_day (span.core_start, spans[i].core_start, FALSE);
      assert_day (span.core_end, spans[i].core_end, TRUE);
    }

  g_assert_true (
      tl_edtf_parse_span (spans[i].edtf, strlen (spans[i].edtf), &again, NULL));
  g_assert_cmpint (tl_span_compare (span, again), ==, 0);
  g_assert_cmpint (span.core_start, ==, again.core_start);
}

static void
test_seconds (void)
{
  g_autoptr (TlDate) date =
      tl_date_new_from_edtf ("1985-04-12T23:20:30-04", NULL);
  g_autoptr (TlDate) leap =
      tl_date_new_from_edtf ("2016-12-31T23:59:60Z", NULL);
  TlCivil civil = { 1985, 4, 12, 23, 20, 30 };
  TlSpan  span = tl_date_get_span (date);

  g_assert_cmpint (span.earliest, ==, tl_calendar_to_second (civil));
  g_assert_cmpint (span.latest, ==, span.earliest);
  g_assert_cmpint (span.precision, ==, TL_PRECISION_SECOND);
  g_assert_true (tl_span_is_exact (span));

  civil = (TlCivil){ 2016, 12, 31, 23, 59, 59 };
  g_assert_cmpint (tl_date_get_span (leap).latest, ==,
                   tl_calendar_to_second (civil));
}

static TlSpan
get_span (const char *edtf)
{
  TlSpan span;

  g_assert_true (tl_edtf_parse_span (edtf, strlen (edtf), &span, NULL));
  return span;
}

static void
test_span_functions (void)
{
  TlSpan july = get_span ("2020-07"), day = get_span ("2020-07-28");
  TlSpan august = get_span ("2020-08"), from = get_span ("2020-08-01/..");
  TlSpan until = get_span ("../2020-07-31"),
         both = get_span ("[..1984,1990..]");

  g_assert_true (tl_span_overlaps (july, day));
  g_assert_true (tl_span_overlaps (day, july));
  g_assert_false (tl_span_overlaps (july, august));
  g_assert_false (tl_span_overlaps (july, from));
  g_assert_true (tl_span_overlaps (august, from));
  g_assert_false (tl_span_overlaps (until, from));
  g_assert_true (tl_span_overlaps (until, july));

  g_assert_cmpint (tl_span_compare (july, day), <, 0);
  g_assert_cmpint (tl_span_compare (day, july), >, 0);
  g_assert_cmpint (tl_span_compare (july, july), ==, 0);
  g_assert_cmpint (tl_span_compare (until, july), <, 0);
  g_assert_cmpint (tl_span_compare (august, from), <, 0);

  g_assert_cmpint (tl_span_get_middle (day), ==,
                   day.earliest + TL_SECONDS_PER_DAY / 2 - 1);
  g_assert_cmpint (tl_span_get_middle (from), ==, from.earliest);
  g_assert_cmpint (tl_span_get_middle (until), ==, until.latest);
  g_assert_cmpint (tl_span_get_middle (both), ==, 0);
  /* Farther apart than 63 bits. */
  g_assert_cmpint (ABS (tl_span_get_middle (get_span ("Y-292E9/Y292E9"))), <,
                   G_GINT64_CONSTANT (100000000000));
}

static gboolean
matches (const char *pattern, const char *text)
{
  for (; *text != '\0'; pattern++, text++)
    if (*pattern != 'X' && *pattern != *text)
      return FALSE;
  return TRUE;
}

/* The bounds of dates with X are the first and last day of all that match,
 * found by trying every day of two centuries. */
static void
test_unspecified (void)
{
  for (int i = 0; i < N_RANDOM; i++)
    {
      g_autofree char *first = NULL, *last = NULL;
      char             edtf[16];
      TlSpan           span;
      gint64           day = tl_calendar_day_number (1900, 1, 1);
      gint64           end = tl_calendar_day_number (2100, 1, 1);

      g_snprintf (edtf, sizeof edtf, "%02d%02d-%02d-%02d", 19 + pick (2),
                  pick (100), 1 + pick (12), 1 + pick (31));
      for (int j = 2; j < 10; j++)
        if (edtf[j] != '-' && chance (50))
          edtf[j] = 'X';

      for (; day < end; day++)
        {
          g_autofree char *text =
              tl_calendar_format_day (day * TL_SECONDS_PER_DAY);

          if (!matches (edtf, text))
            continue;
          if (first == NULL)
            first = g_strdup (text);
          g_free (last);
          last = g_steal_pointer (&text);
        }

      g_assert_cmpint (tl_edtf_parse_span (edtf, 10, &span, NULL), ==,
                       first != NULL);
      if (first == NULL)
        continue;
      assert_day (span.earliest, first, FALSE);
      assert_day (span.latest, last, TRUE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/date-span/fields/%s", spans[i].edtf);

      g_strdelimit (path + strlen ("/tl/date-span/fields/"), "/", '|');
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_span);
    }
  g_test_add_func ("/tl/date-span/seconds", test_seconds);
  g_test_add_func ("/tl/date-span/functions", test_span_functions);
  g_test_add_func ("/tl/date-span/unspecified", test_unspecified);

  return g_test_run ();
}
