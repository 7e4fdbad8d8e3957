/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"
#include "tl-problem.h"

G_BEGIN_DECLS

/* Reads a dataset and says on standard error what is wrong with it. file: as
 * given on the command line; NULL for the built-in dataset, "-" for standard
 * input. native: from then on everything is in the dataset's own language,
 * whoever the user is. has_problems is set when the exit status is to be
 * TL_CLI_PROBLEMS. NULL without error: nothing can be shown, and why was said
 * already. (transfer full) */
TlDataset *tl_cli_input_load (const char *file,
                              gboolean    native,
                              gboolean   *has_problems,
                              GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same, but only collects: problems bear the file's name as given. NULL
 * with TL_READER_ERROR (then also in problems) or another error.
 * (transfer full) */
TlDataset *tl_cli_input_read (const char *file,
                              TlProblems *problems,
                              GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* What messages call the input: UTF-8. (transfer full) */
char *tl_cli_input_dup_name (const char *file) G_GNUC_WARN_UNUSED_RESULT;
/* Where it can be read again; NULL for standard input. (transfer full) */
char *tl_cli_input_dup_path (const char *file) G_GNUC_WARN_UNUSED_RESULT;
/* Prints those of at least that severity on standard error, as from name. */
void tl_cli_input_print_problems (const TlProblems *problems,
                                  const char       *name,
                                  TlSeverity        least);
/* Errors or warnings: notes do not count. */
gboolean tl_cli_input_is_faulty (const TlProblems *problems);

G_END_DECLS
