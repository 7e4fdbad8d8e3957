/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-dataset.h"

#include <string.h>

/* What follows from the fields of a source. */

static gboolean
is_in_brackets (const char *text)
{
  const char *last = g_utf8_prev_char (text + strlen (text));

  return g_unichar_type (g_utf8_get_char (text)) ==
             G_UNICODE_OPEN_PUNCTUATION &&
         g_unichar_type (g_utf8_get_char (last)) == G_UNICODE_CLOSE_PUNCTUATION;
}

/**
 * tl_source_get_publisher_name:
 * @source: a source
 * @language: (nullable): the wanted language
 *
 * A publisher in brackets is a remark, "(publisher not named)". The text that
 * the dataset has first decides that for all languages.
 *
 * Returns: (transfer none) (nullable): its name, or %NULL when it is not named
 */
const char *
tl_source_get_publisher_name (const TlSource *source, const char *language)
{
  g_return_val_if_fail (source != NULL, NULL);

  return is_in_brackets (tl_text_get_nth (source->publisher, 0, NULL))
             ? NULL
             : tl_text_get (source->publisher, language);
}
