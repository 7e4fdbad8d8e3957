/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CliRun:
 *
 * One run of the built treatyline-cli, and what came of it.
 */
typedef struct
{
  int     status; /* exit status */
  char   *out;
  gsize   out_length;
  char   *errors;
  GBytes *out_bytes;
} CliRun;

/* command: arguments separated by spaces. "@" at the start of an argument, or
 * behind its "=", stands for the folder of fixtures, "%" for folder, a scratch
 * folder. environment: (nullable): "NAME=value", NULL-terminated. input:
 * (nullable): what is on standard input. */
CliRun *cli_run (const char        *command,
                 const char        *folder,
                 const char *const *environment,
                 const char        *input) G_GNUC_WARN_UNUSED_RESULT;
/* arguments: NULL-terminated, as they are; the rest as for cli_run(). */
CliRun *cli_run_arguments (const char *const *arguments,
                           const char *const *environment,
                           const char        *input) G_GNUC_WARN_UNUSED_RESULT;
void    cli_run_free (CliRun *self);
/* Exactly one line. */
void cli_assert_one_line (const char *text);
/* needle in text, with both shown when it is not. */
void cli_assert_contains (const char *text, const char *needle);

char *cli_make_folder (void) G_GNUC_WARN_UNUSED_RESULT;
/* Removes the folder with its files, and frees its name. */
void cli_remove_folder (char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliRun, cli_run_free)

G_END_DECLS
