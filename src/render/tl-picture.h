/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-citation-list.h"
#include "tl-query.h"
#include "tl-layout.h"
#include "tl-painter.h"
#include "tl-export.h"
#include "tl-time-direction.h"

G_BEGIN_DECLS

/**
 * TlPictureOptions:
 *
 * What an exported picture shows. The window's export dialog, its preview and
 * the command line all go through this.
 * @width: of the drawing in points; 0 for the default (1280)
 * @height: 0 for as high as the lanes need
 * @from: first civil second shown; %G_MININT64 for the first record
 * @to: last civil second shown; %G_MAXINT64 for the last record
 * @language: (nullable)
 * @group_order: (nullable) (array zero-terminated=1): names of groups, see
 *   tl-group-order.h
 * @folded: (nullable) (array zero-terminated=1): the same
 * @known_on: civil second of the day, or %TL_KNOWN_ALWAYS
 * @only: (nullable) (array zero-terminated=1): ids of the records that are
 *   drawn, whatever the filter; %NULL for those that pass it
 * @right_to_left: lines are read so: title, headings and legend begin at the
 *   right
 * @time_direction: which way time runs
 */
typedef struct
{
  TlDataset         *dataset;
  const TlFilter    *filter; /* nullable */
  TlGroupBy          group_by;
  const char *const *group_order;
  const char *const *folded;
  gboolean           proportional;
  TlTheme            theme;
  double             width;
  double             height;
  gint64             from;
  gint64             to;
  gint64             today;
  gint64             known_on;
  const char        *language;
  const char *const *only;
  gboolean           right_to_left;
  TlTimeDirection    time_direction;
  gboolean           list_sources; /* "Sources of this figure" under it */
  gboolean           relations;    /* between records, as curves */
} TlPictureOptions;

void tl_picture_options_init (TlPictureOptions *options, TlDataset *dataset);
/* Whether time runs from right to left. */
gboolean tl_picture_options_mirror_time (const TlPictureOptions *options);

/* The whole picture: title, axis, lanes, legend, footer. TL_EXPORT_ERROR_SIZE
 * when it cannot be that small or large. (transfer full) */
TlScene *tl_picture_new (const TlPictureOptions *options,
                         TlTextMeasurer         *measurer,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* As tl_picture_new(), rendered with its metadata. (transfer full) */
GBytes *tl_picture_render (const TlPictureOptions *options,
                           TlTextMeasurer         *measurer,
                           TlExportFormat          format,
                           double                  scale,
                           gboolean                outlines,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same with "Sources of this figure": the sources of exactly the records
 * that are in it, as themselves or in a cluster. sources_format: one of
 * tl_citation_get_formats(). sources: (out) (optional): set only on success.
 * (transfer full) */
GBytes *tl_picture_render_cited (const TlPictureOptions *options,
                                 TlTextMeasurer         *measurer,
                                 TlExportFormat          format,
                                 double                  scale,
                                 gboolean                outlines,
                                 const TlCitationFormat *sources_format,
                                 GBytes                **sources,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
