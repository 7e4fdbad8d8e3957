/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlRecordSet:
 *
 * Some of the records of a dataset: one bit a record. Immutable and
 * reference-counted; may be used from several threads.
 */
typedef struct _TlRecordSet TlRecordSet;

TlRecordSet *tl_record_set_new (const guint *records,
                                guint        n_records,
                                guint        n_all) G_GNUC_WARN_UNUSED_RESULT;
TlRecordSet *tl_record_set_ref (TlRecordSet *self);
void         tl_record_set_unref (TlRecordSet *self);
guint        tl_record_set_get_size (const TlRecordSet *self);
gboolean     tl_record_set_contains (const TlRecordSet *self, guint record);
guint        tl_record_set_next (const TlRecordSet *self, guint from);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRecordSet, tl_record_set_unref)

G_END_DECLS
