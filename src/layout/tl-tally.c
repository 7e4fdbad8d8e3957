/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-tally.h"

#include "tl-lane-large.h"

/* The members of a cluster of a large lane are the items of a cell that are
 * not drawn as themselves. So it is counted: those of the set in the cell, by
 * two searches in a sorted list, less those that are drawn, which are few. */

/* Where a lane has so many more items than the set, those of the set are
 * looked for one by one. */
#define SPARSE 16

struct _TlTally
{
  TlRecordSet  *set;
  TlLayoutBase *base;  /* nullable: the lists are of its lanes */
  GArray      **lists; /* by lane; guint: items in ascending order; nullable */
};

static void
drop_lists (TlTally *self)
{
  if (self->base == NULL)
    return;
  for (guint i = 0; i < self->base->n_lanes; i++)
    g_clear_pointer (&self->lists[i], g_array_unref);
  g_clear_pointer (&self->lists, g_free);
  g_clear_pointer (&self->base, tl_layout_base_unref);
}

static void
follow_layout (TlTally *self, const TlLayout *layout)
{
  if (self->base == layout->base)
    return;
  drop_lists (self);
  self->base = tl_layout_base_ref (layout->base);
  self->lists = g_new0 (GArray *, self->base->n_lanes);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *)a;
  guint right = *(const guint *)b;

  return (left > right) - (left < right);
}

static void
list_one_by_one (TlTally *self, TlLayout *layout, guint lane, GArray *list)
{
  for (guint record = tl_record_set_next (self->set, 0); record != TL_NONE;
       record = tl_record_set_next (self->set, record + 1))
    {
      guint item = tl_large_lane_find_record (layout, lane, record);

      if (item != TL_NONE)
        g_array_append_val (list, item);
    }
  g_array_sort (list, compare_items);
}

static const GArray *
ensure_list (TlTally *self, TlLayout *layout, guint lane)
{
  const TlLaneInfo *info = &self->base->lanes[lane];
  GArray           *list;

  if (self->lists[lane] != NULL)
    return self->lists[lane];

  tl_layout_prepare_lane (layout, lane);
  list = g_array_new (FALSE, FALSE, sizeof (guint));
  if (tl_record_set_get_size (self->set) < (info->end - info->first) / SPARSE)
    list_one_by_one (self, layout, lane, list);
  else
    for (guint i = info->first; i < info->end; i++)
      if (tl_record_set_contains (self->set, self->base->item_records[i]))
        g_array_append_val (list, i);
  self->lists[lane] = list;
  return list;
}

/* How many of the list are before an item. */
static guint
count_before (const GArray *list, guint item)
{
  guint low = 0;
  guint high = list->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (list, guint, middle) < item)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* What is drawn of a cell as itself. */
typedef struct
{
  const TlTally *tally;
  TlLayout      *layout;
  guint          first; /* items of the cell, of one band */
  guint          end;
  guint          n_drawn;
} Drawn;

static void
count_drawn (Drawn *drawn, guint item)
{
  if (item >= drawn->first && item < drawn->end &&
      tl_record_set_contains (drawn->tally->set,
                              drawn->tally->base->item_records[item]))
    drawn->n_drawn++;
}

static void
count_long_cb (const TlLongBar *bar, gpointer data)
{
  count_drawn (data, bar->item);
}

static double
get_cell_axis (const TlLayout *layout, const TlPlan *plan)
{
  return TL_CLUSTER_CELL * layout->zoom / plan->px_per_unit;
}

/* How many items of first…end, which are in order of their anchors, are of the
 * set and in the cell; and which items are in the cell. */
static guint
count_of_cell (TlTally *self,
               Drawn   *drawn,
               guint    lane,
               guint    first,
               guint    end,
               double   start,
               double   stop)
{
  const GArray *list = ensure_list (self, drawn->layout, lane);

  drawn->first = tl_layout_find_anchor (drawn->layout, first, end, start);
  drawn->end = tl_layout_find_anchor (drawn->layout, drawn->first, end, stop);
  return count_before (list, drawn->end) - count_before (list, drawn->first);
}

static guint
count_in_band (TlTally       *self,
               TlLayout      *layout,
               TlPlan        *plan,
               const TlPiece *piece,
               gint64         cell,
               const TlBand  *band)
{
  double cell_axis = get_cell_axis (layout, plan);
  double width = TL_CLUSTER_CELL * layout->zoom;
  Drawn  drawn = { self, layout, 0, 0, 0 };
  guint  n_all =
      count_of_cell (self, &drawn, piece->lane, band->first, band->end,
                     (double)cell * cell_axis, ((double)cell + 1) * cell_axis);

  if (n_all == 0)
    return 0;
  for (guint i = 0; i < piece->n_marks; i++)
    if (!tl_layout_is_drawn_long (layout, plan, piece->marks[i].item))
      count_drawn (&drawn, piece->marks[i].item);
  tl_long_bars_foreach (layout, plan, piece->lane, (double)cell * width - 1,
                        ((double)cell + 1) * width + 1, count_long_cb, &drawn);
  return n_all - drawn.n_drawn;
}

static guint
count_in_whole_lane (const TlTally    *self,
                     const TlLaneInfo *lane,
                     double            cell_axis,
                     gint64            cell)
{
  guint n = 0;

  for (guint i = lane->first; i < lane->end; i++)
    {
      const TlLayoutItem *item = &self->base->items[i];

      if (!item->is_life && tl_record_set_contains (self->set, item->record) &&
          tl_cell_find (tl_item_get_anchor (item), cell_axis) == cell)
        n++;
    }
  return n;
}

/* Nothing of a folded group is drawn as itself. */
static guint
count_in_folded (TlTally *self, TlLayout *layout, TlPlan *plan, TlCellKey key)
{
  const TlGroupInfo *group =
      &self->base->groups[self->base->lanes[key.lane].group];
  double cell_axis = get_cell_axis (layout, plan);
  double start = (double)key.cell * cell_axis;
  double stop = ((double)key.cell + 1) * cell_axis;
  Drawn  drawn = { self, layout, 0, 0, 0 };
  guint  n = 0;

  for (guint i = 0; i < group->n_lanes; i++)
    {
      guint             lane = group->first_lane + i;
      const TlLaneInfo *info = &self->base->lanes[lane];

      if (!info->is_large)
        {
          n += count_in_whole_lane (self, info, cell_axis, key.cell);
          continue;
        }
      n += count_of_cell (self, &drawn, lane, info->first, info->first_bar,
                          start, stop);
      n += count_of_cell (self, &drawn, lane, info->first_bar, info->end, start,
                          stop);
    }
  return n;
}

static guint
count_in_cell (TlTally *self, TlLayout *layout, TlPlan *plan, TlCellKey key)
{
  const TlPiece     *piece;
  const TlLargeLane *large;
  guint              n = 0;

  if (tl_layout_is_lane_folded (layout, key.lane))
    return count_in_folded (self, layout, plan, key);
  piece = tl_layout_get_piece (layout, plan, key.lane,
                               tl_cell_get_piece (key.cell));
  large = &layout->large->lanes[key.lane];
  for (guint i = 0; i < large->n_bands; i++)
    n += count_in_band (self, layout, plan, piece, key.cell, &large->bands[i]);
  return n;
}

static guint
count_in_cluster (TlTally *self, const TlView *view, guint cluster)
{
  TlPlan *plan = tl_layout_get_plan (view->layout, view->scale.px_per_unit);
  guint   n = 0;

  if (cluster >= plan->n_clusters)
    return count_in_cell (
        self, view->layout, plan,
        g_array_index (plan->cells, TlCellKey, cluster - plan->n_clusters));
  for (guint i = 0; i < plan->clusters[cluster].count; i++)
    n += tl_record_set_contains (
             self->set, plan->members[plan->clusters[cluster].first + i])
             ? 1
             : 0;
  return n;
}

/**
 * tl_tally_new:
 * @set: records of the dataset of the layouts that are asked about
 *
 * Returns: (transfer full): a tally that knows nothing of any lane yet
 */
TlTally *
tl_tally_new (TlRecordSet *set)
{
  TlTally *self;

  g_return_val_if_fail (set != NULL, NULL);

  self = g_new0 (TlTally, 1);
  self->set = tl_record_set_ref (set);
  return self;
}

/**
 * tl_tally_free:
 * @self: (nullable) (transfer full): a tally
 *
 * Frees the tally.
 */
void
tl_tally_free (TlTally *self)
{
  if (self == NULL)
    return;
  drop_lists (self);
  tl_record_set_unref (self->set);
  g_free (self);
}

/**
 * tl_tally_get_set:
 * @self: a tally
 *
 * Returns: (transfer none): what is counted
 */
TlRecordSet *
tl_tally_get_set (const TlTally *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->set;
}

/**
 * tl_tally_count:
 * @self: a tally
 * @view: a picture
 * @mark: a mark of it
 *
 * Returns: how many records of the set the mark stands for; none for the bar
 *   of a treaty's life
 */
guint
tl_tally_count (TlTally *self, const TlView *view, const TlMark *mark)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (view != NULL && mark != NULL, 0);

  if (mark->type == TL_MARK_LIFE || tl_record_set_get_size (self->set) == 0)
    return 0;
  if (mark->type == TL_MARK_RECORD)
    return tl_record_set_contains (self->set, mark->index) ? 1 : 0;
  follow_layout (self, view->layout);
  return count_in_cluster (self, view, mark->cluster);
}
