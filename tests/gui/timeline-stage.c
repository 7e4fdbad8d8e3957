/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-stage.h"

#include "layout-fixture.h"

static void
activated_cb (TlTimelineView *view, guint record, Stage *stage)
{
  stage->n_activated++;
  stage->activated = record;
}

void
stage_wait_for_frame (Stage *stage)
{
  gui_settle (40);
}

Stage *
stage_open (TlDataset *dataset)
{
  Stage *stage = g_new0 (Stage, 1);

  stage->window = gtk_window_new ();
  stage->view = g_object_ref_sink (TL_TIMELINE_VIEW (tl_timeline_view_new ()));
  gtk_window_set_decorated (GTK_WINDOW (stage->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (stage->window), STAGE_WIDTH,
                               STAGE_HEIGHT);
  gtk_window_set_child (GTK_WINDOW (stage->window), GTK_WIDGET (stage->view));
  g_signal_connect (stage->view, "activated", G_CALLBACK (activated_cb), stage);
  tl_timeline_view_set_language (stage->view, "en");
  tl_timeline_view_set_dataset (stage->view, dataset);
  gtk_window_present (GTK_WINDOW (stage->window));
  gui_wait_for (gtk_widget_get_mapped (GTK_WIDGET (stage->view)) &&
                gtk_widget_get_width (GTK_WIDGET (stage->view)) > 0);
  stage_wait_for_frame (stage);
  return stage;
}

Stage *
stage_open_random (guint n_records)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (41);
  g_autoptr (TlDataset) dataset =
      fixture_new_random_dataset (random, n_records);

  return stage_open (dataset);
}

void
stage_close (Stage *stage)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
  gui_settle (10);
  g_assert_finalize_object (stage->view);
  g_free (stage);
}

TlScale
stage_get_scale (Stage *stage)
{
  return tl_viewport_get_scale (tl_timeline_view_get_viewport (stage->view));
}

void
stage_run (Stage *stage, const char *action)
{
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (stage->view), action, NULL));
}

/* What the class has bound to a key; FALSE where there is nothing. */
gboolean
stage_press (Stage *stage, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (GTK_WIDGET (stage->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0;
           j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut =
              g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
              gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) ==
                  key &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) ==
                  modifiers)
            return gtk_shortcut_action_activate (
                gtk_shortcut_get_action (shortcut),
                GTK_SHORTCUT_ACTION_EXCLUSIVE, GTK_WIDGET (stage->view),
                gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

/* The mark of the selected record, wholly in view. */
void
stage_assert_selected_in_view (Stage *stage)
{
  const TlView *view = stage->view->view;
  guint         mark = tl_view_find_record (view, stage->view->selected);
  double        top = tl_timeline_view_get_drawn_offset (stage->view);
  double        height = tl_viewport_get_height (stage->view->viewport);
  TlRect        outline;

  g_assert_cmpuint (mark, !=, TL_NONE);
  outline = tl_mark_get_outline (&view->marks[mark]);
  g_assert_cmpfloat (outline.x, <, view->scale.width);
  g_assert_cmpfloat (outline.x + outline.width, >, 0);
  if (outline.width < view->scale.width - 20)
    {
      g_assert_cmpfloat (outline.x, >=, -1);
      g_assert_cmpfloat (outline.x + outline.width, <=, view->scale.width + 1);
    }
  g_assert_cmpfloat (outline.y - top, >=, -1);
  g_assert_cmpfloat (outline.y + outline.height - top, <=, height + 1);
}

GtkEventController *
stage_find_controller (Stage *stage, GType type)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (GTK_WIDGET (stage->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller =
          g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_assert_not_reached ();
}

void
stage_click (Stage *stage, double x, double y, int n_press)
{
  GtkEventController *gesture =
      stage_find_controller (stage, GTK_TYPE_GESTURE_CLICK);

  g_signal_emit_by_name (gesture, "pressed", n_press, x, y);
  g_signal_emit_by_name (gesture, "released", n_press, x, y);
}

void
stage_drag (Stage *stage, double dx, double dy)
{
  GtkEventController *gesture =
      stage_find_controller (stage, GTK_TYPE_GESTURE_DRAG);

  g_signal_emit_by_name (gesture, "drag-begin", 500.0, 300.0);
  g_signal_emit_by_name (gesture, "drag-update", dx / 2, dy / 2);
  g_signal_emit_by_name (gesture, "drag-update", dx, dy);
  g_signal_emit_by_name (gesture, "drag-end", dx, dy);
}

/* A visible mark of a type, and where it is in the widget. */
guint
stage_find_mark (Stage *stage, TlMarkType type, double *x, double *y)
{
  TlRect        lanes = tl_timeline_view_get_lanes (stage->view);
  const TlView *view = stage->view->view;

  for (guint i = 0; i < view->n_marks; i++)
    {
      const TlMark *mark = &view->marks[i];

      *x = lanes.x + mark->glyph_x;
      *y = lanes.y + mark->y - tl_timeline_view_get_drawn_offset (stage->view);
      if (mark->type == type && tl_rect_contains (lanes, *x, *y) &&
          tl_timeline_view_pick_mark (stage->view, *x, *y) == i)
        return i;
    }
  return TL_NONE;
}

void
stage_resize (Stage *stage, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (stage->window), width, height);
  gui_wait_for (gtk_widget_get_width (GTK_WIDGET (stage->view)) == width &&
                gtk_widget_get_height (GTK_WIDGET (stage->view)) == height);
  stage_wait_for_frame (stage);
}
