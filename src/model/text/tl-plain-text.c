/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-plain-text.h"

#include <string.h>

/* Text of a dataset on its way to where others read it: a terminal, a table, a
 * bibliography. It stays what it says, but cannot act there. */

/* Embeddings, overrides and isolates would turn round the rest of the line. */
static gboolean
is_bidi_control (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/**
 * tl_plain_text_to_line:
 * @text: UTF-8
 *
 * A space for each control character and line separator, nothing for each
 * bidirectional embedding, override and isolate; the marks that only say the
 * direction of a neighbour (LRM, RLM, ALM) stay.
 *
 * Returns: (transfer full): one line
 */
char *
tl_plain_text_to_line (const char *text)
{
  GString *line = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, g_string_free (line, FALSE));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        g_string_append_c (line, ' ');
      else if (!is_bidi_control (c))
        g_string_append_unichar (line, c);
    }
  return g_string_free (line, FALSE);
}

char *
tl_plain_text_to_address (const char *url)
{
  g_autofree char *line = tl_plain_text_to_line (url);

  return g_uri_escape_string (line,
                              G_URI_RESERVED_CHARS_GENERIC_DELIMITERS
                                  G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS
                              "%",
                              TRUE);
}
