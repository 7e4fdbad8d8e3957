/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-language.h"

#include "tl-icu-private.h"

#include <string.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>

/* What ICU knows of languages. */

static void
canonicalize (const char *language, char *locale)
{
  g_autofree char *bare = g_strndup (language, strcspn (language, ".@"));
  UErrorCode       status = U_ZERO_ERROR;

  if (strchr (bare, '-') != NULL)
    uloc_forLanguageTag (bare, locale, ULOC_FULLNAME_CAPACITY, NULL, &status);
  else
    uloc_canonicalize (bare, locale, ULOC_FULLNAME_CAPACITY, &status);
  if (U_FAILURE (status))
    locale[0] = '\0';
}

/* A language as it is most likely meant to be written. */
typedef struct
{
  char language[ULOC_LANG_CAPACITY];
  char script[ULOC_SCRIPT_CAPACITY];
} Writing;

static Writing
find_writing (const char *language)
{
  char       locale[ULOC_FULLNAME_CAPACITY] = "";
  char       likely[ULOC_FULLNAME_CAPACITY] = "";
  Writing    writing = { "", "" };
  UErrorCode status = U_ZERO_ERROR;

  canonicalize (language, locale);
  uloc_addLikelySubtags (locale, likely, sizeof likely, &status);
  uloc_getLanguage (likely, writing.language, sizeof writing.language, &status);
  uloc_getScript (likely, writing.script, sizeof writing.script, &status);
  return writing;
}

gboolean
tl_language_is_rtl (const char *language)
{
  char locale[ULOC_FULLNAME_CAPACITY] = "";

  g_return_val_if_fail (language != NULL, FALSE);

  canonicalize (language, locale);
  return uloc_isRightToLeft (locale);
}

gboolean
tl_language_matches (const char *a, const char *b)
{
  Writing first = find_writing (a);
  Writing second = find_writing (b);

  return strcmp (first.language, second.language) == 0 &&
         strcmp (first.script, second.script) == 0;
}

char *
tl_language_dup_tag (const char *language)
{
  char       locale[ULOC_FULLNAME_CAPACITY] = "";
  char       tag[ULOC_FULLNAME_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (language != NULL, NULL);

  canonicalize (language, locale);
  uloc_toLanguageTag (locale, tag, sizeof tag, FALSE, &status);
  return g_strdup (U_SUCCESS (status) ? tag : language);
}

char *
tl_language_dup_name (const char *language)
{
  UDisplayContext contexts[] = { UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU,
                                 UDISPCTX_DIALECT_NAMES };
  UErrorCode      status = U_ZERO_ERROR;
  char            locale[ULOC_FULLNAME_CAPACITY] = "";
  UChar           name[TL_ICU_BUFFER_LENGTH];
  ULocaleDisplayNames *names;
  int                  length;

  g_return_val_if_fail (language != NULL, NULL);

  canonicalize (language, locale);
  names =
      uldn_openForContext (locale, contexts, G_N_ELEMENTS (contexts), &status);
  length = uldn_localeDisplayName (names, locale, name, TL_ICU_BUFFER_LENGTH,
                                   &status);
  uldn_close (names);
  return U_SUCCESS (status) ? tl_icu_to_utf8 (name, length)
                            : g_strdup (language);
}
