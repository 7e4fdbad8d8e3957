/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"
#include "layout-fixture.h"

#include <math.h>

/* The rules of the picture, held against random datasets, groupings, zoom
 * levels and places: every record is drawn or clustered, panning rearranges
 * nothing, labels never overlap, pick returns what was drawn. */

#define N_ROUNDS 40

static Fixture *
new_random_fixture (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)g_test_rand_int ());
  guint     n = (guint)g_test_rand_int_range (0, 400);
  TlGroupBy group_by = (TlGroupBy)g_test_rand_int_range (0, 6);

  /* Lanes decided as a whole, and piece by piece. */
  return fixture_new_with_whole (
      fixture_new_random_dataset (rand, n), group_by, g_test_rand_bit (),
      (guint)g_test_rand_int_range (0, 9), g_test_rand_bit () ? 0 : 20);
}

static TlScale
random_scale (TlLayout *layout)
{
  double  from;
  double  to;
  TlScale scale = { .width = g_test_rand_double_range (300, 2000) };

  tl_layout_get_extent (layout, &from, &to);
  scale.origin = g_test_rand_double_range (from, to);
  scale.px_per_unit = pow (10, g_test_rand_double_range (-2, 3));
  return scale;
}

/* A picture wide enough for everything at the scale's zoom. */
static TlView *
get_whole_view (TlLayout *layout, TlScale scale)
{
  double from;
  double to;

  tl_layout_get_extent (layout, &from, &to);
  scale.origin = from - 1000 / scale.px_per_unit;
  scale.width = (to - from) * scale.px_per_unit + 2000;
  return tl_layout_get_view (layout, scale);
}

static void
assert_everything_is_there (Fixture *fixture, TlScale scale)
{
  g_autoptr (TlView) view = get_whole_view (fixture->layout, scale);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *mark = &view->marks[i];

      if (mark->type == TL_MARK_RECORD)
        g_hash_table_add (seen, GUINT_TO_POINTER (mark->index));
      if (mark->type == TL_MARK_CLUSTER)
        {
          guint        n;
          const guint *members = tl_layout_get_cluster (
              fixture->layout, view->scale, mark->cluster, &n);

          g_assert_cmpuint (n, ==, mark->count);
          for (guint j = 0; j < n; j++)
            g_hash_table_add (seen, GUINT_TO_POINTER (members[j]));
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, fixture->records->len);
}

static void
test_nothing_vanishes (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (Fixture) fixture = new_random_fixture ();

      for (int j = 0; j < 5; j++)
        assert_everything_is_there (fixture, random_scale (fixture->layout));
    }
}

static const TlMark *
find_same (const TlView *view, const TlMark *mark)
{
  for (guint i = 0; i < view->n_marks; i++)
    if (view->marks[i].type == mark->type &&
        view->marks[i].index == mark->index &&
        view->marks[i].lane == mark->lane &&
        view->marks[i].cluster == mark->cluster)
      return &view->marks[i];
  return NULL;
}

static void
test_panning_never_rearranges (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (Fixture) fixture = new_random_fixture ();
      TlScale scale = random_scale (fixture->layout);
      double  dx = g_test_rand_double_range (-400, 400);
      g_autoptr (TlView) before = tl_layout_get_view (fixture->layout, scale);
      g_autoptr (TlView) after =
          tl_layout_get_view (fixture->layout, tl_scale_pan (scale, dx));

      assert_near (before->height, after->height, 1e-9);
      for (guint j = 0; j < before->n_marks; j++)
        {
          const TlMark *mark = &before->marks[j];
          const TlMark *same = find_same (after, mark);

          if (same == NULL)
            {
              double right = mark->hit.x + mark->hit.width;

              /* It left the picture. */
              g_assert_true (mark->hit.x + dx > scale.width || right + dx < 0 ||
                             mark->hit.x + dx < 0);
              continue;
            }
          g_assert_cmpuint (same->row, ==, mark->row);
          g_assert_cmpuint (same->label_place, ==, mark->label_place);
          assert_near (same->y, mark->y, 1e-9);
          assert_near (same->hit.x, mark->hit.x + dx, 1e-3);
          if (mark->label_place != TL_LABEL_NONE)
            assert_near (same->label.x, mark->label.x + dx, 1e-3);
        }
    }
}

static void
test_labels_never_overlap (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (Fixture) fixture = new_random_fixture ();
      g_autoptr (TlView) view =
          tl_layout_get_view (fixture->layout, random_scale (fixture->layout));

      for (guint j = 0; j < view->n_marks; j++)
        for (guint k = 0; k < view->n_marks; k++)
          {
            const TlMark *a = &view->marks[j];
            const TlMark *b = &view->marks[k];

            if (j == k || a->label_place == TL_LABEL_NONE)
              continue;
            if (b->label_place != TL_LABEL_NONE)
              g_assert_false (tl_rect_overlaps (a->label, b->label));
            if (b->type != TL_MARK_LIFE)
              g_assert_false (tl_rect_overlaps (a->label, b->hit));
          }
    }
}

static void
test_pick_returns_what_was_drawn (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (Fixture) fixture = new_random_fixture ();
      g_autoptr (TlView) view =
          tl_layout_get_view (fixture->layout, random_scale (fixture->layout));

      for (guint j = 0; j < view->n_marks; j++)
        {
          const TlMark *mark = &view->marks[j];
          guint         picked;

          if (mark->type == TL_MARK_LIFE)
            continue;
          picked = tl_view_pick (view, mark->glyph_x, mark->y);
          g_assert_cmpuint (picked, ==, j);
          if (mark->label_place == TL_LABEL_NONE)
            continue;
          picked = tl_view_pick (view, mark->label.x + mark->label.width / 2,
                                 mark->label.y + 1);
          g_assert_cmpuint (picked, ==, j);
        }
      g_assert_cmpuint (tl_view_pick (view, -1e6, -1e6), ==, TL_NONE);
    }
}

static void
test_mirrored_is_the_mirror_image (void)
{
  for (int i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (Fixture) fixture = new_random_fixture ();
      TlScale scale = random_scale (fixture->layout);
      g_autoptr (TlView) plain = tl_layout_get_view (fixture->layout, scale);
      g_autoptr (TlView) mirrored = NULL;

      scale.mirrored = TRUE;
      mirrored = tl_layout_get_view (fixture->layout, scale);
      g_assert_cmpuint (plain->n_marks, ==, mirrored->n_marks);
      for (guint j = 0; j < plain->n_marks; j++)
        assert_near (mirrored->marks[j].hit.x,
                     scale.width - plain->marks[j].hit.x -
                         plain->marks[j].hit.width,
                     1e-3);
    }
}

static void
test_next_visits_every_record_once (void)
{
  g_autoptr (Fixture) fixture =
      fixture_new (fixture_new_builtin_dataset (), TL_GROUP_BY_KIND, FALSE, 0);
  guint record = tl_layout_next_record (fixture->layout, TL_NONE, 1);
  guint n = 1;

  for (;;)
    {
      guint next = tl_layout_next_record (fixture->layout, record, 1);

      if (next == record)
        break;
      g_assert_cmpuint (tl_layout_next_record (fixture->layout, next, -1), ==,
                        record);
      record = next;
      n++;
    }
  g_assert_cmpuint (n, ==, fixture->records->len);
}

/* The ends, records that did not pass, and nothing at all. */
static void
test_next_at_the_ends (void)
{
  static const guint passed[] = { 3, 4, 9 };
  static const struct
  {
    guint record;
    int   direction;
    guint expected;
  } cases[] = {
    { TL_NONE, 1, 3 }, { TL_NONE, -1, 9 }, { 0, 1, 3 },  { 0, -1, 3 },
    { 3, -1, 3 },      { 4, -1, 3 },       { 4, 1, 9 },  { 6, 1, 9 },
    { 6, -1, 4 },      { 9, 1, 9 },        { 12, 1, 9 }, { 12, -1, 9 },
  };
  g_autoptr (Fixture) fixture =
      fixture_new (fixture_new_builtin_dataset (), TL_GROUP_BY_KIND, FALSE, 0);
  g_autoptr (TlLayout) some = NULL;
  g_autoptr (TlLayout) none = NULL;

  fixture->options.records = passed;
  fixture->options.n_records = G_N_ELEMENTS (passed);
  some = tl_layout_new (&fixture->options);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (
        tl_layout_next_record (some, cases[i].record, cases[i].direction), ==,
        cases[i].expected);

  fixture->options.n_records = 0;
  none = tl_layout_new (&fixture->options);
  g_assert_cmpuint (tl_layout_next_record (none, TL_NONE, 1), ==, TL_NONE);
  g_assert_cmpuint (tl_layout_next_record (none, 5, -1), ==, TL_NONE);
}

static void
test_next_lane_goes_down_and_up (void)
{
  g_autoptr (Fixture) fixture =
      fixture_new (fixture_new_builtin_dataset (), TL_GROUP_BY_KIND, FALSE, 0);
  TlScale scale = tl_layout_fit (fixture->layout, 900, FALSE);
  g_autoptr (TlView) view = tl_layout_get_view (fixture->layout, scale);
  guint  record = tl_layout_next_record (fixture->layout, TL_NONE, 1);
  double y = view->marks[tl_view_find_record (view, record)].y;

  for (int i = 0; i < 50; i++)
    {
      guint next =
          tl_layout_next_lane_record (fixture->layout, scale, record, 1);
      double next_y;

      if (next == record)
        break;
      next_y = view->marks[tl_view_find_record (view, next)].y;
      g_assert_cmpfloat (next_y, >, y);
      record = next;
      y = next_y;
    }
  /* The last row of all. */
  g_assert_cmpfloat (y, >, view->height - 60);
}

/* Nothing of the picture is cut, and nothing is missing. */
static void
assert_is_inside (double start, double end, double width)
{
  g_assert_cmpfloat (start, >=, -0.5);
  g_assert_cmpfloat (end, <=, width + 0.5);
}

static void
assert_fits (Fixture *fixture, double width, gboolean mirrored)
{
  TlScale scale = tl_layout_fit (fixture->layout, width, mirrored);
  double  from;
  double  to;
  g_autoptr (TlView) view = tl_layout_get_view (fixture->layout, scale);
  g_autoptr (TlView) whole = get_whole_view (fixture->layout, scale);

  tl_layout_get_extent (fixture->layout, &from, &to);
  assert_is_inside (
      MIN (tl_scale_to_x (scale, from), tl_scale_to_x (scale, to)),
      MAX (tl_scale_to_x (scale, from), tl_scale_to_x (scale, to)), width);
  g_assert_cmpuint (view->n_marks, ==, whole->n_marks);
  g_assert_cmpuint (view->n_flags, ==, whole->n_flags);
  for (guint i = 0; i < view->n_flags; i++)
    {
      const TlFlag *flag = &view->flags[i];

      assert_is_inside (flag->x, flag->x, width);
      if (width >= 900)
        assert_is_inside (flag->rect.x, flag->rect.x + flag->rect.width, width);
    }
  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *mark = &view->marks[i];

      assert_is_inside (mark->glyph_x, mark->glyph_x, width);
      if (width < 900 || mark->type == TL_MARK_LIFE)
        continue;
      assert_is_inside (mark->hit.x, mark->hit.x + mark->hit.width, width);
      if (mark->label_place != TL_LABEL_NONE)
        assert_is_inside (mark->label.x, mark->label.x + mark->label.width,
                          width);
    }
}

/* In all groups, at all widths of a window, in lanes of either sort, with
 * labels of one and two lines, on different days. */
static void
test_fit_shows_everything (gconstpointer data)
{
  TlGroupBy group_by = (TlGroupBy)GPOINTER_TO_UINT (data);

  for (guint variant = 0; variant < 8; variant++)
    {
      g_autoptr (Fixture) fixture = fixture_new_with_whole (
          fixture_new_builtin_dataset (), group_by, (variant & 1) != 0, 0,
          (variant & 2) != 0 ? 20 : 0);

      if ((variant & 4) != 0)
        {
          fixture->options.two_lines = FALSE;
          fixture->options.today =
              tl_calendar_day_number (2026, 11, 22) * TL_SECONDS_PER_DAY;
          tl_layout_unref (fixture->layout);
          fixture->layout = tl_layout_new (&fixture->options);
        }
      for (int width = 360; width <= 1920; width += 23)
        assert_fits (fixture, width, g_test_rand_bit ());
      assert_everything_is_there (fixture,
                                  tl_layout_fit (fixture->layout, 900, FALSE));
    }
}

static void
test_expirations_have_flags (void)
{
  g_autoptr (Fixture) fixture =
      fixture_new (fixture_new_builtin_dataset (), TL_GROUP_BY_KIND, FALSE, 0);
  TlScale scale = tl_layout_fit (fixture->layout, 900, FALSE);
  g_autoptr (TlView) view = tl_layout_get_view (fixture->layout, scale);
  const TlFlag *flag;

  g_assert_cmpuint (view->n_flags, ==, 1);
  flag = &view->flags[0];
  g_assert_cmpstr (tl_dataset_get_record_id (fixture->dataset, flag->record),
                   ==, "new-start-expiration");
  g_assert_cmpuint (
      tl_view_pick_flag (view, flag->rect.x + 5, flag->rect.y + 5), ==,
      flag->record);
  /* No label lies across its line. */
  for (guint i = 0; i < view->n_marks; i++)
    if (view->marks[i].label_place != TL_LABEL_NONE)
      g_assert_false (view->marks[i].label.x < flag->x &&
                      view->marks[i].label.x + view->marks[i].label.width >
                          flag->x);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/layout/everything", test_nothing_vanishes);
  g_test_add_func ("/tl/layout/pan", test_panning_never_rearranges);
  g_test_add_func ("/tl/layout/labels", test_labels_never_overlap);
  g_test_add_func ("/tl/layout/pick", test_pick_returns_what_was_drawn);
  g_test_add_func ("/tl/layout/mirror", test_mirrored_is_the_mirror_image);
  g_test_add_func ("/tl/layout/next/all", test_next_visits_every_record_once);
  g_test_add_func ("/tl/layout/next/ends", test_next_at_the_ends);
  g_test_add_func ("/tl/layout/next/lane", test_next_lane_goes_down_and_up);
  for (guint i = 0; i <= TL_GROUP_BY_NONE; i++)
    {
      g_autofree char *path = g_strdup_printf (
          "/tl/layout/fit/%s", tl_group_by_to_nick ((TlGroupBy)i));

      g_test_add_data_func (path, GUINT_TO_POINTER (i),
                            test_fit_shows_everything);
    }
  g_test_add_func ("/tl/layout/flags", test_expirations_have_flags);
  return g_test_run ();
}
