/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-icu-subtags.h"

#include <string.h>
#include <unicode/uloc.h>

/* What CLDR knows of the subtags that a language tag leaves out: who wants
 * “zh-CN” reads “zh-Hans”, and who wants “zh-TW” would rather have “zh-Hant”.
 */

#define TAG_LENGTH ULOC_FULLNAME_CAPACITY

/* The parts of a tag; empty where it has none. */
typedef struct
{
  char language[ULOC_LANG_CAPACITY];
  char script[ULOC_SCRIPT_CAPACITY];
  char region[ULOC_COUNTRY_CAPACITY];
} Parts;

/* As ICU names locales; FALSE when the tag means nothing to it. */
static gboolean
canonicalize (const char *tag, char locale[TAG_LENGTH])
{
  UErrorCode status = U_ZERO_ERROR;

  locale[0] = '\0';
  if (strchr (tag, '-') != NULL)
    uloc_forLanguageTag (tag, locale, TAG_LENGTH, NULL, &status);
  else
    uloc_canonicalize (tag, locale, TAG_LENGTH, &status);
  return U_SUCCESS (status) && status != U_STRING_NOT_TERMINATED_WARNING &&
         g_ascii_isalpha (locale[0]);
}

static Parts
split (const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  Parts      parts = { "", "", "" };

  uloc_getLanguage (locale, parts.language, sizeof parts.language, &status);
  uloc_getScript (locale, parts.script, sizeof parts.script, &status);
  uloc_getCountry (locale, parts.region, sizeof parts.region, &status);
  return parts;
}

static Parts
split_likely (const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  char       full[TAG_LENGTH] = "";

  uloc_addLikelySubtags (locale, full, TAG_LENGTH, &status);
  return split (U_SUCCESS (status) ? full : locale);
}

/* Takes tag. */
static void
add_tag (GStrvBuilder *tags, GHashTable *known, char *tag)
{
  if (g_hash_table_add (known, tag))
    g_strv_builder_add (tags, tag);
}

/* The locale's own tag and what is left of it without its last subtags, down
 * to two of them. */
static void
add_own_tags (GStrvBuilder *tags, GHashTable *known, const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  char       tag[TAG_LENGTH] = "";

  uloc_toLanguageTag (locale, tag, TAG_LENGTH, FALSE, &status);
  if (U_FAILURE (status))
    return;
  add_tag (tags, known, g_strdup (tag));
  for (char *end = strrchr (tag, '-'); end != NULL; end = strrchr (tag, '-'))
    {
      *end = '\0';
      if (strchr (tag, '-') != NULL)
        add_tag (tags, known, g_strdup (tag));
    }
}

GStrv
tl_icu_dup_tags (const char *wanted)
{
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  g_autoptr (GHashTable) known =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char  locale[TAG_LENGTH];
  Parts likely;
  Parts base;

  if (!canonicalize (wanted, locale))
    {
      g_strv_builder_add (tags, wanted);
      return g_strv_builder_end (tags);
    }
  likely = split_likely (locale);
  base = split_likely (likely.language);
  add_own_tags (tags, known, locale);
  if (likely.script[0] != '\0' && likely.region[0] != '\0')
    add_tag (tags, known,
             g_strdup_printf ("%s-%s-%s", likely.language, likely.script,
                              likely.region));
  if (likely.script[0] != '\0')
    add_tag (tags, known,
             g_strdup_printf ("%s-%s", likely.language, likely.script));
  if (likely.region[0] != '\0')
    add_tag (tags, known,
             g_strdup_printf ("%s-%s", likely.language, likely.region));
  if (strcmp (base.script, likely.script) == 0)
    add_tag (tags, known, g_strdup (likely.language));
  return g_strv_builder_end (tags);
}

gboolean
tl_icu_has_same_script (const char *tag, const char *other)
{
  char  locales[2][TAG_LENGTH];
  Parts likely[2];

  if (!canonicalize (tag, locales[0]) || !canonicalize (other, locales[1]))
    return FALSE;
  for (int i = 0; i < 2; i++)
    likely[i] = split_likely (locales[i]);
  return strcmp (likely[0].script, likely[1].script) == 0;
}
