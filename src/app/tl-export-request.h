/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-export.h"
#include "tl-picture.h"

G_BEGIN_DECLS

/**
 * TlExportRequest:
 * @picture: what is drawn; the request owns the dataset, the filter and the
 *   language
 * @format: of the file
 * @scale: pixels of a PNG per point
 * @outlines: whether the text of an SVG is drawn as outlines
 *
 * A picture that somebody wants to have, or to see beforehand.
 */
typedef struct
{
  TlPictureOptions picture;
  TlExportFormat   format;
  double           scale;
  gboolean         outlines;
} TlExportRequest;

TlExportRequest *
tl_export_request_new (TlDataset  *dataset,
                       const char *language) G_GNUC_WARN_UNUSED_RESULT;
/* Takes over filter and day, also as today. */
void tl_export_request_set_query (TlExportRequest *self, const TlQuery *query);
TlExportRequest *
tl_export_request_copy (const TlExportRequest *self) G_GNUC_WARN_UNUSED_RESULT;
void tl_export_request_free (TlExportRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlExportRequest, tl_export_request_free)

G_END_DECLS
