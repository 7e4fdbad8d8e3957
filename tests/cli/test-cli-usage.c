/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-run.h"

#include <string.h>

/* Wrong use: exit status 2, one line on standard error that says what to do,
 * and nothing on standard output. */
static const struct
{
  const char *name;
  const char *command;
  const char *advice;
} wrong[] = {
  { "no-command", "", "export, list, quotes, cite, check, date" },
  { "unknown-command", "draw", "export, list, quotes, cite, check, date" },
  { "near-command", "exprot", "known: export (" },
  { "unknown-option", "list --colour", "--colour" },
  { "option-of-other-command", "list --width=100", "--width" },
  { "option-without-value", "list --format", "--format" },
  { "list-format", "list --format=xml", "table, json, csv, ics, md" },
  { "quotes-format", "quotes --format=text", "table, json, csv, md" },
  { "check-format", "check --format=csv", "text, json" },
  { "date-format", "date --format=table 2020", "text, json" },
  { "too-many-files", "list a.json b.json", "b.json" },
  { "kind", "list --kind=talks", "talk" },
  { "kind-one-of-several", "list --kind=talk,war", "statement" },
  { "kind-empty", "list --kind=", "treaty" },
  { "kind-capital", "list --kind=Talk", "talk" },
  { "actor-near", "list --actor=petrow @facets.json", "petrov" },
  { "actor-far", "list --actor=zz @facets.json", "freedonia, petrov, muller" },
  { "actor-empty-one", "list --actor=petrov, @facets.json", "freedonia" },
  { "treaty", "list --treaty=pakt @facets.json", "pact" },
  { "place", "cite --place=viena @facets.json", "vienna" },
  { "status", "list --status=planed", "planned" },
  { "status-far", "list --status=certain", "occurred, planned, announced" },
  { "tag", "quotes --tag=arms @facets.json", "arms control" },
  { "tag-far", "list --tag=zz @facets.json", "a,b, aid, arms control" },
  { "certainly-alone", "list --certainly", "--from" },
  { "source", "quotes --source=delta @facets.json", "alpha, beta, gamma" },
  { "source-of-export", "export --source=delta @facets.json %x.svg",
    "alpha, beta, gamma" },
  { "from", "list --from=2020-13", "--from" },
  { "from-words", "list --from=yesterday", "yesterday" },
  { "to", "list --to=2020-02-30", "--to" },
  { "from-after-to", "list --from=2021 --to=2020-12-31", "--from" },
  { "known-on", "list --known-on=2020-07", "YYYY-MM-DD" },
  { "known-on-no-day", "list --known-on=2019-02-29", "YYYY-MM-DD" },
  { "not-utf-8", "list --search=\377", "UTF-8" },
  { "control-characters", "list --kind=\033[31m\ntalk",
    "there is no “ [31m talk”" },
  { "lang", "list --lang=../en", "pt-BR" },
  { "lang-empty", "list --lang=", "pt-BR" },
  { "export-nothing", "export", "OUT" },
  { "export-three", "export a b c.svg", "c.svg" },
  { "export-format", "export --format=gif %x.svg", "png, svg, pdf" },
  { "export-ending", "export %x.gif", ".png, .svg or .pdf" },
  { "export-no-ending", "export %x", "--format" },
  { "export-standard-output", "export -", "--format" },
  { "export-width", "export --width=wide %x.svg", "--width" },
  { "export-width-zero", "export --width=0 %x.svg", "--width" },
  { "export-width-negative", "export --width=-100 %x.svg", "--width" },
  { "export-width-huge", "export --width=1e9 %x.svg", "32767" },
  { "export-width-unit", "export --width=100px %x.svg", "--width" },
  { "export-width-comma", "export --width=100,5 %x.svg", "--width" },
  { "export-height", "export --height=inf %x.svg", "--height" },
  { "export-scale", "export --scale=0 %x.png", "--scale" },
  { "export-scale-nan", "export --scale=nan %x.png", "--scale" },
  { "export-pixels", "export --width=20000 --scale=2 %x.png", "32,767" },
  { "export-theme", "export --theme=pink %x.svg",
    "light, dark, high-contrast, print" },
  { "export-group-by", "export --group-by=mood %x.svg",
    "kind, actor, treaty, place, source, none" },
  { "export-fold", "export --fold=talks %x.svg", "talk" },
  { "export-fold-other", "export --group-by=actor --fold=talk %x.svg",
    "--fold" },
  { "export-group-order", "export --group-order=mood %x.svg", "--group-order" },
  { "export-text", "export --text=comic %x.svg", "text, outlines" },
  { "export-today", "export --today=tomorrow %x.svg", "YYYY-MM-DD" },
  { "date-nothing", "date", "EDTF" },
};

static void
test_wrong (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  char            *folder = cli_make_folder ();
  g_autofree char *picture = g_build_filename (folder, "x.svg", NULL);
  g_autoptr (CliRun) run = cli_run (wrong[i].command, folder, NULL, NULL);

  g_assert_cmpint (run->status, ==, 2);
  g_assert_cmpstr (run->out, ==, "");
  cli_assert_one_line (run->errors);
  g_assert_true (g_str_has_prefix (run->errors, "treatyline-cli"));
  cli_assert_contains (run->errors, wrong[i].advice);
  cli_assert_contains (run->errors, "--help");
  g_assert_false (g_file_test (picture, G_FILE_TEST_EXISTS));
  cli_remove_folder (folder);
}

/* The help of each command names all its options. */
static const struct
{
  const char *command;
  const char *options;
} helps[] = {
  { "", "export list quotes check date" },
  { "export",
    "[FILE] --format --width --height --scale --from --to --lang --theme "
    "--group-by --fold --group-order --kind --actor --treaty --place --source "
    "--status --tag "
    "--contested --certainly --search --known-on --today "
    "--proportional --relations --text --sources --overwrite OUT" },
  { "list", "[FILE] --format --from --to --lang --kind --actor --treaty "
            "--place --source "
            "--status --tag --contested --certainly --search "
            "--known-on" },
  { "quotes", "[FILE] --format --from --to --lang --kind --actor --treaty "
              "--place --source "
              "--status --tag --contested --certainly --search "
              "--known-on" },
  { "check", "[FILE --articles --format --lang" },
  { "date", "EDTF --format --lang" },
};

static void
test_help (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *command = g_strdup_printf ("%s --help", helps[i].command);
  g_autoptr (CliRun) run = cli_run (command, NULL, NULL, NULL);
  g_auto (GStrv) options = g_strsplit (helps[i].options, " ", -1);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpstr (run->errors, ==, "");
  cli_assert_contains (run->out, "Usage:");
  cli_assert_contains (run->out, helps[i].command);
  for (guint j = 0; options[j] != NULL; j++)
    cli_assert_contains (run->out, options[j]);
}

static void
test_version (void)
{
  g_autoptr (CliRun) run = cli_run ("--version", NULL, NULL, NULL);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpstr (run->out, ==, "treatyline-cli " TL_VERSION "\n");
  g_assert_cmpstr (run->errors, ==, "");
}

/* What the system refuses: exit status 3, and one line that names it. */
static const struct
{
  const char *name;
  const char *command;
  const char *named;
} refused[] = {
  { "no-file", "list %none.json", "none.json" },
  { "folder-for-file", "list %", "cannot be read" },
  { "no-file-for-check", "check %none.json", "none.json" },
  { "no-file-for-quotes", "quotes %none.json", "none.json" },
  { "no-file-for-export", "export %none.json %x.svg", "none.json" },
  { "no-articles", "check --articles=%none @facets.json", "none" },
  { "no-folder", "export @facets.json %none/x.svg", "x.svg" },
};

static void
test_refused (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  char *folder = cli_make_folder ();
  g_autoptr (CliRun) run = cli_run (refused[i].command, folder, NULL, NULL);

  g_assert_cmpint (run->status, ==, 3);
  g_assert_cmpstr (run->out, ==, "");
  cli_assert_one_line (run->errors);
  cli_assert_contains (run->errors, refused[i].named);
  cli_remove_folder (folder);
}

/* A full disk behind standard output is not passed over. */
static void
test_full (gconstpointer data)
{
  const char *const *commands = data;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /dev/full here");
      return;
    }
  for (guint i = 0; commands[i] != NULL; i++)
    {
      g_autofree char *path =
          g_test_build_filename (G_TEST_DIST, "fixtures", "facets.json", NULL);
      g_autofree char *line = g_strdup_printf (
          "\"$TREATYLINE_CLI\" %s \"%s\" >/dev/full", commands[i], path);
      const char *const arguments[] = { "sh", "-c", line, NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) process =
          g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
      g_autofree char *errors = NULL;

      g_assert_no_error (error);
      g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &errors,
                                     &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 3);
      cli_assert_one_line (errors);
    }
}

int
main (int argc, char **argv)
{
  static const char *const commands[] = { "list", "list --format=json",
                                          "quotes --format=csv", "check",
                                          NULL };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/cli/wrong-use/%s", wrong[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_wrong);
    }
  for (guint i = 0; i < G_N_ELEMENTS (helps); i++)
    {
      g_autofree char *path = g_strdup_printf (
          "/tl/cli/help/%s", i == 0 ? "program" : helps[i].command);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_help);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/cli/refused/%s", refused[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
    }
  g_test_add_func ("/tl/cli/version", test_version);
  g_test_add_data_func ("/tl/cli/refused/full-disk", commands, test_full);
  return g_test_run ();
}
