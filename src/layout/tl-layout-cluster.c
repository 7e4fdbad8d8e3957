/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-lane-large.h"

/* Who is in a cluster. Clusters of large lanes and of folded groups keep no
 * list: their members are the items of a cell that are not drawn as themselves,
 * and are listed when they are asked for. */

static gboolean
list_member_cb (TlLayout *self, guint item, gpointer data)
{
  self->cluster_members[self->n_cluster_members++] =
      self->base->item_records[item];
  return TRUE;
}

static const guint *
list_cell (TlLayout *self, TlPlan *plan, TlCellKey key, guint *n)
{
  const TlPiece *piece;
  guint          count = 0;

  if (tl_layout_is_lane_folded (self, key.lane))
    {
      tl_fold_list_members (self, plan, self->base->lanes[key.lane].group,
                            key.cell);
      *n = self->n_cluster_members;
      return self->cluster_members;
    }
  piece =
      tl_layout_get_piece (self, plan, key.lane, tl_cell_get_piece (key.cell));
  for (guint i = 0; i < TL_PIECE_CELLS; i++)
    if (piece->cells[i].cell == key.cell)
      count = piece->cells[i].count;

  g_free (self->cluster_members);
  self->cluster_members = g_new (guint, count + 1);
  self->n_cluster_members = 0;
  if (count > 0)
    tl_piece_foreach_member (self, plan, piece, key.cell, list_member_cb, NULL);
  *n = self->n_cluster_members;
  return self->cluster_members;
}

double
tl_cluster_get_width (guint count)
{
  guint n_digits = 1;
  guint n_chars;

  for (; count >= 10; count /= 10)
    n_digits++;
  /* A plus sign before, a separator after each group of three. */
  n_chars = 1 + n_digits + (n_digits - 1) / 3;
  return CLAMP (n_chars * TL_CLUSTER_CHAR + TL_CLUSTER_PADDING,
                TL_CLUSTER_MIN_WIDTH, TL_CLUSTER_MAX_WIDTH);
}

const guint *
tl_layout_get_cluster (TlLayout *self, TlScale scale, guint cluster, guint *n)
{
  TlPlan *plan = tl_layout_get_plan (self, scale.px_per_unit);

  g_return_val_if_fail (cluster < plan->n_clusters + plan->cells->len, NULL);

  if (cluster >= plan->n_clusters)
    return list_cell (
        self, plan,
        g_array_index (plan->cells, TlCellKey, cluster - plan->n_clusters), n);
  *n = plan->clusters[cluster].count;
  return plan->members + plan->clusters[cluster].first;
}
