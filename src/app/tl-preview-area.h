/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-export-request.h"

G_BEGIN_DECLS

/**
 * TlPreviewArea:
 *
 * Shows the picture of an export as it will be, made smaller: drawn by the
 * same code with the same options, in a thread.
 *
 * Emits "updated" when the picture, its size or what hinders it is known.
 */
#define TL_TYPE_PREVIEW_AREA (tl_preview_area_get_type ())
G_DECLARE_FINAL_TYPE (
    TlPreviewArea, tl_preview_area, TL, PREVIEW_AREA, GtkWidget)

/* Draws anew, soon. request is copied. */
void tl_preview_area_set_request (TlPreviewArea         *self,
                                  const TlExportRequest *request);
/* Size of the whole picture in points; FALSE while it is not known. */
gboolean
tl_preview_area_get_size (TlPreviewArea *self, double *width, double *height);
/* (nullable): why there is no picture. */
const GError *tl_preview_area_get_error (TlPreviewArea *self);

G_END_DECLS
