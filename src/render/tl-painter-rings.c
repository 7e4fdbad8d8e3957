/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-painter.h"

#include <math.h>

/* The rings around what is selected, what the pointer is on and what the
 * keyboard stands on. Of several
 * selected records that which was chosen last has the strongest ring. */

#define RING_LEADING 1.5
#define RING_FOCUSED 2.5
#define ALPHA_LEADING 0.11
#define ALPHA_HOVER 0.07
/* The ring of the focus: beyond the mark, and beyond that along time. */
#define FOCUS_REACH 4.0
#define FOCUS_REACH_TIME 4.0
#define FOCUS_RADIUS 3.0
#define FOCUS_WIDTH 2.0
#define FOCUS_HALO 5.0

TlRect
tl_painter_get_outline (const TlMark *mark)
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

static void
add_ring (TlScene      *scene,
          const TlView *view,
          guint         mark,
          TlPaint       fill,
          TlStroke      stroke)
{
  TlRect rect = tl_painter_get_outline (&view->marks[mark]);
  double zoom = tl_layout_get_zoom (view->layout);

  rect.x -= 6 * zoom;
  rect.y -= 2 * zoom;
  rect.width += 12 * zoom;
  rect.height += 4 * zoom;
  tl_scene_add_rect (scene, rect, MIN (rect.height / 2, 9 * zoom), fill,
                     stroke);
}

TlScene *
tl_painter_paint_selection (TlPainter           painter,
                            const TlView       *view,
                            const TlChosenMark *marks,
                            guint               n_marks,
                            gboolean            focused)
{
  TlScene *scene = tl_scene_new (view->scale.width, view->height);
  TlColor  color = painter.palette->selection;
  double   zoom = tl_layout_get_zoom (view->layout);
  TlPaint  fill = tl_paint_color (tl_color_with_alpha (color, ALPHA_LEADING));

  for (guint i = 0; i < n_marks; i++)
    {
      TlStroke stroke =
          tl_stroke (color, (focused && marks[i].is_leading ? RING_FOCUSED
                                                            : RING_LEADING) *
                                zoom);

      if (!marks[i].is_leading)
        {
          stroke.dash[0] = 4 * zoom;
          stroke.dash[1] = 3 * zoom;
        }
      add_ring (scene, view, marks[i].mark, fill, stroke);
    }
  return scene;
}

TlScene *
tl_painter_paint_hover (TlPainter painter, const TlView *view, guint mark)
{
  TlScene *scene = tl_scene_new (view->scale.width, view->height);
  TlColor  color = painter.palette->hover;

  add_ring (scene, view, mark,
            tl_paint_color (tl_color_with_alpha (color, ALPHA_HOVER)),
            tl_stroke (tl_color_with_alpha (color, 0.25), 1));
  return scene;
}

/* Beyond the ring of the selection, and of another form: corners that are
 * hardly round, in the colour of text, between two lines of paper that keep it
 * apart from whatever lies under it. */
TlScene *
tl_painter_paint_focus (TlPainter painter, const TlView *view, guint mark)
{
  TlScene *scene = tl_scene_new (view->scale.width, view->height);
  TlRect   rect = tl_painter_get_outline (&view->marks[mark]);
  double   zoom = tl_layout_get_zoom (view->layout);
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
