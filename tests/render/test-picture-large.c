/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "generate.h"
#include "svg-document.h"
#include "tl-picture.h"
#include "tl-reader.h"

#include <string.h>

/* Pictures of many records. In every one, records drawn, in clusters and left
 * out make up the dataset, and the picture says so. */

#define N_EVENTS 100000
#define N_VIEWS 16
#define WIDTH 1280.0
/* A label or a cluster reaches so far into a picture from beyond its edge. */
#define REACH 420.0
/* What happens nearer to the edge can be in a cluster beyond it. */
#define EDGE 80.0
#define MAX_BYTES 250000

typedef struct
{
  TlDataset      *dataset;
  TlTextMeasurer *measurer;
} Fixture;

static Fixture shared;

static TlDataset *
make_dataset (void)
{
  GenerateOptions options = { .n_events = N_EVENTS };
  g_autoptr (GBytes) bytes = generate_bytes (&options);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  TlDataset *dataset =
      tl_reader_load_bytes (bytes, "made-up", NULL, problems, &error);

  g_assert_no_error (error);
  return dataset;
}

static TlPictureOptions
make_options (void)
{
  TlPictureOptions options;

  tl_picture_options_init (&options, shared.dataset);
  options.width = WIDTH;
  options.language = "en";
  options.proportional = TRUE;
  options.today = tl_calendar_day_number (2020, 7, 29) * TL_SECONDS_PER_DAY;
  return options;
}

static GBytes *
render (const TlPictureOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tl_picture_render (options, shared.measurer, TL_EXPORT_SVG, 1,
                                     FALSE, &error);

  g_assert_no_error (error);
  return bytes;
}

/* A number with separators of thousands; moves on to what follows it. */
static guint
read_number (const char **text)
{
  guint number = 0;

  for (; g_ascii_isdigit (**text) || **text == ','; (*text)++)
    if (**text != ',')
      number = number * 10 + (guint)(**text - '0');
  return number;
}

static guint
count_drawn (const SvgDocument *document)
{
  GHashTableIter iter;
  gpointer       id;
  guint          n = 0;

  g_hash_table_iter_init (&iter, document->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    n += g_str_has_prefix (id, "record-") ? 1 : 0;
  return n;
}

static guint
count_clustered (const SvgDocument *document)
{
  guint n = 0;

  for (guint i = 0; i < document->titles->len; i++)
    {
      const char *title = document->titles->pdata[i];

      if (*title++ == '+')
        n += read_number (&title);
    }
  return n;
}

/* What the picture says: "12 of 40 records shown", or "40 records". */
static void
read_statement (const SvgDocument *document, guint *shown, guint *all)
{
  for (guint i = 0; i < document->texts->len; i++)
    {
      const char *text = document->texts->pdata[i];

      if (strstr (text, " record") == NULL || !g_ascii_isdigit (*text))
        continue;
      *shown = *all = read_number (&text);
      if (g_str_has_prefix (text, " of "))
        {
          text += strlen (" of ");
          *all = read_number (&text);
        }
      return;
    }
  g_assert_not_reached ();
}

static gboolean
is_known (TlSpan span)
{
  return span.start == TL_BOUND_KNOWN && span.end == TL_BOUND_KNOWN;
}

/* It happened within from…to, give or take a margin. */
static gboolean
is_within (TlSpan span, const TlPictureOptions *options, double margin_px)
{
  double margin =
      ((double)options->to - (double)options->from) * margin_px / WIDTH;

  return (double)span.latest >= (double)options->from - margin &&
         (double)span.earliest <= (double)options->to + margin;
}

/* How many of the filtered records are surely in the picture, and how many can
 * be at most. What lasts longer than a day can be in a cluster elsewhere. */
static void
count_expected (const TlPictureOptions *options, guint *least, guint *most)
{
  const TlEntry *entries = tl_dataset_get_entries (options->dataset);
  g_autoptr (GArray) records =
      tl_filter_apply (options->filter, options->dataset);
  gboolean is_whole = options->from == G_MININT64;

  *least = *most = is_whole ? records->len : 0;
  for (guint i = 0; i < records->len && !is_whole; i++)
    {
      TlSpan span = entries[g_array_index (records, guint, i)].span;

      if (is_known (span) && span.latest - span.earliest < TL_SECONDS_PER_DAY &&
          is_within (span, options, -EDGE))
        ++*least;
      if (!is_known (span) || is_within (span, options, REACH))
        ++*most;
    }
}

static TlFilter *
make_filter (GRand *random)
{
  TlFilter *filter = tl_filter_new ();
  guint     n_kinds = (guint)g_rand_int_range (random, 0, 4);

  for (guint i = 0; i < n_kinds; i++)
    tl_filter_add_kind (filter,
                        (TlKind)g_rand_int_range (random, 0, TL_N_KINDS));
  return filter;
}

static void
choose_range (GRand *random, TlPictureOptions *options)
{
  gint64 from = tl_calendar_day_number (1965, 1, 1) +
                g_rand_int_range (random, 0, 50 * 365);
  gint64 days = (gint64)1 << g_rand_int_range (random, 2, 14);

  options->from = from * TL_SECONDS_PER_DAY;
  options->to = (from + days) * TL_SECONDS_PER_DAY - 1;
}

static void
check_view (const TlPictureOptions *options)
{
  g_autoptr (GBytes) bytes = render (options);
  g_autoptr (SvgDocument) document = svg_document_parse (bytes);
  guint sum = count_drawn (document) + count_clustered (document);
  guint least;
  guint most;
  guint shown;
  guint all;

  count_expected (options, &least, &most);
  read_statement (document, &shown, &all);
  g_test_message ("%u of %u shown, %u…%u expected", shown, all, least, most);
  g_assert_cmpuint (sum, ==, shown);
  g_assert_cmpuint (all, ==, tl_dataset_get_n_records (shared.dataset));
  g_assert_cmpuint (shown, >=, least);
  g_assert_cmpuint (shown, <=, most);
}

/* By kind or all together, so that a record stands in one place. */
static void
test_nothing_vanishes (void)
{
  static const double    heights[] = { 0, 900, 2400 };
  static const TlGroupBy groups[] = { TL_GROUP_BY_KIND, TL_GROUP_BY_NONE,
                                      TL_GROUP_BY_PLACE };
  g_autoptr (GRand) random = g_rand_new_with_seed (20200727);

  for (guint i = 0; i < N_VIEWS; i++)
    {
      g_autoptr (TlFilter) filter = make_filter (random);
      TlPictureOptions options = make_options ();

      options.filter = filter;
      options.group_by = groups[i % G_N_ELEMENTS (groups)];
      options.right_to_left = i % 5 == 4;
      if (options.group_by != TL_GROUP_BY_PLACE)
        options.height = heights[i / 3 % G_N_ELEMENTS (heights)];
      if (i % 4 != 3)
        choose_range (random, &options);
      check_view (&options);
    }
}

/* Who stands in several groups is counted once. */
static void
test_counted_once (void)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();
  TlPictureOptions options = make_options ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SvgDocument) document = NULL;
  guint least;
  guint most;
  guint shown;
  guint all;

  options.filter = filter;
  options.group_by = TL_GROUP_BY_ACTOR;
  options.from = tl_calendar_day_number (1990, 1, 1) * TL_SECONDS_PER_DAY;
  options.to = tl_calendar_day_number (1990, 12, 31) * TL_SECONDS_PER_DAY;
  bytes = render (&options);
  document = svg_document_parse (bytes);
  count_expected (&options, &least, &most);
  read_statement (document, &shown, &all);
  g_assert_cmpuint (count_drawn (document) + count_clustered (document), >,
                    shown);
  g_assert_cmpuint (shown, >=, least);
  g_assert_cmpuint (shown, <=, most);
}

/* The file follows the picture, not the dataset. */
static void
test_size (void)
{
  static const double heights[] = { 0, 1080 };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      TlPictureOptions options = make_options ();
      g_autoptr (GBytes) bytes = NULL;

      options.height = heights[i];
      bytes = render (&options);
      g_test_message ("%" G_GSIZE_FORMAT " bytes", g_bytes_get_size (bytes));
      g_assert_cmpuint (g_bytes_get_size (bytes), <, MAX_BYTES);
    }
}

static guint
count_titles (TlPainter painter, const TlView *view)
{
  g_autoptr (TlScene) scene =
      tl_painter_paint_marks (painter, view, 0, view->scale.width);
  guint n = 0;

  for (guint i = 0; i < tl_scene_get_n_items (scene); i++)
    {
      const TlItem *item = tl_scene_get_item (scene, i);

      n += item->type == TL_ITEM_GROUP_BEGIN && item->text != NULL ? 1 : 0;
    }
  return n;
}

/* Titles are for files: the window does not pay for them. */
static void
test_titles (void)
{
  g_autoptr (TlWarp) warp = tl_warp_new_proportional ();
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new ("en");
  const guint     records[] = { 0, 1, 2, 3, 4 };
  TlLayoutOptions options = { .dataset = shared.dataset,
                              .records = records,
                              .n_records = G_N_ELEMENTS (records),
                              .group_by = TL_GROUP_BY_NONE,
                              .warp = warp,
                              .formatter = formatter,
                              .measure = tl_text_measurer_measure,
                              .measure_data = shared.measurer,
                              .zoom = 1 };
  g_autoptr (TlLayout) layout = tl_layout_new (&options);
  g_autoptr (TlView) view =
      tl_layout_get_view (layout, tl_layout_fit (layout, WIDTH, FALSE));
  TlPainter painter = { tl_palette_get (TL_THEME_LIGHT), shared.measurer,
                        FALSE };

  g_assert_cmpuint (view->n_marks, ==, G_N_ELEMENTS (records));
  g_assert_cmpuint (count_titles (painter, view), ==, 0);
  painter.titled = TRUE;
  g_assert_cmpuint (count_titles (painter, view), ==, G_N_ELEMENTS (records));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/picture/large/nothing-vanishes", test_nothing_vanishes);
  g_test_add_func ("/tl/picture/large/counted-once", test_counted_once);
  g_test_add_func ("/tl/picture/large/size", test_size);
  g_test_add_func ("/tl/painter/titles", test_titles);
  shared.dataset = make_dataset ();
  shared.measurer = tl_text_measurer_new (NULL);
  status = g_test_run ();
  tl_text_measurer_unref (shared.measurer);
  g_assert_finalize_object (shared.dataset);
  return status;
}
