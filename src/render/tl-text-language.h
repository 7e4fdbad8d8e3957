/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* A language by its BCP 47 tag or POSIX name, as fonts know it: they tell
 * Chinese by the country, zh-cn and zh-tw, not by the script. */
PangoLanguage *tl_text_language_from_tag (const char *tag);
/* The language of every stretch of text, for the choice of fonts and forms of
 * letters: the given one where it is written in that script, else the one that
 * is most likely to be meant. Pango's own guess asks the environment of the
 * user, which must not change a picture. (transfer full) */
PangoAttrList *tl_text_language_get_attributes (
    const char *text, PangoLanguage *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
