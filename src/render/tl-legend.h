/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-painter.h"

G_BEGIN_DECLS

/* Explains the shapes and looks that occur in the view, in as many rows as
 * width needs. (transfer full) */
TlScene *tl_legend_new (TlPainter painter, const TlView *view, double width);
/* The same, with the curves of relations. (transfer full) */
TlScene *tl_legend_new_with_relations (TlPainter     painter,
                                       const TlView *view,
                                       double        width);

G_END_DECLS
