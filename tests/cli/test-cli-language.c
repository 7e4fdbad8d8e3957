/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <gnu/libc-version.h>
#include <stdio.h>
#include <string.h>

#include "cli-run.h"

/* --lang and the language of the environment, with a little catalogue of our
 * own, so that it does not depend on which translations there are. */

/* Sorted, as a catalogue has to be; \004 stands behind a context. */
static const struct
{
  const char *original;
  const char *translation;
} messages[] = {
  { "", "Content-Type: text/plain; charset=UTF-8\n" },
  { "%s: expiration", "%s: истечение" },
  { "Lists the events of a dataset in order of time; without FILE, those of "
    "the built-in dataset.",
    "Перечисляет события." },
  { "column of a list\004Kind", "Вид" },
  { "kind of event\004Talk", "Переговоры" },
};

static void
append_number (GByteArray *file, gsize number)
{
  guint32 bytes = (guint32)number;

  g_byte_array_append (file, (const guint8 *)&bytes, sizeof bytes);
}

/* The tables of a .mo file: lengths and places of the texts. */
static void
append_table (GByteArray *file, gsize *place, gboolean translations)
{
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      const char *text =
          translations ? messages[i].translation : messages[i].original;

      append_number (file, strlen (text));
      append_number (file, *place);
      *place += strlen (text) + 1;
    }
}

static void
append_texts (GByteArray *file, gboolean translations)
{
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      const char *text =
          translations ? messages[i].translation : messages[i].original;

      g_byte_array_append (file, (const guint8 *)text,
                           (guint)strlen (text) + 1);
    }
}

static void
write_catalogue (const char *path)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  gsize n = G_N_ELEMENTS (messages);
  gsize place = 28 + n * 16;

  append_number (file, 0x950412de);
  append_number (file, 0);
  append_number (file, n);
  append_number (file, 28);
  append_number (file, 28 + n * 8);
  append_number (file, 0);
  append_number (file, 28 + n * 16);
  append_table (file, &place, FALSE);
  append_table (file, &place, TRUE);
  append_texts (file, FALSE);
  append_texts (file, TRUE);
  g_assert_true (g_file_set_contents (path, (const char *)file->data,
                                      (gssize)file->len, NULL));
}

static const struct
{
  const char *name;
  const char *command;
  const char *environment[3];
  const char *has;
  const char *lacks;
  gboolean    needs_environment;
} cases[] = {
  { "lang",
    "list --lang=ru @facets.json",
    { NULL },
    "Встреча министров",
    "Ministers meet" },
  { "lang-headings", "list --lang=ru @facets.json", { NULL }, "Вид", "Kind" },
  { "lang-contexts",
    "list --lang=ru @facets.json",
    { NULL },
    "Переговоры",
    "Talk" },
  { "lang-acts",
    "list --lang=ru @facets.json",
    { NULL },
    "Pact: истечение",
    "Pact: expiration" },
  { "lang-in-plain-c",
    "list --lang=ru @facets.json",
    { "LC_ALL=C" },
    "Переговоры",
    "Talk" },
  { "lang-in-unknown-locale",
    "list --lang=ru @facets.json",
    { "LC_ALL=xx_XX" },
    "Переговоры",
    "Talk" },
  { "lang-region",
    "list --lang=ru-RU @facets.json",
    { NULL },
    "Переговоры",
    "Talk" },
  { "lang-posix",
    "list --lang=ru_RU.UTF-8 @facets.json",
    { NULL },
    "Переговоры",
    "Talk" },
  { "environment",
    "list @facets.json",
    { "LANGUAGE=ru" },
    "Переговоры",
    "Talk",
    TRUE },
  { "lang-wins",
    "list --lang=en @facets.json",
    { "LANGUAGE=ru" },
    "Ministers meet",
    "Переговоры" },
  { "help",
    "list --help",
    { "LANGUAGE=ru" },
    "Перечисляет события.",
    "Lists the events",
    TRUE },
  { "json-is-the-dataset's",
    "list --format=json @facets.json",
    { "LANGUAGE=ru" },
    "Pact: expiration",
    "истечение" },
  { "json-with-lang",
    "list --lang=ru --format=json @facets.json",
    { NULL },
    "Встреча министров",
    "Ministers meet" },
  { "json-words-stay",
    "list --lang=ru --format=json @facets.json",
    { NULL },
    "\"kind\" : \"talk\"",
    "Переговоры" },
  { "csv-is-the-dataset's",
    "list --format=csv @facets.json",
    { "LANGUAGE=ru" },
    "Ministers meet",
    "Встреча" },
  { "quotes",
    "quotes --lang=ru @facets.json",
    { NULL },
    "Пётр Петров",
    "Pyotr" },
  { "svg-is-the-dataset's",
    "export --format=svg @facets.json -",
    { "LANGUAGE=ru" },
    "Ministers meet",
    "Встреча министров" },
  { "svg-with-lang",
    "export --lang=ru --format=svg @facets.json -",
    { NULL },
    "Встреча министров",
    "Ministers meet" },
};

static char *locale_folder;

/* From 2.39 on, glibc takes C.UTF-8 for C and passes over LANGUAGE in it, if
 * nothing but the environment asks for it. */
static gboolean
heeds_environment (void)
{
  int major = 0;
  int minor = 0;

  return sscanf (gnu_get_libc_version (), "%d.%d", &major, &minor) == 2 &&
         (major < 2 || (major == 2 && minor < 39));
}

static void
test_case (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *catalogues =
      g_strdup_printf ("TREATYLINE_LOCALE_DIR=%s", locale_folder);
  const char *const environment[] = { catalogues, cases[i].environment[0],
                                      NULL };
  g_autoptr (CliRun) run = NULL;

  if (cases[i].needs_environment && !heeds_environment ())
    {
      g_test_skip ("this C library passes over LANGUAGE in C.UTF-8");
      return;
    }
  run = cli_run (cases[i].command, NULL, environment, NULL);
  g_assert_cmpint (run->status, ==, 0);
  cli_assert_contains (run->out, cases[i].has);
  if (strstr (run->out, cases[i].lacks) != NULL)
    g_error ("“%s” is in:\n%s", cases[i].lacks, run->out);
}

int
main (int argc, char **argv)
{
  g_autofree char *language = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *catalogue = NULL;
  int              result;

  g_test_init (&argc, &argv, NULL);
  locale_folder = cli_make_folder ();
  language = g_build_filename (locale_folder, "ru", NULL);
  folder = g_build_filename (language, "LC_MESSAGES", NULL);
  catalogue = g_build_filename (folder, GETTEXT_PACKAGE ".mo", NULL);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  write_catalogue (catalogue);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/cli/language/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  result = g_test_run ();
  g_remove (catalogue);
  g_rmdir (folder);
  g_rmdir (language);
  g_clear_pointer (&locale_folder, cli_remove_folder);
  return result;
}
