/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-text-private.h"

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
is_same_tag (const char *tag, const char *wanted, gsize wanted_length)
{
  if (strlen (tag) != wanted_length)
    return FALSE;
  for (gsize i = 0; i < wanted_length; i++)
    {
      char a = tag[i] == '_' ? '-' : g_ascii_tolower (tag[i]);
      char b = wanted[i] == '_' ? '-' : g_ascii_tolower (wanted[i]);

      if (a != b)
        return FALSE;
    }
  return TRUE;
}

static const TlTextEntry *
find_entry (const TlTextEntry *entries,
            guint              n_entries,
            const char        *wanted,
            gsize              wanted_length)
{
  for (guint i = 0; i < n_entries; i++)
    if (is_same_tag (entries[i].language, wanted, wanted_length))
      return &entries[i];
  return NULL;
}

/* "pt-BR" when "pt" or "pt-PT" is wanted: nearer than another language. */
static const TlTextEntry *
find_sister (const TlTextEntry *entries,
             guint              n_entries,
             const char        *wanted,
             gsize              base_length)
{
  for (guint i = 0; i < n_entries; i++)
    {
      const char *tag = entries[i].language;
      gsize       length = strcspn (tag, "-_");

      if (length == base_length &&
          g_ascii_strncasecmp (tag, wanted, base_length) == 0)
        return &entries[i];
    }
  return NULL;
}

const TlTextEntry *
tl_text_entries_choose (const TlTextEntry *entries,
                        guint              n_entries,
                        const char        *wanted)
{
  const TlTextEntry *entry = NULL;
  gsize              length;

  if (wanted == NULL)
    return &entries[0];
  /* From the most special to the base: "zh-Hant-TW", "zh-Hant", "zh". */
  length = strcspn (wanted, ".@");
  while (length > 0)
    {
      entry = find_entry (entries, n_entries, wanted, length);
      if (entry != NULL)
        return entry;
      while (length > 0 && wanted[length - 1] != '-' &&
             wanted[length - 1] != '_')
        length--;
      if (length > 0)
        length--;
    }
  entry = find_sister (entries, n_entries, wanted, strcspn (wanted, "-_.@"));
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
  first = (TlTextEntry *)find_entry (self->entries, n_entries, dataset_language,
                                     strlen (dataset_language));
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
