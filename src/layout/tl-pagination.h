/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"

G_BEGIN_DECLS

/**
 * TlPageBorder:
 * @y: in pixels from the top of the lanes
 * @rank: 0 between rows, 1 between lanes, 2 between groups
 *
 * A place where the lanes can be parted without cutting through a row.
 */
typedef struct
{
  double y;
  guint  rank;
} TlPageBorder;

/**
 * TlPageStrip:
 * @y0: top, in pixels from the top of the lanes
 * @y1: bottom
 *
 * The lanes of one page.
 */
typedef struct
{
  double y0;
  double y1;
} TlPageStrip;

/* (element-type TlPageBorder): from top to bottom; neither the top nor the
 * bottom of all lanes is among them. (transfer full) */
GArray *
tl_pagination_list_borders (const TlView *view) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type TlPageStrip): at least one. (transfer full) */
GArray *tl_pagination_break (const GArray *borders,
                             double        height,
                             double        first_room,
                             double        room) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
