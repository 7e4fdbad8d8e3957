/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

#include <math.h>

/* Hands what is to be seen to the canvas. Nothing is decided here. */

#define BAND_ALPHA 0.12f

static gboolean
is_drawn_by_cairo (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native != NULL &&
         GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

static void
append_paper (TlTimelineView *self, GtkSnapshot *snapshot)
{
  TlColor color = tl_palette_get (self->theme)->background;
  GdkRGBA rgba = { color.red, color.green, color.blue, color.alpha };

  gtk_snapshot_append_color (
      snapshot, &rgba,
      &GRAPHENE_RECT_INIT (0, 0,
                           (float)gtk_widget_get_width (GTK_WIDGET (self)),
                           (float)gtk_widget_get_height (GTK_WIDGET (self))));
}

/* What is being dragged open around what is to be selected. */
static void
append_band (TlTimelineView *self, GtkSnapshot *snapshot)
{
  TlColor         color = tl_palette_get (self->theme)->selection;
  GdkRGBA         fill = { color.red, color.green, color.blue, BAND_ALPHA };
  GdkRGBA         edge = { color.red, color.green, color.blue, 1 };
  const float     widths[] = { 1, 1, 1, 1 };
  const GdkRGBA   edges[] = { edge, edge, edge, edge };
  TlRect          lanes = tl_timeline_view_get_lanes (self);
  TlRect          band = tl_timeline_view_get_band (self);
  GskRoundedRect  outline;
  graphene_rect_t rect = GRAPHENE_RECT_INIT (
      (float)floor (lanes.x + band.x),
      (float)floor (lanes.y + band.y -
                    tl_timeline_view_get_drawn_offset (self)),
      (float)ceil (band.width), (float)ceil (band.height));
  graphene_rect_t clip = GRAPHENE_RECT_INIT (
      (float)lanes.x, (float)lanes.y, (float)lanes.width, (float)lanes.height);

  gsk_rounded_rect_init_from_rect (&outline, &rect, 0);
  gtk_snapshot_push_clip (snapshot, &clip);
  gtk_snapshot_append_color (snapshot, &fill, &rect);
  gtk_snapshot_append_border (snapshot, &outline, widths, edges);
  gtk_snapshot_pop (snapshot);
}

/* The snapshot vfunc. */
void
tl_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);
  gboolean        focused = tl_timeline_view_is_focus_shown (self);
  const GArray   *chosen;
  const GArray   *ghosts;
  TlCanvasFrame   frame;

  if (!tl_timeline_view_ensure_layout (self))
    {
      append_paper (self, snapshot);
      return;
    }
  chosen = tl_timeline_view_find_chosen (self);
  ghosts = tl_timeline_view_find_ghosts (self, chosen);
  frame = (TlCanvasFrame){
    .painter = tl_timeline_view_get_painter (self),
    .view = self->view,
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .headings_width = self->headings_width,
    .axis_height = self->axis_height,
    .axis_title = self->axis_title,
    .offset = tl_timeline_view_get_drawn_offset (self),
    .hovered = self->hovered,
    .chosen = (const TlChosenMark *)chosen->data,
    .n_chosen = chosen->len,
    .ghosts = (const TlGhost *)ghosts->data,
    .n_ghosts = ghosts->len,
    .relations = self->relations,
    .selected = self->selected,
    .ring = focused ? tl_timeline_view_find_focused (self) : TL_NONE,
    .focused = focused,
    .stamped = is_drawn_by_cairo (widget),
    .scale_factor = gtk_widget_get_scale_factor (widget),
  };
  tl_canvas_snapshot (self->canvas, snapshot, &frame);
  if (self->is_panning && self->is_banding)
    append_band (self, snapshot);
  tl_timeline_view_snapshot_drop (self, snapshot);
  gtk_widget_snapshot_child (widget, self->scrollbar, snapshot);
}
