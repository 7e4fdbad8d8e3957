/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-timeline-view-private.h"

/* The slim bar for lanes that are higher than the widget. It is another view
 * of the viewport's offset; axis and headings stay where they are. */

#define SCROLL_STEP 48.0

static void
adjustment_changed_cb (GtkAdjustment *adjustment, TlTimelineView *self)
{
  tl_viewport_set_offset (self->viewport,
                          gtk_adjustment_get_value (adjustment));
}

/* The slim bar grows under the pointer. */
static void
scrollbar_enter_cb (GtkEventController *controller)
{
  gtk_widget_add_css_class (gtk_event_controller_get_widget (controller),
                            "hovering");
}

static void
scrollbar_leave_cb (GtkEventController *controller)
{
  gtk_widget_remove_css_class (gtk_event_controller_get_widget (controller),
                               "hovering");
}

/* For init. */
void
tl_timeline_view_add_scrollbar (TlTimelineView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->scrollbar =
      gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, self->adjustment);
  gtk_widget_add_css_class (self->scrollbar, "overlay-indicator");
  gtk_widget_set_child_visible (self->scrollbar, FALSE);
  gtk_widget_set_parent (self->scrollbar, GTK_WIDGET (self));
  g_signal_connect (self->adjustment, "value-changed",
                    G_CALLBACK (adjustment_changed_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (scrollbar_enter_cb), NULL);
  g_signal_connect (motion, "leave", G_CALLBACK (scrollbar_leave_cb), NULL);
  gtk_widget_add_controller (self->scrollbar, motion);
}

/* Beside the lanes, at the end side. */
void
tl_timeline_view_allocate_scrollbar (TlTimelineView *self,
                                     int             width,
                                     int             height)
{
  int           top = (int)self->axis_height;
  GtkAllocation area = { 0, top, 0, MAX (height - top, 0) };
  int           minimum;

  gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_VERTICAL, -1, &minimum,
                      NULL, NULL, NULL);
  area.height = MAX (area.height, minimum);
  gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      &area.width, NULL, NULL);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL)
    area.x = width - area.width;
  gtk_widget_size_allocate (self->scrollbar, &area, -1);
}

/* What was not to be seen has no place among the lanes of now. */
static void
show_scrollbar (TlTimelineView *self, gboolean is_shown)
{
  if (gtk_widget_get_child_visible (self->scrollbar) == is_shown)
    return;
  gtk_widget_set_child_visible (self->scrollbar, is_shown);
  gtk_widget_queue_resize (self->scrollbar);
}

/* After the lanes or the viewport have changed. */
void
tl_timeline_view_update_scrollbar (TlTimelineView *self)
{
  double page = tl_viewport_get_height (self->viewport);
  double height = MAX (self->view->height, page);

  gtk_adjustment_configure (self->adjustment,
                            tl_viewport_get_offset (self->viewport), 0, height,
                            SCROLL_STEP, page, page);
  show_scrollbar (self, height > page + 0.5);
}
