/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-radix.h"
#include "tl-rank-index.h"

/* The index and the sort, held against the plain way. */

#define N_ROUNDS 300

static guint32 *
new_random_ranks (guint n, guint32 n_values)
{
  guint32 *ranks = g_new (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    ranks[i] = (guint32)g_test_rand_int () % n_values;
  return ranks;
}

static guint
find_best (const guint32 *ranks, guint first, guint end)
{
  guint best = first;

  for (guint i = first; i < end; i++)
    if (ranks[i] > ranks[best])
      best = i;
  return best;
}

static void
test_best (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      guint    n = (guint)g_test_rand_int_range (1, 3000);
      guint32 *ranks = new_random_ranks (n, i % 2 == 0 ? 7 : G_MAXUINT32);
      g_autoptr (TlRankIndex) index = tl_rank_index_new (ranks, n);

      for (int j = 0; j < 20; j++)
        {
          guint first = (guint)g_test_rand_int_range (0, (gint32)n);
          guint end =
              (guint)g_test_rand_int_range ((gint32)first, (gint32)n) + 1;

          g_assert_cmpuint (tl_rank_index_find_best (index, first, end), ==,
                            find_best (ranks, first, end));
        }
    }
}

static void
test_list (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      guint    n = (guint)g_test_rand_int_range (1, 2000);
      guint    max = (guint)g_test_rand_int_range (1, 60);
      guint32 *ranks = new_random_ranks (n, i % 2 == 0 ? 7 : G_MAXUINT32);
      g_autoptr (TlRankIndex) index = tl_rank_index_new (ranks, n);
      g_autofree guint  *best = g_new (guint, max);
      g_autofree guint8 *taken = g_new0 (guint8, n);
      guint n_best = tl_rank_index_list_best (index, 0, n, max, best);

      g_assert_cmpuint (n_best, ==, MIN (n, max));
      for (guint j = 0; j < n_best; j++)
        {
          guint expected = G_MAXUINT;

          for (guint k = 0; k < n; k++)
            if (!taken[k] &&
                (expected == G_MAXUINT || ranks[k] > ranks[expected]))
              expected = k;
          g_assert_cmpuint (best[j], ==, expected);
          taken[expected] = 1;
        }
    }
}

static void
test_sort (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      guint                   n = (guint)g_test_rand_int_range (0, 500);
      g_autofree TlRadixPair *pairs = g_new (TlRadixPair, n + 1);
      g_autofree gint64      *numbers = g_new (gint64, n + 1);

      for (guint j = 0; j < n; j++)
        {
          numbers[j] = (gint64)g_test_rand_int () *
                       (i % 3 == 0 ? 1 : g_test_rand_int ());
          if (i % 2 == 0)
            numbers[j] %= 10;
          pairs[j].key = tl_radix_key_from_int64 (numbers[j]);
          pairs[j].value = j;
        }
      tl_radix_sort (pairs, n);
      for (guint j = 1; j < n; j++)
        {
          gint64 previous = numbers[pairs[j - 1].value];
          gint64 number = numbers[pairs[j].value];

          g_assert_true (
              previous < number ||
              (previous == number && pairs[j - 1].value < pairs[j].value));
        }
    }
}

static void
test_keys (void)
{
  static const double numbers[] = { -G_MAXDOUBLE, -2.5, -2,  -1e-300, 0,
                                    1e-300,       1,    1.5, 1e300 };

  for (guint i = 1; i < G_N_ELEMENTS (numbers); i++)
    g_assert_cmpuint (tl_radix_key_from_double (numbers[i - 1]), <,
                      tl_radix_key_from_double (numbers[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/rank-index/best", test_best);
  g_test_add_func ("/tl/rank-index/list", test_list);
  g_test_add_func ("/tl/radix/sort", test_sort);
  g_test_add_func ("/tl/radix/keys", test_keys);
  return g_test_run ();
}
