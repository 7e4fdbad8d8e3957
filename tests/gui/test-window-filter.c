/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "gui-window.h"
#include "tl-facet-counts.h"
#include "tl-facet-row.h"
#include "tl-facet-section.h"
#include "tl-filter-chips.h"
#include "tl-filter-panel.h"
#include "tl-range-editor.h"
#include "tl-result-band.h"

/* Filtering as somebody does: check rows, dates and switches of the panel, and
 * the chips in the band. */

static GtkWidget *
get_band (GuiWindow *fixture)
{
  return gui_find (GTK_WIDGET (fixture->window), TL_TYPE_RESULT_BAND);
}

static GtkWidget *
get_chips (GuiWindow *fixture)
{
  return gui_find (GTK_WIDGET (fixture->window), TL_TYPE_FILTER_CHIPS);
}

static guint
count_children (GtkWidget *widget)
{
  guint n_children = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_children++;
  return n_children;
}

static const TlFilter *
get_filter (GuiWindow *fixture)
{
  TlResult *result = tl_timeline_view_get_result (fixture->timeline);

  return tl_query_get_filter (tl_result_get_query (result));
}

static char *
dup_filter (GuiWindow *fixture)
{
  return tl_filter_to_string (get_filter (fixture));
}

static void
assert_filter (GuiWindow *fixture, const char *expected)
{
  g_autofree char *filter = dup_filter (fixture);

  g_assert_cmpstr (filter, ==, expected);
}

/* Opens the panel as its key does. */
static GtkWidget *
open_panel (GuiWindow *fixture)
{
  GtkWidget *panel = NULL;

  gui_window_activate (fixture, "filter", NULL);
  panel = gui_find (GTK_WIDGET (fixture->window), TL_TYPE_FILTER_PANEL);
  g_assert_nonnull (panel);
  gui_wait_for (gtk_widget_get_mapped (panel));
  return panel;
}

static void
open_section (GtkWidget *section)
{
  tl_facet_section_set_open (TL_FACET_SECTION (section), TRUE);
  gui_settle (50);
}

static GtkWidget *
get_section (GtkWidget *panel, TlFacet facet)
{
  GtkWidget *list =
      gtk_widget_get_parent (gui_find (panel, TL_TYPE_FACET_SECTION));
  GtkWidget *section = gtk_widget_get_first_child (list);

  for (guint i = 0; i < facet; i++)
    section = gtk_widget_get_next_sibling (section);
  g_assert_true (TL_IS_FACET_SECTION (section));
  return section;
}

/* A fold has its rows only while it is open. */
static void
open_all (GtkWidget *panel)
{
  for (guint facet = 0; facet < TL_N_FACETS; facet++)
    open_section (get_section (panel, (TlFacet)facet));
}

static GtkWidget *
find_row (GtkWidget *root, const char *value)
{
  if (TL_IS_FACET_ROW (root) &&
      g_str_equal (tl_facet_row_get_value (TL_FACET_ROW (root)), value))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, value);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkCheckButton *
get_check (GtkWidget *section, const char *value)
{
  GtkWidget *row = find_row (section, value);

  g_assert_nonnull (row);
  return GTK_CHECK_BUTTON (gui_find (row, GTK_TYPE_CHECK_BUTTON));
}

static void
toggle (GtkWidget *section, const char *value)
{
  g_signal_emit_by_name (get_check (section, value), "activate");
}

/* How many the query finds with that value alone in its facet. */
static guint
count_with (GuiWindow *fixture, TlFacet facet, const char *value)
{
  g_autoptr (TlFilter) filter = tl_filter_copy (get_filter (fixture));
  g_autoptr (GArray) found = NULL;

  tl_filter_clear_facet (filter, facet);
  tl_filter_add_value (filter, facet, value);
  found = tl_filter_apply (filter,
                           tl_timeline_view_get_dataset (fixture->timeline));
  return found->len;
}

/* Every row of every section that stands there. Returns how many. */
static guint
check_counts (GuiWindow *fixture, GtkWidget *root, TlFacet facet)
{
  guint n_rows = 0;

  if (TL_IS_FACET_ROW (root))
    {
      const char      *value = tl_facet_row_get_value (TL_FACET_ROW (root));
      guint            expected = count_with (fixture, facet, value);
      g_autofree char *count = g_strdup_printf ("%u", expected);
      g_autofree char *name = NULL;
      g_autofree char *ending = g_strdup_printf (
          ", %u %s", expected, expected == 1 ? "record" : "records");

      gui_assert_has_text (root, count);
      name = gui_dup_name (gtk_widget_get_first_child (root));
      g_assert_true (g_str_has_suffix (name, ending));
      g_assert_cmpint (gtk_widget_has_css_class (root, "tl-none"), ==,
                       expected == 0);
      g_assert_true (gtk_widget_is_sensitive (root));
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_rows += check_counts (fixture, child, facet);
  return n_rows;
}

static guint
check_all_counts (GuiWindow *fixture, GtkWidget *panel)
{
  guint n_rows = 0;

  for (guint facet = 0; facet < TL_N_FACETS; facet++)
    n_rows += check_counts (fixture, get_section (panel, (TlFacet)facet),
                            (TlFacet)facet);
  return n_rows;
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
  panel = open_panel (fixture);
  kinds = get_section (panel, TL_FACET_KIND);
  places = get_section (panel, TL_FACET_PLACE);
  open_all (panel);
  g_assert_cmpuint (check_all_counts (fixture, panel), >, 30);

  toggle (kinds, "talk");
  assert_filter (fixture, "kind=talk");
  check_all_counts (fixture, panel);
  toggle (kinds, "test");
  assert_filter (fixture, "kind=talk,test");
  gui_assert_has_text (panel, "Talk, Test");
  toggle (places, "vienna");
  assert_filter (fixture, "kind=talk,test place=vienna");
  check_all_counts (fixture, panel);
  g_assert_cmpuint (count_children (get_chips (fixture)), ==, 4);

  toggle (kinds, "talk");
  toggle (kinds, "test");
  assert_filter (fixture, "place=vienna");
  gui_window_activate (fixture, "clear-filters", NULL);
  assert_filter (fixture, "");
  g_assert_false (gtk_check_button_get_active (get_check (places, "vienna")));
  gui_assert_has_text (panel, "41 of 41 shown");
}

/* What would show nothing looks so, but is taken away all the same. */
static void
test_none (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *panel = NULL;
  GtkWidget *kinds = NULL;

  gui_window_show (fixture, fixture->file, NULL);
  panel = open_panel (fixture);
  open_all (panel);
  kinds = get_section (panel, TL_FACET_KIND);
  toggle (get_section (panel, TL_FACET_PLACE), "town");
  g_assert_true (
      gtk_widget_has_css_class (find_row (kinds, "test"), "tl-none"));
  toggle (kinds, "test");
  assert_filter (fixture, "kind=test place=town");
  gui_assert_has_text (get_band (fixture), "0 of 5 shown");
  toggle (kinds, "test");
  assert_filter (fixture, "place=town");
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
  section = get_section (open_panel (fixture), TL_FACET_ACTOR);
  open_section (section);
  g_assert_cmpuint (check_counts (fixture, section, TL_FACET_ACTOR), ==, 6);

  button = gui_find_text (section, all);
  g_assert_nonnull (button);
  button = gtk_widget_get_ancestor (button, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (check_counts (fixture, section, TL_FACET_ACTOR), ==,
                    n_actors);
  toggle (section, "lavrov");
  g_signal_emit_by_name (button, "clicked");
  g_assert_nonnull (find_row (section, "lavrov"));

  entry = gui_find_named (section, "Find in Participant");
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "LAVROV");
  gui_wait_for (check_counts (fixture, section, TL_FACET_ACTOR) == 1);
  g_assert_true (gtk_check_button_get_active (get_check (section, "lavrov")));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gui_wait_for (check_counts (fixture, section, TL_FACET_ACTOR) >= 6);
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
  panel = open_panel (fixture);
  open_all (panel);
  section = get_section (panel, TL_FACET_KIND);
  first = gui_find (section, TL_TYPE_FACET_ROW);
  value = g_strdup (tl_facet_row_get_value (TL_FACET_ROW (first)));
  /* Changes what each of them would show. */
  toggle (get_section (panel, TL_FACET_PLACE), "vienna");
  check_all_counts (fixture, panel);
  g_assert_true (gui_find (section, TL_TYPE_FACET_ROW) == first);
  g_assert_cmpstr (tl_facet_row_get_value (TL_FACET_ROW (first)), ==, value);
}

static GtkWidget *
get_date (GtkWidget *panel, const char *name)
{
  GtkWidget *entry = NULL;

  gtk_expander_set_expanded (GTK_EXPANDER (gui_find_named (panel, "Time")),
                             TRUE);
  entry = gtk_widget_get_next_sibling (
      gui_find_text (gui_find (panel, TL_TYPE_RANGE_EDITOR), name));
  g_assert_true (GTK_IS_ENTRY (entry));
  return entry;
}

static void
set_text (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* Dates of any precision, each with all that it covers. */
static void
test_range (GuiWindow *fixture, gconstpointer data)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *filter;
    const char *chip; /* nullable */
  } cases[] = {
    { "2020", "", "from=2020-01-01", "Possibly since 1 Jan 2020" },
    { "2020", "2020-04~", "from=2020-01-01 to=2020-04-30",
      "Possibly between 1 Jan 2020 and 30 Apr 2020" },
    { "", "2019-25", "to=2019-05-31", "Possibly until 31 May 2019" },
    { "2020-07-27", "2020-07-27", "from=2020-07-27 to=2020-07-27",
      "Possibly on 27 Jul 2020" },
    { " 2020-07 ", "", "from=2020-07-01", "Possibly since 1 Jul 2020" },
    { "", "", "", NULL },
  };
  GtkWidget *panel = NULL;

  gui_window_show (fixture, NULL, NULL);
  panel = open_panel (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_text (get_date (panel, "From"), "");
      set_text (get_date (panel, "To"), cases[i].to);
      set_text (get_date (panel, "From"), cases[i].from);
      assert_filter (fixture, cases[i].filter);
      if (cases[i].chip != NULL)
        gui_assert_has_text (get_chips (fixture), cases[i].chip);
      check_all_counts (fixture, panel);
    }
}

/* What cannot be read changes nothing, and is complained about only when
 * somebody has finished typing. */
static void
test_wrong_range (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *panel = NULL;
  GtkWidget *from = NULL;

  gui_window_show (fixture, NULL, NULL);
  panel = open_panel (fixture);
  from = get_date (panel, "From");
  set_text (from, "2020-04");
  gtk_editable_delete_text (GTK_EDITABLE (from), 6, 7);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (from)), ==, "2020-0");
  assert_filter (fixture, "from=2020-04-01");
  g_assert_false (gtk_widget_has_css_class (from, "error"));
  g_signal_emit_by_name (from, "activate");
  g_assert_true (gtk_widget_has_css_class (from, "error"));
  assert_filter (fixture, "from=2020-04-01");

  set_text (get_date (panel, "To"), "2019");
  set_text (from, "2020");
  g_signal_emit_by_name (from, "activate");
  gui_assert_has_text (panel, "The range ends before it begins.");
  set_text (get_date (panel, "To"), "2021");
  g_assert_false (gtk_widget_has_css_class (from, "error"));
  gui_assert_lacks_text (panel, "The range ends before it begins.");
  assert_filter (fixture, "from=2020-01-01 to=2021-12-31");
}

/* "Certainly" finds fewer, and the range's chip says it. */
static void
test_certainly (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *panel = NULL;
  TlResult  *result = NULL;
  guint      n_possibly = 0;

  gui_window_show (fixture, NULL, NULL);
  panel = open_panel (fixture);
  set_text (get_date (panel, "From"), "2020-04-01");
  set_text (get_date (panel, "To"), "2020-04-15");
  result = tl_timeline_view_get_result (fixture->timeline);
  n_possibly = tl_result_get_n_shown (result);
  g_signal_emit_by_name (gui_find_named (panel, "Certainly in it"), "activate");
  result = tl_timeline_view_get_result (fixture->timeline);
  g_assert_cmpuint (tl_result_get_n_shown (result), <, n_possibly);
  g_assert_cmpuint (tl_result_get_n_shown (result), >, 0);
  gui_assert_has_text (get_chips (fixture),
                       "Certainly between 1 Apr 2020 and 15 Apr 2020");
  check_all_counts (fixture, panel);

  g_signal_emit_by_name (
      gui_find_named (
          get_chips (fixture),
          "Remove filter: Certainly between 1 Apr 2020 and 15 Apr 2020"),
      "clicked");
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (get_date (panel, "From"))), ==, "");
  assert_filter (fixture, "");
}

/* One state behind check, menu and chip. */
static void
test_contested (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *panel = NULL;
  GtkWidget *check = NULL;

  gui_window_show (fixture, NULL, NULL);
  panel = open_panel (fixture);
  check = gui_find_named (panel, "Contested only");
  gui_assert_has_text (check, "6");
  g_signal_emit_by_name (check, "activate");
  g_assert_true (tl_filter_get_contested_only (get_filter (fixture)));
  g_assert_true (gui_window_get_state (fixture, "contested-only"));
  gui_assert_has_text (get_band (fixture), "6 of 41 shown");
  check_all_counts (fixture, panel);

  gui_window_activate (fixture, "contested-only", NULL);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gui_window_activate (fixture, "contested-only", NULL);
  g_signal_emit_by_name (
      gui_find_named (get_chips (fixture), "Remove filter: Contested only"),
      "clicked");
  g_assert_false (gui_window_get_state (fixture, "contested-only"));
  gui_assert_has_text (get_band (fixture), "41 of 41 shown");
}

/* Dimmed, all records are drawn, and the band says how many match. */
static void
test_dim (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *panel = NULL;
  GtkWidget *toggle_dims = NULL;

  gui_window_show (fixture, NULL, NULL);
  panel = open_panel (fixture);
  toggle_dims = gui_find (panel, GTK_TYPE_SWITCH);
  toggle (get_section (panel, TL_FACET_KIND), "talk");
  gui_assert_has_text (get_band (fixture), "11 of 41 shown");
  g_signal_emit_by_name (toggle_dims, "activate");
  gui_wait_for (gui_window_get_state (fixture, "dim-others"));
  gui_assert_has_text (get_band (fixture), "11 of 41 match");
  g_assert_cmpuint (
      tl_result_get_n_shown (tl_timeline_view_get_result (fixture->timeline)),
      ==, 41);
  gui_window_activate (fixture, "dim-others", NULL);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle_dims)));
  gui_assert_has_text (get_band (fixture), "11 of 41 shown");
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
  section = get_section (open_panel (fixture), TL_FACET_KIND);
  toggle (section, "statement");
  toggle (section, "talk");
  toggle (section, "test");
  gtk_popover_popdown (
      GTK_POPOVER (gtk_widget_get_ancestor (section, GTK_TYPE_POPOVER)));
  chips = get_chips (fixture);
  gtk_widget_grab_focus (gui_find_named (chips, names[0]));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_autofree char *name = gui_dup_name (focus);

      g_assert_cmpstr (name, ==, names[i]);
      g_signal_emit_by_name (focus, "clicked");
    }
  g_assert_false (gtk_widget_get_visible (chips));
  assert_filter (fixture, "");
  gui_wait_for (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                GTK_WIDGET (fixture->timeline));
}

/* Text of a dataset is text in chips and rows. */
static void
test_text (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *panel = NULL;

  gui_window_show (fixture, fixture->file, NULL);
  panel = open_panel (fixture);
  open_section (get_section (panel, TL_FACET_SOURCE));
  gui_assert_has_text (panel, "Talks <i>begin</i> &amp; end");
  toggle (get_section (panel, TL_FACET_SOURCE), "gazette");
  gui_assert_has_text (get_chips (fixture), "Talks <i>begin</i> &amp; end");
  /* No tags: nothing to choose from. */
  g_assert_false (gtk_widget_get_visible (get_section (panel, TL_FACET_TAG)));
}

/* A narrow window has room for the panel and for chips with long words. */
static void
test_narrow (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *panel = NULL;
  int        minimum = 0;

  gui_window_show (fixture, NULL, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 600);
  panel = open_panel (fixture);
  open_all (panel);
  toggle (get_section (panel, TL_FACET_SOURCE), "china-daily-2020-04-16");
  set_text (get_date (panel, "From"), "2010");
  set_text (get_date (panel, "To"), "2030");
  gui_settle (100);
  gtk_widget_measure (gtk_widget_get_ancestor (panel, GTK_TYPE_POPOVER),
                      GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_HORIZONTAL,
                      -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=,
                   360);
}

int
main (int argc, char **argv)
{
  static const GuiWindowTest tests[] = {
    { "/tl/window-filter/values", test_values },
    { "/tl/window-filter/none", test_none },
    { "/tl/window-filter/many-values", test_many_values },
    { "/tl/window-filter/order", test_order },
    { "/tl/window-filter/range", test_range },
    { "/tl/window-filter/wrong-range", test_wrong_range },
    { "/tl/window-filter/certainly", test_certainly },
    { "/tl/window-filter/contested", test_contested },
    { "/tl/window-filter/dim", test_dim },
    { "/tl/window-filter/chips", test_chips },
    { "/tl/window-filter/text", test_text },
    { "/tl/window-filter/narrow", test_narrow },
  };

  return gui_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
