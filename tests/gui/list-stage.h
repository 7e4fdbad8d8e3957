/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gui-test.h"
#include "tl-list-view-private.h"

G_BEGIN_DECLS

#define LIST_STAGE_HEIGHT 600

/**
 * ListStage:
 * @n_activated: how often the list told that a record was activated
 *
 * A list in a window of its own.
 */
typedef struct
{
  GtkWidget  *window;
  TlExplorer *explorer;
  TlListView *list;
  guint       n_activated;
} ListStage;

/* So many records, read from made-up text. (transfer full) */
TlDataset *list_stage_load_made_up (guint n_events);
ListStage *list_stage_open (TlDataset *dataset);
void       list_stage_close (ListStage *stage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ListStage, list_stage_close)

/* Waits until there is an answer. text: nullable. */
void               list_stage_search (ListStage *stage, const char *text);
guint              list_stage_get_n_rows (ListStage *stage);
GtkSelectionModel *list_stage_get_selection (ListStage *stage);
const char        *list_stage_get_id (ListStage *stage, guint position);
/* The widgets, from the top down. (transfer container) */
GPtrArray *list_stage_get_rows (ListStage *stage);
GtkWidget *list_stage_find_row (ListStage *stage, const char *id);
void       list_stage_hide (ListStage *stage);
void       list_stage_sort_by_heading (ListStage *stage,
                                       TlSortKey  key,
                                       gboolean   descending);

G_END_DECLS
