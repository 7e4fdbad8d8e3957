/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlRowLayout:
 *
 * Puts children side by side: those that expand share what the others leave,
 * and those have their natural width.
 *
 * A horizontal GtkBox does the same, but asks each child how wide it would
 * like to be at the height of the row. A label that wraps answers by trying
 * dozens of widths, which makes it fifty times slower to lay out.
 */
#define TL_TYPE_ROW_LAYOUT (tl_row_layout_get_type ())
G_DECLARE_FINAL_TYPE (
    TlRowLayout, tl_row_layout, TL, ROW_LAYOUT, GtkLayoutManager)

GtkLayoutManager *tl_row_layout_new (int spacing) G_GNUC_WARN_UNUSED_RESULT;

/* Pixels between two children. */
int  tl_row_layout_get_spacing (TlRowLayout *self);
void tl_row_layout_set_spacing (TlRowLayout *self, int spacing);

G_END_DECLS
