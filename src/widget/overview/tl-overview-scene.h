/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date-formatter.h"
#include "tl-density.h"
#include "tl-palette.h"
#include "tl-scale.h"
#include "tl-scene.h"
#include "tl-text-measurer.h"

G_BEGIN_DECLS

/**
 * TlOverviewPicture:
 * @scale: of the strip
 * @zoom: of text, and all that is not time
 * @axis_from: what the densities cover
 * @density: (nullable): of what is shown
 * @matches: (nullable): of what passes the filter; @density itself where
 *   nothing is dimmed
 * @is_searched: whether those are what a search has found
 * @known_on: axis coordinate of the day that it is known on; NaN for none
 * @selected: (array length=n_selected): axis coordinates
 *
 * What a strip shows of the whole time. A plain value.
 */
typedef struct
{
  const TlPalette *palette;
  TlTextMeasurer  *measurer;
  TlDateFormatter *formatter;
  TlWarp          *warp;
  TlScale          scale;
  double           zoom;
  double           axis_from;
  double           axis_to;
  const TlDensity *density;
  const TlDensity *matches;
  gboolean         is_searched;
  double           known_on;
  const double    *selected;
  guint            n_selected;
} TlOverviewPicture;

/* Of the strip, in pixels at zoom 1. */
#define TL_OVERVIEW_HEIGHT 44.0
#define TL_OVERVIEW_BARS_BOTTOM 28.0

/* Ticks, shortened spans and bars of records. (transfer full) */
TlScene *tl_overview_paint_time (const TlOverviewPicture *picture)
    G_GNUC_WARN_UNUSED_RESULT;
/* What lies over them: the selection, and the day that it is known on.
 * (transfer full) */
TlScene *tl_overview_paint_marks (const TlOverviewPicture *picture)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
