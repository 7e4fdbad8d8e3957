/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-layout-private.h"

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
  double width = tl_layout_get_label_width (self, item->record);
  double height =
      (self->two_lines ? TL_LABEL_TWO_LINES : TL_LABEL_ONE_LINE) * self->zoom;

  if (place == TL_LABEL_NONE)
    return (TlRect){ 0 };
  return (TlRect){
    .x = tl_extent_get_label_start (extent, place, width, self->zoom) - offset,
    .y = y - height / 2,
    .width = width,
    .height = height,
  };
}

static double
get_row_y (TlLayout *self, const TlPlan *plan, guint lane, guint row)
{
  return plan->lane_y[lane] +
         ((double)row + 0.5) * tl_layout_get_row_height (self);
}

static TlMark
make_mark (TlLayout *self, const TlPlan *plan, TlScale scale, guint index)
{
  const TlLayoutItem *item = &self->items[index];
  TlExtent extent = tl_item_get_extent (item, scale.px_per_unit, self->zoom);
  double   offset = scale.origin * scale.px_per_unit;
  double   size = TL_GLYPH_SIZE * self->zoom;
  guint    row = plan->placements[index].row;
  TlMark   mark = {
      .type = item->is_life ? TL_MARK_LIFE : TL_MARK_RECORD,
      .index = item->record,
      .group = self->lanes[item->lane].group,
      .lane = item->lane,
      .row = row,
      .x0 = item->axis0 * scale.px_per_unit - offset,
      .x1 = item->axis1 * scale.px_per_unit - offset,
      .glyph_x = extent.glyph - offset,
      .y = get_row_y (self, plan, item->lane, row),
      .count = 1,
      .cluster = TL_NONE,
  };

  mark.hit = (TlRect){ extent.start - offset, mark.y - size / 2,
                       extent.end - extent.start, size };
  if (item->is_life)
    {
      double height =
          plan->lane_rows[item->lane] * tl_layout_get_row_height (self);

      mark.hit.y = plan->lane_y[item->lane] + 3 * self->zoom;
      mark.hit.height = height - 6 * self->zoom;
      return mark;
    }
  mark.label_place = (TlLabelPlace)plan->placements[index].label_place;
  mark.label =
      make_label_rect (self, item, extent, mark.label_place, offset, mark.y);
  return mark;
}

static TlMark
make_cluster_mark (TlLayout     *self,
                   const TlPlan *plan,
                   TlScale       scale,
                   guint         index)
{
  const TlCluster *cluster = &plan->clusters[index];
  double           x = (cluster->axis - scale.origin) * scale.px_per_unit;
  double           width = TL_CLUSTER_WIDTH * self->zoom;
  double           height = TL_FLAG_HEIGHT * self->zoom;
  TlMark           mark = {
              .type = TL_MARK_CLUSTER,
              .index = plan->members[cluster->first],
              .group = self->lanes[cluster->lane].group,
              .lane = cluster->lane,
              .row = cluster->row,
              .x0 = x - width / 2,
              .x1 = x + width / 2,
              .glyph_x = x,
              .y = get_row_y (self, plan, cluster->lane, cluster->row),
              .count = cluster->count,
              .cluster = index,
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
collect_marks (TlView *view, const TlPlan *plan)
{
  TlLayout *self = view->layout;
  GArray   *marks = g_array_new (FALSE, TRUE, sizeof (TlMark));

  for (guint i = 0; i < self->n_items; i++)
    if (!plan->placements[i].clustered)
      {
        TlMark mark = make_mark (self, plan, view->scale, i);

        if (is_in_picture (&mark, view->scale.width))
          g_array_append_val (marks, mark);
      }
  for (guint i = 0; i < plan->n_clusters; i++)
    {
      TlMark mark = make_cluster_mark (self, plan, view->scale, i);

      if (is_in_picture (&mark, view->scale.width))
        g_array_append_val (marks, mark);
    }
  g_array_sort (marks, compare_marks);
  view->n_marks = marks->len;
  view->marks = (TlMark *)(void *)g_array_free (marks, FALSE);
}

static void
collect_flags (TlView *view, const TlPlan *plan)
{
  TlLayout *self = view->layout;
  GArray   *flags = g_array_new (FALSE, TRUE, sizeof (TlFlag));

  for (guint i = 0; i < plan->n_flags; i++)
    {
      const TlPlacedFlag *placed = &plan->flags[i];
      const TlFlagInfo   *info = &self->flags[placed->flag];
      double              width = tl_layout_get_flag_width (self, placed->flag);
      double x = (info->axis - view->scale.origin) * view->scale.px_per_unit;
      TlFlag flag = {
        .record = info->record,
        .x = x,
        .text = info->text,
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
collect_groups (TlView *view, const TlPlan *plan)
{
  TlLayout *self = view->layout;
  double    row_height = tl_layout_get_row_height (self);
  double    padding = TL_GROUP_PADDING * self->zoom;

  view->n_groups = self->n_groups;
  view->groups = g_new0 (TlGroup, self->n_groups + 1);
  view->lanes = g_new0 (TlLane, self->n_lanes + 1);
  for (guint i = 0; i < self->n_groups; i++)
    {
      const TlGroupInfo *info = &self->groups[i];
      TlGroup           *group = &view->groups[i];

      group->key = info->key;
      group->title = info->title;
      group->n_records = info->n_records;
      group->y = plan->lane_y[info->first_lane] - padding;
      for (guint j = 0; j < info->n_lanes; j++)
        {
          guint lane = info->first_lane + j;
          guint treaty = self->lanes[lane].treaty;

          group->n_rows += plan->lane_rows[lane];
          if (treaty == TL_NONE)
            continue;
          view->lanes[view->n_lanes++] = (TlLane){
            .group = i,
            .title = tl_text_get (
                tl_dataset_get_treaty (self->dataset, treaty)->short_title,
                self->language),
            .y = plan->lane_y[lane],
            .height = plan->lane_rows[lane] * row_height,
          };
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
  const TlPlan *plan = tl_layout_get_plan (self, scale.px_per_unit);
  TlView       *view = g_new0 (TlView, 1);

  view->layout = tl_layout_ref (self);
  view->scale = scale;
  collect_marks (view, plan);
  collect_flags (view, plan);
  collect_groups (view, plan);
  if (scale.mirrored)
    mirror_view (view);
  return view;
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

const guint *
tl_layout_get_cluster (TlLayout *self, TlScale scale, guint cluster, guint *n)
{
  const TlPlan *plan = tl_layout_get_plan (self, scale.px_per_unit);

  g_return_val_if_fail (cluster < plan->n_clusters, NULL);

  *n = plan->clusters[cluster].count;
  return plan->members + plan->clusters[cluster].first;
}

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
tl_view_pick_flag (const TlView *view, double x, double y)
{
  for (guint i = 0; i < view->n_flags; i++)
    if (tl_rect_contains (view->flags[i].rect, x, y))
      return view->flags[i].record;
  return TL_NONE;
}

static gboolean
has_member (const TlView *view, const TlMark *mark, guint record)
{
  guint        n;
  const guint *members =
      tl_layout_get_cluster (view->layout, view->scale, mark->cluster, &n);

  for (guint i = 0; i < n; i++)
    if (members[i] == record)
      return TRUE;
  return FALSE;
}

guint
tl_view_find_record (const TlView *view, guint record)
{
  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *mark = &view->marks[i];

      if (mark->type == TL_MARK_RECORD && mark->index == record)
        return i;
      if (mark->type == TL_MARK_CLUSTER && has_member (view, mark, record))
        return i;
    }
  return TL_NONE;
}

/* The place of a record among those that passed the filter. */
static guint
find_position (TlLayout *self, guint record)
{
  guint low = 0;
  guint high = self->n_records;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->records[middle] < record)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
tl_layout_next_record (TlLayout *self, guint record, int direction)
{
  guint position;

  if (self->n_records == 0)
    return TL_NONE;
  if (record == TL_NONE)
    return self->records[direction > 0 ? 0 : self->n_records - 1];

  position = find_position (self, record);
  if (direction > 0)
    {
      if (position < self->n_records && self->records[position] == record)
        position++;
      return position < self->n_records ? self->records[position] : record;
    }
  return position > 0 ? self->records[position - 1] : record;
}

guint
tl_layout_next_lane_record (TlLayout *self,
                            TlScale   scale,
                            guint     record,
                            int       direction)
{
  const TlPlan *plan = tl_layout_get_plan (self, scale.px_per_unit);
  double        from_axis = 0;
  double        from_y = 0;
  double        best_y = 0;
  double        best_distance = G_MAXDOUBLE;
  guint         best = record;
  gboolean      found = FALSE;

  for (guint i = 0; i < self->n_items && !found; i++)
    if (!self->items[i].is_life && self->items[i].record == record)
      {
        from_axis = (self->items[i].axis0 + self->items[i].axis1) / 2;
        from_y = get_row_y (self, plan, self->items[i].lane,
                            plan->placements[i].row);
        found = TRUE;
      }
  if (!found)
    return tl_layout_next_record (self, TL_NONE, 1);

  for (guint i = 0; i < self->n_items; i++)
    {
      const TlLayoutItem *item = &self->items[i];
      double y = get_row_y (self, plan, item->lane, plan->placements[i].row);
      double ahead = (y - from_y) * direction;
      double distance = fabs ((item->axis0 + item->axis1) / 2 - from_axis);

      if (item->is_life || item->record == record || ahead <= 0)
        continue;
      if (best_distance < G_MAXDOUBLE && ahead > best_y)
        continue;
      if (best_distance < G_MAXDOUBLE && ahead >= best_y &&
          distance >= best_distance)
        continue;
      best = item->record;
      best_y = ahead;
      best_distance = distance;
    }
  return best;
}
