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

#define N_OCTAVES 256
#define OCTAVE_OFFSET 127

/* Bars of one row and octave, in the making. */
typedef struct
{
  guint   row; /* in its band */
  int     octave;
  GArray *bars;   /* TlRankedBar */
  guint   cursor; /* where the last search ended */
  double  end;    /* of its last bar */
} Run;

/* The first bar of the run that ends after axis; or the end of the run.
 * Searches come in order of time, or nearly. */
static guint
advance (Run *run, double axis)
{
  const TlRankedBar *bars = (const TlRankedBar *)(void *)run->bars->data;

  while (run->cursor > 0 && bars[run->cursor - 1].axis1 > axis)
    run->cursor--;
  while (run->cursor < run->bars->len && bars[run->cursor].axis1 <= axis)
    run->cursor++;
  return run->cursor;
}

/* Whether a bar of the run begins before axis1, or there, and ends after
 * axis0. */
static gboolean
is_taken (Run *run, double axis0, double axis1, gboolean or_there)
{
  guint  found = advance (run, axis0);
  double start;

  if (found == run->bars->len)
    return FALSE;
  start = g_array_index (run->bars, TlRankedBar, found).axis0;
  return start < axis1 || (or_there && start <= axis1);
}

/* Bars of one octave that look for their places, in order of time. The runs
 * from first_run on are their own, one a row. */
typedef struct
{
  TlLayoutBase *base;
  TlLargeRows  *rows;
  const TlBand *band;
  GArray       *runs; /* Run */
  guint         first_run;
} Ranker;

static gboolean
is_any_taken (const Ranker *ranker,
              guint         row,
              double        axis0,
              double        axis1,
              gboolean      or_there)
{
  for (guint i = row; i < ranker->first_run; i += ranker->band->n_rows)
    if (is_taken (&g_array_index (ranker->runs, Run, i), axis0, axis1,
                  or_there))
      return TRUE;
  return FALSE;
}

/* Takes the place in the row, unless one of its runs overlaps. Most items are
 * turned away by their anchors, which they cover, without a look at their
 * dates. */
static void
rank_bar (const Ranker *ranker, guint index)
{
  guint  row = tl_band_get_row (ranker->band, index) - ranker->band->first_row;
  Run   *own = &g_array_index (ranker->runs, Run, ranker->first_run + row);
  double anchor = ranker->base->anchors[index];
  double axis0;
  double axis1;

  if (anchor < own->end || is_any_taken (ranker, row, anchor, anchor, TRUE))
    return;

  tl_layout_base_get_bounds (ranker->base, index, &axis0, &axis1);
  if (axis0 < own->end || is_any_taken (ranker, row, axis0, axis1, FALSE))
    return;

  own->end = axis1;
  ranker->rows->ranked[index] = TRUE;
  g_array_append_val (own->bars, ((TlRankedBar){ index, axis0, axis1 }));
}

static void
add_runs (GArray *runs, guint n_rows, int octave)
{
  for (guint row = 0; row < n_rows; row++)
    g_array_append_val (
        runs,
        ((Run){ .row = row,
                .octave = octave,
                .end = -G_MAXDOUBLE,
                .bars = g_array_new (FALSE, FALSE, sizeof (TlRankedBar)) }));
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
    if (tl_item_code_has_length (self->codes[i]))
      ends[tl_item_code_get_octave (self->codes[i]) + OCTAVE_OFFSET]++;
  for (guint i = 0; i < N_OCTAVES; i++)
    {
      guint count = ends[i];

      ends[i] = place;
      place += count;
    }
  for (guint i = band->first; i < band->end; i++)
    if (tl_item_code_has_length (self->codes[i]))
      parted[ends[tl_item_code_get_octave (self->codes[i]) + OCTAVE_OFFSET]++] =
          i;
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
      guint  begin = i > 0 ? ends[i - 1] : 0;
      Ranker ranker = { self, rows, band, runs, runs->len };

      if (begin == ends[i])
        continue;
      add_runs (runs, band->n_rows, (int)i - OCTAVE_OFFSET);
      for (guint j = begin; j < ends[i]; j++)
        rank_bar (&ranker, parted[j]);
    }
}

static void
store_runs (GArray *runs, const TlBand *band, GArray *stored, GArray *bars)
{
  for (guint row = 0; row < band->n_rows; row++)
    for (guint i = row; i < runs->len; i += band->n_rows)
      {
        const Run *run = &g_array_index (runs, Run, i);

        if (run->bars->len == 0)
          continue;
        g_array_append_val (stored,
                            ((TlLongRun){ .row = band->first_row + row,
                                          .octave = run->octave,
                                          .first = bars->len,
                                          .end = bars->len + run->bars->len }));
        g_array_append_vals (bars, run->bars->data, run->bars->len);
      }
}

static void
free_run (gpointer data)
{
  g_array_unref (((Run *)data)->bars);
}

/* Where a single row is for both, bars come before moments: none of these is
 * of a longer octave. */
void
tl_large_lane_rank_bars (TlLayoutBase *self,
                         TlLargeRows  *rows,
                         TlLargeLane  *large,
                         guint         band)
{
  gboolean share = large->n_bands == 2 &&
                   large->bands[0].first_row == large->bands[1].first_row;
  TlRankedBars *ranked = &large->ranked[band];
  GArray       *stored = NULL;
  GArray       *bars = NULL;
  g_autoptr (GArray) runs = NULL;

  if (share && band == 0)
    return;

  stored = g_array_new (FALSE, FALSE, sizeof (TlLongRun));
  bars = g_array_new (FALSE, FALSE, sizeof (TlRankedBar));
  runs = g_array_new (FALSE, TRUE, sizeof (Run));
  g_array_set_clear_func (runs, free_run);
  rank_band (self, rows, &large->bands[band], runs);
  if (share)
    rank_band (self, rows, &large->bands[0], runs);
  store_runs (runs, &large->bands[band], stored, bars);
  ranked->n_runs = stored->len;
  ranked->runs = (TlLongRun *)(void *)g_array_free (stored, FALSE);
  ranked->bars = (TlRankedBar *)(void *)g_array_free (bars, FALSE);
}

/* The first bar of the run that ends after axis; or the end of the run. */
static guint
find_in_run (const TlRankedBars *ranked, const TlLongRun *run, double axis)
{
  guint first = run->first;
  guint end = run->end;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (ranked->bars[middle].axis1 <= axis)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

/* Whether another long bar of the row touches axis0…axis1, which begins where
 * a bar ends. */
static gboolean
is_row_taken (const TlPlan       *plan,
              const TlRankedBars *ranked,
              guint               row,
              double              axis0,
              double              axis1)
{
  for (guint i = 0; i < ranked->n_runs; i++)
    {
      const TlLongRun *run = &ranked->runs[i];
      guint            found;

      if (run->row != row || run->octave < plan->long_octave)
        continue;
      found = find_in_run (ranked, run, axis0);
      if (found < run->end && ranked->bars[found].axis0 < axis1)
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
      tl_plan_leaves_range (self, plan, box, TRUE))
    return FALSE;

  bar->place = place;
  bar->end = box.end;
  return TRUE;
}

/* The label stands on the bar, else behind it where no long bar follows. */
static void
place_label (TlLayout           *self,
             const TlPlan       *plan,
             const TlRankedBars *ranked,
             TlLongBar          *bar)
{
  TlLayoutItem item = tl_layout_base_get_item (self->base, bar->item);
  double       scale = plan->px_per_unit;
  TlExtent     extent = tl_item_get_extent (&item, scale, self->zoom);
  double       offset = TL_LABEL_OFFSET * self->zoom;
  double       width = tl_layout_get_label_width (self, item.record);
  double       inside =
      tl_extent_get_label_start (extent, TL_LABEL_INSIDE, width, self->zoom);

  bar->start = extent.start;
  bar->end = extent.end;
  bar->place = TL_LABEL_NONE;
  if (inside + width + offset <= extent.end &&
      try_place (self, plan, bar, extent, TL_LABEL_INSIDE, width))
    return;
  if (!is_row_taken (plan, ranked, bar->row, item.axis1,
                     (extent.end + offset + width + TL_BOX_GAP * self->zoom) /
                         scale))
    try_place (self, plan, bar, extent, TL_LABEL_AFTER, width);
}

/* Long bars that are looked for. */
typedef struct
{
  TlLayout     *self;
  const TlPlan *plan;
  double        start; /* in pixels */
  double        from;  /* on the axis, with room for a label that reaches in */
  double        to;
  TlLongFunc    func;
  gpointer      data;
} LongSearch;

static void
search_run (const LongSearch   *search,
            const TlRankedBars *ranked,
            const TlLongRun    *run)
{
  for (guint i = find_in_run (ranked, run, search->from);
       i < run->end && ranked->bars[i].axis0 <= search->to; i++)
    {
      TlLongBar bar = { .item = ranked->bars[i].item, .row = run->row };

      place_label (search->self, search->plan, ranked, &bar);
      if (bar.end >= search->start)
        search->func (&bar, search->data);
    }
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
  double     label = (TL_LABEL_MAX_WIDTH + 2 * TL_LABEL_OFFSET) * self->zoom;
  LongSearch search = {
    .self = self,
    .plan = plan,
    .start = start,
    .from = (start - label) / plan->px_per_unit,
    .to = end / plan->px_per_unit,
    .func = func,
    .data = data,
  };

  tl_layout_prepare_lane (self, lane);
  for (guint i = 0; i < large->n_bands; i++)
    for (guint j = 0; j < large->ranked[i].n_runs; j++)
      if (large->ranked[i].runs[j].octave >= plan->long_octave)
        search_run (&search, &large->ranked[i], &large->ranked[i].runs[j]);
}
