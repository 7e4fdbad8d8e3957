/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-density.h"

/* More than a screen is wide. */
#define N_STEPS 4096

struct _TlDensity
{
  gatomicrefcount reference_count;
  guint (*steps)[TL_DENSITY_N_SORTS];
  guint n_undated;
};

gboolean
tl_density_place (const TlSpan *span, const TlWarp *warp, double *axis)
{
  gboolean known_start = span->start == TL_BOUND_KNOWN;
  gboolean known_end = span->end == TL_BOUND_KNOWN;
  double   start;
  double   end;

  if (!known_start && !known_end)
    return FALSE;
  start = tl_warp_to_axis (warp, known_start ? (double)span->earliest
                                             : (double)span->latest + 1);
  end = tl_warp_to_axis (warp, known_end ? (double)span->latest + 1
                                         : (double)span->earliest);
  *axis = span->shape == TL_SHAPE_INTERVAL ? start : (start + end) / 2;
  return TRUE;
}

TlDensity *
tl_density_new (TlDataset    *dataset,
                const guint  *records,
                guint         n_records,
                const TlWarp *warp,
                double        axis_from,
                double        axis_to)
{
  TlDensity     *self = g_new0 (TlDensity, 1);
  const TlEntry *entries = tl_dataset_get_entries (dataset);
  double         length = axis_to - axis_from;

  g_atomic_ref_count_init (&self->reference_count);
  self->steps = g_malloc0_n (N_STEPS, sizeof *self->steps);
  for (guint i = 0; i < n_records; i++)
    {
      const TlEntry *entry = &entries[records[i]];
      guint          sort =
          entry->act == TL_ACT_EXPIRATION ? TL_DENSITY_EXPIRATION : entry->kind;
      double axis;
      double step = 0;

      if (!tl_density_place (&entry->span, warp, &axis))
        {
          self->n_undated++;
          continue;
        }
      if (length > 0)
        step = (axis - axis_from) / length * N_STEPS;
      self->steps[(guint)CLAMP (step, 0, N_STEPS - 1)][sort]++;
    }
  return self;
}

TlDensity *
tl_density_ref (TlDensity *self)
{
  g_atomic_ref_count_inc (&self->reference_count);
  return self;
}

void
tl_density_unref (TlDensity *self)
{
  if (!g_atomic_ref_count_dec (&self->reference_count))
    return;

  g_free (self->steps);
  g_free (self);
}

void
tl_density_get_bars (const TlDensity *self,
                     guint            n_bars,
                     guint (*bars)[TL_DENSITY_N_SORTS])
{
  for (guint i = 0; i < n_bars; i++)
    for (guint sort = 0; sort < TL_DENSITY_N_SORTS; sort++)
      bars[i][sort] = 0;
  for (guint step = 0; step < N_STEPS && n_bars > 0; step++)
    {
      guint bar = (guint)((guint64)step * n_bars / N_STEPS);

      for (guint sort = 0; sort < TL_DENSITY_N_SORTS; sort++)
        bars[bar][sort] += self->steps[step][sort];
    }
}

guint
tl_density_get_n_undated (const TlDensity *self)
{
  return self->n_undated;
}
