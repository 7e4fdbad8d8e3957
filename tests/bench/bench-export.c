/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench.h"
#include "generate.h"
#include "tl-cairo-backend.h"
#include "tl-picture.h"
#include "tl-reader.h"

/* What a picture costs as a file, in time and bytes. Two scenes of bars with
 * labels: a PNG of 7680×4320 pixels beside cairo's own PNG writer, and an SVG
 * beside the same without labels. Then views of made-up datasets, beside the
 * same of the first size; --full adds a million records. Arguments: the sizes;
 * the name of a shape. */

#define PNG_LABELS 1000
#define PNG_SCALE 4
#define SVG_LABELS 10000
#define WIDTH 1920
#define HEIGHT 1080
#define LABEL_WIDTH 300
#define FIRST_SIZE 10000
#define SECOND_SIZE 100000
#define FULL_SIZE 1000000
#define MAX_SIZES 8

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

typedef struct
{
  BenchResult time;
  gsize       n_bytes; /* 0: not written yet */
} Writing;

/* Of the first size, for ratios. */
typedef struct
{
  BenchResult compose[2]; /* of a given height, and of what is needed */
  Writing     write[TL_EXPORT_PDF + 1];
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
  bench_print_count ("  cairo's file (reference)", (double)cairo_bytes, "bytes",
                     NULL, 0);
  bench_print ("  draw and write", bench_measure (run_write, context),
               "cairo's", &cairo);
  bench_print_count ("  file", (double)context->n_bytes, "bytes", "cairo's",
                     (double)cairo_bytes);
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
  bench_print_count ("  file", (double)context->n_bytes, "bytes", NULL, 0);
  bench_print_count ("  a label, beyond the bars",
                     (double)(context->n_bytes - bars_bytes) / SVG_LABELS,
                     "bytes", NULL, 0);
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

/* One format of the picture in context; first is filled where it is empty. */
static void
bench_format (Context *context, TlExportFormat format, Writing *first)
{
  g_autofree char *name =
      g_strdup_printf ("  as %s", tl_export_format_to_nick (format));
  g_autofree char *bytes_name = g_strdup_printf ("%s, file", name);
  BenchResult      time;

  context->format = format;
  time = bench_measure (run_write, context);
  bench_print (name, time, "first", first->n_bytes > 0 ? &first->time : NULL);
  bench_print_count (bytes_name, (double)context->n_bytes, "bytes", "first",
                     (double)first->n_bytes);
  if (first->n_bytes == 0)
    *first = (Writing){ time, context->n_bytes };
}

static void
bench_compose (Context *context, double height, Views *first, guint index)
{
  g_autofree char *name =
      height > 0 ? g_strdup_printf ("  compose, %.0f points high", height)
                 : g_strdup ("  compose, as high as needed");
  BenchResult time;

  context->options.height = height;
  time = bench_measure (run_compose, context);
  bench_print (name, time, "first",
               first->compose[index].n_runs > 0 ? &first->compose[index]
                                                : NULL);
  if (first->compose[index].n_runs == 0)
    first->compose[index] = time;
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
  context->scale = 1;
  tl_picture_options_init (&context->options, context->dataset);
  context->options.width = WIDTH;
  g_print ("%s, %u records, %d points wide\n", names[shape],
           tl_dataset_get_n_records (context->dataset), WIDTH);
  bench_set_size (n_events);
  bench_set_series (names[shape]);
  bench_compose (context, HEIGHT, first, 0);
  bench_compose (context, 0, first, 1);
  bench_print_count ("  items of the scene",
                     tl_scene_get_n_items (context->scene), "items", NULL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (first->write); i++)
    bench_format (context, (TlExportFormat)i, &first->write[i]);
  g_clear_pointer (&context->scene, tl_scene_free);
  g_clear_object (&context->dataset);
}

static void
bench_files (Context *context)
{
  context->dataset = new_dataset (SVG_LABELS, GENERATE_PLAUSIBLE);
  bench_png (context);
  bench_svg (context);
  g_clear_object (&context->dataset);
}

int
main (int argc, char **argv)
{
  guint64       sizes[MAX_SIZES] = { FIRST_SIZE, SECOND_SIZE, FULL_SIZE };
  guint         n_sizes = 0;
  GenerateShape shape = GENERATE_PLAUSIBLE;
  gboolean      has_shape = FALSE;
  Context       context = { .measurer = NULL };

  bench_init (&argc, &argv);
  for (int i = 1; i < argc; i++)
    if (generate_shape_from_nick (argv[i], &shape))
      has_shape = TRUE;
    else if (n_sizes < MAX_SIZES)
      sizes[n_sizes++] =
          CLAMP (g_ascii_strtoull (argv[i], NULL, 10), 1, 10000000);
  if (n_sizes == 0)
    n_sizes = bench_is_full () ? 3 : 2;

  context.measurer = tl_text_measurer_new (NULL);
  bench_files (&context);
  for (GenerateShape s = GENERATE_PLAUSIBLE; s <= GENERATE_LONG_BAR; s++)
    {
      Views first = { .write = { { .n_bytes = 0 } } };

      for (guint i = 0; i < n_sizes && (!has_shape || s == shape); i++)
        bench_dataset (&context, sizes[i], s, &first);
    }
  tl_text_measurer_unref (context.measurer);
  return bench_finish ();
}
