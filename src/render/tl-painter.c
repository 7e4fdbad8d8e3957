/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-painter.h"

#include <glib/gi18n.h>
#include <math.h>

/* Everything of the picture that is not a mark: the axis with its flags, the
 * grid, the lines of today and of expirations, the headings of the groups. */

#define AXIS_HEIGHT 50.0
/* How far the sign of a broken axis swings from it. */
#define BREAK_SWING 3.9
#define BASELINE_MAJOR 19.0
#define BASELINE_MINOR 40.0
#define HEADING_BAR 4.0
#define HEADING_INSET 14.0
#define HEADING_GAP 12.0
#define HEADINGS_MIN 104.0
#define HEADINGS_MAX 190.0
/* A file has no tooltips that would tell the rest of a name. */
#define HEADINGS_MAX_IN_FILE 300.0
#define DISCLOSURE 14.0
/* Between the words of a flag and the edge of the picture. */
#define FLAG_MARGIN 4.0
/* Of a title in a flag; less of it says nothing. */
#define FLAG_LEAST_TITLE 36.0
#define FOLDED_COUNT_MARGIN 10.0

static double
get_zoom (const TlView *view)
{
  return tl_layout_get_zoom (view->layout);
}

/* Hairlines are drawn on the middle of a pixel. */
static double
snap (double value)
{
  return floor (value) + 0.5;
}

static gboolean
has_today (const TlView *view, double *x)
{
  TlWarp *warp = tl_layout_get_warp (view->layout);

  *x = tl_scale_to_x (
      view->scale,
      tl_warp_to_axis (warp, (double)tl_layout_get_today (view->layout)));
  return *x >= 0 && *x <= view->scale.width;
}

double
tl_painter_get_axis_height (const TlView *view)
{
  return AXIS_HEIGHT * get_zoom (view) + view->flags_height;
}

static void
add_tick_label (TlScene      *scene,
                TlPainter     painter,
                const TlTick *tick,
                double        zoom)
{
  tl_scene_add_text (
      scene, tick->label, tick->label_x,
      (tick->major ? BASELINE_MAJOR : BASELINE_MINOR) * zoom, tick->label_width,
      tick->major ? TL_FONT_AXIS_MAJOR : TL_FONT_AXIS_MINOR, zoom, FALSE,
      tick->major ? painter.palette->text : painter.palette->text_muted);
}

static gboolean
is_label_free (const TlTicks *ticks, double x0, double x1)
{
  for (guint i = 0; i < ticks->n_ticks; i++)
    {
      const TlTick *tick = &ticks->ticks[i];

      if (!tick->major && tick->label != NULL && tick->label_x < x1 + 6 &&
          tick->label_x + tick->label_width > x0 - 6)
        return FALSE;
    }
  return TRUE;
}

/* The sign of a broken axis: a zigzag on the axis line, and the name of the
 * shortened span above it where it has room. */
static void
add_break (TlScene           *scene,
           TlPainter          painter,
           const TlTicks     *ticks,
           const TlTickBreak *gap,
           double             zoom)
{
  const double y = AXIS_HEIGHT * zoom;
  const double middle = (gap->x0 + gap->x1) / 2;
  const double step = MIN (BREAK_SWING / 1.5 * zoom, (gap->x1 - gap->x0) / 8);
  const double swing = step * 1.5;
  TlPoint      zigzag[6];
  double       width = tl_text_measurer_measure_scaled (
            painter.measurer, gap->label, TL_FONT_AXIS_MINOR, zoom, FALSE);

  for (int i = 0; i < 6; i++)
    zigzag[i] = (TlPoint){
      middle + (i - 2.5) * step,
      i == 0 || i == 5 ? y - 0.5 : y - 0.5 + (i % 2 == 1 ? -swing : swing),
    };
  tl_scene_begin_group (scene, NULL, gap->label);
  tl_scene_add_rect (
      scene, (TlRect){ gap->x0, 0, gap->x1 - gap->x0, y }, 0,
      tl_paint_color (tl_color_with_alpha (painter.palette->shortened, 0.16)),
      tl_stroke_none ());
  tl_scene_add_line (scene, zigzag[0].x, y - 0.5, zigzag[5].x, y - 0.5,
                     tl_stroke (painter.palette->background, 2));
  tl_scene_add_path (scene, zigzag, G_N_ELEMENTS (zigzag), FALSE,
                     tl_paint_none (),
                     tl_stroke (painter.palette->text_muted, 1.2 * zoom));
  if (width + 8 * zoom <= gap->x1 - gap->x0 &&
      is_label_free (ticks, middle - width / 2, middle + width / 2))
    tl_scene_add_text (scene, gap->label, middle - width / 2,
                       BASELINE_MINOR * zoom, width, TL_FONT_AXIS_MINOR, zoom,
                       FALSE, painter.palette->text_muted);
  tl_scene_end_group (scene);
}

/* Where its words have room: in the part of the flag that is in the picture. */
static TlRect
get_flag_room (const TlFlag *flag,
               double        notch,
               gboolean      points_left,
               double        view_width)
{
  double left = flag->rect.x + (points_left ? notch : 0);
  double right = flag->rect.x + flag->rect.width - (points_left ? 0 : notch);

  if (flag->x >= 0 && flag->x <= view_width)
    {
      left = MAX (left, FLAG_MARGIN);
      right = MIN (right, view_width - FLAG_MARGIN);
    }
  return (TlRect){ left, flag->rect.y, MAX (right - left, 0),
                   flag->rect.height };
}

static double
measure_flag_words (TlPainter painter, const char *words, double zoom)
{
  return tl_text_measurer_measure_scaled (painter.measurer, words, TL_FONT_FLAG,
                                          zoom, FALSE);
}

/* The time is what one looks for: where there is not room for all the words,
 * the title has less of it, and in the least room none. */
static char *
fit_flag_words (TlPainter painter, const TlFlag *flag, double zoom, double room)
{
  double whole = measure_flag_words (painter, flag->text, zoom);
  double rest = whole - measure_flag_words (painter, flag->title, zoom);
  g_autofree char *title = NULL;

  if (whole <= room)
    return g_strdup (flag->text);
  room = MAX (room - FLAG_MARGIN * zoom, 0);
  if (room - rest < FLAG_LEAST_TITLE * zoom)
    return tl_text_measurer_ellipsize (painter.measurer, flag->countdown,
                                       TL_FONT_FLAG, zoom, room);
  title = tl_text_measurer_ellipsize (painter.measurer, flag->title,
                                      TL_FONT_FLAG, zoom, room - rest);
  return tl_flag_dup_text (title, flag->countdown);
}

static void
add_flag (TlScene      *scene,
          TlPainter     painter,
          const TlFlag *flag,
          double        view_width,
          double        zoom)
{
  TlRect           rect = flag->rect;
  double           top = AXIS_HEIGHT * zoom + rect.y;
  double           bottom = top + rect.height;
  double           notch = 6 * zoom;
  double           right = rect.x + rect.width;
  gboolean         points_left = flag->x > rect.x + rect.width / 2;
  TlRect           room = get_flag_room (flag, notch, points_left, view_width);
  g_autofree char *text = fit_flag_words (painter, flag, zoom, room.width);
  double           width = measure_flag_words (painter, text, zoom);
  double           text_x = room.x + (room.width - width) / 2;
  TlPoint          outline[] = {
             { points_left ? right : rect.x, top },
             { points_left ? rect.x : right, top },
             { points_left ? rect.x + notch : right - notch, (top + bottom) / 2 },
             { points_left ? rect.x : right, bottom },
             { points_left ? right : rect.x, bottom },
  };

  tl_scene_begin_group (scene, NULL, flag->text);
  tl_scene_add_path (scene, outline, G_N_ELEMENTS (outline), TRUE,
                     tl_paint_color (painter.palette->expiration),
                     tl_stroke_none ());
  tl_scene_add_text (scene, text, text_x, (top + bottom) / 2 + 3.8 * zoom,
                     width, TL_FONT_FLAG, zoom, FALSE,
                     painter.palette->on_expiration);
  tl_scene_end_group (scene);
}

TlScene *
tl_painter_paint_axis (TlPainter      painter,
                       const TlView  *view,
                       const TlTicks *ticks)
{
  double zoom = get_zoom (view);
  double y = AXIS_HEIGHT * zoom;
  double height = tl_painter_get_axis_height (view);
  double today;
  /* Signs of a broken axis stand half below its line. */
  TlScene *scene = tl_scene_new (view->scale.width,
                                 MAX (height, y + BREAK_SWING * zoom + 1));

  for (guint i = 0; i < ticks->n_ticks; i++)
    {
      const TlTick *tick = &ticks->ticks[i];

      if (tick->x >= 0 && tick->label != NULL)
        tl_scene_add_line (scene, snap (tick->x),
                           (tick->major ? 6 : BASELINE_MAJOR + 9) * zoom,
                           snap (tick->x), y,
                           tl_stroke (tick->major ? painter.palette->line
                                                  : painter.palette->grid,
                                      1));
    }
  tl_scene_add_line (scene, 0, snap (y - 1), view->scale.width, snap (y - 1),
                     tl_stroke (painter.palette->line, 1));
  for (guint i = 0; i < ticks->n_breaks; i++)
    add_break (scene, painter, ticks, &ticks->breaks[i], zoom);
  for (guint i = 0; i < ticks->n_ticks; i++)
    if (ticks->ticks[i].label != NULL)
      add_tick_label (scene, painter, &ticks->ticks[i], zoom);
  for (guint i = 0; i < view->n_flags; i++)
    {
      tl_scene_add_line (scene, view->flags[i].x, y, view->flags[i].x, height,
                         tl_stroke (painter.palette->expiration, 1.6 * zoom));
      add_flag (scene, painter, &view->flags[i], view->scale.width, zoom);
    }
  if (has_today (view, &today))
    tl_scene_add_rect (
        scene, (TlRect){ today - 4 * zoom, y - 8 * zoom, 8 * zoom, 8 * zoom },
        4 * zoom, tl_paint_color (painter.palette->today), tl_stroke_none ());
  return scene;
}

TlScene *
tl_painter_paint_grid (TlPainter      painter,
                       const TlView  *view,
                       const TlTicks *ticks,
                       double         height)
{
  TlScene *scene = tl_scene_new (view->scale.width, height);

  for (guint i = 0; i < ticks->n_breaks; i++)
    {
      const TlTickBreak *gap = &ticks->breaks[i];

      tl_scene_add_rect (scene,
                         (TlRect){ gap->x0, 0, gap->x1 - gap->x0, height }, 0,
                         tl_paint_color (tl_color_with_alpha (
                             painter.palette->shortened, 0.16)),
                         tl_stroke_none ());
    }
  for (guint i = 0; i < ticks->n_ticks; i++)
    {
      const TlTick *tick = &ticks->ticks[i];

      if (tick->x < 0 || tick->label == NULL)
        continue;
      tl_scene_add_line (scene, snap (tick->x), 0, snap (tick->x), height,
                         tl_stroke (painter.palette->grid, 1));
    }
  for (guint i = 1; i < view->n_groups; i++)
    tl_scene_add_line (scene, 0, snap (view->groups[i].y), view->scale.width,
                       snap (view->groups[i].y),
                       tl_stroke (painter.palette->line, 1));
  return scene;
}

TlScene *
tl_painter_paint_lines (TlPainter painter, const TlView *view, double height)
{
  TlScene *scene = tl_scene_new (view->scale.width, height);
  double   zoom = get_zoom (view);
  double   today;

  if (has_today (view, &today))
    {
      TlStroke stroke = tl_stroke (painter.palette->today, 1.5 * zoom);

      stroke.dash[0] = 5 * zoom;
      stroke.dash[1] = 4 * zoom;
      tl_scene_begin_group (scene, NULL, _ ("Today"));
      tl_scene_add_line (scene, today, 0, today, height, stroke);
      tl_scene_end_group (scene);
    }
  for (guint i = 0; i < view->n_flags; i++)
    tl_scene_add_line (scene, view->flags[i].x, 0, view->flags[i].x, height,
                       tl_stroke (painter.palette->expiration, 1.6 * zoom));
  return scene;
}

/* reserved: at its end, for what stands there. */
static void
add_heading (TlScene      *scene,
             TlPainter     painter,
             const TlView *view,
             const char   *title,
             double        baseline,
             double        width,
             double        reserved,
             TlColor       color)
{
  const TlFontRole font = TL_FONT_HEADING;
  double           zoom = get_zoom (view);
  double           inset = (HEADING_INSET + HEADING_BAR + HEADING_GAP) * zoom;
  g_autofree char *cut = tl_text_measurer_ellipsize (
      painter.measurer, title, font, zoom, width - inset - 4 * zoom - reserved);
  double text_width = tl_text_measurer_measure_scaled (painter.measurer, cut,
                                                       font, zoom, FALSE);

  tl_scene_add_text (scene, cut,
                     painter.right_to_left ? width - inset - text_width : inset,
                     baseline, text_width, font, zoom, FALSE, color);
}

static gboolean
has_named_lanes (const TlView *view, guint group)
{
  for (guint i = 0; i < view->n_lanes; i++)
    if (view->lanes[i].group == group)
      return TRUE;
  return FALSE;
}

/* Groups by kind have the kind's colour; others alternate calmly. */
static TlColor
get_group_color (TlPainter painter, const TlView *view, guint group)
{
  if (tl_layout_get_group_by (view->layout) == TL_GROUP_BY_KIND)
    return painter.palette->kind[view->groups[group].key];
  return painter.palette->text_muted;
}

/* The middle of the line that names the group, or the first of its lanes. */
static double
get_heading_middle (const TlView *view, guint group)
{
  for (guint i = 0; i < view->n_lanes; i++)
    if (view->lanes[i].group == group)
      return view->lanes[i].y + view->lanes[i].height / 2;
  return view->groups[group].y + view->groups[group].height / 2;
}

TlRect
tl_painter_get_disclosure (TlPainter     painter,
                           const TlView *view,
                           guint         group,
                           double        width)
{
  double size = DISCLOSURE * get_zoom (view);

  return (TlRect){ painter.right_to_left ? width - size : 0,
                   get_heading_middle (view, group) - size / 2, size, size };
}

/* Points down where the group is unfolded, else in the direction of reading. */
static void
add_disclosure (TlScene      *scene,
                TlPainter     painter,
                const TlView *view,
                guint         index,
                double        width)
{
  TlRect  rect = tl_painter_get_disclosure (painter, view, index, width);
  double  x = rect.x + rect.width / 2;
  double  y = rect.y + rect.height / 2;
  double  reach = 3.4 * get_zoom (view);
  double  depth = 2.2 * get_zoom (view);
  TlPoint points[3];

  if (painter.right_to_left)
    depth = -depth;
  for (int i = 0; i < 3; i++)
    {
      double along = (i - 1) * reach;
      double ahead = i == 1 ? depth : -depth;

      points[i] =
          view->groups[index].folded
              ? (TlPoint){ x + ahead, y + along }
              : (TlPoint){ x + along, y + fabs (depth) * (i == 1 ? 1 : -1) };
    }
  tl_scene_add_path (
      scene, points, 3, FALSE, tl_paint_none (),
      tl_stroke (painter.palette->text_muted, 1.6 * get_zoom (view)));
}

static double
measure_folded_count (TlPainter      painter,
                      const TlView  *view,
                      const TlGroup *group)
{
  g_autofree char *count = tl_date_formatter_format_count (
      tl_layout_get_formatter (view->layout), group->n_records);

  return tl_text_measurer_measure_scaled (
      painter.measurer, count, TL_FONT_DETAIL, get_zoom (view), FALSE);
}

/* A folded group tells how many records it has: they have no marks. */
static void
add_folded_heading (TlScene       *scene,
                    TlPainter      painter,
                    const TlView  *view,
                    const TlGroup *group,
                    double         width)
{
  double           zoom = get_zoom (view);
  double           baseline = group->y + group->height / 2 + 4.5 * zoom;
  g_autofree char *count = tl_date_formatter_format_count (
      tl_layout_get_formatter (view->layout), group->n_records);
  double text_width = measure_folded_count (painter, view, group);
  double margin = FOLDED_COUNT_MARGIN * zoom;

  tl_scene_set_language (scene, group->language);
  add_heading (scene, painter, view, group->title, baseline, width,
               text_width + margin, painter.palette->text);
  tl_scene_set_language (scene, NULL);
  tl_scene_add_text (
      scene, count,
      painter.right_to_left ? margin : width - margin - text_width, baseline,
      text_width, TL_FONT_DETAIL, zoom, FALSE, painter.palette->text_muted);
}

static void
paint_group_heading (TlScene      *scene,
                     TlPainter     painter,
                     const TlView *view,
                     guint         index,
                     double        width)
{
  const TlGroup *group = &view->groups[index];
  double         zoom = get_zoom (view);
  double         bar = HEADING_BAR * zoom;
  double         inset = HEADING_INSET * zoom;
  double         margin = (group->folded ? 6 : 9) * zoom;

  tl_scene_add_rect (
      scene,
      (TlRect){ painter.right_to_left ? width - inset - bar : inset,
                group->y + margin, bar, group->height - 2 * margin },
      bar / 2, tl_paint_color (get_group_color (painter, view, index)),
      tl_stroke_none ());
  if (painter.foldable)
    add_disclosure (scene, painter, view, index, width);
  if (group->folded)
    add_folded_heading (scene, painter, view, group, width);
  else if (!has_named_lanes (view, index))
    {
      tl_scene_set_language (scene, group->language);
      add_heading (scene, painter, view, group->title,
                   group->y + group->height / 2 + 4.5 * zoom, width, 0,
                   painter.palette->text);
      tl_scene_set_language (scene, NULL);
    }
}

TlScene *
tl_painter_paint_headings (TlPainter     painter,
                           const TlView *view,
                           double        width,
                           double        height)
{
  TlScene *scene = tl_scene_new (width, height);
  double   zoom = get_zoom (view);

  for (guint i = 0; i < view->n_groups; i++)
    {
      if (i > 0)
        tl_scene_add_line (scene, 0, snap (view->groups[i].y), width,
                           snap (view->groups[i].y),
                           tl_stroke (painter.palette->line, 1));
      paint_group_heading (scene, painter, view, i, width);
    }
  for (guint i = 0; i < view->n_lanes; i++)
    {
      tl_scene_set_language (scene, view->lanes[i].language);
      add_heading (scene, painter, view, view->lanes[i].title,
                   view->lanes[i].y + view->lanes[i].height / 2 + 4.2 * zoom,
                   width, 0, painter.palette->text);
    }
  return scene;
}

TlScene *
tl_painter_paint_axis_title (TlPainter     painter,
                             const TlView *view,
                             const char   *title,
                             double        width)
{
  const TlFontRole font = TL_FONT_AXIS_MINOR;
  double           zoom = get_zoom (view);
  double           inset = (HEADING_INSET + HEADING_BAR + HEADING_GAP) * zoom;
  TlScene         *scene = tl_scene_new (width, AXIS_HEIGHT * zoom);
  g_autofree char *cut = tl_text_measurer_ellipsize (
      painter.measurer, title, font, zoom, width - inset - 4 * zoom);
  double text_width = tl_text_measurer_measure_scaled (painter.measurer, cut,
                                                       font, zoom, FALSE);

  tl_scene_add_text (scene, cut,
                     painter.right_to_left ? width - inset - text_width : inset,
                     BASELINE_MINOR * zoom, text_width, font, zoom, FALSE,
                     painter.palette->text_muted);
  return scene;
}

double
tl_painter_get_headings_width (TlPainter painter, const TlView *view)
{
  double zoom = get_zoom (view);
  double widest = 0;

  for (guint i = 0; i < view->n_groups; i++)
    {
      double count = 0;

      if (view->groups[i].folded)
        count = measure_folded_count (painter, view, &view->groups[i]) +
                FOLDED_COUNT_MARGIN * zoom;
      if (!has_named_lanes (view, i))
        widest =
            MAX (widest, count + tl_text_measurer_measure_scaled (
                                     painter.measurer, view->groups[i].title,
                                     TL_FONT_HEADING, zoom, FALSE));
    }
  for (guint i = 0; i < view->n_lanes; i++)
    widest = MAX (widest, tl_text_measurer_measure_scaled (
                              painter.measurer, view->lanes[i].title,
                              TL_FONT_HEADING, zoom, FALSE));
  widest += (HEADING_INSET + HEADING_BAR + HEADING_GAP + 12) * zoom;
  return ceil (
      CLAMP (widest, HEADINGS_MIN * zoom,
             (painter.titled ? HEADINGS_MAX_IN_FILE : HEADINGS_MAX) * zoom));
}
