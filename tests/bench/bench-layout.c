/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>

#include "bench.h"
#include "scale-fixture.h"
#include "tl-cairo-backend.h"
#include "tl-painter.h"

/* What a frame costs at 10^4, 10^5 and 10^6 records, 1920×1080: the geometry,
 * and with it the scene. A pan paints the strip that came into view, a zoom
 * everything. Drawing by cairo to an image sets text as outlines where cairo
 * is old, which the window does not. Each figure stands beside the same at the
 * first size, measured in the same process. Arguments: the sizes; the name of a
 * shape. */

#define WIDTH 1920
#define HEIGHT 1080
#define PAN_PX 24.0
#define ZOOM_FACTOR 1.05
#define ZOOM_STEPS 60

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

enum
{
  BENCH_CREATE,
  BENCH_FIRST_VIEW,
  BENCH_PAN,
  BENCH_PAN_DRAWN,
  BENCH_ZOOM,
  BENCH_ZOOM_DRAWN,
  BENCH_PICK,
  BENCH_FIND,
  BENCH_NEXT,
  BENCH_NEXT_LANE,
  N_BENCHES,
};

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

static void
bench_size (TlDataset         *dataset,
            const BenchResult *reference,
            BenchResult       *results)
{
  static const struct
  {
    const char *name;
    BenchFunc   func;
    double      closer;
  } benches[N_BENCHES] = {
    [BENCH_CREATE] = { "create", run_create, 4 },
    [BENCH_FIRST_VIEW] = { "create, fit, first view", run_first_view, 4 },
    [BENCH_PAN] = { "pan step, geometry, scene", run_pan, 8 },
    [BENCH_PAN_DRAWN] = { "pan step, drawn by cairo", run_pan_drawn, 8 },
    [BENCH_ZOOM] = { "zoom step, geometry, scene", run_zoom, 8 },
    [BENCH_ZOOM_DRAWN] = { "zoom step, drawn by cairo", run_zoom_drawn, 8 },
    [BENCH_PICK] = { "pick", run_pick, 4 },
    [BENCH_FIND] = { "find record", run_find, 4 },
    [BENCH_NEXT] = { "next, previous", run_next, 4 },
    [BENCH_NEXT_LANE] = { "next lane", run_next_lane, 4 },
  };
  Context context = begin (dataset);

  bench_print ("warp", bench_measure (run_warp, &context), NULL, NULL);
  for (guint i = 0; i < N_BENCHES; i++)
    {
      go_to_start (&context, benches[i].closer);
      results[i] = bench_measure (benches[i].func, &context);
      bench_print (benches[i].name, results[i],
                   reference != NULL ? "first size" : NULL,
                   reference != NULL ? &reference[i] : NULL);
    }
  g_print ("  %u marks in the last picture, %.0f px high\n",
           context.view->n_marks, context.view->height);
  end (&context);
}

static ScaleShape
find_shape (const char *name)
{
  for (guint i = 0; i < SCALE_N_SHAPES; i++)
    if (g_str_equal (name, scale_shape_get_name ((ScaleShape)i)))
      return (ScaleShape)i;
  return SCALE_MIXED;
}

int
main (int argc, char **argv)
{
  static const guint default_sizes[] = { 10000, 100000, 1000000 };
  BenchResult        first[N_BENCHES];
  BenchResult        results[N_BENCHES];
  ScaleShape         shape = argc > 1 ? find_shape (argv[1]) : SCALE_MIXED;
  guint n_sizes = argc > 2 ? (guint)argc - 2 : G_N_ELEMENTS (default_sizes);

  setlocale (LC_ALL, "");
  for (guint i = 0; i < n_sizes; i++)
    {
      guint n = argc > 2 ? (guint)atoi (argv[i + 2]) : default_sizes[i];
      g_autoptr (TlDataset) dataset = scale_new_dataset (shape, n);

      g_print ("%s, %u records, %d×%d\n", scale_shape_get_name (shape), n,
               WIDTH, HEIGHT);
      bench_size (dataset, i > 0 ? first : NULL, i > 0 ? results : first);
    }
  return 0;
}
