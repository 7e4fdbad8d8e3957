/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-pane-context.h"

G_BEGIN_DECLS

/**
 * tl_disagreement_describe:
 * @context: how to put it
 * @record: a record of the context's dataset
 *
 * Says in plain sentences where the accounts of a record stand against each
 * other: different dates, and who disputes or denies what the others tell.
 *
 * Returns: (transfer full) (element-type utf8): the sentences; empty where the
 *   accounts agree
 */
GPtrArray *
tl_disagreement_describe (TlPaneContext   context,
                          const TlRecord *record) G_GNUC_WARN_UNUSED_RESULT;

/* Whether two accounts give dates that cannot both be true. */
gboolean tl_disagreement_has_dates (const TlRecord *record);

G_END_DECLS
