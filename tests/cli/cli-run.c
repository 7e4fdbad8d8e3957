/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-run.h"

#include <glib/gstdio.h>
#include <string.h>

/* Runs the program as a user does, with an environment that is the same
 * everywhere. */

static const char *const base_environment[] = {
  "LC_ALL=C.UTF-8", "LANGUAGE=", "TZ=UTC", "SOURCE_DATE_EPOCH=1595894400", NULL
};

static char *
expand (const char *argument, const char *folder)
{
  const char *value = strchr (argument, '=');
  const char *sign;

  value = value != NULL && argument[0] == '-' ? value + 1 : argument;
  sign = value[0] == '@' ? g_getenv ("G_TEST_SRCDIR") : folder;
  if (value[0] != '@' && (value[0] != '%' || folder == NULL))
    return g_strdup (argument);
  return g_strdup_printf ("%.*s%s%s/%s", (int)(value - argument), argument,
                          sign, value[0] == '@' ? "/fixtures" : "", value + 1);
}

static char **
make_arguments (const char *command, const char *folder)
{
  g_auto (GStrv) words = g_strsplit (command, " ", -1);
  GPtrArray *arguments = g_ptr_array_new ();

  g_ptr_array_add (arguments, g_strdup (g_getenv ("TREATYLINE_CLI")));
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_ptr_array_add (arguments, expand (words[i], folder));
  g_ptr_array_add (arguments, NULL);
  return (char **)g_ptr_array_free (arguments, FALSE);
}

static void
set_environment (GSubprocessLauncher *launcher, const char *const *environment)
{
  for (guint i = 0; environment != NULL && environment[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (environment[i], "=", 2);

      g_subprocess_launcher_setenv (launcher, pair[0], pair[1], TRUE);
    }
}

static char *
dup_text (GBytes *bytes)
{
  gsize       length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length == 0 ? g_strdup ("") : g_strndup (data, length);
}

/* arguments: the program first. */
static CliRun *
run_program (char             **arguments,
             const char *const *environment,
             const char        *input)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
      G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) in = g_bytes_new (input, input ? strlen (input) : 0);
  g_autoptr (GBytes) errors = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *command = NULL;
  g_autofree char *shown = NULL;
  CliRun          *self = g_new0 (CliRun, 1);

  set_environment (launcher, base_environment);
  set_environment (launcher, environment);
  process = g_subprocess_launcher_spawnv (
      launcher, (const char *const *)arguments, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, in, NULL, &self->out_bytes, &errors,
                            &error);
  g_assert_no_error (error);
  /* A crash is never what was meant. */
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
  self->out_length = g_bytes_get_size (self->out_bytes);
  self->out = dup_text (self->out_bytes);
  self->errors = dup_text (errors);
  /* Bytes that are not UTF-8 would not be TAP. */
  command = g_strjoinv (" ", arguments + 1);
  shown = g_strescape (command, NULL);
  g_test_message ("%s: exit status %d", shown, self->status);
  return self;
}

CliRun *
cli_run (const char        *command,
         const char        *folder,
         const char *const *environment,
         const char        *input)
{
  g_auto (GStrv) arguments = make_arguments (command, folder);

  return run_program (arguments, environment, input);
}

CliRun *
cli_run_arguments (const char *const *arguments,
                   const char *const *environment,
                   const char        *input)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_add (all, (gpointer)g_getenv ("TREATYLINE_CLI"));
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (all, (gpointer)arguments[i]);
  g_ptr_array_add (all, NULL);
  return run_program ((char **)all->pdata, environment, input);
}

void
cli_run_free (CliRun *self)
{
  g_bytes_unref (self->out_bytes);
  g_free (self->out);
  g_free (self->errors);
  g_free (self);
}

void
cli_assert_one_line (const char *text)
{
  const char *end = strchr (text, '\n');

  if (end == NULL || end == text || end[1] != '\0')
    g_error ("not one line: %s", text);
}

void
cli_assert_contains (const char *text, const char *needle)
{
  if (strstr (text, needle) == NULL)
    g_error ("“%s” is not in:\n%s", needle, text);
}

char *
cli_make_folder (void)
{
  char *folder = g_dir_make_tmp ("treatyline-cli-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return folder;
}

void
cli_remove_folder (char *folder)
{
  g_autoptr (GDir) listing = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}
