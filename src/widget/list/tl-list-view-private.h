/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date-formatter.h"
#include "tl-list-view.h"
#include "tl-record-list.h"
#include "tl-record-ranks.h"
#include "tl-record-words.h"

G_BEGIN_DECLS

/* What the files of the list share: tl-list-view.c is the widget and what it
 * follows, tl-list-view-columns.c has columns and cells, tl-list-view-order.c
 * puts records in order, tl-list-view-menu.c has the context menu. */
struct _TlListView
{
  GtkWidget parent_instance;

  TlExplorer      *explorer;
  char            *language; /* nullable */
  TlDateFormatter *formatter;
  TlRecordList    *records;

  GtkWidget           *bar; /* sorts where there are no headings to click */
  GtkWidget           *sort_button;
  GtkWidget           *scroller;
  GtkColumnView       *view;
  GtkColumnViewColumn *columns[TL_N_SORT_KEYS]; /* some are not in the view */
  int                  widths[TL_N_SORT_KEYS];  /* as fitted last; -1 before */
  int                  words[TL_N_SORT_KEYS];   /* longest of each column */
  GHashTable          *title_cells;             /* those in use */
  GtkWidget           *empty;
  GtkWidget           *menu; /* nullable: until it is first asked for */

  TlSortKey      key;
  gboolean       descending;
  TlRecordRanks *ranks;   /* nullable: of the last order but by date */
  GCancellable  *ranking; /* nullable: while ranks are being looked for */

  gboolean has_words; /* they were measured */
  gboolean is_stale;  /* nobody saw what changed */
  gboolean is_compact;
  gboolean is_arranging; /* what the headings say is none of somebody's */
  int      fitted_width; /* of the widget, when columns were chosen */
};

/* tl-list-view.c */
void
tl_list_view_sort_by (TlListView *self, TlSortKey key, gboolean descending);
void tl_list_view_activate (TlListView *self);
/* Says why where there are no rows. */
void tl_list_view_update_empty (TlListView *self);
/* What holds the rows, below the headings. */
GtkWidget *tl_list_view_get_rows (TlListView *self);

/* tl-list-view-columns.c */
void tl_list_view_add_columns (TlListView *self);
/* Shows as many columns as there is room for. */
void tl_list_view_fit_columns (TlListView *self, int width);
/* Has the headings say what is sorted by. */
void tl_list_view_show_sort (TlListView *self);
/* The item of the row that a widget is part of. (nullable) (transfer none) */
gpointer tl_list_view_find_item (TlListView *self, GtkWidget *widget);

/* tl-list-view-order.c */
void tl_list_view_update_order (TlListView *self);
void tl_list_view_stop_ranking (TlListView *self);

/* tl-list-view-menu.c */
GMenuModel *tl_list_view_dup_sort_menu (void) G_GNUC_WARN_UNUSED_RESULT;
void        tl_list_view_add_menu (TlListView *self);
/* By keyboard: for the row that has the focus. */
void tl_list_view_popup_menu (TlListView *self);

G_END_DECLS
