/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench.h"

#include <time.h>

#define MIN_RUNS 9
#define MAX_RUNS 400
#define MIN_SECONDS 0.5
/* What takes long is run less often. */
#define FEW_RUNS 3
#define MAX_SECONDS 10

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a;
  double right = *(const double *)b;

  return (left > right) - (left < right);
}

BenchResult
bench_measure (BenchFunc func, gpointer data)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double      total = 0;
  BenchResult result;

  func (data); /* warm-up */
  while (times->len < FEW_RUNS ||
         (times->len < MIN_RUNS && total < MAX_SECONDS * 1e3) ||
         (total < MIN_SECONDS * 1e3 && times->len < MAX_RUNS))
    {
      double start = get_cpu_ms ();
      double elapsed;

      func (data);
      elapsed = get_cpu_ms () - start;
      total += elapsed;
      g_array_append_val (times, elapsed);
    }
  g_array_sort (times, compare_doubles);
  result.n_runs = times->len;
  result.low_ms = g_array_index (times, double, times->len / 10);
  result.median_ms = g_array_index (times, double, times->len / 2);
  result.high_ms =
      g_array_index (times, double, times->len - 1 - times->len / 10);
  result.p95_ms =
      g_array_index (times, double, times->len - 1 - times->len / 20);
  return result;
}

void
bench_print (const char        *name,
             BenchResult        result,
             const char        *reference_name,
             const BenchResult *reference)
{
  g_autofree char *ratio = NULL;

  if (reference != NULL)
    ratio = g_strdup_printf ("  %7.2f × %s",
                             result.median_ms / reference->median_ms,
                             reference_name);
  g_print ("%-34s %9.3f ms CPU (%.3f–%.3f, p95 %.3f, %u runs)%s\n", name,
           result.median_ms, result.low_ms, result.high_ms, result.p95_ms,
           result.n_runs, ratio != NULL ? ratio : "");
}
