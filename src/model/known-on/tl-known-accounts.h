/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"

G_BEGIN_DECLS

/**
 * TlKnownAccounts:
 * @contested: they have dates that do not overlap, or one disputes or denies
 *   the record
 * @announced: all of them were published before it could have happened, or
 *   tell of it as something to come
 * @dated: each of them states a date of its own
 *
 * What those accounts of a record decide that are known on a day. A plain
 * value.
 */
typedef struct
{
  gboolean contested;
  gboolean announced;
  gboolean dated;
} TlKnownAccounts;

/* Of a record that is not kept whole, out of its text, without making the
 * record. known, published: (array): by source, whether it counts, and the last
 * second at which it can have been published */
TlKnownAccounts tl_known_accounts_read (TlDataset    *dataset,
                                        guint         record,
                                        const guint8 *known,
                                        const gint64 *published);

G_END_DECLS
