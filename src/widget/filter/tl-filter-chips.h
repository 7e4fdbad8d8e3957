/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-explorer.h"

G_BEGIN_DECLS

/**
 * TlFilterChips:
 *
 * What an explorer's filter consists of, each part a chip that can be taken
 * away: the search, values of facets, the range of time, and whether only
 * contested records are wanted; and a button that takes all away. Takes no
 * room while there is no filter.
 *
 * The chips activate "win.remove-filter" with a part and a value as
 * tl_filter_edit_remove() takes them, the button "win.clear-filters".
 */
#define TL_TYPE_FILTER_CHIPS (tl_filter_chips_get_type ())
G_DECLARE_FINAL_TYPE (
    TlFilterChips, tl_filter_chips, TL, FILTER_CHIPS, GtkWidget)

/* language: nullable, that names of the dataset are wanted in. */
GtkWidget *tl_filter_chips_new (TlExplorer *explorer, const char *language);

G_END_DECLS
