/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-time-direction.h"

static const char *nicks[] = {
  [TL_TIME_AUTO] = "auto",
  [TL_TIME_LEFT_TO_RIGHT] = "ltr",
  [TL_TIME_RIGHT_TO_LEFT] = "rtl",
};

gboolean
tl_time_direction_from_nick (const char *nick, TlTimeDirection *direction)
{
  g_return_val_if_fail (nick != NULL && direction != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (nick, nicks[i]))
      {
        *direction = (TlTimeDirection)i;
        return TRUE;
      }
  return FALSE;
}

const char *
tl_time_direction_to_nick (TlTimeDirection direction)
{
  g_return_val_if_fail ((guint)direction < G_N_ELEMENTS (nicks), nicks[0]);

  return nicks[direction];
}

gboolean
tl_time_direction_is_mirrored (TlTimeDirection direction,
                               gboolean        right_to_left)
{
  if (direction == TL_TIME_AUTO)
    return right_to_left;
  return direction == TL_TIME_RIGHT_TO_LEFT;
}
