/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

/* What the window remembers from one run to the next, whatever it shows.
 * Without settings it remembers nothing. */

static void
recall_group_by (TlWindow *self)
{
  g_autofree char *nick = g_settings_get_string (self->settings, "group-by");

  g_action_group_change_action_state (G_ACTION_GROUP (self), "group-by",
                                      g_variant_new_string (nick));
}

void
tl_window_recall (TlWindow *self)
{
  if (self->settings == NULL)
    return;

  gtk_window_set_default_size (
      GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
      g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "is-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  tl_side_pane_set_pane_width (
      self->side_pane, g_settings_get_int (self->settings, "pane-width"));
  self->wants_pane = g_settings_get_boolean (self->settings, "show-pane");
  adw_flap_set_reveal_flap (self->flap, self->wants_pane);
  tl_overview_set_wanted (
      self->overview, g_settings_get_boolean (self->settings, "show-overview"));
  recall_group_by (self);
  tl_window_recall_citations (self);
}

void
tl_window_recall_axis (TlWindow *self)
{
  g_autofree char *axis = NULL;

  if (self->settings == NULL)
    return;
  axis = g_settings_get_string (self->settings, "proportional-axis");
  if (g_strcmp0 (axis, "always") == 0)
    tl_timeline_view_set_proportional (self->timeline, TRUE);
  else if (g_strcmp0 (axis, "never") == 0)
    tl_timeline_view_set_proportional (self->timeline, FALSE);
}

void
tl_window_remember (TlWindow *self)
{
  int width = 0;
  int height = 0;

  if (self->settings == NULL)
    return;

  /* The default size is that of the window when it is not maximized. */
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_delay (self->settings);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "is-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_int (self->settings, "pane-width",
                      tl_side_pane_get_pane_width (self->side_pane));
  g_settings_set_boolean (self->settings, "show-pane", self->wants_pane);
  g_settings_set_boolean (self->settings, "show-overview",
                          tl_overview_get_wanted (self->overview));
  g_settings_set_string (
      self->settings, "group-by",
      tl_group_by_to_nick (tl_explorer_get_group_by (self->explorer)));
  g_settings_apply (self->settings);
}
