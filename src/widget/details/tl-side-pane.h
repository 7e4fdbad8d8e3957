/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlSidePane:
 *
 * Holds a pane at the end of a window, whose content scrolls. It is as wide as
 * it is asked to be where there is room, and can be made wider and narrower
 * with its handle, by pointer or by keys.
 */
#define TL_TYPE_SIDE_PANE (tl_side_pane_get_type ())
G_DECLARE_FINAL_TYPE (TlSidePane, tl_side_pane, TL, SIDE_PANE, GtkWidget)

#define TL_SIDE_PANE_MIN_WIDTH 280
#define TL_SIDE_PANE_MAX_WIDTH 720

GtkWidget *tl_side_pane_new (void);

/* (nullable) */
GtkWidget *tl_side_pane_get_child (TlSidePane *self);
void       tl_side_pane_set_child (TlSidePane *self, GtkWidget *child);
/* Wanted width in pixels. */
int  tl_side_pane_get_pane_width (TlSidePane *self);
void tl_side_pane_set_pane_width (TlSidePane *self, int pane_width);

G_END_DECLS
