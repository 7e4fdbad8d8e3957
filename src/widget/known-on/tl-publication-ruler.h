/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-date-formatter.h"
#include "tl-publication-marks.h"

G_BEGIN_DECLS

/**
 * TlRulerFrame:
 * @widget: whose font the labels have
 * @formatter: for the labels
 * @from: the civil second at the early end
 * @to: the civil second at the late end
 * @known: days until this civil second are known
 * @start: the left end, in pixels
 * @width: in pixels
 * @top: where ticks begin, in pixels
 * @mirrored: the early end is on the right
 *
 * Where the ruler stands. A plain value.
 */
typedef struct
{
  GtkWidget       *widget;
  TlDateFormatter *formatter;
  gint64           from;
  gint64           to;
  gint64           known;
  double           start;
  double           width;
  double           top;
  gboolean         mirrored;
} TlRulerFrame;

/**
 * TlPublicationRuler:
 *
 * Ticks and labels of the days on which something was published.
 */
typedef struct _TlPublicationRuler TlPublicationRuler;

TlPublicationRuler *tl_publication_ruler_new (void) G_GNUC_WARN_UNUSED_RESULT;
void                tl_publication_ruler_free (TlPublicationRuler *self);
/* Makes everything anew when it is asked for next. */
void tl_publication_ruler_reset (TlPublicationRuler *self);
void tl_publication_ruler_set_publications (TlPublicationRuler *self,
                                            TlPublications     *publications);
/* The tick that is nearest to x, in pixels, but not further away than
 * max_distance; or NULL. */
const TlPublicationMark *tl_publication_ruler_find (TlPublicationRuler *self,
                                                    const TlRulerFrame *frame,
                                                    double              x,
                                                    double max_distance);
void tl_publication_ruler_snapshot (TlPublicationRuler *self,
                                    const TlRulerFrame *frame,
                                    GtkSnapshot        *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPublicationRuler, tl_publication_ruler_free)

G_END_DECLS
