/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"
#include "layout-fixture.h"

static void
append_event_date (GString *json, GRand *rand)
{
  int year = g_rand_int_range (rand, 2000, 2021);
  int month = g_rand_int_range (rand, 1, 13);
  int day = g_rand_int_range (rand, 1, 29);

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
      g_string_append_printf (json, "%04d", year);
      break;
    case 1:
      g_string_append_printf (json, "%04d-%02d", year, month);
      break;
    case 2:
      g_string_append_printf (json, "%04d-%02d-01~/%04d-%02d-28?", year, month,
                              year + 1, month);
      break;
    case 3:
      g_string_append_printf (json, "../%04d-%02d-%02d", year, month, day);
      break;
    case 4:
      g_string_append_printf (json, "%04d-%02d-%02d/", year, month, day);
      break;
    case 5:
      g_string_append_printf (json, "%04d-%02d-01/%04d-%02d-%02d", year, month,
                              year, month, day);
      break;
    default:
      /* Bursts: half of the exact days fall in one month. */
      g_string_append_printf (json, "2014-06-%02d", day);
      break;
    }
}

/* Every fifth event has two. */
static void
append_relations (GString *json, guint event)
{
  static const char *const names[] = { "responds-to", "part-of", "refers-to",
                                       "precedes" };

  if (event < 10 || event % 5 != 0)
    return;
  g_string_append_printf (json,
                          "{\"event\":\"e%u\",\"as\":\"%s\"},"
                          "{\"event\":\"e%u\",\"as\":\"%s\"}",
                          event - 7, names[event / 5 % 4], event / 2,
                          names[event / 10 % 4]);
}

TlDataset *
fixture_new_random_dataset (GRand *rand, guint n_events)
{
  static const char *const kinds[] = { "talk", "test",  "statement", "incident",
                                       "aid",  "other", "deployment" };
  g_autoptr (GString) json = g_string_new (
      "{\"format\":\"treatyline-dataset\",\"version\":1,\"id\":\"random\","
      "\"title\":{\"en\":\"Random\"},\"language\":\"en\","
      "\"sources\":[{\"id\":\"s\",\"title\":{\"en\":\"S\"},\"publisher\":"
      "{\"en\":\"P\"},\"published\":\"2021\",\"language\":\"en\"}],"
      "\"actors\":[{\"id\":\"a\",\"kind\":\"state\",\"name\":{\"en\":\"A\"}},"
      "{\"id\":\"b\",\"kind\":\"state\",\"name\":{\"en\":\"B\"}}],"
      "\"places\":[],\"treaties\":[{\"id\":\"t\",\"kind\":\"treaty\","
      "\"title\":{\"en\":\"Treaty\"},\"short\":{\"en\":\"T\"},\"parties\":[],"
      "\"acts\":[{\"id\":\"t-force\",\"act\":\"entry-into-force\",\"date\":"
      "\"2003-05\",\"status\":\"occurred\",\"accounts\":[{\"source\":\"s\"}]},"
      "{\"id\":\"t-end\",\"act\":\"expiration\",\"date\":\"2018-02-05\","
      "\"status\":\"planned\",\"accounts\":[{\"source\":\"s\"}]}]}],"
      "\"events\":[");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  TlDataset *dataset;

  for (guint i = 0; i < n_events; i++)
    {
      g_string_append_printf (
          json,
          "%s{\"id\":\"e%u\",\"kind\":\"%s\",\"status\":\"occurred\","
          "\"title\":{\"en\":\"Event %.*s %u\"},\"date\":\"",
          i > 0 ? "," : "", i,
          kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))],
          g_rand_int_range (rand, 0, 30), "of a title with some more words", i);
      append_event_date (json, rand);
      g_string_append_printf (json,
                              "\",\"actors\":[%s],\"treaties\":[],\"accounts\":"
                              "[{\"source\":\"s\"}],\"related\":[",
                              i % 3 == 0   ? "\"a\",\"b\""
                              : i % 3 == 1 ? "\"b\""
                                           : "");
      append_relations (json, i);
      g_string_append (json, "],\"tags\":[]}");
    }
  g_string_append (json, "],\"quotes\":[]}");
  bytes = g_bytes_new (json->str, json->len);
  dataset = tl_reader_load_bytes (bytes, "random", NULL, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tl_problems_count (problems, TL_SEVERITY_ERROR), ==, 0);
  g_assert_cmpuint (tl_dataset_get_n_records (dataset), ==, n_events + 2);
  return dataset;
}

TlDataset *
fixture_new_builtin_dataset (void)
{
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  TlDataset *dataset = tl_reader_load_file (file, NULL, problems, &error);

  g_assert_no_error (error);
  return dataset;
}

double
fixture_measure (const char *text, TlFontRole role, gpointer data)
{
  return 6.5 * (double)g_utf8_strlen (text, -1);
}

Fixture *
fixture_new (TlDataset *dataset,
             TlGroupBy  group_by,
             gboolean   proportional,
             guint      max_rows)
{
  return fixture_new_with_whole (dataset, group_by, proportional, max_rows, 0);
}

Fixture *
fixture_new_with_whole (TlDataset *dataset,
                        TlGroupBy  group_by,
                        gboolean   proportional,
                        guint      max_rows,
                        guint      max_whole)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  guint    n = tl_dataset_get_n_records (dataset);

  fixture->dataset = dataset;
  fixture->warp = proportional ? tl_warp_new_proportional ()
                               : tl_warp_new_for_dataset (dataset);
  fixture->formatter = tl_date_formatter_new ("en");
  fixture->records = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  for (guint i = 0; i < n; i++)
    g_array_append_val (fixture->records, i);

  fixture->options = (TlLayoutOptions){
    .dataset = dataset,
    .records = (const guint *)(void *)fixture->records->data,
    .n_records = n,
    .group_by = group_by,
    .warp = fixture->warp,
    .formatter = fixture->formatter,
    .language = "en",
    .measure = fixture_measure,
    .max_rows = max_rows,
    .max_whole = max_whole,
    .two_lines = TRUE,
    .zoom = 1,
    .today = tl_calendar_day_number (2020, 7, 29) * TL_SECONDS_PER_DAY,
  };
  fixture->layout = tl_layout_new (&fixture->options);
  return fixture;
}

void
fixture_filter (Fixture *fixture, int percent)
{
  guint n = tl_dataset_get_n_records (fixture->dataset);

  g_array_set_size (fixture->records, 0);
  for (guint i = 0; i < n; i++)
    if (g_test_rand_int_range (0, 100) < percent)
      g_array_append_val (fixture->records, i);
  fixture->options.records = (const guint *)(void *)fixture->records->data;
  fixture->options.n_records = fixture->records->len;
  g_clear_pointer (&fixture->layout, tl_layout_unref);
  fixture->layout = tl_layout_new (&fixture->options);
}

void
fixture_free (Fixture *fixture)
{
  tl_layout_unref (fixture->layout);
  g_array_unref (fixture->records);
  tl_date_formatter_free (fixture->formatter);
  tl_warp_unref (fixture->warp);
  g_object_unref (fixture->dataset);
  g_free (fixture);
}

void
fixture_assert_same_marks (const TlView *a,
                           const TlView *b,
                           gboolean      same_numbers)
{
  g_assert_cmpuint (a->n_marks, ==, b->n_marks);
  assert_near (a->height, b->height, 1e-9);
  for (guint i = 0; i < a->n_marks; i++)
    {
      const TlMark *left = &a->marks[i];
      const TlMark *right = &b->marks[i];

      g_assert_cmpuint (left->type, ==, right->type);
      g_assert_cmpuint (left->index, ==, right->index);
      g_assert_cmpuint (left->lane, ==, right->lane);
      g_assert_cmpuint (left->row, ==, right->row);
      g_assert_cmpuint (left->count, ==, right->count);
      g_assert_cmpuint (left->label_place, ==, right->label_place);
      assert_near (left->hit.x, right->hit.x, 1e-6);
      if (same_numbers)
        g_assert_cmpuint (left->cluster, ==, right->cluster);
    }
}

#define MAX_WHOLE_WIDTH 60000.0

/* A picture of everything at about the scale's zoom. */
static TlView *
get_whole_view (TlLayout *layout, TlScale scale)
{
  double from;
  double to;

  tl_layout_get_extent (layout, &from, &to);
  scale.px_per_unit = MIN (scale.px_per_unit, MAX_WHOLE_WIDTH / (to - from));
  scale.origin = from - 1000 / scale.px_per_unit;
  scale.width = (to - from) * scale.px_per_unit + 2000;
  return tl_layout_get_view (layout, scale);
}

/* Records by lane: a lane × n_all + its record. */
static void
see_record (GHashTable *seen, guint n_all, guint lane, guint record)
{
  gsize place = (gsize)lane * n_all + record + 1;

  g_assert_true (g_hash_table_add (seen, GSIZE_TO_POINTER (place)));
}

static GHashTable *
list_seen (Fixture *fixture, const TlView *view)
{
  guint       n_all = tl_dataset_get_n_records (fixture->dataset);
  GHashTable *seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *mark = &view->marks[i];
      guint         n_members;
      const guint  *members;

      if (mark->type == TL_MARK_RECORD)
        see_record (seen, n_all, mark->lane, mark->index);
      if (mark->type != TL_MARK_CLUSTER)
        continue;
      members = tl_layout_get_cluster (fixture->layout, view->scale,
                                       mark->cluster, &n_members);
      g_assert_cmpuint (n_members, ==, mark->count);
      g_assert_cmpuint (members[0], ==, mark->index);
      for (guint j = 0; j < n_members; j++)
        see_record (seen, n_all, mark->lane, members[j]);
    }
  return seen;
}

void
fixture_assert_all_once (Fixture *fixture, TlScale scale)
{
  guint n_all = tl_dataset_get_n_records (fixture->dataset);
  guint n_appearances = 0;
  g_autoptr (TlView) view = get_whole_view (fixture->layout, scale);
  g_autoptr (GHashTable) seen = list_seen (fixture, view);
  g_autofree guint8 *is_seen = g_new0 (guint8, n_all + 1);
  GHashTableIter     iter;
  gpointer           place;
  guint              n_seen = 0;

  for (guint i = 0; i < view->n_groups; i++)
    n_appearances += view->groups[i].n_records;
  g_assert_cmpuint (g_hash_table_size (seen), ==, n_appearances);
  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    is_seen[(GPOINTER_TO_SIZE (place) - 1) % n_all] = 1;
  for (guint i = 0; i < fixture->records->len; i++)
    g_assert_true (is_seen[g_array_index (fixture->records, guint, i)]);
  for (guint i = 0; i < n_all; i++)
    n_seen += is_seen[i];
  g_assert_cmpuint (n_seen, ==, fixture->records->len);
}
