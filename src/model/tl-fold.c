/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-fold.h"

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

/* Drops accents and points, which is what carries a combining class; the
 * vowel signs of Indic scripts carry none and stay. */
static char *
strip_marks (const char *text)
{
  GString *stripped = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_combining_class (c) == 0 && !is_invisible (c))
        g_string_append_unichar (stripped, fold_mark (c));
    }
  return g_string_free (stripped, FALSE);
}

/**
 * tl_fold_for_search:
 * @text: UTF-8
 *
 * Folds what a person who searches does not want to care about: case,
 * accents, compatibility forms, typographic marks.
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
    return g_ascii_strdown (text, -1);
  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_return_val_if_fail (decomposed != NULL, g_strdup (""));
  small = g_utf8_casefold (decomposed, -1);
  /* Casefolding can make new composed characters. */
  again = g_utf8_normalize (small, -1, G_NORMALIZE_ALL);
  return strip_marks (again);
}
