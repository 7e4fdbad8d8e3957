/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* file: NULL when the person thought better of it. */
typedef void (*TlFileDialogFunc) (GFile *file, gpointer user_data);

/* Ask for a dataset to open. func is called once, unless parent is destroyed
 * first. */
void tl_file_dialog_open (GtkWindow       *parent,
                          TlFileDialogFunc func,
                          gpointer         user_data);
/* Ask where to save. The dialog itself asks before a file is replaced.
 * folder: nullable, where to begin. */
void tl_file_dialog_save (GtkWindow       *parent,
                          const char      *title,
                          const char      *name,
                          GFile           *folder,
                          TlFileDialogFunc func,
                          gpointer         user_data);

G_END_DECLS
