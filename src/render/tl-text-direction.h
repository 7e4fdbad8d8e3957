/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a line of this text reads from right to left: decided by the first
 * character that has a direction and is not isolated (rules P2 and P3 of the
 * Unicode bidirectional algorithm); otherwise where there is none, as in a
 * number. text must be valid UTF-8. */
gboolean tl_text_is_right_to_left (const char *text, gboolean otherwise);

G_END_DECLS
