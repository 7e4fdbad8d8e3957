/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-text-measurer.h"

G_BEGIN_DECLS

/* The lines of a text that is broken where its language allows, and within a
 * word that is wider than a line. At least one. width: in pixels, at font
 * scale 1. (transfer full) (element-type utf8) */
GPtrArray *tl_text_wrap (TlTextMeasurer *measurer,
                         const char     *text,
                         TlFontRole      font,
                         double          width) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
