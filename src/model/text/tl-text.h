/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlText:
 *
 * A language map: one text in several languages. Immutable; owned by the
 * dataset it came with.
 */
typedef struct _TlText TlText;

/* The text in the wanted language, else in its base language or in another
 * form of it that is written in the same script, if need be in another script
 * ("pt" or "pt-PT" for "pt-BR"; "zh-Hans" for "zh_CN"), else the dataset's
 * language, else the first of the map. NULL text gives NULL. (transfer
 * none) */
const char *tl_text_get (const TlText *text, const char *language);
/* As tl_text_get(), also telling the language that was found. */
const char *tl_text_get_with_language (const TlText *text,
                                       const char   *language,
                                       const char  **found);
/* The text in the wanted language or a form of it; never in another one:
 * NULL when there is none, or for a NULL text or language. found: nullable.
 * (transfer none) */
const char *
tl_text_find (const TlText *text, const char *language, const char **found);
guint tl_text_get_n_languages (const TlText *text);
const char *
tl_text_get_nth (const TlText *text, guint index, const char **language);

G_END_DECLS
