/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-picture.h"

G_BEGIN_DECLS

/**
 * TlPrintOptions:
 * @picture: what is shown; its size, colours, list of sources, relations and
 *   chosen records count not
 * @page_width: of what can be printed on, in points of the drawing (1/96 inch)
 * @page_height: see @page_width
 * @pages_wide: the range of time is so many pages wide; 1 to
 *   %TL_PRINT_MAX_PAGES_WIDE
 * @list_sources: whether the sources of what is printed follow at the end
 */
typedef struct
{
  TlPictureOptions picture;
  double           page_width;
  double           page_height;
  guint            pages_wide;
  gboolean         list_sources;
} TlPrintOptions;

#define TL_PRINT_MAX_PAGES_WIDE 20

/**
 * TlPrintDocument:
 *
 * A timeline parted into pages: each with axis, headings, legend and page
 * number; lanes go on from page to page, and where the range of time is wider
 * than a page, from one beside it to the next. Painted as pictures are, in the
 * colours of print. Made in any thread, and used by one at a time.
 */
typedef struct _TlPrintDocument TlPrintDocument;

/* TL_EXPORT_ERROR_SIZE when the paper is too small. measurer: borrowed. What
 * options point to is needed only until it returns. */
TlPrintDocument       *
tl_print_document_new (const TlPrintOptions *options,
                             TlTextMeasurer       *measurer,
                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void  tl_print_document_free (TlPrintDocument *self);
guint tl_print_document_get_n_pages (const TlPrintDocument *self);
/* How many of them, the first ones, are of the timeline; then come sources. */
guint tl_print_document_get_n_lanes_pages (const TlPrintDocument *self);
/* page: from 0. As large as the page. (transfer full) */
TlScene *tl_print_document_paint_page (TlPrintDocument *self,
                                       guint page) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPrintDocument, tl_print_document_free)

G_END_DECLS
