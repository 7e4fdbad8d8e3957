/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-explorer.h"
#include "tl-quote-model.h"

G_BEGIN_DECLS

/**
 * TlQuotesView:
 *
 * All quotations of what is shown, as cards under headings: who said them,
 * where, or who reports them. The choice is the state of "win.group-quotes".
 *
 * Selecting a card selects its record; the cards of the selected records are
 * marked. Emits "activated" when a card is activated.
 */
#define TL_TYPE_QUOTES_VIEW (tl_quotes_view_get_type ())
G_DECLARE_FINAL_TYPE (TlQuotesView, tl_quotes_view, TL, QUOTES_VIEW, GtkWidget)

/* language: nullable, wanted for the dataset's texts. */
GtkWidget *tl_quotes_view_new (TlExplorer *explorer, const char *language);
/* What the list shows. (transfer none) */
TlQuoteModel *tl_quotes_view_get_model (TlQuotesView *self);
/* Whether quotations are being looked for in another thread. */
gboolean tl_quotes_view_get_busy (TlQuotesView *self);

G_END_DECLS
