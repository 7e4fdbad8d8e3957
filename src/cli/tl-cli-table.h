/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlCliTable:
 *
 * Rows of text in aligned columns, as wide as a terminal shows them.
 */
typedef struct _TlCliTable TlCliTable;

TlCliTable *tl_cli_table_new (guint n_columns) G_GNUC_WARN_UNUSED_RESULT;
void        tl_cli_table_free (TlCliTable *self);
/* The next cell, row by row; NULL for an empty one. What a terminal would act
 * upon is replaced. */
void tl_cli_table_add (TlCliTable *self, const char *text);
/* Prints all rows. width: 0, or the columns to fit in by cutting the cells of
 * one column. */
void tl_cli_table_print (const TlCliTable *self, guint width, guint cut_column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCliTable, tl_cli_table_free)

G_END_DECLS
