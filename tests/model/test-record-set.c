/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-dataset.h"
#include "tl-record-set.h"

static void
test_members (void)
{
  const guint records[] = { 64, 3, 127, 3, 0, 500, 128 };
  const guint sorted[] = { 0, 3, 64, 127, 128 };
  g_autoptr (TlRecordSet) set =
      tl_record_set_new (records, G_N_ELEMENTS (records), 129);
  guint record = tl_record_set_next (set, 0);

  g_assert_cmpuint (tl_record_set_get_size (set), ==, G_N_ELEMENTS (sorted));
  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    {
      g_assert_true (tl_record_set_contains (set, sorted[i]));
      g_assert_cmpuint (record, ==, sorted[i]);
      record = tl_record_set_next (set, record + 1);
    }
  g_assert_cmpuint (record, ==, TL_NONE);
  g_assert_false (tl_record_set_contains (set, 1));
  g_assert_false (tl_record_set_contains (set, 500));
  g_assert_false (tl_record_set_contains (set, TL_NONE));
}

static void
test_empty (void)
{
  g_autoptr (TlRecordSet) none = tl_record_set_new (NULL, 0, 100);
  g_autoptr (TlRecordSet) nothing = tl_record_set_new (NULL, 0, 0);

  g_assert_cmpuint (tl_record_set_get_size (none), ==, 0);
  g_assert_cmpuint (tl_record_set_next (none, 0), ==, TL_NONE);
  g_assert_cmpuint (tl_record_set_next (nothing, 0), ==, TL_NONE);
  g_assert_false (tl_record_set_contains (nothing, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tl/record-set/members", test_members);
  g_test_add_func ("/tl/record-set/empty", test_empty);
  return g_test_run ();
}
