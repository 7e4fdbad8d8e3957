/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-explorer.h"

G_BEGIN_DECLS

/**
 * TlListView:
 *
 * The records that pass, one below the other, in columns that can be sorted by.
 * Where there is little room fewer columns are shown, in the end only titles
 * with the date below. What is selected here is selected everywhere.
 *
 * # Actions
 *
 * - `list-view.sort` (string, with a state): what to sort by, the nick of a
 *   #TlSortKey
 * - `list-view.descending` (boolean state): in which direction
 * - `list-view.activate`: shows the details of what was selected last
 * - `list-view.show-on-timeline`: shows where on the timeline that is; for this
 *   the window has the actions `win.view` and `win.select-record`
 */
#define TL_TYPE_LIST_VIEW (tl_list_view_get_type ())
G_DECLARE_FINAL_TYPE (TlListView, tl_list_view, TL, LIST_VIEW, GtkWidget)

GtkWidget *tl_list_view_new (TlExplorer *explorer, const char *language);

G_END_DECLS
