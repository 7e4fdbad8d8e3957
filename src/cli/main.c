/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-cli-hint.h"
#include "tl-cli-output.h"
#include "tl-cli.h"
#include "tl-language.h"

/* treatyline-cli: finds the command, and turns what comes of it into an exit
 * status and at most one line on standard error. */

#define PROGRAM "treatyline-cli"

typedef struct
{
  const char *name;
  const char *summary;
  TlCliRun    run;
} Command;

static const Command commands[] = {
  { "export", N_ ("Draw the timeline as PNG, SVG or PDF"), tl_cli_export_run },
  { "list", N_ ("List the events"), tl_cli_list_run },
  { "quotes", N_ ("List the quotations"), tl_cli_quotes_run },
  { "cite", N_ ("Cite the sources"), tl_cli_cite_run },
  { "check", N_ ("Report everything that is wrong in datasets"),
    tl_cli_check_run },
  { "date", N_ ("Tell how dates (EDTF) are understood"), tl_cli_date_run },
};

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

static void
print_help (void)
{
  g_autoptr (GString) help = g_string_new (NULL);

  g_string_append_printf (help, "%s\n  %s %s\n\n%s\n\n%s\n", _ ("Usage:"),
                          PROGRAM,
                          /* Translators: what follows the program's name on
                           * the command line. */
                          _ ("COMMAND [OPTION…]"),
                          _ ("Draws and reads timelines of talks, tests and "
                             "treaty dates."),
                          _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (help, "  %-8s%s\n", commands[i].name,
                            _ (commands[i].summary));
  g_string_append_printf (
      help, "\n%s\n\n%s\n",
      /* Translators: treatyline-cli is the program's name, COMMAND stands for
       * one of its commands. */
      _ ("“treatyline-cli COMMAND --help” tells the options of a command."),
      _ ("Exit status: 0 done; 1 the input has problems; 2 wrong use; 3 the "
         "system refused."));
  tl_cli_print (help->str);
}

/* What was wrong, and for wrong use where to look it up: one line. */
static TlCliStatus
report (const GError *error)
{
  TlCliStatus      status = tl_cli_error_get_status (error);
  g_autofree char *message = NULL;

  if (status == TL_CLI_USAGE)
    /* Translators: %1$s says what was wrong, %2$s is the program's name with
     * its command. */
    message = g_strdup_printf (_ ("%1$s (see “%2$s --help”)"), error->message,
                               g_get_prgname ());
  else
    message = g_strdup (error->message);
  tl_cli_complain (message);
  return status;
}

static TlCliStatus
fail_command (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hint = NULL;
  const char      *known[G_N_ELEMENTS (commands) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    known[i] = commands[i].name;
  hint = tl_cli_hint_new (name != NULL ? name : "", known);
  if (name == NULL)
    g_set_error (&error, TL_CLI_ERROR, TL_CLI_USAGE,
                 /* Translators: %s is a list of commands. */
                 _ ("A command is missing: %s"), hint);
  else
    g_set_error (&error, TL_CLI_ERROR, TL_CLI_USAGE,
                 /* Translators: %1$s is what was given as command, %2$s a list
                  * of commands. */
                 _ ("There is no command “%1$s”; known: %2$s"), name, hint);
  return report (error);
}

/* arguments: the command and what follows it. */
static TlCliStatus
run_command (const Command *command, char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char  *program = g_strjoin (" ", PROGRAM, command->name, NULL);
  g_autofree char **with_program =
      g_memdup2 (arguments, (g_strv_length (arguments) + 1) * sizeof (char *));
  TlCliStatus status;

  g_set_prgname (program);
  with_program[0] = program;
  status = command->run (with_program, &error);
  if (error == NULL)
    tl_cli_print_finish (&error);
  return error != NULL ? report (error) : status;
}

static TlCliStatus
run (char **arguments)
{
  const char    *name = arguments[0];
  const Command *command;

  if (name == NULL)
    return fail_command (NULL);
  if (g_str_equal (name, "--help") || g_str_equal (name, "-h"))
    {
      print_help ();
      return TL_CLI_DONE;
    }
  if (g_str_equal (name, "--version"))
    {
      tl_cli_print (PROGRAM " " TL_VERSION "\n");
      return TL_CLI_DONE;
    }
  command = find_command (name);
  return command == NULL ? fail_command (name)
                         : run_command (command, arguments);
}

int
main (int argc, char **argv)
{
  tl_language_init ();
  tl_language_set_by_arguments (argv + MIN (argc, 1));
  g_set_prgname (PROGRAM);
  return (int)run (argv + MIN (argc, 1));
}
