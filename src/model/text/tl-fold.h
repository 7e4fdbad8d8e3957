/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Case, accents, typographic marks and kinds of white space folded, for
 * searching; text must be UTF-8. (transfer full) */
char *tl_fold_for_search (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Appends text with every run of white space as one space, without invisible
 * format characters; no space at the start, none after another. */
void tl_fold_append_spaces (GString *folded, const char *text);
/* Quotation marks as ' or ", dashes as -; character for character, so that
 * positions stay the same. (transfer full) */
char *tl_fold_marks (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Appends what tl_fold_for_search() makes of the text, without making copies
 * of it on the way. */
void
tl_fold_append_for_search (GString *folded, const char *text, gsize length);

G_END_DECLS
