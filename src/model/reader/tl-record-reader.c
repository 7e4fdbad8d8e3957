/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-limits.h"
#include "tl-reader-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Events, and what they share with the acts of treaties: the accounts. */

/* The message names the limit. */
G_STATIC_ASSERT (TL_LIMIT_SAYS_CHARS == 120);

static const char *
read_says (TlWalk *walk, JsonObject *object)
{
  const char *says =
      tl_walk_get_string (walk, object, "says", TL_NEED_OPTIONAL);

  if (says != NULL && g_utf8_strlen (says, -1) > TL_LIMIT_SAYS_CHARS)
    {
      tl_walk_push_key (walk, "says");
      tl_walk_report (walk, TL_SEVERITY_WARNING, "excerpt-too-long",
                      _ ("An excerpt is a few words of the report, at most "
                         "120 characters; shorten it"));
      tl_walk_pop (walk);
    }
  return tl_arena_copy_string (walk->arena, says);
}

/* At the present place; FALSE when the account must be set aside. */
static gboolean
read_account (TlWalk *walk, JsonObject *object, TlAccount *account)
{
  static const char *const keys[] = { "source", "says",   "date", "date_words",
                                      "stance", "status", "note", NULL };
  int                      stance = TL_STANCE_SUPPORTS;
  int                      status = TL_STATUS_OCCURRED;

  tl_walk_check_keys (walk, object, keys);
  account->source = tl_walk_get_reference (walk, object, "source",
                                           TL_NEED_REQUIRED, TL_ID_SOURCE);
  account->says = read_says (walk, object);
  account->date = tl_walk_get_date (walk, object, "date", TL_NEED_SOUND);
  account->date_words = tl_arena_copy_string (
      walk->arena,
      tl_walk_get_string (walk, object, "date_words", TL_NEED_OPTIONAL));
  tl_walk_get_word (walk, object, "stance", TL_NEED_SOUND, &tl_schema_stances,
                    &stance);
  account->stance = (TlStance)stance;
  account->has_status = tl_walk_get_word (walk, object, "status", TL_NEED_SOUND,
                                          &tl_schema_statuses, &status);
  account->status = (TlStatus)status;
  account->note = tl_walk_get_text (walk, object, "note", TL_NEED_OPTIONAL);
  return !walk->bad;
}

/* At the present place, which holds the list. */
static void
read_account_list (TlWalk *walk, JsonArray *array, TlRecord *record)
{
  TlAccount *accounts = tl_arena_alloc (
      walk->arena, json_array_get_length (array) * sizeof (TlAccount));

  record->accounts = accounts;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gboolean    is_record_bad = walk->bad;
      TlAccount   account = { 0 };
      JsonObject *object;

      /* What is wrong with one account does not harm the others. */
      walk->bad = FALSE;
      tl_walk_push_index (walk, i);
      object = tl_walk_get_object (walk, json_array_get_element (array, i),
                                   TL_NEED_REQUIRED);
      if (object != NULL && read_account (walk, object, &account))
        accounts[record->n_accounts++] = account;
      tl_walk_pop (walk);
      walk->bad = is_record_bad;
    }
}

static void
read_accounts (TlWalk *walk, JsonObject *object, TlRecord *record)
{
  JsonArray *array =
      tl_walk_get_array (walk, object, "accounts", TL_NEED_REQUIRED);

  if (array == NULL)
    return;
  tl_walk_push_key (walk, "accounts");
  read_account_list (walk, array, record);
  if (json_array_get_length (array) == 0)
    tl_walk_report (walk, TL_SEVERITY_ERROR, "no-account",
                    _ ("No source tells of this; add an account, or remove "
                       "the record"));
  else if (record->n_accounts == 0)
    tl_walk_report (walk, TL_SEVERITY_ERROR, "no-account",
                    _ ("None of the accounts can be used, so the record is "
                       "set aside; mend them first"));
  tl_walk_pop (walk);
}

gboolean
tl_read_record (TlReading *self, JsonObject *object, TlRecord *record)
{
  TlWalk *walk = &self->walk;
  int     status = TL_STATUS_OCCURRED;

  tl_walk_get_word (walk, object, "status", TL_NEED_REQUIRED,
                    &tl_schema_statuses, &status);
  record->status = (TlStatus)status;
  record->date = tl_walk_get_date (walk, object, "date", TL_NEED_REQUIRED);
  record->note = tl_walk_get_text (walk, object, "note", TL_NEED_OPTIONAL);
  read_accounts (walk, object, record);
  return !walk->bad;
}

static const char **
read_tags (TlWalk *walk, JsonObject *object)
{
  JsonArray *array = tl_walk_get_array (walk, object, "tags", TL_NEED_OPTIONAL);
  guint      length = array != NULL ? json_array_get_length (array) : 0;
  const char **tags =
      tl_arena_alloc (walk->arena, (length + 1) * sizeof (char *));
  guint n_tags = 0;

  tl_walk_push_key (walk, "tags");
  for (guint i = 0; i < length; i++)
    {
      JsonNode   *node = json_array_get_element (array, i);
      const char *tag = json_node_get_value_type (node) == G_TYPE_STRING
                            ? json_node_get_string (node)
                            : "";

      tl_walk_push_index (walk, i);
      if (*tag == '\0')
        tl_walk_report (walk, TL_SEVERITY_WARNING, "wrong-type",
                        _ ("A tag is a string in double quotes that is not "
                           "empty"));
      else
        tags[n_tags++] = tl_arena_intern (walk->arena, tag);
      tl_walk_pop (walk);
    }
  tl_walk_pop (walk);
  return tags;
}

/* At the present place, which is one relation. */
static void
read_relation (TlReading *self, JsonObject *object, TlPending *pending)
{
  static const char *const keys[] = { "event", "as", NULL };
  TlWalk                  *walk = &self->walk;
  gboolean                 is_record_bad = walk->bad;
  int                      relation = TL_RELATION_REFERS_TO;
  const char              *id;

  walk->bad = FALSE;
  tl_walk_check_keys (walk, object, keys);
  id = tl_walk_get_string (walk, object, "event", TL_NEED_REQUIRED);
  tl_walk_get_word (walk, object, "as", TL_NEED_REQUIRED, &tl_schema_relations,
                    &relation);
  if (!walk->bad)
    {
      pending->id = tl_arena_intern (walk->arena, id);
      pending->relation = (TlRelation)relation;
      g_array_append_vals (self->pending_relations, pending, 1);
    }
  walk->bad = is_record_bad;
}

static void
read_relations (TlReading *self, JsonObject *object, guint draft)
{
  TlWalk    *walk = &self->walk;
  JsonArray *array =
      tl_walk_get_array (walk, object, "related", TL_NEED_OPTIONAL);

  if (array == NULL)
    return;
  tl_walk_push_key (walk, "related");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      TlPending   pending = { draft, NULL, walk->element, i, 0 };
      JsonObject *relation;

      tl_walk_push_index (walk, i);
      relation = tl_walk_get_object (walk, json_array_get_element (array, i),
                                     TL_NEED_OPTIONAL);
      if (relation != NULL)
        read_relation (self, relation, &pending);
      tl_walk_pop (walk);
    }
  tl_walk_pop (walk);
}

/* All of an event but its id and its relations. FALSE when it must be set
 * aside. */
static gboolean
read_event_fields (TlReading *self, JsonObject *object, TlRecord *record)
{
  TlWalk *walk = &self->walk;
  int     kind = TL_KIND_OTHER;
  int     prominence = TL_DEFAULT_PROMINENCE;

  tl_walk_get_word (walk, object, "kind", TL_NEED_REQUIRED, &tl_schema_kinds,
                    &kind);
  record->kind = (TlKind)kind;
  record->title = tl_walk_get_text (walk, object, "title", TL_NEED_REQUIRED);
  record->summary =
      tl_walk_get_text (walk, object, "summary", TL_NEED_OPTIONAL);
  record->place = tl_walk_get_reference (walk, object, "place",
                                         TL_NEED_OPTIONAL, TL_ID_PLACE);
  record->actors = tl_walk_get_references (walk, object, "actors", TL_ID_ACTOR,
                                           &record->n_actors);
  record->treaties = tl_walk_get_references (walk, object, "treaties",
                                             TL_ID_TREATY, &record->n_treaties);
  record->tags = read_tags (walk, object);
  tl_walk_get_integer (walk, object, "prominence", 1, 5, &prominence);
  record->prominence = (guint)prominence;
  return tl_read_record (self, object, record);
}

void
tl_read_event (TlReading *self, JsonObject *object)
{
  static const char *const keys[] = { "id",         "kind",    "status",
                                      "title",      "summary", "date",
                                      "place",      "actors",  "treaties",
                                      "accounts",   "related", "tags",
                                      "prominence", "note",    NULL };
  TlWalk                  *walk = &self->walk;
  TlRecord                 record = { .act = TL_ACT_NONE, .treaty = TL_NONE };
  TlIdState               *id;

  tl_walk_check_keys (walk, object, keys);
  id = tl_walk_declare_id (walk, object, TL_ID_RECORD, &record.id);
  if (!read_event_fields (self, object, &record) || id == NULL)
    return;
  id->index = tl_dataset_builder_add_record (walk->builder, &record);
  read_relations (self, object, id->index);
}

/* The index has found the record sound, so nothing is reported here. */
TlRecordBox *
tl_record_box_new_from_text (TlDataset *dataset, guint index)
{
  const TlDatasetParts *parts = tl_dataset_get_parts (dataset);
  const TlColumn       *column = &parts->columns[index];
  const char           *text = g_bytes_get_data (parts->text, NULL);
  TlJsonSlice           slice = { .start = column->start,
                                  .end = column->start + column->length,
                                  .type = TL_JSON_OBJECT };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (TlArena) arena = tl_arena_new (parts->arena);
  TlRecord     record = { .act = TL_ACT_NONE, .treaty = TL_NONE };
  TlReading    reading = { .walk = { .data = text,
                                     .arena = arena,
                                     .language = parts->header.language,
                                     .dataset = dataset,
                                     .element = &slice } };
  TlRecordBox *box;

  if (!json_parser_load_from_data (parser, text + slice.start, column->length,
                                   NULL) ||
      !read_event_fields (&reading,
                          json_node_get_object (json_parser_get_root (parser)),
                          &record))
    g_error ("The index and the reader do not agree on what is sound");
  record.id =
      tl_arena_copy_string (arena, tl_dataset_get_record_id (dataset, index));
  tl_dataset_parts_link_record (parts, index, &record, arena);
  box = tl_record_box_new (&record, arena);
  tl_arena_freeze (arena);
  return box;
}
