/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-calendar.h"
#include "tl-date-formatter.h"
#include "tl-language.h"
#include "tl-number.h"
#include "tl-time-between.h"

#include <string.h>

/* Dates, countdowns, durations and numbers in every language that there is,
 * against the table of what people of that language write. */

#define N_LANGUAGES 7
#define TODAY "2020-07-28"

static const char *const languages[N_LANGUAGES] = { "ar", "de", "en",   "es",
                                                    "fr", "ru", "zh_CN" };

/* One block of the table: what is worded, and the words in each language. */
typedef struct
{
  char *kind;
  char *what;
  char *words[N_LANGUAGES];
} Form;

static TlDateFormatter *formatters[N_LANGUAGES];

static void
free_form (gpointer data)
{
  Form *form = data;

  g_free (form->kind);
  g_free (form->what);
  for (int i = 0; i < N_LANGUAGES; i++)
    g_free (form->words[i]);
  g_free (form);
}

/* --- the table --- */

static void
read_words (Form *form, const char *line)
{
  for (int i = 0; i < N_LANGUAGES; i++)
    {
      gsize length = strlen (languages[i]);

      if (g_str_has_prefix (line, languages[i]) && line[length] == ' ')
        {
          g_assert_null (form->words[i]);
          form->words[i] = g_strdup (line + length + 1);
          return;
        }
    }
  g_error ("A line of no language: %s", line);
}

static GPtrArray *
read_table (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "model", "date-languages.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *forms = g_ptr_array_new_with_free_func (free_form);
  Form      *form = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      const char *space = strchr (*line, ' ');

      if ((*line)[0] == '#' || (*line)[0] == '\0')
        continue;
      if (g_str_has_prefix (*line, "  "))
        {
          g_assert_nonnull (form);
          read_words (form, *line + 2);
          continue;
        }
      g_assert_nonnull (space);
      form = g_new0 (Form, 1);
      form->kind = g_strndup (*line, (gsize)(space - *line));
      form->what = g_strdup (space + 1);
      g_ptr_array_add (forms, form);
    }
  return forms;
}

/* --- what the program says --- */

static gint64
parse_moment (const char *text)
{
  g_autoptr (TlDate) date = tl_date_new_from_edtf (text, NULL);

  g_assert_nonnull (date);
  return tl_date_get_span (date).earliest;
}

static TlSpan
parse_span (const char *text)
{
  g_autoptr (TlDate) date = tl_date_new_from_edtf (text, NULL);

  g_assert_nonnull (date);
  return tl_date_get_span (date);
}

static char *
word_date (TlDateFormatter *formatter, const char *edtf, TlDateStyle style)
{
  g_autoptr (TlDate) date = tl_date_new_from_edtf (edtf, NULL);

  g_assert_nonnull (date);
  return tl_date_formatter_format (formatter, date, style);
}

static char *
word_tick (TlDateFormatter *formatter, const char *what, gboolean context)
{
  static const struct
  {
    const char    *name;
    TlCalendarUnit unit;
  } units[] = {
    { "year ", TL_UNIT_YEAR },
    { "month ", TL_UNIT_MONTH },
    { "day ", TL_UNIT_DAY },
    { "hour ", TL_UNIT_HOUR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (what, units[i].name))
      return tl_date_formatter_format_tick (
          formatter, parse_moment (what + strlen (units[i].name)),
          units[i].unit, 1, context);
  g_assert_not_reached ();
}

static char *
word_between (TlDateFormatter *formatter, const char *what)
{
  g_auto (GStrv) dates = g_strsplit (what, " ", 2);

  return tl_date_formatter_format_between (
      formatter,
      tl_time_between (parse_span (dates[0]), parse_span (dates[1])));
}

static char *
word_form (TlDateFormatter *formatter, const Form *form)
{
  const char *what = form->what;
  gint64      today = parse_moment (TODAY);

  if (g_str_equal (form->kind, "date"))
    return word_date (formatter, what, TL_DATE_STYLE_FULL);
  if (g_str_equal (form->kind, "short"))
    return word_date (formatter, what, TL_DATE_STYLE_SHORT);
  if (g_str_equal (form->kind, "tick"))
    return word_tick (formatter, what, FALSE);
  if (g_str_equal (form->kind, "context"))
    return word_tick (formatter, what, TRUE);
  if (g_str_equal (form->kind, "count"))
    return tl_date_formatter_format_count (formatter,
                                           g_ascii_strtoull (what, NULL, 10));
  if (g_str_equal (form->kind, "countdown"))
    return tl_date_formatter_format_countdown (
        formatter, today,
        today + g_ascii_strtoll (what, NULL, 10) * TL_SECONDS_PER_DAY);
  if (g_str_equal (form->kind, "until"))
    return tl_date_formatter_format_countdown_span (formatter, today,
                                                    parse_span (what));
  if (g_str_equal (form->kind, "duration"))
    return tl_date_formatter_format_duration (formatter,
                                              g_ascii_strtoll (what, NULL, 10));
  if (g_str_equal (form->kind, "between"))
    return word_between (formatter, what);
  g_error ("No such kind: %s", form->kind);
}

/* Spaces that do not break, and thin ones, as plain ones. */
static char *
plain_spaces (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_c (plain, ' ');
    else
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free (plain, FALSE);
}

static void
test_form (gconstpointer data)
{
  const Form *form = data;

  for (int i = 0; i < N_LANGUAGES; i++)
    {
      g_autofree char *words = NULL;
      g_autofree char *plain = NULL;

      tl_language_set (languages[i]);
      words = word_form (formatters[i], form);
      plain = plain_spaces (words);
      if (g_strcmp0 (plain, form->words[i]) == 0)
        continue;
      g_test_message ("%s: “%s” is not “%s”", languages[i], plain,
                      form->words[i]);
      g_test_fail ();
    }
}

/* What must not break across lines does not: the parts of a number, and the
 * Russian word for the year. */
static void
test_unbroken (void)
{
  static const struct
  {
    const char *language;
    const char *edtf;
    const char *words;
  } cases[] = {
    { "ru", "2020", "2020\u00a0г." },
    { "ru", "2020-04-14", "14 апреля 2020\u00a0г." },
    { "ru", "../2020-04", "до апреля 2020\u00a0года" },
    { "ru", "1964/2008", "1964–2008\u00a0гг." },
    { "ru", "Y12345", "12\u00a0345\u00a0г." },
    { "fr", "Y12345", "12\u202f345" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlDateFormatter) formatter = NULL;
      g_autofree char *words = NULL;

      tl_language_set (cases[i].language);
      formatter = tl_date_formatter_new (cases[i].language);
      words = word_date (formatter, cases[i].edtf, TL_DATE_STYLE_FULL);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Numbers in messages have the digits and signs of those in dates. */
static void
test_numbers (void)
{
  for (int i = 0; i < N_LANGUAGES; i++)
    {
      g_autofree char *count = NULL;
      g_autofree char *number = NULL;

      tl_language_set (languages[i]);
      count = tl_date_formatter_format_count (formatters[i], 1234567);
      number = tl_number_format (1234567);
      g_assert_cmpstr (number, ==, count);
    }
}

/* The country has a say, the language is that of the messages. */
static void
test_countries (void)
{
  static const struct
  {
    const char *set;
    const char *language;
    const char *words;
  } cases[] = {
    { "de", "de_AT.UTF-8", "um den 14. Jänner 2020" },
    { "de", "de-CH", "um den 14. Januar 2020" },
    { "ar", "ar", "نحو 14 يناير 2020" },
    { "ar", "ar_EG.UTF-8", "نحو ١٤ يناير ٢٠٢٠" },
    { "ar", "ar_MA", "نحو 14 يناير 2020" },
    { "zh", "zh_CN.UTF-8", "2020年1月14日前后" },
    { "en", "en_US.UTF-8", "about January 14, 2020" },
    { "fr", "ru", "vers le 14 janvier 2020" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlDateFormatter) formatter = NULL;
      g_autofree char *words = NULL;
      g_autofree char *plain = NULL;

      tl_language_set (cases[i].set);
      formatter = tl_date_formatter_new (cases[i].language);
      words = word_date (formatter, "2020-01-14~", TL_DATE_STYLE_FULL);
      plain = plain_spaces (words);
      g_assert_cmpstr (plain, ==, cases[i].words);
    }
}

static void
add_forms (GPtrArray *forms)
{
  for (guint i = 0; i < forms->len; i++)
    {
      Form            *form = g_ptr_array_index (forms, i);
      g_autofree char *name = g_strdup (form->what);
      g_autofree char *path = NULL;

      g_strdelimit (name, "/", '|');
      path = g_strdup_printf ("/tl/date-languages/%s/%s", form->kind, name);
      g_test_add_data_func (path, form, test_form);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) forms = NULL;
  int status;

  tl_language_init ();
  g_test_init (&argc, &argv, NULL);
  for (int i = 0; i < N_LANGUAGES; i++)
    {
      tl_language_set (languages[i]);
      formatters[i] = tl_date_formatter_new (languages[i]);
    }
  forms = read_table ();
  add_forms (forms);
  g_test_add_func ("/tl/date-languages/unbroken", test_unbroken);
  g_test_add_func ("/tl/date-languages/numbers", test_numbers);
  g_test_add_func ("/tl/date-languages/countries", test_countries);

  status = g_test_run ();
  for (int i = 0; i < N_LANGUAGES; i++)
    tl_date_formatter_free (formatters[i]);
  return status;
}
