/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-isolate.h"

#include <unicode/uchar.h>

#include "tl-language.h"

/* A sentence that begins with a name in another script must not run as the name
 * does. By the rules what is isolated has no say in that, but Pango asks the
 * first letter, so that a mark with the direction of the sentence goes first.
 */

#define LEFT_TO_RIGHT_MARK "\u200e"
#define RIGHT_TO_LEFT_MARK "\u200f"
#define FIRST_STRONG_ISOLATE "\u2068"
#define POP_DIRECTIONAL_ISOLATE "\u2069"

gboolean
tl_has_right_to_left (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar       c = g_utf8_get_char (p);
      UCharDirection direction;

      if (c < 0x0590)
        continue;
      direction = u_charDirection ((UChar32)c);
      if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC ||
          direction == U_ARABIC_NUMBER)
        return TRUE;
    }
  return FALSE;
}

/* Latin, Cyrillic or Chinese text cannot disturb a sentence that itself runs
 * from left to right, so that the common case stays free of invisible
 * characters: they would end up in what people copy. */
char *
tl_isolate (const char *text)
{
  gboolean right_to_left;

  g_return_val_if_fail (text != NULL, NULL);

  right_to_left = tl_language_is_rtl (tl_language_get_translation ());
  if (!right_to_left && !tl_has_right_to_left (text))
    return g_strdup (text);
  return g_strconcat (right_to_left ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK,
                      FIRST_STRONG_ISOLATE, text, POP_DIRECTIONAL_ISOLATE,
                      NULL);
}
