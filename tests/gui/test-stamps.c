/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"

#include "gui-test.h"

#include "tl-shape-stamps.h"
#include "tl-text-stamps.h"

/* Pictures of texts and shapes are made once and found again. */

/* clang-format off */
#define RED { 1, 0, 0, 1 }
#define BLUE { 0, 0, 1, 1 }
/* clang-format on */

static const TlColor red = RED;

static void
test_text_stamps (void)
{
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (TlTextStamps) stamps = tl_text_stamps_new (measurer, 2);
  g_autoptr (TlScene) scene = tl_scene_new (100, 100);
  const TlStamp  *stamp;
  GskRenderNode  *node;
  graphene_rect_t bounds;

  tl_scene_add_text (scene, "Vienna", 10, 50, 40, TL_FONT_LABEL, 1, FALSE, red);
  stamp = tl_text_stamps_get (stamps, tl_scene_get_item (scene, 0));
  node = stamp->node;
  gsk_render_node_get_bounds (node, &bounds);
  g_assert_cmpfloat (bounds.size.width, >, 20);
  g_assert_cmpfloat (stamp->y, <, -5);
  stamp = tl_text_stamps_get (stamps, tl_scene_get_item (scene, 0));
  g_assert_true (stamp->node == node);
}

typedef struct
{
  const char *name;
  double      x;
  double      y;
  double      size;
  TlColor     color;
  gboolean    is_new; /* a picture of its own */
  double      place_x;
} ShapeCase;

/* One after the other, with the same stamps. */
static const ShapeCase shape_cases[] = {
  { "first", 10, 20, 14, RED, TRUE, 10 },
  { "again", 10, 20, 14, RED, FALSE, 10 },
  { "elsewhere", 310, -80, 14, RED, FALSE, 310 },
  { "nearly the same place", 10.1, 20, 14, RED, FALSE, 10 },
  { "a quarter further", 10.25, 20, 14, RED, TRUE, 10 },
  { "nearly the next pixel", 10.9, 20, 14, RED, FALSE, 11 },
  { "another colour", 10, 20, 14, BLUE, TRUE, 10 },
  { "larger", 10, 20, 15, RED, TRUE, 10 },
};

static void
test_shape_stamps (void)
{
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (TlShapeStamps) stamps = tl_shape_stamps_new (1);

  for (guint i = 0; i < G_N_ELEMENTS (shape_cases); i++)
    {
      const ShapeCase *test = &shape_cases[i];
      g_autoptr (TlScene) scene = tl_scene_new (400, 400);
      TlRect  box = { test->x, test->y, test->size, test->size };
      guint   before = tl_shape_stamps_get_n_made (stamps);
      TlPoint place;

      g_test_message ("%s", test->name);
      tl_scene_add_circle (scene, box, tl_paint_color (test->color),
                           tl_stroke_none ());
      g_assert_nonnull (
          tl_shape_stamps_get (stamps, scene, box, measurer, &place));
      g_assert_cmpuint (tl_shape_stamps_get_n_made (stamps) - before, ==,
                        test->is_new ? 1 : 0);
      assert_near (place.x, test->place_x, 0);
      assert_near (place.y, test->y, 0);
    }
}

int
main (int argc, char *argv[])
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/tl/text-stamps/get/once-a-text", test_text_stamps);
  g_test_add_func ("/tl/shape-stamps/get/once-a-shape", test_shape_stamps);
  return gui_test_run ();
}
