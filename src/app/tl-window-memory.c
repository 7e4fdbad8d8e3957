/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

/* What the window remembers from one run to the next. Without settings it
 * remembers nothing. */

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
}

static void
recall_axis (TlWindow *self)
{
  g_autofree char *axis = NULL;

  axis = g_settings_get_string (self->settings, "proportional-axis");
  if (g_strcmp0 (axis, "always") == 0)
    tl_timeline_view_set_proportional (self->timeline, TRUE);
  else if (g_strcmp0 (axis, "never") == 0)
    tl_timeline_view_set_proportional (self->timeline, FALSE);
}

void
tl_window_recall_view (TlWindow *self)
{
  g_autoptr (GVariant) view = NULL;
  const char *id = NULL;
  gint64      from = 0;
  gint64      to = 0;

  if (self->settings == NULL || self->dataset == NULL)
    return;

  recall_axis (self);
  view = g_settings_get_value (self->settings, "last-view");
  g_variant_get (view, "(&sxx)", &id, &from, &to);
  if (from < to && g_strcmp0 (id, tl_dataset_get_id (self->dataset)) == 0)
    tl_timeline_view_set_range (self->timeline, from, to);
}

/* A view that fits everything is remembered as such, so that it still does
 * when the dataset has grown. */
static void
remember_view (TlWindow *self)
{
  TlViewport *viewport = tl_timeline_view_get_viewport (self->timeline);
  const char *id = "";
  gint64      from = 0;
  gint64      to = 0;

  if (self->dataset == NULL)
    return;
  if (!tl_viewport_get_fitted (viewport) &&
      tl_timeline_view_get_range (self->timeline, &from, &to))
    id = tl_dataset_get_id (self->dataset);
  else
    from = to = 0;
  g_settings_set (self->settings, "last-view", "(sxx)", id, from, to);
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
  remember_view (self);
  g_settings_apply (self->settings);
}
