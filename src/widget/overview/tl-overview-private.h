/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-overview-scene.h"
#include "tl-overview.h"
#include "tl-timeline-view-private.h"

G_BEGIN_DECLS

/* The strip in the overview, which is there from when it is first shown.
 * tl-overview.c decides when; tl-overview-strip.c draws it,
 * tl-overview-count.c counts what it draws, tl-overview-input.c lets move the
 * part in view, tl-overview-accessible.c tells it in words. */

#define TL_TYPE_OVERVIEW_STRIP (tl_overview_strip_get_type ())
G_DECLARE_FINAL_TYPE (
    TlOverviewStrip, tl_overview_strip, TL, OVERVIEW_STRIP, GtkWidget)

/* What the pointer has hold of. */
typedef enum
{
  TL_GRIP_NONE,   /* beside the handle */
  TL_GRIP_START,  /* its end at the earlier time */
  TL_GRIP_END,    /* at the later time */
  TL_GRIP_MIDDLE, /* all of it */
} TlGrip;

typedef struct _TlOverviewCount TlOverviewCount;

struct _TlOverviewStrip
{
  GtkWidget parent_instance;

  TlTimelineView *timeline;
  TlResult       *shown;    /* nullable */
  TlResult       *matches;  /* nullable */
  guint          *selected; /* records of what is shown */
  guint           n_selected;

  /* Counting. */
  TlOverviewCount *counted; /* nullable: what is drawn */
  TlOverviewCount *job;     /* nullable: what is being counted */

  /* Drawing. */
  GskRenderNode *time;      /* nullable: nothing is drawn */
  GskRenderNode *marks;     /* the same */
  gboolean       has_time;  /* it is that of now */
  gboolean       has_marks; /* the same */
  TlScale        drawn_scale;
  TlTheme        drawn_theme;
  guint          n_painted;

  /* Input. */
  GtkGesture *drag;
  TlGrip      grip;    /* while it is held */
  TlGrip      hovered; /* what the pointer is over */
  gboolean    is_held;
  double      pointer_x;
  double      held_from; /* axis: the part in view when it was taken hold of */
  double      held_to;
  double      held_axis; /* where */
  TlScale     pinch_scale;

  guint words_id;
};

/* tl-overview-strip.c */
GtkWidget *tl_overview_strip_new (TlTimelineView *timeline);
void       tl_overview_strip_set_results (TlOverviewStrip *self,
                                          TlResult        *shown,
                                          TlResult        *matches);
void       tl_overview_strip_set_selected (TlOverviewStrip *self,
                                           const guint     *records,
                                           guint            n_records);
void       tl_overview_strip_drop_nodes (TlOverviewStrip *self);
void       tl_overview_strip_drop_marks (TlOverviewStrip *self);
/* Everything, with a margin for the handle. FALSE while nothing is known. */
gboolean tl_overview_strip_get_scale (TlOverviewStrip *self, TlScale *scale);
/* The part in view, on the axis. */
void
tl_overview_strip_get_view (TlOverviewStrip *self, double *from, double *to);
/* Where it is drawn. */
TlRect tl_overview_strip_get_handle (TlOverviewStrip *self);

/* tl-overview-count.c */
typedef struct
{
  TlDensity *density;
  TlDensity *matches; /* the same where nothing is dimmed */
} TlOverviewDensities;

/* Brings what is drawn up to date with what is shown: at once, or when it is
 * counted. */
void tl_overview_strip_count (TlOverviewStrip *self);
void tl_overview_strip_forget_counts (TlOverviewStrip *self);
/* FALSE while nothing is counted for the axis of now. */
gboolean tl_overview_strip_get_densities (TlOverviewStrip     *self,
                                          TlOverviewDensities *densities);

/* tl-overview-input.c */
void   tl_overview_strip_install_keys (GtkWidgetClass *widget_class);
void   tl_overview_strip_add_controllers (TlOverviewStrip *self);
TlGrip tl_overview_strip_pick (TlOverviewStrip *self, double x);

/* tl-overview-accessible.c */
/* Soon, but not with every frame of a movement. */
void tl_overview_strip_update_words (TlOverviewStrip *self);
/* "July 2020 to February 2021" (transfer full) (nullable) */
char *tl_overview_strip_dup_words (TlOverviewStrip *self);

G_END_DECLS
