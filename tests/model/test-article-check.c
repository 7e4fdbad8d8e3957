/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-article-matcher.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tl-reader.h"

/* A folder of articles and a dataset beside it, which are changed. */
typedef struct
{
  char       *folder;
  char       *dataset_path;
  char       *dataset;
  TlProblems *problems;
} Fixture;

static void
copy_article (Fixture *fixture, const char *name)
{
  g_autofree char *from =
      g_test_build_filename (G_TEST_DIST, "fixtures", "articles", name, NULL);
  g_autofree char *to = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
  g_assert_true (g_file_set_contents (to, text, -1, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "fixtures", "facets.json", NULL);

  fixture->folder = g_dir_make_tmp ("treatyline-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->dataset_path =
      g_build_filename (fixture->folder, "dataset.json", NULL);
  g_assert_true (g_file_get_contents (path, &fixture->dataset, NULL, NULL));
  fixture->problems = tl_problems_new ();
  copy_article (fixture, "alpha.txt");
  copy_article (fixture, "beta.txt");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->dataset_path);
  g_free (fixture->dataset);
  tl_problems_free (fixture->problems);
}

static void
replace (Fixture *fixture, const char *from, const char *to)
{
  g_autoptr (GString) text = g_string_new (fixture->dataset);

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  g_free (fixture->dataset);
  fixture->dataset = g_string_free (g_steal_pointer (&text), FALSE);
}

static TlDataset *
load (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->dataset_path);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  TlDataset *dataset;

  g_assert_true (
      g_file_set_contents (fixture->dataset_path, fixture->dataset, -1, NULL));
  dataset = tl_reader_load_file (file, NULL, problems, &error);
  g_assert_no_error (error);
  return dataset;
}

static TlArticleCounts
check (Fixture *fixture)
{
  g_autoptr (TlDataset) dataset = load (fixture);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GError) error = NULL;
  TlArticleCounts counts;

  g_assert_true (tl_article_check_counted (dataset, folder,
                                           fixture->dataset_path,
                                           fixture->problems, &counts, &error));
  g_assert_no_error (error);
  return counts;
}

/* "code severity line" of all problems, one a line. */
static char *
join_problems (Fixture *fixture)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < tl_problems_get_size (fixture->problems); i++)
    {
      const TlProblem *problem = tl_problems_get (fixture->problems, i);

      g_assert_cmpstr (problem->file, ==, fixture->dataset_path);
      g_string_append_printf (list, "%s%s %s %u:%u", i > 0 ? "\n" : "",
                              problem->code,
                              tl_severity_to_nick (problem->severity),
                              problem->line, problem->column);
    }
  return g_string_free (list, FALSE);
}

/* line and column of needle in the dataset, as "line:column". */
static char *
find_place (Fixture *fixture, const char *needle)
{
  const char *place = strstr (fixture->dataset, needle);
  guint       line = 1;
  const char *start = fixture->dataset;

  g_assert_nonnull (place);
  for (const char *p = fixture->dataset; p < place; p++)
    if (*p == '\n')
      {
        line++;
        start = p + 1;
      }
  return g_strdup_printf ("%u:%u", line,
                          (guint)g_utf8_strlen (start, place - start) + 1);
}

/* What is always reported: gamma has no file, and beta's marks differ. */
#define ALWAYS_GAMMA "article-missing note "
#define ALWAYS_BETA "\nquote-other-marks note "

static char *
expect_always (Fixture *fixture, const char *between)
{
  g_autofree char *gamma = find_place (fixture, "\"gamma\"");
  g_autofree char *beta = find_place (fixture, "\"It’s");

  return g_strconcat (ALWAYS_GAMMA, gamma, between, ALWAYS_BETA, beta, NULL);
}

static void
test_check_sound (Fixture *fixture, gconstpointer data)
{
  TlArticleCounts  counts = check (fixture);
  g_autofree char *problems = join_problems (fixture);
  g_autofree char *expected = expect_always (fixture, "");

  g_assert_cmpstr (problems, ==, expected);
  g_assert_cmpuint (counts.n_quotes, ==, 3);
  g_assert_cmpuint (counts.n_quotes_found, ==, 3);
  g_assert_cmpuint (counts.n_excerpts, ==, 5);
  g_assert_cmpuint (counts.n_excerpts_found, ==, 5);
}

/* A change of the dataset, the problem it leads to, and where. */
static const struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *problem;
  const char *at;
} changes[] = {
  { "excerpt", "The two ministers met", "The three ministers met",
    "excerpt-not-found warning", "\"The three ministers" },
  { "date-words", "\"mid-July\"", "\"mid-June\"", "excerpt-not-found warning",
    "\"mid-June\"" },
  { "date-words-marks", "\"mid-July\"", "\"mid–July\"",
    "excerpt-other-marks note", "\"mid–July\"" },
  { "excerpt-of-other-source", "denied that any test took place",
    "A test is planned", "excerpt-not-found warning",
    "\"A test is planned\",\n          \"stance\"" },
  { "quote", "We are open to talks", "We were open to talks",
    "quote-not-found warning", "\"We were open" },
  { "quote-ambiguous",
    "\"prefix\": \"Müller agreed. \\\"\",\n      \"suffix\": \"\\\" he said.\"",
    "\"prefix\": \"\\\"\"", "quote-ambiguous warning", "\"Yes,\"" },
  { "quote-context", "Müller agreed. ", "Müller denied. ",
    "quote-other-context warning", "\"Yes,\"" },
};

static void
test_check_changed (Fixture *fixture, gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  TlArticleCounts  counts;
  g_autofree char *problems = NULL;
  g_autofree char *place = NULL;
  g_autofree char *line = NULL;

  replace (fixture, changes[i].from, changes[i].to);
  counts = check (fixture);
  problems = join_problems (fixture);
  place = find_place (fixture, changes[i].at);
  line = g_strdup_printf ("%s %s", changes[i].problem, place);
  if (strstr (problems, line) == NULL)
    g_error ("%s\nis not in\n%s", line, problems);
  g_assert_cmpuint (tl_problems_get_size (fixture->problems), ==, 3);
  g_assert_cmpuint (counts.n_quotes + counts.n_excerpts, ==, 8);
  g_assert_cmpuint (counts.n_quotes_found + counts.n_excerpts_found, ==,
                    g_str_has_suffix (changes[i].problem, "note") ? 8 : 7);
}

static void
test_check_hash (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "alpha.txt", NULL);
  g_autofree char *text = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *place = NULL;
  g_autofree char *line = NULL;
  g_autofree char *problems = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  place = find_place (fixture, hash);
  changed = g_strconcat (text, "!", NULL);
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));
  check (fixture);
  problems = join_problems (fixture);
  /* The place is that of the quotation mark before the hash. */
  line = g_strdup_printf ("sha256-mismatch warning %d:", atoi (place));
  g_assert_true (g_str_has_prefix (problems, line));
  g_assert_cmpuint (tl_problems_get_size (fixture->problems), ==, 3);
}

static void
test_check_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "alpha.txt", NULL);
  TlArticleCounts  counts;
  g_autofree char *problems = NULL;
  g_autofree char *place = find_place (fixture, "\"alpha.txt\"");
  g_autofree char *line = g_strdup_printf ("article-missing note %s\n", place);

  g_remove (path);
  counts = check (fixture);
  problems = join_problems (fixture);
  g_assert_true (g_str_has_prefix (problems, line));
  g_assert_cmpuint (tl_problems_count (fixture->problems, TL_SEVERITY_WARNING),
                    ==, 0);
  g_assert_cmpuint (counts.n_quotes, ==, 3);
  g_assert_cmpuint (counts.n_quotes_found, ==, 1);
  g_assert_cmpuint (counts.n_excerpts_found, ==, 1);
}

static void
test_check_not_utf8 (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "beta.txt", NULL);
  g_autofree char *problems = NULL;

  g_assert_true (g_file_set_contents (
      path, "M\374ller denied that any test took place.", -1, NULL));
  check (fixture);
  problems = join_problems (fixture);
  g_assert_nonnull (strstr (problems, "article-not-utf8 warning"));
}

typedef enum
{
  PIPE,
  FOLDER,
  LINK,
} Stranger;

/* None of these is read, and none makes us wait. */
static void
test_check_not_regular (Fixture *fixture, gconstpointer data)
{
  Stranger         stranger = (Stranger)GPOINTER_TO_INT (data);
  g_autofree char *path = g_build_filename (fixture->folder, "beta.txt", NULL);
  g_autofree char *target =
      g_build_filename (fixture->folder, "alpha.txt", NULL);
  g_autofree char *problems = NULL;
  g_autofree char *place = find_place (fixture, "\"beta.txt\"");
  g_autofree char *line =
      g_strdup_printf ("article-unreadable warning %s\n", place);

  g_remove (path);
  if (stranger == PIPE)
    g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  else if (stranger == FOLDER)
    g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  else
    g_assert_cmpint (symlink (target, path), ==, 0);
  check (fixture);
  problems = join_problems (fixture);
  g_assert_true (g_str_has_prefix (problems, line));
}

static void
test_check_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlDataset) dataset = load (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "none", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GFile) remote = g_file_new_for_uri ("http://articles.example/");
  g_autoptr (GError) error = NULL;

  g_assert_false (tl_article_check (dataset, folder, fixture->dataset_path,
                                    fixture->problems, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (tl_article_check (dataset, remote, fixture->dataset_path,
                                    fixture->problems, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_cmpuint (tl_problems_get_size (fixture->problems), ==, 0);
}

/* The dataset was loaded from something that is gone: no places then. */
static void
test_check_no_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlDataset) dataset = load (fixture);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_remove (fixture->dataset_path);
  g_assert_true (tl_article_check (dataset, folder, fixture->dataset_path,
                                   fixture->problems, &error));
  g_assert_cmpuint (tl_problems_get_size (fixture->problems), ==, 2);
  g_assert_cmpuint (tl_problems_get (fixture->problems, 0)->line, ==, 0);
  g_assert_true (
      tl_article_check (dataset, folder, NULL, fixture->problems, &error));
  g_assert_cmpstr (tl_problems_get (fixture->problems, 2)->file, ==, "facets");
}

/* Places are found in JSON Lines too, also in packed ones. */
static void
pack_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GZlibCompressor) converter =
      g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr (GOutputStream) raw = NULL;
  g_autoptr (GOutputStream) packed = NULL;
  g_autofree char *text = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  raw = G_OUTPUT_STREAM (
      g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL));
  packed = g_converter_output_stream_new (raw, G_CONVERTER (converter));
  g_assert_true (
      g_output_stream_write_all (packed, text, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (packed, NULL, NULL));
}

static void
test_check_lines (Fixture *fixture, gconstpointer data)
{
  static const char text[] =
      "{\"format\": \"treatyline-dataset\", \"version\": 1, \"id\": \"x\", "
      "\"title\": {\"en\": \"X\"}, \"language\": \"en\", \"sources\": "
      "[{\"id\": \"s\", \"title\": {\"en\": \"S\"}, \"publisher\": {\"en\": "
      "\"P\"}, \"published\": \"2020\", \"language\": \"en\", \"file\": "
      "\"alpha.txt\"}]}\n\n"
      "{\"id\": \"a\", \"kind\": \"talk\", \"status\": \"occurred\", "
      "\"title\": {\"en\": \"T\"}, \"date\": \"2020\", \"accounts\": "
      "[{\"source\": \"s\", \"says\": \"said by nobody\"}]}\n";
  g_autoptr (TlDataset) dataset = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autofree char *problems = NULL;
  g_autofree char *place = NULL;
  g_autofree char *expected = NULL;

  g_free (fixture->dataset);
  fixture->dataset = g_strdup (text);
  dataset = load (fixture);
  if (GPOINTER_TO_INT (data))
    pack_file (fixture->dataset_path);
  g_assert_true (tl_article_check (dataset, folder, fixture->dataset_path,
                                   fixture->problems, NULL));
  problems = join_problems (fixture);
  place = find_place (fixture, "\"said by nobody\"");
  expected = g_strconcat ("excerpt-not-found warning ", place, NULL);
  g_assert_cmpstr (problems, ==, expected);
  g_assert_true (g_str_has_prefix (place, "3:"));
}

#define ADD(path, data, function)                                              \
  g_test_add (path, Fixture, data, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/tl/article/check/sound", NULL, test_check_sound);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/article/check/changed-%s", changes[i].name);

      ADD (path, GUINT_TO_POINTER (i), test_check_changed);
    }
  ADD ("/tl/article/check/hash", NULL, test_check_hash);
  ADD ("/tl/article/check/missing", NULL, test_check_missing);
  ADD ("/tl/article/check/not-utf8", NULL, test_check_not_utf8);
  ADD ("/tl/article/check/pipe", GINT_TO_POINTER (PIPE),
       test_check_not_regular);
  ADD ("/tl/article/check/folder", GINT_TO_POINTER (FOLDER),
       test_check_not_regular);
  ADD ("/tl/article/check/link", GINT_TO_POINTER (LINK),
       test_check_not_regular);
  ADD ("/tl/article/check/no-folder", NULL, test_check_no_folder);
  ADD ("/tl/article/check/lines", GINT_TO_POINTER (FALSE), test_check_lines);
  ADD ("/tl/article/check/packed", GINT_TO_POINTER (TRUE), test_check_lines);
  ADD ("/tl/article/check/no-file", NULL, test_check_no_file);
  return g_test_run ();
}
