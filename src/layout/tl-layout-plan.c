/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-layout-private.h"

#include <math.h>
#include <string.h>

/* What is decided once per zoom level, for the whole dataset: the row of each
 * item, the side of its label, which items share a cluster, which expirations
 * carry a flag. Items are taken lane by lane in order of time and put in the
 * first row that has room for mark and label, then for the mark alone.
 *
 * A level's decisions are made at its lowest magnification. In between, times
 * only move apart while marks and labels keep their size, so that what does
 * not overlap at the level's start never overlaps within it. */

typedef struct
{
  TlLayout *self;
  TlPlan   *plan;
  double    px_per_unit; /* lowest of the level */
  GArray   *row_ends;    /* double: first free pixel of each row */
  GArray   *clusters;    /* TlCluster */
  GArray   *members;     /* guint: record */
} TlPlanner;

typedef struct
{
  gint64 cell;
  guint  item;
} TlCellItem;

typedef struct
{
  TlLabelPlace place;
  double       start; /* of mark and label together */
  double       end;
  double       label_start;
  double       label_end;
} TlBox;

double
tl_layout_get_row_height (TlLayout *self)
{
  return (self->two_lines ? TL_ROW_TWO_LINES : TL_ROW_ONE_LINE) * self->zoom;
}

double
tl_layout_get_label_width (TlLayout *self, guint record)
{
  double width = (double)self->label_widths[record];

  if (width >= 0)
    return width;

  width = self->measure (tl_layout_get_label (self, record), TL_FONT_LABEL,
                         self->measure_data);
  if (self->two_lines)
    {
      g_autofree char *detail = tl_layout_dup_detail (self, record);
      double           detail_width =
          self->measure (detail, TL_FONT_DETAIL, self->measure_data);

      width = MAX (width, detail_width);
    }
  width = MIN (ceil (width) + 1, TL_LABEL_MAX_WIDTH) * self->zoom;
  self->label_widths[record] = (float)width;
  return width;
}

double
tl_layout_get_flag_width (TlLayout *self, guint flag)
{
  return ceil (self->measure (self->flags[flag].text, TL_FONT_FLAG,
                              self->measure_data) +
               22) *
         self->zoom;
}

TlExtent
tl_item_get_extent (const TlLayoutItem *item, double px_per_unit, double zoom)
{
  double   glyph = TL_GLYPH_SIZE * zoom;
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
  if (extent.end - extent.start < glyph)
    {
      extent.start = extent.glyph - glyph / 2;
      extent.end = extent.glyph + glyph / 2;
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

static TlBox
make_box (TlExtent extent, TlLabelPlace place, double width, double zoom)
{
  TlBox box = { .place = place, .start = extent.start, .end = extent.end };

  if (place == TL_LABEL_NONE)
    return box;

  box.label_start = tl_extent_get_label_start (extent, place, width, zoom);
  box.label_end = box.label_start + width;
  box.start = MIN (box.start, box.label_start);
  box.end = MAX (box.end, box.label_end);
  return box;
}

/* The line of a flagged expiration runs through all lanes; no label lies
 * across it. */
static gboolean
crosses_line (const TlPlanner *planner, TlBox box)
{
  const TlPlan *plan = planner->plan;
  double        margin = 4 * planner->self->zoom;

  if (box.place == TL_LABEL_NONE)
    return FALSE;

  for (guint i = 0; i < plan->n_flags; i++)
    {
      double x =
          planner->self->flags[plan->flags[i].flag].axis * planner->px_per_unit;
      double start = box.place == TL_LABEL_INSIDE ? box.start : box.label_start;

      if (x > start - margin && x < box.label_end + margin)
        return TRUE;
    }
  return FALSE;
}

static guint
find_row (const TlPlanner *planner, TlBox box, guint max_rows)
{
  for (guint row = 0; row < planner->row_ends->len; row++)
    if (g_array_index (planner->row_ends, double, row) <= box.start)
      return row;
  return planner->row_ends->len < max_rows ? planner->row_ends->len : TL_NONE;
}

static void
occupy_row (TlPlanner *planner, guint row, double end)
{
  end += TL_BOX_GAP * planner->self->zoom;
  if (row == planner->row_ends->len)
    g_array_append_val (planner->row_ends, end);
  else
    g_array_index (planner->row_ends, double, row) = end;
}

/* The places of a label in order of preference. */
static guint
list_places (const TlPlanner *planner,
             TlExtent         extent,
             double           width,
             TlLabelPlace     places[3])
{
  TlLayout *self = planner->self;
  double    inside =
      tl_extent_get_label_start (extent, TL_LABEL_INSIDE, width, self->zoom);
  double after =
      tl_extent_get_label_start (extent, TL_LABEL_AFTER, width, self->zoom);
  double end = self->axis_to * planner->px_per_unit;

  if (inside + width + TL_LABEL_OFFSET * self->zoom <= extent.end)
    {
      places[0] = TL_LABEL_INSIDE;
      return 1;
    }
  if (after + width > end + TL_TAIL_WIDTH * self->zoom)
    {
      places[0] = TL_LABEL_BEFORE;
      places[1] = TL_LABEL_AFTER;
    }
  else
    {
      places[0] = TL_LABEL_AFTER;
      places[1] = TL_LABEL_BEFORE;
    }
  return 2;
}

static gboolean
place_item (TlPlanner *planner, guint index, guint max_rows)
{
  TlLayout           *self = planner->self;
  const TlLayoutItem *item = &self->items[index];
  TlPlacement        *placement = &planner->plan->placements[index];
  TlExtent extent = tl_item_get_extent (item, planner->px_per_unit, self->zoom);
  double   width = tl_layout_get_label_width (self, item->record);
  TlLabelPlace places[3];
  guint        n_places = list_places (planner, extent, width, places);
  guint        best = TL_NONE;
  TlBox        best_box = { 0 };

  for (guint i = 0; i < n_places; i++)
    {
      TlBox box = make_box (extent, places[i], width, self->zoom);
      guint row;

      if (crosses_line (planner, box))
        continue;
      row = find_row (planner, box, max_rows);
      /* A second-best side is taken only where it saves a row. */
      if (row < best && (best == TL_NONE || best == planner->row_ends->len))
        {
          best = row;
          best_box = box;
        }
    }
  if (best == TL_NONE)
    {
      best_box = make_box (extent, TL_LABEL_NONE, 0, self->zoom);
      best = find_row (planner, best_box, max_rows);
    }
  if (best == TL_NONE)
    return FALSE;

  placement->row = (guint16)best;
  placement->label_place = (guint8)best_box.place;
  occupy_row (planner, best, best_box.end);
  return TRUE;
}

static void
add_to_cluster (TlPlanner *planner, GArray *cells, guint index)
{
  TlLayout           *self = planner->self;
  const TlLayoutItem *item = &self->items[index];
  TlExtent extent = tl_item_get_extent (item, planner->px_per_unit, self->zoom);
  TlCellItem pair = {
    .cell = (gint64)floor (extent.glyph / (TL_CLUSTER_CELL * self->zoom)),
    .item = index,
  };

  planner->plan->placements[index].clustered = TRUE;
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

static void
make_clusters (TlPlanner *planner, GArray *cells, guint lane)
{
  TlLayout *self = planner->self;
  double    cell_px = TL_CLUSTER_CELL * self->zoom;
  gint64    current = 0;

  g_array_sort (cells, compare_cell_items);
  for (guint i = 0; i < cells->len; i++)
    {
      const TlCellItem *pair = &g_array_index (cells, TlCellItem, i);

      if (i == 0 || pair->cell != current)
        {
          TlCluster cluster = {
            .lane = lane,
            .row = planner->row_ends->len,
            .axis = ((double)pair->cell + 0.5) * cell_px / planner->px_per_unit,
            .first = planner->members->len,
          };
          g_array_append_val (planner->clusters, cluster);
          current = pair->cell;
        }
      g_array_append_val (planner->members, self->items[pair->item].record);
      g_array_index (planner->clusters, TlCluster, planner->clusters->len - 1)
          .count++;
    }
}

static void
plan_lane (TlPlanner *planner, guint lane, guint first, guint end)
{
  TlLayout *self = planner->self;
  guint     rows;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (TlCellItem));

  g_array_set_size (planner->row_ends, 0);
  for (guint i = first; i < end; i++)
    if (!self->items[i].is_life && !place_item (planner, i, self->max_rows))
      add_to_cluster (planner, cells, i);

  rows = MAX (planner->row_ends->len, 1);
  if (cells->len > 0)
    {
      make_clusters (planner, cells, lane);
      rows++;
    }
  planner->plan->lane_rows[lane] = rows;
}

static gboolean
place_flag (TlPlanner    *planner,
            guint         flag,
            double        row_ends[],
            TlPlacedFlag *out)
{
  TlLayout *self = planner->self;
  double    x = self->flags[flag].axis * planner->px_per_unit;
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

  plan->flags = g_new (TlPlacedFlag, self->n_flags + 1);
  for (guint i = 0; i < self->n_flags; i++)
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
  double    row_height = tl_layout_get_row_height (self);
  double    padding = TL_GROUP_PADDING * self->zoom;
  double    y = 0;

  for (guint group = 0; group < self->n_groups; group++)
    {
      const TlGroupInfo *info = &self->groups[group];

      y += padding;
      for (guint i = 0; i < info->n_lanes; i++)
        {
          guint lane = info->first_lane + i;

          plan->lane_y[lane] = y;
          y += plan->lane_rows[lane] * row_height;
        }
      y += padding;
    }
  plan->height = y;
}

static TlPlan *
make_plan (TlLayout *self, int level)
{
  TlPlan   *plan = g_new0 (TlPlan, 1);
  TlPlanner planner = {
    .self = self,
    .plan = plan,
    .px_per_unit = exp2 (level / TL_LEVELS_PER_OCTAVE),
    .row_ends = g_array_new (FALSE, FALSE, sizeof (double)),
    .clusters = g_array_new (FALSE, TRUE, sizeof (TlCluster)),
    .members = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  guint first = 0;

  plan->level = level;
  plan->placements = g_new0 (TlPlacement, self->n_items + 1);
  plan->lane_rows = g_new0 (guint, self->n_lanes + 1);
  plan->lane_y = g_new0 (double, self->n_lanes + 1);
  plan_flags (&planner);
  for (guint lane = 0; lane < self->n_lanes; lane++)
    {
      guint end = first;

      while (end < self->n_items && self->items[end].lane == lane)
        end++;
      plan_lane (&planner, lane, first, end);
      first = end;
    }
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
  g_free (plan);
}

const TlPlan *
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
