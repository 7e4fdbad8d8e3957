/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "gui-window.h"
#include "tl-overview.h"

/* Whatever the keyboard can reach has a name that somebody wrote, and every
 * key is told in the shortcuts window. */

static gboolean
is_made_up (const char *name)
{
  return name == NULL || *name == '\0' || g_str_has_prefix (name, "Gtk") ||
         g_str_has_prefix (name, "Adw") || g_str_has_prefix (name, "Tl");
}

/* The words that a screen reader has for a control without a label of its
 * own: those of the labels in it. */
static gboolean
is_named (GtkWidget *widget)
{
  GtkAccessible   *accessible = GTK_ACCESSIBLE (widget);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (gtk_test_accessible_has_property (accessible,
                                        GTK_ACCESSIBLE_PROPERTY_LABEL))
    {
      name = gui_dup_name (widget);
      return !is_made_up (name);
    }
  /* GTK 4.8 reads the underscore of a mnemonic aloud. */
  if (GTK_IS_BUTTON (widget) &&
      gtk_button_get_use_underline (GTK_BUTTON (widget)))
    return FALSE;
  if (gtk_test_accessible_has_relation (accessible,
                                        GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;

  text = gui_dup_text (widget);
  return *g_strstrip (text) != '\0';
}

/* Parts inside a control that GTK itself puts together speak through it, and
 * lists through their rows. */
static gboolean
is_inner_part (GtkWidget *widget)
{
  return GTK_IS_TEXT (widget) || GTK_IS_LIST_BOX (widget) ||
         GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)) ||
         g_type_is_a (G_OBJECT_TYPE (gtk_widget_get_parent (widget)),
                      ADW_TYPE_PREFERENCES_PAGE) ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_SPIN_BUTTON) != NULL ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL ||
         gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLBAR) != NULL;
}

static void
check_names (GtkWidget *widget, GString *nameless)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (gtk_widget_get_focusable (widget) && !GTK_IS_ROOT (widget) &&
      !is_inner_part (widget) && !is_named (widget))
    g_string_append_printf (
        nameless, "%s (“%s”) in %s\n", G_OBJECT_TYPE_NAME (widget),
        gtk_widget_get_name (widget),
        G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names (child, nameless);
}

static void
assert_all_named (GtkWidget *root)
{
  g_autoptr (GString) nameless = g_string_new (NULL);

  check_names (root, nameless);
  if (nameless->len > 0)
    g_error ("without a name:\n%s", nameless->str);
}

static void
test_window (GuiWindow *fixture, gconstpointer data)
{
  gui_window_show (fixture, fixture->file, "talks");
  assert_all_named (GTK_WIDGET (fixture->window));
  g_assert_nonnull (
      gui_find_named (GTK_WIDGET (fixture->window), "Open a Dataset"));
  g_assert_nonnull (
      gui_find_named (GTK_WIDGET (fixture->window), "Recent Datasets"));
}

/* With the search bar, the chips and the filter panel all to be seen. */
static void
test_filter (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *widget = NULL;

  gui_window_show (fixture, NULL, NULL);
  widget = GTK_WIDGET (fixture->window);
  gui_window_activate (fixture, "find", NULL);
  gui_window_activate (fixture, "contested-only", NULL);
  gui_window_activate (fixture, "filter", NULL);
  gui_settle (200);
  g_assert_nonnull (gui_find_named (widget, "Next Match"));
  g_assert_nonnull (gui_find_named (widget, "Remove filter: Contested only"));
  g_assert_nonnull (gui_find_named (widget, "Certainly in it"));
  assert_all_named (widget);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (
      gui_find_named (widget, "Certainly in it"), GTK_TYPE_POPOVER)));
  gui_settle (100);
}

static void
test_failed (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = gui_write_file ("broken.json", "{");

  gui_window_show (fixture, file, NULL);
  assert_all_named (GTK_WIDGET (fixture->window));
}

static void
test_menu (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget *button = NULL;

  gui_window_show (fixture, NULL, NULL);
  button = gui_find_named (GTK_WIDGET (fixture->window), "Main Menu");
  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  gui_settle (200);
  g_assert_nonnull (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  assert_all_named (
      GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  gui_settle (50);
}

static void
test_dialogs (GuiWindow *fixture, gconstpointer data)
{
  static const char *const app_actions[] = { "about", "preferences" };
  g_autofree char         *text = NULL;
  g_autoptr (GFile) file = NULL;

  text = gui_dup_fixture_text ("window.json", "\"2020-07-15\"", "\"\"");
  file = gui_write_file ("window.json", text);
  gui_window_show (fixture, file, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (app_actions); i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (fixture->application),
                                      app_actions[i], NULL);
      gui_wait_for (gui_window_get_dialog (fixture) != NULL);
      if (!ADW_IS_ABOUT_WINDOW (gui_window_get_dialog (fixture)))
        assert_all_named (gui_window_get_dialog (fixture));
      gtk_window_destroy (GTK_WINDOW (gui_window_get_dialog (fixture)));
      gui_settle (50);
    }

  gui_window_activate (fixture, "show-problems", NULL);
  gui_wait_for (gui_window_get_dialog (fixture) != NULL);
  gui_settle (50);
  assert_all_named (gui_window_get_dialog (fixture));
  gtk_window_destroy (GTK_WINDOW (gui_window_get_dialog (fixture)));
  gui_settle (50);

  gui_window_activate (fixture, "export", NULL);
  gui_wait_for (gui_window_get_dialog (fixture) != NULL);
  gui_settle (300);
  assert_all_named (gui_window_get_dialog (fixture));
  gtk_window_destroy (GTK_WINDOW (gui_window_get_dialog (fixture)));
  gui_settle (50);
}

/* "<Control>1", or all from "<Control>1...<Control>6". */
static void
add_keys (GHashTable *keys, const char *accelerator)
{
  g_auto (GStrv) ends = g_strsplit (accelerator, "...", 2);
  guint           first = 0;
  guint           last = 0;
  GdkModifierType modifiers = 0;

  g_assert_true (gtk_accelerator_parse (ends[0], &first, &modifiers));
  last = first;
  if (ends[1] != NULL)
    g_assert_true (gtk_accelerator_parse (ends[1], &last, &modifiers));
  for (guint key = first; key <= last; key++)
    g_hash_table_add (keys, gtk_accelerator_name (key, modifiers));
}

/* The window holds each of them twice, once for its search. */
static void
collect_shortcuts (GtkWidget *widget, GHashTable *keys)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *accelerator = NULL;
      g_auto (GStrv) parts = NULL;

      g_object_get (widget, "accelerator", &accelerator, NULL);
      parts = g_strsplit (accelerator, " ", -1);
      for (gsize i = 0; parts[i] != NULL; i++)
        add_keys (keys, parts[i]);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_shortcuts (child, keys);
}

/* Keys of GTK itself, and of dialogs. */
static const char *const gtk_keys[] = { "F10", "Escape", "Menu", "<Shift>F10" };

/* The keypad has the same keys once more. */
static guint
get_plain_key (guint key)
{
  static const struct
  {
    guint keypad;
    guint plain;
  } same[] = {
    { GDK_KEY_KP_Left, GDK_KEY_Left },
    { GDK_KEY_KP_Right, GDK_KEY_Right },
    { GDK_KEY_KP_Up, GDK_KEY_Up },
    { GDK_KEY_KP_Down, GDK_KEY_Down },
    { GDK_KEY_KP_Home, GDK_KEY_Home },
    { GDK_KEY_KP_End, GDK_KEY_End },
    { GDK_KEY_KP_Page_Up, GDK_KEY_Page_Up },
    { GDK_KEY_KP_Page_Down, GDK_KEY_Page_Down },
    { GDK_KEY_KP_Enter, GDK_KEY_Return },
    { GDK_KEY_ISO_Enter, GDK_KEY_Return },
    { GDK_KEY_KP_Space, GDK_KEY_space },
    { GDK_KEY_KP_Add, GDK_KEY_plus },
    { GDK_KEY_equal, GDK_KEY_plus },
    { GDK_KEY_KP_Subtract, GDK_KEY_minus },
    { GDK_KEY_KP_0, GDK_KEY_0 },
    { GDK_KEY_KP_Delete, GDK_KEY_Delete },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    if (same[i].keypad == key)
      return same[i].plain;
  return key;
}

static gboolean
runs_own_action (GtkShortcutAction *action)
{
  return GTK_IS_NAMED_ACTION (action) &&
         g_str_has_prefix (
             gtk_named_action_get_action_name (GTK_NAMED_ACTION (action)),
             "win.");
}

static void
collect_controller (GObject *controller, gboolean is_root, GHashTable *bound)
{
  if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (controller));
       i++)
    {
      g_autoptr (GtkShortcut) shortcut =
          g_list_model_get_item (G_LIST_MODEL (controller), i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      /* A window has many of GTK. */
      if (is_root && !runs_own_action (gtk_shortcut_get_action (shortcut)))
        continue;
      if (GTK_IS_KEYVAL_TRIGGER (trigger))
        g_hash_table_add (
            bound,
            gtk_accelerator_name (get_plain_key (gtk_keyval_trigger_get_keyval (
                                      GTK_KEYVAL_TRIGGER (trigger))),
                                  gtk_keyval_trigger_get_modifiers (
                                      GTK_KEYVAL_TRIGGER (trigger))));
    }
}

/* The keys that our own widgets have bound. */
static void
collect_bound (GtkWidget *widget, GHashTable *bound)
{
  if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Tl"))
    {
      g_autoptr (GListModel) controllers =
          gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GObject) controller =
              g_list_model_get_item (controllers, i);

          collect_controller (controller, GTK_IS_ROOT (widget), bound);
        }
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_bound (child, bound);
}

static void
show_all_views (GuiWindow *fixture)
{
  static const char *const views[] = { "list", "quotes", "expirations",
                                       "timeline" };

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      gui_window_activate (fixture, "view", views[i]);
      gui_settle (20);
    }
  /* What is left out of sight brings the overview. */
  for (guint i = 0; i < 4; i++)
    gui_window_activate (fixture, "zoom-in", NULL);
  gui_settle (500);
}

static GHashTable *
collect_told (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (
      "/org/treatyline/Treatyline/ui/tl-shortcuts.ui");
  GtkWidget *window =
      GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts_window"));
  GHashTable *keys =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  collect_shortcuts (window, keys);
  gtk_window_destroy (GTK_WINDOW (window));
  return keys;
}

/* The first key of every action, and every key that a widget has bound, is
 * told; and nothing that does nothing. */
static void
test_shortcuts (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) told = collect_told ();
  g_autoptr (GHashTable) rest = collect_told ();
  g_autoptr (GHashTable) bound =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) actions = NULL;
  GHashTableIter iterator;
  const char    *key = NULL;

  gui_window_show (fixture, fixture->file, "talks");
  show_all_views (fixture);
  /* The overview is made when it is first of use. */
  gui_window_activate (fixture, "zoom-in", NULL);
  gui_wait_for (
      gui_find (GTK_WIDGET (fixture->window), TL_TYPE_OVERVIEW) != NULL &&
      tl_overview_get_revealed (TL_OVERVIEW (
          gui_find (GTK_WIDGET (fixture->window), TL_TYPE_OVERVIEW))));
  collect_bound (GTK_WIDGET (fixture->window), bound);
  g_assert_cmpuint (g_hash_table_size (bound), >, 10);
  g_hash_table_iter_init (&iterator, bound);
  while (g_hash_table_iter_next (&iterator, (gpointer *)&key, NULL))
    {
      if (!g_hash_table_contains (told, key))
        g_error ("%s is bound, and not told", key);
      g_hash_table_remove (rest, key);
    }

  actions = gtk_application_list_action_descriptions (
      GTK_APPLICATION (fixture->application));
  g_assert_cmpuint (g_strv_length (actions), >, 10);
  for (gsize i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accelerators = gtk_application_get_accels_for_action (
          GTK_APPLICATION (fixture->application), actions[i]);

      if (!g_hash_table_contains (told, accelerators[0]))
        g_error ("%s of %s is not told", accelerators[0], actions[i]);
      for (gsize k = 0; accelerators[k] != NULL; k++)
        g_hash_table_remove (rest, accelerators[k]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (gtk_keys); i++)
    g_hash_table_remove (rest, gtk_keys[i]);
  g_hash_table_iter_init (&iterator, rest);
  if (g_hash_table_iter_next (&iterator, (gpointer *)&key, NULL))
    g_error ("%s is told, and does nothing", key);
}

/* Every key leads to an action that exists, and opens the window of keys. */
static void
test_actions_exist (GuiWindow *fixture, gconstpointer data)
{
  g_auto (GStrv) actions = NULL;

  gui_window_show (fixture, NULL, NULL);
  actions = gtk_application_list_action_descriptions (
      GTK_APPLICATION (fixture->application));
  for (gsize i = 0; actions[i] != NULL; i++)
    {
      GActionGroup    *group = NULL;
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_true (g_action_parse_detailed_name (strchr (actions[i], '.') + 1,
                                                   &name, &target, NULL));
      if (g_str_has_prefix (actions[i], "app."))
        group = G_ACTION_GROUP (fixture->application);
      else if (g_str_has_prefix (actions[i], "win."))
        group = G_ACTION_GROUP (fixture->window);
      g_test_message ("%s", actions[i]);
      if (group != NULL)
        g_assert_true (g_action_group_has_action (group, name));
    }

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application),
                                  "shortcuts", NULL);
  gui_wait_for (gui_window_get_dialog (fixture) != NULL);
  gtk_window_destroy (GTK_WINDOW (gui_window_get_dialog (fixture)));
  gui_settle (50);
}

int
main (int argc, char **argv)
{
  static const GuiWindowTest tests[] = {
    { "/tl/accessible/names/window", test_window },
    { "/tl/accessible/names/filter", test_filter },
    { "/tl/accessible/names/failed", test_failed },
    { "/tl/accessible/names/menu", test_menu },
    { "/tl/accessible/names/dialogs", test_dialogs },
    { "/tl/accessible/keys/shortcuts", test_shortcuts },
    { "/tl/accessible/keys/actions-exist", test_actions_exist },
  };

  return gui_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
