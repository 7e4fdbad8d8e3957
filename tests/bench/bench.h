/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A small harness: runs a function until enough time has passed, and prints
 * the median CPU time of a run with its spread, beside a reference that was
 * measured in the same process; as a table, or with --json as an array of
 * objects and nothing else. */

typedef void (*BenchFunc) (gpointer data);

typedef struct
{
  double median_ms;
  double low_ms;  /* first decile */
  double high_ms; /* last decile */
  double p95_ms;  /* 95 of 100 runs take no longer */
  guint  n_runs;
} BenchResult;

/* Sets the locale, and takes --json and --full out of the arguments. With
 * --json, all that g_print() prints goes to standard error. Optional: without
 * it, everything is printed as a table. */
void bench_init (int *argc, char ***argv);
/* Ends what bench_init() began. Returns the exit status, 0. */
int bench_finish (void);
/* Whether sizes that take long are asked for, too. */
gboolean bench_is_full (void);
/* The number of records that the following figures are of; 0 for none. */
void bench_set_size (guint64 n_records);
/* What the following figures have in common, such as the shape of the data: a
 * prefix of their names in JSON. NULL for nothing. */
void bench_set_series (const char *series);

BenchResult bench_measure (BenchFunc func, gpointer data);
/* For what only its first call does: one run, without a warm-up. */
BenchResult bench_measure_once (BenchFunc func, gpointer data);
/* The same from times that were measured elsewhere, in ms, of which there is
 * at least one. Sorts them. */
BenchResult bench_sum_up (double *times, guint n_times);
/* Prints one line; reference may be NULL. */
void bench_print (const char        *name,
                  BenchResult        result,
                  const char        *reference_name,
                  const BenchResult *reference);
/* A figure that is no time: work done, bytes. Counted, so the same in every
 * run; reference is 0 for none. */
void bench_print_count (const char *name,
                        double      value,
                        const char *unit,
                        const char *reference_name,
                        double      reference);
