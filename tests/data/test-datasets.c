/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>

#include "../cli/cli-run.h"

/* The datasets that are installed: sound, and where the articles they were
 * made from stand beside the source, true to the word. */

#define DATASETS "../../data/datasets"
#define ARTICLES "../../../shared/articles"

static void
test_sound (gconstpointer data)
{
  g_autofree char *command =
      g_strdup_printf ("check @" DATASETS "/%s", (const char *)data);
  g_autoptr (CliRun) run = cli_run (command, NULL, NULL, NULL);

  g_assert_cmpstr (run->errors, ==, "");
  g_assert_cmpint (run->status, ==, 0);
  cli_assert_contains (run->out, ": 0 errors, 0 warnings, 0 notes");
}

static void
test_articles (gconstpointer data)
{
  g_autofree char *folder =
      g_test_build_filename (G_TEST_DIST, "fixtures", ARTICLES, NULL);
  g_autofree char *command = g_strdup_printf (
      "check --format=json --articles=@" ARTICLES " @" DATASETS "/%s",
      (const char *)data);
  g_autoptr (CliRun) run = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *report;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the articles are not here");
      return;
    }
  run = cli_run (command, NULL, NULL, NULL);
  g_assert_cmpstr (run->errors, ==, "");
  g_assert_cmpint (run->status, ==, 0);
  g_assert_true (json_parser_load_from_data (parser, run->out, -1, NULL));
  report = json_array_get_object_element (
      json_node_get_array (json_parser_get_root (parser)), 0);
  g_assert_cmpint (json_object_get_int_member (report, "quotes"), >, 0);
  g_assert_cmpint (json_object_get_int_member (report, "quotes_found"), ==,
                   json_object_get_int_member (report, "quotes"));
  g_assert_cmpint (json_object_get_int_member (report, "excerpts_found"), ==,
                   json_object_get_int_member (report, "excerpts"));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) listing = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "fixtures", DATASETS, NULL);
  listing = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (listing);
  while ((name = g_dir_read_name (listing)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        g_autofree char *sound = g_strconcat ("/tl/data/sound/", name, NULL);
        g_autofree char *articles =
            g_strconcat ("/tl/data/articles/", name, NULL);
        char *copy = g_strdup (name);

        g_ptr_array_add (names, copy);
        g_test_add_data_func (sound, copy, test_sound);
        g_test_add_data_func (articles, copy, test_articles);
      }
  g_assert_cmpuint (names->len, >, 0);
  return g_test_run ();
}
