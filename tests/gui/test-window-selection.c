/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-test.h"
#include "gui-window.h"

/* Several selected records, and relations between records, by the commands of
 * the window. */

static void
select_ids (GuiWindow *fixture, const char *const *ids)
{
  TlDataset *dataset = tl_timeline_view_get_dataset (fixture->timeline);
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (guint));

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      guint record = tl_dataset_find_record (dataset, ids[i]);

      g_assert_cmpuint (record, !=, TL_NONE);
      g_array_append_val (records, record);
    }
  tl_timeline_view_set_selection (fixture->timeline,
                                  (const guint *)records->data, records->len);
}

static guint
count_selected (GuiWindow *fixture)
{
  guint n;

  tl_timeline_view_get_selection (fixture->timeline, &n);
  return n;
}

static void
test_all_and_none (GuiWindow *fixture, gconstpointer data)
{
  static const char several[] = "41 selected · quiet spans shortened";
  const char *const ids[] = { "asat-test", "pompeo-lavrov-call", NULL };

  gui_window_show (fixture, NULL, NULL);
  g_assert_false (gui_window_is_enabled (fixture, "clear-selection"));
  g_assert_true (gui_window_is_enabled (fixture, "select-all"));
  select_ids (fixture, ids);
  g_assert_true (gui_window_is_enabled (fixture, "clear-selection"));
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, ids[1]);
  gui_window_activate (fixture, "select-all", NULL);
  g_assert_cmpuint (count_selected (fixture), ==,
                    tl_dataset_get_n_records (
                        tl_timeline_view_get_dataset (fixture->timeline)));
  gui_wait_for (gui_find_text (GTK_WIDGET (fixture->window), several) != NULL);
  /* The details stay where they are. */
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, ids[1]);
  g_assert_cmpuint (tl_details_pane_get_record (fixture->details), ==,
                    tl_timeline_view_get_selected (fixture->timeline));
  gui_window_activate (fixture, "clear-selection", NULL);
  g_assert_cmpuint (count_selected (fixture), ==, 0);
  gui_wait_for (gui_find_text (GTK_WIDGET (fixture->window), several) == NULL);
  g_assert_cmpuint (tl_details_pane_get_record (fixture->details), ==, TL_NONE);
  g_assert_false (gui_window_is_enabled (fixture, "clear-selection"));
}

/* What the timeline was told is what it keeps: nothing comes back changed. */
static void
test_keeps_order (GuiWindow *fixture, gconstpointer data)
{
  const char *const ids[] = { "pompeo-lavrov-call", "asat-test",
                              "space-security-exchange", NULL };
  TlDataset        *dataset;
  const guint      *records;
  guint             n;

  gui_window_show (fixture, NULL, NULL);
  dataset = tl_timeline_view_get_dataset (fixture->timeline);
  select_ids (fixture, ids);
  records = tl_timeline_view_get_selection (fixture->timeline, &n);
  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (tl_dataset_get_record_id (dataset, records[i]), ==,
                     ids[i]);
}

/* Around a record and back to it, in both directions. */
static void
test_around (GuiWindow *fixture, gconstpointer data)
{
  static const char hub[] = "space-security-exchange";
  const char *const ids[] = { hub, NULL };
  TlDataset        *dataset;
  g_autoptr (GPtrArray) visited = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) related = g_array_new (FALSE, FALSE, sizeof (TlRelated));

  gui_window_show (fixture, NULL, NULL);
  g_assert_false (gui_window_is_enabled (fixture, "next-relation"));
  dataset = tl_timeline_view_get_dataset (fixture->timeline);
  tl_dataset_append_related (dataset, tl_dataset_find_record (dataset, hub),
                             related);
  g_assert_cmpuint (related->len, >, 2);
  select_ids (fixture, ids);
  g_assert_true (gui_window_is_enabled (fixture, "next-relation"));
  for (guint i = 0; i < related->len; i++)
    {
      guint record = g_array_index (related, TlRelated, i).record;

      gui_window_activate (fixture, "next-relation", NULL);
      g_assert_cmpstr (gui_window_get_selected_id (fixture), ==,
                       tl_dataset_get_record_id (dataset, record));
      g_ptr_array_add (visited,
                       g_strdup (gui_window_get_selected_id (fixture)));
    }
  gui_window_activate (fixture, "next-relation", NULL);
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, hub);
  for (guint i = visited->len; i-- > 0;)
    {
      gui_window_activate (fixture, "previous-relation", NULL);
      g_assert_cmpstr (gui_window_get_selected_id (fixture), ==,
                       g_ptr_array_index (visited, i));
    }
}

/* Whoever selects something else goes around that. */
static void
test_other_hub (GuiWindow *fixture, gconstpointer data)
{
  const char *const ids[] = { "space-security-exchange", NULL };
  g_autofree char  *other = NULL;

  gui_window_show (fixture, NULL, NULL);
  select_ids (fixture, ids);
  gui_window_activate (fixture, "next-relation", NULL);
  other = g_strdup (gui_window_get_selected_id (fixture));
  gui_window_activate (fixture, "clear-selection", NULL);
  g_assert_false (gui_window_is_enabled (fixture, "next-relation"));
  gui_window_activate (fixture, "select-record", other);
  gui_window_activate (fixture, "next-relation", NULL);
  gui_window_activate (fixture, "previous-relation", NULL);
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, other);
}

static void
set_shown (GuiWindow *fixture, const char *name)
{
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window),
                                      "show-relations",
                                      g_variant_new_string (name));
}

static void
test_show_relations (GuiWindow *fixture, gconstpointer data)
{
  gui_window_show (fixture, NULL, NULL);
  g_assert_cmpint (tl_timeline_view_get_relations (fixture->timeline), ==,
                   TL_RELATIONS_SELECTED);
  set_shown (fixture, "all");
  g_assert_cmpint (tl_timeline_view_get_relations (fixture->timeline), ==,
                   TL_RELATIONS_ALL);
  set_shown (fixture, "everything");
  g_assert_cmpint (tl_timeline_view_get_relations (fixture->timeline), ==,
                   TL_RELATIONS_ALL);
  set_shown (fixture, "none");
  g_assert_cmpint (tl_timeline_view_get_relations (fixture->timeline), ==,
                   TL_RELATIONS_NONE);
}

static const GuiWindowTest tests[] = {
  { "/tl/window/selection/all-and-none", test_all_and_none },
  { "/tl/window/selection/keeps-order", test_keeps_order },
  { "/tl/window/relations/around", test_around },
  { "/tl/window/relations/other-hub", test_other_hub },
  { "/tl/window/relations/show", test_show_relations },
};

int
main (int argc, char *argv[])
{
  return gui_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
