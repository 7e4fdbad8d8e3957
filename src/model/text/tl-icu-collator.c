/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-icu-collator.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

/* The order of texts, by the Unicode Collation Algorithm (UTS #10) as ICU has
 * it for each language. */

/* Titles and names are shorter than that, nearly always, and so are their
 * keys. */
#define USUAL_LENGTH 256

struct _TlIcuCollator
{
  UCollator *collator;
};

/**
 * tl_icu_collator_new:
 * @language: (nullable): a BCP 47 or POSIX name, "en" or "pt_BR.UTF-8"; where
 *   nothing is known of it, the order is the one that all languages share
 *
 * Returns: (transfer full): a collator
 */
TlIcuCollator *
tl_icu_collator_new (const char *language)
{
  TlIcuCollator *self = g_new0 (TlIcuCollator, 1);
  UErrorCode     status = U_ZERO_ERROR;
  char           locale[ULOC_FULLNAME_CAPACITY] = "";

  uloc_canonicalize (language != NULL ? language : "", locale, sizeof locale,
                     &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING)
    locale[0] = '\0';
  status = U_ZERO_ERROR;
  self->collator = ucol_open (locale, &status);
  if (U_FAILURE (status))
    g_error ("The collation of ICU cannot be used: %s", u_errorName (status));
  ucol_setAttribute (self->collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
  return self;
}

/**
 * tl_icu_collator_free:
 * @self: (nullable) (transfer full): a collator
 *
 * Frees the collator.
 */
void
tl_icu_collator_free (TlIcuCollator *self)
{
  if (self == NULL)
    return;

  ucol_close (self->collator);
  g_free (self);
}

static void
append_key_of_utf16 (TlIcuCollator *self,
                     const UChar   *text,
                     int            length,
                     GByteArray    *keys)
{
  guint start = keys->len;
  int   needed;

  /* Nearly always enough, so that no key is worked out twice. */
  g_byte_array_set_size (keys, start + USUAL_LENGTH);
  needed = ucol_getSortKey (self->collator, text, length, keys->data + start,
                            USUAL_LENGTH);
  g_byte_array_set_size (keys, start + (guint)needed);
  if (needed > USUAL_LENGTH)
    ucol_getSortKey (self->collator, text, length, keys->data + start, needed);
}

/**
 * tl_icu_collator_append_key:
 * @self: a collator
 * @text: valid UTF-8
 * @keys: what to append to
 *
 * Appends the sort key of a text. The order of keys, byte by byte, is the order
 * of their texts. A key ends with its only zero byte.
 */
void
tl_icu_collator_append_key (TlIcuCollator *self,
                            const char    *text,
                            GByteArray    *keys)
{
  UChar      usual[USUAL_LENGTH];
  UErrorCode status = U_ZERO_ERROR;
  int        length = 0;

  g_return_if_fail (self != NULL && text != NULL && keys != NULL);

  u_strFromUTF8 (usual, USUAL_LENGTH, &length, text, -1, &status);
  if (U_SUCCESS (status))
    {
      append_key_of_utf16 (self, usual, length, keys);
    }
  else
    {
      g_autofree UChar *whole = NULL;

      whole = (UChar *)g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
      g_return_if_fail (whole != NULL);
      append_key_of_utf16 (self, whole, -1, keys);
    }
}
