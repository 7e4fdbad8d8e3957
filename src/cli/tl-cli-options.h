/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Parsing of a command's options. Errors are TL_CLI_ERROR with TL_CLI_USAGE,
 * or of GOption, and say what to write instead. */

/* parameters: "[FILE] OUT"; summary, description: translated, nullable.
 * (transfer full) */
GOptionContext *
tl_cli_options_new (const char *parameters,
                    const char *summary,
                    const char *description) G_GNUC_WARN_UNUSED_RESULT;
/* The parameters that are no options, at most max of them, and at least one
 * when required (what it is called in the help text) is not NULL.
 * (transfer full) */
char **tl_cli_options_parse (GOptionContext *context,
                             char          **arguments,
                             const char     *required,
                             guint           max,
                             GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/* What is separated by commas in the values of an option that can be given
 * several times, an empty one too. values may be NULL. NULL-terminated.
 * (transfer full) */
char **tl_cli_split_values (char **values) G_GNUC_WARN_UNUSED_RESULT;
/* Always FALSE: word is none of known, which are NULL-terminated. */
gboolean tl_cli_fail_unknown (const char        *option,
                              const char        *word,
                              const char *const *known,
                              GError           **error);

/* option: "--format". choices: NULL-terminated. NULL text is the first. */
gboolean tl_cli_parse_choice (const char        *option,
                              const char        *text,
                              const char *const *choices,
                              guint             *index,
                              GError           **error);
/* A decimal number from min to max; NULL text leaves number alone. */
gboolean tl_cli_parse_number (const char *option,
                              const char *text,
                              double      min,
                              double      max,
                              double     *number,
                              GError    **error);
/* YYYY-MM-DD; NULL text leaves second alone. */
gboolean tl_cli_parse_day (const char *option,
                           const char *text,
                           gint64     *second,
                           GError    **error);
/* Checks --lang and makes it the language of the messages; NULL is fine. */
gboolean tl_cli_parse_language (const char *text, GError **error);

G_END_DECLS
