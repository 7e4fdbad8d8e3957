/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-fold.h"

#include "tl-icu-letters.h"

#include <string.h>

/* Makes texts comparable that differ only in how they were typed. Each
 * function runs once through the text. */

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x0b || c == 0x85;
}

/* Soft hyphen, zero-width space, word joiner, byte order mark: they are not
 * seen, and come and go when a text is copied. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff;
}

static gunichar
fold_mark (gunichar c)
{
  static const struct
  {
    gunichar    to;
    const char *from;
  } marks[] = {
    { '\'', "‘’‚‛′‹›`´ʼ＇" },
    { '"', "“”„‟″«»〝〞＂" },
    { '-', "‐‑‒–—―−－" },
  };

  if (c < 0x80 && c != '`')
    return c;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_utf8_strchr (marks[i].from, -1, c) != NULL)
      return marks[i].to;
  return c;
}

/**
 * tl_fold_marks:
 * @text: UTF-8
 *
 * Replaces typographic quotation marks and dashes by the plain ones,
 * character for character.
 *
 * Returns: (transfer full): the folded text
 */
char *
tl_fold_marks (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (folded, fold_mark (g_utf8_get_char (p)));
  return g_string_free (folded, FALSE);
}

/**
 * tl_fold_append_spaces:
 * @folded: what was folded so far
 * @text: UTF-8
 *
 * Appends @text to @folded with each run of white space as one space.
 */
void
tl_fold_append_spaces (GString *folded, const char *text)
{
  gboolean after_space =
      folded->len == 0 || folded->str[folded->len - 1] == ' ';

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c) || (is_space (c) && after_space))
        continue;
      after_space = is_space (c);
      g_string_append_unichar (folded, after_space ? ' ' : c);
    }
}

/* What is left of a decomposed small character; 0 for nothing. Accents and
 * points are dropped, which is what carries a combining class; the vowel signs
 * of Indic scripts carry none and stay. So are characters that only tell how
 * others are joined or which way they run. Digits are those of ASCII in every
 * script. */
static gunichar
fold_decomposed (gunichar c)
{
  if (c < 0x80)
    return fold_mark (c);
  if (g_unichar_combining_class (c) != 0 || is_invisible (c) ||
      g_unichar_type (c) == G_UNICODE_FORMAT)
    return 0;
  if (g_unichar_isdigit (c))
    return (gunichar)('0' + g_unichar_digit_value (c));
  return g_unichar_isalpha (c) ? tl_icu_letters_fold (c) : fold_mark (c);
}

static char *
strip_marks (const char *text)
{
  GString *stripped = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = fold_decomposed (g_utf8_get_char (p));

      if (c != 0)
        g_string_append_unichar (stripped, c);
    }
  return g_string_free (stripped, FALSE);
}

/**
 * tl_fold_for_search:
 * @text: UTF-8
 *
 * Folds what a person who searches does not want to care about: case,
 * accents, compatibility forms such as full-width letters, letters that are
 * searched for as others (CLDR, root collation for search), the digits of a
 * script, typographic marks.
 *
 * Returns: (transfer full): the folded text
 */
char *
tl_fold_for_search (const char *text)
{
  g_autofree char *decomposed = NULL;
  g_autofree char *small = NULL;
  g_autofree char *again = NULL;

  if (g_str_is_ascii (text))
    return g_strdelimit (g_ascii_strdown (text, -1), "`", '\'');
  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_return_val_if_fail (decomposed != NULL, g_strdup (""));
  small = g_utf8_casefold (decomposed, -1);
  /* Casefolding can make new composed characters. */
  again = g_utf8_normalize (small, -1, G_NORMALIZE_ALL);
  return strip_marks (again);
}

/* --- many texts --- */

/* Characters before this one are folded by table; those from here on are
 * rare, or ideographs, which stay as they are. */
#define TABLE_END 0x2e80
#define TOO_LONG 0xff

typedef struct
{
  char   bytes[7];
  guint8 length; /* TOO_LONG: does not fit */
} Folded;

/* What a character becomes does not depend on those around it: marks are
 * dropped, so that their order does not matter, and nothing is composed. */
static Folded *
make_table (void)
{
  Folded *table = g_new0 (Folded, TABLE_END);

  for (gunichar c = 1; c < TABLE_END; c++)
    {
      char             text[7] = { 0 };
      g_autofree char *folded = NULL;
      gsize            length;

      g_unichar_to_utf8 (c, text);
      folded = tl_fold_for_search (text);
      length = strlen (folded);
      table[c].length = TOO_LONG;
      if (length > sizeof table[c].bytes)
        continue;
      table[c].length = (guint8)length;
      memcpy (table[c].bytes, folded, length);
    }
  return table;
}

static const Folded *
get_table (void)
{
  static gsize table;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, (gsize)make_table ());
  return (const Folded *)table;
}

static void
append_folded_character (GString *folded, const char *text, gsize length)
{
  g_autofree char *one = g_strndup (text, length);
  g_autofree char *small = tl_fold_for_search (one);

  g_string_append (folded, small);
}

static gboolean
is_ideograph (gunichar c)
{
  return c >= 0x4e00 && c <= 0x9fff;
}

/**
 * tl_fold_append_for_search:
 * @folded: what was folded so far
 * @text: UTF-8
 * @length: its bytes
 *
 * As tl_fold_for_search(), for many texts.
 */
void
tl_fold_append_for_search (GString *folded, const char *text, gsize length)
{
  const Folded *table = get_table ();
  const char   *end = text + length;
  const char   *next;

  for (; text < end; text = next)
    {
      gunichar      c = (guchar)*text;
      const Folded *one;

      next = text + 1;
      if (c < 0x80)
        {
          g_string_append_c (folded,
                             *text == '`' ? '\'' : g_ascii_tolower (*text));
          continue;
        }
      next = g_utf8_next_char (text);
      c = g_utf8_get_char (text);
      one = c < TABLE_END ? &table[c] : NULL;
      if (one != NULL && one->length != TOO_LONG)
        g_string_append_len (folded, one->bytes, one->length);
      else if (is_ideograph (c))
        g_string_append_len (folded, text, next - text);
      else
        append_folded_character (folded, text, (gsize)(next - text));
    }
}
