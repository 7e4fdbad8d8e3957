/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as the language of the messages writes them, to be put into
 * messages where no [struct@DateFormatter] is at hand. May be called from any
 * thread. Those that format: (transfer full), UTF-8, never empty. */

/* “1,280” */
char *tl_number_format (gint64 number) G_GNUC_WARN_UNUSED_RESULT;
/* “2.50”, rounded to so many decimals. */
char *tl_number_format_decimal (double number,
                                guint  n_decimals) G_GNUC_WARN_UNUSED_RESULT;
/* Reads what these write, and what people type who leave out the signs between
 * thousands, or have a point on their keyboard where the language has a comma.
 * A sign that could be either separates thousands, unless it is the language's
 * decimal sign: “1,280” is 1280 in English and 1.28 in German. FALSE when text
 * is no number; then number has not changed. */
gboolean tl_number_parse (const char *text, double *number);

G_END_DECLS
