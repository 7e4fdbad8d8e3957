/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlCliStatus:
 * @TL_CLI_DONE: done
 * @TL_CLI_PROBLEMS: the input has problems; what is sound was still shown
 * @TL_CLI_USAGE: wrong use
 * @TL_CLI_SYSTEM: the system refused: cannot read, cannot write
 *
 * Exit statuses, and codes of #TL_CLI_ERROR.
 */
typedef enum
{
  TL_CLI_DONE,
  TL_CLI_PROBLEMS,
  TL_CLI_USAGE,
  TL_CLI_SYSTEM,
} TlCliStatus;

#define TL_CLI_ERROR (tl_cli_error_quark ())
GQuark tl_cli_error_quark (void);
/* The exit status for an error of any domain. */
TlCliStatus tl_cli_error_get_status (const GError *error);

/* A command: arguments[0] is the program with the command, the rest is as
 * given. When error is set, the status follows from it. */
typedef TlCliStatus (*TlCliRun) (char **arguments, GError **error);

TlCliStatus tl_cli_check_run (char **arguments, GError **error);
TlCliStatus tl_cli_cite_run (char **arguments, GError **error);
TlCliStatus tl_cli_date_run (char **arguments, GError **error);
TlCliStatus tl_cli_export_run (char **arguments, GError **error);
TlCliStatus tl_cli_list_run (char **arguments, GError **error);
TlCliStatus tl_cli_quotes_run (char **arguments, GError **error);

G_END_DECLS
