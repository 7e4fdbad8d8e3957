/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-export.h"
#include "tl-picture.h"

G_BEGIN_DECLS

/**
 * TlExportRequest:
 * @picture: what is drawn; the request owns the dataset, the filter, the ids
 *   and the language
 * @format: of the file
 * @scale: pixels of a PNG per point
 * @outlines: whether the text of an SVG is drawn as outlines
 * @writes_sources: whether a file with the sources goes with it
 *
 * A picture that somebody wants to have, or to see beforehand.
 */
typedef struct
{
  TlPictureOptions picture;
  TlExportFormat   format;
  double           scale;
  gboolean         outlines;
  gboolean         writes_sources;
} TlExportRequest;

TlExportRequest *
tl_export_request_new (TlDataset  *dataset,
                       const char *language) G_GNUC_WARN_UNUSED_RESULT;
/* Takes over filter and day, also as today. */
void tl_export_request_set_query (TlExportRequest *self, const TlQuery *query);
/* ids: (nullable): of the only records that are drawn; NULL, or none, for all
 * that pass. */
void tl_export_request_set_only (TlExportRequest *self, const char *const *ids);
/* Takes over how the groups are arranged: names, see tl-group-order.h. */
void tl_export_request_set_groups (TlExportRequest   *self,
                                   const char *const *order,
                                   const char *const *folded);
TlExportRequest *
tl_export_request_copy (const TlExportRequest *self) G_GNUC_WARN_UNUSED_RESULT;
/* Where the sources of a picture go: "talks.png" has "talks.sources.txt" beside
 * it. (transfer full) */
char *
tl_export_request_dup_sources_path (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void tl_export_request_free (TlExportRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlExportRequest, tl_export_request_free)

G_END_DECLS
