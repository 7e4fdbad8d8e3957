/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-text-direction.h"

#include <unicode/uchar.h>

#define LEFT_TO_RIGHT                                                          \
  (U_MASK (U_LEFT_TO_RIGHT) | U_MASK (U_LEFT_TO_RIGHT_EMBEDDING) |             \
   U_MASK (U_LEFT_TO_RIGHT_OVERRIDE))
#define RIGHT_TO_LEFT                                                          \
  (U_MASK (U_RIGHT_TO_LEFT) | U_MASK (U_RIGHT_TO_LEFT_ARABIC) |                \
   U_MASK (U_RIGHT_TO_LEFT_EMBEDDING) | U_MASK (U_RIGHT_TO_LEFT_OVERRIDE))

#define ISOLATE                                                                \
  (U_MASK (U_LEFT_TO_RIGHT_ISOLATE) | U_MASK (U_RIGHT_TO_LEFT_ISOLATE) |       \
   U_MASK (U_FIRST_STRONG_ISOLATE))

gboolean
tl_text_is_right_to_left (const char *text, gboolean otherwise)
{
  guint n_isolates = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint32 direction =
          U_MASK (u_charDirection ((UChar32)g_utf8_get_char (p)));

      if ((direction & ISOLATE) != 0)
        n_isolates++;
      else if ((direction & U_MASK (U_POP_DIRECTIONAL_ISOLATE)) != 0)
        n_isolates -= MIN (n_isolates, 1);
      else if (n_isolates == 0 &&
               (direction & (LEFT_TO_RIGHT | RIGHT_TO_LEFT)) != 0)
        return (direction & RIGHT_TO_LEFT) != 0;
    }
  return otherwise;
}
