/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "cli-run.h"
#include "facet-fixture.h"
#include "tl-layout.h"

/* Nothing vanishes: for random combinations of filter, grouping, folded groups,
 * zoom and day, what is drawn, what is in clusters and what the filter leaves
 * out are all there is; and the command line lists just what is drawn or in
 * clusters. */

#define N_COMBINATIONS 1000
#define N_EVENTS 250
/* A process for each combination would take minutes. */
#define LISTED_EACH 16

typedef struct
{
  char      *folder;
  char      *file;
  TlDataset *dataset;
  guint      n_shown; /* of all combinations */
  guint      n_clustered;
} Stage;

static void
open_stage (Stage *self)
{
  const GenerateOptions options = { .n_events = N_EVENTS,
                                    .shape = GENERATE_PLAUSIBLE };
  g_autoptr (GBytes) bytes =
      generate_add_tags (generate_bytes_published (&options));
  g_autoptr (TlProblems) problems = tl_problems_new ();
  gsize       length;
  const char *text = g_bytes_get_data (bytes, &length);

  self->folder = cli_make_folder ();
  self->file = g_build_filename (self->folder, "made-up.json", NULL);
  g_assert_true (g_file_set_contents (self->file, text, (gssize)length, NULL));
  self->dataset = tl_reader_load_bytes (bytes, "test", NULL, problems, NULL);
  g_assert_nonnull (self->dataset);
}

static void
close_stage (Stage *self)
{
  g_object_unref (self->dataset);
  g_free (self->file);
  cli_remove_folder (self->folder);
}

/* --- the timeline --- */

/* Every character is 6.5 pixels wide. */
static double
measure (const char *text, TlFontRole role, gpointer data)
{
  return 6.5 * (double)g_utf8_strlen (text, -1);
}

/* Some groups that are folded, and some that do not stand where they would;
 * not all of these keys need be there. */
typedef struct
{
  guint order[3];
  guint folded[6];
} Keys;

static TlArrangement
make_arrangement (Keys *keys, GRand *random)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys->order); i++)
    keys->order[i] = (guint)g_rand_int_range (random, 0, 24);
  for (gsize i = 0; i < G_N_ELEMENTS (keys->folded); i++)
    keys->folded[i] = (guint)g_rand_int_range (random, 0, 24);
  return (TlArrangement){
    .order = keys->order,
    .n_order = g_rand_boolean (random) ? G_N_ELEMENTS (keys->order) : 0,
    .folded = keys->folded,
    .n_folded = g_rand_boolean (random) ? G_N_ELEMENTS (keys->folded) : 0,
  };
}

static TlLayout *
make_layout (TlResult        *result,
             TlWarp          *warp,
             TlDateFormatter *formatter,
             GRand           *random)
{
  Keys            keys;
  TlLayoutOptions options = {
    .dataset = tl_result_get_dataset (result),
    .group_by = (TlGroupBy)g_rand_int_range (random, 0, TL_GROUP_BY_NONE + 1),
    .warp = warp,
    .formatter = formatter,
    .language = "en",
    .measure = measure,
    .max_rows = (guint)g_rand_int_range (random, 0, 4),
    .two_lines = g_rand_boolean (random),
    .zoom = 1,
    .max_whole = g_rand_boolean (random) ? 0 : 50,
    .arrangement = make_arrangement (&keys, random),
  };

  options.records = tl_result_get_records (result, &options.n_records);
  return tl_layout_new (&options);
}

/* A random zoom, in a picture so wide that all of time is in it. */
static TlScale
make_scale (TlLayout *layout, GRand *random)
{
  TlScale scale = { .px_per_unit = pow (2, g_rand_double_range (random, -8, 3)),
                    .mirrored = g_rand_boolean (random) };
  double  from;
  double  to;

  tl_layout_get_extent (layout, &from, &to);
  scale.origin = from - 2000 / scale.px_per_unit;
  scale.width = (to - from) * scale.px_per_unit + 4000;
  return scale;
}

/* Returns: (transfer full): by record, whether it is drawn or in a cluster */
static gboolean *
find_shown (Stage *self, TlLayout *layout, TlScale scale, guint n_records)
{
  g_autoptr (TlView) view = tl_layout_get_view (layout, scale);
  gboolean *shown = g_new0 (gboolean, n_records + 1);

  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *mark = &view->marks[i];
      const guint  *members = &mark->index;
      guint         n_members = mark->type == TL_MARK_RECORD ? 1 : 0;

      if (mark->type == TL_MARK_CLUSTER)
        {
          members =
              tl_layout_get_cluster (layout, scale, mark->cluster, &n_members);
          g_assert_cmpuint (n_members, ==, mark->count);
          self->n_clustered += n_members;
        }
      for (guint j = 0; j < n_members; j++)
        shown[members[j]] = TRUE;
    }
  return shown;
}

static void
assert_timeline (Stage *self, TlResult *result, GRand *random)
{
  guint n_records = tl_dataset_get_n_records (tl_result_get_dataset (result));
  g_autoptr (TlWarp) warp = g_rand_boolean (random)
                                ? tl_warp_new_proportional ()
                                : tl_warp_new_for_dataset (self->dataset);
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new ("en");
  g_autoptr (TlLayout) layout = make_layout (result, warp, formatter, random);
  g_autofree gboolean *shown =
      find_shown (self, layout, make_scale (layout, random), n_records);
  guint n_shown = 0;

  for (guint i = 0; i < n_records; i++)
    {
      g_assert_cmpint (shown[i], ==, tl_result_contains (result, i));
      n_shown += shown[i] ? 1 : 0;
    }
  g_assert_cmpuint (n_shown, ==, tl_result_get_n_shown (result));
  g_assert_cmpuint (n_records, <=, tl_result_get_n_all (result));
  self->n_shown += n_shown;
}

/* --- the command line --- */

static void
add_option (GPtrArray *arguments, const char *option, const char *value)
{
  g_ptr_array_add (arguments, g_strdup_printf ("--%s=%s", option, value));
}

static void
add_day (GPtrArray *arguments, const char *option, gint64 second)
{
  g_autofree char *day = tl_calendar_format_day (second);

  add_option (arguments, option, day);
}

static void
add_range (GPtrArray *arguments, const TlFilter *filter)
{
  gint64 from;
  gint64 to;

  if (!tl_filter_get_range (filter, &from, &to))
    return;
  if (from != G_MININT64)
    add_day (arguments, "from", from);
  if (to != G_MAXINT64)
    add_day (arguments, "to", to);
  if (tl_filter_get_certainly (filter))
    g_ptr_array_add (arguments, g_strdup ("--certainly"));
}

/* Returns: (transfer full) (element-type utf8): NULL-terminated */
static GPtrArray *
make_arguments (const char *command, TlQuery *query, const char *file)
{
  const TlFilter *filter = tl_query_get_filter (query);
  GPtrArray      *arguments = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (arguments, g_strdup (command));
  add_option (arguments, "format", "csv");
  for (guint i = 0; i < TL_N_FACETS; i++)
    {
      const char *const *values = tl_filter_get_values (filter, (TlFacet)i);

      for (guint j = 0; values[j] != NULL; j++)
        add_option (arguments, tl_facet_to_nick ((TlFacet)i), values[j]);
    }
  if (tl_filter_get_search (filter) != NULL)
    add_option (arguments, "search", tl_filter_get_search (filter));
  if (tl_filter_get_contested_only (filter))
    g_ptr_array_add (arguments, g_strdup ("--contested"));
  add_range (arguments, filter);
  if (tl_query_get_known_on (query) != TL_KNOWN_ALWAYS)
    add_day (arguments, "known-on", tl_query_get_known_on (query));
  g_ptr_array_add (arguments, g_strdup (file));
  g_ptr_array_add (arguments, NULL);
  return arguments;
}

static void
assert_command_line (Stage *self, TlResult *result)
{
  g_autoptr (GPtrArray) arguments =
      make_arguments ("list", tl_result_get_query (result), self->file);
  g_autoptr (CliRun) run =
      cli_run_arguments ((const char *const *)arguments->pdata, NULL, NULL);
  g_auto (GStrv) lines = g_strsplit (run->out, "\r\n", -1);
  guint        n_records;
  const guint *records = tl_result_get_records (result, &n_records);

  g_assert_cmpstr (run->errors, ==, "");
  g_assert_cmpint (run->status, ==, 0);
  /* The names of the columns, and nothing behind the last line. */
  g_assert_cmpuint (g_strv_length (lines), ==, n_records + 2);
  for (guint i = 0; i < n_records; i++)
    {
      const char *id =
          tl_dataset_get_record_id (tl_result_get_dataset (result), records[i]);
      g_auto (GStrv) cells = g_strsplit (lines[i + 1], ",", 2);

      g_assert_cmpstr (cells[0], ==, id);
    }
}

/* --- all together --- */

/* The command line refuses values that the dataset does not have. */
static TlQuery *
make_random_query (TlDataset *dataset, GRand *random)
{
  g_autoptr (TlFilter) filter = make_random_filter (dataset, random);

  for (guint i = 0; i < TL_N_FACETS; i++)
    tl_filter_remove_value (filter, (TlFacet)i, "nothing");
  return tl_query_new (filter, g_rand_int_range (random, 0, 3) == 0
                                   ? random_day (random)
                                   : TL_KNOWN_ALWAYS);
}

static void
test_agree (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2021);
  g_autoptr (TlResult) previous = NULL;
  Stage stage = { NULL };

  open_stage (&stage);
  for (guint i = 0; i < N_COMBINATIONS; i++)
    {
      g_autoptr (TlQuery) query = make_random_query (stage.dataset, random);
      g_autoptr (TlResult) result =
          tl_query_run (query, stage.dataset, previous, NULL);

      assert_timeline (&stage, result, random);
      if (i % LISTED_EACH == 0)
        assert_command_line (&stage, result);
      g_clear_pointer (&previous, tl_result_unref);
      previous = g_steal_pointer (&result);
    }
  /* It was not about nothing. */
  g_assert_cmpuint (stage.n_shown, >, 10 * N_COMBINATIONS);
  g_assert_cmpuint (stage.n_clustered, >, N_COMBINATIONS);
  close_stage (&stage);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/cli/agree", test_agree);
  return g_test_run ();
}
