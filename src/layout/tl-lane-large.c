/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-lane-large.h"
#include "tl-parallel.h"
#include "tl-radix.h"

#include <math.h>
#include <string.h>

/* Lanes with many items. Their items are put in the order of their anchors,
 * where on the axis their glyphs are; moments and bars apart, each with rows
 * of their own. A lane has a fixed number of rows, whatever is in it, so that
 * those that nobody looks at need not be put in order; and an item has the same
 * row at every zoom level. */

/* An item so long, in units of the axis, has its anchor about where it begins.
 */
#define MAX_EARLY 2.0
/* Entries are fetched so many items before they are looked at. */
#define AHEAD 24

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

/* Lanes that somebody looks at for the first time. */
typedef struct
{
  TlLayoutBase *base;
  TlLargeRows  *rows;
  const guint  *lanes;
} Preparation;

static TlRadixPair
make_pair (const TlLayoutItem *item, guint prominence)
{
  return (TlRadixPair){
    .key = tl_radix_key_from_double (tl_item_get_anchor (item)),
    .value = item->record,
    .extra = tl_item_encode (item, prominence),
  };
}

/* Items on their way into order. */
typedef struct
{
  TlRadixPair *early; /* in order as they come */
  guint        n_early;
  TlRadixPair *late; /* those that were not */
  guint        n_late;
} Order;

/* Records come in order of their starts, where most items have their anchors;
 * the middle of a year goes to those that have to be sorted, or all that begin
 * in its first half would. */
static void
part_items (const TlLayoutBase *self, Order *order, guint first, guint n)
{
  const guint *records = self->item_records + first;
  guint64      last = 0;

  for (guint i = 0; i < n; i++)
    {
      guint          record = records[i];
      guint          ahead = records[MIN (i + AHEAD, n - 1)];
      const TlEntry *entry = &self->entries[record];
      TlLayoutItem item = tl_layout_base_make_item (self, &entry->span, record);
      TlRadixPair  pair = make_pair (&item, entry->prominence);

      /* Entries of a lane are far apart in memory. */
      __builtin_prefetch (&self->entries[ahead]);
      if (pair.key < last ||
          (!item.lasting && item.axis1 - item.axis0 > MAX_EARLY))
        {
          order->late[order->n_late++] = pair;
          continue;
        }
      order->early[order->n_early++] = pair;
      last = pair.key;
    }
}

static gboolean
is_late_next (const Order *order, guint early, guint late)
{
  if (late == order->n_late)
    return FALSE;
  if (early == order->n_early)
    return TRUE;
  if (order->late[late].key != order->early[early].key)
    return order->late[late].key < order->early[early].key;
  return order->late[late].value < order->early[early].value;
}

/* Sorts items by anchor; equal ones stay in order of time. Returns their
 * ranks. */
static guint32 *
order_items (TlLayoutBase *self, guint first, guint n)
{
  g_autofree TlRadixPair *pairs = g_new (TlRadixPair, 2 * (gsize)n);
  guint32                *ranks = g_new (guint32, n);
  Order                   order = { .early = pairs, .late = pairs + n };
  guint                   early = 0;
  guint                   late = 0;

  part_items (self, &order, first, n);
  tl_radix_sort (order.late, order.n_late);
  for (guint i = 0; i < n; i++)
    {
      TlRadixPair pair = is_late_next (&order, early, late)
                             ? order.late[late++]
                             : order.early[early++];

      self->item_records[first + i] = pair.value;
      self->anchors[first + i] = tl_radix_key_to_double (pair.key);
      self->codes[first + i] = pair.extra;
      ranks[i] =
          get_rank (tl_item_code_get_prominence (pair.extra), pair.value);
    }
  return ranks;
}

static void
order_band (guint task, gpointer data)
{
  const Preparation *preparation = data;
  TlLayoutBase      *self = preparation->base;
  TlLaneInfo        *lane = &self->lanes[preparation->lanes[task / 2]];
  guint              band = task % 2;
  guint              first = band == 0 ? lane->first : lane->first_bar;
  guint              n = band == 0 ? lane->n_moments : lane->n_bars;

  if (!lane->is_ordered && n > 0)
    lane->ranks[band] = tl_rank_index_new (order_items (self, first, n), n);
}

static void
rank_band (guint task, gpointer data)
{
  const Preparation *preparation = data;
  TlLargeRows       *rows = preparation->rows;
  TlLargeLane       *large = &rows->lanes[preparation->lanes[task / 2]];

  if (task % 2 < large->n_bands)
    tl_large_lane_rank_bars (preparation->base, rows, large, task % 2);
}

void
tl_layout_prepare_lanes (TlLayout *self, const guint *lanes, guint n_lanes)
{
  g_autofree guint *wanted = g_new (guint, n_lanes + 1);
  guint             n = 0;
  Preparation       preparation = { self->base, self->large, wanted };
  TlWork            work = { .n_threads = self->base->n_threads };

  for (guint i = 0; i < n_lanes; i++)
    if (!self->large->lanes[lanes[i]].is_ready)
      wanted[n++] = lanes[i];
  if (n == 0)
    return;

  tl_parallel_run (2 * n, order_band, &preparation, &work);
  if (self->large->n_rows > 1)
    tl_parallel_run (2 * n, rank_band, &preparation, &work);
  for (guint i = 0; i < n; i++)
    {
      self->base->lanes[wanted[i]].is_ordered = TRUE;
      self->large->lanes[wanted[i]].is_ready = TRUE;
    }
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

static TlLargeRows *
make_large_rows (TlLayoutBase *self, guint n_rows)
{
  TlLargeRows *rows = g_new0 (TlLargeRows, 1);

  rows->n_rows = n_rows;
  rows->n_lanes = self->n_lanes;
  rows->lanes = g_new0 (TlLargeLane, self->n_lanes);
  rows->ranked = g_new0 (guint8, self->n_items);
  for (guint i = 0; i < self->n_lanes; i++)
    if (self->lanes[i].is_large)
      make_bands (&rows->lanes[i], &self->lanes[i], n_rows - 1);
  return rows;
}

TlLargeRows *
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

  tl_layout_prepare_lane (self, lane);
  for (guint i = 0; i < large->n_bands; i++)
    {
      guint found = find_in_band (self, &large->bands[i], record,
                                  tl_item_get_anchor (&item));

      if (found != TL_NONE)
        return found;
    }
  return TL_NONE;
}
