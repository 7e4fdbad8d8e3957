/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the program is, its version and licence. parent: nullable. */
GtkWindow *tl_about_new (GtkWindow *parent);

G_END_DECLS
