/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-timeline-view.h"

G_BEGIN_DECLS

/**
 * TlOverview:
 *
 * The whole time of a timeline in a slim strip, with the part in view as a
 * handle. It shows itself where there is more than what is in view.
 */
#define TL_TYPE_OVERVIEW (tl_overview_get_type ())
G_DECLARE_FINAL_TYPE (TlOverview, tl_overview, TL, OVERVIEW, GtkWidget)

GtkWidget *tl_overview_new (TlTimelineView *timeline) G_GNUC_WARN_UNUSED_RESULT;
void
tl_overview_set_results (TlOverview *self, TlResult *shown, TlResult *matches);
void     tl_overview_set_selected (TlOverview  *self,
                                   const guint *records,
                                   guint        n_records);
gboolean tl_overview_get_wanted (TlOverview *self);
void     tl_overview_set_wanted (TlOverview *self, gboolean wanted);
gboolean tl_overview_get_revealed (TlOverview *self);

G_END_DECLS
