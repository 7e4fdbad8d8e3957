/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render-fixture.h"

#include <math.h>

#include "tl-clean-text.h"
#include "tl-fade.h"

static const TlColor red = { 1, 0, 0, 1 };

static void
test_items (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (300, 200);
  TlPoint       points[] = { { 1, 2 }, { 3, 4 }, { 5, 6 } };
  const TlItem *item;

  assert_near (tl_scene_get_width (scene), 300, 1e-9);
  assert_near (tl_scene_get_height (scene), 200, 1e-9);
  g_assert_cmpuint (tl_scene_get_n_items (scene), ==, 0);

  tl_scene_begin_group (scene, "record-1", "A talk");
  tl_scene_begin_clip (scene, (TlRect){ 0, 0, 50, 50 });
  tl_scene_add_path (scene, points, 3, TRUE, tl_paint_color (red),
                     tl_stroke_none ());
  points[0].x = 99;
  tl_scene_end_clip (scene);
  tl_scene_end_group (scene);
  tl_scene_add_text (scene, "Vienna", 10, 20, 30, TL_FONT_LABEL, 1.5, TRUE,
                     red);

  g_assert_cmpuint (tl_scene_get_n_items (scene), ==, 6);
  item = tl_scene_get_item (scene, 0);
  g_assert_cmpuint (item->type, ==, TL_ITEM_GROUP_BEGIN);
  g_assert_cmpstr (item->id, ==, "record-1");
  g_assert_cmpstr (item->text, ==, "A talk");
  item = tl_scene_get_item (scene, 2);
  g_assert_cmpuint (item->n_points, ==, 3);
  assert_near (item->points[0].x, 1, 1e-9);
  g_assert_true (item->closed);
  item = tl_scene_get_item (scene, 5);
  g_assert_cmpstr (item->text, ==, "Vienna");
  assert_near (item->rect.width, 30, 1e-9);
  assert_near (item->font_scale, 1.5, 1e-9);
  g_assert_true (item->bold);
}

static void
test_many (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (300, 200);
  g_autofree char *long_title = g_strnfill (100000, 'x');

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup_printf ("label %u", i);

      tl_scene_add_text (scene, text, i, 0, 10, TL_FONT_LABEL, 1, FALSE, red);
      tl_scene_add_line (scene, i, 0, 0, i, tl_stroke (red, 1));
    }
  tl_scene_begin_group (scene, NULL, long_title);
  tl_scene_end_group (scene);
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup_printf ("label %u", i);

      g_assert_cmpstr (tl_scene_get_item (scene, 2 * i)->text, ==, text);
      assert_near (tl_scene_get_item (scene, 2 * i + 1)->points[1].y, i, 1e-9);
    }
  g_assert_cmpstr (tl_scene_get_item (scene, 40000)->text, ==, long_title);
}

static void
test_texts_cleaned (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (300, 200);
  g_autofree char *endless = g_strnfill (5000, 'x');

  tl_scene_add_text (scene,
                     "a\n\x01"
                     "b\xff",
                     0, 0, 10, TL_FONT_LABEL, 1, FALSE, red);
  tl_scene_add_text (scene, endless, 0, 0, 10, TL_FONT_LABEL, 1, FALSE, red);
  tl_scene_begin_group (scene, "id\x02",
                        "a\x1b"
                        "b");
  tl_scene_end_group (scene);
  g_assert_cmpstr (tl_scene_get_item (scene, 0)->text, ==, "a b\xef\xbf\xbd");
  g_assert_cmpint (g_utf8_strlen (tl_scene_get_item (scene, 1)->text, -1), ==,
                   TL_CLEAN_TEXT_MAX_CHARS);
  g_assert_cmpstr (tl_scene_get_item (scene, 2)->text, ==, "ab");
  g_assert_cmpstr (tl_scene_get_item (scene, 2)->id, ==, "id");
}

/* What the layout says of an open end at the deepest zoom. */
static void
test_bounds (void)
{
  const double values[] = {
    1e20, -1e20, (double)INFINITY, -(double)INFINITY, (double)NAN, 12.5
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (guint j = 0; j < G_N_ELEMENTS (values); j++)
      {
        g_autoptr (TlScene) scene = tl_scene_new (values[i], values[j]);
        TlPaint       fade = { .kind = TL_PAINT_FADE,
                               .color = red,
                               .from_x = values[i],
                               .to_x = values[j] };
        const TlItem *item;

        tl_scene_add_rect (scene, (TlRect){ values[i], 0, values[j], 10 },
                           values[j], fade, tl_stroke (red, values[i]));
        tl_scene_add_line (scene, values[i], values[j], 0, 0,
                           tl_stroke (red, 1));
        item = tl_scene_get_item (scene, 0);
        g_assert_cmpfloat (fabs (item->rect.x), <=, 200000);
        g_assert_cmpfloat (item->rect.width, >=, 0);
        g_assert_cmpfloat (item->rect.width, <=, 400000);
        g_assert_cmpfloat (item->radius, >=, 0);
        g_assert_cmpfloat (item->radius, <=, 5);
        g_assert_cmpfloat (item->fill.from_x, <=, item->fill.to_x);
        g_assert_cmpfloat (item->stroke.width, >=, 0);
        item = tl_scene_get_item (scene, 1);
        g_assert_cmpfloat (fabs (item->points[0].x), <=, 200000);
        g_assert_cmpfloat (fabs (item->points[0].y), <=, 200000);
      }
}

static void
test_complete (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (300, 200);

  g_assert_true (tl_scene_is_complete (scene));
  tl_scene_begin_group (scene, NULL, NULL);
  g_assert_false (tl_scene_is_complete (scene));
  tl_scene_begin_clip (scene, (TlRect){ 0, 0, 10, 10 });
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*begun*");
  tl_scene_end_group (scene);
  g_test_assert_expected_messages ();
  tl_scene_end_clip (scene);
  tl_scene_end_group (scene);
  g_assert_true (tl_scene_is_complete (scene));
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*n > 0*");
  tl_scene_end_clip (scene);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (tl_scene_get_n_items (scene), ==, 4);
}

static void
test_fade_stops (void)
{
  const struct
  {
    double     from_x, to_x, start_width, end_width;
    guint      n_stops;
    TlFadeStop stops[TL_MAX_FADE_STOPS];
  } cases[] = {
    { 0, 100, 20, 30, 4, { { 0, 0.25 }, { 0.2, 1 }, { 0.7, 1 }, { 1, 0.5 } } },
    { 50, 150, 0, 30, 3, { { 0, 1 }, { 0.7, 1 }, { 1, 0.5 } } },
    { 50, 150, 20, 0, 3, { { 0, 0.25 }, { 0.2, 1 }, { 1, 1 } } },
    { 0, 100, 0, 0, 2, { { 0, 1 }, { 1, 1 } } },
    /* Ramps without room share it. */
    { 0, 10, 30, 10, 4, { { 0, 0.25 }, { 0.75, 1 }, { 0.75, 1 }, { 1, 0.5 } } },
    { 10, 10, 30, 10, 2, { { 0, 1 }, { 1, 1 } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlPaint    paint = { .kind = TL_PAINT_FADE,
                           .from_x = cases[i].from_x,
                           .to_x = cases[i].to_x,
                           .start_alpha = 0.25,
                           .end_alpha = 0.5,
                           .start_width = cases[i].start_width,
                           .end_width = cases[i].end_width };
      TlFadeStop stops[TL_MAX_FADE_STOPS];
      guint      n = tl_fade_get_stops (&paint, stops);

      g_assert_cmpuint (n, ==, cases[i].n_stops);
      for (guint j = 0; j < n; j++)
        {
          assert_near (stops[j].offset, cases[i].stops[j].offset, 1e-9);
          assert_near (stops[j].alpha, cases[i].stops[j].alpha, 1e-9);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/scene/add/items", test_items);
  g_test_add_func ("/tl/scene/add/many", test_many);
  g_test_add_func ("/tl/scene/add/texts-cleaned", test_texts_cleaned);
  g_test_add_func ("/tl/scene/add/bounds", test_bounds);
  g_test_add_func ("/tl/scene/is-complete/nesting", test_complete);
  g_test_add_func ("/tl/scene/fade/stops", test_fade_stops);
  return g_test_run ();
}
