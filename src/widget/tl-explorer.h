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
 * on; and the result of asking for it. The one place that list, timeline and
 * window follow.
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
gboolean  tl_explorer_get_busy (TlExplorer *self);

G_END_DECLS
