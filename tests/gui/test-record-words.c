/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-test.h"

#include "tl-record-words.h"

/* What the window says of a record. */

static void
test_tooltips (void)
{
  g_autoptr (TlDataset) dataset = gui_load_fixture ("window.json");
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new ("en");
  TlRecordWords    words = { dataset, formatter, "en" };
  const guint      members[] = { 0, 1, 2, 3, 4, 5, 6 };
  g_autofree char *tooltip = tl_record_words_dup_tooltip (
      words, tl_dataset_find_record (dataset, "pact-force"));
  g_autofree char *few =
      tl_record_words_dup_cluster_tooltip (words, members, 2);
  g_autofree char *many =
      tl_record_words_dup_cluster_tooltip (words, members, 7);

  g_assert_cmpstr (tooltip, ==,
                   "Pact: entry into force\n5 February 2011\n"
                   "Entry into force · Occurred");
  g_assert_true (g_str_has_prefix (few, "2 records\n• "));
  g_assert_null (strstr (few, "more"));
  g_assert_true (g_str_has_suffix (many, "\nand 2 more records"));
}

int
main (int argc, char *argv[])
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/tl/record-words/tooltips", test_tooltips);
  return gui_test_run ();
}
