/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*GuiRoomFunc) (GtkWidget  *widget,
                             const char *what,
                             gpointer    user_data);

/* Tells every label and button on the screen below root that has not the room
 * it needs: cut, shortened without a tooltip, out of what shows it, or over
 * another one. */
void gui_room_foreach (GtkWidget *root, GuiRoomFunc func, gpointer user_data);

G_END_DECLS
