/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What could have been meant by word: the known words that are nearly it, else
 * all of them, else the first few, separated by commas. known:
 * NULL-terminated. (transfer full) */
char *tl_cli_hint_new (const char        *word,
                       const char *const *known) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
