/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-clean-text.h"

#include <pango/pango.h>
#include <string.h>

/* Text of a dataset on its way into a picture. The measurer and the scene clean
 * by the same rule, so that what is measured is what is drawn. */

#define ELLIPSIS "\u2026"

static gboolean
breaks_line (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || c == 0x0b || c == 0x0c ||
         c == 0x85 || c == 0x2028 || c == 0x2029;
}

static gboolean
is_forbidden (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xfffe || c == 0xffff;
}

/* The byte at which to cut so that at most max_chars graphemes' characters
 * stay. */
static gsize
find_cut (const char *text, gsize length, guint max_chars)
{
  int                      n_chars = (int)g_utf8_strlen (text, (gssize)length);
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, (gsize)n_chars + 1);
  int                      cut = (int)max_chars - 1;

  pango_get_log_attrs (text, (int)length, -1, pango_language_from_string ("en"),
                       attrs, n_chars + 1);
  while (cut > 0 && !attrs[cut].is_cursor_position)
    cut--;
  if (cut == 0)
    cut = (int)max_chars - 1;
  return (gsize)(g_utf8_offset_to_pointer (text, cut) - text);
}

static void
clip (GString *string, guint max_chars)
{
  const char *end = string->str;

  /* One grapheme's worth beyond the limit is enough to find its border. */
  for (guint i = 0; i < max_chars + 64 && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  g_string_truncate (
      string, find_cut (string->str, (gsize)(end - string->str), max_chars));
  g_string_append (string, ELLIPSIS);
}

char *
tl_clean_text (const char *text, guint max_chars)
{
  g_autofree char *valid = NULL;
  GString         *out;
  guint            n_chars = 0;

  g_return_val_if_fail (text != NULL, g_strdup (""));

  /* A file's megabyte on one line need not be looked at whole: no character
   * takes more than four bytes, and one in four may be dropped. */
  valid = max_chars == 0
              ? g_utf8_make_valid (text, -1)
              : g_utf8_make_valid (
                    text, (gssize)strnlen (text, (gsize)max_chars * 16));
  out = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (breaks_line (c))
        c = ' ';
      else if (is_forbidden (c))
        continue;
      g_string_append_unichar (out, c);
      n_chars++;
    }
  if (max_chars > 0 && n_chars > max_chars)
    clip (out, max_chars);
  return g_string_free (out, FALSE);
}

gboolean
tl_clean_text_is_clean (const char *text, guint max_chars)
{
  guint n_chars = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; n_chars++)
    {
      gunichar c =
          (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char_validated (p, -1);

      if (c >= 0x110000 || breaks_line (c) || is_forbidden (c) ||
          (max_chars > 0 && n_chars == max_chars))
        return FALSE;
      p = g_utf8_next_char (p);
    }
  return TRUE;
}
