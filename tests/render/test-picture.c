/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"
#include "tl-picture.h"
#include "tl-reader.h"

#include <string.h>

typedef struct
{
  TlDataset       *dataset;
  TlTextMeasurer  *measurer;
  TlPictureOptions options;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;

  fixture->dataset = tl_reader_load_file (file, NULL, problems, &error);
  g_assert_no_error (error);
  fixture->measurer = tl_text_measurer_new (NULL);
  tl_picture_options_init (&fixture->options, fixture->dataset);
  fixture->options.today =
      tl_calendar_day_number (2020, 7, 29) * TL_SECONDS_PER_DAY;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tl_text_measurer_unref (fixture->measurer);
  g_assert_finalize_object (fixture->dataset);
}

static char *
render_svg (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tl_picture_render (
      &fixture->options, fixture->measurer, TL_EXPORT_SVG, 1, FALSE, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gboolean
has_record (const char *svg, const char *id)
{
  g_autofree char *attribute = g_strdup_printf ("id=\"record-%s\"", id);

  return strstr (svg, attribute) != NULL;
}

/* Relations are drawn when they are asked for, told in words, and explained. */
static void
test_relations (Fixture *fixture, gconstpointer data)
{
  g_autofree char *without = render_svg (fixture);
  g_autofree char *with = NULL;

  fixture->options.relations = TRUE;
  with = render_svg (fixture);
  g_assert_null (strstr (without, ": Refers to: "));
  g_assert_null (strstr (without, ">Refers to<"));
  g_assert_nonnull (strstr (with, ": Refers to: "));
  g_assert_nonnull (strstr (with, ">Refers to<"));
}

static void
test_every_record_is_drawn (Fixture *fixture, gconstpointer data)
{
  g_autofree char *svg = render_svg (fixture);

  for (guint i = 0; i < tl_dataset_get_n_records (fixture->dataset); i++)
    g_assert_true (
        has_record (svg, tl_dataset_get_record_id (fixture->dataset, i)));
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = render_svg (fixture);
  g_autofree char *second = render_svg (fixture);
  g_autoptr (TlTextMeasurer) other = tl_text_measurer_new (NULL);

  g_assert_cmpstr (first, ==, second);
  g_free (second);
  tl_text_measurer_unref (fixture->measurer);
  fixture->measurer = g_steal_pointer (&other);
  second = render_svg (fixture);
  g_assert_cmpstr (first, ==, second);
}

static void
test_filter_leaves_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();
  g_autofree char *svg = NULL;

  tl_filter_add_kind (filter, TL_KIND_TREATY);
  fixture->options.filter = filter;
  svg = render_svg (fixture);
  for (guint i = 0; i < tl_dataset_get_n_records (fixture->dataset); i++)
    {
      const TlEntry *entry = &tl_dataset_get_entries (fixture->dataset)[i];

      g_assert_cmpint (
          has_record (svg, tl_dataset_get_record_id (fixture->dataset, i)), ==,
          entry->kind == TL_KIND_TREATY);
    }
  g_assert_nonnull (strstr (svg, "kind=treaty"));
}

static void
test_height_is_kept (Fixture *fixture, gconstpointer data)
{
  static const double heights[] = { 2000, 900, 700, 560 };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TlScene) scene = NULL;

      fixture->options.height = heights[i];
      scene = tl_picture_new (&fixture->options, fixture->measurer, &error);
      g_assert_no_error (error);
      assert_near (tl_scene_get_height (scene), heights[i], 1e-9);
    }
}

static void
test_impossible_sizes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    double width;
    double height;
  } cases[] = { { 1280, 60 }, { 100, 0 }, { 1e9, 0 }, { 1280, 1e9 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      fixture->options.width = cases[i].width;
      fixture->options.height = cases[i].height;
      g_assert_null (
          tl_picture_new (&fixture->options, fixture->measurer, &error));
      g_assert_error (error, TL_EXPORT_ERROR, TL_EXPORT_ERROR_SIZE);
    }
}

static void
test_known_on_is_said (Fixture *fixture, gconstpointer data)
{
  g_autofree char *svg = NULL;

  fixture->options.known_on =
      tl_calendar_day_number (2020, 4, 17) * TL_SECONDS_PER_DAY;
  svg = render_svg (fixture);
  g_assert_nonnull (strstr (svg, "As known on 17 April 2020"));
  g_assert_false (has_record (svg, "space-security-exchange"));
  g_assert_true (has_record (svg, "asat-test"));
}

/* Returns: the x of the first rectangle of the record's mark, as text */
static char *
dup_mark_x (const char *svg, const char *id)
{
  g_autofree char *attribute = g_strdup_printf ("id=\"record-%s\"", id);
  const char      *mark = strstr (svg, attribute);
  const char      *x;

  g_assert_nonnull (mark);
  x = strstr (mark, "<rect x=\"");
  g_assert_nonnull (x);
  x += strlen ("<rect x=\"");
  return g_strndup (x, strcspn (x, "\""));
}

/* A day at which less was known does not move what was known. */
static void
test_known_on_keeps_axis (Fixture *fixture, gconstpointer data)
{
  g_autofree char *now = NULL;
  g_autofree char *then = NULL;
  g_autofree char *x_now = NULL;
  g_autofree char *x_then = NULL;

  fixture->options.group_by = TL_GROUP_BY_NONE;
  fixture->options.from =
      tl_calendar_day_number (1960, 1, 1) * TL_SECONDS_PER_DAY;
  fixture->options.to =
      tl_calendar_day_number (2036, 1, 1) * TL_SECONDS_PER_DAY - 1;
  now = render_svg (fixture);
  fixture->options.known_on =
      tl_calendar_day_number (2020, 4, 17) * TL_SECONDS_PER_DAY;
  then = render_svg (fixture);
  x_now = dup_mark_x (now, "space-force-formed");
  x_then = dup_mark_x (then, "space-force-formed");
  g_assert_cmpstr (x_then, ==, x_now);
}

/* Every combination of group, theme, axis and direction makes a picture. */
static void
test_all_combinations (Fixture *fixture, gconstpointer data)
{
  for (int group = TL_GROUP_BY_KIND; group <= TL_GROUP_BY_NONE; group++)
    for (int theme = TL_THEME_LIGHT; theme <= TL_THEME_PRINT; theme++)
      for (int i = 0; i < 4; i++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (TlScene) scene = NULL;

          fixture->options.group_by = (TlGroupBy)group;
          fixture->options.theme = (TlTheme)theme;
          fixture->options.proportional = (i & 1) != 0;
          fixture->options.right_to_left = (i & 2) != 0;
          fixture->options.list_sources = i == 3;
          scene = tl_picture_new (&fixture->options, fixture->measurer, &error);
          g_assert_no_error (error);
          g_assert_cmpuint (tl_scene_get_n_items (scene), >, 100);
        }
}

/* What is left out, and why, stands in the picture. */
static void
test_filter_is_said (Fixture *fixture, gconstpointer data)
{
  static const char *const only[] = { "asat-test", "no-such", NULL };
  g_autoptr (TlFilter) filter = tl_filter_new ();
  g_autofree char *filtered = NULL;
  g_autofree char *chosen = NULL;
  g_autofree char *whole = render_svg (fixture);

  g_assert_null (strstr (whole, "Kind:"));
  g_assert_null (strstr (whole, "Selected records only"));
  tl_filter_add_kind (filter, TL_KIND_TEST);
  tl_filter_add_kind (filter, TL_KIND_TALK);
  tl_filter_set_search (filter, "space");
  fixture->options.filter = filter;
  filtered = render_svg (fixture);
  g_assert_nonnull (strstr (filtered, "Search: “space”"));
  g_assert_nonnull (strstr (filtered, "Kind: "));
  g_assert_null (strstr (filtered, "Selected records only"));

  fixture->options.filter = NULL;
  fixture->options.only = only;
  chosen = render_svg (fixture);
  g_assert_true (has_record (chosen, "asat-test"));
  g_assert_null (strstr (chosen, "id=\"record-space"));
  g_assert_nonnull (strstr (chosen, "Selected records only"));
  g_assert_nonnull (strstr (chosen, "1 of 41 records shown"));
}

/* For any range, the sources are those of the records drawn, each once. */
static void
test_sources (Fixture *fixture, gconstpointer data)
{
  const TlEntry *entries = tl_dataset_get_entries (fixture->dataset);
  guint          n_records = tl_dataset_get_n_records (fixture->dataset);
  guint          n_tried = 0;

  fixture->options.width = 8000;
  for (guint i = 0; i < n_records; i += 5)
    {
      g_autoptr (GBytes) sources = NULL;
      g_autoptr (GBytes) picture = NULL;
      g_autoptr (TlCitationList) list = tl_citation_list_new (fixture->dataset);
      g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autofree char        *svg = NULL;
      g_autofree char        *written = NULL;
      const TlCitationFormat *format = tl_citation_find_format ("bibtex");

      fixture->options.from = entries[i].span.earliest;
      fixture->options.to = entries[n_records - 1 - i / 2].span.latest;
      if (fixture->options.from > fixture->options.to)
        continue;
      picture = tl_picture_render_cited (&fixture->options, fixture->measurer,
                                         TL_EXPORT_SVG, 1, FALSE, format,
                                         &sources, NULL);
      svg = g_strndup (g_bytes_get_data (picture, NULL),
                       g_bytes_get_size (picture));
      if (strstr (svg, "id=\"cluster") != NULL)
        continue;
      for (guint record = 0; record < n_records; record++)
        if (has_record (svg,
                        tl_dataset_get_record_id (fixture->dataset, record)))
          tl_citation_list_add_record_sources (list, record);
      tl_citation_list_write (list, format, formatter, NULL,
                              tl_sink_new_for_string (expected));
      written = g_strndup (g_bytes_get_data (sources, NULL),
                           g_bytes_get_size (sources));
      g_assert_cmpstr (written, ==, expected->str);
      n_tried++;
    }
  g_assert_cmpuint (n_tried, >=, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                        \
  g_test_add ("/tl/picture/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("everything", test_every_record_is_drawn);
  ADD ("relations", test_relations);
  ADD ("same-bytes", test_same_bytes);
  ADD ("filter", test_filter_leaves_out);
  ADD ("height", test_height_is_kept);
  ADD ("impossible-sizes", test_impossible_sizes);
  ADD ("filter-words", test_filter_is_said);
  ADD ("known-on", test_known_on_is_said);
  ADD ("sources", test_sources);
  ADD ("known-on-axis", test_known_on_keeps_axis);
  ADD ("combinations", test_all_combinations);
  return g_test_run ();
}
