/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-layout-fill.h"

/* Which groups and lanes there are, and where the items of each lane stand.
 * When grouped by kind, each treaty has a lane of its own, with the bar of its
 * life behind its acts. */

/* Gives a slot in which records stand its lane, behind those before it. */
static void
add_lane (TlLayoutBase *self,
          const TlFill *fill,
          GArray       *lanes,
          GArray       *groups,
          guint         slot)
{
  gboolean   named = slot > self->n_keys;
  TlLaneInfo lane = {
    .treaty = named ? slot - self->n_keys - 1 : TL_NONE,
    .n_moments = tl_fill_count (fill, slot, FALSE),
    .n_bars = tl_fill_count (fill, slot, TRUE),
  };
  guint        key = slot < self->n_keys ? slot : TL_NONE;
  TlGroupInfo *group;

  if (lane.n_moments + lane.n_bars == 0)
    return;

  if (named)
    key = TL_KIND_TREATY;
  if (groups->len == 0 ||
      g_array_index (groups, TlGroupInfo, groups->len - 1).key != key)
    g_array_append_val (
        groups, ((TlGroupInfo){ .key = key, .first_lane = lanes->len }));
  group = &g_array_index (groups, TlGroupInfo, groups->len - 1);
  group->n_lanes++;
  group->n_records += lane.n_moments + lane.n_bars;
  lane.group = groups->len - 1;
  self->slot_lanes[slot] = lanes->len;
  g_array_append_val (lanes, lane);
}

/* In the order of the keys; the lanes of treaties, before other records of
 * their kind. */
static void
make_lanes (TlLayoutBase *self, const TlFill *fill)
{
  GArray *lanes = g_array_new (FALSE, TRUE, sizeof (TlLaneInfo));
  GArray *groups = g_array_new (FALSE, TRUE, sizeof (TlGroupInfo));

  self->slot_lanes = g_new (guint, fill->n_slots);
  for (guint slot = 0; slot < fill->n_slots; slot++)
    self->slot_lanes[slot] = TL_NONE;
  for (guint key = 0; key <= self->n_keys; key++)
    {
      if (self->group_by == TL_GROUP_BY_KIND && key == TL_KIND_TREATY)
        for (guint slot = self->n_keys + 1; slot < fill->n_slots; slot++)
          add_lane (self, fill, lanes, groups, slot);
      add_lane (self, fill, lanes, groups, key);
    }
  self->n_lanes = lanes->len;
  self->lanes = (TlLaneInfo *)(void *)g_array_free (lanes, FALSE);
  self->n_groups = groups->len;
  self->groups = (TlGroupInfo *)(void *)g_array_free (groups, FALSE);
}

static guint
count_items (const TlLaneInfo *lane)
{
  return lane->n_moments + lane->n_bars;
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *)a;
  guint right = *(const guint *)b;

  return (left > right) - (left < right);
}

/* The number of items of the largest lane that is still decided as a whole:
 * the smallest lanes, as many as the allowance is good for, but none that is
 * much like the large ones. */
static guint
find_largest_whole (const TlLayoutBase *self)
{
  g_autofree guint *sizes = g_new (guint, self->n_lanes + 1);
  guint             total = 0;
  guint             allowance = self->max_whole;
  guint             most;

  for (guint i = 0; i < self->n_lanes; i++)
    {
      sizes[i] = count_items (&self->lanes[i]);
      total += sizes[i];
    }
  if (total <= allowance)
    return total;

  allowance = MIN (allowance / 2, TL_MAX_WHOLE_BESIDE);
  most = allowance / 4;
  qsort (sizes, self->n_lanes, sizeof (guint), compare_sizes);
  for (guint i = 0; i < self->n_lanes; i++)
    {
      if (sizes[i] > MIN (allowance, most))
        return sizes[i] - 1;
      allowance -= sizes[i];
    }
  return total;
}

/* A treaty whose life is known in part has a bar behind its acts. */
static void
make_life (TlLayoutBase *self, TlLaneInfo *lane)
{
  guint         treaty = lane->treaty;
  TlLayoutItem *item = &lane->life;
  TlSpan        life;

  if (self->group_by == TL_GROUP_BY_TREATY)
    treaty = self->groups[lane->group].key;
  if (treaty == TL_NONE || (self->group_by != TL_GROUP_BY_KIND &&
                            self->group_by != TL_GROUP_BY_TREATY))
    return;

  life = tl_dataset_get_treaty (self->dataset, treaty)->life;
  if (life.start != TL_BOUND_KNOWN && life.end != TL_BOUND_KNOWN)
    return;

  *item = tl_layout_base_make_item (self, &life, treaty);
  item->is_life = TRUE;
  if (item->tail_start)
    item->axis0 = self->axis_from;
  if (item->tail_end)
    item->axis1 = self->axis_to;
  lane->n_lives = item->axis1 > item->axis0 ? 1 : 0;
}

/* Says where the items of each lane go: those of lanes that are decided as a
 * whole come first, and have the life of the treaty among them. */
static void
reserve_items (TlLayoutBase *self, guint largest_whole)
{
  guint next = 0;

  for (guint large = 0; large < 2; large++)
    {
      for (guint i = 0; i < self->n_lanes; i++)
        {
          TlLaneInfo *lane = &self->lanes[i];

          if ((count_items (lane) > largest_whole) != (large != 0))
            continue;
          lane->first = next;
          lane->is_large = large != 0;
          next += count_items (lane) + (large ? 0 : lane->n_lives);
          lane->first_bar = lane->first + lane->n_moments;
          lane->end = next;
          self->n_large += large;
        }
      if (!large)
        self->n_whole = next;
    }
  self->n_items = next;
}

void
tl_layout_base_make_groups (TlLayoutBase *self, TlFill *fill)
{
  make_lanes (self, fill);
  for (guint i = 0; i < self->n_lanes; i++)
    make_life (self, &self->lanes[i]);
  reserve_items (self, find_largest_whole (self));
  self->items = g_new0 (TlLayoutItem, self->n_whole + 1);
  if (self->n_large > 0)
    {
      /* Pages of lanes that nobody looks at are never there. */
      self->item_records = g_new (guint, self->n_items);
      self->anchors = g_new (double, self->n_items);
      self->codes = g_new (guint32, self->n_items);
    }
  for (guint i = 0; i < self->n_lanes; i++)
    if (!self->lanes[i].is_large && self->lanes[i].n_lives > 0)
      self->items[self->lanes[i].first] = self->lanes[i].life;
  tl_fill_put_items (fill);
}
