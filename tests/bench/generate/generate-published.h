/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "generate.h"

#include <string.h>

/* The made-up text with its sources published one after the other: source n in
 * the middle of 1962 + 2.5 n. */
static inline GBytes *
generate_bytes_published (const GenerateOptions *options)
{
  static const char key[] = "\"published\": \"";
  gsize             length;
  char *text = g_bytes_unref_to_data (generate_bytes (options), &length);
  char *next = text;

  /* Only sources have the word, and they come first. */
  for (int i = 0; i < 24; i++)
    {
      int year = 1962 + i * 5 / 2;

      next = memmem (next, length - (gsize)(next - text), key, strlen (key));
      g_assert (next != NULL);
      next += strlen (key);
      for (int j = 3; j >= 0; j--, year /= 10)
        next[j] = (char)('0' + year % 10);
    }
  return g_bytes_new_take (text, length);
}
