/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlWrapLayout:
 *
 * Puts children side by side at their natural width and goes on in a new line
 * where the next one has no room: for chips, whose words are long in some
 * languages.
 */
#define TL_TYPE_WRAP_LAYOUT (tl_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (
    TlWrapLayout, tl_wrap_layout, TL, WRAP_LAYOUT, GtkLayoutManager)

/* spacing: pixels between children of a line and between lines. */
GtkLayoutManager *tl_wrap_layout_new (int spacing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
