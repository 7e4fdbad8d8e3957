/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-query.h"

G_BEGIN_DECLS

/* Going through what was found, in time order. Records are indices in the
 * dataset of the result, or TL_NONE. */

guint tl_match_walk_find_place (const TlResult *result, guint record);
guint
tl_match_walk_next (const TlResult *result, guint record, gboolean *is_wrapped);
guint tl_match_walk_previous (const TlResult *result,
                              guint           record,
                              gboolean       *is_wrapped);

G_END_DECLS
