/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-span-bar.h"

#include <math.h>

/* An inexact date never looks exact: its bar has soft ends, or is hatched where
 * it is one of several days; where it is too short to show that, a haze stands
 * behind the glyph. */

#define BAR_HEIGHT 12.0
#define HAZE_WIDTH 34.0
#define SOFT_END_MAX 48.0
#define ALPHA_CERTAIN 0.34
#define ALPHA_POSSIBLE 0.26
#define ALPHA_UNDER_TEXT 0.16
#define ALPHA_DAY 0.14
#define ALPHA_HAZE 0.42

TlPaint
tl_span_make_fade (TlRect   rect,
                   gboolean mirrored,
                   double   zoom,
                   TlColor  color,
                   gboolean soft_start,
                   gboolean soft_end)
{
  double   length = MIN (rect.width * 0.4, SOFT_END_MAX * zoom);
  gboolean left = mirrored ? soft_end : soft_start;
  gboolean right = mirrored ? soft_start : soft_end;

  return (TlPaint){
    .kind = TL_PAINT_FADE,
    .color = color,
    .from_x = rect.x,
    .to_x = rect.x + rect.width,
    .start_alpha = left ? 0 : 1,
    .end_alpha = right ? 0 : 1,
    .start_width = left ? length : 0,
    .end_width = right ? length : 0,
  };
}

/* The stretch that is certainly covered. */
static TlRect
get_core_rect (const TlSpanBar *self, TlRect bar)
{
  double x0 = tl_scale_to_x (
      self->scale, tl_warp_to_axis (self->warp, (double)self->span.core_start));
  double x1 = tl_scale_to_x (
      self->scale,
      tl_warp_to_axis (self->warp, (double)self->span.core_end + 1));

  return (TlRect){ MIN (x0, x1), bar.y, fabs (x1 - x0), bar.height };
}

/* The time it covers is too short to be seen, and not certain. */
static gboolean
is_hazy (const TlSpanBar *self)
{
  return !tl_span_is_exact (self->span) && self->span.start == TL_BOUND_KNOWN &&
         self->span.end == TL_BOUND_KNOWN &&
         self->length < HAZE_WIDTH * self->zoom;
}

static void
add_haze (const TlSpanBar *self, TlScene *scene, TlColor color)
{
  double width = HAZE_WIDTH * self->zoom;
  double height = BAR_HEIGHT * self->zoom;
  TlRect rect = { self->glyph_x - width / 2, self->y - height / 2, width,
                  height };

  tl_scene_add_rect (scene, rect, rect.height / 2,
                     tl_span_make_fade (rect, self->scale.mirrored, self->zoom,
                                        tl_color_with_alpha (color, ALPHA_HAZE),
                                        TRUE, TRUE),
                     tl_stroke_none ());
}

static double
get_alpha (const TlSpanBar *self)
{
  if (!tl_span_is_exact (self->span))
    return self->under_text ? ALPHA_UNDER_TEXT : ALPHA_POSSIBLE;
  return self->span.shape == TL_SHAPE_SINGLE ? ALPHA_DAY : ALPHA_CERTAIN;
}

/* The bar of a date that covers more pixels than its glyph. */
static void
add_bar (const TlSpanBar *self, TlScene *scene, TlColor color)
{
  TlSpan   span = self->span;
  gboolean exact = tl_span_is_exact (span);
  gboolean soft = span.qualifiers != TL_QUALIFIER_NONE;
  double   height = self->height > 0 ? self->height : BAR_HEIGHT * self->zoom;
  double   radius = BAR_HEIGHT * self->zoom / 2;
  TlRect   rect = { self->x, self->y - height / 2, self->width, height };
  TlPaint  paint;

  color = tl_color_with_alpha (color, get_alpha (self));
  paint =
      tl_span_make_fade (rect, self->scale.mirrored, self->zoom, color,
                         !exact && (soft || span.start != TL_BOUND_KNOWN ||
                                    span.start_precision > TL_PRECISION_DAY),
                         !exact && (soft || span.end != TL_BOUND_KNOWN ||
                                    span.end_precision > TL_PRECISION_DAY));
  tl_scene_add_rect (scene, rect, radius, paint, tl_stroke_none ());
  if (span.shape == TL_SHAPE_ONE_OF)
    {
      paint = (TlPaint){ .kind = TL_PAINT_HATCH, .color = color };
      tl_scene_add_rect (scene, rect, radius, paint, tl_stroke_none ());
    }
  else if (!exact && !soft && span.core_start <= span.core_end)
    tl_scene_add_rect (scene, get_core_rect (self, rect), 0,
                       tl_paint_color (color), tl_stroke_none ());
}

void
tl_span_bar_add (const TlSpanBar *self, TlScene *scene, TlColor color)
{
  if (is_hazy (self))
    add_haze (self, scene, color);
  else if (self->width > (TL_SPAN_GLYPH_SIZE + 2) * self->zoom)
    add_bar (self, scene, color);
}
