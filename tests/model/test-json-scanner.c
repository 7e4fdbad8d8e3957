/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-json-place.h"
#include "tl-json-scanner.h"
#include "tl-limits.h"

#include <json-glib/json-glib.h>
#include <string.h>

static TlJsonIndex *
scan (const char *data, gsize length, TlJsonFault *fatal)
{
  memset (fatal, 0, sizeof *fatal);
  return tl_json_index_new (data, length, NULL, fatal);
}

/* The scanner must not look at a byte behind the end: in a block of its exact
 * size the sanitizer sees it. */
static TlJsonIndex *
scan_exactly (const char *text, gsize length, char **block, TlJsonFault *fatal)
{
  *block = g_memdup2 (text, MAX (length, 1));
  return scan (*block, length, fatal);
}

/* --- the corpus --- */

static void
check_document (const char *name, const char *data, gsize length)
{
  g_auto (GStrv) parts = g_strsplit (name, ".", -1);
  g_autofree char *block = NULL;
  TlJsonFault      fatal;
  g_autoptr (TlJsonIndex) index = scan_exactly (data, length, &block, &fatal);

  if (g_str_equal (parts[0], "n"))
    {
      g_assert_null (index);
      g_assert_cmpstr (tl_json_cause_to_code (fatal.cause), ==, parts[1]);
      g_assert_cmpint (fatal.cause, <=, TL_JSON_LAST_FATAL);
      g_assert_cmpuint (fatal.offset, <=, length);
      return;
    }
  g_assert_nonnull (index);
  g_assert_cmpint (index->root.damaged, ==, g_str_equal (parts[0], "d"));
  g_assert_cmpint (index->faults->len > 0, ==, index->root.damaged);
  if (index->root.damaged)
    {
      const TlJsonFault *fault = &g_array_index (index->faults, TlJsonFault, 0);

      g_assert_cmpstr (tl_json_cause_to_code (fault->cause), ==, parts[1]);
      g_assert_cmpint (fault->cause, >, TL_JSON_LAST_FATAL);
      g_assert_cmpuint (fault->offset, <, length);
      g_assert_cmpuint (fault->other, <=, fault->offset);
    }
}

static void
test_corpus (gconstpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *data = NULL;
  gsize            length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  check_document (name, data, length);
}

/* What the scanner calls sound, json-glib reads. */
static void
test_agreement (gconstpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *data = NULL;
  gsize            length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  json_parser_load_from_data (parser, data, (gssize)length, &error);
  g_assert_no_error (error);
  g_assert_nonnull (json_parser_get_root (parser));
}

/* --- places --- */

static const struct
{
  const char *name;
  const char *text;
  const char *code;
  guint       line;
  guint       column;
} places[] = {
  { "first", "x", "unknown-word", 1, 1 },
  { "second-line", "{\n  'a': 1\n}", "single-quotes", 2, 3 },
  { "trailing-comma", "{\n  \"a\": [1,\n  2,\n]\n}", "trailing-comma", 3, 4 },
  { "characters", "[\"日本é😀\", x]", "unknown-word", 1, 10 },
  { "windows", "[\r\n1,\r\n x]", "unknown-word", 3, 2 },
  { "tab", "[\t1,\tx]", "unknown-word", 1, 6 },
  { "end", "[1,\n2", "unterminated-array", 1, 1 },
  { "inner-object", "{\"a\":\n {\"b\": 1", "unterminated-object", 2, 2 },
  { "string", "[\n  \"abc\n]", "line-break-in-string", 2, 3 },
  { "number", "{\"a\": 01}", "leading-zero", 1, 7 },
  { "empty", "", "empty-file", 1, 1 },
  { "after-mark", "\xef\xbb\xbfx", "unknown-word", 1, 2 },
};

static void
test_place (gconstpointer data)
{
  gsize       i = GPOINTER_TO_SIZE (data);
  gsize       length = strlen (places[i].text);
  TlJsonFault fatal;
  guint       line;
  guint       column;
  g_autoptr (TlJsonIndex) index = scan (places[i].text, length, &fatal);
  g_autoptr (TlJsonPlaces) lines = tl_json_places_new (places[i].text, length);

  g_assert_null (index);
  g_assert_cmpstr (tl_json_cause_to_code (fatal.cause), ==, places[i].code);
  tl_json_places_get (lines, fatal.offset, &line, &column);
  g_assert_cmpuint (line, ==, places[i].line);
  g_assert_cmpuint (column, ==, places[i].column);
}

/* Asked in any order, places are those that a count from the start gives. */
static void
test_places_anywhere (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TlJsonPlaces) lines = NULL;

  for (int i = 0; i < 3000; i++)
    g_string_append (text, g_test_rand_bit () ? "é" : i % 7 ? "a" : "\n");
  for (int i = 0; i < 9000; i++) /* a line longer than a block */
    g_string_append (text, "😀");
  lines = tl_json_places_new (text->str, text->len);
  for (int i = 0; i < 500; i++)
    {
      gsize offset = (gsize)g_test_rand_int_range (0, (int)text->len + 1);
      guint expected_line = 1;
      guint expected_column = 1;
      guint line;
      guint column;

      while (offset < text->len && ((guchar)text->str[offset] & 0xc0) == 0x80)
        offset--;
      for (const char *c = text->str; c < text->str + offset;
           c = g_utf8_next_char (c))
        {
          expected_line += *c == '\n';
          expected_column = *c == '\n' ? 1 : expected_column + 1;
        }
      tl_json_places_get (lines, offset, &line, &column);
      g_assert_cmpuint (line, ==, expected_line);
      g_assert_cmpuint (column, ==, expected_column);
    }
}

static void
test_duplicate_tells_first (void)
{
  const char *text = "{\"a\": 1,\n \"b\": {\"a\": 0},\n \"a\": 2, \"a\": 3}";
  TlJsonFault fatal;
  g_autoptr (TlJsonIndex) index = scan (text, strlen (text), &fatal);

  g_assert_nonnull (index);
  g_assert_cmpuint (index->faults->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const TlJsonFault *fault = &g_array_index (index->faults, TlJsonFault, i);

      g_assert_cmpuint (fault->other, ==, 1);
      g_assert_true (g_str_has_prefix (text + fault->offset, "\"a\""));
      g_assert_cmpuint (fault->offset, >, 20);
    }
}

/* --- the index --- */

static void
assert_slice (const char *data, const TlJsonSlice *slice, const char *text)
{
  g_autofree char *found =
      g_strndup (data + slice->start, slice->end - slice->start);

  g_assert_cmpstr (found, ==, text);
}

static void
test_index (void)
{
  const char         *text = "{ \"one\" : [ 1 , {\"a\": [2, 3]},\"\\q\" ] ,"
                             "\"tw\\u006f\":{\"b\":[4]}, \"none\": [] }\n";
  const TlJsonMember *one;
  const TlJsonMember *two;
  TlJsonFault         fatal;
  g_autoptr (TlJsonIndex) index = scan (text, strlen (text), &fatal);

  g_assert_nonnull (index);
  g_assert_cmpuint (index->members->len, ==, 3);
  one = tl_json_index_find (index, "one");
  g_assert_nonnull (one);
  g_assert_cmpuint (one->key_offset, ==, 2);
  g_assert_cmpuint (one->elements->len, ==, 3);
  assert_slice (text, &g_array_index (one->elements, TlJsonSlice, 0), "1");
  assert_slice (text, &g_array_index (one->elements, TlJsonSlice, 1),
                "{\"a\": [2, 3]}");
  assert_slice (text, &g_array_index (one->elements, TlJsonSlice, 2),
                "\"\\q\"");
  g_assert_false (g_array_index (one->elements, TlJsonSlice, 1).damaged);
  g_assert_true (g_array_index (one->elements, TlJsonSlice, 2).damaged);
  g_assert_true (one->value.damaged);
  two = tl_json_index_find (index, "two");
  g_assert_nonnull (two);
  g_assert_null (two->elements);
  g_assert_false (two->value.damaged);
  assert_slice (text, &two->value, "{\"b\":[4]}");
  g_assert_cmpuint (tl_json_index_find (index, "none")->elements->len, ==, 0);
  g_assert_null (tl_json_index_find (index, "on"));
  g_assert_null (tl_json_index_find (index, "three"));
}

static const struct
{
  const char *name;
  TlJsonStep  steps[4];
  guint       n_steps;
  gboolean    at_key;
  const char *found; /* what begins there */
} steps[] = {
  { "self", { { 0 } }, 0, FALSE, "{ \"a\\u0062\"" },
  { "value", { { "c", 0 } }, 1, FALSE, "[1" },
  { "key", { { "c", 0 } }, 1, TRUE, "\"c\"" },
  { "escaped", { { "ab", 0 } }, 1, FALSE, "\"}]\\\\\"" },
  { "element", { { "c", 0 }, { NULL, 1 } }, 2, FALSE, "{\"d\"" },
  { "deep",
    { { "c", 0 }, { NULL, 1 }, { "d", 0 }, { NULL, 2 } },
    4,
    FALSE,
    "-3.5e1" },
  { "after-deep", { { "c", 0 }, { NULL, 2 } }, 2, FALSE, "true" },
  { "missing-key",
    { { "c", 0 }, { NULL, 1 }, { "x", 0 } },
    3,
    FALSE,
    "{\"d\"" },
  { "missing-element", { { "c", 0 }, { NULL, 9 } }, 2, FALSE, "[1" },
  { "not-an-object", { { "c", 0 }, { "x", 0 } }, 2, FALSE, "[1" },
  { "last", { { "z", 0 } }, 1, FALSE, "null" },
};

static void
test_locate (gconstpointer data)
{
  const char *text = "[ { \"a\\u0062\" : \"}]\\\\\", \"c\": [1, {\"d\":"
                     "[\"[\\\"\", {}, -3.5e1]} , true], \"z\":null } ]";
  gsize       i = GPOINTER_TO_SIZE (data);
  TlJsonSlice slice = { .start = 2, .end = strlen (text) - 2 };
  gsize offset = tl_json_locate (text, &slice, steps[i].steps, steps[i].n_steps,
                                 steps[i].at_key);

  g_assert_true (g_str_has_prefix (text + offset, steps[i].found));
}

static void
test_unescape (void)
{
  const char *text = "\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9é\\ud83d\\ude00.";
  g_autofree char *plain = tl_json_unescape (text, strlen (text));

  g_assert_cmpstr (plain, ==, "\"\\/\b\f\n\r\tAéé😀.");
}

/* --- limits --- */

static void
check_string_limit (gsize length, guint n_faults)
{
  g_autofree char *letters = g_strnfill (length, 'a');
  g_autofree char *text = g_strdup_printf ("[\"%s\"]", letters);
  TlJsonFault      fatal;
  g_autoptr (TlJsonIndex) index = scan (text, strlen (text), &fatal);

  g_assert_nonnull (index);
  g_assert_cmpuint (index->faults->len, ==, n_faults);
  if (n_faults > 0)
    g_assert_cmpint (g_array_index (index->faults, TlJsonFault, 0).cause, ==,
                     TL_JSON_STRING_TOO_LONG);
}

static void
test_string_limit (void)
{
  check_string_limit (TL_LIMIT_STRING_BYTES - 1, 0);
  check_string_limit (TL_LIMIT_STRING_BYTES, 0);
  check_string_limit (TL_LIMIT_STRING_BYTES + 1, 1);
}

static void
check_record_limit (gsize length, guint n_faults)
{
  g_autoptr (GString) text = g_string_sized_new (length + 32);
  TlJsonFault fatal;
  g_autoptr (TlJsonIndex) index = NULL;

  g_string_append (text, "{\"a\":[[");
  for (gsize i = 0; i < length - 3; i++)
    g_string_append_c (text, ' ');
  g_string_append (text, "1]]}");
  index = scan (text->str, text->len, &fatal);
  g_assert_nonnull (index);
  g_assert_cmpuint (index->faults->len, ==, n_faults);
  if (n_faults > 0)
    g_assert_cmpint (g_array_index (index->faults, TlJsonFault, 0).cause, ==,
                     TL_JSON_RECORD_TOO_LONG);
}

static void
test_record_limit (void)
{
  check_record_limit (TL_LIMIT_RECORD_BYTES, 0);
  check_record_limit (TL_LIMIT_RECORD_BYTES + 1, 1);
}

static void
test_records_limit (void)
{
  g_autoptr (GString) text = g_string_sized_new (2 * TL_LIMIT_RECORDS + 32);
  TlJsonFault  fatal;
  TlJsonIndex *index;

  g_string_append (text, "{\"a\":[0");
  for (guint i = 1; i < TL_LIMIT_RECORDS; i++)
    g_string_append (text, ",0");
  g_string_append (text, "]}");
  index = scan (text->str, text->len, &fatal);
  g_assert_nonnull (index);
  tl_json_index_free (index);
  g_string_insert (text, 6, "0,");
  g_assert_null (scan (text->str, text->len, &fatal));
  g_assert_cmpint (fatal.cause, ==, TL_JSON_TOO_MANY_RECORDS);
}

/* --- hostile input --- */

static void
test_many_keys (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  TlJsonFault fatal;
  g_autoptr (TlJsonIndex) index = NULL;

  for (int i = 0; i < 200000; i++)
    g_string_append_printf (text, "\"key%d\":0,", i % 199999);
  g_string_append (text, "\"last\":0}");
  index = scan (text->str, text->len, &fatal);
  g_assert_nonnull (index);
  g_assert_cmpuint (index->faults->len, ==, 1);
}

static void
test_many_faults (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  TlJsonFault fatal;
  g_autoptr (TlJsonIndex) index = NULL;

  for (int i = 0; i < 50000; i++)
    g_string_append (text, "\"\\q\",");
  g_string_append (text, "0]");
  index = scan (text->str, text->len, &fatal);
  g_assert_nonnull (index);
  g_assert_cmpuint (index->faults->len + index->n_faults_more, ==, 50000);
  g_assert_cmpuint (index->faults->len, <, 50000);
}

/* Any prefix and any mutation of a document ends in a verdict, and what is
 * called sound is what json-glib can read. */
static void
test_mutations (void)
{
  const char *seed = "{\"a\": [1, -2.5e3, true, null, \"é\\u00e9\\ud83d\\ude00"
                     "\\n\"], \"b\": {\"c\": [{\"d\": 0}, {}], \"e\": \"\"}}";
  const char *bytes = "{}[]\",:\\u0019eE+-. \n\x80\xc3\t'/a";
  gsize       length = strlen (seed);
  guint       n_sound = 0;

  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup (seed);
      g_autofree char *block = NULL;
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (TlJsonIndex) index = NULL;
      TlJsonFault fatal;
      gsize       cut = (gsize)g_test_rand_int_range (0, (int)length + 1);

      for (int j = g_test_rand_int_range (0, 4); j > 0; j--)
        text[g_test_rand_int_range (0, (int)length)] =
            bytes[g_test_rand_int_range (0, (int)strlen (bytes))];
      if (i % 2 == 0)
        cut = length;
      index = scan_exactly (text, cut, &block, &fatal);
      if (index == NULL)
        g_assert_cmpuint (fatal.offset, <=, cut);
      else if (!index->root.damaged)
        {
          n_sound++;
          g_assert_true (
              json_parser_load_from_data (parser, block, (gssize)cut, NULL));
        }
    }
  g_assert_cmpuint (n_sound, >, 1000);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  TlJsonFault fatal;

  g_cancellable_cancel (cancellable);
  g_assert_null (tl_json_index_new ("{\"a\":[1]}", 9, cancellable, &fatal));
  g_assert_cmpint (fatal.cause, ==, TL_JSON_CANCELLED);
}

static void
test_words (void)
{
  for (int cause = 0; cause <= TL_JSON_RECORD_TOO_LONG; cause++)
    {
      const char *code = tl_json_cause_to_code ((TlJsonCause)cause);
      const char *words = tl_json_cause_describe ((TlJsonCause)cause);

      g_assert_cmpuint (strspn (code, "abcdefghijklmnopqrstuvwxyz-0123456789"),
                        ==, strlen (code));
      g_assert_cmpuint (strlen (words), >, 10);
    }
}

static void
add_corpus (void)
{
  g_autofree char *folder =
      g_test_build_filename (G_TEST_DIST, "fixtures", "json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      {
        g_autofree char *path =
            g_strdup_printf ("/tl/json-scanner/corpus/%s", name);
        g_autofree char *twin =
            g_strdup_printf ("/tl/json-scanner/agreement/%s", name);

        g_test_add_data_func_full (path, g_build_filename (folder, name, NULL),
                                   test_corpus, g_free);
        if (g_str_has_prefix (name, "y."))
          g_test_add_data_func_full (twin,
                                     g_build_filename (folder, name, NULL),
                                     test_agreement, g_free);
      }
}

static void
add_tables (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/json-scanner/place/%s", places[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_place);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/json-scanner/locate/%s", steps[i].name);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_locate);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_corpus ();
  add_tables ();
  g_test_add_func ("/tl/json-scanner/place/anywhere", test_places_anywhere);
  g_test_add_func ("/tl/json-scanner/duplicate/first",
                   test_duplicate_tells_first);
  g_test_add_func ("/tl/json-scanner/index/members", test_index);
  g_test_add_func ("/tl/json-scanner/unescape/all", test_unescape);
  g_test_add_func ("/tl/json-scanner/limit/string", test_string_limit);
  g_test_add_func ("/tl/json-scanner/limit/record", test_record_limit);
  if (g_test_slow ()) /* needs half a gigabyte */
    g_test_add_func ("/tl/json-scanner/limit/records", test_records_limit);
  g_test_add_func ("/tl/json-scanner/hostile/keys", test_many_keys);
  g_test_add_func ("/tl/json-scanner/hostile/faults", test_many_faults);
  g_test_add_func ("/tl/json-scanner/hostile/mutations", test_mutations);
  g_test_add_func ("/tl/json-scanner/cancelled/early", test_cancelled);
  g_test_add_func ("/tl/json-scanner/words/all", test_words);
  return g_test_run ();
}
