/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-painter-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-isolate.h"

/* Relations as quiet curves, each sort with a dash of its own, with an arrow
 * head at the record that is named. A curve is drawn in short pieces, each a
 * whole number of its dashes long: what draws the window pays for the area
 * around each path, and that around a long curve is large. */

#define WIDTH 1.0
#define WIDTH_STRONG 1.5
#define SHARE 0.5
#define SHARE_STRONG 0.85
#define SHARE_COVERED 0.35
/* Of the middle of a mark. */
#define CLEAR 10.0
#define PIECE_LENGTH 80.0
#define ARROW_LENGTH 8.0
#define ARROW_HALF 3.2
#define LABEL_RADIUS 4.0
#define LABEL_PADDING 4.0
#define NOTE_PADDING 8.0
#define NOTE_HEIGHT 20.0

/* On and off, at 100 %; nothing for a line that is not broken. */
static const double dashes[][2] = {
  [TL_RELATION_RESPONDS_TO] = { 0, 0 },
  [TL_RELATION_PART_OF] = { 2, 3 },
  [TL_RELATION_REFERS_TO] = { 6, 4 },
  [TL_RELATION_PRECEDES] = { 12, 4 },
};

/* A curve on its way into pieces. */
typedef struct
{
  TlScene *scene;
  TlStroke stroke;
  double   max_length;
  TlPoint  points[TL_CURVE_STEPS + 2];
  guint    n_points;
  double   length;
} Pen;

static double
get_distance (TlPoint a, TlPoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

static void
lift (Pen *pen)
{
  if (pen->n_points >= 2)
    tl_scene_add_path (pen->scene, pen->points, pen->n_points, FALSE,
                       tl_paint_none (), pen->stroke);
  pen->n_points = 0;
  pen->length = 0;
}

/* Cuts the way there where pieces end. */
static void
draw_to (Pen *pen, TlPoint point)
{
  while (pen->n_points > 0)
    {
      TlPoint last = pen->points[pen->n_points - 1];
      double  way = get_distance (last, point);
      double  rest = pen->max_length - pen->length;
      TlPoint cut;

      if (way <= rest || way <= 0)
        {
          pen->length += way;
          break;
        }
      cut = (TlPoint){ last.x + (point.x - last.x) * rest / way,
                       last.y + (point.y - last.y) * rest / way };
      pen->points[pen->n_points++] = cut;
      lift (pen);
      pen->points[pen->n_points++] = cut;
    }
  if (pen->n_points > TL_CURVE_STEPS)
    lift (pen);
  pen->points[pen->n_points++] = point;
}

static TlPoint
get_point (const TlCurve *curve, double t)
{
  TlPoint point;

  tl_curve_get_point (curve, t, &point.x, &point.y);
  return point;
}

/* How far the curve has to go from its end to leave a mark there: from + step,
 * from + 2 · step, … */
static double
find_border (const TlCurve *curve, double from, double step, double radius)
{
  TlPoint middle = get_point (curve, from);
  double  t = from;

  for (guint i = 0; i < TL_CURVE_STEPS / 2; i++)
    {
      if (get_distance (get_point (curve, t), middle) >= radius)
        break;
      t += step;
    }
  return t;
}

static void
add_arrow (TlScene       *scene,
           const TlCurve *curve,
           double         end,
           double         zoom,
           TlColor        color)
{
  TlPoint tip = get_point (curve, end);
  double  back =
      find_border (curve, end, -0.5 / TL_CURVE_STEPS, ARROW_LENGTH * zoom);
  TlPoint tail = get_point (curve, back);
  double  length = get_distance (tip, tail);
  TlPoint along;
  TlPoint triangle[3];

  if (length <= 0)
    return;
  along = (TlPoint){ (tip.x - tail.x) / length, (tip.y - tail.y) / length };
  tail = (TlPoint){ tip.x - along.x * ARROW_LENGTH * zoom,
                    tip.y - along.y * ARROW_LENGTH * zoom };
  triangle[0] = tip;
  triangle[1] = (TlPoint){ tail.x - along.y * ARROW_HALF * zoom,
                           tail.y + along.x * ARROW_HALF * zoom };
  triangle[2] = (TlPoint){ tail.x + along.y * ARROW_HALF * zoom,
                           tail.y - along.x * ARROW_HALF * zoom };
  tl_scene_add_path (scene, triangle, G_N_ELEMENTS (triangle), TRUE,
                     tl_paint_color (color), tl_stroke_none ());
}

/* Behind labels only so much of the colour is left that one can follow the
 * curve, and nothing looks struck through. */
static void
draw_between (
    Pen *pen, const TlCurve *curve, double start, double end, TlColor faint)
{
  TlColor  color = pen->stroke.paint.color;
  gboolean was_covered = FALSE;

  for (guint i = 0; i < TL_CURVE_STEPS; i++)
    {
      double   from = MAX (start, (double)i / TL_CURVE_STEPS);
      double   to = MIN (end, (i + 1.0) / TL_CURVE_STEPS);
      gboolean is_covered = (curve->covered >> i & 1) != 0;

      if (from >= to)
        continue;
      if (is_covered != was_covered)
        lift (pen);
      was_covered = is_covered;
      pen->stroke.paint.color = is_covered ? faint : color;
      if (pen->n_points == 0)
        draw_to (pen, get_point (curve, from));
      draw_to (pen, get_point (curve, to));
    }
  lift (pen);
}

static TlColor
get_color (TlPainter painter, gboolean strong, double share)
{
  TlColor color =
      strong ? painter.palette->selection : painter.palette->text_muted;

  return tl_color_blend (
      tl_color_with_alpha (color, share * (strong ? SHARE_STRONG : SHARE)),
      painter.palette->background);
}

void
tl_painter_add_curve (TlPainter      painter,
                      TlScene       *scene,
                      const TlCurve *curve,
                      double         zoom,
                      gboolean       strong,
                      gboolean       is_trimmed)
{
  const double *dash = dashes[curve->relation];
  TlColor       color = get_color (painter, strong, 1);
  double        period = (dash[0] + dash[1]) * zoom;
  double        clear = is_trimmed ? CLEAR * zoom : 0;
  Pen           pen = { .scene = scene,
                        .stroke =
                            tl_stroke (color, (strong ? WIDTH_STRONG : WIDTH) * zoom),
                        .max_length = PIECE_LENGTH * zoom };
  double        start = find_border (curve, 0, 0.5 / TL_CURVE_STEPS, clear);
  double        end = find_border (curve, 1, -0.5 / TL_CURVE_STEPS, clear);

  if (start >= end)
    return;
  if (period > 0)
    {
      pen.stroke.dash[0] = dash[0] * zoom;
      pen.stroke.dash[1] = dash[1] * zoom;
      pen.max_length = floor (pen.max_length / period) * period;
    }
  draw_between (&pen, curve, start, end,
                get_color (painter, strong, SHARE_COVERED));
  if (curve->to != TL_NONE)
    add_arrow (scene, curve, end, zoom, color);
}

/* What a reader of the exported file hears: "Talks: Refers to: Test". */
static char *
dup_spoken (const TlView *view, const TlCurve *curve)
{
  TlDataset       *dataset = tl_layout_get_dataset (view->layout);
  const char      *language = tl_layout_get_language (view->layout);
  g_autofree char *from = tl_isolate (
      tl_dataset_get_record_title (dataset, curve->from_record, language));
  g_autofree char *to = tl_isolate (
      tl_dataset_get_record_title (dataset, curve->to_record, language));

  return g_strdup_printf (
      /* Translators: a relation in an exported picture: title of a record, how
       * it is related, title of the other record: "Talks in Vienna: Refers to:
       * Missile test". */
      C_ ("relation", "%1$s: %2$s: %3$s"), from,
      tl_relation_get_label (curve->relation, FALSE), to);
}

static void
add_label (TlPainter painter, TlScene *scene, const TlCurve *curve, double zoom)
{
  TlRect rect = curve->label_rect;
  double padding = LABEL_PADDING * zoom;

  tl_scene_add_rect (scene, rect, LABEL_RADIUS * zoom,
                     tl_paint_color (painter.palette->background),
                     tl_stroke_none ());
  tl_scene_add_text (scene, curve->label, rect.x + padding,
                     rect.y + rect.height / 2 + 3.8 * zoom,
                     rect.width - 2 * padding, TL_FONT_DETAIL, zoom, FALSE,
                     painter.palette->text_muted);
}

TlScene *
tl_painter_paint_curves (TlPainter       painter,
                         const TlView   *view,
                         const TlCurves *curves,
                         gboolean        strong)
{
  TlScene *scene = tl_scene_new (view->scale.width, view->height);
  double   zoom = tl_layout_get_zoom (view->layout);

  for (guint i = 0; i < curves->n_curves; i++)
    {
      g_autofree char *spoken =
          painter.titled ? dup_spoken (view, &curves->curves[i]) : NULL;

      tl_scene_begin_group (scene, NULL, spoken);
      tl_painter_add_curve (painter, scene, &curves->curves[i], zoom, strong,
                            TRUE);
      tl_scene_end_group (scene);
    }
  for (guint i = 0; i < curves->n_curves; i++)
    if (curves->curves[i].label != NULL)
      add_label (painter, scene, &curves->curves[i], zoom);
  return scene;
}

TlScene *
tl_painter_paint_note (TlPainter painter, const char *text, double zoom)
{
  double   width = tl_text_measurer_measure_scaled (painter.measurer, text,
                                                    TL_FONT_DETAIL, zoom, FALSE);
  TlRect   paper = { 0.5, 0.5, ceil (width + 2 * NOTE_PADDING * zoom),
                     ceil (NOTE_HEIGHT * zoom) };
  TlScene *scene = tl_scene_new (paper.width + 1, paper.height + 1);

  tl_scene_add_rect (scene, paper, paper.height / 2,
                     tl_paint_color (painter.palette->axis),
                     tl_stroke (painter.palette->line, 1));
  tl_scene_add_text (scene, text, NOTE_PADDING * zoom,
                     paper.height / 2 + 4 * zoom, width, TL_FONT_DETAIL, zoom,
                     FALSE, painter.palette->text);
  return scene;
}
