/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cli-run.h"

/* cite, on tests/fixtures/facets.json and exports.json. */

#define ALPHA                                                                     \
  "Ada Writer, The Alpha, “Ministers Meet in Vienna”, 16 April 2020, citing " \
  "Relay, <https://alpha.example/ministers>"
#define BETA "Beta, “Old Marks”, 29 July 2020"
#define GAMMA "Gamma, “Without a File”, July 2020"

static const struct
{
  const char *name;
  const char *options;
  const char *text;
} selections[] = {
  { "all", "", ALPHA ".\n" GAMMA ".\n" BETA ".\n" },
  { "kind", "--kind=test", ALPHA ".\n" BETA ".\n" },
  { "treaty", "--treaty=pact", ALPHA ".\n" GAMMA ".\n" },
  { "contested", "--contested", ALPHA ".\n" BETA ".\n" },
  { "tag-and-place", "--tag=aid --place=vienna", "" },
  { "certainly", "--from=2021 --certainly", GAMMA ".\n" },
  { "range", "--from=2021", GAMMA ".\n" BETA ".\n" },
  { "search", "--search=missile", ALPHA ".\n" BETA ".\n" },
  { "source", "--source=beta", BETA ".\n" },
  { "sources-in-order", "--source=beta --source=alpha",
    ALPHA ".\n" BETA ".\n" },
  { "source-among-matches", "--source=beta,gamma --kind=test", BETA ".\n" },
  { "no-match", "--search=nowhere", "" },
  { "record", "--record=missile-test",
    "=Missile test, \"secret\" (about July 2020): " ALPHA "; " BETA ".\n" },
  { "quote", "--quote=q-serious",
    "“It’s – frankly – serious.” — Pyotr Petrov, envoy, 27 July 2020. " BETA
    ".\n" },
  { "named-of-each-sort", "--quote=q-serious --source=gamma --record=long-aid",
    "導彈 aid (from 15 March 2020 on): " BETA ".\n"
    "“It’s – frankly – serious.” — Pyotr Petrov, envoy, 27 July 2020. " BETA
    ".\n" GAMMA ".\n" },
  { "known-on", "--known-on=2020-04-16 --record=missile-test",
    "=Missile test, \"secret\" (about July 2020): " ALPHA ".\n" },
  { "all-known-on", "--known-on=2020-07-30", ALPHA ".\n" BETA ".\n" },
  { "language", "--lang=ru --record=pact-signature",
    "Pact: подписание (Freedonia) (8 апреля 2010 г.): Ada Writer, The "
    "Alpha, «Министры в Вене», 16 апреля 2020 г., со ссылкой на Relay, "
    "<https://alpha.example/ministers>.\n" },
};

static const struct
{
  const char *name;
  const char *options;
  const char *error;
} mistakes[] = {
  { "format", "--format=word", "choose from: text, bibtex, csl-json, ris" },
  { "record", "--record=missile-tset", "--record: there is no" },
  { "quote", "--quote=nobody", "--quote: there is no" },
  { "source", "--source=delta", "--source: there is no" },
  { "record-unknown-on-that-day", "--known-on=2020-04-15 --record=missile-test",
    "--record: there is no" },
  { "source-not-yet-published", "--known-on=2020-04-16 --source=beta",
    "“beta” was not published by" },
  { "record-and-filter", "--record=missile-test --kind=test",
    "leave out the options that choose records" },
  { "quote-and-range", "--quote=q-yes --from=2020",
    "leave out the options that choose records" },
};

static void
test_selection (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *command =
      g_strdup_printf ("cite %s @facets.json", selections[i].options);
  g_autoptr (CliRun) run = cli_run (command, NULL, NULL, NULL);

  g_assert_cmpstr (run->errors, ==, "");
  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpstr (run->out, ==, selections[i].text);
}

static void
test_mistake (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *command =
      g_strdup_printf ("cite %s @facets.json", mistakes[i].options);
  g_autoptr (CliRun) run = cli_run (command, NULL, NULL, NULL);

  g_assert_cmpint (run->status, ==, 2);
  g_assert_cmpstr (run->out, ==, "");
  cli_assert_one_line (run->errors);
  cli_assert_contains (run->errors, mistakes[i].error);
}

/* The formats for programs do not depend on who runs them. */
static void
test_same_for_everybody (void)
{
  static const char *const elsewhere[] = { "LANGUAGE=ru", "TZ=Asia/Tokyo",
                                           "SOURCE_DATE_EPOCH=0", NULL };
  static const char *const commands[] = {
    "cite --format=bibtex @exports.json",
    "cite --format=csl-json @exports.json",
    "cite --format=ris @exports.json",
    "list --format=ics @exports.json",
    "list --format=md @exports.json",
    "quotes --format=md @exports.json",
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (CliRun) here = cli_run (commands[i], NULL, NULL, NULL);
      g_autoptr (CliRun) there = cli_run (commands[i], NULL, elsewhere, NULL);

      g_assert_cmpint (here->status, ==, 0);
      g_assert_cmpuint (here->out_length, >, 100);
      g_assert_cmpstr (here->out, ==, there->out);
    }
}

/* A terminal only shows them. */
static void
test_control_characters (void)
{
  g_autoptr (CliRun) run =
      cli_run ("cite --source=hidden @exports.json", NULL, NULL, NULL);

  g_assert_cmpstr (run->out, ==,
                   "O’Brien, Seán, Übersee-Blatt 導彈, “Line one line two "
                   "turned”, 18 or 20 April 2020, citing TASS; AP.\n");
}

static void
test_problems (void)
{
  g_autoptr (CliRun) run = cli_run ("cite @one-bad.json", NULL, NULL, NULL);

  g_assert_cmpint (run->status, ==, 1);
  cli_assert_one_line (run->errors);
  cli_assert_one_line (run->out);
}

/* What a calendar cannot hold is counted. */
static void
test_calendar (void)
{
  g_autoptr (CliRun) run =
      cli_run ("list --format=ics @exports.json", NULL, NULL, NULL);
  g_autoptr (CliRun) whole =
      cli_run ("list --format=ics --kind=talk @exports.json", NULL, NULL, NULL);
  g_auto (GStrv) events = g_strsplit (run->out, "BEGIN:VEVENT\r\n", -1);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpuint (g_strv_length (events) - 1, ==, 4);
  cli_assert_one_line (run->errors);
  cli_assert_contains (run->errors, "2 records have no place in a calendar");
  g_assert_cmpstr (whole->errors, ==, "");
}

/* Stamped as of that day, too. */
static void
test_calendar_known_on (void)
{
  g_autoptr (CliRun) run = cli_run (
      "list --format=ics --known-on=2020-04-16 @facets.json", NULL, NULL, NULL);

  g_assert_cmpint (run->status, ==, 0);
  cli_assert_contains (run->out, "DTSTAMP:20200416T000000Z\r\n");
}

/* A list of quotations has no days. */
static void
test_no_calendar_of_quotes (void)
{
  g_autoptr (CliRun) run =
      cli_run ("quotes --format=ics @exports.json", NULL, NULL, NULL);

  g_assert_cmpint (run->status, ==, 2);
  cli_assert_contains (run->errors, "choose from: table, json, csv, md");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (selections); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/cli/cite/selection/%s", selections[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_selection);
    }
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/cli/cite/mistake/%s", mistakes[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_mistake);
    }
  g_test_add_func ("/tl/cli/cite/same-for-everybody", test_same_for_everybody);
  g_test_add_func ("/tl/cli/cite/control-characters", test_control_characters);
  g_test_add_func ("/tl/cli/cite/problems", test_problems);
  g_test_add_func ("/tl/cli/list/calendar", test_calendar);
  g_test_add_func ("/tl/cli/list/calendar-known-on", test_calendar_known_on);
  g_test_add_func ("/tl/cli/quotes/no-calendar", test_no_calendar_of_quotes);
  return g_test_run ();
}
