/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-lane-large.h"

#include <math.h>
#include <string.h>

#include "tl-radix.h"

/* Lanes with many items. Their items are put in the order of their anchors,
 * where on the axis their glyphs are; moments and bars apart, each with rows
 * of their own. A lane has a fixed number of rows, and an item the same row at
 * every zoom level. */

/* What covers more of the axis than a day with a bit of rounding. */
#define MAX_MOMENT 1.5

double
tl_item_get_anchor (const TlLayoutItem *item)
{
  return item->lasting ? item->axis0 : (item->axis0 + item->axis1) / 2;
}

static gboolean
is_bar (const TlLayoutItem *item)
{
  return item->axis1 - item->axis0 > MAX_MOMENT;
}

static gint8
get_octave (const TlLayoutItem *item)
{
  double length = item->axis1 - item->axis0;

  return length > 0 ? (gint8)CLAMP (ilogb (length), -100, 100) : G_MININT8;
}

/* Sorts items by anchor; equal ones stay in order of time. */
static void
sort_items (TlLayoutItem *items, guint n)
{
  g_autofree TlRadixPair  *pairs = g_new (TlRadixPair, n + 1);
  g_autofree TlLayoutItem *sorted = NULL;
  gboolean                 in_order = TRUE;

  for (guint i = 0; i < n; i++)
    {
      pairs[i].key = tl_radix_key_from_double (tl_item_get_anchor (&items[i]));
      pairs[i].value = i;
      in_order &= i == 0 || pairs[i].key >= pairs[i - 1].key;
    }
  if (in_order)
    return;

  tl_radix_sort (pairs, n);
  sorted = g_new (TlLayoutItem, n);
  for (guint i = 0; i < n; i++)
    sorted[i] = items[pairs[i].value];
  memcpy (items, sorted, n * sizeof (TlLayoutItem));
}

/* Moments to the front, bars behind them. Returns the number of moments. */
static guint
part_items (TlLayoutItem *items, guint n)
{
  g_autofree TlLayoutItem *bars = NULL;
  guint                    n_moments = 0;
  guint                    n_bars = 0;

  for (guint i = 0; i < n; i++)
    n_bars += is_bar (&items[i]) ? 1 : 0;
  bars = g_new (TlLayoutItem, n_bars + 1);
  n_bars = 0;
  for (guint i = 0; i < n; i++)
    if (is_bar (&items[i]))
      bars[n_bars++] = items[i];
    else
      items[n_moments++] = items[i];
  memcpy (&items[n_moments], bars, n_bars * sizeof (TlLayoutItem));
  return n_moments;
}

static void
order_lane (TlLayoutBase *self, TlLaneInfo *lane)
{
  guint first = lane->first + lane->n_lives;

  lane->first_bar = first + part_items (&self->items[first], lane->end - first);
  sort_items (&self->items[first], lane->first_bar - first);
  sort_items (&self->items[lane->first_bar], lane->end - lane->first_bar);
}

/* Prominence counts first. Among equals the choice must look random along the
 * axis, and be the same at every level. */
static guint32
get_rank (const TlEntry *entry, guint record)
{
  guint32 hash = record * 2654435769u;

  hash ^= hash >> 15;
  hash *= 2246822519u;
  hash ^= hash >> 13;
  return ((guint32)entry->prominence << 28) | (hash >> 4);
}

static guint32 *
rank_items (TlLayoutBase *self)
{
  const TlEntry *entries = tl_dataset_get_entries (self->dataset);
  guint32       *ranks = g_new (guint32, self->n_items + 1);

  for (guint i = 0; i < self->n_items; i++)
    {
      const TlLayoutItem *item = &self->items[i];

      ranks[i] =
          item->is_life ? 0 : get_rank (&entries[item->record], item->record);
    }
  return ranks;
}

void
tl_large_lanes_prepare (TlLayoutBase *self)
{
  if (self->n_large == 0)
    return;

  for (guint i = self->n_whole; i < self->n_items; i++)
    self->items[i].octave = get_octave (&self->items[i]);
  for (guint i = 0; i < self->n_lanes; i++)
    if (self->lanes[i].is_large)
      order_lane (self, &self->lanes[i]);

  self->anchors = g_new (double, self->n_items + 1);
  for (guint i = self->n_whole; i < self->n_items; i++)
    self->anchors[i] = tl_item_get_anchor (&self->items[i]);
  self->ranks = tl_rank_index_new (rank_items (self), self->n_items);
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
  guint  first = lane->first + lane->n_lives;
  guint  n_moments = lane->first_bar - first;
  guint  n_bars = lane->end - lane->first_bar;
  guint  moment_rows = rows;
  TlBand moments = { first, lane->first_bar, 0, 1 };
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

static TlLargeRows *
make_large_rows (TlLayoutBase *self, guint n_rows)
{
  TlLargeRows *rows = g_new0 (TlLargeRows, 1);

  rows->n_rows = n_rows;
  rows->n_lanes = self->n_lanes;
  rows->lanes = g_new0 (TlLargeLane, self->n_lanes + 1);
  rows->ranked = g_new0 (guint8, self->n_items + 1);
  for (guint i = 0; i < self->n_lanes; i++)
    if (self->lanes[i].is_large)
      {
        make_bands (&rows->lanes[i], &self->lanes[i], n_rows - 1);
        if (n_rows > 1)
          tl_large_lane_rank_bars (self, rows, &rows->lanes[i]);
      }
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
      g_free (rows->lanes[i].runs);
      g_free (rows->lanes[i].long_items);
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

      if (self->base->items[middle].record < record)
        first = middle + 1;
      else
        end = middle;
    }
  return first < band->end && self->base->items[first].record == record
             ? first
             : TL_NONE;
}

guint
tl_large_lane_find_record (TlLayout *self, guint lane, guint record)
{
  const TlLargeLane *large = &self->large->lanes[lane];
  TlLayoutItem       item = tl_layout_base_make_item (self->base, record);

  for (guint i = 0; i < large->n_bands; i++)
    {
      guint found = find_in_band (self, &large->bands[i], record,
                                  tl_item_get_anchor (&item));

      if (found != TL_NONE)
        return found;
    }
  return TL_NONE;
}
