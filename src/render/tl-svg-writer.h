/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-export.h"

G_BEGIN_DECLS

/* SVG 1.1 with real text elements. (transfer full) */
GBytes *
tl_svg_write (const TlScene          *scene,
              TlTextMeasurer         *measurer,
              const TlExportMetadata *metadata) G_GNUC_WARN_UNUSED_RESULT;
/* The same document with text as outlines of glyphs: it looks the same where
 * the fonts are missing. Text in a font without outlines (coloured emoji)
 * stays text. (transfer full) */
GBytes *tl_svg_write_outlines (const TlScene          *scene,
                               TlTextMeasurer         *measurer,
                               const TlExportMetadata *metadata)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
