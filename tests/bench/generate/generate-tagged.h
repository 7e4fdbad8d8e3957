/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "generate.h"

#include <string.h>

/* A made-up text whose events have tags: none to three each. */
static inline GBytes *
generate_add_tags (GBytes *bytes)
{
  static const char *const tags[] = {
    "arms",        "caf\\u00e9",         "two words",     "a,b \\\"c\\\"",
    "outer-space", "\u0442\u0435\u0433", "back\\\\slash", "z",
  };
  static const char event[] = "{\"id\": \"event-";
  gsize             length;
  const char       *text = g_bytes_get_data (bytes, &length);
  const char       *end = text + length;
  const char       *next;
  GString          *tagged = g_string_sized_new (length + length / 8);
  guint             seed = 20210205;

  while ((next = memmem (text, (gsize)(end - text), event, strlen (event))) !=
         NULL)
    {
      guint n_tags;
      guint first;

      seed = seed * 1103515245U + 12345U;
      n_tags = (seed >> 16) % 4;
      first = (seed >> 20) % G_N_ELEMENTS (tags);
      g_string_append_len (tagged, text, next - text);
      g_string_append (tagged, "{\"tags\": [");
      for (guint i = 0; i < n_tags; i++)
        g_string_append_printf (tagged, "%s\"%s\"", i > 0 ? " , " : "",
                                tags[(first + i * 3) % G_N_ELEMENTS (tags)]);
      g_string_append (tagged, "], ");
      text = next + 1;
    }
  g_string_append_len (tagged, text, end - text);
  g_bytes_unref (bytes);
  return g_string_free_to_bytes (tagged);
}
