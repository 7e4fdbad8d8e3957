/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pan-stage.h"
#include "scale-fixture.h"

/* The work of panning follows the picture, not the dataset: counted, so that
 * it is the same on every machine. */

#define N_STEPS 100
/* Reading takes most of the time, and far more of it under a sanitizer; sizes
 * that are so near each other say nothing of growth. */
#ifdef __SANITIZE_ADDRESS__
#define N_MIDDLE 3000
#define N_LARGE 6000
#define TELLS_GROWTH FALSE
#else
#define N_MIDDLE 10000
#define N_LARGE 100000
#define TELLS_GROWTH TRUE
#endif
#define N_SMALL 1000 /* whose lanes are decided as a whole */

typedef struct
{
  guint64 n_visited;
  guint64 n_measured;
  guint64 n_decided;
  guint64 n_shaped;
  guint64 n_items;
} Work;

static Work
count_steps (ScaleShape shape, guint n_records)
{
  g_autoptr (PanStage) stage =
      pan_stage_new (scale_new_dataset (shape, n_records));
  TlLayoutCounts before = tl_layout_get_counts (stage->layout);
  TlLayoutCounts after;
  guint          n_shaped = tl_text_measurer_get_n_shaped (stage->measurer);
  Work           work;

  stage->n_items = 0;
  for (guint i = 0; i < N_STEPS; i++)
    pan_stage_step (stage);
  after = tl_layout_get_counts (stage->layout);
  work = (Work){
    .n_visited = after.n_visited - before.n_visited,
    .n_measured = after.n_measured - before.n_measured,
    .n_decided = after.n_decided - before.n_decided,
    .n_shaped = tl_text_measurer_get_n_shaped (stage->measurer) - n_shaped,
    .n_items = stage->n_items,
  };
  g_test_message ("%s, %u records: visited %" G_GUINT64_FORMAT
                  ", measured %" G_GUINT64_FORMAT ", decided %" G_GUINT64_FORMAT
                  ", shaped %" G_GUINT64_FORMAT ", items %" G_GUINT64_FORMAT,
                  scale_shape_get_name (shape), n_records, work.n_visited,
                  work.n_measured, work.n_decided, work.n_shaped, work.n_items);
  return work;
}

/* A bound of its own, whatever the size: what a step may cost on average. */
static void
assert_bounded (Work work)
{
  g_assert_cmpuint (work.n_visited, <=, 2500 * N_STEPS);
  g_assert_cmpuint (work.n_measured, <=, 10 * N_STEPS);
  g_assert_cmpuint (work.n_decided, <=, N_STEPS);
  g_assert_cmpuint (work.n_shaped, <=, 15 * N_STEPS);
  g_assert_cmpuint (work.n_items, <=, 1000 * N_STEPS);
}

/* Some places are fuller than others, hence the slack of one a step. */
static void
assert_hardly_grew (guint64 small, guint64 large, double factor)
{
  g_assert_cmpfloat ((double)large, <=, (double)small * factor + N_STEPS);
}

static void
test_pan (gconstpointer data)
{
  ScaleShape shape = (ScaleShape)GPOINTER_TO_UINT (data);
  Work       small = count_steps (shape, N_SMALL);
  Work       middle = count_steps (shape, N_MIDDLE);
  Work       large = count_steps (shape, N_LARGE);

  assert_bounded (small);
  assert_bounded (middle);
  assert_bounded (large);
  if (!TELLS_GROWTH)
    return;
  assert_hardly_grew (small.n_visited, large.n_visited, 1.25);
  assert_hardly_grew (small.n_items, large.n_items, 2);
  assert_hardly_grew (middle.n_visited, large.n_visited, 1.25);
  assert_hardly_grew (middle.n_measured, large.n_measured, 1.25);
  assert_hardly_grew (middle.n_decided, large.n_decided, 1.25);
  assert_hardly_grew (middle.n_items, large.n_items, 1.25);
  /* The counts on clusters differ more. */
  assert_hardly_grew (middle.n_shaped, large.n_shaped, 3);
}

/* The same steps are the same work: what else is counted would not tell. */
static void
test_repeats (void)
{
  Work first = count_steps (SCALE_MIXED, N_MIDDLE);
  Work second = count_steps (SCALE_MIXED, N_MIDDLE);

  g_assert_cmpuint (first.n_visited, ==, second.n_visited);
  g_assert_cmpuint (first.n_measured, ==, second.n_measured);
  g_assert_cmpuint (first.n_decided, ==, second.n_decided);
  g_assert_cmpuint (first.n_shaped, ==, second.n_shaped);
  g_assert_cmpuint (first.n_items, ==, second.n_items);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < SCALE_N_SHAPES; i++)
    {
      g_autofree char *path = g_strdup_printf (
          "/tl/pan-work/%s", scale_shape_get_name ((ScaleShape)i));

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_pan);
    }
  g_test_add_func ("/tl/pan-work/repeats", test_repeats);
  return g_test_run ();
}
