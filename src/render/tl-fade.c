/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-fade.h"

guint
tl_fade_get_stops (const TlPaint *paint, TlFadeStop stops[TL_MAX_FADE_STOPS])
{
  double length = paint->to_x - paint->from_x;
  double ramps = paint->start_width + paint->end_width;
  double shrink = ramps > length ? length / ramps : 1;
  double start = length > 0 ? paint->start_width * shrink / length : 0;
  double end = length > 0 ? paint->end_width * shrink / length : 0;
  guint  n = 0;

  if (start > 0)
    stops[n++] = (TlFadeStop){ 0, CLAMP (paint->start_alpha, 0, 1) };
  stops[n++] = (TlFadeStop){ start, 1 };
  stops[n++] = (TlFadeStop){ MAX (1 - end, start), 1 };
  if (end > 0)
    stops[n++] = (TlFadeStop){ 1, CLAMP (paint->end_alpha, 0, 1) };
  return n;
}
