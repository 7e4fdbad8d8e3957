/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-vocabulary.h"

#include <glib/gi18n.h>

/* The controlled words of the dataset format, one table for each vocabulary.
 * A table is indexed by the values of its enumeration. Nicks are never
 * translated; labels are msgids with the vocabulary's name as their context,
 * so that "Test" the happening and a "Test" button can differ. */

typedef struct
{
  const char *nick; /* NULL: no word of the format */
  const char *label;
  const char *other_label; /* plural, inverse or contested */
} Word;

#define CONTEXT_KIND "kind of event"
#define CONTEXT_KINDS "kinds of events"
#define CONTEXT_STATUS "status of an event"
#define CONTEXT_ACT "act of a treaty"
#define CONTEXT_STANCE "stance of an account"
#define CONTEXT_RELATION "relation to another event"
#define CONTEXT_TREATY "kind of treaty"

/* clang-format off */
static const Word kinds[] = {
  [TL_KIND_TALK] = { "talk",
    /* Translators: a meeting, negotiation or phone call. */
    NC_ ("kind of event", "Talk"), NC_ ("kinds of events", "Talks") },
  [TL_KIND_STATEMENT] = { "statement",
    /* Translators: a speech, interview, briefing or press statement. */
    NC_ ("kind of event", "Statement"), NC_ ("kinds of events", "Statements") },
  [TL_KIND_TEST] = { "test",
    /* Translators: the test of a weapon. */
    NC_ ("kind of event", "Test"), NC_ ("kinds of events", "Tests") },
  [TL_KIND_INCIDENT] = { "incident",
    NC_ ("kind of event", "Incident"), NC_ ("kinds of events", "Incidents") },
  [TL_KIND_DEPLOYMENT] = { "deployment",
    /* Translators: troops or weapons are brought to a place. */
    NC_ ("kind of event", "Deployment"),
    NC_ ("kinds of events", "Deployments") },
  [TL_KIND_AID] = { "aid",
    /* Translators: help sent from one country to another. */
    NC_ ("kind of event", "Aid"), NC_ ("kinds of events", "Aid") },
  [TL_KIND_OTHER] = { "other",
    NC_ ("kind of event", "Other event"),
    NC_ ("kinds of events", "Other events") },
  [TL_KIND_TREATY] = { "treaty",
    /* Translators: signature, entry into force, expiration, … of a treaty. */
    NC_ ("kind of event", "Treaty act"), NC_ ("kinds of events", "Treaties") },
};

static const Word statuses[] = {
  [TL_STATUS_OCCURRED] = { "occurred",
    NC_ ("status of an event", "Occurred"),
    /* Translators: “contested” in these: its sources contradict each
     * other. */
    NC_ ("status of an event", "Occurred, contested") },
  [TL_STATUS_PLANNED] = { "planned",
    NC_ ("status of an event", "Planned"),
    NC_ ("status of an event", "Planned, contested") },
  [TL_STATUS_ANNOUNCED] = { "announced",
    NC_ ("status of an event", "Announced"),
    NC_ ("status of an event", "Announced, contested") },
  [TL_STATUS_ALLEGED] = { "alleged",
    /* Translators: somebody claims that it happened. */
    NC_ ("status of an event", "Alleged"),
    NC_ ("status of an event", "Alleged, contested") },
  [TL_STATUS_DENIED] = { "denied",
    /* Translators: somebody says that it did not happen. */
    NC_ ("status of an event", "Denied"),
    NC_ ("status of an event", "Denied, contested") },
  [TL_STATUS_CANCELLED] = { "cancelled",
    NC_ ("status of an event", "Cancelled"),
    NC_ ("status of an event", "Cancelled, contested") },
};

/* Translators: the acts are named as in the Vienna Convention on the Law of
 * Treaties (1969), which exists in many languages. */
static const Word acts[] = {
  [TL_ACT_NONE] = { NULL, NULL, NULL },
  [TL_ACT_ADOPTION] = { "adoption",
    NC_ ("act of a treaty", "Adoption"), NULL },
  [TL_ACT_OPENED_FOR_SIGNATURE] = { "opened-for-signature",
    NC_ ("act of a treaty", "Opened for signature"), NULL },
  [TL_ACT_SIGNATURE] = { "signature",
    NC_ ("act of a treaty", "Signature"), NULL },
  [TL_ACT_RATIFICATION] = { "ratification",
    NC_ ("act of a treaty", "Ratification"), NULL },
  [TL_ACT_ACCESSION] = { "accession",
    NC_ ("act of a treaty", "Accession"), NULL },
  [TL_ACT_PROVISIONAL_APPLICATION] = { "provisional-application",
    NC_ ("act of a treaty", "Provisional application"), NULL },
  [TL_ACT_ENTRY_INTO_FORCE] = { "entry-into-force",
    NC_ ("act of a treaty", "Entry into force"), NULL },
  [TL_ACT_EXTENSION] = { "extension",
    NC_ ("act of a treaty", "Extension"), NULL },
  [TL_ACT_AMENDMENT] = { "amendment",
    NC_ ("act of a treaty", "Amendment"), NULL },
  [TL_ACT_BREACH_ALLEGED] = { "breach-alleged",
    NC_ ("act of a treaty", "Breach alleged"), NULL },
  [TL_ACT_SUSPENSION] = { "suspension",
    NC_ ("act of a treaty", "Suspension"), NULL },
  [TL_ACT_WITHDRAWAL_ANNOUNCED] = { "withdrawal-announced",
    NC_ ("act of a treaty", "Withdrawal announced"), NULL },
  [TL_ACT_WITHDRAWAL_NOTICE] = { "withdrawal-notice",
    /* Translators: the formal notice to the other parties. */
    NC_ ("act of a treaty", "Notice of withdrawal"), NULL },
  [TL_ACT_WITHDRAWAL_EFFECTIVE] = { "withdrawal-effective",
    /* Translators: from this day on a party is out of the treaty. */
    NC_ ("act of a treaty", "Withdrawal"), NULL },
  [TL_ACT_TERMINATION] = { "termination",
    NC_ ("act of a treaty", "Termination"), NULL },
  [TL_ACT_EXPIRATION] = { "expiration",
    NC_ ("act of a treaty", "Expiration"), NULL },
};

static const Word stances[] = {
  [TL_STANCE_SUPPORTS] = { "supports",
    NC_ ("stance of an account", "Supports"), NULL },
  [TL_STANCE_DISPUTES] = { "disputes",
    NC_ ("stance of an account", "Disputes"), NULL },
  [TL_STANCE_DENIES] = { "denies",
    NC_ ("stance of an account", "Denies"), NULL },
};

static const Word relations[] = {
  [TL_RELATION_RESPONDS_TO] = { "responds-to",
    /* Translators: these head a list: “Responds to: Interview of Lavrov”. */
    NC_ ("relation to another event", "Responds to"),
    NC_ ("relation to another event", "Answered by") },
  [TL_RELATION_PART_OF] = { "part-of",
    NC_ ("relation to another event", "Part of"),
    NC_ ("relation to another event", "Includes") },
  [TL_RELATION_REFERS_TO] = { "refers-to",
    NC_ ("relation to another event", "Refers to"),
    NC_ ("relation to another event", "Referred to by") },
  [TL_RELATION_PRECEDES] = { "precedes",
    NC_ ("relation to another event", "Precedes"),
    NC_ ("relation to another event", "Follows") },
};

static const Word actor_kinds[] = {
  [TL_ACTOR_PERSON] = { "person", NULL, NULL },
  [TL_ACTOR_STATE] = { "state", NULL, NULL },
  [TL_ACTOR_ORGANIZATION] = { "organization", NULL, NULL },
};

static const Word treaty_kinds[] = {
  [TL_TREATY_TREATY] = { "treaty",
    NC_ ("kind of treaty", "Treaty"), NULL },
  [TL_TREATY_RESOLUTION] = { "resolution",
    /* Translators: of an international organization. */
    NC_ ("kind of treaty", "Resolution"), NULL },
  [TL_TREATY_PROPOSAL] = { "proposal",
    NC_ ("kind of treaty", "Proposal"), NULL },
};
/* clang-format on */

static gboolean
find_nick (const Word *words, guint n_words, const char *nick, guint *value)
{
  g_return_val_if_fail (nick != NULL, FALSE);

  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].nick, nick) == 0)
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

static const char *
translate (const char *context, const char *label)
{
  return label == NULL ? NULL : g_dpgettext2 (GETTEXT_PACKAGE, context, label);
}

/* clang-format off */
#define DEFINE_NICKS(name, Type, words)                                       \
  gboolean                                                                    \
  tl_##name##_from_nick (const char *nick, Type *name)                        \
  {                                                                           \
    guint value;                                                              \
                                                                              \
    if (!find_nick (words, G_N_ELEMENTS (words), nick, &value))               \
      return FALSE;                                                           \
    *name = (Type) value;                                                     \
    return TRUE;                                                              \
  }                                                                           \
                                                                              \
  const char *                                                                \
  tl_##name##_to_nick (Type name)                                             \
  {                                                                           \
    g_return_val_if_fail ((guint) name < G_N_ELEMENTS (words), NULL);         \
    return words[name].nick;                                                  \
  }

#define DEFINE_LABEL(name, Type, words, context)                              \
  const char *                                                                \
  tl_##name##_get_label (Type name)                                           \
  {                                                                           \
    g_return_val_if_fail ((guint) name < G_N_ELEMENTS (words), NULL);         \
    return translate (context, words[name].label);                            \
  }

DEFINE_NICKS (kind, TlKind, kinds)
DEFINE_LABEL (kind, TlKind, kinds, CONTEXT_KIND)
DEFINE_NICKS (status, TlStatus, statuses)
DEFINE_LABEL (status, TlStatus, statuses, CONTEXT_STATUS)
DEFINE_NICKS (act, TlAct, acts)
DEFINE_LABEL (act, TlAct, acts, CONTEXT_ACT)
DEFINE_NICKS (stance, TlStance, stances)
DEFINE_LABEL (stance, TlStance, stances, CONTEXT_STANCE)
DEFINE_NICKS (relation, TlRelation, relations)
DEFINE_NICKS (actor_kind, TlActorKind, actor_kinds)
DEFINE_NICKS (treaty_kind, TlTreatyKind, treaty_kinds)
DEFINE_LABEL (treaty_kind, TlTreatyKind, treaty_kinds, CONTEXT_TREATY)
/* clang-format on */

/**
 * tl_kind_get_plural_label:
 * @kind: a kind
 *
 * The heading over several records of the kind.
 *
 * Returns: (transfer none): the translated label
 */
const char *
tl_kind_get_plural_label (TlKind kind)
{
  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (kinds), NULL);

  return translate (CONTEXT_KINDS, kinds[kind].other_label);
}

/**
 * tl_status_get_phrase:
 * @status: a status
 * @contested: whether the sources contradict each other
 *
 * The one place for words on how sure a record is that stand alone: in some
 * languages “contested” changes with what stands before it.
 *
 * Returns: (transfer none): the label, or “Alleged, contested”, translated
 */
const char *
tl_status_get_phrase (TlStatus status, gboolean contested)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (statuses), NULL);

  return translate (CONTEXT_STATUS, contested ? statuses[status].other_label
                                              : statuses[status].label);
}

/**
 * tl_relation_get_label:
 * @relation: a relation
 * @inverse: whether the label is for the record at the other end
 *
 * Returns: (transfer none): the translated label
 */
const char *
tl_relation_get_label (TlRelation relation, gboolean inverse)
{
  g_return_val_if_fail ((guint)relation < G_N_ELEMENTS (relations), NULL);

  return translate (CONTEXT_RELATION, inverse ? relations[relation].other_label
                                              : relations[relation].label);
}
