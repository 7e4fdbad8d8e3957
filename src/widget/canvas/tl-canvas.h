/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-painter.h"
#include "tl-relation-layer.h"

G_BEGIN_DECLS

/**
 * TlCanvasFrame:
 * @view: the geometry; its origin stands on a whole pixel
 * @width: of everything, in pixels
 * @height: of everything
 * @headings_width: of the column at the start side
 * @axis_height: of the strip on top, flags included
 * @axis_title: (nullable): name of the axis, an interned string
 * @offset: pixels of the lanes that are scrolled away, whole
 * @hovered: mark under the pointer, or %TL_NONE
 * @chosen: (array length=n_chosen): marks of the selected records
 * @n_chosen: how many
 * @ghosts: (array length=n_ghosts): other dates of what is selected; they are
 *   the same as long as @view and @chosen are
 * @n_ghosts: how many
 * @relations: which relations are drawn
 * @selected: the selected record, or %TL_NONE
 * @ring: mark that the keyboard stands on, to be seen, or %TL_NONE
 * @focused: the keyboard is here, and this is to be seen
 * @stamped: the renderer is that of Cairo, which is best given pictures
 * @scale_factor: pixels of the screen per logical pixel
 *
 * What one frame shows. A plain value.
 */
typedef struct
{
  TlPainter     painter;
  const TlView *view;
  double        width;
  double        height;
  double        headings_width;
  double        axis_height;
  const char   *axis_title;
  double        offset;
  guint         hovered;
  guint         ring;
  gboolean      focused;
  gboolean      stamped;
  int           scale_factor;

  const TlChosenMark *chosen;
  guint               n_chosen;
  const TlGhost      *ghosts;
  guint               n_ghosts;
  TlRelationsShown    relations;
  guint               selected;
} TlCanvasFrame;

/**
 * TlCanvas:
 *
 * Draws a timeline in pieces and keeps them, so that panning moves what is
 * drawn and hovering repaints next to nothing.
 */
typedef struct _TlCanvas TlCanvas;

TlCanvas *tl_canvas_new (void) G_GNUC_WARN_UNUSED_RESULT;
void      tl_canvas_free (TlCanvas *self);
void      tl_canvas_forget_layout (TlCanvas *self);
void      tl_canvas_clear (TlCanvas *self);
void      tl_canvas_snapshot (TlCanvas            *self,
                              GtkSnapshot         *snapshot,
                              const TlCanvasFrame *frame);
guint     tl_canvas_get_n_painted (const TlCanvas *self);
TlRect    tl_canvas_frame_get_lanes (const TlCanvasFrame *frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCanvas, tl_canvas_free)

G_END_DECLS
