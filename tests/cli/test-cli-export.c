/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cli-run.h"

/* Pictures from the command line: that they are what was asked for, and the
 * same wherever they are made. How they look is tested elsewhere. */

/* Leaves out the one title in Chinese: cairo 1.16 loses memory when it puts a
 * font of that sort (CFF) into a PDF, which would hide losses of our own. */
#define NO_CJK "--kind=talk,test,treaty"

static const struct
{
  const char *name;
  const char *command;
  const char *start; /* of the bytes */
} formats[] = {
  { "svg", "export @facets.json %out.svg", "<?xml" },
  { "png", "export @facets.json %out.png", "\211PNG\r\n" },
  { "pdf", "export " NO_CJK " @facets.json %out.pdf", "%PDF-" },
  { "capital-ending", "export @facets.json %out.PNG", "\211PNG\r\n" },
  { "format-over-ending",
    "export --format=pdf " NO_CJK " @facets.json %out.svg", "%PDF-" },
  { "builtin", "export %out.svg", "<?xml" },
  { "outlines", "export --text=outlines @facets.json %out.svg", "<?xml" },
  { "everything",
    "export --width=900 --height=700 --from=2020 --to=2020-12 --lang=ru "
    "--theme=dark --group-by=actor --fold=freedonia --group-order=freedonia "
    "--kind=talk,test,aid --actor=freedonia "
    "--source=alpha,beta --status=alleged --tag=a,b --contested --certainly "
    "--search=test --known-on=2020-08-01 "
    "--today=2020-09-01 --axis=rtl --proportional --relations --text=text "
    "--overwrite "
    "@facets.json "
    "%out.svg",
    "<?xml" },
};

static char *
find_picture (const char *folder)
{
  g_autoptr (GDir) listing = g_dir_open (folder, 0, NULL);
  const char *name = g_dir_read_name (listing);

  g_assert_nonnull (name);
  /* Nothing half-written is left beside it. */
  g_assert_null (g_dir_read_name (listing));
  return g_build_filename (folder, name, NULL);
}

static void
test_format (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  char *folder = cli_make_folder ();
  g_autoptr (CliRun) run = cli_run (formats[i].command, folder, NULL, NULL);
  g_autofree char *picture = NULL;
  g_autofree char *bytes = NULL;

  g_assert_cmpstr (run->errors, ==, "");
  g_assert_cmpstr (run->out, ==, "");
  g_assert_cmpint (run->status, ==, 0);
  picture = find_picture (folder);
  g_assert_true (g_file_get_contents (picture, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, formats[i].start));
  cli_remove_folder (folder);
}

/* Width and height stand big-endian at byte 16 and 20 of a PNG. */
static guint32
read_png_number (GBytes *png, gsize at)
{
  gsize         length;
  const guint8 *data = g_bytes_get_data (png, &length);
  guint32       number;

  g_assert_cmpuint (length, >, at + 4);
  memcpy (&number, data + at, 4);
  return GUINT32_FROM_BE (number);
}

static void
test_size (void)
{
  g_autoptr (CliRun) run = cli_run (
      "export --format=png --width=960 --height=540 --scale=2 @facets.json -",
      NULL, NULL, NULL);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpuint (read_png_number (run->out_bytes, 16), ==, 1920);
  g_assert_cmpuint (read_png_number (run->out_bytes, 20), ==, 1080);
}

/* Everything that must not matter. */
static const char *const *const places[] = {
  (const char *const[]){ "TZ=Pacific/Kiritimati", "LC_ALL=C", "DISPLAY=:77",
                         NULL },
  (const char *const[]){ "LC_ALL=de_DE.UTF-8", "LANGUAGE=de", "GDK_SCALE=3",
                         NULL },
  (const char *const[]){ "LC_ALL=no_SUCH", "LANGUAGE=ru:fr", NULL },
};

static void
test_same (gconstpointer data)
{
  const char *command = data;
  g_autoptr (CliRun) first = cli_run (command, NULL, NULL, NULL);

  g_assert_cmpint (first->status, ==, 0);
  g_assert_cmpuint (first->out_length, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (CliRun) run = cli_run (command, NULL, places[i], NULL);

      g_assert_cmpint (run->status, ==, 0);
      g_assert_true (g_bytes_equal (run->out_bytes, first->out_bytes));
    }
}

/* The picture tells what was left out, and how. */
static void
test_filter (void)
{
  g_autoptr (CliRun) tagged = cli_run (
      "export --format=svg --tag=aid @facets.json -", NULL, NULL, NULL);
  g_autoptr (CliRun) certain = cli_run (
      "export --format=svg --from=2020-03-20 --to=2020-07-15 --certainly "
      "@facets.json -",
      NULL, NULL, NULL);

  g_assert_cmpint (tagged->status, ==, 0);
  cli_assert_contains (tagged->out, "tag=aid");
  cli_assert_contains (tagged->out, "1 of 5 records shown");
  g_assert_cmpint (certain->status, ==, 0);
  cli_assert_contains (certain->out, "certainly=yes");
  cli_assert_contains (certain->out, "1 of 5 records shown");
}

static double
find_mark_x (const char *svg, const char *record)
{
  g_autofree char *id = g_strdup_printf ("id=\"record-%s\"", record);
  const char      *at = strstr (svg, id);

  g_assert_nonnull (at);
  at = strstr (at, " x=\"");
  g_assert_nonnull (at);
  return g_ascii_strtod (at + strlen (" x=\""), NULL);
}

/* A picture in Arabic is mirrored, and --axis is for time alone. */
static void
test_axis (void)
{
  static const struct
  {
    const char *options;
    const char *direction;
    gboolean    mirrored;
  } cases[] = {
    { "--lang=en", " direction=\"ltr\"", FALSE },
    { "--lang=ar", " direction=\"rtl\"", TRUE },
    { "--lang=ar --axis=auto", " direction=\"rtl\"", TRUE },
    { "--lang=ar --axis=ltr", " direction=\"rtl\"", FALSE },
    { "--lang=en --axis=rtl", " direction=\"ltr\"", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *command =
          g_strdup_printf ("export --format=svg %s -", cases[i].options);
      g_autoptr (CliRun) run = cli_run (command, NULL, NULL, NULL);

      g_assert_cmpint (run->status, ==, 0);
      cli_assert_contains (run->out, cases[i].direction);
      g_assert_cmpint (find_mark_x (run->out, "space-meeting-2013") >
                           find_mark_x (run->out, "ulyanov-interview"),
                       ==, cases[i].mirrored);
    }
}

/* The day of today comes from --today, then --known-on, then the clock. */
static void
test_today (void)
{
  static const char *const other_clock[] = { "SOURCE_DATE_EPOCH=1700000000",
                                             NULL };
  const char *options[] = { "--today=2020-08-01", "--known-on=2020-08-01" };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *command =
          g_strdup_printf ("export --format=png %s @facets.json -", options[i]);
      g_autoptr (CliRun) run = cli_run (command, NULL, NULL, NULL);
      g_autoptr (CliRun) later = cli_run (command, NULL, other_clock, NULL);

      g_assert_cmpint (run->status, ==, 0);
      g_assert_true (g_bytes_equal (run->out_bytes, later->out_bytes));
    }
}

static void
test_overwrite (void)
{
  char            *folder = cli_make_folder ();
  g_autofree char *picture = g_build_filename (folder, "out.svg", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *replaced = NULL;
  g_autoptr (CliRun) refused = NULL;
  g_autoptr (CliRun) done = NULL;

  g_assert_true (g_file_set_contents (picture, "mine", -1, NULL));
  refused = cli_run ("export @facets.json %out.svg", folder, NULL, NULL);
  g_assert_cmpint (refused->status, ==, 3);
  cli_assert_one_line (refused->errors);
  cli_assert_contains (refused->errors, "--overwrite");
  g_assert_true (g_file_get_contents (picture, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "mine");

  done =
      cli_run ("export --overwrite @facets.json %out.svg", folder, NULL, NULL);
  g_assert_cmpint (done->status, ==, 0);
  g_assert_true (g_file_get_contents (picture, &replaced, NULL, NULL));
  g_assert_true (g_str_has_prefix (replaced, "<?xml"));
  cli_remove_folder (folder);
}

static void
test_problems (void)
{
  char *folder = cli_make_folder ();
  g_autoptr (CliRun) run =
      cli_run ("export @one-bad.json %out.svg", folder, NULL, NULL);
  g_autofree char *picture = NULL;
  g_autofree char *svg = NULL;

  g_assert_cmpint (run->status, ==, 1);
  cli_assert_contains (run->errors, "one-bad.json:32:15: error: ");
  picture = find_picture (folder);
  g_assert_true (g_file_get_contents (picture, &svg, NULL, NULL));
  cli_assert_contains (svg, "A good record");
  cli_remove_folder (folder);
}

static void
test_broken (void)
{
  char            *folder = cli_make_folder ();
  g_autofree char *picture = g_build_filename (folder, "out.svg", NULL);
  g_autoptr (CliRun) run =
      cli_run ("export @broken.json %out.svg", folder, NULL, NULL);

  g_assert_cmpint (run->status, ==, 1);
  cli_assert_one_line (run->errors);
  g_assert_false (g_file_test (picture, G_FILE_TEST_EXISTS));
  cli_remove_folder (folder);
}

/* What is drawn is cited, in the format that the name tells. */
static const struct
{
  const char *name;
  const char *filters;
  const char *file;
  const char *cite;
} sources[] = {
  { "bibtex", "--kind=talk", "s.bib", "cite --format=bibtex --kind=talk" },
  { "csl-json", "--actor=freedonia", "s.json",
    "cite --format=csl-json --actor=freedonia" },
  { "ris", "--known-on=2020-08-01", "s.RIS",
    "cite --format=ris --known-on=2020-08-01 --kind=talk,test,aid,incident,"
    "statement,deployment,other,treaty" },
};

static char *
read_beside (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char            *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_sources (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  char *folder = cli_make_folder ();
  g_autofree char *export =
      g_strdup_printf ("export %s --sources=%%%s @facets.json %%out.svg",
                       sources[i].filters, sources[i].file);
  g_autofree char *cite = g_strdup_printf ("%s @facets.json", sources[i].cite);
  g_autoptr (CliRun) exported = cli_run (export, folder, NULL, NULL);
  g_autoptr (CliRun) cited = cli_run (cite, NULL, NULL, NULL);
  g_autofree char *written = NULL;

  g_assert_cmpstr (exported->errors, ==, "");
  g_assert_cmpint (exported->status, ==, 0);
  g_assert_cmpint (cited->status, ==, 0);
  written = read_beside (folder, sources[i].file);
  g_assert_cmpuint (strlen (written), >, 40);
  g_assert_cmpstr (written, ==, cited->out);
  cli_remove_folder (folder);
}

/* Footnotes begin with what the figure is. */
static void
test_sources_text (void)
{
  char *folder = cli_make_folder ();
  g_autoptr (CliRun) run =
      cli_run ("export --lang=en --known-on=2020-08-01 --sources=%s.txt "
               "@facets.json %out.png",
               folder, NULL, NULL);
  g_autofree char *text = NULL;

  g_assert_cmpint (run->status, ==, 0);
  text = read_beside (folder, "s.txt");
  g_assert_true (g_str_has_prefix (text, "Sources of this figure: "));
  cli_assert_contains (text, "\n5 records · 1 contested\n");
  cli_assert_contains (text, "As known on 1 August 2020");
  g_assert_true (g_str_has_suffix (text, ".\n"));
  cli_remove_folder (folder);
}

/* Neither file is touched when one of them may not be. */
static void
test_sources_exist (void)
{
  char            *folder = cli_make_folder ();
  g_autofree char *file = g_build_filename (folder, "s.txt", NULL);
  g_autofree char *picture = g_build_filename (folder, "out.svg", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (CliRun) refused = NULL;
  g_autoptr (CliRun) same = NULL;

  g_assert_true (g_file_set_contents (file, "mine", -1, NULL));
  refused = cli_run ("export --sources=%s.txt @facets.json %out.svg", folder,
                     NULL, NULL);
  g_assert_cmpint (refused->status, ==, 3);
  cli_assert_one_line (refused->errors);
  cli_assert_contains (refused->errors, "s.txt");
  g_assert_false (g_file_test (picture, G_FILE_TEST_EXISTS));
  kept = read_beside (folder, "s.txt");
  g_assert_cmpstr (kept, ==, "mine");

  same = cli_run ("export --format=svg --sources=- @facets.json -", folder,
                  NULL, NULL);
  g_assert_cmpint (same->status, ==, 2);
  cli_assert_one_line (same->errors);
  cli_remove_folder (folder);
}

static gsize
find_text (const char *svg, const char *text)
{
  const char *found = strstr (svg, text);

  return found != NULL ? (gsize)(found - svg) : G_MAXSIZE;
}

/* A folded group has a heading and numbers, and no marks of its records. */
static void
test_groups (void)
{
  char *folder = cli_make_folder ();
  g_autoptr (CliRun) plain =
      cli_run ("export --format=svg -", folder, NULL, NULL);
  g_autoptr (CliRun) arranged = cli_run (
      "export --format=svg --fold=statement --group-order=incident,treaty -",
      folder, NULL, NULL);
  const char *record = "id=\"record-ulyanov-interview\"";

  g_assert_cmpint (arranged->status, ==, 0);
  g_assert_cmpuint (find_text (plain->out, record), <, G_MAXSIZE);
  g_assert_cmpuint (find_text (arranged->out, record), ==, G_MAXSIZE);
  g_assert_cmpuint (find_text (arranged->out, ">Statements<"), <, G_MAXSIZE);
  g_assert_cmpuint (find_text (plain->out, ">Talks<"), <,
                    find_text (plain->out, ">Incidents<"));
  g_assert_cmpuint (find_text (arranged->out, ">Incidents<"), <,
                    find_text (arranged->out, ">Talks<"));
  cli_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/cli/export/format/%s", formats[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_format);
    }
  g_test_add_func ("/tl/cli/export/size", test_size);
  g_test_add_data_func ("/tl/cli/export/same/svg",
                        "export --format=svg @facets.json -", test_same);
  g_test_add_data_func ("/tl/cli/export/same/png",
                        "export --format=png @facets.json -", test_same);
  g_test_add_data_func ("/tl/cli/export/same/pdf",
                        "export --format=pdf " NO_CJK " @facets.json -",
                        test_same);
  g_test_add_data_func ("/tl/cli/export/same/svg-lang",
                        "export --format=svg --lang=ar @facets.json -",
                        test_same);
  g_test_add_data_func ("/tl/cli/export/same/png-lang",
                        "export --format=png --lang=zh-Hans @facets.json -",
                        test_same);
  g_test_add_data_func ("/tl/cli/list/same/table-lang",
                        "list --lang=ar @facets.json", test_same);
  g_test_add_data_func ("/tl/cli/quotes/same/table-lang",
                        "quotes --lang=ru @facets.json", test_same);
  g_test_add_data_func ("/tl/cli/list/same/json-lang",
                        "list --lang=ar --format=json @facets.json", test_same);
  g_test_add_data_func ("/tl/cli/list/same/json",
                        "list --format=json @facets.json", test_same);
  g_test_add_data_func ("/tl/cli/quotes/same/csv",
                        "quotes --format=csv @facets.json", test_same);
  g_test_add_data_func ("/tl/cli/date/same/json",
                        "date --format=json 2020-04~ 2020-07-27/2020-07-28",
                        test_same);
  g_test_add_func ("/tl/cli/export/filter", test_filter);
  g_test_add_func ("/tl/cli/export/axis", test_axis);
  g_test_add_func ("/tl/cli/export/today", test_today);
  g_test_add_func ("/tl/cli/export/overwrite", test_overwrite);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/cli/export/sources/%s", sources[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sources);
    }
  g_test_add_func ("/tl/cli/export/sources/text", test_sources_text);
  g_test_add_func ("/tl/cli/export/sources/exist", test_sources_exist);
  g_test_add_func ("/tl/cli/export/problems", test_problems);
  g_test_add_func ("/tl/cli/export/broken", test_broken);
  g_test_add_func ("/tl/cli/export/groups", test_groups);
  return g_test_run ();
}
