/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"
#include "timeline-stage.h"

#include "layout-fixture.h"

#include <math.h>

/* The timeline in a window, driven through its actions, its gestures and its
 * functions. Animations are off, so that everything has happened at once. */

static void
test_empty (void)
{
  g_autoptr (Stage) stage = stage_open (NULL);
  gint64 from = 5;
  gint64 to = 7;

  g_assert_false (tl_timeline_view_get_range (stage->view, &from, &to));
  g_assert_cmpint (from, ==, 5);
  g_assert_cmpint (to, ==, 7);
  tl_timeline_view_zoom_in (stage->view);
  tl_timeline_view_next (stage->view);
  tl_timeline_view_fit_all (stage->view);
  tl_timeline_view_pan_left (stage->view);
  tl_timeline_view_zoom_selection (stage->view);
  tl_timeline_view_scroll_to_selected (stage->view);
  tl_timeline_view_set_selected (stage->view, 3);
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, TL_NONE);
  gtk_test_accessible_assert_property (
      stage->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline");
  gtk_test_accessible_assert_property (
      stage->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Nothing is open.");
}

/* A dataset without records is as good as any. */
static void
test_no_records (void)
{
  g_autoptr (TlProblems) problems = tl_problems_new ();
  const char *json =
      "{\"format\":\"treatyline-dataset\",\"version\":1,\"id\":\"none\","
      "\"title\":{\"en\":\"Nothing yet\"},\"language\":\"en\",\"sources\":[],"
      "\"actors\":[],\"places\":[],\"treaties\":[],\"events\":[],"
      "\"quotes\":[]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (TlDataset) dataset =
      tl_reader_load_bytes (bytes, "none", NULL, problems, NULL);
  g_autoptr (Stage) stage = NULL;

  g_assert_nonnull (dataset);
  stage = stage_open (dataset);
  tl_timeline_view_next (stage->view);
  tl_timeline_view_last (stage->view);
  tl_timeline_view_lane_up (stage->view);
  tl_timeline_view_zoom_in (stage->view);
  tl_timeline_view_fit_all (stage->view);
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, TL_NONE);
  gtk_test_accessible_assert_property (
      stage->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Nothing yet");
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_properties (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  g_autoptr (TlDataset) dataset = NULL;
  g_autofree char *language = NULL;
  guint            count = 0;
  guint            selected;
  gboolean         proportional;
  int              theme;

  g_signal_connect (stage->view, "notify", G_CALLBACK (count_cb), &count);
  g_object_set (stage->view, "selected", 7, "proportional", TRUE, "theme",
                (int)TL_THEME_DARK, "language", "de", NULL);
  /* The axis tells of itself twice: whether it is proportional, and whether it
   * shortens anything. */
  g_assert_cmpuint (count, ==, 5);
  g_object_set (stage->view, "selected", 7, "proportional", TRUE, "theme",
                (int)TL_THEME_DARK, "language", "de", NULL);
  g_assert_cmpuint (count, ==, 5);
  g_object_get (stage->view, "dataset", &dataset, "selected", &selected,
                "proportional", &proportional, "theme", &theme, "language",
                &language, NULL);
  g_assert_true (dataset == tl_timeline_view_get_dataset (stage->view));
  g_assert_cmpuint (selected, ==, 7);
  g_assert_true (proportional);
  g_assert_cmpint (theme, ==, TL_THEME_DARK);
  g_assert_cmpstr (language, ==, "de");
  stage_wait_for_frame (stage);

  tl_timeline_view_set_selected (stage->view, 999999);
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, TL_NONE);
  tl_timeline_view_set_selected (stage->view, 7);
  tl_timeline_view_set_dataset (stage->view, NULL);
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, TL_NONE);
  stage_wait_for_frame (stage);
}

/* With the lanes that are scrolled out of sight, too. */
static TlView *
get_whole_view (Stage *stage)
{
  return tl_layout_get_view (stage->view->layout, stage->view->view->scale);
}

/* The first view shows all: nothing lies outside. */
static void
test_first_view_fits (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  g_autoptr (TlView) view = get_whole_view (stage);
  guint shown = 0;

  g_assert_true (tl_viewport_get_fitted (stage->view->viewport));
  for (guint i = 0; i < view->n_marks; i++)
    if (view->marks[i].type != TL_MARK_LIFE)
      {
        shown += view->marks[i].count;
        g_assert_cmpfloat (view->marks[i].glyph_x, >=, 0);
        g_assert_cmpfloat (view->marks[i].glyph_x, <=, view->scale.width);
      }
  g_assert_cmpuint (
      shown, ==,
      tl_dataset_get_n_records (tl_timeline_view_get_dataset (stage->view)));
}

typedef struct
{
  const char *action;
  int         zoom; /* 1: magnifies, -1: shrinks, 0: keeps */
  int         pan;  /* 1: towards later times */
  gboolean    selects;
} ActionCase;

static const ActionCase action_cases[] = {
  { "timeline.zoom-in", 1, 0, FALSE },   { "timeline.zoom-out", -1, 0, FALSE },
  { "timeline.fit-all", -1, 0, FALSE },  { "timeline.pan-left", 0, -1, FALSE },
  { "timeline.pan-right", 0, 1, FALSE }, { "timeline.next", 0, 0, TRUE },
  { "timeline.previous", 0, 0, TRUE },   { "timeline.lane-down", 0, 0, TRUE },
  { "timeline.lane-up", 0, 0, TRUE },    { "timeline.first", 0, 0, TRUE },
  { "timeline.last", 0, 0, TRUE },
};

static int
sign (double value)
{
  return value > 1e-9 ? 1 : value < -1e-9 ? -1 : 0;
}

static void
test_action (gconstpointer data)
{
  const ActionCase *test = data;
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  TlScale before;
  TlScale after;

  tl_viewport_zoom_at (stage->view->viewport, 400, 4);
  before = stage_get_scale (stage);
  stage_run (stage, test->action);
  after = stage_get_scale (stage);
  g_assert_cmpint (sign (log (after.px_per_unit / before.px_per_unit)), ==,
                   test->zoom);
  if (test->zoom == 0 && !test->selects)
    g_assert_cmpint (sign (after.origin - before.origin), ==, test->pan);
  g_assert_true ((stage->view->selected != TL_NONE) == test->selects);
  if (test->selects)
    stage_assert_selected_in_view (stage);
}

/* Which commands are there depends on what there is to do; the functions run
 * anyway and do nothing. */
static void
test_action_limits (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  TlScale before;

  for (guint i = 0; i < 60; i++)
    tl_timeline_view_zoom_in (stage->view);
  before = stage_get_scale (stage);
  stage_run (stage, "timeline.zoom-in");
  g_assert_true (tl_scale_equal (stage_get_scale (stage), before));
  stage_run (stage, "timeline.zoom-selection");
  g_assert_true (tl_scale_equal (stage_get_scale (stage), before));
  stage_run (stage, "timeline.fit-all");
  g_assert_true (tl_viewport_get_fitted (stage->view->viewport));
}

/* Keys reach every record, one after the other, and always show it. */
static void
test_next_visits_all (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  guint n =
      tl_dataset_get_n_records (tl_timeline_view_get_dataset (stage->view));

  tl_viewport_zoom_at (stage->view->viewport, 400, 12);
  tl_timeline_view_first (stage->view);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, i);
      stage_assert_selected_in_view (stage);
      tl_timeline_view_next (stage->view);
    }
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, n - 1);
  tl_timeline_view_previous (stage->view);
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, n - 2);
  tl_timeline_view_last (stage->view);
  g_assert_cmpuint (tl_timeline_view_get_selected (stage->view), ==, n - 1);
}

static double
get_selected_y (Stage *stage)
{
  g_autoptr (TlView) view = get_whole_view (stage);
  guint mark = tl_view_find_record (view, stage->view->selected);

  g_assert_cmpuint (mark, !=, TL_NONE);
  return view->marks[mark].y;
}

static void
test_lanes (void)
{
  g_autoptr (TlDataset) dataset = gui_load_builtin ();
  g_autoptr (Stage) stage = stage_open (dataset);
  double top;
  double before;

  tl_timeline_view_first (stage->view);
  for (guint i = 0; i < 100; i++)
    tl_timeline_view_lane_up (stage->view);
  top = get_selected_y (stage);
  g_assert_cmpfloat (top, <, 40);
  for (guint i = 0; i < 12; i++)
    {
      before = get_selected_y (stage);
      tl_timeline_view_lane_down (stage->view);
      g_assert_cmpfloat (get_selected_y (stage), >, before);
      stage_assert_selected_in_view (stage);
    }
}

static void
test_resize (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  double before;

  stage_resize (stage, 760, 500);
  g_assert_true (tl_viewport_get_fitted (stage->view->viewport));
  g_assert_true (tl_scale_equal (
      stage_get_scale (stage),
      tl_layout_fit (stage->view->layout, stage->view->time_width, FALSE)));

  tl_viewport_zoom_at (stage->view->viewport, 300, 3);
  before = tl_scale_to_axis (stage_get_scale (stage),
                             stage_get_scale (stage).width / 2);
  stage_resize (stage, 1100, 640);
  assert_near (tl_scale_to_axis (stage_get_scale (stage),
                                 stage_get_scale (stage).width / 2),
               before, 1e-6);
}

/* Two lines where there is room for them, and no flicker at the border. */
static void
test_two_lines (void)
{
  g_autoptr (TlDataset) dataset = gui_load_fixture ("window.json");
  g_autoptr (Stage) stage = stage_open (dataset);
  int needed;

  stage_resize (stage, STAGE_WIDTH, 700);
  g_assert_true (tl_layout_has_two_lines (stage->view->layout));
  needed = (int)ceil (stage->view->axis_height + stage->view->view->height);
  stage_resize (stage, STAGE_WIDTH, needed - 1);
  g_assert_false (tl_layout_has_two_lines (stage->view->layout));
  stage_resize (stage, STAGE_WIDTH, needed + 10);
  g_assert_false (tl_layout_has_two_lines (stage->view->layout));
  stage_resize (stage, STAGE_WIDTH, needed + 80);
  g_assert_true (tl_layout_has_two_lines (stage->view->layout));
}

#define N_BAR_STEPS 24
#define SECOND_OF_2010 G_GINT64_CONSTANT (1262304000)
#define SECOND_OF_2012 G_GINT64_CONSTANT (1325376000)

static void
assert_range (Stage *stage, gint64 from, gint64 to)
{
  gint64 shown_from;
  gint64 shown_to;

  g_assert_true (
      tl_timeline_view_get_range (stage->view, &shown_from, &shown_to));
  g_assert_cmpint (ABS (shown_from - from), <, TL_SECONDS_PER_DAY * 3);
  g_assert_cmpint (ABS (shown_to - to), <, TL_SECONDS_PER_DAY * 3);
}

static void
test_range (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);

  tl_timeline_view_set_range (stage->view, SECOND_OF_2010, SECOND_OF_2012);
  assert_range (stage, SECOND_OF_2010, SECOND_OF_2012);
  g_assert_false (tl_viewport_get_fitted (stage->view->viewport));

  tl_timeline_view_set_proportional (stage->view, TRUE);
  stage_wait_for_frame (stage);
  assert_range (stage, SECOND_OF_2010, SECOND_OF_2012);
  tl_timeline_view_set_proportional (stage->view, FALSE);
  stage_wait_for_frame (stage);
  assert_range (stage, SECOND_OF_2010, SECOND_OF_2012);
}

/* What is asked for before there is a size happens later. */
static void
test_range_before_size (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (41);
  g_autoptr (TlDataset) dataset =
      fixture_new_random_dataset (random, STAGE_N_RECORDS);
  g_autoptr (Stage) stage = stage_open (NULL);

  gtk_widget_set_visible (GTK_WIDGET (stage->view), FALSE);
  tl_timeline_view_set_dataset (stage->view, dataset);
  tl_timeline_view_set_range (stage->view, SECOND_OF_2010, SECOND_OF_2012);
  tl_timeline_view_set_selected (stage->view, 0);
  tl_timeline_view_scroll_to_selected (stage->view);
  gtk_widget_set_visible (GTK_WIDGET (stage->view), TRUE);
  stage_wait_for_frame (stage);
  stage_assert_selected_in_view (stage);
}

/* A range that is all comes back as all. */
static void
test_range_of_all (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  gint64 from;
  gint64 to;

  g_assert_true (tl_timeline_view_get_range (stage->view, &from, &to));
  tl_viewport_zoom_at (stage->view->viewport, 300, 3);
  tl_timeline_view_set_range (stage->view, from, to);
  g_assert_true (tl_viewport_get_fitted (stage->view->viewport));
}

static void
test_right_to_left (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  TlScale before;

  gtk_widget_set_direction (GTK_WIDGET (stage->view), GTK_TEXT_DIR_RTL);
  stage_wait_for_frame (stage);
  g_assert_true (tl_viewport_get_mirrored (stage->view->viewport));
  g_assert_cmpfloat (tl_timeline_view_get_lanes (stage->view).x, <=, 0);
  tl_viewport_zoom_at (stage->view->viewport, 400, 4);
  before = stage_get_scale (stage);
  stage_run (stage, "timeline.pan-left");
  g_assert_cmpfloat (stage_get_scale (stage).origin, >, before.origin);
  stage_run (stage, "timeline.next");
  stage_assert_selected_in_view (stage);
  gtk_widget_set_direction (GTK_WIDGET (stage->view), GTK_TEXT_DIR_LTR);
  stage_wait_for_frame (stage);
  g_assert_false (tl_viewport_get_mirrored (stage->view->viewport));
}

static void
test_scrolling (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  double height;

  stage_resize (stage, STAGE_WIDTH, 240);
  height = stage->view->view->height;
  g_assert_true (gtk_widget_get_child_visible (stage->view->scrollbar));
  gtk_adjustment_set_value (stage->view->adjustment, 50);
  assert_near (tl_viewport_get_offset (stage->view->viewport), 50, 0.01);
  tl_viewport_set_offset (stage->view->viewport, 1e6);
  assert_near (gtk_adjustment_get_value (stage->view->adjustment),
               height - tl_viewport_get_height (stage->view->viewport), 0.01);
  stage_resize (stage, STAGE_WIDTH, 760);
}

/* Zooms in and out again. Returns how often the bar came or went. */
static guint
zoom_there_and_back (Stage *stage, double *low, double *high)
{
  gboolean is_shown = gtk_widget_get_child_visible (stage->view->scrollbar);
  guint    n_changes = 0;

  for (guint i = 0; i < 2 * N_BAR_STEPS; i++)
    {
      gboolean was_shown = is_shown;

      tl_viewport_zoom_at (stage->view->viewport, 500,
                           i < N_BAR_STEPS ? 1.25 : 1 / 1.25);
      is_shown = gtk_widget_get_child_visible (stage->view->scrollbar);
      n_changes += is_shown != was_shown ? 1 : 0;
      *low = MIN (*low, stage->view->view->height);
      *high = MAX (*high, stage->view->view->height);
      stage_wait_for_frame (stage);
    }
  return n_changes;
}

/* The slim bar comes and goes with the height of the lanes while they are
 * zoomed. Whenever it is drawn it has been given its place: else GTK warns,
 * which ends the test. */
static void
test_scrollbar_comes_and_goes (void)
{
  g_autoptr (TlDataset) dataset = gui_load_builtin ();
  g_autoptr (Stage) stage = stage_open (dataset);
  double low = G_MAXDOUBLE;
  double high = 0;

  zoom_there_and_back (stage, &low, &high);
  g_assert_cmpfloat (high - low, >, 50);
  stage_resize (stage, STAGE_WIDTH, (int)(stage->view->axis_height + low + 30));
  g_assert_cmpuint (zoom_there_and_back (stage, &low, &high), >=, 1);
  stage_resize (stage, STAGE_WIDTH, 760);
}

/* How many marks of a view have their middle in sight. */
static guint
count_in_sight (Stage *stage, const TlView *view)
{
  double top = tl_viewport_get_offset (stage->view->viewport);
  double end = top + tl_viewport_get_height (stage->view->viewport);
  guint  n = 0;

  for (guint i = 0; i < view->n_marks; i++)
    if (view->marks[i].y >= top && view->marks[i].y < end)
      n++;
  return n;
}

/* The view knows of what is in sight, wherever the lanes are scrolled to, and
 * of little else. */
static void
test_lanes_in_sight (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  g_autoptr (TlView) whole = NULL;
  double height;

  stage_resize (stage, STAGE_WIDTH, 240);
  whole = get_whole_view (stage);
  height = tl_viewport_get_height (stage->view->viewport);
  for (double y = 0; y < whole->height; y += height / 3)
    {
      tl_viewport_set_offset (stage->view->viewport, y);
      g_assert_cmpuint (count_in_sight (stage, stage->view->view), ==,
                        count_in_sight (stage, whole));
      g_assert_cmpuint (stage->view->view->n_marks, <, whole->n_marks);
    }
  stage_resize (stage, STAGE_WIDTH, 760);
}

static void
test_text_scale (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  GtkSettings *settings = gtk_settings_get_default ();
  double       before = stage->view->axis_height;
  int          dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024 * 2, NULL);
  stage_wait_for_frame (stage);
  g_assert_cmpfloat (tl_layout_get_zoom (stage->view->layout), >, 1.9);
  g_assert_cmpfloat (stage->view->axis_height, >, before * 1.5);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  stage_wait_for_frame (stage);
}

static void
test_accessible (void)
{
  const char *title = "<b>Bold</b> & %s _under_";
  g_autoptr (TlDataset) dataset = gui_load_fixture ("window.json");
  g_autoptr (Stage) stage = stage_open (dataset);
  g_autofree char *expected = g_strdup_printf (
      "Pact: entry into force, 5 February 2011, Entry into force · Occurred, "
      "1 of %u.",
      tl_dataset_get_n_records (dataset));

  gtk_test_accessible_assert_role (stage->view, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (stage->view,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, title);
  tl_timeline_view_set_selected (
      stage->view, tl_dataset_find_record (dataset, "pact-force"));
  gtk_test_accessible_assert_property (
      stage->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, expected);
}

/* The animation ends where it would without one, and input goes on from
 * there. */
static void
test_animation (void)
{
  g_autoptr (Stage) stage = stage_open_random (STAGE_N_RECORDS);
  GtkSettings *settings = gtk_settings_get_default ();
  TlScale      target;

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  target =
      tl_viewport_zoomed_at (stage->view->viewport, stage_get_scale (stage),
                             stage_get_scale (stage).width / 2, 2);
  tl_timeline_view_zoom_in (stage->view);
  tl_timeline_view_zoom_in (stage->view);
  g_assert_true (tl_animation_is_running (stage->view->animation));
  g_assert_cmpfloat (stage_get_scale (stage).px_per_unit, <,
                     target.px_per_unit);
  gui_wait_for (!tl_animation_is_running (stage->view->animation));
  g_assert_true (tl_scale_equal (stage_get_scale (stage), target));

  tl_timeline_view_fit_all (stage->view);
  gui_wait_for (!tl_animation_is_running (stage->view->animation));
  g_assert_true (tl_viewport_get_fitted (stage->view->viewport));
  tl_timeline_view_zoom_in (stage->view);
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
}

typedef struct
{
  const char *path;
  void (*test) (void);
} SimpleTest;

static const SimpleTest simple_tests[] = {
  { "new/empty", test_empty },
  { "new/no-records", test_no_records },
  { "properties/once-a-change", test_properties },
  { "view/first-fits", test_first_view_fits },
  { "view/resize", test_resize },
  { "view/two-lines", test_two_lines },
  { "view/right-to-left", test_right_to_left },
  { "view/scrolling", test_scrolling },
  { "view/lanes-in-sight", test_lanes_in_sight },
  { "view/scrollbar", test_scrollbar_comes_and_goes },
  { "view/text-scale", test_text_scale },
  { "actions/limits", test_action_limits },
  { "select/next-visits-all", test_next_visits_all },
  { "select/lanes", test_lanes },
  { "range/set", test_range },
  { "range/before-size", test_range_before_size },
  { "range/all", test_range_of_all },
  { "accessible/selected", test_accessible },
  { "animation/ends-where-meant", test_animation },
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
  for (guint i = 0; i < G_N_ELEMENTS (action_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/tl/timeline-view/actions/",
                                           action_cases[i].action + 9, NULL);

      g_test_add_data_func (path, &action_cases[i], test_action);
    }
  return gui_test_run ();
}
