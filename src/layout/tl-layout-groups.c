/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-layout-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Which groups and lanes there are and which records stand in them. A record
 * with several participants (treaties, sources) stands in several groups.
 * When grouped by kind, each treaty has a lane of its own, with the bar of its
 * life behind its acts. */

/* A lane in the making. */
typedef struct
{
  guint group; /* key */
  guint treaty;
  guint n_items;
  guint n_lives;
  guint next; /* where its next item goes */
} Lane;

typedef struct
{
  TlLayoutBase *self;
  GArray       *lanes;  /* Lane */
  guint        *by_key; /* group key → number of its lane + 1; last: no key */
  guint        *by_treaty; /* the same for the lanes of treaties */
  guint         n_keys;
} TlGrouper;

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

static guint
count_keys (TlLayoutBase *self)
{
  switch (self->group_by)
    {
    case TL_GROUP_BY_ACTOR:
      return tl_dataset_get_n_actors (self->dataset);
    case TL_GROUP_BY_TREATY:
      return tl_dataset_get_n_treaties (self->dataset);
    case TL_GROUP_BY_PLACE:
      return tl_dataset_get_n_places (self->dataset);
    case TL_GROUP_BY_SOURCE:
      return tl_dataset_get_n_sources (self->dataset);
    case TL_GROUP_BY_KIND:
      return TL_N_KINDS;
    case TL_GROUP_BY_NONE:
    default:
      return 0;
    }
}

static Lane *
ensure_lane (TlGrouper *grouper, guint group_key, guint treaty)
{
  guint *number = treaty != TL_NONE
                      ? &grouper->by_treaty[treaty]
                      : &grouper->by_key[MIN (group_key, grouper->n_keys)];

  if (*number == 0)
    {
      g_array_append_val (grouper->lanes,
                          ((Lane){ .group = group_key, .treaty = treaty }));
      *number = grouper->lanes->len;
    }
  return &g_array_index (grouper->lanes, Lane, *number - 1);
}

static TlLayoutItem
make_item (TlLayoutBase *self, TlSpan span, guint index, guint lane)
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

  item.octave = G_MININT8;
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

/* The group keys under which the record stands; at least one. */
static const guint *
list_keys (TlLayoutBase *self, guint record, guint *single, guint *n_keys)
{
  const guint *keys = get_keys (self, record, single, n_keys);

  if (*n_keys > 0)
    return keys;
  *single = self->group_by == TL_GROUP_BY_KIND
                ? tl_dataset_get_entries (self->dataset)[record].kind
                : TL_NONE;
  *n_keys = 1;
  return single;
}

/* The treaty in whose lane of its group the record stands, or TL_NONE. */
static guint
get_lane_treaty (TlLayoutBase *self, guint record)
{
  const TlEntry *entry = &tl_dataset_get_entries (self->dataset)[record];

  return self->group_by == TL_GROUP_BY_KIND && entry->kind == TL_KIND_TREATY
             ? entry->treaty
             : TL_NONE;
}

/* What is counted first is put in its place next. */
static void
visit_records (TlGrouper *grouper, gboolean put)
{
  TlLayoutBase  *self = grouper->self;
  const TlEntry *entries = tl_dataset_get_entries (self->dataset);

  for (guint i = 0; i < self->n_records; i++)
    {
      guint        record = self->records[i];
      guint        treaty = get_lane_treaty (self, record);
      guint        single;
      guint        n_keys;
      const guint *keys = list_keys (self, record, &single, &n_keys);

      for (guint j = 0; j < n_keys; j++)
        {
          Lane *lane = ensure_lane (grouper, keys[j], treaty);

          if (put)
            self->items[lane->next++] =
                make_item (self, entries[record].span, record, 0);
          else
            lane->n_items++;
        }
    }
}

/* A treaty whose life is known in part has a bar behind its acts. */
static gboolean
make_life (TlLayoutBase *self, const Lane *lane, TlLayoutItem *item)
{
  guint  treaty = lane->treaty;
  TlSpan life;

  if (self->group_by == TL_GROUP_BY_TREATY)
    treaty = lane->group;
  if (treaty == TL_NONE || (self->group_by != TL_GROUP_BY_KIND &&
                            self->group_by != TL_GROUP_BY_TREATY))
    return FALSE;

  life = tl_dataset_get_treaty (self->dataset, treaty)->life;
  if (life.start != TL_BOUND_KNOWN && life.end != TL_BOUND_KNOWN)
    return FALSE;

  *item = make_item (self, life, treaty, 0);
  item->is_life = TRUE;
  if (item->tail_start)
    item->axis0 = self->axis_from;
  if (item->tail_end)
    item->axis1 = self->axis_to;
  return item->axis1 > item->axis0;
}

static int
compare_lanes (gconstpointer a, gconstpointer b, gpointer data)
{
  const Lane *lanes = data;
  const Lane *left = &lanes[*(const guint *)a];
  const Lane *right = &lanes[*(const guint *)b];

  /* TL_NONE, the rest, is the largest key. */
  if (left->group != right->group)
    return left->group < right->group ? -1 : 1;
  return (left->treaty > right->treaty) - (left->treaty < right->treaty);
}

static guint *
order_lanes (TlGrouper *grouper)
{
  guint  n = grouper->lanes->len;
  guint *order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)n, sizeof (guint), compare_lanes,
                     grouper->lanes->data);
  return order;
}

/* Gives lanes their final order and makes groups of neighbouring lanes. */
static void
make_lanes (TlGrouper *grouper, const guint *order)
{
  TlLayoutBase *self = grouper->self;
  GArray       *groups = g_array_new (FALSE, TRUE, sizeof (TlGroupInfo));

  self->n_lanes = grouper->lanes->len;
  self->lanes = g_new0 (TlLaneInfo, self->n_lanes + 1);
  for (guint i = 0; i < self->n_lanes; i++)
    {
      const Lane  *lane = &g_array_index (grouper->lanes, Lane, order[i]);
      TlGroupInfo *group = NULL;

      if (groups->len == 0 ||
          g_array_index (groups, TlGroupInfo, groups->len - 1).key !=
              lane->group)
        g_array_append_val (
            groups, ((TlGroupInfo){ .key = lane->group, .first_lane = i }));
      group = &g_array_index (groups, TlGroupInfo, groups->len - 1);
      group->n_lanes++;
      group->n_records += lane->n_items;
      self->lanes[i].group = groups->len - 1;
      self->lanes[i].treaty = lane->treaty;
    }
  self->n_groups = groups->len;
  self->groups = (TlGroupInfo *)(void *)g_array_free (groups, FALSE);
}

static int
compare_sizes (gconstpointer a, gconstpointer b, gpointer data)
{
  const Lane *lanes = data;
  const Lane *left = &lanes[*(const guint *)a];
  const Lane *right = &lanes[*(const guint *)b];

  if (left->n_items != right->n_items)
    return left->n_items < right->n_items ? -1 : 1;
  return compare_lanes (a, b, data);
}

/* The number of items of the largest lane that is still decided as a whole:
 * the smallest lanes, as many as the allowance is good for, but none that is
 * much like the large ones. */
static guint
find_largest_whole (TlGrouper *grouper)
{
  g_autofree guint *order = NULL;
  guint             n = grouper->lanes->len;
  guint             total = 0;
  guint             allowance = grouper->self->max_whole;
  guint             most;

  for (guint i = 0; i < n; i++)
    total += g_array_index (grouper->lanes, Lane, i).n_items;
  if (total <= allowance)
    return total;

  allowance = MIN (allowance / 2, TL_MAX_WHOLE_BESIDE);
  most = allowance / 4;
  order = order_lanes (grouper);
  g_qsort_with_data (order, (int)n, sizeof (guint), compare_sizes,
                     grouper->lanes->data);
  for (guint i = 0; i < n; i++)
    {
      guint n_items = g_array_index (grouper->lanes, Lane, order[i]).n_items;

      if (n_items > MIN (allowance, most))
        return n_items - 1;
      allowance -= n_items;
    }
  return total;
}

/* Says where the items of each lane go: those of lanes that are decided as a
 * whole come first. */
static void
reserve_items (TlGrouper *grouper, const guint *order, guint largest_whole)
{
  TlLayoutBase *self = grouper->self;
  guint         next = 0;

  for (guint large = 0; large < 2; large++)
    {
      for (guint i = 0; i < self->n_lanes; i++)
        {
          Lane       *lane = &g_array_index (grouper->lanes, Lane, order[i]);
          TlLaneInfo *info = &self->lanes[i];

          if ((lane->n_items > largest_whole) != (large != 0))
            continue;
          info->first = next;
          info->n_lives = lane->n_lives;
          info->end = next + lane->n_lives + lane->n_items;
          lane->next = next + lane->n_lives;
          next = info->end;
          if (large)
            {
              info->is_large = TRUE;
              self->n_large++;
            }
        }
      if (!large)
        self->n_whole = next;
    }
  self->n_items = next;
}

static void
put_lives (TlGrouper *grouper, const guint *order)
{
  TlLayoutBase *self = grouper->self;

  for (guint i = 0; i < self->n_lanes; i++)
    {
      const Lane *lane = &g_array_index (grouper->lanes, Lane, order[i]);

      if (lane->n_lives > 0)
        make_life (self, lane, &self->items[self->lanes[i].first]);
      for (guint j = self->lanes[i].first; j < self->lanes[i].end; j++)
        self->items[j].lane = i;
    }
}

void
tl_layout_base_make_groups (TlLayoutBase *self)
{
  TlGrouper         grouper = { .self = self, .n_keys = count_keys (self) };
  g_autofree guint *order = NULL;
  guint             n_treaties = tl_dataset_get_n_treaties (self->dataset);
  TlLayoutItem      life;

  grouper.lanes = g_array_new (FALSE, TRUE, sizeof (Lane));
  grouper.by_key = g_new0 (guint, grouper.n_keys + 1);
  grouper.by_treaty = g_new0 (guint, n_treaties + 1);

  visit_records (&grouper, FALSE);
  for (guint i = 0; i < grouper.lanes->len; i++)
    {
      Lane *lane = &g_array_index (grouper.lanes, Lane, i);

      lane->n_lives = make_life (self, lane, &life) ? 1 : 0;
    }
  order = order_lanes (&grouper);
  make_lanes (&grouper, order);
  reserve_items (&grouper, order, find_largest_whole (&grouper));
  self->items = g_new (TlLayoutItem, self->n_items + 1);
  visit_records (&grouper, TRUE);
  put_lives (&grouper, order);

  g_free (grouper.by_key);
  g_free (grouper.by_treaty);
  g_array_unref (grouper.lanes);
}

TlLayoutItem
tl_layout_base_make_item (TlLayoutBase *self, guint record)
{
  TlSpan span = tl_dataset_get_entries (self->dataset)[record].span;

  return make_item (self, span, record, 0);
}

static guint
find_lane (TlLayoutBase *self, guint key, guint treaty)
{
  guint low = 0;
  guint high = self->n_groups;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->groups[middle].key < key)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->n_groups || self->groups[low].key != key)
    return TL_NONE;
  for (guint i = 0; i < self->groups[low].n_lanes; i++)
    if (self->lanes[self->groups[low].first_lane + i].treaty == treaty)
      return self->groups[low].first_lane + i;
  return TL_NONE;
}

void
tl_layout_foreach_lane (TlLayout  *self,
                        guint      record,
                        TlLaneFunc func,
                        gpointer   data)
{
  guint        treaty = get_lane_treaty (self->base, record);
  guint        single;
  guint        n_keys;
  const guint *keys = list_keys (self->base, record, &single, &n_keys);

  for (guint i = 0; i < n_keys; i++)
    {
      guint lane = find_lane (self->base, keys[i], treaty);

      if (lane != TL_NONE)
        func (self, lane, data);
    }
}
