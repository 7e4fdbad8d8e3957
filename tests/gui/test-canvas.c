/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-test.h"
#include "layout-fixture.h"

#include "tl-canvas.h"
#include "tl-tile-cache.h"
#include "tl-view-limits.h"
#include "tl-scene-node.h"

#include <math.h>

/* What the canvas keeps must never be seen: however it came to a frame, the
 * pixels are those of a canvas that draws nothing but this frame. And it must
 * keep enough: what is painted is counted. */

#define WIDTH 900
#define HEIGHT 420
#define HEADINGS 120
#define N_RECORDS 120
#define N_FRAMES 32
#define N_ZOOMS 12

typedef struct
{
  Fixture        *fixture;
  TlTextMeasurer *measurer;
  TlView         *view;
  TlCanvasFrame   frame;
  TlChosenMark    chosen[2];
  TlMarking      *marking; /* nullable */
} Scenery;

static void
set_scale (Scenery *scenery, TlScale scale)
{
  g_clear_pointer (&scenery->view, tl_view_free);
  scale.origin = round (scale.origin * scale.px_per_unit) / scale.px_per_unit;
  scenery->view = tl_layout_get_view (scenery->fixture->layout, scale);
  scenery->frame.view = scenery->view;
  scenery->frame.axis_height =
      ceil (tl_painter_get_axis_height (scenery->view));
}

static void
set_lanes (Scenery *scenery, double y0, double y1)
{
  TlScale scale = scenery->view->scale;

  g_clear_pointer (&scenery->view, tl_view_free);
  scenery->view =
      tl_layout_get_view_within (scenery->fixture->layout, scale, y0, y1);
  scenery->frame.view = scenery->view;
}

static Scenery *
create_scenery (gboolean mirrored, gboolean stamped)
{
  Scenery *scenery = g_new0 (Scenery, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (2020);

  scenery->fixture =
      fixture_new (fixture_new_random_dataset (random, N_RECORDS),
                   TL_GROUP_BY_KIND, FALSE, 0);
  scenery->measurer = tl_text_measurer_new (NULL);
  scenery->frame = (TlCanvasFrame){
    .painter = { tl_palette_get (TL_THEME_LIGHT), scenery->measurer },
    .width = WIDTH,
    .height = HEIGHT,
    .headings_width = HEADINGS,
    .hovered = TL_NONE,
    .ring = TL_NONE,
    .selected = TL_NONE,
    .stamped = stamped,
    .scale_factor = 1,
  };
  set_scale (scenery, tl_layout_fit (scenery->fixture->layout, WIDTH - HEADINGS,
                                     mirrored));
  return scenery;
}

static void
choose (Scenery *scenery, guint leading, guint other)
{
  scenery->chosen[0] = (TlChosenMark){ leading, TRUE };
  scenery->chosen[1] = (TlChosenMark){ other, FALSE };
  scenery->frame.chosen = scenery->chosen;
  scenery->frame.n_chosen = 0;
  if (leading != TL_NONE)
    scenery->frame.n_chosen = other != TL_NONE ? 2 : 1;
}

/* Lights every so many records. */
static void
set_marking (Scenery *scenery, guint step, gboolean dims, const char *search)
{
  guint n_all = tl_dataset_get_n_records (scenery->fixture->dataset);
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (TlRecordSet) set = NULL;

  for (guint i = 0; i < n_all; i += step)
    g_array_append_val (records, i);
  set = tl_record_set_new ((const guint *)records->data, records->len, n_all);
  g_clear_pointer (&scenery->marking, tl_marking_unref);
  scenery->marking = tl_marking_new (set, dims, search);
  scenery->frame.painter.marking = scenery->marking;
}

static void
free_scenery (Scenery *scenery)
{
  g_clear_pointer (&scenery->marking, tl_marking_unref);
  tl_view_free (scenery->view);
  tl_text_measurer_unref (scenery->measurer);
  fixture_free (scenery->fixture);
  g_free (scenery);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scenery, free_scenery)

static void
draw (TlCanvas *canvas, const TlCanvasFrame *frame, cairo_surface_t *surface)
{
  GtkSnapshot   *snapshot = gtk_snapshot_new ();
  cairo_t       *cr = cairo_create (surface);
  GskRenderNode *node;

  tl_canvas_snapshot (canvas, snapshot, frame);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

static cairo_surface_t *
create_surface (void)
{
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
}

/* The greatest difference of a channel of a pixel. */
static int
compare (cairo_surface_t *a, cairo_surface_t *b)
{
  const guchar *left = cairo_image_surface_get_data (a);
  const guchar *right = cairo_image_surface_get_data (b);
  int           size = cairo_image_surface_get_stride (a) * HEIGHT;
  int           worst = 0;

  for (int i = 0; i < size; i++)
    worst = MAX (worst, ABS (left[i] - right[i]));
  return worst;
}

/* A picture of a shape may differ from the shape by rounding. */
#define TOLERANCE 10

static void
assert_same_as_fresh (TlCanvas *used, const TlCanvasFrame *frame)
{
  g_autoptr (TlCanvas) fresh = tl_canvas_new ();
  cairo_surface_t *expected = create_surface ();
  cairo_surface_t *drawn = create_surface ();

  draw (used, frame, drawn);
  draw (fresh, frame, expected);
  g_assert_cmpint (compare (drawn, expected), <=, TOLERANCE);
  cairo_surface_destroy (expected);
  cairo_surface_destroy (drawn);
}

/* Any mark, brought into view. */
static guint
pick_any_mark (Scenery *scenery, GRand *random)
{
  guint         mark;
  const TlMark *found;

  if (scenery->view->n_marks == 0)
    return TL_NONE;
  mark = (guint)g_rand_int_range (random, 0, (int)scenery->view->n_marks);
  found = &scenery->view->marks[mark];
  if (found->type == TL_MARK_LIFE)
    return TL_NONE;
  scenery->frame.offset = MAX (floor (found->y - HEIGHT / 3), 0);
  return mark;
}

/* The walk does not leave the data behind. */
static TlScale
clamp (Scenery *scenery, TlScale scale)
{
  TlLayout    *layout = scenery->fixture->layout;
  TlViewLimits limits = { .closest_units = 1 };

  tl_layout_get_extent (layout, &limits.extent_from, &limits.extent_to);
  limits.fit_px_per_unit =
      tl_layout_fit (layout, scale.width, scale.mirrored).px_per_unit;
  return tl_view_limits_clamp (limits, scale);
}

static void
change_at_random (Scenery *scenery, GRand *random)
{
  TlCanvasFrame *frame = &scenery->frame;
  TlScale        scale = scenery->view->scale;

  frame->hovered = TL_NONE;
  choose (scenery, TL_NONE, TL_NONE);
  switch (g_rand_int_range (random, 0, 9))
    {
    case 0:
      scale = tl_scale_zoom_at (scale, g_rand_double_range (random, 0, 700),
                                exp (g_rand_double_range (random, -1, 1)));
      set_scale (scenery, clamp (scenery, scale));
      break;
    case 1:
      frame->offset = g_rand_int_range (random, 0, 300);
      break;
    case 2:
      frame->hovered = pick_any_mark (scenery, random);
      break;
    case 3:
      choose (scenery, pick_any_mark (scenery, random),
              pick_any_mark (scenery, random));
      frame->focused = g_rand_boolean (random);
      frame->ring = frame->focused && frame->n_chosen > 0
                        ? frame->chosen[0].mark
                        : TL_NONE;
      break;
    case 4:
      frame->painter.palette = tl_palette_get (
          (TlTheme)g_rand_int_range (random, 0, TL_THEME_PRINT + 1));
      break;
    case 5:
      frame->relations = (TlRelationsShown)g_rand_int_range (
          random, TL_RELATIONS_NONE, TL_RELATIONS_ALL + 1);
      frame->selected = (guint)g_rand_int_range (random, 0, N_RECORDS);
      break;
    case 6:
      set_marking (scenery, (guint)g_rand_int_range (random, 1, 9),
                   g_rand_boolean (random),
                   g_rand_boolean (random) ? "talk" : NULL);
      break;
    default:
      scale = tl_scale_pan (scale, g_rand_int_range (random, -900, 900));
      set_scale (scenery, clamp (scenery, scale));
      break;
    }
}

typedef struct
{
  const char *name;
  gboolean    mirrored;
  gboolean    stamped;
} CanvasCase;

static const CanvasCase canvas_cases[] = {
  { "nodes", FALSE, FALSE },
  { "nodes-mirrored", TRUE, FALSE },
  { "pictures", FALSE, TRUE },
  { "pictures-mirrored", TRUE, TRUE },
};

/* A text then looks a little different wherever its node begins. */
static gboolean
rounds_glyphs (const CanvasCase *test)
{
  return !test->stamped && gtk_check_version (4, 14, 0) == NULL;
}

static void
test_kept_is_not_seen (gconstpointer data)
{
  const CanvasCase *test = data;
  g_autoptr (Scenery) scenery = create_scenery (test->mirrored, test->stamped);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (TlCanvas) canvas = tl_canvas_new ();

  if (rounds_glyphs (test))
    {
      g_test_skip ("this GTK rounds the places of glyphs in text nodes");
      return;
    }
  for (guint i = 0; i < N_FRAMES; i++)
    {
      change_at_random (scenery, random);
      assert_same_as_fresh (canvas, &scenery->frame);
    }
}

static void
draw_node (GskRenderNode *node, double x, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  cairo_rectangle (cr, 0, 0, WIDTH - HEADINGS, HEIGHT);
  cairo_clip (cr);
  cairo_translate (cr, x, 0);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

static cairo_surface_t *
draw_tiles (Scenery *scenery, TlTextStamps *stamps)
{
  g_autoptr (TlTileCache) cache = tl_tile_cache_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot     *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = create_surface ();
  TlTileFrame      frame = { scenery->frame.painter, scenery->view, stamps, 0,
                             scenery->view->height,  TRUE };

  tl_tile_cache_append (cache, snapshot, &frame);
  g_assert_cmpuint (tl_tile_cache_get_n_painted (cache), >=, 2);
  node = gtk_snapshot_free_to_node (snapshot);
  draw_node (node, 0, surface);
  return surface;
}

/* One scene that knows of what stands a little outside. */
#define BESIDE 200

static cairo_surface_t *
draw_whole (Scenery *scenery, TlTextStamps *stamps)
{
  TlScale scale = scenery->view->scale;
  double  width = scale.width + 2 * BESIDE;
  g_autoptr (TlView) view = NULL;
  g_autoptr (TlScene) scene = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  TlSceneNodeOptions options = { scenery->measurer, stamps, FALSE };
  cairo_surface_t   *surface = create_surface ();

  scale.origin -= BESIDE / scale.px_per_unit;
  scale.width = width;
  view = tl_layout_get_view (scenery->fixture->layout, scale);
  scene = tl_painter_paint_marks (scenery->frame.painter, view, 0, width);
  node = tl_scene_to_node (scene, (TlRect){ 0, 0, width, ceil (view->height) },
                           &options);
  draw_node (node, -BESIDE, surface);
  return surface;
}

/* Tiles stand edge to edge: the marks are those of one scene that is as wide
 * as the lanes. */
static void
test_tiles_join (gconstpointer data)
{
  const CanvasCase *test = data;
  g_autoptr (Scenery) scenery = create_scenery (test->mirrored, test->stamped);
  g_autoptr (TlTextStamps) stamps =
      test->stamped ? tl_text_stamps_new (scenery->measurer, 1) : NULL;

  if (rounds_glyphs (test))
    {
      g_test_skip ("this GTK rounds the places of glyphs in text nodes");
      return;
    }
  for (guint i = 0; i < N_ZOOMS; i++)
    {
      cairo_surface_t *tiles = draw_tiles (scenery, stamps);
      cairo_surface_t *whole = draw_whole (scenery, stamps);

      g_assert_cmpint (compare (tiles, whole), <=, TOLERANCE);
      cairo_surface_destroy (tiles);
      cairo_surface_destroy (whole);
      set_scale (scenery, tl_scale_zoom_at (scenery->view->scale, 600, 1.13));
    }
}

static guint
count_painted (TlCanvas *canvas, const TlCanvasFrame *frame)
{
  guint        before = tl_canvas_get_n_painted (canvas);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  tl_canvas_snapshot (canvas, snapshot, frame);
  node = gtk_snapshot_free_to_node (snapshot);
  return tl_canvas_get_n_painted (canvas) - before;
}

/* Pieces that stand at a place: axis, grid, grid of the flags, lines. */
#define N_PLACED 4

static void
test_keeps_enough (void)
{
  g_autoptr (Scenery) scenery = create_scenery (FALSE, FALSE);
  g_autoptr (TlCanvas) canvas = tl_canvas_new ();
  TlCanvasFrame *frame = &scenery->frame;
  guint          n_first = count_painted (canvas, frame);

  /* The marks as one drawing, and the headings. */
  g_assert_cmpuint (n_first, ==, N_PLACED + 2);
  g_assert_cmpuint (count_painted (canvas, frame), ==, 0);

  frame->hovered = 3;
  g_assert_cmpuint (count_painted (canvas, frame), ==, 1);
  frame->hovered = TL_NONE;
  g_assert_cmpuint (count_painted (canvas, frame), ==, 0);
  choose (scenery, 5, TL_NONE);
  g_assert_cmpuint (count_painted (canvas, frame), ==, 1);
  frame->focused = TRUE;
  g_assert_cmpuint (count_painted (canvas, frame), ==, 1);
  /* The ring of the keyboard moves without the selection. */
  frame->ring = 7;
  g_assert_cmpuint (count_painted (canvas, frame), ==, 1);
  frame->ring = TL_NONE;
  g_assert_cmpuint (count_painted (canvas, frame), ==, 0);
  /* With other lanes in sight the same number means another mark. */
  set_lanes (scenery, 0, scenery->view->height / 2);
  g_assert_cmpuint (count_painted (canvas, frame), ==, 1);
  choose (scenery, 5, 6);
  g_assert_cmpuint (count_painted (canvas, frame), ==, 1);
  choose (scenery, TL_NONE, TL_NONE);
  g_assert_cmpuint (count_painted (canvas, frame), ==, 0);
  /* Another marking is another drawing of the marks, and of them alone. */
  set_marking (scenery, 3, TRUE, "talk");
  g_assert_cmpuint (count_painted (canvas, frame), ==, N_PLACED + 2);
  g_assert_cmpuint (count_painted (canvas, frame), ==, 0);

  /* The first pan makes tiles, which stay. */
  frame->offset = 40;
  g_assert_cmpuint (count_painted (canvas, frame), >=, 2);
  frame->offset = 30;
  g_assert_cmpuint (count_painted (canvas, frame), ==, 0);

  /* A pan paints what stands at a place, and a tile that comes into view. */
  set_scale (scenery, tl_scale_pan (scenery->view->scale, -3));
  g_assert_cmpuint (count_painted (canvas, frame), <=, N_PLACED + 1);
  set_scale (scenery, tl_scale_pan (scenery->view->scale, 3));
  g_assert_cmpuint (count_painted (canvas, frame), ==, N_PLACED);

  set_scale (scenery, tl_scale_zoom_at (scenery->view->scale, 300, 1.5));
  g_assert_cmpuint (count_painted (canvas, frame), ==, N_PLACED + 2);
  frame->painter.palette = tl_palette_get (TL_THEME_DARK);
  g_assert_cmpuint (count_painted (canvas, frame), ==, N_PLACED + 2);
  tl_canvas_clear (canvas);
  g_assert_cmpuint (count_painted (canvas, frame), ==, N_PLACED + 2);
}

/* With pictures, a moved tile is made one, one tile a frame, and no more. */
static void
test_refines (void)
{
  g_autoptr (Scenery) scenery = create_scenery (FALSE, TRUE);
  g_autoptr (TlCanvas) canvas = tl_canvas_new ();
  TlCanvasFrame *frame = &scenery->frame;
  guint          n_refined = 0;

  count_painted (canvas, frame);
  g_assert_cmpuint (count_painted (canvas, frame), ==, 0);
  frame->offset = 5;
  count_painted (canvas, frame);
  for (guint i = 1; i <= 10; i++)
    {
      guint n;

      frame->offset = 10 * i;
      n = count_painted (canvas, frame);
      g_assert_cmpuint (n, <=, 1);
      n_refined += n;
    }
  g_assert_cmpuint (n_refined, >=, 1);
  frame->offset = 5;
  g_assert_cmpuint (count_painted (canvas, frame), ==, 0);
}

/* Relations are one drawing, which a pan moves until another column of the
 * grid comes into view. */
static void
test_relations (void)
{
  g_autoptr (Scenery) scenery = create_scenery (FALSE, FALSE);
  g_autoptr (TlCanvas) canvas = tl_canvas_new ();
  TlCanvasFrame *frame = &scenery->frame;
  TlScale        scale = tl_scale_zoom_at (scenery->view->scale, 300, 3);
  guint          n_without;

  /* Not just before the end of a column. */
  scale.origin =
      ceil (scale.origin * scale.px_per_unit / 577) * 577 / scale.px_per_unit +
      50 / scale.px_per_unit;
  set_scale (scenery, scale);
  count_painted (canvas, frame);
  frame->relations = TL_RELATIONS_SELECTED;
  g_assert_cmpuint (count_painted (canvas, frame), ==, 0);
  frame->relations = TL_RELATIONS_ALL;
  g_assert_cmpuint (count_painted (canvas, frame), ==, 1);
  g_assert_cmpuint (count_painted (canvas, frame), ==, 0);
  set_scale (scenery, tl_scale_pan (scale, -3));
  count_painted (canvas, frame);
  frame->relations = TL_RELATIONS_NONE;
  set_scale (scenery, tl_scale_pan (scale, -5));
  n_without = count_painted (canvas, frame);
  frame->relations = TL_RELATIONS_ALL;
  set_scale (scenery, tl_scale_pan (scale, -6));
  g_assert_cmpuint (count_painted (canvas, frame), ==, n_without + 1);
  set_scale (scenery, tl_scale_pan (scale, -8));
  g_assert_cmpuint (count_painted (canvas, frame), ==, n_without);
}

static guint
count_tiles (Scenery *scenery, double y0, double y1)
{
  g_autoptr (TlTileCache) cache = tl_tile_cache_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  TlTileFrame  frame = {
     scenery->frame.painter, scenery->view, NULL, y0, y1, TRUE
  };

  tl_tile_cache_append (cache, snapshot, &frame);
  node = gtk_snapshot_free_to_node (snapshot);
  return tl_tile_cache_get_n_painted (cache);
}

/* Lanes out of sight are not drawn. */
static void
test_rows (void)
{
  g_autoptr (Scenery) scenery = create_scenery (FALSE, FALSE);
  double height = scenery->view->height;
  guint  n_whole;

  g_assert_cmpfloat (height, >, 1000);
  n_whole = count_tiles (scenery, 0, height);
  g_assert_cmpuint (count_tiles (scenery, 0, 300) * 2, <=, n_whole);
  g_assert_cmpuint (count_tiles (scenery, height - 300, height), <, n_whole);
  g_assert_cmpuint (count_tiles (scenery, 0, height + 4000), ==, n_whole);
}

static void
add_canvas_cases (const char *name, GTestDataFunc test)
{
  for (guint i = 0; i < G_N_ELEMENTS (canvas_cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/canvas/%s/%s", name, canvas_cases[i].name);

      g_test_add_data_func (path, &canvas_cases[i], test);
    }
}

int
main (int argc, char *argv[])
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  add_canvas_cases ("kept-is-not-seen", test_kept_is_not_seen);
  add_canvas_cases ("tiles-join", test_tiles_join);
  g_test_add_func ("/tl/canvas/n-painted/keeps-enough", test_keeps_enough);
  g_test_add_func ("/tl/canvas/n-painted/refines", test_refines);
  g_test_add_func ("/tl/canvas/n-painted/relations", test_relations);
  g_test_add_func ("/tl/canvas/n-painted/rows", test_rows);
  return gui_test_run ();
}
