/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-explorer.h"

G_BEGIN_DECLS

/**
 * TlFindBar:
 *
 * A bar to type into what one looks for: what does not match leaves the
 * explorer's result while one types. Tells which match is selected and how many
 * there are. Closing it ends the search; a search that comes from somewhere
 * else opens it.
 *
 * Its buttons and keys activate "win.search-next" and "win.search-previous".
 */
#define TL_TYPE_FIND_BAR (tl_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlFindBar, tl_find_bar, TL, FIND_BAR, GtkWidget)

GtkWidget *tl_find_bar_new (TlExplorer *explorer);

gboolean tl_find_bar_get_open (TlFindBar *self);
void     tl_find_bar_set_open (TlFindBar *self, gboolean open);
void     tl_find_bar_focus (TlFindBar *self);
gboolean tl_find_bar_walk (TlFindBar *self, gboolean forward);

G_END_DECLS
