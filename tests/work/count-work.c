/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <locale.h>

#include "pan-stage.h"
#include "tl-reader.h"

/* count-work tree|read|pan FILE [STEPS]: a fixed piece of work, to be run
 * under a tool that counts instructions. */

static void
read_tree (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_file (parser, path, &error))
    g_error ("%s", error->message);
}

static TlDataset *
read_dataset (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  TlDataset *dataset = tl_reader_load_file (file, NULL, problems, &error);

  if (dataset == NULL)
    g_error ("%s", error->message);
  return dataset;
}

static void
pan (const char *path, guint64 n_steps)
{
  g_autoptr (PanStage) stage = pan_stage_new (read_dataset (path));

  for (guint64 i = 0; i < n_steps; i++)
    pan_stage_step (stage);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  if (argc == 3 && g_str_equal (argv[1], "tree"))
    read_tree (argv[2]);
  else if (argc == 3 && g_str_equal (argv[1], "read"))
    g_object_unref (read_dataset (argv[2]));
  else if (argc == 4 && g_str_equal (argv[1], "pan"))
    pan (argv[2], g_ascii_strtoull (argv[3], NULL, 10));
  else
    {
      g_printerr ("usage: count-work tree|read FILE\n"
                  "       count-work pan FILE STEPS\n");
      return 2;
    }
  return 0;
}
