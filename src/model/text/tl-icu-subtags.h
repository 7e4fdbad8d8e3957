/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A language by its tags, and the script that it is written in when a tag does
 * not say. */

/* The tags under which a text for somebody who wants that language may stand,
 * the best first: “zh_TW” gives zh-TW, zh-Hant-TW and zh-Hant, but not zh,
 * which is in another script. Never empty. wanted: a BCP 47 tag or POSIX name.
 * (transfer full) */
GStrv tl_icu_dup_tags (const char *wanted) G_GNUC_WARN_UNUSED_RESULT;
/* Whether texts with these tags are likely in the same script. */
gboolean tl_icu_has_same_script (const char *tag, const char *other);

G_END_DECLS
