/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-reader-private.h"
#include "tl-text-private.h"

#include <glib/gi18n.h>

/* Treaties with their acts. An act is a record like an event; its title is
 * made here, because the file has none. */

#define EXPIRATION_PROMINENCE 5

/* The titles of acts. */
// clang-format off
static const char *const act_titles[] = {
  [TL_ACT_NONE] = "%s",
  /* Translators: an act of a treaty; %s is the short title of the treaty. */
  [TL_ACT_ADOPTION] = N_ ("%s: adoption"),
  /* Translators: an act of a treaty; %s is the short title of the treaty. */
  [TL_ACT_OPENED_FOR_SIGNATURE] = N_ ("%s: opened for signature"),
  /* Translators: an act of a treaty; %s is the short title of the treaty. */
  [TL_ACT_SIGNATURE] = N_ ("%s: signature"),
  /* Translators: an act of a treaty; %s is the short title of the treaty. */
  [TL_ACT_RATIFICATION] = N_ ("%s: ratification"),
  /* Translators: an act of a treaty; %s is the short title of the treaty. */
  [TL_ACT_ACCESSION] = N_ ("%s: accession"),
  /* Translators: an act of a treaty; %s is the short title of the treaty. */
  [TL_ACT_PROVISIONAL_APPLICATION] = N_ ("%s: provisional application"),
  /* Translators: an act of a treaty; %s is the short title of the treaty. */
  [TL_ACT_ENTRY_INTO_FORCE] = N_ ("%s: entry into force"),
  /* Translators: an act of a treaty; %s is the short title of the treaty. */
  [TL_ACT_EXTENSION] = N_ ("%s: extension"),
  /* Translators: an act of a treaty; %s is the short title of the treaty. */
  [TL_ACT_AMENDMENT] = N_ ("%s: amendment"),
  /* Translators: an act of a treaty; %s is the short title of the treaty. */
  [TL_ACT_BREACH_ALLEGED] = N_ ("%s: breach alleged"),
  /* Translators: an act of a treaty; %s is the short title of the treaty. */
  [TL_ACT_SUSPENSION] = N_ ("%s: suspension"),
  /* Translators: an act of a treaty; %s is the short title of the treaty. */
  [TL_ACT_WITHDRAWAL_ANNOUNCED] = N_ ("%s: withdrawal announced"),
  /* Translators: an act of a treaty; %s is the short title of the treaty. */
  [TL_ACT_WITHDRAWAL_NOTICE] = N_ ("%s: notice of withdrawal"),
  /* Translators: an act of a treaty; %s is the short title of the treaty. */
  [TL_ACT_WITHDRAWAL_EFFECTIVE] = N_ ("%s: withdrawal"),
  /* Translators: an act of a treaty; %s is the short title of the treaty. */
  [TL_ACT_TERMINATION] = N_ ("%s: termination"),
  /* Translators: an act of a treaty; %s is the short title of the treaty. */
  [TL_ACT_EXPIRATION] = N_ ("%s: expiration"),
};
// clang-format on

/* A pattern from a table cannot be a format string: the compiler could not
 * check it. */
static char *
substitute (const char *pattern, const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (pattern, "%s", 2);

  return g_strjoin (text, pieces[0], pieces[1], NULL);
}

static char *
format_title (const char *short_title, TlAct act, const char *by)
{
  g_autofree char *title = NULL;

  title = substitute (_ (act_titles[act]), short_title);
  if (by == NULL)
    return g_steal_pointer (&title);
  /* Translators: %1$s is the title of an act of a treaty, %2$s the name of the
   * party whose act it is: "INF: withdrawal (Russia)". */
  return g_strdup_printf (C_ ("act and party", "%1$s (%2$s)"), title, by);
}

/* "New START: expiration", "INF: withdrawal (Russia)", in every language that
 * the treaty's short title has. */
static const TlText *
make_title (TlWalk *walk, const TlText *short_title, TlAct act, guint by)
{
  guint                   n = tl_text_get_n_languages (short_title);
  g_autofree TlTextEntry *entries = g_new (TlTextEntry, n);

  for (guint i = 0; i < n; i++)
    {
      const char   *language;
      const char   *text = tl_text_get_nth (short_title, i, &language);
      const TlText *name =
          by != TL_NONE ? tl_dataset_builder_get_actor (walk->builder, by)->name
                        : NULL;
      g_autofree char *title =
          format_title (text, act, tl_text_get (name, language));

      entries[i].language = language;
      entries[i].text = tl_arena_copy_string (walk->arena, title);
    }
  /* The short title already has the dataset's language first. */
  return tl_text_new (walk->arena, entries, n, entries[0].language);
}

typedef struct
{
  TlIdState      *id; /* nullable: the treaty is set aside */
  guint           index;
  const TlTreaty *treaty;
} Owner;

/* At the present place, which is one act. */
static void
read_act (TlReading *self, JsonObject *object, const Owner *owner)
{
  static const char *const keys[] = { "id",     "act",      "date", "by",
                                      "status", "accounts", "note", NULL };
  static const char *const no_tags[] = { NULL };
  TlWalk                  *walk = &self->walk;
  TlRecord                 record = { .kind = TL_KIND_TREATY,
                                      .place = TL_NONE,
                                      .treaty = owner->index,
                                      .prominence = TL_DEFAULT_PROMINENCE };
  TlIdState               *id;
  int                      act = TL_ACT_NONE;
  guint                    by;

  tl_walk_check_keys (walk, object, keys);
  id = tl_walk_declare_id (walk, object, TL_ID_RECORD, &record.id);
  tl_walk_get_word (walk, object, "act", TL_NEED_REQUIRED, &tl_schema_acts,
                    &act);
  by =
      tl_walk_get_reference (walk, object, "by", TL_NEED_OPTIONAL, TL_ID_ACTOR);
  if (owner->index == TL_NONE)
    tl_walk_report (walk, TL_SEVERITY_ERROR, "treaty-set-aside",
                    _ ("The treaty of this act was set aside, and the act "
                       "with it; mend the treaty first"));
  if (!tl_read_record (self, object, &record) || id == NULL)
    return;

  record.act = (TlAct)act;
  if (record.act == TL_ACT_EXPIRATION)
    record.prominence = EXPIRATION_PROMINENCE;
  record.tags = tl_arena_copy (walk->arena, no_tags, sizeof (no_tags));
  record.treaties =
      tl_arena_copy (walk->arena, &owner->index, sizeof (owner->index));
  record.n_treaties = 1;
  if (by != TL_NONE)
    {
      record.actors = tl_arena_copy (walk->arena, &by, sizeof (by));
      record.n_actors = 1;
    }
  record.title = make_title (walk, owner->treaty->short_title, record.act, by);
  id->index = tl_dataset_builder_add_record (walk->builder, &record);
}

static void
read_acts (TlReading *self, JsonObject *object, const Owner *owner)
{
  TlWalk    *walk = &self->walk;
  JsonArray *array = tl_walk_get_array (walk, object, "acts", TL_NEED_OPTIONAL);

  if (array == NULL)
    return;
  tl_walk_push_key (walk, "acts");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *act;

      walk->bad = FALSE;
      tl_walk_push_index (walk, i);
      act = tl_walk_get_object (walk, json_array_get_element (array, i),
                                TL_NEED_REQUIRED);
      if (act != NULL)
        read_act (self, act, owner);
      tl_walk_pop (walk);
    }
  tl_walk_pop (walk);
}

void
tl_read_treaty (TlReading *self, JsonObject *object)
{
  static const char *const keys[] = { "id",      "title",   "short", "kind",
                                      "parties", "summary", "acts",  NULL };
  TlWalk                  *walk = &self->walk;
  TlTreaty                 treaty = { 0 };
  Owner                    owner = { NULL, TL_NONE, &treaty };
  int                      kind = TL_TREATY_TREATY;

  tl_walk_check_keys (walk, object, keys);
  owner.id = tl_walk_declare_id (walk, object, TL_ID_TREATY, &treaty.id);
  treaty.title = tl_walk_get_text (walk, object, "title", TL_NEED_REQUIRED);
  treaty.short_title =
      tl_walk_get_text (walk, object, "short", TL_NEED_REQUIRED);
  tl_walk_get_word (walk, object, "kind", TL_NEED_REQUIRED,
                    &tl_schema_treaty_kinds, &kind);
  treaty.kind = (TlTreatyKind)kind;
  treaty.parties = tl_walk_get_references (walk, object, "parties", TL_ID_ACTOR,
                                           &treaty.n_parties);
  treaty.summary = tl_walk_get_text (walk, object, "summary", TL_NEED_OPTIONAL);
  if (!walk->bad && owner.id != NULL)
    {
      owner.index = tl_dataset_builder_add_treaty (walk->builder, &treaty);
      owner.id->index = owner.index;
    }
  read_acts (self, object, &owner);
}
