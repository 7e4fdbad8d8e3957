/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-explorer.h"
#include "tl-quote-rows.h"

G_BEGIN_DECLS

/**
 * TlQuoteModel:
 *
 * Rows of quotations as a list for widgets: a #GListModel of strings (ids of
 * quotations, or "" for a heading), of which none is made before somebody
 * looks at it; and a #GtkSelectionModel over the explorer's selection, so that
 * all quotations of a selected record are selected.
 */
#define TL_TYPE_QUOTE_MODEL (tl_quote_model_get_type ())
G_DECLARE_FINAL_TYPE (TlQuoteModel, tl_quote_model, TL, QUOTE_MODEL, GObject)

TlQuoteModel *
tl_quote_model_new (TlExplorer *explorer) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer none) (nullable) */
const TlQuoteRows *tl_quote_model_get_rows (TlQuoteModel *self);
/* rows: (transfer full) (nullable) */
void tl_quote_model_set_rows (TlQuoteModel *self, TlQuoteRows *rows);
/* The record that a row is about: that of the quotation; TL_NONE for a heading
 * and for a quotation without an event. */
guint tl_quote_model_get_record (TlQuoteModel *self, guint position);
/* Of the record selected last; GTK_INVALID_LIST_POSITION when it has none. */
guint tl_quote_model_find_selected (TlQuoteModel *self);
/* Tells that the explorer's selection has changed. */
void tl_quote_model_update_selection (TlQuoteModel *self);
/* Whether the selection is being changed through this model. */
gboolean tl_quote_model_get_selecting (TlQuoteModel *self);

G_END_DECLS
