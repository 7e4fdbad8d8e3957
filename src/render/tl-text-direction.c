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

gboolean
tl_text_is_right_to_left (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint32 direction =
          U_MASK (u_charDirection ((UChar32)g_utf8_get_char (p)));

      if ((direction & (LEFT_TO_RIGHT | RIGHT_TO_LEFT)) != 0)
        return (direction & RIGHT_TO_LEFT) != 0;
    }
  return FALSE;
}
