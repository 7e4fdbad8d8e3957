/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"
#include "tl-date-input.h"
#include "tl-icu.h"

#include <string.h>

/* Dates as people type them. */

/* edtf: NULL when it is no date. */
static const struct
{
  const char *name;
  const char *language;
  const char *text;
  const char *edtf;
} cases[] = {
  { "edtf-day", "en", "2020-07-28", "2020-07-28" },
  { "edtf-blanks", "en", "  2020-07-28\n", "2020-07-28" },
  { "edtf-qualified", "en", "2020-07~", "2020-07~" },
  { "edtf-interval", "en", "2020-02/2020-08", "2020-02/2020-08" },
  { "edtf-season", "de", "2020-21", "2020-21" },
  { "edtf-before-our-era", "en", "-0044-03-15", "-0044-03-15" },
  { "year", "en", "2020", "2020" },
  { "day-month-year", "en", "28 July 2020", "2020-07-28" },
  { "month-day-year", "en", "July 28, 2020", "2020-07-28" },
  { "ordinal", "en", "July 28th, 2020", "2020-07-28" },
  { "ordinal-first", "en", "1st July 2020", "2020-07-01" },
  { "short", "en", "28 Jul 2020", "2020-07-28" },
  { "short-point", "en", "28 Jul. 2020", "2020-07-28" },
  { "small", "en", "28 july 2020", "2020-07-28" },
  { "capital", "en", "28 JULY 2020", "2020-07-28" },
  { "many-blanks", "en", " 28  July\t2020 ", "2020-07-28" },
  { "pasted", "en", "\u200e28\u00a0July\u20092020", "2020-07-28" },
  { "month-year", "en", "July 2020", "2020-07" },
  { "short-month-year", "en", "Jul 2020", "2020-07" },
  { "year-month-day", "en", "2020 July 28", "2020-07-28" },
  { "weekday", "en", "Tuesday, 28 July 2020", "2020-07-28" },
  { "numbers", "en", "28/7/2020", "2020-07-28" },
  { "numbers-points", "en", "28.7.2020", "2020-07-28" },
  { "numbers-of-america", "en_US", "7/28/2020", "2020-07-28" },
  { "month-number", "en", "7/2020", "2020-07" },
  { "old", "en", "15 March 44 BC", "-0043-03-15" },
  { "old-year", "en", "44 BC", "-0043" },
  { "no-gap-in-1582", "en", "10 October 1582", "1582-10-10" },
  { "german", "de", "28. Juli 2020", "2020-07-28" },
  { "german-without-point", "de", "28 Juli 2020", "2020-07-28" },
  { "german-numbers", "de_DE", "28.07.2020", "2020-07-28" },
  { "french", "fr", "1er juillet 2020", "2020-07-01" },
  { "spanish", "es", "28 de julio de 2020", "2020-07-28" },
  { "russian", "ru", "28 \u0438\u044e\u043b\u044f 2020", "2020-07-28" },
  { "russian-month", "ru", "\u0438\u044e\u043b\u044c 2020", "2020-07" },
  { "japanese", "ja", "2020\u5e747\u670828\u65e5", "2020-07-28" },
  { "japanese-year", "ja", "2020\u5e74", "2020" },
  { "arabic-digits", "ar", "\u0662\u0660\u0662\u0660", "2020" },
  { "persian-digits", "fa", "\u06f2\u06f0\u06f2\u06f0-\u06f0\u06f7",
    "2020-07" },
  { "english-elsewhere", "ru", "28 July 2020", "2020-07-28" },
  { "unknown-language", "tlh", "28 July 2020", "2020-07-28" },
  { "nothing", "en", "", NULL },
  { "blanks", "en", "  ", NULL },
  { "words", "en", "some day", NULL },
  { "no-such-day", "en", "31 June 2020", NULL },
  { "no-such-leap-day", "en", "29 February 2019", NULL },
  { "no-such-month", "en", "2020-13", NULL },
  { "more-behind", "en", "28 July 2020 or so", NULL },
  { "no-year", "en", "28 July", NULL },
  { "short-year", "en", "28/7/20", NULL },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (TlDateInput) input = tl_date_input_new (cases[i].language);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDate) date = tl_date_input_parse (input, cases[i].text, &error);

  g_assert_cmpstr (date != NULL ? tl_date_get_edtf (date) : NULL, ==,
                   cases[i].edtf);
  if (date != NULL)
    g_assert_no_error (error);
  else
    g_assert_true (error != NULL && error->domain == TL_DATE_ERROR);
}

static void
test_messages (void)
{
  g_autoptr (TlDateInput) input = tl_date_input_new ("en");
  g_autoptr (GError) words = NULL;
  g_autoptr (GError) month = NULL;

  g_assert_null (tl_date_input_parse (input, "yesterday", &words));
  g_assert_nonnull (strstr (words->message, "28 July 2020, July 2020, 2020"));
  g_assert_null (tl_date_input_parse (input, "2020-13-01", &month));
  g_assert_error (month, TL_DATE_ERROR, TL_DATE_ERROR_CALENDAR);
}

static const char *const languages[] = {
  "en", "en_US", "de", "fr", "es", "ru", "uk", "ar", "fa",
  "he", "ja",    "zh", "ko", "hi", "th", "pl", "fi", "el",
};

/* What a language writes, it reads. */
static void
test_written (gconstpointer data)
{
  static const TlIcuPattern patterns[] = { TL_ICU_DAY, TL_ICU_MONTH,
                                           TL_ICU_YEAR };
  const char               *language = data;
  g_autoptr (TlIcu) icu = tl_icu_new (language);
  g_autoptr (TlDateInput) input = tl_date_input_new (language);
  g_autoptr (GRand) random = g_rand_new_with_seed (19);

  for (guint i = 0; i < 240; i++)
    {
      gint64 second =
          tl_calendar_day_number (g_rand_int_range (random, 1200, 2200), 1, 1) *
              TL_SECONDS_PER_DAY +
          g_rand_int_range (random, 0, 366) * TL_SECONDS_PER_DAY;
      TlIcuPattern     pattern = patterns[i % G_N_ELEMENTS (patterns)];
      g_autofree char *text = tl_icu_format (
          icu, pattern, i % 2 ? TL_ICU_SHORT : TL_ICU_FULL, second);
      g_autofree char *day = tl_calendar_format_day (second);
      g_autoptr (GError) error = NULL;
      g_autoptr (TlDate) date = tl_date_input_parse (input, text, &error);

      g_test_message ("%s: %s", day, text);
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (day, tl_date_get_edtf (date)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/date-input/%s", cases[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/tl/date-input/messages", test_messages);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/date-input/written/%s", languages[i]);

      g_test_add_data_func (path, languages[i], test_written);
    }
  return g_test_run ();
}
