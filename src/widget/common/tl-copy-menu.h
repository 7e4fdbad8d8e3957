/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Menus of the forms in which something can be copied with its sources. */

/* Of a quotation: activates "win.copy-quote-as" with its id and the nick of a
 * format. (transfer full) */
GMenuModel *
tl_copy_menu_new_for_quote (const char *id) G_GNUC_WARN_UNUSED_RESULT;
/* Of what is selected: activates "win.copy-citation" with the nick of a
 * format. (transfer full) */
GMenuModel *tl_copy_menu_new_for_selection (void) G_GNUC_WARN_UNUSED_RESULT;
/* Appends the same as a submenu. */
void tl_copy_menu_append_for_selection (GMenu *menu);
/* Opens a menu in a widget, at a point of it; the widget must have a layout
 * manager, and unparent what it still has when it is disposed of. */
void
tl_copy_menu_popup (GtkWidget *widget, GMenuModel *menu, double x, double y);

G_END_DECLS
