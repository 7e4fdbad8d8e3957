/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-number.h"

#include "tl-date-wording-private.h"
#include "tl-language.h"

/* Numbers in messages. The formatter stays open between two of them, for the
 * language of the last one. */

G_LOCK_DEFINE_STATIC (formatter);
static TlDateFormatter *formatter;
static char            *formatter_language;

/* To be called while the formatter is locked. */
static TlIcu *
open_spoken (void)
{
  const char *language = tl_language_get_translation ();

  if (g_strcmp0 (language, formatter_language) != 0)
    {
      tl_date_formatter_free (formatter);
      g_free (formatter_language);
      formatter = tl_date_formatter_new (NULL);
      formatter_language = g_strdup (language);
    }
  return formatter->icu;
}

char *
tl_number_format (gint64 number)
{
  char *text;

  G_LOCK (formatter);
  text = tl_icu_format_number (open_spoken (), number, TRUE);
  G_UNLOCK (formatter);
  return text;
}

char *
tl_number_format_decimal (double number, guint n_decimals)
{
  char *text;

  G_LOCK (formatter);
  text = tl_icu_format_decimal (open_spoken (), number, n_decimals);
  G_UNLOCK (formatter);
  return text;
}

gboolean
tl_number_parse (const char *text, double *number)
{
  gboolean is_number;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (number != NULL, FALSE);

  G_LOCK (formatter);
  is_number = tl_icu_parse_number (open_spoken (), text, number);
  G_UNLOCK (formatter);
  return is_number;
}
