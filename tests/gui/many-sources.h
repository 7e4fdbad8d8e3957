/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-calendar.h"
#include "tl-reader.h"

#define N_MANY 12000

/* Two sources a day over some years, and others here and there. */
static inline TlDataset *
load_many (void)
{
  g_autoptr (GString) text = g_string_new (
      "{\"format\": \"treatyline-dataset\", \"version\": 1, \"id\": \"many\", "
      "\"title\": {\"en\": \"Many\"}, \"language\": \"en\", \"actors\": [], "
      "\"places\": [], \"treaties\": [], \"quotes\": [], \"events\": [], "
      "\"sources\": [");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TlProblems) problems = tl_problems_new ();

  for (gint64 i = 0; i < N_MANY; i++)
    {
      gint64           day = i % 3 == 0 ? i * 7 : i / 2;
      g_autofree char *published =
          tl_calendar_format_day (day * TL_SECONDS_PER_DAY);

      g_string_append_printf (
          text,
          "%s{\"id\": \"s%d\", \"title\": {\"en\": \"S\"}, \"publisher\": "
          "{\"en\": \"P\"}, \"published\": \"%s\", \"language\": \"en\"}",
          i > 0 ? ", " : "", (int)i, published);
    }
  g_string_append (text, "]}");
  bytes = g_bytes_new (text->str, text->len);
  return tl_reader_load_bytes (bytes, "many", NULL, problems, NULL);
}
