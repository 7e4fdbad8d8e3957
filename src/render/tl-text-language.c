/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-text-language.h"

#include <string.h>

static const struct
{
  PangoScript script;
  const char *language;
} languages[] = {
  { PANGO_SCRIPT_LATIN, "en" },    { PANGO_SCRIPT_CYRILLIC, "ru" },
  { PANGO_SCRIPT_GREEK, "el" },    { PANGO_SCRIPT_ARABIC, "ar" },
  { PANGO_SCRIPT_HEBREW, "he" },   { PANGO_SCRIPT_ARMENIAN, "hy" },
  { PANGO_SCRIPT_GEORGIAN, "ka" }, { PANGO_SCRIPT_DEVANAGARI, "hi" },
  { PANGO_SCRIPT_BENGALI, "bn" },  { PANGO_SCRIPT_THAI, "th" },
  { PANGO_SCRIPT_ETHIOPIC, "am" }, { PANGO_SCRIPT_MONGOLIAN, "mn" },
  { PANGO_SCRIPT_HIRAGANA, "ja" }, { PANGO_SCRIPT_KATAKANA, "ja" },
  { PANGO_SCRIPT_HANGUL, "ko" },   { PANGO_SCRIPT_BOPOMOFO, "zh-tw" },
};

/* Chinese characters beside kana are Japanese, beside hangul Korean. */
static const char *
guess_han (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    switch ((int)g_unichar_get_script (g_utf8_get_char (p)))
      {
      case G_UNICODE_SCRIPT_HIRAGANA:
      case G_UNICODE_SCRIPT_KATAKANA:
        return "ja";
      case G_UNICODE_SCRIPT_HANGUL:
        return "ko";
      default:
        break;
      }
  return "zh-cn";
}

static PangoLanguage *
guess_language (const char *text, PangoScript script)
{
  if (script == PANGO_SCRIPT_HAN)
    return pango_language_from_string (guess_han (text));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (languages[i].script == script)
      return pango_language_from_string (languages[i].language);
  return NULL;
}

/* Pango takes a language that it does not know for one in all scripts, also
 * that of the plain C locale. */
static gboolean
is_written_in (PangoLanguage *language, PangoScript script)
{
  int n_scripts;

  if (pango_language_get_scripts (language, &n_scripts) == NULL)
    return script != PANGO_SCRIPT_HAN;
  return pango_language_includes_script (language, script);
}

static void
add_language (PangoAttrList *list,
              PangoLanguage *language,
              guint          start,
              guint          end)
{
  PangoAttribute *attribute = pango_attr_language_new (language);

  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

PangoLanguage *
tl_text_language_from_tag (const char *tag)
{
  PangoLanguage *language;

  g_return_val_if_fail (tag != NULL, NULL);

  language = pango_language_from_string (tag);
  if (pango_language_matches (language, "zh-hant"))
    return pango_language_from_string ("zh-tw");
  if (pango_language_matches (language, "zh-hans") ||
      g_str_equal (pango_language_to_string (language), "zh"))
    return pango_language_from_string ("zh-cn");
  return language;
}

PangoAttrList *
tl_text_language_get_attributes (const char *text, PangoLanguage *language)
{
  PangoAttrList   *list = pango_attr_list_new ();
  PangoScriptIter *iter = pango_script_iter_new (text, -1);

  do
    {
      const char    *start;
      const char    *end;
      PangoScript    script;
      PangoLanguage *guess = NULL;

      pango_script_iter_get_range (iter, &start, &end, &script);
      if (!is_written_in (language, script))
        guess = guess_language (text, script);
      if (guess != NULL)
        add_language (list, guess, (guint)(start - text), (guint)(end - text));
    }
  while (pango_script_iter_next (iter));
  pango_script_iter_free (iter);
  return list;
}
