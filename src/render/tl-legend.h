/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-painter.h"

G_BEGIN_DECLS

/* Explains the shapes and looks that occur in the view, in as many rows as
 * width needs; relations: those of curves, too. (transfer full) */
TlScene *tl_legend_new (TlPainter     painter,
                        const TlView *view,
                        double        width,
                        gboolean      relations);

G_END_DECLS
