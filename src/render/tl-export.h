/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-scene.h"
#include "tl-text-measurer.h"

G_BEGIN_DECLS

#define TL_EXPORT_ERROR (tl_export_error_quark ())
GQuark tl_export_error_quark (void);

/**
 * TlExportError:
 * @TL_EXPORT_ERROR_FORMAT: the name does not tell a format we write
 * @TL_EXPORT_ERROR_SIZE: more pixels a side than cairo can hold (32767), or
 *   not a size at all
 * @TL_EXPORT_ERROR_EXISTS: the file is there and may not be overwritten
 * @TL_EXPORT_ERROR_RENDER: cairo or libpng failed
 */
typedef enum
{
  TL_EXPORT_ERROR_FORMAT,
  TL_EXPORT_ERROR_SIZE,
  TL_EXPORT_ERROR_EXISTS,
  TL_EXPORT_ERROR_RENDER,
} TlExportError;

typedef enum
{
  TL_EXPORT_PNG,
  TL_EXPORT_SVG,
  TL_EXPORT_PDF,
} TlExportFormat;

/**
 * TlExportMetadata:
 *
 * What the file says about itself. All strings may be %NULL.
 */
typedef struct
{
  const char *title;
  const char *description;
  const char *language; /* BCP 47 */
  const char *dataset_id;
  const char *dataset_sha256;
  const char *filter;   /* tl_filter_to_string() */
  const char *range;    /* "2013-01-01/2021-02-05" */
  const char *known_on; /* "2020-07-27" */
  gboolean    right_to_left;
} TlExportMetadata;

gboolean tl_export_format_from_nick (const char *nick, TlExportFormat *format);
gboolean tl_export_format_from_name (const char *name, TlExportFormat *format);
const char *tl_export_format_to_nick (TlExportFormat format);

/* The bytes of the file. scale: pixels of a PNG per point, > 0; ignored for
 * SVG and PDF. outlines: SVG text as glyph outlines. TL_EXPORT_ERROR.
 * (transfer full) */
GBytes *tl_export_render (const TlScene          *scene,
                          TlTextMeasurer         *measurer,
                          TlExportFormat          format,
                          double                  scale,
                          gboolean                outlines,
                          const TlExportMetadata *metadata,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Writes bytes to path, whole or not at all (fsync, rename, fsync of the
 * folder); refuses an existing file unless overwrite. TL_EXPORT_ERROR_EXISTS
 * or G_FILE_ERROR. Symbolic links are followed and permissions kept. */
gboolean tl_export_save (const char *path,
                         GBytes     *bytes,
                         gboolean    overwrite,
                         GError    **error);

G_END_DECLS
