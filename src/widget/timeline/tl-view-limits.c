/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-view-limits.h"

/* Keeps a scale within what makes sense for the records: neither so far out
 * nor so far in, nor so far beside them, that one could lose them. */

/* Data that are wider than this part of the view may leave it on one side
 * until only this much is left. */
#define KEPT_PART 0.25
/* The picture that shows everything may be shrunk by this factor. */
#define SHRINK_MAX 0.5

static double
clamp_px_per_unit (TlViewLimits limits, double width, double px_per_unit)
{
  return CLAMP (px_per_unit, tl_view_limits_get_min (limits),
                tl_view_limits_get_max (limits, width));
}

static double
clamp_origin (TlViewLimits limits, TlScale scale)
{
  double length = scale.width / scale.px_per_unit;
  double extent = limits.extent_to - limits.extent_from;
  double kept = MIN (length * KEPT_PART, extent);
  double lowest = limits.extent_from + kept - length;
  double highest = limits.extent_to - kept;

  return extent < 0 ? scale.origin : CLAMP (scale.origin, lowest, highest);
}

/**
 * tl_view_limits_get_min:
 * @limits: the limits
 *
 * Returns: the least pixels per axis unit
 */
double
tl_view_limits_get_min (TlViewLimits limits)
{
  return MAX (limits.fit_px_per_unit * SHRINK_MAX, TL_SCALE_MIN);
}

/**
 * tl_view_limits_get_max:
 * @limits: the limits
 * @width: of the picture in pixels
 *
 * Returns: the most pixels per axis unit
 */
double
tl_view_limits_get_max (TlViewLimits limits, double width)
{
  double closest = MIN (width / limits.closest_units, TL_SCALE_MAX);

  return MAX (closest, limits.fit_px_per_unit);
}

/**
 * tl_view_limits_clamp:
 * @limits: the limits
 * @scale: any scale
 *
 * Returns: the allowed scale nearest to @scale; the moment in the middle stays
 *   there where it can
 */
TlScale
tl_view_limits_clamp (TlViewLimits limits, TlScale scale)
{
  double centre = scale.origin + scale.width / 2 / scale.px_per_unit;
  double px_per_unit =
      clamp_px_per_unit (limits, scale.width, scale.px_per_unit);

  if (!G_APPROX_VALUE (px_per_unit / scale.px_per_unit, 1, 1e-12))
    {
      scale.px_per_unit = px_per_unit;
      scale.origin = centre - scale.width / 2 / px_per_unit;
    }
  scale.origin = clamp_origin (limits, scale);
  return scale;
}

/**
 * tl_view_limits_zoom_at:
 * @limits: the limits
 * @scale: the scale to zoom
 * @x: where the same moment stays, in pixels from the left
 * @factor: more than 1 magnifies
 *
 * Returns: @scale zoomed as far as the limits allow
 */
TlScale
tl_view_limits_zoom_at (TlViewLimits limits,
                        TlScale      scale,
                        double       x,
                        double       factor)
{
  double wanted =
      clamp_px_per_unit (limits, scale.width, scale.px_per_unit * factor);

  return tl_view_limits_clamp (
      limits, tl_scale_zoom_at (scale, x, wanted / scale.px_per_unit));
}
