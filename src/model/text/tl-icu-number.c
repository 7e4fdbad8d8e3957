/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-number.h"

#include "tl-icu-private.h"
#include "tl-language.h"

/* Numbers in messages. The locale data stays open between two of them, for the
 * language of the last one. */

G_LOCK_DEFINE_STATIC (open_icu);
static TlIcu *open_icu;
static char  *open_language;

/* To be called while open_icu is locked. */
static TlIcu *
open_spoken (void)
{
  const char *language = tl_language_get_translation ();

  if (g_strcmp0 (language, open_language) != 0)
    {
      g_autofree char *locale = tl_icu_choose_locale (NULL, language);

      tl_icu_free (open_icu);
      g_free (open_language);
      open_icu = tl_icu_new (locale);
      open_language = g_strdup (language);
    }
  return open_icu;
}

char *
tl_number_format (gint64 number)
{
  char *text;

  G_LOCK (open_icu);
  text = tl_icu_format_number (open_spoken (), number, TRUE);
  G_UNLOCK (open_icu);
  return text;
}

static char *
format_decimal (TlIcu *icu, double number, guint n_decimals)
{
  UErrorCode     status = U_ZERO_ERROR;
  UChar          text[TL_ICU_BUFFER_LENGTH];
  UNumberFormat *format = unum_clone (icu->grouped, &status);
  int            length;

  unum_setAttribute (format, UNUM_FRACTION_DIGITS, (int)n_decimals);
  length = unum_formatDouble (format, number, text, TL_ICU_BUFFER_LENGTH, NULL,
                              &status);
  unum_close (format);
  if (U_FAILURE (status))
    return g_strdup_printf ("%.*f", (int)n_decimals, number);
  return tl_icu_to_utf8 (text, length);
}

char *
tl_number_format_decimal (double number, guint n_decimals)
{
  char *text;

  G_LOCK (open_icu);
  text = format_decimal (open_spoken (), number, n_decimals);
  G_UNLOCK (open_icu);
  return text;
}
