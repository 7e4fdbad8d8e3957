/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-filter.h"

/* Filtering by time as somebody does, typing dates into the panel. */

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
  panel = gui_filter_open_panel (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_text (gui_filter_get_date (panel, "From"), "");
      set_text (gui_filter_get_date (panel, "To"), cases[i].to);
      set_text (gui_filter_get_date (panel, "From"), cases[i].from);
      gui_filter_assert (fixture, cases[i].filter);
      if (cases[i].chip != NULL)
        gui_assert_has_text (gui_filter_get_chips (fixture), cases[i].chip);
      gui_filter_check_all_counts (fixture, panel);
    }
  gui_filter_close_panel (fixture);
}

/* What cannot be read changes nothing, and is complained about only when
 * somebody has finished typing. */
static void
test_wrong_range (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *panel = NULL;
  GtkWidget *from = NULL;

  gui_window_show (fixture, NULL, NULL);
  panel = gui_filter_open_panel (fixture);
  from = gui_filter_get_date (panel, "From");
  set_text (from, "2020-04");
  gtk_editable_delete_text (GTK_EDITABLE (from), 6, 7);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (from)), ==, "2020-0");
  gui_filter_assert (fixture, "from=2020-04-01");
  g_assert_false (gtk_widget_has_css_class (from, "error"));
  g_signal_emit_by_name (from, "activate");
  g_assert_true (gtk_widget_has_css_class (from, "error"));
  gui_filter_assert (fixture, "from=2020-04-01");

  set_text (gui_filter_get_date (panel, "To"), "2019");
  set_text (from, "2020");
  g_signal_emit_by_name (from, "activate");
  gui_assert_has_text (panel, "The range ends before it begins.");
  set_text (gui_filter_get_date (panel, "To"), "2021");
  g_assert_false (gtk_widget_has_css_class (from, "error"));
  gui_assert_lacks_text (panel, "The range ends before it begins.");
  gui_filter_assert (fixture, "from=2020-01-01 to=2021-12-31");
  gui_filter_close_panel (fixture);
}

/* "Certainly" finds fewer, and the range's chip says it. */
static void
test_certainly (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *panel = NULL;
  TlResult  *result = NULL;
  guint      n_possibly = 0;

  gui_window_show (fixture, NULL, NULL);
  panel = gui_filter_open_panel (fixture);
  set_text (gui_filter_get_date (panel, "From"), "2020-04-01");
  set_text (gui_filter_get_date (panel, "To"), "2020-04-15");
  result = tl_timeline_view_get_result (fixture->timeline);
  n_possibly = tl_result_get_n_shown (result);
  g_signal_emit_by_name (gui_find_named (panel, "Certainly in it"), "activate");
  result = tl_timeline_view_get_result (fixture->timeline);
  g_assert_cmpuint (tl_result_get_n_shown (result), <, n_possibly);
  g_assert_cmpuint (tl_result_get_n_shown (result), >, 0);
  gui_assert_has_text (gui_filter_get_chips (fixture),
                       "Certainly between 1 Apr 2020 and 15 Apr 2020");
  gui_filter_check_all_counts (fixture, panel);

  g_signal_emit_by_name (
      gui_find_named (
          gui_filter_get_chips (fixture),
          "Remove filter: Certainly between 1 Apr 2020 and 15 Apr 2020"),
      "clicked");
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (gui_filter_get_date (panel, "From"))),
                   ==, "");
  gui_filter_assert (fixture, "");
  gui_filter_close_panel (fixture);
}

int
main (int argc, char **argv)
{
  static const GuiWindowTest tests[] = {
    { "/tl/window-range/dates", test_range },
    { "/tl/window-range/wrong", test_wrong_range },
    { "/tl/window-range/certainly", test_certainly },
  };

  return gui_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
