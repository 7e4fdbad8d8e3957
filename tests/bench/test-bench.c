/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench.h"
#include "tests/assert-near.h"

/* The harness itself: what it makes of times, and what it prints. */

static void
test_sum_up (void)
{
  double      times[200];
  double      one = 7;
  BenchResult result;

  /* 1 to 200 in mixed order: 77 has no divisor in common with 200. */
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    times[i] = 1 + i * 77 % 200;
  result = bench_sum_up (times, G_N_ELEMENTS (times));
  g_assert_cmpuint (result.n_runs, ==, 200);
  assert_near (result.median_ms, 101, 0);
  assert_near (result.low_ms, 21, 0);
  assert_near (result.high_ms, 180, 0);
  assert_near (result.p95_ms, 190, 0);

  result = bench_sum_up (&one, 1);
  assert_near (result.median_ms, 7, 0);
  assert_near (result.p95_ms, 7, 0);
}

static void
test_options (void)
{
  char   program[] = "bench";
  char   full[] = "--full";
  char   size[] = "1000";
  char  *words[] = { program, full, size, NULL };
  char **argv = words;
  int    argc = 3;

  g_assert_false (bench_is_full ());
  bench_init (&argc, &argv);
  g_assert_true (bench_is_full ());
  g_assert_cmpint (argc, ==, 2);
  g_assert_cmpstr (argv[1], ==, "1000");
  g_assert_null (argv[2]);
  g_assert_cmpint (bench_finish (), ==, 0);
}

static void
print_report (void)
{
  char        program[] = "bench";
  char        json[] = "--json";
  char       *words[] = { program, json, NULL };
  char      **argv = words;
  int         argc = 2;
  BenchResult reference = { 2, 1, 3, 3, 9 };
  BenchResult result = { 5, 4, 6, 6, 9 };

  bench_init (&argc, &argv);
  g_print ("a heading\n");
  bench_set_size (1000);
  bench_set_series ("shape");
  bench_print ("  read “x”", result, "tree", &reference);
  bench_print_count ("marks", 12, "marks", NULL, 0);
  bench_finish ();
}

/* Nothing but the array on standard output. */
static void
test_json (void)
{
  if (g_test_subprocess ())
    {
      print_report ();
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*[*\"name\" : \"shape: read “x”\"*"
                             "\"n\" : 1000*\"median\" : 5.0*\"runs\" : 9*"
                             "\"reference\" : \"tree\"*\"ratio\" : 2.5*"
                             "\"name\" : \"shape: marks\"*"
                             "\"unit\" : \"marks\"*\"median\" : 12.0*]*");
  g_test_trap_assert_stdout_unmatched ("*a heading*");
  g_test_trap_assert_stderr ("*a heading*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/bench/sum-up", test_sum_up);
  g_test_add_func ("/tl/bench/options", test_options);
  g_test_add_func ("/tl/bench/json", test_json);
  return g_test_run ();
}
