/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-painter.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-glyph.h"

/* The marks: bars of treaties' lives, bars and glyphs of records, clusters,
 * labels, and the rings of selection and hover. An inexact date never looks
 * exact: where the bar is too short to show its soft ends, a haze stands
 * behind the glyph. */

#define GLYPH_SIZE 14.0
#define BAR_HEIGHT 12.0
/* The ring of the focus: beyond the mark, and beyond that along time. */
#define FOCUS_REACH 4.0
#define FOCUS_REACH_TIME 4.0
#define FOCUS_RADIUS 3.0
#define FOCUS_WIDTH 2.0
#define FOCUS_HALO 5.0
#define HAZE_WIDTH 34.0
#define SOFT_END_MAX 48.0
#define ALPHA_CERTAIN 0.34
#define ALPHA_POSSIBLE 0.26
#define ALPHA_UNDER_TEXT 0.16
#define ALPHA_DAY 0.14
#define ALPHA_LIFE 0.17

static double
get_zoom (const TlView *view)
{
  return tl_layout_get_zoom (view->layout);
}

static const TlEntry *
get_entry (const TlView *view, guint record)
{
  return &tl_dataset_get_entries (tl_layout_get_dataset (view->layout))[record];
}

static TlColor
get_mark_color (TlPainter painter, const TlEntry *entry)
{
  if (entry->act == TL_ACT_EXPIRATION)
    return painter.palette->expiration;
  return painter.palette->kind[entry->kind];
}

/* soft_start and soft_end are in the direction of time. */
static TlPaint
make_fade (const TlView *view,
           TlRect        rect,
           TlColor       color,
           gboolean      soft_start,
           gboolean      soft_end)
{
  double   length = MIN (rect.width * 0.4, SOFT_END_MAX * get_zoom (view));
  gboolean left = view->scale.mirrored ? soft_end : soft_start;
  gboolean right = view->scale.mirrored ? soft_start : soft_end;

  return (TlPaint){
    .kind = TL_PAINT_FADE,
    .color = color,
    .from_x = rect.x,
    .to_x = rect.x + rect.width,
    .start_alpha = left ? 0 : 1,
    .end_alpha = right ? 0 : 1,
    .start_width = left ? length : 0,
    .end_width = right ? length : 0,
  };
}

static void
paint_life (TlPainter painter, TlScene *scene, const TlView *view, guint index)
{
  const TlMark   *mark = &view->marks[index];
  const TlTreaty *treaty =
      tl_dataset_get_treaty (tl_layout_get_dataset (view->layout), mark->index);
  TlColor color =
      tl_color_with_alpha (painter.palette->kind[TL_KIND_TREATY], ALPHA_LIFE);

  tl_scene_add_rect (scene, mark->hit, 4 * get_zoom (view),
                     make_fade (view, mark->hit, color,
                                treaty->life.start != TL_BOUND_KNOWN,
                                treaty->life.end != TL_BOUND_KNOWN),
                     tl_stroke_none ());
}

/* The stretch that is certainly covered, in pixels of the picture. */
static TlRect
get_core_rect (const TlView *view,
               const TlMark *mark,
               TlSpan        span,
               double        height)
{
  TlWarp *warp = tl_layout_get_warp (view->layout);
  double  x0 = tl_scale_to_x (view->scale,
                              tl_warp_to_axis (warp, (double)span.core_start));
  double  x1 = tl_scale_to_x (view->scale,
                              tl_warp_to_axis (warp, (double)span.core_end + 1));

  return (TlRect){ MIN (x0, x1), mark->y - height / 2, fabs (x1 - x0), height };
}

/* The time it covers is too short to be seen, and not certain. */
static gboolean
is_hazy (const TlView *view, const TlMark *mark)
{
  TlSpan span = get_entry (view, mark->index)->span;

  return !tl_span_is_exact (span) && span.start == TL_BOUND_KNOWN &&
         span.end == TL_BOUND_KNOWN &&
         mark->x1 - mark->x0 < HAZE_WIDTH * get_zoom (view);
}

static void
paint_haze (TlPainter     painter,
            TlScene      *scene,
            const TlView *view,
            const TlMark *mark,
            TlColor       color)
{
  double zoom = get_zoom (view);
  double width = HAZE_WIDTH * zoom;
  TlRect rect = { mark->glyph_x - width / 2, mark->y - BAR_HEIGHT * zoom / 2,
                  width, BAR_HEIGHT * zoom };

  tl_scene_add_rect (
      scene, rect, rect.height / 2,
      make_fade (view, rect, tl_color_with_alpha (color, 0.42), TRUE, TRUE),
      tl_stroke_none ());
}

/* The bar of a date that covers more pixels than its glyph. */
static void
paint_bar (TlPainter     painter,
           TlScene      *scene,
           const TlView *view,
           const TlMark *mark,
           TlColor       color)
{
  TlSpan   span = get_entry (view, mark->index)->span;
  gboolean inside = mark->label_place == TL_LABEL_INSIDE;
  double   height = inside ? mark->label.height : BAR_HEIGHT * get_zoom (view);
  gboolean exact = tl_span_is_exact (span);
  gboolean soft = span.qualifiers != TL_QUALIFIER_NONE;
  TlRect  rect = { mark->hit.x, mark->y - height / 2, mark->hit.width, height };
  double  radius = BAR_HEIGHT * get_zoom (view) / 2;
  TlPaint paint;

  if (exact && span.shape == TL_SHAPE_SINGLE)
    color = tl_color_with_alpha (color, ALPHA_DAY);
  else if (exact)
    color = tl_color_with_alpha (color, ALPHA_CERTAIN);
  else
    color =
        tl_color_with_alpha (color, inside ? ALPHA_UNDER_TEXT : ALPHA_POSSIBLE);
  paint = make_fade (view, rect, color,
                     !exact && (soft || span.start != TL_BOUND_KNOWN ||
                                span.start_precision > TL_PRECISION_DAY),
                     !exact && (soft || span.end != TL_BOUND_KNOWN ||
                                span.end_precision > TL_PRECISION_DAY));
  tl_scene_add_rect (scene, rect, radius, paint, tl_stroke_none ());

  if (span.shape == TL_SHAPE_ONE_OF)
    {
      paint = (TlPaint){ .kind = TL_PAINT_HATCH, .color = color };
      tl_scene_add_rect (scene, rect, radius, paint, tl_stroke_none ());
    }
  else if (!exact && !soft && span.core_start <= span.core_end)
    tl_scene_add_rect (scene, get_core_rect (view, mark, span, height), 0,
                       tl_paint_color (color), tl_stroke_none ());
}

/* Pulls a label's line to the side of its rectangle next to the glyph. */
static void
add_label_line (TlPainter     painter,
                TlScene      *scene,
                const TlView *view,
                const TlMark *mark,
                const char   *text,
                double        baseline,
                TlFontRole    font,
                TlColor       color)
{
  double           zoom = get_zoom (view);
  g_autofree char *cut = tl_text_measurer_ellipsize (
      painter.measurer, text, font, zoom, mark->label.width);
  double width = tl_text_measurer_measure_scaled (painter.measurer, cut, font,
                                                  zoom, FALSE);
  double x = mark->label.x;

  if (mark->label.x + mark->label.width / 2 < mark->glyph_x)
    x += mark->label.width - width;
  tl_scene_add_text (scene, cut, x, baseline, width, font, zoom, FALSE, color);
}

static gboolean
has_detail_line (const TlView *view, const TlMark *mark)
{
  return mark->label_place != TL_LABEL_NONE &&
         tl_layout_has_two_lines (view->layout);
}

/* detail: nullable where it is not shown */
static void
paint_label (TlPainter     painter,
             TlScene      *scene,
             const TlView *view,
             const TlMark *mark,
             const char   *detail)
{
  const TlEntry *entry = get_entry (view, mark->index);
  const char    *title = tl_layout_get_label (view->layout, mark->index);
  double         zoom = get_zoom (view);

  if (mark->label_place == TL_LABEL_NONE)
    return;
  if (!has_detail_line (view, mark))
    {
      add_label_line (painter, scene, view, mark, title, mark->y + 4.2 * zoom,
                      TL_FONT_LABEL, painter.palette->text);
      return;
    }

  add_label_line (painter, scene, view, mark, title, mark->y - 2.2 * zoom,
                  TL_FONT_LABEL, painter.palette->text);
  add_label_line (painter, scene, view, mark, detail, mark->y + 11.5 * zoom,
                  TL_FONT_DETAIL,
                  entry->contested ? painter.palette->contested
                                   : painter.palette->text_muted);
}

/* What a reader of the exported file hears or sees on hovering. */
static char *
dup_spoken (const TlView *view, const TlMark *mark, const char *detail)
{
  TlDataset  *dataset = tl_layout_get_dataset (view->layout);
  const char *title = tl_dataset_get_record_title (
      dataset, mark->index, tl_layout_get_language (view->layout));

  /* Translators: tooltip in an exported picture: title of a record, its kind,
   * its date and status, e.g. "Talks in Vienna (talk): 27 Jul 2020". */
  return g_strdup_printf (
      _ ("%s (%s): %s"), title,
      tl_kind_get_label ((TlKind)get_entry (view, mark->index)->kind), detail);
}

static void
begin_record (TlPainter     painter,
              TlScene      *scene,
              const TlView *view,
              const TlMark *mark,
              const char   *detail)
{
  g_autofree char *spoken = NULL;
  g_autofree char *id = NULL;

  if (painter.titled)
    {
      spoken = dup_spoken (view, mark, detail);
      id = g_strconcat ("record-",
                        tl_dataset_get_record_id (
                            tl_layout_get_dataset (view->layout), mark->index),
                        NULL);
    }
  tl_scene_begin_group (scene, id, spoken);
}

static void
paint_record (TlPainter     painter,
              TlScene      *scene,
              const TlView *view,
              const TlMark *mark)
{
  const TlEntry   *entry = get_entry (view, mark->index);
  TlColor          color = get_mark_color (painter, entry);
  double           zoom = get_zoom (view);
  g_autofree char *detail = NULL;

  /* It is read from the dataset's file: only for whom it is shown. */
  if (painter.titled || has_detail_line (view, mark))
    detail = tl_layout_dup_detail (view->layout, mark->index);
  begin_record (painter, scene, view, mark, detail);
  if (is_hazy (view, mark))
    paint_haze (painter, scene, view, mark, color);
  else if (mark->hit.width > (GLYPH_SIZE + 2) * zoom)
    paint_bar (painter, scene, view, mark, color);
  tl_glyph_add (scene, (TlKind)entry->kind,
                tl_glyph_look_for_status ((TlStatus)entry->status),
                entry->contested, mark->glyph_x, mark->y, GLYPH_SIZE * zoom,
                color, painter.palette->background);
  paint_label (painter, scene, view, mark, detail);
  tl_scene_end_group (scene);
}

static void
paint_cluster (TlPainter     painter,
               TlScene      *scene,
               const TlView *view,
               const TlMark *mark)
{
  TlDateFormatter *formatter = tl_layout_get_formatter (view->layout);
  g_autofree char *count =
      tl_date_formatter_format_count (formatter, mark->count);
  /* Translators: on a pill that stands for several records; %s is their
   * number. */
  g_autofree char *text = g_strdup_printf (_ ("+%s"), count);
  double           zoom = get_zoom (view);
  double width = tl_text_measurer_measure_scaled (painter.measurer, text,
                                                  TL_FONT_FLAG, zoom, FALSE);

  tl_scene_begin_group (scene, NULL, painter.titled ? text : NULL);
  tl_scene_add_rect (scene, mark->hit, mark->hit.height / 2,
                     tl_paint_color (painter.palette->axis),
                     tl_stroke (painter.palette->text_muted, 1));
  tl_scene_add_text (scene, text, mark->hit.x + (mark->hit.width - width) / 2,
                     mark->y + 3.8 * zoom, width, TL_FONT_FLAG, zoom, FALSE,
                     painter.palette->text);
  tl_scene_end_group (scene);
}

static TlRect
get_outline (const TlMark *mark)
{
  double x0 = MIN (mark->hit.x, mark->glyph_x - mark->hit.height * 0.55);
  double x1 = MAX (mark->hit.x + mark->hit.width,
                   mark->glyph_x + mark->hit.height * 0.55);
  double y0 = mark->hit.y;
  double y1 = mark->hit.y + mark->hit.height;

  if (mark->label_place != TL_LABEL_NONE)
    {
      x0 = MIN (x0, mark->label.x);
      x1 = MAX (x1, mark->label.x + mark->label.width);
      y0 = MIN (y0, mark->label.y);
      y1 = MAX (y1, mark->label.y + mark->label.height);
    }
  return (TlRect){ x0, y0, x1 - x0, y1 - y0 };
}

TlScene *
tl_painter_paint_marks (TlPainter     painter,
                        const TlView *view,
                        double        x0,
                        double        x1)
{
  TlScene *scene = tl_scene_new (view->scale.width, view->height);

  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *mark = &view->marks[i];
      TlRect        outline = get_outline (mark);
      double        slack = HAZE_WIDTH * get_zoom (view);

      if (outline.x + outline.width < x0 - slack || outline.x > x1 + slack)
        continue;
      switch (mark->type)
        {
        case TL_MARK_LIFE:
          paint_life (painter, scene, view, i);
          break;
        case TL_MARK_CLUSTER:
          paint_cluster (painter, scene, view, mark);
          break;
        case TL_MARK_RECORD:
        default:
          paint_record (painter, scene, view, mark);
          break;
        }
    }
  return scene;
}

static TlScene *
paint_ring (const TlView *view,
            guint         mark,
            TlPaint       fill,
            TlColor       color,
            double        stroke_width)
{
  TlScene *scene = tl_scene_new (view->scale.width, view->height);
  TlRect   rect = get_outline (&view->marks[mark]);
  double   zoom = get_zoom (view);

  rect.x -= 6 * zoom;
  rect.y -= 2 * zoom;
  rect.width += 12 * zoom;
  rect.height += 4 * zoom;
  tl_scene_add_rect (scene, rect, MIN (rect.height / 2, 9 * zoom), fill,
                     tl_stroke (color, stroke_width));
  return scene;
}

TlScene *
tl_painter_paint_selection (TlPainter     painter,
                            const TlView *view,
                            guint         mark,
                            gboolean      focused)
{
  TlColor color = painter.palette->selection;

  return paint_ring (view, mark,
                     tl_paint_color (tl_color_with_alpha (color, 0.11)), color,
                     (focused ? 2.5 : 1.5) * get_zoom (view));
}

TlScene *
tl_painter_paint_hover (TlPainter painter, const TlView *view, guint mark)
{
  TlColor color = painter.palette->hover;

  return paint_ring (view, mark,
                     tl_paint_color (tl_color_with_alpha (color, 0.07)),
                     tl_color_with_alpha (color, 0.25), 1);
}

/* Beyond the ring of the selection, and of another form: corners that are
 * hardly round, in the colour of text, between two lines of paper that keep it
 * apart from whatever lies under it. */
TlScene *
tl_painter_paint_focus (TlPainter painter, const TlView *view, guint mark)
{
  TlScene *scene = tl_scene_new (view->scale.width, view->height);
  TlRect   rect = get_outline (&view->marks[mark]);
  double   zoom = get_zoom (view);
  TlColor  paper = painter.palette->background;
  double   reach = FOCUS_REACH * zoom;
  double   x0;
  double   y0;
  double   x1;
  double   y1;

  /* On whole pixels its lines are sharp. */
  x0 = floor (rect.x - reach - FOCUS_REACH_TIME * zoom);
  y0 = floor (rect.y - reach);
  x1 = ceil (rect.x + rect.width + reach + FOCUS_REACH_TIME * zoom);
  y1 = ceil (rect.y + rect.height + reach);
  rect = (TlRect){ x0, y0, x1 - x0, y1 - y0 };
  tl_scene_add_rect (scene, rect, FOCUS_RADIUS * zoom, tl_paint_none (),
                     tl_stroke (paper, FOCUS_HALO * zoom));
  tl_scene_add_rect (scene, rect, FOCUS_RADIUS * zoom, tl_paint_none (),
                     tl_stroke (painter.palette->text, FOCUS_WIDTH * zoom));
  return scene;
}
