/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-publications.h"

G_BEGIN_DECLS

/**
 * TlPublicationScale:
 *
 * A slider over days, with a tick for each day on which something was
 * published.
 */
#define TL_TYPE_PUBLICATION_SCALE (tl_publication_scale_get_type ())
G_DECLARE_FINAL_TYPE (
    TlPublicationScale, tl_publication_scale, TL, PUBLICATION_SCALE, GtkScale)

GtkWidget *tl_publication_scale_new (void) G_GNUC_WARN_UNUSED_RESULT;

void   tl_publication_scale_set_language (TlPublicationScale *self,
                                          const char         *language);
void   tl_publication_scale_set_publications (TlPublicationScale *self,
                                              TlPublications     *publications,
                                              TlDataset          *dataset);
gint64 tl_publication_scale_get_day (TlPublicationScale *self);
void   tl_publication_scale_set_day (TlPublicationScale *self, gint64 second);
void   tl_publication_scale_glide_to (TlPublicationScale *self, gint64 second);
/* Where a civil second stands, in pixels of the widget. */
double tl_publication_scale_get_x (TlPublicationScale *self, gint64 second);

G_END_DECLS
