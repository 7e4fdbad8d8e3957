/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-layout.h"
#include "tl-query.h"

G_BEGIN_DECLS

/**
 * TlExplorer:
 *
 * What somebody looks at: a dataset, a filter, the day it must have been known
 * on; the result of asking for it; and what is selected of that. The one place
 * that list, timeline and window follow.
 */
#define TL_TYPE_EXPLORER (tl_explorer_get_type ())
G_DECLARE_FINAL_TYPE (TlExplorer, tl_explorer, TL, EXPLORER, GObject)

TlExplorer *tl_explorer_new (void) G_GNUC_WARN_UNUSED_RESULT;

TlDataset      *tl_explorer_get_dataset (TlExplorer *self);
void            tl_explorer_set_dataset (TlExplorer *self, TlDataset *dataset);
const TlFilter *tl_explorer_get_filter (TlExplorer *self);
void      tl_explorer_set_filter (TlExplorer *self, const TlFilter *filter);
void      tl_explorer_prepare_search (TlExplorer *self);
gint64    tl_explorer_get_known_on (TlExplorer *self);
void      tl_explorer_set_known_on (TlExplorer *self, gint64 second);
TlGroupBy tl_explorer_get_group_by (TlExplorer *self);
void      tl_explorer_set_group_by (TlExplorer *self, TlGroupBy group_by);
TlResult *tl_explorer_get_result (TlExplorer *self);
TlResult *tl_explorer_get_shown (TlExplorer *self);
gboolean  tl_explorer_get_busy (TlExplorer *self);
gboolean  tl_explorer_get_dims (TlExplorer *self);
void      tl_explorer_set_dims (TlExplorer *self, gboolean dims);

/* The selection: tl-explorer-selection.c. */
const char        *tl_explorer_get_selected (TlExplorer *self);
void               tl_explorer_set_selected (TlExplorer *self, const char *id);
const char *const *tl_explorer_get_selection (TlExplorer *self);
guint              tl_explorer_get_n_selected (TlExplorer *self);
void     tl_explorer_set_selection (TlExplorer *self, const char *const *ids);
void     tl_explorer_toggle_selected (TlExplorer *self, const char *id);
gboolean tl_explorer_is_selected (TlExplorer *self, const char *id);

/* The groups: tl-explorer-groups.c. */
const char *const *tl_explorer_get_folded (TlExplorer *self);
void tl_explorer_set_folded (TlExplorer *self, const char *const *groups);
const char *const *tl_explorer_get_group_order (TlExplorer *self);
void tl_explorer_set_group_order (TlExplorer *self, const char *const *groups);

G_END_DECLS
