/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-pane-context.h"
#include "tl-quote-rows.h"

G_BEGIN_DECLS

/**
 * TlQuoteCard:
 *
 * A quotation with who said it, when and where, and in which report it
 * stands. Its button activates "win.copy-quote" with the quotation's id, and
 * its menus "win.copy-quote-as".
 */
#define TL_TYPE_QUOTE_CARD (tl_quote_card_get_type ())
G_DECLARE_FINAL_TYPE (TlQuoteCard, tl_quote_card, TL, QUOTE_CARD, GtkWidget)

/* quote: an index of the context's dataset. */
GtkWidget *tl_quote_card_new (TlPaneContext context, guint quote);
/* A card for one row of a list after another; empty at first. */
GtkWidget *tl_quote_card_new_for_list (void);
/* quote: of the rows' dataset, which is also the context's. The card also says
 * of which event it is, and which other reports have it. */
void tl_quote_card_show_row (TlQuoteCard       *self,
                             TlPaneContext      context,
                             const TlQuoteRows *rows,
                             guint              quote);
/* Of the quotation that is shown; NULL when there is none. */
const char *tl_quote_card_get_id (TlQuoteCard *self);
/* Opens the menu of formats at a point of the card. */
void tl_quote_card_popup_menu (TlQuoteCard *self, double x, double y);

G_END_DECLS
