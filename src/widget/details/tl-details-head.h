/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-pane-context.h"

G_BEGIN_DECLS

/* The upper part of the details pane: kind and status, title, the date in
 * words with how sure it is, summary, place and participants. Appends to
 * box. */
void tl_details_append_head (GtkBox         *box,
                             TlPaneContext   context,
                             const TlRecord *record);

G_END_DECLS
