/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "gui-window.h"
#include "tl-calendar.h"
#include "tl-find-bar.h"
#include "tl-result-band.h"

/* Searching as somebody does: typing, going from match to match, and leaving
 * the bar. */

static GtkWidget *
get_bar (GuiWindow *fixture)
{
  return gui_find (GTK_WIDGET (fixture->window), TL_TYPE_FIND_BAR);
}

static GtkWidget *
get_entry (GuiWindow *fixture)
{
  return gui_find (get_bar (fixture), GTK_TYPE_SEARCH_ENTRY);
}

static GtkWidget *
get_band (GuiWindow *fixture)
{
  return gui_find (GTK_WIDGET (fixture->window), TL_TYPE_RESULT_BAND);
}

static const char *
get_typed (GuiWindow *fixture)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture)));
}

/* Whether the filter has this search, or none: its chip tells. */
static gboolean
has_search (GuiWindow *fixture, const char *text)
{
  g_autofree char *all = gui_dup_text (get_band (fixture));
  g_autofree char *chip = g_strdup_printf ("Search: “%s”\n", text);

  return *text != '\0' ? strstr (all, chip) != NULL
                       : strstr (all, "Search") == NULL;
}

static void
type (GuiWindow *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), text);
  gui_wait_for (has_search (fixture, text));
}

static void
open_bar (GuiWindow *fixture)
{
  gui_window_show (fixture, NULL, NULL);
  gui_window_activate (fixture, "find", NULL);
  g_assert_true (tl_find_bar_get_open (TL_FIND_BAR (get_bar (fixture))));
  g_assert_true (gui_window_get_state (fixture, "search"));
}

static GArray *
find_matches (GuiWindow *fixture, const char *text)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();

  tl_filter_set_search (filter, text);
  return tl_filter_apply (filter,
                          tl_timeline_view_get_dataset (fixture->timeline));
}

/* One word after the other, as fast as it goes: what is shown is what the last
 * one finds, and everywhere it says how much that is. */
static void
test_type (GuiWindow *fixture, gconstpointer data)
{
  static const char *const words[] = { "s",      "sp",     "space",
                                       "spaceX", "lavrov", "" };

  open_bar (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GArray) matches = find_matches (fixture, words[i]);
      g_autofree char *shown = g_strdup_printf ("%u of 41 shown", matches->len);
      g_autofree char *found = g_strdup_printf ("%u matches", matches->len);

      type (fixture, words[i]);
      g_assert_cmpuint (tl_result_get_n_shown (
                            tl_timeline_view_get_result (fixture->timeline)),
                        ==, matches->len);
      gui_assert_has_text (get_band (fixture), shown);
      if (words[i][0] == '\0')
        gui_assert_lacks_text (get_bar (fixture), "match");
      else if (matches->len == 0)
        gui_assert_has_text (get_bar (fixture), "No matches");
      else
        gui_assert_has_text (get_bar (fixture), found);
      g_assert_cmpint (gtk_widget_has_css_class (get_entry (fixture), "error"),
                       ==, matches->len == 0);
    }
}

/* From the first match to the last, and on with the first. */
static void
test_next (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (GArray) matches = NULL;
  TlDataset *dataset = NULL;

  open_bar (fixture);
  g_assert_false (gui_window_is_enabled (fixture, "search-next"));
  type (fixture, "space");
  g_assert_true (gui_window_is_enabled (fixture, "search-next"));
  matches = find_matches (fixture, "space");
  dataset = tl_timeline_view_get_dataset (fixture->timeline);
  g_assert_cmpuint (matches->len, >, 2);

  for (guint i = 0; i <= matches->len; i++)
    {
      guint            place = i % matches->len;
      guint            record = g_array_index (matches, guint, place);
      g_autofree char *text =
          g_strdup_printf ("%u of %u", place + 1, matches->len);

      /* As Return in the entry does. */
      g_signal_emit_by_name (get_entry (fixture), "activate");
      g_assert_cmpstr (gui_window_get_selected_id (fixture), ==,
                       tl_dataset_get_record_id (dataset, record));
      gui_assert_has_text (get_bar (fixture), text);
      g_assert_cmpint (
          gui_find_named (get_bar (fixture), "Went on from the first match") !=
                  NULL &&
              gtk_widget_get_visible (gui_find_named (
                  get_bar (fixture), "Went on from the first match")),
          ==, i == matches->len);
    }
}

static void
test_previous (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (GArray) matches = NULL;

  open_bar (fixture);
  type (fixture, "space");
  matches = find_matches (fixture, "space");
  for (guint i = 0; i < matches->len; i++)
    {
      g_autofree char *text =
          g_strdup_printf ("%u of %u", matches->len - i, matches->len);

      gui_window_activate (fixture, "search-previous", NULL);
      gui_assert_has_text (get_bar (fixture), text);
    }
  gui_window_activate (fixture, "search-previous", NULL);
  g_assert_nonnull (
      gui_find_named (get_bar (fixture), "Went on from the last match"));
}

/* From a record that is none of the matches, the walk goes to its neighbour. */
static void
test_from_elsewhere (GuiWindow *fixture, gconstpointer data)
{
  TlDataset *dataset = NULL;
  g_autoptr (GArray) matches = NULL;
  guint between = 0;

  open_bar (fixture);
  gui_window_activate (fixture, "dim-others", NULL);
  type (fixture, "space");
  matches = find_matches (fixture, "space");
  dataset = tl_timeline_view_get_dataset (fixture->timeline);
  between = g_array_index (matches, guint, 1);
  while (between == g_array_index (matches, guint, 1) ||
         between == g_array_index (matches, guint, 2))
    between++;
  g_assert_cmpuint (between, <, tl_dataset_get_n_records (dataset));
  gui_window_activate (fixture, "select-record",
                       tl_dataset_get_record_id (dataset, between));
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==,
                   tl_dataset_get_record_id (dataset, between));

  gui_window_activate (fixture, "search-next", NULL);
  for (guint i = 0; i < matches->len; i++)
    if (g_array_index (matches, guint, i) > between)
      {
        g_assert_cmpstr (gui_window_get_selected_id (fixture), ==,
                         tl_dataset_get_record_id (
                             dataset, g_array_index (matches, guint, i)));
        return;
      }
  g_assert_not_reached ();
}

static gint64
get_second (const char *day)
{
  gint64 second;

  g_assert_true (tl_calendar_parse_day (day, &second));
  return second;
}

/* What was found may be outside of what the timeline shows. */
static void
test_reveal (GuiWindow *fixture, gconstpointer data)
{
  gint64 from = 0;
  gint64 to = 0;
  TlSpan span;

  gui_window_show (fixture, NULL, "pompeo-lavrov-call");
  gui_window_activate (fixture, "zoom-selection", NULL);
  gui_window_activate (fixture, "zoom-in", NULL);
  gui_settle (400);
  gui_window_activate (fixture, "find", NULL);
  type (fixture, "oval");
  tl_timeline_view_get_range (fixture->timeline, &from, &to);
  g_assert_cmpint (from, >, get_second ("2017-05-11"));
  gui_window_activate (fixture, "search-next", NULL);
  gui_settle (400);
  span = tl_dataset_get_entries (tl_timeline_view_get_dataset (
      fixture->timeline))[tl_timeline_view_get_selected (fixture->timeline)]
             .span;
  g_assert_true (tl_timeline_view_get_range (fixture->timeline, &from, &to));
  g_assert_cmpint (span.latest, >=, from);
  g_assert_cmpint (span.earliest, <=, to);
}

/* Closing the bar ends the search; a search that comes from elsewhere opens
 * it. */
static void
test_close (GuiWindow *fixture, gconstpointer data)
{
  open_bar (fixture);
  type (fixture, "space");
  g_signal_emit_by_name (get_entry (fixture), "stop-search");
  gui_wait_for (has_search (fixture, ""));
  g_assert_false (tl_find_bar_get_open (TL_FIND_BAR (get_bar (fixture))));
  g_assert_false (gui_window_get_state (fixture, "search"));
  g_assert_cmpstr (get_typed (fixture), ==, "");
  gui_assert_has_text (get_band (fixture), "41 of 41 shown");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 GTK_WIDGET (fixture->timeline));
}

/* The chip of the search, and clearing all, empty the entry. */
static void
test_follow (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *chip = NULL;

  open_bar (fixture);
  type (fixture, "space talks");
  chip = gui_find_named (get_band (fixture),
                         "Remove filter: Search: “space talks”");
  g_assert_nonnull (chip);
  g_signal_emit_by_name (chip, "clicked");
  g_assert_cmpstr (get_typed (fixture), ==, "");
  g_assert_true (has_search (fixture, ""));

  type (fixture, "lavrov");
  gui_window_activate (fixture, "clear-filters", NULL);
  g_assert_cmpstr (get_typed (fixture), ==, "");
  g_assert_false (gui_window_is_enabled (fixture, "clear-filters"));
  g_assert_true (tl_find_bar_get_open (TL_FIND_BAR (get_bar (fixture))));
}

/* Blanks that a search does without are not taken from whoever types on. */
static void
test_blanks (GuiWindow *fixture, gconstpointer data)
{
  open_bar (fixture);
  type (fixture, "space");
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), "space ");
  gui_settle (300);
  g_assert_cmpstr (get_typed (fixture), ==, "space ");
  g_assert_true (has_search (fixture, "space"));

  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), "   ");
  gui_wait_for (has_search (fixture, ""));
  g_assert_cmpstr (get_typed (fixture), ==, "   ");
}

/* Where nothing matches a page stands over the views, with the way back. */
static void
test_nothing (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *page = NULL;

  open_bar (fixture);
  g_assert_null (
      gui_find_text (GTK_WIDGET (fixture->window), "Nothing Matches"));
  type (fixture, "zzz");
  page = gui_find_text (GTK_WIDGET (fixture->window), "Nothing Matches");
  g_assert_nonnull (page);
  g_assert_true (gtk_widget_get_mapped (page));
  g_assert_false (gui_window_is_enabled (fixture, "search-next"));

  /* In the list too; what quotations pass the view of them tells itself. */
  gui_window_activate (fixture, "view", "list");
  g_assert_true (gtk_widget_get_mapped (page));
  gui_window_activate (fixture, "view", "quotes");
  g_assert_false (gtk_widget_get_mapped (page));
  gui_window_activate (fixture, "view", "timeline");
  g_assert_true (gtk_widget_get_mapped (page));

  /* Dimmed, the records are there. */
  gui_window_activate (fixture, "dim-others", NULL);
  g_assert_false (gtk_widget_get_mapped (page));
  gui_assert_has_text (get_band (fixture), "0 of 41 match");
  gui_window_activate (fixture, "dim-others", NULL);
  g_assert_true (gtk_widget_get_mapped (page));

  g_signal_emit_by_name (
      gui_find_named (GTK_WIDGET (fixture->window), "Clear Filters"),
      "clicked");
  g_assert_false (gtk_widget_get_mapped (page));
  gui_assert_has_text (get_band (fixture), "41 of 41 shown");
  g_assert_cmpstr (get_typed (fixture), ==, "");
}

int
main (int argc, char **argv)
{
  static const GuiWindowTest tests[] = {
    { "/tl/window-search/type", test_type },
    { "/tl/window-search/next", test_next },
    { "/tl/window-search/previous", test_previous },
    { "/tl/window-search/from-elsewhere", test_from_elsewhere },
    { "/tl/window-search/reveal", test_reveal },
    { "/tl/window-search/close", test_close },
    { "/tl/window-search/follow", test_follow },
    { "/tl/window-search/blanks", test_blanks },
    { "/tl/window-search/nothing", test_nothing },
  };

  return gui_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
