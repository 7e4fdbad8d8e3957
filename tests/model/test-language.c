/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-date-formatter.h"
#include "tl-isolate.h"
#include "tl-language.h"
#include "tl-number.h"

#include <locale.h>
#include <stdlib.h>

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
test_tags (void)
{
  static const struct
  {
    const char *language;
    const char *tag;
    const char *same;
    const char *other;
  } cases[] = {
    { "zh_CN.UTF-8", "zh-CN", "zh-Hans", "zh-TW" },
    { "zh-Hant", "zh-Hant", "zh_TW", "zh" },
    { "ar_EG", "ar-EG", "ar", "fa" },
    { "ru", "ru", "ru-RU", "uk" },
    { "sr-Latn", "sr-Latn", "sr-Latn-RS", "sr" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tag = tl_language_dup_tag (cases[i].language);

      g_assert_cmpstr (tag, ==, cases[i].tag);
      g_assert_true (tl_language_matches (cases[i].language, cases[i].same));
      g_assert_false (tl_language_matches (cases[i].language, cases[i].other));
    }
}

/* Only where the direction could disturb the sentence. */
static void
test_isolate (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    const char *isolated;
  } cases[] = {
    { "en", "Lavrov (2020)", "Lavrov (2020)" },
    { "en", "Лавров", "Лавров" },
    { "zh-Hans", "维也纳", "维也纳" },
    { "en", "لافروف", "\u200e\u2068لافروف\u2069" },
    { "ru", "No. ٤", "\u200e\u2068No. ٤\u2069" },
    { "ar", "Lavrov (2020)", "\u200f\u2068Lavrov (2020)\u2069" },
    { "ar", "لافروف", "\u200f\u2068لافروف\u2069" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *isolated = NULL;

      tl_language_set (cases[i].language);
      isolated = tl_isolate (cases[i].text);
      g_assert_cmpstr (isolated, ==, cases[i].isolated);
    }
  tl_language_set (NULL);
}

/* What Pango goes by. */
static void
test_letters (void)
{
  static const struct
  {
    const char *language;
    const char *locale;
    const char *preferred;
  } cases[] = {
    { "zh-Hans", "zh_CN.UTF-8", "zh_CN:zh:zh_CN" },
    { "ar", "ar.UTF-8", "ar:zh_CN" },
    { "zh-Hant", "zh_TW.UTF-8", "zh_TW:zh:zh_CN" },
    { "de_AT.UTF-8", "de_AT.UTF-8", "de_AT:de:zh_CN" },
    { NULL, "en.UTF-8", "en:zh_CN" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tl_language_set (cases[i].language);
      tl_language_adopt_letters ();
      g_assert_cmpstr (setlocale (LC_CTYPE, NULL), ==, cases[i].locale);
      g_assert_cmpstr (g_getenv ("PANGO_LANGUAGE"), ==, cases[i].preferred);
      g_assert_cmpint (mblen ("и", 2), ==, 2);
    }
  tl_language_set ("ru");
  tl_language_adopt_letters ();
  g_assert_cmpstr (g_getenv ("PANGO_LANGUAGE"), ==, "ru:zh_CN");
  g_setenv ("PANGO_LANGUAGE", "ja", TRUE);
  tl_language_adopt_letters ();
  g_assert_cmpstr (g_getenv ("PANGO_LANGUAGE"), ==, "ja");
  tl_language_set (NULL);
}

/* Before the command line is read, and whatever else is wrong with it. */
static void
test_arguments (void)
{
  static const struct
  {
    const char *arguments[5];
    const char *translation;
  } cases[] = {
    { { "list", "--lang=ru", NULL }, "ru" },
    { { "--lang", "zh_CN", "--help", NULL }, "zh-Hans" },
    { { "--lang=ru", "--lang=de", NULL }, "de" },
    { { "--lang=r;u", NULL }, "en" },
    { { "--lang", NULL }, "en" },
    { { "--", "--lang=ru", NULL }, "en" },
    { { "--language=ru", NULL }, "en" },
    { { NULL }, "en" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tl_language_set_by_arguments ((char **)cases[i].arguments);
      g_assert_cmpstr (tl_language_get_translation (), ==,
                       cases[i].translation);
      tl_language_set (NULL);
    }
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
  g_test_add_func ("/tl/language/tags", test_tags);
  g_test_add_func ("/tl/language/letters", test_letters);
  g_test_add_func ("/tl/isolate/where-needed", test_isolate);
  g_test_add_func ("/tl/language/arguments", test_arguments);
  return g_test_run ();
}
