/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "generate-published.h"
#include "generate-tagged.h"
#include "tl-calendar.h"
#include "tl-filter.h"
#include "tl-query.h"
#include "tl-reader.h"

/* Made-up records that have something of every facet, and random filters. */

static inline TlDataset *
load_tagged (guint64 n_events)
{
  const GenerateOptions options = { .n_events = n_events,
                                    .shape = GENERATE_PLAUSIBLE,
                                    .lines = TRUE };
  g_autoptr (GBytes) bytes =
      generate_add_tags (generate_bytes_published (&options));
  g_autoptr (TlProblems) problems = tl_problems_new ();
  TlDataset *dataset;

  dataset = tl_reader_load_bytes (bytes, "test", NULL, problems, NULL);
  g_assert_nonnull (dataset);
  g_assert_cmpuint (tl_problems_get_size (problems), ==, 0);
  return dataset;
}

static inline gint64
random_day (GRand *random)
{
  static const char first[] = "1955-01-01";
  gint64            second;

  g_assert_true (tl_calendar_parse_day (first, &second));
  return second + g_rand_int_range (random, 0, 75 * 365) * TL_SECONDS_PER_DAY;
}

/* One to three values of a facet, now and then one that nothing has. */
static inline void
add_random_values (TlFilter  *filter,
                   TlDataset *dataset,
                   TlFacet    facet,
                   GRand     *random)
{
  int n_all = (int)tl_facet_get_n_values (dataset, facet);
  int n_values = g_rand_int_range (random, 1, 4);

  for (int i = 0; i < n_values && n_all > 0; i++)
    tl_filter_add_value (
        filter, facet,
        g_rand_int_range (random, 0, 20) == 0
            ? "nothing"
            : tl_facet_get_value (dataset, facet,
                                  (guint)g_rand_int_range (random, 0, n_all)));
}

static inline TlFilter *
make_random_filter (TlDataset *dataset, GRand *random)
{
  static const char *const searches[] = { "treaty", "a e", "State 7",
                                          "the",    "e",   "qqq" };
  TlFilter                *filter = tl_filter_new ();

  for (guint i = 0; i < TL_N_FACETS; i++)
    if (g_rand_int_range (random, 0, 4) == 0)
      add_random_values (filter, dataset, (TlFacet)i, random);
  if (g_rand_int_range (random, 0, 3) == 0)
    tl_filter_set_search (
        filter,
        searches[g_rand_int_range (random, 0, G_N_ELEMENTS (searches))]);
  if (g_rand_boolean (random))
    {
      gint64 from = random_day (random);
      gint64 to = random_day (random);
      gint64 last = MAX (from, to) + TL_SECONDS_PER_DAY - 1;

      tl_filter_set_range (
          filter, g_rand_boolean (random) ? MIN (from, to) : G_MININT64,
          g_rand_boolean (random) ? last : G_MAXINT64);
    }
  tl_filter_set_certainly (filter, g_rand_boolean (random));
  tl_filter_set_contested_only (filter, g_rand_int_range (random, 0, 6) == 0);
  return filter;
}
