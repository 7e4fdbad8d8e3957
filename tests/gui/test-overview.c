/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-test.h"
#include "layout-fixture.h"
#include "tests/assert-near.h"
#include "tl-overview-private.h"

/* The overview: when it shows itself, what it shows, and how the part in view
 * is moved with it. */

#define N_RECORDS 160
#define SLACK_PX 1.5

typedef struct
{
  GtkWidget      *window;
  TlTimelineView *timeline;
  TlOverview     *overview;
  TlResult       *result;
} Fixed;

static Fixed *
open_with (guint n_records, GtkTextDirection direction)
{
  Fixed     *fixed = g_new0 (Fixed, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GRand) random = g_rand_new_with_seed (41);
  g_autoptr (TlDataset) dataset =
      fixture_new_random_dataset (random, n_records);

  fixed->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixed->window), 900, 600);
  fixed->timeline =
      g_object_ref_sink (TL_TIMELINE_VIEW (tl_timeline_view_new ()));
  fixed->overview =
      g_object_ref_sink (TL_OVERVIEW (tl_overview_new (fixed->timeline)));
  gtk_widget_set_direction (GTK_WIDGET (fixed->timeline), direction);
  gtk_widget_set_vexpand (GTK_WIDGET (fixed->timeline), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixed->timeline));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixed->overview));
  gtk_window_set_child (GTK_WINDOW (fixed->window), box);
  fixed->result = tl_result_new_whole (dataset);
  tl_timeline_view_set_language (fixed->timeline, "en");
  tl_timeline_view_set_result (fixed->timeline, fixed->result);
  tl_overview_set_results (fixed->overview, fixed->result, fixed->result);
  gtk_window_present (GTK_WINDOW (fixed->window));
  gui_wait_for (gtk_widget_get_mapped (GTK_WIDGET (fixed->timeline)) &&
                fixed->timeline->view != NULL);
  gui_settle (40);
  return fixed;
}

static void
close_fixed (Fixed *fixed)
{
  gtk_window_destroy (GTK_WINDOW (fixed->window));
  gui_settle (20);
  g_assert_finalize_object (fixed->overview);
  g_assert_finalize_object (fixed->timeline);
  tl_result_unref (fixed->result);
  g_free (fixed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixed, close_fixed)

static TlOverviewStrip *
find_strip (Fixed *fixed)
{
  return (TlOverviewStrip *)gui_find (GTK_WIDGET (fixed->overview),
                                      TL_TYPE_OVERVIEW_STRIP);
}

/* Shows a middle part, so that there is something to move. */
static TlOverviewStrip *
show_part (Fixed *fixed)
{
  TlViewport      *viewport = tl_timeline_view_get_viewport (fixed->timeline);
  TlOverviewStrip *strip;

  tl_viewport_zoom_at (viewport, tl_viewport_get_width (viewport) / 2, 4);
  strip = find_strip (fixed);
  g_assert_nonnull (strip);
  gtk_widget_set_direction (
      GTK_WIDGET (strip),
      gtk_widget_get_direction (GTK_WIDGET (fixed->timeline)));
  gui_wait_for (gtk_widget_get_mapped (GTK_WIDGET (strip)) &&
                gtk_widget_get_width (GTK_WIDGET (strip)) > 0);
  gui_settle (40);
  return strip;
}

static gpointer
find_controller (TlOverviewStrip *strip, GType type)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (GTK_WIDGET (strip));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_object (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_assert_not_reached ();
}

static void
drag (TlOverviewStrip *strip, double from, double dx)
{
  GtkGesture *gesture = find_controller (strip, GTK_TYPE_GESTURE_DRAG);

  g_signal_emit_by_name (gesture, "drag-begin", from, 20.0);
  g_signal_emit_by_name (gesture, "drag-update", dx / 2, 0.0);
  g_signal_emit_by_name (gesture, "drag-update", dx, 0.0);
  g_signal_emit_by_name (gesture, "drag-end", dx, 0.0);
}

static void
press_key (TlOverviewStrip *strip, guint key, GdkModifierType modifiers)
{
  GListModel *shortcuts = find_controller (strip, GTK_TYPE_SHORTCUT_CONTROLLER);

  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
          gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
          gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) ==
              modifiers)
        {
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                        GTK_WIDGET (strip),
                                        gtk_shortcut_get_arguments (shortcut));
          gui_wait_for (!tl_animation_is_running (strip->timeline->animation));
          return;
        }
    }
  g_assert_not_reached ();
}

static void
get_view (TlOverviewStrip *strip, double *from, double *to)
{
  tl_overview_strip_get_view (strip, from, to);
}

/* The handle stands for what the timeline shows. */
static void
assert_handle_agrees (TlOverviewStrip *strip)
{
  TlRect  handle = tl_overview_strip_get_handle (strip);
  TlScale scale;
  double  from;
  double  to;
  double  left;
  double  right;

  g_assert_true (tl_overview_strip_get_scale (strip, &scale));
  get_view (strip, &from, &to);
  left = tl_scale_to_x (scale, scale.mirrored ? to : from);
  right = tl_scale_to_x (scale, scale.mirrored ? from : to);
  assert_near (handle.x, CLAMP (left, 3, scale.width), SLACK_PX);
  assert_near (handle.x + handle.width, CLAMP (right, 0, scale.width - 3),
               SLACK_PX);
}

static void
test_hides (void)
{
  g_autoptr (Fixed) fixed = open_with (N_RECORDS, GTK_TEXT_DIR_LTR);
  TlOverviewStrip *strip;

  g_assert_false (tl_overview_get_revealed (fixed->overview));
  g_assert_null (find_strip (fixed));
  strip = show_part (fixed);
  g_assert_true (tl_overview_get_revealed (fixed->overview));
  assert_handle_agrees (strip);
  tl_overview_set_wanted (fixed->overview, FALSE);
  g_assert_false (tl_overview_get_revealed (fixed->overview));
  tl_overview_set_wanted (fixed->overview, TRUE);
  g_assert_true (tl_overview_get_revealed (fixed->overview));
  tl_viewport_fit (fixed->timeline->viewport);
  g_assert_false (tl_overview_get_revealed (fixed->overview));
}

static void
test_stays_in_use (void)
{
  g_autoptr (Fixed) fixed = open_with (N_RECORDS, GTK_TEXT_DIR_LTR);
  TlOverviewStrip *strip = show_part (fixed);

  gtk_widget_grab_focus (GTK_WIDGET (strip));
  tl_viewport_fit (fixed->timeline->viewport);
  g_assert_true (tl_overview_get_revealed (fixed->overview));
  gtk_widget_grab_focus (GTK_WIDGET (fixed->timeline));
  g_assert_false (tl_overview_get_revealed (fixed->overview));
}

/* By as much as the pointer, in the direction of the screen. */
static void
test_drag_middle (gconstpointer data)
{
  GtkTextDirection direction = (GtkTextDirection)GPOINTER_TO_INT (data);
  double           sign = direction == GTK_TEXT_DIR_RTL ? -1 : 1;
  g_autoptr (Fixed) fixed = open_with (N_RECORDS, direction);
  TlOverviewStrip *strip = show_part (fixed);
  TlRect           handle = tl_overview_strip_get_handle (strip);
  TlScale          scale;
  double           from;
  double           to;
  double           new_from;
  double           new_to;

  g_assert_true (tl_overview_strip_get_scale (strip, &scale));
  g_assert_cmpint (scale.mirrored, ==, direction == GTK_TEXT_DIR_RTL);
  get_view (strip, &from, &to);
  drag (strip, handle.x + handle.width / 2, 40);
  get_view (strip, &new_from, &new_to);
  assert_near ((new_from - from) * scale.px_per_unit, sign * 40, SLACK_PX);
  assert_near ((new_to - to) * scale.px_per_unit, sign * 40, SLACK_PX);
  assert_handle_agrees (strip);
  assert_near (tl_overview_strip_get_handle (strip).x, handle.x + 40, SLACK_PX);
}

static void
test_drag_ends (gconstpointer data)
{
  GtkTextDirection direction = (GtkTextDirection)GPOINTER_TO_INT (data);
  g_autoptr (Fixed) fixed = open_with (N_RECORDS, direction);
  TlOverviewStrip *strip = show_part (fixed);
  TlRect           handle = tl_overview_strip_get_handle (strip);
  TlRect           after;

  drag (strip, handle.x + handle.width, 60);
  after = tl_overview_strip_get_handle (strip);
  assert_near (after.x, handle.x, SLACK_PX);
  assert_near (after.x + after.width, handle.x + handle.width + 60, SLACK_PX);
  drag (strip, after.x, 30);
  handle = tl_overview_strip_get_handle (strip);
  assert_near (handle.x, after.x + 30, SLACK_PX);
  assert_near (handle.x + handle.width, after.x + after.width, SLACK_PX);
  assert_handle_agrees (strip);
}

/* One end drawn over the other stops at the closest look. */
static void
test_drag_beyond (void)
{
  g_autoptr (Fixed) fixed = open_with (N_RECORDS, GTK_TEXT_DIR_LTR);
  TlOverviewStrip *strip = show_part (fixed);
  TlRect           handle = tl_overview_strip_get_handle (strip);
  double           from;
  double           to;
  double           new_from;
  double           new_to;

  get_view (strip, &from, &to);
  drag (strip, handle.x + handle.width, -handle.width - 100);
  get_view (strip, &new_from, &new_to);
  assert_near (new_from, from, 1);
  g_assert_cmpfloat (new_to, >, new_from);
  g_assert_false (tl_viewport_can_zoom (fixed->timeline->viewport, 2));
}

/* Drawn over everything it shows everything, and hides when it is let go. */
static void
test_drag_to_whole (void)
{
  g_autoptr (Fixed) fixed = open_with (N_RECORDS, GTK_TEXT_DIR_LTR);
  TlOverviewStrip *strip = show_part (fixed);
  TlRect           handle = tl_overview_strip_get_handle (strip);
  GtkGesture      *gesture = find_controller (strip, GTK_TYPE_GESTURE_DRAG);

  drag (strip, handle.x, -900);
  handle = tl_overview_strip_get_handle (strip);
  g_signal_emit_by_name (gesture, "drag-begin", handle.x + handle.width, 20.0);
  g_signal_emit_by_name (gesture, "drag-update", 900.0, 0.0);
  g_assert_true (tl_viewport_get_fitted (fixed->timeline->viewport));
  g_assert_true (tl_overview_get_revealed (fixed->overview));
  g_signal_emit_by_name (gesture, "drag-end", 900.0, 0.0);
  gtk_widget_grab_focus (GTK_WIDGET (fixed->timeline));
  g_assert_false (tl_overview_get_revealed (fixed->overview));
}

static void
test_click_beside (void)
{
  g_autoptr (Fixed) fixed = open_with (N_RECORDS, GTK_TEXT_DIR_LTR);
  TlOverviewStrip *strip = show_part (fixed);
  TlRect           handle = tl_overview_strip_get_handle (strip);
  TlRect           after;
  double           x = handle.x - 20;

  g_assert_cmpint (tl_overview_strip_pick (strip, x), ==, TL_GRIP_NONE);
  drag (strip, x, 0);
  gui_wait_for (!tl_animation_is_running (fixed->timeline->animation));
  after = tl_overview_strip_get_handle (strip);
  assert_near (after.x + after.width / 2, x, SLACK_PX + 1);
  assert_near (after.width, handle.width, SLACK_PX);
}

static void
test_keys (void)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    double          from; /* way of the ends, in parts of what is in view */
    double          to;
  } cases[] = {
    { GDK_KEY_Right, 0, 0.1, 0.1 },
    { GDK_KEY_Left, 0, -0.1, -0.1 },
    { GDK_KEY_Up, 0, 0.1, 0.1 },
    { GDK_KEY_Down, 0, -0.1, -0.1 },
    { GDK_KEY_Page_Down, 0, 0.9, 0.9 },
    { GDK_KEY_Page_Up, 0, -0.9, -0.9 },
    { GDK_KEY_Right, GDK_SHIFT_MASK, 0, 0.1 },
    { GDK_KEY_Left, GDK_SHIFT_MASK, 0, -0.1 },
    { GDK_KEY_Right, GDK_CONTROL_MASK, 0.1, 0 },
    { GDK_KEY_Left, GDK_CONTROL_MASK, -0.1, 0 },
  };
  g_autoptr (Fixed) fixed = open_with (N_RECORDS, GTK_TEXT_DIR_LTR);
  TlOverviewStrip *strip = show_part (fixed);
  TlScale          scale;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double from;
      double to;
      double new_from;
      double new_to;
      double length;

      get_view (strip, &from, &to);
      length = to - from;
      press_key (strip, cases[i].key, cases[i].modifiers);
      get_view (strip, &new_from, &new_to);
      g_test_message ("%u", i);
      assert_near ((new_from - from) / length, cases[i].from, 0.01);
      assert_near ((new_to - to) / length, cases[i].to, 0.01);
    }
  g_assert_true (tl_overview_strip_get_scale (strip, &scale));
  press_key (strip, GDK_KEY_Home, 0);
  assert_near (tl_viewport_get_scale (fixed->timeline->viewport).origin,
               scale.origin, 1);
  press_key (strip, GDK_KEY_End, 0);
  assert_near (tl_overview_strip_get_handle (strip).x +
                   tl_overview_strip_get_handle (strip).width,
               scale.width - 3, SLACK_PX);
}

/* While the view moves nothing but the handle is drawn anew. */
static void
test_panning_paints_nothing (void)
{
  g_autoptr (Fixed) fixed = open_with (N_RECORDS, GTK_TEXT_DIR_LTR);
  TlOverviewStrip *strip = show_part (fixed);
  TlRect           handle = tl_overview_strip_get_handle (strip);
  guint            selected[] = { 3, 9 };
  guint            n_painted;

  gui_settle (100);
  n_painted = strip->n_painted;
  g_assert_cmpuint (n_painted, ==, 2);
  for (int i = 0; i < 8; i++)
    {
      drag (strip, handle.x + handle.width / 2 + 5 * i, 5);
      gui_settle (20);
    }
  g_assert_cmpuint (strip->n_painted, ==, n_painted);
  tl_overview_set_selected (fixed->overview, selected, 2);
  gui_settle (60);
  g_assert_cmpuint (strip->n_painted, ==, n_painted + 1);
}

/* Many records are counted in the background. */
static void
test_counts_in_background (void)
{
  g_autoptr (Fixed) fixed = open_with (6000, GTK_TEXT_DIR_LTR);
  TlOverviewStrip    *strip = show_part (fixed);
  TlOverviewDensities densities;
  guint               bars[1][TL_DENSITY_N_SORTS];
  guint               sum = 0;

  gui_wait_for (strip->counted != NULL && strip->job == NULL);
  g_assert_true (tl_overview_strip_get_densities (strip, &densities));
  tl_density_get_bars (densities.density, 1, bars);
  for (guint sort = 0; sort < TL_DENSITY_N_SORTS; sort++)
    sum += bars[0][sort];
  g_assert_cmpuint (sum + tl_density_get_n_undated (densities.density), ==,
                    tl_result_get_n_all (fixed->result));
  tl_overview_set_results (fixed->overview, NULL, NULL);
  g_assert_false (tl_overview_strip_get_densities (strip, &densities));
}

/* What is dimmed is counted apart. */
static void
test_matches (void)
{
  g_autoptr (Fixed) fixed = open_with (N_RECORDS, GTK_TEXT_DIR_LTR);
  TlOverviewStrip *strip = show_part (fixed);
  g_autoptr (TlFilter) filter = tl_filter_new ();
  g_autoptr (TlQuery) query = NULL;
  g_autoptr (TlResult) matches = NULL;
  TlOverviewDensities densities;
  guint               bars[1][TL_DENSITY_N_SORTS];

  tl_filter_add_value (filter, TL_FACET_KIND, "talk");
  query = tl_query_new (filter, TL_KNOWN_ALWAYS);
  matches =
      tl_query_run (query, tl_result_get_whole (fixed->result), NULL, NULL);
  tl_overview_set_results (fixed->overview, fixed->result, matches);
  gui_settle (60);
  g_assert_true (tl_overview_strip_get_densities (strip, &densities));
  g_assert_true (densities.density != densities.matches);
  tl_density_get_bars (densities.matches, 1, bars);
  for (guint sort = 0; sort < TL_DENSITY_N_SORTS; sort++)
    if (sort == TL_KIND_TALK)
      g_assert_cmpuint (bars[0][sort], ==, tl_result_get_n_shown (matches));
    else
      g_assert_cmpuint (bars[0][sort], ==, 0);
}

static void
test_words (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *expected;
  } cases[] = {
    { "2014-06-05", "2015-01-20", "June 2014 – January 2015" },
    { "2001-01-05", "2017-06-20", "2001–2017" },
    { "2014-06-05", "2014-06-20", "5–20 June 2014" },
  };
  g_autoptr (Fixed) fixed = open_with (N_RECORDS, GTK_TEXT_DIR_LTR);
  TlOverviewStrip *strip;

  /* The shortened spans of a random dataset are of no use here. */
  tl_timeline_view_set_proportional (fixed->timeline, TRUE);
  strip = show_part (fixed);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;
      gint64           from;
      gint64           to;

      g_assert_true (tl_calendar_parse_day (cases[i].from, &from));
      g_assert_true (tl_calendar_parse_day (cases[i].to, &to));
      tl_timeline_view_set_range (fixed->timeline, from, to);
      words = tl_overview_strip_dup_words (strip);
      g_assert_cmpstr (words, ==, cases[i].expected);
    }
  /* A screen reader hears of it a moment later. */
  gui_wait_for (strip->words_id == 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (strip),
                                   GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (strip),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "5–20 June 2014");
}

int
main (int argc, char **argv)
{
  if (!gui_test_init (&argc, &argv))
    return 77;
  g_test_add_func ("/tl/overview/hides", test_hides);
  g_test_add_func ("/tl/overview/stays", test_stays_in_use);
  g_test_add_data_func ("/tl/overview/middle/ltr",
                        GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_drag_middle);
  g_test_add_data_func ("/tl/overview/middle/rtl",
                        GINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_drag_middle);
  g_test_add_data_func ("/tl/overview/ends/ltr",
                        GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_drag_ends);
  g_test_add_data_func ("/tl/overview/ends/rtl",
                        GINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_drag_ends);
  g_test_add_func ("/tl/overview/beyond", test_drag_beyond);
  g_test_add_func ("/tl/overview/whole", test_drag_to_whole);
  g_test_add_func ("/tl/overview/beside", test_click_beside);
  g_test_add_func ("/tl/overview/keys", test_keys);
  g_test_add_func ("/tl/overview/painting", test_panning_paints_nothing);
  g_test_add_func ("/tl/overview/background", test_counts_in_background);
  g_test_add_func ("/tl/overview/matches", test_matches);
  g_test_add_func ("/tl/overview/words", test_words);
  return gui_test_run ();
}
