/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli.h"

#include "tl-export.h"
#include "tl-reader.h"

/* Which exit status an error leads to. What a caller can mend by another
 * command line is wrong use; what the state of the system forbids, an existing
 * file among it, is the system's refusal. */

/* clang-format off */
G_DEFINE_QUARK (tl-cli-error-quark, tl_cli_error)
/* clang-format on */

TlCliStatus
tl_cli_error_get_status (const GError *error)
{
  g_return_val_if_fail (error != NULL, TL_CLI_DONE);

  if (error->domain == TL_CLI_ERROR)
    return (TlCliStatus)error->code;
  if (error->domain == G_OPTION_ERROR)
    return TL_CLI_USAGE;
  if (error->domain == TL_READER_ERROR)
    return TL_CLI_PROBLEMS;
  if (g_error_matches (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_FORMAT) ||
      g_error_matches (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE))
    return TL_CLI_USAGE;
  return TL_CLI_SYSTEM;
}
