/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-csv.h"

#include <string.h>

/* Comma-separated values, RFC 4180: lines end in CR LF, a field with a comma, a
 * quotation mark or a line break is put in quotation marks. */

/* By its first character; spreadsheets take the wide forms that East Asian
 * keyboards give for the plain ones. */
static gboolean
looks_like_formula (const char *field)
{
  switch (g_utf8_get_char (field))
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\n':
    case '\r':
    case 0xff0b: /* fullwidth plus sign */
    case 0xff0d: /* fullwidth hyphen-minus */
    case 0xff1d: /* fullwidth equals sign */
    case 0xff20: /* fullwidth commercial at */
      return TRUE;
    default:
      return FALSE;
    }
}

static void
append_field (GString *line, const char *field)
{
  gboolean quoted = strpbrk (field, ",\"\r\n") != NULL;

  if (quoted)
    g_string_append_c (line, '"');
  if (looks_like_formula (field))
    g_string_append_c (line, '\'');
  for (const char *p = field; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *p);
    }
  if (quoted)
    g_string_append_c (line, '"');
}

void
tl_csv_write (TlSink sink, const char *const *fields, guint n_fields)
{
  GString         *line = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_fields; i++)
    {
      if (i > 0)
        g_string_append_c (line, ',');
      append_field (line, fields[i] != NULL ? fields[i] : "");
    }
  g_string_append (line, "\r\n");
  text = g_string_free (line, FALSE);
  tl_sink_write (sink, text);
}
