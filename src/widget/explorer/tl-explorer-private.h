/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-explorer.h"

G_BEGIN_DECLS

/* What the files of the explorer share: tl-explorer.c knows what is wanted,
 * tl-explorer-query.c asks for it, tl-explorer-selection.c keeps what is
 * selected of it, tl-explorer-groups.c how somebody arranged the groups. */
struct _TlExplorer
{
  GObject parent_instance;

  TlDataset    *dataset; /* nullable */
  TlQuery      *query;
  TlGroupBy     group_by;
  gboolean      dims;
  char        **folded;      /* names of groups */
  char        **group_order; /* the same */
  TlResult     *result;      /* nullable: what was found last */
  TlResult     *shown;       /* nullable: with what is dimmed */
  GCancellable *under_way;   /* nullable: while something is being looked for */

  GPtrArray  *selection;   /* of char *: ids, NULL-terminated */
  GHashTable *is_selected; /* of the same strings */
};

/* tl-explorer-selection.c */
void tl_explorer_init_selection (TlExplorer *self);
void tl_explorer_finalize_selection (TlExplorer *self);
/* What is not shown any more is not selected either. */
void tl_explorer_prune_selection (TlExplorer *self);

/* tl-explorer-groups.c */
void tl_explorer_init_groups (TlExplorer *self);
void tl_explorer_finalize_groups (TlExplorer *self);

/* tl-explorer-query.c */
void tl_explorer_ask (TlExplorer *self);

/* tl-explorer.c */
void tl_explorer_notify_selection (TlExplorer *self, gboolean last_changed);

G_END_DECLS
