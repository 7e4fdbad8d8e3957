/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-test.h"

#include "tl-scene-node.h"

/* A scene becomes the nodes that GSK draws fastest. */

static guint
count_nodes (GskRenderNode *node, GskRenderNodeType type)
{
  guint count = gsk_render_node_get_node_type (node) == type ? 1 : 0;

  switch ((int)gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        count += count_nodes (gsk_container_node_get_child (node, i), type);
      break;
    case GSK_CLIP_NODE:
      count += count_nodes (gsk_clip_node_get_child (node), type);
      break;
    case GSK_TRANSFORM_NODE:
      count += count_nodes (gsk_transform_node_get_child (node), type);
      break;
    default:
      break;
    }
  return count;
}

static void
add_line (TlScene *scene)
{
  tl_scene_add_line (scene, 10.5, 0, 10.5, 90,
                     tl_stroke ((TlColor){ 0, 0, 0, 1 }, 1));
}

static void
add_area (TlScene *scene)
{
  tl_scene_add_rect (scene, (TlRect){ 5, 5, 40, 20 }, 0,
                     tl_paint_color ((TlColor){ 1, 0, 0, 1 }),
                     tl_stroke_none ());
}

static void
add_slanted_line (TlScene *scene)
{
  tl_scene_add_line (scene, 10, 0, 20, 90,
                     tl_stroke ((TlColor){ 0, 0, 0, 1 }, 1));
}

static void
add_two_circles (TlScene *scene)
{
  for (guint i = 0; i < 2; i++)
    tl_scene_add_circle (scene, (TlRect){ 10.0 + 12 * i, 10, 10, 10 },
                         tl_paint_color ((TlColor){ 0, 0, 1, 1 }),
                         tl_stroke_none ());
}

static void
add_circles_far_apart (TlScene *scene)
{
  for (guint i = 0; i < 2; i++)
    tl_scene_add_circle (scene, (TlRect){ 2.0 + 80 * i, 10, 10, 10 },
                         tl_paint_color ((TlColor){ 0, 0, 1, 1 }),
                         tl_stroke_none ());
}

static void
add_outside (TlScene *scene)
{
  tl_scene_add_circle (scene, (TlRect){ 500, 500, 10, 10 },
                       tl_paint_color ((TlColor){ 0, 0, 1, 1 }),
                       tl_stroke_none ());
}

static void
add_text (TlScene *scene)
{
  tl_scene_add_text (scene, "Vienna", 10, 40, 40, TL_FONT_LABEL, 1, FALSE,
                     (TlColor){ 0, 0, 0, 1 });
}

typedef struct
{
  const char *name;
  void (*add) (TlScene *scene);
  GskRenderNodeType type;
  guint             expected;
} NodeCase;

static const NodeCase node_cases[] = {
  { "line-is-colour", add_line, GSK_COLOR_NODE, 1 },
  { "line-needs-no-cairo", add_line, GSK_CAIRO_NODE, 0 },
  { "area-is-colour", add_area, GSK_COLOR_NODE, 1 },
  { "slanted-line-is-drawn", add_slanted_line, GSK_CAIRO_NODE, 1 },
  { "near-shapes-share", add_two_circles, GSK_CAIRO_NODE, 1 },
  { "distant-shapes-do-not", add_circles_far_apart, GSK_CAIRO_NODE, 2 },
  { "outside-is-nothing", add_outside, GSK_CAIRO_NODE, 0 },
  { "text-is-text", add_text, GSK_TEXT_NODE, 1 },
};

static void
test_node (gconstpointer data)
{
  const NodeCase *test = data;
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  g_autoptr (TlScene) scene = tl_scene_new (100, 100);
  g_autoptr (GskRenderNode) node = NULL;
  TlSceneNodeOptions options = { measurer, NULL, FALSE };

  test->add (scene);
  node = tl_scene_to_node (scene, (TlRect){ 0, 0, 100, 100 }, &options);
  g_assert_cmpuint (node != NULL ? count_nodes (node, test->type) : 0, ==,
                    test->expected);
}

int
main (int argc, char *argv[])
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (node_cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/scene-node/to-node/%s", node_cases[i].name);

      g_test_add_data_func (path, &node_cases[i], test_node);
    }
  return gui_test_run ();
}
