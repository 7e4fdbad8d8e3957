/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-painter-private.h"

#include "tl-glyph.h"

/* The other dates of a contested record, over what is there: on paper of their
 * own, with a broken outline, and joined to the record's mark by a thin line.
 */

#define LINE_WIDTH 1.0
#define PLATE_ALPHA 0.92
#define PLATE_RADIUS 7.0

static void
add_plate (TlPainter painter, TlScene *scene, TlRect plate, double zoom)
{
  TlColor paper =
      tl_color_with_alpha (painter.palette->background, PLATE_ALPHA);

  tl_scene_add_rect (scene, plate, PLATE_RADIUS * zoom, tl_paint_color (paper),
                     tl_stroke (painter.palette->line, LINE_WIDTH));
}

/* From the record's glyph down, and across to the ghost's. */
static void
add_line (TlPainter      painter,
          TlScene       *scene,
          const TlView  *view,
          const TlGhost *ghost)
{
  const TlMark *parent = &view->marks[ghost->parent];
  double half = TL_SPAN_GLYPH_SIZE / 2 * tl_layout_get_zoom (view->layout) + 1;
  gboolean is_below = ghost->mark.y > parent->y;
  TlStroke stroke = tl_stroke (painter.palette->text_muted, LINE_WIDTH);
  double   top = parent->y + (is_below ? half : -half);
  double   right = ghost->mark.glyph_x > parent->glyph_x ? -half : half;

  tl_scene_add_line (scene, parent->glyph_x, top, parent->glyph_x,
                     ghost->mark.y, stroke);
  if (ABS (ghost->mark.glyph_x - parent->glyph_x) > half)
    tl_scene_add_line (scene, parent->glyph_x, ghost->mark.y,
                       ghost->mark.glyph_x + right, ghost->mark.y, stroke);
}

static void
add_ghost (TlPainter      painter,
           TlScene       *scene,
           const TlView  *view,
           const TlGhost *ghost)
{
  const TlMark  *mark = &ghost->mark;
  const TlEntry *entry = &tl_dataset_get_entries (
      tl_layout_get_dataset (view->layout))[mark->index];
  TlColor          color = painter.palette->kind[entry->kind];
  double           zoom = tl_layout_get_zoom (view->layout);
  g_autofree char *cut = NULL;
  TlRect label = tl_painter_place_label (painter, view, mark, ghost->label,
                                         TL_FONT_DETAIL, &cut);

  tl_scene_begin_group (scene, NULL, ghost->label);
  tl_painter_add_span (scene, view, mark, ghost->span, color);
  tl_glyph_add (scene, (TlKind)entry->kind, TL_GLYPH_DASHED, FALSE,
                mark->glyph_x, mark->y, TL_SPAN_GLYPH_SIZE * zoom, color,
                painter.palette->background);
  tl_scene_add_text (scene, cut, label.x, mark->y + 4 * zoom, label.width,
                     TL_FONT_DETAIL, zoom, FALSE, painter.palette->contested);
  tl_scene_end_group (scene);
}

TlScene *
tl_painter_paint_ghosts (TlPainter      painter,
                         const TlView  *view,
                         const TlGhost *ghosts,
                         guint          n_ghosts)
{
  TlScene *scene = tl_scene_new (view->scale.width, view->height);
  double   zoom = tl_layout_get_zoom (view->layout);

  for (guint i = 0; i < n_ghosts; i++)
    add_plate (painter, scene, ghosts[i].plate, zoom);
  for (guint i = 0; i < n_ghosts; i++)
    add_line (painter, scene, view, &ghosts[i]);
  for (guint i = 0; i < n_ghosts; i++)
    add_ghost (painter, scene, view, &ghosts[i]);
  return scene;
}
