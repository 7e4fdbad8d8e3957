/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-lane-large.h"

#include <math.h>

/* From a place in the picture to a record, from a record to its mark, and
 * from one record to the next. */

/* So many pieces on either side are searched for a mark of a row. */
#define MAX_PIECES_BESIDE 2

/* Glyphs and bars come before labels, the nearest centre before others. */
guint
tl_view_pick (const TlView *view, double x, double y)
{
  const double slack = 3 * view->layout->zoom;
  guint        best = TL_NONE;
  double       best_distance = G_MAXDOUBLE;

  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *mark = &view->marks[i];
      TlRect        hit = { mark->hit.x - slack, mark->hit.y - slack,
                            mark->hit.width + 2 * slack,
                            mark->hit.height + 2 * slack };
      double        distance;

      if (mark->type == TL_MARK_LIFE)
        continue;
      if (tl_rect_contains (hit, x, y))
        distance = fabs (mark->glyph_x - x);
      else if (mark->label_place != TL_LABEL_NONE &&
               tl_rect_contains (mark->label, x, y))
        distance = 1e9;
      else
        continue;
      if (distance < best_distance)
        {
          best = i;
          best_distance = distance;
        }
    }
  return best;
}

guint
tl_view_pick_group (const TlView *view, double y)
{
  for (guint i = 0; i < view->n_groups; i++)
    if (y >= view->groups[i].y &&
        y < view->groups[i].y + view->groups[i].height)
      return i;
  return TL_NONE;
}

guint
tl_view_pick_flag (const TlView *view, double x, double y)
{
  for (guint i = 0; i < view->n_flags; i++)
    if (tl_rect_contains (view->flags[i].rect, x, y))
      return view->flags[i].record;
  return TL_NONE;
}

/* A record that is looked for in a picture. */
typedef struct
{
  const TlView *view;
  TlPlan       *plan;
  TlSpot        spot;
  guint         mark;
} TlSearch;

/* All lanes of a folded group are one. */
static gboolean
is_meant (TlLayout *self, guint lane, guint meant)
{
  const TlLayoutBase *base = self->base;

  return meant == TL_NONE || lane == meant ||
         (tl_layout_is_lane_folded (self, lane) &&
          base->groups[base->lanes[lane].group].first_lane == meant);
}

static guint
find_cluster_mark (const TlView *view, guint cluster)
{
  for (guint i = 0; i < view->n_marks; i++)
    if (view->marks[i].type == TL_MARK_CLUSTER &&
        view->marks[i].cluster == cluster)
      return i;
  return TL_NONE;
}

/* The cluster of a whole lane that holds the record. */
static guint
find_whole_cluster (const TlSearch *search, guint lane)
{
  const TlPlan *plan = search->plan;

  for (guint i = 0; i < plan->n_clusters; i++)
    {
      const TlCluster *cluster = &plan->clusters[i];

      for (guint j = 0; cluster->lane == lane && j < cluster->count; j++)
        if (plan->members[cluster->first + j] == search->spot.record)
          return i;
    }
  return TL_NONE;
}

/* The cluster of a large lane that holds the record. */
static guint
find_large_cluster (TlLayout *self, const TlSearch *search, guint lane)
{
  guint  item = tl_large_lane_find_record (self, lane, search->spot.record);
  gint64 cell;
  const TlPiece *piece;

  if (item == TL_NONE)
    return TL_NONE;

  cell = tl_layout_find_cell (self, search->plan, item);
  piece =
      tl_layout_get_piece (self, search->plan, lane, tl_cell_get_piece (cell));
  if (tl_piece_draws (self, search->plan, piece, item))
    return TL_NONE;
  return tl_plan_number_cell (search->plan, lane, cell);
}

static void
find_clustered_cb (TlLayout *self, guint lane, gpointer data)
{
  TlSearch *search = data;
  guint     cluster;

  if (!is_meant (self, lane, search->spot.lane))
    return;
  if (tl_layout_is_lane_folded (self, lane))
    cluster =
        tl_fold_find_cluster (self, search->plan, lane, search->spot.record);
  else if (self->base->lanes[lane].is_large)
    cluster = find_large_cluster (self, search, lane);
  else
    cluster = find_whole_cluster (search, lane);

  if (cluster != TL_NONE)
    search->mark =
        MIN (search->mark, find_cluster_mark (search->view, cluster));
}

static guint
find_meant (const TlView *view, TlSpot spot)
{
  TlLayout *layout = view->layout;
  TlSearch  search = {
     .view = view,
     .plan = tl_layout_get_plan (layout, view->scale.px_per_unit),
     .spot = spot,
     .mark = TL_NONE,
  };

  tl_layout_foreach_lane (layout, spot.record, find_clustered_cb, &search);
  for (guint i = 0; i < view->n_marks && i < search.mark; i++)
    if (view->marks[i].type == TL_MARK_RECORD &&
        view->marks[i].index == spot.record &&
        is_meant (layout, view->marks[i].lane, spot.lane))
      return i;
  return search.mark;
}

guint
tl_view_find_record (const TlView *view, guint record)
{
  return find_meant (view, (TlSpot){ record, TL_NONE });
}

guint
tl_view_find_spot (const TlView *view, TlSpot spot)
{
  guint mark;

  if (spot.record == TL_NONE)
    return TL_NONE;
  mark = find_meant (view, spot);
  return mark != TL_NONE || spot.lane == TL_NONE
             ? mark
             : tl_view_find_record (view, spot.record);
}

/* The place of a record among those that passed the filter. */
static guint
find_position (TlLayout *self, guint record)
{
  guint low = 0;
  guint high = self->base->n_records;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->base->records[middle] < record)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The first from position on that does not stand in folded groups only. */
static guint
find_unfolded (TlLayout *self, guint position, int direction)
{
  const TlLayoutBase *base = self->base;

  if (self->n_folded == base->n_groups)
    return position;
  while (position < base->n_records &&
         tl_layout_is_folded_away (self, base->records[position]))
    position += (guint)direction;
  return position;
}

guint
tl_layout_get_position (TlLayout *self, guint record, guint *n)
{
  *n = self->base->n_records;
  return find_position (self, record);
}

guint
tl_layout_next_record (TlLayout *self, guint record, int direction)
{
  const TlLayoutBase *base = self->base;
  guint               position;

  if (base->n_records == 0)
    return TL_NONE;
  if (record == TL_NONE)
    position = direction > 0 ? 0 : base->n_records - 1;
  else
    {
      position = find_position (self, record);
      if (direction < 0)
        position--;
      else if (position < base->n_records && base->records[position] == record)
        position++;
    }
  position = find_unfolded (self, position, direction);
  /* Whoever walks beyond the end comes back to it. */
  if (position >= base->n_records)
    position = find_unfolded (self, direction > 0 ? base->n_records - 1 : 0,
                              -direction);
  return base->records[position];
}

/* Where the keyboard stands, and the best there is in its direction. */
typedef struct
{
  TlPlan *plan;
  int     direction;
  guint   record;
  guint   excluded; /* record, or TL_NONE */
  guint   meant;    /* lane in which the record is, or TL_NONE */
  double  axis;
  guint   lane; /* TL_NONE until the record was found */
  double  y;
  TlSpot  best;
  double  ahead;
  double  distance;
} TlStep;

/* A row nearer by counts for more than a nearer time. */
static void
consider (TlStep *step, TlSpot spot, double axis, double y)
{
  double ahead = (y - step->y) * step->direction;
  double distance = fabs (axis - step->axis);

  if (spot.record == step->excluded || ahead <= 0 || ahead > step->ahead ||
      (ahead >= step->ahead && distance >= step->distance))
    return;

  step->best = spot;
  step->ahead = ahead;
  step->distance = distance;
}

static void
consider_whole_lane (TlLayout *self, TlStep *step, guint lane)
{
  const TlLaneInfo *info = &self->base->lanes[lane];

  for (guint i = info->first; i < info->end; i++)
    {
      const TlLayoutItem *item = &self->base->items[i];

      if (!item->is_life)
        consider (step, (TlSpot){ item->record, lane },
                  (item->axis0 + item->axis1) / 2,
                  tl_plan_get_row_y (self, step->plan, lane,
                                     step->plan->placements[i].row));
    }
}

/* Of a cluster its first member stands for all. */
static void
consider_piece (TlLayout *self, TlStep *step, const TlPiece *piece)
{
  for (guint i = 0; i < piece->n_marks; i++)
    {
      const TlPieceMark *mark = &piece->marks[i];

      consider (step,
                (TlSpot){ self->base->item_records[mark->item], piece->lane },
                self->base->anchors[mark->item],
                tl_plan_get_row_y (self, step->plan, piece->lane, mark->row));
    }
  for (guint i = 0; i < TL_PIECE_CELLS; i++)
    {
      const TlPieceCell *cell = &piece->cells[i];

      if (cell->count > 0)
        consider (step, (TlSpot){ cell->first, piece->lane },
                  ((double)cell->cell + 0.5) * TL_CLUSTER_CELL * self->zoom /
                      step->plan->px_per_unit,
                  tl_plan_get_row_y (self, step->plan, piece->lane,
                                     self->rows_of_large - 1));
    }
}

typedef struct
{
  TlLayout *self;
  TlStep   *step;
  guint     lane;
} TlLongStep;

static void
consider_long_cb (const TlLongBar *bar, gpointer data)
{
  TlLongStep *long_step = data;
  TlLayout   *self = long_step->self;

  consider (long_step->step,
            (TlSpot){ self->base->item_records[bar->item], long_step->lane },
            self->base->anchors[bar->item],
            tl_plan_get_row_y (self, long_step->step->plan, long_step->lane,
                               bar->row));
}

static void
consider_large_lane (TlLayout *self, TlStep *step, guint lane)
{
  TlLongStep long_step = { self, step, lane };
  double     x = step->axis * step->plan->px_per_unit;
  double     reach = TL_PIECE_WIDTH * self->zoom;
  gint64     middle = (gint64)floor (x / reach);

  for (gint64 i = middle - MAX_PIECES_BESIDE; i <= middle + MAX_PIECES_BESIDE;
       i++)
    consider_piece (self, step,
                    tl_layout_get_piece (self, step->plan, lane, i));
  tl_long_bars_foreach (self, step->plan, lane, x - reach, x + reach,
                        consider_long_cb, &long_step);
}

static void
consider_folded_group (TlLayout *self, TlStep *step, guint group)
{
  double anchor;
  guint  record = tl_fold_find_nearest (self, group, step->axis, &anchor);

  if (record != TL_NONE)
    consider (step, (TlSpot){ record, self->base->groups[group].first_lane },
              anchor,
              tl_plan_get_row_y (self, step->plan,
                                 self->base->groups[group].first_lane, 0));
}

static void
consider_group (TlLayout *self, TlStep *step, guint group)
{
  const TlGroupInfo *info = &self->base->groups[group];

  if (self->folded[group])
    {
      consider_folded_group (self, step, group);
      return;
    }
  for (guint i = 0; i < info->n_lanes && step->best.record == TL_NONE; i++)
    {
      guint lane =
          info->first_lane + (step->direction > 0 ? i : info->n_lanes - 1 - i);

      if (self->base->lanes[lane].is_large)
        consider_large_lane (self, step, lane);
      else
        consider_whole_lane (self, step, lane);
    }
}

static guint
find_in_whole_lane (TlLayout *self, guint lane, guint record)
{
  for (guint i = self->base->lanes[lane].first; i < self->base->lanes[lane].end;
       i++)
    if (!self->base->items[i].is_life && self->base->items[i].record == record)
      return i;
  return TL_NONE;
}

/* The row in which the item of a large lane is drawn: that of the clusters
 * when it is in one. */
static guint
find_row (TlLayout *self, TlPlan *plan, guint lane, guint item)
{
  const TlLargeLane *large = &self->large->lanes[lane];
  const TlPiece     *piece = tl_layout_get_piece (
          self, plan, lane,
          tl_cell_get_piece (tl_layout_find_cell (self, plan, item)));

  for (guint i = 0; i < piece->n_marks; i++)
    if (piece->marks[i].item == item)
      return piece->marks[i].row;
  if (tl_layout_is_drawn_long (self, plan, item))
    for (guint i = 0; i < large->n_bands; i++)
      if (item >= large->bands[i].first && item < large->bands[i].end)
        return tl_band_get_row (&large->bands[i], item);
  return self->rows_of_large - 1;
}

/* The row in which a record is drawn in a lane, or TL_NONE where it is not. */
static guint
find_row_in_lane (TlLayout *self, TlPlan *plan, guint lane, guint record)
{
  guint index;
  guint position;

  if (tl_layout_is_lane_folded (self, lane))
    {
      position = find_position (self, record);
      return position < self->base->n_records &&
                     self->base->records[position] == record
                 ? 0
                 : TL_NONE;
    }
  if (!self->base->lanes[lane].is_large)
    {
      index = find_in_whole_lane (self, lane, record);
      return index != TL_NONE ? plan->placements[index].row : TL_NONE;
    }
  index = tl_large_lane_find_record (self, lane, record);
  return index != TL_NONE ? find_row (self, plan, lane, index) : TL_NONE;
}

/* Begins in the topmost of its lanes. */
static void
begin_step_cb (TlLayout *self, guint lane, gpointer data)
{
  TlStep      *step = data;
  guint        row = find_row_in_lane (self, step->plan, lane, step->record);
  TlLayoutItem item;
  double       y;

  if (row == TL_NONE || !is_meant (self, lane, step->meant))
    return;
  y = tl_plan_get_row_y (self, step->plan, lane, row);
  if (step->lane != TL_NONE && y >= step->y)
    return;
  item = tl_layout_base_make_item (
      self->base, &self->base->entries[step->record].span, step->record);
  step->lane = lane;
  step->axis = (item.axis0 + item.axis1) / 2;
  step->y = y;
}

/* Begins at step->record: in the lane, else in the first of its lanes. */
static TlSpot
step_among_lanes (TlLayout *self, TlStep *step)
{
  step->best = (TlSpot){ TL_NONE, TL_NONE };
  step->ahead = G_MAXDOUBLE;
  step->distance = G_MAXDOUBLE;
  step->lane = TL_NONE;
  if (step->record != TL_NONE)
    tl_layout_foreach_lane (self, step->record, begin_step_cb, step);
  if (step->record != TL_NONE && step->lane == TL_NONE)
    {
      step->meant = TL_NONE;
      tl_layout_foreach_lane (self, step->record, begin_step_cb, step);
    }
  if (step->lane == TL_NONE)
    return (TlSpot){ tl_layout_next_record (self, TL_NONE, 1), TL_NONE };

  for (guint place = self->places[self->base->lanes[step->lane].group];
       place < self->base->n_groups && step->best.record == TL_NONE;
       place += (guint)step->direction)
    consider_group (self, step, self->order[place]);
  return step->best.record != TL_NONE ? step->best
                                      : (TlSpot){ step->record, step->lane };
}

guint
tl_layout_next_lane_record (TlLayout *self,
                            TlScale   scale,
                            guint     record,
                            int       direction)
{
  TlStep step = {
    .plan = tl_layout_get_plan (self, scale.px_per_unit),
    .direction = direction,
    .record = record,
    .excluded = record,
    .meant = TL_NONE,
  };

  return step_among_lanes (self, &step).record;
}

TlSpot
tl_layout_next_lane_spot (TlLayout *self,
                          TlScale   scale,
                          TlSpot    spot,
                          int       direction)
{
  TlStep step = {
    .plan = tl_layout_get_plan (self, scale.px_per_unit),
    .direction = direction,
    .record = spot.record,
    .excluded = TL_NONE,
    .meant = spot.lane,
  };

  return step_among_lanes (self, &step);
}
