/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-pane-context.h"

G_BEGIN_DECLS

/**
 * TlAccountRow:
 *
 * What one source tells of a record: who it is, which date it gives and in
 * which words, the few words that support it, and whether it stands for or
 * against the record.
 */
#define TL_TYPE_ACCOUNT_ROW (tl_account_row_get_type ())
G_DECLARE_FINAL_TYPE (TlAccountRow, tl_account_row, TL, ACCOUNT_ROW, GtkWidget)

/* The row copies what it shows; account need not outlive the call. */
GtkWidget *tl_account_row_new (TlPaneContext context, const TlAccount *account);

G_END_DECLS
