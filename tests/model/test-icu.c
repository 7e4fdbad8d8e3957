/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"
#include "tl-icu.h"

#include <string.h>

/* What the wording of dates relies on in other languages: the inner form of
 * month names, lists within a date, shortened intervals, digits. Versions of
 * ICU differ in their spaces, so these are compared as plain ones. */

static char *
use_plain_spaces (const char *text)
{
  g_autofree char         *plain = g_strdup (text);
  static const char *const spaces[] = { "\u00a0", "\u202f", "\u2009" };

  for (gsize i = 0; i < G_N_ELEMENTS (spaces); i++)
    {
      g_auto (GStrv) parts = g_strsplit (plain, spaces[i], -1);

      g_free (plain);
      plain = g_strjoinv (" ", parts);
    }
  return g_steal_pointer (&plain);
}

static void
assert_text (const char *text, const char *expected)
{
  g_autofree char *plain = use_plain_spaces (text);

  g_assert_cmpstr (plain, ==, expected);
}

static const struct
{
  const char *locale;
  const char *day;
  const char *month;
  const char *inner_month;
  const char *alternatives;
  const char *interval;
} locales[] = {
  { "en", "28 July 2020", "July 2020", "July 2020", "27 or 28 July 2020",
    "27–28 July 2020" },
  { "en_US", "July 28, 2020", "July 2020", "July 2020", "July 27 or 28, 2020",
    "July 27 – 28, 2020" },
  { "de", "28. Juli 2020", "Juli 2020", "Juli 2020", "27. oder 28. Juli 2020",
    "27.–28. Juli 2020" },
  { "fr", "28 juillet 2020", "juillet 2020", "juillet 2020",
    "27 ou 28 juillet 2020", "27–28 juillet 2020" },
  { "es", "28 de julio de 2020", "julio de 2020", "julio de 2020",
    "27 o 28 de julio de 2020", "27–28 de julio de 2020" },
  { "ru", "28 июля 2020 г.", "июль 2020 г.", "июля 2020 г.",
    "27 или 28 июля 2020 г.", "27–28 июля 2020 г." },
  { "zh_CN", "2020年7月28日", "2020年7月", "2020年7月", "2020年7月27日或28日",
    "2020年7月27日至28日" },
  { "ar_EG", "٢٨ يوليو ٢٠٢٠", "يوليو ٢٠٢٠", "يوليو ٢٠٢٠", "٢٧ أو ٢٨ يوليو ٢٠٢٠",
    NULL },
  /* Their own calendars are Buddhist and Persian. */
  { "th", "28 กรกฎาคม 2020", NULL, NULL, NULL, NULL },
};

static void
test_locale (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (TlIcu) icu = tl_icu_new (locales[i].locale);
  gint64 day = tl_calendar_day_number (2020, 7, 28) * TL_SECONDS_PER_DAY;
  gint64 days[] = { day - TL_SECONDS_PER_DAY, day };
  g_autofree char *text = tl_icu_format (icu, TL_ICU_DAY, TL_ICU_FULL, day);
  g_autofree char *month = tl_icu_format (icu, TL_ICU_MONTH, TL_ICU_FULL, day);
  g_autofree char *inner =
      tl_icu_format (icu, TL_ICU_MONTH, TL_ICU_INSIDE, day);
  g_autofree char *alternatives = tl_icu_format_alternatives (
      icu, TL_ICU_DAY, TL_ICU_FULL, TL_ICU_FIELD_DAY, days, 2, FALSE);
  g_autofree char *interval =
      tl_icu_format_interval (icu, TL_ICU_DAY, TL_ICU_FULL, days[0], days[1]);

  assert_text (text, locales[i].day);
  if (locales[i].month != NULL)
    assert_text (month, locales[i].month);
  if (locales[i].inner_month != NULL)
    assert_text (inner, locales[i].inner_month);
  if (locales[i].alternatives != NULL)
    assert_text (alternatives, locales[i].alternatives);
  if (locales[i].interval != NULL)
    assert_text (interval, locales[i].interval);
}

static void
test_choose_locale (void)
{
  static const struct
  {
    const char *requested;
    const char *spoken;
    const char *locale;
  } choices[] = {
    { NULL, "fr", "fr" },
    { "fr", "fr", "fr" },
    { "fr_CA.UTF-8", "fr", "fr_CA" },
    { "fr-CA", "fr", "fr_CA" },
    { "de", "fr", "fr" },
    { "de_DE.UTF-8", "de", "de_DE" },
    { "de-DE.UTF-8", "de", "de_DE" },
    { "zh_CN", "zh-Hans", "zh_CN" },
    { "zh_TW", "zh-Hans", "zh-Hans" },
    { "zh-Hant", "zh-Hans", "zh-Hans" },
    { "pt_PT", "pt-BR", "pt_PT" },
    { "C", "fr", "fr" },
    { "", "fr", "fr" },
    { "@", "en", "en" },
    { "-----", "en", "en" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *locale =
          tl_icu_choose_locale (choices[i].requested, choices[i].spoken);

      g_assert_cmpstr (locale, ==, choices[i].locale);
    }
}

/* Outside the years that need no era there is no short interval. */
static void
test_interval_range (void)
{
  g_autoptr (TlIcu) icu = tl_icu_new ("en");

  for (gint64 year = 998; year < 1002; year++)
    {
      gint64 second = tl_calendar_day_number (year, 1, 1) * TL_SECONDS_PER_DAY;
      g_autofree char *text = tl_icu_format_interval (
          icu, TL_ICU_YEAR, TL_ICU_FULL, second, 1600000000);

      g_assert_cmpint (text != NULL, ==, year >= 1000);
    }
}

static void
test_list (void)
{
  static const char *const items[] = { "one", "two", "three" };
  g_autoptr (TlIcu) icu = tl_icu_new ("en");

  for (guint n = 1; n <= 3; n++)
    {
      static const char *const any[] = { "one", "one or two",
                                         "one, two or three" };
      static const char *const all[] = { "one", "one and two",
                                         "one, two and three" };
      g_autofree char *first = tl_icu_format_list (icu, items, n, FALSE);
      g_autofree char *second = tl_icu_format_list (icu, items, n, TRUE);

      g_assert_cmpstr (first, ==, any[n - 1]);
      g_assert_cmpstr (second, ==, all[n - 1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/icu/locale/%s", locales[i].locale);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_locale);
    }
  g_test_add_func ("/tl/icu/choose-locale", test_choose_locale);
  g_test_add_func ("/tl/icu/interval-range", test_interval_range);
  g_test_add_func ("/tl/icu/list", test_list);

  return g_test_run ();
}
