/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as the language of the messages writes them, to be put into
 * messages where no [struct@DateFormatter] is at hand. May be called from any
 * thread. Both: (transfer full), UTF-8, never empty. */

/* “1,280” */
char *tl_number_format (gint64 number) G_GNUC_WARN_UNUSED_RESULT;
/* “2.50”, rounded to so many decimals. */
char *tl_number_format_decimal (double number,
                                guint  n_decimals) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
