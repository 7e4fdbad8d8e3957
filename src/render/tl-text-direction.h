/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a line of this text reads from right to left: as Pango decides it,
 * by the first character that has a direction, but without shaping it. text
 * must be valid UTF-8. */
gboolean tl_text_is_right_to_left (const char *text);

G_END_DECLS
