/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "gui-room.h"
#include "gui-window.h"
#include "gui-words.h"
#include "tl-language.h"
#include "tl-link-dialog.h"
#include "tl-print-choices.h"
#include "tl-reader.h"
#include "tl-window-private.h"

/* Everything that the program shows, in a language that nobody speaks, with
 * longer words, on a dataset in Greek letters: what is not translated, or has
 * no room, is told. */

typedef struct
{
  GString    *report;
  GHashTable *seen;
  const char *place;
  int         width; /* of the window, px */
} Inspection;

/* --- inspection --- */

static void
report (Inspection *self, GtkWidget *widget, const char *what, const char *text)
{
  char *line =
      g_strdup_printf ("%s “%s” %s", G_OBJECT_TYPE_NAME (widget), text, what);

  if (g_hash_table_add (self->seen, line))
    g_string_append_printf (self->report, "%s: %s\n", self->place, line);
}

/* What is not the program's, by the text itself. */
static const char *const foreign_texts[] = {
  /* Of GTK: the icon in an entry, the window of keys. */
  "Clear entry",
  "Clear Entry",
  "Search Shortcuts",
  "Search Results",
  "Shortcuts",
  "Try a different search",
  /* Of libadwaita: its windows for preferences and about a program. */
  "About",
  "Acknowledgements",
  "Back",
  "Copy Text",
  "_Copy Text",
  "Credits",
  "Debugging Information",
  "Details",
  "Legal",
  "No Results Found",
  "Save as…",
  "Save As…",
  "Search preferences",
  "_Save as…",
  "This application comes with absolutely no warranty. See the GNU General "
  "Public License, version 3 or later for details.",
  "To assist in troubleshooting, you can view your debugging information. "
  "Providing this information to the application developers can help diagnose "
  "any problems you encounter when you report an issue.",
  "Translated by",
  "Troubleshooting",
  "Try a different search.",
  "What’s New",
  /* Of ICU: languages by their own names. */
  "English",
  "English (Pseudo-Accents)",
  /* Of GLib and the C library: what the system refuses, and why. */
  "/ξ/ξ.json\nError opening file /ξ/ξ.json: No such file or directory",
  /* The program's name is the same in all languages. */
  "Treatyline",
};

static gboolean
is_foreign (GtkWidget *widget, const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (foreign_texts); i++)
    if (g_str_equal (text, foreign_texts[i]))
      return TRUE;
  return gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL;
}

static void
words_cb (const char *text,
          GtkWidget  *widget,
          const char *what,
          gpointer    user_data)
{
  Inspection      *self = user_data;
  g_autofree char *plain = gui_words_find_plain (text);
  g_autofree char *line = NULL;

  if (plain == NULL || is_foreign (widget, text))
    return;
  line = g_strdup_printf ("(%s) is not translated: “%s”", what, plain);
  report (self, widget, line, text);
}

static void
room_cb (GtkWidget *widget, const char *what, gpointer user_data)
{
  const char *text = gtk_widget_get_tooltip_text (widget);

  if (GTK_IS_LABEL (widget))
    text = gtk_label_get_text (GTK_LABEL (widget));
  report (user_data, widget, what, text != NULL ? text : "");
}

static void
count_cb (GtkWidget *widget, const char *what, gpointer user_data)
{
  *(guint *)user_data += 1;
}

static void
inspect (Inspection *self, GtkWidget *root, const char *place)
{
  guint n_found = 0;

  self->place = place;
  gui_words_foreach (root, words_cb, self);
  /* A window that is still at it has other sizes soon. */
  gui_room_foreach (root, count_cb, &n_found);
  if (n_found > 0)
    gui_settle (600);
  gui_room_foreach (root, room_cb, self);
}

/* What makes a window wider than it was asked to be. */
static void
tell_widest (Inspection *self, GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                          NULL, NULL);
      if (gtk_widget_get_mapped (child) && minimum > self->width)
        {
          tell_widest (self, child);
          return;
        }
    }
  report (self, widget, "is too wide for the window",
          gtk_widget_get_name (widget));
}

static void
inspect_window (Inspection *self, GuiWindow *fixture, const char *place)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  int        minimum = 0;

  gui_settle (100);
  inspect (self, window, place);
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  if (MAX (minimum, gtk_widget_get_width (window)) > self->width)
    tell_widest (self, window);
}

/* And closes it. */
static void
inspect_dialog (Inspection *self, GuiWindow *fixture, const char *place)
{
  gui_wait_for (gui_window_get_dialog (fixture) != NULL);
  gui_settle (200);
  inspect (self, gui_window_get_dialog (fixture), place);
  gtk_window_destroy (GTK_WINDOW (gui_window_get_dialog (fixture)));
  gui_settle (50);
}

/* --- what is shown --- */

static void
show_views (GuiWindow *fixture, Inspection *inspection)
{
  static const char *const views[] = { "timeline", "list", "quotes",
                                       "expirations" };

  gui_window_show (fixture, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      gui_window_activate (fixture, "view", views[i]);
      gui_settle (200);
      inspect_window (inspection, fixture, views[i]);
    }
}

/* Each of them in the details. */
static void
show_records (GuiWindow *fixture, Inspection *inspection)
{
  TlDataset *dataset = NULL;

  gui_window_show (fixture, NULL, NULL);
  dataset = tl_timeline_view_get_dataset (fixture->timeline);
  for (guint i = 0; i < tl_dataset_get_n_records (dataset); i++)
    {
      const char *id = tl_dataset_get_record_id (dataset, i);

      tl_window_show_record (fixture->window, id);
      inspect_window (inspection, fixture, id);
    }
}

static void
show_selection (GuiWindow *fixture, Inspection *inspection)
{
  gui_window_show (fixture, NULL, NULL);
  gui_window_activate (fixture, "select-all", NULL);
  inspect_window (inspection, fixture, "selection");
}

static void
show_groups (GuiWindow *fixture, Inspection *inspection)
{
  static const char *const groups[] = { "actor", "treaty", "place", "source",
                                        "none" };
  static const char *const quotes[] = { "speaker", "event", "source", "date" };

  gui_window_show (fixture, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      gui_window_activate (fixture, "group-by", groups[i]);
      inspect_window (inspection, fixture, groups[i]);
    }
  gui_window_activate (fixture, "view", "quotes");
  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      gui_window_activate (fixture, "group-quotes", quotes[i]);
      gui_settle (200);
      inspect_window (inspection, fixture, quotes[i]);
    }
}

static void
search_for (GuiWindow *fixture, const char *words)
{
  GtkWidget *bar = gui_find (GTK_WIDGET (fixture->window), TL_TYPE_FIND_BAR);
  GtkWidget *entry = gui_find (bar, GTK_TYPE_EDITABLE);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  gui_settle (300);
}

static void
show_search (GuiWindow *fixture, Inspection *inspection)
{
  gui_window_show (fixture, NULL, NULL);
  gui_window_activate (fixture, "find", NULL);
  gui_settle (200);
  inspect_window (inspection, fixture, "search");
  search_for (fixture, "μισσ");
  inspect_window (inspection, fixture, "search with matches");
  search_for (fixture, "ξξξξ");
  inspect_window (inspection, fixture, "search without a match");
  gui_window_activate (fixture, "view", "list");
  inspect_window (inspection, fixture, "list without a match");
}

static void
show_filter (GuiWindow *fixture, Inspection *inspection)
{
  gui_window_show (fixture, NULL, NULL);
  gui_window_activate (fixture, "contested-only", NULL);
  gui_window_activate (fixture, "filter", NULL);
  gui_settle (300);
  inspect_window (inspection, fixture, "filter");
  gtk_menu_button_popdown (fixture->window->filter_button);
  gui_settle (100);
}

static void
show_known_on (GuiWindow *fixture, Inspection *inspection)
{
  gui_window_show (fixture, NULL, NULL);
  gui_window_activate (fixture, "known-on", NULL);
  gui_settle (300);
  inspect_window (inspection, fixture, "known on");
  for (guint i = 0; i < 5; i++)
    {
      gui_window_activate (fixture, "previous-publication", NULL);
      inspect_window (inspection, fixture, "known on a day");
    }
}

static void
show_overview (GuiWindow *fixture, Inspection *inspection)
{
  gui_window_show (fixture, NULL, NULL);
  for (guint i = 0; i < 4; i++)
    gui_window_activate (fixture, "zoom-in", NULL);
  gui_settle (500);
  inspect_window (inspection, fixture, "overview");
}

static void
inspect_popover (Inspection    *inspection,
                 GtkMenuButton *button,
                 const char    *place)
{
  gtk_menu_button_popup (button);
  gui_settle (200);
  inspect (inspection, GTK_WIDGET (gtk_menu_button_get_popover (button)),
           place);
  gtk_menu_button_popdown (button);
  gui_settle (50);
}

static void
show_menus (GuiWindow *fixture, Inspection *inspection)
{
  GtkWidget *window = NULL;

  gui_window_show (fixture, NULL, "space-security-exchange");
  window = GTK_WIDGET (fixture->window);
  gui_window_activate (fixture, "bookmark", NULL);
  gui_settle (100);
  inspect_window (inspection, fixture, "toast");
  inspect_popover (inspection, fixture->window->menu_button, "main menu");
  inspect_popover (
      inspection,
      GTK_MENU_BUTTON (gui_find (GTK_WIDGET (fixture->window->open_button),
                                 GTK_TYPE_MENU_BUTTON)),
      "open menu");
  inspect_popover (
      inspection,
      GTK_MENU_BUTTON (gui_find (GTK_WIDGET (fixture->window->export_button),
                                 GTK_TYPE_MENU_BUTTON)),
      "export menu");
  g_assert_true (gtk_widget_get_mapped (window));
}

static void
show_app_dialogs (GuiWindow *fixture, Inspection *inspection)
{
  static const char *const actions[] = { "about", "preferences", "shortcuts" };

  gui_window_show (fixture, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (fixture->application),
                                      actions[i], NULL);
      inspect_dialog (inspection, fixture, actions[i]);
    }
}

static void
show_dialogs (GuiWindow *fixture, Inspection *inspection)
{
  static const char *const actions[] = { "export", "export-list",
                                         "export-sources", "export-selection" };

  gui_window_show (fixture, NULL, "space-security-exchange");
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gui_window_activate (fixture, actions[i], NULL);
      inspect_dialog (inspection, fixture, actions[i]);
    }
  tl_link_dialog_show (GTK_WINDOW (fixture->window), "https://example.org/");
  inspect_dialog (inspection, fixture, "link");
}

static void
show_go_to (GuiWindow *fixture, Inspection *inspection)
{
  static const char *const texts[] = { "",     "2020-07", "1700",
                                       "2400", "2020-13", "μμμ" };

  gui_window_show (fixture, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *dialog = NULL;

      gui_window_activate (fixture, "go-to-date", NULL);
      gui_wait_for (gui_window_get_dialog (fixture) != NULL);
      dialog = gui_window_get_dialog (fixture);
      gtk_editable_set_text (
          GTK_EDITABLE (gui_find (dialog, GTK_TYPE_EDITABLE)), texts[i]);
      inspect_dialog (inspection, fixture, "go to date");
    }
}

static void
show_measure (GuiWindow *fixture, Inspection *inspection)
{
  TlExplorer *explorer = NULL;

  gui_window_show (fixture, NULL, NULL);
  explorer = fixture->window->explorer;
  tl_explorer_set_selected (explorer, "space-meeting-2013");
  gui_window_activate (fixture, "measure", NULL);
  inspect_window (inspection, fixture, "one to measure");
  tl_explorer_toggle_selected (explorer, "space-security-exchange");
  inspect_window (inspection, fixture, "two selected");
  gui_window_activate (fixture, "measure", NULL);
  inspect_dialog (inspection, fixture, "measure");
}

static void
show_print (GuiWindow *fixture, Inspection *inspection)
{
  TlPrintChoices choices = tl_print_choices_recall (NULL);
  GtkWidget     *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), tl_print_tab_new (&choices));
  gtk_window_present (GTK_WINDOW (window));
  gui_wait_for (gtk_widget_get_mapped (window));
  gui_settle (100);
  inspect (inspection, window, "print");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* As the program finds it: files are not in the language of a person. */
static void
show_problems (GuiWindow *fixture, Inspection *inspection)
{
  g_autoptr (GFile) broken = gui_write_file ("ξ.json", "{\"ξ\": [1 2]}");
  g_autoptr (GFile) one_bad = NULL;
  g_autoptr (GFile) builtin = tl_reader_get_builtin_file ();
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *mistaken = NULL;

  gui_window_show (fixture, broken, NULL);
  inspect_window (inspection, fixture, "failed");
  gui_window_close (fixture);

  g_assert_true (g_file_load_contents (builtin, NULL, &text, NULL, NULL, NULL));
  parts = g_strsplit (text, "\"2013\"", -1);
  g_assert_cmpuint (g_strv_length (parts), >, 1);
  mistaken = g_strjoinv ("\"2013-13\"", parts);
  one_bad = gui_write_file ("ξ.json", mistaken);
  gui_window_show (fixture, one_bad, NULL);
  inspect_window (inspection, fixture, "banner");
  gui_window_activate (fixture, "show-problems", NULL);
  inspect_dialog (inspection, fixture, "problems");
}

static void
show_no_file (GuiWindow *fixture, Inspection *inspection)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/ξ/ξ.json");

  gui_window_show (fixture, file, NULL);
  inspect_window (inspection, fixture, "missing file");
  tl_window_show_page (fixture->window, "stopped");
  inspect_window (inspection, fixture, "stopped");
}

/* --- the table --- */

typedef struct
{
  const char *name;
  void (*show) (GuiWindow *fixture, Inspection *inspection);
} Scene;

static const Scene scenes[] = {
  { "views", show_views },         { "records", show_records },
  { "selection", show_selection }, { "groups", show_groups },
  { "search", show_search },       { "filter", show_filter },
  { "known-on", show_known_on },   { "overview", show_overview },
  { "menus", show_menus },         { "app-dialogs", show_app_dialogs },
  { "dialogs", show_dialogs },     { "go-to", show_go_to },
  { "measure", show_measure },     { "print", show_print },
  { "problems", show_problems },   { "no-file", show_no_file },
};

static const struct
{
  const char *name;
  int         width;
  int         height;
} sizes[] = {
  { "wide", 1280, 800 },
  { "narrow", 360, 720 },
};

static const char *const languages[] = { "en_XA", "ar_XB" };

typedef struct
{
  const Scene *scene;
  const char  *language;
  int          width;
  int          height;
} Case;

static void
run_case (GuiWindow *fixture, gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Inspection inspection = { text, seen, "", test->width };
  GSettings *settings = tl_application_get_settings (fixture->application);

  g_settings_set_int (settings, "window-width", test->width);
  g_settings_set_int (settings, "window-height", test->height);
  /* As where windows are narrow. */
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close",
                NULL);
  tl_language_set (test->language);
  gtk_widget_set_default_direction (tl_language_is_rtl (test->language)
                                        ? GTK_TEXT_DIR_RTL
                                        : GTK_TEXT_DIR_LTR);
  test->scene->show (fixture, &inspection);
  if (text->len > 0)
    {
      g_printerr ("%s", text->str);
      g_test_fail ();
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GArray) tests = g_array_new (FALSE, FALSE, sizeof (GuiWindowTest));
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  tl_language_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (sizes); k++)
      for (gsize m = 0; m < G_N_ELEMENTS (scenes); m++)
        {
          Case         *test = g_new (Case, 1);
          GuiWindowTest entry = { NULL, run_case, test };

          *test = (Case){ &scenes[m], languages[i], sizes[k].width,
                          sizes[k].height };
          entry.path = g_strdup_printf ("/tl/pseudo/%s/%s/%s", languages[i],
                                        sizes[k].name, scenes[m].name);
          g_ptr_array_add (kept, test);
          g_ptr_array_add (kept, (gpointer)entry.path);
          g_array_append_val (tests, entry);
        }
  return gui_window_run (argc, argv, (const GuiWindowTest *)tests->data,
                         tests->len);
}
