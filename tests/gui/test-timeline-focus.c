/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-stage.h"

#include "tl-mark-item.h"

/* Where the keyboard stands on the timeline, apart from what is selected, and
 * the widgets that tell assistive technology of the marks. */

static guint
get_n_records (Stage *stage)
{
  return tl_dataset_get_n_records (tl_timeline_view_get_dataset (stage->view));
}

static guint
get_focused (Stage *stage)
{
  return tl_timeline_view_get_focused (stage->view);
}

static gboolean
has_rested (Stage *stage)
{
  return stage->view->rest_id == 0;
}

/* Until the items follow the picture. */
static void
rest (Stage *stage)
{
  gui_wait_for (!tl_animation_is_running (stage->view->animation));
  gui_wait_for (has_rested (stage));
}

/* The mark that the keyboard stands on, wholly in sight among the lanes. */
static void
assert_focused_in_sight (Stage *stage)
{
  const TlView *view = stage->view->view;
  guint         mark = tl_timeline_view_find_focused (stage->view);
  double        top = tl_timeline_view_get_drawn_offset (stage->view);
  double        height = tl_viewport_get_height (stage->view->viewport);
  TlRect        hit;

  g_assert_cmpuint (mark, !=, TL_NONE);
  hit = view->marks[mark].hit;
  g_assert_cmpfloat (hit.x + hit.width, >, 0);
  g_assert_cmpfloat (hit.x, <, view->scale.width);
  g_assert_cmpfloat (hit.y - top, >=, -1);
  g_assert_cmpfloat (hit.y + hit.height - top, <=, height + 1);
}

/* Apart from what is in a cluster every record is met by itself, and each
 * cluster once: all are reached, and shown, and nothing is selected. */
static void
test_next_reaches_all (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  guint n = get_n_records (stage);
  guint met = 0;
  guint before = TL_NONE;

  tl_viewport_zoom_at (stage->view->viewport, 400, 12);
  stage_run (stage, "timeline.focus-first");
  while (get_focused (stage) != before)
    {
      const TlView *view = stage->view->view;
      guint         mark;

      assert_focused_in_sight (stage);
      view = stage->view->view;
      mark = tl_timeline_view_find_focused (stage->view);
      met += view->marks[mark].count;
      before = get_focused (stage);
      stage_run (stage, "timeline.focus-next");
      g_assert_true (get_focused (stage) == before ||
                     get_focused (stage) > before);
    }
  g_assert_cmpuint (met, ==, n);
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, TL_NONE);
}

/* The same way back. */
static void
test_previous_comes_back (void)
{
  g_autoptr (Stage) stage = stage_open_random (600);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (TlSpot));

  stage_run (stage, "timeline.focus-first");
  for (guint i = 0; i < 60; i++)
    {
      g_array_append_val (way, stage->view->focused);
      stage_run (stage, "timeline.focus-next");
    }
  for (guint i = way->len; i-- > 0;)
    {
      stage_run (stage, "timeline.focus-previous");
      g_assert_cmpuint (get_focused (stage), ==,
                        g_array_index (way, TlSpot, i).record);
    }
  stage_run (stage, "timeline.focus-previous");
  g_assert_cmpuint (get_focused (stage), ==,
                    g_array_index (way, TlSpot, 0).record);
}

static void
test_ends (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);

  stage_run (stage, "timeline.focus-last");
  g_assert_cmpuint (get_focused (stage), ==, get_n_records (stage) - 1);
  assert_focused_in_sight (stage);
  stage_run (stage, "timeline.focus-first");
  g_assert_cmpuint (get_focused (stage), ==, 0);
  assert_focused_in_sight (stage);
}

/* Down and up go through all rows, also where a record stands in several
 * groups: the ring is in the lane that it was moved to. */
static void
test_lanes (void)
{
  static const TlGroupBy group_bys[] = { TL_GROUP_BY_KIND, TL_GROUP_BY_ACTOR,
                                         TL_GROUP_BY_SOURCE };
  g_autoptr (TlDataset) dataset = gui_load_builtin ();
  g_autoptr (Stage) stage = stage_open (dataset);

  for (guint g = 0; g < G_N_ELEMENTS (group_bys); g++)
    {
      double before;
      guint  steps = 0;

      tl_timeline_view_set_group_by (stage->view, group_bys[g]);
      stage_run (stage, "timeline.focus-first");
      for (guint i = 0; i < 200; i++)
        stage_run (stage, "timeline.focus-up");
      before = -1;
      for (;;)
        {
          guint mark = tl_timeline_view_find_focused (stage->view);

          assert_focused_in_sight (stage);
          if (stage->view->view->marks[mark].y <= before)
            break;
          before = stage->view->view->marks[mark].y;
          steps++;
          stage_run (stage, "timeline.focus-down");
        }
      g_assert_cmpuint (steps, >, 8);
      g_assert_cmpfloat (before, >, 0.8 * stage->view->view->height);
    }
}

/* Left and right are those of the screen, in both directions of writing. */
static void
test_keys_sideways (gconstpointer data)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  guint forward = GDK_KEY_Right;
  guint back = GDK_KEY_Left;
  guint before;

  if (GPOINTER_TO_UINT (data) == GTK_TEXT_DIR_RTL)
    {
      gtk_widget_set_direction (GTK_WIDGET (stage->view), GTK_TEXT_DIR_RTL);
      forward = GDK_KEY_Left;
      back = GDK_KEY_Right;
      stage_wait_for_frame (stage);
    }
  g_assert_true (stage_press (stage, GDK_KEY_Home, 0));
  g_assert_cmpuint (get_focused (stage), ==, 0);
  g_assert_true (stage_press (stage, forward, 0));
  before = get_focused (stage);
  g_assert_cmpuint (before, >, 0);
  g_assert_true (stage_press (stage, forward, 0));
  g_assert_cmpuint (get_focused (stage), >, before);
  g_assert_true (stage_press (stage, back, 0));
  g_assert_cmpuint (get_focused (stage), ==, before);
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, TL_NONE);
}

static void
test_enter_shows (void)
{
  g_autoptr (TlDataset) dataset = gui_load_builtin ();
  g_autoptr (Stage) stage = stage_open (dataset);
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter,
                                GDK_KEY_space };

  tl_viewport_zoom_at (stage->view->viewport, 700, 30);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      guint focused;

      stage_press (stage, GDK_KEY_Right, 0);
      focused = get_focused (stage);
      g_assert_cmpuint (focused, !=, TL_NONE);
      g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), !=,
                        focused);
      g_assert_true (stage_press (stage, keys[i], 0));
      g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==,
                        focused);
      g_assert_cmpuint (stage->n_activated, ==, i + 1);
      g_assert_cmpuint (stage->activated, ==, focused);
    }
}

/* Ctrl and the space bar take one more, and let go of it. */
static void
test_toggle (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  guint n;
  guint first;

  tl_viewport_zoom_at (stage->view->viewport, 400, 12);
  stage_press (stage, GDK_KEY_Home, 0);
  first = get_focused (stage);
  g_assert_true (stage_press (stage, GDK_KEY_space, GDK_CONTROL_MASK));
  stage_press (stage, GDK_KEY_End, 0);
  g_assert_true (stage_press (stage, GDK_KEY_space, GDK_CONTROL_MASK));
  tl_timeline_view_get_selection (stage->view, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==,
                    get_focused (stage));
  g_assert_true (stage_press (stage, GDK_KEY_space, GDK_CONTROL_MASK));
  tl_timeline_view_get_selection (stage->view, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, first);
  g_assert_cmpuint (stage->n_activated, ==, 0);
}

static void
test_enter_opens_cluster (void)
{
  g_autoptr (Stage) stage = stage_open_random (1500);
  double before = stage_get_scale (stage).px_per_unit;
  double x;
  double y;
  guint  mark = stage_find_mark (stage, TL_MARK_CLUSTER, &x, &y);

  g_assert_cmpuint (mark, !=, TL_NONE);
  tl_timeline_view_set_spot (stage->view,
                             (TlSpot){ stage->view->view->marks[mark].index,
                                       stage->view->view->marks[mark].lane });
  g_assert_cmpuint (tl_timeline_view_find_focused (stage->view), ==, mark);
  g_assert_true (stage_press (stage, GDK_KEY_Return, 0));
  rest (stage);
  g_assert_cmpfloat (stage_get_scale (stage).px_per_unit, >, before * 1.2);
  g_assert_cmpuint (stage->n_activated, ==, 0);
  assert_focused_in_sight (stage);
}

/* The focus is where it was: another zoom or grouping is only another picture
 * of the same. */
static void
test_survives (void)
{
  g_autoptr (TlDataset) dataset = gui_load_builtin ();
  g_autoptr (Stage) stage = stage_open (dataset);

  gtk_widget_grab_focus (GTK_WIDGET (stage->view));
  stage->view->uses_keys = TRUE;
  tl_timeline_view_set_focused (stage->view, 12);
  tl_timeline_view_reveal (stage->view, stage->view->focused);
  tl_timeline_view_zoom_in (stage->view);
  rest (stage);
  g_assert_cmpuint (get_focused (stage), ==, 12);
  assert_focused_in_sight (stage);
  tl_timeline_view_set_group_by (stage->view, TL_GROUP_BY_ACTOR);
  rest (stage);
  g_assert_cmpuint (get_focused (stage), ==, 12);
  assert_focused_in_sight (stage);
  tl_timeline_view_set_proportional (stage->view, TRUE);
  g_assert_cmpuint (get_focused (stage), ==, 12);
  tl_timeline_view_set_language (stage->view, "ru");
  stage_wait_for_frame (stage);
  g_assert_cmpuint (get_focused (stage), ==, 12);
  tl_timeline_view_set_dataset (stage->view, NULL);
  g_assert_cmpuint (get_focused (stage), ==, TL_NONE);
}

static TlResult *
filter (TlDataset *dataset, const char *search)
{
  g_autoptr (TlFilter) wanted = tl_filter_new ();
  g_autoptr (TlQuery) query = NULL;

  tl_filter_set_search (wanted, search);
  query = tl_query_new (wanted, TL_KNOWN_ALWAYS);
  return tl_query_run (query, dataset, NULL, NULL);
}

static double
get_distance (Stage *stage, guint a, guint b)
{
  return ABS (tl_timeline_view_get_axis (stage->view, a) -
              tl_timeline_view_get_axis (stage->view, b));
}

/* What is filtered out hands the focus to the nearer of its neighbours in the
 * order of time. */
static void
test_filter_moves_to_nearest (void)
{
  g_autoptr (TlDataset) dataset = gui_load_builtin ();
  g_autoptr (Stage) stage = stage_open (dataset);
  g_autoptr (TlResult) found = filter (dataset, "missile");
  const guint *records;
  guint        n_found;

  records = tl_result_get_records (found, &n_found);
  g_assert_cmpuint (n_found, >, 2);
  for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
    {
      guint earlier = records[0];
      guint later = records[n_found - 1];
      guint focused;

      for (guint k = 0; k < n_found; k++)
        if (records[k] <= i)
          earlier = records[k];
      for (guint k = n_found; k-- > 0;)
        if (records[k] >= i)
          later = records[k];
      tl_timeline_view_set_focused (stage->view, i);
      tl_timeline_view_set_result (stage->view, found);
      focused = get_focused (stage);
      g_assert_cmpfloat (get_distance (stage, i, focused), <=,
                         get_distance (stage, i, earlier));
      g_assert_cmpfloat (get_distance (stage, i, focused), <=,
                         get_distance (stage, i, later));
      g_assert_true (focused == earlier || focused == later);
      tl_timeline_view_set_dataset (stage->view, NULL);
      tl_timeline_view_set_dataset (stage->view, dataset);
    }
}

/* Whoever selects elsewhere goes on from there. */
static void
test_follows_selected (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);

  gtk_window_set_focus (GTK_WINDOW (stage->window), NULL);
  tl_timeline_view_set_selected (stage->view, 33);
  g_assert_cmpuint (get_focused (stage), ==, 33);
  gtk_widget_grab_focus (GTK_WIDGET (stage->view));
  tl_timeline_view_set_selected (stage->view, 44);
  g_assert_cmpuint (get_focused (stage), ==, 33);
}

static GtkWidget *
get_focus_widget (Stage *stage)
{
  return gtk_window_get_focus (GTK_WINDOW (stage->window));
}

/* The widget of the mark has the keyboard: one stop of Tab, and the same
 * widget while its record stays. */
static void
test_keyboard_focus (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  GtkWidget *item;

  gtk_widget_grab_focus (GTK_WIDGET (stage->view));
  g_assert_true (get_focus_widget (stage) == GTK_WIDGET (stage->view));
  stage_run (stage, "timeline.focus-first");
  item = get_focus_widget (stage);
  g_assert_true (TL_IS_MARK_ITEM (item));
  rest (stage);
  g_assert_true (get_focus_widget (stage) == item);
  tl_timeline_view_set_group_by (stage->view, TL_GROUP_BY_NONE);
  tl_timeline_view_zoom_in (stage->view);
  rest (stage);
  g_assert_true (get_focus_widget (stage) == item);
  g_assert_false (
      gtk_widget_child_focus (GTK_WIDGET (stage->view), GTK_DIR_TAB_FORWARD));
  stage_run (stage, "timeline.focus-next");
  g_assert_true (TL_IS_MARK_ITEM (get_focus_widget (stage)));
  g_assert_true (get_focus_widget (stage) != item);
  tl_timeline_view_set_dataset (stage->view, NULL);
  rest (stage);
  g_assert_true (get_focus_widget (stage) == GTK_WIDGET (stage->view));
}

static guint
count_items (Stage *stage)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stage->view));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    n += TL_IS_MARK_ITEM (child) ? 1 : 0;
  return n;
}

/* Every mark in sight is one item, in the order of time, named by a sentence,
 * where it is drawn. */
static void
test_items_are_marks (void)
{
  g_autoptr (TlDataset) dataset = gui_load_builtin ();
  g_autoptr (Stage) stage = stage_open (dataset);
  const TlView *view;
  TlMarkKey     before = { 0, 0, 0 };
  guint         n = 0;
  double        bottom;

  rest (stage);
  stage_wait_for_frame (stage);
  view = stage->view->view;
  bottom = tl_viewport_get_height (stage->view->viewport);
  for (guint i = 0; i < view->n_marks; i++)
    if (view->marks[i].type != TL_MARK_LIFE && view->marks[i].hit.y < bottom)
      n++;
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpuint (count_items (stage), >=, n);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stage->view));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (TL_IS_MARK_ITEM (child))
      {
        TlMarkKey        key = tl_mark_item_get_key (TL_MARK_ITEM (child));
        g_autofree char *name = gui_dup_name (child);
        const char      *title =
            tl_dataset_get_record_title (dataset, key.record, "en");

        g_assert_nonnull (strstr (name, title));
        g_assert_nonnull (strstr (name, " of "));
        if (key.count > 1)
          g_assert_nonnull (strstr (name, "records together"));
        g_assert_cmpint (tl_mark_key_compare (before, key), <, 0);
        g_assert_cmpint (gtk_widget_get_width (child), >, 0);
        before = key;
      }
}

/* Panning leaves them alone; then those of what is still in sight stay. */
static void
test_items_wait (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  g_autoptr (GPtrArray) before = NULL;
  guint n_kept = 0;

  rest (stage);
  before = g_ptr_array_copy (stage->view->items, NULL, NULL);
  tl_viewport_zoom_at (stage->view->viewport, 400, 3);
  rest (stage);
  g_clear_pointer (&before, g_ptr_array_unref);
  before = g_ptr_array_copy (stage->view->items, NULL, NULL);
  for (guint i = 0; i < 5; i++)
    {
      tl_viewport_pan (stage->view->viewport, -12, 0);
      g_assert_cmpuint (stage->view->items->len, ==, before->len);
      for (guint k = 0; k < before->len; k++)
        g_assert_true (stage->view->items->pdata[k] == before->pdata[k]);
    }
  g_assert_false (has_rested (stage));
  rest (stage);
  for (guint i = 0; i < stage->view->items->len; i++)
    if (g_ptr_array_find (before, stage->view->items->pdata[i], NULL))
      n_kept++;
  g_assert_cmpuint (n_kept, >, before->len / 2);
}

/* Never one for each record. */
static void
test_items_are_few (void)
{
  g_autoptr (Stage) stage = stage_open_random (4000);

  rest (stage);
  g_assert_cmpuint (count_items (stage), >, 10);
  g_assert_cmpuint (count_items (stage), <, 420);
}

static TlMarkItem *
find_item (Stage *stage, guint record)
{
  for (guint i = 0; i < stage->view->items->len; i++)
    {
      TlMarkItem *item = g_ptr_array_index (stage->view->items, i);

      if (tl_mark_item_get_key (item).record == record)
        return item;
    }
  return NULL;
}

static gboolean
is_told_selected (TlMarkItem *item)
{
  g_autofree char *difference = gtk_test_accessible_check_state (
      GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);

  return difference == NULL;
}

static void
test_items_selected (void)
{
  g_autoptr (TlDataset) dataset = gui_load_builtin ();
  g_autoptr (Stage) stage = stage_open (dataset);
  double      x;
  double      y;
  guint       mark = stage_find_mark (stage, TL_MARK_RECORD, &x, &y);
  guint       record = stage->view->view->marks[mark].index;
  TlMarkItem *item;

  rest (stage);
  item = find_item (stage, record);
  g_assert_nonnull (item);
  g_assert_false (is_told_selected (item));
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (item), "mark.show", NULL));
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, record);
  g_assert_cmpuint (stage->activated, ==, record);
  g_assert_true (is_told_selected (item));
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (item), "mark.toggle", NULL));
  g_assert_false (is_told_selected (item));
}

typedef struct
{
  const char *path;
  void (*test) (void);
} SimpleTest;

static const SimpleTest simple_tests[] = {
  { "focus/next-reaches-all", test_next_reaches_all },
  { "focus/previous-comes-back", test_previous_comes_back },
  { "focus/ends", test_ends },
  { "focus/lanes", test_lanes },
  { "focus/enter-shows", test_enter_shows },
  { "focus/toggle", test_toggle },
  { "focus/enter-opens-cluster", test_enter_opens_cluster },
  { "focus/survives", test_survives },
  { "focus/filter-moves-to-nearest", test_filter_moves_to_nearest },
  { "focus/follows-selected", test_follows_selected },
  { "focus/keyboard", test_keyboard_focus },
  { "items/are-marks", test_items_are_marks },
  { "items/wait", test_items_wait },
  { "items/are-few", test_items_are_few },
  { "items/selected", test_items_selected },
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
  g_test_add_data_func ("/tl/timeline-view/focus/keys/ltr",
                        GUINT_TO_POINTER (GTK_TEXT_DIR_LTR),
                        test_keys_sideways);
  g_test_add_data_func ("/tl/timeline-view/focus/keys/rtl",
                        GUINT_TO_POINTER (GTK_TEXT_DIR_RTL),
                        test_keys_sideways);
  return gui_test_run ();
}
