/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-pane-context.h"

G_BEGIN_DECLS

/* The parts of the details pane below the facts; each appends itself to box,
 * or nothing when the record has nothing of the sort. */

void tl_details_append_accounts (GtkBox         *box,
                                 TlPaneContext   context,
                                 const TlRecord *record);
void tl_details_append_quotes (GtkBox         *box,
                               TlPaneContext   context,
                               const TlRecord *record);
void tl_details_append_related (GtkBox         *box,
                                TlPaneContext   context,
                                const TlRecord *record);
/* The acts of the treaty that the record is an act of, or of the treaties
 * that it is about, without itself. index: the record's. */
void tl_details_append_acts (GtkBox         *box,
                             TlPaneContext   context,
                             const TlRecord *record,
                             guint           index);
void tl_details_append_sources (GtkBox         *box,
                                TlPaneContext   context,
                                const TlRecord *record);

G_END_DECLS
