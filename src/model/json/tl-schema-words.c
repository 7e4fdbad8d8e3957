/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-schema-words.h"

#include "tl-vocabulary.h"

/* The vocabularies in one form, so that one function can read them all. */

static const char *
get_kind (int value)
{
  return tl_kind_to_nick ((TlKind)value);
}

static const char *
get_status (int value)
{
  return tl_status_to_nick ((TlStatus)value);
}

static const char *
get_act (int value)
{
  return tl_act_to_nick ((TlAct)value);
}

static const char *
get_stance (int value)
{
  return tl_stance_to_nick ((TlStance)value);
}

static const char *
get_relation (int value)
{
  return tl_relation_to_nick ((TlRelation)value);
}

static const char *
get_actor_kind (int value)
{
  return tl_actor_kind_to_nick ((TlActorKind)value);
}

static const char *
get_treaty_kind (int value)
{
  return tl_treaty_kind_to_nick ((TlTreatyKind)value);
}

const TlSchemaWords tl_schema_kinds = { "unknown-kind", get_kind, TL_KIND_TALK,
                                        TL_KIND_OTHER };
const TlSchemaWords tl_schema_statuses = { "unknown-status", get_status,
                                           TL_STATUS_OCCURRED,
                                           TL_STATUS_CANCELLED };
const TlSchemaWords tl_schema_acts = { "unknown-act", get_act, TL_ACT_ADOPTION,
                                       TL_ACT_EXPIRATION };
const TlSchemaWords tl_schema_stances = { "unknown-stance", get_stance,
                                          TL_STANCE_SUPPORTS,
                                          TL_STANCE_DENIES };
const TlSchemaWords tl_schema_relations = { "unknown-relation", get_relation,
                                            TL_RELATION_RESPONDS_TO,
                                            TL_RELATION_PRECEDES };
const TlSchemaWords tl_schema_actor_kinds = { "unknown-kind", get_actor_kind,
                                              TL_ACTOR_PERSON,
                                              TL_ACTOR_ORGANIZATION };
const TlSchemaWords tl_schema_treaty_kinds = { "unknown-kind", get_treaty_kind,
                                               TL_TREATY_TREATY,
                                               TL_TREATY_PROPOSAL };

gboolean
tl_schema_words_find (const TlSchemaWords *self, const char *word, int *value)
{
  for (int i = self->first; i <= self->last; i++)
    if (g_str_equal (self->to_nick (i), word))
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

char *
tl_schema_words_list (const TlSchemaWords *self)
{
  GString *list = g_string_new (NULL);

  for (int i = self->first; i <= self->last; i++)
    {
      if (i > self->first)
        g_string_append (list, ", ");
      g_string_append (list, self->to_nick (i));
    }
  return g_string_free (list, FALSE);
}
