/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-window.h"
#include "tl-record-link.h"

/* What a window remembers: where one has been, how each dataset was looked at,
 * bookmarks; and the links that lead to a record. */

static void
test_back (GuiWindow *fixture, gconstpointer data)
{
  gui_window_show (fixture, NULL, NULL);
  g_assert_false (gui_window_is_enabled (fixture, "back"));
  gui_window_activate (fixture, "select-record", "asat-test");
  g_assert_false (gui_window_is_enabled (fixture, "back"));
  gui_window_activate (fixture, "select-record", "pompeo-lavrov-call");
  gui_window_activate (fixture, "back", NULL);
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, "asat-test");
  g_assert_false (gui_window_is_enabled (fixture, "back"));
  gui_window_activate (fixture, "forward", NULL);
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==,
                   "pompeo-lavrov-call");
  g_assert_false (gui_window_is_enabled (fixture, "forward"));
}

static void
test_bookmark_action (GuiWindow *fixture, gconstpointer data)
{
  gui_window_show (fixture, fixture->file, NULL);
  g_assert_false (gui_window_is_enabled (fixture, "bookmark"));
  gui_window_activate (fixture, "select-record", "talks");
  g_assert_false (gui_window_get_state (fixture, "bookmark"));
  gui_window_activate (fixture, "bookmark", NULL);
  g_assert_true (gui_window_get_state (fixture, "bookmark"));
  gui_window_activate (fixture, "select-record", "pact-end");
  g_assert_false (gui_window_get_state (fixture, "bookmark"));
  gui_window_close (fixture);

  /* Kept, also when somebody starts afresh. */
  gui_window_show (fixture, fixture->file, "talks");
  g_assert_true (gui_window_get_state (fixture, "bookmark"));
  gui_window_activate (fixture, "start-afresh", NULL);
  gui_window_activate (fixture, "select-record", "talks");
  g_assert_true (gui_window_get_state (fixture, "bookmark"));
  gui_window_activate (fixture, "bookmark", NULL);
  g_assert_false (gui_window_get_state (fixture, "bookmark"));
}

static char *
read_clipboard (GuiWindow *fixture)
{
  GdkClipboard *clipboard =
      gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  return g_value_dup_string (&value);
}

static void
test_copy_link (GuiWindow *fixture, gconstpointer data)
{
  g_autofree char *builtin = NULL;
  g_autofree char *of_file = NULL;
  g_autofree char *dataset = NULL;

  gui_window_show (fixture, NULL, "asat-test");
  gui_window_activate (fixture, "copy-link", NULL);
  builtin = read_clipboard (fixture);
  g_assert_cmpstr (builtin, ==, "treatyline:asat-test");
  gui_window_close (fixture);

  gui_window_show (fixture, fixture->file, "talks");
  gui_window_activate (fixture, "copy-link", NULL);
  of_file = read_clipboard (fixture);
  g_assert_true (tl_record_link_parse (of_file, NULL, &dataset));
  g_assert_cmpstr (dataset, ==, tl_window_get_dataset_id (fixture->window));
}

static guint
count_windows (GuiWindow *fixture)
{
  return g_list_length (
      gtk_application_get_windows (GTK_APPLICATION (fixture->application)));
}

/* A link finds the window that shows its dataset, or the file that it was read
 * from. */
static void
test_open_link (GuiWindow *fixture, gconstpointer data)
{
  g_autofree char *link = NULL;
  g_autoptr (GFile) file = NULL;
  GFile *files[1] = { NULL };

  gui_window_show (fixture, fixture->file, NULL);
  link =
      tl_record_link_new ("talks", tl_window_get_dataset_id (fixture->window));
  file = g_file_new_for_uri (link);
  files[0] = file;
  g_application_open (G_APPLICATION (fixture->application), files, 1, "");
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, "talks");
  gui_window_close (fixture);

  g_application_open (G_APPLICATION (fixture->application), files, 1, "");
  g_assert_cmpuint (count_windows (fixture), ==, 1);
  fixture->window = TL_WINDOW (
      gtk_application_get_windows (GTK_APPLICATION (fixture->application))
          ->data);
  gui_window_wait (fixture);
  g_assert_true (g_file_equal (
      tl_document_get_file (tl_window_get_document (fixture->window)),
      fixture->file));
}

/* Closed and opened again: all is as it was, for this dataset. */
static void
test_recalled (GuiWindow *fixture, gconstpointer data)
{
  gint64 from[2];
  gint64 to[2];

  gui_window_show (fixture, NULL, "asat-test");
  gui_window_activate (fixture, "group-by", "kind");
  gui_window_activate (fixture, "fold-all", NULL);
  gui_window_activate (fixture, "group-by", "place");
  gui_window_activate (fixture, "zoom-selection", NULL);
  gui_settle (100);
  tl_timeline_view_get_range (fixture->timeline, &from[0], &to[0]);
  gui_window_close (fixture);

  gui_window_show (fixture, fixture->file, NULL);
  g_assert_null (gui_window_get_selected_id (fixture));
  gui_window_activate (fixture, "group-by", "kind");
  gui_window_close (fixture);

  gui_window_show (fixture, NULL, NULL);
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, "asat-test");
  g_assert_cmpint (tl_timeline_view_get_group_by (fixture->timeline), ==,
                   TL_GROUP_BY_PLACE);
  g_assert_true (g_strv_contains (
      tl_timeline_view_get_folded (fixture->timeline), "kind:talk"));
  gui_settle (100);
  tl_timeline_view_get_range (fixture->timeline, &from[1], &to[1]);
  g_assert_cmpint (ABS (from[1] - from[0]), <, 86400);
  g_assert_cmpint (ABS (to[1] - to[0]), <, 86400);

  gui_window_activate (fixture, "start-afresh", NULL);
  g_assert_null (gui_window_get_selected_id (fixture));
  g_assert_cmpint (tl_timeline_view_get_group_by (fixture->timeline), ==,
                   TL_GROUP_BY_KIND);
  g_assert_null (*tl_timeline_view_get_folded (fixture->timeline));
  gui_assert_has_text (GTK_WIDGET (fixture->window), "Started afresh");
}

int
main (int argc, char **argv)
{
  static const GuiWindowTest tests[] = {
    { "/tl/window-memory/back", test_back },
    { "/tl/window-memory/bookmark", test_bookmark_action },
    { "/tl/window-memory/copy-link", test_copy_link },
    { "/tl/window-memory/open-link", test_open_link },
    { "/tl/window-memory/recalled", test_recalled },
  };

  return gui_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
