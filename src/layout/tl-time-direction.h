/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlTimeDirection:
 * @TL_TIME_AUTO: as the lines of text around it are read
 * @TL_TIME_LEFT_TO_RIGHT: early on the left
 * @TL_TIME_RIGHT_TO_LEFT: early on the right
 *
 * Which way time runs, as somebody has chosen it. It is apart from the
 * direction of reading, which decides where headings and legends stand.
 */
typedef enum
{
  TL_TIME_AUTO,
  TL_TIME_LEFT_TO_RIGHT,
  TL_TIME_RIGHT_TO_LEFT,
} TlTimeDirection;

/* The words of settings and command lines: auto, ltr, rtl. */
gboolean    tl_time_direction_from_nick (const char      *nick,
                                         TlTimeDirection *direction);
const char *tl_time_direction_to_nick (TlTimeDirection direction);
/* Whether time runs from right to left in what is read in a direction. */
gboolean tl_time_direction_is_mirrored (TlTimeDirection direction,
                                        gboolean        right_to_left);

G_END_DECLS
