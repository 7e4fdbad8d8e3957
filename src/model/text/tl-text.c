/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-text-private.h"

#include "tl-icu-subtags.h"
#include "tl-wanted-language.h"

#include <string.h>

/* Language maps. The first entry is the one to fall back on: it is in the
 * dataset's language when the map has that, else it is the map's first. */

struct _TlText
{
  guint       n_entries; /* > 0 */
  TlTextEntry entries[];
};

/* Letter case and the POSIX underscore do not matter in a tag. */
static gboolean
is_same_tag (const char *tag, const char *wanted)
{
  for (;; tag++, wanted++)
    {
      char a = *tag == '_' ? '-' : g_ascii_tolower (*tag);
      char b = *wanted == '_' ? '-' : g_ascii_tolower (*wanted);

      if (a != b || a == '\0')
        return a == b;
    }
}

static const TlTextEntry *
find_entry (const TlTextEntry *entries, guint n_entries, const char *wanted)
{
  for (guint i = 0; i < n_entries; i++)
    if (is_same_tag (entries[i].language, wanted))
      return &entries[i];
  return NULL;
}

/* "pt-PT" when "pt-BR" is wanted: nearer than another language. Of several
 * the first that is written in the same script. */
static const TlTextEntry *
find_sister (const TlTextEntry      *entries,
             guint                   n_entries,
             const TlWantedLanguage *wanted)
{
  const TlTextEntry *first = NULL;

  for (guint i = 0; i < n_entries; i++)
    {
      const char *tag = entries[i].language;

      if (strcspn (tag, "-_") != wanted->base_length ||
          g_ascii_strncasecmp (tag, wanted->tags[0], wanted->base_length) != 0)
        continue;
      if (tl_icu_has_same_script (tag, wanted->tags[0]))
        return &entries[i];
      if (first == NULL)
        first = &entries[i];
    }
  return first;
}

const TlTextEntry *
tl_text_entries_find (const TlTextEntry *entries,
                      guint              n_entries,
                      const char        *wanted)
{
  const TlTextEntry      *entry = find_entry (entries, n_entries, wanted);
  const TlWantedLanguage *language;

  if (entry != NULL)
    return entry;
  language = tl_wanted_language_get (wanted);
  for (guint i = 0; language->tags[i] != NULL && entry == NULL; i++)
    entry = find_entry (entries, n_entries, language->tags[i]);
  return entry != NULL ? entry : find_sister (entries, n_entries, language);
}

const TlTextEntry *
tl_text_entries_choose (const TlTextEntry *entries,
                        guint              n_entries,
                        const char        *wanted)
{
  const TlTextEntry *entry = NULL;

  if (n_entries > 1 && wanted != NULL)
    entry = tl_text_entries_find (entries, n_entries, wanted);
  return entry != NULL ? entry : &entries[0];
}

const TlText *
tl_text_new (TlArena           *arena,
             const TlTextEntry *entries,
             guint              n_entries,
             const char        *dataset_language)
{
  gsize        bytes = n_entries * sizeof (TlTextEntry);
  TlText      *self;
  TlTextEntry *first;
  TlTextEntry  native;

  g_return_val_if_fail (n_entries > 0, NULL);

  self = tl_arena_alloc (arena, sizeof (TlText) + bytes);
  self->n_entries = n_entries;
  memcpy (self->entries, entries, bytes);
  first =
      (TlTextEntry *)find_entry (self->entries, n_entries, dataset_language);
  if (first != NULL && first != self->entries)
    {
      native = *first;
      memmove (self->entries + 1, self->entries,
               (gsize)(first - self->entries) * sizeof (TlTextEntry));
      self->entries[0] = native;
    }
  return self;
}

const char *
tl_text_get (const TlText *text, const char *language)
{
  return tl_text_get_with_language (text, language, NULL);
}

const char *
tl_text_get_with_language (const TlText *text,
                           const char   *language,
                           const char  **found)
{
  const TlTextEntry *entry;

  if (text == NULL)
    return NULL;
  entry = tl_text_entries_choose (text->entries, text->n_entries, language);
  if (found != NULL)
    *found = entry->language;
  return entry->text;
}

const char *
tl_text_find (const TlText *text, const char *language, const char **found)
{
  const TlTextEntry *entry = NULL;

  if (text != NULL && language != NULL)
    entry = tl_text_entries_find (text->entries, text->n_entries, language);
  if (entry == NULL)
    return NULL;
  if (found != NULL)
    *found = entry->language;
  return entry->text;
}

guint
tl_text_get_n_languages (const TlText *text)
{
  return text != NULL ? text->n_entries : 0;
}

const char *
tl_text_get_nth (const TlText *text, guint index, const char **language)
{
  g_return_val_if_fail (text != NULL && index < text->n_entries, NULL);

  if (language != NULL)
    *language = text->entries[index].language;
  return text->entries[index].text;
}
