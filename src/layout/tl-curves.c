/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-curves.h"

#include "tl-layout-private.h"

#include <math.h>

/* Relations as curves between marks. What is looked at is what the picture
 * shows: the records that are drawn as themselves, and what is related to them.
 * The other end of a relation may be in a cluster, or outside of the picture;
 * then the curve goes there, and leaves it. */

/* Marks nearer in height than this are joined by an arc above them. */
#define SAME_ROW 8.0
#define ARC_PART 0.2
#define ARC_MIN 14.0
#define ARC_MAX 40.0
/* What is nearly above another mark is joined by a bow beside them. */
#define BOW_WIDTH 20.0
#define BOW 26.0
/* So far outside of the picture a curve may end. */
#define OUTSIDE 400.0
/* A curve keeps so clear of the labels of marks. */
#define LABEL_MARGIN 2.0
#define LABEL_HEIGHT 14.0
#define LABEL_PADDING 4.0

typedef struct
{
  const TlView *view;
  TlLayout     *layout;
  guint         first; /* mark that is no life */
  guint         max_curves;
  GArray       *curves; /* of TlCurve */
  guint         n_hidden;
} Collector;

/* An end of a relation: marks that draw the record as itself, or one that
 * clusters it, or where it would be. */
typedef struct
{
  guint  first; /* mark */
  guint  end;
  double x; /* where there is no mark */
  double y;
} End;

/* The first mark from which on all have this index or a later one. */
static guint
find_mark (const Collector *self, guint record)
{
  guint low = self->first;
  guint high = self->view->n_marks;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->view->marks[middle].index < record)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The marks that draw a record as itself stand together. */
static End
find_drawn (const Collector *self, guint record)
{
  const TlMark *marks = self->view->marks;
  End           end = { 0 };

  end.first = find_mark (self, record);
  while (end.first < self->view->n_marks && marks[end.first].index == record &&
         marks[end.first].type != TL_MARK_RECORD)
    end.first++;
  end.end = end.first;
  while (end.end < self->view->n_marks && marks[end.end].index == record &&
         marks[end.end].type == TL_MARK_RECORD)
    end.end++;
  return end;
}

static gboolean
passes (const Collector *self, guint record)
{
  const TlLayoutBase *base = self->layout->base;
  guint               low = 0;
  guint               high = base->n_records;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (base->records[middle] < record)
        low = middle + 1;
      else
        high = middle;
    }
  return low < base->n_records && base->records[low] == record;
}

static void
find_lane_cb (TlLayout *layout, guint lane, gpointer data)
{
  guint *found = data;

  *found = MIN (*found, lane);
}

/* Where a record is that has no mark in the picture: its time, and about the
 * height of its lane. It may be just within, where the middle of its cluster is
 * not: then it goes to the next side. */
static void
find_outside (const Collector *self, guint record, End *end)
{
  const TlView *view = self->view;
  TlLayoutBase *base = self->layout->base;
  TlLayoutItem  item =
      tl_layout_base_make_item (base, &base->entries[record].span, record);
  TlPlan *plan = tl_layout_get_plan (self->layout, view->scale.px_per_unit);
  double  x = tl_scale_to_x (view->scale, tl_item_get_anchor (&item));
  guint   lane = TL_NONE;

  tl_layout_foreach_lane (self->layout, record, find_lane_cb, &lane);
  end->y = plan->lane_y[lane] + tl_layout_get_row_height (self->layout) / 2;
  if (x >= 0 && x <= view->scale.width && end->y >= view->y0 &&
      end->y <= view->y1)
    x = x < view->scale.width / 2 ? -1 : view->scale.width + 1;
  end->y = CLAMP (end->y, view->y0 - OUTSIDE, view->y1 + OUTSIDE);
  end->x = CLAMP (x, -OUTSIDE, view->scale.width + OUTSIDE);
}

static End
find_end (const Collector *self, guint record)
{
  End   end = find_drawn (self, record);
  guint mark;

  if (end.first < end.end)
    return end;
  mark = tl_view_find_record (self->view, record);
  if (mark != TL_NONE)
    return (End){ mark, mark + 1, 0, 0 };
  end = (End){ 0 };
  find_outside (self, record, &end);
  return end;
}

typedef struct
{
  double x;
  double y;
} Place;

static Place
get_place (const Collector *self, const End *end, guint mark)
{
  const TlMark *found;

  if (mark == TL_NONE)
    return (Place){ end->x, end->y };
  found = &self->view->marks[mark];
  return (Place){ found->glyph_x, found->y };
}

/* Of records in several groups, the marks that are nearest to each other. */
static void
choose_marks (const Collector *self,
              const End       *from,
              const End       *to,
              TlCurve         *curve)
{
  double best = G_MAXDOUBLE;

  curve->from = from->first < from->end ? from->first : TL_NONE;
  curve->to = to->first < to->end ? to->first : TL_NONE;
  for (guint i = from->first; i < from->end; i++)
    for (guint j = to->first; j < to->end; j++)
      {
        double distance =
            fabs (self->view->marks[i].y - self->view->marks[j].y);

        if (distance >= best)
          continue;
        best = distance;
        curve->from = i;
        curve->to = j;
      }
}

static void
bend (const Collector *self, TlCurve *curve, Place a, Place b)
{
  double zoom = self->layout->zoom;
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double arc = CLAMP (fabs (dx) * ARC_PART, ARC_MIN * zoom, ARC_MAX * zoom);
  double bow = fabs (dx) < BOW_WIDTH * zoom ? BOW * zoom : 0;

  curve->x[0] = a.x;
  curve->y[0] = a.y;
  curve->x[3] = b.x;
  curve->y[3] = b.y;
  if (fabs (dy) < SAME_ROW * zoom)
    {
      /* An arc is three quarters as high as its points; below the first row
       * it has room. */
      if (MIN (a.y, b.y) - arc * 0.75 < 0)
        arc = -arc;
      curve->x[1] = a.x + dx / 4;
      curve->x[2] = b.x - dx / 4;
      curve->y[1] = a.y - arc;
      curve->y[2] = b.y - arc;
      return;
    }
  curve->x[1] = a.x - bow;
  curve->x[2] = b.x - bow;
  curve->y[1] = a.y + dy / 2;
  curve->y[2] = b.y - dy / 2;
}

/* The box of the curve: it does not leave that of its four points. */
static TlRect
get_box (const TlCurve *curve)
{
  double x0 = curve->x[0];
  double x1 = curve->x[0];
  double y0 = curve->y[0];
  double y1 = curve->y[0];

  for (guint i = 1; i < G_N_ELEMENTS (curve->x); i++)
    {
      x0 = MIN (x0, curve->x[i]);
      x1 = MAX (x1, curve->x[i]);
      y0 = MIN (y0, curve->y[i]);
      y1 = MAX (y1, curve->y[i]);
    }
  return (TlRect){ x0, y0, MAX (x1 - x0, 1), MAX (y1 - y0, 1) };
}

static void
cover (TlCurve *curve, TlRect label)
{
  for (guint i = 0; i < 2 * TL_CURVE_STEPS + 1; i++)
    {
      double x;
      double y;

      tl_curve_get_point (curve, i / (2.0 * TL_CURVE_STEPS), &x, &y);
      if (!tl_rect_contains (label, x, y))
        continue;
      if (i < 2 * TL_CURVE_STEPS)
        curve->covered |= G_GUINT64_CONSTANT (1) << i / 2;
      if (i > 0)
        curve->covered |= G_GUINT64_CONSTANT (1) << (i - 1) / 2;
    }
}

static void
cover_all (const Collector *self, TlCurve *curve)
{
  const TlView *view = self->view;
  TlRect        box = get_box (curve);

  for (guint i = self->first; i < view->n_marks; i++)
    {
      TlRect label = view->marks[i].label;

      label.x -= LABEL_MARGIN;
      label.width += 2 * LABEL_MARGIN;
      if (view->marks[i].label_place != TL_LABEL_NONE &&
          tl_rect_overlaps (label, box))
        cover (curve, label);
    }
}

static void
add_curve (Collector *self, guint from_record, const TlRelated *relation)
{
  TlCurve curve = {
    .from_record = from_record,
    .to_record = relation->record,
    .relation = relation->relation,
  };
  End from;
  End to;

  if (self->curves->len >= self->max_curves)
    {
      self->n_hidden++;
      return;
    }
  if (relation->inverse)
    {
      curve.from_record = relation->record;
      curve.to_record = from_record;
    }
  from = find_end (self, curve.from_record);
  to = find_end (self, curve.to_record);
  choose_marks (self, &from, &to, &curve);
  if (curve.from == curve.to)
    return;
  bend (self, &curve, get_place (self, &from, curve.from),
        get_place (self, &to, curve.to));
  cover_all (self, &curve);
  g_array_append_val (self->curves, curve);
}

/* only_once: what the other end tells of, too, is left to that. */
static void
collect_record (Collector *self, guint record, gboolean only_once)
{
  g_autoptr (GArray) related = g_array_new (FALSE, FALSE, sizeof (TlRelated));

  tl_dataset_append_related (self->layout->base->dataset, record, related);
  for (guint i = 0; i < related->len; i++)
    {
      const TlRelated *relation = &g_array_index (related, TlRelated, i);
      End              other;

      if (relation->record == record || !passes (self, relation->record))
        continue;
      other = find_drawn (self, relation->record);
      if (only_once && relation->inverse && other.first < other.end)
        continue;
      add_curve (self, record, relation);
    }
}

static void
collect_all (Collector *self)
{
  const TlView *view = self->view;

  for (guint i = self->first; i < view->n_marks; i++)
    {
      const TlMark *mark = &view->marks[i];

      if (mark->type == TL_MARK_RECORD &&
          find_drawn (self, mark->index).first == i)
        collect_record (self, mark->index, TRUE);
    }
}

/* --- labels --- */

static TlRect
get_outline (const TlMark *mark)
{
  TlRect hit = mark->hit;
  TlRect label = mark->label;
  double x0;
  double y0;

  if (mark->label_place == TL_LABEL_NONE)
    return hit;
  x0 = MIN (hit.x, label.x);
  y0 = MIN (hit.y, label.y);
  return (TlRect){ x0, y0, MAX (hit.x + hit.width, label.x + label.width) - x0,
                   MAX (hit.y + hit.height, label.y + label.height) - y0 };
}

static gboolean
is_clear (const Collector *self, TlRect rect, guint n_before)
{
  const TlView *view = self->view;

  if (rect.x < 0 || rect.x + rect.width > view->scale.width || rect.y < 0 ||
      rect.y + rect.height > view->height)
    return FALSE;
  for (guint i = self->first; i < view->n_marks; i++)
    if (tl_rect_overlaps (get_outline (&view->marks[i]), rect))
      return FALSE;
  for (guint i = 0; i < n_before; i++)
    {
      const TlCurve *curve = &g_array_index (self->curves, TlCurve, i);

      if (curve->label != NULL && tl_rect_overlaps (curve->label_rect, rect))
        return FALSE;
    }
  return TRUE;
}

/* At the middle of the curve, or near it, where nothing else is. */
static void
place_label (const Collector *self, guint index, guint record)
{
  static const double places[] = { 0.5,  0.42, 0.58, 0.34, 0.66,
                                   0.26, 0.74, 0.18, 0.82 };
  const TlLayoutBase *base = self->layout->base;
  TlCurve            *curve = &g_array_index (self->curves, TlCurve, index);
  const char         *text =
      tl_relation_get_label (curve->relation, curve->from_record != record);
  double zoom = self->layout->zoom;
  double width = (base->measure (text, TL_FONT_DETAIL, base->measure_data) +
                  2 * LABEL_PADDING) *
                 zoom;
  double height = LABEL_HEIGHT * zoom;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      double x;
      double y;

      tl_curve_get_point (curve, places[i], &x, &y);
      curve->label_rect =
          (TlRect){ x - width / 2, y - height / 2, width, height };
      if (!is_clear (self, curve->label_rect, index))
        continue;
      curve->label = text;
      return;
    }
}

/**
 * tl_curves_new:
 * @view: a picture
 * @record: whose relations are wanted, or %TL_NONE for all of those that have
 *   at least one end drawn as itself
 * @max_curves: more of them are only counted
 *
 * Finds the relations that are to be seen in a picture, between records that
 * passed the filter. Those of one record have labels.
 *
 * Returns: (transfer full): curves; good while the view is there
 */
TlCurves *
tl_curves_new (const TlView *view, guint record, guint max_curves)
{
  TlCurves *self = g_new0 (TlCurves, 1);
  Collector collector = {
    .view = view,
    .layout = view->layout,
    .max_curves = max_curves,
    .curves = g_array_new (FALSE, FALSE, sizeof (TlCurve)),
  };

  while (collector.first < view->n_marks &&
         view->marks[collector.first].type == TL_MARK_LIFE)
    collector.first++;
  if (record == TL_NONE)
    collect_all (&collector);
  else if (passes (&collector, record))
    collect_record (&collector, record, FALSE);
  for (guint i = 0; record != TL_NONE && i < collector.curves->len; i++)
    place_label (&collector, i, record);
  self->n_curves = collector.curves->len;
  self->n_hidden = collector.n_hidden;
  self->curves = (TlCurve *)g_array_free (collector.curves, FALSE);
  return self;
}

/**
 * tl_curves_free:
 * @self: (nullable) (transfer full): curves
 *
 * Frees them.
 */
void
tl_curves_free (TlCurves *self)
{
  if (self == NULL)
    return;
  g_free (self->curves);
  g_free (self);
}

/**
 * tl_curve_get_point:
 * @curve: a curve
 * @t: 0 at its beginning, 1 at its end
 * @x: (out): in pixels of the picture
 * @y: (out): the same
 *
 * Finds a point of a curve.
 */
void
tl_curve_get_point (const TlCurve *curve, double t, double *x, double *y)
{
  double s = 1 - t;
  double weights[] = { s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t };

  *x = 0;
  *y = 0;
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      *x += weights[i] * curve->x[i];
      *y += weights[i] * curve->y[i];
    }
}
