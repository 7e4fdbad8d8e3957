/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "gui-window.h"
#include "tl-export-choices.h"
#include "tl-export-dialog.h"
#include "tl-link-dialog.h"
#include "tl-preview-area.h"
#include "tl-window-private.h"

/* Every dialog, opened by its command. */

static void
close_dialog (GuiWindow *fixture)
{
  gtk_window_close (GTK_WINDOW (gui_window_get_dialog (fixture)));
  gui_wait_for (gui_window_get_dialog (fixture) == NULL);
}

static void
activate_app (GuiWindow *fixture, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), action,
                                  NULL);
  gui_wait_for (gui_window_get_dialog (fixture) != NULL);
}

static void
test_problems (GuiWindow *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = NULL;
  GtkWidget *dialog = NULL;

  text = gui_dup_fixture_text ("window.json", "\"2020-07-15\"", "\"<b>2020\"");
  file = gui_write_file ("window.json", text);
  gui_window_show (fixture, file, NULL);
  gui_window_activate (fixture, "show-problems", NULL);
  gui_wait_for (gui_window_get_dialog (fixture) != NULL);
  dialog = gui_window_get_dialog (fixture);
  gui_settle (50);
  gui_assert_has_text (dialog, "window.json:");
  gui_assert_has_text (dialog, "invalid-date");
  gui_assert_has_text (dialog, "<b>2020");
  gtk_widget_activate_action (dialog, "problems.copy", NULL);
  gui_assert_has_text (dialog, "Problems copied");
  close_dialog (fixture);
}

static TlExportDialog *
open_export (GuiWindow *fixture)
{
  GtkWidget *dialog = NULL;
  GtkWidget *preview = NULL;
  double     width = 0;
  double     height = 0;

  gui_window_activate (fixture, "export", NULL);
  gui_wait_for (gui_window_get_dialog (fixture) != NULL);
  dialog = gui_window_get_dialog (fixture);
  g_assert_true (TL_IS_EXPORT_DIALOG (dialog));
  preview = gui_find (dialog, TL_TYPE_PREVIEW_AREA);
  gui_wait_for (
      tl_preview_area_get_size (TL_PREVIEW_AREA (preview), &width, &height));
  assert_near (width, 1280, 0.001);
  g_assert_cmpfloat (height, >, 200);
  return TL_EXPORT_DIALOG (dialog);
}

static void
saved_cb (TlExportDialog *dialog, const char *path, gpointer user_data)
{
  *(char **)user_data = g_strdup (path);
}

static void
choose (TlExportDialog *dialog, const char *row, guint choice)
{
  GtkWidget *widget = NULL;

  widget = GTK_WIDGET (gtk_widget_get_template_child (
      GTK_WIDGET (dialog), TL_TYPE_EXPORT_DIALOG, row));
  if (ADW_IS_COMBO_ROW (widget))
    adw_combo_row_set_selected (ADW_COMBO_ROW (widget), choice);
  else
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (widget), choice);
}

static const struct
{
  TlExportFormat format;
  const char    *name;
  const char    *magic;
} formats[] = {
  { TL_EXPORT_PNG, "picture.png", "\x89PNG" },
  { TL_EXPORT_SVG, "picture.svg", "<?xml" },
  { TL_EXPORT_PDF, "picture.pdf", "%PDF" },
};

/* What is saved is what the same request makes, byte for byte, and the window
 * says where it went. */
static void
test_export (GuiWindow *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      TlExportDialog *dialog = NULL;
      g_autoptr (TlExportRequest) request = NULL;
      g_autoptr (TlTextMeasurer) measurer = tl_text_measurer_new (NULL);
      g_autoptr (GBytes) expected = NULL;
      g_autofree char *path = NULL;
      g_autofree char *saved = NULL;
      g_autofree char *content = NULL;
      g_autoptr (GBytes) written = NULL;
      gsize length = 0;

      gui_window_show (fixture, fixture->file, NULL);
      dialog = open_export (fixture);
      g_signal_connect (dialog, "saved", G_CALLBACK (saved_cb), &saved);
      choose (dialog, "format", formats[i].format);
      request = tl_export_dialog_dup_request (dialog);
      g_assert_cmpint (request->format, ==, formats[i].format);

      path = g_build_filename (g_get_user_data_dir (), formats[i].name, NULL);
      tl_export_dialog_save (dialog, path);
      gui_wait_for (saved != NULL);
      g_assert_cmpstr (saved, ==, path);
      gui_wait_for (gui_window_get_dialog (fixture) == NULL);
      gui_assert_has_text (GTK_WIDGET (fixture->window), "Picture saved");

      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_true (g_str_has_prefix (content, formats[i].magic));
      expected =
          tl_picture_render (&request->picture, measurer, request->format,
                             request->scale, request->outlines, NULL);
      written = g_bytes_new_static (content, length);
      g_assert_true (g_bytes_equal (written, expected));
      gui_window_close (fixture);
    }
}

static void
test_export_choices (GuiWindow *fixture, gconstpointer data)
{
  TlExportDialog *dialog = NULL;
  g_autoptr (TlExportRequest) whole = NULL;
  g_autoptr (TlExportRequest) view = NULL;
  gint64 from = 0;
  gint64 to = 0;

  gui_window_show (fixture, fixture->file, "talks");
  gui_window_activate (fixture, "zoom-selection", NULL);
  gui_settle (400);
  tl_timeline_view_get_range (fixture->timeline, &from, &to);
  dialog = open_export (fixture);
  whole = tl_export_dialog_dup_request (dialog);
  g_assert_cmpint (whole->picture.from, ==, G_MININT64);
  g_assert_cmpint (whole->picture.to, ==, G_MAXINT64);

  choose (dialog, "range", 1);
  choose (dialog, "theme", TL_THEME_PRINT);
  choose (dialog, "width", 900);
  choose (dialog, "height", 700);
  view = tl_export_dialog_dup_request (dialog);
  g_assert_cmpint (view->picture.from, ==, from);
  g_assert_cmpint (view->picture.to, ==, to);
  g_assert_cmpint (view->picture.theme, ==, TL_THEME_PRINT);
  assert_near (view->picture.width, 900, 0.001);
  assert_near (view->picture.height, 700, 0.001);
  gui_settle (500);
  gui_assert_has_text (GTK_WIDGET (dialog), "900 × 700 points");
  gui_assert_has_text (GTK_WIDGET (dialog), "1,800 × 1,400 pixels");
  close_dialog (fixture);
}

/* Too many pixels are refused before anything is drawn, with the reason. */
static void
test_export_too_large (GuiWindow *fixture, gconstpointer data)
{
  TlExportDialog *dialog = NULL;

  gui_window_show (fixture, fixture->file, NULL);
  dialog = open_export (fixture);
  choose (dialog, "width", 20000);
  gui_settle (700);
  gui_assert_has_text (GTK_WIDGET (dialog), "32,767");
  gui_assert_has_text (GTK_WIDGET (dialog), "Choose a smaller size");
  close_dialog (fixture);
}

static void
test_export_fails (GuiWindow *fixture, gconstpointer data)
{
  TlExportDialog  *dialog = NULL;
  GtkWidget       *message = NULL;
  g_autofree char *saved = NULL;

  if (gtk_check_version (4, 14, 0) == NULL)
    {
      g_test_skip ("newer libadwaita warns of its own message dialog here");
      return;
    }
  gui_window_show (fixture, fixture->file, NULL);
  dialog = open_export (fixture);
  g_signal_connect (dialog, "saved", G_CALLBACK (saved_cb), &saved);
  tl_export_dialog_save (dialog, "/nowhere/at/all.png");
  gui_wait_for (ADW_IS_MESSAGE_DIALOG (gui_window_get_dialog (fixture)));
  message = gui_window_get_dialog (fixture);
  gui_assert_has_text (message, "Picture Not Saved");
  gui_assert_has_text (message, "/nowhere/at/all.png");
  g_assert_null (saved);
  gtk_window_destroy (GTK_WINDOW (message));
  gui_settle (50);

  /* The dialog is still there, to try again. */
  g_assert_true (gui_window_get_dialog (fixture) == GTK_WIDGET (dialog));
  close_dialog (fixture);
}

static void
test_link (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *dialog = NULL;

  gui_window_show (fixture, fixture->file, NULL);
  gui_window_activate (fixture, "open-link", "https://user@evil.test/<b>");
  gui_wait_for (gui_window_get_dialog (fixture) != NULL);
  dialog = gui_window_get_dialog (fixture);
  gui_assert_has_text (dialog, "connect to evil.test.");
  gui_assert_has_text (dialog, "https://user@evil.test/<b>");
  close_dialog (fixture);

  g_assert_null (
      tl_link_dialog_show (GTK_WINDOW (fixture->window), "file:///etc/passwd"));
}

static void
test_preferences (GuiWindow *fixture, gconstpointer data)
{
  GSettings       *settings = NULL;
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget       *row = NULL;
  g_autofree char *scheme = NULL;

  gui_window_show (fixture, NULL, NULL);
  settings = tl_application_get_settings (fixture->application);
  g_assert_nonnull (settings);
  activate_app (fixture, "preferences");
  row = gui_find (gui_window_get_dialog (fixture), ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  g_assert_true (adw_style_manager_get_dark (manager));
  g_assert_cmpint (tl_timeline_view_get_theme (fixture->timeline), ==,
                   TL_THEME_DARK);
  scheme = g_settings_get_string (settings, "color-scheme");
  g_assert_cmpstr (scheme, ==, "dark");

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  g_assert_false (adw_style_manager_get_dark (manager));
  g_assert_cmpint (tl_timeline_view_get_theme (fixture->timeline), ==,
                   TL_THEME_LIGHT);
  close_dialog (fixture);
}

static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_COMBO_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)),
                   title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);
  return found;
}

/* Time turns while the window is open, and its pictures turn with it. */
static void
test_time_direction (GuiWindow *fixture, gconstpointer data)
{
  GSettings       *settings = NULL;
  GtkWidget       *row = NULL;
  g_autofree char *direction = NULL;
  g_autoptr (TlExportRequest) request = NULL;

  gui_window_show (fixture, NULL, NULL);
  settings = tl_application_get_settings (fixture->application);
  g_assert_false (tl_viewport_get_mirrored (
      tl_timeline_view_get_viewport (fixture->timeline)));
  activate_app (fixture, "preferences");
  row = find_row (gui_window_get_dialog (fixture), "Direction of Time");
  g_assert_nonnull (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  direction = g_settings_get_string (settings, "time-direction");
  g_assert_cmpstr (direction, ==, "rtl");
  gui_wait_for (tl_viewport_get_mirrored (
      tl_timeline_view_get_viewport (fixture->timeline)));
  request = tl_window_create_export_request (fixture->window);
  g_assert_true (tl_picture_options_mirror_time (&request->picture));
  g_assert_false (request->picture.right_to_left);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  gui_wait_for (!tl_viewport_get_mirrored (
      tl_timeline_view_get_viewport (fixture->timeline)));
  close_dialog (fixture);
}

static void
test_about (GuiWindow *fixture, gconstpointer data)
{
  gui_window_show (fixture, NULL, NULL);
  activate_app (fixture, "about");
  gui_assert_has_text (gui_window_get_dialog (fixture), "Treatyline");
  gui_assert_has_text (gui_window_get_dialog (fixture), TL_VERSION);
  close_dialog (fixture);
}

int
main (int argc, char **argv)
{
  static const GuiWindowTest tests[] = {
    { "/tl/dialogs/problems", test_problems },
    { "/tl/dialogs/export/formats", test_export },
    { "/tl/dialogs/export/choices", test_export_choices },
    { "/tl/dialogs/export/too-large", test_export_too_large },
    { "/tl/dialogs/export/fails", test_export_fails },
    { "/tl/dialogs/link", test_link },
    { "/tl/dialogs/preferences", test_preferences },
    { "/tl/dialogs/preferences/time-direction", test_time_direction },
    { "/tl/dialogs/about", test_about },
  };

  return gui_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
