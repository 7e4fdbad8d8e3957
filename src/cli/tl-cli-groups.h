/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout.h"

G_BEGIN_DECLS

/* The options --fold and --group-order: ids of what is grouped by, several of
 * them separated by commas. */
typedef struct
{
  char **folded; /* nullable, as given */
  char **order;  /* the same */
} TlCliGroups;

void tl_cli_groups_add_options (TlCliGroups *self, GOptionContext *context);
void tl_cli_groups_clear (TlCliGroups *self);
/* Names of the groups that are folded; (transfer full), NULL with an error. */
char **tl_cli_groups_list_folded (const TlCliGroups *self,
                                  TlGroupBy          group_by,
                                  TlDataset         *dataset,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* An order in which those that were given come first; the same. */
char **tl_cli_groups_list_order (const TlCliGroups *self,
                                 TlGroupBy          group_by,
                                 TlDataset         *dataset,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
