/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-metrics.h"
#include "tl-text-line.h"

G_BEGIN_DECLS

/**
 * TlTextMeasurer:
 *
 * Shapes text with Pango, once per text, font and scale, and remembers the
 * result. Hinting of metrics is off and the resolution fixed (96 dpi), so that
 * widths are the same on every screen. Needs no display. For one thread.
 */
typedef struct _TlTextMeasurer TlTextMeasurer;

/* family: NULL for the default, a list with fallbacks for CSS and Pango. */
TlTextMeasurer *
tl_text_measurer_new (const char *family) G_GNUC_WARN_UNUSED_RESULT;
TlTextMeasurer *tl_text_measurer_ref (TlTextMeasurer *self);
void            tl_text_measurer_unref (TlTextMeasurer *self);
/* BCP 47 or POSIX; NULL for English. Decides between fonts and forms of letters
 * where languages share a script (Chinese and Japanese, Russian and Serbian).
 */
void tl_text_measurer_set_language (TlTextMeasurer *self, const char *language);
/* Whether a line of this text reads from right to left. One without letters
 * reads as those of the language. */
gboolean tl_text_measurer_reads_left (TlTextMeasurer *self, const char *text);
/* A TlMeasureFunc: user_data is the measurer. At font scale 1. */
double tl_text_measurer_measure (const char *text,
                                 TlFontRole  role,
                                 gpointer    user_data);
double tl_text_measurer_measure_scaled (TlTextMeasurer *self,
                                        const char     *text,
                                        TlFontRole      role,
                                        double          scale,
                                        gboolean        bold);
/* The shaped line. (transfer none): valid until the measurer is asked again. */
const TlTextLine *tl_text_measurer_get_line (TlTextMeasurer *self,
                                             const char     *text,
                                             TlFontRole      role,
                                             double          scale,
                                             gboolean        bold);
/* text cut at a grapheme to at most width pixels, with an ellipsis; a copy of
 * text when it fits; "" when nothing does. (transfer full) */
char *tl_text_measurer_ellipsize (TlTextMeasurer *self,
                                  const char     *text,
                                  TlFontRole      role,
                                  double          scale,
                                  double          width);
/* Texts shaped since the measurer was made: for counted tests. */
guint tl_text_measurer_get_n_shaped (TlTextMeasurer *self);
/* CSS: family list, size in px, weight of a role. */
const char *tl_text_measurer_get_family (TlTextMeasurer *self);
double      tl_font_role_get_size (TlFontRole role);
int         tl_font_role_get_weight (TlFontRole role);
/* The weight of a text of the role that is set off as bold. */
int tl_font_role_get_bold_weight (TlFontRole role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTextMeasurer, tl_text_measurer_unref)

G_END_DECLS
