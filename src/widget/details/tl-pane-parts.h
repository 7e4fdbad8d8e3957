/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-pane-context.h"

G_BEGIN_DECLS

/* The small pieces that the details pane is put together from. Text is shown
 * as it is: never as markup, wrapped anywhere where a word is too long.
 * All of these: (transfer floating). */

/* A paragraph that can be selected and copied. css_class: nullable. */
GtkWidget *tl_pane_text_new (const char *text, const char *css_class);
/* A short line that only names something. css_class: nullable. */
GtkWidget *tl_pane_caption_new (const char *text, const char *css_class);
/* The heading of a part of the pane; count is shown beside it unless 0. */
GtkWidget *
tl_pane_heading_new (TlPaneContext context, const char *text, guint count);
/* icon_name: nullable. */
GtkWidget *tl_pane_chip_new (const char *label,
                             const char *icon_name,
                             const char *css_class);
/* The kind of a record, or what act it is, as a chip with its mark. */
GtkWidget *tl_pane_kind_chip_new (const TlRecord *record);
/* A line of facts: an icon that name speaks for, and what belongs to it. */
GtkWidget *
tl_pane_fact_new (const char *icon_name, const char *name, GtkWidget *content);
/* A button that selects another record. relation: nullable, how the two are
 * related, "part of". Activates "win.select-record". */
GtkWidget *tl_pane_record_link_new (TlPaneContext context,
                                    guint         record,
                                    const char   *relation);
/* A button that offers to open an address. Activates "win.open-link".
 * NULL when the address is not one that may be offered. */
GtkWidget *tl_pane_address_link_new (const char *url);
/* "tl-kind-talk" */
const char *tl_pane_kind_css_class (TlKind kind);

G_END_DECLS
