/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-list-export.h"

G_BEGIN_DECLS

/**
 * TlListDialog:
 *
 * Asks what list of which records to write in which format, and writes it to a
 * file. Its action "list.save" asks for the file.
 *
 * Emits "saved" with the path, and with how many records the format had no
 * place for, when the file is written; then closes itself.
 */
#define TL_TYPE_LIST_DIALOG (tl_list_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlListDialog, tl_list_dialog, TL, LIST_DIALOG, AdwWindow)

/* selection: ids of records, maybe none. language: nullable, of titles and
 * names. settings: nullable, where the folder is remembered. */
GtkWindow *tl_list_dialog_new (GtkWindow         *parent,
                               TlResult          *result,
                               const char *const *selection,
                               const char        *language,
                               GSettings         *settings);
/* What it begins with. */
void tl_list_dialog_choose (TlListDialog *self,
                            TlListContent content,
                            gboolean      selected_only);
/* What the dialog would write now. (transfer full) */
TlListExport *
tl_list_dialog_dup_export (TlListDialog *self) G_GNUC_WARN_UNUSED_RESULT;
/* Writes the list to path, replacing what is there. */
void tl_list_dialog_save (TlListDialog *self, const char *path);

G_END_DECLS
