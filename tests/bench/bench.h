/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A small harness: runs a function until enough time has passed, and prints
 * the median CPU time of a run with its spread, beside a reference that was
 * measured in the same process. */

typedef void (*BenchFunc) (gpointer data);

typedef struct
{
  double median_ms;
  double low_ms;  /* first decile */
  double high_ms; /* last decile */
  double p95_ms;  /* 95 of 100 runs take no longer */
  guint  n_runs;
} BenchResult;

BenchResult bench_measure (BenchFunc func, gpointer data);
/* Prints one line; reference may be NULL. */
void bench_print (const char        *name,
                  BenchResult        result,
                  const char        *reference_name,
                  const BenchResult *reference);
