/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The controlled words of the dataset format. For each vocabulary X there is
 *   tl_X_from_nick ()  nick of the file ("entry-into-force") to value,
 *   tl_X_to_nick ()    value to nick,
 *   tl_X_get_label ()  value to a short translated label ("Entry into force").
 */

/**
 * TlKind:
 *
 * What sort of happening a record tells of; also the default grouping. The
 * order is the order of the lanes, from top to bottom.
 */
typedef enum
{
  TL_KIND_TALK,
  TL_KIND_STATEMENT,
  TL_KIND_TEST,
  TL_KIND_INCIDENT,
  TL_KIND_DEPLOYMENT,
  TL_KIND_AID,
  TL_KIND_OTHER,
  TL_KIND_TREATY, /* an act of a treaty */
} TlKind;
#define TL_N_KINDS (TL_KIND_TREATY + 1)

/**
 * TlStatus:
 *
 * How real the happening is, as the sources tell it.
 */
typedef enum
{
  TL_STATUS_OCCURRED,
  TL_STATUS_PLANNED,
  TL_STATUS_ANNOUNCED,
  TL_STATUS_ALLEGED,
  TL_STATUS_DENIED,
  TL_STATUS_CANCELLED,
} TlStatus;
#define TL_N_STATUSES (TL_STATUS_CANCELLED + 1)

/**
 * TlAct:
 *
 * An act in the life of a treaty, named as in the Vienna Convention on the
 * Law of Treaties (1969).
 */
typedef enum
{
  TL_ACT_NONE, /* the record is an event, not an act */
  TL_ACT_ADOPTION,
  TL_ACT_OPENED_FOR_SIGNATURE,
  TL_ACT_SIGNATURE,
  TL_ACT_RATIFICATION,
  TL_ACT_ACCESSION,
  TL_ACT_PROVISIONAL_APPLICATION,
  TL_ACT_ENTRY_INTO_FORCE,
  TL_ACT_EXTENSION,
  TL_ACT_AMENDMENT,
  TL_ACT_BREACH_ALLEGED,
  TL_ACT_SUSPENSION,
  TL_ACT_WITHDRAWAL_ANNOUNCED,
  TL_ACT_WITHDRAWAL_NOTICE,
  TL_ACT_WITHDRAWAL_EFFECTIVE,
  TL_ACT_TERMINATION,
  TL_ACT_EXPIRATION,
} TlAct;

#define TL_N_ACTS (TL_ACT_EXPIRATION + 1)

/**
 * TlStance:
 *
 * Whether an account supports the record or stands against it.
 */
typedef enum
{
  TL_STANCE_SUPPORTS,
  TL_STANCE_DISPUTES,
  TL_STANCE_DENIES,
} TlStance;

/**
 * TlRelation:
 *
 * How one record is related to another.
 */
typedef enum
{
  TL_RELATION_RESPONDS_TO,
  TL_RELATION_PART_OF,
  TL_RELATION_REFERS_TO,
  TL_RELATION_PRECEDES,
} TlRelation;
#define TL_N_RELATIONS (TL_RELATION_PRECEDES + 1)

typedef enum
{
  TL_ACTOR_PERSON,
  TL_ACTOR_STATE,
  TL_ACTOR_ORGANIZATION,
} TlActorKind;

typedef enum
{
  TL_TREATY_TREATY,
  TL_TREATY_RESOLUTION,
  TL_TREATY_PROPOSAL,
} TlTreatyKind;

gboolean    tl_kind_from_nick (const char *nick, TlKind *kind);
const char *tl_kind_to_nick (TlKind kind);
const char *tl_kind_get_label (TlKind kind);
const char *tl_kind_get_plural_label (TlKind kind);

gboolean    tl_status_from_nick (const char *nick, TlStatus *status);
const char *tl_status_to_nick (TlStatus status);
const char *tl_status_get_label (TlStatus status);
const char *tl_status_get_phrase (TlStatus status, gboolean contested);

gboolean    tl_act_from_nick (const char *nick, TlAct *act);
const char *tl_act_to_nick (TlAct act);
const char *tl_act_get_label (TlAct act);

gboolean    tl_stance_from_nick (const char *nick, TlStance *stance);
const char *tl_stance_to_nick (TlStance stance);
const char *tl_stance_get_label (TlStance stance);

gboolean    tl_relation_from_nick (const char *nick, TlRelation *relation);
const char *tl_relation_to_nick (TlRelation relation);
const char *tl_relation_get_label (TlRelation relation, gboolean inverse);

gboolean    tl_actor_kind_from_nick (const char *nick, TlActorKind *kind);
const char *tl_actor_kind_to_nick (TlActorKind kind);

gboolean    tl_treaty_kind_from_nick (const char *nick, TlTreatyKind *kind);
const char *tl_treaty_kind_to_nick (TlTreatyKind kind);
const char *tl_treaty_kind_get_label (TlTreatyKind kind);

G_END_DECLS
