/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "tl-scene.h"
#include "tl-text-measurer.h"

G_BEGIN_DECLS

/* Draws the whole scene on cr, in the scene's own coordinates. */
void tl_cairo_draw_scene (cairo_t        *cr,
                          const TlScene  *scene,
                          TlTextMeasurer *measurer);

G_END_DECLS
