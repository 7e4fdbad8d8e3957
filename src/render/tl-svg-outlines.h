/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-svg-defs.h"
#include "tl-text-line.h"

G_BEGIN_DECLS

/**
 * TlSvgOutlines:
 *
 * Text as shapes: every glyph of a font is defined once and placed with
 * <use>.
 */
typedef struct _TlSvgOutlines TlSvgOutlines;

/* defs must outlive it. */
TlSvgOutlines *tl_svg_outlines_new (TlSvgDefs *defs) G_GNUC_WARN_UNUSED_RESULT;
void           tl_svg_outlines_free (TlSvgOutlines *self);
/* Appends the glyphs of line with its left end at 0, 0. FALSE, and nothing
 * appended, when some of them have no outlines, as in a font of coloured
 * emoji. */
gboolean tl_svg_outlines_append_line (TlSvgOutlines    *self,
                                      GString          *out,
                                      const TlTextLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSvgOutlines, tl_svg_outlines_free)

G_END_DECLS
