/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-painter.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tl-glyph.h"
#include "tl-isolate.h"
#include "tl-painter-private.h"

/* The marks: bars of treaties' lives, bars and glyphs of records, clusters,
 * labels. */

/* How far a haze may reach beyond its mark. */
#define OVERHANG 34.0
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

static void
paint_life (TlPainter painter, TlScene *scene, const TlView *view, guint index)
{
  const TlMark   *mark = &view->marks[index];
  const TlTreaty *treaty =
      tl_dataset_get_treaty (tl_layout_get_dataset (view->layout), mark->index);
  TlColor color =
      tl_color_with_alpha (painter.palette->kind[TL_KIND_TREATY], ALPHA_LIFE);

  tl_scene_add_rect (scene, mark->hit, 4 * get_zoom (view),
                     tl_span_make_fade (mark->hit, view->scale.mirrored,
                                        get_zoom (view), color,
                                        treaty->life.start != TL_BOUND_KNOWN,
                                        treaty->life.end != TL_BOUND_KNOWN),
                     tl_stroke_none ());
}

void
tl_painter_add_span (TlScene      *scene,
                     const TlView *view,
                     const TlMark *mark,
                     TlSpan        span,
                     TlColor       color)
{
  TlSpanBar bar = {
    .span = span,
    .scale = view->scale,
    .warp = tl_layout_get_warp (view->layout),
    .zoom = get_zoom (view),
    .glyph_x = mark->glyph_x,
    .y = mark->y,
    .x = mark->hit.x,
    .width = mark->hit.width,
    .length = mark->x1 - mark->x0,
  };

  if (mark->label_place == TL_LABEL_INSIDE)
    {
      bar.under_text = TRUE;
      bar.height = mark->label.height;
    }
  tl_span_bar_add (&bar, scene, color);
}

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
  g_autofree char *cut = NULL;
  TlRect line = tl_painter_place_label (painter, view, mark, text, font, &cut);

  tl_scene_add_text (scene, cut, line.x, baseline, line.width, font,
                     get_zoom (view), FALSE, color);
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
  if (painter.titled)
    tl_scene_set_language (
        scene, tl_layout_get_label_language (view->layout, mark->index));
  add_label_line (painter, scene, view, mark, title,
                  tl_painter_get_label_baseline (view, mark), TL_FONT_LABEL,
                  painter.palette->text);
  tl_scene_set_language (scene, NULL);
  if (!has_detail_line (view, mark))
    return;
  add_label_line (painter, scene, view, mark, detail, mark->y + 11.5 * zoom,
                  TL_FONT_DETAIL,
                  entry->contested ? painter.palette->contested
                                   : painter.palette->text_muted);
}

/* What a reader of the exported file hears or sees on hovering. */
static char *
dup_spoken (const TlView *view, const TlMark *mark, const char *detail)
{
  TlDataset       *dataset = tl_layout_get_dataset (view->layout);
  g_autofree char *title = tl_isolate (tl_dataset_get_record_title (
      dataset, mark->index, tl_layout_get_language (view->layout)));

  return g_strdup_printf (
      /* Translators: tooltip in an exported picture: title of a record, its
       * kind, its date and status, e.g. "Talks in Vienna (talk): 27 Jul
       * 2020". */
      _ ("%1$s (%2$s): %3$s"), title,
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

static gboolean
is_marked (TlPainter painter, const TlView *view, const TlMark *mark)
{
  return painter.marking != NULL &&
         tl_marking_get_search (painter.marking) != NULL &&
         tl_marking_count (painter.marking, view, mark) > 0;
}

static gboolean
is_dimmed (TlPainter painter, const TlView *view, const TlMark *mark)
{
  return mark->type != TL_MARK_LIFE && painter.marking != NULL &&
         tl_marking_get_dims (painter.marking) &&
         tl_marking_count (painter.marking, view, mark) == 0;
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
  if (is_marked (painter, view, mark))
    tl_painter_add_match (painter, scene, view, mark);
  tl_painter_add_span (scene, view, mark, entry->span, color);
  tl_glyph_add (scene, (TlKind)entry->kind,
                tl_glyph_look_for_status ((TlStatus)entry->status),
                entry->contested, mark->glyph_x, mark->y,
                TL_SPAN_GLYPH_SIZE * zoom, color, painter.palette->background);
  paint_label (painter, scene, view, mark, detail);
  tl_scene_end_group (scene);
}

/* In a folded group the clusters are all that there is: the stronger, the more
 * records they stand for. */
static TlPaint
get_folded_paint (TlPainter painter, const TlView *view, const TlMark *mark)
{
  const TlGroup *group = &view->groups[mark->group];
  gboolean by_kind = tl_layout_get_group_by (view->layout) == TL_GROUP_BY_KIND;
  double   strength = log2 (1 + mark->count) / log2 (2 + group->n_records);

  return tl_paint_color (tl_color_with_alpha (
      by_kind ? painter.palette->kind[group->key] : painter.palette->text_muted,
      0.10 + 0.20 * strength));
}

/* (transfer full): what the pill of a cluster says: where others are faint,
 * also how many of its members are looked for. */
static char *
dup_cluster_text (TlPainter     painter,
                  const TlView *view,
                  const TlMark *mark,
                  guint         n_matches)
{
  TlDateFormatter *formatter = tl_layout_get_formatter (view->layout);
  double           room = mark->hit.width - 6 * get_zoom (view);
  g_autofree char *count =
      tl_date_formatter_format_count (formatter, mark->count);
  g_autofree char *matching =
      tl_date_formatter_format_count (formatter, n_matches);
  g_autofree char *text = NULL;

  if (view->groups[mark->group].folded &&
      (n_matches == 0 || n_matches == mark->count))
    return g_steal_pointer (&count);
  if (n_matches == 0 || n_matches == mark->count)
    /* Translators: on a pill that stands for several records; %s is their
     * number. */
    return g_strdup_printf (_ ("+%s"), count);

  /* Translators: on a pill that stands for several records: how many of them
   * are what one looks for, and how many there are: "3/40". */
  text = g_strdup_printf (C_ ("matching of all", "%1$s/%2$s"), matching, count);
  if (tl_text_measurer_measure_scaled (painter.measurer, text, TL_FONT_FLAG,
                                       get_zoom (view), FALSE) <= room)
    return g_steal_pointer (&text);
  return g_steal_pointer (&matching);
}

static void
paint_cluster (TlPainter     painter,
               TlScene      *scene,
               const TlView *view,
               const TlMark *mark)
{
  guint            n_matches = painter.marking != NULL
                                   ? tl_marking_count (painter.marking, view, mark)
                                   : 0;
  gboolean         folded = view->groups[mark->group].folded;
  gboolean         marked = is_marked (painter, view, mark);
  g_autofree char *text = dup_cluster_text (painter, view, mark, n_matches);
  double           zoom = get_zoom (view);
  double width = tl_text_measurer_measure_scaled (painter.measurer, text,
                                                  TL_FONT_FLAG, zoom, FALSE);

  tl_scene_begin_group (scene, NULL, painter.titled ? text : NULL);
  tl_scene_add_rect (
      scene, mark->hit, mark->hit.height / 2,
      marked   ? tl_paint_color (painter.palette->match)
      : folded ? get_folded_paint (painter, view, mark)
               : tl_paint_color (painter.palette->axis),
      marked   ? tl_stroke (painter.palette->match_line, TL_MATCH_LINE * zoom)
      : folded ? tl_stroke_none ()
               : tl_stroke (painter.palette->text_muted, 1));
  tl_scene_add_text (scene, text, mark->hit.x + (mark->hit.width - width) / 2,
                     mark->y + 3.8 * zoom, width, TL_FONT_FLAG, zoom, FALSE,
                     painter.palette->text);
  tl_scene_end_group (scene);
}

/* What is not looked for is faint, but keeps its shape. */
static void
paint_mark (TlPainter painter, TlScene *scene, const TlView *view, guint index)
{
  const TlMark *mark = &view->marks[index];
  TlPalette     faint;

  if (is_dimmed (painter, view, mark))
    {
      faint = tl_palette_dim (painter.palette);
      painter.palette = &faint;
    }
  switch (mark->type)
    {
    case TL_MARK_LIFE:
      paint_life (painter, scene, view, index);
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
      TlRect        outline = tl_painter_get_outline (mark);
      double        slack = OVERHANG * get_zoom (view);

      if (outline.x + outline.width < x0 - slack || outline.x > x1 + slack)
        continue;
      paint_mark (painter, scene, view, i);
    }
  return scene;
}
