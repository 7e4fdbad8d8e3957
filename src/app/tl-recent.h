/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The datasets that were opened lately, kept in the desktop's own list. */

/* Local files only: the list is of no use for anything else. */
void tl_recent_add (GFile *file);
/* Menu items that activate "win.open-uri": the latest first, at most 8, none
 * that is gone. (transfer full) */
GMenuModel *tl_recent_dup_menu (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
