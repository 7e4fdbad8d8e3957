/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-language.h"
#include "tl-picture.h"
#include "tl-reader.h"

#include <string.h>

/* Pictures of the built-in dataset in every language of the program: shaped as
 * the exporters shape them. Needs the fonts that build-aux/check installs. */

typedef struct
{
  TlDataset       *dataset;
  TlTextMeasurer  *measurer;
  TlPictureOptions options;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  const char *language = data;

  tl_language_set (language);
  file = tl_reader_get_builtin_file ();
  fixture->dataset = tl_reader_load_file (file, NULL, problems, &error);
  g_assert_no_error (error);
  fixture->measurer = tl_text_measurer_new (NULL);
  tl_picture_options_init (&fixture->options, fixture->dataset);
  fixture->options.today =
      tl_calendar_day_number (2020, 7, 29) * TL_SECONDS_PER_DAY;
  fixture->options.language = language;
  fixture->options.right_to_left = tl_language_is_rtl (language);
  fixture->options.relations = TRUE;
  fixture->options.list_sources = TRUE;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tl_text_measurer_unref (fixture->measurer);
  g_assert_finalize_object (fixture->dataset);
  tl_language_set ("en");
}

static TlScene *
new_picture (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TlScene *scene =
      tl_picture_new (&fixture->options, fixture->measurer, &error);

  g_assert_no_error (error);
  return scene;
}

static const TlTextLine *
get_line (TlTextMeasurer *measurer, const TlItem *item)
{
  return tl_text_measurer_get_line (measurer, item->text, item->font,
                                    item->font_scale, item->bold);
}

/* What pango_layout_get_unknown_glyphs_count() counts. */
static guint
count_unknown (const TlTextLine *line)
{
  guint n = 0;

  for (guint i = 0; i < line->n_runs; i++)
    for (int j = 0; j < line->runs[i].glyphs->num_glyphs; j++)
      n += (line->runs[i].glyphs->glyphs[j].glyph & PANGO_GLYPH_UNKNOWN_FLAG) !=
           0;
  return n;
}

static void
test_no_boxes (Fixture *fixture, gconstpointer data)
{
  for (int group = TL_GROUP_BY_KIND; group <= TL_GROUP_BY_NONE; group++)
    {
      g_autoptr (TlScene) scene = NULL;
      guint n_texts = 0;

      fixture->options.group_by = (TlGroupBy)group;
      scene = new_picture (fixture);
      for (guint i = 0; i < tl_scene_get_n_items (scene); i++)
        {
          const TlItem *item = tl_scene_get_item (scene, i);

          if (item->type != TL_ITEM_TEXT)
            continue;
          g_test_message ("%s", item->text);
          g_assert_cmpuint (count_unknown (get_line (fixture->measurer, item)),
                            ==, 0);
          n_texts++;
        }
      g_assert_cmpuint (n_texts, >, 60);
    }
}

/* A box is counted where there is one: no font has a letter for this. */
static void
test_box_is_found (void)
{
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  const TlTextLine *line = tl_text_measurer_get_line (measurer, "a\U000FFF80b",
                                                      TL_FONT_LABEL, 1, FALSE);

  g_assert_cmpuint (count_unknown (line), ==, 1);
}

/* The end of a letter in its line, on the side from which the next one comes,
 * or the other way round: a letter of two bytes. */
static double
get_letter_x (const TlTextLine *line, const char *letter)
{
  guint at = (guint)(letter - line->text);
  g_autoptr (GArray) stretches = tl_text_line_list_stretches (
      line, at, (guint)(g_utf8_next_char (letter) - line->text));

  g_assert_cmpuint (stretches->len, ==, 1);
  return g_array_index (stretches, TlTextStretch, 0).x;
}

/* Each word of the program in Arabic runs from right to left: of neighbouring
 * letters the later one stands further left. */
static void
test_letters_run_left (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlScene) scene = new_picture (fixture);
  guint n_pairs = 0;

  for (guint i = 0; i < tl_scene_get_n_items (scene); i++)
    {
      const TlItem     *item = tl_scene_get_item (scene, i);
      const TlTextLine *line;

      if (item->type != TL_ITEM_TEXT)
        continue;
      line = get_line (fixture->measurer, item);
      for (const char *p = line->text; *p != '\0'; p = g_utf8_next_char (p))
        {
          const char *next = g_utf8_next_char (p);
          gunichar    c = g_utf8_get_char (p);
          gunichar    d = *next != '\0' ? g_utf8_get_char (next) : 0;

          /* Beh to yeh, without the alef that lam takes into itself. */
          if (c < 0x0628 || c > 0x064a || d < 0x0628 || d > 0x064a ||
              c == 0x0644)
            continue;
          g_assert_cmpfloat (get_letter_x (line, next), <,
                             get_letter_x (line, p));
          n_pairs++;
        }
    }
  g_assert_cmpuint (n_pairs, >, 50);
}

static PangoGlyph
get_glyph (const TlTextLine *line, guint index)
{
  g_assert_cmpuint (line->n_runs, ==, 1);
  g_assert_cmpint (line->runs[0].glyphs->num_glyphs, >, (int)index);
  return line->runs[0].glyphs->glyphs[index].glyph;
}

/* Beh has four forms: alone, and at the end, in the middle and at the beginning
 * of a word. */
static void
test_letters_join (void)
{
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  PangoGlyph        alone;
  const TlTextLine *word;

  tl_text_measurer_set_language (measurer, "ar");
  alone = get_glyph (
      tl_text_measurer_get_line (measurer, "ب", TL_FONT_LABEL, 1, FALSE), 0);
  word = tl_text_measurer_get_line (measurer, "ببب", TL_FONT_LABEL, 1, FALSE);
  for (guint i = 0; i < 3; i++)
    {
      PangoGlyph glyph =
          get_glyph (word, i * (guint)word->runs[0].glyphs->num_glyphs / 3);

      g_assert_cmpuint (glyph, !=, alone);
      for (guint j = 0; j < i; j++)
        g_assert_cmpuint (
            glyph, !=,
            get_glyph (word, j * (guint)word->runs[0].glyphs->num_glyphs / 3));
    }
  /* A joiner that joins nothing keeps them apart. */
  word =
      tl_text_measurer_get_line (measurer, "ب\u200cب", TL_FONT_LABEL, 1, FALSE);
  g_assert_cmpuint (get_glyph (word, 0), ==, alone);
}

/* What the run of a Chinese character is drawn with. */
static char *
dup_han_font (const char *language)
{
  g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
  PangoFontDescription *font;
  const TlTextLine     *line;
  char                 *text;

  tl_text_measurer_set_language (measurer, language);
  line = tl_text_measurer_get_line (measurer, "直", TL_FONT_LABEL, 1, FALSE);
  g_assert_cmpuint (count_unknown (line), ==, 0);
  font = pango_font_describe (line->runs[0].item->analysis.font);
  text = g_strdup_printf ("%s %u", pango_font_description_get_family (font),
                          get_glyph (line, 0));
  pango_font_description_free (font);
  return text;
}

/* Chinese is not drawn as Japanese, whatever its language is called, and also
 * where it stands in a picture of another language. */
static void
test_han_variants (void)
{
  static const char *const chinese[] = { "zh_CN", "zh-Hans", "zh",     "ru",
                                         "ar",    "eo",      "C.UTF-8" };
  g_autofree char         *simplified = dup_han_font ("zh-CN");
  g_autofree char         *traditional = dup_han_font ("zh-Hant");
  g_autofree char         *japanese = dup_han_font ("ja");

  for (guint i = 0; i < G_N_ELEMENTS (chinese); i++)
    {
      g_autofree char *font = dup_han_font (chinese[i]);

      g_test_message ("%s", chinese[i]);
      g_assert_cmpstr (font, ==, simplified);
    }
  g_assert_cmpstr (japanese, !=, simplified);
  g_assert_cmpstr (traditional, !=, simplified);
}

/* The middle of the first shape of a record. */
static double
get_record_x (const TlScene *scene, const char *id)
{
  g_autofree char *wanted = g_strconcat ("record-", id, NULL);
  gboolean         found = FALSE;

  for (guint i = 0; i < tl_scene_get_n_items (scene); i++)
    {
      const TlItem *item = tl_scene_get_item (scene, i);

      if (item->type == TL_ITEM_GROUP_BEGIN)
        found |= g_strcmp0 (item->id, wanted) == 0;
      else if (found &&
               (item->type == TL_ITEM_RECT || item->type == TL_ITEM_CIRCLE))
        return item->rect.x + item->rect.width / 2;
      else if (found && item->type == TL_ITEM_PATH)
        return item->points[0].x;
    }
  g_assert_not_reached ();
}

/* Title and headings begin where lines begin; time runs as was chosen. */
static void
test_directions (Fixture *fixture, gconstpointer data)
{
  guint       n = tl_dataset_get_n_records (fixture->dataset);
  const char *first = tl_dataset_get_record_id (fixture->dataset, 0);
  const char *last = tl_dataset_get_record_id (fixture->dataset, n - 1);

  for (int axis = TL_TIME_AUTO; axis <= TL_TIME_RIGHT_TO_LEFT; axis++)
    for (int i = 0; i < 2; i++)
      {
        g_autoptr (TlScene) scene = NULL;
        const TlItem *title = NULL;
        gboolean      mirrored =
            axis == TL_TIME_AUTO ? i == 1 : axis == TL_TIME_RIGHT_TO_LEFT;

        fixture->options.right_to_left = i == 1;
        fixture->options.time_direction = (TlTimeDirection)axis;
        scene = new_picture (fixture);
        for (guint j = 0; title == NULL; j++)
          if (tl_scene_get_item (scene, j)->type == TL_ITEM_TEXT)
            title = tl_scene_get_item (scene, j);
        g_assert_cmpint (title->rect.x > tl_scene_get_width (scene) / 2, ==,
                         i == 1);
        g_assert_cmpint (get_record_x (scene, first) >
                             get_record_x (scene, last),
                         ==, mirrored);
      }
}

int
main (int argc, char **argv)
{
  static const char *const languages[] = { "ar", "de", "en",   "es",
                                           "fr", "ru", "zh_CN" };

  tl_language_init ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path =
          g_strconcat ("/tl/picture-languages/no-boxes/", languages[i], NULL);

      g_test_add (path, Fixture, languages[i], set_up, test_no_boxes,
                  tear_down);
    }
  g_test_add_func ("/tl/picture-languages/box-is-found", test_box_is_found);
  g_test_add ("/tl/picture-languages/letters-run-left", Fixture, "ar", set_up,
              test_letters_run_left, tear_down);
  g_test_add_func ("/tl/picture-languages/letters-join", test_letters_join);
  g_test_add_func ("/tl/picture-languages/han-variants", test_han_variants);
  g_test_add ("/tl/picture-languages/directions", Fixture, "en", set_up,
              test_directions, tear_down);
  return g_test_run ();
}
