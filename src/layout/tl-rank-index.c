/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-rank-index.h"

/* Level 0 is the ranks themselves. A node of level k holds the index of the
 * best of FAN nodes of the level below. A range is covered by at most
 * 2 × FAN nodes of each level. */

#define FAN 16
#define MAX_LEVELS 9

struct _TlRankIndex
{
  guint32 *ranks;
  guint    n;
  guint   *levels[MAX_LEVELS]; /* from 1; indices of items */
  guint    n_levels;
};

typedef struct
{
  guint first;
  guint end;
  guint best;
} Range;

static gboolean
is_better (const TlRankIndex *self, guint a, guint b)
{
  return self->ranks[a] > self->ranks[b] ||
         (self->ranks[a] == self->ranks[b] && a < b);
}

static guint
get_node (const TlRankIndex *self, guint level, guint node)
{
  return level == 0 ? node : self->levels[level][node];
}

static guint *
make_level (TlRankIndex *self, guint level, guint n_below)
{
  guint  n = (n_below + FAN - 1) / FAN;
  guint *nodes = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      guint end = MIN ((i + 1) * FAN, n_below);
      guint best = get_node (self, level - 1, i * FAN);

      for (guint j = i * FAN + 1; j < end; j++)
        {
          guint item = get_node (self, level - 1, j);

          if (is_better (self, item, best))
            best = item;
        }
      nodes[i] = best;
    }
  return nodes;
}

TlRankIndex *
tl_rank_index_new (guint32 *ranks, guint n)
{
  TlRankIndex *self = g_new0 (TlRankIndex, 1);
  guint        size = n;

  self->ranks = ranks;
  self->n = n;
  for (guint level = 1; size > 1; level++)
    {
      self->levels[level] = make_level (self, level, size);
      self->n_levels = level;
      size = (size + FAN - 1) / FAN;
    }
  return self;
}

void
tl_rank_index_free (TlRankIndex *self)
{
  for (guint level = 1; level <= self->n_levels; level++)
    g_free (self->levels[level]);
  g_free (self->ranks);
  g_free (self);
}

static void
include_nodes (
    const TlRankIndex *self, guint level, guint first, guint end, guint *best)
{
  for (guint i = first; i < end; i++)
    {
      guint item = get_node (self, level, i);

      if (is_better (self, item, *best))
        *best = item;
    }
}

guint
tl_rank_index_find_best (const TlRankIndex *self, guint first, guint end)
{
  guint best = first;
  guint level = 0;

  g_return_val_if_fail (first < end && end <= self->n, first);

  /* Whole nodes are left to the level above. */
  while (first < end)
    {
      guint inner = (first + FAN - 1) / FAN;
      guint inner_end = end / FAN;

      if (level == self->n_levels || inner >= inner_end)
        {
          include_nodes (self, level, first, end, &best);
          break;
        }
      include_nodes (self, level, first, inner * FAN, &best);
      include_nodes (self, level, inner_end * FAN, end, &best);
      first = inner;
      end = inner_end;
      level++;
    }
  return best;
}

static void
add_range (const TlRankIndex *self,
           Range             *ranges,
           guint             *n_ranges,
           guint              first,
           guint              end)
{
  if (first < end)
    ranges[(*n_ranges)++] =
        (Range){ first, end, tl_rank_index_find_best (self, first, end) };
}

guint
tl_rank_index_list_best (
    const TlRankIndex *self, guint first, guint end, guint max, guint *best)
{
  g_autofree Range *ranges = g_new (Range, max + 2);
  guint             n_ranges = 0;
  guint             n = 0;

  add_range (self, ranges, &n_ranges, first, end);
  while (n < max && n_ranges > 0)
    {
      guint top = 0;
      Range range;

      for (guint i = 1; i < n_ranges; i++)
        if (is_better (self, ranges[i].best, ranges[top].best))
          top = i;
      range = ranges[top];
      ranges[top] = ranges[--n_ranges];
      best[n++] = range.best;
      add_range (self, ranges, &n_ranges, range.first, range.best);
      add_range (self, ranges, &n_ranges, range.best + 1, range.end);
    }
  return n;
}
