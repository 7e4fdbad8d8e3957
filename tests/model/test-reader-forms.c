/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "generate.h"
#include "tl-reader-private.h"

#include <string.h>

/* JSON Lines, and datasets packed with gzip. */

#define HEADER                                                                 \
  "{\"format\": \"treatyline-dataset\", \"version\": 1, \"id\": \"x\", "       \
  "\"title\": {\"en\": \"X\"}, \"language\": \"en\", \"sources\": [{\"id\": "  \
  "\"s\", \"title\": {\"en\": \"S\"}, \"publisher\": {\"en\": \"P\"}, "        \
  "\"published\": \"2020\", \"language\": \"en\"}]}\n"
#define EVENT(id)                                                              \
  "{\"kind\": \"talk\", \"status\": \"occurred\", \"title\": {\"en\": \"T\"}," \
  " \"date\": \"2020\", \"accounts\": [{\"source\": \"s\"}], \"id\": \"" id    \
  "\"}"

/* error_line, error_column: 0 when there must be no problem. */
static const struct
{
  const char *name;
  const char *text;
  guint       n_records;
  guint       error_line;
  guint       error_column;
  const char *code;
} cases[] = {
  { "plain", HEADER EVENT ("a") "\n" EVENT ("b") "\n", 2, 0, 0, NULL },
  { "no-last-break", HEADER EVENT ("a"), 1, 0, 0, NULL },
  { "empty-lines", HEADER "\n  \n" EVENT ("a") "\r\n\n", 1, 0, 0, NULL },
  { "blanks", HEADER "  " EVENT ("a") " \t\r\n", 1, 0, 0, NULL },
  { "broken", HEADER "{\"id\": \n" EVENT ("a") "\n", 1, 2, 7,
    "expected-value" },
  { "cut-string", HEADER EVENT ("a") "\n{\"id\": \"b", 1, 3, 8,
    "unterminated-string" },
  { "two-in-a-line", HEADER EVENT ("a") " {}\n" EVENT ("b"), 1, 2, 119,
    "trailing-text" },
  { "not-an-object", HEADER "[1]\n" EVENT ("a"), 1, 2, 1, "wrong-type" },
  { "twice", HEADER EVENT ("a") "\n" EVENT ("a"), 1, 3, 115, "duplicate-id" },
};

static TlDataset *
load (GBytes *bytes, TlProblems *problems, GError **error)
{
  return tl_reader_load_bytes (bytes, "test", NULL, problems, error);
}

static void
test_lines (gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes =
      g_bytes_new_static (cases[number].text, strlen (cases[number].text));
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDataset) dataset = load (bytes, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tl_dataset_get_n_records (dataset), ==,
                    cases[number].n_records);
  g_assert_cmpuint (tl_problems_get_size (problems), ==,
                    cases[number].code != NULL ? 1 : 0);
  if (cases[number].code == NULL)
    return;
  g_assert_cmpstr (tl_problems_get (problems, 0)->code, ==, cases[number].code);
  g_assert_cmpuint (tl_problems_get (problems, 0)->line, ==,
                    cases[number].error_line);
  g_assert_cmpuint (tl_problems_get (problems, 0)->column, ==,
                    cases[number].error_column);
}

static GBytes *
pack (GBytes *bytes)
{
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GZlibCompressor) converter =
      g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr (GInputStream) stream =
      g_converter_input_stream_new (plain, G_CONVERTER (converter));
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  guint8 block[4096];
  gssize n_read;

  while ((n_read = g_input_stream_read (stream, block, sizeof block, NULL,
                                        NULL)) > 0)
    g_byte_array_append (packed, block, (guint)n_read);
  g_assert_cmpint (n_read, ==, 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&packed));
}

static void
test_packed (gconstpointer data)
{
  GenerateOptions options = { .n_events = 500,
                              .lines = GPOINTER_TO_INT (data) };
  g_autoptr (GBytes) plain = generate_bytes (&options);
  g_autoptr (GBytes) packed = pack (plain);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDataset) dataset = load (packed, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tl_problems_get_size (problems), ==, 0);
  g_assert_cmpuint (tl_dataset_get_n_records (dataset), ==, 512);
  g_assert_cmpuint (g_bytes_get_size (packed), <, g_bytes_get_size (plain));
}

static void
test_packed_cut_short (void)
{
  GenerateOptions options = { .n_events = 50 };
  g_autoptr (GBytes) plain = generate_bytes (&options);
  g_autoptr (GBytes) packed = pack (plain);
  g_autoptr (GBytes) cut =
      g_bytes_new_from_bytes (packed, 0, g_bytes_get_size (packed) / 2);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (load (cut, problems, &error));
  g_assert_error (error, TL_READER_ERROR, TL_READER_ERROR_SYNTAX);
  g_assert_cmpuint (tl_problems_get_size (problems), ==, 1);
  g_assert_cmpstr (tl_problems_get (problems, 0)->code, ==, "bad-gzip");
}

/* What unpacks to more than may be held is refused as soon as it does. */
static void
test_packed_too_large (void)
{
  GenerateOptions made = { .n_events = 200 };
  g_autoptr (GBytes) plain = generate_bytes (&made);
  g_autoptr (GBytes) packed = pack (plain);
  guint64 size = g_bytes_get_size (plain);

  for (guint64 most = size - 1; most <= size; most++)
    {
      const TlReaderOptions options = { .held_bytes = most };
      g_autoptr (TlProblems) problems = tl_problems_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (TlDataset) dataset = tl_reader_load_with_options (
          packed, "test", &options, NULL, problems, &error);

      if (most == size)
        {
          g_assert_no_error (error);
          g_assert_nonnull (dataset);
          continue;
        }
      g_assert_error (error, TL_READER_ERROR, TL_READER_ERROR_LIMIT);
      g_assert_cmpuint (tl_problems_get_size (problems), ==, 1);
      g_assert_cmpstr (tl_problems_get (problems, 0)->code, ==,
                       "file-too-large");
    }
}

/* A file that is larger than what may be held is mapped. */
static void
test_mapped (void)
{
  GenerateOptions       made = { .n_events = 200 };
  const TlReaderOptions options = { .held_bytes = 1000 };
  g_autoptr (GBytes) plain = generate_bytes (&made);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp (NULL, &stream, NULL);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDataset) dataset = NULL;

  g_assert_true (g_file_replace_contents (
      file, g_bytes_get_data (plain, NULL), g_bytes_get_size (plain), NULL,
      FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error));
  g_assert_no_error (error);
  dataset =
      tl_reader_load_file_with_options (file, &options, NULL, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tl_problems_get_size (problems), ==, 0);
  g_assert_cmpuint (tl_dataset_get_n_records (dataset), ==, 212);
  g_file_delete (file, NULL, NULL);
}

static void
check_progress_cb (guint64 n_records, double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  /* Unpacking takes a good part of the time, and has no records. */
  g_assert_true (n_records > 0 || fraction <= 0.5);
  *last = fraction;
}

static void
test_packed_progress (void)
{
  GenerateOptions        made = { .n_events = 20000 };
  double                 last = 0;
  const TlReaderFeedback feedback = { .progress = check_progress_cb,
                                      .user_data = &last };
  const TlReaderOptions  options = { .feedback = &feedback };
  g_autoptr (GBytes) plain = generate_bytes (&made);
  g_autoptr (GBytes) packed = pack (plain);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (TlDataset) dataset = tl_reader_load_with_options (
      packed, "test", &options, NULL, problems, NULL);

  g_assert_nonnull (dataset);
  g_assert_cmpfloat (last, >, 0);
}

/* The same bytes every time: the figures of a benchmark can be compared. */
static void
test_same_bytes (void)
{
  GenerateOptions options = { .n_events = 100 };
  g_autoptr (GBytes) first = generate_bytes (&options);
  g_autoptr (GBytes) second = generate_bytes (&options);

  g_assert_true (g_bytes_equal (first, second));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/tl/reader/lines/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_lines);
    }
  g_test_add_data_func ("/tl/reader/packed/json", GINT_TO_POINTER (FALSE),
                        test_packed);
  g_test_add_data_func ("/tl/reader/packed/lines", GINT_TO_POINTER (TRUE),
                        test_packed);
  g_test_add_func ("/tl/reader/packed/cut-short", test_packed_cut_short);
  g_test_add_func ("/tl/reader/packed/too-large", test_packed_too_large);
  g_test_add_func ("/tl/reader/packed/progress", test_packed_progress);
  g_test_add_func ("/tl/reader/mapped", test_mapped);
  g_test_add_func ("/tl/generate/same-bytes", test_same_bytes);
  return g_test_run ();
}
