/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-fixture.h"
#include "tests/assert-near.h"
#include "tl-pagination.h"

#include <string.h>

typedef struct
{
  const char  *name;
  TlPageBorder borders[8];
  double       height;
  double       first_room;
  double       room;
  double       ends[8];
} Case;

static const Case cases[] = {
  { "nothing", { { 0 } }, 0, 100, 100, { 0 } },
  { "one-page", { { 50, 2 } }, 100, 100, 100, { 100 } },
  { "at-group",
    { { 30, 0 }, { 60, 0 }, { 80, 2 }, { 95, 0 } },
    150,
    100,
    100,
    { 80, 150 } },
  { "group-leaves-too-much",
    { { 20, 2 }, { 60, 0 }, { 95, 0 } },
    150,
    100,
    100,
    { 95, 150 } },
  { "at-lane",
    { { 20, 2 }, { 55, 1 }, { 95, 0 } },
    150,
    100,
    100,
    { 55, 150 } },
  { "row-on-the-edge", { { 100, 0 } }, 150, 100, 100, { 100, 150 } },
  { "high-row", { { 10, 0 } }, 250, 100, 100, { 10, 110, 210, 250 } },
  { "no-borders", { { 0 } }, 250, 60, 100, { 60, 160, 250 } },
  { "first-room", { { 40, 0 }, { 90, 0 } }, 180, 50, 100, { 40, 90, 180 } },
};

static GArray *
list_borders (const Case *test)
{
  GArray *borders = g_array_new (FALSE, FALSE, sizeof (TlPageBorder));

  for (guint i = 0; i < G_N_ELEMENTS (test->borders); i++)
    if (test->borders[i].y > 0)
      g_array_append_val (borders, test->borders[i]);
  return borders;
}

static void
test_break (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GArray) borders = list_borders (test);
  g_autoptr (GArray) strips =
      tl_pagination_break (borders, test->height, test->first_room, test->room);
  double y = 0;

  for (guint i = 0; i < strips->len; i++)
    {
      const TlPageStrip *strip = &g_array_index (strips, TlPageStrip, i);

      assert_near (strip->y0, y, 1e-9);
      assert_near (strip->y1, test->ends[i], 1e-9);
      y = strip->y1;
    }
  assert_near (y, test->height, 1e-9);
}

/* Whatever the borders and pages are, nothing is lost, nothing stands twice,
 * and every page is used. */
static void
test_break_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GArray) borders =
          g_array_new (FALSE, FALSE, sizeof (TlPageBorder));
      g_autoptr (GArray) strips = NULL;
      double first_room = g_test_rand_double_range (5, 300);
      double room = first_room + g_test_rand_double_range (0, 50);
      double height = 0;
      double y = 0;

      for (int i = g_test_rand_int_range (0, 80); i > 0; i--)
        {
          height += g_test_rand_double_range (1, 40);
          g_array_append_val (
              borders,
              ((TlPageBorder){ height, (guint)g_test_rand_int_range (0, 3) }));
        }
      height += 10;
      strips = tl_pagination_break (borders, height, first_room, room);
      for (guint i = 0; i < strips->len; i++)
        {
          const TlPageStrip *strip = &g_array_index (strips, TlPageStrip, i);

          assert_near (strip->y0, y, 0);
          g_assert_cmpfloat (strip->y1, >, strip->y0);
          g_assert_cmpfloat (strip->y1 - strip->y0, <=,
                             (i == 0 ? first_room : room) + 1e-9);
          y = strip->y1;
        }
      assert_near (y, height, 0);
    }
}

static gboolean
is_cut (const TlMark *mark, double y)
{
  return mark->type != TL_MARK_LIFE && mark->hit.y < y - 0.01 &&
         mark->hit.y + mark->hit.height > y + 0.01;
}

/* No border cuts through a mark, and there are enough for rows to be parted
 * anywhere. */
static void
assert_borders (const TlView *view)
{
  g_autoptr (GArray) borders = tl_pagination_list_borders (view);
  double y = 0;
  guint  n_groups = 0;

  for (guint i = 0; i <= borders->len; i++)
    {
      double next = i < borders->len
                        ? g_array_index (borders, TlPageBorder, i).y
                        : view->height;

      g_assert_cmpfloat (next, >, y);
      g_assert_cmpfloat (next - y, <, 90);
      y = next;
      if (i == borders->len)
        break;
      n_groups += g_array_index (borders, TlPageBorder, i).rank == 2;
      for (guint j = 0; j < view->n_marks; j++)
        g_assert_false (is_cut (&view->marks[j], y));
    }
  g_assert_cmpuint (n_groups, ==, view->n_groups - 1);
}

static void
test_borders (gconstpointer data)
{
  TlGroupBy group_by = (TlGroupBy)GPOINTER_TO_INT (data);
  g_autoptr (Fixture) fixture =
      fixture_new (fixture_new_builtin_dataset (), group_by, FALSE, 0);
  TlScale scale = tl_layout_fit (fixture->layout, 900, FALSE);
  g_autoptr (TlView) view = tl_layout_get_view (fixture->layout, scale);

  assert_borders (view);
}

/* The same with a folded group in front of the others. */
static void
test_borders_arranged (gconstpointer data)
{
  TlGroupBy group_by = (TlGroupBy)GPOINTER_TO_INT (data);
  g_autoptr (Fixture) fixture =
      fixture_new (fixture_new_builtin_dataset (), group_by, FALSE, 0);
  TlScale scale = tl_layout_fit (fixture->layout, 900, FALSE);
  g_autoptr (TlView) plain = tl_layout_get_view (fixture->layout, scale);
  guint         last = plain->groups[plain->n_groups - 1].key;
  guint         order[] = { last, plain->groups[0].key };
  TlArrangement arrangement = { order, G_N_ELEMENTS (order), &last, 1 };
  g_autoptr (TlLayout) arranged =
      tl_layout_new_arranged (fixture->layout, &arrangement);
  g_autoptr (TlView) view = tl_layout_get_view (arranged, scale);

  g_assert_true (view->groups[0].folded);
  assert_borders (view);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/pagination/break/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_break);
    }
  g_test_add_func ("/tl/pagination/break/random", test_break_random);
  for (int i = TL_GROUP_BY_KIND; i <= TL_GROUP_BY_NONE; i++)
    {
      g_autofree char *path = g_strdup_printf (
          "/tl/pagination/borders/%s", tl_group_by_to_nick ((TlGroupBy)i));

      g_autofree char *arranged = g_strdup_printf (
          "/tl/pagination/arranged/%s", tl_group_by_to_nick ((TlGroupBy)i));

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_borders);
      g_test_add_data_func (arranged, GINT_TO_POINTER (i),
                            test_borders_arranged);
    }
  return g_test_run ();
}
