/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

PangoAttrList      *
tl_search_highlight_new_attributes (const char *search,
                                         const char *text) G_GNUC_WARN_UNUSED_RESULT;
void tl_search_highlight_add (PangoAttrList *attributes,
                              const char    *search,
                              const char    *text);
void tl_search_highlight_label (GtkLabel *label, const char *search);

G_END_DECLS
