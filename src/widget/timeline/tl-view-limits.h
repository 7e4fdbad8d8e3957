/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-scale.h"

G_BEGIN_DECLS

/**
 * TlViewLimits:
 * @extent_from: axis coordinate of the first record
 * @extent_to: axis coordinate of the last record; less than @extent_from when
 *   there are none
 * @fit_px_per_unit: the zoom at which everything shows; 0 when not known
 * @closest_units: what the whole width shows at the closest look; > 0
 *
 * How far a view may go. A plain value.
 */
typedef struct
{
  double extent_from;
  double extent_to;
  double fit_px_per_unit;
  double closest_units;
} TlViewLimits;

double  tl_view_limits_get_min (TlViewLimits limits);
double  tl_view_limits_get_max (TlViewLimits limits, double width);
TlScale tl_view_limits_clamp (TlViewLimits limits, TlScale scale);
TlScale tl_view_limits_zoom_at (TlViewLimits limits,
                                TlScale      scale,
                                double       x,
                                double       factor);

G_END_DECLS
