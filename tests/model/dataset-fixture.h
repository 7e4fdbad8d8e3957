/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-calendar.h"
#include "tl-reader.h"

/* What the tests of datasets have in common. */

static inline TlDataset *
load_fixture (const char *name)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "fixtures", "reader", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  TlDataset *dataset = tl_reader_load_file (file, NULL, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tl_problems_get_size (problems), ==, 0);
  return dataset;
}

static inline TlRecord *
ref_named (TlDataset *dataset, const char *id)
{
  guint index = tl_dataset_find_record (dataset, id);

  g_assert_cmpuint (index, !=, TL_NONE);
  return tl_dataset_ref_record (dataset, index);
}

static inline gint64
get_second (const char *day)
{
  gint64 second;

  g_assert_true (tl_calendar_parse_day (day, &second));
  return second;
}

/* "id id id" in the dataset's order. */
static inline char *
list_records (TlDataset *dataset)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " " : "",
                            tl_dataset_get_record_id (dataset, i));
  return g_string_free (list, FALSE);
}
