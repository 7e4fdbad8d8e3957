/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlLateIcons:
 *
 * Icons of widgets that wait until the first frame has been drawn, because
 * looking up the first one reads the whole theme. The room for them is kept.
 */
typedef struct _TlLateIcons TlLateIcons;

/* Takes the icons from the visible widgets of a tree. (transfer full) */
TlLateIcons *tl_late_icons_new (GtkWidget *root) G_GNUC_WARN_UNUSED_RESULT;
/* Puts them back where nothing else has been put meanwhile. */
void tl_late_icons_show (TlLateIcons *self);
void tl_late_icons_free (TlLateIcons *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLateIcons, tl_late_icons_free)

G_END_DECLS
