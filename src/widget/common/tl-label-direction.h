/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For labels whose text can run the other way than the window: GTK puts their
 * lines to the other side when they are wrapped or shortened, and leaves them
 * where they are when they fit. These decide it once for all lines. */

void tl_label_align_to_start (GtkLabel *label);
void tl_label_align_to_text (GtkLabel *label);

G_END_DECLS
