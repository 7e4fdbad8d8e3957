/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-date-formatter.h"
#include "tl-date-input.h"
#include "tl-language.h"

#include "edtf-generator.h"

/* What holds for every date in every language. */

#define N_RANDOM 1500
#define N_TYPED 400

typedef struct
{
  const char *name;
  /* Latin words that the language writes; NULL when its letters are Latin. */
  const char *latin;
  /* What no text of it may have, with “|” between. */
  const char *wrong;
} Language;

static const Language languages[] = {
  { "ar", "UTC", "من من |بين بين |،،" },
  { "de", NULL,
    "um dem |bis dem |bis den |im einem |im zwischen |in zwischen |um den J|"
    "in 1|in 2|um Januar|um zwischen |vor der |ab zwischen den" },
  { "en", NULL, "of from |the the " },
  { "es", NULL, "de el |a el |de de |de del |el el |el período el " },
  { "fr", NULL,
    "de le |de les |à le |à les |de a|de o|de u|de de |de du |le le |jusqu’à "
    "1|jusqu’à f" },
  { "ru", "UTC I II III IV",
    "с 2 |с примерно|до примерно|около весны|около лета|г. г.|года года|"
    "одного из периода" },
  { "zh_CN", "UTC", "年年|月月|间间|日日|之间之间|间间|( |（（" },
};

/* English words of the messages that no other of the languages has. */
static const char *const english[] = {
  "about",   "between",   "and",         "from",       "until",  "some",
  "day",     "month",     "of",          "the",        "year",   "uncertain",
  "unknown", "spring",    "approximate", "half",       "summer", "autumn",
  "earlier", "later",     "many",        "quarter",    "start",  "at",
  "or",      "estimated", "on",          "months",     "run",    "today",
  "middle",  "first",     "last",        "hemisphere",
};

static gboolean
is_in (const char *word, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_ascii_strcasecmp (word, list[i]) == 0)
      return TRUE;
  return FALSE;
}

/* No word that was left in English; where letters are not Latin, none at all
 * but the few that the language writes so. */
static void
assert_no_english (const Language *language, const char *text)
{
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) latin = NULL;
  GString *letters = g_string_new (NULL);

  if (g_str_equal (language->name, "en"))
    {
      g_string_free (letters, TRUE);
      return;
    }
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (letters, g_unichar_isalpha (c) ? c : ' ');
    }
  words = g_strsplit (letters->str, " ", -1);
  g_string_free (letters, TRUE);
  latin = g_strsplit (language->latin != NULL ? language->latin : "", " ", -1);
  for (char **word = words; *word != NULL; word++)
    {
      if (**word == '\0' || !g_str_is_ascii (*word))
        continue;
      if (language->latin == NULL)
        g_assert_false (is_in (*word, english, G_N_ELEMENTS (english)));
      else
        g_assert_true (g_strv_contains ((const char *const *)latin, *word));
    }
}

static void
assert_balanced (const char *text)
{
  int parentheses = 0;
  int isolates = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '(' || c == 0xff08)
        parentheses++;
      if (c == ')' || c == 0xff09)
        parentheses--;
      if (c >= 0x2066 && c <= 0x2068)
        isolates++;
      if (c == 0x2069)
        isolates--;
      g_assert_true (parentheses >= 0 && isolates >= 0);
    }
  g_assert_true (parentheses == 0 && isolates == 0);
}

static void
assert_spaces (const char *text)
{
  gboolean after_space = TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_space = g_unichar_isspace (g_utf8_get_char (p));

      g_assert_false (is_space && after_space);
      after_space = is_space;
    }
  g_assert_false (after_space);
}

/* Where no letter or digit stands before; each sign of Chinese is a word. */
static gboolean
is_start (const char *text, const char *at)
{
  gunichar before = g_utf8_get_char (g_utf8_find_prev_char (text, at));

  return !g_unichar_isalnum (before) ||
         g_unichar_get_script (g_utf8_get_char (at)) == G_UNICODE_SCRIPT_HAN;
}

/* Not “bis dem”, “de le”: what is drawn together is. Words are whole. */
static void
assert_not_wrong (const Language *language, const char *text)
{
  g_auto (GStrv) wrong = g_strsplit (language->wrong, "|", -1);
  g_autofree char *padded = g_strconcat (" ", text, " ", NULL);

  for (char **p = wrong; *p != NULL; p++)
    {
      const char *found = strstr (padded, *p);

      if (found != NULL && (found == padded || is_start (padded, found)))
        g_error ("“%s” in “%s”", *p, text);
    }
}

static void
assert_well_formed (const Language *language, const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (text[0] != '\0');
  g_assert_null (strpbrk (text, "%{}|'"));
  assert_spaces (text);
  assert_balanced (text);
  assert_no_english (language, text);
  assert_not_wrong (language, text);
}

static void
test_random (gconstpointer data)
{
  const Language *language = data;
  g_autoptr (TlDateFormatter) formatter = NULL;

  tl_language_set (language->name);
  formatter = tl_date_formatter_new (language->name);
  for (int i = 0; i < N_RANDOM; i++)
    {
      g_autofree char *edtf = make_random_edtf ();
      g_autoptr (TlDate) date = tl_date_new_from_edtf (edtf, NULL);
      g_autofree char *full =
          tl_date_formatter_format (formatter, date, TL_DATE_STYLE_FULL);
      g_autofree char *brief =
          tl_date_formatter_format (formatter, date, TL_DATE_STYLE_SHORT);

      g_test_message ("%s: %s; %s", edtf, full, brief);
      assert_well_formed (language, full);
      assert_well_formed (language, brief);
    }
}

/* The same in Arabic-Indic digits. */
static char *
in_arabic_digits (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_unichar (digits, 0x660 + (gunichar)(*p - '0'));
    else
      g_string_append_c (digits, *p);
  return g_string_free (digits, FALSE);
}

static void
assert_read (TlDateInput *input, const char *text, const char *edtf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDate) date = tl_date_input_parse (input, text, &error);

  g_test_message ("%s: %s", edtf, text);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_date_get_edtf (date), ==, edtf);
}

static char *
make_plain_date (int i)
{
  int year = 1000 + pick (1200);
  int month = 1 + pick (12);

  if (i % 3 == 0)
    return g_strdup_printf ("%04d", year);
  if (i % 3 == 1)
    return g_strdup_printf ("%04d-%02d", year, month);
  return g_strdup_printf ("%04d-%02d-%02d", year, month,
                          1 + pick (tl_calendar_days_in_month (year, month)));
}

/* What the language writes can be typed. */
static void
test_typed (gconstpointer data)
{
  const Language *language = data;
  g_autoptr (TlDateFormatter) formatter = NULL;
  g_autoptr (TlDateInput) input = NULL;

  tl_language_set (language->name);
  formatter = tl_date_formatter_new (language->name);
  input = tl_date_input_new (language->name);
  for (int i = 0; i < N_TYPED; i++)
    {
      g_autofree char *edtf = make_plain_date (i);
      g_autoptr (TlDate) date = tl_date_new_from_edtf (edtf, NULL);
      g_autofree char *text = tl_date_formatter_format (
          formatter, date,
          i % 2 == 0 ? TL_DATE_STYLE_FULL : TL_DATE_STYLE_SHORT);
      g_autofree char *arabic = in_arabic_digits (text);

      assert_read (input, text, edtf);
      assert_read (input, arabic, edtf);
    }
}

/* As people write dates in sentences. */
static void
test_typed_in_sentences (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    const char *edtf;
  } cases[] = {
    { "ru", "5 февраля 2021 года", "2021-02-05" },
    { "ru", "февраля 2021 года", "2021-02" },
    { "ru", "2021 год", "2021" },
    { "fr", "le 1er janvier 2021", "2021-01-01" },
    { "es", "el 5 de febrero de 2021", "2021-02-05" },
    { "de", "5. Februar 2021", "2021-02-05" },
    { "ar", "عام ٢٠٢١", "2021" },
    { "ar", "٥ فبراير ٢٠٢١", "2021-02-05" },
    { "zh_CN", "公元前44年3月15日", "-0043-03-15" },
    { "ru", "15 марта 44 г. до н. э.", "-0043-03-15" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlDateInput) input = NULL;

      tl_language_set (cases[i].language);
      input = tl_date_input_new (cases[i].language);
      assert_read (input, cases[i].text, cases[i].edtf);
    }
}

int
main (int argc, char **argv)
{
  tl_language_init ();
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *any =
          g_strdup_printf ("/tl/date-properties/random/%s", languages[i].name);
      g_autofree char *typed =
          g_strdup_printf ("/tl/date-properties/typed/%s", languages[i].name);

      g_test_add_data_func (any, &languages[i], test_random);
      g_test_add_data_func (typed, &languages[i], test_typed);
    }
  g_test_add_func ("/tl/date-properties/typed-in-sentences",
                   test_typed_in_sentences);
  return g_test_run ();
}
