/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlFilterFold:
 *
 * A part of the filter panel that folds away below its heading. GTK's own
 * expander complains when arrow keys go past it while it is folded (GTK 4.8),
 * and does not take the space bar in a popover.
 */
#define TL_TYPE_FILTER_FOLD (tl_filter_fold_get_type ())
G_DECLARE_FINAL_TYPE (TlFilterFold, tl_filter_fold, TL, FILTER_FOLD, GtkWidget)

/* name: what it is called. beside: nullable, stands at the other end of the
 * heading. */
GtkWidget *
tl_filter_fold_new (const char *name, GtkWidget *beside, GtkWidget *body);

gboolean tl_filter_fold_get_open (TlFilterFold *self);
void     tl_filter_fold_set_open (TlFilterFold *self, gboolean open);

G_END_DECLS
