/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether text has a character that is written from right to left. */
gboolean tl_has_right_to_left (const char *text);
/* text of a dataset on its way into a sentence of the program, for people:
 * between isolation marks (U+2068, U+2069) where its direction could disturb
 * the sentence, else a copy. Never for files that programs read.
 * (transfer full) */
char *tl_isolate (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
