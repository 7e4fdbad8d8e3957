/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render-fixture.h"

#include <string.h>

static const TlExportMetadata metadata = {
  .title =
      "Strategic stability, 2020 \xc2\xb7 \xd0\x92\xd0\xb5\xd0\xbd\xd0\xb0",
  .description = "Talks & tests",
  .language = "en",
  .dataset_id = "strategic-stability-2020",
  .dataset_sha256 = "00ff",
  .filter = "kind:talk",
  .range = "2013-01-01/2021-02-05",
  .known_on = "2020-07-27",
};

static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

static GBytes *
render (const TlScene *scene, TlExportFormat format, double scale)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes =
      tl_export_render (scene, m, format, scale, FALSE, &metadata, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

static TlScene *
make_filled (double width, double height, TlColor color)
{
  TlScene *scene = tl_scene_new (width, height);

  tl_scene_add_rect (scene, (TlRect){ 0, 0, width, height }, 0,
                     tl_paint_color (color), tl_stroke_none ());
  return scene;
}

static void
test_format_names (void)
{
  const struct
  {
    const char    *name;
    gboolean       known;
    TlExportFormat format;
  } cases[] = {
    { "a.png", TRUE, TL_EXPORT_PNG },
    { "a.b.SVG", TRUE, TL_EXPORT_SVG },
    { "/x/y.Pdf", TRUE, TL_EXPORT_PDF },
    { "png", FALSE, 0 },
    { "a.jpg", FALSE, 0 },
    { "a.", FALSE, 0 },
    { "", FALSE, 0 },
    { "a.png.txt", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlExportFormat format = TL_EXPORT_PNG;

      g_assert_cmpint (tl_export_format_from_name (cases[i].name, &format), ==,
                       cases[i].known);
      if (cases[i].known)
        g_assert_cmpint (format, ==, cases[i].format);
    }
  for (guint i = TL_EXPORT_PNG; i <= TL_EXPORT_PDF; i++)
    {
      TlExportFormat format;

      g_assert_true (
          tl_export_format_from_nick (tl_export_format_to_nick (i), &format));
      g_assert_cmpint (format, ==, i);
    }
}

static void
test_png_size (void)
{
  const struct
  {
    double width, height, scale;
    int    pixel_width, pixel_height;
  } cases[] = {
    { 200, 100, 1, 200, 100 },   { 200, 100, 2, 400, 200 },
    { 200, 100, 1.5, 300, 150 }, { 201, 101, 1.5, 302, 152 },
    { 100.4, 50.6, 1, 100, 51 }, { 1920, 1080, 2, 3840, 2160 },
    { 3, 2, 0.5, 2, 1 },         { 32767, 1, 1, 32767, 1 },
    { 1, 32767, 1, 1, 32767 },
  };
  const TlColor color = { 0.2f, 0.4f, 0.6f, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlScene) scene =
          make_filled (cases[i].width, cases[i].height, color);
      g_autoptr (GBytes) bytes = render (scene, TL_EXPORT_PNG, cases[i].scale);
      cairo_surface_t *image = read_png (bytes);
      int              width = cairo_image_surface_get_width (image);
      int              height = cairo_image_surface_get_height (image);

      g_assert_cmpint (width, ==, cases[i].pixel_width);
      g_assert_cmpint (height, ==, cases[i].pixel_height);
      /* Also the pixels at the rim are the paper's and nothing else. */
      g_assert_cmphex (get_pixel (image, 0, 0), ==, 0xff336699);
      g_assert_cmphex (get_pixel (image, width - 1, height - 1), ==,
                       0xff336699);
      cairo_surface_destroy (image);
    }
}

static void
test_png_pixels (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  g_autoptr (TlScene) scene = make_sample (m, TRUE);
  const double scales[] = { 1, 1.5, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (GBytes) bytes = render (scene, TL_EXPORT_PNG, scales[i]);
      cairo_surface_t *image = read_png (bytes);
      cairo_surface_t *direct = draw_scene (scene, m, scales[i]);

      g_assert_cmpfloat (get_mean_difference (image, direct), <, 1e-9);
      cairo_surface_destroy (image);
      cairo_surface_destroy (direct);
    }
}

/* A picture too large for one band has no seams. */
static void
test_png_bands (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  g_autoptr (TlScene) scene = make_sample (m, TRUE);
  g_autoptr (GBytes) bytes = render (scene, TL_EXPORT_PNG, 10);
  cairo_surface_t *image = read_png (bytes);
  cairo_surface_t *direct = draw_scene (scene, m, 10);

  g_assert_cmpint (cairo_image_surface_get_height (image), ==, 3000);
  g_assert_cmpfloat (get_share_different (image, direct, 6), <, 1e-9);
  cairo_surface_destroy (image);
  cairo_surface_destroy (direct);
}

/* Without paper the picture is transparent, with straight alpha. */
static void
test_png_transparent (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (10, 10);
  const TlColor color = { 1, 0.5f, 0, 0.5f };
  g_autoptr (GBytes) bytes = NULL;
  const guint8    *data;
  cairo_surface_t *image;

  tl_scene_add_rect (scene, (TlRect){ 0, 0, 5, 10 }, 0, tl_paint_color (color),
                     tl_stroke_none ());
  bytes = render (scene, TL_EXPORT_PNG, 1);
  data = g_bytes_get_data (bytes, NULL);
  g_assert_cmpint (data[25], ==, 6); /* colour type: RGB and alpha */
  image = read_png (bytes);
  g_assert_cmphex (get_pixel (image, 7, 5), ==, 0);
  g_assert_cmphex (get_pixel (image, 2, 5) >> 24, ==, 0x80);
  g_assert_cmpint (abs ((int)(get_pixel (image, 2, 5) >> 8 & 0xff) - 0x40), <=,
                   1);
  cairo_surface_destroy (image);
}

static void
test_png_chunks (void)
{
  const struct
  {
    const char *text;
    gboolean    there;
  } cases[] = {
    { "Title", TRUE },
    { "Strategic stability, 2020 \xc2\xb7 \xd0\x92\xd0\xb5\xd0\xbd\xd0\xb0",
      TRUE },
    { "Talks & tests", TRUE },
    { "Treatyline ", TRUE },
    { "strategic-stability-2020 sha256:00ff", TRUE },
    { "kind:talk", TRUE },
    { "2013-01-01/2021-02-05", TRUE },
    { "2020-07-27", TRUE },
    { "tIME", FALSE },
    { "Creation Time", FALSE },
    /* 2 pixels a point are 192 dpi, 7559 a metre. */
    { "pHYs", TRUE },
  };
  g_autoptr (TlScene) scene = make_paper ();
  g_autoptr (GBytes) bytes = render (scene, TL_EXPORT_PNG, 2);
  const guint8  density[] = { 'p',  'H', 'Y', 's',  0,    0, 0x1d,
                              0x87, 0,   0,   0x1d, 0x87, 1 };
  gsize         size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (contains (bytes, cases[i].text), ==, cases[i].there);
  g_assert_nonnull (memmem (data, size, density, sizeof density));
}

static void
test_sizes_refused (void)
{
  const struct
  {
    TlExportFormat format;
    double         width, height, scale;
    const char    *says;
  } cases[] = {
    { TL_EXPORT_PNG, 16384, 100, 2, "32,767" },
    { TL_EXPORT_PNG, 100, 32768, 1, "32,767" },
    { TL_EXPORT_PNG, 100, 100, 0, "scale" },
    { TL_EXPORT_PNG, 100, 100, -1, "scale" },
    { TL_EXPORT_PNG, 100, 100, 1e9, "scale" },
    { TL_EXPORT_PNG, 0.1, 100, 1, "larger" },
    { TL_EXPORT_PNG, 0, 100, 1, "above 0" },
    { TL_EXPORT_SVG, 0, 100, 1, "above 0" },
    { TL_EXPORT_PDF, 100, 0, 1, "above 0" },
    { TL_EXPORT_PDF, 20000, 100, 1, "19,200" },
  };
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlScene) scene =
          tl_scene_new (cases[i].width, cases[i].height);
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_export_render (scene, m, cases[i].format,
                                       cases[i].scale, FALSE, NULL, &error));
      g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

/* The scale that the message names works. */
static void
test_sizes_advice (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  g_autoptr (TlScene) scene = make_filled (5000, 1, (TlColor){ 0, 0, 0, 1 });
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_null (
      tl_export_render (scene, m, TL_EXPORT_PNG, 7, FALSE, NULL, &error));
  g_assert_nonnull (strstr (error->message, "35,000"));
  g_assert_nonnull (strstr (error->message, "6.55"));
  bytes = render (scene, TL_EXPORT_PNG, 6.55);
  g_assert_nonnull (bytes);
}

static void
test_pdf (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  g_autoptr (TlScene) scene = make_sample (m, TRUE);
  g_autoptr (GBytes) bare = NULL;
  g_autoptr (GBytes) dated = NULL;
  g_autoptr (GBytes) broken = NULL;
  const char *const epoch = "SOURCE_DATE_EPOCH";

  g_unsetenv (epoch);
  bare = render (scene, TL_EXPORT_PDF, 1);
  g_setenv (epoch, "1595980800", TRUE);
  dated = render (scene, TL_EXPORT_PDF, 1);
  g_setenv (epoch, "yesterday", TRUE);
  broken = render (scene, TL_EXPORT_PDF, 1);
  g_unsetenv (epoch);

  g_assert_true (g_str_has_prefix (g_bytes_get_data (bare, NULL), "%PDF-"));
  g_assert_true (g_bytes_equal (bare, broken));
  g_assert_false (g_bytes_equal (bare, dated));
  g_assert_false (contains (bare, "CreationDate"));
  /* Newer cairo packs these into compressed objects. */
  if (cairo_version () >= CAIRO_VERSION_ENCODE (1, 17, 6))
    return;
  g_assert_true (contains (dated, "/CreationDate (D:20200729"));
  g_assert_true (contains (bare, "Talks & tests"));
  g_assert_true (contains (bare, "strategic-stability-2020"));
  /* Hatches and fades stay vectors, text stays text. */
  g_assert_false (contains (bare, "/Image"));
  g_assert_true (contains (bare, "/FontDescriptor"));
  g_assert_true (contains (bare, "/ToUnicode"));
}

static void
test_reproducible (void)
{
  const char *const zones[] = { "UTC", "Asia/Tokyo", "America/Chicago" };
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  g_autoptr (TlScene) scene = make_sample (m, TRUE);

  g_setenv ("SOURCE_DATE_EPOCH", "1595980800", TRUE);
  for (guint format = TL_EXPORT_PNG; format <= TL_EXPORT_PDF; format++)
    {
      g_autoptr (GBytes) first = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
        {
          g_autoptr (GBytes) bytes = NULL;

          g_setenv ("TZ", zones[i], TRUE);
          bytes = render (scene, format, 2);
          if (first == NULL)
            first = g_bytes_ref (bytes);
          g_assert_true (g_bytes_equal (first, bytes));
        }
    }
  g_unsetenv ("TZ");
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/export/format-from-name/table", test_format_names);
  g_test_add_func ("/tl/export/png/size", test_png_size);
  g_test_add_func ("/tl/export/png/pixels", test_png_pixels);
  g_test_add_func ("/tl/export/png/bands", test_png_bands);
  g_test_add_func ("/tl/export/png/transparent", test_png_transparent);
  g_test_add_func ("/tl/export/png/chunks", test_png_chunks);
  g_test_add_func ("/tl/export/render/sizes-refused", test_sizes_refused);
  g_test_add_func ("/tl/export/render/sizes-advice", test_sizes_advice);
  g_test_add_func ("/tl/export/render/reproducible", test_reproducible);
  g_test_add_func ("/tl/export/pdf/content", test_pdf);
  return g_test_run ();
}
