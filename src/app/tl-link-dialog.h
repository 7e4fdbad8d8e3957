/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks whether to open url in the browser, showing its host, and does so.
 * Nothing happens with an address that is not allowed. (transfer none):
 * (nullable): the dialog, already shown. */
GtkWindow *tl_link_dialog_show (GtkWindow *parent, const char *url);

G_END_DECLS
