/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "many-sources.h"
#include "tl-publication-marks.h"
#include "tl-publication-player.h"

/* Ticks and pace for any number of publications. */

/* Every day is in one tick, and ticks have some pixels of their own. */
static void
test_marks (void)
{
  g_autoptr (TlDataset) dataset = load_many ();
  g_autoptr (TlPublications) publications = tl_publications_new (dataset);
  guint  n_days = tl_publications_get_n_days (publications);
  gint64 from = tl_publications_get_day (publications, 0);
  gint64 to = tl_publications_get_day (publications, n_days - 1);

  for (double width = 1; width < 3000; width = width * 1.7 + 1)
    {
      g_autoptr (GArray) marks =
          tl_publication_marks_new (publications, from, to, width);
      guint next = 0;
      guint n_sources = 0;

      g_assert_cmpuint (marks->len, <=, (guint)(width / 3) + 1);
      for (guint i = 0; i < marks->len; i++)
        {
          TlPublicationMark *mark =
              &g_array_index (marks, TlPublicationMark, i);

          g_assert_cmpuint (mark->first, ==, next);
          g_assert_cmpuint (mark->last, >=, mark->first);
          next = mark->last + 1;
          n_sources += mark->n_sources;
          g_assert_cmpfloat (mark->x, >=, 0);
          g_assert_cmpfloat (mark->x, <=, width);
          g_assert_cmpuint (tl_publication_marks_find (marks, mark->x + 1, 1.2),
                            ==, i);
        }
      g_assert_cmpuint (next, ==, n_days);
      g_assert_cmpuint (n_sources, ==, N_MANY);
    }
}

static void
test_pace (void)
{
  static const struct
  {
    guint n_days;
    guint stride;
    guint min_ms;
    guint max_ms;
  } cases[] = {
    { 0, 1, 600, 2000 },        { 2, 1, 1500, 2000 }, { 50, 1, 900, 1500 },
    { 100, 1, 600, 600 },       { 101, 2, 600, 600 }, { 10000, 100, 600, 600 },
    { 123456, 1235, 600, 600 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint interval;
      guint stride =
          tl_publication_player_get_stride (cases[i].n_days, &interval);

      g_assert_cmpuint (stride, ==, cases[i].stride);
      g_assert_cmpuint (interval, >=, cases[i].min_ms);
      g_assert_cmpuint (interval, <=, cases[i].max_ms);
      /* All of them in about a minute. */
      g_assert_cmpuint ((cases[i].n_days / stride) * interval, <=, 61000);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/publication-marks/marks", test_marks);
  g_test_add_func ("/tl/publication-marks/pace", test_pace);
  return g_test_run ();
}
