/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-record-list.h"

G_BEGIN_DECLS

/* What the files of the list share: tl-record-list.c is the list,
 * tl-record-list-selection.c what is selected in it. */
struct _TlRecordList
{
  GObject parent_instance;

  TlExplorer *explorer;
  TlResult   *result;    /* nullable */
  guint      *records;   /* nullable: those of the result as they are */
  guint      *positions; /* nullable: for each record of the dataset */
  guint       n_records;
  GHashTable *items;    /* by position: those that somebody has */
  GtkBitset  *selected; /* positions */
  gboolean    is_selecting;
};

void tl_record_list_implement_selection (GtkSelectionModelInterface *iface);
/* Where those stand that the explorer has selected. (transfer full) */
GtkBitset *
tl_record_list_find_positions (TlRecordList *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
