/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-painter.h"
#include "tl-span-bar.h"

G_BEGIN_DECLS

/* What the files of the painter share. */

/* How thick the line is around and under what is looked for, at 100 %. */
#define TL_MATCH_LINE 1.6

/* tl-painter-marks.c: what a date covers, behind its glyph: a bar, or a haze
 * where that is too short to show that it is not certain. */
void tl_painter_add_span (TlScene      *scene,
                          const TlView *view,
                          const TlMark *mark,
                          TlSpan        span,
                          TlColor       color);

/* tl-painter-curves.c: a relation; is_trimmed: it ends before marks. */
void tl_painter_add_curve (TlPainter      painter,
                           TlScene       *scene,
                           const TlCurve *curve,
                           double         zoom,
                           gboolean       strong,
                           gboolean       is_trimmed);

/* tl-painter-matches.c */
/* Where a line of a label stands, pulled to the side of the label's rectangle
 * next to the glyph; cut: (out) (transfer full): what of it has room. */
TlRect tl_painter_place_label (TlPainter     painter,
                               const TlView *view,
                               const TlMark *mark,
                               const char   *text,
                               TlFontRole    font,
                               char        **cut);
/* Of its first line. */
double tl_painter_get_label_baseline (const TlView *view, const TlMark *mark);
/* Marks a record that is looked for; comes before the record itself. */
void tl_painter_add_match (TlPainter     painter,
                           TlScene      *scene,
                           const TlView *view,
                           const TlMark *mark);

G_END_DECLS
