/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-warp.h"

#include <math.h>

#include "tl-calendar.h"
#include "tl-radix.h"

/* Where the records leave long spans untouched, the axis is shortened. The
 * knots are the bounds of the records' dates. A gap between neighbouring knots
 * counts as quiet when it is much longer than the usual gap; it then gets a
 * length that grows with the logarithm of its own, so that three quiet years
 * still look longer than one. Time outside the knots is never shortened. */

/* A gap is quiet when it is this many times the usual gap. */
#define QUIET_FACTOR 4.0
/* Length of a quiet gap: usual × (1 + GROWTH × log2 (gap / usual)). */
#define QUIET_GROWTH 0.25
/* The usual gap is this quantile of all gaps. */
#define USUAL_QUANTILE 0.4
/* The run-up to an expiration is what one looks at: it keeps more room. */
#define RUN_UP_FACTOR 4.0
/* An axis is worth shortening when this share of its time is quiet. */
#define QUIET_SHARE 0.6
#define MAX_BREAKS 64

struct _TlWarp
{
  gatomicrefcount reference_count;
  TlWarpBreak    *breaks;
  guint           n_breaks;
};

static TlWarp *
new_warp (void)
{
  TlWarp *self = g_new0 (TlWarp, 1);

  g_atomic_ref_count_init (&self->reference_count);
  return self;
}

static int
compare_gap_lengths (gconstpointer a, gconstpointer b)
{
  const TlWarpBreak *left = a;
  const TlWarpBreak *right = b;
  double             length_left = (double)left->to - (double)left->from;
  double             length_right = (double)right->to - (double)right->from;

  if (length_left > length_right)
    return -1;
  if (length_left < length_right)
    return 1;
  return (left->from > right->from) - (left->from < right->from);
}

static int
compare_gap_places (gconstpointer a, gconstpointer b)
{
  const TlWarpBreak *left = a;
  const TlWarpBreak *right = b;

  return (left->from > right->from) - (left->from < right->from);
}

static void
add_pair (TlRadixPair *pairs, guint *n, gint64 number)
{
  pairs[(*n)++].key = tl_radix_key_from_int64 (number);
}

/* Known starts come in order, and so do the ends of dates that are equally
 * exact; keys that are in order cost the sort nothing. */
static GArray *
merge_knots (const TlRadixPair *starts,
             guint              n_starts,
             const TlRadixPair *ends,
             guint              n_ends)
{
  GArray *knots = g_array_sized_new (FALSE, FALSE, sizeof (gint64), 1024);
  guint   i = 0;
  guint   j = 0;

  while (i < n_starts || j < n_ends)
    {
      gboolean is_start =
          j == n_ends || (i < n_starts && starts[i].key <= ends[j].key);
      gint64 knot =
          tl_radix_key_to_int64 (is_start ? starts[i++].key : ends[j++].key);

      if (knots->len == 0 ||
          g_array_index (knots, gint64, knots->len - 1) != knot)
        g_array_append_val (knots, knot);
    }
  return knots;
}

/* The known bounds of all dates, in order, each once; ends are exclusive. */
static GArray *
collect_knots (TlDataset *dataset)
{
  const TlEntry          *entries = tl_dataset_get_entries (dataset);
  guint                   n = tl_dataset_get_n_records (dataset);
  g_autofree TlRadixPair *starts = g_new (TlRadixPair, n + 1);
  g_autofree TlRadixPair *ends = g_new (TlRadixPair, n + 1);
  guint                   n_starts = 0;
  guint                   n_ends = 0;

  for (guint i = 0; i < n; i++)
    {
      const TlSpan *span = &entries[i].span;

      /* Repetitions are many where there are many records. */
      if (span->start == TL_BOUND_KNOWN &&
          (n_starts == 0 || starts[n_starts - 1].key !=
                                tl_radix_key_from_int64 (span->earliest)))
        add_pair (starts, &n_starts, span->earliest);
      if (span->end == TL_BOUND_KNOWN &&
          (n_ends == 0 ||
           ends[n_ends - 1].key != tl_radix_key_from_int64 (span->latest + 1)))
        add_pair (ends, &n_ends, span->latest + 1);
    }
  tl_radix_sort (starts, n_starts);
  tl_radix_sort (ends, n_ends);
  return merge_knots (starts, n_starts, ends, n_ends);
}

static double
find_usual_gap (GArray *knots)
{
  g_autofree TlRadixPair *gaps = g_new (TlRadixPair, knots->len);
  guint                   n = 0;

  for (guint i = 1; i < knots->len; i++)
    add_pair (gaps, &n,
              g_array_index (knots, gint64, i) -
                  g_array_index (knots, gint64, i - 1));
  tl_radix_sort (gaps, n);
  return (double)tl_radix_key_to_int64 (
      gaps[(guint)(USUAL_QUANTILE * (double)(n - 1))].key);
}

static GArray *
find_quiet_gaps (GArray *knots, double usual)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (TlWarpBreak));

  for (guint i = 1; i < knots->len; i++)
    {
      TlWarpBreak gap = {
        .from = g_array_index (knots, gint64, i - 1),
        .to = g_array_index (knots, gint64, i),
      };

      if ((double)gap.to - (double)gap.from > QUIET_FACTOR * usual)
        g_array_append_val (gaps, gap);
    }
  g_array_sort (gaps, compare_gap_lengths);
  if (gaps->len > MAX_BREAKS)
    g_array_set_size (gaps, MAX_BREAKS);
  g_array_sort (gaps, compare_gap_places);
  return gaps;
}

/* The first seconds of all expirations, in order. */
static GArray *
collect_expirations (TlDataset *dataset)
{
  const TlEntry *entries = tl_dataset_get_entries (dataset);
  guint          n = tl_dataset_get_n_records (dataset);
  GArray        *seconds = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    if (entries[i].act == TL_ACT_EXPIRATION &&
        entries[i].span.start == TL_BOUND_KNOWN)
      g_array_append_val (seconds, entries[i].span.earliest);
  return seconds;
}

static void
assign_axis (GArray *gaps, GArray *expirations, double usual)
{
  guint  next = 0;
  double seconds_before = 0;
  double axis = 0;

  for (guint i = 0; i < gaps->len; i++)
    {
      TlWarpBreak *gap = &g_array_index (gaps, TlWarpBreak, i);
      double       length = (double)gap->to - (double)gap->from;
      double       quiet = usual * (1 + QUIET_GROWTH * log2 (length / usual));

      while (next < expirations->len &&
             g_array_index (expirations, gint64, next) < gap->to)
        next++;
      if (next < expirations->len &&
          g_array_index (expirations, gint64, next) == gap->to)
        quiet = MIN (quiet * RUN_UP_FACTOR, length);

      axis += ((double)gap->from - seconds_before) / TL_SECONDS_PER_DAY;
      gap->axis_from = axis;
      axis += quiet / TL_SECONDS_PER_DAY;
      gap->axis_to = axis;
      seconds_before = (double)gap->to;
    }
}

TlWarp *
tl_warp_new_proportional (void)
{
  return new_warp ();
}

TlWarp *
tl_warp_new_for_dataset (TlDataset *dataset)
{
  g_autoptr (GArray) knots = collect_knots (dataset);
  g_autoptr (GArray) gaps = NULL;
  g_autoptr (GArray) expirations = NULL;
  TlWarp *self = new_warp ();
  double  usual;
  double  quiet = 0;
  double  whole;

  if (knots->len < 3)
    return self;

  usual = find_usual_gap (knots);
  gaps = find_quiet_gaps (knots, usual);
  for (guint i = 0; i < gaps->len; i++)
    {
      const TlWarpBreak *gap = &g_array_index (gaps, TlWarpBreak, i);
      quiet += (double)gap->to - (double)gap->from;
    }
  whole = (double)g_array_index (knots, gint64, knots->len - 1) -
          (double)g_array_index (knots, gint64, 0);
  if (quiet < QUIET_SHARE * whole)
    return self;

  expirations = collect_expirations (dataset);
  assign_axis (gaps, expirations, usual);
  self->n_breaks = gaps->len;
  self->breaks =
      (TlWarpBreak *)(void *)g_array_free (g_steal_pointer (&gaps), FALSE);
  return self;
}

TlWarp *
tl_warp_ref (TlWarp *self)
{
  g_atomic_ref_count_inc (&self->reference_count);
  return self;
}

void
tl_warp_unref (TlWarp *self)
{
  if (!g_atomic_ref_count_dec (&self->reference_count))
    return;

  g_free (self->breaks);
  g_free (self);
}

gboolean
tl_warp_is_proportional (const TlWarp *self)
{
  return self->n_breaks == 0;
}

/* The last break that begins at or before second, or -1. */
static int
find_break_by_second (const TlWarp *self, double second)
{
  int low = 0;
  int high = (int)self->n_breaks;

  while (low < high)
    {
      int middle = (low + high) / 2;

      if ((double)self->breaks[middle].from <= second)
        low = middle + 1;
      else
        high = middle;
    }
  return low - 1;
}

static int
find_break_by_axis (const TlWarp *self, double axis)
{
  int low = 0;
  int high = (int)self->n_breaks;

  while (low < high)
    {
      int middle = (low + high) / 2;

      if (self->breaks[middle].axis_from <= axis)
        low = middle + 1;
      else
        high = middle;
    }
  return low - 1;
}

double
tl_warp_to_axis (const TlWarp *self, double second)
{
  int                index = find_break_by_second (self, second);
  const TlWarpBreak *gap;

  if (index < 0)
    return second / TL_SECONDS_PER_DAY;

  gap = &self->breaks[index];
  if (second >= (double)gap->to)
    return gap->axis_to + (second - (double)gap->to) / TL_SECONDS_PER_DAY;
  return gap->axis_from + (second - (double)gap->from) /
                              ((double)gap->to - (double)gap->from) *
                              (gap->axis_to - gap->axis_from);
}

double
tl_warp_to_second (const TlWarp *self, double axis)
{
  int                index = find_break_by_axis (self, axis);
  const TlWarpBreak *gap;

  if (index < 0)
    return axis * TL_SECONDS_PER_DAY;

  gap = &self->breaks[index];
  if (axis >= gap->axis_to)
    return (double)gap->to + (axis - gap->axis_to) * TL_SECONDS_PER_DAY;
  return (double)gap->from + (axis - gap->axis_from) /
                                 (gap->axis_to - gap->axis_from) *
                                 ((double)gap->to - (double)gap->from);
}

guint
tl_warp_get_n_breaks (const TlWarp *self)
{
  return self->n_breaks;
}

const TlWarpBreak *
tl_warp_get_break (const TlWarp *self, guint index)
{
  return &self->breaks[index];
}
