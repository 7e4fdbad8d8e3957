/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-alternatives.h"
#include "tl-curves.h"
#include "tl-layout.h"
#include "tl-marking.h"
#include "tl-scene.h"
#include "tl-text-measurer.h"
#include "tl-ticks.h"

G_BEGIN_DECLS

/**
 * TlPainter:
 *
 * Turns the geometry of a view into scenes. The window asks for parts (so that
 * it can keep and move them), the exporters for the whole picture. A plain
 * value.
 */
typedef struct
{
  const TlPalette *palette;
  TlTextMeasurer  *measurer;
  gboolean         titled;  /* records and clusters have ids and titles, which
                             * only files keep */
  TlMarking *marking;       /* nullable: what is looked for */
  gboolean   foldable;      /* headings show the triangle that folds them */
  gboolean   right_to_left; /* headings are read so, whichever way time runs */
} TlPainter;

/**
 * TlChosenMark:
 * @mark: index into the marks of a view
 * @is_leading: it stands for the record that was chosen last
 *
 * A mark of a selected record.
 */
typedef struct
{
  guint    mark;
  gboolean is_leading;
} TlChosenMark;

/* Parts for the window. Coordinates: x from the start of the time area, y from
 * the top of that part. (transfer full) */
TlScene *tl_painter_paint_axis (TlPainter      painter,
                                const TlView  *view,
                                const TlTicks *ticks);
TlScene *tl_painter_paint_grid (TlPainter      painter,
                                const TlView  *view,
                                const TlTicks *ticks,
                                double         height);
/* Only the marks that touch x0…x1 of the view. */
TlScene *tl_painter_paint_marks (TlPainter     painter,
                                 const TlView *view,
                                 double        x0,
                                 double        x1);
/* The lines of expirations and today, through height. */
TlScene *
tl_painter_paint_lines (TlPainter painter, const TlView *view, double height);
TlScene *tl_painter_paint_headings (TlPainter     painter,
                                    const TlView *view,
                                    double        width,
                                    double        height);
/* The name of the axis, above the headings. */
TlScene *tl_painter_paint_axis_title (TlPainter     painter,
                                      const TlView *view,
                                      const char   *title,
                                      double        width);
/* Rings of the selected marks, light ring of the hovered one:
 * tl-painter-rings.c. */
TlScene *tl_painter_paint_selection (TlPainter           painter,
                                     const TlView       *view,
                                     const TlChosenMark *marks,
                                     guint               n_marks,
                                     gboolean            focused);
TlScene *
tl_painter_paint_hover (TlPainter painter, const TlView *view, guint mark);
/* The strong ring of the mark that the keyboard stands on. */
TlScene *
tl_painter_paint_focus (TlPainter painter, const TlView *view, guint mark);
/* What other accounts of a contested record say, joined to its mark:
 * tl-painter-ghosts.c. */
TlScene *tl_painter_paint_ghosts (TlPainter      painter,
                                  const TlView  *view,
                                  const TlGhost *ghosts,
                                  guint          n_ghosts);
/* Relations, which come behind the marks; strong: of what is selected:
 * tl-painter-curves.c. */
TlScene *tl_painter_paint_curves (TlPainter       painter,
                                  const TlView   *view,
                                  const TlCurves *curves,
                                  gboolean        strong);
/* A remark on paper of its own, as large as the scene. */
TlScene *
tl_painter_paint_note (TlPainter painter, const char *text, double zoom);
/* A mark with its label. */
TlRect tl_painter_get_outline (const TlMark *mark);

/* Where the triangle of a group's heading is, in pixels of the headings. */
TlRect tl_painter_get_disclosure (TlPainter     painter,
                                  const TlView *view,
                                  guint         group,
                                  double        width);
double tl_painter_get_axis_height (const TlView *view);
double tl_painter_get_headings_width (TlPainter painter, const TlView *view);

G_END_DECLS
