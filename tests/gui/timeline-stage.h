/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gui-test.h"

#include "tl-timeline-view-private.h"

G_BEGIN_DECLS

/* A timeline in a window of its own, for the tests of it. */

#define STAGE_WIDTH 1000
#define STAGE_HEIGHT 600
#define STAGE_N_RECORDS 160

typedef struct
{
  GtkWidget      *window;
  TlTimelineView *view;
  guint           n_activated;
  guint           activated;
} Stage;

Stage *stage_open (TlDataset *dataset);
/* With a dataset of random records. */
Stage *stage_open_random (guint n_records);
void   stage_close (Stage *stage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stage, stage_close)

void    stage_wait_for_frame (Stage *stage);
void    stage_resize (Stage *stage, int width, int height);
TlScale stage_get_scale (Stage *stage);
/* Activates an action of the widget. */
void stage_run (Stage *stage, const char *action);
/* Runs what the class has bound to a key; FALSE where that is nothing. */
gboolean stage_press (Stage *stage, guint key, GdkModifierType modifiers);
/* The mark of the selected record, wholly in view. */
void stage_assert_selected_in_view (Stage *stage);

GtkEventController *stage_find_controller (Stage *stage, GType type);
void                stage_click (Stage *stage, double x, double y, int n_press);
void                stage_drag (Stage *stage, double dx, double dy);
/* A visible mark of a type, and where it is in the widget; or TL_NONE. */
guint stage_find_mark (Stage *stage, TlMarkType type, double *x, double *y);

G_END_DECLS
