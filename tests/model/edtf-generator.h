/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-calendar.h"

#include <string.h>

/* Random texts in EDTF, all valid, of every form. */

static inline int
pick (int n)
{
  return g_test_rand_int_range (0, n);
}

static inline gboolean
chance (int percent)
{
  return pick (100) < percent;
}

static inline void
append_qualifier (GString *text, int percent)
{
  if (chance (percent))
    g_string_append_c (text, "?~%"[pick (3)]);
}

/* A year of four digits between 1000 and 2999, or rarely some other. */
static inline void
append_year (GString *text, gint64 *year)
{
  *year = chance (80) ? 1000 + pick (2000) : pick (19999) - 9999;
  g_string_append_printf (text, "%s%04d", *year < 0 ? "-" : "",
                          (int)ABS (*year));
}

static inline void
append_long_year (GString *text)
{
  static const char *const years[] = {
    "Y170000002", "Y-170000002",   "Y-17E7",  "Y171010000S3", "Y3388E2S3",
    "1950S2",     "-1950S2",       "1950S4",  "0050S1",       "Y10000",
    "Y-10000",    "Y291999999999", "Y-292E9", "Y1XXXX",       "Y12345678X",
    "201X",       "20XX",          "2XXX",    "XXXX",         "-XXXX",
    "X001",       "-000X",         "0000",
  };

  g_string_append (text, years[pick ((int)G_N_ELEMENTS (years))]);
}

/* A month and perhaps a day, with qualifiers on each. */
static inline void
append_month_and_day (GString *text, gint64 year)
{
  int month = 1 + pick (12);
  int day = 1 + pick (tl_calendar_days_in_month (year, month));

  g_string_append_c (text, '-');
  append_qualifier (text, 10);
  if (chance (15))
    {
      g_string_append (text, "XX");
      month = 0;
    }
  else
    g_string_append_printf (text, "%02d", month);
  append_qualifier (text, 10);
  if (chance (30))
    return;

  g_string_append_c (text, '-');
  append_qualifier (text, 10);
  if (month == 0 || chance (15))
    g_string_append (text, chance (50) ? "XX" : "1X");
  else
    g_string_append_printf (text, "%02d", day);
  append_qualifier (text, 10);
}

static inline void
append_date (GString *text)
{
  gint64 year;

  if (chance (15))
    {
      append_long_year (text);
      append_qualifier (text, 20);
      return;
    }
  append_qualifier (text, 10);
  append_year (text, &year);
  append_qualifier (text, 10);
  if (chance (20))
    g_string_append_printf (text, "-%d", 21 + pick (21));
  else if (chance (80))
    append_month_and_day (text, year);
}

/* A date that ends before 5000, or one that begins after it. */
static inline void
append_end (GString *text, gboolean late)
{
  int year = late ? 5000 + pick (4999) : 1000 + pick (4000);

  g_string_append_printf (text, "%04d", year);
  if (chance (30))
    g_string_append_printf (text, "-%02d", 1 + pick (12));
  else if (chance (50))
    g_string_append_printf (text, "-%02d-%02d", 1 + pick (12), 1 + pick (28));
  append_qualifier (text, 20);
}

static inline void
append_interval (GString *text)
{
  int open = pick (6);

  if (open == 0)
    g_string_append (text, chance (50) ? ".." : "");
  else
    append_end (text, FALSE);
  g_string_append_c (text, '/');
  if (open == 1)
    g_string_append (text, chance (50) ? ".." : "");
  else
    append_end (text, TRUE);
}

static inline void
append_set (GString *text)
{
  gboolean all = chance (50);
  int      n = 1 + pick (6);

  g_string_append_c (text, all ? '{' : '[');
  if (chance (20))
    g_string_append (text, "..");
  else if (chance (30))
    g_string_append_printf (text, "%d..%d,", 1000 + pick (500),
                            1500 + pick (500));
  for (int i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      append_date (text);
    }
  if (n > 1 && chance (20))
    g_string_append (text, "..");
  g_string_append_c (text, all ? '}' : ']');
}

static inline void
append_date_time (GString *text)
{
  static const char *const shifts[] = { "", "Z", "+02", "-04:30", "+00:00" };

  g_string_append_printf (text, "%04d-%02d-%02dT%02d:%02d:%02d%s", pick (10000),
                          1 + pick (12), 1 + pick (28), pick (24), pick (60),
                          pick (60), shifts[pick (5)]);
}

static inline char *
make_random_edtf (void)
{
  GString *text = g_string_new (NULL);

  switch (pick (4))
    {
    case 0:
      append_interval (text);
      break;
    case 1:
      append_set (text);
      break;
    case 2:
      append_date_time (text);
      break;
    default:
      append_date (text);
      break;
    }
  return g_string_free (text, FALSE);
}
