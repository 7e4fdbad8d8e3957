/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-dataset.h"

#include <string.h>

/* What follows from the fields of a quotation. */

static gboolean
is_same_language (const char *one, const char *two)
{
  gsize length = strcspn (one, "-_.@");

  return length == strcspn (two, "-_.@") &&
         g_ascii_strncasecmp (one, two, length) == 0;
}

/**
 * tl_quote_get_translation:
 * @quote: a quotation
 * @language: (nullable): the language that somebody reads
 * @found: (nullable) (out): the language tag of what is returned
 *
 * The translation of a quotation is an aid. It is never quoted, copied or
 * cited in place of the words.
 *
 * Returns: (transfer none) (nullable): the translation into @language, or %NULL
 *   when there is none or it is not needed
 */
const char *
tl_quote_get_translation (const TlQuote *quote,
                          const char    *language,
                          const char   **found)
{
  g_return_val_if_fail (quote != NULL, NULL);

  if (language == NULL || is_same_language (language, quote->language))
    return NULL;
  return tl_text_find (quote->translation, language, found);
}
