/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scale-fixture.h"

#include "tl-reader.h"

/* Written as a file would be, in memory, and read by the real reader. */

static const char header[] =
    "{\"format\":\"treatyline-dataset\",\"version\":1,\"id\":\"scale\","
    "\"title\":{\"en\":\"Scale\"},\"language\":\"en\","
    "\"sources\":[{\"id\":\"s\",\"title\":{\"en\":\"S\"},\"publisher\":"
    "{\"en\":\"P\"},\"published\":\"2021\",\"language\":\"en\"}],"
    "\"actors\":[],\"places\":[],\"treaties\":[],\"quotes\":[],\"events\":[";

static const char *const kinds[] = { "talk", "test",  "statement", "incident",
                                     "aid",  "other", "deployment" };

static const char *const words[] = {
  "talks",      "delegation", "renewed",  "ceasefire", "Vienna",
  "after",      "border",     "minister", "statement", "on",
  "inspection", "of",         "the",      "report",
};

const char *
scale_shape_get_name (ScaleShape shape)
{
  static const char *const names[] = { "mixed", "one-day", "overlapping",
                                       "one-bar" };

  return names[shape];
}

static void
append_mixed_date (GString *json, GRand *rand)
{
  int year = g_rand_int_range (rand, 1960, 2020);
  int month = g_rand_int_range (rand, 1, 13);
  int day = g_rand_int_range (rand, 1, 29);

  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
      g_string_append_printf (json, "%04d-%02d", year, month);
      break;
    case 1:
      g_string_append_printf (json, "%04d-%02d-%02d~", year, month, day);
      break;
    case 2:
      g_string_append_printf (json, "%04d-%02d-%02d/%04d-%02d-%02d", year,
                              month, day, year + g_rand_int_range (rand, 1, 4),
                              month, day);
      break;
    case 3:
    case 4:
    case 5:
      g_string_append_printf (json, "%04d-%02d-%02d/%04d-%02d-%02d", year,
                              month, MIN (day, 20), year, month,
                              MIN (day, 20) + g_rand_int_range (rand, 1, 8));
      break;
    case 6:
    case 7:
      /* Bursts: some months of each decade. */
      g_string_append_printf (json, "%04d-06-%02d", year - year % 10, day);
      break;
    default:
      g_string_append_printf (json, "%04d-%02d-%02d", year, month, day);
      break;
    }
}

static void
append_date (GString *json, GRand *rand, ScaleShape shape, guint index)
{
  switch (shape)
    {
    case SCALE_ONE_DAY:
      g_string_append (json, "2014-06-12");
      break;
    case SCALE_OVERLAPPING:
      g_string_append_printf (
          json, "19%02d-%02d-%02d/20%02d-%02d-01",
          g_rand_int_range (rand, 60, 90), g_rand_int_range (rand, 1, 13),
          g_rand_int_range (rand, 1, 29), g_rand_int_range (rand, 0, 20),
          g_rand_int_range (rand, 1, 13));
      break;
    case SCALE_ONE_BAR:
      if (index == 0)
        g_string_append (json, "1960-01-01/2019-12-31");
      else
        g_string_append_printf (
            json, "%04d-%02d-%02d", g_rand_int_range (rand, 1960, 2020),
            g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
      break;
    case SCALE_MIXED:
    default:
      append_mixed_date (json, rand);
      break;
    }
}

static void
append_title (GString *json, GRand *rand, guint index)
{
  int n_words = g_rand_int_range (rand, 2, 6);

  for (int i = 0; i < n_words; i++)
    g_string_append_printf (
        json, "%s ", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  g_string_append_printf (json, "%u", index);
}

TlDataset *
scale_new_dataset (ScaleShape shape, guint n_events)
{
  GString *json = g_string_new (header);
  g_autoptr (GRand) rand = g_rand_new_with_seed (2020);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  TlDataset *dataset;

  for (guint i = 0; i < n_events; i++)
    {
      g_string_append_printf (
          json,
          "%s{\"id\":\"e%u\",\"kind\":\"%s\",\"status\":\"occurred\","
          "\"title\":{\"en\":\"",
          i > 0 ? "," : "", i,
          kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))]);
      append_title (json, rand, i);
      g_string_append (json, "\"},\"date\":\"");
      append_date (json, rand, shape, i);
      g_string_append_printf (
          json, "\",\"prominence\":%d,\"accounts\":[{\"source\":\"s\"}]}",
          g_rand_int_range (rand, 1, 6));
    }
  g_string_append (json, "]}");
  bytes = g_string_free_to_bytes (json);
  dataset = tl_reader_load_bytes (bytes, "scale", NULL, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tl_problems_count (problems, TL_SEVERITY_ERROR), ==, 0);
  g_assert_cmpuint (tl_dataset_get_n_records (dataset), ==, n_events);
  return dataset;
}
