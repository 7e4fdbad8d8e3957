/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-export-request.h"

G_BEGIN_DECLS

/**
 * TlExportDialog:
 *
 * Asks what a picture should be like, shows it, and writes it to a file.
 * Its action "export.save" asks for the file.
 *
 * Emits "saved" with the path when the file is written; then closes itself.
 */
#define TL_TYPE_EXPORT_DIALOG (tl_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    TlExportDialog, tl_export_dialog, TL, EXPORT_DIALOG, AdwWindow)

/* request: what the window shows, with the visible range; it is copied.
 * settings: nullable, where the choices are remembered. */
GtkWindow *tl_export_dialog_new (GtkWindow             *parent,
                                 const TlExportRequest *request,
                                 GSettings             *settings);
/* What the dialog would write now. (transfer full) */
TlExportRequest *
tl_export_dialog_dup_request (TlExportDialog *self) G_GNUC_WARN_UNUSED_RESULT;
/* Writes the picture to path, replacing what is there. */
void tl_export_dialog_save (TlExportDialog *self, const char *path);

G_END_DECLS
