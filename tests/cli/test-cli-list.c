/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "cli-run.h"

/* list and quotes, on tests/fixtures/facets.json: one of everything. */

static const struct
{
  const char *name;
  const char *options;
  const char *ids;
} selections[] = {
  { "all", "",
    "pact-signature long-aid ministers-meet missile-test pact-expiration" },
  { "kind", "--kind=talk", "ministers-meet" },
  { "kinds-comma", "--kind=talk,test", "ministers-meet missile-test" },
  { "kinds-repeated", "--kind=test --kind=talk",
    "ministers-meet missile-test" },
  { "actor", "--actor=muller", "ministers-meet" },
  { "source", "--source=beta", "long-aid missile-test" },
  { "search", "--search=СОВЕЩАНИЕ", "" },
  { "search-accents", "--search=muller", "ministers-meet" },
  { "from", "--from=2020-05", "long-aid missile-test pact-expiration" },
  { "to", "--to=2020-03", "pact-signature long-aid" },
  { "from-to", "--from=2020-04-14 --to=2020-04-14", "long-aid ministers-meet" },
  { "from-is-earliest", "--from=2020-04-14/2030 --to=2020-04-14",
    "long-aid ministers-meet" },
  { "to-is-latest", "--to=2010", "pact-signature" },
  { "from-open", "--from=../2020 --to=2010", "pact-signature" },
  { "combined", "--kind=test --source=alpha --from=2020", "missile-test" },
  { "treaty", "--treaty=pact",
    "pact-signature ministers-meet pact-expiration" },
  { "place", "--place=vienna", "ministers-meet" },
  { "status", "--status=planned,alleged", "missile-test pact-expiration" },
  { "statuses-repeated", "--status=planned --status=alleged",
    "missile-test pact-expiration" },
  { "tag", "--tag=aid", "long-aid" },
  { "tags", "--tag=aid --tag=a,b", "long-aid missile-test" },
  { "contested", "--contested", "missile-test" },
  { "certainly", "--from=2020-07 --to=2020-07 --certainly", "missile-test" },
  { "certainly-open", "--from=2020-03 --certainly",
    "long-aid ministers-meet missile-test pact-expiration" },
  { "certainly-not-open", "--from=2020-03 --to=2100 --certainly",
    "ministers-meet missile-test pact-expiration" },
  { "certainly-not-in-part", "--from=2020-07-02 --to=2021 --certainly",
    "pact-expiration" },
  { "all-facets",
    "--kind=test --actor=freedonia --source=beta --status=alleged --tag=a,b "
    "--contested --from=2020 --certainly",
    "missile-test" },
  { "known-on", "--known-on=2020-04-16",
    "pact-signature ministers-meet "
    "missile-test" },
};

static JsonArray *
parse_array (JsonParser *parser, const char *text)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_node_get_array (json_parser_get_root (parser));
}

static char *
join_ids (JsonArray *array)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                              json_object_get_string_member (object, "id"));
    }
  return g_string_free (ids, FALSE);
}

static void
test_selection (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *command = g_strdup_printf (
      "list --format=json %s @facets.json", selections[i].options);
  g_autoptr (CliRun) run = cli_run (command, NULL, NULL, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *ids = NULL;

  g_assert_cmpstr (run->errors, ==, "");
  g_assert_cmpint (run->status, ==, 0);
  ids = join_ids (parse_array (parser, run->out));
  g_assert_cmpstr (ids, ==, selections[i].ids);
}

static void
test_table (void)
{
  g_autoptr (CliRun) run = cli_run ("list @facets.json", NULL, NULL, NULL);
  g_autoptr (CliRun) file =
      cli_run ("list --format=table @facets.json", NULL, NULL, NULL);

  g_assert_cmpint (run->status, ==, 0);
  /* The wide letters take two columns each, so that “beta” stands right. */
  g_assert_cmpstr (
      run->out, ==,
      "Date                 Kind        Status              Event              "
      " "
      "         Sources\n"
      "8 Apr 2010           Treaty act  Occurred            Pact: signature "
      "(Freedonia)  alpha\n"
      "from 15 Mar 2020 on  Aid         Occurred            導彈 aid           "
      " "
      "         beta\n"
      "14 Apr 2020          Talk        Occurred            Ministers meet     "
      " "
      "         alpha\n"
      "about Jul 2020       Test        Alleged, contested  =Missile test, "
      "\"secret\"      alpha, beta\n"
      "5 Feb 2021           Treaty act  Planned             Pact: expiration   "
      " "
      "         gamma\n");
  g_assert_cmpstr (file->out, ==, run->out);
}

static void
test_json (void)
{
  g_autoptr (CliRun) run =
      cli_run ("list --format=json --kind=test @facets.json", NULL, NULL, NULL);

  g_assert_cmpstr (run->out, ==,
                   "[\n"
                   "  {\n"
                   "    \"id\" : \"missile-test\",\n"
                   "    \"kind\" : \"test\",\n"
                   "    \"act\" : null,\n"
                   "    \"status\" : \"alleged\",\n"
                   "    \"contested\" : true,\n"
                   "    \"title\" : \"=Missile test, \\\"secret\\\"\",\n"
                   "    \"date\" : \"2020-07~\",\n"
                   "    \"earliest\" : \"2020-07-01\",\n"
                   "    \"latest\" : \"2020-07-31\",\n"
                   "    \"place\" : null,\n"
                   "    \"actors\" : [\n"
                   "      \"freedonia\"\n"
                   "    ],\n"
                   "    \"treaties\" : [],\n"
                   "    \"sources\" : [\n"
                   "      \"alpha\",\n"
                   "      \"beta\"\n"
                   "    ]\n"
                   "  }\n"
                   "]\n");
}

static void
test_json_of_act (void)
{
  g_autoptr (CliRun) run =
      cli_run ("list --format=json --to=2010 @facets.json", NULL, NULL, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray  *array = parse_array (parser, run->out);
  JsonObject *act = json_array_get_object_element (array, 0);

  g_assert_cmpstr (json_object_get_string_member (act, "act"), ==, "signature");
  g_assert_cmpstr (json_object_get_string_member (act, "kind"), ==, "treaty");
  g_assert_cmpstr (json_array_get_string_element (
                       json_object_get_array_member (act, "treaties"), 0),
                   ==, "pact");
}

static void
test_csv (void)
{
  g_autoptr (CliRun) run =
      cli_run ("list --format=csv --from=2020 @facets.json", NULL, NULL, NULL);

  g_assert_cmpstr (
      run->out, ==,
      "id,kind,act,status,contested,title,date,earliest,latest,place,actors,"
      "treaties,sources\r\n"
      "long-aid,aid,,occurred,false,導彈 aid,2020-03-15/..,2020-03-15,'+inf,,"
      "freedonia,,beta\r\n"
      "ministers-meet,talk,,occurred,false,Ministers meet,2020-04-14,"
      "2020-04-14,2020-04-14,vienna,petrov;muller,pact,alpha\r\n"
      "missile-test,test,,alleged,true,\"'=Missile test, \"\"secret\"\"\","
      "2020-07~,2020-07-01,2020-07-31,,freedonia,,alpha;beta\r\n"
      "pact-expiration,treaty,expiration,planned,false,Pact: expiration,"
      "2021-02-05,2021-02-05,2021-02-05,,,pact,gamma\r\n");
}

static void
test_empty (void)
{
  g_autoptr (CliRun) table =
      cli_run ("list --search=nowhere @facets.json", NULL, NULL, NULL);
  g_autoptr (CliRun) json = cli_run (
      "list --search=nowhere --format=json @facets.json", NULL, NULL, NULL);
  g_autoptr (CliRun) csv = cli_run (
      "quotes --search=nowhere --format=csv @facets.json", NULL, NULL, NULL);

  g_assert_cmpint (table->status, ==, 0);
  cli_assert_one_line (table->out);
  g_assert_cmpint (json->status, ==, 0);
  g_assert_cmpstr (json->out, ==, "[]\n");
  g_assert_cmpint (csv->status, ==, 0);
  g_assert_true (g_str_has_suffix (csv->out, "same_as\r\n"));
  cli_assert_one_line (csv->out);
}

static void
test_builtin (void)
{
  g_autoptr (CliRun) run = cli_run ("list --format=json", NULL, NULL, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *array = parse_array (parser, run->out);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpstr (run->errors, ==, "");
  g_assert_cmpuint (json_array_get_length (array), >=, 20);
}

/* What is in a file cannot work the terminal. */
static void
test_control_characters (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "fixtures", "facets.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (CliRun) run = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, "\"Ministers meet\"",
                                      "\"Ministers\\n\\u001b[31m\\u202emeet\"",
                                      1),
                    ==, 1);
  run = cli_run ("list --kind=talk -", NULL, NULL, changed->str);
  cli_assert_contains (run->out, "Ministers  [31mmeet  alpha\n");
}

static void
test_standard_input (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "fixtures", "facets.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (CliRun) piped = NULL;
  g_autoptr (CliRun) named = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  piped = cli_run ("list --format=csv -", NULL, NULL, text);
  named = cli_run ("list --format=csv @facets.json", NULL, NULL, NULL);
  g_assert_cmpint (piped->status, ==, 0);
  g_assert_cmpstr (piped->out, ==, named->out);
}

/* Sound records are listed beside bad ones. */
static void
test_problems (gconstpointer data)
{
  const char      *command = data;
  g_autofree char *file =
      g_test_build_filename (G_TEST_DIST, "fixtures", "one-bad.json", NULL);
  g_autofree char *place = g_strconcat (file, ":32:15: error: ", NULL);
  g_autoptr (CliRun) run = cli_run (command, NULL, NULL, NULL);

  g_assert_cmpint (run->status, ==, 1);
  cli_assert_one_line (run->errors);
  g_assert_true (g_str_has_prefix (run->errors, place));
  g_assert_true (g_str_has_suffix (run->errors, "[unknown-kind]\n"));
  if (g_str_has_prefix (command, "list"))
    cli_assert_contains (run->out, "A good record");
  g_assert_null (strstr (run->out, "A bad record"));
}

static void
test_broken (void)
{
  g_autoptr (CliRun) run = cli_run ("list @broken.json", NULL, NULL, NULL);

  g_assert_cmpint (run->status, ==, 1);
  g_assert_cmpstr (run->out, ==, "");
  cli_assert_one_line (run->errors);
  cli_assert_contains (run->errors, "broken.json:3:15: error: ");
}

static void
test_quotes (void)
{
  g_autoptr (CliRun) table = cli_run ("quotes @facets.json", NULL, NULL, NULL);
  g_autoptr (CliRun) csv = cli_run (
      "quotes --format=csv --actor=muller @facets.json", NULL, NULL, NULL);

  g_assert_cmpstr (
      table->out, ==,
      "Said         Speaker        Quotation                            "
      "Source\n"
      "14 Apr 2020  Pyotr Petrov   We are open to talks – all of them,  alpha\n"
      "27 Jul 2020  Pyotr Petrov   It’s – frankly – serious.            beta\n"
      "             Jürgen Müller  Yes,                                 "
      "alpha\n");
  g_assert_cmpstr (
      csv->out, ==,
      "id,text,language,speaker,speaker_name,speaker_role,said,event,source,"
      "prefix,suffix,same_as\r\n"
      "q-open,\"We are open to talks – all of them,\",en,petrov,Pyotr Petrov,"
      "envoy,2020-04-14,ministers-meet,alpha,,,\r\n"
      "q-yes,\"Yes,\",en,muller,Jürgen Müller,,,ministers-meet,alpha,"
      "\"Müller agreed. \"\"\",\"\"\" he said.\",\r\n");
}

/* A quotation without an event has nothing of what an event has. */
static void
test_quotes_of_place (void)
{
  g_autoptr (CliRun) run =
      cli_run ("quotes --format=json --place=vienna --treaty=pact "
               "--status=occurred @facets.json",
               NULL, NULL, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *ids = join_ids (parse_array (parser, run->out));

  g_assert_cmpstr (ids, ==, "q-open q-yes");
}

static void
test_quotes_json (void)
{
  g_autoptr (CliRun) run = cli_run (
      "quotes --format=json --source=beta @facets.json", NULL, NULL, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray  *array = parse_array (parser, run->out);
  JsonObject *quote;

  g_assert_cmpuint (json_array_get_length (array), ==, 1);
  quote = json_array_get_object_element (array, 0);
  g_assert_cmpstr (json_object_get_string_member (quote, "id"), ==,
                   "q-serious");
  g_assert_cmpstr (json_object_get_string_member (quote, "text"), ==,
                   "It’s – frankly – serious.");
  g_assert_true (json_object_get_null_member (quote, "event"));
}

/* Programs get the translations of a quotation as such, in all languages, and
 * whoever reads another language finds it by them. */
static void
test_translation_json (void)
{
  g_autoptr (CliRun) run =
      cli_run ("quotes --format=json --lang=zh_CN --search=Встретились "
               "@reader/complete.json",
               NULL, NULL, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray  *array = parse_array (parser, run->out);
  JsonObject *quote = json_array_get_object_element (array, 0);
  JsonObject *translation =
      json_object_get_object_member (quote, "translation");

  g_assert_cmpstr (json_object_get_string_member (quote, "text"), ==, "We met");
  g_assert_cmpuint (json_object_get_size (translation), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (translation, "ru"), ==,
                   "Мы встретились");
  g_assert_cmpstr (json_object_get_string_member (translation, "zh-Hans"), ==,
                   "我们见过面");
}

/* What is quoted are the words, whatever the reader's language. */
static void
test_translation_is_never_quoted (void)
{
  static const char *const commands[] = {
    "quotes --lang=ru @reader/complete.json",
    "quotes --lang=ru --format=csv @reader/complete.json",
    "quotes --lang=ru --format=md @reader/complete.json",
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (CliRun) run = cli_run (commands[i], NULL, NULL, NULL);

      g_assert_cmpint (run->status, ==, 0);
      cli_assert_contains (run->out, "We met");
      g_assert_null (strstr (run->out, "встретились"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (selections); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/cli/list/selection/%s", selections[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_selection);
    }
  g_test_add_func ("/tl/cli/list/table", test_table);
  g_test_add_func ("/tl/cli/list/json", test_json);
  g_test_add_func ("/tl/cli/list/json-of-act", test_json_of_act);
  g_test_add_func ("/tl/cli/list/csv", test_csv);
  g_test_add_func ("/tl/cli/list/empty", test_empty);
  g_test_add_func ("/tl/cli/list/builtin", test_builtin);
  g_test_add_func ("/tl/cli/list/control-characters", test_control_characters);
  g_test_add_func ("/tl/cli/list/standard-input", test_standard_input);
  g_test_add_data_func ("/tl/cli/list/problems", "list @one-bad.json",
                        test_problems);
  g_test_add_data_func ("/tl/cli/quotes/problems", "quotes @one-bad.json",
                        test_problems);
  g_test_add_func ("/tl/cli/list/broken", test_broken);
  g_test_add_func ("/tl/cli/quotes/table-and-csv", test_quotes);
  g_test_add_func ("/tl/cli/quotes/of-place", test_quotes_of_place);
  g_test_add_func ("/tl/cli/quotes/json", test_quotes_json);
  g_test_add_func ("/tl/cli/quotes/translation-json", test_translation_json);
  g_test_add_func ("/tl/cli/quotes/translation-never-quoted",
                   test_translation_is_never_quoted);
  return g_test_run ();
}
