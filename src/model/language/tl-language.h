/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The language that the program speaks with people: that of the environment,
 * or one that was chosen. It belongs to the process, as gettext's does; change
 * it on the main thread only, while no other thread looks up messages.
 * Languages are BCP 47 tags or POSIX names. */

/* To be called first of all, before GTK is initialized. */
void tl_language_init (void);
/* (nullable): NULL for that of the environment. */
void tl_language_set (const char *language);
/* Lets Pango take the forms of letters from the language that is spoken now: it
 * asks the locale, which may be that of another language or of none, and would
 * draw Chinese as Japanese. For the start, before GTK is initialized. */
void tl_language_adopt_letters (void);
/* Speaks what “--lang” asks for before the command line is read, so that help
 * and complaints are in that language, too. What is no language is passed
 * over. arguments: NULL-terminated. */
void tl_language_set_by_arguments (char **arguments);
/* Never NULL: the one that was set, else that of the environment. */
const char *tl_language_get (void);
/* Whether it is spoken already. */
gboolean tl_language_is_spoken (const char *language);
/* The BCP 47 tag of the messages: English where there is no translation into
 * the language. */
const char *tl_language_get_translation (void);

gboolean tl_language_is_valid (const char *text);
/* Whether it is written from right to left. */
gboolean tl_language_is_rtl (const char *language);
/* Whether both are the same language in the same script: zh-CN and zh-Hans are,
 * zh-CN and zh-TW are not. */
gboolean tl_language_matches (const char *a, const char *b);
/* As a BCP 47 tag: zh-CN for zh_CN.UTF-8. (transfer full) */
char *tl_language_dup_tag (const char *language) G_GNUC_WARN_UNUSED_RESULT;
/* Its name in the language itself, to begin a line with: “Français”.
 * (transfer full) */
char *tl_language_dup_name (const char *language) G_GNUC_WARN_UNUSED_RESULT;
/* The languages that the program can speak, English among them, by their codes
 * in the folder of translations; sorted by their names. (transfer full) */
GStrv tl_language_list (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
