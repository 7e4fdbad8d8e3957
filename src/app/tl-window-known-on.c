/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-known-on-bar.h"

/* The bar that lets one look at what was known on a day. It is made when it is
 * first shown. The explorer has the day; whoever sets one there brings the bar
 * up. */

static GtkWidget *
ensure_bar (TlWindow *self)
{
  GtkWidget *bar = gtk_revealer_get_child (self->known_on_revealer);

  if (bar != NULL)
    return bar;
  bar = tl_known_on_bar_new (self->explorer, self->known_on,
                             tl_window_get_language ());
  gtk_revealer_set_child (self->known_on_revealer, bar);
  return bar;
}

static GSimpleAction *
get_action (TlWindow *self, const char *name)
{
  return G_SIMPLE_ACTION (
      g_action_map_lookup_action (G_ACTION_MAP (self), name));
}

static void
update_actions (TlWindow *self)
{
  gboolean has_dataset = tl_explorer_get_dataset (self->explorer) != NULL;
  gboolean can_go_on = tl_known_on_stepper_can_step (self->known_on, 1);
  gboolean can_go_back = tl_known_on_stepper_can_step (self->known_on, -1);

  g_simple_action_set_state (
      get_action (self, "known-on"),
      g_variant_new_boolean (tl_known_on_stepper_get_active (self->known_on)));
  g_simple_action_set_state (
      get_action (self, "play-publications"),
      g_variant_new_boolean (tl_known_on_stepper_get_playing (self->known_on)));
  g_simple_action_set_enabled (get_action (self, "known-on"), has_dataset);
  g_simple_action_set_enabled (get_action (self, "next-publication"),
                               can_go_on);
  g_simple_action_set_enabled (get_action (self, "previous-publication"),
                               can_go_back);
  g_simple_action_set_enabled (get_action (self, "play-publications"),
                               can_go_on || can_go_back);
}

/* Whoever was in the bar goes back to what it was about. */
static void
leave_bar (TlWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL &&
      gtk_widget_is_ancestor (focus, GTK_WIDGET (self->known_on_revealer)))
    gtk_widget_child_focus (tl_window_get_view (self), GTK_DIR_TAB_FORWARD);
}

static void
stepper_changed_cb (TlWindow *self)
{
  gboolean active = tl_known_on_stepper_get_active (self->known_on);

  if (active)
    {
      ensure_bar (self);
      gtk_widget_set_visible (GTK_WIDGET (self->known_on_revealer), TRUE);
    }
  else
    leave_bar (self);
  gtk_revealer_set_reveal_child (self->known_on_revealer, active);
  /* Translators: Name of the time axis: when things happened, in contrast to
   * when they were known. */
  tl_timeline_view_set_axis_title (self->timeline,
                                   active ? C_ ("axis", "Happened") : NULL);
  update_actions (self);
}

/* Once it has slid away, nothing of it can be found any more. */
static void
revealed_cb (TlWindow *self)
{
  if (!gtk_revealer_get_reveal_child (self->known_on_revealer) &&
      !gtk_revealer_get_child_revealed (self->known_on_revealer))
    gtk_widget_set_visible (GTK_WIDGET (self->known_on_revealer), FALSE);
}

static void
change_known_on_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  TlWindow *self = TL_WINDOW (user_data);
  gboolean  active = g_variant_get_boolean (state);

  tl_known_on_stepper_set_active (self->known_on, active);
  if (active)
    gtk_widget_grab_focus (ensure_bar (self));
}

static void
change_playing_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  tl_known_on_stepper_set_playing (TL_WINDOW (user_data)->known_on,
                                   g_variant_get_boolean (state));
}

static void
step_back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  tl_known_on_stepper_step (TL_WINDOW (user_data)->known_on, -1);
}

static void
step_on_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  tl_known_on_stepper_step (TL_WINDOW (user_data)->known_on, 1);
}

void
tl_window_add_known_on (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { "known-on", NULL, NULL, "false", change_known_on_cb },
    { "next-publication", step_on_cb },
    { "play-publications", NULL, NULL, "false", change_playing_cb },
    { "previous-publication", step_back_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  self->known_on = tl_known_on_stepper_new (self->explorer);
  g_signal_connect_object (self->known_on, "changed",
                           G_CALLBACK (stepper_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "notify::dataset",
                           G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->known_on_revealer, "notify::child-revealed",
                           G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
  update_actions (self);
}
