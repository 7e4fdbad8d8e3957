/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-event-text.h"

#include "tl-json-scanner.h"
#include "tl-schema-walk.h"

#include <string.h>

/* Language maps of the events that are indexed. */

static gboolean
has_language (const TlEventText *map, const TlEventString *language)
{
  for (guint i = 0; i < map->n_entries; i++)
    if (map->entries[i].language.length == language->length &&
        memcmp (map->entries[i].language.start, language->start,
                language->length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_entry (TlEventLexer *lexer, TlEventText *map)
{
  TlEventTextEntry *entry = &map->entries[map->n_entries];

  if (map->n_entries == TL_COLUMN_MAX_LANGUAGES ||
      !tl_event_lexer_read_plain (lexer, &entry->language) ||
      !tl_language_is_tag (entry->language.start, entry->language.length) ||
      has_language (map, &entry->language))
    return FALSE;
  tl_event_lexer_skip_blanks (lexer);
  if (!tl_event_lexer_take (lexer, ':'))
    return FALSE;
  tl_event_lexer_skip_blanks (lexer);
  if (!tl_event_lexer_read_string (lexer, &entry->text))
    return FALSE;
  map->n_entries++;
  return TRUE;
}

/* Puts the entry of the native language first. */
static gboolean
put_native_first (TlEventText *map, const char *native, gsize native_length)
{
  for (guint i = 0; i < map->n_entries; i++)
    {
      TlEventTextEntry entry = map->entries[i];

      if (entry.language.length != native_length ||
          g_ascii_strncasecmp (entry.language.start, native, native_length) !=
              0)
        continue;
      memmove (map->entries + 1, map->entries, i * sizeof (TlEventTextEntry));
      map->entries[0] = entry;
      return TRUE;
    }
  return FALSE;
}

gboolean
tl_event_text_read (TlEventText  *self,
                    TlEventLexer *lexer,
                    const char   *native,
                    gsize         native_length)
{
  gboolean more = TRUE;

  self->n_entries = 0;
  if (!tl_event_lexer_take (lexer, '{'))
    return FALSE;
  while (more)
    {
      tl_event_lexer_skip_blanks (lexer);
      if (!read_entry (lexer, self))
        return FALSE;
      tl_event_lexer_skip_blanks (lexer);
      more = tl_event_lexer_take (lexer, ',');
    }
  return tl_event_lexer_take (lexer, '}') &&
         put_native_first (self, native, native_length);
}

void
tl_event_words_append (GByteArray *words, const char *text, gsize length)
{
  static const guint8 end = 0;

  g_byte_array_append (words, (const guint8 *)text, (guint)length);
  g_byte_array_append (words, &end, 1);
}

void
tl_event_text_append (const TlEventText *self, GByteArray *words)
{
  for (guint i = 0; i < self->n_entries; i++)
    {
      const TlEventTextEntry *entry = &self->entries[i];

      tl_event_words_append (words, entry->language.start,
                             entry->language.length);
      if (entry->text.escaped)
        {
          g_autofree char *text =
              tl_json_unescape (entry->text.start, entry->text.length);

          tl_event_words_append (words, text, strlen (text));
        }
      else
        tl_event_words_append (words, entry->text.start, entry->text.length);
    }
  tl_event_words_append (words, "", 0);
}
