/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-icu-private.h"

/* Numbers, as the locale writes them. */

char *
tl_icu_format_number (TlIcu *self, gint64 number, gboolean grouped)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar      text[TL_ICU_BUFFER_LENGTH];
  int length = unum_formatInt64 (grouped ? self->grouped : self->plain, number,
                                 text, TL_ICU_BUFFER_LENGTH, NULL, &status);

  if (U_FAILURE (status))
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return tl_icu_to_utf8 (text, length);
}

char *
tl_icu_format_decimal (TlIcu *self, double number, guint n_decimals)
{
  UErrorCode     status = U_ZERO_ERROR;
  UChar          text[TL_ICU_BUFFER_LENGTH];
  UNumberFormat *format = unum_clone (self->grouped, &status);
  int            length;

  unum_setAttribute (format, UNUM_FRACTION_DIGITS, (int)n_decimals);
  length = unum_formatDouble (format, number, text, TL_ICU_BUFFER_LENGTH, NULL,
                              &status);
  unum_close (format);
  if (U_FAILURE (status))
    return g_strdup_printf ("%.*f", (int)n_decimals, number);
  return tl_icu_to_utf8 (text, length);
}
