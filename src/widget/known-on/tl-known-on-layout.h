/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlKnownOnLayout:
 *
 * Of five children, the third gets all the width that there is, in a row of
 * its own where the window is narrow; the others are what stands before it
 * (two), behind it, and below.
 */
#define TL_TYPE_KNOWN_ON_LAYOUT (tl_known_on_layout_get_type ())
G_DECLARE_FINAL_TYPE (
    TlKnownOnLayout, tl_known_on_layout, TL, KNOWN_ON_LAYOUT, GtkLayoutManager)

/* From this width on, in pixels, all but the last stand side by side. */
#define TL_KNOWN_ON_LAYOUT_WIDE 640

G_END_DECLS
