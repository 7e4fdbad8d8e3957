/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-cli-input.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "tl-cli-output.h"
#include "tl-cli.h"
#include "tl-language.h"
#include "tl-limits.h"
#include "tl-reader.h"

/* Gets datasets in, and the complaints about them out. */

#define STANDARD_INPUT_NAME "<stdin>"

static gboolean
is_standard_input (const char *file)
{
  return g_strcmp0 (file, "-") == 0;
}

char *
tl_cli_input_dup_path (const char *file)
{
  g_autoptr (GFile) builtin = NULL;

  if (is_standard_input (file))
    return NULL;
  if (file != NULL)
    return g_strdup (file);
  builtin = tl_reader_get_builtin_file ();
  return g_file_get_path (builtin);
}

char *
tl_cli_input_dup_name (const char *file)
{
  g_autofree char *path = tl_cli_input_dup_path (file);

  return path == NULL ? g_strdup (STANDARD_INPUT_NAME)
                      : g_filename_display_name (path);
}

/* One byte more than can be read is enough for the reader to refuse it. */
static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 block[65536];
  gsize  n_read;

  do
    {
      n_read = fread (block, 1, sizeof block, stdin);
      g_byte_array_append (bytes, block, (guint)n_read);
    }
  while (n_read > 0 && bytes->len <= TL_LIMIT_HELD_BYTES);
  if (!ferror (stdin))
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error_literal (error, TL_CLI_ERROR, TL_CLI_SYSTEM,
                       _ ("Standard input cannot be read"));
  return NULL;
}

/* What was read from standard input cannot be read again, so it is kept in
 * kept, which begins NULL. */
static TlDataset *
read_any (const char *file, GBytes **kept, TlProblems *problems, GError **error)
{
  g_autoptr (GFile) location = NULL;

  if (is_standard_input (file))
    {
      if (*kept == NULL)
        *kept = read_standard_input (error);
      return *kept == NULL ? NULL
                           : tl_reader_load_bytes (*kept, STANDARD_INPUT_NAME,
                                                   NULL, problems, error);
    }
  location = file != NULL ? g_file_new_for_commandline_arg (file)
                          : tl_reader_get_builtin_file ();
  return tl_reader_load_file (location, NULL, problems, error);
}

/* error is set when this returns NULL. */
static TlDataset *
read_once_more (const char *file,
                GBytes    **kept,
                TlProblems *problems,
                GError    **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *name = NULL;
  TlDataset       *dataset = read_any (file, kept, problems, &cause);

  if (dataset != NULL)
    return dataset;
  if (cause->domain == TL_READER_ERROR || cause->domain == TL_CLI_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  name = tl_cli_input_dup_name (file);
  g_set_error (error, TL_CLI_ERROR, TL_CLI_SYSTEM,
               /* Translators: %1$s is a file name, %2$s the system's
                * reason. */
               _ ("“%1$s” cannot be read: %2$s"), name, cause->message);
  return NULL;
}

TlDataset *
tl_cli_input_read (const char *file, TlProblems *problems, GError **error)
{
  g_autoptr (GBytes) kept = NULL;

  return read_once_more (file, &kept, problems, error);
}

/* Takes dataset. Titles of treaty acts are put together while reading, in the
 * language of the moment: a dataset of another language is read again. */
static TlDataset *
make_native (TlDataset  *dataset,
             const char *file,
             GBytes    **kept,
             GError    **error)
{
  g_autoptr (TlDataset) first = dataset;
  g_autoptr (TlProblems) same_problems = tl_problems_new ();
  const char *language = tl_dataset_get_language (first);
  gboolean    speaks = tl_language_is_spoken (language);

  tl_language_set (language);
  return speaks ? g_steal_pointer (&first)
                : read_once_more (file, kept, same_problems, error);
}

TlDataset *
tl_cli_input_load (const char *file,
                   gboolean    native,
                   gboolean   *has_problems,
                   GError    **error)
{
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autofree char *name = tl_cli_input_dup_name (file);
  TlDataset       *dataset = read_once_more (file, &kept, problems, &cause);

  tl_problems_sort (problems);
  tl_cli_input_print_problems (problems, name, TL_SEVERITY_WARNING);
  *has_problems = tl_cli_input_is_faulty (problems);
  if (dataset != NULL && native)
    return make_native (dataset, file, &kept, error);
  if (dataset == NULL && cause->domain != TL_READER_ERROR)
    g_propagate_error (error, g_steal_pointer (&cause));
  return dataset;
}

void
tl_cli_input_print_problems (const TlProblems *problems,
                             const char       *name,
                             TlSeverity        least)
{
  for (guint i = 0; i < tl_problems_get_size (problems); i++)
    {
      TlProblem        problem = *tl_problems_get (problems, i);
      g_autofree char *file = g_strdup (name);
      g_autofree char *line = NULL;

      if (problem.severity > least)
        continue;
      problem.file = file;
      line = tl_problem_to_string (&problem);
      tl_cli_print_error (line);
    }
}

gboolean
tl_cli_input_is_faulty (const TlProblems *problems)
{
  return tl_problems_count (problems, TL_SEVERITY_ERROR) > 0 ||
         tl_problems_count (problems, TL_SEVERITY_WARNING) > 0;
}
