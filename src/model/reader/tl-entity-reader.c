/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-limits.h"
#include "tl-reader-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Sources, actors, places and quotes. */

#define SHA256_DIGITS 64

/* A name in the folder of articles: nothing that leads out of it. */
static gboolean
is_plain_file_name (const char *name)
{
  if (strlen (name) > TL_LIMIT_FILE_NAME_BYTES ||
      strpbrk (name, "/\\") != NULL || strcmp (name, ".") == 0 ||
      strcmp (name, "..") == 0)
    return FALSE;
  for (; *name != '\0'; name = g_utf8_next_char (name))
    if (g_unichar_iscntrl (g_utf8_get_char (name)))
      return FALSE;
  return TRUE;
}

static gboolean
is_sha256 (const char *text)
{
  return strlen (text) == SHA256_DIGITS &&
         strspn (text, "0123456789abcdefABCDEF") == SHA256_DIGITS;
}

static gboolean
is_web_address (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  return uri != NULL &&
         (strcmp (g_uri_get_scheme (uri), "http") == 0 ||
          strcmp (g_uri_get_scheme (uri), "https") == 0) &&
         g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

/* An optional string of a certain form. */
static const char *
read_form (TlWalk     *walk,
           JsonObject *object,
           const char *key,
           gboolean (*is_form) (const char *text),
           const char *code,
           const char *advice)
{
  const char *text = tl_walk_get_string (walk, object, key, TL_NEED_OPTIONAL);

  if (text == NULL)
    return NULL;
  if (is_form (text))
    return tl_arena_copy_string (walk->arena, text);
  tl_walk_push_key (walk, key);
  tl_walk_report (walk, TL_SEVERITY_WARNING, code, "%s", advice);
  tl_walk_pop (walk);
  return NULL;
}

static void
read_saved_text (TlWalk *walk, JsonObject *object, TlSource *source)
{
  g_autofree char *digits = NULL;

  source->url = read_form (walk, object, "url", is_web_address, "bad-url",
                           _ ("This is not a web address; write one that "
                              "begins with http:// or https://"));
  source->file =
      read_form (walk, object, "file", is_plain_file_name, "bad-file-name",
                 _ ("This must be the plain name of a file, "
                    "without folders"));
  source->sha256 = read_form (walk, object, "sha256", is_sha256, "bad-sha256",
                              _ ("This is not a SHA-256 sum; write its 64 "
                                 "hexadecimal digits"));
  if (source->sha256 != NULL)
    {
      digits = g_ascii_strdown (source->sha256, -1);
      source->sha256 = tl_arena_copy_string (walk->arena, digits);
    }
}

void
tl_read_source (TlReading *self, JsonObject *object)
{
  static const char *const keys[] = { "id",     "title",     "publisher",
                                      "author", "published", "language",
                                      "agency", "url",       "file",
                                      "sha256", "note",      NULL };
  TlWalk                  *walk = &self->walk;
  TlSource                 source = { 0 };
  TlIdState               *id;

  tl_walk_check_keys (walk, object, keys);
  id = tl_walk_declare_id (walk, object, TL_ID_SOURCE, &source.id);
  source.title = tl_walk_get_text (walk, object, "title", TL_NEED_REQUIRED);
  source.publisher =
      tl_walk_get_name (walk, object, "publisher", TL_NEED_REQUIRED);
  source.author = tl_walk_get_name (walk, object, "author", TL_NEED_OPTIONAL);
  source.published =
      tl_walk_get_date (walk, object, "published", TL_NEED_REQUIRED);
  source.language =
      tl_walk_get_language (walk, object, "language", TL_NEED_REQUIRED);
  source.agency = tl_walk_get_name (walk, object, "agency", TL_NEED_OPTIONAL);
  read_saved_text (walk, object, &source);
  source.note = tl_walk_get_text (walk, object, "note", TL_NEED_OPTIONAL);
  if (!walk->bad && id != NULL)
    id->index = tl_dataset_builder_add_source (walk->builder, &source);
}

static void
add_pending (GArray     *pending,
             TlWalk     *walk,
             JsonObject *object,
             const char *key,
             guint       owner)
{
  const char *id = tl_walk_get_string (walk, object, key, TL_NEED_OPTIONAL);
  TlPending   reference = { .owner = owner, .element = walk->element };

  if (id == NULL)
    return;
  reference.id = tl_arena_intern (walk->arena, id);
  g_array_append_val (pending, reference);
}

void
tl_read_actor (TlReading *self, JsonObject *object)
{
  static const char *const keys[] = {
    "id", "kind", "name", "role", "of", NULL
  };
  TlWalk    *walk = &self->walk;
  TlActor    actor = { .of = TL_NONE };
  TlIdState *id;
  int        kind = TL_ACTOR_PERSON;

  tl_walk_check_keys (walk, object, keys);
  id = tl_walk_declare_id (walk, object, TL_ID_ACTOR, &actor.id);
  tl_walk_get_word (walk, object, "kind", TL_NEED_REQUIRED,
                    &tl_schema_actor_kinds, &kind);
  actor.kind = (TlActorKind)kind;
  actor.name = tl_walk_get_text (walk, object, "name", TL_NEED_REQUIRED);
  actor.role = tl_walk_get_text (walk, object, "role", TL_NEED_OPTIONAL);
  if (walk->bad || id == NULL)
    return;
  id->index = tl_dataset_builder_add_actor (walk->builder, &actor);
  add_pending (self->pending_of, walk, object, "of", id->index);
}

void
tl_read_place (TlReading *self, JsonObject *object)
{
  static const char *const keys[] = { "id", "name", "lat", "lon", NULL };
  TlWalk                  *walk = &self->walk;
  TlPlace    place = { .latitude = (double)NAN, .longitude = (double)NAN };
  TlIdState *id;
  gboolean   has_latitude;
  gboolean   has_longitude;

  tl_walk_check_keys (walk, object, keys);
  id = tl_walk_declare_id (walk, object, TL_ID_PLACE, &place.id);
  place.name = tl_walk_get_text (walk, object, "name", TL_NEED_REQUIRED);
  has_latitude =
      tl_walk_get_number (walk, object, "lat", -90, 90, &place.latitude);
  has_longitude =
      tl_walk_get_number (walk, object, "lon", -180, 180, &place.longitude);
  if (has_latitude != has_longitude)
    {
      tl_walk_report (walk, TL_SEVERITY_WARNING, "half-position",
                      _ ("A position needs both “lat” and “lon”; add the "
                         "other one"));
      place.latitude = (double)NAN;
      place.longitude = (double)NAN;
    }
  if (!walk->bad && id != NULL)
    id->index = tl_dataset_builder_add_place (walk->builder, &place);
}

void
tl_read_quote (TlReading *self, JsonObject *object)
{
  static const char *const keys[] = { "id",          "text",    "language",
                                      "translation", "speaker", "said",
                                      "event",       "source",  "prefix",
                                      "suffix",      "same_as", NULL };
  TlWalk                  *walk = &self->walk;
  TlQuote                  quote = { .same_as = TL_NONE };
  TlIdState               *id;

  tl_walk_check_keys (walk, object, keys);
  id = tl_walk_declare_id (walk, object, TL_ID_QUOTE, &quote.id);
  quote.text = tl_arena_copy_string (
      walk->arena, tl_walk_get_string (walk, object, "text", TL_NEED_REQUIRED));
  quote.language =
      tl_walk_get_language (walk, object, "language", TL_NEED_REQUIRED);
  quote.translation =
      tl_walk_get_translation (walk, object, "translation", quote.language);
  quote.speaker = tl_walk_get_reference (walk, object, "speaker",
                                         TL_NEED_REQUIRED, TL_ID_ACTOR);
  quote.source = tl_walk_get_reference (walk, object, "source",
                                        TL_NEED_REQUIRED, TL_ID_SOURCE);
  quote.said = tl_walk_get_date (walk, object, "said", TL_NEED_OPTIONAL);
  quote.record = tl_walk_get_reference (walk, object, "event", TL_NEED_OPTIONAL,
                                        TL_ID_RECORD);
  quote.prefix = tl_arena_copy_string (
      walk->arena,
      tl_walk_get_string (walk, object, "prefix", TL_NEED_OPTIONAL));
  quote.suffix = tl_arena_copy_string (
      walk->arena,
      tl_walk_get_string (walk, object, "suffix", TL_NEED_OPTIONAL));
  if (walk->bad || id == NULL)
    return;
  id->index = tl_dataset_builder_add_quote (walk->builder, &quote);
  add_pending (self->pending_same_as, walk, object, "same_as", id->index);
}
