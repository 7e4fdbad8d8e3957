/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-pane-context.h"
#include "tl-quote-card.h"
#include "tl-quote-rows.h"

G_BEGIN_DECLS

/**
 * TlQuoteRowView:
 *
 * A row of a list of quotations: a card, or the heading of what follows. It is
 * as wide as can be read well and stands in the middle of what it is given.
 */
#define TL_TYPE_QUOTE_ROW_VIEW (tl_quote_row_view_get_type ())
G_DECLARE_FINAL_TYPE (
    TlQuoteRowView, tl_quote_row_view, TL, QUOTE_ROW_VIEW, GtkWidget)

GtkWidget *tl_quote_row_view_new (void);
/* row: an index of rows. */
void tl_quote_row_view_show (TlQuoteRowView    *self,
                             TlPaneContext      context,
                             const TlQuoteRows *rows,
                             guint              row);
/* NULL for a heading. (transfer none) */
TlQuoteCard *tl_quote_row_view_get_card (TlQuoteRowView *self);
/* The row as one sentence, for screen readers. (transfer none) */
const char *tl_quote_row_view_get_spoken (TlQuoteRowView *self);

G_END_DECLS
