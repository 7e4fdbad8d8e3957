/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-bookmarks.h"

#include "tl-state-file.h"

/* Each change reads what is there and writes it again: another window may have
 * changed it. */

#define FOLDER "bookmarks"
#define GROUP "Bookmarks"
#define DATASET "dataset"
#define RECORDS "records"

char **
tl_bookmarks_dup (const char *dataset)
{
  g_autoptr (GKeyFile) key_file = NULL;
  char **records = NULL;

  g_return_val_if_fail (dataset != NULL, NULL);

  key_file = tl_state_file_load (FOLDER, dataset);
  records = g_key_file_get_string_list (key_file, GROUP, RECORDS, NULL, NULL);
  return records != NULL ? records : g_new0 (char *, 1);
}

gboolean
tl_bookmarks_contain (const char *dataset, const char *record)
{
  g_auto (GStrv) records = tl_bookmarks_dup (dataset);

  return g_strv_contains ((const char *const *)records, record);
}

gboolean
tl_bookmarks_set (const char *dataset,
                  const char *record,
                  gboolean    is_bookmarked,
                  GError    **error)
{
  g_auto (GStrv) former = tl_bookmarks_dup (dataset);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GKeyFile) key_file = g_key_file_new ();

  for (gsize i = 0; former[i] != NULL; i++)
    if (!g_str_equal (former[i], record))
      g_ptr_array_add (records, former[i]);
  if (is_bookmarked)
    g_ptr_array_add (records, (gpointer)record);

  g_key_file_set_string (key_file, GROUP, DATASET, dataset);
  g_key_file_set_string_list (key_file, GROUP, RECORDS,
                              (const char *const *)records->pdata,
                              records->len);
  return tl_state_file_save (FOLDER, dataset, key_file, error);
}
