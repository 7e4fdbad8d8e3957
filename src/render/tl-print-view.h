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

G_END_DECLS
