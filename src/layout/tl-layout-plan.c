/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-layout-private.h"

#include <math.h>
#include <string.h>

/* What is decided once per zoom level, for the whole dataset: the row of each
 * item, the side of its label, which items share a cluster, which expirations
 * carry a flag.
 *
 * A level's decisions are made at its lowest magnification. In between, times
 * only move apart while marks and labels keep their size, so that what does
 * not overlap at the level's start never overlaps within it. */

typedef struct
{
  gint64 cell;
  guint  item;
} TlCellItem;

double
tl_layout_get_row_height (TlLayout *self)
{
  return (self->two_lines ? TL_ROW_TWO_LINES : TL_ROW_ONE_LINE) * self->zoom;
}

double
tl_layout_get_label_width (TlLayout *self, guint record)
{
  double width = (double)self->label_widths[record];

  if (width > 0)
    return width;

  self->counts.n_measured++;
  width = self->base->measure (tl_layout_get_label (self, record),
                               TL_FONT_LABEL, self->base->measure_data);
  if (self->two_lines)
    {
      g_autofree char *detail = tl_layout_dup_detail (self, record);
      double detail_width = self->base->measure (detail, TL_FONT_DETAIL,
                                                 self->base->measure_data);

      width = MAX (width, detail_width);
    }
  width = MIN (ceil (width) + 1, TL_LABEL_MAX_WIDTH) * self->zoom;
  self->label_widths[record] = (float)width;
  return width;
}

double
tl_layout_get_flag_width (TlLayout *self, guint flag)
{
  return ceil (self->base->measure (
                   tl_layout_base_get_flag_text (self->base, flag),
                   TL_FONT_FLAG, self->base->measure_data) +
               22) *
         self->zoom;
}

TlExtent
tl_item_get_extent (const TlLayoutItem *item, double px_per_unit, double zoom)
{
  double   glyph = TL_GLYPH_SIZE * zoom;
  double   least = item->inexact ? TL_HAZE_WIDTH * zoom : glyph;
  TlExtent extent = {
    .start = item->axis0 * px_per_unit,
    .end = item->axis1 * px_per_unit,
  };

  if (item->is_life)
    {
      extent.glyph = (extent.start + extent.end) / 2;
      return extent;
    }
  if (item->tail_start && !item->tail_end)
    {
      extent.start = extent.end - TL_TAIL_WIDTH * zoom;
      extent.glyph = extent.end - glyph / 2;
      return extent;
    }
  if (item->tail_end && !item->tail_start)
    {
      extent.end = extent.start + TL_TAIL_WIDTH * zoom;
      extent.glyph = extent.start + glyph / 2;
      return extent;
    }
  extent.glyph = (extent.start + extent.end) / 2;
  if (extent.end - extent.start < least)
    {
      extent.start = extent.glyph - least / 2;
      extent.end = extent.glyph + least / 2;
    }
  else if (item->lasting)
    extent.glyph = extent.start + glyph / 2;
  return extent;
}

double
tl_extent_get_label_start (TlExtent     extent,
                           TlLabelPlace place,
                           double       width,
                           double       zoom)
{
  switch (place)
    {
    case TL_LABEL_BEFORE:
      return extent.start - TL_LABEL_OFFSET * zoom - width;
    case TL_LABEL_INSIDE:
      return extent.glyph + (TL_GLYPH_SIZE / 2 + TL_LABEL_OFFSET) * zoom;
    case TL_LABEL_AFTER:
    case TL_LABEL_NONE:
    default:
      return extent.end + TL_LABEL_OFFSET * zoom;
    }
}

static void
add_to_cluster (TlPlanner *planner, GArray *cells, guint index)
{
  TlLayout           *self = planner->self;
  const TlLayoutItem *item = &self->base->items[index];
  TlExtent            extent =
      tl_item_get_extent (item, planner->plan->px_per_unit, self->zoom);
  TlCellItem pair = {
    .cell = (gint64)floor (extent.glyph / (TL_CLUSTER_CELL * self->zoom)),
    .item = index,
  };

  g_array_append_val (cells, pair);
}

static int
compare_cell_items (gconstpointer a, gconstpointer b)
{
  const TlCellItem *left = a;
  const TlCellItem *right = b;

  if (left->cell != right->cell)
    return left->cell < right->cell ? -1 : 1;
  return (left->item > right->item) - (left->item < right->item);
}

/* One record alone in its cell needs no cluster when it keeps to the cell. */
static gboolean
stands_alone (TlPlanner *planner, const TlCellItem *pair)
{
  TlLayout    *self = planner->self;
  double       cell_px = TL_CLUSTER_CELL * self->zoom;
  TlExtent     extent = tl_item_get_extent (&self->base->items[pair->item],
                                            planner->plan->px_per_unit, self->zoom);
  TlPlacement *placement = &planner->plan->placements[pair->item];

  if (extent.start < (double)pair->cell * cell_px ||
      extent.end > ((double)pair->cell + 1) * cell_px)
    return FALSE;

  placement->clustered = FALSE;
  placement->label_place = TL_LABEL_NONE;
  placement->row = (guint16)planner->row_ends->len;
  return TRUE;
}

static void
add_cluster (
    TlPlanner *planner, GArray *cells, guint first, guint count, guint lane)
{
  TlLayout         *self = planner->self;
  const TlCellItem *pair = &g_array_index (cells, TlCellItem, first);
  TlCluster         cluster = {
            .lane = lane,
            .row = planner->row_ends->len,
            .axis = ((double)pair->cell + 0.5) * TL_CLUSTER_CELL * self->zoom /
                    planner->plan->px_per_unit,
            .first = planner->members->len,
            .count = count,
  };

  if (count == 1 && stands_alone (planner, pair))
    return;

  g_array_append_val (planner->clusters, cluster);
  for (guint i = 0; i < count; i++)
    g_array_append_val (planner->members,
                        self->base->items[pair[i].item].record);
}

static void
make_clusters (TlPlanner *planner, GArray *cells, guint lane)
{
  guint first = 0;

  g_array_sort (cells, compare_cell_items);
  for (guint i = 1; i <= cells->len; i++)
    if (i == cells->len || g_array_index (cells, TlCellItem, i).cell !=
                               g_array_index (cells, TlCellItem, first).cell)
      {
        add_cluster (planner, cells, first, i - first, lane);
        first = i;
      }
}

static void
plan_lane (TlPlanner *planner, guint lane, guint first, guint end)
{
  guint rows;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (TlCellItem));

  if (!tl_planner_place_with_labels (planner, first, end))
    tl_planner_place_marks_first (planner, first, end);
  for (guint i = first; i < end; i++)
    if (planner->plan->placements[i].clustered)
      add_to_cluster (planner, cells, i);

  rows = planner->row_ends->len;
  if (cells->len > 0)
    {
      make_clusters (planner, cells, lane);
      rows++;
    }
  planner->plan->lane_rows[lane] = MAX (rows, 1);
}

/* Nothing in it is drawn as itself. */
static void
plan_folded_lane (TlPlanner *planner, guint lane)
{
  const TlLaneInfo *info = &planner->self->base->lanes[lane];

  planner->plan->lane_rows[lane] = 1;
  if (info->is_large)
    return;
  for (guint i = info->first; i < info->end; i++)
    planner->plan->placements[i].clustered = TRUE;
}

static void
plan_lanes (TlPlanner *planner)
{
  TlLayout *self = planner->self;

  for (guint lane = 0; lane < self->base->n_lanes; lane++)
    if (tl_layout_is_lane_folded (self, lane))
      plan_folded_lane (planner, lane);
    else if (self->base->lanes[lane].is_large)
      planner->plan->lane_rows[lane] = self->rows_of_large;
    else
      plan_lane (planner, lane, self->base->lanes[lane].first,
                 self->base->lanes[lane].end);
}

static gboolean
place_flag (TlPlanner    *planner,
            guint         flag,
            double        row_ends[],
            TlPlacedFlag *out)
{
  TlLayout *self = planner->self;
  double    x = self->base->flags[flag].axis * planner->plan->px_per_unit;
  double    width = tl_layout_get_flag_width (self, flag);

  for (guint row = 0; row < TL_FLAG_MAX_ROWS; row++)
    {
      gboolean before = row_ends[row] <= x - width;

      if (!before && row_ends[row] > x)
        continue;
      *out = (TlPlacedFlag){ .flag = flag, .row = row, .before = before };
      row_ends[row] = (before ? x : x + width) + 6 * self->zoom;
      return TRUE;
    }
  return FALSE;
}

static void
plan_flags (TlPlanner *planner)
{
  TlLayout *self = planner->self;
  TlPlan   *plan = planner->plan;
  double    row_ends[TL_FLAG_MAX_ROWS] = { -G_MAXDOUBLE, -G_MAXDOUBLE };

  plan->flags = g_new (TlPlacedFlag, self->base->n_flags + 1);
  for (guint i = 0; i < self->base->n_flags; i++)
    {
      TlPlacedFlag *placed = &plan->flags[plan->n_flags];

      if (!place_flag (planner, i, row_ends, placed))
        continue;
      plan->n_flag_rows = MAX (plan->n_flag_rows, placed->row + 1);
      plan->n_flags++;
    }
}

static void
stack_lanes (TlPlanner *planner)
{
  TlLayout *self = planner->self;
  TlPlan   *plan = planner->plan;
  double    y = 0;

  for (guint place = 0; place < self->base->n_groups; place++)
    {
      guint              group = self->order[place];
      const TlGroupInfo *info = &self->base->groups[group];
      double             padding = tl_layout_get_group_padding (self, group);
      double             height = 0;

      y += padding;
      for (guint i = 0; i < info->n_lanes; i++)
        {
          guint lane = info->first_lane + i;

          plan->lane_y[lane] = y;
          height = tl_plan_get_lane_height (self, plan, lane);
          if (!self->folded[group])
            y += height;
        }
      y += self->folded[group] ? height + padding : padding;
    }
  plan->height = y;
}

static guint
hash_cell (gconstpointer data)
{
  const TlCellKey *key = data;

  return (guint)((guint64)key->cell * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >>
                 32) ^
         key->lane * 2654435769u;
}

static gboolean
equal_cells (gconstpointer a, gconstpointer b)
{
  const TlCellKey *left = a;
  const TlCellKey *right = b;

  return left->cell == right->cell && left->lane == right->lane;
}

guint
tl_plan_number_cell (TlPlan *plan, guint lane, gint64 cell)
{
  TlCellKey key = { .cell = cell, .lane = lane };
  gpointer  found = g_hash_table_lookup (plan->cell_numbers, &key);

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;

  g_array_append_val (plan->cells, key);
  g_hash_table_insert (plan->cell_numbers, g_memdup2 (&key, sizeof key),
                       GUINT_TO_POINTER (plan->n_clusters + plan->cells->len));
  return plan->n_clusters + plan->cells->len - 1;
}

static TlPlan *
make_plan (TlLayout *self, int level)
{
  TlPlan   *plan = g_new0 (TlPlan, 1);
  TlPlanner planner = {
    .self = self,
    .plan = plan,
    .row_ends = g_array_new (FALSE, FALSE, sizeof (double)),
    .clusters = g_array_new (FALSE, TRUE, sizeof (TlCluster)),
    .members = g_array_new (FALSE, FALSE, sizeof (guint)),
  };

  plan->level = level;
  plan->px_per_unit = exp2 (level / TL_LEVELS_PER_OCTAVE);
  plan->long_octave =
      (int)ceil (log2 (TL_LONG_WIDTH * self->zoom / plan->px_per_unit));
  plan->placements = g_new0 (TlPlacement, self->base->n_whole + 1);
  plan->cells = g_array_new (FALSE, FALSE, sizeof (TlCellKey));
  plan->cell_numbers =
      g_hash_table_new_full (hash_cell, equal_cells, g_free, NULL);
  plan->lane_rows = g_new0 (guint, self->base->n_lanes + 1);
  plan->lane_y = g_new0 (double, self->base->n_lanes + 1);
  plan_flags (&planner);
  plan_lanes (&planner);
  stack_lanes (&planner);

  plan->n_clusters = planner.clusters->len;
  plan->clusters = (TlCluster *)(void *)g_array_free (planner.clusters, FALSE);
  plan->members = (guint *)(void *)g_array_free (planner.members, FALSE);
  g_array_unref (planner.row_ends);
  return plan;
}

void
tl_plan_free (TlPlan *plan)
{
  g_free (plan->placements);
  g_free (plan->lane_rows);
  g_free (plan->lane_y);
  g_free (plan->clusters);
  g_free (plan->members);
  g_free (plan->flags);
  g_array_unref (plan->cells);
  g_hash_table_unref (plan->cell_numbers);
  g_free (plan);
}

TlPlan *
tl_layout_get_plan (TlLayout *self, double px_per_unit)
{
  int     level = (int)floor (log2 (px_per_unit) * TL_LEVELS_PER_OCTAVE);
  TlPlan *plan = g_hash_table_lookup (self->plans, GINT_TO_POINTER (level));

  if (plan == NULL)
    {
      plan = make_plan (self, level);
      g_hash_table_insert (self->plans, GINT_TO_POINTER (level), plan);
    }
  return plan;
}
