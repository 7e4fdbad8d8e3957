/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-lane-large.h"

#include <math.h>

/* Bars of large lanes that are much longer than a glyph. Which of them have
 * their row for themselves is decided once, for all zoom levels: the longest
 * octave first, and within an octave in order of time, each takes its place in
 * its row unless it is taken. At a level the bars from one octave on are long;
 * those are the first that were decided, so that shorter ones never stood in
 * their way.
 *
 * The bars of one row and octave make a run. Runs of a row do not overlap
 * each other, so that a stretch of pixels holds only few of their bars, and
 * finding them costs the logarithm of their number. */

#define N_OCTAVES 202
#define OCTAVE_OFFSET 100

/* Bars of one row and octave, in the making. */
typedef struct
{
  guint   row; /* in its band */
  int     octave;
  GArray *items;
  guint   cursor; /* where the last search ended */
} Run;

static gboolean
overlaps_run (TlLayoutBase *self, Run *run, const TlLayoutItem *item)
{
  const guint *items = (const guint *)(void *)run->items->data;

  /* Searches come in order of time, or nearly. */
  while (run->cursor > 0 &&
         self->items[items[run->cursor - 1]].axis1 > item->axis0)
    run->cursor--;
  while (run->cursor < run->items->len &&
         self->items[items[run->cursor]].axis1 <= item->axis0)
    run->cursor++;
  return run->cursor < run->items->len &&
         self->items[items[run->cursor]].axis0 < item->axis1;
}

/* Takes the place in the row, unless one of its runs overlaps. The runs from
 * first on are those of the item's own octave, one a row. */
static void
rank_bar (TlLayoutBase *self,
          TlLargeRows  *rows,
          GArray       *runs,
          guint         first,
          guint         n_rows,
          guint         index,
          guint         row)
{
  const TlLayoutItem *item = &self->items[index];
  Run                *own = &g_array_index (runs, Run, first + row);

  if (own->items->len > 0 &&
      self->items[g_array_index (own->items, guint, own->items->len - 1)]
              .axis1 > item->axis0)
    return;
  for (guint i = row; i < first; i += n_rows)
    if (overlaps_run (self, &g_array_index (runs, Run, i), item))
      return;

  rows->ranked[index] = TRUE;
  g_array_append_val (own->items, index);
}

static void
add_runs (GArray *runs, guint n_rows, int octave)
{
  for (guint row = 0; row < n_rows; row++)
    g_array_append_val (
        runs, ((Run){ .row = row,
                      .octave = octave,
                      .items = g_array_new (FALSE, FALSE, sizeof (guint)) }));
  for (guint i = 0; i < runs->len; i++)
    g_array_index (runs, Run, i).cursor = 0;
}

/* The items of the band by octave, each octave in their order. ends: where
 * each octave ends. */
static guint *
part_by_octave (TlLayoutBase *self, const TlBand *band, guint ends[N_OCTAVES])
{
  guint *parted = g_new (guint, band->end - band->first + 1);
  guint  place = 0;

  for (guint i = band->first; i < band->end; i++)
    if (self->items[i].octave != G_MININT8)
      ends[self->items[i].octave + OCTAVE_OFFSET]++;
  for (guint i = 0; i < N_OCTAVES; i++)
    {
      guint count = ends[i];

      ends[i] = place;
      place += count;
    }
  for (guint i = band->first; i < band->end; i++)
    if (self->items[i].octave != G_MININT8)
      parted[ends[self->items[i].octave + OCTAVE_OFFSET]++] = i;
  return parted;
}

static void
rank_band (TlLayoutBase *self,
           TlLargeRows  *rows,
           const TlBand *band,
           GArray       *runs)
{
  guint             ends[N_OCTAVES] = { 0 };
  g_autofree guint *parted = part_by_octave (self, band, ends);

  for (guint i = N_OCTAVES; i-- > 0;)
    {
      guint begin = i > 0 ? ends[i - 1] : 0;
      guint first = runs->len;

      if (begin == ends[i])
        continue;
      add_runs (runs, band->n_rows, (int)i - OCTAVE_OFFSET);
      for (guint j = begin; j < ends[i]; j++)
        rank_bar (self, rows, runs, first, band->n_rows, parted[j],
                  tl_band_get_row (band, parted[j]) - band->first_row);
    }
}

static void
store_runs (GArray *runs, const TlBand *band, GArray *stored, GArray *items)
{
  for (guint row = 0; row < band->n_rows; row++)
    for (guint i = row; i < runs->len; i += band->n_rows)
      {
        const Run *run = &g_array_index (runs, Run, i);

        if (run->items->len == 0)
          continue;
        g_array_append_val (
            stored, ((TlLongRun){ .row = band->first_row + row,
                                  .octave = run->octave,
                                  .first = items->len,
                                  .end = items->len + run->items->len }));
        g_array_append_vals (items, run->items->data, run->items->len);
      }
}

static void
free_run (gpointer data)
{
  g_array_unref (((Run *)data)->items);
}

/* Where a single row is for both, bars come before moments: none of these is
 * of a longer octave. */
void
tl_large_lane_rank_bars (TlLayoutBase *self,
                         TlLargeRows  *rows,
                         TlLargeLane  *large)
{
  GArray *stored = g_array_new (FALSE, FALSE, sizeof (TlLongRun));
  GArray *items = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) runs = g_array_new (FALSE, TRUE, sizeof (Run));

  g_array_set_clear_func (runs, free_run);
  for (guint i = large->n_bands; i-- > 0;)
    {
      const TlBand *band = &large->bands[i];

      rank_band (self, rows, band, runs);
      if (i > 0 && large->bands[i - 1].first_row == band->first_row)
        continue;
      store_runs (runs, band, stored, items);
      g_array_set_size (runs, 0);
    }
  large->n_runs = stored->len;
  large->runs = (TlLongRun *)(void *)g_array_free (stored, FALSE);
  large->long_items = (guint *)(void *)g_array_free (items, FALSE);
}

/* The first bar of the run that ends after axis; or the end of the run. */
static guint
find_in_run (TlLayout          *self,
             const TlLargeLane *large,
             const TlLongRun   *run,
             double             axis)
{
  guint first = run->first;
  guint end = run->end;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (self->base->items[large->long_items[middle]].axis1 <= axis)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

/* Whether another long bar of the row touches axis0…axis1, which begins where
 * a bar ends. */
static gboolean
is_row_taken (TlLayout          *self,
              const TlPlan      *plan,
              const TlLargeLane *large,
              guint              row,
              double             axis0,
              double             axis1)
{
  for (guint i = 0; i < large->n_runs; i++)
    {
      const TlLongRun *run = &large->runs[i];
      guint            found;

      if (run->row != row || run->octave < plan->long_octave)
        continue;
      found = find_in_run (self, large, run, axis0);
      if (found < run->end &&
          self->base->items[large->long_items[found]].axis0 < axis1)
        return TRUE;
    }
  return FALSE;
}

static gboolean
try_place (TlLayout     *self,
           const TlPlan *plan,
           TlLongBar    *bar,
           TlExtent      extent,
           TlLabelPlace  place,
           double        width)
{
  TlLabelBox box = tl_label_box_make (extent, place, width, self->zoom);

  if (tl_plan_crosses_line (self, plan, box) ||
      tl_plan_leaves_range (self, plan, box))
    return FALSE;

  bar->place = place;
  bar->end = box.end;
  return TRUE;
}

/* The label stands on the bar, else behind it where no long bar follows. */
static void
place_label (TlLayout          *self,
             const TlPlan      *plan,
             const TlLargeLane *large,
             TlLongBar         *bar)
{
  const TlLayoutItem *item = &self->base->items[bar->item];
  double              scale = plan->px_per_unit;
  TlExtent            extent = tl_item_get_extent (item, scale, self->zoom);
  double              offset = TL_LABEL_OFFSET * self->zoom;
  double              width = tl_layout_get_label_width (self, item->record);
  double              inside =
      tl_extent_get_label_start (extent, TL_LABEL_INSIDE, width, self->zoom);

  bar->start = extent.start;
  bar->end = extent.end;
  bar->place = TL_LABEL_NONE;
  if (inside + width + offset <= extent.end &&
      try_place (self, plan, bar, extent, TL_LABEL_INSIDE, width))
    return;
  if (!is_row_taken (self, plan, large, bar->row, item->axis1,
                     (extent.end + offset + width + TL_BOX_GAP * self->zoom) /
                         scale))
    try_place (self, plan, bar, extent, TL_LABEL_AFTER, width);
}

void
tl_long_bars_foreach (TlLayout     *self,
                      const TlPlan *plan,
                      guint         lane,
                      double        start,
                      double        end,
                      TlLongFunc    func,
                      gpointer      data)
{
  const TlLargeLane *large = &self->large->lanes[lane];
  double label = (TL_LABEL_MAX_WIDTH + 2 * TL_LABEL_OFFSET) * self->zoom;
  double from = (start - label) / plan->px_per_unit;
  double to = end / plan->px_per_unit;

  for (guint i = 0; i < large->n_runs; i++)
    {
      const TlLongRun *run = &large->runs[i];

      if (run->octave < plan->long_octave)
        continue;
      for (guint j = find_in_run (self, large, run, from); j < run->end; j++)
        {
          TlLongBar bar = { .item = large->long_items[j], .row = run->row };

          if (self->base->items[bar.item].axis0 > to)
            break;
          place_label (self, plan, large, &bar);
          if (bar.end >= start)
            func (&bar, data);
        }
    }
}
