/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Whether the glyphs of font (nullable) are shapes; those of a font of
 * pictures, such as emoji, are not. */
gboolean tl_font_has_outlines (PangoFont *font);

G_END_DECLS
