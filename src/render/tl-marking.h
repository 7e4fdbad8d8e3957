/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-tally.h"

G_BEGIN_DECLS

/**
 * TlMarking:
 *
 * Which records of a picture are what somebody looks for. Immutable and
 * reference-counted; belongs to the thread of the layouts.
 */
typedef struct _TlMarking TlMarking;

TlMarking *tl_marking_new (TlRecordSet *matches,
                           gboolean     dims,
                           const char  *search) G_GNUC_WARN_UNUSED_RESULT;
TlMarking *tl_marking_ref (TlMarking *self);
void       tl_marking_unref (TlMarking *self);
guint
tl_marking_count (TlMarking *self, const TlView *view, const TlMark *mark);
gboolean    tl_marking_get_dims (const TlMarking *self);
const char *tl_marking_get_search (const TlMarking *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMarking, tl_marking_unref)

G_END_DECLS
