/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-time-between.h"

#include <string.h>

/* The time between two dates, in words and against every pair of days. */

static TlSpan
parse (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDate) date = tl_date_new_from_edtf (edtf, &error);

  g_assert_no_error (error);
  return tl_date_get_span (date);
}

static const struct
{
  const char *a;
  const char *b;
  const char *words;
  const char *days; /* NULL: the same */
  int         order;
} cases[] = {
  { "2020-07-28", "2020-07-28", "no days", NULL, 0 },
  { "2020-07-28T10:00:00", "2020-07-28T23:00:00", "no days", NULL, 0 },
  { "2020-07-27", "2020-07-28", "1 day", NULL, -1 },
  { "2020-07-28", "2020-07-16", "12 days", NULL, 1 },
  { "2020-01-01", "2020-02-29", "59 days", NULL, -1 },
  { "2020-07-28", "2021-02-05", "6 months and 8 days", "192 days", -1 },
  { "2011-02-05", "2021-02-05", "10 years", "3,653 days", -1 },
  { "2010-04-08", "2021-02-05", "10 years, 9 months and 28 days", "3,956 days",
    -1 },
  { "2020-01-31", "2020-04-30", "3 months", "90 days", -1 },
  { "2020-07-20~", "2020-07-28", "about 8 days", NULL, -1 },
  { "2020-07-27", "2020-07?", "roughly at most 26 days", NULL, 0 },
  { "2020-04", "2020-04-14", "at most 16 days", NULL, 0 },
  { "2020-04", "2020-05", "between 1 day and 2 months", "between 1 and 60 days",
    -1 },
  { "2020-04-14", "2020-08", "between 3 and 5 months",
    "between 109 and 139 days", -1 },
  { "2010-04-08", "2020-07", "between 10 years 2 months and 10 years 4 months",
    "between 3,737 and 3,767 days", -1 },
  { "1990", "2020", "between 29 and 31 years", "between 10,593 and 11,322 days",
    -1 },
  { "2020", "2020-03-15", "at most 10 months", "at most 291 days", 0 },
  { "2020-01-10", "2020-05-01/2020-05-02", "between 112 and 113 days", NULL,
    -1 },
  { "2020-01-10", "2020-03", "between 51 days and 3 months",
    "between 51 and 81 days", -1 },
  { "2020-07-28", "2020-07-31/..", "at least 3 days", NULL, -1 },
  { "../2010-01-01", "2020-07-28", "at least 10 years", "at least 3,861 days",
    -1 },
  { "2020/..", "2021-02-05", "any time", NULL, 0 },
  { "2020~/..", "2021-02-05", "any time", NULL, 0 },
  { "2020-07-31/..", "2020-07-28~", "roughly at least 3 days", NULL, 1 },
  { "-4712-01-01", "2020-01-01", "6,732 years", "2,458,812 days", -1 },
};

static void
test_words (gconstpointer data)
{
  gsize         i = GPOINTER_TO_SIZE (data);
  TlTimeBetween between =
      tl_time_between (parse (cases[i].a), parse (cases[i].b));
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new ("en");
  g_autofree char *words =
      tl_date_formatter_format_between (formatter, between);
  g_autofree char *days =
      tl_date_formatter_format_between_days (formatter, between);

  g_assert_cmpstr (words, ==, cases[i].words);
  g_assert_cmpstr (days, ==,
                   cases[i].days != NULL ? cases[i].days : cases[i].words);
  g_assert_cmpint (between.order, ==, cases[i].order);
  g_assert_cmpint (tl_time_between_is_exact (between), ==,
                   between.min_days == between.max_days && !between.qualified);
}

/* --- every pair of days --- */

static gint64
random_day (GRand *random)
{
  return tl_calendar_day_number (2019, 11, 1) +
         g_rand_int_range (random, 0, 500);
}

static TlSpan
make_span (gint64 first, gint64 last)
{
  return (TlSpan){ .earliest = first * TL_SECONDS_PER_DAY,
                   .latest = (last + 1) * TL_SECONDS_PER_DAY - 1 };
}

typedef struct
{
  gint64 min_days;
  gint64 max_days;
  gint64 min_months;
  gint64 max_months;
  int    order;
} Truth;

static void
look_at_pair (Truth *truth, gint64 a, gint64 b)
{
  TlDayPair pair = { MIN (a, b), MAX (a, b) };
  int       order = a < b ? -1 : a > b;

  truth->min_days = MIN (truth->min_days, pair.last - pair.first);
  truth->max_days = MAX (truth->max_days, pair.last - pair.first);
  truth->min_months =
      MIN (truth->min_months, tl_day_pair_count_months (pair, FALSE));
  truth->max_months =
      MAX (truth->max_months, tl_day_pair_count_months (pair, TRUE));
  if (truth->order != order)
    truth->order = 0;
}

static void
test_pairs (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (23);

  for (guint i = 0; i < 1500; i++)
    {
      gint64 a = random_day (random);
      gint64 b = random_day (random);
      gint64 a_end = a + g_rand_int_range (random, 0, 40);
      gint64 b_end = b + g_rand_int_range (random, 0, 40);
      Truth  truth = { G_MAXINT64, 0, G_MAXINT64, 0, a < b ? -1 : a > b };
      TlTimeBetween between =
          tl_time_between (make_span (a, a_end), make_span (b, b_end));

      for (gint64 j = a; j <= a_end; j++)
        for (gint64 k = b; k <= b_end; k++)
          look_at_pair (&truth, j, k);
      g_assert_cmpint (between.min_days, ==, truth.min_days);
      g_assert_cmpint (between.max_days, ==, truth.max_days);
      g_assert_cmpint (between.order, ==, truth.order);
      g_assert_cmpint (tl_day_pair_count_months (between.nearest, FALSE), ==,
                       truth.min_months);
      if (between.order != 0)
        g_assert_cmpint (tl_day_pair_count_months (between.farthest, TRUE), ==,
                         truth.max_months);
    }
}

/* Taking one date for the other changes nothing but the order. */
static void
test_symmetric (void)
{
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlTimeBetween between =
          tl_time_between (parse (cases[i].b), parse (cases[i].a));
      g_autofree char *words =
          tl_date_formatter_format_between (formatter, between);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpint (between.order, ==, -cases[i].order);
    }
}

/* Months that are over, and the days left, lead from the one to the other. */
static void
test_months (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (29);

  for (guint i = 0; i < 20000; i++)
    {
      gint64    a = random_day (random);
      gint64    b = random_day (random);
      TlDayPair pair = { MIN (a, b), MAX (a, b) };
      gint64    months = tl_day_pair_count_months (pair, FALSE);
      gint64    begun = tl_day_pair_count_months (pair, TRUE);

      g_assert_cmpint (tl_day_pair_add_months (pair, months), <=, pair.last);
      g_assert_cmpint (tl_day_pair_add_months (pair, months + 1), >, pair.last);
      g_assert_cmpint (tl_day_pair_add_months (pair, begun), >=, pair.last);
      g_assert_cmpint (begun - months, <=, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/time-between/words/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_words);
    }
  g_test_add_func ("/tl/time-between/pairs", test_pairs);
  g_test_add_func ("/tl/time-between/symmetric", test_symmetric);
  g_test_add_func ("/tl/time-between/months", test_months);
  return g_test_run ();
}
