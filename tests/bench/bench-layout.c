/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo.h>
#include <stdlib.h>

#include "bench.h"
#include "generate.h"
#include "scale-fixture.h"
#include "tl-cairo-backend.h"
#include "tl-painter.h"
#include "tl-reader.h"

/* What a frame costs at 10^4, 10^5 and 10^6 records of any shape, 1920×1080:
 * the geometry, and with it the scene. A pan paints the strip that came into
 * view, a zoom everything. Drawing by cairo to an image sets text as outlines
 * where cairo is old, which the window does not. The reference is one
 * full-frame fill by cairo, measured in the same process; work is counted, too.
 * Arguments: the shape, else all of them; the sizes. Other shapes than
 * plausible go to 10^6 with --full. */

#define WIDTH 1920
#define HEIGHT 1080
#define PAN_PX 24.0
#define ZOOM_FACTOR 1.05
#define ZOOM_STEPS 60
#define N_COUNTED 100

typedef struct
{
  TlDataset       *dataset;
  TlWarp          *warp;
  TlDateFormatter *formatter;
  TlTextMeasurer  *measurer;
  TlPainter        painter;
  guint           *records;
  TlLayout        *layout;
  TlView          *view;
  TlScale          scale;
  cairo_surface_t *surface;
  guint            step;
  guint            record;
} Context;

static TlLayout *
create_layout (Context *context)
{
  TlLayoutOptions options = {
    .dataset = context->dataset,
    .records = context->records,
    .n_records = tl_dataset_get_n_records (context->dataset),
    .group_by = TL_GROUP_BY_KIND,
    .warp = context->warp,
    .formatter = context->formatter,
    .language = "en",
    .measure = tl_text_measurer_measure,
    .measure_data = context->measurer,
    .zoom = 1,
    .today = 18000 * G_GINT64_CONSTANT (86400),
  };

  return tl_layout_new (&options);
}

static void
run_fill (gpointer data)
{
  Context *context = data;
  cairo_t *cr = cairo_create (context->surface);

  cairo_set_source_rgb (cr, 0.98, 0.98, 0.98);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
run_warp (gpointer data)
{
  Context *context = data;

  tl_warp_unref (tl_warp_new_for_dataset (context->dataset));
}

static void
run_create (gpointer data)
{
  tl_layout_unref (create_layout (data));
}

static void
run_first_view (gpointer data)
{
  Context *context = data;
  TlScale  scale;

  tl_layout_unref (context->layout);
  context->layout = create_layout (context);
  scale = tl_layout_fit (context->layout, WIDTH, FALSE);
  tl_view_free (tl_layout_get_view (context->layout, scale));
}

static void
take_view (Context *context)
{
  g_clear_pointer (&context->view, tl_view_free);
  context->view = tl_layout_get_view (context->layout, context->scale);
}

static void
draw (Context *context, double x0, double x1)
{
  g_autoptr (TlScene) scene =
      tl_painter_paint_marks (context->painter, context->view, x0, x1);
  cairo_t *cr = cairo_create (context->surface);

  cairo_rectangle (cr, x0, 0, x1 - x0, HEIGHT);
  cairo_clip (cr);
  tl_cairo_draw_scene (cr, scene, context->measurer);
  cairo_destroy (cr);
}

/* Always on to where nobody was. */
static void
pan (Context *context)
{
  context->scale = tl_scale_pan (context->scale, -PAN_PX);
  take_view (context);
}

static void
zoom (Context *context)
{
  gboolean in = context->step % (2 * ZOOM_STEPS) < ZOOM_STEPS;

  /* In and out, then on to another place. */
  if (context->step++ % (2 * ZOOM_STEPS) == 0)
    context->scale = tl_scale_pan (context->scale, -1.5 * WIDTH);
  context->scale = tl_scale_zoom_at (context->scale, WIDTH / 2.0 + 100,
                                     in ? ZOOM_FACTOR : 1 / ZOOM_FACTOR);
  take_view (context);
}

static void
paint (Context *context, double x0, double x1)
{
  tl_scene_free (
      tl_painter_paint_marks (context->painter, context->view, x0, x1));
}

static void
run_pan (gpointer data)
{
  Context *context = data;

  pan (context);
  paint (context, WIDTH - PAN_PX, WIDTH);
}

static void
run_pan_drawn (gpointer data)
{
  Context *context = data;

  pan (context);
  draw (context, WIDTH - PAN_PX, WIDTH);
}

static void
run_zoom (gpointer data)
{
  zoom (data);
  paint (data, 0, WIDTH);
}

static void
run_zoom_drawn (gpointer data)
{
  zoom (data);
  draw (data, 0, WIDTH);
}

static void
run_pick (gpointer data)
{
  Context *context = data;

  context->step++;
  tl_view_pick (context->view, context->step * 37 % WIDTH,
                context->step * 53 % HEIGHT);
}

static void
run_find (gpointer data)
{
  Context *context = data;

  context->step++;
  tl_view_find_record (
      context->view,
      context->view->marks[context->step % context->view->n_marks].index);
}

static void
run_next (gpointer data)
{
  Context *context = data;

  context->record = tl_layout_next_record (context->layout, context->record,
                                           context->step++ % 64 < 32 ? 1 : -1);
}

static void
run_next_lane (gpointer data)
{
  Context *context = data;

  context->record = tl_layout_next_lane_record (
      context->layout, context->scale, context->record,
      context->step++ % 64 < 32 ? 1 : -1);
}

/* The start of time, somewhat closer than everything, as if never seen. */
static void
go_to_start (Context *context, double closer)
{
  g_clear_pointer (&context->view, tl_view_free);
  g_clear_pointer (&context->layout, tl_layout_unref);
  g_clear_pointer (&context->measurer, tl_text_measurer_unref);
  context->measurer = tl_text_measurer_new (NULL);
  context->painter.measurer = context->measurer;
  context->layout = create_layout (context);
  context->scale = tl_layout_fit (context->layout, WIDTH, FALSE);
  context->scale = tl_scale_zoom_at (context->scale, 0, closer);
  context->step = 0;
  context->record = TL_NONE;
  take_view (context);
}

static Context
begin (TlDataset *dataset)
{
  Context context = { .dataset = dataset };
  guint   n = tl_dataset_get_n_records (dataset);

  context.painter.palette = tl_palette_get (TL_THEME_LIGHT);
  context.records = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    context.records[i] = i;
  context.formatter = tl_date_formatter_new ("en");
  context.warp = tl_warp_new_for_dataset (dataset);
  context.surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  return context;
}

static void
end (Context *context)
{
  tl_view_free (context->view);
  tl_layout_unref (context->layout);
  tl_text_measurer_unref (context->measurer);
  tl_warp_unref (context->warp);
  tl_date_formatter_free (context->formatter);
  cairo_surface_destroy (context->surface);
  g_free (context->records);
}

typedef struct
{
  const char *name;
  BenchFunc   func;
  double      closer; /* than everything in view */
} Bench;

static const Bench benches[] = {
  { "create", run_create, 4 },
  { "create, fit, first view", run_first_view, 4 },
  { "pan step, geometry, scene", run_pan, 8 },
  { "pan step, drawn by cairo", run_pan_drawn, 8 },
  { "zoom step, geometry, scene", run_zoom, 8 },
  { "zoom step, drawn by cairo", run_zoom_drawn, 8 },
  { "pick", run_pick, 4 },
  { "find record", run_find, 4 },
  { "next, previous", run_next, 4 },
  { "next lane", run_next_lane, 4 },
};

/* What pan steps do, which is the same in every run. */
static void
count_pan_work (Context *context)
{
  TlLayoutCounts before;
  TlLayoutCounts after;

  go_to_start (context, 8);
  before = tl_layout_get_counts (context->layout);
  for (guint i = 0; i < N_COUNTED; i++)
    pan (context);
  after = tl_layout_get_counts (context->layout);
  bench_print_count ("marks looked at a pan step",
                     (double)(after.n_visited - before.n_visited) / N_COUNTED,
                     "marks", NULL, 0);
  bench_print_count ("labels measured in 100 pan steps",
                     (double)(after.n_measured - before.n_measured), "labels",
                     NULL, 0);
  bench_print_count ("marks in the picture", context->view->n_marks, "marks",
                     NULL, 0);
}

static void
bench_dataset (TlDataset *dataset)
{
  Context     context = begin (dataset);
  BenchResult fill = bench_measure (run_fill, &context);

  bench_print ("full-frame fill (reference)", fill, NULL, NULL);
  bench_print ("warp", bench_measure (run_warp, &context), "fill", &fill);
  for (guint i = 0; i < G_N_ELEMENTS (benches); i++)
    {
      go_to_start (&context, benches[i].closer);
      bench_print (benches[i].name, bench_measure (benches[i].func, &context),
                   "fill", &fill);
    }
  count_pan_work (&context);
  end (&context);
}

/* --- shapes: what the generator writes, and those of the tests --- */

#define PLAUSIBLE SCALE_N_SHAPES
#define N_SHAPES (PLAUSIBLE + 1)

static const char *
get_shape_name (guint shape)
{
  return shape == PLAUSIBLE ? "plausible"
                            : scale_shape_get_name ((ScaleShape)shape);
}

static TlDataset *
new_dataset (guint shape, guint n)
{
  GenerateOptions options = { .n_events = n, .lines = TRUE };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  TlDataset *dataset;

  if (shape != PLAUSIBLE)
    return scale_new_dataset ((ScaleShape)shape, n);
  bytes = generate_bytes (&options);
  dataset = tl_reader_load_bytes (bytes, "made-up", NULL, problems, &error);
  if (dataset == NULL)
    g_error ("%s", error->message);
  return dataset;
}

static void
bench_size (guint shape, guint n)
{
  g_autoptr (TlDataset) dataset = new_dataset (shape, n);

  g_print ("%s, %u records, %d×%d\n", get_shape_name (shape), n, WIDTH, HEIGHT);
  bench_set_size (n);
  bench_set_series (get_shape_name (shape));
  bench_dataset (dataset);
}

static void
bench_shape (guint shape, char *const *sizes)
{
  static const guint default_sizes[] = { 10000, 100000, 1000000 };
  guint              n_sizes = shape == PLAUSIBLE || bench_is_full () ? 3 : 2;

  for (guint i = 0; sizes[i] != NULL; i++)
    bench_size (shape, (guint)CLAMP (atoi (sizes[i]), 1, 10000000));
  for (guint i = 0; sizes[0] == NULL && i < n_sizes; i++)
    bench_size (shape, default_sizes[i]);
}

int
main (int argc, char **argv)
{
  gboolean found = FALSE;

  bench_init (&argc, &argv);
  for (guint i = 0; i < N_SHAPES; i++)
    {
      /* The plausible ones first. */
      guint shape = (i + PLAUSIBLE) % N_SHAPES;

      if (argc > 1 && !g_str_equal (argv[1], get_shape_name (shape)))
        continue;
      found = TRUE;
      bench_shape (shape, argv + MIN (argc, 2));
    }
  if (!found)
    {
      g_printerr ("“%s” is not a shape\n", argv[1]);
      return 2;
    }
  return bench_finish ();
}
