/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-icu-private.h"

#include <string.h>

/* Numbers, as the locale writes them and as people type them. */

/* Both stand between thousands in some language, and are often typed for the
 * decimal sign on a keyboard of another. */
#define SEPARATORS ".,"
#define GROUP_LENGTH 3

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

/* (transfer full) */
static char *
dup_symbol (TlIcu *self, UNumberFormatSymbol symbol)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar      text[TL_ICU_BUFFER_LENGTH];
  int        length = unum_getSymbol (self->grouped, symbol, text,
                                      TL_ICU_BUFFER_LENGTH, &status);

  return U_FAILURE (status) ? g_strdup ("") : tl_icu_to_utf8 (text, length);
}

/* A character of a number in ASCII; 0 for one that only separates thousands or
 * cannot be seen, -1 for one that no number has. */
static int
to_ascii (gunichar c)
{
  switch (c)
    {
    case '.':
    case 0x066B: /* Arabic decimal sign */
      return '.';
    case '+':
    case ',':
      return (int)c;
    case '-':
    case 0x2212: /* minus */
      return '-';
    case '\'':
    case 0x2019: /* apostrophe, the Swiss sign of thousands */
    case 0x066C: /* Arabic sign of thousands */
    case 0x061C: /* marks of direction */
    case 0x200E:
    case 0x200F:
      return 0;
    default:
      if (g_unichar_isdigit (c))
        return '0' + g_unichar_digit_value (c);
      return g_unichar_isspace (c) ? 0 : -1;
    }
}

/* The text with ASCII digits, and of what stands between them only the signs
 * in SEPARATORS. NULL when there is anything else in it. (nullable) */
static GString *
simplify (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int c = to_ascii (g_utf8_get_char (p));

      if (c < 0)
        return NULL;
      if (c > 0)
        g_string_append_c (plain, (char)c);
    }
  return g_steal_pointer (&plain);
}

/* “1.280” is a thousand and more unless that is the language's decimal sign;
 * “2.5”, “0.125” and “1.2800” cannot be. */
static gboolean
separates_thousands (const char *digits, const char *separator)
{
  return digits[0] != '0' && separator > digits &&
         separator - digits <= GROUP_LENGTH &&
         strspn (separator + 1, "0123456789") == GROUP_LENGTH;
}

/* The decimal sign in the digits, NULL when there is none. Of two different
 * signs it is the last one, and one that comes twice is none. */
static const char *
find_decimal_sign (const char *digits, const char *own)
{
  const char *first = strpbrk (digits, SEPARATORS);
  const char *last = first;

  if (first == NULL)
    return NULL;
  for (const char *p = first; p != NULL; p = strpbrk (p + 1, SEPARATORS))
    last = p;
  if (*first != *last)
    return last;
  if (first != last || (*own != *first && separates_thousands (digits, first)))
    return NULL;
  return first;
}

/* Groups of thousands are whole, those before them (lakhs) have two digits or
 * more. */
static gboolean
is_grouped_well (const char *digits, const char *decimal_sign)
{
  const char *end =
      decimal_sign != NULL ? decimal_sign : digits + strlen (digits);
  const char *sign = strpbrk (digits, SEPARATORS);

  while (sign != NULL && sign < end)
    {
      gsize       length = strspn (sign + 1, "0123456789");
      const char *next = sign + 1 + length;

      if (*sign == *end || length < GROUP_LENGTH - 1 ||
          (next == end && length != GROUP_LENGTH))
        return FALSE;
      sign = next < end ? next : NULL;
    }
  return TRUE;
}

gboolean
tl_icu_parse_number (TlIcu *self, const char *text, double *number)
{
  g_autoptr (GString) plain = simplify (text);
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autofree char *own = dup_symbol (self, UNUM_DECIMAL_SEPARATOR_SYMBOL);
  const char      *sign, *start;
  char            *end = NULL;
  double           parsed;

  if (plain == NULL)
    return FALSE;
  start = plain->str +
          (strchr ("+-", plain->str[0]) != NULL && plain->str[0] != '\0');
  sign = find_decimal_sign (start, own);
  if (strpbrk (start, "+-") != NULL || !is_grouped_well (start, sign))
    return FALSE;
  for (const char *p = plain->str; *p != '\0'; p++)
    if (p == sign)
      g_string_append_c (digits, '.');
    else if (strchr (SEPARATORS, *p) == NULL)
      g_string_append_c (digits, *p);
  parsed = g_ascii_strtod (digits->str, &end);
  if (end == digits->str || *end != '\0')
    return FALSE;
  *number = parsed;
  return TRUE;
}
