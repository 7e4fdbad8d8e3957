/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-lane-large.h"

#include <math.h>

/* From decisions to geometry: the marks, lanes and flags that are in one
 * picture. Everything is computed along time first and mirrored at the end. */

static TlRect
make_label_rect (TlLayout           *self,
                 const TlLayoutItem *item,
                 TlExtent            extent,
                 TlLabelPlace        place,
                 double              offset,
                 double              y)
{
  double width;
  double height =
      (self->two_lines ? TL_LABEL_TWO_LINES : TL_LABEL_ONE_LINE) * self->zoom;

  if (place == TL_LABEL_NONE)
    return (TlRect){ 0 };

  width = tl_layout_get_label_width (self, item->record);
  return (TlRect){
    .x = tl_extent_get_label_start (extent, place, width, self->zoom) - offset,
    .y = y - height / 2,
    .width = width,
    .height = height,
  };
}

double
tl_plan_get_row_y (TlLayout *self, const TlPlan *plan, guint lane, guint row)
{
  double height = tl_layout_is_lane_folded (self, lane)
                      ? tl_plan_get_lane_height (self, plan, lane)
                      : tl_layout_get_row_height (self);

  return plan->lane_y[lane] + ((double)row + 0.5) * height;
}

double
tl_plan_get_lane_height (TlLayout *self, const TlPlan *plan, guint lane)
{
  if (tl_layout_is_lane_folded (self, lane))
    return TL_ROW_ONE_LINE * self->zoom;
  return plan->lane_rows[lane] * tl_layout_get_row_height (self);
}

/* A picture in the making. */
typedef struct
{
  TlLayout *self;
  TlPlan   *plan;
  TlScale   scale;
  GArray   *marks;
  guint     lane; /* whose long bars are collected */
  double    y0;   /* of the lanes that are in the picture */
  double    y1;
} TlCollector;

static TlMark
make_mark (const TlCollector  *collector,
           const TlLayoutItem *item,
           guint               lane,
           guint               row,
           TlLabelPlace        place)
{
  TlLayout     *self = collector->self;
  const TlPlan *plan = collector->plan;
  TlScale       scale = collector->scale;
  TlExtent extent = tl_item_get_extent (item, scale.px_per_unit, self->zoom);
  double   offset = scale.origin * scale.px_per_unit;
  double   size = TL_GLYPH_SIZE * self->zoom;
  TlMark   mark = {
      .type = item->is_life ? TL_MARK_LIFE : TL_MARK_RECORD,
      .index = item->record,
      .group = self->places[self->base->lanes[lane].group],
      .lane = lane,
      .row = row,
      .x0 = item->axis0 * scale.px_per_unit - offset,
      .x1 = item->axis1 * scale.px_per_unit - offset,
      .glyph_x = extent.glyph - offset,
      .y = tl_plan_get_row_y (self, plan, lane, row),
      .count = 1,
      .cluster = TL_NONE,
  };

  mark.hit = (TlRect){ extent.start - offset, mark.y - size / 2,
                       extent.end - extent.start, size };
  if (item->is_life)
    {
      double height = tl_plan_get_lane_height (self, plan, lane);

      mark.hit.y = plan->lane_y[lane] + 3 * self->zoom;
      mark.hit.height = height - 6 * self->zoom;
      return mark;
    }
  mark.label_place = place;
  mark.label = make_label_rect (self, item, extent, place, offset, mark.y);
  tl_layout_keep_label_within (self, plan, scale, &mark);
  return mark;
}

static TlMark
make_cluster_mark (const TlCollector *collector,
                   TlCluster          cluster,
                   guint              number,
                   guint              first)
{
  TlLayout     *self = collector->self;
  const TlPlan *plan = collector->plan;
  TlScale       scale = collector->scale;
  double        x = (cluster.axis - scale.origin) * scale.px_per_unit;
  double        width = tl_cluster_get_width (cluster.count) * self->zoom;
  double        height = TL_FLAG_HEIGHT * self->zoom;
  TlMark        mark = {
           .type = TL_MARK_CLUSTER,
           .index = first,
           .group = self->places[self->base->lanes[cluster.lane].group],
           .lane = cluster.lane,
           .row = cluster.row,
           .x0 = x - width / 2,
           .x1 = x + width / 2,
           .glyph_x = x,
           .y = tl_plan_get_row_y (self, plan, cluster.lane, cluster.row),
           .count = cluster.count,
           .cluster = number,
  };

  mark.hit = (TlRect){ x - width / 2, mark.y - height / 2, width, height };
  return mark;
}

static gboolean
is_in_picture (const TlMark *mark, double width)
{
  double start = mark->hit.x;
  double end = mark->hit.x + mark->hit.width;

  if (mark->label_place != TL_LABEL_NONE)
    {
      start = MIN (start, mark->label.x);
      end = MAX (end, mark->label.x + mark->label.width);
    }
  return end >= 0 && start <= width;
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const TlMark *left = a;
  const TlMark *right = b;

  /* Bars of lives lie under everything else. */
  if ((left->type == TL_MARK_LIFE) != (right->type == TL_MARK_LIFE))
    return left->type == TL_MARK_LIFE ? -1 : 1;
  if (left->index != right->index)
    return left->index < right->index ? -1 : 1;
  if (left->type != right->type)
    return left->type < right->type ? -1 : 1;
  return (left->lane > right->lane) - (left->lane < right->lane);
}

static void
add_mark (TlCollector *collector, TlMark mark)
{
  collector->self->counts.n_visited++;
  if (is_in_picture (&mark, collector->scale.width))
    g_array_append_val (collector->marks, mark);
}

static gboolean
is_lane_within (
    TlLayout *self, const TlPlan *plan, guint lane, double y0, double y1)
{
  double height = tl_plan_get_lane_height (self, plan, lane);

  return plan->lane_y[lane] <= y1 && plan->lane_y[lane] + height >= y0;
}

static gboolean
is_lane_wanted (const TlCollector *collector, guint lane)
{
  return is_lane_within (collector->self, collector->plan, lane, collector->y0,
                         collector->y1);
}

static void
collect_whole_lane (TlCollector *collector, guint lane)
{
  const TlLayoutBase *base = collector->self->base;

  for (guint i = base->lanes[lane].first; i < base->lanes[lane].end; i++)
    {
      const TlPlacement *placement = &collector->plan->placements[i];

      if (!placement->clustered)
        add_mark (collector,
                  make_mark (collector, &base->items[i], lane, placement->row,
                             (TlLabelPlace)placement->label_place));
    }
}

static void
collect_clusters (TlCollector *collector)
{
  const TlPlan *plan = collector->plan;

  for (guint i = 0; i < plan->n_clusters; i++)
    if (is_lane_wanted (collector, plan->clusters[i].lane))
      add_mark (collector,
                make_cluster_mark (collector, plan->clusters[i], i,
                                   plan->members[plan->clusters[i].first]));
}

static void
add_item (TlCollector *collector,
          guint        index,
          guint        lane,
          guint        row,
          TlLabelPlace place)
{
  TlLayoutItem item = tl_layout_base_get_item (collector->self->base, index);

  add_mark (collector, make_mark (collector, &item, lane, row, place));
}

static void
collect_piece (TlCollector *collector, const TlPiece *piece)
{
  TlLayout *self = collector->self;
  double    cell_axis =
      TL_CLUSTER_CELL * self->zoom / collector->plan->px_per_unit;

  for (guint i = 0; i < piece->n_marks; i++)
    add_item (collector, piece->marks[i].item, piece->lane, piece->marks[i].row,
              piece->marks[i].place);
  for (guint i = 0; i < TL_PIECE_CELLS; i++)
    {
      const TlPieceCell *cell = &piece->cells[i];
      TlCluster          cluster = {
                 .lane = piece->lane,
                 .row = self->rows_of_large - 1,
                 .axis = ((double)cell->cell + 0.5) * cell_axis,
                 .count = cell->count,
      };

      if (cell->count > 0)
        add_mark (collector, make_cluster_mark (collector, cluster,
                                                cell->number, cell->first));
    }
}

static void
collect_long_cb (const TlLongBar *bar, gpointer data)
{
  TlCollector *collector = data;

  add_item (collector, bar->item, collector->lane, bar->row, bar->place);
}

static void
collect_large_lane (TlCollector *collector, guint lane)
{
  TlLayout         *self = collector->self;
  const TlLaneInfo *info = &self->base->lanes[lane];
  double            axis0 = collector->scale.origin;
  double axis1 = axis0 + collector->scale.width / collector->scale.px_per_unit;
  double scale = collector->plan->px_per_unit;
  gint64 first;
  gint64 last;

  collector->lane = lane;
  if (info->n_lives > 0)
    add_mark (collector,
              make_mark (collector, &info->life, lane, 0, TL_LABEL_NONE));
  tl_layout_find_pieces (self, collector->plan, axis0, axis1, &first, &last);
  for (gint64 index = first; index <= last; index++)
    collect_piece (collector,
                   tl_layout_get_piece (self, collector->plan, lane, index));
  tl_long_bars_foreach (self, collector->plan, lane, axis0 * scale - 1,
                        axis1 * scale + 1, collect_long_cb, collector);
}

static void
collect_fold_cb (TlCluster cluster, guint number, guint first, gpointer data)
{
  TlCollector *collector = data;

  add_mark (collector, make_cluster_mark (collector, cluster, number, first));
}

/* Once for all its lanes. */
static void
collect_folded_lane (TlCollector *collector, guint lane)
{
  TlLayout *self = collector->self;
  guint     group = self->base->lanes[lane].group;
  TlScale   scale = collector->scale;

  if (self->base->groups[group].first_lane == lane)
    tl_fold_foreach_cluster (self, collector->plan, group, scale.origin,
                             scale.origin + scale.width / scale.px_per_unit,
                             collect_fold_cb, collector);
}

static void
prepare_lanes_within (TlLayout *self, const TlPlan *plan, double y0, double y1)
{
  g_autofree guint *lanes = g_new (guint, self->base->n_lanes + 1);
  guint             n = 0;

  for (guint lane = 0; lane < self->base->n_lanes; lane++)
    if (self->base->lanes[lane].is_large &&
        is_lane_within (self, plan, lane, y0, y1))
      lanes[n++] = lane;
  tl_layout_prepare_lanes (self, lanes, n);
}

static void
collect_marks (TlView *view, TlPlan *plan)
{
  TlLayoutBase *base = view->layout->base;
  TlCollector   collector = {
      .self = view->layout,
      .plan = plan,
      .scale = view->scale,
      .marks = g_array_new (FALSE, FALSE, sizeof (TlMark)),
      .y0 = view->y0,
      .y1 = view->y1,
  };

  if (base->n_large > 0)
    prepare_lanes_within (view->layout, plan, view->y0, view->y1);
  for (guint lane = 0; lane < base->n_lanes; lane++)
    if (!is_lane_wanted (&collector, lane))
      continue;
    else if (tl_layout_is_lane_folded (view->layout, lane))
      collect_folded_lane (&collector, lane);
    else if (base->lanes[lane].is_large)
      collect_large_lane (&collector, lane);
    else
      collect_whole_lane (&collector, lane);
  collect_clusters (&collector);
  g_array_sort (collector.marks, compare_marks);
  view->n_marks = collector.marks->len;
  view->marks = (TlMark *)(void *)g_array_free (collector.marks, FALSE);
}

static void
collect_flags (TlView *view, const TlPlan *plan)
{
  TlLayout *self = view->layout;
  GArray   *flags = g_array_new (FALSE, TRUE, sizeof (TlFlag));

  for (guint i = 0; i < plan->n_flags; i++)
    {
      const TlPlacedFlag *placed = &plan->flags[i];
      const TlFlagInfo   *info = &self->base->flags[placed->flag];
      double              width = tl_layout_get_flag_width (self, placed->flag);
      double x = (info->axis - view->scale.origin) * view->scale.px_per_unit;
      TlFlag flag = {
        .record = info->record,
        .x = x,
        .text = tl_layout_base_get_flag_text (self->base, placed->flag),
        .title = tl_dataset_get_record_title (self->base->dataset, info->record,
                                              self->base->language),
        .countdown = info->countdown,
        .rect = { placed->before ? x - width : x,
                  (placed->row * TL_FLAG_PITCH +
                   (TL_FLAG_PITCH - TL_FLAG_HEIGHT) / 2) *
                      self->zoom,
                  width, TL_FLAG_HEIGHT * self->zoom },
      };

      if (flag.rect.x + width >= -1 && flag.rect.x <= view->scale.width)
        g_array_append_val (flags, flag);
    }
  view->n_flags = flags->len;
  view->flags = (TlFlag *)(void *)g_array_free (flags, FALSE);
  view->flags_height = plan->n_flag_rows * TL_FLAG_PITCH * self->zoom;
}

static void
collect_named_lanes (TlView *view, const TlPlan *plan, guint place)
{
  TlLayout          *self = view->layout;
  const TlGroupInfo *info = &self->base->groups[self->order[place]];

  for (guint i = 0; i < info->n_lanes; i++)
    {
      guint   lane = info->first_lane + i;
      guint   treaty = self->base->lanes[lane].treaty;
      TlLane *named;

      view->groups[place].n_rows += plan->lane_rows[lane];
      if (treaty == TL_NONE)
        continue;
      named = &view->lanes[view->n_lanes++];
      *named = (TlLane){
        .group = place,
        .y = plan->lane_y[lane],
        .height = tl_plan_get_lane_height (self, plan, lane),
      };
      named->title = tl_text_get_with_language (
          tl_dataset_get_treaty (self->base->dataset, treaty)->short_title,
          self->base->language, &named->language);
    }
}

static void
collect_groups (TlView *view, const TlPlan *plan)
{
  TlLayout *self = view->layout;
  double    row_height;

  view->n_groups = self->base->n_groups;
  view->groups = g_new0 (TlGroup, self->base->n_groups + 1);
  view->lanes = g_new0 (TlLane, self->base->n_lanes + 1);
  for (guint i = 0; i < self->base->n_groups; i++)
    {
      guint              index = self->order[i];
      const TlGroupInfo *info = &self->base->groups[index];
      TlGroup           *group = &view->groups[i];
      double             padding = tl_layout_get_group_padding (self, index);

      group->key = info->key;
      group->title = tl_layout_base_get_group_title (self->base, index);
      group->language = tl_layout_base_get_key_language (self->base, info->key);
      group->n_records = info->n_records;
      group->folded = self->folded[index] != FALSE;
      group->y = plan->lane_y[info->first_lane] - padding;
      if (group->folded)
        {
          group->n_rows = 1;
          row_height = tl_plan_get_lane_height (self, plan, info->first_lane);
        }
      else
        {
          collect_named_lanes (view, plan, i);
          row_height = tl_layout_get_row_height (self);
        }
      group->height = group->n_rows * row_height + 2 * padding;
    }
  view->height = plan->height;
}

static void
mirror_rect (TlRect *rect, double width)
{
  rect->x = width - rect->x - rect->width;
}

static void
mirror_view (TlView *view)
{
  double width = view->scale.width;

  for (guint i = 0; i < view->n_marks; i++)
    {
      TlMark *mark = &view->marks[i];
      double  x0 = mark->x0;

      mark->x0 = width - mark->x1;
      mark->x1 = width - x0;
      mark->glyph_x = width - mark->glyph_x;
      mirror_rect (&mark->hit, width);
      mirror_rect (&mark->label, width);
    }
  for (guint i = 0; i < view->n_flags; i++)
    {
      view->flags[i].x = width - view->flags[i].x;
      mirror_rect (&view->flags[i].rect, width);
    }
}

TlView *
tl_layout_get_view (TlLayout *self, TlScale scale)
{
  return tl_layout_get_view_within (self, scale, -G_MAXDOUBLE, G_MAXDOUBLE);
}

TlView *
tl_layout_get_view_within (TlLayout *self, TlScale scale, double y0, double y1)
{
  TlPlan *plan = tl_layout_get_plan (self, scale.px_per_unit);
  TlView *view = g_new0 (TlView, 1);

  view->layout = tl_layout_ref (self);
  view->scale = scale;
  view->y0 = y0;
  view->y1 = y1;
  collect_marks (view, plan);
  collect_flags (view, plan);
  collect_groups (view, plan);
  if (scale.mirrored)
    mirror_view (view);
  return view;
}

gboolean
tl_layout_prefetch (
    TlLayout *self, TlScale scale, double y0, double y1, guint max_pieces)
{
  TlPlan *plan = tl_layout_get_plan (self, scale.px_per_unit);
  guint64 enough = self->counts.n_decided + max_pieces;
  double  end = scale.origin + scale.width / scale.px_per_unit;
  gint64  first;
  gint64  last;

  tl_layout_find_pieces (self, plan, scale.origin, end, &first, &last);
  for (guint lane = 0; lane < self->base->n_lanes; lane++)
    {
      if (!self->base->lanes[lane].is_large ||
          tl_layout_is_lane_folded (self, lane) ||
          !is_lane_within (self, plan, lane, y0, y1))
        continue;
      for (gint64 index = first; index <= last; index++)
        {
          if (self->counts.n_decided >= enough)
            return TRUE;
          tl_layout_get_piece (self, plan, lane, index);
        }
    }
  return FALSE;
}

void
tl_view_free (TlView *view)
{
  g_free (view->marks);
  g_free (view->groups);
  g_free (view->lanes);
  g_free (view->flags);
  tl_layout_unref (view->layout);
  g_free (view);
}
