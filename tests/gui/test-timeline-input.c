/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"
#include "timeline-stage.h"

#include "tl-reader.h"

/* What pointer and fingers do, through the gestures. */

static void
test_click_selects (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  double x;
  double y;
  guint  mark = stage_find_mark (stage, TL_MARK_RECORD, &x, &y);
  guint  record;

  g_assert_cmpuint (mark, !=, TL_NONE);
  record = stage->view->view->marks[mark].index;
  stage_click (stage, x, y, 1);
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, record);
  g_assert_cmpuint (stage->n_activated, ==, 0);
  stage_click (stage, x, y, 2);
  g_assert_cmpuint (stage->n_activated, ==, 1);
  g_assert_cmpuint (stage->activated, ==, record);
  stage_click (stage, 5, 300, 1);
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, record);
  stage_click (stage, tl_timeline_view_get_lanes (stage->view).x + 1,
               STAGE_HEIGHT - 2, 1);
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, TL_NONE);
}

static void
test_click_on_flag (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  TlRect  lanes = tl_timeline_view_get_lanes (stage->view);
  TlFlag *flag;
  double  top;

  g_assert_cmpuint (stage->view->view->n_flags, >, 0);
  flag = &stage->view->view->flags[0];
  top = tl_painter_get_axis_height (stage->view->view) -
        stage->view->view->flags_height;
  stage_click (stage, lanes.x + flag->rect.x + flag->rect.width / 2,
               top + flag->rect.y + flag->rect.height / 2, 1);
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==,
                    flag->record);
}

static void
test_click_opens_cluster (void)
{
  g_autoptr (Stage) stage = stage_open_random (1500);
  double before = stage_get_scale (stage).px_per_unit;
  double x;
  double y;

  g_assert_cmpuint (stage_find_mark (stage, TL_MARK_CLUSTER, &x, &y), !=,
                    TL_NONE);
  stage_click (stage, x, y, 1);
  g_assert_cmpfloat (stage_get_scale (stage).px_per_unit, >, before * 1.2);
  before = stage_get_scale (stage).px_per_unit;
  stage_click (stage, x, y, 2);
  g_assert_true (
      G_APPROX_VALUE (stage_get_scale (stage).px_per_unit, before, 1e-9));
}

#define N_SAME 40

static TlDataset *
create_dataset_of_one_day (void)
{
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GString) json = g_string_new (
      "{\"format\":\"treatyline-dataset\",\"version\":1,\"id\":\"day\","
      "\"title\":{\"en\":\"A day\"},\"language\":\"en\",\"sources\":["
      "{\"id\":\"s\",\"title\":{\"en\":\"S\"},\"publisher\":{\"en\":\"P\"},"
      "\"published\":\"2020\",\"language\":\"en\"}],\"actors\":[],"
      "\"places\":[],\"treaties\":[],\"quotes\":[],\"events\":[");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < N_SAME; i++)
    g_string_append_printf (
        json,
        "%s{\"id\":\"e%u\",\"kind\":\"talk\",\"status\":\"occurred\","
        "\"title\":{\"en\":\"Event %u\"},\"date\":\"2020-07-27\","
        "\"actors\":[],\"treaties\":[],\"accounts\":[{\"source\":\"s\"}],"
        "\"related\":[],\"tags\":[]}",
        i > 0 ? "," : "", i, i);
  g_string_append (json, "]}");
  bytes = g_bytes_new (json->str, json->len);
  return tl_reader_load_bytes (bytes, "day", NULL, problems, NULL);
}

/* What no zoom can part is selected one by one, click after click. */
static void
test_cluster_of_one_day (void)
{
  g_autoptr (TlDataset) dataset = create_dataset_of_one_day ();
  g_autoptr (Stage) stage = stage_open (dataset);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  double x;
  double y;
  guint  mark = stage_find_mark (stage, TL_MARK_CLUSTER, &x, &y);
  guint  count;

  g_assert_cmpuint (mark, !=, TL_NONE);
  count = stage->view->view->marks[mark].count;
  for (guint i = 0; i < count; i++)
    {
      stage_click (stage, x, y, 1);
      g_assert_cmpuint (stage->view->selected, !=, TL_NONE);
      g_hash_table_add (seen, GUINT_TO_POINTER (stage->view->selected));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, count);
}

static void
test_activate_selected (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  double x;
  double y;
  guint  mark = stage_find_mark (stage, TL_MARK_RECORD, &x, &y);

  tl_timeline_view_show_focused (stage->view);
  g_assert_cmpuint (stage->n_activated, ==, 0);
  tl_timeline_view_set_selected (stage->view,
                                 stage->view->view->marks[mark].index);
  tl_timeline_view_show_focused (stage->view);
  g_assert_cmpuint (stage->n_activated, ==, 1);
}

static void
test_zoom_selection (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  double before = stage_get_scale (stage).px_per_unit;

  tl_timeline_view_set_selected (stage->view, STAGE_N_RECORDS / 2);
  stage_run (stage, "timeline.zoom-selection");
  g_assert_cmpfloat (stage_get_scale (stage).px_per_unit, >, before * 2);
  stage_assert_selected_in_view (stage);
}

static void
test_drag_pans (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  TlScale before;

  tl_viewport_zoom_at (stage->view->viewport, 400, 6);
  before = stage_get_scale (stage);
  stage_drag (stage, 3, 2);
  g_assert_true (tl_scale_equal (stage_get_scale (stage), before));
  stage_drag (stage, -60, 0);
  g_assert_true (
      tl_scale_equal (stage_get_scale (stage), tl_scale_pan (before, -60)));
  g_assert_false (stage->view->is_panning);
}

static void
test_pinch_zooms (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  double left = tl_timeline_view_get_lanes (stage->view).x;
  double moment = tl_scale_to_axis (stage_get_scale (stage), 400);
  double before = stage_get_scale (stage).px_per_unit;

  tl_timeline_view_begin_pinch (stage->view, left + 400);
  tl_timeline_view_pinch (stage->view, left + 410, 1.5);
  tl_timeline_view_pinch (stage->view, left + 440, 2.5);
  assert_near (tl_scale_to_axis (stage_get_scale (stage), 440), moment, 1e-6);
  assert_near (stage_get_scale (stage).px_per_unit, before * 2.5, 1e-9);
}

static void
test_keys_show_focus (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  GtkEventController *keys =
      stage_find_controller (stage, GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean handled = TRUE;

  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Control_L, 0, 0,
                         &handled);
  g_assert_false (stage->view->uses_keys);
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Right, 0, 0, &handled);
  g_assert_true (stage->view->uses_keys);
  g_assert_false (handled);
  stage_click (stage, 300, 300, 1);
  g_assert_false (stage->view->uses_keys);
}

static void
test_hover (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  GtkEventController *motion =
      stage_find_controller (stage, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  double x;
  double y;
  guint  mark = stage_find_mark (stage, TL_MARK_RECORD, &x, &y);

  g_signal_emit_by_name (motion, "motion", x, y);
  g_assert_cmpuint (stage->view->hovered, ==, mark);
  g_assert_nonnull (gtk_widget_get_cursor (GTK_WIDGET (stage->view)));
  tl_viewport_zoom_at (stage->view->viewport, 10, 1.3);
  g_assert_cmpuint (stage->view->hovered, ==,
                    tl_timeline_view_pick_mark (stage->view, x, y));
  g_signal_emit_by_name (motion, "leave");
  g_assert_cmpuint (stage->view->hovered, ==, TL_NONE);
  g_assert_null (gtk_widget_get_cursor (GTK_WIDGET (stage->view)));
}

typedef struct
{
  const char *path;
  void (*test) (void);
} SimpleTest;

static const SimpleTest simple_tests[] = {
  { "select/zoom", test_zoom_selection },
  { "select/activate", test_activate_selected },
  { "input/click-selects", test_click_selects },
  { "input/click-on-flag", test_click_on_flag },
  { "input/click-opens-cluster", test_click_opens_cluster },
  { "input/cluster-of-one-day", test_cluster_of_one_day },
  { "input/drag-pans", test_drag_pans },
  { "input/pinch", test_pinch_zooms },
  { "input/keys-show-focus", test_keys_show_focus },
  { "input/hover", test_hover },
};

int
main (int argc, char *argv[])
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (simple_tests); i++)
    {
      g_autofree char *path =
          g_strconcat ("/tl/timeline-view/", simple_tests[i].path, NULL);

      g_test_add_func (path, simple_tests[i].test);
    }
  return gui_test_run ();
}
