/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-scale.h"

G_BEGIN_DECLS

#define TL_TYPE_VIEWPORT (tl_viewport_get_type ())
G_DECLARE_FINAL_TYPE (TlViewport, tl_viewport, TL, VIEWPORT, GObject)

TlViewport *tl_viewport_new (void) G_GNUC_WARN_UNUSED_RESULT;

TlScale  tl_viewport_get_scale (TlViewport *self);
void     tl_viewport_set_scale (TlViewport *self, TlScale scale);
double   tl_viewport_get_offset (TlViewport *self);
void     tl_viewport_set_offset (TlViewport *self, double offset);
double   tl_viewport_get_width (TlViewport *self);
double   tl_viewport_get_height (TlViewport *self);
void     tl_viewport_set_size (TlViewport *self, double width, double height);
gboolean tl_viewport_get_mirrored (TlViewport *self);
void     tl_viewport_set_mirrored (TlViewport *self, gboolean mirrored);
gboolean tl_viewport_get_fitted (TlViewport *self);

void tl_viewport_set_extent (TlViewport *self, double from, double to);
void tl_viewport_set_fit_scale (TlViewport *self, TlScale fit);
void tl_viewport_set_closest (TlViewport *self, double units);
void tl_viewport_set_content_height (TlViewport *self, double height);

TlScale  tl_viewport_clamp_scale (TlViewport *self, TlScale scale);
TlScale  tl_viewport_zoomed_at (TlViewport *self,
                                TlScale     scale,
                                double      x,
                                double      factor);
double   tl_viewport_clamp_offset (TlViewport *self, double offset);
gboolean tl_viewport_can_zoom (TlViewport *self, double factor);
void     tl_viewport_pan (TlViewport *self, double dx, double dy);
void     tl_viewport_zoom_at (TlViewport *self, double x, double factor);
void     tl_viewport_fit (TlViewport *self);

G_END_DECLS
