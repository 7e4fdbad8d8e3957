/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-explorer.h"

G_BEGIN_DECLS

/**
 * TlFilterPanel:
 *
 * All that one can filter an explorer by, on one page that scrolls; for a
 * popover. Counts only while it is to be seen.
 *
 * Its buttons activate "win.clear-filters", "win.contested-only" and
 * "win.dim-others".
 */
#define TL_TYPE_FILTER_PANEL (tl_filter_panel_get_type ())
G_DECLARE_FINAL_TYPE (
    TlFilterPanel, tl_filter_panel, TL, FILTER_PANEL, GtkWidget)

/* language: nullable, that names of the dataset are wanted in. */
GtkWidget *tl_filter_panel_new (TlExplorer *explorer, const char *language);

G_END_DECLS
