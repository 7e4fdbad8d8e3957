/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-explorer.h"
#include "tl-result-changes.h"

G_BEGIN_DECLS

/**
 * TlStepChanges:
 *
 * Follows an explorer that goes from day to day, and tells what each step
 * changed in what is found. Comparing many records happens in another thread.
 */
typedef struct _TlStepChanges TlStepChanges;

typedef void (*TlStepChangesFunc) (gpointer user_data);

/* changed: called when there is something new to get. Follows nothing until
 * it is active. */
TlStepChanges      *
tl_step_changes_new (TlExplorer       *explorer,
                          TlStepChangesFunc changed,
                          gpointer          user_data) G_GNUC_WARN_UNUSED_RESULT;
void tl_step_changes_free (TlStepChanges *self);
void tl_step_changes_set_active (TlStepChanges *self, gboolean active);
/* FALSE when it is not known, or not yet, what the step to that day changed:
 * after a step from no day at all, or to another filter. */
gboolean tl_step_changes_get (const TlStepChanges *self,
                              gint64               day,
                              TlResultChanges     *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlStepChanges, tl_step_changes_free)

G_END_DECLS
