/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "render-fixture.h"

#include "tl-painter.h"
#include "tl-reader.h"

#include <string.h>

/* What is looked for is marked, what is not can be faint; by lines and words,
 * not by colour alone. */

#define WIDTH 900.0

typedef struct
{
  TlDataset       *dataset;
  TlDateFormatter *formatter;
  TlWarp          *warp;
  TlLayout        *layout;
  TlView          *view;
  TlTextMeasurer  *measurer;
  guint            n_records;
  guint           *records;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer max_rows)
{
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();
  g_autoptr (TlProblems) problems = tl_problems_new ();
  TlLayoutOptions options = { .group_by = TL_GROUP_BY_KIND, .zoom = 1 };

  fixture->dataset = tl_reader_load_file (file, NULL, problems, NULL);
  g_assert_nonnull (fixture->dataset);
  fixture->formatter = tl_date_formatter_new ("en");
  fixture->warp = tl_warp_new_for_dataset (fixture->dataset);
  fixture->measurer = tl_text_measurer_new (NULL);
  fixture->n_records = tl_dataset_get_n_records (fixture->dataset);
  fixture->records = g_new (guint, fixture->n_records);
  for (guint i = 0; i < fixture->n_records; i++)
    fixture->records[i] = i;
  options.dataset = fixture->dataset;
  options.records = fixture->records;
  options.n_records = fixture->n_records;
  options.warp = fixture->warp;
  options.formatter = fixture->formatter;
  options.language = "en";
  options.measure = tl_text_measurer_measure;
  options.measure_data = fixture->measurer;
  options.max_rows = GPOINTER_TO_UINT (max_rows);
  fixture->layout = tl_layout_new (&options);
  fixture->view = tl_layout_get_view (
      fixture->layout, tl_layout_fit (fixture->layout, WIDTH, FALSE));
}

static void
tear_down (Fixture *fixture, gconstpointer max_rows)
{
  tl_view_free (fixture->view);
  tl_layout_unref (fixture->layout);
  tl_text_measurer_unref (fixture->measurer);
  tl_warp_unref (fixture->warp);
  tl_date_formatter_free (fixture->formatter);
  g_free (fixture->records);
  g_object_unref (fixture->dataset);
}

/* Every third record is looked for. */
static TlMarking *
mark_some (Fixture *fixture, gboolean dims, const char *search)
{
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (TlRecordSet) set = NULL;

  for (guint i = 0; i < fixture->n_records; i += 3)
    g_array_append_val (records, i);
  set = tl_record_set_new ((const guint *)records->data, records->len,
                           fixture->n_records);
  return tl_marking_new (set, dims, search);
}

static TlScene *
paint (Fixture *fixture, TlTheme theme, TlMarking *marking)
{
  TlPainter painter = { .palette = tl_palette_get (theme),
                        .measurer = fixture->measurer,
                        .marking = marking };

  return tl_painter_paint_marks (painter, fixture->view, 0, WIDTH);
}

static gboolean
is_color (TlPaint paint, TlColor color)
{
  return paint.kind == TL_PAINT_COLOR &&
         memcmp (&paint.color, &color, sizeof color) == 0;
}

static guint
count_matching_marks (Fixture *fixture, TlMarking *marking)
{
  guint n = 0;

  for (guint i = 0; i < fixture->view->n_marks; i++)
    n += tl_marking_count (marking, fixture->view, &fixture->view->marks[i]) > 0
             ? 1
             : 0;
  return n;
}

/* Outlines in the colour of matches; lines under labels are not counted. */
static guint
count_halos (const TlScene *scene, const TlPalette *palette)
{
  guint n = 0;

  for (guint i = 0; i < tl_scene_get_n_items (scene); i++)
    {
      const TlItem *item = tl_scene_get_item (scene, i);

      n += item->type == TL_ITEM_RECT && item->stroke.width > 0 &&
                   is_color (item->stroke.paint, palette->match_line)
               ? 1
               : 0;
    }
  return n;
}

static void
test_halos (Fixture *fixture, gconstpointer max_rows)
{
  for (TlTheme theme = TL_THEME_LIGHT; theme <= TL_THEME_PRINT; theme++)
    {
      const TlPalette *palette = tl_palette_get (theme);
      g_autoptr (TlMarking) marking = mark_some (fixture, FALSE, "a");
      g_autoptr (TlScene) plain = paint (fixture, theme, NULL);
      g_autoptr (TlScene) marked = paint (fixture, theme, marking);

      g_assert_cmpuint (count_halos (plain, palette), ==, 0);
      g_assert_cmpuint (count_halos (marked, palette), ==,
                        count_matching_marks (fixture, marking));
    }
}

static guint
count_texts (const TlScene *scene, TlColor color)
{
  guint n = 0;

  for (guint i = 0; i < tl_scene_get_n_items (scene); i++)
    {
      const TlItem *item = tl_scene_get_item (scene, i);

      n += item->type == TL_ITEM_TEXT && is_color (item->fill, color) ? 1 : 0;
    }
  return n;
}

/* The words stay; those of what is not looked for are faint. */
static void
test_dims (Fixture *fixture, gconstpointer max_rows)
{
  for (TlTheme theme = TL_THEME_LIGHT; theme <= TL_THEME_PRINT; theme++)
    {
      const TlPalette *palette = tl_palette_get (theme);
      TlPalette        faint = tl_palette_dim (palette);
      g_autoptr (TlMarking) marking = mark_some (fixture, TRUE, NULL);
      g_autoptr (TlScene) plain = paint (fixture, theme, NULL);
      g_autoptr (TlScene) dimmed = paint (fixture, theme, marking);
      guint n_labels = count_texts (plain, palette->text);
      guint n_lit = count_texts (dimmed, palette->text);

      g_assert_cmpuint (count_halos (dimmed, palette), ==, 0);
      g_assert_cmpuint (n_lit, >, 0);
      g_assert_cmpuint (n_lit, <, n_labels);
      g_assert_cmpuint (n_lit + count_texts (dimmed, faint.text), ==, n_labels);
    }
}

static gboolean
has_text (const TlScene *scene, const char *text)
{
  for (guint i = 0; i < tl_scene_get_n_items (scene); i++)
    {
      const TlItem *item = tl_scene_get_item (scene, i);

      if (item->type == TL_ITEM_TEXT && g_str_equal (item->text, text))
        return TRUE;
    }
  return FALSE;
}

/* A cluster says how many of its members are looked for. */
static void
test_clusters (Fixture *fixture, gconstpointer max_rows)
{
  g_autoptr (TlMarking) marking = mark_some (fixture, TRUE, NULL);
  g_autoptr (TlScene) scene = paint (fixture, TL_THEME_LIGHT, marking);
  guint n_parted = 0;

  for (guint i = 0; i < fixture->view->n_marks; i++)
    {
      const TlMark    *mark = &fixture->view->marks[i];
      guint            n = tl_marking_count (marking, fixture->view, mark);
      g_autofree char *text = g_strdup_printf ("%u/%u", n, mark->count);

      if (mark->type != TL_MARK_CLUSTER || n == 0 || n == mark->count)
        continue;
      n_parted++;
      g_assert_true (has_text (scene, text));
    }
  g_assert_cmpuint (n_parted, >, 0);
}

#define add_test(path, max_rows, test)                                         \
  g_test_add (path, Fixture, GUINT_TO_POINTER (max_rows), set_up, test,        \
              tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/tl/marking/halos", 0, test_halos);
  add_test ("/tl/marking/halos-of-clusters", 2, test_halos);
  add_test ("/tl/marking/dims", 0, test_dims);
  add_test ("/tl/marking/clusters", 2, test_clusters);
  return g_test_run ();
}
