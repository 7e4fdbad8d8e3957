/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-pane-context.h"

G_BEGIN_DECLS

/**
 * TlQuoteCard:
 *
 * A quotation with who said it, when and where, and in which report it
 * stands. Its button activates "win.copy-quote" with the quotation's id.
 */
#define TL_TYPE_QUOTE_CARD (tl_quote_card_get_type ())
G_DECLARE_FINAL_TYPE (TlQuoteCard, tl_quote_card, TL, QUOTE_CARD, GtkWidget)

/* quote: an index of the context's dataset. */
GtkWidget *tl_quote_card_new (TlPaneContext context, guint quote);

G_END_DECLS
