/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-pane-context.h"

G_BEGIN_DECLS

/* The parts of the details pane below the facts; each appends itself to box,
 * or nothing when the record has nothing of the sort. index: the record's. */

void tl_details_append_accounts (GtkBox         *box,
                                 TlPaneContext   context,
                                 const TlRecord *record);
void tl_details_append_quotes (GtkBox         *box,
                               TlPaneContext   context,
                               const TlRecord *record,
                               guint           index);
void tl_details_append_related (GtkBox         *box,
                                TlPaneContext   context,
                                const TlRecord *record,
                                guint           index);
/* The treaty that the record is an act of, and those that it is about, each
 * with its other acts. */
void tl_details_append_treaties (GtkBox         *box,
                                 TlPaneContext   context,
                                 const TlRecord *record,
                                 guint           index);
void tl_details_append_sources (GtkBox         *box,
                                TlPaneContext   context,
                                const TlRecord *record,
                                guint           index);

G_END_DECLS
