/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-text-range.h"

G_BEGIN_DECLS

/* The folded words of what somebody looks for; none for blanks. */
char **tl_search_split_words (const char *search) G_GNUC_WARN_UNUSED_RESULT;
/* The parts of text that the words of search (nullable) match, as a filter's
 * search does: whole characters as people see them, sorted, none touching
 * another. ranges: (out) (transfer full) (array): g_free() it; NULL when there
 * are none. Returns: how many. */
guint tl_search_find_matches (const char   *search,
                              const char   *text,
                              TlTextRange **ranges);

G_END_DECLS
