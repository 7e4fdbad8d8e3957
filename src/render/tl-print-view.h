/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-painter.h"
#include "tl-pagination.h"

G_BEGIN_DECLS

/**
 * TlPrintView:
 * @view: of the lanes and the time of a page
 * @strip: its lanes
 * @axis_title: (nullable): name of the axis
 * @top: where the axis begins on the page, in points
 * @width: of the page
 * @headings_width: of the column of headings
 *
 * The timeline of a page. A plain value.
 */
typedef struct
{
  TlPainter     painter;
  const TlView *view;
  TlPageStrip   strip;
  const char   *axis_title;
  double        top;
  double        width;
  double        headings_width;
} TlPrintView;

/* Axis, headings and lanes, on the page. */
void tl_print_view_paint (const TlPrintView *self, TlScene *scene);
/* The records that are in a view, as themselves or in a cluster, each once, in
 * the order of the dataset. (transfer full) (element-type guint) */
GArray *
tl_print_view_list_records (const TlView *view) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
