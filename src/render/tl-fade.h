/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-scene.h"

G_BEGIN_DECLS

typedef struct
{
  double offset; /* 0 at from_x, 1 at to_x */
  double alpha;  /* times the alpha of the colour */
} TlFadeStop;
#define TL_MAX_FADE_STOPS 4

/* The stops of the gradient of a TL_PAINT_FADE, 2 to 4 of them: one rule for
 * every back end. Ramps that have no room share what there is. */
guint tl_fade_get_stops (const TlPaint *paint,
                         TlFadeStop     stops[TL_MAX_FADE_STOPS]);

G_END_DECLS
