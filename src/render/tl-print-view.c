/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-print-view.h"

#include <math.h>

#include "tl-ticks.h"

/* The part of a timeline that is on one page. Groups that go on over pages are
 * named on each of them, in the middle of what is there. */

/* What is lower than this has no room for a name. */
#define MIN_NAMED_HEIGHT 26.0

/* --- groups and lanes --- */

/* Cuts what is named to what is on the page, unless too little is. */
static void
cut_to_strip (TlPageStrip strip, double *y, double *height)
{
  double y0 = MAX (*y, strip.y0);
  double y1 = MIN (*y + *height, strip.y1);

  if (y1 - y0 < MIN_NAMED_HEIGHT)
    return;
  *y = y0;
  *height = y1 - y0;
}

static gboolean
is_in_strip (TlPageStrip strip, double y, double height)
{
  return y < strip.y1 - 0.5 && y + height > strip.y0 + 0.5;
}

/* The lanes of a group that are on the page, as lanes of another one. */
static void
add_lanes (GArray *lanes, const TlPrintView *self, guint group, guint number)
{
  for (guint i = 0; i < self->view->n_lanes; i++)
    {
      TlLane lane = self->view->lanes[i];

      if (lane.group != group ||
          !is_in_strip (self->strip, lane.y, lane.height))
        continue;
      lane.group = number;
      cut_to_strip (self->strip, &lane.y, &lane.height);
      g_array_append_val (lanes, lane);
    }
}

/* The view with only the groups and lanes that are on the page. */
typedef struct
{
  TlView  view; /* borrows all else */
  GArray *groups;
  GArray *lanes;
} CutView;

static void
clear_cut_view (CutView *self)
{
  g_array_unref (self->groups);
  g_array_unref (self->lanes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CutView, clear_cut_view)

static void
init_cut_view (CutView *cut, const TlPrintView *self)
{
  cut->view = *self->view;
  cut->groups = g_array_new (FALSE, FALSE, sizeof (TlGroup));
  cut->lanes = g_array_new (FALSE, FALSE, sizeof (TlLane));
  for (guint i = 0; i < self->view->n_groups; i++)
    {
      TlGroup group = self->view->groups[i];

      if (!is_in_strip (self->strip, group.y, group.height))
        continue;
      add_lanes (cut->lanes, self, i, cut->groups->len);
      cut_to_strip (self->strip, &group.y, &group.height);
      g_array_append_val (cut->groups, group);
    }
  cut->view.groups = (TlGroup *)(gpointer)cut->groups->data;
  cut->view.n_groups = cut->groups->len;
  cut->view.lanes = (TlLane *)(gpointer)cut->lanes->data;
  cut->view.n_lanes = cut->lanes->len;
}

/* --- page --- */

/* Takes part, which is moved by dy within the rectangle. */
static void
append_clipped (TlScene *scene, TlScene *part, TlRect rect, double dy)
{
  tl_scene_begin_clip (scene, rect);
  tl_scene_append (scene, part, rect.x, rect.y - dy);
  tl_scene_end_clip (scene);
  tl_scene_free (part);
}

/* A name that would be cut at the edge is left out. */
static void
drop_cut_labels (TlTicks *ticks, double width)
{
  for (guint i = 0; i < ticks->n_ticks; i++)
    {
      TlTick *tick = &ticks->ticks[i];

      if (tick->label_x < 0 || tick->label_x + tick->label_width > width)
        g_clear_pointer (&tick->label, g_free);
    }
}

static void
paint_axis (const TlPrintView *self,
            TlScene           *scene,
            const TlTicks     *ticks,
            TlRect             lanes,
            TlRect             headings)
{
  lanes.y = headings.y = self->top;
  lanes.height = headings.height = tl_painter_get_axis_height (self->view);
  append_clipped (scene,
                  tl_painter_paint_axis (self->painter, self->view, ticks),
                  lanes, 0);
  if (self->axis_title != NULL)
    append_clipped (scene,
                    tl_painter_paint_axis_title (self->painter, self->view,
                                                 self->axis_title,
                                                 self->headings_width),
                    headings, 0);
}

/* Lines above and below the lanes. */
static void
paint_frame (const TlPrintView *self, TlScene *scene, TlRect lanes)
{
  TlStroke stroke = tl_stroke (self->painter.palette->line, 1);

  tl_scene_add_line (scene, 0, floor (lanes.y) + 0.5, self->width,
                     floor (lanes.y) + 0.5, stroke);
  tl_scene_add_line (scene, 0, floor (lanes.y + lanes.height) + 0.5,
                     self->width, floor (lanes.y + lanes.height) + 0.5, stroke);
}

void
tl_print_view_paint (const TlPrintView *self, TlScene *scene)
{
  const TlView *view = self->view;
  double        y0 = self->strip.y0;
  g_autoptr (TlTicks) ticks = NULL;
  g_auto (CutView) cut = { 0 };
  TlRect lanes = { self->painter.right_to_left ? 0 : self->headings_width,
                   self->top + tl_painter_get_axis_height (view),
                   view->scale.width, self->strip.y1 - y0 };
  TlRect headings = { self->painter.right_to_left ? view->scale.width : 0,
                      lanes.y, self->headings_width, lanes.height };

  ticks = tl_ticks_new (tl_layout_get_warp (view->layout), view->scale,
                        tl_layout_get_formatter (view->layout),
                        tl_text_measurer_measure, self->painter.measurer);
  drop_cut_labels (ticks, view->scale.width);
  init_cut_view (&cut, self);
  append_clipped (
      scene,
      tl_painter_paint_grid (self->painter, &cut.view, ticks, view->height),
      lanes, y0);
  paint_axis (self, scene, ticks, lanes, headings);
  append_clipped (scene,
                  tl_painter_paint_headings (self->painter, &cut.view,
                                             self->headings_width,
                                             view->height),
                  headings, y0);
  append_clipped (scene,
                  tl_painter_paint_lines (self->painter, view, view->height),
                  lanes, y0);
  append_clipped (
      scene, tl_painter_paint_marks (self->painter, view, 0, view->scale.width),
      lanes, y0);
  paint_frame (self, scene, lanes);
}
