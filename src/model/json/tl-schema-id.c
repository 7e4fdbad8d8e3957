/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-schema-walk.h"

#include "tl-limits.h"
#include "tl-number.h"

#include <glib/gi18n.h>
#include <string.h>

/* Ids: one namespace over the whole file. An id stays registered when what has
 * it is set aside, so that a reference to it can say so. */

/* The message names the limit. */
G_STATIC_ASSERT (TL_LIMIT_ID_CHARS == 100);

/* Lower-case letters and digits, in parts joined by single hyphens. */
gboolean
tl_id_is_slug (const char *text, gsize length)
{
  if (length == 0 || length > TL_LIMIT_ID_CHARS)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      gboolean is_inner = i > 0 && i < length - 1;

      if (!g_ascii_islower (text[i]) && !g_ascii_isdigit (text[i]) &&
          !(text[i] == '-' && is_inner && text[i - 1] != '-'))
        return FALSE;
    }
  return TRUE;
}

/* (transfer full): whole sentences, since words change with what is around
 * them. */
static char *
describe_unknown (TlIdType type, const char *id)
{
  switch (type)
    {
    case TL_ID_SOURCE:
      return g_strdup_printf (
          /* Translators: %s is an id that nothing in the file has. */
          _ ("Nothing has the id “%s”; name a source of this file"), id);
    case TL_ID_ACTOR:
      return g_strdup_printf (
          /* Translators: %s is an id that nothing in the file has. */
          _ ("Nothing has the id “%s”; name an actor of this file"), id);
    case TL_ID_PLACE:
      return g_strdup_printf (
          /* Translators: %s is an id that nothing in the file has. */
          _ ("Nothing has the id “%s”; name a place of this file"), id);
    case TL_ID_TREATY:
      return g_strdup_printf (
          /* Translators: %s is an id that nothing in the file has. */
          _ ("Nothing has the id “%s”; name a treaty of this file"), id);
    case TL_ID_RECORD:
      return g_strdup_printf (
          /* Translators: %s is an id that nothing in the file has. */
          _ ("Nothing has the id “%s”; name an event or an act of this file"),
          id);
    case TL_ID_QUOTE:
    default:
      return g_strdup_printf (
          /* Translators: %s is an id that nothing in the file has. */
          _ ("Nothing has the id “%s”; name a quote of this file"), id);
    }
}

/* (transfer full) */
static char *
describe_other (TlIdType type, const char *id)
{
  switch (type)
    {
    case TL_ID_SOURCE:
      return g_strdup_printf (
          /* Translators: %s is the id of something else. */
          _ ("“%s” is not a source; name a source of this file"), id);
    case TL_ID_ACTOR:
      return g_strdup_printf (
          /* Translators: %s is the id of something else. */
          _ ("“%s” is not an actor; name an actor of this file"), id);
    case TL_ID_PLACE:
      return g_strdup_printf (
          /* Translators: %s is the id of something else. */
          _ ("“%s” is not a place; name a place of this file"), id);
    case TL_ID_TREATY:
      return g_strdup_printf (
          /* Translators: %s is the id of something else. */
          _ ("“%s” is not a treaty; name a treaty of this file"), id);
    case TL_ID_RECORD:
      /* Translators: %s is the id of something else. */
      return g_strdup_printf (_ ("“%s” is not an event or an act; name an "
                                 "event or an act of this file"),
                              id);
    case TL_ID_QUOTE:
    default:
      return g_strdup_printf (
          /* Translators: %s is the id of something else. */
          _ ("“%s” is not a quote; name a quote of this file"), id);
    }
}

static TlIdState *
register_id (TlWalk *self, const char *id, TlIdType type, gsize offset)
{
  TlIdState *state = tl_arena_alloc (self->arena, sizeof (TlIdState));

  state->type = type;
  state->index = TL_NONE;
  state->offset = offset;
  g_hash_table_insert (self->ids, (gpointer)id, state);
  return state;
}

/* A record that is not kept whole has no state of its own. */
static gboolean
find_indexed (TlWalk *self, const char *id, TlIdState *state)
{
  TlJsonStep  step = { .key = "id" };
  TlJsonSlice slice = { .type = TL_JSON_OBJECT };

  state->type = TL_ID_RECORD;
  state->index = tl_dataset_builder_find_record (self->builder, id);
  if (state->index == TL_NONE ||
      !tl_dataset_builder_get_record_slice (self->builder, state->index,
                                            &slice.start, &slice.end))
    return FALSE;
  state->offset = tl_json_locate (self->data, &slice, &step, 1, FALSE);
  return TRUE;
}

gboolean
tl_walk_find_id (TlWalk *self, const char *id, TlIdState *state)
{
  const TlIdState *known;

  if (self->dataset != NULL)
    {
      state->offset = 0;
      return tl_dataset_find_any (self->dataset, id, &state->type,
                                  &state->index);
    }
  known = g_hash_table_lookup (self->ids, id);
  if (known == NULL)
    return find_indexed (self, id, state);
  *state = *known;
  return TRUE;
}

/* At the present place, which holds the id. */
static gboolean
check_id (TlWalk *self, const char *id)
{
  TlIdState        known;
  gboolean         is_known = tl_walk_find_id (self, id, &known);
  g_autofree char *shown = NULL;

  if (tl_id_is_slug (id, strlen (id)) && !is_known)
    return TRUE;
  shown = tl_problem_show_text (id);
  if (!is_known)
    tl_walk_report (self, TL_SEVERITY_ERROR, "bad-id",
                    /* Translators: %s is an id. */
                    _ ("“%s” is not an id; write up to 100 lower-case letters "
                       "a–z and digits, with single hyphens between them"),
                    shown);
  else
    {
      g_autofree char *line =
          tl_number_format (tl_walk_get_line (self, known.offset));

      tl_walk_report (self, TL_SEVERITY_ERROR, "duplicate-id",
                      /* Translators: %1$s is an id, %2$s the number of a line
                       * of the file. */
                      _ ("The id “%1$s” already stands in line %2$s; give this "
                         "one another id"),
                      shown, line);
    }
  return FALSE;
}

TlIdState *
tl_walk_declare_id (TlWalk      *self,
                    JsonObject  *object,
                    TlIdType     type,
                    const char **id)
{
  const char *text = tl_walk_get_string (self, object, "id", TL_NEED_REQUIRED);
  TlIdState  *state = NULL;

  if (text == NULL)
    return NULL;
  tl_walk_push_key (self, "id");
  if (check_id (self, text))
    {
      *id = tl_arena_intern (self->arena, text);
      state = register_id (self, *id, type, tl_walk_get_offset (self, FALSE));
    }
  tl_walk_pop (self);
  return state;
}

void
tl_walk_declare_damaged (TlWalk *self, TlIdType type)
{
  TlJsonStep       step = { .key = "id" };
  gsize            offset;
  const char      *start;
  TlIdState        known;
  g_autofree char *id = NULL;

  offset = tl_json_locate (self->data, self->element, &step, 1, FALSE);
  start = self->data + offset;
  if (*start != '"')
    return;
  id = g_strndup (start + 1, strcspn (start + 1, "\"\\"));
  if (tl_id_is_slug (id, strlen (id)) && !tl_walk_find_id (self, id, &known))
    register_id (self, tl_arena_intern (self->arena, id), type, offset);
}

/* At the present place, which holds the id. state: of what has it; NULL when
 * nothing has it. */
static void
report_reference (TlWalk          *self,
                  const char      *id,
                  TlNeed           need,
                  TlIdType         type,
                  const TlIdState *state)
{
  TlSeverity       severity = tl_need_to_severity (need);
  g_autofree char *shown = tl_problem_show_text (id);
  g_autofree char *message = NULL;
  g_autofree char *line = NULL;

  if (state == NULL)
    {
      message = describe_unknown (type, shown);
      tl_walk_report (self, severity, "unknown-reference", "%s", message);
      return;
    }
  if (state->type != type)
    {
      message = describe_other (type, shown);
      tl_walk_report (self, severity, "wrong-reference", "%s", message);
      return;
    }
  line = tl_number_format (tl_walk_get_line (self, state->offset));
  tl_walk_report (self, severity, "reference-set-aside",
                  /* Translators: %1$s is an id, %2$s the number of a line of
                   * the file. */
                  _ ("“%1$s” in line %2$s was set aside, so this leads "
                     "nowhere; mend that first"),
                  shown, line);
}

guint
tl_walk_resolve (TlWalk *self, const char *id, TlNeed need, TlIdType type)
{
  TlIdState state;
  gboolean  is_known = tl_walk_find_id (self, id, &state);

  if (is_known && state.type == type && state.index != TL_NONE)
    return state.index;
  report_reference (self, id, need, type, is_known ? &state : NULL);
  return TL_NONE;
}

guint
tl_walk_get_reference (TlWalk     *self,
                       JsonObject *object,
                       const char *key,
                       TlNeed      need,
                       TlIdType    type)
{
  const char *id = tl_walk_get_string (self, object, key, need);
  guint       index;

  if (id == NULL)
    return TL_NONE;
  tl_walk_push_key (self, key);
  index = tl_walk_resolve (self, id, need, type);
  tl_walk_pop (self);
  return index;
}

static gboolean
contains (const guint *list, guint length, guint index)
{
  for (guint i = 0; i < length; i++)
    if (list[i] == index)
      return TRUE;
  return FALSE;
}

/* The id at the present place. */
static guint
resolve_element (TlWalk *self, JsonNode *node, TlIdType type)
{
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return tl_walk_resolve (self, json_node_get_string (node), TL_NEED_OPTIONAL,
                            type);
  /* Only these are listed. */
  tl_walk_report (self, TL_SEVERITY_WARNING, "wrong-type", "%s",
                  type == TL_ID_TREATY
                      ? _ ("This must be the id of a treaty, in double quotes")
                      : _ ("This must be the id of an actor, in double "
                           "quotes"));
  return TL_NONE;
}

const guint *
tl_walk_get_references (TlWalk     *self,
                        JsonObject *object,
                        const char *key,
                        TlIdType    type,
                        guint      *length)
{
  JsonArray *array = tl_walk_get_array (self, object, key, TL_NEED_OPTIONAL);
  guint     *list;

  *length = 0;
  if (array == NULL)
    return NULL;
  list = tl_arena_alloc (self->arena,
                         json_array_get_length (array) * sizeof (guint));
  tl_walk_push_key (self, key);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      guint index;

      tl_walk_push_index (self, i);
      index = resolve_element (self, json_array_get_element (array, i), type);
      if (index != TL_NONE && contains (list, *length, index))
        tl_walk_report (self, TL_SEVERITY_NOTE, "repeated",
                        _ ("This stands in the list twice; remove one"));
      else if (index != TL_NONE)
        list[(*length)++] = index;
      tl_walk_pop (self);
    }
  tl_walk_pop (self);
  return list;
}
