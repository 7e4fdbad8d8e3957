/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-painter.h"

G_BEGIN_DECLS

/* More curves than these tell nothing. */
#define TL_PICTURE_MAX_CURVES 300

/* Draws all relations of the view into its lanes, before the marks, and says
 * how many there were no curves for, if any. */
void tl_picture_add_relations (TlPainter     painter,
                               const TlView *view,
                               TlRect        lanes,
                               TlScene      *scene);

G_END_DECLS
