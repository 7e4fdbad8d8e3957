/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-calendar.h"
#include "tl-dataset.h"
#include "tl-layout.h"
#include "tl-palette.h"
#include "tl-query.h"
#include "tl-relation-layer.h"
#include "tl-viewport.h"

G_BEGIN_DECLS

/* So many records can be selected. */
#define TL_TIMELINE_MAX_SELECTED 5000

#define TL_TYPE_TIMELINE_VIEW (tl_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (
    TlTimelineView, tl_timeline_view, TL, TIMELINE_VIEW, GtkWidget)

GtkWidget *tl_timeline_view_new (void) G_GNUC_WARN_UNUSED_RESULT;

TlDataset *tl_timeline_view_get_dataset (TlTimelineView *self);
void tl_timeline_view_set_dataset (TlTimelineView *self, TlDataset *dataset);
TlResult *tl_timeline_view_get_result (TlTimelineView *self);
void      tl_timeline_view_set_result (TlTimelineView *self, TlResult *result);
TlGroupBy tl_timeline_view_get_group_by (TlTimelineView *self);
void  tl_timeline_view_set_group_by (TlTimelineView *self, TlGroupBy group_by);
guint tl_timeline_view_get_selected (TlTimelineView *self);
void  tl_timeline_view_set_selected (TlTimelineView *self, guint record);
guint tl_timeline_view_get_focused (TlTimelineView *self);
void  tl_timeline_view_set_focused (TlTimelineView *self, guint record);
const guint *tl_timeline_view_get_selection (TlTimelineView *self, guint *n);
void         tl_timeline_view_set_selection (TlTimelineView *self,
                                             const guint    *records,
                                             guint           n);
void tl_timeline_view_toggle_selected (TlTimelineView *self, guint record);
void tl_timeline_view_select_range (TlTimelineView *self, guint record);
TlRelationsShown tl_timeline_view_get_relations (TlTimelineView *self);
void             tl_timeline_view_set_relations (TlTimelineView  *self,
                                                 TlRelationsShown relations);
void             tl_timeline_view_set_matches (TlTimelineView *self,
                                               TlResult       *matches,
                                               gboolean        dims,
                                               const char     *search);
gboolean         tl_timeline_view_get_proportional (TlTimelineView *self);
void             tl_timeline_view_set_proportional (TlTimelineView *self,
                                                    gboolean        proportional);
gboolean         tl_timeline_view_get_shortens (TlTimelineView *self);
const char      *tl_timeline_view_get_language (TlTimelineView *self);
void tl_timeline_view_set_language (TlTimelineView *self, const char *language);
TlTheme tl_timeline_view_get_theme (TlTimelineView *self);
void    tl_timeline_view_set_theme (TlTimelineView *self, TlTheme theme);
void tl_timeline_view_set_axis_title (TlTimelineView *self, const char *title);
TlViewport *tl_timeline_view_get_viewport (TlTimelineView *self);
gboolean
tl_timeline_view_get_range (TlTimelineView *self, gint64 *from, gint64 *to);
gboolean tl_timeline_view_shows_everything (TlTimelineView *self);
void tl_timeline_view_set_range (TlTimelineView *self, gint64 from, gint64 to);

const char *const *tl_timeline_view_get_folded (TlTimelineView *self);
const char *const *tl_timeline_view_get_group_order (TlTimelineView *self);
void               tl_timeline_view_set_arrangement (TlTimelineView    *self,
                                                     const char *const *order,
                                                     const char *const *folded);
void               tl_timeline_view_toggle_group (TlTimelineView *self);
void               tl_timeline_view_fold_all (TlTimelineView *self);
void               tl_timeline_view_unfold_all (TlTimelineView *self);
void               tl_timeline_view_move_group_up (TlTimelineView *self);
void               tl_timeline_view_move_group_down (TlTimelineView *self);

void tl_timeline_view_scroll_to_selected (TlTimelineView *self);
void tl_timeline_view_zoom_in (TlTimelineView *self);
void tl_timeline_view_zoom_out (TlTimelineView *self);
void tl_timeline_view_fit_all (TlTimelineView *self);
void tl_timeline_view_zoom_selection (TlTimelineView *self);
/* Times that somebody names: tl-timeline-view-time.c. */
void tl_timeline_view_zoom_to_unit (TlTimelineView *self, TlCalendarUnit unit);
void tl_timeline_view_go_to (TlTimelineView *self, gint64 from, gint64 to);
gboolean tl_timeline_view_get_whole_range (TlTimelineView *self,
                                           gint64         *from,
                                           gint64         *to);
void     tl_timeline_view_next (TlTimelineView *self);
void     tl_timeline_view_previous (TlTimelineView *self);
void     tl_timeline_view_lane_down (TlTimelineView *self);
void     tl_timeline_view_lane_up (TlTimelineView *self);
void     tl_timeline_view_pan_left (TlTimelineView *self);
void     tl_timeline_view_pan_right (TlTimelineView *self);
void     tl_timeline_view_first (TlTimelineView *self);
void     tl_timeline_view_last (TlTimelineView *self);

G_END_DECLS
