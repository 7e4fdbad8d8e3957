/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-limits.h"
#include "tl-reader.h"
#include "tl-schema-words.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The JSON Schema, the vocabularies and the reader say the same. */

static JsonNode *
load_json (const char *first, const char *second, const char *third)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, first, second, third, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static JsonNode *
load_schema (void)
{
  return load_json ("..", "data", "treatyline-dataset-1.schema.json");
}

static JsonNode *
load_complete (void)
{
  return load_json ("fixtures", "reader", "complete.json");
}

static JsonObject *
get_definition (JsonNode *schema, const char *name)
{
  JsonObject *definitions =
      json_object_get_object_member (json_node_get_object (schema), "$defs");

  g_assert_true (json_object_has_member (definitions, name));
  return json_object_get_object_member (definitions, name);
}

/* --- words --- */

static const struct
{
  const char          *definition;
  const TlSchemaWords *words;
} vocabularies[] = {
  { "kind", &tl_schema_kinds },
  { "status", &tl_schema_statuses },
  { "actName", &tl_schema_acts },
  { "stance", &tl_schema_stances },
  { "relationName", &tl_schema_relations },
  { "actorKind", &tl_schema_actor_kinds },
  { "treatyKind", &tl_schema_treaty_kinds },
};

static void
test_words (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (JsonNode) schema = load_schema ();
  JsonArray *words = json_object_get_array_member (
      get_definition (schema, vocabularies[i].definition), "enum");
  g_autofree char *expected = tl_schema_words_list (vocabularies[i].words);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint j = 0; j < json_array_get_length (words); j++)
    {
      const char *word = json_array_get_string_element (words, j);
      int         value;

      g_assert_true (
          tl_schema_words_find (vocabularies[i].words, word, &value));
      g_assert_cmpint (value, ==, vocabularies[i].words->first + (int)j);
      g_string_append_printf (found, "%s%s", j > 0 ? ", " : "", word);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* --- keys --- */

/* Where complete.json has an object of a definition that has every key. */
static const struct
{
  const char *definition; /* NULL: the document itself */
  const char *path;       /* keys and indices from the document down */
} objects[] = {
  { NULL, "" },
  { "source", "sources 0" },
  { "actor", "actors 0" },
  { "place", "places 0" },
  { "treaty", "treaties 0" },
  { "act", "treaties 0 acts 1" },
  { "event", "events 0" },
  { "account", "events 0 accounts 0" },
  { "relation", "events 0 related 0" },
  { "quote", "quotes 0" },
};

static JsonObject *
find_object (JsonNode *document, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, " ", -1);
  JsonNode *node = document;

  for (guint i = 0; steps[i] != NULL; i++)
    if (JSON_NODE_HOLDS_ARRAY (node))
      node =
          json_array_get_element (json_node_get_array (node),
                                  (guint)g_ascii_strtoull (steps[i], NULL, 10));
    else
      node = json_object_get_member (json_node_get_object (node), steps[i]);
  return json_node_get_object (node);
}

static TlDataset *
load_node (JsonNode *document, TlProblems *problems)
{
  g_autofree char *text = json_to_string (document, FALSE);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return tl_reader_load_bytes (bytes, "test", NULL, problems, NULL);
}

static gboolean
says (TlProblems *problems, const char *code, const char *key)
{
  for (guint i = 0; i < tl_problems_get_size (problems); i++)
    {
      const TlProblem *problem = tl_problems_get (problems, i);

      if (g_str_equal (problem->code, code) &&
          strstr (problem->message, key) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The reader misses a key exactly when the schema requires it. */
static void
check_without (const char *path, const char *key, gboolean required)
{
  g_autoptr (JsonNode) document = load_complete ();
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (TlDataset) dataset = NULL;
  JsonObject *object = find_object (document, path);

  g_assert_true (json_object_has_member (object, key));
  json_object_remove_member (object, key);
  dataset = load_node (document, problems);
  /* Without these two it is no dataset at all. */
  if (g_str_equal (key, "format") || g_str_equal (key, "version"))
    g_assert_true (required && dataset == NULL);
  else
    g_assert_true (says (problems, "missing-key", key) == required);
}

static gboolean
contains (JsonArray *array, const char *text)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_str_equal (json_array_get_string_element (array, i), text))
      return TRUE;
  return FALSE;
}

static void
test_required (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (JsonNode) schema = load_schema ();
  g_autoptr (JsonNode) document = load_complete ();
  JsonObject *definition = objects[i].definition == NULL
                               ? json_node_get_object (schema)
                               : get_definition (schema, objects[i].definition);
  JsonArray  *required = json_object_get_array_member (definition, "required");
  g_autoptr (GList) keys =
      json_object_get_members (find_object (document, objects[i].path));

  for (GList *key = keys; key != NULL; key = key->next)
    check_without (objects[i].path, key->data, contains (required, key->data));
}

/* The reader knows exactly the keys of the schema. */
static void
test_known (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (JsonNode) schema = load_schema ();
  JsonObject *definition = objects[i].definition == NULL
                               ? json_node_get_object (schema)
                               : get_definition (schema, objects[i].definition);
  JsonObject *properties =
      json_object_get_object_member (definition, "properties");
  g_autoptr (GList) keys = json_object_get_members (properties);

  for (GList *key = keys; key != NULL; key = key->next)
    {
      g_autoptr (JsonNode) document = load_complete ();
      g_autoptr (TlProblems) problems = tl_problems_new ();
      g_autoptr (TlDataset) dataset = NULL;
      JsonObject *object = find_object (document, objects[i].path);
      JsonObject *about = json_object_get_object_member (properties, key->data);
      g_autofree char *misspelt = g_strconcat (key->data, "_", NULL);

      g_assert_true (json_object_has_member (about, "description") ||
                     json_object_has_member (about, "$ref") ||
                     json_object_has_member (about, "const"));
      json_object_set_string_member (object, key->data, "x");
      json_object_set_string_member (object, misspelt, "x");
      dataset = load_node (document, problems);
      if (dataset == NULL)
        continue;
      g_assert_true (says (problems, "unknown-key", misspelt));
      g_assert_cmpuint (tl_problems_count (problems, TL_SEVERITY_NOTE), ==, 1);
    }
}

/* --- limits --- */

static void
test_limits (void)
{
  g_autoptr (JsonNode) schema = load_schema ();
  JsonObject *id = get_definition (schema, "id");
  JsonObject *account = json_object_get_object_member (
      get_definition (schema, "account"), "properties");
  JsonObject *source = json_object_get_object_member (
      get_definition (schema, "source"), "properties");
  JsonObject *event = json_object_get_object_member (
      get_definition (schema, "event"), "properties");
  const char *lists[] = { "actors", "treaties", "accounts", "related", "tags" };

  g_assert_cmpint (
      json_object_get_int_member (get_definition (schema, "date"), "maxLength"),
      ==, TL_LIMIT_DATE_BYTES);
  g_assert_cmpint (json_object_get_int_member (id, "maxLength"), ==,
                   TL_LIMIT_ID_CHARS);
  g_assert_cmpint (
      json_object_get_int_member (
          json_object_get_object_member (account, "says"), "maxLength"),
      ==, TL_LIMIT_SAYS_CHARS);
  g_assert_cmpint (
      json_object_get_int_member (
          json_object_get_object_member (source, "file"), "maxLength"),
      ==, TL_LIMIT_FILE_NAME_BYTES);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_assert_cmpint (
        json_object_get_int_member (
            json_object_get_object_member (event, lists[i]), "maxItems"),
        ==, TL_LIMIT_ITEMS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/schema/words/%s", vocabularies[i].definition);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_words);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      const char *name =
          objects[i].definition != NULL ? objects[i].definition : "document";
      g_autofree char *required =
          g_strdup_printf ("/tl/schema/required/%s", name);
      g_autofree char *known = g_strdup_printf ("/tl/schema/known/%s", name);

      g_test_add_data_func (required, GSIZE_TO_POINTER (i), test_required);
      g_test_add_data_func (known, GSIZE_TO_POINTER (i), test_known);
    }
  g_test_add_func ("/tl/schema/limits/all", test_limits);
  return g_test_run ();
}
