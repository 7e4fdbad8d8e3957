/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"
#include "tl-language.h"
#include "tl-number.h"

/* Numbers are read as they are written in each language, and as people type
 * them there. */

static const char *const languages[] = { "ar", "de", "en",   "es",
                                         "fr", "ru", "zh_CN" };

static const double numbers[] = { 0,     0.25,  1,    2.5,      12,
                                  320,   999,   1000, 1280.125, 9999,
                                  10000, 32767, -1.5, -2000,    1234567 };

static void
test_written (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      tl_language_set (languages[i]);
      for (gsize j = 0; j < G_N_ELEMENTS (numbers); j++)
        {
          g_autofree char *text = tl_number_format_decimal (numbers[j], 3);
          g_autofree char *whole = tl_number_format ((gint64)numbers[j]);
          double           number = 0;

          if (!tl_number_parse (text, &number))
            g_error ("“%s” is no number in %s", text, languages[i]);
          assert_near (number, numbers[j], 1e-9);
          if (!tl_number_parse (whole, &number))
            g_error ("“%s” is no number in %s", whole, languages[i]);
          assert_near (number, (double)(gint64)numbers[j], 1e-9);
        }
    }
}

static const struct
{
  const char *language;
  const char *text;
  double      number;
} typed[] = {
  { "en", "1280", 1280 },
  { "en", "1,280", 1280 },
  { "en", "1 280", 1280 },
  { "en", "2,5", 2.5 },
  { "en", "2,50", 2.5 },
  { "en", "2.500", 2.5 },
  { "en", "1,280.5", 1280.5 },
  { "en", "1.280,5", 1280.5 },
  { "en", "12,34,567", 1234567 },
  { "en", "  7 ", 7 },
  { "en", "+7", 7 },
  { "en", "-0.5", -0.5 },
  { "en", "\u22120.5", -0.5 },
  { "en", ".5", 0.5 },
  { "en", "2.", 2 },
  { "de", "1280", 1280 },
  { "de", "1.280", 1280 },
  { "de", "1.280,50", 1280.5 },
  { "de", "1.234.567", 1234567 },
  { "de", "2,5", 2.5 },
  { "de", "2.5", 2.5 },
  { "de", "2.25", 2.25 },
  { "de", "1,280", 1.28 },
  { "de", "1'280", 1280 },
  { "es", "1280", 1280 },
  { "es", "12.800", 12800 },
  { "es", "0.125", 0.125 },
  { "fr", "1\u202f280", 1280 },
  { "fr", "1\u00a0280", 1280 },
  { "fr", "1 280,5", 1280.5 },
  { "fr", "2.5", 2.5 },
  { "fr", "1.280", 1280 },
  { "ru", "1\u00a0280", 1280 },
  { "ru", "12 800,25", 12800.25 },
  { "ru", "0,25", 0.25 },
  { "zh_CN", "1,280", 1280 },
  { "zh_CN", "\uff11\uff12\uff18\uff10", 1280 },
  { "ar", "1,280.5", 1280.5 },
  { "ar", "\u0661\u066c\u0662\u0668\u0660\u066b\u0665", 1280.5 },
  { "ar", "\u0661\u0662\u0668\u0660", 1280 },
  { "ar", "\u200f\u0662\u066b\u0665", 2.5 },
  { "ar", "2.5", 2.5 },
  { "ar", "\u06f1\u06f2", 12 },
};

static void
test_typed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      double number = 0;

      tl_language_set (typed[i].language);
      if (!tl_number_parse (typed[i].text, &number))
        g_error ("“%s” is no number in %s", typed[i].text, typed[i].language);
      assert_near (number, typed[i].number, 1e-9);
    }
}

static void
test_no_numbers (void)
{
  static const char *const texts[] = {
    "",      " ",       "-",       "+-1", "1-2",     "x",         "2x",
    "0x10",  "1e3",     "nan",     "inf", ".",       ",",         "1,2,3",
    "1,,00", "1.2.345", "1,000,0", "2%",  "1.2,3.4", "1,5,000.0",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      tl_language_set (languages[i]);
      for (gsize j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          double number = 42;

          if (tl_number_parse (texts[j], &number))
            g_error ("“%s” is the number %f in %s", texts[j], number,
                     languages[i]);
          assert_near (number, 42, 0);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  tl_language_init ();
  g_test_add_func ("/tl/number/written", test_written);
  g_test_add_func ("/tl/number/typed", test_typed);
  g_test_add_func ("/tl/number/no-numbers", test_no_numbers);
  return g_test_run ();
}
