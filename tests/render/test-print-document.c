/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-print-document.h"

#include <string.h>

#include "tl-reader.h"

typedef struct
{
  TlDataset      *dataset;
  TlTextMeasurer *measurer;
  TlPrintOptions  options;
} Fixture;

/* A4 with margins of a quarter of an inch. */
#define SHORT_SIDE 745.0
#define LONG_SIDE 1074.0

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;

  fixture->dataset = tl_reader_load_file (file, NULL, problems, &error);
  g_assert_no_error (error);
  fixture->measurer = tl_text_measurer_new (NULL);
  tl_picture_options_init (&fixture->options.picture, fixture->dataset);
  fixture->options.picture.language = "en";
  fixture->options.picture.today =
      tl_calendar_day_number (2020, 7, 29) * TL_SECONDS_PER_DAY;
  fixture->options.page_width = LONG_SIDE;
  fixture->options.page_height = SHORT_SIDE;
  fixture->options.pages_wide = 1;
  fixture->options.list_sources = TRUE;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tl_text_measurer_unref (fixture->measurer);
  g_assert_finalize_object (fixture->dataset);
}

static TlPrintDocument *
make_document (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TlPrintDocument *document =
      tl_print_document_new (&fixture->options, fixture->measurer, &error);

  g_assert_no_error (error);
  return document;
}

/* All texts of a page, a line each, between line breaks. */
static char *
dup_text (const TlScene *page)
{
  GString *text = g_string_new ("\n");

  for (guint i = 0; i < tl_scene_get_n_items (page); i++)
    {
      const TlItem *item = tl_scene_get_item (page, i);

      if (item->type == TL_ITEM_TEXT)
        g_string_append_printf (text, "%s\n", item->text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_has (const char *text, const char *line)
{
  if (strstr (text, line) == NULL)
    g_error ("“%s” is not in: %s", line, text);
}

static void
collect_records (const TlScene *page, GHashTable *ids)
{
  for (guint i = 0; i < tl_scene_get_n_items (page); i++)
    {
      const TlItem *item = tl_scene_get_item (page, i);

      if (item->type == TL_ITEM_GROUP_BEGIN && item->id != NULL &&
          g_str_has_prefix (item->id, "record-"))
        g_hash_table_add (ids, g_strdup (item->id + strlen ("record-")));
    }
}

/* What is not clipped stands on the paper. */
static void
assert_on_paper (const TlScene *page)
{
  double width = tl_scene_get_width (page);
  double height = tl_scene_get_height (page);
  guint  depth = 0;

  g_assert_true (tl_scene_is_complete (page));
  for (guint i = 0; i < tl_scene_get_n_items (page); i++)
    {
      const TlItem *item = tl_scene_get_item (page, i);

      depth -= item->type == TL_ITEM_CLIP_END;
      if (item->type == TL_ITEM_CLIP_BEGIN && depth == 0)
        {
          g_assert_cmpfloat (item->rect.y, >=, 0);
          g_assert_cmpfloat (item->rect.y + item->rect.height, <=, height);
          g_assert_cmpfloat (item->rect.x + item->rect.width, <=, width + 0.01);
        }
      if (item->type == TL_ITEM_TEXT && depth == 0)
        {
          g_assert_cmpfloat (item->rect.x, >=, -0.01);
          g_assert_cmpfloat (item->rect.x + item->rect.width, <=, width + 0.01);
          g_assert_cmpfloat (item->rect.y, >, 8);
          g_assert_cmpfloat (item->rect.y, <, height);
        }
      depth += item->type == TL_ITEM_CLIP_BEGIN;
    }
}

static void
assert_numbered (const char *text, guint page, guint n_pages)
{
  g_autofree char *expected =
      g_strdup_printf ("\nPage %u of %u\n", page + 1, n_pages);

  assert_has (text, expected);
}

/* Axis, legend and number are on every page of lanes, and every record on
 * some. */
static void
assert_complete (Fixture *fixture)
{
  g_autoptr (TlPrintDocument) document = make_document (fixture);
  g_autoptr (GHashTable) ids =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_pages = tl_print_document_get_n_pages (document);
  guint n_lanes_pages = tl_print_document_get_n_lanes_pages (document);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (TlScene) page = tl_print_document_paint_page (document, i);
      g_autofree char *text = dup_text (page);

      assert_on_paper (page);
      assert_numbered (text, i, n_pages);
      assert_has (text, "\nStrategic stability, 2020\n");
      if (i < n_lanes_pages)
        {
          assert_has (text, "\nInexact date\n");
          assert_has (text, "20");
        }
      else
        assert_has (text, "\nSources\n");
      collect_records (page, ids);
    }
  for (guint i = 0; i < tl_dataset_get_n_records (fixture->dataset); i++)
    g_assert_true (g_hash_table_contains (
        ids, tl_dataset_get_record_id (fixture->dataset, i)));
}

static const struct
{
  const char *name;
  double      width;
  double      height;
  guint       pages_wide;
  TlGroupBy   group_by;
} papers[] = {
  { "landscape", LONG_SIDE, SHORT_SIDE, 1, TL_GROUP_BY_KIND },
  { "portrait", SHORT_SIDE, LONG_SIDE, 1, TL_GROUP_BY_KIND },
  { "two-wide", LONG_SIDE, SHORT_SIDE, 2, TL_GROUP_BY_KIND },
  { "five-wide-portrait", SHORT_SIDE, LONG_SIDE, 5, TL_GROUP_BY_TREATY },
  { "by-actor", LONG_SIDE, SHORT_SIDE, 1, TL_GROUP_BY_ACTOR },
  { "by-source", SHORT_SIDE, LONG_SIDE, 1, TL_GROUP_BY_SOURCE },
  { "ungrouped", LONG_SIDE, SHORT_SIDE, 1, TL_GROUP_BY_NONE },
  { "small", 700, 400, 2, TL_GROUP_BY_PLACE },
};

static void
test_papers (Fixture *fixture, gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  fixture->options.page_width = papers[i].width;
  fixture->options.page_height = papers[i].height;
  fixture->options.pages_wide = papers[i].pages_wide;
  fixture->options.picture.group_by = papers[i].group_by;
  assert_complete (fixture);
  fixture->options.picture.right_to_left = TRUE;
  assert_complete (fixture);
}

static void
test_pages_wide (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlPrintDocument) one = make_document (fixture);
  g_autoptr (TlPrintDocument) three = NULL;
  guint n_sources;

  n_sources = tl_print_document_get_n_pages (one) -
              tl_print_document_get_n_lanes_pages (one);
  g_assert_cmpuint (n_sources, ==, 1);
  fixture->options.pages_wide = 3;
  fixture->options.list_sources = FALSE;
  three = make_document (fixture);
  g_assert_cmpuint (tl_print_document_get_n_pages (three), ==,
                    tl_print_document_get_n_lanes_pages (three));
  g_assert_cmpuint (tl_print_document_get_n_pages (three) % 3, ==, 0);
}

/* A group that goes on over pages is named on each. */
static void
test_headings_go_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlPrintDocument) document = NULL;
  guint n_named = 0;

  fixture->options.page_height = 400;
  document = make_document (fixture);
  for (guint i = 0; i < tl_print_document_get_n_lanes_pages (document); i++)
    {
      g_autoptr (TlScene) page = tl_print_document_paint_page (document, i);
      g_autofree char *text = dup_text (page);

      n_named += strstr (text, "\nStatements\n") != NULL;
    }
  g_assert_cmpuint (n_named, >=, 2);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();
  g_autoptr (TlPrintDocument) document = NULL;
  guint n_pages;

  tl_filter_add_kind (filter, TL_KIND_TALK);
  fixture->options.picture.filter = filter;
  fixture->options.picture.known_on =
      tl_calendar_day_number (2020, 4, 17) * TL_SECONDS_PER_DAY;
  document = make_document (fixture);
  n_pages = tl_print_document_get_n_pages (document);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (TlScene) page = tl_print_document_paint_page (document, i);
      g_autofree char *text = dup_text (page);

      assert_has (text,
                  "\nAs known on 17 April 2020 · Quiet spans shortened\n");
      if (i == 0)
        {
          assert_has (text, "\nKind: Talk\n");
          assert_has (text, "\nHappened\n");
          assert_has (text, "\n4 of 22 records shown · ");
        }
    }
}

/* Groups are as somebody has left them. */
static void
test_folded (Fixture *fixture, gconstpointer data)
{
  const char *const folded[] = { "kind:talk", NULL };
  g_autoptr (TlPrintDocument) document = NULL;
  g_autoptr (TlScene) page = NULL;
  g_autofree char *text = NULL;

  fixture->options.picture.folded = folded;
  document = make_document (fixture);
  page = tl_print_document_paint_page (document, 0);
  text = dup_text (page);
  assert_has (text, "\nTalks\n");
  assert_has (text, "\nPentagon confirms missile test\n");
  g_assert_null (strstr (text, "Pompeo phones Lavrov"));
}

/* The sources of what is printed, and no others. */
static void
test_sources (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlPrintDocument) document = NULL;
  g_autoptr (TlScene) page = NULL;
  g_autofree char *text = NULL;

  fixture->options.picture.known_on =
      tl_calendar_day_number (2020, 4, 17) * TL_SECONDS_PER_DAY;
  document = make_document (fixture);
  page = tl_print_document_paint_page (
      document, tl_print_document_get_n_pages (document) - 1);
  text = dup_text (page);
  assert_has (text, "\n1.\n");
  assert_has (text, "\n2.\n");
  g_assert_null (strstr (text, "\n3.\n"));
  assert_has (text, "China Daily, “Russia ready to discuss hypersonic");
  assert_has (text, "AMN, “Russia ready to talk hypersonic");
}

/* Only the part of time that is asked for, with the sources of that. */
static void
test_range (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlPrintDocument) document = NULL;
  g_autoptr (GHashTable) ids =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  fixture->options.picture.from =
      tl_calendar_day_number (2020, 7, 1) * TL_SECONDS_PER_DAY;
  fixture->options.picture.to =
      tl_calendar_day_number (2020, 8, 1) * TL_SECONDS_PER_DAY;
  fixture->options.picture.proportional = TRUE;
  document = make_document (fixture);
  for (guint i = 0; i < tl_print_document_get_n_lanes_pages (document); i++)
    {
      g_autoptr (TlScene) page = tl_print_document_paint_page (document, i);

      collect_records (page, ids);
    }
  g_assert_true (g_hash_table_contains (ids, "space-security-exchange"));
  g_assert_false (g_hash_table_contains (ids, "lavrov-interview"));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlPrintDocument) document = NULL;
  g_autoptr (TlScene) page = NULL;
  g_autofree char *text = NULL;

  fixture->options.picture.known_on =
      tl_calendar_day_number (2000, 1, 1) * TL_SECONDS_PER_DAY;
  document = make_document (fixture);
  g_assert_cmpuint (tl_print_document_get_n_pages (document), ==, 1);
  page = tl_print_document_paint_page (document, 0);
  assert_on_paper (page);
  text = dup_text (page);
  assert_numbered (text, 0, 1);
}

static void
test_too_small (Fixture *fixture, gconstpointer data)
{
  static const double sizes[][2] = {
    { 100, 1000 }, { 1000, 100 }, { 10, 10 }, { 1, 1 }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      TlPrintDocument *document;

      fixture->options.page_width = sizes[i][0];
      fixture->options.page_height = sizes[i][1];
      document =
          tl_print_document_new (&fixture->options, fixture->measurer, &error);
      g_assert_null (document);
      g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "pages-wide", test_pages_wide },
    { "headings-go-on", test_headings_go_on },
    { "words", test_words },
    { "folded", test_folded },
    { "sources", test_sources },
    { "range", test_range },
    { "nothing", test_nothing },
    { "too-small", test_too_small },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/print-document/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].run, tear_down);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/tl/print-document/papers/%s", papers[i].name);

      g_test_add (path, Fixture, GSIZE_TO_POINTER (i), set_up, test_papers,
                  tear_down);
    }
  return g_test_run ();
}
