/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* text as one line that only shows: control characters and line breaks become
 * spaces, and the characters that turn round the direction of what follows
 * are left out. Must be UTF-8. (transfer full) */
char *tl_plain_text_to_line (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* url with all that no address may have percent-encoded: white space, quotes,
 * brackets that enclose it. Letters beyond ASCII stay. (transfer full) */
char *tl_plain_text_to_address (const char *url) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
