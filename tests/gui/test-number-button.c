/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/assert-near.h"

#include "gui-window.h"
#include "tl-export-dialog.h"
#include "tl-language.h"
#include "tl-number-button.h"
#include "tl-print-choices.h"

/* Spin buttons that write and read numbers as the language of the messages
 * does, whatever the locale of the process. */

/* As a person does who types the text and leaves the button. */
static void
type (GtkSpinButton *button, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (button), text);
  gtk_spin_button_update (button);
}

/* Spaces that do not break are written as plain ones. */
static void
assert_shows (GtkSpinButton *button, const char *expected)
{
  g_autoptr (GString) text =
      g_string_new (gtk_editable_get_text (GTK_EDITABLE (button)));

  g_string_replace (text, "\u00a0", " ", 0);
  g_string_replace (text, "\u202f", " ", 0);
  g_assert_cmpstr (text->str, ==, expected);
}

static const struct
{
  const char *language;
  guint       n_digits;
  double      value;
  const char *shown;
  const char *typed;
  double      read;
} cases[] = {
  { "en", 2, 2, "2.00", "2.5", 2.5 },
  { "en", 0, 1280, "1,280", "1,600", 1600 },
  { "de", 2, 2, "2,00", "2,5", 2.5 },
  { "de", 2, 2, "2,00", "2.5", 2.5 },
  { "de", 0, 1280, "1.280", "1.600", 1600 },
  { "de", 0, 1280, "1.280", "1600", 1600 },
  { "es", 0, 12800, "12.800", "16.000", 16000 },
  { "fr", 2, 2, "2,00", "0,25", 0.25 },
  { "fr", 0, 1280, "1 280", "1 600", 1600 },
  { "ru", 2, 2, "2,00", "0,25", 0.25 },
  { "ru", 0, 1280, "1 280", "1600", 1600 },
  { "zh_CN", 0, 1280, "1,280", "1,600", 1600 },
  { "ar", 2, 2, "2.00", "\u0662\u066b\u0665", 2.5 },
  /* To the digits that it shows. */
  { "en", 2, 2, "2.00", "2.128", 2.13 },
  { "en", 0, 1280, "1,280", "1600.4", 1600 },
};

static void
test_languages (GuiWindow *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkSpinButton *button = g_object_ref_sink (
          GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, 32767, 1)));

      tl_language_set (cases[i].language);
      gtk_spin_button_set_digits (button, cases[i].n_digits);
      gtk_spin_button_set_value (button, cases[i].value);
      tl_number_button_set_up (button, NULL);
      assert_shows (button, cases[i].shown);
      type (button, cases[i].typed);
      assert_near (gtk_spin_button_get_value (button), cases[i].read, 1e-9);
      g_object_unref (button);
    }
  tl_language_set ("en");
}

/* The number stays when what is typed is none, is cut to its range when it is
 * too large, and is told to assistive technologies. */
static void
test_limits (GuiWindow *fixture, gconstpointer data)
{
  GtkSpinButton *button = g_object_ref_sink (
      GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, 8, 0.5)));

  tl_language_set ("de");
  gtk_spin_button_set_digits (button, 2);
  gtk_spin_button_set_value (button, 2);
  tl_number_button_set_up (button, "keine");
  type (button, "viele");
  assert_shows (button, "2,00");
  type (button, "99,5");
  assert_shows (button, "8,00");
  gtk_test_accessible_assert_property (button,
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 8.0);
  gtk_test_accessible_assert_property (
      button, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "8,00");
  type (button, "0");
  assert_shows (button, "keine");
  gtk_spin_button_spin (button, GTK_SPIN_STEP_FORWARD, 0.5);
  assert_shows (button, "0,50");
  type (button, "keine");
  assert_near (gtk_spin_button_get_value (button), 0, 1e-9);
  gtk_test_accessible_assert_property (button,
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 0.0);
  g_object_unref (button);
  tl_language_set ("en");
}

static GtkSpinButton *
get_button (GtkWidget *dialog, const char *name)
{
  return GTK_SPIN_BUTTON (
      gtk_widget_get_template_child (dialog, TL_TYPE_EXPORT_DIALOG, name));
}

static void
test_export (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *dialog = NULL;
  g_autoptr (TlExportRequest) request = NULL;

  tl_language_set ("de");
  gui_window_show (fixture, fixture->file, NULL);
  gui_window_activate (fixture, "export", NULL);
  gui_wait_for (gui_window_get_dialog (fixture) != NULL);
  dialog = gui_window_get_dialog (fixture);
  assert_shows (get_button (dialog, "width"), "1.280");
  assert_shows (get_button (dialog, "height"), "Nach Bedarf");
  assert_shows (get_button (dialog, "scale"), "2,00");

  type (get_button (dialog, "width"), "1.600");
  type (get_button (dialog, "height"), "1.000,4");
  type (get_button (dialog, "scale"), "1,5");
  assert_shows (get_button (dialog, "height"), "1.000");
  request = tl_export_dialog_dup_request (TL_EXPORT_DIALOG (dialog));
  assert_near (request->picture.width, 1600, 1e-9);
  assert_near (request->picture.height, 1000, 1e-9);
  assert_near (request->scale, 1.5, 1e-9);
  gui_settle (700);
  gtk_window_close (GTK_WINDOW (dialog));
  gui_wait_for (gui_window_get_dialog (fixture) == NULL);
  tl_language_set ("en");
}

static void
test_print (GuiWindow *fixture, gconstpointer data)
{
  TlPrintChoices choices = { .pages_wide = 3 };
  GtkWidget     *tab = NULL;
  GtkWidget     *button = NULL;

  tl_language_set ("ar");
  tab = g_object_ref_sink (tl_print_tab_new (&choices));
  button = gui_find (tab, GTK_TYPE_SPIN_BUTTON);
  assert_shows (GTK_SPIN_BUTTON (button), "3");
  type (GTK_SPIN_BUTTON (button), "\u0665");
  choices = tl_print_tab_get_choices (TL_PRINT_TAB (tab));
  g_assert_cmpuint (choices.pages_wide, ==, 5);
  g_object_unref (tab);
  tl_language_set ("en");
}

int
main (int argc, char **argv)
{
  static const GuiWindowTest tests[] = {
    { "/tl/number-button/languages", test_languages },
    { "/tl/number-button/limits", test_limits },
    { "/tl/number-button/export", test_export },
    { "/tl/number-button/print", test_print },
  };

  tl_language_init ();
  return gui_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
