/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tests/assert-near.h"

#include "tl-cairo-backend.h"
#include "tl-export.h"

#include <math.h>

G_BEGIN_DECLS

/* The pixels of a scene, at scale pixels a point, drawn at once. */
cairo_surface_t *
draw_scene (const TlScene *scene, TlTextMeasurer *measurer, double scale);
cairo_surface_t *read_png (GBytes *bytes);
/* 0xaarrggbb, premultiplied. */
guint32 get_pixel (cairo_surface_t *surface, int x, int y);
guint32 get_rgb (cairo_surface_t *surface, int x, int y);
/* Mean absolute difference of the channels, 0–255. */
double get_mean_difference (cairo_surface_t *a, cairo_surface_t *b);
/* The largest share of pixels that differ by more than threshold. */
double
get_share_different (cairo_surface_t *a, cairo_surface_t *b, int threshold);

/* Measured and added at scale 1. */
void add_label (TlScene        *scene,
                TlTextMeasurer *measurer,
                const char     *text,
                double          x,
                double          y,
                TlFontRole      role,
                gboolean        bold,
                TlColor         color);
/* Every item type, paint and direction of writing, on opaque paper. */
TlScene *make_sample (TlTextMeasurer *measurer, gboolean with_text);
/* Paper of 200 × 100. */
TlScene *make_paper (void);

G_END_DECLS
