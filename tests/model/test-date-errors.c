/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"
#include "tl-date.h"

#include "edtf-generator.h"

/* What is not a date: which error it is, and at which character. */

#define N_RANDOM 20000
#define LENGTH_MAX 40

static const struct
{
  const char *text;
  int         code;
  int         character; /* where the message says the error is */
} cases[] = {
#define SYNTAX TL_DATE_ERROR_SYNTAX
#define CALENDAR TL_DATE_ERROR_CALENDAR
#define ORDER TL_DATE_ERROR_ORDER
#define RANGE TL_DATE_ERROR_RANGE
  /* What the specification calls invalid or not permitted */
  { "20050924T100000", SYNTAX, 1 }, /* basic format */
  { "20050924", SYNTAX, 1 },
  { "199u", SYNTAX, 1 }, /* the draft of 2012 */
  { "1984?~", SYNTAX, 6 },
  { "y170000002", SYNTAX, 1 },
  { "Y17e7", SYNTAX, 1 },
  { "1950s2", SYNTAX, 5 },
  { "1950p2", SYNTAX, 5 },
  { "unknown/2004", SYNTAX, 1 },
  { "2004/open", SYNTAX, 6 },
  { "2004-(06)?-11", SYNTAX, 6 },
  { "2004-01-01/P1Y", SYNTAX, 12 }, /* durations in intervals */
  { "P1Y/2004", SYNTAX, 1 },
  { "2004-01-01T10:10:10/2005", SYNTAX, 1 }, /* times in intervals */
  { "2004/2005-01-01T10:10:10", SYNTAX, 6 },
  { "../2005-01-01T10:10:10Z", SYNTAX, 4 },
  { "Y1984", SYNTAX, 1 }, /* only when the year exceeds four digits */
  { "Y-1984", SYNTAX, 1 },
  { "Y9999", SYNTAX, 1 },
  { "[1667, 1668]", SYNTAX, 7 }, /* no spaces anywhere */
  { "[1667,1668] ", SYNTAX, 12 },
  { "[1667..1670-12]", SYNTAX, 8 }, /* equal precision around ".." */
  { "[1667-01..1670-12-01]", SYNTAX, 11 },
  { "[1667..201X]", SYNTAX, 8 },
  { "[2001-21..2001-05]", SYNTAX, 11 },

  /* Nothing, and other writing */
  { "", SYNTAX, 1 },
  { " ", SYNTAX, 1 },
  { "2020 ", SYNTAX, 5 },
  { " 2020", SYNTAX, 1 },
  { "2020\n", SYNTAX, 5 },
  { "2020-07-28 ", SYNTAX, 11 },
  { "2020 - 07", SYNTAX, 5 },
  { "about 2020", SYNTAX, 1 },
  { "July 2020", SYNTAX, 1 },
  { "28.07.2020", SYNTAX, 1 },
  { "07/28/2020", SYNTAX, 1 },
  { "2020/07/28", SYNTAX, 6 },
  { "2020.07.28", SYNTAX, 5 },
  { "2020-7-28", SYNTAX, 6 },
  { "2020-07-8", SYNTAX, 9 },
  { "2020-W31", SYNTAX, 6 },
  { "2020-W31-2", SYNTAX, 6 },
  { "2020-210", SYNTAX, 8 },
  { "２０２０", SYNTAX, 1 },
  { "2020‐07", SYNTAX, 5 },
  { "\xff\xfe", SYNTAX, 1 },
  { "2020\xff", SYNTAX, 5 },

  /* Years */
  { "1", SYNTAX, 1 },
  { "12", SYNTAX, 1 },
  { "985", SYNTAX, 1 },
  { "12020", SYNTAX, 1 },
  { "+2020", SYNTAX, 1 },
  { "--2020", SYNTAX, 1 },
  { "-", SYNTAX, 1 },
  { "-985", SYNTAX, 1 },
  { "-0000", SYNTAX, 1 },
  { "-12020", SYNTAX, 1 },
  { "Y", SYNTAX, 2 },
  { "Y-", SYNTAX, 3 },
  { "Y+170000002", SYNTAX, 2 },
  { "Y0170000002", SYNTAX, 1 },
  { "Y00012345", SYNTAX, 1 },
  { "-Y170000002", SYNTAX, 1 },
  { "Y170000002-01", SYNTAX, 11 },
  { "Y170000002-21", SYNTAX, 11 },
  { "Y170000002T00:00:00", SYNTAX, 11 },
  { "YX", SYNTAX, 1 },
  { "YXXXX", SYNTAX, 1 },
  { "Y17E", SYNTAX, 5 },
  { "Y17E0", SYNTAX, 5 },
  { "Y17E-7", SYNTAX, 5 },
  { "Y17E07", SYNTAX, 5 },
  { "Y17E1", SYNTAX, 1 },
  { "Y1.7E8", SYNTAX, 1 },
  { "YE7", SYNTAX, 2 },
  { "Y1XE7", SYNTAX, 4 },
  { "17E7", SYNTAX, 1 },
  { "1950S", SYNTAX, 6 },
  { "1950S0", SYNTAX, 6 },
  { "1950S02", SYNTAX, 6 },
  { "1950S-2", SYNTAX, 6 },
  { "1950S5", SYNTAX, 5 },
  { "1950S99999999999999999999", SYNTAX, 5 },
  { "1950S2-01", SYNTAX, 7 },
  { "195XS2", SYNTAX, 5 },
  { "Y17101000XS3", SYNTAX, 11 },
  { "1950S2S2", SYNTAX, 7 },
  { "S2", SYNTAX, 1 },
  { "Y292000000001", RANGE, 1 },
  { "Y-292000000001", RANGE, 1 },
  { "Y9223372036854775807", RANGE, 1 },
  { "Y9223372036854775808", RANGE, 1 },
  { "Y99999999999999999999999999999999999", RANGE, 1 },
  { "Y3E11", RANGE, 1 },
  { "Y17E99", RANGE, 1 },
  { "Y17E99999999999999999999", RANGE, 1 },
  { "Y291999999999S1", RANGE, 1 },
  { "YXXXXXXXXXXXX", RANGE, 1 },
  { "2020/Y17E99", RANGE, 6 },

  /* Months, seasons, days */
  { "2020-", SYNTAX, 6 },
  { "2020-0", SYNTAX, 6 },
  { "2020-00", CALENDAR, 6 },
  { "2020-13", CALENDAR, 6 },
  { "2020-20", CALENDAR, 6 },
  { "2020-42", CALENDAR, 6 },
  { "2020-99", CALENDAR, 6 },
  { "2020-2X", CALENDAR, 6 },
  { "2020-4X", CALENDAR, 6 },
  { "2020-XX-00", CALENDAR, 9 },
  { "2020-21-01", SYNTAX, 8 },
  { "2020-34-XX", SYNTAX, 8 },
  { "2020-07-", SYNTAX, 9 },
  { "2020-07-00", CALENDAR, 9 },
  { "2020-07-32", CALENDAR, 9 },
  { "2020-06-31", CALENDAR, 9 },
  { "2020-07-28-01", SYNTAX, 11 },
  { "1900-02-29", CALENDAR, 9 },
  { "2017-02-29", CALENDAR, 9 },
  { "2100-02-29", CALENDAR, 9 },
  { "2020-02-30", CALENDAR, 9 },
  { "-0001-02-29", CALENDAR, 10 },
  { "2001-02-3X", CALENDAR, 9 },
  { "2001-02-X9", -1, 0 }, /* 09 and 19 are */
  { "2001-02-4X", CALENDAR, 9 },
  { "XXXX-02-30", CALENDAR, 9 },
  { "XXX1-02-29", CALENDAR, 9 },
  { "1X00-02-29", -1, 0 }, /* 1200 and 1600 had one */
  { "19X0-02-3X", CALENDAR, 9 },
  { "2020-0X-3X", -1, 0 },
  { "2020-X2-32", CALENDAR, 9 },
  { "2020-xx", SYNTAX, 6 },
  { "20xx", SYNTAX, 1 },
  { "2020-07-28X", SYNTAX, 11 },
  { "XXXXX", SYNTAX, 1 },
  { "X", SYNTAX, 1 },

  /* Qualifiers */
  { "?", SYNTAX, 2 },
  { "~", SYNTAX, 2 },
  { "2020??", SYNTAX, 6 },
  { "2020%?", SYNTAX, 6 },
  { "??2020", SYNTAX, 2 },
  { "20?20", SYNTAX, 1 },
  { "2020-?", SYNTAX, 7 },
  { "2020-07?~-28", SYNTAX, 9 },
  { "-?2020", SYNTAX, 1 },
  { "2020?/", -1, 0 },
  { "?/2020", SYNTAX, 2 },
  { "2020/~", SYNTAX, 7 },
  { "[1667,1668]?", SYNTAX, 12 },
  { "~[1667,1668]", SYNTAX, 2 },
  { "2004-06~-11T10:00:00", SYNTAX, 12 },
  { "2004-06-11~T10:00:00", SYNTAX, 12 },
  { "2004-06-11T10:00:00~", SYNTAX, 20 },

  /* Times of day */
  { "1985-04-12T", SYNTAX, 12 },
  { "1985-04-12T23", SYNTAX, 14 },
  { "1985-04-12T23:20", SYNTAX, 17 },
  { "1985-04-12T23:20:3", SYNTAX, 18 },
  { "1985-04-12T23:20:30.5", SYNTAX, 20 },
  { "1985-04-12T23:20:30,5", SYNTAX, 20 },
  { "1985-04-12T232030", SYNTAX, 14 },
  { "1985-04-12t23:20:30", SYNTAX, 11 },
  { "1985-04-12 23:20:30", SYNTAX, 11 },
  { "1985-04-12T23:20:30z", SYNTAX, 20 },
  { "1985-04-12T23:20:30 Z", SYNTAX, 20 },
  { "1985-04-12T24:00:00", CALENDAR, 12 },
  { "1985-04-12T23:60:00", CALENDAR, 15 },
  { "1985-04-12T23:59:61", CALENDAR, 18 },
  { "1985-04-12T23:59:60Z", CALENDAR, 18 }, /* not the end of a month */
  { "1985-06-30T23:58:60Z", CALENDAR, 18 },
  { "1985-06-30T23:59:60Z", -1, 0 },
  { "1985-07-01T01:59:60+02", -1, 0 },
  { "1985-06-30T19:59:60-04", -1, 0 },
  { "1985-06-30T23:59:60-04", CALENDAR, 18 },
  { "1985-07-01T05:29:60+05:30", -1, 0 },
  { "1985-07-01T05:29:60", -1, 0 },
  { "1985-06-30T11:59:60", -1, 0 },
  { "1985-06-30T11:44:60", CALENDAR, 18 },
  { "1985-07-01T13:59:60", -1, 0 },
  { "1985-07-01T14:14:60", CALENDAR, 18 },
  { "1985-06-30T23:20:60", CALENDAR, 18 },
  { "1985-04-12T23:20:30+", SYNTAX, 21 },
  { "1985-04-12T23:20:30+4", SYNTAX, 21 },
  { "1985-04-12T23:20:30+0430", SYNTAX, 23 },
  { "1985-04-12T23:20:30+04:3", SYNTAX, 24 },
  { "1985-04-12T23:20:30+24", CALENDAR, 21 },
  { "1985-04-12T23:20:30+04:60", CALENDAR, 24 },
  { "1985-04-12T23:20:30-00", SYNTAX, 20 },
  { "1985-04-12T23:20:30-00:00", SYNTAX, 20 },
  { "1985-04-12T23:20:30Z+04", SYNTAX, 21 },
  { "1985-04-XXT23:20:30", SYNTAX, 11 },
  { "1985-04T23:20:30", SYNTAX, 8 },
  { "1985T23:20:30", SYNTAX, 5 },
  { "2001-21T23:20:30", SYNTAX, 8 },
  { "T23:20:30", SYNTAX, 1 },

  /* Intervals */
  { "/", SYNTAX, 1 },
  { "../..", SYNTAX, 1 },
  { "../", SYNTAX, 1 },
  { "/..", SYNTAX, 1 },
  { "..", SYNTAX, 3 },
  { ".", SYNTAX, 1 },
  { "...", SYNTAX, 3 },
  { "..2020", SYNTAX, 3 },
  { "2020..", SYNTAX, 5 },
  { "2020/...", SYNTAX, 8 },
  { "2020/..2021", SYNTAX, 8 },
  { "2020//2021", SYNTAX, 6 },
  { "//", SYNTAX, 2 },
  { "2020/2021/2022", SYNTAX, 10 },
  { "2020/2021/", SYNTAX, 10 },
  { "2020/[2021,2022]", SYNTAX, 6 },
  { "2020 / 2021", SYNTAX, 5 },
  { "2021/2020", ORDER, 6 },
  { "2020-07-28/2020-07-27", ORDER, 12 },
  { "2020-07/2020-06-30", ORDER, 9 },
  { "2021/2020-12-31", ORDER, 6 },
  { "2020-08/2020-07-XX", ORDER, 9 },
  { "202X/2019", ORDER, 6 },
  { "0000/-0001", ORDER, 6 },
  { "Y170000002/2020", ORDER, 12 },
  { "2021?/2020?", ORDER, 7 },
  { "2020-07-28/2020-07", -1, 0 },
  { "202X/2020-01-01", -1, 0 },

  /* Sets */
  { "[", SYNTAX, 2 },
  { "]", SYNTAX, 1 },
  { "[]", SYNTAX, 2 },
  { "{}", SYNTAX, 2 },
  { "[..]", SYNTAX, 4 },
  { "[,]", SYNTAX, 2 },
  { "[1667", SYNTAX, 6 },
  { "1667]", SYNTAX, 5 },
  { "[1667}", SYNTAX, 6 },
  { "{1667]", SYNTAX, 6 },
  { "[1667,]", SYNTAX, 7 },
  { "[,1667]", SYNTAX, 2 },
  { "[1667,,1668]", SYNTAX, 7 },
  { "[1667;1668]", SYNTAX, 6 },
  { "[1667,1668]]", SYNTAX, 12 },
  { "[[1667,1668]]", SYNTAX, 2 },
  { "[1667,{1668,1669}]", SYNTAX, 7 },
  { "[1667/1668]", SYNTAX, 6 },
  { "[1667,1668]/2020", SYNTAX, 12 },
  { "[..1984..]", SYNTAX, 8 },
  { "[1984,..1986]", SYNTAX, 7 },
  { "[1984..,1986]", SYNTAX, 8 },
  { "[1984..1985..1986]", SYNTAX, 12 },
  { "[..1984..1986]", SYNTAX, 8 },
  { "[1984...1986]", SYNTAX, 8 },
  { "[1984.1986]", SYNTAX, 6 },
  { "[1672..1670]", ORDER, 8 },
  { "[1984-01-01T10:00:00,1985]", SYNTAX, 2 },
  { "[1984,1985-02-30]", CALENDAR, 15 },
#undef SYNTAX
#undef CALENDAR
#undef ORDER
#undef RANGE
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDate) date = tl_date_new_from_edtf (cases[i].text, &error);
  g_autofree char *place =
      g_strdup_printf ("at character %d:", cases[i].character);

  if (cases[i].code < 0)
    {
      g_assert_no_error (error);
      g_assert_nonnull (date);
      return;
    }
  g_assert_null (date);
  g_assert_error (error, TL_DATE_ERROR, cases[i].code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, place));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_messages (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } messages[] = {
    { "2020-13", "“13” at character 6: months run from 01 to 12, seasons and "
                 "other parts of a year from 21 to 41" },
    { "1900-02-29", "“29” at character 9: that month has no such day" },
    { "2021/2020",
      "“2020” at character 6: the interval ends before it begins" },
    { "2020-",
      "the date ends too early, at character 6: a month of two digits is "
      "expected here" },
    /* Neither controls nor the directions of other scripts reach a terminal. */
    { "2020\x1b[31m", "“\\x1B[31m” at character 5: nothing may follow here; "
                      "dates have no spaces, and their letters are capitals" },
    { "\xe2\x80\xae"
      "2020",
      "“\\xE2\\x80\\xAE2020” at character 1: a year of four digits is expected "
      "here" },
    { "2020-07-28 is a day that has a very long description",
      "“ is a day that has a ver…” at character 11: nothing may follow here; "
      "dates have no spaces, and their letters are capitals" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TlDate) date =
          tl_date_new_from_edtf (messages[i].text, &error);

      g_assert_null (date);
      g_assert_cmpstr (error->message, ==, messages[i].message);
    }
}

/* On failure the span stays as it was. */
static void
test_untouched (void)
{
  TlSpan span = { .earliest = 42, .precision = TL_PRECISION_DECADE };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (cases[i].code < 0)
        continue;
      g_assert_false (tl_edtf_parse_span (cases[i].text, strlen (cases[i].text),
                                          &span, NULL));
      g_assert_cmpint (span.earliest, ==, 42);
      g_assert_cmpint (span.precision, ==, TL_PRECISION_DECADE);
    }
}

/* Parses bytes that lie at the very end of their memory. */
static void
check_bytes (const char *bytes, gsize length)
{
  g_autofree char *copy = g_memdup2 (bytes, length);
  g_autoptr (GError) error = NULL;
  TlSpan span;

  if (tl_edtf_parse_span (copy, length, &span, &error))
    {
      g_assert_no_error (error);
      g_assert_cmpint (span.earliest, <=, span.latest);
      return;
    }
  g_assert_error (error, TL_DATE_ERROR, error->code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_nonnull (strstr (error->message, "at character "));
}

static void
test_random_bytes (void)
{
  static const char alphabet[] = "0123456789012-/.,[]{}?~%XYESTZ:+ \0\xff\xe2";

  for (int i = 0; i < N_RANDOM; i++)
    {
      char bytes[LENGTH_MAX];
      int  length = pick (LENGTH_MAX);

      for (int j = 0; j < length; j++)
        bytes[j] = chance (90) ? alphabet[pick ((int)sizeof alphabet - 1)]
                               : (char)pick (256);
      check_bytes (bytes, (gsize)length);
    }
}

/* Valid dates with a byte changed, left out or put in, or cut off. */
static void
test_mutations (void)
{
  for (int i = 0; i < N_RANDOM; i++)
    {
      g_autofree char *edtf = make_random_edtf ();
      g_autoptr (GString) text = g_string_new (edtf);
      gssize at = pick ((int)text->len);

      switch (pick (4))
        {
        case 0:
          text->str[at] = "0X-/.[}?Y9"[pick (10)];
          break;
        case 1:
          g_string_erase (text, at, 1);
          break;
        case 2:
          g_string_insert_c (text, at, "0X-/.]{~E1"[pick (10)]);
          break;
        default:
          g_string_truncate (text, (gsize)at);
          break;
        }
      check_bytes (text->str, text->len);
    }
}

/* A set of many members takes time in proportion to its length. */
static void
test_long_set (void)
{
  g_autoptr (GString) text = g_string_new ("{2020-07-28");
  TlSpan span;

  for (int i = 0; i < 200000; i++)
    g_string_append (text, ",2020-07-28");
  g_assert_false (tl_edtf_parse_span (text->str, text->len, &span, NULL));
  g_string_append_c (text, '}');
  g_assert_true (tl_edtf_parse_span (text->str, text->len, &span, NULL));
  g_assert_true (tl_span_is_exact (span));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/date-errors/case/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/tl/date-errors/messages", test_messages);
  g_test_add_func ("/tl/date-errors/untouched", test_untouched);
  g_test_add_func ("/tl/date-errors/random-bytes", test_random_bytes);
  g_test_add_func ("/tl/date-errors/mutations", test_mutations);
  g_test_add_func ("/tl/date-errors/long-set", test_long_set);

  return g_test_run ();
}
