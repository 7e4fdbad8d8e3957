/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Everything that people read or hear of widgets: texts, tooltips, names and
 * descriptions for screen readers, titles, menus, choices. */

typedef void (*GuiWordsFunc) (const char *text,
                              GtkWidget  *widget,
                              const char *what,
                              gpointer    user_data);

/* What is visible of root, and below it. */
void gui_words_foreach (GtkWidget *root, GuiWordsFunc func, gpointer user_data);
/* The first word of a text in plain Latin letters that should not be in a
 * window of pseudo-language with the pseudo-dataset; NULL when there is none.
 * (transfer full) */
char *gui_words_find_plain (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
