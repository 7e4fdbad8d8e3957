/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-filter.h"
#include "tl-facet-counts.h"
#include "tl-facet-row.h"
#include "tl-filter-panel.h"
#include "tl-range-editor.h"

/* Filtering as somebody does: check rows and switches of the panel, and the
 * chips in the band. */

static guint
count_children (GtkWidget *widget)
{
  guint n_children = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_children++;
  return n_children;
}

/* Checks go to the filter, and the filter to the checks; the counts are always
 * those of the query. */
static void
test_values (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *panel = NULL;
  GtkWidget *kinds = NULL;
  GtkWidget *places = NULL;

  gui_window_show (fixture, NULL, NULL);
  panel = gui_filter_open_panel (fixture);
  kinds = gui_filter_get_section (panel, TL_FACET_KIND);
  places = gui_filter_get_section (panel, TL_FACET_PLACE);
  gui_filter_open_all (panel);
  g_assert_cmpuint (gui_filter_check_all_counts (fixture, panel), >, 30);

  gui_filter_toggle (kinds, "talk");
  gui_filter_assert (fixture, "kind=talk");
  gui_filter_check_all_counts (fixture, panel);
  gui_filter_toggle (kinds, "test");
  gui_filter_assert (fixture, "kind=talk,test");
  gui_assert_has_text (panel, "Talk, Test");
  gui_filter_toggle (places, "vienna");
  gui_filter_assert (fixture, "kind=talk,test place=vienna");
  gui_filter_check_all_counts (fixture, panel);
  g_assert_cmpuint (count_children (gui_filter_get_chips (fixture)), ==, 4);

  gui_filter_toggle (kinds, "talk");
  gui_filter_toggle (kinds, "test");
  gui_filter_assert (fixture, "place=vienna");
  gui_window_activate (fixture, "clear-filters", NULL);
  gui_filter_assert (fixture, "");
  g_assert_false (
      gtk_check_button_get_active (gui_filter_get_check (places, "vienna")));
  gui_assert_has_text (panel, "41 of 41 shown");
  gui_filter_close_panel (fixture);
}

/* What would show nothing looks so, but is taken away all the same. */
static void
test_none (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *panel = NULL;
  GtkWidget *kinds = NULL;

  gui_window_show (fixture, fixture->file, NULL);
  panel = gui_filter_open_panel (fixture);
  gui_filter_open_all (panel);
  kinds = gui_filter_get_section (panel, TL_FACET_KIND);
  gui_filter_toggle (gui_filter_get_section (panel, TL_FACET_PLACE), "town");
  g_assert_true (gtk_widget_has_css_class (gui_filter_find_row (kinds, "test"),
                                           "tl-none"));
  gui_filter_toggle (kinds, "test");
  gui_filter_assert (fixture, "kind=test place=town");
  gui_assert_has_text (gui_filter_get_band (fixture), "0 of 5 shown");
  gui_filter_toggle (kinds, "test");
  gui_filter_assert (fixture, "place=town");
  gui_filter_close_panel (fixture);
}

/* Of many values the first, on demand all, or those with certain words. */
static void
test_many_values (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget       *section = NULL;
  GtkWidget       *entry = NULL;
  GtkWidget       *button = NULL;
  guint            n_actors = 0;
  g_autofree char *all = NULL;
  g_autoptr (TlFacetCounts) counts = NULL;

  gui_window_show (fixture, NULL, NULL);
  counts = tl_facet_counts_new_for_result (
      tl_timeline_view_get_result (fixture->timeline), NULL);
  n_actors = tl_facet_counts_get_n_values (counts, TL_FACET_ACTOR);
  g_assert_cmpuint (n_actors, >, 12);
  all = g_strdup_printf ("Show All %u", n_actors);
  section =
      gui_filter_get_section (gui_filter_open_panel (fixture), TL_FACET_ACTOR);
  gui_filter_open_section (section);
  g_assert_cmpuint (gui_filter_check_counts (fixture, section, TL_FACET_ACTOR),
                    ==, 6);

  button = gui_find_text (section, all);
  g_assert_nonnull (button);
  button = gtk_widget_get_ancestor (button, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (gui_filter_check_counts (fixture, section, TL_FACET_ACTOR),
                    ==, n_actors);
  gui_filter_toggle (section, "lavrov");
  g_signal_emit_by_name (button, "clicked");
  g_assert_nonnull (gui_filter_find_row (section, "lavrov"));

  entry = gui_find_named (section, "Find a Participant");
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "LAVROV");
  gui_wait_for (gui_filter_check_counts (fixture, section, TL_FACET_ACTOR) ==
                1);
  g_assert_true (
      gtk_check_button_get_active (gui_filter_get_check (section, "lavrov")));
  gtk_editable_set_text (GTK_EDITABLE (entry), "nobody");
  gui_wait_for (gui_filter_check_counts (fixture, section, TL_FACET_ACTOR) ==
                0);
  gui_assert_has_text (section, "Nothing found");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gui_wait_for (gui_filter_check_counts (fixture, section, TL_FACET_ACTOR) >=
                6);
  gui_assert_lacks_text (section, "Nothing found");
  gui_filter_close_panel (fixture);
}

/* Nothing moves under the pointer while somebody chooses. */
static void
test_order (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget       *section = NULL;
  GtkWidget       *first = NULL;
  GtkWidget       *panel = NULL;
  g_autofree char *value = NULL;

  gui_window_show (fixture, NULL, NULL);
  panel = gui_filter_open_panel (fixture);
  gui_filter_open_all (panel);
  section = gui_filter_get_section (panel, TL_FACET_KIND);
  first = gui_find (section, TL_TYPE_FACET_ROW);
  value = g_strdup (tl_facet_row_get_value (TL_FACET_ROW (first)));
  /* Changes what each of them would show. */
  gui_filter_toggle (gui_filter_get_section (panel, TL_FACET_PLACE), "vienna");
  gui_filter_check_all_counts (fixture, panel);
  g_assert_true (gui_find (section, TL_TYPE_FACET_ROW) == first);
  g_assert_cmpstr (tl_facet_row_get_value (TL_FACET_ROW (first)), ==, value);
  gui_filter_close_panel (fixture);
}

/* As if a key came to the panel first, on its way to what has the focus. */
static gboolean
press (GtkWidget *panel, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (panel);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller =
          g_list_model_get_item (controllers, i);
      gboolean is_taken = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0,
                             &is_taken);
      return is_taken;
    }
  g_assert_not_reached ();
}

static GtkWidget *
get_focus (GuiWindow *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* Arrow keys go from check to check, and choose none of them. */
static void
test_arrows (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *panel = NULL;
  GtkWidget *first = NULL;
  GtkWidget *second = NULL;
  GtkWidget *date = NULL;

  gui_window_show (fixture, NULL, NULL);
  panel = gui_filter_open_panel (fixture);
  first = gui_find (panel, TL_TYPE_FACET_ROW);
  second = gtk_widget_get_next_sibling (first);
  gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), first));
  g_assert_true (press (panel, GDK_KEY_Down));
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), second));
  g_assert_true (press (panel, GDK_KEY_Right));
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), second));
  g_assert_true (press (panel, GDK_KEY_Up));
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), first));
  g_assert_false (press (panel, GDK_KEY_space));
  gui_filter_assert (fixture, "");

  /* In an entry they belong to the text, between choices to GTK. */
  date = gui_filter_get_date (panel, "From");
  gtk_widget_grab_focus (date);
  g_assert_false (press (panel, GDK_KEY_Left));
  gtk_widget_grab_focus (gui_find_named (panel, "Possibly in it"));
  g_assert_false (press (panel, GDK_KEY_Down));
  gui_filter_close_panel (fixture);
}

/* One state behind check, menu and chip. */
static void
test_contested (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *panel = NULL;
  GtkWidget *check = NULL;

  gui_window_show (fixture, NULL, NULL);
  panel = gui_filter_open_panel (fixture);
  check = gui_find_named (panel, "Contested only");
  gui_assert_has_text (check, "6");
  g_signal_emit_by_name (check, "activate");
  g_assert_true (tl_filter_get_contested_only (gui_filter_get (fixture)));
  g_assert_true (gui_window_get_state (fixture, "contested-only"));
  gui_assert_has_text (gui_filter_get_band (fixture), "6 of 41 shown");
  gui_filter_check_all_counts (fixture, panel);

  gui_window_activate (fixture, "contested-only", NULL);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gui_window_activate (fixture, "contested-only", NULL);
  g_signal_emit_by_name (gui_find_named (gui_filter_get_chips (fixture),
                                         "Remove filter: Contested only"),
                         "clicked");
  g_assert_false (gui_window_get_state (fixture, "contested-only"));
  gui_assert_has_text (gui_filter_get_band (fixture), "41 of 41 shown");
  gui_filter_close_panel (fixture);
}

/* Dimmed, all records are drawn, and the band says how many match. */
static void
test_dim (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *panel = NULL;
  GtkWidget *toggle_dims = NULL;

  gui_window_show (fixture, NULL, NULL);
  panel = gui_filter_open_panel (fixture);
  toggle_dims = gui_find (panel, GTK_TYPE_SWITCH);
  gui_filter_toggle (gui_filter_get_section (panel, TL_FACET_KIND), "talk");
  gui_assert_has_text (gui_filter_get_band (fixture), "11 of 41 shown");
  g_signal_emit_by_name (toggle_dims, "activate");
  gui_wait_for (gui_window_get_state (fixture, "dim-others"));
  gui_assert_has_text (gui_filter_get_band (fixture), "11 of 41 match");
  g_assert_cmpuint (
      tl_result_get_n_shown (tl_timeline_view_get_result (fixture->timeline)),
      ==, 41);
  gui_window_activate (fixture, "dim-others", NULL);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle_dims)));
  gui_assert_has_text (gui_filter_get_band (fixture), "11 of 41 shown");
  gui_filter_close_panel (fixture);
}

/* Whoever takes chips away by keyboard stays among them, and then goes on in
 * the view. */
static void
test_chips (GuiWindow *fixture, gconstpointer data)
{
  static const char *const names[] = { "Remove filter: Statement",
                                       "Remove filter: Talk",
                                       "Remove filter: Test" };
  GtkWidget               *section = NULL;
  GtkWidget               *chips = NULL;

  gui_window_show (fixture, NULL, NULL);
  section =
      gui_filter_get_section (gui_filter_open_panel (fixture), TL_FACET_KIND);
  gui_filter_toggle (section, "statement");
  gui_filter_toggle (section, "talk");
  gui_filter_toggle (section, "test");
  gui_filter_close_panel (fixture);
  chips = gui_filter_get_chips (fixture);
  gtk_widget_grab_focus (gui_find_named (chips, names[0]));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_autofree char *name = gui_dup_name (focus);

      g_assert_cmpstr (name, ==, names[i]);
      g_signal_emit_by_name (focus, "clicked");
    }
  g_assert_false (gtk_widget_get_visible (chips));
  gui_filter_assert (fixture, "");
  gui_wait_for (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                GTK_WIDGET (fixture->timeline));
}

/* Text of a dataset is text in chips and rows. */
static void
test_text (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *panel = NULL;

  gui_window_show (fixture, fixture->file, NULL);
  panel = gui_filter_open_panel (fixture);
  gui_filter_open_section (gui_filter_get_section (panel, TL_FACET_SOURCE));
  gui_assert_has_text (panel, "Talks <i>begin</i> &amp; end");
  gui_filter_toggle (gui_filter_get_section (panel, TL_FACET_SOURCE),
                     "gazette");
  gui_assert_has_text (gui_filter_get_chips (fixture),
                       "Talks <i>begin</i> &amp; end");
  /* No tags: nothing to choose from. */
  g_assert_false (
      gtk_widget_get_visible (gui_filter_get_section (panel, TL_FACET_TAG)));
  gui_filter_close_panel (fixture);
}

/* A narrow window has room for the panel and for chips with long words. */
static void
test_narrow (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *panel = NULL;
  int        minimum = 0;

  gui_window_show (fixture, NULL, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 600);
  panel = gui_filter_open_panel (fixture);
  gui_filter_open_all (panel);
  gui_filter_toggle (gui_filter_get_section (panel, TL_FACET_SOURCE),
                     "china-daily-2020-04-16");
  gtk_editable_set_text (GTK_EDITABLE (gui_filter_get_date (panel, "From")),
                         "2010");
  gtk_editable_set_text (GTK_EDITABLE (gui_filter_get_date (panel, "To")),
                         "2030");
  gui_settle (100);
  gtk_widget_measure (gtk_widget_get_ancestor (panel, GTK_TYPE_POPOVER),
                      GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_widget_measure (gui_filter_get_band (fixture), GTK_ORIENTATION_HORIZONTAL,
                      -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 320);
  gui_filter_close_panel (fixture);
}

int
main (int argc, char **argv)
{
  static const GuiWindowTest tests[] = {
    { "/tl/window-filter/values", test_values },
    { "/tl/window-filter/none", test_none },
    { "/tl/window-filter/many-values", test_many_values },
    { "/tl/window-filter/order", test_order },
    { "/tl/window-filter/arrows", test_arrows },
    { "/tl/window-filter/contested", test_contested },
    { "/tl/window-filter/dim", test_dim },
    { "/tl/window-filter/chips", test_chips },
    { "/tl/window-filter/text", test_text },
    { "/tl/window-filter/narrow", test_narrow },
  };

  return gui_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
