/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-group-order.h"
#include "tl-lane-large.h"

#include <math.h>

/* The order of groups, and folded ones. All records of a folded group are in
 * clusters on the fixed grid, whatever lane they would stand in. The clusters
 * keep no list: they are counted for each picture, the records of large lanes
 * by their places in the order of anchors. */

/* A cell in the counting. */
typedef struct
{
  guint  count;
  guint  first; /* record */
  double anchor;
} Cell;

/* What is counted: cells from first on. */
typedef struct
{
  TlLayout *self;
  double    cell_axis;
  gint64    first;
  gint64    end;
  Cell     *cells;
} Counter;

/* A record with its place on the axis. */
typedef struct
{
  double anchor;
  guint  record;
} Member;

static double
get_cell_axis (const TlLayout *self, const TlPlan *plan)
{
  return TL_CLUSTER_CELL * self->zoom / plan->px_per_unit;
}

/* --- the arrangement --- */

static void
mark_folded (TlLayout *self, const TlArrangement *arrangement)
{
  guint              n_keys = self->base->n_keys;
  g_autofree guint8 *is_folded = g_new0 (guint8, (gsize)n_keys + 1);

  for (guint i = 0; i < arrangement->n_folded; i++)
    if (arrangement->folded[i] < n_keys || arrangement->folded[i] == TL_NONE)
      is_folded[MIN (arrangement->folded[i], n_keys)] = TRUE;
  for (guint i = 0; i < self->base->n_groups; i++)
    {
      self->folded[i] = is_folded[MIN (self->base->groups[i].key, n_keys)];
      self->n_folded += self->folded[i];
    }
}

/* Groups come in the order of their keys. */
static void
order_groups (TlLayout *self, const TlArrangement *arrangement)
{
  TlLayoutBase     *base = self->base;
  g_autofree guint *by_key = g_new (guint, (gsize)base->n_keys + 1);
  g_autofree guint *keys = tl_group_order_resolve (
      base->n_keys, arrangement->order, arrangement->n_order);
  guint n = 0;

  for (guint key = 0; key <= base->n_keys; key++)
    by_key[key] = TL_NONE;
  for (guint i = 0; i < base->n_groups; i++)
    by_key[MIN (base->groups[i].key, base->n_keys)] = i;
  for (guint i = 0; i <= base->n_keys; i++)
    {
      guint group = by_key[MIN (keys[i], base->n_keys)];

      if (group != TL_NONE)
        self->order[n++] = group;
    }
}

/* For a layout that was not arranged before. */
void
tl_layout_arrange (TlLayout *self, const TlArrangement *arrangement)
{
  guint n_groups = self->base->n_groups;

  self->order = g_new (guint, n_groups + 1);
  self->places = g_new (guint, n_groups + 1);
  self->folded = g_new0 (guint8, n_groups + 1);
  for (guint i = 0; i < n_groups; i++)
    self->order[i] = i;
  if (arrangement->n_order > 0)
    order_groups (self, arrangement);
  for (guint i = 0; i < n_groups; i++)
    self->places[self->order[i]] = i;
  if (arrangement->n_folded > 0)
    mark_folded (self, arrangement);
}

/* The same, as another layout of the base. */
void
tl_layout_copy_arrangement (TlLayout *self, const TlLayout *from)
{
  gsize n_groups = (gsize)self->base->n_groups + 1;

  self->order = g_memdup2 (from->order, n_groups * sizeof (guint));
  self->places = g_memdup2 (from->places, n_groups * sizeof (guint));
  self->folded = g_memdup2 (from->folded, n_groups * sizeof (guint8));
  self->n_folded = from->n_folded;
}

double
tl_layout_get_group_padding (const TlLayout *self, guint group)
{
  return (self->folded[group] ? TL_FOLDED_PADDING : TL_GROUP_PADDING) *
         self->zoom;
}

static void
find_unfolded_cb (TlLayout *self, guint lane, gpointer data)
{
  if (!tl_layout_is_lane_folded (self, lane))
    *(gboolean *)data = TRUE;
}

gboolean
tl_layout_is_folded_away (TlLayout *self, guint record)
{
  gboolean stands_unfolded = FALSE;

  if (self->n_folded == 0)
    return FALSE;
  tl_layout_foreach_lane (self, record, find_unfolded_cb, &stands_unfolded);
  return !stands_unfolded;
}

/* --- clusters --- */

static void
count (Counter *counter, gint64 cell, guint n, Member first)
{
  Cell *counted;

  if (cell < counter->first || cell >= counter->end || n == 0)
    return;
  counted = &counter->cells[cell - counter->first];
  if (counted->count == 0 || first.anchor < counted->anchor ||
      (first.anchor <= counted->anchor && first.record < counted->first))
    {
      counted->first = first.record;
      counted->anchor = first.anchor;
    }
  counted->count += n;
}

static void
count_whole_lane (Counter *counter, const TlLaneInfo *lane)
{
  for (guint i = lane->first; i < lane->end; i++)
    {
      const TlLayoutItem *item = &counter->self->base->items[i];
      Member              member = { tl_item_get_anchor (item), item->record };

      if (!item->is_life)
        count (counter, tl_cell_find (member.anchor, counter->cell_axis), 1,
               member);
    }
}

/* From cell to cell that has something in it. */
static void
count_in_order (Counter *counter, guint first, guint end)
{
  TlLayout *self = counter->self;
  guint     next = tl_layout_find_anchor (
          self, first, end, (double)counter->first * counter->cell_axis);

  while (next < end)
    {
      Member member = { self->base->anchors[next],
                        self->base->item_records[next] };
      gint64 cell = tl_cell_find (member.anchor, counter->cell_axis);
      guint  behind = tl_layout_find_anchor (
           self, next, end, ((double)cell + 1) * counter->cell_axis);

      if (cell >= counter->end)
        return;
      count (counter, cell, behind - next, member);
      next = behind;
    }
}

static void
count_group (Counter *counter, guint group)
{
  TlLayout          *self = counter->self;
  const TlGroupInfo *info = &self->base->groups[group];

  for (guint i = 0; i < info->n_lanes; i++)
    {
      const TlLaneInfo *lane = &self->base->lanes[info->first_lane + i];

      if (!lane->is_large)
        {
          count_whole_lane (counter, lane);
          continue;
        }
      tl_layout_prepare_lane (self, info->first_lane + i);
      count_in_order (counter, lane->first, lane->first_bar);
      count_in_order (counter, lane->first_bar, lane->end);
    }
}

void
tl_fold_foreach_cluster (TlLayout  *self,
                         TlPlan    *plan,
                         guint      group,
                         double     axis0,
                         double     axis1,
                         TlFoldFunc func,
                         gpointer   data)
{
  guint            lane = self->base->groups[group].first_lane;
  g_autofree Cell *cells = NULL;
  Counter          counter = {
             .self = self,
             .cell_axis = get_cell_axis (self, plan),
  };

  counter.first = tl_cell_find (axis0, counter.cell_axis) - 1;
  counter.end = tl_cell_find (axis1, counter.cell_axis) + 2;
  cells = g_new0 (Cell, (gsize)(counter.end - counter.first));
  counter.cells = cells;
  count_group (&counter, group);
  for (gint64 cell = counter.first; cell < counter.end; cell++)
    {
      const Cell *counted = &cells[cell - counter.first];
      TlCluster   cluster = {
          .lane = lane,
          .axis = ((double)cell + 0.5) * counter.cell_axis,
          .count = counted->count,
      };

      if (counted->count > 0)
        func (cluster, tl_plan_number_cell (plan, lane, cell), counted->first,
              data);
    }
}

static double
get_record_anchor (TlLayout *self, guint record)
{
  TlLayoutItem item = tl_layout_base_make_item (
      self->base, &self->base->entries[record].span, record);

  return tl_item_get_anchor (&item);
}

guint
tl_fold_find_cluster (TlLayout *self, TlPlan *plan, guint lane, guint record)
{
  guint group = self->base->lanes[lane].group;

  return tl_plan_number_cell (plan, self->base->groups[group].first_lane,
                              tl_cell_find (get_record_anchor (self, record),
                                            get_cell_axis (self, plan)));
}

/* --- members --- */

static void
list_whole_lane (TlLayout         *self,
                 const TlLaneInfo *lane,
                 double            cell_axis,
                 gint64            cell,
                 GArray           *members)
{
  for (guint i = lane->first; i < lane->end; i++)
    {
      const TlLayoutItem *item = &self->base->items[i];
      Member              member = { tl_item_get_anchor (item), item->record };

      if (!item->is_life && tl_cell_find (member.anchor, cell_axis) == cell)
        g_array_append_val (members, member);
    }
}

static void
list_in_order (TlLayout *self,
               guint     first,
               guint     end,
               double    cell_axis,
               gint64    cell,
               GArray   *members)
{
  guint next =
      tl_layout_find_anchor (self, first, end, (double)cell * cell_axis);

  for (;
       next < end && self->base->anchors[next] < ((double)cell + 1) * cell_axis;
       next++)
    {
      Member member = { self->base->anchors[next],
                        self->base->item_records[next] };

      g_array_append_val (members, member);
    }
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  const Member *left = a;
  const Member *right = b;

  if (left->anchor < right->anchor)
    return -1;
  if (left->anchor > right->anchor)
    return 1;
  return (left->record > right->record) - (left->record < right->record);
}

void
tl_fold_list_members (TlLayout     *self,
                      const TlPlan *plan,
                      guint         group,
                      gint64        cell)
{
  const TlGroupInfo *info = &self->base->groups[group];
  double             cell_axis = get_cell_axis (self, plan);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (Member));

  for (guint i = 0; i < info->n_lanes; i++)
    {
      const TlLaneInfo *lane = &self->base->lanes[info->first_lane + i];

      if (!lane->is_large)
        {
          list_whole_lane (self, lane, cell_axis, cell, members);
          continue;
        }
      tl_layout_prepare_lane (self, info->first_lane + i);
      list_in_order (self, lane->first, lane->first_bar, cell_axis, cell,
                     members);
      list_in_order (self, lane->first_bar, lane->end, cell_axis, cell,
                     members);
    }
  g_array_sort (members, compare_members);
  g_free (self->cluster_members);
  self->cluster_members = g_new (guint, members->len + 1);
  self->n_cluster_members = members->len;
  for (guint i = 0; i < members->len; i++)
    self->cluster_members[i] = g_array_index (members, Member, i).record;
}

/* --- the nearest --- */

typedef struct
{
  double axis;
  double distance;
  Member best;
} Nearest;

static void
consider (Nearest *nearest, Member member)
{
  double distance = fabs (member.anchor - nearest->axis);

  if (distance < nearest->distance)
    {
      nearest->distance = distance;
      nearest->best = member;
    }
}

/* Those on both sides of the place. */
static void
consider_in_order (TlLayout *self, Nearest *nearest, guint first, guint end)
{
  guint next = tl_layout_find_anchor (self, first, end, nearest->axis);

  if (next > first)
    consider (nearest, (Member){ self->base->anchors[next - 1],
                                 self->base->item_records[next - 1] });
  if (next < end)
    consider (nearest, (Member){ self->base->anchors[next],
                                 self->base->item_records[next] });
}

guint
tl_fold_find_nearest (TlLayout *self, guint group, double axis, double *anchor)
{
  const TlGroupInfo *info = &self->base->groups[group];
  Nearest            nearest = { axis, G_MAXDOUBLE, { 0, TL_NONE } };

  for (guint i = 0; i < info->n_lanes; i++)
    {
      const TlLaneInfo *lane = &self->base->lanes[info->first_lane + i];

      if (lane->is_large)
        {
          tl_layout_prepare_lane (self, info->first_lane + i);
          consider_in_order (self, &nearest, lane->first, lane->first_bar);
          consider_in_order (self, &nearest, lane->first_bar, lane->end);
          continue;
        }
      for (guint j = lane->first; j < lane->end; j++)
        {
          const TlLayoutItem *item = &self->base->items[j];

          if (!item->is_life)
            consider (&nearest,
                      (Member){ tl_item_get_anchor (item), item->record });
        }
    }
  *anchor = nearest.best.anchor;
  return nearest.best.record;
}
