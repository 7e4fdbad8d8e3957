/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlScale:
 * @origin: axis coordinate at the start edge of the picture
 * @px_per_unit: pixels per axis unit (a day of unshortened time); > 0
 * @width: width of the picture in pixels; > 0
 * @mirrored: time runs from right to left
 *
 * Maps axis coordinates (see #TlWarp) to pixels and back. A plain value: copy
 * it freely.
 */
typedef struct
{
  double   origin;
  double   px_per_unit;
  double   width;
  gboolean mirrored;
} TlScale;

/* From a second per million pixels to the age of the universe. */
#define TL_SCALE_MIN 1e-12
#define TL_SCALE_MAX 1e7

double tl_scale_to_x (TlScale scale, double axis);
double tl_scale_to_axis (TlScale scale, double x);
/* The same moment stays under x. factor > 1 magnifies. */
TlScale tl_scale_zoom_at (TlScale scale, double x, double factor);
/* Moves the picture by dx pixels to the right. */
TlScale tl_scale_pan (TlScale scale, double dx);
/* Shows from…to with margin pixels free on either side. */
TlScale
tl_scale_fit (TlScale scale, double axis_from, double axis_to, double margin);
/* Linear in log (px_per_unit) and in the moment at the centre; t in 0…1. */
TlScale  tl_scale_interpolate (TlScale a, TlScale b, double t);
gboolean tl_scale_equal (TlScale a, TlScale b);

G_END_DECLS
