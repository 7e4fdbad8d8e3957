/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-filter.h"
#include "tl-layout.h"
#include "tl-query.h"

G_BEGIN_DECLS

/**
 * TlViewState:
 * @file: (nullable): address of the file it was opened from; %NULL for the
 *   built-in dataset
 * @view: name of the view
 * @known_on: %TL_KNOWN_ALWAYS for all that is known
 * @selection: ids of records
 * @folded: keys of groups, as the explorer has them; never %NULL in a state
 *   that was loaded
 * @group_order: keys of groups
 * @from: first visible civil second; more than @to where everything is visible
 * @to: last visible civil second
 *
 * How somebody looks at a dataset: what a window remembers of it.
 */
typedef struct
{
  char     *file;
  char     *view;
  TlGroupBy group_by;
  char    **group_order;
  char    **folded;
  TlFilter *filter;
  gboolean  dims;
  gint64    known_on;
  char    **selection;
  gboolean  proportional;
  gint64    from;
  gint64    to;
} TlViewState;

/* One that shows everything. (transfer full) */
TlViewState *tl_view_state_new (void) G_GNUC_WARN_UNUSED_RESULT;
void         tl_view_state_free (TlViewState *self);

/* dataset: its id. (transfer full) (nullable): NULL when nothing is
 * remembered. */
TlViewState *tl_view_state_load (const char *dataset) G_GNUC_WARN_UNUSED_RESULT;
gboolean     tl_view_state_save (const TlViewState *self,
                                 const char        *dataset,
                                 GError           **error);
gboolean     tl_view_state_forget (const char *dataset, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlViewState, tl_view_state_free)

G_END_DECLS
