/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "tl-export-request.h"

G_BEGIN_DECLS

/* Drawing and writing of pictures in a thread of their own. Each job has its
 * own text measurer, since one serves one thread. */

/**
 * TlExportPreview:
 * @pixels: the picture, made smaller; ARGB32 as cairo has it
 * @width_px: of @pixels
 * @height_px: of @pixels
 * @stride: bytes from line to line of @pixels
 * @width: of the picture, in points
 * @height: of the picture, in points
 */
typedef struct
{
  GBytes *pixels;
  int     width_px;
  int     height_px;
  gsize   stride;
  double  width;
  double  height;
} TlExportPreview;

void tl_export_preview_free (TlExportPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlExportPreview, tl_export_preview_free)

/* Draws the picture as large as fits in the given pixels. */
void tl_export_preview_async (const TlExportRequest *request,
                              int                    max_width_px,
                              int                    max_height_px,
                              GCancellable          *cancellable,
                              GAsyncReadyCallback    callback,
                              gpointer               user_data);
/* (nullable): TL_EXPORT_ERROR or G_IO_ERROR_CANCELLED */
TlExportPreview *tl_export_preview_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Writes the picture to path, whole or not at all; an existing file is
 * replaced. When cancelled before writing began, nothing is written. */
void tl_export_save_async (const TlExportRequest *request,
                           const char            *path,
                           GCancellable          *cancellable,
                           GAsyncReadyCallback    callback,
                           gpointer               user_data);
/* TL_EXPORT_ERROR, G_FILE_ERROR or G_IO_ERROR_CANCELLED */
gboolean tl_export_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
