/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"
#include "tl-record-set.h"

G_BEGIN_DECLS

/**
 * TlTally:
 *
 * Tells of marks how many records of a set they stand for. Of a record that is
 * drawn as itself that is one or none. Of a cluster of many it is found without
 * a look at its members: the set is parted among the lanes when somebody looks
 * at them, and then kept in their order. Belongs to one thread, that of the
 * layouts.
 */
typedef struct _TlTally TlTally;

TlTally     *tl_tally_new (TlRecordSet *set) G_GNUC_WARN_UNUSED_RESULT;
void         tl_tally_free (TlTally *self);
TlRecordSet *tl_tally_get_set (const TlTally *self);
guint tl_tally_count (TlTally *self, const TlView *view, const TlMark *mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTally, tl_tally_free)

G_END_DECLS
