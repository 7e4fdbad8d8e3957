/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render-fixture.h"
#include "svg-document.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "tl-svg-format.h"
#include "tl-svg-writer.h"
#include "tl-text-direction.h"

static const TlColor black = { 0, 0, 0, 1 };

static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strstr_len (data, (gssize)size, text) != NULL;
}

static void
test_number (void)
{
  const struct
  {
    double      value;
    guint       decimals;
    const char *wanted;
  } cases[] = {
    { 0, 2, "0" },           { -0.001, 2, "0" },       { 1, 2, "1" },
    { 10, 2, "10" },         { 100, 0, "100" },        { 12.5, 2, "12.5" },
    { 12.505, 2, "12.51" },  { -12.5, 2, "-12.5" },    { 0.05, 2, "0.05" },
    { -0.5, 2, "-0.5" },     { 0.999, 2, "1" },        { 1.005, 3, "1.005" },
    { 200000, 2, "200000" }, { 1.0 / 3, 4, "0.3333" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      tl_svg_append_number (out, cases[i].value, cases[i].decimals);
      g_assert_cmpstr (out->str, ==, cases[i].wanted);
    }
}

/* Text of a file is text: it comes out of the document as it went in, apart
 * from what XML cannot hold. */
static void
test_hostile (void)
{
  const struct
  {
    const char *text;
    const char *wanted;
  } cases[] = {
    { "<b>&amp;\"'", "<b>&amp;\"'" },
    { "]]>", "]]>" },
    { "</text><script>alert(1)</script>", "</text><script>alert(1)</script>" },
    { "a\x01\x1b\n\tb", "a  b" },
    { "\xff\xfe", "\xef\xbf\xbd\xef\xbf\xbd" },
    { "\xef\xbf\xbe\xef\xbf\xbf.", "." },
    { "\xd9\x85\xd8\xad\xd8\xa7\xd8\xaf", "\xd9\x85\xd8\xad\xd8\xa7\xd8\xaf" },
    { "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
      "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7" },
    { "\xe2\x80\x8b\xe2\x81\xa6x\xe2\x81\xa9\xe2\x80\xae",
      "\xe2\x80\x8b\xe2\x81\xa6x\xe2\x81\xa9\xe2\x80\xae" },
    { "  two  spaces  ", "  two  spaces  " },
    { "%s %n", "%s %n" },
  };
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  g_autoptr (TlScene) scene = make_paper ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) outlines = NULL;
  g_autoptr (SvgDocument) document = NULL;
  g_autoptr (SvgDocument) shapes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tl_scene_begin_group (scene, cases[i].text, cases[i].text);
      add_label (scene, m, cases[i].text, 10, 10, TL_FONT_LABEL, FALSE, black);
      tl_scene_end_group (scene);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char      *text = cases[i].text;
      TlExportMetadata metadata = { text, text, text, text, text,
                                    text, text, text, FALSE };

      g_clear_pointer (&bytes, g_bytes_unref);
      g_clear_pointer (&document, svg_document_free);
      bytes = tl_svg_write (scene, m, &metadata);
      document = svg_document_parse (bytes);
      g_assert_cmpstr (document->titles->pdata[0], ==, cases[i].wanted);
    }
  g_assert_cmpuint (document->texts->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (document->texts->pdata[i], ==, cases[i].wanted);
      g_assert_cmpstr (document->titles->pdata[i + 1], ==, cases[i].wanted);
    }
  outlines = tl_svg_write_outlines (scene, m, NULL);
  shapes = svg_document_parse (outlines);
  g_assert_cmpuint (shapes->titles->len, ==, G_N_ELEMENTS (cases));
}

static void
test_ids (void)
{
  const char *const wanted[] = { "a", "a",        "a-2", "a",   "1", "tl-0",
                                 "",  "\xc3\xa9", "x y", "x-y", "_1" };
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  g_autoptr (TlScene) scene = make_sample (m, TRUE);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SvgDocument) document = NULL;
  GHashTableIter iter;
  gpointer       id;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      tl_scene_begin_group (scene, wanted[i], NULL);
      tl_scene_end_group (scene);
    }
  bytes = tl_svg_write (scene, m, NULL);
  /* The parser refuses an id that was there before. */
  document = svg_document_parse (bytes);
  g_assert_true (g_hash_table_contains (document->ids, "a"));
  g_assert_true (g_hash_table_contains (document->ids, "a-2"));
  g_assert_true (g_hash_table_contains (document->ids, "record-8"));
  g_hash_table_iter_init (&iter, document->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_assert_true (g_regex_match_simple ("^[A-Za-z_][A-Za-z0-9_.-]*$", id,
                                         G_REGEX_DOLLAR_ENDONLY, 0));
}

static void
test_metadata (void)
{
  const TlExportMetadata metadata = {
    .title = "Strategic stability",
    .description = "Five reports",
    .language = "ar",
    .dataset_id = "strategic-stability-2020",
    .dataset_sha256 = "00ff",
    .filter = "kind:talk",
    .range = "2013-01-01/2021-02-05",
    .known_on = "2020-07-27",
    .right_to_left = TRUE,
  };
  const char *const wanted[] = {
    "<title id=\"tl-title\">Strategic stability</title>",
    "<desc id=\"tl-desc\">Five reports</desc>",
    "xml:lang=\"ar\"",
    "direction=\"rtl\"",
    "<dc:source>strategic-stability-2020</dc:source>",
    "<tl:sha256>00ff</tl:sha256>",
    "<tl:filter>kind:talk</tl:filter>",
    "<tl:range>2013-01-01/2021-02-05</tl:range>",
    "<tl:known-on>2020-07-27</tl:known-on>",
    "<tl:generator>Treatyline ",
    "width=\"200\" height=\"100\" viewBox=\"0 0 200 100\"",
  };
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  g_autoptr (TlScene) scene = make_paper ();
  g_autoptr (GBytes) bytes = tl_svg_write (scene, m, &metadata);
  g_autoptr (GBytes) bare = tl_svg_write (scene, m, NULL);
  g_autoptr (SvgDocument) document = svg_document_parse (bytes);
  g_autoptr (SvgDocument) nothing = svg_document_parse (bare);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_true (contains (bytes, wanted[i]));
  g_assert_false (contains (bare, "<title"));
  g_assert_false (contains (bare, "xml:lang"));
  g_assert_cmpuint (document->titles->len, ==, 1);
  g_assert_cmpuint (nothing->titles->len, ==, 0);
}

/* x is where the reading starts: on the right for a line from right to left. */
static void
test_text_direction (void)
{
  const struct
  {
    const char *text;
    gboolean    right;
  } cases[] = {
    { "Vienna", FALSE },
    { "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", TRUE },
    { "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d Vienna 2020", TRUE },
    { "Vienna \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", FALSE },
    { "2013\xe2\x80\x93"
      "2017",
      FALSE },
  };
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlScene) scene = make_paper ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (SvgDocument) document = NULL;
      double width = tl_text_measurer_measure (cases[i].text, TL_FONT_LABEL, m);

      add_label (scene, m, cases[i].text, 40, 50, TL_FONT_LABEL, FALSE, black);
      bytes = tl_svg_write (scene, m, NULL);
      document = svg_document_parse (bytes);
      g_assert_true (document->text_length);
      assert_near (document->text_x, cases[i].right ? 40 + width : 40, 0.006);
      g_assert_cmpint (contains (bytes, "direction:rtl"), ==, cases[i].right);
    }
}

/* As Pango sees it, which shapes the line. */
static void
test_text_reads_from_right (void)
{
  const char *const texts[] = {
    "",
    "Vienna",
    "2013",
    "2013 Vienna",
    "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
    "2020 \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d Vienna",
    "(\xd9\x85\xd8\xad)",
    "\xe2\x80\x8fVienna",
    "\xe2\x80\x8e\xd9\x85",
    "\xe2\x80\xabVienna",
    "\xe2\x80\xaeVienna",
    "\xe2\x80\xaa\xd9\x85",
    "\xe2\x81\xa7Vienna",
    "\xe4\xbd\x95",
    "\xf0\x90\xa4\x80",
    "\xf0\x9f\x98\x80 \xd9\x85",
  };
  PangoContext *context =
      pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);

  pango_context_set_base_dir (context, PANGO_DIRECTION_WEAK_LTR);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      PangoLayoutLine *line;

      g_test_message ("%u", i);
      pango_layout_set_text (layout, texts[i], -1);
      line = pango_layout_get_line_readonly (layout, 0);
      g_assert_cmpint (tl_text_is_right_to_left (texts[i], FALSE), ==,
                       pango_layout_line_get_resolved_direction (line) ==
                           PANGO_DIRECTION_RTL);
    }
  g_object_unref (layout);
  g_object_unref (context);
}

/* What is isolated has no say in the direction of its line; where nothing
 * has, that of the language counts. */
static void
test_direction_of_lines (void)
{
  static const struct
  {
    const char *text;
    gboolean    right_to_left;
    gboolean    in_arabic;
  } cases[] = {
    { "New START ends", FALSE, FALSE },
    { "محادثات in Vienna", TRUE, TRUE },
    { "\u2068New START\u2069 محادثات", TRUE, TRUE },
    { "\u2068محادثات\u2069 end", FALSE, FALSE },
    { "\u2067a\u2066b\u2069\u2069 محادثات", TRUE, TRUE },
    { "\u2069 a", FALSE, FALSE },
    { "\u200fNew START", TRUE, TRUE },
    { "2020–2021", FALSE, TRUE },
    { "\u2068New START\u2069", FALSE, TRUE },
    { "", FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      g_assert_cmpint (tl_text_is_right_to_left (cases[i].text, FALSE), ==,
                       cases[i].right_to_left);
      g_assert_cmpint (tl_text_is_right_to_left (cases[i].text, TRUE), ==,
                       cases[i].in_arabic);
    }
}

/* The root has the language of the picture; texts tell theirs where it is
 * another one, and begin where they are read from. */
static void
test_languages (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  g_autoptr (TlScene) scene = make_paper ();
  g_autoptr (GBytes) bytes = NULL;
  TlExportMetadata metadata = { .language = "zh-CN", .right_to_left = TRUE };

  tl_text_measurer_set_language (m, "zh-CN");
  tl_scene_set_language (scene, "zh-Hans");
  tl_scene_add_text (scene, "native", 10, 20, 30, TL_FONT_LABEL, 1, FALSE,
                     black);
  tl_scene_set_language (scene, "ar");
  tl_scene_add_text (scene, "م", 10, 20, 30, TL_FONT_LABEL, 1, FALSE, black);
  tl_scene_set_language (scene, "zh-Hant");
  tl_scene_add_text (scene, "foreign", 10, 20, 30, TL_FONT_LABEL, 1, FALSE,
                     black);
  tl_scene_set_language (scene, NULL);
  tl_scene_add_text (scene, "own", 10, 20, 30, TL_FONT_LABEL, 1, FALSE, black);
  bytes = tl_svg_write (scene, m, &metadata);
  g_assert_true (contains (bytes, " xml:lang=\"zh-CN\" direction=\"rtl\""));
  g_assert_true (contains (bytes, "spacingAndGlyphs\">native<"));
  g_assert_true (contains (bytes, "x=\"40\" y=\"20\""));
  g_assert_true (contains (bytes, " xml:lang=\"ar\">م<"));
  g_assert_true (contains (bytes, " xml:lang=\"zh-Hant\">foreign<"));
  g_assert_true (contains (bytes, "spacingAndGlyphs\">own<"));
  /* Whatever the root says, a line without a mark of its own begins left. */
  g_assert_true (contains (bytes, "text{direction:ltr"));
}

static void
test_text_empty (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  g_autoptr (TlScene) scene = make_paper ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SvgDocument) document = NULL;

  tl_scene_add_text (scene, "", 1, 2, 0, TL_FONT_LABEL, 1, FALSE, black);
  tl_scene_add_text (scene, "\xe2\x80\x8b", 1, 2, 0, TL_FONT_LABEL, 1, FALSE,
                     black);
  bytes = tl_svg_write (scene, m, NULL);
  document = svg_document_parse (bytes);
  g_assert_cmpuint (document->texts->len, ==, 1);
  g_assert_false (document->text_length);
}

static void
test_label_size (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  g_autoptr (TlScene) scene = make_paper ();
  g_autoptr (GBytes) without = tl_svg_write (scene, m, NULL);
  g_autoptr (GBytes) with = NULL;

  for (guint i = 0; i < 100; i++)
    add_label (scene, m, "Space security talks, Vienna", 1234.56 + i,
               567.89 + i, TL_FONT_LABEL, FALSE, black);
  with = tl_svg_write (scene, m, NULL);
  g_assert_cmpuint (g_bytes_get_size (with) - g_bytes_get_size (without), <,
                    150 * 100);
}

/* A gradient, a hatch or a clip that is used twice is written once. */
static void
test_defs_shared (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  g_autoptr (TlScene) scene = make_paper ();
  TlPaint fade = { .kind = TL_PAINT_FADE,
                   .color = black,
                   .from_x = 0,
                   .to_x = 50,
                   .start_width = 10,
                   .end_width = 10 };
  TlPaint hatch = { .kind = TL_PAINT_HATCH, .color = black };
  TlRect  rect = { 0, 0, 50, 10 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SvgDocument) document = NULL;

  for (guint i = 0; i < 5; i++)
    {
      tl_scene_begin_clip (scene, rect);
      tl_scene_add_rect (scene, rect, 0, fade, tl_stroke_none ());
      tl_scene_add_rect (scene, rect, 0, hatch, tl_stroke_none ());
      tl_scene_end_clip (scene);
    }
  bytes = tl_svg_write (scene, m, NULL);
  document = svg_document_parse (bytes);
  g_assert_cmpuint (g_hash_table_size (document->ids), ==, 3);
  g_assert_cmpuint (g_hash_table_size (document->links), ==, 3);
}

static void
test_groups (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  g_autoptr (TlScene) scene = make_paper ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SvgDocument) document = NULL;

  tl_scene_begin_group (scene, "lane", "Talks");
  tl_scene_begin_group (scene, "record-1", "A talk, 27 July 2020");
  tl_scene_end_group (scene);
  tl_scene_end_group (scene);
  bytes = tl_svg_write (scene, m, NULL);
  document = svg_document_parse (bytes);
  g_assert_cmpuint (document->n_groups, ==, 2);
  g_assert_true (contains (bytes, "<g id=\"lane\" role=\"group\">"));
  g_assert_true (contains (bytes, "<g id=\"record-1\" role=\"img\">"));
  g_assert_cmpstr (document->titles->pdata[1], ==, "A talk, 27 July 2020");
}

static void
test_reproducible (void)
{
  const char *const locales[] = { "C", "C.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8",
                                  "fr_FR.UTF-8" };
  g_autoptr (GBytes) first_text = NULL;
  g_autoptr (GBytes) first_outlines = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
      g_autoptr (TlScene) scene = make_sample (m, TRUE);
      g_autoptr (GBytes) text = NULL;
      g_autoptr (GBytes) outlines = NULL;

      if (setlocale (LC_ALL, locales[i]) == NULL)
        continue;
      text = tl_svg_write (scene, m, NULL);
      outlines = tl_svg_write_outlines (scene, m, NULL);
      if (first_text == NULL)
        {
          first_text = g_bytes_ref (text);
          first_outlines = g_bytes_ref (outlines);
        }
      g_assert_true (g_bytes_equal (first_text, text));
      g_assert_true (g_bytes_equal (first_outlines, outlines));
    }
  setlocale (LC_ALL, "C.UTF-8");
}

static cairo_surface_t *
draw_svg (const char *program, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char  *folder = g_dir_make_tmp ("treatyline-XXXXXX", &error);
  g_autofree char  *path = g_build_filename (folder, "picture.svg", NULL);
  g_autofree char  *png = g_build_filename (folder, "picture.png", NULL);
  const char *const arguments[] = { program, path, "-o", png, NULL };
  cairo_surface_t  *surface;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                       (gssize)g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  surface = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_unlink (path);
  g_unlink (png);
  g_rmdir (folder);
  return surface;
}

static void
compare_with_cairo (const char     *program,
                    TlScene        *scene,
                    TlTextMeasurer *m,
                    GBytes         *bytes)
{
  cairo_surface_t *svg = draw_svg (program, bytes);
  cairo_surface_t *image = draw_scene (scene, m, 1);

  g_test_message ("mean %.3f, share %.4f", get_mean_difference (image, svg),
                  get_share_different (image, svg, 120));
  g_assert_cmpfloat (get_mean_difference (image, svg), <, 1.5);
  g_assert_cmpfloat (get_share_different (image, svg, 120), <, 0.01);
  cairo_surface_destroy (svg);
  cairo_surface_destroy (image);
}

/* Shapes, then glyphs as outlines: the two back ends draw the same picture. */
static void
test_same_picture (void)
{
  g_autofree char *program = g_find_program_in_path ("rsvg-convert");
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  g_autoptr (TlScene) shapes = make_sample (m, FALSE);
  g_autoptr (TlScene) sample = make_sample (m, TRUE);
  g_autoptr (GBytes) a = tl_svg_write (shapes, m, NULL);
  g_autoptr (GBytes) b = tl_svg_write_outlines (sample, m, NULL);

  if (program == NULL)
    {
      g_test_skip ("rsvg-convert is not installed");
      return;
    }
  compare_with_cairo (program, shapes, m, a);
  compare_with_cairo (program, sample, m, b);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/svg-format/append-number/table", test_number);
  g_test_add_func ("/tl/svg-writer/write/hostile", test_hostile);
  g_test_add_func ("/tl/svg-writer/write/ids", test_ids);
  g_test_add_func ("/tl/svg-writer/write/metadata", test_metadata);
  g_test_add_func ("/tl/svg-writer/write/text-direction", test_text_direction);
  g_test_add_func ("/tl/text-direction/is-right-to-left/as-pango",
                   test_text_reads_from_right);
  g_test_add_func ("/tl/text-direction/is-right-to-left/isolates",
                   test_direction_of_lines);
  g_test_add_func ("/tl/svg-writer/write/languages", test_languages);
  g_test_add_func ("/tl/svg-writer/write/text-empty", test_text_empty);
  g_test_add_func ("/tl/svg-writer/write/label-size", test_label_size);
  g_test_add_func ("/tl/svg-writer/write/defs-shared", test_defs_shared);
  g_test_add_func ("/tl/svg-writer/write/groups", test_groups);
  g_test_add_func ("/tl/svg-writer/write/reproducible", test_reproducible);
  g_test_add_func ("/tl/svg-writer/write/same-picture", test_same_picture);
  return g_test_run ();
}
