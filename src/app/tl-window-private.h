/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-details-pane.h"
#include "tl-explorer.h"
#include "tl-export-request.h"
#include "tl-find-bar.h"
#include "tl-history.h"
#include "tl-known-on-stepper.h"
#include "tl-late-icons.h"
#include "tl-quotes-view.h"
#include "tl-overview.h"
#include "tl-result-band.h"
#include "tl-side-pane.h"
#include "tl-timeline-view.h"
#include "tl-window.h"

G_BEGIN_DECLS

/* What the files of the window share: tl-window.c is the window itself,
 * tl-window-document.c shows what was loaded, tl-window-reading.c how far
 * loading is, tl-window-views.c has the views of it, tl-window-selection.c
 * keeps them at one selection, tl-window-known-on.c has the bar of the days
 * on which things were known, tl-window-actions.c has the commands,
 * tl-window-citations.c copies with sources, tl-window-export.c writes files,
 * tl-window-print.c prints, tl-window-files.c opens files, tl-window-memory.c
 * remembers what is of all datasets, tl-window-state.c what is of each;
 * tl-window-history.c and tl-window-bookmarks.c lead back to where one has
 * been, tl-window-navigation.c to a time that one names,
 * tl-window-relations.c to what is related. */
struct _TlWindow
{
  AdwApplicationWindow parent_instance;

  GSettings  *settings; /* nullable */
  TlDocument *document; /* nullable */
  TlDocument *previous; /* nullable: shown until there is something of that */
  TlDataset  *dataset;  /* nullable: what is shown */
  TlExplorer *explorer; /* of the dataset; the timeline follows it */
  TlHistory  *history;  /* of places in the dataset */
  GMenu      *bookmarks;
  char       *wanted; /* nullable: id of the record to select when loaded */
  guint       loading_id;
  guint       state_id;       /* the view has changed and is to be remembered */
  gboolean    is_slow;        /* reading takes long enough to be told of */
  gboolean    shows_document; /* the dataset is of the document */
  gboolean    shows_part;     /* only the beginning of it */
  gboolean    wants_pane;     /* where there is room for it */
  gboolean    is_settled;     /* the first frame was shown */
  gboolean    is_following;   /* the timeline takes over a selection */
  gboolean    is_going;       /* back or forward */

  TlKnownOnStepper *known_on; /* goes through the days of publication */

  char *hub;      /* nullable: the record whose relations one goes around */
  char *hub_step; /* nullable: where one came last */

  TlLateIcons *late_icons; /* nullable: until then */

  AdwToastOverlay      *toasts;
  GtkWidget            *content;
  AdwViewSwitcherTitle *switcher;
  AdwViewSwitcherBar   *switcher_bar; /* where the header has no room for it */
  AdwSplitButton       *open_button;
  AdwSplitButton *open_icon_button; /* the same where there is little room */
  AdwSqueezer    *export_buttons;
  AdwSplitButton *export_button;
  GtkWidget      *no_export_button; /* where there is no room at all */
  GtkWidget      *history_buttons;  /* back and forward */
  GtkMenuButton  *menu_button;
  GtkMenuButton  *filter_button;
  GtkRevealer    *banner;
  GtkLabel       *banner_text;
  GtkWidget      *banner_problems;
  GtkWidget      *banner_reload;
  GtkStack       *stack;
  GtkRevealer    *reading; /* the strip over what is shown already */
  GtkLabel       *reading_text;
  GtkProgressBar *reading_bar;
  GtkLabel       *loading_title;
  GtkLabel       *loading_text;
  GtkProgressBar *loading_bar;
  GtkWidget      *loading_stop;
  AdwStatusPage  *failed;
  GtkWidget      *failed_problems;
  AdwFlap        *flap;
  GtkWidget      *main;
  GtkBox         *views_box;
  AdwViewStack   *views;
  GtkWidget      *timeline_page;
  GtkRevealer    *known_on_revealer;
  TlTimelineView *timeline;
  GtkBox         *timeline_bar; /* below it */
  TlOverview     *overview;     /* in that bar */
  GtkWidget      *zoom_buttons; /* in that bar, too */
  TlSidePane     *side_pane;
  TlDetailsPane  *details;

  TlFindBar    *find_bar;
  TlResultBand *band;
  guint         focus_id;
  guint         note_id;
  GtkWidget    *nothing; /* nullable: the page that stands over views */
};

/* The language that texts of datasets are wanted in. */
const char *tl_window_get_language (void);
void        tl_window_add_toast (TlWindow *self, const char *text);
/* With room for a long text, which is no markup. (transfer full) */
AdwToast *tl_window_toast_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* A page of the stack, by its name in the template. */
void tl_window_show_page (TlWindow *self, const char *name);

/* From now on, follows what the document tells. */
void tl_window_connect_document (TlWindow *self);

/* tl-window-document.c */
void tl_window_show_document (TlWindow *self);
void tl_window_follow_timeline (TlWindow *self);

/* tl-window-views.c */
void tl_window_add_views (TlWindow *self);
/* The buttons that switch between them: each takes a while to be made, and one
 * looks at the view first. Does nothing the second time. */
void tl_window_add_switcher (TlWindow *self);
/* The view that is shown: what is in its page of the stack. */
GtkWidget *tl_window_get_view (TlWindow *self);
/* Views can be switched between only while there is something to see. */
void tl_window_enable_views (TlWindow *self, gboolean enable);

/* tl-window-regions.c: F6 goes from one to the next. Before update_actions. */
void tl_window_add_regions (TlWindow *self);

/* tl-window-groups.c: how they are folded and ordered. */
void tl_window_add_groups (TlWindow *self);
/* tl-window-filter.c */
void tl_window_add_filter (TlWindow *self);

/* tl-window-search.c */
void tl_window_add_search (TlWindow *self);

/* tl-window-selection.c */
void tl_window_add_selection (TlWindow *self);
/* FALSE when no such record is shown; then nothing changes. */
gboolean tl_window_select_record (TlWindow *self, const char *id);

/* tl-window-citations.c */
void tl_window_add_citations (TlWindow *self);
void tl_window_recall_citations (TlWindow *self);

/* tl-window-export.c */
void tl_window_add_export (TlWindow *self);
/* A picture of what is shown; there must be something. (transfer full) */
TlExportRequest *
tl_window_create_export_request (TlWindow *self) G_GNUC_WARN_UNUSED_RESULT;

/* tl-window-overview.c */
void tl_window_add_overview (TlWindow *self);
/* tl-window-known-on.c */
void tl_window_add_known_on (TlWindow *self);

/* tl-window-relations.c */
void tl_window_add_relations (TlWindow *self);

/* tl-window-print.c */
void tl_window_add_print (TlWindow *self);
/* Of what is shown; there must be something. (transfer full) */
GtkPrintOperation *
tl_window_create_print_operation (TlWindow *self) G_GNUC_WARN_UNUSED_RESULT;

/* tl-window-reading.c */
void tl_window_watch_reading (TlWindow *self);
/* Shows how far reading is, once that takes long. */
void tl_window_show_reading (TlWindow *self);
void tl_window_stop_reading (TlWindow *self);
/* FALSE when there is none to go back to. */
gboolean tl_window_go_back (TlWindow *self);
void     tl_window_drop_previous (TlWindow *self);

/* tl-window-actions.c */
void tl_window_add_actions (TlWindow *self);
/* Enables what makes sense now. */
void tl_window_update_actions (TlWindow *self);

/* tl-window-files.c */
void tl_window_choose_file (TlWindow *self);
/* What can wait until the window is on the screen: menus, drag and drop,
 * watching the file. */
void tl_window_settle (TlWindow *self);
void tl_window_update_recent (TlWindow *self);

/* tl-window-memory.c */
void tl_window_recall (TlWindow *self);
void tl_window_remember (TlWindow *self);
/* The axis that is wanted for datasets that were never looked at. */
void tl_window_recall_axis (TlWindow *self);

/* tl-window-state.c */
void tl_window_add_state (TlWindow *self);
/* How the dataset was looked at last. FALSE when that is not known; then
 * nothing changes. */
gboolean tl_window_recall_state (TlWindow *self);
void     tl_window_save_state (TlWindow *self);

/* tl-window-history.c */
void tl_window_add_history (TlWindow *self);

/* tl-window-navigation.c */
void tl_window_add_navigation (TlWindow *self);

/* tl-window-bookmarks.c */
void tl_window_add_bookmarks (TlWindow *self);

G_END_DECLS
