/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date-formatter.h"
#include "tl-dataset.h"
#include "tl-scene.h"
#include "tl-text-measurer.h"

G_BEGIN_DECLS

/**
 * TlPrintSources:
 *
 * A numbered list of sources, broken into lines and parted into pages.
 */
typedef struct _TlPrintSources TlPrintSources;

/* The sources of these records (element-type guint). width and height: room on
 * a page. */
TlPrintSources *tl_print_sources_new (TlDataset       *dataset,
                                      const GArray    *records,
                                      TlDateFormatter *formatter,
                                      const char      *language,
                                      TlTextMeasurer  *measurer,
                                      double           width,
                                      double height) G_GNUC_WARN_UNUSED_RESULT;
void            tl_print_sources_free (TlPrintSources *self);
guint           tl_print_sources_get_n_pages (const TlPrintSources *self);
/* Of the room on a page. (transfer full) */
TlScene *
tl_print_sources_paint_page (const TlPrintSources *self,
                             guint                 page,
                             TlTextMeasurer       *measurer,
                             const TlPalette      *palette,
                             gboolean right_to_left) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPrintSources, tl_print_sources_free)

G_END_DECLS
