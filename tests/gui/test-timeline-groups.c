/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-stage.h"

#include "tl-explorer.h"

/* Groups on the timeline fold and move, by pointer, menu and keys. */

static void
count_cb (TlTimelineView *view, guint *n)
{
  (*n)++;
}

static void
notified_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static TlRect
get_heading (Stage *stage, guint group)
{
  TlRect         lanes = tl_timeline_view_get_lanes (stage->view);
  const TlGroup *info = &stage->view->view->groups[group];
  TlRect         triangle = tl_painter_get_disclosure (
              tl_timeline_view_get_painter (stage->view), stage->view->view, group,
              stage->view->headings_width);

  return (TlRect){ triangle.x + (lanes.x > 0 ? 0 : lanes.width),
                   lanes.y + info->y -
                       tl_timeline_view_get_drawn_offset (stage->view),
                   triangle.width, info->height };
}

/* On the triangle. */
static void
click_heading (Stage *stage, guint group)
{
  TlRect heading = get_heading (stage, group);
  TlRect triangle = tl_painter_get_disclosure (
      tl_timeline_view_get_painter (stage->view), stage->view->view, group,
      stage->view->headings_width);

  stage_click (stage, heading.x + heading.width / 2,
               tl_timeline_view_get_lanes (stage->view).y + triangle.y +
                   triangle.height / 2 -
                   tl_timeline_view_get_drawn_offset (stage->view),
               1);
  stage_wait_for_frame (stage);
}

static void
drag_heading (Stage *stage, guint group, double to_y)
{
  TlRect              heading = get_heading (stage, group);
  GtkEventController *gesture =
      stage_find_controller (stage, GTK_TYPE_GESTURE_DRAG);
  double from_y = heading.y + heading.height / 2;
  double dy = to_y + tl_timeline_view_get_lanes (stage->view).y - from_y;

  g_signal_emit_by_name (gesture, "drag-begin", heading.x + 4, from_y);
  g_signal_emit_by_name (gesture, "drag-update", 0.0, dy / 2);
  stage_wait_for_frame (stage);
  g_signal_emit_by_name (gesture, "drag-update", 0.0, dy);
  g_signal_emit_by_name (gesture, "drag-end", 0.0, dy);
  stage_wait_for_frame (stage);
}

static const TlGroup *
get_group (Stage *stage, guint group)
{
  return &stage->view->view->groups[group];
}

static void
test_click_folds (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  guint n_arranged = 0;

  g_signal_connect (stage->view, "arranged", G_CALLBACK (count_cb),
                    &n_arranged);
  click_heading (stage, 0);
  g_assert_cmpuint (n_arranged, ==, 1);
  g_assert_true (get_group (stage, 0)->folded);
  g_assert_false (get_group (stage, 1)->folded);
  g_assert_cmpuint (
      g_strv_length ((char **)tl_timeline_view_get_folded (stage->view)), ==,
      1);
  click_heading (stage, 0);
  g_assert_false (get_group (stage, 0)->folded);
  g_assert_cmpuint (n_arranged, ==, 2);
  g_assert_null (tl_timeline_view_get_folded (stage->view)[0]);
}

/* What somebody folds stays so under a filter and in other groups' names. */
static void
test_folding_outlives (void)
{
  static const char *const folded[] = { "kind:talk", "actor:b", NULL };
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  guint n_folded = 0;

  tl_timeline_view_set_arrangement (stage->view, NULL, folded);
  for (guint i = 0; i < stage->view->view->n_groups; i++)
    n_folded += get_group (stage, i)->folded ? 1 : 0;
  g_assert_cmpuint (n_folded, ==, 1);
  tl_timeline_view_set_group_by (stage->view, TL_GROUP_BY_ACTOR);
  stage_wait_for_frame (stage);
  g_assert_cmpstr (get_group (stage, 1)->title, ==, "B");
  g_assert_true (get_group (stage, 1)->folded);
  click_heading (stage, 0);
  g_assert_true (
      g_strv_contains (tl_timeline_view_get_folded (stage->view), "kind:talk"));
  tl_timeline_view_unfold_all (stage->view);
  g_assert_cmpstr (tl_timeline_view_get_folded (stage->view)[0], ==,
                   "kind:talk");
  g_assert_null (tl_timeline_view_get_folded (stage->view)[1]);
}

static void
test_drag_moves (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  guint first = get_group (stage, 0)->key;
  guint second = get_group (stage, 1)->key;
  guint n_arranged = 0;

  tl_timeline_view_fold_all (stage->view);
  stage_wait_for_frame (stage);
  g_signal_connect (stage->view, "arranged", G_CALLBACK (count_cb),
                    &n_arranged);
  drag_heading (stage, 0,
                get_group (stage, 1)->y + get_group (stage, 1)->height - 1);
  g_assert_cmpuint (n_arranged, ==, 1);
  g_assert_cmpuint (get_group (stage, 0)->key, ==, second);
  g_assert_cmpuint (get_group (stage, 1)->key, ==, first);
  drag_heading (stage, 1, -20);
  g_assert_cmpuint (get_group (stage, 0)->key, ==, first);
  g_assert_null (tl_timeline_view_get_group_order (stage->view)[0]);
  /* Let go where it was. */
  drag_heading (stage, 0, 10);
  g_assert_cmpuint (n_arranged, ==, 2);
  g_assert_cmpuint (get_group (stage, 0)->key, ==, first);
}

static void
run_on_group (Stage *stage, const char *action, guint group)
{
  gtk_widget_activate_action (GTK_WIDGET (stage->view), action, "u", group);
  stage_wait_for_frame (stage);
}

/* As a long press does; it says what can be done. */
static void
open_menu (Stage *stage, guint group)
{
  TlRect              heading = get_heading (stage, group);
  GtkEventController *press =
      stage_find_controller (stage, GTK_TYPE_GESTURE_LONG_PRESS);

  g_signal_emit_by_name (press, "pressed", heading.x + 4, heading.y + 10);
  gui_wait_for (stage->view->groups.menu != NULL &&
                gtk_widget_get_mapped (stage->view->groups.menu));
  gtk_popover_popdown (GTK_POPOVER (stage->view->groups.menu));
  stage_wait_for_frame (stage);
}

static void
test_menu (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  guint n_groups = stage->view->view->n_groups;
  guint first = get_group (stage, 0)->key;

  open_menu (stage, 0);
  /* There is nothing above it. */
  run_on_group (stage, "timeline.lift-group", 0);
  g_assert_cmpuint (get_group (stage, 0)->key, ==, first);
  run_on_group (stage, "timeline.fold-other-groups", 2);
  for (guint i = 0; i < n_groups; i++)
    g_assert_cmpint (get_group (stage, i)->folded, ==, i != 2);
  run_on_group (stage, "timeline.lower-group", 0);
  g_assert_cmpuint (get_group (stage, 1)->key, ==, first);
  open_menu (stage, 2);
  run_on_group (stage, "timeline.lift-group", 2);
  g_assert_cmpuint (get_group (stage, 2)->key, ==, first);
  run_on_group (stage, "timeline.reset-group-order", 0);
  g_assert_cmpuint (get_group (stage, 0)->key, ==, first);
  run_on_group (stage, "timeline.unfold-all-groups", 0);
  for (guint i = 0; i < n_groups; i++)
    g_assert_false (get_group (stage, i)->folded);
}

/* Enter or a click on what is left of a folded group unfolds it. */
static void
test_cluster_unfolds (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  double x;
  double y;
  guint  group;

  tl_timeline_view_first (stage->view);
  group = tl_timeline_view_get_current_group (stage->view);
  tl_timeline_view_toggle_group (stage->view);
  stage_wait_for_frame (stage);
  g_assert_true (get_group (stage, group)->folded);
  tl_timeline_view_show_focused (stage->view);
  g_assert_false (get_group (stage, group)->folded);
  gui_settle (400);
  stage_assert_selected_in_view (stage);

  tl_timeline_view_set_selected (stage->view, TL_NONE);
  tl_timeline_view_fold_all (stage->view);
  stage_wait_for_frame (stage);
  g_assert_cmpuint (stage_find_mark (stage, TL_MARK_RECORD, &x, &y), ==,
                    TL_NONE);
  g_assert_cmpuint (stage_find_mark (stage, TL_MARK_CLUSTER, &x, &y), !=,
                    TL_NONE);
  stage_click (stage, x, y, 1);
  stage_wait_for_frame (stage);
  g_assert_cmpuint (stage_find_mark (stage, TL_MARK_RECORD, &x, &y), !=,
                    TL_NONE);
}

/* What is made in the background for a former arrangement shows the new one. */
static void
test_change_while_laying_out (void)
{
  static const char *const folded[] = { "actor:a", NULL };
  g_autoptr (Stage) stage = stage_open_random (6000);

  gui_wait_for (stage->view->view != NULL);
  tl_timeline_view_set_group_by (stage->view, TL_GROUP_BY_ACTOR);
  g_assert_nonnull (stage->view->job);
  tl_timeline_view_set_arrangement (stage->view, NULL, folded);
  gui_wait_for (stage->view->job == NULL);
  stage_wait_for_frame (stage);
  g_assert_cmpstr (get_group (stage, 0)->title, ==, "A");
  g_assert_true (get_group (stage, 0)->folded);
}

static void
test_explorer_keeps (void)
{
  static const char *const names[] = { "kind:talk", "place:vienna", NULL };
  g_autoptr (TlExplorer) explorer = tl_explorer_new ();
  g_auto (GStrv) folded = NULL;
  guint n_notified = 0;
  guint n = 0;

  g_assert_null (tl_explorer_get_folded (explorer)[0]);
  g_signal_connect (explorer, "notify::folded", G_CALLBACK (notified_cb),
                    &n_notified);
  tl_explorer_set_folded (explorer, names);
  tl_explorer_set_folded (explorer, names);
  g_assert_cmpuint (n_notified, ==, 1);
  tl_explorer_set_group_order (explorer, names);
  g_object_get (explorer, "folded", &folded, NULL);
  g_assert_cmpstrv (folded, names);
  for (n = 0; tl_explorer_get_group_order (explorer)[n] != NULL; n++)
    g_assert_cmpstr (tl_explorer_get_group_order (explorer)[n], ==, names[n]);
  g_assert_cmpuint (n, ==, 2);
  g_object_set (explorer, "group-order", NULL, NULL);
  g_assert_null (tl_explorer_get_group_order (explorer)[0]);
}

int
main (int argc, char **argv)
{
  if (!gui_test_init (&argc, &argv))
    return 77;
  g_test_add_func ("/tl/timeline-groups/click", test_click_folds);
  g_test_add_func ("/tl/timeline-groups/outlives", test_folding_outlives);
  g_test_add_func ("/tl/timeline-groups/drag", test_drag_moves);
  g_test_add_func ("/tl/timeline-groups/menu", test_menu);
  g_test_add_func ("/tl/timeline-groups/cluster", test_cluster_unfolds);
  g_test_add_func ("/tl/timeline-groups/background",
                   test_change_while_laying_out);
  g_test_add_func ("/tl/timeline-groups/explorer", test_explorer_keeps);
  return gui_test_run ();
}
