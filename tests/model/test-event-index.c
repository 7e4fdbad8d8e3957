/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "generate.h"
#include "tl-reader-private.h"

#include <string.h>

/* The index made from the bytes of a file must say of every record what the
 * full reader says, and set aside the same ones, whatever the number of
 * threads and wherever the text is cut. */

static const struct
{
  const char     *name;
  TlReaderOptions options;
} ways[] = {
  { "whole", { .n_threads = 1 } },
  { "pieces", { .n_threads = 1, .piece_bytes = 700 } },
  { "threads", { .n_threads = 4, .piece_bytes = 3000 } },
  { "bits", { .n_threads = 3, .piece_bytes = 1 } },
};

static void
add_list (GString *text, const char *name, const guint *list, guint length)
{
  g_string_append_printf (text, " %s", name);
  for (guint i = 0; i < length; i++)
    g_string_append_printf (text, " %u", list[i]);
}

static void
add_text (GString *text, const char *name, const TlText *map)
{
  g_string_append_printf (text, " %s", name);
  for (guint i = 0; i < tl_text_get_n_languages (map); i++)
    {
      const char *language;
      const char *string = tl_text_get_nth (map, i, &language);

      g_string_append_printf (text, " %s:%s", language, string);
    }
}

static void
add_span (GString *text, TlSpan span)
{
  g_string_append_printf (
      text,
      " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
      " %" G_GINT64_FORMAT " %u%u%u%u%u%u%u",
      span.earliest, span.latest, span.core_start, span.core_end,
      span.precision, span.qualifiers, span.start, span.end, span.shape,
      span.start_precision, span.end_precision);
}

/* What the index tells without the record. */
static void
add_index (GString *text, TlDataset *dataset, guint index)
{
  const TlEntry *entry = &tl_dataset_get_entries (dataset)[index];
  const guint   *list;
  guint          length;
  g_autoptr (TlDate) date = tl_dataset_dup_record_date (dataset, index);

  g_string_append_printf (text, "%s %u %u %u %u %u %u",
                          tl_dataset_get_record_id (dataset, index),
                          entry->kind, entry->act, entry->status,
                          entry->prominence, entry->contested, entry->treaty);
  add_span (text, entry->span);
  g_string_append_printf (text, " en %s ru %s",
                          tl_dataset_get_record_title (dataset, index, "en"),
                          tl_dataset_get_record_title (dataset, index, "ru"));
  list = tl_dataset_get_record_actors (dataset, index, &length);
  add_list (text, "actors", list, length);
  list = tl_dataset_get_record_treaties (dataset, index, &length);
  add_list (text, "treaties", list, length);
  list = tl_dataset_get_record_sources (dataset, index, &length);
  add_list (text, "sources", list, length);
  g_string_append_printf (text, " place %u",
                          tl_dataset_get_record_place (dataset, index));
  g_string_append_printf (text, " date %s", tl_date_get_edtf (date));
}

static void
add_accounts (GString *text, const TlRecord *record)
{
  for (guint i = 0; i < record->n_accounts; i++)
    {
      const TlAccount *account = &record->accounts[i];

      g_string_append_printf (
          text, " account %u %s %s %s %d %d %d", account->source, account->says,
          account->date != NULL ? tl_date_get_edtf (account->date) : "-",
          account->date_words, (int)account->stance, account->has_status,
          (int)account->status);
      add_text (text, "note", account->note);
    }
}

static void
add_record (GString *text, TlDataset *dataset, guint index)
{
  g_autoptr (TlRecord) record = tl_dataset_ref_record (dataset, index);
  g_autofree char *tags = g_strjoinv (",", (char **)record->tags);

  g_string_append_printf (text, " | %s %d %d %u %d %s %u %u %d %s", record->id,
                          (int)record->kind, (int)record->act, record->treaty,
                          (int)record->status, tl_date_get_edtf (record->date),
                          record->place, record->prominence, record->contested,
                          tags);
  add_text (text, "title", record->title);
  add_text (text, "summary", record->summary);
  add_text (text, "note", record->note);
  add_list (text, "actors", record->actors, record->n_actors);
  add_list (text, "treaties", record->treaties, record->n_treaties);
  add_list (text, "quotes", record->quotes, record->n_quotes);
  add_accounts (text, record);
  for (guint i = 0; i < record->n_related; i++)
    g_string_append_printf (
        text, " related %u %d %d", record->related[i].record,
        (int)record->related[i].relation, record->related[i].inverse);
  g_string_append_c (text, '\n');
}

static void
add_problems (GString *text, const TlProblems *problems)
{
  for (guint i = 0; i < tl_problems_get_size (problems); i++)
    {
      g_autofree char *line =
          tl_problem_to_string (tl_problems_get (problems, i));

      g_string_append_printf (text, "%s\n", line);
    }
}

/* Everything there is to know. Returns: (transfer full) */
static char *
describe (GBytes *bytes, const TlReaderOptions *options)
{
  GString *text = g_string_new (NULL);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDataset) dataset = tl_reader_load_with_options (
      bytes, "test", options, NULL, problems, &error);

  add_problems (text, problems);
  if (dataset == NULL)
    g_string_append_printf (text, "error %s\n", error->message);
  for (guint i = 0; dataset != NULL && i < tl_dataset_get_n_records (dataset);
       i++)
    {
      g_assert_cmpuint (tl_dataset_find_record (
                            dataset, tl_dataset_get_record_id (dataset, i)),
                        ==, i);
      add_index (text, dataset, i);
      add_record (text, dataset, i);
    }
  return g_string_free (text, FALSE);
}

static void
check_all_ways (GBytes *bytes)
{
  const TlReaderOptions full = { .no_index = TRUE };
  g_autofree char      *expected = describe (bytes, &full);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *found = describe (bytes, &ways[i].options);

      g_test_message ("%s", ways[i].name);
      g_assert_cmpstr (found, ==, expected);
    }
}

static GBytes *
read_fixture (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

static void
test_fixture (gconstpointer path)
{
  g_autoptr (GBytes) bytes = read_fixture (path);

  check_all_ways (bytes);
}

static void
add_fixtures (const char *folder)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "fixtures", folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) files = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *test = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      test = g_strdup_printf ("/tl/event-index/fixtures/%s%s", folder, name);
      g_test_add_data_func_full (test, g_build_filename (path, name, NULL),
                                 test_fixture, g_free);
    }
}

static void
test_shape (gconstpointer data)
{
  GenerateOptions options = { .n_events = 300,
                              .shape = GPOINTER_TO_UINT (data) };
  g_autoptr (GBytes) json = generate_bytes (&options);
  g_autoptr (GBytes) lines = NULL;
  const TlReaderOptions full = { .no_index = TRUE };
  g_autofree char      *expected = NULL;
  g_autofree char      *found = NULL;

  check_all_ways (json);
  options.lines = TRUE;
  lines = generate_bytes (&options);
  check_all_ways (lines);
  expected = describe (json, &full);
  found = describe (lines, &full);
  g_assert_cmpstr (found, ==, expected);
}

/* Bytes of a sound file changed, removed and repeated at random: most of what
 * comes out is wrong somewhere. */
static void
test_mutations (void)
{
  GenerateOptions options = { .n_events = 12 };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (GBytes) lines = NULL;
  g_autoptr (GBytes) json = generate_bytes (&options);

  options.lines = TRUE;
  lines = generate_bytes (&options);
  for (guint i = 0; i < 120; i++)
    {
      static const char bytes[] = "\"\"{}[],:\\\n 09azX-\x01\xd0\xff";
      gsize             length;
      const char       *text = g_bytes_get_data (i % 2 ? json : lines, &length);
      g_autoptr (GString) changed = g_string_new_len (text, (gssize)length);
      g_autoptr (GBytes) mutant = NULL;
      guint n_changes = 1 + i % 3;

      for (guint j = 0; j < n_changes; j++)
        {
          /* Behind the header, where the events are. */
          gsize at = length / 2 + (gsize)g_rand_int_range (
                                      random, 0, (gint32)(length / 2) - 10);
          char byte = bytes[g_rand_int_range (random, 0, sizeof bytes - 1)];

          switch (g_rand_int_range (random, 0, 3))
            {
            case 0:
              changed->str[at] = byte;
              break;
            case 1:
              g_string_erase (changed, (gssize)at, 1);
              break;
            default:
              g_string_insert_c (changed, (gssize)at, byte);
              break;
            }
        }
      mutant = g_bytes_new (changed->str, changed->len);
      check_all_ways (mutant);
    }
}

/* Whatever order the sections come in. */
static void
test_events_first (void)
{
  static const char text[] =
      "{\"format\": \"treatyline-dataset\", \"version\": 1, \"id\": \"x\","
      "\"title\": {\"en\": \"X\"}, \"events\": [\n {\"id\": \"a\", \"kind\": "
      "\"talk\", \"status\": \"occurred\", \"title\": {\"ru\": \"Т\", \"en\": "
      "\"T \\u0041\\n\"}, \"date\": \"2020\", \"actors\": [\"b\"], "
      "\"accounts\": [{\"source\": \"s\", \"status\": \"denied\"}]}], "
      "\"language\": \"en\", \"actors\": [{\"id\": \"b\", \"kind\": "
      "\"state\", \"name\": {\"en\": \"B\"}}], \"sources\": [{\"id\": \"s\", "
      "\"title\": {\"en\": \"S\"}, \"publisher\": {\"en\": \"P\"}, "
      "\"published\": \"2020\", \"language\": \"en\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDataset) dataset =
      tl_reader_load_bytes (bytes, "test", NULL, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tl_problems_get_size (problems), ==, 0);
  g_assert_cmpuint (tl_dataset_get_parts (dataset)->n_boxes, ==, 0);
  g_assert_cmpstr (tl_dataset_get_record_title (dataset, 0, "en"), ==, "T A\n");
  check_all_ways (bytes);
}

/* The generator writes what needs no second look: none of its events may be
 * kept whole, or large files would be slow and nobody would know why. */
static void
test_all_indexed (void)
{
  GenerateOptions options = { .n_events = 2000 };
  g_autoptr (GBytes) bytes = generate_bytes (&options);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (TlDataset) dataset =
      tl_reader_load_bytes (bytes, "test", NULL, problems, NULL);
  const TlDatasetParts *parts = tl_dataset_get_parts (dataset);

  g_assert_cmpuint (tl_problems_get_size (problems), ==, 0);
  /* The acts of the treaties. */
  g_assert_cmpuint (parts->n_boxes, ==, parts->n_treaties);
  g_assert_cmpuint (parts->n_records, ==, 2000 + parts->n_boxes);
}

static void
count_cb (guint64 n_records, double fraction, gpointer user_data)
{
  guint *n_calls = user_data;

  g_assert_cmpfloat (fraction, >, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  (*n_calls)++;
}

static void
test_progress (void)
{
  guint                  n_calls = 0;
  const TlReaderFeedback feedback = { .progress = count_cb,
                                      .user_data = &n_calls };
  const TlReaderOptions  options = { .feedback = &feedback,
                                     .piece_bytes = 1000 };
  GenerateOptions        made = { .n_events = 300 };
  g_autoptr (GBytes) bytes = generate_bytes (&made);
  g_autofree char *text = describe (bytes, &options);

  g_assert_cmpuint (strlen (text), >, 0);
  g_assert_cmpuint (n_calls, >, 0);
}

/* --- previews --- */

typedef struct
{
  guint       n_previews;
  guint       n_records; /* of the last one */
  const char *expected;  /* what is told of the whole */
} Previews;

/* As many records as there are lines that begin with an id. */
static void
check_preview_cb (TlDataset *dataset, gpointer user_data)
{
  Previews *self = user_data;
  guint     n_records = tl_dataset_get_n_records (dataset);
  guint     first = self->n_previews == 0 ? 1 : self->n_records * 4;

  g_assert_cmpuint (n_records, >=, first);
  self->n_previews++;
  self->n_records = n_records;
  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (TlRecord) record = tl_dataset_ref_record (dataset, i);
      g_autofree char *start = g_strdup_printf (
          " | %s %d %d ", record->id, (int)record->kind, (int)record->act);

      g_assert_cmpuint (tl_dataset_find_record (dataset, record->id), ==, i);
      g_assert_nonnull (strstr (self->expected, start));
    }
}

/* Previews change nothing: neither what comes out nor what is reported. */
static void
test_previews (gconstpointer data)
{
  GenerateOptions made = { .n_events = 1500, .lines = GPOINTER_TO_INT (data) };
  g_autoptr (GBytes) bytes = generate_bytes (&made);
  const TlReaderOptions plain = { .n_threads = 1 };
  g_autofree char      *expected = describe (bytes, &plain);

  for (guint n_threads = 1; n_threads <= 3; n_threads += 2)
    {
      Previews               previews = { .expected = expected };
      const TlReaderFeedback feedback = { .preview = check_preview_cb,
                                          .user_data = &previews };
      const TlReaderOptions  options = { .feedback = &feedback,
                                         .n_threads = n_threads,
                                         .piece_bytes = 6000 };
      g_autofree char       *found = describe (bytes, &options);

      g_assert_cmpuint (previews.n_previews, ==, 2);
      g_assert_cmpuint (previews.n_records, <, 1500 / 2);
      g_assert_cmpstr (found, ==, expected);
    }
}

static void
count_preview_cb (TlDataset *dataset, gpointer user_data)
{
  ++*(guint *)user_data;
}

static guint
count_previews (GBytes *bytes, gsize piece_bytes)
{
  guint                  n_previews = 0;
  const TlReaderFeedback feedback = { .preview = count_preview_cb,
                                      .user_data = &n_previews };
  const TlReaderOptions  options = { .feedback = &feedback,
                                     .piece_bytes = piece_bytes };
  g_autofree char       *text = describe (bytes, &options);

  g_assert_cmpuint (strlen (text), >, 0);
  return n_previews;
}

/* A file of one piece, and one whose events come before their sources. */
static void
test_no_previews (void)
{
  GenerateOptions made = { .n_events = 300 };
  g_autoptr (GBytes) bytes = generate_bytes (&made);
  g_autoptr (GString) turned = g_string_new_len (
      g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
  g_autoptr (GBytes) turned_bytes = NULL;

  g_assert_cmpuint (count_previews (bytes, 0), ==, 0);
  g_assert_cmpuint (count_previews (bytes, 1000), >, 0);
  g_assert_cmpuint (g_string_replace (turned, "\"sources\": [", "\"x\": [", 1),
                    ==, 1);
  turned_bytes = g_bytes_new (turned->str, turned->len);
  g_assert_cmpuint (count_previews (turned_bytes, 1000), ==, 0);
}

/* A document that turns out to be broken behind what was shown: nothing but
 * that is reported, and nothing behind the break is looked at. */
static void
test_preview_of_broken (void)
{
  GenerateOptions made = { .n_events = 600 };
  g_autoptr (GBytes) bytes = generate_bytes (&made);
  gsize length = g_bytes_get_size (bytes);
  g_autoptr (GString) broken =
      g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize)length);
  g_autoptr (GBytes) broken_bytes = NULL;
  g_autofree char      *expected = NULL;
  const TlReaderOptions plain = { .n_threads = 1 };

  /* A key that the header must not have, and brackets that never close. */
  g_string_replace (broken, "\"language\"", "\"strange\": 1, \"language\"", 1);
  memset (broken->str + length / 2, '{', length / 4);
  broken_bytes = g_bytes_new (broken->str, broken->len);
  g_assert_cmpuint (count_previews (broken_bytes, 3000), >, 0);
  expected = describe (broken_bytes, &plain);
  g_assert_nonnull (strstr (expected, "error "));
}

static void
test_cancelled (void)
{
  GenerateOptions made = { .n_events = 300 };
  g_autoptr (GBytes) bytes = generate_bytes (&made);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (TlProblems) problems = tl_problems_new ();
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_reader_load_with_options (
          bytes, "test", &ways[i].options, cancellable, problems, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_fixtures ("reader");
  add_fixtures ("json");
  add_fixtures ("");
  for (guint i = GENERATE_PLAUSIBLE; i <= GENERATE_LONG_BAR; i++)
    {
      g_autofree char *name = g_strdup_printf ("/tl/event-index/shape/%u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_shape);
    }
  g_test_add_func ("/tl/event-index/mutations", test_mutations);
  g_test_add_func ("/tl/event-index/events-first", test_events_first);
  g_test_add_func ("/tl/event-index/all-indexed", test_all_indexed);
  g_test_add_func ("/tl/event-index/progress", test_progress);
  g_test_add_data_func ("/tl/event-index/previews/json",
                        GINT_TO_POINTER (FALSE), test_previews);
  g_test_add_data_func ("/tl/event-index/previews/lines",
                        GINT_TO_POINTER (TRUE), test_previews);
  g_test_add_func ("/tl/event-index/previews/none", test_no_previews);
  g_test_add_func ("/tl/event-index/previews/broken", test_preview_of_broken);
  g_test_add_func ("/tl/event-index/cancelled", test_cancelled);
  return g_test_run ();
}
