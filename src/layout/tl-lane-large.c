/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-lane-large.h"
#include "tl-layout-fill.h"
#include "tl-parallel.h"

#include <math.h>
#include <string.h>

/* Lanes with many items. Their items are put in the order of their anchors,
 * where on the axis their glyphs are; moments and bars apart, each with rows
 * of their own. A lane has a fixed number of rows, and an item the same row at
 * every zoom level. */

/* Prominence counts first. Among equals the choice must look random along the
 * axis, and be the same at every level. */
static guint32
get_rank (guint prominence, guint record)
{
  guint32 hash = record * 2654435769u;

  hash ^= hash >> 15;
  hash *= 2246822519u;
  hash ^= hash >> 13;
  return (guint32)prominence << 28 | hash >> 4;
}

/* Items of large lanes on their way from records to their places. */
typedef struct
{
  TlLayoutBase *base;
  TlRadixPair  *pairs;
  guint32      *ranks;
  guint        *lanes; /* the large ones */
} Order;

/* Sorts the moments or the bars of a lane by anchor; equal ones stay in order
 * of time. */
static void
order_band (guint task, gpointer data)
{
  Order            *order = data;
  TlLayoutBase     *self = order->base;
  const TlLaneInfo *lane = &self->lanes[order->lanes[task / 2]];
  guint             first = task % 2 == 0 ? lane->first : lane->first_bar;
  guint             end = task % 2 == 0 ? lane->first_bar : lane->end;
  TlRadixPair      *pairs = order->pairs + (first - self->n_whole);

  tl_radix_sort (pairs, end - first);
  for (guint i = 0; i < end - first; i++)
    {
      self->item_records[first + i] = pairs[i].value;
      self->anchors[first + i] = tl_radix_key_to_double (pairs[i].key);
      self->codes[first + i] = pairs[i].extra;
      order->ranks[first + i] = get_rank (
          tl_item_code_get_prominence (pairs[i].extra), pairs[i].value);
    }
}

static guint *
list_large_lanes (TlLayoutBase *self)
{
  guint *lanes = g_new (guint, self->n_large + 1);
  guint  n = 0;

  for (guint i = 0; i < self->n_lanes; i++)
    if (self->lanes[i].is_large)
      lanes[n++] = i;
  return lanes;
}

void
tl_large_lanes_prepare (TlLayoutBase *self, TlRadixPair *pairs)
{
  g_autofree guint *lanes = list_large_lanes (self);
  Order             order = { .base = self, .pairs = pairs, .lanes = lanes };

  if (self->n_large == 0)
    return;

  self->item_records = g_new (guint, self->n_items);
  self->anchors = g_new (double, self->n_items);
  self->codes = g_new (guint32, self->n_items);
  order.ranks = g_new (guint32, self->n_items);
  memset (order.ranks, 0, self->n_whole * sizeof (guint32));
  tl_parallel_run (2 * self->n_large, order_band, &order,
                   &(TlWork){ .n_threads = self->n_threads });
  self->ranks = tl_rank_index_new (order.ranks, self->n_items);
}

static void
add_band (TlLargeLane *large, TlBand band)
{
  if (band.first < band.end && band.n_rows > 0)
    large->bands[large->n_bands++] = band;
}

/* The last row is that of the clusters. Moments and bars share the others by
 * their numbers; a single one they have together. */
static void
make_bands (TlLargeLane *large, const TlLaneInfo *lane, guint rows)
{
  guint  n_moments = lane->n_moments;
  guint  n_bars = lane->n_bars;
  guint  moment_rows;
  TlBand moments = { lane->first, lane->first_bar, 0, 1 };
  TlBand bars = { lane->first_bar, lane->end, 0, 1 };

  if (rows >= 2)
    {
      moment_rows =
          (guint)lround ((double)rows * n_moments / (n_moments + n_bars));
      moments.n_rows = CLAMP (moment_rows, n_moments > 0 ? 1 : 0,
                              n_bars > 0 ? rows - 1 : rows);
      bars.first_row = moments.n_rows;
      bars.n_rows = rows - moments.n_rows;
    }
  add_band (large, moments);
  add_band (large, bars);
}

typedef struct
{
  TlLayoutBase *base;
  TlLargeRows  *rows;
  guint        *lanes; /* the large ones */
} Ranking;

static void
rank_band (guint task, gpointer data)
{
  Ranking     *ranking = data;
  TlLargeLane *large = &ranking->rows->lanes[ranking->lanes[task / 2]];

  if (task % 2 < large->n_bands)
    tl_large_lane_rank_bars (ranking->base, ranking->rows, large, task % 2);
}

static TlLargeRows *
make_large_rows (TlLayoutBase *self, guint n_rows)
{
  g_autofree guint *lanes = list_large_lanes (self);
  TlLargeRows      *rows = g_new0 (TlLargeRows, 1);
  Ranking           ranking = { self, rows, lanes };

  rows->n_rows = n_rows;
  rows->n_lanes = self->n_lanes;
  rows->lanes = g_new0 (TlLargeLane, self->n_lanes);
  rows->ranked = g_new0 (guint8, self->n_items);
  for (guint i = 0; i < self->n_large; i++)
    make_bands (&rows->lanes[lanes[i]], &self->lanes[lanes[i]], n_rows - 1);
  if (n_rows > 1)
    tl_parallel_run (2 * self->n_large, rank_band, &ranking,
                     &(TlWork){ .n_threads = self->n_threads });
  return rows;
}

const TlLargeRows *
tl_layout_base_get_large_rows (TlLayoutBase *self, guint n_rows)
{
  TlLargeRows *rows =
      g_hash_table_lookup (self->large_rows, GUINT_TO_POINTER (n_rows));

  if (rows == NULL)
    {
      rows = make_large_rows (self, n_rows);
      g_hash_table_insert (self->large_rows, GUINT_TO_POINTER (n_rows), rows);
    }
  return rows;
}

void
tl_large_rows_free (TlLargeRows *rows)
{
  for (guint i = 0; i < rows->n_lanes; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (rows->lanes[i].ranked); j++)
        {
          g_free (rows->lanes[i].ranked[j].runs);
          g_free (rows->lanes[i].ranked[j].bars);
        }
    }
  g_free (rows->lanes);
  g_free (rows->ranked);
  g_free (rows);
}

guint
tl_layout_find_anchor (TlLayout *self, guint first, guint end, double axis)
{
  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (self->base->anchors[middle] < axis)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

static guint
find_in_band (TlLayout *self, const TlBand *band, guint record, double anchor)
{
  guint first = tl_layout_find_anchor (self, band->first, band->end, anchor);
  guint end = tl_layout_find_anchor (self, first, band->end,
                                     nextafter (anchor, G_MAXDOUBLE));

  /* Those of one anchor are in order of their records. */
  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (self->base->item_records[middle] < record)
        first = middle + 1;
      else
        end = middle;
    }
  return first < band->end && self->base->item_records[first] == record
             ? first
             : TL_NONE;
}

guint
tl_large_lane_find_record (TlLayout *self, guint lane, guint record)
{
  const TlLargeLane *large = &self->large->lanes[lane];
  TlLayoutItem       item = tl_layout_base_make_item (
            self->base, &self->base->entries[record].span, record);

  for (guint i = 0; i < large->n_bands; i++)
    {
      guint found = find_in_band (self, &large->bands[i], record,
                                  tl_item_get_anchor (&item));

      if (found != TL_NONE)
        return found;
    }
  return TL_NONE;
}
