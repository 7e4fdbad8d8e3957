/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-date-formatter.h"
#include "tl-language.h"
#include "tl-number.h"

/* The language of the process, and what is known of languages. */

static void
test_valid (void)
{
  static const struct
  {
    const char *text;
    gboolean    valid;
  } cases[] = {
    { "en", TRUE },          { "zh-Hans-CN", TRUE }, { "zh_CN.UTF-8", TRUE },
    { "ca@valencia", TRUE }, { "", FALSE },          { "e", FALSE },
    { "en/..", FALSE },      { "ru;de", FALSE },     { "123", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tl_language_is_valid (cases[i].text), ==, cases[i].valid);
}

static void
test_direction (void)
{
  static const char *const rtl[] = { "ar", "ar_EG.UTF-8", "he", "fa-IR", "ur" };
  static const char *const ltr[] = { "en", "C", "ru_RU", "zh-Hans", "az" };

  for (gsize i = 0; i < G_N_ELEMENTS (rtl); i++)
    g_assert_true (tl_language_is_rtl (rtl[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (ltr); i++)
    g_assert_false (tl_language_is_rtl (ltr[i]));
}

static void
test_names (void)
{
  static const struct
  {
    const char *code;
    const char *name;
  } cases[] = {
    { "ar", "العربية" }, { "de", "Deutsch" },  { "en", "English" },
    { "es", "Español" }, { "fr", "Français" }, { "ru", "Русский" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = tl_language_dup_name (cases[i].code);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

/* In plain C.UTF-8, and in whatever locale the test runs. */
static void
test_set (void)
{
  static const struct
  {
    const char *language;
    const char *translation;
  } cases[] = {
    { "ru", "ru" },      { "fr-CA", "fr" },       { "zh-Hans", "zh-Hans" },
    { "zh", "zh-Hans" }, { "de_AT.UTF-8", "de" }, { "en", "en" },
    { "xx", "en" },      { "ar", "ar" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tl_language_set (cases[i].language);
      g_assert_true (tl_language_is_spoken (cases[i].language));
      g_assert_cmpstr (tl_language_get_translation (), ==,
                       cases[i].translation);
    }
  tl_language_set (NULL);
  g_assert_null (g_getenv ("LANGUAGE"));
  g_assert_null (g_getenv ("LOCPATH"));
  g_assert_cmpstr (tl_language_get_translation (), ==, "en");
}

/* In the language of the messages, never in that of the locale. The texts are
 * those of CLDR: no-break spaces in French and Russian. */
static void
test_numbers (void)
{
  static const struct
  {
    const char *language;
    const char *whole;
    const char *decimal;
  } cases[] = {
    { "en", "1,234,567", "1,234.50" },
    { "de", "1.234.567", "1.234,50" },
    { "fr", "1\u202f234\u202f567", "1\u202f234,50" },
    { "ru", "1\u00a0234\u00a0567", "1\u00a0234,50" },
    { "zh-Hans", "1,234,567", "1,234.50" },
    { "en", "1,234,567", "1,234.50" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *whole = NULL;
      g_autofree char *decimal = NULL;

      tl_language_set (cases[i].language);
      whole = tl_number_format (1234567);
      decimal = tl_number_format_decimal (1234.495, 2);
      g_assert_cmpstr (whole, ==, cases[i].whole);
      g_assert_cmpstr (decimal, ==, cases[i].decimal);
    }
  tl_language_set (NULL);
}

/* As the formatter of dates and counts writes them, digits and all. */
static void
test_numbers_agree (void)
{
  g_auto (GStrv) languages = tl_language_list ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (TlDateFormatter) formatter = NULL;
      g_autofree char *number = NULL;
      g_autofree char *decimal = NULL;
      g_autofree char *count = NULL;

      tl_language_set (languages[i]);
      formatter = tl_date_formatter_new (NULL);
      number = tl_number_format (9876543210);
      decimal = tl_number_format_decimal (9876543210.0, 0);
      count = tl_date_formatter_format_count (formatter, 9876543210);
      g_assert_cmpstr (number, ==, count);
      g_assert_cmpstr (decimal, ==, count);
    }
  tl_language_set (NULL);
}

static void
test_list (void)
{
  static const char *const wanted[] = { "ar", "de", "en",   "es",
                                        "fr", "ru", "zh_CN" };
  g_auto (GStrv) languages = tl_language_list ();

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_true (g_strv_contains ((const char *const *)languages, wanted[i]));
}

int
main (int argc, char **argv)
{
  g_unsetenv ("LANGUAGE");
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  tl_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/language/valid", test_valid);
  g_test_add_func ("/tl/language/direction", test_direction);
  g_test_add_func ("/tl/language/names", test_names);
  g_test_add_func ("/tl/language/set", test_set);
  g_test_add_func ("/tl/language/list", test_list);
  g_test_add_func ("/tl/language/numbers", test_numbers);
  g_test_add_func ("/tl/language/numbers-agree", test_numbers_agree);
  return g_test_run ();
}
