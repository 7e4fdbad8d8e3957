/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-time-direction.h"

G_BEGIN_DECLS

/**
 * TlTimeAxis:
 *
 * Which way time runs in all widgets of the program, as the default direction
 * of GTK is that of all its text. There is one.
 */
#define TL_TYPE_TIME_AXIS (tl_time_axis_get_type ())
G_DECLARE_FINAL_TYPE (TlTimeAxis, tl_time_axis, TL, TIME_AXIS, GObject)

TlTimeAxis     *tl_time_axis_get (void);
TlTimeDirection tl_time_axis_get_direction (TlTimeAxis *self);
void tl_time_axis_set_direction (TlTimeAxis *self, TlTimeDirection direction);
gboolean tl_time_axis_is_mirrored (GtkWidget *widget);
void tl_time_axis_watch (GtkWidget *widget, void (*changed_cb) (GtkWidget *));

G_END_DECLS
