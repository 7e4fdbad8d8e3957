/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

/* Hands what is to be seen to the canvas. Nothing is decided here. */

static gboolean
is_drawn_by_cairo (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native != NULL &&
         GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

static guint
find_selected_mark (TlTimelineView *self)
{
  return self->selected != TL_NONE
             ? tl_view_find_record (self->view, self->selected)
             : TL_NONE;
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

/* The snapshot vfunc. */
void
tl_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);
  gboolean        focused = tl_timeline_view_is_focus_shown (self);
  TlCanvasFrame   frame;

  if (!tl_timeline_view_ensure_layout (self))
    {
      append_paper (self, snapshot);
      return;
    }
  frame = (TlCanvasFrame){
    .painter = tl_timeline_view_get_painter (self),
    .view = self->view,
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .headings_width = self->headings_width,
    .axis_height = self->axis_height,
    .offset = tl_timeline_view_get_drawn_offset (self),
    .hovered = self->hovered,
    .selected = find_selected_mark (self),
    .ring = focused ? tl_timeline_view_find_focused (self) : TL_NONE,
    .focused = focused,
    .stamped = is_drawn_by_cairo (widget),
    .scale_factor = gtk_widget_get_scale_factor (widget),
  };
  tl_canvas_snapshot (self->canvas, snapshot, &frame);
  gtk_widget_snapshot_child (widget, self->scrollbar, snapshot);
}
