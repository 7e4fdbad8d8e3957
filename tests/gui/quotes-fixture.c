/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quotes-fixture.h"

#define N_SPEAKERS 3
#define N_SOURCES 4
#define QUOTES_PER_EVENT 10

static void
append_header (GString *json)
{
  g_string_append (json,
                   "{ \"format\": \"treatyline-dataset\", \"version\": 1,\n"
                   "\"id\": \"quotes\", \"title\": { \"en\": \"Quotes\" },\n"
                   "\"language\": \"en\",\n\"sources\": [\n");
  for (guint i = 0; i < N_SOURCES; i++)
    g_string_append_printf (
        json,
        "%s{ \"id\": \"source-%u\", \"title\": { \"en\": \"Report %u\" },\n"
        "\"publisher\": { \"en\": \"Paper %u\" },\n"
        "\"published\": \"2020-07-%02u\", \"language\": \"en\" }\n",
        i > 0 ? "," : "", i, i, i, 20 - i);
  g_string_append (json, "],\n\"actors\": [\n");
  for (guint i = 0; i < N_SPEAKERS; i++)
    g_string_append_printf (
        json,
        "%s{ \"id\": \"speaker-%u\", \"kind\": \"person\",\n"
        "\"name\": { \"en\": \"Speaker %c\" } }\n",
        i > 0 ? "," : "", i, 'C' - (char)i);
  g_string_append (json, "],\n\"places\": [], \"treaties\": [],\n");
}

static void
append_event (GString *json, guint i)
{
  g_string_append_printf (
      json,
      "%s{ \"id\": \"event-%u\", \"kind\": \"talk\", \"status\": "
      "\"occurred\",\n"
      "\"title\": { \"en\": \"Event %u\" },\n"
      "\"summary\": { \"en\": \"Something.\" },\n"
      "\"date\": \"20%02u-%02u-%02u\", \"actors\": [], \"treaties\": [],\n"
      "\"accounts\": [ { \"source\": \"source-0\", \"says\": \"it\" } ],\n"
      "\"related\": [], \"tags\": [] }\n",
      i > 0 ? "," : "", i, i, i / 336 % 100, i / 28 % 12 + 1, i % 28 + 1);
}

static void
append_quote (GString *json, guint i)
{
  g_string_append_printf (
      json,
      "%s{ \"id\": \"quote-%u\", \"text\": \"Words number %u.\",\n"
      "\"language\": \"en\", \"speaker\": \"speaker-%u\",\n"
      "\"source\": \"source-%u\"",
      i > 0 ? "," : "", i, i, i % N_SPEAKERS, i % N_SOURCES);
  if (i % 7 != 6)
    g_string_append_printf (json, ", \"event\": \"event-%u\"",
                            i / QUOTES_PER_EVENT);
  if (i % 5 == 4)
    g_string_append_printf (json, ", \"same_as\": \"quote-%u\"", i - 1);
  g_string_append (json, " }\n");
}

char *
quotes_fixture_make (guint n_quotes)
{
  GString *json = g_string_new (NULL);

  append_header (json);
  g_string_append (json, "\"events\": [\n");
  for (guint i = 0; i < (n_quotes + QUOTES_PER_EVENT - 1) / QUOTES_PER_EVENT;
       i++)
    append_event (json, i);
  g_string_append (json, "],\n\"quotes\": [\n");
  for (guint i = 0; i < n_quotes; i++)
    append_quote (json, i);
  g_string_append (json, "] }\n");
  return g_string_free (json, FALSE);
}
