/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Letters from here on come as they are: the scripts up to here, Latin to
 * Arabic, are those with letters of which people take one for another. */
#define TL_ICU_LETTERS_END 0x700

/* Instead of a letter, the first of those that the Unicode Collation Algorithm
 * holds for the same in searches, whatever the language (CLDR, root collation
 * for search, primary strength): “d” for “đ”, U+0647 HEH for U+0629 TEH
 * MARBUTA. 0 for what searches pass over, such as U+0640 TATWEEL. c: a small
 * letter, already decomposed. */
gunichar tl_icu_letters_fold (gunichar c);

G_END_DECLS
