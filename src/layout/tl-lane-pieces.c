/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-lane-large.h"

#include <math.h>

/* The decisions on large lanes, kept by level, lane and piece, so many as
 * were used last. What is dropped is decided anew with the same outcome.
 *
 * Pieces with even numbers are decided first and for themselves; those with
 * odd ones keep clear of what the two beside them decided. So nothing depends
 * on more than three pieces, whatever was looked at before. */

#define MIN_PIECES 4096
#define PIECES_PER_LANE 16

struct _TlPieceCache
{
  GHashTable *pieces; /* TlPiece → itself */
  GQueue      used;   /* last used first */
  guint       max_pieces;
};

static guint
hash_piece (gconstpointer data)
{
  const TlPiece *piece = data;
  guint64        mixed = (guint64)piece->index;

  mixed = mixed * 31 + piece->lane;
  mixed = mixed * 31 + (guint64)piece->level;
  mixed *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint)(mixed >> 32);
}

static gboolean
equal_pieces (gconstpointer a, gconstpointer b)
{
  const TlPiece *left = a;
  const TlPiece *right = b;

  return left->index == right->index && left->lane == right->lane &&
         left->level == right->level;
}

static void
free_piece (gpointer data)
{
  TlPiece *piece = data;

  g_free (piece->marks);
  g_free (piece);
}

TlPieceCache *
tl_piece_cache_new (guint n_large)
{
  TlPieceCache *cache = g_new0 (TlPieceCache, 1);

  cache->max_pieces = MAX (MIN_PIECES, PIECES_PER_LANE * n_large);
  cache->pieces =
      g_hash_table_new_full (hash_piece, equal_pieces, free_piece, NULL);
  g_queue_init (&cache->used);
  return cache;
}

void
tl_piece_cache_free (TlPieceCache *cache)
{
  g_hash_table_unref (cache->pieces);
  g_free (cache);
}

static void
keep_piece (TlPieceCache *cache, TlPiece *piece)
{
  while (g_hash_table_size (cache->pieces) >= cache->max_pieces)
    {
      TlPiece *oldest = cache->used.tail->data;

      g_queue_unlink (&cache->used, &oldest->link);
      g_hash_table_remove (cache->pieces, oldest);
    }
  g_hash_table_add (cache->pieces, piece);
  g_queue_push_head_link (&cache->used, &piece->link);
}

static TlPiece *
make_piece (TlLayout *self, TlPlan *plan, guint lane, gint64 index)
{
  TlPiece       *piece = g_new0 (TlPiece, 1);
  const TlPiece *neighbours[2] = { NULL, NULL };

  piece->index = index;
  piece->lane = lane;
  piece->level = plan->level;
  piece->link.data = piece;
  tl_layout_prepare_lane (self, lane);
  if (index % 2 != 0)
    {
      neighbours[0] = tl_layout_get_piece (self, plan, lane, index - 1);
      neighbours[1] = tl_layout_get_piece (self, plan, lane, index + 1);
    }
  tl_piece_decide (piece, self, plan, neighbours);
  for (guint i = 0; i < TL_PIECE_CELLS; i++)
    if (piece->cells[i].count > 0)
      piece->cells[i].number =
          tl_plan_number_cell (plan, lane, piece->cells[i].cell);
  self->counts.n_decided++;
  return piece;
}

const TlPiece *
tl_layout_get_piece (TlLayout *self, TlPlan *plan, guint lane, gint64 index)
{
  TlPieceCache *cache = self->pieces;
  TlPiece       key = { .index = index, .lane = lane, .level = plan->level };
  TlPiece      *piece = g_hash_table_lookup (cache->pieces, &key);

  if (piece == NULL)
    {
      piece = make_piece (self, plan, lane, index);
      keep_piece (cache, piece);
    }
  else if (cache->used.head != &piece->link)
    {
      g_queue_unlink (&cache->used, &piece->link);
      g_queue_push_head_link (&cache->used, &piece->link);
    }
  return piece;
}

void
tl_layout_find_pieces (TlLayout     *self,
                       const TlPlan *plan,
                       double        axis0,
                       double        axis1,
                       gint64       *first,
                       gint64       *last)
{
  double piece = TL_PIECE_WIDTH * self->zoom;
  double reach = TL_PIECE_REACH * self->zoom;

  *first = (gint64)floor ((axis0 * plan->px_per_unit - reach - 1) / piece);
  *last = (gint64)floor ((axis1 * plan->px_per_unit + reach + 1) / piece);
}

gint64
tl_layout_find_cell (TlLayout *self, const TlPlan *plan, guint item)
{
  return tl_cell_find (self->base->anchors[item],
                       TL_CLUSTER_CELL * self->zoom / plan->px_per_unit);
}

gboolean
tl_piece_draws (TlLayout      *self,
                const TlPlan  *plan,
                const TlPiece *piece,
                guint          item)
{
  guint low = 0;
  guint high = piece->n_marks;

  if (tl_layout_is_drawn_long (self, plan, item))
    return TRUE;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (piece->marks[middle].item < item)
        low = middle + 1;
      else
        high = middle;
    }
  return low < piece->n_marks && piece->marks[low].item == item;
}

static gboolean
comes_first (TlLayout *self, guint a, guint b)
{
  if (self->base->anchors[a] < self->base->anchors[b])
    return TRUE;
  if (self->base->anchors[a] > self->base->anchors[b])
    return FALSE;
  return self->base->item_records[a] < self->base->item_records[b];
}

void
tl_piece_foreach_member (TlLayout      *self,
                         const TlPlan  *plan,
                         const TlPiece *piece,
                         gint64         cell,
                         TlItemFunc     func,
                         gpointer       data)
{
  const TlLargeLane *large = &self->large->lanes[piece->lane];
  double cell_axis = TL_CLUSTER_CELL * self->zoom / plan->px_per_unit;
  guint  next[2] = { 0, 0 };
  guint  end[2] = { 0, 0 };

  for (guint i = 0; i < large->n_bands; i++)
    {
      const TlBand *band = &large->bands[i];

      next[i] = tl_layout_find_anchor (self, band->first, band->end,
                                       (double)cell * cell_axis);
      end[i] = tl_layout_find_anchor (self, next[i], band->end,
                                      ((double)cell + 1) * cell_axis);
    }
  while (next[0] < end[0] || next[1] < end[1])
    {
      guint band = next[0] == end[0] || (next[1] < end[1] &&
                                         comes_first (self, next[1], next[0]))
                       ? 1
                       : 0;
      guint item = next[band]++;

      if (!tl_piece_draws (self, plan, piece, item) && !func (self, item, data))
        return;
    }
}
