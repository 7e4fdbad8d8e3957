/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-scale.h"

#include <math.h>

/* The plain zoom and offset behind the warp. Every function returns a new
 * value and keeps px_per_unit within TL_SCALE_MIN…TL_SCALE_MAX. */

double
tl_scale_to_x (TlScale scale, double axis)
{
  double x = (axis - scale.origin) * scale.px_per_unit;

  return scale.mirrored ? scale.width - x : x;
}

double
tl_scale_to_axis (TlScale scale, double x)
{
  if (scale.mirrored)
    x = scale.width - x;

  return scale.origin + x / scale.px_per_unit;
}

TlScale
tl_scale_zoom_at (TlScale scale, double x, double factor)
{
  double axis = tl_scale_to_axis (scale, x);
  double offset = scale.mirrored ? scale.width - x : x;

  scale.px_per_unit =
      CLAMP (scale.px_per_unit * factor, TL_SCALE_MIN, TL_SCALE_MAX);
  scale.origin = axis - offset / scale.px_per_unit;
  return scale;
}

TlScale
tl_scale_pan (TlScale scale, double dx)
{
  scale.origin += (scale.mirrored ? dx : -dx) / scale.px_per_unit;
  return scale;
}

TlScale
tl_scale_fit (TlScale scale, double axis_from, double axis_to, double margin)
{
  double room = MAX (scale.width - 2 * margin, 1);
  double length = MAX (axis_to - axis_from, room / TL_SCALE_MAX);

  scale.px_per_unit = CLAMP (room / length, TL_SCALE_MIN, TL_SCALE_MAX);
  scale.origin =
      (axis_from + axis_to) / 2 - scale.width / 2 / scale.px_per_unit;
  return scale;
}

TlScale
tl_scale_interpolate (TlScale a, TlScale b, double t)
{
  double  centre_a = a.origin + a.width / 2 / a.px_per_unit;
  double  centre_b = b.origin + b.width / 2 / b.px_per_unit;
  double  ratio = b.px_per_unit / a.px_per_unit;
  double  progress = t;
  TlScale scale = b;

  scale.px_per_unit = a.px_per_unit * pow (ratio, t);
  /* The moment that stays in place while zooming is reached when the centre
   * moves in step with the length shown, not with t. */
  if (fabs (ratio - 1) > 1e-6)
    progress = (1 - pow (ratio, -t)) / (1 - 1 / ratio);
  scale.origin = centre_a + (centre_b - centre_a) * progress -
                 scale.width / 2 / scale.px_per_unit;
  return scale;
}

gboolean
tl_scale_equal (TlScale a, TlScale b)
{
  return G_APPROX_VALUE (a.origin * b.px_per_unit, b.origin * b.px_per_unit,
                         1e-6) &&
         G_APPROX_VALUE (a.px_per_unit / b.px_per_unit, 1, 1e-12) &&
         G_APPROX_VALUE (a.width, b.width, 1e-9) && a.mirrored == b.mirrored;
}
