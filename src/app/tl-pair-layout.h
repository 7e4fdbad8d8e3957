/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlPairLayout:
 *
 * Puts two children side by side where there is room, the second at its
 * natural width and the first in the rest; else the second below the first.
 * Both must be able to do with little height.
 */
#define TL_TYPE_PAIR_LAYOUT (tl_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (
    TlPairLayout, tl_pair_layout, TL, PAIR_LAYOUT, GtkLayoutManager)

/* From this width on, in pixels, the children stand side by side. */
#define TL_PAIR_LAYOUT_WIDE 720

G_END_DECLS
