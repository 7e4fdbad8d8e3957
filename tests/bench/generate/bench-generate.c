/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "generate.h"

/* bench-generate N [--shape=…] [--format=json|jsonl]: a made-up dataset on
 * standard output. */

static void
write_cb (const char *text, gsize length, gpointer data)
{
  if (fwrite (text, 1, length, stdout) != length)
    g_error ("Standard output cannot be written");
}

int
main (int argc, char **argv)
{
  g_autofree char *shape = NULL;
  g_autofree char *format = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new ("N");
  GenerateOptions options = { 0 };
  GOptionEntry    entries[] = {
       { "shape", 0, 0, G_OPTION_ARG_STRING, &shape,
         "plausible, one-day, overlapping or long-bar", "SHAPE" },
       { "format", 0, 0, G_OPTION_ARG_STRING, &format, "json or jsonl", "FORMAT" },
       { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  options.lines = g_strcmp0 (format, "jsonl") == 0;
  if (argc != 2 ||
      !g_ascii_string_to_unsigned (argv[1], 10, 1, 10000000, &options.n_events,
                                   &error) ||
      (format != NULL && !options.lines && !g_str_equal (format, "json")) ||
      (shape != NULL && !generate_shape_from_nick (shape, &options.shape)))
    {
      g_printerr ("usage: bench-generate N [--shape=SHAPE] "
                  "[--format=FORMAT]\n");
      return 2;
    }
  generate_dataset (&options, write_cb, NULL);
  return fflush (stdout) == 0 ? 0 : 3;
}
