/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define MIN_RUNS 9
#define MAX_RUNS 400
#define MIN_SECONDS 0.5
/* What takes long is run less often. */
#define FEW_RUNS 3
#define MAX_SECONDS 10

/* One program, one report. */
static JsonBuilder *report;
static gboolean     is_full;
static guint64      size;
static char        *series;

static void
print_to_stderr (const char *text)
{
  fputs (text, stderr);
}

static gboolean
take_option (int *argc, char **argv, const char *option)
{
  for (int i = 1; i < *argc; i++)
    if (g_str_equal (argv[i], option))
      {
        memmove (argv + i, argv + i + 1,
                 (gsize)(*argc - i) * sizeof (char *)); /* with the NULL */
        (*argc)--;
        return TRUE;
      }
  return FALSE;
}

void
bench_init (int *argc, char ***argv)
{
  setlocale (LC_ALL, "");
  is_full = take_option (argc, *argv, "--full");
  if (!take_option (argc, *argv, "--json"))
    return;
  g_set_print_handler (print_to_stderr);
  report = json_builder_new ();
  json_builder_begin_array (report);
}

int
bench_finish (void)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  g_clear_pointer (&series, g_free);
  if (report == NULL)
    return 0;
  json_builder_end_array (report);
  root = json_builder_get_root (report);
  text = json_to_string (root, TRUE);
  fprintf (stdout, "%s\n", text);
  g_clear_object (&report);
  return 0;
}

gboolean
bench_is_full (void)
{
  return is_full;
}

void
bench_set_size (guint64 n_records)
{
  size = n_records;
}

void
bench_set_series (const char *name)
{
  g_free (series);
  series = g_strdup (name);
}

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
bench_sum_up (double *times, guint n_times)
{
  qsort (times, n_times, sizeof (double), compare_doubles);
  return (BenchResult){
    .n_runs = n_times,
    .low_ms = times[n_times / 10],
    .median_ms = times[n_times / 2],
    .high_ms = times[n_times - 1 - n_times / 10],
    .p95_ms = times[n_times - 1 - n_times / 20],
  };
}

BenchResult
bench_measure (BenchFunc func, gpointer data)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double total = 0;

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
  return bench_sum_up ((double *)(gpointer)times->data, times->len);
}

BenchResult
bench_measure_once (BenchFunc func, gpointer data)
{
  double start = get_cpu_ms ();
  double elapsed;

  func (data);
  elapsed = get_cpu_ms () - start;
  return bench_sum_up (&elapsed, 1);
}

/* --- JSON --- */

static void
add_string (const char *key, const char *value)
{
  json_builder_set_member_name (report, key);
  json_builder_add_string_value (report, value);
}

static void
add_number (const char *key, double value)
{
  json_builder_set_member_name (report, key);
  json_builder_add_double_value (report, value);
}

static void
begin_figure (const char *name, const char *unit)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  g_autofree char *whole = NULL;

  if (series != NULL)
    whole = g_strdup_printf ("%s: %s", series, trimmed);
  json_builder_begin_object (report);
  add_string ("name", whole != NULL ? whole : trimmed);
  json_builder_set_member_name (report, "n");
  json_builder_add_int_value (report, (gint64)size);
  add_string ("unit", unit);
}

static void
end_figure (const char *reference_name, double ratio)
{
  if (reference_name != NULL)
    {
      add_string ("reference", reference_name);
      add_number ("ratio", ratio);
    }
  json_builder_end_object (report);
}

static void
add_figure (const char        *name,
            const BenchResult *result,
            const char        *reference_name,
            double             ratio)
{
  begin_figure (name, "ms CPU");
  add_number ("median", result->median_ms);
  add_number ("low", result->low_ms);
  add_number ("high", result->high_ms);
  add_number ("p95", result->p95_ms);
  json_builder_set_member_name (report, "runs");
  json_builder_add_int_value (report, result->n_runs);
  end_figure (reference_name, ratio);
}

/* --- the table --- */

static char *
format_ratio (double ratio, const char *reference_name)
{
  if (reference_name == NULL)
    return g_strdup ("");
  return g_strdup_printf ("  %7.*f × %s", ratio < 0.1 ? 4 : 2, ratio,
                          reference_name);
}

void
bench_print (const char        *name,
             BenchResult        result,
             const char        *reference_name,
             const BenchResult *reference)
{
  double ratio =
      reference != NULL ? result.median_ms / reference->median_ms : 0;
  const char      *label = reference != NULL ? reference_name : NULL;
  g_autofree char *text = format_ratio (ratio, label);
  int              decimals = result.median_ms < 0.1 ? 5 : 3;

  if (report != NULL)
    {
      add_figure (name, &result, label, ratio);
      return;
    }
  g_print ("%-34s %9.*f ms CPU (%.*f–%.*f, p95 %.*f, %u runs)%s\n", name,
           decimals, result.median_ms, decimals, result.low_ms, decimals,
           result.high_ms, decimals, result.p95_ms, result.n_runs, text);
}

void
bench_print_count (const char *name,
                   double      value,
                   const char *unit,
                   const char *reference_name,
                   double      reference)
{
  gboolean         has_reference = reference > 0;
  double           ratio = has_reference ? value / reference : 0;
  const char      *label = has_reference ? reference_name : NULL;
  g_autofree char *text = format_ratio (ratio, label);

  if (report != NULL)
    {
      begin_figure (name, unit);
      add_number ("median", value);
      end_figure (label, ratio);
      return;
    }
  g_print ("%-34s %9.0f %s%s\n", name, value, unit, text);
}
