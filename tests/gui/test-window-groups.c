/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-window.h"
#include "tl-overview.h"
#include "tl-window.h"

/* The commands for groups and for the overview, by their actions. */

static guint
count_folded (GuiWindow *fixture)
{
  return g_strv_length (
      (char **)tl_timeline_view_get_folded (fixture->timeline));
}

static const char *
get_first_folded (GuiWindow *fixture)
{
  return tl_timeline_view_get_folded (fixture->timeline)[0];
}

static void
test_fold (GuiWindow *fixture, gconstpointer data)
{
  guint n_all;

  gui_window_show (fixture, NULL, "space-meeting-2013");
  g_assert_true (gui_window_is_enabled (fixture, "fold-all"));
  gui_window_activate (fixture, "fold-group", NULL);
  g_assert_cmpuint (count_folded (fixture), ==, 1);
  g_assert_cmpstr (get_first_folded (fixture), ==, "kind:talk");
  gui_window_activate (fixture, "fold-group", NULL);
  g_assert_cmpuint (count_folded (fixture), ==, 0);
  gui_window_activate (fixture, "fold-all", NULL);
  n_all = count_folded (fixture);
  g_assert_cmpuint (n_all, >, 5);
  /* Of another grouping none is folded yet. */
  gui_window_activate (fixture, "group-by", "source");
  gui_settle (50);
  gui_window_activate (fixture, "fold-group", NULL);
  g_assert_cmpuint (count_folded (fixture), ==, n_all + 1);
  gui_window_activate (fixture, "unfold-all", NULL);
  g_assert_cmpuint (count_folded (fixture), ==, n_all);
  gui_window_activate (fixture, "group-by", "kind");
  gui_settle (50);
  gui_window_activate (fixture, "unfold-all", NULL);
  g_assert_cmpuint (count_folded (fixture), ==, 0);
}

static void
test_move (GuiWindow *fixture, gconstpointer data)
{
  gui_window_show (fixture, NULL, "space-meeting-2013");
  gui_window_activate (fixture, "move-group-up", NULL);
  g_assert_null (tl_timeline_view_get_group_order (fixture->timeline)[0]);
  gui_window_activate (fixture, "move-group-down", NULL);
  g_assert_cmpstr (tl_timeline_view_get_group_order (fixture->timeline)[0], ==,
                   "kind:statement");
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==,
                   "space-meeting-2013");
  gui_window_activate (fixture, "move-group-up", NULL);
  g_assert_null (tl_timeline_view_get_group_order (fixture->timeline)[0]);
}

static void
test_overview (GuiWindow *fixture, gconstpointer data)
{
  TlOverview *overview;

  gui_window_show (fixture, NULL, NULL);
  overview =
      TL_OVERVIEW (gui_find (GTK_WIDGET (fixture->window), TL_TYPE_OVERVIEW));
  g_assert_true (gui_window_get_state (fixture, "show-overview"));
  g_assert_false (tl_overview_get_revealed (overview));
  gui_window_activate (fixture, "zoom-in", NULL);
  gui_wait_for (tl_overview_get_revealed (overview));
  gui_window_activate (fixture, "show-overview", NULL);
  g_assert_false (gui_window_get_state (fixture, "show-overview"));
  g_assert_false (tl_overview_get_revealed (overview));
  gui_window_activate (fixture, "show-overview", NULL);
  g_assert_true (tl_overview_get_revealed (overview));
  gui_window_activate (fixture, "fit-all", NULL);
  gui_wait_for (!tl_overview_get_revealed (overview));
}

int
main (int argc, char **argv)
{
  static const GuiWindowTest tests[] = {
    { "/tl/window-groups/fold", test_fold },
    { "/tl/window-groups/move", test_move },
    { "/tl/window-groups/overview", test_overview },
  };

  return gui_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
