/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-date-input.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-calendar.h"
#include "tl-date-wording-private.h"
#include "tl-icu-parser.h"
#include "tl-language.h"

/* Dates that are typed. What comes out is always made from EDTF, so that there
 * is one notion of what a date is. */

/* The day, month and year that messages have as examples. */
#define EXAMPLE_DAY "2020-07-28"
#define EXAMPLE_MONTH "2020-07"
#define EXAMPLE_YEAR "2020"
#define LARGEST_PLAIN_YEAR 9999

struct _TlDateInput
{
  TlDateFormatter *formatter; /* for examples */
  TlIcuParser     *parsers[2];
};

/* What the formatter writes is read, too. */
static void
add_own_patterns (TlDateInput *self)
{
  static const TlIcuPattern patterns[] = { TL_ICU_DAY, TL_ICU_MONTH,
                                           TL_ICU_YEAR };

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    for (int flags = TL_ICU_FULL; flags <= TL_ICU_INSIDE; flags++)
      {
        const char *own = tl_icu_get_pattern (self->formatter->icu, patterns[i],
                                              (TlIcuFlags)flags);

        if (own != NULL)
          tl_icu_parser_add_pattern (self->parsers[0], patterns[i], own);
      }
}

TlDateInput *
tl_date_input_new (const char *language)
{
  TlDateInput     *self = g_new0 (TlDateInput, 1);
  g_autofree char *locale = NULL;

  self->formatter = tl_date_formatter_new (language);
  if (language == NULL)
    language = tl_language_get ();
  /* The language counts, whether or not there are messages in it. */
  locale = tl_icu_choose_locale (language, language);
  self->parsers[0] = tl_icu_parser_new (locale);
  add_own_patterns (self);
  self->parsers[1] = tl_icu_parser_new ("en_001");
  return self;
}

void
tl_date_input_free (TlDateInput *self)
{
  if (self == NULL)
    return;
  tl_date_formatter_free (self->formatter);
  for (gsize i = 0; i < G_N_ELEMENTS (self->parsers); i++)
    tl_icu_parser_free (self->parsers[i]);
  g_free (self);
}

/* Not seen, and often carried along when a date is pasted. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* Digits of all scripts as plain ones, white space as single spaces, none at
 * the ends. dropped: characters that become spaces, too. */
static char *
normalize (const char *text, const char *dropped)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int      digit = g_unichar_digit_value (c);

      if (is_invisible (c))
        continue;
      if (digit >= 0)
        g_string_append_c (plain, (char)('0' + digit));
      else if (!g_unichar_isspace (c) && g_utf8_strchr (dropped, -1, c) == NULL)
        g_string_append_unichar (plain, c);
      else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
  return g_strchomp (g_string_free (plain, FALSE));
}

/* “28th”, “1er”, “3º” are numbers. */
static char *
drop_ordinals (const char *text)
{
  static const char *const endings[] = {
    "st", "nd", "rd", "th", "er", "º", "ª"
  };
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      g_string_append_c (plain, *p);
      if (!g_ascii_isdigit (*p))
        continue;
      for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
        {
          gsize length = strlen (endings[i]);

          if (strncmp (p + 1, endings[i], length) == 0 &&
              (p[1 + length] == ' ' || p[1 + length] == '\0'))
            {
              p += length;
              break;
            }
        }
    }
  return g_string_free (plain, FALSE);
}

/* Returns: (transfer full) (nullable) */
static TlDate *
make_date (TlIcuPattern pattern, TlCivil civil)
{
  g_autoptr (GString) edtf = g_string_new (NULL);
  gint64 year = ABS (civil.year);

  if (year > LARGEST_PLAIN_YEAR)
    {
      if (pattern != TL_ICU_YEAR)
        return NULL;
      g_string_append_c (edtf, 'Y');
    }
  if (civil.year < 0)
    g_string_append_c (edtf, '-');
  g_string_append_printf (edtf, "%04" G_GINT64_FORMAT, year);
  if (pattern == TL_ICU_MONTH || pattern == TL_ICU_DAY)
    g_string_append_printf (edtf, "-%02d", civil.month);
  if (pattern == TL_ICU_DAY)
    g_string_append_printf (edtf, "-%02d", civil.day);
  return tl_date_new_from_edtf (edtf->str, NULL);
}

static TlDate *
parse_words (TlDateInput *self, const char *text)
{
  g_autofree char *plain = normalize (text, "");
  g_autofree char *bare = normalize (text, ",.،、");
  g_autofree char *words = drop_ordinals (bare);
  const char      *forms[] = { plain, words };
  TlIcuPattern     pattern;
  TlCivil          civil;

  for (gsize i = 0; i < G_N_ELEMENTS (self->parsers); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (forms); j++)
      if (tl_icu_parser_parse (self->parsers[i], forms[j], &pattern, &civil))
        return make_date (pattern, civil);
  return NULL;
}

static char *
format_example (TlDateInput *self, const char *edtf)
{
  g_autoptr (TlDate) date = tl_date_new_from_edtf (edtf, NULL);

  return tl_date_formatter_format (self->formatter, date, TL_DATE_STYLE_FULL);
}

static void
set_error (TlDateInput *self, GError **error)
{
  g_autofree char *day = format_example (self, EXAMPLE_DAY);
  g_autofree char *month = format_example (self, EXAMPLE_MONTH);
  g_autofree char *year = format_example (self, EXAMPLE_YEAR);

  g_set_error (error, TL_DATE_ERROR, TL_DATE_ERROR_SYNTAX,
               /* Translators: each %s is an example of a date: a day, a month,
                * a year. EDTF is a format of dates. */
               _ ("Not a date; write it like %1$s, %2$s, %3$s or 2020-07-28, "
                  "or in EDTF"),
               day, month, year);
}

/**
 * tl_date_input_dup_hint:
 * @self: what understands dates
 *
 * Returns: (transfer full): what can be typed, with examples
 */
char *
tl_date_input_dup_hint (TlDateInput *self)
{
  g_autofree char *day = NULL;
  g_autofree char *month = NULL;
  g_autofree char *year = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  day = format_example (self, EXAMPLE_DAY);
  month = format_example (self, EXAMPLE_MONTH);
  year = format_example (self, EXAMPLE_YEAR);
  return g_strdup_printf (
      /* Translators: each %s is an example of a date: a day, a month, a
       * year. EDTF is a format of dates. */
      _ ("A date like %1$s, %2$s, %3$s or 2020-07-28, or in EDTF"), day, month,
      year);
}

/**
 * tl_date_input_parse:
 * @self: what understands dates
 * @text: what was typed
 * @error: %TL_DATE_ERROR; the message tells what is accepted
 *
 * EDTF comes first; what is not EDTF may be in the words of the language.
 *
 * Returns: (transfer full) (nullable): the date that was meant
 */
TlDate *
tl_date_input_parse (TlDateInput *self, const char *text, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *plain = NULL;
  TlDate          *date;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  plain = normalize (text, "");
  date = tl_date_new_from_edtf (plain, &cause);
  if (date == NULL)
    date = parse_words (self, text);
  if (date != NULL)
    return date;
  /* Well-formed EDTF knows best what is wrong with it. */
  if (g_error_matches (cause, TL_DATE_ERROR, TL_DATE_ERROR_SYNTAX))
    set_error (self, error);
  else
    g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}
