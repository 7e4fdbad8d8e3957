/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-limits.h"
#include "tl-reader.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEADER                                                                 \
  "{\"format\": \"treatyline-dataset\", \"version\": 1, \"id\": \"x\", "       \
  "\"title\": {\"en\": \"X\"}, \"language\": \"en\", \"sources\": [{\"id\": "  \
  "\"s\", \"title\": {\"en\": \"S\"}, \"publisher\": \"P\", \"published\": "   \
  "\"2020\", \"language\": \"en\"}]"
#define EVENT_START                                                            \
  "{\"kind\": \"talk\", \"status\": \"occurred\", \"title\": {\"en\": \"T\"}," \
  " \"date\": \"2020\", \"accounts\": [{\"source\": \"s\"}], \"id\": "

static TlDataset *
load (const char *text, TlProblems *problems, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return tl_reader_load_bytes (bytes, "test.json", NULL, problems, error);
}

static gboolean
has_code (TlProblems *problems, TlSeverity severity, const char *code)
{
  for (guint i = 0; i < tl_problems_get_size (problems); i++)
    {
      const TlProblem *problem = tl_problems_get (problems, i);

      if (problem->severity == severity && g_str_equal (problem->code, code))
        return TRUE;
    }
  return FALSE;
}

/* --- the corpus --- */

static const char *
get_error_name (const GError *error)
{
  if (g_error_matches (error, TL_READER_ERROR, TL_READER_ERROR_SYNTAX))
    return "syntax";
  if (g_error_matches (error, TL_READER_ERROR, TL_READER_ERROR_FORMAT))
    return "format";
  if (g_error_matches (error, TL_READER_ERROR, TL_READER_ERROR_LIMIT))
    return "limit";
  return error->message;
}

/* The form of the .expected files. */
static char *
describe (TlDataset *dataset, TlProblems *problems, const GError *error)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tl_problems_get_size (problems); i++)
    {
      const TlProblem *problem = tl_problems_get (problems, i);

      g_string_append_printf (
          text, "%u:%u %s %s\n", problem->line, problem->column,
          tl_severity_to_nick (problem->severity), problem->code);
    }
  if (dataset != NULL)
    g_string_append_printf (text, "records %u\n",
                            tl_dataset_get_n_records (dataset));
  else
    g_string_append_printf (text, "error %s\n", get_error_name (error));
  return g_string_free (text, FALSE);
}

static void
check_messages (TlProblems *problems, const char *file)
{
  for (guint i = 0; i < tl_problems_get_size (problems); i++)
    {
      const TlProblem *problem = tl_problems_get (problems, i);

      g_assert_cmpuint (strlen (problem->message), >, 10);
      g_assert_true (g_utf8_validate (problem->message, -1, NULL));
      g_assert_true (g_str_has_suffix (file, problem->file));
    }
}

static void
test_corpus (gconstpointer path)
{
  g_autofree char *expected_path = g_strconcat (path, ".expected", NULL);
  g_autofree char *data_path = g_strconcat (path, ".json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (data_path);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) problem = NULL;
  g_autoptr (TlDataset) dataset = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;

  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  dataset = tl_reader_load_file (file, NULL, problems, &problem);
  g_assert_true ((dataset == NULL) == (problem != NULL));
  found = describe (dataset, problems, problem);
  g_assert_cmpstr (found, ==, expected);
  check_messages (problems, data_path);
}

/* --- limits --- */

static void
check_items (guint n_items, gboolean fits)
{
  g_autoptr (GString) text = g_string_new (HEADER ", \"events\": [");
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (TlDataset) dataset = NULL;

  g_string_append (text, EVENT_START "\"a\"}, " EVENT_START "\"e\"");
  g_string_append (text, ", \"tags\": [");
  for (guint i = 0; i < n_items; i++)
    g_string_append (text, i == 0 ? "\"t\"" : ", \"t\"");
  g_string_append (text, "]}]}");
  dataset = load (text->str, problems, NULL);
  g_assert_nonnull (dataset);
  g_assert_cmpuint (tl_dataset_get_n_records (dataset), ==, fits ? 2 : 1);
  g_assert_true (has_code (problems, TL_SEVERITY_ERROR, "too-many-items") !=
                 fits);
}

static void
test_items_limit (void)
{
  check_items (TL_LIMIT_ITEMS - 1, TRUE);
  check_items (TL_LIMIT_ITEMS, TRUE);
  check_items (TL_LIMIT_ITEMS + 1, FALSE);
}

static void
check_id (guint length, gboolean fits)
{
  g_autofree char *id = g_strnfill (length, 'a');
  g_autofree char *text = g_strdup_printf (
      HEADER ", \"events\": [" EVENT_START "\"%s\"}, " EVENT_START "\"e\"}]}",
      id);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (TlDataset) dataset = load (text, problems, NULL);

  g_assert_nonnull (dataset);
  g_assert_true (has_code (problems, TL_SEVERITY_ERROR, "bad-id") != fits);
}

static void
test_id_limit (void)
{
  check_id (TL_LIMIT_ID_CHARS - 1, TRUE);
  check_id (TL_LIMIT_ID_CHARS, TRUE);
  check_id (TL_LIMIT_ID_CHARS + 1, FALSE);
}

static void
check_file_name (guint length, gboolean fits)
{
  g_autofree char *name = g_strnfill (length, 'a');
  g_autofree char *text = g_strdup_printf (
      "{\"format\": \"treatyline-dataset\", \"version\": 1, \"id\": \"x\", "
      "\"title\": {\"en\": \"X\"}, \"language\": \"en\", \"sources\": [{\"id\":"
      " \"s\", \"title\": {\"en\": \"S\"}, \"publisher\": \"P\", "
      "\"published\": \"2020\", \"language\": \"en\", \"file\": \"%s\"}]}",
      name);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (TlDataset) dataset = load (text, problems, NULL);

  g_assert_nonnull (dataset);
  g_assert_cmpstr (tl_dataset_get_source (dataset, 0)->file, ==,
                   fits ? name : NULL);
  g_assert_true (has_code (problems, TL_SEVERITY_WARNING, "bad-file-name") !=
                 fits);
}

static void
test_file_name_limit (void)
{
  check_file_name (TL_LIMIT_FILE_NAME_BYTES - 1, TRUE);
  check_file_name (TL_LIMIT_FILE_NAME_BYTES, TRUE);
  check_file_name (TL_LIMIT_FILE_NAME_BYTES + 1, FALSE);
}

/* A set of that many bytes, which is no date. */
static void
check_date (guint n_bytes, gboolean fits)
{
  g_autofree char *zeros = g_strnfill (n_bytes - 7, '0');
  g_autofree char *text =
      g_strdup_printf (HEADER ", \"events\": [" EVENT_START
                              "\"a\"}, {\"kind\": \"talk\", \"status\": "
                              "\"occurred\", \"title\": {\"en\": \"T\"}, "
                              "\"date\": \"[%s,2020]\", \"accounts\": "
                              "[{\"source\": \"s\"}], \"id\": \"e\"}]}",
                       zeros);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (TlDataset) dataset = load (text, problems, NULL);

  /* The parser refuses it either way; the limit comes first. */
  g_assert_cmpuint (tl_dataset_get_n_records (dataset), ==, 1);
  g_assert_true (has_code (problems, TL_SEVERITY_ERROR, "date-too-long") !=
                 fits);
  g_assert_true (has_code (problems, TL_SEVERITY_ERROR, "invalid-date") ==
                 fits);
}

static void
test_date_limit (void)
{
  check_date (TL_LIMIT_DATE_BYTES - 1, TRUE);
  check_date (TL_LIMIT_DATE_BYTES, TRUE);
  check_date (TL_LIMIT_DATE_BYTES + 1, FALSE);
}

/* A record that is wrong throughout does not drown the others; what is not
 * listed is counted, with the gravest severity. */
static void
test_problems_limit (void)
{
  g_autoptr (GString) text = g_string_new (HEADER ", \"events\": [");
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (TlDataset) dataset = NULL;

  g_string_append (text, EVENT_START "\"a\", \"tags\": [");
  for (guint i = 0; i < 150; i++)
    g_string_append (text, "7, ");
  g_string_append (text, "7]}, " EVENT_START "\"b\", \"kinds\": 0}]}");
  dataset = load (text->str, problems, NULL);
  g_assert_nonnull (dataset);
  g_assert_cmpuint (tl_problems_get_size (problems), ==,
                    TL_LIMIT_PROBLEMS_PER_RECORD + 2);
  g_assert_true (has_code (problems, TL_SEVERITY_NOTE, "unknown-key"));
  g_assert_true (has_code (problems, TL_SEVERITY_WARNING, "more-problems"));
  g_assert_nonnull (strstr (tl_problems_get (problems, 0)->message, "51"));
}

static void
test_file_limit (void)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp (NULL, &stream, NULL);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;

  /* A hole: it takes no room and is refused before it is read. */
  g_seekable_truncate (G_SEEKABLE (stream), (goffset)(TL_LIMIT_FILE_BYTES + 1),
                       NULL, &error);
  g_assert_no_error (error);
  g_assert_null (tl_reader_load_file (file, NULL, problems, &error));
  g_assert_error (error, TL_READER_ERROR, TL_READER_ERROR_LIMIT);
  g_assert_true (has_code (problems, TL_SEVERITY_ERROR, "file-too-large"));
  g_file_delete (file, NULL, NULL);
}

/* --- files --- */

static void
test_missing_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/x.json");
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_reader_load_file (file, NULL, problems, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (tl_problems_get_size (problems), ==, 0);
}

static void
test_folder (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/");
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_reader_load_file (file, NULL, problems, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (
      tl_reader_load_bytes (bytes, "x", cancellable, problems, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (tl_problems_get_size (problems), ==, 0);
}

static void
test_relative_name (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tl-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "case.json", NULL);
  g_autofree char *before = g_get_current_dir ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlProblems) problems = tl_problems_new ();

  g_assert_true (g_file_set_contents (path, "[", -1, NULL));
  g_assert_cmpint (g_chdir (folder), ==, 0);
  g_assert_null (tl_reader_load_file (file, NULL, problems, NULL));
  g_assert_cmpint (g_chdir (before), ==, 0);
  g_assert_cmpstr (tl_problems_get (problems, 0)->file, ==, "case.json");
  g_remove (path);
  g_rmdir (folder);
}

static void
test_builtin_file (void)
{
  g_autofree char *before = g_strdup (g_getenv ("TREATYLINE_DATASETS_DIR"));
  g_autoptr (GFile) chosen = NULL;
  g_autoptr (GFile) installed = NULL;

  g_setenv ("TREATYLINE_DATASETS_DIR", "/chosen", TRUE);
  chosen = tl_reader_get_builtin_file ();
  g_unsetenv ("TREATYLINE_DATASETS_DIR");
  installed = tl_reader_get_builtin_file ();
  g_setenv ("TREATYLINE_DATASETS_DIR", before, TRUE);
  g_assert_true (g_str_has_prefix (g_file_peek_path (chosen), "/chosen/"));
  g_assert_true (
      g_str_has_prefix (g_file_peek_path (installed), TL_DATASETS_DIR "/"));
}

/* The built-in dataset is sound: not even a note. */
static void
test_builtin (void)
{
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDataset) dataset = NULL;
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;

  dataset = tl_reader_load_file (file, NULL, problems, &error);
  g_assert_no_error (error);
  found = describe (dataset, problems, NULL);
  expected =
      g_strdup_printf ("records %u\n", tl_dataset_get_n_records (dataset));
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (tl_dataset_get_n_records (dataset), >, 30);
  g_assert_cmpuint (tl_dataset_get_n_quotes (dataset), >, 15);
}

/* --- hostile input --- */

/* Text of the file is shown as text: no directive, control or bidirectional
 * character of it gets into a message. */
static void
test_hostile_words (void)
{
  const char *text =
      HEADER ", \"events\": [" EVENT_START "\"%s%n\\u001b[2J\\u202e\", "
             "\"\\u001b]0;x\\u0007%n\": 1, "
             "\"place\": \"%n\\u2066\"}, " EVENT_START
             "\"e\", \"place\": \"\\u0085%n\"}]}";
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (TlDataset) dataset = load (text, problems, NULL);

  g_assert_nonnull (dataset);
  g_assert_cmpuint (tl_problems_get_size (problems), ==, 4);
  for (guint i = 0; i < tl_problems_get_size (problems); i++)
    {
      const char *message = tl_problems_get (problems, i)->message;

      g_assert_nonnull (strstr (message, "%n"));
      g_assert_nonnull (strstr (message, "\\u"));
      for (const char *c = message; *c != '\0'; c = g_utf8_next_char (c))
        {
          GUnicodeType type = g_unichar_type (g_utf8_get_char (c));

          g_assert_true (type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT);
        }
    }
}

/* Whatever is done to a dataset's bytes: it loads, or there is an error, and
 * the same error stands among the problems. */
static void
test_mutations (void)
{
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();
  g_autofree char *original = NULL;
  gsize            length;

  g_assert_true (
      g_file_load_contents (file, NULL, &original, &length, NULL, NULL));
  for (int i = 0; i < 150; i++)
    {
      char *data = g_memdup2 (original, length);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (TlProblems) problems = tl_problems_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (TlDataset) dataset = NULL;

      for (int j = g_test_rand_int_range (1, 12); j > 0; j--)
        {
          gsize to = (gsize)g_test_rand_int_range (0, (int)length - 40);
          gsize from = (gsize)g_test_rand_int_range (0, (int)length - 40);
          gsize n = (gsize)g_test_rand_int_range (1, i % 3 == 0 ? 40 : 3);

          memmove (data + to, data + from, n);
        }
      bytes = g_bytes_new_take (data, length);
      dataset = tl_reader_load_bytes (bytes, "x", NULL, problems, &error);
      g_assert_true ((dataset == NULL) == (error != NULL));
      if (error != NULL)
        g_assert_cmpuint (tl_problems_count (problems, TL_SEVERITY_ERROR), >,
                          0);
      for (guint j = 1; j < tl_problems_get_size (problems); j++)
        g_assert_cmpuint (tl_problems_get (problems, j - 1)->line, <=,
                          tl_problems_get (problems, j)->line);
    }
}

static void
add_corpus (void)
{
  g_autofree char *folder =
      g_test_build_filename (G_TEST_DIST, "fixtures", "reader", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        g_autofree char *stem = g_strndup (name, strlen (name) - 5);
        g_autofree char *path = g_strdup_printf ("/tl/reader/corpus/%s", stem);

        g_test_add_data_func_full (path, g_build_filename (folder, stem, NULL),
                                   test_corpus, g_free);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_corpus ();
  g_test_add_func ("/tl/reader/limit/items", test_items_limit);
  g_test_add_func ("/tl/reader/limit/id", test_id_limit);
  g_test_add_func ("/tl/reader/limit/file-name", test_file_name_limit);
  g_test_add_func ("/tl/reader/limit/date", test_date_limit);
  g_test_add_func ("/tl/reader/limit/problems", test_problems_limit);
  g_test_add_func ("/tl/reader/limit/file", test_file_limit);
  g_test_add_func ("/tl/reader/file/missing", test_missing_file);
  g_test_add_func ("/tl/reader/file/folder", test_folder);
  g_test_add_func ("/tl/reader/file/cancelled", test_cancelled);
  g_test_add_func ("/tl/reader/file/relative-name", test_relative_name);
  g_test_add_func ("/tl/reader/file/builtin", test_builtin);
  g_test_add_func ("/tl/reader/file/builtin-file", test_builtin_file);
  g_test_add_func ("/tl/reader/hostile/words", test_hostile_words);
  g_test_add_func ("/tl/reader/hostile/mutations", test_mutations);
  return g_test_run ();
}
