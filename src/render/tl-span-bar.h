/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date.h"
#include "tl-scale.h"
#include "tl-scene.h"
#include "tl-warp.h"

G_BEGIN_DECLS

/* Of the glyph of a record, at 100 %. */
#define TL_SPAN_GLYPH_SIZE 14.0

/**
 * TlSpanBar:
 * @span: a date
 * @scale: from the axis to pixels
 * @warp: from time to the axis
 * @zoom: of everything that is not time
 * @glyph_x: the middle of the glyph, in pixels
 * @y: the same
 * @x: left end of what it covers, with the ends of open dates
 * @width: of what it covers
 * @length: of the time between its bounds
 * @height: of the bar; 0 for the default
 * @under_text: a text stands on it
 *
 * What a date covers, behind its glyph. A plain value.
 */
typedef struct
{
  TlSpan        span;
  TlScale       scale;
  const TlWarp *warp;
  double        zoom;
  double        glyph_x;
  double        y;
  double        x;
  double        width;
  double        length;
  double        height;
  gboolean      under_text;
} TlSpanBar;

void tl_span_bar_add (const TlSpanBar *self, TlScene *scene, TlColor color);
/* Ends that are soft, in the direction of time, fade out. */
TlPaint tl_span_make_fade (TlRect   rect,
                           gboolean mirrored,
                           double   zoom,
                           TlColor  color,
                           gboolean soft_start,
                           gboolean soft_end);

G_END_DECLS
