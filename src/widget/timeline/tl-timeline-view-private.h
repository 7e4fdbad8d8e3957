/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-animation.h"
#include "tl-canvas.h"
#include "tl-layout.h"
#include "tl-mark-item.h"
#include "tl-record-words.h"
#include "tl-timeline-view.h"

G_BEGIN_DECLS

/**
 * TlAxisFacts:
 * @whole: the whole dataset, whatever is shown of it
 * @from: axis coordinate of its first record
 * @to: axis coordinate of its last record; less than @from when no date is
 *   known
 * @closest_units: what the whole width shows at the closest look
 *
 * The axis, which is that of a whole dataset: what is filtered or not known
 * yet changes no place on it. Immutable, in an atomic reference-counted box.
 */
typedef struct
{
  TlDataset *whole;
  gboolean   proportional;
  TlWarp    *warp;
  double     from;
  double     to;
  double     closest_units;
} TlAxisFacts;

/* What the focus was on, in a dataset that may be gone. */
typedef struct
{
  TlDataset *dataset; /* (transfer full), nullable: nothing */
  guint      record;
} TlFocusMemory;

typedef struct _TlLayoutJob TlLayoutJob;

/**
 * TlArrangedKeys:
 * @serial: which arrangement it is
 *
 * An arrangement of groups by the keys of a dataset.
 */
typedef struct
{
  GArray *order;
  GArray *folded;
  guint   serial;
} TlArrangedKeys;

/**
 * TlViewGroups:
 * @order: (nullable): names of groups, as those folded
 * @serial: changes with these
 * @arranged: the serial that the layout was arranged for
 * @dragged: the group that is being moved by the pointer, or %TL_NONE
 * @drop: the place between groups where it would go
 * @is_pressed: whether the pointer is down on a heading
 * @press_y: where it went down
 * @menu: (nullable): the context menu of headings
 *
 * How the groups are arranged: tl-timeline-view-groups.c and
 * tl-timeline-view-headings.c.
 */
typedef struct
{
  char     **order;
  char     **folded;
  guint      serial;
  guint      arranged;
  guint      dragged;
  guint      drop;
  gboolean   is_pressed;
  double     press_y;
  GtkWidget *menu;
} TlViewGroups;

struct _TlTimelineView
{
  GtkWidget parent_instance;

  /* What is shown. */
  TlDataset  *dataset;  /* nullable; that of the result */
  TlResult   *result;   /* nullable */
  TlResult   *wanted;   /* nullable; to be shown when its layout is ready */
  TlGroupBy   group_by; /* wanted, as the following */
  gboolean    proportional;
  char       *language; /* nullable */
  TlTheme     theme;
  const char *axis_title; /* nullable; interned */

  /* What is selected: tl-timeline-view-selection.c. */
  guint    selected;  /* the last one of the selection */
  GArray  *selection; /* of guint: records, in the order of being chosen */
  TlTally *chosen;    /* nullable: the same */
  TlTally *leading;   /* nullable: the selected one */
  GArray  *marks;     /* of TlChosenMark: of the selection, in the view */
  TlAlternatives *alternatives; /* nullable: of the selected one */
  guint           alternatives_of;
  GArray         *ghosts; /* of TlGhost, in the view */

  /* What is looked for: tl-timeline-view-matches.c. */
  TlResult  *matches; /* nullable */
  gboolean   dims;
  char      *search;  /* nullable */
  TlMarking *marking; /* nullable: made from them */

  TlRelationsShown relations;

  /* Layouts: tl-timeline-view-layout.c. */
  TlLayoutJob *job;   /* nullable: of the layout that is being made */
  TlAxisFacts *facts; /* nullable */

  /* Geometry, made from it: tl-timeline-view-geometry.c. */
  TlTextMeasurer  *measurer;
  TlDateFormatter *formatter; /* nullable; the layout borrows it */
  TlLayout        *layout;    /* nullable */
  TlView          *view;      /* nullable; at the drawn scale */
  gboolean  is_placed; /* the layout stands in placed_width × placed_height */
  int       placed_width;
  int       placed_height;
  gboolean  two_lines;
  double    two_lines_height; /* that two lines a label would need */
  double    headings_width;
  double    axis_height;
  double    time_width;
  TlScale   fit;       /* that shows everything */
  TlScale   whole_fit; /* of the whole dataset; width 0 when not known */
  double    whole_headings;
  TlGroupBy whole_group_by;
  gboolean  has_pending_range;
  gint64    pending_from;
  gint64    pending_to;
  gboolean  is_reveal_pending;

  TlViewGroups groups;

  TlViewport    *viewport;
  TlCanvas      *canvas;
  GtkAdjustment *adjustment;
  GtkWidget     *scrollbar;

  /* The next level of the zoom: tl-timeline-view-prefetch.c. */
  guint   prefetch_id;
  TlScale next_scale;

  /* A movement of the view: tl-timeline-view-motion.c. */
  TlAnimation *animation;
  TlScale      from_scale;
  TlScale      to_scale;
  double       from_offset;
  double       to_offset;
  gboolean     ends_fitted;

  /* Where the keyboard stands: tl-timeline-view-focus.c. */
  TlSpot focused;

  /* Widgets of the marks in sight: tl-timeline-view-items.c. */
  GPtrArray *items;
  GtkWidget *focus_item; /* nullable; one of them */
  guint      rest_id;
  gboolean   is_moving; /* since the last look */

  /* Pointer and fingers: tl-timeline-view-input.c. */
  gboolean uses_keys; /* and not the pointer */
  double   pointer_x;
  double   pointer_y;
  gboolean is_pointer_inside;
  guint    hovered; /* mark of the view */
  gboolean is_panning;
  gboolean is_banding; /* the drag selects */
  TlRect   band;       /* in pixels of the lanes, from where it began */
  gboolean opened_cluster;
  TlScale  start_scale; /* of the drag or pinch */
  double   start_offset;
  double   start_x;
};

/* tl-timeline-view-selection.c */
void    tl_timeline_view_init_selection (TlTimelineView *self);
void    tl_timeline_view_finalize_selection (TlTimelineView *self);
GArray *tl_timeline_view_dup_selection_in (TlTimelineView *self,
                                           const TlResult *result);
void tl_timeline_view_take_selection (TlTimelineView *self, GArray *selection);
void tl_timeline_view_click_record (TlTimelineView *self,
                                    guint           record,
                                    GdkModifierType modifiers);
void tl_timeline_view_add_cluster (TlTimelineView *self, guint mark);
void tl_timeline_view_select_marks_within (TlTimelineView *self,
                                           TlRect          area,
                                           gboolean        adds);
const GArray *tl_timeline_view_find_chosen (TlTimelineView *self);
const GArray *tl_timeline_view_find_ghosts (TlTimelineView *self,
                                            const GArray   *chosen);

/* tl-timeline-view-matches.c */
void       tl_timeline_view_finalize_matches (TlTimelineView *self);
TlMarking *tl_timeline_view_get_marking (TlTimelineView *self);

/* tl-timeline-view-layout.c */
void tl_axis_facts_unref (TlAxisFacts *self);
void tl_timeline_view_adopt_wanted (TlTimelineView *self);
void tl_timeline_view_update_layout (TlTimelineView *self);
void tl_timeline_view_forget_job (TlTimelineView *self);
void tl_timeline_view_take_layout (TlTimelineView *self,
                                   TlLayout       *layout,
                                   gboolean        two_lines);
void tl_timeline_view_set_two_lines (TlTimelineView *self, gboolean two_lines);
gboolean tl_timeline_view_may_have_two_lines (TlTimelineView *self);

/* tl-timeline-view-groups.c */
void          tl_timeline_view_list_arrangement (TlTimelineView *self,
                                                 TlDataset      *dataset,
                                                 TlGroupBy       group_by,
                                                 TlArrangedKeys *keys);
TlArrangement tl_arranged_keys_get (const TlArrangedKeys *keys);
void          tl_arranged_keys_clear (TlArrangedKeys *keys);
void          tl_timeline_view_arrange (TlTimelineView *self);
void          tl_timeline_view_free_groups (TlTimelineView *self);
void tl_timeline_view_fold (TlTimelineView *self, guint group, gboolean folded);
void tl_timeline_view_fold_others (TlTimelineView *self, guint group);
void tl_timeline_view_move_group_to (TlTimelineView *self,
                                     guint           group,
                                     guint           neighbour,
                                     gboolean        after);
void
tl_timeline_view_move_group (TlTimelineView *self, guint group, int direction);
void     tl_timeline_view_reset_group_order (TlTimelineView *self);
guint    tl_timeline_view_get_current_group (TlTimelineView *self);
gboolean tl_timeline_view_unfold_mark (TlTimelineView *self,
                                       const TlMark   *mark);

/* tl-timeline-view-headings.c */
void  tl_timeline_view_add_headings (TlTimelineView *self);
void  tl_timeline_view_install_heading_actions (GtkWidgetClass *widget_class);
guint tl_timeline_view_pick_heading (TlTimelineView *self, double x, double y);
gboolean
     tl_timeline_view_click_heading (TlTimelineView *self, double x, double y);
void tl_timeline_view_press_heading (TlTimelineView *self, double x, double y);
gboolean
     tl_timeline_view_drag_heading (TlTimelineView *self, double dx, double dy);
void tl_timeline_view_drop_heading (TlTimelineView *self, gboolean is_wanted);
gboolean
tl_timeline_view_is_over_control (TlTimelineView *self, double x, double y);
gboolean tl_timeline_view_show_heading_tooltip (TlTimelineView *self,
                                                double          x,
                                                double          y,
                                                GtkTooltip     *tooltip);
void     tl_timeline_view_snapshot_drop (TlTimelineView *self,
                                         GtkSnapshot    *snapshot);

/* tl-timeline-view-geometry.c */
double    tl_timeline_view_get_text_zoom (TlTimelineView *self);
void      tl_timeline_view_drop_view (TlTimelineView *self);
TlPainter tl_timeline_view_get_painter (TlTimelineView *self);
gboolean  tl_timeline_view_ensure_layout (TlTimelineView *self);
void      tl_timeline_view_drop_layout (TlTimelineView *self);
void      tl_timeline_view_place (TlTimelineView *self);
void      tl_timeline_view_sync (TlTimelineView *self);
double    tl_timeline_view_get_drawn_offset (TlTimelineView *self);
TlRect    tl_timeline_view_get_lanes (TlTimelineView *self);
guint     tl_timeline_view_pick_mark (TlTimelineView *self, double x, double y);
guint     tl_timeline_view_pick_flag (TlTimelineView *self, double x, double y);
TlRect    tl_mark_get_outline (const TlMark *mark);

/* tl-timeline-view-motion.c */
void    tl_timeline_view_step_cb (double progress, gpointer user_data);
TlScale tl_timeline_view_get_target_scale (TlTimelineView *self);
double  tl_timeline_view_get_target_offset (TlTimelineView *self);
void
tl_timeline_view_move_to (TlTimelineView *self, TlScale scale, double offset);
void   tl_timeline_view_stop (TlTimelineView *self);
double tl_timeline_view_get_axis (TlTimelineView *self, guint record);
double tl_timeline_view_reveal_among_lanes (TlTimelineView *self,
                                            TlScale         scale,
                                            double          offset,
                                            TlSpot          spot);
void   tl_timeline_view_reveal (TlTimelineView *self, TlSpot spot);
void   tl_timeline_view_glide (TlTimelineView *self,
                               double          velocity_x,
                               double          velocity_y);
void   tl_timeline_view_zoom_by (TlTimelineView *self, double x, double factor);
void   tl_timeline_view_pan_by (TlTimelineView *self, double dx, double dy);
void   tl_timeline_view_page (TlTimelineView *self, int direction);

/* tl-timeline-view-prefetch.c */
void tl_timeline_view_prefetch (TlTimelineView *self, double from);
void tl_timeline_view_stop_prefetch (TlTimelineView *self);

/* tl-timeline-view-commands.c */
void tl_timeline_view_open_cluster (TlTimelineView *self, const TlMark *mark);

/* tl-timeline-view-focus.c */
void          tl_timeline_view_set_spot (TlTimelineView *self, TlSpot spot);
void          tl_timeline_view_follow_selected (TlTimelineView *self);
guint         tl_timeline_view_find_focused (TlTimelineView *self);
gboolean      tl_timeline_view_is_focus_shown (TlTimelineView *self);
TlFocusMemory tl_timeline_view_remember_focus (TlTimelineView *self);
void tl_timeline_view_recall_focus (TlTimelineView *self, TlFocusMemory memory);
void tl_timeline_view_show_spot (TlTimelineView *self, TlSpot spot);
void tl_timeline_view_show_focused (TlTimelineView *self);
void tl_timeline_view_toggle_spot (TlTimelineView *self, TlSpot spot);
void tl_timeline_view_toggle_focused (TlTimelineView *self);
void tl_timeline_view_focus_next (TlTimelineView *self);
void tl_timeline_view_focus_previous (TlTimelineView *self);
void tl_timeline_view_focus_down (TlTimelineView *self);
void tl_timeline_view_focus_up (TlTimelineView *self);
void tl_timeline_view_focus_first (TlTimelineView *self);
void tl_timeline_view_focus_last (TlTimelineView *self);
gboolean tl_timeline_view_focus (GtkWidget *widget, GtkDirectionType direction);

/* tl-timeline-view-items.c */
void       tl_timeline_view_add_items (TlTimelineView *self);
void       tl_timeline_view_update_items (TlTimelineView *self);
void       tl_timeline_view_update_items_selected (TlTimelineView *self);
void       tl_timeline_view_touch_items (TlTimelineView *self);
GtkWidget *tl_timeline_view_ensure_focus_item (TlTimelineView *self);
void       tl_timeline_view_forget_items (TlTimelineView *self);
void       tl_timeline_view_allocate_items (TlTimelineView *self);
void       tl_timeline_view_remove_items (TlTimelineView *self);

/* tl-timeline-view-actions.c */
void tl_timeline_view_install_actions (GtkWidgetClass *widget_class);
void tl_timeline_view_update_actions (TlTimelineView *self);

/* tl-timeline-view-input.c */
void   tl_timeline_view_add_controllers (TlTimelineView *self);
void   tl_timeline_view_click (TlTimelineView *self,
                               double          x,
                               double          y,
                               int             n_press,
                               GdkModifierType modifiers);
void   tl_timeline_view_begin_drag (TlTimelineView *self,
                                    double          x,
                                    double          y,
                                    gboolean        is_banding);
TlRect tl_timeline_view_get_band (TlTimelineView *self);
void   tl_timeline_view_begin_pinch (TlTimelineView *self, double x);
void   tl_timeline_view_pinch (TlTimelineView *self, double x, double factor);
void   tl_timeline_view_update_hover (TlTimelineView *self);

/* tl-timeline-view-scrollbar.c */
void tl_timeline_view_add_scrollbar (TlTimelineView *self);
void tl_timeline_view_allocate_scrollbar (TlTimelineView *self,
                                          int             width,
                                          int             height);
void tl_timeline_view_update_scrollbar (TlTimelineView *self);

/* tl-timeline-view-snapshot.c */
void tl_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* tl-timeline-view-accessible.c */
gboolean tl_timeline_view_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip);
void tl_timeline_view_update_accessible (TlTimelineView *self);

/* tl-timeline-view.c */
void tl_timeline_view_emit_activated (TlTimelineView *self, guint record);
void tl_timeline_view_emit_selection_changed (TlTimelineView *self,
                                              gboolean is_other_selected);
void tl_timeline_view_emit_arranged (TlTimelineView *self);

G_END_DECLS
