/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-vocabulary.h"

/* The words here are those of the dataset format: a change of one of them
 * breaks the files of others. */

typedef gboolean (*FromNick) (const char *nick, guint *value);
typedef const char *(*FromValue) (guint value);

#define WRAP(name, Type)                                                       \
  static gboolean name##_from_nick (const char *nick, guint *value)            \
  {                                                                            \
    Type     found;                                                            \
    gboolean known = tl_##name##_from_nick (nick, &found);                     \
                                                                               \
    if (known)                                                                 \
      *value = (guint)found;                                                   \
    return known;                                                              \
  }                                                                            \
  static const char *name##_to_nick (guint value)                              \
  {                                                                            \
    return tl_##name##_to_nick ((Type)value);                                  \
  }

#define WRAP_LABEL(name, Type)                                                 \
  static const char *name##_get_label (guint value)                            \
  {                                                                            \
    return tl_##name##_get_label ((Type)value);                                \
  }

/* clang-format off */
WRAP (kind, TlKind)
WRAP_LABEL (kind, TlKind)
WRAP (status, TlStatus)
WRAP_LABEL (status, TlStatus)
WRAP (act, TlAct)
WRAP_LABEL (act, TlAct)
WRAP (stance, TlStance)
WRAP_LABEL (stance, TlStance)
WRAP (relation, TlRelation)
WRAP (actor_kind, TlActorKind)
WRAP (treaty_kind, TlTreatyKind)
WRAP_LABEL (treaty_kind, TlTreatyKind)
/* clang-format on */

static const char *
kind_get_plural_label (guint value)
{
  return tl_kind_get_plural_label ((TlKind)value);
}

static const char *
relation_get_label (guint value)
{
  return tl_relation_get_label ((TlRelation)value, FALSE);
}

static const char *
relation_get_inverse_label (guint value)
{
  return tl_relation_get_label ((TlRelation)value, TRUE);
}

static const char *
status_get_contested_phrase (guint value)
{
  return tl_status_get_phrase ((TlStatus)value, TRUE);
}

/* clang-format off */
static const struct
{
  const char *name;
  FromNick    from_nick;
  FromValue   to_nick;
  FromValue   labels[2];
  guint       first;
  const char *nicks[24];
} vocabularies[] = {
  { "kind", kind_from_nick, kind_to_nick,
    { kind_get_label, kind_get_plural_label }, 0,
    { "talk", "statement", "test", "incident", "deployment", "aid", "other",
      "treaty" } },
  { "status", status_from_nick, status_to_nick,
    { status_get_label, status_get_contested_phrase }, 0,
    { "occurred", "planned", "announced", "alleged", "denied",
      "cancelled" } },
  { "act", act_from_nick, act_to_nick, { act_get_label }, TL_ACT_ADOPTION,
    { "adoption", "opened-for-signature", "signature", "ratification",
      "accession", "provisional-application", "entry-into-force", "extension",
      "amendment", "breach-alleged", "suspension", "withdrawal-announced",
      "withdrawal-notice", "withdrawal-effective", "termination",
      "expiration" } },
  { "stance", stance_from_nick, stance_to_nick, { stance_get_label }, 0,
    { "supports", "disputes", "denies" } },
  { "relation", relation_from_nick, relation_to_nick,
    { relation_get_label, relation_get_inverse_label }, 0,
    { "responds-to", "part-of", "refers-to", "precedes" } },
  { "actor-kind", actor_kind_from_nick, actor_kind_to_nick, { NULL }, 0,
    { "person", "state", "organization" } },
  { "treaty-kind", treaty_kind_from_nick, treaty_kind_to_nick,
    { treaty_kind_get_label }, 0,
    { "treaty", "resolution", "proposal" } },
};
/* clang-format on */

static void
test_nicks (gconstpointer data)
{
  guint v = GPOINTER_TO_UINT (data);

  for (guint i = 0; vocabularies[v].nicks[i] != NULL; i++)
    {
      const char *nick = vocabularies[v].nicks[i];
      guint       value = G_MAXUINT;

      g_assert_true (vocabularies[v].from_nick (nick, &value));
      g_assert_cmpuint (value, ==, vocabularies[v].first + i);
      g_assert_cmpstr (vocabularies[v].to_nick (value), ==, nick);
    }
}

static void
test_strangers (gconstpointer data)
{
  static const char *const strangers[] = { "",        "Talk", " talk", "talks",
                                           "PLANNED", "none", "x" };
  guint                    v = GPOINTER_TO_UINT (data);
  guint                    value = 77;

  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    g_assert_false (vocabularies[v].from_nick (strangers[i], &value));
  g_assert_cmpuint (value, ==, 77);
}

static void
test_labels (gconstpointer data)
{
  guint v = GPOINTER_TO_UINT (data);

  for (guint l = 0; l < G_N_ELEMENTS (vocabularies[v].labels); l++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      if (vocabularies[v].labels[l] == NULL)
        continue;
      for (guint i = 0; vocabularies[v].nicks[i] != NULL; i++)
        {
          const char *label =
              vocabularies[v].labels[l](vocabularies[v].first + i);

          g_assert_nonnull (label);
          g_assert_true (g_unichar_isupper (g_utf8_get_char (label)));
          g_assert_true (g_hash_table_add (seen, (gpointer)label));
        }
    }
}

static void
test_no_act (void)
{
  g_assert_null (tl_act_to_nick (TL_ACT_NONE));
  g_assert_null (tl_act_get_label (TL_ACT_NONE));
}

static void
test_lanes (void)
{
  g_assert_cmpint (TL_N_KINDS, ==, 8);
  g_assert_cmpstr (tl_kind_get_plural_label (TL_KIND_TALK), ==, "Talks");
  g_assert_cmpstr (tl_kind_get_plural_label (TL_KIND_TREATY), ==, "Treaties");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint v = 0; v < G_N_ELEMENTS (vocabularies); v++)
    {
      const char      *name = vocabularies[v].name;
      g_autofree char *nicks = g_strdup_printf ("/tl/vocabulary/nick/%s", name);
      g_autofree char *strangers =
          g_strdup_printf ("/tl/vocabulary/from-nick/unknown-%s", name);
      g_autofree char *labels =
          g_strdup_printf ("/tl/vocabulary/get-label/%s", name);

      g_test_add_data_func (nicks, GUINT_TO_POINTER (v), test_nicks);
      g_test_add_data_func (strangers, GUINT_TO_POINTER (v), test_strangers);
      g_test_add_data_func (labels, GUINT_TO_POINTER (v), test_labels);
    }
  g_test_add_func ("/tl/vocabulary/act/none", test_no_act);
  g_test_add_func ("/tl/vocabulary/kind/lanes", test_lanes);
  return g_test_run ();
}
