/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-sink.h"

G_BEGIN_DECLS

/* Standard output and standard error, always UTF-8. */

void tl_cli_print (const char *text);
/* Prints what is written to it. */
TlSink tl_cli_get_sink (void);
void   tl_cli_print_bytes (GBytes *bytes);
/* A text from elsewhere as one line of UTF-8 that a terminal only shows:
 * without control characters and bidirectional controls. (transfer full) */
char *tl_cli_clean (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* One line on standard error. */
void tl_cli_print_error (const char *line);
/* The same, cleaned, with the program's name before it. */
void tl_cli_complain (const char *message);
/* To be called when everything was printed. TL_CLI_ERROR with TL_CLI_SYSTEM
 * when it did not all get out. */
gboolean tl_cli_print_finish (GError **error);
/* Columns of the terminal on standard output; 0 when it is none. */
/* Whether somebody reads along, and not a file or another program. */
gboolean tl_cli_is_terminal (void);
guint    tl_cli_get_terminal_width (void);

G_END_DECLS
