/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* To be called first of all. */
void tl_cli_locale_init (void);
/* The language of everything printed from now on: a BCP 47 tag or a POSIX
 * name. */
void tl_cli_locale_set_language (const char *language);
/* Whether everything is printed in that language already. */
gboolean tl_cli_locale_speaks (const char *language);
/* The language of the user: the one set, else that of the environment. */
const char *tl_cli_locale_get_language (void);
gboolean    tl_cli_locale_is_language (const char *text);

G_END_DECLS
