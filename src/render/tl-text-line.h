/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * TlTextLine:
 * @text: what is shown
 * @runs: (array length=n_runs): its pieces from left to right
 * @n_runs: their number
 * @width: in Pango units
 *
 * A shaped line without anything that one has to measure a whole font for, as
 * the height of a line: that takes longer than to shape a label.
 */
typedef struct
{
  char           *text;
  PangoGlyphItem *runs;
  guint           n_runs;
  int             width;
} TlTextLine;

/* In the font and the language of context; attributes choose others for parts
 * of the text. (transfer full) */
TlTextLine      *
tl_text_line_new (PangoContext  *context,
                       const char    *text,
                       PangoAttrList *attributes) G_GNUC_WARN_UNUSED_RESULT;
void tl_text_line_free (TlTextLine *self);
/* The box of what is black, around the left end of the baseline, in whole
 * pixels. */
PangoRectangle tl_text_line_get_ink (const TlTextLine *self);

/* Part of a line, in pixels from its left end. */
typedef struct
{
  double x;
  double width;
} TlTextStretch;

/* Where the letters start…end (bytes, exclusive) of the text are: in as many
 * stretches as there are changes of direction. (transfer full)
 * (element-type TlTextStretch) */
GArray *tl_text_line_list_stretches (const TlTextLine *self,
                                     guint             start,
                                     guint end) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTextLine, tl_text_line_free)

G_END_DECLS
