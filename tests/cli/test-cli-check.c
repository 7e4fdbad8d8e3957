/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "cli-run.h"

/* What check reports, and the exit status it does so with. */

static const struct
{
  const char *name;
  const char *command;
  int         status;
  const char *out;    /* in standard output */
  const char *errors; /* in standard error; NULL: nothing there */
} cases[] = {
  { "sound", "check @facets.json", 0,
    "facets.json: 5 records, 3 quotations, 3 sources: 0 errors, 0 warnings, 0 "
    "notes\n",
    NULL },
  { "builtin", "check", 0, "0 errors, 0 warnings", NULL },
  { "articles", "check --articles=@articles @facets.json", 0,
    "; 3 of 3 quotations and 5 of 5 excerpts found in the articles\n",
    ":29:13: note: " },
  { "articles-marks", "check --articles=@articles @facets.json", 0,
    "0 errors, 0 warnings, 2 notes", "[quote-other-marks]\n" },
  { "no-articles-there", "check --articles=@. @facets.json", 0,
    "; 0 of 3 quotations and 0 of 5 excerpts", "[article-missing]\n" },
  { "one-bad", "check @one-bad.json", 1,
    "one-bad.json: 1 record, 0 quotations, 1 source: 1 error, 0 warnings, 0 "
    "notes\n",
    "one-bad.json:32:15: error: " },
  { "broken", "check @broken.json", 1,
    "broken.json: nothing could be loaded: 1 error",
    "broken.json:3:15: error: " },
  { "several", "check @facets.json @one-bad.json", 1, "facets.json: 5 records",
    "one-bad.json:32:15: error: " },
  { "unreadable-beside-others", "check %none.json @facets.json @one-bad.json",
    3, "one-bad.json: 1 record", "none.json” cannot be read" },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  char *folder = cli_make_folder ();
  g_autoptr (CliRun) run = cli_run (cases[i].command, folder, NULL, NULL);

  g_assert_cmpint (run->status, ==, cases[i].status);
  cli_assert_contains (run->out, cases[i].out);
  if (cases[i].errors != NULL)
    cli_assert_contains (run->errors, cases[i].errors);
  else
    g_assert_cmpstr (run->errors, ==, "");
  cli_remove_folder (folder);
}

static void
test_json (void)
{
  g_autoptr (CliRun) run =
      cli_run ("check --format=json --articles=@articles @facets.json "
               "@one-bad.json @broken.json",
               NULL, NULL, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray  *reports;
  JsonObject *report;
  JsonObject *problem;

  g_assert_cmpint (run->status, ==, 1);
  g_assert_true (json_parser_load_from_data (parser, run->out, -1, NULL));
  reports = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (reports), ==, 3);

  report = json_array_get_object_element (reports, 0);
  g_assert_true (json_object_get_boolean_member (report, "loaded"));
  g_assert_cmpint (json_object_get_int_member (report, "records"), ==, 5);
  g_assert_cmpint (json_object_get_int_member (report, "quotes_found"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (report, "errors"), ==, 0);

  report = json_array_get_object_element (reports, 1);
  /* Before it, by its place, stands the note on the article. */
  problem = json_array_get_object_element (
      json_object_get_array_member (report, "problems"), 1);
  g_assert_cmpstr (json_object_get_string_member (problem, "code"), ==,
                   "unknown-kind");
  g_assert_cmpint (json_object_get_int_member (problem, "line"), ==, 32);
  g_assert_cmpint (json_object_get_int_member (problem, "column"), ==, 15);

  report = json_array_get_object_element (reports, 2);
  g_assert_false (json_object_get_boolean_member (report, "loaded"));
  g_assert_false (json_object_has_member (report, "records"));
  g_assert_cmpint (json_object_get_int_member (report, "errors"), ==, 1);
}

static void
test_changed_article (void)
{
  char            *folder = cli_make_folder ();
  g_autofree char *path = g_build_filename (folder, "beta.txt", NULL);
  g_autoptr (CliRun) run = NULL;

  g_assert_true (g_file_set_contents (path, "Nothing of it.\n", -1, NULL));
  run = cli_run ("check --articles=%. @facets.json", folder, NULL, NULL);
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_contains (run->errors, ": warning: “It’s – frankly – serious.” ");
  cli_assert_contains (run->errors, "[quote-not-found]\n");
  cli_assert_contains (run->errors, "[excerpt-not-found]\n");
  cli_assert_contains (run->out, "0 errors, 2 warnings");
  cli_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/cli/check/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/tl/cli/check/json", test_json);
  g_test_add_func ("/tl/cli/check/changed-article", test_changed_article);
  return g_test_run ();
}
