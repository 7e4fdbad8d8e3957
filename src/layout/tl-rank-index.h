/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlRankIndex:
 *
 * Finds the most important of any range of items: a pyramid of maxima over an
 * array of ranks. Higher ranks are more important; of equal ones the first.
 */
typedef struct _TlRankIndex TlRankIndex;

/* ranks: (transfer full) */
TlRankIndex *tl_rank_index_new (guint32 *ranks,
                                guint    n) G_GNUC_WARN_UNUSED_RESULT;
void         tl_rank_index_free (TlRankIndex *self);
/* The best of first…end (exclusive), which must not be empty. */
guint tl_rank_index_find_best (const TlRankIndex *self, guint first, guint end);
/* Up to max of the best of first…end, best first. Returns their number. */
guint tl_rank_index_list_best (
    const TlRankIndex *self, guint first, guint end, guint max, guint *best);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRankIndex, tl_rank_index_free)

G_END_DECLS
