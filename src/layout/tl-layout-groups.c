/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-layout-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Which groups and lanes there are and which records stand in them. A record
 * with several participants (treaties, sources) stands in several groups.
 * When grouped by kind, each treaty has a lane of its own, with the bar of its
 * life behind its acts. */

typedef struct
{
  TlLayout *self;
  GArray   *items; /* TlLayoutItem; lane holds the lane's provisional number */
  GArray   *lanes; /* TlLaneInfo; group holds the group's key */
  GHashTable *by_key; /* lane key → provisional number + 1 */
} TlGrouper;

static const TlText *
get_key_title (TlLayout *self, guint key)
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

static char *
dup_group_title (TlLayout *self, guint key)
{
  if (self->group_by == TL_GROUP_BY_KIND)
    return g_strdup (tl_kind_get_plural_label ((TlKind)key));
  if (key == TL_NONE)
    return g_strdup (get_rest_title (self->group_by));
  return g_strdup (tl_text_get (get_key_title (self, key), self->language));
}

static guint
ensure_lane (TlGrouper *grouper, guint group_key, guint treaty)
{
  gint64   key = (gint64)((guint64)group_key << 32 | treaty);
  gpointer found = g_hash_table_lookup (grouper->by_key, &key);
  guint    number;

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;

  number = grouper->lanes->len;
  g_array_append_val (grouper->lanes,
                      ((TlLaneInfo){ .group = group_key, .treaty = treaty }));
  g_hash_table_insert (grouper->by_key, g_memdup2 (&key, sizeof key),
                       GUINT_TO_POINTER (number + 1));
  return number;
}

static TlLayoutItem
make_item (TlLayout *self, TlSpan span, guint index, guint lane)
{
  gboolean     known_start = span.start == TL_BOUND_KNOWN;
  gboolean     known_end = span.end == TL_BOUND_KNOWN;
  TlLayoutItem item = {
    .record = index,
    .lane = lane,
    .inexact = !tl_span_is_exact (span),
    .tail_start = !known_start,
    .tail_end = !known_end,
    .lasting = span.shape == TL_SHAPE_INTERVAL && known_start && known_end,
  };

  if (known_start)
    item.axis0 = tl_warp_to_axis (self->warp, (double)span.earliest);
  if (known_end)
    item.axis1 = tl_warp_to_axis (self->warp, (double)span.latest + 1);
  if (!known_start && !known_end)
    {
      item.axis0 = self->axis_from;
      item.axis1 = self->axis_to;
    }
  else if (!known_start)
    item.axis0 = item.axis1;
  else if (!known_end)
    item.axis1 = item.axis0;
  return item;
}

static void
add_record (TlGrouper *grouper, guint record, guint group_key, guint treaty)
{
  TlLayout      *self = grouper->self;
  const TlEntry *entry = &tl_dataset_get_entries (self->dataset)[record];
  TlLayoutItem   item = make_item (self, entry->span, record,
                                   ensure_lane (grouper, group_key, treaty));

  g_array_append_val (grouper->items, item);
}

/* The indices that a record is grouped under. */
static const guint *
get_keys (TlLayout *self, guint record, guint *single, guint *n_keys)
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

static void
add_to_groups (TlGrouper *grouper, guint record)
{
  TlLayout      *self = grouper->self;
  const TlEntry *entry = &tl_dataset_get_entries (self->dataset)[record];
  guint          single;
  guint          n_keys;
  const guint   *keys;

  if (self->group_by == TL_GROUP_BY_KIND)
    {
      add_record (grouper, record, entry->kind,
                  entry->kind == TL_KIND_TREATY ? entry->treaty : TL_NONE);
      return;
    }

  keys = get_keys (self, record, &single, &n_keys);
  if (n_keys == 0)
    add_record (grouper, record, TL_NONE, TL_NONE);
  for (guint i = 0; i < n_keys; i++)
    add_record (grouper, record, keys[i], TL_NONE);
}

/* A treaty whose life is known in part has a bar behind its acts. */
static void
add_lives (TlGrouper *grouper)
{
  TlLayout *self = grouper->self;
  guint     n_lanes = grouper->lanes->len;

  for (guint i = 0; i < n_lanes; i++)
    {
      TlLaneInfo  *lane = &g_array_index (grouper->lanes, TlLaneInfo, i);
      guint        treaty = lane->treaty;
      TlSpan       life;
      TlLayoutItem item;

      if (self->group_by == TL_GROUP_BY_TREATY)
        treaty = lane->group;
      if (treaty == TL_NONE || (self->group_by != TL_GROUP_BY_KIND &&
                                self->group_by != TL_GROUP_BY_TREATY))
        continue;

      life = tl_dataset_get_treaty (self->dataset, treaty)->life;
      if (life.start != TL_BOUND_KNOWN && life.end != TL_BOUND_KNOWN)
        continue;
      item = make_item (self, life, treaty, i);
      item.is_life = TRUE;
      if (item.tail_start)
        item.axis0 = self->axis_from;
      if (item.tail_end)
        item.axis1 = self->axis_to;
      if (item.axis1 > item.axis0)
        g_array_append_val (grouper->items, item);
    }
}

static int
compare_lanes (gconstpointer a, gconstpointer b, gpointer data)
{
  const TlLaneInfo *lanes = data;
  const TlLaneInfo *left = &lanes[*(const guint *)a];
  const TlLaneInfo *right = &lanes[*(const guint *)b];

  /* TL_NONE, the rest, is the largest key. */
  if (left->group != right->group)
    return left->group < right->group ? -1 : 1;
  return (left->treaty > right->treaty) - (left->treaty < right->treaty);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const TlLayoutItem *left = a;
  const TlLayoutItem *right = b;

  if (left->lane != right->lane)
    return left->lane < right->lane ? -1 : 1;
  if (left->is_life != right->is_life)
    return left->is_life ? -1 : 1;
  return (left->record > right->record) - (left->record < right->record);
}

/* Gives lanes their final order and makes groups of neighbouring lanes. */
static void
order_lanes (TlGrouper *grouper)
{
  TlLayout         *self = grouper->self;
  const TlLaneInfo *lanes = (const TlLaneInfo *)(void *)grouper->lanes->data;
  guint             n = grouper->lanes->len;
  g_autofree guint *order = g_new (guint, n + 1);
  g_autofree guint *rank = g_new (guint, n + 1);
  GArray           *groups = g_array_new (FALSE, TRUE, sizeof (TlGroupInfo));

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)n, sizeof (guint), compare_lanes,
                     (gpointer)lanes);

  self->lanes = g_new (TlLaneInfo, n + 1);
  self->n_lanes = n;
  for (guint i = 0; i < n; i++)
    {
      const TlLaneInfo *lane = &lanes[order[i]];

      rank[order[i]] = i;
      if (groups->len == 0 ||
          g_array_index (groups, TlGroupInfo, groups->len - 1).key !=
              lane->group)
        g_array_append_val (
            groups,
            ((TlGroupInfo){ .key = lane->group,
                            .first_lane = i,
                            .title = dup_group_title (self, lane->group) }));
      self->lanes[i] =
          (TlLaneInfo){ .group = groups->len - 1, .treaty = lane->treaty };
      g_array_index (groups, TlGroupInfo, groups->len - 1).n_lanes++;
    }
  for (guint i = 0; i < grouper->items->len; i++)
    {
      TlLayoutItem *item = &g_array_index (grouper->items, TlLayoutItem, i);

      item->lane = rank[item->lane];
      if (!item->is_life)
        g_array_index (groups, TlGroupInfo, self->lanes[item->lane].group)
            .n_records++;
    }
  self->n_groups = groups->len;
  self->groups = (TlGroupInfo *)(void *)g_array_free (groups, FALSE);
}

void
tl_layout_make_groups (TlLayout *self)
{
  TlGrouper grouper = {
    .self = self,
    .items = g_array_new (FALSE, TRUE, sizeof (TlLayoutItem)),
    .lanes = g_array_new (FALSE, TRUE, sizeof (TlLaneInfo)),
    .by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
  };

  for (guint i = 0; i < self->n_records; i++)
    add_to_groups (&grouper, self->records[i]);
  add_lives (&grouper);
  order_lanes (&grouper);
  g_array_sort (grouper.items, compare_items);

  self->n_items = grouper.items->len;
  self->items = (TlLayoutItem *)(void *)g_array_free (grouper.items, FALSE);
  g_array_unref (grouper.lanes);
  g_hash_table_unref (grouper.by_key);
}
