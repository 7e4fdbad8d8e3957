/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-group-order.h"

#include <string.h>

/* Orders are chains here: the place of a group says which one follows it. The
 * place n_keys is that of TL_NONE, the one behind it the head of the chain. */

static guint
to_place (guint n_keys, guint key)
{
  return MIN (key, n_keys);
}

static guint
to_key (guint n_keys, guint place)
{
  return place == n_keys ? TL_NONE : place;
}

/* What is listed, one behind the other; then what is not, each behind the one
 * that it follows by default, so that runs come together again. */
static guint *
chain_places (guint n_keys, const guint *order, guint n_order)
{
  guint              n_places = n_keys + 1;
  guint              head = n_places;
  guint              last = head;
  guint             *next = g_new (guint, (gsize)n_places + 1);
  g_autofree guint8 *listed = g_new0 (guint8, n_places);

  next[head] = TL_NONE;
  for (guint i = 0; i < n_order; i++)
    {
      guint place = to_place (n_keys, order[i]);

      if ((order[i] != TL_NONE && order[i] >= n_keys) || listed[place])
        continue;
      listed[place] = TRUE;
      next[last] = place;
      next[place] = TL_NONE;
      last = place;
    }
  for (guint place = 0; place < n_places; place++)
    {
      guint before = place > 0 ? place - 1 : head;

      if (listed[place])
        continue;
      next[place] = next[before];
      next[before] = place;
    }
  return next;
}

guint *
tl_group_order_resolve (guint n_keys, const guint *order, guint n_order)
{
  g_autofree guint *next = chain_places (n_keys, order, n_order);
  guint            *keys = g_new (guint, (gsize)n_keys + 1);
  guint             n = 0;

  for (guint place = next[n_keys + 1]; place != TL_NONE; place = next[place])
    keys[n++] = to_key (n_keys, place);
  return keys;
}

/* Of keys in their order, those that have to be listed. */
static guint *
list_heads (guint n_keys, const guint *keys, guint *n_heads)
{
  guint *heads = g_new (guint, (gsize)n_keys + 1);
  guint  before = TL_NONE;

  *n_heads = 0;
  for (guint i = 0; i <= n_keys; i++)
    {
      guint place = to_place (n_keys, keys[i]);

      if (before == TL_NONE ? place != 0 : place != before + 1)
        heads[(*n_heads)++] = keys[i];
      before = place;
    }
  return heads;
}

guint *
tl_group_order_move (guint        n_keys,
                     const guint *order,
                     guint        n_order,
                     guint        key,
                     guint        neighbour,
                     gboolean     after,
                     guint       *n_moved)
{
  g_autofree guint *keys = tl_group_order_resolve (n_keys, order, n_order);
  g_autofree guint *moved = g_new (guint, (gsize)n_keys + 1);
  guint             n = 0;

  for (guint i = 0; i <= n_keys; i++)
    {
      if (keys[i] == neighbour && !after)
        moved[n++] = key;
      if (keys[i] != key)
        moved[n++] = keys[i];
      if (keys[i] == neighbour && after)
        moved[n++] = key;
    }
  /* One that is no neighbour moves nothing. */
  if (n != n_keys + 1 || key == neighbour)
    return list_heads (n_keys, keys, n_moved);
  return list_heads (n_keys, moved, n_moved);
}

guint *
tl_group_order_lead (guint        n_keys,
                     const guint *first,
                     guint        n_first,
                     guint       *n_order)
{
  guint              n_places = n_keys + 1;
  g_autofree guint8 *is_first = g_new0 (guint8, n_places);
  g_autofree guint  *keys = g_new (guint, n_places);
  guint              n = 0;

  for (guint i = 0; i < n_first; i++)
    {
      guint place = to_place (n_keys, first[i]);

      if ((first[i] != TL_NONE && first[i] >= n_keys) || is_first[place])
        continue;
      is_first[place] = TRUE;
      keys[n++] = first[i];
    }
  for (guint place = 0; place < n_places; place++)
    if (!is_first[place])
      keys[n++] = to_key (n_keys, place);
  return list_heads (n_keys, keys, n_order);
}

guint
tl_group_by_count_keys (TlGroupBy group_by, TlDataset *dataset)
{
  switch (group_by)
    {
    case TL_GROUP_BY_ACTOR:
      return tl_dataset_get_n_actors (dataset);
    case TL_GROUP_BY_TREATY:
      return tl_dataset_get_n_treaties (dataset);
    case TL_GROUP_BY_PLACE:
      return tl_dataset_get_n_places (dataset);
    case TL_GROUP_BY_SOURCE:
      return tl_dataset_get_n_sources (dataset);
    case TL_GROUP_BY_KIND:
      return TL_N_KINDS;
    case TL_GROUP_BY_NONE:
    default:
      return 0;
    }
}

static const char *
get_id (TlGroupBy group_by, TlDataset *dataset, guint key)
{
  if (key == TL_NONE)
    return "";
  switch (group_by)
    {
    case TL_GROUP_BY_ACTOR:
      return tl_dataset_get_actor (dataset, key)->id;
    case TL_GROUP_BY_TREATY:
      return tl_dataset_get_treaty (dataset, key)->id;
    case TL_GROUP_BY_PLACE:
      return tl_dataset_get_place (dataset, key)->id;
    case TL_GROUP_BY_SOURCE:
      return tl_dataset_get_source (dataset, key)->id;
    case TL_GROUP_BY_KIND:
      return tl_kind_to_nick ((TlKind)key);
    case TL_GROUP_BY_NONE:
    default:
      return "";
    }
}

char *
tl_group_key_to_string (TlGroupBy group_by, TlDataset *dataset, guint key)
{
  return g_strdup_printf ("%s:%s", tl_group_by_to_nick (group_by),
                          get_id (group_by, dataset, key));
}

static guint
find_id (TlGroupBy group_by, TlDataset *dataset, const char *id)
{
  TlKind kind;

  switch (group_by)
    {
    case TL_GROUP_BY_ACTOR:
      return tl_dataset_find_actor (dataset, id);
    case TL_GROUP_BY_TREATY:
      return tl_dataset_find_treaty (dataset, id);
    case TL_GROUP_BY_PLACE:
      return tl_dataset_find_place (dataset, id);
    case TL_GROUP_BY_SOURCE:
      return tl_dataset_find_source (dataset, id);
    case TL_GROUP_BY_KIND:
      return tl_kind_from_nick (id, &kind) ? (guint)kind : TL_NONE;
    case TL_GROUP_BY_NONE:
    default:
      return TL_NONE;
    }
}

gboolean
tl_group_key_is_of (TlGroupBy group_by, const char *string)
{
  const char *nick = tl_group_by_to_nick (group_by);

  return g_str_has_prefix (string, nick) && string[strlen (nick)] == ':';
}

gboolean
tl_group_key_from_string (TlGroupBy   group_by,
                          TlDataset  *dataset,
                          const char *string,
                          guint      *key)
{
  const char *id;
  guint       found = TL_NONE;

  if (!tl_group_key_is_of (group_by, string))
    return FALSE;

  id = strchr (string, ':') + 1;
  if (*id != '\0')
    {
      found = find_id (group_by, dataset, id);
      if (found == TL_NONE)
        return FALSE;
    }
  *key = found;
  return TRUE;
}

GArray *
tl_group_keys_from_strings (TlGroupBy          group_by,
                            TlDataset         *dataset,
                            const char *const *strings)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (guint));
  guint   key;

  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    if (tl_group_key_from_string (group_by, dataset, strings[i], &key))
      g_array_append_val (keys, key);
  return keys;
}
