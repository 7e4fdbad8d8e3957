/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-wanted-language.h"

#include <string.h>

#include "tl-icu-subtags.h"

/* Every label of a million records asks for the same language: the one that
 * was asked for last is found without a lock. */

static TlWantedLanguage *last; /* nullable: one of all; atomic */
static GHashTable       *all;  /* nullable: (element-type utf8
                                * TlWantedLanguage) */
static GMutex all_lock;

/* As ICU and BCP 47 have it, without what POSIX puts behind a locale. */
static char *
dup_plain_name (const char *name)
{
  gsize length = strcspn (name, ".@");

  return g_strndup (name, length);
}

static TlWantedLanguage *
make_wanted (const char *name)
{
  TlWantedLanguage *self = g_new0 (TlWantedLanguage, 1);
  g_autofree char  *plain = dup_plain_name (name);

  self->name = g_strdup (name);
  self->tags = tl_icu_dup_tags (plain);
  self->base_length = strcspn (self->tags[0], "-_");
  return self;
}

const TlWantedLanguage *
tl_wanted_language_get (const char *name)
{
  TlWantedLanguage *self = g_atomic_pointer_get (&last);

  g_return_val_if_fail (name != NULL, NULL);

  if (self != NULL && strcmp (self->name, name) == 0)
    return self;

  g_mutex_lock (&all_lock);
  if (all == NULL)
    all = g_hash_table_new (g_str_hash, g_str_equal);
  self = g_hash_table_lookup (all, name);
  if (self == NULL)
    {
      self = make_wanted (name);
      g_hash_table_insert (all, self->name, self);
    }
  g_atomic_pointer_set (&last, self);
  g_mutex_unlock (&all_lock);
  return self;
}
