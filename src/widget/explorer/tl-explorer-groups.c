/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-explorer-private.h"

/* How somebody has arranged the groups: by names, see tl-group-order.h, so that
 * it outlives a filter, a day and a version of the file. A name tells its
 * grouping, so that one list serves for all of them. */

void
tl_explorer_init_groups (TlExplorer *self)
{
  self->folded = g_new0 (char *, 1);
  self->group_order = g_new0 (char *, 1);
}

void
tl_explorer_finalize_groups (TlExplorer *self)
{
  g_strfreev (self->folded);
  g_strfreev (self->group_order);
}

/* FALSE when it is the same. */
static gboolean
take (char ***place, const char *const *groups)
{
  static const char *const none[] = { NULL };

  if (groups == NULL)
    groups = none;
  if (g_strv_equal ((const char *const *)*place, groups))
    return FALSE;
  g_strfreev (*place);
  *place = g_strdupv ((char **)groups);
  return TRUE;
}

/**
 * tl_explorer_get_folded:
 * @self: an explorer
 *
 * Returns: (transfer none) (array zero-terminated=1): names of the folded
 *   groups, such as “kind:talk”, of all groupings; good until they are set
 */
const char *const *
tl_explorer_get_folded (TlExplorer *self)
{
  g_return_val_if_fail (TL_IS_EXPLORER (self), NULL);

  return (const char *const *)self->folded;
}

/**
 * tl_explorer_set_folded:
 * @self: an explorer
 * @groups: (nullable) (array zero-terminated=1): names of groups; those that
 *   the dataset does not know mean nothing
 *
 * Folds these groups, and no others.
 */
void
tl_explorer_set_folded (TlExplorer *self, const char *const *groups)
{
  g_return_if_fail (TL_IS_EXPLORER (self));

  if (take (&self->folded, groups))
    g_object_notify (G_OBJECT (self), "folded");
}

/**
 * tl_explorer_get_group_order:
 * @self: an explorer
 *
 * Returns: (transfer none) (array zero-terminated=1): names of the groups that
 *   do not follow the one that they follow by default, of all groupings; good
 *   until they are set
 */
const char *const *
tl_explorer_get_group_order (TlExplorer *self)
{
  g_return_val_if_fail (TL_IS_EXPLORER (self), NULL);

  return (const char *const *)self->group_order;
}

/**
 * tl_explorer_set_group_order:
 * @self: an explorer
 * @groups: (nullable) (array zero-terminated=1): as
 *   [method@Explorer.get_group_order] tells them
 *
 * Puts groups in another order.
 */
void
tl_explorer_set_group_order (TlExplorer *self, const char *const *groups)
{
  g_return_if_fail (TL_IS_EXPLORER (self));

  if (take (&self->group_order, groups))
    g_object_notify (G_OBJECT (self), "group-order");
}
