/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-layout-private.h"

/* How the items of one lane share its rows. Items come in order of time.
 * Where there is room, each takes the first row that fits its mark and label
 * together. Where the rows run out, marks come first: they are spread over the
 * rows without labels, and then the gaps between them are given to labels. A
 * mark that has no room even so goes into a cluster. */

#define OVERHANG_SHARE 0.25
#define MAX_OVERHANG 220.0

TlLabelBox
tl_label_box_make (TlExtent     extent,
                   TlLabelPlace place,
                   double       width,
                   double       zoom)
{
  TlLabelBox box = { .place = place, .start = extent.start, .end = extent.end };

  if (place == TL_LABEL_NONE)
    return box;

  box.label_start = tl_extent_get_label_start (extent, place, width, zoom);
  box.label_end = box.label_start + width;
  box.start = MIN (box.start, box.label_start);
  box.end = MAX (box.end, box.label_end);
  return box;
}

/* The first flag whose line stands after x. */
static guint
find_flag (TlLayout *self, const TlPlan *plan, double x)
{
  guint low = 0;
  guint high = plan->n_flags;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->base->flags[plan->flags[middle].flag].axis * plan->px_per_unit >
          x)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

gboolean
tl_plan_crosses_line (TlLayout *self, const TlPlan *plan, TlLabelBox box)
{
  double margin = 4 * self->zoom;
  double today = tl_warp_to_axis (self->base->warp, (double)self->base->today) *
                 plan->px_per_unit;
  double start = box.place == TL_LABEL_INSIDE ? box.start : box.label_start;
  guint  next;

  if (box.place == TL_LABEL_NONE)
    return FALSE;
  if (today > box.label_start - margin && today < box.label_end + margin)
    return TRUE;

  next = find_flag (self, plan, start - margin);
  return next < plan->n_flags &&
         self->base->flags[plan->flags[next].flag].axis * plan->px_per_unit <
             box.label_end + margin;
}

gboolean
tl_plan_leaves_range (TlLayout     *self,
                      const TlPlan *plan,
                      TlLabelBox    box,
                      gboolean      is_large)
{
  double from = self->base->axis_from * plan->px_per_unit;
  double to = self->base->axis_to * plan->px_per_unit;
  double most = (is_large ? TL_LARGE_OVERHANG : MAX_OVERHANG) * self->zoom;
  double overhang = MIN ((to - from) * OVERHANG_SHARE, most);

  return box.place != TL_LABEL_NONE &&
         (box.label_start < from - overhang || box.label_end > to + overhang);
}

static guint
find_row (const TlPlanner *planner, TlLabelBox box, guint max_rows)
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
             TlLabelPlace     places[2])
{
  TlLayout *self = planner->self;
  double    inside =
      tl_extent_get_label_start (extent, TL_LABEL_INSIDE, width, self->zoom);
  double after =
      tl_extent_get_label_start (extent, TL_LABEL_AFTER, width, self->zoom);
  double end = self->base->axis_to * planner->plan->px_per_unit;

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

/* The sides where the label may stand, best first; with none, the mark alone.
 */
static guint
list_boxes (TlPlanner *planner, guint index, TlLabelBox boxes[2])
{
  TlLayout           *self = planner->self;
  const TlLayoutItem *item = &self->base->items[index];
  TlExtent            extent =
      tl_item_get_extent (item, planner->plan->px_per_unit, self->zoom);
  double       width = tl_layout_get_label_width (self, item->record);
  TlLabelPlace places[2];
  guint        n_places = list_places (planner, extent, width, places);
  guint        n_boxes = 0;

  for (guint i = 0; i < n_places; i++)
    {
      TlLabelBox box = tl_label_box_make (extent, places[i], width, self->zoom);

      if (!tl_plan_crosses_line (self, planner->plan, box) &&
          !tl_plan_leaves_range (self, planner->plan, box, FALSE))
        boxes[n_boxes++] = box;
    }
  if (n_boxes == 0)
    boxes[n_boxes++] = tl_label_box_make (extent, TL_LABEL_NONE, 0, self->zoom);
  return n_boxes;
}

static gboolean
place_with_label (TlPlanner *planner, guint index)
{
  TlPlacement *placement = &planner->plan->placements[index];
  TlLabelBox   boxes[2];
  guint        n_boxes = list_boxes (planner, index, boxes);
  guint        best = TL_NONE;
  TlLabelBox   best_box = { 0 };

  for (guint i = 0; i < n_boxes; i++)
    {
      guint row = find_row (planner, boxes[i], planner->self->max_rows);

      /* A second-best side is taken only where it saves a row. */
      if (row < best && (best == TL_NONE || best == planner->row_ends->len))
        {
          best = row;
          best_box = boxes[i];
        }
    }
  if (best == TL_NONE)
    return FALSE;

  placement->row = (guint16)best;
  placement->label_place = (guint8)best_box.place;
  occupy_row (planner, best, best_box.end);
  return TRUE;
}

gboolean
tl_planner_place_with_labels (TlPlanner *planner, guint first, guint end)
{
  g_array_set_size (planner->row_ends, 0);
  for (guint i = first; i < end; i++)
    if (!planner->self->base->items[i].is_life &&
        !place_with_label (planner, i))
      return FALSE;
  return TRUE;
}

/* The row with most room left of the mark, so that labels find gaps. */
static guint
find_widest_row (const TlPlanner *planner, TlLabelBox box, guint max_rows)
{
  guint best = TL_NONE;

  for (guint row = 0; row < planner->row_ends->len; row++)
    {
      double row_end = g_array_index (planner->row_ends, double, row);

      if (row_end <= box.start &&
          (best == TL_NONE ||
           row_end < g_array_index (planner->row_ends, double, best)))
        best = row;
    }
  if (planner->row_ends->len < max_rows)
    return planner->row_ends->len;
  return best;
}

static gboolean
place_mark (TlPlanner *planner, guint index, guint max_rows)
{
  TlLayout    *self = planner->self;
  TlPlacement *placement = &planner->plan->placements[index];
  TlExtent     extent = tl_item_get_extent (&self->base->items[index],
                                            planner->plan->px_per_unit, self->zoom);
  TlLabelBox   box = tl_label_box_make (extent, TL_LABEL_NONE, 0, self->zoom);
  guint        row = find_widest_row (planner, box, max_rows);

  placement->label_place = TL_LABEL_NONE;
  placement->clustered = row == TL_NONE;
  if (row == TL_NONE)
    return FALSE;

  placement->row = (guint16)row;
  occupy_row (planner, row, box.end);
  return TRUE;
}

static gboolean
place_marks (TlPlanner *planner, guint first, guint end, guint max_rows)
{
  gboolean all = TRUE;

  g_array_set_size (planner->row_ends, 0);
  for (guint i = first; i < end; i++)
    if (!planner->self->base->items[i].is_life)
      all &= place_mark (planner, i, max_rows);
  return all;
}

/* A label that lies within from…to, or on the item's own bar. */
static gboolean
try_label (
    TlPlanner *planner, guint index, TlLabelPlace place, double from, double to)
{
  TlLayout           *self = planner->self;
  const TlLayoutItem *item = &self->base->items[index];
  TlExtent            extent =
      tl_item_get_extent (item, planner->plan->px_per_unit, self->zoom);
  double     width = tl_layout_get_label_width (self, item->record);
  TlLabelBox box = tl_label_box_make (extent, place, width, self->zoom);

  if (box.label_start < from || box.label_end > to ||
      tl_plan_crosses_line (self, planner->plan, box) ||
      tl_plan_leaves_range (self, planner->plan, box, FALSE))
    return FALSE;

  planner->plan->placements[index].label_place = (guint8)place;
  return TRUE;
}

/* Gives the gap between two neighbours of a row to the label of the first,
 * else to that of the second. previous is TL_NONE before the first mark of a
 * row, index behind the last. */
static void
label_gap (TlPlanner *planner, guint previous, guint index)
{
  TlLayout *self = planner->self;
  double    gap = TL_BOX_GAP * self->zoom;
  double    from = -G_MAXDOUBLE;
  double    to = G_MAXDOUBLE;

  if (previous != TL_NONE)
    from = tl_item_get_extent (&self->base->items[previous],
                               planner->plan->px_per_unit, self->zoom)
               .end;
  if (index != TL_NONE)
    to = tl_item_get_extent (&self->base->items[index],
                             planner->plan->px_per_unit, self->zoom)
             .start;

  if (previous != TL_NONE &&
      planner->plan->placements[previous].label_place == TL_LABEL_NONE &&
      try_label (planner, previous, TL_LABEL_AFTER, from, to - gap))
    return;
  if (index != TL_NONE &&
      planner->plan->placements[index].label_place == TL_LABEL_NONE)
    try_label (planner, index, TL_LABEL_BEFORE, from + gap, to);
}

static void
label_inside (TlPlanner *planner, guint index)
{
  TlLayout *self = planner->self;
  TlExtent  extent = tl_item_get_extent (&self->base->items[index],
                                         planner->plan->px_per_unit, self->zoom);

  try_label (planner, index, TL_LABEL_INSIDE, extent.start,
             extent.end - TL_LABEL_OFFSET * self->zoom);
}

void
tl_planner_place_marks_first (TlPlanner *planner, guint first, guint end)
{
  g_autofree guint *last = NULL;
  guint             n_rows;

  /* Clusters take the last row. */
  if (!place_marks (planner, first, end, planner->self->max_rows))
    place_marks (planner, first, end, planner->self->max_rows - 1);

  n_rows = planner->row_ends->len;
  last = g_new (guint, n_rows + 1);
  for (guint row = 0; row < n_rows; row++)
    last[row] = TL_NONE;
  for (guint i = first; i < end; i++)
    {
      const TlPlacement *placement = &planner->plan->placements[i];

      if (planner->self->base->items[i].is_life || placement->clustered)
        continue;
      label_inside (planner, i);
      label_gap (planner, last[placement->row], i);
      last[placement->row] = i;
    }
  for (guint row = 0; row < n_rows; row++)
    label_gap (planner, last[row], TL_NONE);
}
