/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "render-fixture.h"

#include "tl-painter.h"
#include "tl-reader.h"

#include <math.h>

/* What is drawn beside the marks: curves of relations begin and end at the
 * marks that they join, and ghosts are joined to theirs. */

#define WIDTH 900.0
/* A curve begins so near the middle of a mark. */
#define NEAR 24.0

typedef struct
{
  TlDataset       *dataset;
  TlDateFormatter *formatter;
  TlWarp          *warp;
  TlLayout        *layout;
  TlView          *view;
  TlTextMeasurer  *measurer;
  guint            n_records;
  guint           *records;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();
  g_autoptr (TlProblems) problems = tl_problems_new ();
  TlLayoutOptions options = { .group_by = TL_GROUP_BY_KIND, .zoom = 1 };

  fixture->dataset = tl_reader_load_file (file, NULL, problems, NULL);
  g_assert_nonnull (fixture->dataset);
  fixture->formatter = tl_date_formatter_new ("en");
  fixture->warp = tl_warp_new_for_dataset (fixture->dataset);
  fixture->measurer = tl_text_measurer_new (NULL);
  fixture->n_records = tl_dataset_get_n_records (fixture->dataset);
  fixture->records = g_new (guint, fixture->n_records);
  for (guint i = 0; i < fixture->n_records; i++)
    fixture->records[i] = i;
  options.dataset = fixture->dataset;
  options.records = fixture->records;
  options.n_records = fixture->n_records;
  options.warp = fixture->warp;
  options.formatter = fixture->formatter;
  options.language = "en";
  options.measure = tl_text_measurer_measure;
  options.measure_data = fixture->measurer;
  fixture->layout = tl_layout_new (&options);
  fixture->view = tl_layout_get_view (
      fixture->layout, tl_layout_fit (fixture->layout, WIDTH, data != NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tl_view_free (fixture->view);
  tl_layout_unref (fixture->layout);
  tl_text_measurer_unref (fixture->measurer);
  tl_warp_unref (fixture->warp);
  tl_date_formatter_free (fixture->formatter);
  g_free (fixture->records);
  g_object_unref (fixture->dataset);
}

static TlPainter
get_painter (Fixture *fixture, TlTheme theme)
{
  return (TlPainter){ .palette = tl_palette_get (theme),
                      .measurer = fixture->measurer };
}

/* The vertex that is nearest to a place. */
static double
find_distance (const TlScene *scene, double x, double y)
{
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < tl_scene_get_n_items (scene); i++)
    {
      const TlItem *item = tl_scene_get_item (scene, i);

      for (guint j = 0; item->type == TL_ITEM_PATH && j < item->n_points; j++)
        nearest =
            MIN (nearest, hypot (item->points[j].x - x, item->points[j].y - y));
    }
  return nearest;
}

static guint
count_arrows (const TlScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < tl_scene_get_n_items (scene); i++)
    {
      const TlItem *item = tl_scene_get_item (scene, i);

      n += item->type == TL_ITEM_PATH && item->closed && item->n_points == 3
               ? 1
               : 0;
    }
  return n;
}

static gboolean
has_text (const TlScene *scene, const char *text)
{
  for (guint i = 0; i < tl_scene_get_n_items (scene); i++)
    {
      const TlItem *item = tl_scene_get_item (scene, i);

      if (item->type == TL_ITEM_TEXT && g_str_equal (item->text, text))
        return TRUE;
    }
  return FALSE;
}

static void
assert_joins (Fixture *fixture, guint mark, const TlScene *scene)
{
  const TlMark *found = &fixture->view->marks[mark];
  double        distance = find_distance (scene, found->glyph_x, found->y);

  g_assert_cmpfloat (distance, <, NEAR);
  /* The glyph itself stays free. */
  g_assert_cmpfloat (distance, >, 7);
}

static void
test_curves (Fixture *fixture, gconstpointer data)
{
  guint n_curves = 0;

  for (guint i = 0; i < fixture->n_records; i++)
    {
      g_autoptr (TlCurves) curves = tl_curves_new (fixture->view, i, 100);

      for (guint j = 0; j < curves->n_curves; j++)
        {
          TlCurves one = { &curves->curves[j], 1, 0 };
          g_autoptr (TlScene) scene = tl_painter_paint_curves (
              get_painter (fixture, TL_THEME_LIGHT), fixture->view, &one, TRUE);
          const TlMark *from = &fixture->view->marks[one.curves->from];
          const TlMark *to = &fixture->view->marks[one.curves->to];

          /* Of marks next to each other there is no way to go. */
          if (hypot (from->glyph_x - to->glyph_x, from->y - to->y) < 2 * NEAR)
            continue;
          assert_joins (fixture, one.curves->from, scene);
          assert_joins (fixture, one.curves->to, scene);
          g_assert_cmpuint (count_arrows (scene), ==, 1);
          if (one.curves->label != NULL)
            g_assert_true (has_text (scene, one.curves->label));
          n_curves++;
        }
    }
  g_assert_cmpuint (n_curves, >, 10);
}

/* Each sort has a dash of its own: no curve is told by its colour. */
static void
test_dashes (Fixture *fixture, gconstpointer data)
{
  double widths[TL_N_RELATIONS][2];

  for (guint i = 0; i < TL_N_RELATIONS; i++)
    {
      TlCurve  curve = { .relation = (TlRelation)i,
                         .x = { 0, 100, 200, 300 },
                         .y = { 9, 9, 9, 9 } };
      TlCurves one = { &curve, 1, 0 };
      g_autoptr (TlScene) scene = tl_painter_paint_curves (
          get_painter (fixture, TL_THEME_PRINT), fixture->view, &one, FALSE);
      const TlItem *item = NULL;

      for (guint j = 0; j < tl_scene_get_n_items (scene) &&
                        (item == NULL || item->type != TL_ITEM_PATH);
           j++)
        item = tl_scene_get_item (scene, j);
      widths[i][0] = item->stroke.dash[0];
      widths[i][1] = item->stroke.dash[1];
      for (guint j = 0; j < i; j++)
        g_assert_true (fabs (widths[i][0] - widths[j][0]) >= 2);
    }
}

/* In every palette the other dates are told in words, next to their glyphs. */
static void
test_ghosts (Fixture *fixture, gconstpointer data)
{
  guint n_ghosts = 0;

  for (guint i = 0; i < fixture->n_records; i++)
    {
      g_autoptr (TlAlternatives) alternatives =
          tl_alternatives_new (fixture->layout, i);
      guint mark = tl_view_find_record (fixture->view, i);
      g_autoptr (GArray) ghosts = NULL;

      if (alternatives == NULL)
        continue;
      ghosts = tl_alternatives_place (alternatives, fixture->view, mark);
      for (TlTheme theme = TL_THEME_LIGHT; theme <= TL_THEME_PRINT; theme++)
        {
          g_autoptr (TlScene) scene = tl_painter_paint_ghosts (
              get_painter (fixture, theme), fixture->view,
              (const TlGhost *)ghosts->data, ghosts->len);

          assert_joins (fixture, mark, scene);
          for (guint j = 0; j < ghosts->len; j++)
            {
              const TlGhost   *ghost = &g_array_index (ghosts, TlGhost, j);
              g_autofree char *cut = tl_text_measurer_ellipsize (
                  fixture->measurer, ghost->label, TL_FONT_DETAIL, 1,
                  ghost->mark.label.width);

              g_assert_true (has_text (scene, cut));
            }
        }
      n_ghosts += ghosts->len;
    }
  g_assert_cmpuint (n_ghosts, >, 4);
}

/* The signs of a broken axis are within the picture of the axis, which has
 * nothing below it where no flags are. */
static void
test_breaks (Fixture *fixture, gconstpointer data)
{
  TlView view = *fixture->view;
  g_autoptr (TlTicks) ticks =
      tl_ticks_new (fixture->warp, view.scale, fixture->formatter,
                    tl_text_measurer_measure, fixture->measurer);
  g_autoptr (TlScene) axis = NULL;
  guint n_signs = 0;

  view.n_flags = 0;
  view.flags_height = 0;
  axis = tl_painter_paint_axis (get_painter (fixture, TL_THEME_LIGHT), &view,
                                ticks);
  for (guint i = 0; i < tl_scene_get_n_items (axis); i++)
    {
      const TlItem *item = tl_scene_get_item (axis, i);

      if (item->type != TL_ITEM_PATH || item->n_points < 6)
        continue;
      n_signs++;
      for (guint j = 0; j < item->n_points; j++)
        g_assert_cmpfloat (item->points[j].y, <, tl_scene_get_height (axis));
    }
  g_assert_cmpuint (n_signs, ==, ticks->n_breaks);
  g_assert_cmpuint (n_signs, >, 0);
}

/* In a picture too narrow for the words of a flag the title is cut, and not
 * the time to run. */
static void
test_narrow_flag (Fixture *fixture, gconstpointer data)
{
  guint n_cut = 0;

  for (int width = 210; width <= 510; width += 25)
    {
      g_autoptr (TlView) view = tl_layout_get_view (
          fixture->layout,
          tl_layout_fit (fixture->layout, width, data != NULL));
      g_autoptr (TlTicks) ticks =
          tl_ticks_new (fixture->warp, view->scale, fixture->formatter,
                        tl_text_measurer_measure, fixture->measurer);
      g_autoptr (TlScene) axis = tl_painter_paint_axis (
          get_painter (fixture, TL_THEME_LIGHT), view, ticks);
      const char *countdown = view->flags[0].countdown;
      guint       n_words = 0;

      for (guint i = 0; i < tl_scene_get_n_items (axis); i++)
        {
          const TlItem *item = tl_scene_get_item (axis, i);

          if (item->type != TL_ITEM_TEXT || item->font != TL_FONT_FLAG)
            continue;
          g_assert_true (g_str_has_suffix (item->text, countdown));
          g_assert_cmpfloat (item->rect.x, >=, 0);
          g_assert_cmpfloat (item->rect.x + item->rect.width, <=, width);
          n_cut += strstr (item->text, "…") != NULL ? 1 : 0;
          n_words++;
        }
      g_assert_cmpuint (n_words, ==, 1);
    }
  g_assert_cmpuint (n_cut, >, 0);
}

#define add_test(path, mirrored, test)                                         \
  g_test_add (path, Fixture, GINT_TO_POINTER (mirrored), set_up, test,         \
              tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/tl/painter-overlays/curves", FALSE, test_curves);
  add_test ("/tl/painter-overlays/curves-mirrored", TRUE, test_curves);
  add_test ("/tl/painter-overlays/dashes", FALSE, test_dashes);
  add_test ("/tl/painter-overlays/breaks", FALSE, test_breaks);
  add_test ("/tl/painter-overlays/flag", FALSE, test_narrow_flag);
  add_test ("/tl/painter-overlays/flag-mirrored", TRUE, test_narrow_flag);
  add_test ("/tl/painter-overlays/ghosts", FALSE, test_ghosts);
  add_test ("/tl/painter-overlays/ghosts-mirrored", TRUE, test_ghosts);
  return g_test_run ();
}
