/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A drawn line never has more characters than this: nobody reads more, and
 * shaping costs time for every one of them. */
#define TL_CLEAN_TEXT_MAX_CHARS 1000

/**
 * tl_clean_text:
 * @text: any bytes up to a NUL
 * @max_chars: most characters to keep, with an ellipsis where it was cut at a
 *   grapheme; 0 for all
 *
 * What may be drawn and written: valid UTF-8 (U+FFFD for the rest), white space
 * that would break a line as a space, no other control characters and none
 * that XML 1.0 forbids. Joiners and bidirectional marks are kept.
 *
 * Returns: (transfer full): one line of text
 */
char *tl_clean_text (const char *text,
                     guint       max_chars) G_GNUC_WARN_UNUSED_RESULT;
/* Whether tl_clean_text() would return the same bytes. */
gboolean tl_clean_text_is_clean (const char *text, guint max_chars);

G_END_DECLS
