/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-application-private.h"

#include "tl-about.h"
#include "tl-preferences.h"
#include "tl-window.h"

/* The program's commands, and the keys of all commands. */

#define SHORTCUTS "/org/treatyline/Treatyline/ui/tl-shortcuts.ui"

/* The first key of an action is the one that menus show. */
static const struct
{
  const char *action;
  const char *keys[4];
} accelerators[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "app.shortcuts", { "<Control>question", "F1" } },
  { "win.back", { "<Alt>Left", "Back" } },
  { "win.bookmark", { "<Control>d" } },
  { "win.clear-filters", { "<Control><Shift>x" } },
  { "win.copy-link", { "<Shift><Control>c" } },
  { "win.export", { "<Control>e" } },
  { "win.export-list", { "<Control><Shift>e" } },
  { "win.filter", { "<Control><Shift>f" } },
  { "win.find", { "<Control>f" } },
  { "win.first", { "<Alt>Home" } },
  { "win.fit-all", { "<Control>0", "<Control>KP_0" } },
  { "win.forward", { "<Alt>Right", "Forward" } },
  { "win.fold-all", { "<Control><Shift>j" } },
  { "win.fold-group", { "<Control>j" } },
  { "win.go-to-date", { "<Control>l" } },
  { "win.group-by::kind", { "<Control>1" } },
  { "win.group-by::actor", { "<Control>2" } },
  { "win.group-by::treaty", { "<Control>3" } },
  { "win.group-by::place", { "<Control>4" } },
  { "win.group-by::source", { "<Control>5" } },
  { "win.group-by::none", { "<Control>6" } },
  { "win.known-on", { "<Control>k" } },
  { "win.lane-down", { "<Alt><Shift>Down" } },
  { "win.lane-up", { "<Alt><Shift>Up" } },
  { "win.last", { "<Alt>End" } },
  { "win.measure", { "<Control>m" } },
  { "win.move-group-down", { "<Control><Shift>Page_Down" } },
  { "win.move-group-up", { "<Control><Shift>Page_Up" } },
  { "win.next", { "<Alt>Down" } },
  { "win.next-relation", { "<Control>bracketright" } },
  { "win.next-publication", { "<Alt><Shift>Right", "<Control><Alt>Right" } },
  { "win.open", { "<Control>o" } },
  { "win.play-publications", { "<Control><Alt>p" } },
  { "win.previous", { "<Alt>Up" } },
  { "win.previous-relation", { "<Control>bracketleft" } },
  { "win.previous-publication", { "<Alt><Shift>Left", "<Control><Alt>Left" } },
  { "win.print", { "<Control>p" } },
  { "win.reload", { "<Control>r", "F5" } },
  { "win.search-next", { "<Control>g" } },
  { "win.search-previous", { "<Control><Shift>g" } },
  { "win.shorten-quiet-spans", { "<Control>b" } },
  { "win.show-pane", { "F9" } },
  { "win.show-problems", { "F8" } },
  { "win.switch-focus", { "F6" } },
  { "win.switch-focus-back", { "<Shift>F6" } },
  { "win.view::timeline", { "<Alt>1" } },
  { "win.view::list", { "<Alt>2" } },
  { "win.view::quotes", { "<Alt>3" } },
  { "win.view::expirations", { "<Alt>4" } },
  { "win.unfold-all", { "<Control><Alt>j" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.zoom-selection", { "<Control>Return" } },
  { "win.zoom-to::day", { "<Control>7" } },
  { "win.zoom-to::month", { "<Control>8" } },
  { "win.zoom-to::year", { "<Control>9" } },
  { "window.close", { "<Control>w" } },
};

void
tl_application_set_color_scheme (TlApplication *self, const char *scheme)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GAction         *action = NULL;
  AdwColorScheme   value = ADW_COLOR_SCHEME_DEFAULT;

  if (g_strcmp0 (scheme, "light") == 0)
    value = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_strcmp0 (scheme, "dark") == 0)
    value = ADW_COLOR_SCHEME_FORCE_DARK;
  else
    scheme = "system";

  adw_style_manager_set_color_scheme (manager, value);
  action = g_action_map_lookup_action (G_ACTION_MAP (self), "color-scheme");
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (scheme));
}

static void
change_color_scheme_cb (GSimpleAction *action,
                        GVariant      *state,
                        gpointer       user_data)
{
  TlApplication *self = TL_APPLICATION (user_data);
  const char    *scheme = g_variant_get_string (state, NULL);
  g_autoptr (GVariant) taken = NULL;

  tl_application_set_color_scheme (self, scheme);
  taken = g_action_get_state (G_ACTION (action));
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "color-scheme",
                           g_variant_get_string (taken, NULL));
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlApplication *self = TL_APPLICATION (user_data);
  TlWindow *window = tl_window_new (GTK_APPLICATION (self), self->settings);

  tl_window_open (window, NULL, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlApplication *self = TL_APPLICATION (user_data);
  GtkWindow     *parent = NULL;

  parent = gtk_application_get_active_window (GTK_APPLICATION (self));
  gtk_window_present (tl_preferences_new (parent, self->settings));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *shortcuts = NULL;

  builder = gtk_builder_new_from_resource (SHORTCUTS);
  shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts_window"));
  gtk_window_set_transient_for (shortcuts, gtk_application_get_active_window (
                                               GTK_APPLICATION (user_data)));
  gtk_window_present (shortcuts);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (tl_about_new (
      gtk_application_get_active_window (GTK_APPLICATION (user_data))));
}

/* Windows are closed one by one, so that each remembers what it has to. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  g_autoptr (GList) windows = NULL;

  windows = g_list_copy (gtk_application_get_windows (application));
  for (GList *link = windows; link != NULL; link = link->next)
    if (TL_IS_WINDOW (link->data))
      gtk_window_close (GTK_WINDOW (link->data));
}

void
tl_application_add_actions (TlApplication *self)
{
  static const GActionEntry entries[] = {
    { "about", about_cb },
    { "color-scheme", NULL, "s", "'system'", change_color_scheme_cb },
    { "language", NULL, "s", "''", tl_application_change_language_cb },
    { "new-window", new_window_cb },
    { "preferences", preferences_cb },
    { "quit", quit_cb },
    { "shortcuts", shortcuts_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (
        GTK_APPLICATION (self), accelerators[i].action, accelerators[i].keys);
}
