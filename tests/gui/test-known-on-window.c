/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-window.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "tl-calendar.h"
#include "tl-date.h"
#include "tl-export-dialog.h"
#include "tl-known-on-bar.h"
#include "tl-publication-scale.h"
#include "tl-reader.h"

/* The window as known on a day, held against the dataset's file: what is
 * expected is worked out from its JSON. */

/* --- the file --- */

static JsonObject *
load_file (JsonParser *parser)
{
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, g_file_peek_path (file), &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

/* The first second of the last day that a source can have been published on. */
static gint64
get_published (JsonObject *file, const char *source)
{
  JsonArray *sources = json_object_get_array_member (file, "sources");

  for (guint i = 0; i < json_array_get_length (sources); i++)
    {
      JsonObject *object = json_array_get_object_element (sources, i);
      const char *published =
          json_object_get_string_member (object, "published");
      const char      *last = strstr (published, "..");
      g_autofree char *day = NULL;
      gint64           second;

      if (!g_str_equal (json_object_get_string_member (object, "id"), source))
        continue;
      day = g_strndup (last != NULL ? last + 2 : published, 10);
      g_assert_true (tl_calendar_parse_day (day, &second));
      return second;
    }
  g_assert_not_reached ();
}

static void
collect_told (JsonObject *file, JsonArray *records, gint64 day, GPtrArray *ids)
{
  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      JsonObject *record = json_array_get_object_element (records, i);
      JsonArray  *accounts = json_object_get_array_member (record, "accounts");
      gboolean    is_told = FALSE;

      for (guint j = 0; j < json_array_get_length (accounts); j++)
        {
          JsonObject *account = json_array_get_object_element (accounts, j);

          is_told |= get_published (file, json_object_get_string_member (
                                              account, "source")) <= day;
        }
      if (is_told)
        g_ptr_array_add (
            ids, (gpointer)json_object_get_string_member (record, "id"));
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static char *
join_sorted (GPtrArray *ids)
{
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **)ids->pdata);
}

/* (transfer full): what the sources published until then tell */
static char *
dup_expected (JsonObject *file, gint64 day)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  JsonArray *treaties = json_object_get_array_member (file, "treaties");

  collect_told (file, json_object_get_array_member (file, "events"), day, ids);
  for (guint i = 0; i < json_array_get_length (treaties); i++)
    collect_told (file,
                  json_object_get_array_member (
                      json_array_get_object_element (treaties, i), "acts"),
                  day, ids);
  return join_sorted (ids);
}

/* --- the window --- */

static char *
dup_shown (GuiWindow *fixture)
{
  TlResult    *result = tl_timeline_view_get_result (fixture->timeline);
  TlDataset   *dataset = tl_result_get_dataset (result);
  guint        n;
  const guint *records = tl_result_get_records (result, &n);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids,
                     (gpointer)tl_dataset_get_record_id (dataset, records[i]));
  return join_sorted (ids);
}

static GtkWidget *
get_scale (GuiWindow *fixture)
{
  return gui_find (GTK_WIDGET (fixture->window), TL_TYPE_PUBLICATION_SCALE);
}

static gint64
get_day (GuiWindow *fixture)
{
  return tl_publication_scale_get_day (
      TL_PUBLICATION_SCALE (get_scale (fixture)));
}

static void
choose_day (GuiWindow *fixture, gint64 day)
{
  gboolean handled;

  g_signal_emit_by_name (get_scale (fixture), "change-value",
                         GTK_SCROLL_STEP_FORWARD,
                         (double)(day / TL_SECONDS_PER_DAY), &handled);
}

static void
assert_shown (GuiWindow *fixture, JsonObject *file)
{
  g_autofree char *expected = dup_expected (file, get_day (fixture));
  g_autofree char *shown = dup_shown (fixture);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_every_day (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *file = load_file (parser);
  gint64      last = 0;
  gint64      day;

  gui_window_show (fixture, NULL, NULL);
  gui_window_activate (fixture, "known-on", NULL);
  last = get_day (fixture);
  choose_day (fixture, G_MININT64 / 2);
  g_assert_cmpuint (
      tl_result_get_n_shown (tl_timeline_view_get_result (fixture->timeline)),
      ==, 0);
  for (day = get_day (fixture); day <= last + TL_SECONDS_PER_DAY;
       day += TL_SECONDS_PER_DAY)
    {
      choose_day (fixture, day);
      g_assert_cmpint (get_day (fixture), ==, day);
      assert_shown (fixture, file);
    }
}

static void
test_steps (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *file = load_file (parser);
  JsonArray  *sources = json_object_get_array_member (file, "sources");
  guint       n_steps = 0;

  gui_window_show (fixture, NULL, NULL);
  g_assert_false (gui_window_is_enabled (fixture, "previous-publication"));
  gui_window_activate (fixture, "known-on", NULL);
  assert_shown (fixture, file);
  while (gui_window_is_enabled (fixture, "previous-publication"))
    {
      gui_window_activate (fixture, "previous-publication", NULL);
      assert_shown (fixture, file);
      n_steps++;
    }
  g_assert_cmpuint (n_steps, ==, json_array_get_length (sources) - 1);
  while (gui_window_is_enabled (fixture, "next-publication"))
    {
      gui_window_activate (fixture, "next-publication", NULL);
      assert_shown (fixture, file);
      n_steps--;
    }
  g_assert_cmpuint (n_steps, ==, 0);
}

static void
test_opens_and_closes (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *widget = NULL;
  GtkWidget *focus = NULL;

  gui_window_show (fixture, NULL, NULL);
  widget = GTK_WIDGET (fixture->window);
  /* What nobody has asked for is not made. */
  g_assert_null (gui_find (widget, TL_TYPE_KNOWN_ON_BAR));
  g_assert_false (gui_window_get_state (fixture, "known-on"));

  gui_window_activate (fixture, "known-on", NULL);
  g_assert_true (gui_window_get_state (fixture, "known-on"));
  gui_wait_for (gtk_widget_get_mapped (get_scale (fixture)));
  focus = gtk_window_get_focus (GTK_WINDOW (widget));
  g_assert_true (focus == get_scale (fixture));
  gui_window_activate (fixture, "previous-publication", NULL);

  gui_window_activate (fixture, "known-on", NULL);
  g_assert_false (gui_window_get_state (fixture, "known-on"));
  gui_wait_for (!gtk_widget_get_mapped (get_scale (fixture)));
  focus = gtk_window_get_focus (GTK_WINDOW (widget));
  g_assert_true (
      focus != NULL &&
      !gtk_widget_is_ancestor (focus, gui_find (widget, TL_TYPE_KNOWN_ON_BAR)));
  g_assert_cmpuint (
      tl_result_get_n_shown (tl_timeline_view_get_result (fixture->timeline)),
      ==,
      tl_dataset_get_n_records (
          tl_timeline_view_get_dataset (fixture->timeline)));
}

/* The picture is of the day, with the filter of the window. */
static void
test_export (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (TlExportRequest) request = NULL;
  GtkWidget *dialog = NULL;

  gui_window_show (fixture, NULL, NULL);
  gui_window_activate (fixture, "known-on", NULL);
  gui_window_activate (fixture, "previous-publication", NULL);
  gui_window_activate (fixture, "export", NULL);
  dialog = gui_window_get_dialog (fixture);
  request = tl_export_dialog_dup_request (TL_EXPORT_DIALOG (dialog));
  g_assert_cmpint (request->picture.known_on, ==, get_day (fixture));
  g_assert_cmpint (request->picture.today, ==, get_day (fixture));
  g_assert_nonnull (request->picture.filter);
  g_assert_true (tl_filter_is_empty (request->picture.filter));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What is left until something expires counts from the day. */
static void
test_countdown (GuiWindow *fixture, gconstpointer data)
{
  gui_window_show (fixture, NULL, "new-start-expiration");
  gui_assert_lacks_text (GTK_WIDGET (fixture->details), "days to run");
  gui_window_activate (fixture, "known-on", NULL);
  gui_assert_has_text (GTK_WIDGET (fixture->details), "191 days to run");
  gui_window_activate (fixture, "known-on", NULL);
  gui_assert_lacks_text (GTK_WIDGET (fixture->details), "days to run");
}

int
main (int argc, char **argv)
{
  static const GuiWindowTest tests[] = {
    { "/tl/known-on-window/every-day", test_every_day },
    { "/tl/known-on-window/steps", test_steps },
    { "/tl/known-on-window/opens-and-closes", test_opens_and_closes },
    { "/tl/known-on-window/export", test_export },
    { "/tl/known-on-window/countdown", test_countdown },
  };

  return gui_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
