/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-animation.h"

/* A tick callback with an easing curve. At most one runs at a time; the step
 * function may stop or start the animation again. */

struct _TlAnimation
{
  GtkWidget      *widget; /* the owner, which outlives this */
  TlAnimationFunc step;
  gpointer        user_data;
  gint64          start_us;
  gint64          duration_us;
  guint           tick;
};

static double
ease_out (double t)
{
  double left = 1 - t;

  return 1 - left * left * left;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  TlAnimation *self = user_data;
  gint64       now = gdk_frame_clock_get_frame_time (clock);
  double       t;

  if (self->start_us == 0)
    self->start_us = now;
  t = (double)(now - self->start_us) / (double)self->duration_us;
  if (t < 1)
    {
      self->step (ease_out (MAX (t, 0)), self->user_data);
      return G_SOURCE_CONTINUE;
    }

  self->tick = 0;
  self->step (1, self->user_data);
  return G_SOURCE_REMOVE;
}

/**
 * tl_animation_new:
 * @widget: whose frames count; must outlive the animation
 * @step: (scope notified): called with every frame
 * @user_data: for @step
 *
 * Creates an animation that does not run.
 *
 * Returns: (transfer full): a new animation
 */
TlAnimation *
tl_animation_new (GtkWidget *widget, TlAnimationFunc step, gpointer user_data)
{
  TlAnimation *self = g_new0 (TlAnimation, 1);

  self->widget = widget;
  self->step = step;
  self->user_data = user_data;
  return self;
}

/**
 * tl_animation_free:
 * @self: (nullable) (transfer full): an animation
 *
 * Stops and frees the animation.
 */
void
tl_animation_free (TlAnimation *self)
{
  if (self == NULL)
    return;
  tl_animation_stop (self);
  g_free (self);
}

/**
 * tl_animation_start:
 * @self: an animation
 * @duration_us: how long it takes, in microseconds; > 0
 *
 * Begins at the next frame; one that runs already begins anew.
 */
void
tl_animation_start (TlAnimation *self, gint64 duration_us)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (duration_us > 0);

  tl_animation_stop (self);
  if (!tl_animation_is_wanted (self->widget))
    {
      self->step (1, self->user_data);
      return;
    }
  self->start_us = 0;
  self->duration_us = duration_us;
  self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

/**
 * tl_animation_stop:
 * @self: an animation
 *
 * Leaves everything where it is.
 */
void
tl_animation_stop (TlAnimation *self)
{
  g_return_if_fail (self != NULL);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
}

/**
 * tl_animation_is_running:
 * @self: an animation
 *
 * Returns: whether more steps will come
 */
gboolean
tl_animation_is_running (const TlAnimation *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->tick != 0;
}

/**
 * tl_animation_is_wanted:
 * @widget: a widget
 *
 * Returns: whether the desktop wants animations and @widget is on screen
 */
gboolean
tl_animation_is_wanted (GtkWidget *widget)
{
  gboolean enabled = FALSE;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations",
                &enabled, NULL);
  return enabled;
}
