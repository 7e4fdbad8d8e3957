/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"

G_BEGIN_DECLS

/* The order of groups that somebody has chosen, and the names of groups that
 * outlive a dataset's numbers.
 *
 * An order lists only the groups that do not follow the one that they follow by
 * default, that is by key, with the records that have no key last. So it stays
 * short; and what is filtered out, or is new in the next version of a dataset,
 * still has its place. */

/* All keys below n_keys, and then TL_NONE, in the chosen order: an array of
 * n_keys + 1. Keys that are unknown or come twice are passed over.
 * (transfer full) */
guint *tl_group_order_resolve (guint        n_keys,
                               const guint *order,
                               guint        n_order) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_group_order_move:
 * @n_keys: of the grouping, see tl_layout_count_keys()
 * @order: (array length=n_order) (nullable): the order so far
 * @key: of the group that moves, or %TL_NONE
 * @neighbour: key of another group
 * @after: whether it moves behind the neighbour, or before it
 * @n_moved: (out): length of the new order
 *
 * Returns: (transfer full) (array length=n_moved): the new order; empty where
 *   it is the default
 */
guint *tl_group_order_move (guint        n_keys,
                            const guint *order,
                            guint        n_order,
                            guint        key,
                            guint        neighbour,
                            gboolean     after,
                            guint       *n_moved) G_GNUC_WARN_UNUSED_RESULT;

/* The order in which these keys come first, each once, and all others follow by
 * default. (transfer full) (array length=n_order) */
guint *tl_group_order_lead (guint        n_keys,
                            const guint *first,
                            guint        n_first,
                            guint       *n_order) G_GNUC_WARN_UNUSED_RESULT;

/* How many keys a grouping has in a dataset. */
guint tl_group_by_count_keys (TlGroupBy group_by, TlDataset *dataset);

/* "kind:talk", "actor:russia"; "actor:" for the records that name none.
 * (transfer full) */
char *tl_group_key_to_string (TlGroupBy  group_by,
                              TlDataset *dataset,
                              guint      key) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE for the name of a group of another grouping, or of one that the dataset
 * does not know; key stays as it is. */
gboolean tl_group_key_from_string (TlGroupBy   group_by,
                                   TlDataset  *dataset,
                                   const char *string,
                                   guint      *key);
/* Whether the name is that of a group of this grouping, known or not. */
gboolean tl_group_key_is_of (TlGroupBy group_by, const char *string);
/* Those that there are among the names, for a #TlArrangement.
 * (transfer full) (element-type guint) */
GArray *tl_group_keys_from_strings (TlGroupBy          group_by,
                                    TlDataset         *dataset,
                                    const char *const *strings)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
