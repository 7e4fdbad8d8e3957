/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

/* The arrangement of groups: the explorer keeps it, the timeline shows it and
 * tells it what was changed there; and the commands for it. */

static const struct
{
  const char *name;
  void (*run) (TlTimelineView *timeline);
} commands[] = {
  { "fold-all", tl_timeline_view_fold_all },
  { "fold-group", tl_timeline_view_toggle_group },
  { "move-group-down", tl_timeline_view_move_group_down },
  { "move-group-up", tl_timeline_view_move_group_up },
  { "unfold-all", tl_timeline_view_unfold_all },
};

static void
command_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlWindow   *self = TL_WINDOW (user_data);
  const char *name = g_action_get_name (G_ACTION (action));

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      commands[i].run (self->timeline);
}

static void
explorer_changed_cb (TlWindow *self)
{
  tl_timeline_view_set_arrangement (
      self->timeline, tl_explorer_get_group_order (self->explorer),
      tl_explorer_get_folded (self->explorer));
}

/* What it told is set again meanwhile, which changes nothing. */
static void
timeline_arranged_cb (TlWindow *self)
{
  g_object_freeze_notify (G_OBJECT (self->explorer));
  tl_explorer_set_group_order (
      self->explorer, tl_timeline_view_get_group_order (self->timeline));
  tl_explorer_set_folded (self->explorer,
                          tl_timeline_view_get_folded (self->timeline));
  g_object_thaw_notify (G_OBJECT (self->explorer));
}

static void
dataset_changed_cb (TlWindow *self)
{
  gboolean has_dataset = tl_timeline_view_get_dataset (self->timeline) != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (
                                     G_ACTION_MAP (self), commands[i].name)),
                                 has_dataset);
}

void
tl_window_add_groups (TlWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GSimpleAction) action =
          g_simple_action_new (commands[i].name, NULL);

      g_signal_connect (action, "activate", G_CALLBACK (command_cb), self);
      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
  g_signal_connect_object (self->explorer, "notify::folded",
                           G_CALLBACK (explorer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "notify::group-order",
                           G_CALLBACK (explorer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "arranged",
                           G_CALLBACK (timeline_arranged_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "notify::dataset",
                           G_CALLBACK (dataset_changed_cb), self,
                           G_CONNECT_SWAPPED);
  dataset_changed_cb (self);
}
