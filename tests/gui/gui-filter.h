/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gui-window.h"
#include "tl-facet.h"
#include "tl-filter.h"

G_BEGIN_DECLS

/* What tests of the window's filters share. */

GtkWidget *gui_filter_get_band (GuiWindow *fixture);
GtkWidget *gui_filter_get_chips (GuiWindow *fixture);
/* That what the timeline shows was found with. */
const TlFilter *gui_filter_get (GuiWindow *fixture);
/* expected: as tl_filter_to_string() has it. */
void gui_filter_assert (GuiWindow *fixture, const char *expected);

/* Opens the panel as its key does. */
GtkWidget *gui_filter_open_panel (GuiWindow *fixture);
void       gui_filter_close_panel (GuiWindow *fixture);
GtkWidget *gui_filter_get_section (GtkWidget *panel, TlFacet facet);
void       gui_filter_open_section (GtkWidget *section);
void       gui_filter_open_all (GtkWidget *panel);
/* NULL when there is none. */
GtkWidget      *gui_filter_find_row (GtkWidget *root, const char *value);
GtkCheckButton *gui_filter_get_check (GtkWidget *section, const char *value);
void            gui_filter_toggle (GtkWidget *section, const char *value);
/* The entry below that name, after opening what it is in. */
GtkWidget *gui_filter_get_date (GtkWidget *panel, const char *name);

/* Holds the counts of rows against the query. Return how many rows there
 * are. */
guint
gui_filter_check_counts (GuiWindow *fixture, GtkWidget *root, TlFacet facet);
guint gui_filter_check_all_counts (GuiWindow *fixture, GtkWidget *panel);

G_END_DECLS
