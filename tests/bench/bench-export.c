/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "generate.h"
#include "tl-cairo-backend.h"
#include "tl-picture.h"
#include "tl-reader.h"

/* What a picture costs as a file, in time and bytes. Two scenes of bars with
 * labels: a PNG of 7680×4320 pixels beside cairo's own PNG writer, and an SVG
 * beside the same without labels. Then views of made-up datasets, beside the
 * same of the first size. Arguments: the sizes; the name of a shape. */

#define PNG_LABELS 1000
#define PNG_SCALE 4
#define SVG_LABELS 10000
#define WIDTH 1920
#define HEIGHT 1080
#define LABEL_WIDTH 300
#define FIRST_SIZE 10000
#define SECOND_SIZE 100000

typedef struct
{
  TlTextMeasurer  *measurer;
  TlDataset       *dataset;
  TlScene         *scene;
  cairo_surface_t *surface;
  TlPictureOptions options;
  TlExportFormat   format;
  double           scale;
  gsize            n_bytes;
} Context;

/* Of the first size, for ratios. */
typedef struct
{
  BenchResult compose;
  BenchResult write[TL_EXPORT_PDF + 1];
} Views;

static TlDataset *
new_dataset (guint64 n_events, GenerateShape shape)
{
  GenerateOptions options = { .n_events = n_events, .shape = shape };
  g_autoptr (GBytes) bytes = generate_bytes (&options);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  TlDataset *dataset =
      tl_reader_load_bytes (bytes, "made-up", NULL, problems, &error);

  if (dataset == NULL)
    g_error ("%s", error->message);
  return dataset;
}

/* Bars in columns, with titles of the dataset beside them. */
static TlScene *
new_scene (
    Context *context, guint n, double width, double height, gboolean labels)
{
  const TlPalette *palette = tl_palette_get (TL_THEME_LIGHT);
  TlScene         *scene = tl_scene_new (width, height);
  guint            columns = MAX ((guint)(width / (LABEL_WIDTH + 60)), 1);
  guint            rows = (n + columns - 1) / columns;

  tl_scene_add_rect (scene, (TlRect){ 0, 0, width, height }, 0,
                     tl_paint_color (palette->background), tl_stroke_none ());
  for (guint i = 0; i < n; i++)
    {
      double x = (double)(i % columns) * (LABEL_WIDTH + 60) + (i % 7) * 2.3;
      double y = ((double)(i / columns) + 0.5) * height / (rows + 1);
      g_autofree char *title = tl_text_measurer_ellipsize (
          context->measurer,
          tl_dataset_get_record_title (context->dataset, i, NULL),
          TL_FONT_LABEL, 1, LABEL_WIDTH);

      tl_scene_add_rect (scene, (TlRect){ x, y - 6, 30 + i % 11, 12 }, 6,
                         tl_paint_color (palette->kind[i % TL_N_KINDS]),
                         tl_stroke_none ());
      if (labels)
        tl_scene_add_text (
            scene, title, x + 48, y + 4.2,
            tl_text_measurer_measure (title, TL_FONT_LABEL, context->measurer),
            TL_FONT_LABEL, 1, FALSE, palette->text);
    }
  return scene;
}

static void
run_write (gpointer data)
{
  Context *context = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      tl_export_render (context->scene, context->measurer, context->format,
                        context->scale, FALSE, NULL, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);
  context->n_bytes = g_bytes_get_size (bytes);
}

static void
run_draw (gpointer data)
{
  Context *context = data;
  cairo_t *cr = cairo_create (context->surface);

  cairo_scale (cr, context->scale, context->scale);
  tl_cairo_draw_scene (cr, context->scene, context->measurer);
  cairo_destroy (cr);
}

static cairo_status_t
count_cb (void *closure, const unsigned char *data, unsigned int length)
{
  Context *context = closure;

  context->n_bytes += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
run_cairo_png (gpointer data)
{
  Context *context = data;

  context->n_bytes = 0;
  cairo_surface_write_to_png_stream (context->surface, count_cb, context);
}

static void
print_bytes (const char *name,
             gsize       n_bytes,
             const char *reference_name,
             double      reference)
{
  g_print ("%-34s %9.3f MB", name, (double)n_bytes / 1e6);
  if (reference > 0)
    g_print ("  %7.2f × %s", (double)n_bytes / reference, reference_name);
  g_print ("\n");
}

static void
bench_png (Context *context)
{
  BenchResult cairo;
  gsize       cairo_bytes;

  context->format = TL_EXPORT_PNG;
  context->scale = PNG_SCALE;
  context->scene = new_scene (context, PNG_LABELS, WIDTH, HEIGHT, TRUE);
  context->surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, WIDTH * PNG_SCALE, HEIGHT * PNG_SCALE);
  g_print ("%d bars with labels as PNG, %d×%d pixels\n", PNG_LABELS,
           WIDTH * PNG_SCALE, HEIGHT * PNG_SCALE);
  bench_print ("  draw, before cairo's writer",
               bench_measure (run_draw, context), NULL, NULL);
  cairo = bench_measure (run_cairo_png, context);
  cairo_bytes = context->n_bytes;
  bench_print ("  cairo's writer (reference)", cairo, NULL, NULL);
  print_bytes ("  cairo's file (reference)", cairo_bytes, NULL, 0);
  bench_print ("  draw and write", bench_measure (run_write, context),
               "cairo's", &cairo);
  print_bytes ("  file", context->n_bytes, "cairo's", (double)cairo_bytes);
  cairo_surface_destroy (context->surface);
  g_clear_pointer (&context->scene, tl_scene_free);
}

static void
bench_svg (Context *context)
{
  BenchResult bars;
  gsize       bars_bytes;

  context->format = TL_EXPORT_SVG;
  context->scene =
      new_scene (context, SVG_LABELS, 4 * WIDTH, 20 * HEIGHT, FALSE);
  g_print ("%d bars with labels as SVG\n", SVG_LABELS);
  bars = bench_measure (run_write, context);
  bars_bytes = context->n_bytes;
  bench_print ("  bars alone (reference)", bars, NULL, NULL);
  g_clear_pointer (&context->scene, tl_scene_free);

  context->scene =
      new_scene (context, SVG_LABELS, 4 * WIDTH, 20 * HEIGHT, TRUE);
  bench_print ("  bars and labels", bench_measure (run_write, context), "bars",
               &bars);
  print_bytes ("  file", context->n_bytes, NULL, 0);
  g_print ("%-34s %9.1f bytes\n", "  a label, beyond the bars",
           (double)(context->n_bytes - bars_bytes) / SVG_LABELS);
  g_clear_pointer (&context->scene, tl_scene_free);
}

static void
run_compose (gpointer data)
{
  Context *context = data;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&context->scene, tl_scene_free);
  context->scene =
      tl_picture_new (&context->options, context->measurer, &error);
  if (context->scene == NULL)
    g_error ("%s", error->message);
}

static void
bench_views (Context *context, const char *name, Views *first)
{
  Views                    views;
  const char              *base = name;
  gboolean                 is_first = first->compose.n_runs == 0;
  static const char *const names[] = { "  as PNG", "  as SVG", "  as PDF" };

  g_print ("%s: %u records, %d points wide\n", base,
           tl_dataset_get_n_records (context->dataset), WIDTH);
  context->scale = 1;
  context->options.height = HEIGHT;
  bench_print ("  compose, 1080 points high",
               bench_measure (run_compose, context), NULL, NULL);
  context->options.height = 0;
  views.compose = bench_measure (run_compose, context);
  bench_print ("  compose, as high as needed", views.compose, "first",
               is_first ? NULL : &first->compose);
  g_print ("%-34s %9u\n", "  items", tl_scene_get_n_items (context->scene));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      context->format = (TlExportFormat)i;
      views.write[i] = bench_measure (run_write, context);
      bench_print (names[i], views.write[i], "first",
                   is_first ? NULL : &first->write[i]);
      print_bytes (names[i], context->n_bytes, NULL, 0);
    }
  g_clear_pointer (&context->scene, tl_scene_free);
  if (is_first)
    *first = views;
}

static void
bench_dataset (Context      *context,
               guint64       n_events,
               GenerateShape shape,
               Views        *first)
{
  static const char *const names[] = { "Mixed dates", "All on one day",
                                       "All overlapping", "One long bar" };

  context->dataset = new_dataset (n_events, shape);
  tl_picture_options_init (&context->options, context->dataset);
  context->options.width = WIDTH;
  bench_views (context, names[shape], first);
  g_clear_object (&context->dataset);
}

int
main (int argc, char **argv)
{
  guint64       sizes[16] = { FIRST_SIZE, SECOND_SIZE };
  guint         n_sizes = 0;
  GenerateShape shape;
  gboolean      has_shape = FALSE;
  Context       context = { .measurer = NULL };

  setlocale (LC_ALL, "");
  for (int i = 1; i < argc; i++)
    if (generate_shape_from_nick (argv[i], &shape))
      has_shape = TRUE;
    else if (n_sizes < G_N_ELEMENTS (sizes))
      sizes[n_sizes++] = strtoull (argv[i], NULL, 10);
  if (n_sizes == 0)
    n_sizes = 2;

  context.measurer = tl_text_measurer_new (NULL);
  context.dataset = new_dataset (SVG_LABELS, GENERATE_PLAUSIBLE);
  bench_png (&context);
  bench_svg (&context);
  g_clear_object (&context.dataset);
  for (GenerateShape s = GENERATE_PLAUSIBLE; s <= GENERATE_LONG_BAR; s++)
    {
      Views first = { .compose.n_runs = 0 };

      for (guint i = 0; i < n_sizes && (!has_shape || s == shape); i++)
        bench_dataset (&context, sizes[i], s, &first);
    }
  tl_text_measurer_unref (context.measurer);
  return 0;
}
