/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-icu-private.h"

#include <float.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unicode/uloc.h>

/* The choice of a locale, what is open for it, and lists. */

#define LOCALE_LENGTH ULOC_FULLNAME_CAPACITY

const UChar tl_icu_utc[] = { 'U', 'T', 'C', 0 };

char *
tl_icu_to_utf8 (const UChar *text, int length)
{
  return g_utf16_to_utf8 ((const gunichar2 *)text, length, NULL, NULL, NULL);
}

char *
tl_icu_choose_locale (const char *requested, const char *spoken)
{
  char             wanted[LOCALE_LENGTH] = "", full[2][LOCALE_LENGTH];
  char             parts[2][2][LOCALE_LENGTH];
  UErrorCode       status = U_ZERO_ERROR;
  g_autofree char *bare = NULL;

  if (requested == NULL)
    requested = spoken;
  /* "de_DE.UTF-8" is no language tag. */
  bare = g_strndup (requested, strcspn (requested, ".@"));
  if (strchr (bare, '-') != NULL)
    uloc_forLanguageTag (bare, wanted, LOCALE_LENGTH, NULL, &status);
  if (wanted[0] == '\0' || U_FAILURE (status))
    {
      status = U_ZERO_ERROR;
      uloc_canonicalize (requested, wanted, LOCALE_LENGTH, &status);
    }

  uloc_addLikelySubtags (wanted, full[0], LOCALE_LENGTH, &status);
  uloc_addLikelySubtags (spoken, full[1], LOCALE_LENGTH, &status);
  for (int i = 0; i < 2; i++)
    {
      uloc_getLanguage (full[i], parts[i][0], LOCALE_LENGTH, &status);
      uloc_getScript (full[i], parts[i][1], LOCALE_LENGTH, &status);
    }
  uloc_getLanguage (wanted, full[0], LOCALE_LENGTH, &status);
  if (U_FAILURE (status) || full[0][0] == '\0' ||
      strcmp (parts[0][0], parts[1][0]) != 0 ||
      strcmp (parts[0][1], parts[1][1]) != 0)
    return g_strdup (spoken);
  return g_strdup (wanted);
}

char *
tl_icu_choose_digits (const char *locale)
{
  /* Translators: the numbering system of CLDR that your language writes numbers
   * with where no country is known, such as “latn”, “arab” or “deva”; leave it
   * as it is for the one that CLDR has for your language. */
  const char *system = C_ ("numbering system of CLDR", "default");
  UErrorCode  status = U_ZERO_ERROR;
  char        country[LOCALE_LENGTH] = "", full[LOCALE_LENGTH] = "";

  uloc_getCountry (locale, country, LOCALE_LENGTH, &status);
  if (g_str_equal (system, "default") || country[0] != '\0' ||
      strchr (locale, '@') != NULL)
    return g_strdup (locale);
  g_strlcpy (full, locale, sizeof full);
  uloc_setKeywordValue ("numbers", system, full, sizeof full, &status);
  return g_strdup (U_SUCCESS (status) ? full : locale);
}

TlIcu *
tl_icu_new (const char *locale)
{
  TlIcu     *self = g_new0 (TlIcu, 1);
  UErrorCode status = U_ZERO_ERROR;
  char       full[LOCALE_LENGTH] = "";

  /* English without a country is the international one: 14 April 2020. */
  if (g_str_has_prefix (locale, "en") &&
      (locale[2] == '\0' || locale[2] == '@'))
    g_snprintf (full, sizeof full, "en_001%s", locale + 2);
  else
    g_strlcpy (full, locale, sizeof full);
  uloc_setKeywordValue ("calendar", "gregorian", full, sizeof full, &status);
  status = U_ZERO_ERROR;

  self->locale = g_strdup (full);
  self->calendar = ucal_open (tl_icu_utc, -1, full, UCAL_GREGORIAN, &status);
  ucal_setGregorianChange (self->calendar, -DBL_MAX, &status);
  self->second_calendar = ucal_clone (self->calendar, &status);
  self->grouped = unum_open (UNUM_DECIMAL, NULL, 0, full, NULL, &status);
  self->plain = unum_open (UNUM_DECIMAL, NULL, 0, full, NULL, &status);
  unum_setAttribute (self->plain, UNUM_GROUPING_USED, FALSE);
  /* Spanish groups from five digits on. */
  unum_setAttribute (self->grouped, UNUM_MINIMUM_GROUPING_DIGITS,
                     UNUM_MINIMUM_GROUPING_DIGITS_AUTO);
  self->lists[FALSE] = ulistfmt_openForType (full, ULISTFMT_TYPE_OR,
                                             ULISTFMT_WIDTH_WIDE, &status);
  self->lists[TRUE] = ulistfmt_openForType (full, ULISTFMT_TYPE_AND,
                                            ULISTFMT_WIDTH_WIDE, &status);
  self->positions = ufieldpositer_open (&status);
  if (U_FAILURE (status))
    g_error ("The locale data of ICU cannot be used: %s", u_errorName (status));
  return self;
}

void
tl_icu_free (TlIcu *self)
{
  if (self == NULL)
    return;

  for (int i = 0; i < TL_ICU_N_PATTERNS; i++)
    for (int j = 0; j < TL_ICU_N_FLAGS; j++)
      g_clear_pointer (&self->formats[i][j], udat_close);
  for (int i = 0; i < TL_ICU_N_PATTERNS; i++)
    for (int j = 0; j <= TL_ICU_INSIDE; j++)
      g_free (self->patterns[i][j]);
  tl_icu_close_intervals (self);
  g_free (self->first_day);
  ufieldpositer_close (self->positions);
  ulistfmt_close (self->lists[FALSE]);
  ulistfmt_close (self->lists[TRUE]);
  unum_close (self->grouped);
  unum_close (self->plain);
  ucal_close (self->calendar);
  ucal_close (self->second_calendar);
  g_clear_pointer (&self->generator, udatpg_close);
  g_free (self->locale);
  g_free (self);
}

char *
tl_icu_format_list (TlIcu             *self,
                    const char *const *items,
                    guint              n_items,
                    gboolean           all)
{
  UErrorCode               status = U_ZERO_ERROR;
  g_autofree const UChar **strings = g_new0 (const UChar *, n_items);
  g_autofree UChar        *text = NULL;
  gsize                    capacity = TL_ICU_BUFFER_LENGTH;
  int                      length;

  for (guint i = 0; i < n_items; i++)
    {
      strings[i] =
          (const UChar *)g_utf8_to_utf16 (items[i], -1, NULL, NULL, NULL);
      capacity += strlen (items[i]) + TL_ICU_BUFFER_LENGTH;
    }
  text = g_new (UChar, capacity);
  length = ulistfmt_format (self->lists[all != FALSE], strings, NULL,
                            (int)n_items, text, (int)capacity, &status);
  for (guint i = 0; i < n_items; i++)
    g_free ((gpointer)strings[i]);
  return U_SUCCESS (status) ? tl_icu_to_utf8 (text, length)
                            : g_strdup (items[0]);
}
