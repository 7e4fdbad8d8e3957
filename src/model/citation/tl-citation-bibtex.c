/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-citation-entry.h"

#include <string.h>

/* BibTeX as biblatex (3.5 and later) reads it, in UTF-8. Values stand in
 * braces, and no value brings a brace of its own: BibTeX counts even escaped
 * ones. Title and names stand in a second pair, so that no style changes their
 * letters or takes the names apart. There is no “urldate”: when an address was
 * last visited a dataset does not tell. */

static const struct
{
  char        sign;
  const char *tex;
} escapes[] = {
  { '\\', "\\textbackslash{}" },
  { '{', "\\textbraceleft{}" },
  { '}', "\\textbraceright{}" },
  { '~', "\\textasciitilde{}" },
  { '^', "\\textasciicircum{}" },
  { '`', "\\textasciigrave{}" },
  { '&', "\\&" },
  { '%', "\\%" },
  { '$', "\\$" },
  { '#', "\\#" },
  { '_', "\\_" },
};

/* What babel calls a language; the longest tag that begins a source's. */
static const struct
{
  const char *tag;
  const char *babel;
} languages[] = {
  { "ar", "arabic" },
  { "be", "belarusian" },
  { "bg", "bulgarian" },
  { "ca", "catalan" },
  { "cs", "czech" },
  { "da", "danish" },
  { "de", "ngerman" },
  { "de-AT", "naustrian" },
  { "de-CH", "nswissgerman" },
  { "el", "greek" },
  { "en", "english" },
  { "en-AU", "australian" },
  { "en-CA", "canadian" },
  { "en-GB", "british" },
  { "en-NZ", "newzealand" },
  { "en-US", "american" },
  { "eo", "esperanto" },
  { "es", "spanish" },
  { "et", "estonian" },
  { "eu", "basque" },
  { "fa", "persian" },
  { "fi", "finnish" },
  { "fr", "french" },
  { "fr-CA", "canadien" },
  { "gl", "galician" },
  { "he", "hebrew" },
  { "hi", "hindi" },
  { "hr", "croatian" },
  { "hu", "magyar" },
  { "hy", "armenian" },
  { "id", "indonesian" },
  { "is", "icelandic" },
  { "it", "italian" },
  { "ja", "japanese" },
  { "ka", "georgian" },
  { "ko", "korean" },
  { "lt", "lithuanian" },
  { "lv", "latvian" },
  { "mk", "macedonian" },
  { "nb", "norsk" },
  { "nl", "dutch" },
  { "nn", "nynorsk" },
  { "no", "norsk" },
  { "pl", "polish" },
  { "pt", "portuguese" },
  { "pt-BR", "brazilian" },
  { "ro", "romanian" },
  { "ru", "russian" },
  { "sk", "slovak" },
  { "sl", "slovene" },
  { "sq", "albanian" },
  { "sr", "serbian" },
  { "sv", "swedish" },
  { "th", "thai" },
  { "tr", "turkish" },
  { "uk", "ukrainian" },
  { "ur", "urdu" },
  { "vi", "vietnamese" },
  { "zh", "chinese" },
};

static gboolean
begins_tag (const char *tag, const char *whole)
{
  gsize length = strlen (tag);

  return g_ascii_strncasecmp (tag, whole, length) == 0 &&
         (whole[length] == '\0' || whole[length] == '-');
}

/* NULL for a language that babel has no name for. */
static const char *
find_babel_name (const char *tag)
{
  const char *found = NULL;
  gsize       found_length = 0;

  for (guint i = 0; tag != NULL && i < G_N_ELEMENTS (languages); i++)
    if (begins_tag (languages[i].tag, tag) &&
        strlen (languages[i].tag) > found_length)
      {
        found = languages[i].babel;
        found_length = strlen (languages[i].tag);
      }
  return found;
}

static const char *
find_escape (char sign)
{
  for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
    if (escapes[i].sign == sign)
      return escapes[i].tex;
  return NULL;
}

static void
append_escaped (GString *bibtex, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *tex = find_escape (*p);

      if (tex != NULL)
        g_string_append (bibtex, tex);
      else
        g_string_append_c (bibtex, *p);
    }
}

static void
begin_field (GString *bibtex, const char *name)
{
  g_string_append_printf (bibtex, ",\n  %s = {", name);
}

static void
append_text (GString *bibtex, const char *name, const char *text)
{
  if (text == NULL)
    return;
  begin_field (bibtex, name);
  append_escaped (bibtex, text);
  g_string_append_c (bibtex, '}');
}

static void
append_title (GString *bibtex, const char *title)
{
  if (title == NULL)
    return;
  begin_field (bibtex, "title");
  g_string_append_c (bibtex, '{');
  append_escaped (bibtex, title);
  g_string_append (bibtex, "}}");
}

/* Words of the format itself, and addresses: biblatex takes these as they
 * stand, and braces in them are percent-encoded. */
static void
append_verbatim (GString *bibtex, const char *name, const char *value)
{
  if (value == NULL)
    return;
  begin_field (bibtex, name);
  g_string_append_printf (bibtex, "%s}", value);
}

static void
append_name (GString *bibtex, const TlCitationName *name)
{
  if (name->literal != NULL)
    {
      g_string_append_c (bibtex, '{');
      append_escaped (bibtex, name->literal);
      g_string_append_c (bibtex, '}');
      return;
    }
  g_string_append_c (bibtex, '{');
  append_escaped (bibtex, name->family);
  g_string_append (bibtex, "}, {");
  append_escaped (bibtex, name->given);
  g_string_append_c (bibtex, '}');
}

static void
append_authors (GString *bibtex, const GPtrArray *authors)
{
  if (authors->len == 0)
    return;
  begin_field (bibtex, "author");
  for (guint i = 0; i < authors->len; i++)
    {
      if (i > 0)
        g_string_append (bibtex, " and ");
      append_name (bibtex, g_ptr_array_index (authors, i));
    }
  g_string_append_c (bibtex, '}');
}

static void
append_extracts (GString *bibtex, const GPtrArray *extracts)
{
  if (extracts->len == 0)
    return;
  begin_field (bibtex, "annotation");
  for (guint i = 0; i < extracts->len; i++)
    {
      if (i > 0)
        g_string_append (bibtex, "; ");
      append_escaped (bibtex, g_ptr_array_index (extracts, i));
    }
  g_string_append_c (bibtex, '}');
}

/**
 * tl_citation_entry_to_bibtex:
 * @self: an entry
 *
 * “@online” for a source with an address, else “@article”. Its key is the id
 * of the source.
 *
 * Returns: (transfer full): the entry, up to its last line end
 */
char *
tl_citation_entry_to_bibtex (const TlCitationEntry *self)
{
  GString         *bibtex = g_string_new (NULL);
  g_autofree char *date = tl_citation_date_dup_biblatex (self->published);

  g_string_append_printf (bibtex, "@%s{%s",
                          self->is_online ? "online" : "article", self->key);
  append_authors (bibtex, self->authors);
  append_title (bibtex, self->title);
  append_text (bibtex, self->is_online ? "organization" : "journaltitle",
               self->publisher);
  append_verbatim (bibtex, "date", date);
  append_verbatim (bibtex, "url", self->url);
  append_verbatim (bibtex, "langid", find_babel_name (self->language));
  append_text (bibtex, "note", self->note);
  append_extracts (bibtex, self->extracts);
  g_string_append (bibtex, "\n}\n");
  return g_string_free (bibtex, FALSE);
}
