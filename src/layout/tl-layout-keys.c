/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-layout-fill.h"

#include <glib/gi18n.h>

/* What records are grouped by. A record with several participants (treaties,
 * sources) stands in several groups. */

static const TlText *
get_key_title (TlLayoutBase *self, guint key)
{
  switch (self->group_by)
    {
    case TL_GROUP_BY_ACTOR:
      return tl_dataset_get_actor (self->dataset, key)->name;
    case TL_GROUP_BY_TREATY:
      return tl_dataset_get_treaty (self->dataset, key)->short_title;
    case TL_GROUP_BY_PLACE:
      return tl_dataset_get_place (self->dataset, key)->name;
    case TL_GROUP_BY_SOURCE:
      return tl_dataset_get_source (self->dataset, key)->publisher;
    case TL_GROUP_BY_KIND:
    case TL_GROUP_BY_NONE:
    default:
      return NULL;
    }
}

static const char *
get_rest_title (TlGroupBy group_by)
{
  switch (group_by)
    {
    case TL_GROUP_BY_ACTOR:
      return _ ("No participants named");
    case TL_GROUP_BY_TREATY:
      return _ ("No treaty");
    case TL_GROUP_BY_PLACE:
      return _ ("No place named");
    case TL_GROUP_BY_SOURCE:
      return _ ("No source");
    case TL_GROUP_BY_KIND:
    case TL_GROUP_BY_NONE:
    default:
      return _ ("All records");
    }
}

char *
tl_layout_base_dup_group_title (TlLayoutBase *self, guint key)
{
  if (self->group_by == TL_GROUP_BY_KIND)
    return g_strdup (tl_kind_get_plural_label ((TlKind)key));
  if (key == TL_NONE)
    return g_strdup (get_rest_title (self->group_by));
  return g_strdup (tl_text_get (get_key_title (self, key), self->language));
}

const char *
tl_layout_base_get_key_language (TlLayoutBase *self, guint key)
{
  const char *language = NULL;

  if (self->group_by != TL_GROUP_BY_KIND && key != TL_NONE)
    tl_text_get_with_language (get_key_title (self, key), self->language,
                               &language);
  return language;
}

/* The indices that a record is grouped under. */
static const guint *
get_keys (TlLayoutBase *self, guint record, guint *single, guint *n_keys)
{
  switch (self->group_by)
    {
    case TL_GROUP_BY_ACTOR:
      return tl_dataset_get_record_actors (self->dataset, record, n_keys);
    case TL_GROUP_BY_TREATY:
      return tl_dataset_get_record_treaties (self->dataset, record, n_keys);
    case TL_GROUP_BY_SOURCE:
      return tl_dataset_get_record_sources (self->dataset, record, n_keys);
    case TL_GROUP_BY_PLACE:
      *single = tl_dataset_get_record_place (self->dataset, record);
      *n_keys = *single != TL_NONE;
      return single;
    case TL_GROUP_BY_KIND:
    case TL_GROUP_BY_NONE:
    default:
      *n_keys = 0;
      return NULL;
    }
}

const guint *
tl_layout_base_list_keys (TlLayoutBase *self,
                          guint         record,
                          guint        *single,
                          guint        *n_keys)
{
  const guint *keys = get_keys (self, record, single, n_keys);

  if (*n_keys > 0)
    return keys;
  *single =
      self->group_by == TL_GROUP_BY_KIND ? self->entries[record].kind : TL_NONE;
  *n_keys = 1;
  return single;
}

guint
tl_layout_base_get_lane_treaty (TlLayoutBase *self, guint record)
{
  const TlEntry *entry = &self->entries[record];

  return self->group_by == TL_GROUP_BY_KIND && entry->kind == TL_KIND_TREATY
             ? entry->treaty
             : TL_NONE;
}

guint
tl_layout_base_get_slot (const TlLayoutBase *self, guint key, guint treaty)
{
  return treaty != TL_NONE ? self->n_keys + 1 + treaty
                           : MIN (key, self->n_keys);
}

void
tl_layout_foreach_lane (TlLayout  *self,
                        guint      record,
                        TlLaneFunc func,
                        gpointer   data)
{
  TlLayoutBase *base = self->base;
  guint         treaty = tl_layout_base_get_lane_treaty (base, record);
  guint         single;
  guint         n_keys;
  const guint *keys = tl_layout_base_list_keys (base, record, &single, &n_keys);

  for (guint i = 0; i < n_keys; i++)
    {
      guint slot = tl_layout_base_get_slot (base, keys[i], treaty);

      if (base->slot_lanes[slot] != TL_NONE)
        func (self, base->slot_lanes[slot], data);
    }
}
