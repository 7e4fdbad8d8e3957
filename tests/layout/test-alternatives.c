/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"
#include "layout-fixture.h"

#include "tl-alternatives.h"

#include <math.h>

/* The other dates of contested records stand at their own times, next to the
 * record's mark, and do not lie over each other. */

#define N_VIEWS 20

static Fixture *
new_fixture (void)
{
  return fixture_new (fixture_new_builtin_dataset (), TL_GROUP_BY_ACTOR, FALSE,
                      0);
}

/* Dates of accounts that are not the record's, each counted once. */
static guint
count_other_dates (TlDataset *dataset, guint index)
{
  g_autoptr (TlRecord) record = tl_dataset_ref_record (dataset, index);
  g_autoptr (GHashTable) dates = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < record->n_accounts; i++)
    if (record->accounts[i].date != NULL)
      g_hash_table_add (dates,
                        (gpointer)tl_date_get_edtf (record->accounts[i].date));
  g_hash_table_remove (dates, tl_date_get_edtf (record->date));
  return g_hash_table_size (dates);
}

static void
test_number (void)
{
  g_autoptr (Fixture) fixture = new_fixture ();
  const TlEntry *entries = tl_dataset_get_entries (fixture->dataset);
  guint          n_with = 0;

  for (guint i = 0; i < tl_dataset_get_n_records (fixture->dataset); i++)
    {
      g_autoptr (TlAlternatives) alternatives =
          tl_alternatives_new (fixture->layout, i);
      guint expected =
          entries[i].contested ? count_other_dates (fixture->dataset, i) : 0;

      g_assert_cmpuint (
          alternatives != NULL ? tl_alternatives_get_n (alternatives) : 0, ==,
          expected);
      n_with += alternatives != NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_with, >, 0);
}

static double
get_x (const TlView *view, double second)
{
  return tl_scale_to_x (
      view->scale, tl_warp_to_axis (tl_layout_get_warp (view->layout), second));
}

static void
assert_well_placed (const TlView *view, const GArray *ghosts)
{
  for (guint i = 0; i < ghosts->len; i++)
    {
      const TlGhost *ghost = &g_array_index (ghosts, TlGhost, i);
      double         x0 = get_x (view, (double)ghost->span.earliest);
      double         x1 = get_x (view, (double)ghost->span.latest + 1);

      g_assert_nonnull (ghost->label);
      g_assert_cmpfloat (fabs (ghost->mark.y - view->marks[ghost->parent].y), >,
                         10);
      g_assert_cmpfloat (ghost->mark.y, <, view->height);
      g_assert_cmpfloat (ghost->mark.y, >, 0);
      if (ghost->span.start == TL_BOUND_KNOWN &&
          ghost->span.end == TL_BOUND_KNOWN &&
          ghost->span.shape != TL_SHAPE_INTERVAL)
        assert_near (ghost->mark.glyph_x, (x0 + x1) / 2, 1e-6);
      g_assert_true (
          tl_rect_contains (ghost->plate, ghost->mark.glyph_x, ghost->mark.y));
      for (guint j = 0; j < i; j++)
        {
          const TlGhost *other = &g_array_index (ghosts, TlGhost, j);

          g_assert_false (tl_rect_overlaps (ghost->mark.hit, other->mark.hit));
          g_assert_false (tl_rect_overlaps (ghost->plate, other->plate));
        }
    }
}

/* Labels of what is in the picture are, too, even in a narrow one. */
static void
assert_within (const TlView *view, const GArray *ghosts)
{
  for (guint i = 0; i < ghosts->len; i++)
    {
      const TlMark *mark = &g_array_index (ghosts, TlGhost, i).mark;

      if (mark->hit.x < 60 ||
          mark->hit.x + mark->hit.width > view->scale.width - 60)
        continue;
      g_assert_cmpfloat (mark->label.width, >, 30);
      g_assert_cmpfloat (mark->label.x, >=, 0);
      g_assert_cmpfloat (mark->label.x + mark->label.width, <=,
                         view->scale.width);
    }
}

static void
assert_mirrored (const TlView *view, const GArray *ghosts, const GArray *others)
{
  g_assert_cmpuint (ghosts->len, ==, others->len);
  for (guint i = 0; i < ghosts->len; i++)
    {
      const TlGhost *ghost = &g_array_index (ghosts, TlGhost, i);
      const TlGhost *other = &g_array_index (others, TlGhost, i);

      assert_near (ghost->mark.glyph_x, view->scale.width - other->mark.glyph_x,
                   1e-6);
      assert_near (ghost->mark.y, other->mark.y, 1e-9);
    }
}

static TlView *
get_mirror_image (const TlView *view)
{
  TlScale scale = view->scale;

  scale.mirrored = !scale.mirrored;
  return tl_layout_get_view (view->layout, scale);
}

static guint
check_record (const TlView *view, guint record)
{
  g_autoptr (TlAlternatives) alternatives =
      tl_alternatives_new (view->layout, record);
  g_autoptr (TlView) mirrored = NULL;
  g_autoptr (GArray) ghosts = NULL;
  g_autoptr (GArray) others = NULL;
  guint mark = tl_view_find_record (view, record);

  if (alternatives == NULL || mark == TL_NONE)
    return 0;
  g_assert_true (tl_alternatives_get_layout (alternatives) == view->layout);
  ghosts = tl_alternatives_place (alternatives, view, mark);
  g_assert_cmpuint (ghosts->len, ==, tl_alternatives_get_n (alternatives));
  assert_well_placed (view, ghosts);
  assert_within (view, ghosts);
  mirrored = get_mirror_image (view);
  others = tl_alternatives_place (alternatives, mirrored, mark);
  assert_mirrored (view, ghosts, others);
  return ghosts->len;
}

static void
test_places (void)
{
  g_autoptr (Fixture) fixture = new_fixture ();
  guint n_records = tl_dataset_get_n_records (fixture->dataset);
  guint n_ghosts = 0;

  for (guint i = 0; i < N_VIEWS; i++)
    {
      TlScale scale =
          tl_layout_fit (fixture->layout, i % 2 == 0 ? 900 : 230, FALSE);
      g_autoptr (TlView) view = NULL;

      scale = tl_scale_zoom_at (scale,
                                g_test_rand_double_range (0.5, 1) * scale.width,
                                g_test_rand_double_range (1, i + 1.5));
      view = tl_layout_get_view (fixture->layout, scale);
      for (guint record = 0; record < n_records; record++)
        n_ghosts += check_record (view, record);
    }
  g_assert_cmpuint (n_ghosts, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/alternatives/number", test_number);
  g_test_add_func ("/tl/alternatives/places", test_places);
  return g_test_run ();
}
