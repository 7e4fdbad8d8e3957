/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window.h"

#include "gui-window.h"
#include "tl-side-pane.h"

static void
test_builtin (GuiWindow *fixture, gconstpointer data)
{
  gui_window_show (fixture, NULL, NULL);
  g_assert_nonnull (tl_timeline_view_get_dataset (fixture->timeline));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==,
                   "Strategic stability, 2020");
  gui_assert_has_text (GTK_WIDGET (fixture->window), "5 sources");
  g_assert_null (gui_window_get_selected_id (fixture));
  g_assert_false (gui_window_is_enabled (fixture, "zoom-selection"));
  g_assert_false (gui_window_is_enabled (fixture, "show-problems"));
  g_assert_true (gui_window_is_enabled (fixture, "export"));
}

/* Text of a dataset is text in the title, too. */
static void
test_title (GuiWindow *fixture, gconstpointer data)
{
  gui_window_show (fixture, fixture->file, NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==,
                   "<b>Bold</b> & %s _under_");
  gui_assert_has_text (GTK_WIDGET (fixture->window),
                       "<b>Bold</b> & %s _under_");
  gui_assert_has_text (GTK_WIDGET (fixture->window),
                       "5 records · 2 sources · 2 contested");
}

static void
test_select (GuiWindow *fixture, gconstpointer data)
{
  gui_window_show (fixture, fixture->file, "talks");
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, "talks");
  gui_assert_has_text (GTK_WIDGET (fixture->details), "Talks in Town");
  g_assert_true (gui_window_is_enabled (fixture, "zoom-selection"));

  gui_window_activate (fixture, "select-record", "pact-end");
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, "pact-end");
  g_assert_cmpuint (tl_details_pane_get_record (fixture->details), ==,
                    tl_timeline_view_get_selected (fixture->timeline));

  /* What does not exist changes nothing. */
  gui_window_activate (fixture, "select-record", "nobody");
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, "pact-end");
}

/* Whoever asks for a record that is not there is told so, in plain text. */
static void
test_select_unknown (GuiWindow *fixture, gconstpointer data)
{
  gui_window_show (fixture, fixture->file, "<b>nobody</b> & co");
  g_assert_null (gui_window_get_selected_id (fixture));
  gui_assert_has_text (GTK_WIDGET (fixture->window),
                       "There is no record “<b>nobody</b> & co”");
}

/* Next and previous go through all records in time and back. */
static void
test_walk (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  guint n_records = 0;

  gui_window_show (fixture, fixture->file, NULL);
  n_records = tl_dataset_get_n_records (
      tl_timeline_view_get_dataset (fixture->timeline));
  gui_window_activate (fixture, "first", NULL);
  for (guint i = 0; i < n_records; i++)
    {
      g_assert_cmpuint (tl_timeline_view_get_selected (fixture->timeline), ==,
                        i);
      g_ptr_array_add (ids, (gpointer)gui_window_get_selected_id (fixture));
      gui_window_activate (fixture, "next", NULL);
    }
  gui_window_activate (fixture, "last", NULL);
  g_assert_cmpuint (tl_timeline_view_get_selected (fixture->timeline), ==,
                    n_records - 1);
  gui_window_activate (fixture, "previous", NULL);
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==,
                   g_ptr_array_index (ids, n_records - 2));
}

static void
test_zoom (GuiWindow *fixture, gconstpointer data)
{
  gint64 from[4] = { 0 };
  gint64 to[4] = { 0 };

  gui_window_show (fixture, NULL, "asat-test");
  gui_window_activate (fixture, "fit-all", NULL);
  gui_settle (400);
  g_assert_true (
      tl_timeline_view_get_range (fixture->timeline, &from[0], &to[0]));
  gui_window_activate (fixture, "zoom-in", NULL);
  gui_settle (400);
  tl_timeline_view_get_range (fixture->timeline, &from[1], &to[1]);
  g_assert_cmpint (to[1] - from[1], <, to[0] - from[0]);
  gui_window_activate (fixture, "zoom-out", NULL);
  gui_window_activate (fixture, "zoom-selection", NULL);
  gui_settle (400);
  tl_timeline_view_get_range (fixture->timeline, &from[2], &to[2]);
  g_assert_cmpint (to[2] - from[2], <, to[0] - from[0]);
  gui_window_activate (fixture, "fit-all", NULL);
  gui_settle (400);
  tl_timeline_view_get_range (fixture->timeline, &from[3], &to[3]);
  g_assert_cmpint (from[3], ==, from[0]);
  g_assert_cmpint (to[3], ==, to[0]);
}

/* Two names for one state, never at odds. */
static void
test_axis (GuiWindow *fixture, gconstpointer data)
{
  gboolean proportional = FALSE;

  gui_window_show (fixture, NULL, NULL);
  proportional = tl_timeline_view_get_proportional (fixture->timeline);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (gui_window_get_state (fixture, "proportional"), ==,
                       proportional);
      g_assert_cmpint (gui_window_get_state (fixture, "shorten-quiet-spans"),
                       ==, !proportional);
      gui_window_activate (
          fixture, i == 0 ? "proportional" : "shorten-quiet-spans", NULL);
      proportional = !proportional;
      g_assert_cmpint (tl_timeline_view_get_proportional (fixture->timeline),
                       ==, proportional);
    }
}

/* Whatever is grouped by: what is selected stays so, and is in the picture. */
static void
test_group_by (GuiWindow *fixture, gconstpointer data)
{
  static const char *const nicks[] = { "actor",  "treaty", "place",
                                       "source", "none",   "kind" };

  gui_window_show (fixture, NULL, "asat-test");
  for (gsize i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      g_autoptr (GVariant) state = NULL;
      TlGroupBy group_by;

      gui_window_activate (fixture, "group-by", nicks[i]);
      gui_settle (30);
      state = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window),
                                               "group-by");
      g_assert_cmpstr (g_variant_get_string (state, NULL), ==, nicks[i]);
      g_assert_true (tl_group_by_from_nick (nicks[i], &group_by));
      g_assert_cmpint (tl_timeline_view_get_group_by (fixture->timeline), ==,
                       group_by);
      g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, "asat-test");
    }
  gui_window_activate (fixture, "group-by", "nonsense");
  g_assert_cmpint (tl_timeline_view_get_group_by (fixture->timeline), ==,
                   TL_GROUP_BY_KIND);
}

static void
test_pane (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *flap = NULL;

  gui_window_show (fixture, NULL, NULL);
  flap = gui_find (GTK_WIDGET (fixture->window), ADW_TYPE_FLAP);
  g_assert_false (adw_flap_get_folded (ADW_FLAP (flap)));
  g_assert_true (gui_window_get_state (fixture, "show-pane"));
  gui_window_activate (fixture, "show-pane", NULL);
  g_assert_false (adw_flap_get_reveal_flap (ADW_FLAP (flap)));

  /* Whoever wants to see a record sees it. */
  g_signal_emit_by_name (fixture->timeline, "activated", 0);
  g_assert_true (adw_flap_get_reveal_flap (ADW_FLAP (flap)));
  g_assert_true (gui_window_get_state (fixture, "show-pane"));
}

/* Narrow: the pane covers the timeline, but not before it is asked to. */
static void
test_narrow (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *flap = NULL;
  int        minimum = 0;

  gui_window_show (fixture, NULL, "lavrov-interview");
  flap = gui_find (GTK_WIDGET (fixture->window), ADW_TYPE_FLAP);
  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL,
                      -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 600);
  gui_wait_for (adw_flap_get_folded (ADW_FLAP (flap)));
  gui_settle (50);
  /* Without a compositor the frame takes some of it. */
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=,
                   360);
  g_assert_false (adw_flap_get_reveal_flap (ADW_FLAP (flap)));
  gui_window_activate (fixture, "show-pane", NULL);
  g_assert_true (adw_flap_get_reveal_flap (ADW_FLAP (flap)));

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 700);
  gui_wait_for (!adw_flap_get_folded (ADW_FLAP (flap)));
  g_assert_true (adw_flap_get_reveal_flap (ADW_FLAP (flap)));
}

static void
test_focus (GuiWindow *fixture, gconstpointer data)
{
  static const struct
  {
    const char *action;
    gboolean    in_header;
    gboolean    in_pane;
  } steps[] = {
    { "switch-focus", FALSE, TRUE },      { "switch-focus", TRUE, FALSE },
    { "switch-focus", FALSE, FALSE },     { "switch-focus-back", TRUE, FALSE },
    { "switch-focus-back", FALSE, TRUE }, { "switch-focus-back", FALSE, FALSE },
  };
  GtkWidget *focus = NULL;

  gui_window_show (fixture, fixture->file, "talks");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (
      focus == GTK_WIDGET (fixture->timeline) ||
      gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->timeline)));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gui_window_activate (fixture, steps[i].action, NULL);
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_true (
          gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->details)) ==
          steps[i].in_pane);
      g_assert_true ((gtk_widget_get_ancestor (focus, ADW_TYPE_HEADER_BAR) !=
                      NULL) == steps[i].in_header);
      g_assert_true (
          (focus == GTK_WIDGET (fixture->timeline) ||
           gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->timeline))) ==
          (!steps[i].in_pane && !steps[i].in_header));
    }
}

static void
text_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(char **)user_data =
      gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

static void
test_copy_quote (GuiWindow *fixture, gconstpointer data)
{
  GdkClipboard    *clipboard = NULL;
  g_autofree char *text = NULL;

  gui_window_show (fixture, fixture->file, "talks");
  gui_window_activate (fixture, "copy-quote", "quote-a");
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &text);
  gui_wait_for (text != NULL);
  g_assert_nonnull (strstr (text, "We shall <b>go on</b> talking,"));
  g_assert_nonnull (strstr (text, "Ada Envoy"));
  g_assert_nonnull (strstr (text, "The Gazette"));
  gui_assert_has_text (GTK_WIDGET (fixture->window), "Quotation copied");
}

static void
test_two_windows (GuiWindow *fixture, gconstpointer data)
{
  TlWindow       *first = NULL;
  TlTimelineView *timeline = NULL;

  gui_window_show (fixture, fixture->file, "talks");
  first = fixture->window;
  timeline = fixture->timeline;
  gui_window_show (fixture, NULL, "asat-test");
  g_assert_true (fixture->window != first);
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, "asat-test");
  g_assert_cmpstr (
      tl_dataset_get_record_id (tl_timeline_view_get_dataset (timeline),
                                tl_timeline_view_get_selected (timeline)),
      ==, "talks");
}

static void
test_remember (GuiWindow *fixture, gconstpointer data)
{
  gint64     from[2] = { 0 };
  gint64     to[2] = { 0 };
  GtkWidget *pane = NULL;
  int        width = 0;
  int        height = 0;

  gui_window_show (fixture, fixture->file, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 600);
  pane = gui_find (GTK_WIDGET (fixture->window), TL_TYPE_SIDE_PANE);
  tl_side_pane_set_pane_width (TL_SIDE_PANE (pane), 444);
  gui_settle (50);
  gui_window_activate (fixture, "group-by", "place");
  gui_window_activate (fixture, "zoom-in", NULL);
  gui_window_activate (fixture, "zoom-in", NULL);
  gui_settle (400);
  tl_timeline_view_get_range (fixture->timeline, &from[0], &to[0]);
  gui_window_close (fixture);

  gui_window_show (fixture, fixture->file, NULL);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  pane = gui_find (GTK_WIDGET (fixture->window), TL_TYPE_SIDE_PANE);
  g_assert_cmpint (width, ==, 1000);
  g_assert_cmpint (height, ==, 600);
  g_assert_cmpint (tl_side_pane_get_pane_width (TL_SIDE_PANE (pane)), ==, 444);
  g_assert_cmpint (tl_timeline_view_get_group_by (fixture->timeline), ==,
                   TL_GROUP_BY_PLACE);
  gui_settle (400);
  tl_timeline_view_get_range (fixture->timeline, &from[1], &to[1]);
  /* To a pixel. */
  g_assert_cmpint (ABS (from[1] - from[0]), <=, (to[0] - from[0]) / 200);
  g_assert_cmpint (ABS (to[1] - to[0]), <=, (to[0] - from[0]) / 200);
  gui_window_close (fixture);

  /* The view belongs to its dataset. */
  gui_window_show (fixture, NULL, NULL);
  g_assert_true (tl_viewport_get_fitted (
      tl_timeline_view_get_viewport (fixture->timeline)));
}

int
main (int argc, char **argv)
{
  static const GuiWindowTest tests[] = {
    { "/tl/window/open/builtin", test_builtin },
    { "/tl/window/open/title", test_title },
    { "/tl/window/open/two-windows", test_two_windows },
    { "/tl/window/actions/select", test_select },
    { "/tl/window/actions/select-unknown", test_select_unknown },
    { "/tl/window/actions/walk", test_walk },
    { "/tl/window/actions/zoom", test_zoom },
    { "/tl/window/actions/axis", test_axis },
    { "/tl/window/actions/group-by", test_group_by },
    { "/tl/window/actions/pane", test_pane },
    { "/tl/window/actions/narrow", test_narrow },
    { "/tl/window/actions/focus", test_focus },
    { "/tl/window/actions/copy-quote", test_copy_quote },
    { "/tl/window/memory/remember", test_remember },
  };

  return gui_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
