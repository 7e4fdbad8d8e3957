/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "gui-window.h"
#include "tl-calendar.h"

/* Going to a date, zooming to a unit of the calendar, measuring. */

static gint64
get_second (const char *day)
{
  gint64 second;

  g_assert_true (tl_calendar_parse_day (day, &second));
  return second;
}

static void
get_range (GuiWindow *fixture, gint64 *from, gint64 *to)
{
  g_assert_true (tl_timeline_view_get_range (fixture->timeline, from, to));
}

/* first and last are in view; days: what is in view at most. */
static void
assert_shows (GuiWindow  *fixture,
              const char *first,
              const char *last,
              gint64      days)
{
  gint64 from;
  gint64 to;

  get_range (fixture, &from, &to);
  g_assert_cmpint (from, <=, get_second (first));
  g_assert_cmpint (to, >=, get_second (last) + TL_SECONDS_PER_DAY - 1);
  g_assert_cmpint (to - from, <=, days * TL_SECONDS_PER_DAY);
}

/* --- zoom --- */

static void
test_zoom_to (GuiWindow *fixture, gconstpointer data)
{
  gui_window_show (fixture, fixture->file, "test");
  gui_window_activate (fixture, "proportional", NULL);
  gui_window_activate (fixture, "zoom-to", "year");
  assert_shows (fixture, "2020-01-01", "2020-12-31", 430);
  gui_window_activate (fixture, "zoom-to", "month");
  assert_shows (fixture, "2020-07-01", "2020-07-31", 40);
  gui_window_activate (fixture, "zoom-to", "day");
  /* The dates of this dataset are days: closer there is nothing to see. */
  assert_shows (fixture, "2020-07-15", "2020-07-15", 20);
  gui_window_activate (fixture, "zoom-to", "all");
  gui_wait_for (tl_viewport_get_fitted (
      tl_timeline_view_get_viewport (fixture->timeline)));
  assert_shows (fixture, "2011-02-05", "2021-02-05", 8000);
}

/* Without a selection it is about the middle. */
static void
test_zoom_to_middle (GuiWindow *fixture, gconstpointer data)
{
  gui_window_show (fixture, fixture->file, NULL);
  gui_window_activate (fixture, "proportional", NULL);
  tl_timeline_view_set_range (fixture->timeline, get_second ("2013-02-01"),
                              get_second ("2015-11-01"));
  gui_window_activate (fixture, "zoom-to", "year");
  assert_shows (fixture, "2014-01-01", "2014-12-31", 430);
  gui_window_activate (fixture, "zoom-to", "month");
  assert_shows (fixture, "2014-07-01", "2014-07-31", 40);
}

/* --- going to a date --- */

static GtkWidget *
open_go_to (GuiWindow *fixture)
{
  gui_window_activate (fixture, "go-to-date", NULL);
  gui_wait_for (gui_window_get_dialog (fixture) != NULL);
  return gui_window_get_dialog (fixture);
}

static void
type (GtkWidget *dialog, const char *text)
{
  GtkWidget *entry = gui_find_named (dialog, "Date");

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static gboolean
can_go (GtkWidget *dialog)
{
  return adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog),
                                                  "go");
}

static void
test_understood (GuiWindow *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *answer;
    gboolean    can_go;
  } answers[] = {
    { "2020-07-28", "28 July 2020", TRUE },
    { "july 2020", "July 2020", TRUE },
    { "28 juky 2020", "Not a date", FALSE },
    { "2020-02-30", "that month has no such day", FALSE },
    { "1850", "1850: before everything on the timeline", TRUE },
    { "12 March 2150", "12 March 2150: after everything", TRUE },
    { "2020~/..", "from about 2020 on", TRUE },
    { "../2015-05", "until May 2015", TRUE },
    { "", "A date like 28 July 2020", FALSE },
  };
  GtkWidget *dialog;

  gui_window_show (fixture, fixture->file, NULL);
  dialog = open_go_to (fixture);
  g_assert_false (can_go (dialog));
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      type (dialog, answers[i].text);
      gui_assert_has_text (dialog, answers[i].answer);
      g_assert_cmpint (can_go (dialog), ==, answers[i].can_go);
    }
  gtk_window_close (GTK_WINDOW (dialog));
  gui_wait_for (gui_window_get_dialog (fixture) == NULL);
}

static void
go_to (GuiWindow *fixture, const char *text)
{
  GtkWidget *dialog = open_go_to (fixture);

  type (dialog, text);
  g_assert_true (can_go (dialog));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "go");
  gtk_window_close (GTK_WINDOW (dialog));
  gui_wait_for (gui_window_get_dialog (fixture) == NULL);
}

static void
test_go_to (GuiWindow *fixture, gconstpointer data)
{
  gint64 from;
  gint64 to;

  gui_window_show (fixture, fixture->file, NULL);
  gui_window_activate (fixture, "proportional", NULL);
  /* From far off, a day is shown with some days around it… */
  go_to (fixture, "14 April 2016");
  assert_shows (fixture, "2016-04-14", "2016-04-14", 40);
  /* …while the zoom stays where the day is large enough. */
  go_to (fixture, "2016-08-01");
  get_range (fixture, &from, &to);
  assert_shows (fixture, "2016-08-01", "2016-08-01", 40);
  g_assert_cmpint (ABS ((from + to) / 2 - get_second ("2016-08-01")), <,
                   TL_SECONDS_PER_DAY);
  /* What is longer than the view makes it longer. */
  go_to (fixture, "2015");
  assert_shows (fixture, "2015-01-01", "2015-12-31", 500);
  /* An open end is no place to go to. */
  go_to (fixture, "2018-03-01/..");
  get_range (fixture, &from, &to);
  g_assert_cmpint (ABS ((from + to) / 2 - get_second ("2018-03-01")), <,
                   2 * TL_SECONDS_PER_DAY);
}

/* Dates are on the timeline, wherever one comes from. */
static void
test_go_to_from_list (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (GVariant) view = NULL;
  gint64 from;
  gint64 to;

  gui_window_show (fixture, fixture->file, NULL);
  gui_window_activate (fixture, "proportional", NULL);
  gui_window_activate (fixture, "view", "list");
  gui_wait_for (!gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));
  go_to (fixture, "14 April 2016");
  gui_wait_for (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));
  view = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window),
                                          "view");
  g_assert_cmpstr (g_variant_get_string (view, NULL), ==, "timeline");
  gui_wait_for (tl_timeline_view_get_range (fixture->timeline, &from, &to));
  assert_shows (fixture, "2016-04-14", "2016-04-14", 40);
}

/* What comes before there is a picture is not forgotten. */
static void
test_go_to_early (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *timeline = tl_timeline_view_new ();
  gint64     from = 0;
  gint64     to = 0;
  g_autoptr (TlDataset) dataset = gui_load_fixture ("window.json");

  tl_timeline_view_set_proportional (TL_TIMELINE_VIEW (timeline), TRUE);
  tl_timeline_view_set_dataset (TL_TIMELINE_VIEW (timeline), dataset);
  tl_timeline_view_go_to (TL_TIMELINE_VIEW (timeline),
                          get_second ("2016-04-14"), get_second ("2016-04-15"));
  gtk_window_set_child (GTK_WINDOW (window), timeline);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 400);
  gtk_window_present (GTK_WINDOW (window));
  gui_wait_for (
      tl_timeline_view_get_range (TL_TIMELINE_VIEW (timeline), &from, &to));
  g_assert_cmpint (from, <=, get_second ("2016-04-14"));
  g_assert_cmpint (to, >=, get_second ("2016-04-15"));
  g_assert_cmpint (to - from, <, 40 * TL_SECONDS_PER_DAY);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- measuring --- */

static void
select_records (GuiWindow *fixture, const char *first, const char *second)
{
  TlDataset *dataset = tl_timeline_view_get_dataset (fixture->timeline);
  guint      records[2] = { tl_dataset_find_record (dataset, first),
                            tl_dataset_find_record (dataset, second) };

  tl_timeline_view_set_selection (fixture->timeline, records, 2);
}

static void
text_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(char **)user_data =
      gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

static void
assert_copied (GuiWindow *fixture, const char *expected)
{
  g_autofree char *text = NULL;

  gdk_clipboard_read_text_async (
      gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL,
      text_read_cb, &text);
  gui_wait_for (text != NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_measure (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  gui_window_show (fixture, fixture->file, NULL);
  /* The order in which they were chosen does not matter. */
  select_records (fixture, "talks", "test");
  gui_window_activate (fixture, "measure", NULL);
  gui_wait_for (gui_window_get_dialog (fixture) != NULL);
  dialog = gui_window_get_dialog (fixture);
  gui_assert_has_text (dialog, "between 12 and 13 days");
  gui_assert_has_text (dialog, "Talks in Town");
  gui_assert_has_text (dialog, "15 July 2020");
  gui_assert_lacks_text (dialog, "not known");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "copy");
  gtk_window_close (GTK_WINDOW (dialog));
  gui_wait_for (gui_window_get_dialog (fixture) == NULL);
  /* Nobody sees the marks of directions, so they are not copied. */
  assert_copied (fixture, "From “<b>Test</b> &amp; %s %n محادثات” (15 July "
                          "2020) to “Talks in Town” "
                          "(27 or 28 July 2020): between 12 and 13 days");
}

static void
test_measure_years (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  gui_window_show (fixture, fixture->file, NULL);
  select_records (fixture, "pact-force", "pact-end");
  gui_window_activate (fixture, "measure", NULL);
  gui_wait_for (gui_window_get_dialog (fixture) != NULL);
  dialog = gui_window_get_dialog (fixture);
  gui_assert_has_text (dialog, "10 years");
  gui_assert_has_text (dialog, "3,653 days");
  gtk_window_close (GTK_WINDOW (dialog));
  gui_wait_for (gui_window_get_dialog (fixture) == NULL);

  select_records (fixture, "later", "pact-end");
  gui_window_activate (fixture, "measure", NULL);
  gui_wait_for (gui_window_get_dialog (fixture) != NULL);
  dialog = gui_window_get_dialog (fixture);
  gui_assert_has_text (dialog, "any time");
  gui_assert_has_text (dialog, "Which of them came first is not known");
  gtk_window_close (GTK_WINDOW (dialog));
  gui_wait_for (gui_window_get_dialog (fixture) == NULL);
}

static void
test_measure_hint (GuiWindow *fixture, gconstpointer data)
{
  gui_window_show (fixture, fixture->file, NULL);
  gui_window_activate (fixture, "measure", NULL);
  gui_assert_has_text (GTK_WIDGET (fixture->window),
                       "Select two records to measure");
  gui_window_activate (fixture, "select-record", "test");
  gui_window_activate (fixture, "measure", NULL);
  gui_wait_for (gui_find_text (GTK_WIDGET (fixture->window),
                               "Ctrl+click a second record to measure") !=
                NULL);
  g_assert_null (gui_window_get_dialog (fixture));
}

static const GuiWindowTest tests[] = {
  { "/tl/navigation/zoom-to", test_zoom_to },
  { "/tl/navigation/zoom-to-middle", test_zoom_to_middle },
  { "/tl/navigation/understood", test_understood },
  { "/tl/navigation/go-to", test_go_to },
  { "/tl/navigation/go-to-from-list", test_go_to_from_list },
  { "/tl/navigation/go-to-early", test_go_to_early },
  { "/tl/navigation/measure", test_measure },
  { "/tl/navigation/measure-years", test_measure_years },
  { "/tl/navigation/measure-hint", test_measure_hint },
};

int
main (int argc, char **argv)
{
  return gui_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
