/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "cli-run.h"

static const struct
{
  const char *input;
  int         level;
  const char *earliest;
  const char *latest;
  const char *qualifier;
} valid[] = {
  { "2020-07-28", 0, "2020-07-28", "2020-07-28", "none" },
  { "-0044", 1, "-0044-01-01", "-0044-12-31", "none" },
  { "Y-17E7", 2, "-170000000-01-01", "-170000000-12-31", "none" },
  { "2020-04~", 1, "2020-04-01", "2020-04-30", "approximate" },
  { "2020?", 1, "2020-01-01", "2020-12-31", "uncertain" },
  { "2020-04-14%", 1, "2020-04-14", "2020-04-14", "both" },
  { "2020-02/..", 1, "2020-02-01", "+inf", "none" },
  { "/2020-02", 1, "unknown", "2020-02-29", "none" },
  { "[..2020-07-27]", 2, "-inf", "2020-07-27", "none" },
};

static const char *const invalid[] = { "2020-13",  "1900-02-29", "yesterday",
                                       "2020-4",   "2020/2019",  "2020-04-14T",
                                       "2020 -04", "-" };

static char *
make_command (void)
{
  GString *command = g_string_new ("date --format=json --lang=en");

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_string_append_printf (command, " %s", valid[i].input);
  return g_string_free (command, FALSE);
}

static void
test_json (void)
{
  g_autofree char *command = make_command ();
  g_autoptr (CliRun) run = cli_run (command, NULL, NULL, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *array;

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpstr (run->errors, ==, "");
  g_assert_true (json_parser_load_from_data (parser, run->out, -1, NULL));
  array = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (array), ==, G_N_ELEMENTS (valid));
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      JsonObject *date = json_array_get_object_element (array, i);

#define STRING(key) json_object_get_string_member (date, key)
      g_assert_cmpstr (STRING ("input"), ==, valid[i].input);
      g_assert_true (json_object_get_boolean_member (date, "valid"));
      g_assert_cmpint (json_object_get_int_member (date, "level"), ==,
                       valid[i].level);
      g_assert_cmpstr (STRING ("earliest"), ==, valid[i].earliest);
      g_assert_cmpstr (STRING ("latest"), ==, valid[i].latest);
      g_assert_cmpstr (STRING ("qualifier"), ==, valid[i].qualifier);
      g_assert_cmpuint (strlen (STRING ("text")), >, 0);
      g_assert_true (json_object_get_null_member (date, "error"));
#undef STRING
    }
}

static void
test_invalid (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      const char *const arguments[] = { g_getenv ("TREATYLINE_CLI"), "date",
                                        "--format=json", invalid[i], NULL };
      g_autofree char  *out = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) process =
          g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonObject *date;

      g_assert_no_error (error);
      g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
      g_assert_true (json_parser_load_from_data (parser, out, -1, NULL));
      date = json_array_get_object_element (
          json_node_get_array (json_parser_get_root (parser)), 0);
      g_assert_cmpstr (json_object_get_string_member (date, "input"), ==,
                       invalid[i]);
      g_assert_false (json_object_get_boolean_member (date, "valid"));
      g_assert_true (json_object_get_null_member (date, "level"));
      g_assert_true (json_object_get_null_member (date, "earliest"));
      g_assert_true (json_object_get_null_member (date, "text"));
      g_assert_nonnull (json_object_get_string_member (date, "error"));
    }
}

static void
test_text (void)
{
  g_autoptr (CliRun) run =
      cli_run ("date --lang=en 2020-04~ 2020-13 -0044", NULL, NULL, NULL);

  g_assert_cmpint (run->status, ==, 1);
  cli_assert_contains (run->out, "2020-04~\n");
  cli_assert_contains (run->out, "about April 2020\n");
  cli_assert_contains (run->out, "2020-04-01\n");
  cli_assert_contains (run->out, "2020-04-30\n");
  cli_assert_contains (run->out, "approximate\n");
  cli_assert_contains (run->out, "\n-0044\n");
  cli_assert_one_line (run->errors);
  cli_assert_contains (run->errors, "“2020-13”");
  cli_assert_contains (run->errors, "character 6");
  g_assert_null (strstr (run->out, "2020-13"));
}

/* Bounds are words for people, in their language; programs get signs. */
static void
test_bounds (void)
{
  static const struct
  {
    const char *language;
    const char *earliest;
    const char *latest;
  } cases[] = {
    { "en", "  open\n", "  unknown\n" },
    { "de", "  offen\n", "  unbekannt\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *command = g_strdup_printf (
          "date --lang=%s [..2020-07-27] 2020-02/", cases[i].language);
      g_autoptr (CliRun) run = cli_run (command, NULL, NULL, NULL);

      g_assert_cmpint (run->status, ==, 0);
      cli_assert_contains (run->out, cases[i].earliest);
      cli_assert_contains (run->out, cases[i].latest);
      cli_assert_contains (run->out, "  2020-07-27\n");
      g_assert_null (strstr (run->out, "-inf"));
    }
}

/* What is behind "--" is no option either. */
static void
test_dashes (void)
{
  g_autoptr (CliRun) run =
      cli_run ("date --format=json -- -0044", NULL, NULL, NULL);
  g_autoptr (CliRun) option = cli_run ("date -x", NULL, NULL, NULL);

  g_assert_cmpint (run->status, ==, 0);
  cli_assert_contains (run->out, "\"-0044\"");
  g_assert_cmpint (option->status, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/cli/date/json", test_json);
  g_test_add_func ("/tl/cli/date/invalid", test_invalid);
  g_test_add_func ("/tl/cli/date/text", test_text);
  g_test_add_func ("/tl/cli/date/bounds", test_bounds);
  g_test_add_func ("/tl/cli/date/dashes", test_dashes);
  return g_test_run ();
}
