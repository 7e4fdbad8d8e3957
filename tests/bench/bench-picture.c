/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo.h>

#include "bench.h"
#include "tl-cairo-backend.h"
#include "tl-picture.h"
#include "tl-reader.h"

/* Reading, laying out, painting and exporting the built-in dataset. The
 * reference is one full-frame fill of the same size, in the same process. */

#define WIDTH 1920
#define HEIGHT 1080

typedef struct
{
  TlPictureOptions options;
  TlTextMeasurer  *measurer;
  TlScene         *scene;
  TlExportFormat   format;
  gboolean         outlines;
  cairo_surface_t *surface;
} Context;

static void
run_fill (gpointer data)
{
  Context *context = data;
  cairo_t *cr = cairo_create (context->surface);

  cairo_set_source_rgb (cr, 0.98, 0.98, 0.98);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static TlDataset *
load_builtin (void)
{
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  TlDataset *dataset = tl_reader_load_file (file, NULL, problems, &error);

  if (dataset == NULL)
    g_error ("%s", error->message);
  return dataset;
}

static void
run_load (gpointer data)
{
  g_object_unref (load_builtin ());
}

static void
run_compose (gpointer data)
{
  Context *context = data;

  g_clear_pointer (&context->scene, tl_scene_free);
  context->scene = tl_picture_new (&context->options, context->measurer, NULL);
}

static void
run_repaint (gpointer data)
{
  Context *context = data;
  cairo_t *cr = cairo_create (context->surface);

  tl_cairo_draw_scene (cr, context->scene, context->measurer);
  cairo_destroy (cr);
}

static void
run_export (gpointer data)
{
  Context *context = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      tl_picture_render (&context->options, context->measurer, context->format,
                         1, context->outlines, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);
}

static void
bench_export (Context           *context,
              const char        *name,
              TlExportFormat     format,
              gboolean           outlines,
              const BenchResult *fill)
{
  context->format = format;
  context->outlines = outlines;
  bench_print (name, bench_measure (run_export, context), "fill", fill);
}

int
main (int argc, char **argv)
{
  g_autoptr (TlDataset) dataset = NULL;
  Context     context = { 0 };
  BenchResult fill;

  bench_init (&argc, &argv);
  dataset = load_builtin ();
  tl_picture_options_init (&context.options, dataset);
  context.options.width = WIDTH;
  context.options.height = HEIGHT;
  context.measurer = tl_text_measurer_new (NULL);
  context.surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);

  g_print ("Built-in dataset, %u records, %d×%d\n",
           tl_dataset_get_n_records (dataset), WIDTH, HEIGHT);
  bench_set_size (tl_dataset_get_n_records (dataset));
  fill = bench_measure (run_fill, &context);
  bench_print ("full-frame fill (reference)", fill, NULL, NULL);
  bench_print ("read", bench_measure (run_load, &context), "fill", &fill);
  bench_print ("lay out and compose", bench_measure (run_compose, &context),
               "fill", &fill);
  bench_print ("full repaint", bench_measure (run_repaint, &context), "fill",
               &fill);
  bench_export (&context, "export PNG", TL_EXPORT_PNG, FALSE, &fill);
  bench_export (&context, "export SVG, text", TL_EXPORT_SVG, FALSE, &fill);
  bench_export (&context, "export SVG, outlines", TL_EXPORT_SVG, TRUE, &fill);
  bench_export (&context, "export PDF", TL_EXPORT_PDF, FALSE, &fill);

  cairo_surface_destroy (context.surface);
  g_clear_pointer (&context.scene, tl_scene_free);
  tl_text_measurer_unref (context.measurer);
  return bench_finish ();
}
