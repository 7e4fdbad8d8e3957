/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include "tl-link-dialog.h"
#include "tl-problems-dialog.h"

/* Every command of the window, each an action: menu, key, button and test
 * come in by the same door. */

/* Commands of the timeline without a parameter. */
static const struct
{
  const char *name;
  void (*run) (TlTimelineView *timeline);
} view_commands[] = {
  { "first", tl_timeline_view_first },
  { "fit-all", tl_timeline_view_fit_all },
  { "lane-down", tl_timeline_view_lane_down },
  { "lane-up", tl_timeline_view_lane_up },
  { "last", tl_timeline_view_last },
  { "next", tl_timeline_view_next },
  { "previous", tl_timeline_view_previous },
  { "zoom-in", tl_timeline_view_zoom_in },
  { "zoom-out", tl_timeline_view_zoom_out },
  { "zoom-selection", tl_timeline_view_zoom_selection },
};

static void
view_command_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlWindow   *self = TL_WINDOW (user_data);
  const char *name = g_action_get_name (G_ACTION (action));

  for (gsize i = 0; i < G_N_ELEMENTS (view_commands); i++)
    if (g_str_equal (view_commands[i].name, name))
      view_commands[i].run (self->timeline);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  tl_window_choose_file (TL_WINDOW (user_data));
}

static void
open_builtin_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  tl_window_open (TL_WINDOW (user_data), NULL, NULL);
}

static void
open_uri_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = NULL;

  file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  tl_window_open (TL_WINDOW (user_data), file, NULL);
}

static void
reload_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlWindow *self = TL_WINDOW (user_data);

  if (self->document != NULL)
    tl_document_load (self->document);
}

static void
select_record_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  tl_window_show_record (TL_WINDOW (user_data),
                         g_variant_get_string (parameter, NULL));
}

static void
open_link_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  tl_link_dialog_show (GTK_WINDOW (user_data),
                       g_variant_get_string (parameter, NULL));
}

static void
show_problems_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  TlWindow         *self = TL_WINDOW (user_data);
  const TlProblems *problems = NULL;

  if (self->document != NULL)
    problems = tl_document_get_problems (self->document);
  if (problems != NULL)
    gtk_window_present (tl_problems_dialog_new (GTK_WINDOW (self), problems));
}

static void
stop_reading_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  tl_window_stop_reading (TL_WINDOW (user_data));
}

static void
dismiss_banner_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  gtk_revealer_set_reveal_child (TL_WINDOW (user_data)->banner, FALSE);
}

/* Where the pane covers the timeline, closing it is no lasting wish. */
static void
change_pane_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  TlWindow *self = TL_WINDOW (user_data);
  gboolean  show = g_variant_get_boolean (state);

  if (!adw_flap_get_folded (self->flap))
    self->wants_pane = show;
  adw_flap_set_reveal_flap (self->flap, show);
  g_simple_action_set_state (action, state);
}

static void
change_group_by_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  TlWindow   *self = TL_WINDOW (user_data);
  const char *nick = g_variant_get_string (state, NULL);
  TlGroupBy   group_by = TL_GROUP_BY_KIND;

  if (!tl_group_by_from_nick (nick, &group_by))
    return;

  tl_explorer_set_group_by (self->explorer, group_by);
  g_simple_action_set_state (action, state);
}

/* Between view and details; other things are reached by Tab. */
static void
add_view_commands (TlWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (view_commands); i++)
    {
      g_autoptr (GSimpleAction) action = NULL;

      action = g_simple_action_new (view_commands[i].name, NULL);
      g_signal_connect (action, "activate", G_CALLBACK (view_command_cb), self);
      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
}

/* The same property from both sides: the axis is proportional, or its quiet
 * spans are shortened. */
static void
add_axis_actions (TlWindow *self)
{
  g_autoptr (GPropertyAction) proportional = NULL;
  g_autoptr (GPropertyAction) shorten = NULL;

  proportional =
      g_property_action_new ("proportional", self->timeline, "proportional");
  shorten = g_object_new (G_TYPE_PROPERTY_ACTION, "name", "shorten-quiet-spans",
                          "object", self->timeline, "property-name",
                          "proportional", "invert-boolean", TRUE, NULL);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (proportional));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (shorten));
}

void
tl_window_add_actions (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { "dismiss-banner", dismiss_banner_cb },
    { "group-by", NULL, "s", "'kind'", change_group_by_cb },
    { "open", open_cb },
    { "open-builtin", open_builtin_cb },
    { "open-link", open_link_cb, "s" },
    { "open-uri", open_uri_cb, "s" },
    { "reload", reload_cb },
    { "select-record", select_record_cb, "s" },
    { "show-pane", NULL, NULL, "true", change_pane_cb },
    { "show-problems", show_problems_cb },
    { "stop-reading", stop_reading_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  add_view_commands (self);
  add_axis_actions (self);
}

static void
set_enabled (TlWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
tl_window_update_actions (TlWindow *self)
{
  const TlProblems *problems = NULL;
  gboolean          has_dataset = self->dataset != NULL;
  gboolean          has_selection = FALSE;

  if (self->document != NULL)
    problems = tl_document_get_problems (self->document);
  has_selection = tl_explorer_get_n_selected (self->explorer) > 0;

  for (gsize i = 0; i < G_N_ELEMENTS (view_commands); i++)
    set_enabled (self, view_commands[i].name, has_dataset);
  set_enabled (self, "zoom-selection", has_selection);
  set_enabled (self, "zoom-to", has_dataset);
  set_enabled (self, "export", has_dataset);
  set_enabled (self, "go-to-date", has_dataset);
  set_enabled (self, "export-list", has_dataset);
  set_enabled (self, "export-sources", has_dataset);
  set_enabled (self, "group-by", has_dataset);
  set_enabled (self, "measure", has_dataset);
  set_enabled (self, "show-pane", has_dataset);
  set_enabled (self, "switch-focus", has_dataset);
  set_enabled (self, "switch-focus-back", has_dataset);
  set_enabled (self, "reload", self->document != NULL);
  set_enabled (self, "stop-reading",
               self->document != NULL &&
                   tl_document_get_loading (self->document));
  set_enabled (self, "show-problems",
               problems != NULL && tl_problems_get_size (problems) > 0);
}
