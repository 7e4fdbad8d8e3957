/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-scene.h"

G_BEGIN_DECLS

/**
 * TlGlyphLook:
 *
 * How sure a happening is, as its glyph shows it. Never by colour alone.
 * @TL_GLYPH_SOLID: it occurred
 * @TL_GLYPH_HOLLOW: planned: only an outline
 * @TL_GLYPH_DASHED: announced: a broken outline
 * @TL_GLYPH_TINTED: alleged: a pale fill in an outline
 * @TL_GLYPH_STRUCK: denied or cancelled: an outline that is struck through
 */
typedef enum
{
  TL_GLYPH_SOLID,
  TL_GLYPH_HOLLOW,
  TL_GLYPH_DASHED,
  TL_GLYPH_TINTED,
  TL_GLYPH_STRUCK,
} TlGlyphLook;

TlGlyphLook tl_glyph_look_for_status (TlStatus status);

/* Draws the shape of a kind, about size pixels wide and high, centred on
 * x, y. A split glyph (contested) is filled on its left half only; one without
 * a fill is parted by a line. */
void tl_glyph_add (TlScene    *scene,
                   TlKind      kind,
                   TlGlyphLook look,
                   gboolean    split,
                   double      x,
                   double      y,
                   double      size,
                   TlColor     color,
                   TlColor     paper);

G_END_DECLS
