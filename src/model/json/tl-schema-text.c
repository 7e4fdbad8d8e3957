/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-schema-walk.h"

#include "tl-limits.h"
#include "tl-text-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Language maps and language tags. */

#define MAX_SUBTAG_CHARS 8

/* A well-formed tag in the sense that matters here (RFC 5646): subtags of 1 to
 * 8 letters and digits, the first one of letters. */
gboolean
tl_language_is_tag (const char *text, gsize length)
{
  guint subtag = 0;
  guint n_chars = 0;

  for (gsize i = 0; i < length; i++)
    if (text[i] == '-')
      {
        if (n_chars == 0 || (subtag == 0 && n_chars == 1))
          return FALSE;
        subtag++;
        n_chars = 0;
      }
    else if (subtag == 0 ? !g_ascii_isalpha (text[i])
                         : !g_ascii_isalnum (text[i]))
      return FALSE;
    else if (++n_chars > MAX_SUBTAG_CHARS)
      return FALSE;
  return n_chars > (subtag == 0 ? 1 : 0);
}

/* At the present place, which holds the map. */
static void
report_bad_key (TlWalk *self, const char *key)
{
  g_autofree char *shown = tl_problem_show_text (key);

  tl_walk_report_key (self, key, TL_SEVERITY_WARNING, "bad-language",
                      /* Translators: %s is a word of the file. */
                      _ ("“%s” is not a language tag; write one such as “en” "
                         "or “pt-BR”"),
                      shown);
}

/* The entry for one pair of the map at the present place. */
static gboolean
read_entry (TlWalk      *self,
            JsonObject  *map,
            const char  *language,
            TlTextEntry *entry)
{
  const char *text;

  if (!tl_language_is_tag (language, strlen (language)))
    {
      report_bad_key (self, language);
      return FALSE;
    }
  text = tl_walk_get_string (self, map, language, TL_NEED_OPTIONAL);
  if (text == NULL)
    return FALSE;
  entry->language = tl_arena_intern (self->arena, language);
  entry->text = tl_arena_copy_string (self->arena, text);
  return TRUE;
}

static void
check_has_dataset_language (TlWalk *self, const TlText *text)
{
  const char *found;

  if (self->language == NULL)
    return;
  for (guint i = 0; i < tl_text_get_n_languages (text); i++)
    {
      tl_text_get_nth (text, i, &found);
      if (g_ascii_strcasecmp (found, self->language) == 0)
        return;
    }
  tl_walk_report (self, TL_SEVERITY_WARNING, "missing-language",
                  /* Translators: %s is a language tag. */
                  _ ("The text is not given in the dataset's language, “%s”; "
                     "add it"),
                  self->language);
}

/* Whether a translation has a pair that is none. At the present place. */
static gboolean
is_own_language (TlWalk *self, const char *language, const char *own)
{
  if (own == NULL || g_ascii_strcasecmp (language, own) != 0)
    return FALSE;
  tl_walk_report_key (self, language, TL_SEVERITY_WARNING, "own-language",
                      /* Translators: %s is a language tag. */
                      _ ("The quotation itself is in the language “%s”; leave "
                         "this one out of its translations"),
                      language);
  return TRUE;
}

/* At the present place, which holds the map. own: nullable: a language that
 * it may not have. Returns: (nullable) (transfer full) (element-type
 * TlTextEntry): its pairs, at least one */
static GArray *
read_entries (TlWalk *self, JsonObject *map, TlNeed need, const char *own)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (TlTextEntry));
  JsonObjectIter iter;
  const char    *language;

  if (json_object_get_size (map) > TL_LIMIT_ITEMS)
    {
      tl_walk_report (self, TL_SEVERITY_ERROR, "too-many-items",
                      _ ("This list has more than 1,000 elements; shorten "
                         "it"));
      return NULL;
    }
  json_object_iter_init_ordered (&iter, map);
  while (json_object_iter_next_ordered (&iter, &language, NULL))
    {
      TlTextEntry entry;

      if (!is_own_language (self, language, own) &&
          read_entry (self, map, language, &entry))
        g_array_append_val (entries, entry);
    }
  if (entries->len > 0)
    return g_steal_pointer (&entries);
  tl_walk_report_empty (self, need);
  return NULL;
}

static const TlText *
make_text (TlWalk *self, const GArray *entries)
{
  return tl_text_new (self->arena, (const TlTextEntry *)entries->data,
                      entries->len,
                      self->language != NULL ? self->language : "");
}

/* Goes to a member that is a language map, and there remains; NULL when it is
 * none. */
static JsonObject *
enter_map (TlWalk *self, JsonObject *object, const char *key, TlNeed need)
{
  JsonNode *node = tl_walk_get_member (self, object, key, need);

  if (node == NULL)
    return NULL;
  tl_walk_push_key (self, key);
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  tl_walk_report (self, tl_need_to_severity (need), "bad-language-map",
                  _ ("This must be a language map, such as "
                     "{\"en\": \"text\"}"));
  tl_walk_pop (self);
  return NULL;
}

const TlText *
tl_walk_get_text (TlWalk     *self,
                  JsonObject *object,
                  const char *key,
                  TlNeed      need)
{
  JsonObject   *map = enter_map (self, object, key, need);
  const TlText *text = NULL;
  g_autoptr (GArray) entries = NULL;

  if (map == NULL)
    return NULL;
  entries = read_entries (self, map, need, NULL);
  if (entries != NULL)
    {
      text = make_text (self, entries);
      check_has_dataset_language (self, text);
    }
  tl_walk_pop (self);
  return text;
}

const TlText *
tl_walk_get_translation (TlWalk     *self,
                         JsonObject *object,
                         const char *key,
                         const char *own)
{
  JsonObject *map = enter_map (self, object, key, TL_NEED_OPTIONAL);
  g_autoptr (GArray) entries = NULL;

  if (map == NULL)
    return NULL;
  entries = read_entries (self, map, TL_NEED_OPTIONAL, own);
  tl_walk_pop (self);
  return entries != NULL ? make_text (self, entries) : NULL;
}

const TlText *
tl_walk_get_name (TlWalk     *self,
                  JsonObject *object,
                  const char *key,
                  TlNeed      need)
{
  JsonNode   *node = json_object_get_member (object, key);
  TlTextEntry entry;
  const char *name;

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return tl_walk_get_text (self, object, key, need);
  name = tl_walk_get_string (self, object, key, need);
  if (name == NULL)
    return NULL;
  entry.language = tl_arena_intern (
      self->arena, self->language != NULL ? self->language : "und");
  entry.text = tl_arena_copy_string (self->arena, name);
  return tl_text_new (self->arena, &entry, 1, entry.language);
}

const char *
tl_walk_get_language (TlWalk     *self,
                      JsonObject *object,
                      const char *key,
                      TlNeed      need)
{
  const char      *language = tl_walk_get_string (self, object, key, need);
  g_autofree char *shown = NULL;

  if (language == NULL)
    return NULL;
  if (tl_language_is_tag (language, strlen (language)))
    return tl_arena_intern (self->arena, language);
  shown = tl_problem_show_text (language);
  tl_walk_push_key (self, key);
  tl_walk_report (self, tl_need_to_severity (need), "bad-language",
                  /* Translators: %s is a word of the file. */
                  _ ("“%s” is not a language tag; write one such as “en” or "
                     "“pt-BR”"),
                  shown);
  tl_walk_pop (self);
  return NULL;
}
