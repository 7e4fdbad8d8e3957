/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "gui-window.h"
#include "tl-recent.h"

/* Files that are broken, partly broken, replaced and gone. */

static GtkWidget *
get_widget (GuiWindow *fixture)
{
  return GTK_WIDGET (fixture->window);
}

static void
write_again (GuiWindow *fixture, const char *find, const char *replacement)
{
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = NULL;

  text = gui_dup_fixture_text ("window.json", find, replacement);
  file = gui_write_file ("window.json", text);
  g_assert_true (g_file_equal (file, fixture->file));
}

static gboolean
is_banner_shown (GuiWindow *fixture)
{
  GtkWidget *banner = gui_find (get_widget (fixture), GTK_TYPE_REVEALER);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (banner));
}

/* The page says which file, where in it and what is wrong; markup in it is
 * text. */
static void
test_broken (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;

  file = gui_write_file ("broken <b>&.json",
                         "{\n \"format\": \"treatyline-dataset\",\n oops\n}\n");
  gui_window_show (fixture, file, NULL);
  gui_assert_has_text (get_widget (fixture), "This File Cannot Be Shown");
  gui_assert_has_text (get_widget (fixture), "broken <b>&.json");
  gui_assert_has_text (get_widget (fixture), "Line 3, column 2");
  g_assert_null (tl_timeline_view_get_dataset (fixture->timeline));
  g_assert_false (gui_window_is_enabled (fixture, "export"));
  g_assert_false (gui_window_is_enabled (fixture, "zoom-in"));
  g_assert_true (gui_window_is_enabled (fixture, "show-problems"));
  g_assert_false (is_banner_shown (fixture));
}

static void
test_missing (GuiWindow *fixture, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (fixture->file);

  g_assert_cmpint (g_unlink (path), ==, 0);
  gui_window_show (fixture, fixture->file, NULL);
  gui_assert_has_text (get_widget (fixture), "This File Cannot Be Shown");
  gui_assert_has_text (get_widget (fixture), "window.json");

  /* Try again, now that it is there. */
  write_again (fixture, "Town", "Village");
  gui_window_activate (fixture, "reload", NULL);
  gui_window_wait (fixture);
  gui_assert_lacks_text (get_widget (fixture), "This File Cannot Be Shown");
  gui_window_activate (fixture, "select-record", "talks");
  gui_assert_has_text (get_widget (fixture), "Talks in Village");
}

static void
test_partly (GuiWindow *fixture, gconstpointer data)
{
  write_again (fixture, "\"2020-07-15\"", "\"2020-13-15\"");
  gui_window_show (fixture, fixture->file, "talks");
  g_assert_true (is_banner_shown (fixture));
  gui_assert_has_text (get_widget (fixture), "set aside");
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, "talks");
  g_assert_true (gui_window_is_enabled (fixture, "show-problems"));

  gui_window_activate (fixture, "dismiss-banner", NULL);
  g_assert_false (is_banner_shown (fixture));
}

/* Opening something else does away with everything of the file before. */
static void
test_another (GuiWindow *fixture, gconstpointer data)
{
  g_autofree char *uri = g_file_get_uri (fixture->file);

  gui_window_show (fixture, NULL, "asat-test");
  gui_window_activate (fixture, "open-uri", uri);
  gui_window_wait (fixture);
  g_assert_null (gui_window_get_selected_id (fixture));
  gui_assert_lacks_text (get_widget (fixture), "Strategic stability");

  gui_window_activate (fixture, "open-builtin", NULL);
  gui_window_wait (fixture);
  gui_assert_has_text (get_widget (fixture), "Strategic stability");
}

/* The selection is kept by id, the visible range as it is. */
static void
test_reload (GuiWindow *fixture, gconstpointer data)
{
  gint64 from[2] = { 0 };
  gint64 to[2] = { 0 };

  gui_window_show (fixture, fixture->file, "talks");
  gui_window_activate (fixture, "zoom-in", NULL);
  gui_window_activate (fixture, "zoom-in", NULL);
  gui_settle (400);
  tl_timeline_view_get_range (fixture->timeline, &from[0], &to[0]);

  /* Another record comes before it in time. */
  write_again (fixture, "\"2020-07-15\"", "\"2020-07-29\"");
  gui_wait_for (tl_timeline_view_get_selected (fixture->timeline) == 1);
  gui_settle (400);
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, "talks");
  gui_assert_has_text (GTK_WIDGET (fixture->details), "Talks in Town");
  tl_timeline_view_get_range (fixture->timeline, &from[1], &to[1]);
  g_assert_cmpint (ABS (from[1] - from[0]), <=, (to[0] - from[0]) / 100);
  g_assert_cmpint (ABS (to[1] - to[0]), <=, (to[0] - from[0]) / 100);

  /* It is gone in the next version. */
  write_again (fixture, "\"talks\"", "\"other-talks\"");
  gui_wait_for (gui_window_get_selected_id (fixture) == NULL);
}

/* What was there before stays on the screen, and a banner says so. */
static void
test_stale (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = g_file_get_path (fixture->file);

  gui_window_show (fixture, fixture->file, "talks");
  file = gui_write_file ("window.json", "{ broken");
  gui_wait_for (is_banner_shown (fixture));
  gui_assert_has_text (get_widget (fixture), "You see what was there before");
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, "talks");
  g_assert_true (gui_window_is_enabled (fixture, "show-problems"));

  g_assert_cmpint (g_unlink (path), ==, 0);
  gui_settle (500);
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, "talks");

  write_again (fixture, "Town", "Village");
  gui_wait_for (!is_banner_shown (fixture));
  gui_assert_has_text (GTK_WIDGET (fixture->details), "Talks in Village");
}

static guint
count_items (GMenuModel *menu)
{
  return menu != NULL ? (guint)g_menu_model_get_n_items (menu) : 0;
}

/* The latest first, no more than eight, none that is gone, and none that could
 * not be shown. */
static void
test_recent (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (GMenuModel) menu = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GFile) broken = gui_write_file ("broken.json", "{");

  gui_window_show (fixture, broken, NULL);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("recent_%u.json", i);
      g_autofree char *uri = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GFile) file = NULL;

      text = gui_dup_fixture_text ("window.json", "Town", name);
      file = gui_write_file (name, text);
      uri = g_file_get_uri (file);
      gui_window_activate (fixture, "open-uri", uri);
      gui_window_wait (fixture);
      if (i == 9)
        g_assert_true (g_file_delete (file, NULL, NULL));
    }

  gui_settle (300);
  menu = tl_recent_dup_menu ();
  g_assert_cmpuint (count_items (menu), ==, 8);
  for (guint i = 0; i < count_items (menu); i++)
    {
      g_clear_pointer (&label, g_free);
      g_menu_model_get_item_attribute (menu, (int)i, G_MENU_ATTRIBUTE_LABEL,
                                       "s", &label);
      g_assert_cmpstr (label, !=, "broken.json");
      g_assert_cmpstr (label, !=, "recent__9.json");
      /* An underscore is no mnemonic. */
      g_assert_true (g_str_has_prefix (label, "recent__"));
    }
}

/* A window that is closed while it loads must not come back. */
static void
test_close_early (GuiWindow *fixture, gconstpointer data)
{
  TlWindow *window =
      tl_window_new (GTK_APPLICATION (fixture->application), NULL);

  tl_window_open (window, NULL, NULL);
  tl_window_open (window, fixture->file, NULL);
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  gui_settle (300);
  g_assert_finalize_object (window);
}

int
main (int argc, char **argv)
{
  static const GuiWindowTest tests[] = {
    { "/tl/window/files/broken", test_broken },
    { "/tl/window/files/missing", test_missing },
    { "/tl/window/files/partly", test_partly },
    { "/tl/window/files/another", test_another },
    { "/tl/window/files/reload", test_reload },
    { "/tl/window/files/stale", test_stale },
    { "/tl/window/files/recent", test_recent },
    { "/tl/window/files/close-early", test_close_early },
  };

  return gui_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
