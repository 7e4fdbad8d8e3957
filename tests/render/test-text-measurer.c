/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render-fixture.h"

#include <string.h>

#include "tl-clean-text.h"

#define ELLIPSIS "\xe2\x80\xa6"

/* Graphemes of several characters, and some that join with their neighbours. */
static const char *const graphemes[] = {
  "a",
  "W",
  " ",
  ".",
  "fi",
  "e\xcc\x81",
  "o\xcc\x88\xcc\xa3",
  "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
  "\xf0\x9f\x87\xa6\xf0\x9f\x87\xb9",
  "\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd",
  "\xe0\xa4\xa8\xe0\xa4\xbf",
  "\xe0\xa4\x95\xe0\xa5\x8d\xe0\xa4\xb7",
  "\xd9\x85",
  "\xd8\xad\xd9\x8e",
  "\xd9\x84\xd8\xa7",
  "\xd7\xa9",
  "\xe6\xa0\xb8",
  "\xe6\xad\xa6",
  "\xea\xb0\x80",
  "\xe1\x84\x80\xe1\x85\xa1",
  "\xd0\x96",
  "\xe0\xb8\x81\xe0\xb8\xb3",
};

static char *
make_random_text (void)
{
  GString *text = g_string_new (NULL);
  int      n = g_test_rand_int_range (0, 30);

  for (int i = 0; i < n; i++)
    g_string_append (
        text, graphemes[g_test_rand_int_range (0, G_N_ELEMENTS (graphemes))]);
  return g_string_free (text, FALSE);
}

static void
test_width_basics (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);

  for (guint role = 0; role < TL_N_FONT_ROLES; role++)
    {
      double one = tl_text_measurer_measure ("Vienna", role, m);
      double two = tl_text_measurer_measure ("Vienna Vienna", role, m);
      double large =
          tl_text_measurer_measure_scaled (m, "Vienna", role, 3, FALSE);
      double bold =
          tl_text_measurer_measure_scaled (m, "Vienna", role, 1, TRUE);

      g_assert_cmpfloat (one, >, tl_font_role_get_size (role));
      g_assert_cmpfloat (two, >, 2 * one);
      g_assert_cmpfloat (bold, >=, one);
      /* Widths are those of the outlines: no grid rounds them. */
      assert_near (large, 3 * one, 0.02 * one);
      assert_near (tl_text_measurer_measure ("", role, m), 0, 1e-9);
    }
  g_assert_cmpfloat (
      tl_text_measurer_measure_scaled (m, "Vienna", TL_FONT_LABEL, 1, TRUE), >,
      tl_text_measurer_measure ("Vienna", TL_FONT_LABEL, m));
}

static void
test_weights (void)
{
  for (guint role = 0; role < TL_N_FONT_ROLES; role++)
    g_assert_cmpint (tl_font_role_get_bold_weight (role), >,
                     tl_font_role_get_weight (role));
}

/* The settings of a screen must not reach a picture. */
static void
test_width_any_screen (void)
{
  PangoCairoFontMap *map =
      PANGO_CAIRO_FONT_MAP (pango_cairo_font_map_get_default ());
  g_autoptr (TlTextMeasurer) a = tl_text_measurer_new (NULL);
  g_autoptr (TlTextMeasurer) b = NULL;
  double before = tl_text_measurer_measure ("Talks in Vienna", 0, a);
  double resolution = pango_cairo_font_map_get_resolution (map);

  pango_cairo_font_map_set_resolution (map, 223);
  b = tl_text_measurer_new (NULL);
  assert_near (tl_text_measurer_measure ("Talks in Vienna", 0, b), before,
               1e-9);
  pango_cairo_font_map_set_resolution (map, resolution);
}

static void
test_shaped_once (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  const TlTextLine *line;

  tl_text_measurer_measure ("Vienna", TL_FONT_LABEL, m);
  g_assert_cmpuint (tl_text_measurer_get_n_shaped (m), ==, 1);
  line = tl_text_measurer_get_line (m, "Vienna", TL_FONT_LABEL, 1, FALSE);
  g_assert_true (
      line == tl_text_measurer_get_line (m, "Vienna", TL_FONT_LABEL, 1, FALSE));
  tl_text_measurer_measure ("Vienna", TL_FONT_LABEL, m);
  g_assert_cmpuint (tl_text_measurer_get_n_shaped (m), ==, 1);

  tl_text_measurer_measure ("Vienna", TL_FONT_DETAIL, m);
  tl_text_measurer_measure_scaled (m, "Vienna", TL_FONT_LABEL, 2, FALSE);
  tl_text_measurer_measure_scaled (m, "Vienna", TL_FONT_LABEL, 1, TRUE);
  g_assert_cmpuint (tl_text_measurer_get_n_shaped (m), ==, 4);
}

/* What is asked for all the time stays, whatever else passes by. */
static void
test_cache_bounded (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  guint n = 20500;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      tl_text_measurer_measure (text, TL_FONT_LABEL, m);
      tl_text_measurer_measure ("always", TL_FONT_LABEL, m);
    }
  g_assert_cmpuint (tl_text_measurer_get_n_shaped (m), ==, n + 1);
  tl_text_measurer_measure ("0", TL_FONT_LABEL, m);
  g_assert_cmpuint (tl_text_measurer_get_n_shaped (m), ==, n + 2);
}

static void
test_line_is_clean (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  const char *const texts[] = { "a\nb",   "a\342\200\251b",
                                "a\r\nb", "a\xff\x01",
                                "",       "\xe2\x80\xab\xd7\xa9" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const TlTextLine *line =
          tl_text_measurer_get_line (m, texts[i], TL_FONT_LABEL, 1, FALSE);

      g_assert_true (tl_clean_text_is_clean (line->text, 0));
    }
}

static void
test_ellipsize_table (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  const char *text = "Space security talks";
  double      whole = tl_text_measurer_measure (text, TL_FONT_LABEL, m);
  double part = tl_text_measurer_measure ("Space" ELLIPSIS, TL_FONT_LABEL, m);
  g_autofree char *same =
      tl_text_measurer_ellipsize (m, text, TL_FONT_LABEL, 1, whole);
  g_autofree char *cut =
      tl_text_measurer_ellipsize (m, text, TL_FONT_LABEL, 1, part + 0.01);
  g_autofree char *none =
      tl_text_measurer_ellipsize (m, text, TL_FONT_LABEL, 1, 3);
  g_autofree char *negative =
      tl_text_measurer_ellipsize (m, text, TL_FONT_LABEL, 1, -5);
  g_autofree char *empty =
      tl_text_measurer_ellipsize (m, "", TL_FONT_LABEL, 1, 0);

  g_assert_cmpstr (same, ==, text);
  g_assert_cmpstr (cut, ==, "Space" ELLIPSIS);
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (negative, ==, "");
  g_assert_cmpstr (empty, ==, "");
}

/* Whether bytes of text end between two graphemes, white space apart. */
static gboolean
ends_at_grapheme (const char *text, gsize bytes)
{
  int n_chars = (int)g_utf8_strlen (text, -1);
  int at = (int)g_utf8_pointer_to_offset (text, text + bytes);
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, (gsize)n_chars + 1);

  pango_get_log_attrs (text, (int)strlen (text), -1,
                       pango_language_from_string ("en"), attrs, n_chars + 1);
  return attrs[at].is_cursor_position;
}

static void
check_ellipsized (TlTextMeasurer *m, const char *text, double width)
{
  g_autofree char *cut =
      tl_text_measurer_ellipsize (m, text, TL_FONT_LABEL, 1, width);
  gsize kept;

  g_assert_true (g_utf8_validate (cut, -1, NULL));
  if (strcmp (cut, text) == 0 || *cut == '\0')
    return;
  g_assert_cmpfloat (tl_text_measurer_measure (cut, TL_FONT_LABEL, m), <=,
                     width);
  g_assert_true (g_str_has_suffix (cut, ELLIPSIS));
  kept = strlen (cut) - strlen (ELLIPSIS);
  g_assert_true (strncmp (cut, text, kept) == 0);
  g_assert_true (ends_at_grapheme (text, kept));
}

static void
test_ellipsize_graphemes (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *text = make_random_text ();
      double           width = g_test_rand_double_range (0, 250);

      check_ellipsized (m, text, width);
    }
}

/* The longest beginning that fits with an ellipsis, tried one by one. */
static gsize
find_longest (TlTextMeasurer *m, const char *text, double width)
{
  for (gsize kept = strlen (text); kept > 0; kept--)
    {
      g_autofree char *cut = g_strdup_printf ("%.*s" ELLIPSIS, (int)kept, text);

      if (text[kept - 1] != ' ' &&
          tl_text_measurer_measure (cut, TL_FONT_LABEL, m) <= width)
        return kept;
    }
  return 0;
}

/* All that fits is shown; so more room never shows less. */
static void
test_ellipsize_longest (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  const char *text = "Consultations on strategic stability, Vienna";
  double      whole = tl_text_measurer_measure (text, TL_FONT_LABEL, m);

  for (int width = 0; width < whole; width += 3)
    {
      g_autofree char *cut =
          tl_text_measurer_ellipsize (m, text, TL_FONT_LABEL, 1, width);
      gsize kept = find_longest (m, text, width);

      if (kept == 0)
        g_assert_cmpstr (cut, ==, "");
      else
        g_assert_cmpuint (strlen (cut), ==, kept + strlen (ELLIPSIS));
    }
}

/* A text is shortened again at every frame, and to other widths while one
 * zooms: what was tried before is not shaped again. */
static void
test_ellipsize_remembers (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  const char *text = "Consultations on strategic stability, Vienna";
  double      whole = tl_text_measurer_measure (text, TL_FONT_LABEL, m);
  guint       n_shaped = 0;

  for (int turn = 0; turn < 2; turn++)
    {
      for (int width = 0; width < whole; width++)
        {
          g_autofree char *cut =
              tl_text_measurer_ellipsize (m, text, TL_FONT_LABEL, 1, width);

          g_assert_nonnull (cut);
        }
      if (turn == 0)
        n_shaped = tl_text_measurer_get_n_shaped (m);
    }
  g_assert_cmpuint (n_shaped, <=, 1 + (guint)g_utf8_strlen (text, -1));
  g_assert_cmpuint (tl_text_measurer_get_n_shaped (m), ==, n_shaped);
}

static void
test_endless (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);
  g_autofree char *endless = g_strnfill (20 * 1024 * 1024, 'x');
  gint64           start = g_get_monotonic_time ();
  g_autofree char *cut =
      tl_text_measurer_ellipsize (m, endless, TL_FONT_LABEL, 1, 100);

  g_assert_cmpfloat (tl_text_measurer_measure (endless, TL_FONT_LABEL, m), >,
                     1000);
  g_assert_cmpuint (strlen (cut), <, 40);
  g_assert_true (g_str_has_suffix (cut, ELLIPSIS));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
}

static void
test_family (void)
{
  g_autoptr (TlTextMeasurer) a = tl_text_measurer_new (NULL);
  g_autoptr (TlTextMeasurer) b = tl_text_measurer_new ("monospace");
  g_autoptr (TlTextMeasurer) c = tl_text_measurer_ref (b);

  g_assert_true (
      g_str_has_suffix (tl_text_measurer_get_family (a), "sans-serif"));
  g_assert_cmpstr (tl_text_measurer_get_family (c), ==, "monospace");
  assert_near (tl_text_measurer_measure ("iiii", TL_FONT_LABEL, b),
               tl_text_measurer_measure ("MMMM", TL_FONT_LABEL, b), 1e-6);
}

static void
assert_language (TlTextMeasurer *m, const char *text, const char *wanted)
{
  const TlTextLine *line =
      tl_text_measurer_get_line (m, text, TL_FONT_LABEL, 1, FALSE);

  for (guint i = 0; i < line->n_runs; i++)
    g_assert_cmpstr (
        pango_language_to_string (line->runs[i].item->analysis.language), ==,
        wanted);
}

/* Never the one of the user's environment. */
static void
test_language (void)
{
  const struct
  {
    const char *of_picture;
    const char *text;
    const char *wanted;
  } cases[] = {
    { NULL, "Vienna", "en" },
    { "fr", "Vienne", "fr" },
    { "ar", "Vienna", "en" },
    { NULL, "\xd0\x92\xd0\xb5\xd0\xbd\xd0\xb0", "ru" },
    { "sr", "\xd0\x91\xd0\xb5\xd1\x87", "sr" },
    { NULL, "\xe6\xa0\xb8\xe6\xad\xa6\xe5\x99\xa8", "zh-cn" },
    { "zh-tw", "\xe6\xa0\xb8\xe6\xad\xa6\xe5\x99\xa8", "zh-tw" },
    { "ja", "\xe6\xa0\xb8\xe6\xad\xa6\xe5\x99\xa8", "ja" },
    { NULL, "\xe6\xa0\xb8\xe5\xae\x9f\xe9\xa8\x93\xe3\x81\xae", "ja" },
    { "", "\xd9\x85\xd8\xad\xd8\xa7\xd8\xaf", "ar" },
    { "fa", "\xd9\x85\xd8\xad\xd8\xa7\xd8\xaf", "fa" },
  };
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tl_text_measurer_set_language (m, cases[i].of_picture);
      assert_language (m, cases[i].text, cases[i].wanted);
    }
}

static void
test_language_forgets (void)
{
  g_autoptr (TlTextMeasurer) m = tl_text_measurer_new (NULL);

  tl_text_measurer_measure ("Vienna", TL_FONT_LABEL, m);
  tl_text_measurer_set_language (m, "en");
  tl_text_measurer_measure ("Vienna", TL_FONT_LABEL, m);
  g_assert_cmpuint (tl_text_measurer_get_n_shaped (m), ==, 1);
  tl_text_measurer_set_language (m, "tr");
  tl_text_measurer_measure ("Vienna", TL_FONT_LABEL, m);
  g_assert_cmpuint (tl_text_measurer_get_n_shaped (m), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/text-measurer/measure/basics", test_width_basics);
  g_test_add_func ("/tl/text-measurer/measure/any-screen",
                   test_width_any_screen);
  g_test_add_func ("/tl/text-measurer/measure/shaped-once", test_shaped_once);
  g_test_add_func ("/tl/text-measurer/measure/bounded", test_cache_bounded);
  g_test_add_func ("/tl/text-measurer/measure/endless", test_endless);
  g_test_add_func ("/tl/text-measurer/get-line/clean", test_line_is_clean);
  g_test_add_func ("/tl/text-measurer/ellipsize/table", test_ellipsize_table);
  g_test_add_func ("/tl/text-measurer/ellipsize/graphemes",
                   test_ellipsize_graphemes);
  g_test_add_func ("/tl/text-measurer/ellipsize/longest",
                   test_ellipsize_longest);
  g_test_add_func ("/tl/text-measurer/ellipsize/remembers",
                   test_ellipsize_remembers);
  g_test_add_func ("/tl/text-measurer/get-family/list", test_family);
  g_test_add_func ("/tl/text-measurer/set-language/table", test_language);
  g_test_add_func ("/tl/text-measurer/set-language/forgets",
                   test_language_forgets);
  g_test_add_func ("/tl/text-measurer/role/weights", test_weights);
  return g_test_run ();
}
