/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-query.h"

G_BEGIN_DECLS

/**
 * TlResultChanges:
 * @n_new: records that were not there before
 * @n_gone: records that are no longer there
 * @n_changed: of those in both, how many have another date or status, or
 *   are contested now and were not, or the other way round
 * @n_sourced: of the others in both, how many are told by other sources
 *
 * How one result differs from another. A plain value.
 */
typedef struct
{
  guint n_new;
  guint n_gone;
  guint n_changed;
  guint n_sourced;
} TlResultChanges;

gboolean
tl_result_compare (TlResult *before, TlResult *after, TlResultChanges *changes);

G_END_DECLS
