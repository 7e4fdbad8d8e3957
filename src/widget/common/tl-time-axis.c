/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-time-axis.h"

/* Everything that draws time asks here, so that timeline, overview, slider and
 * details never run against each other. */

struct _TlTimeAxis
{
  GObject parent_instance;

  TlTimeDirection direction;
};

enum
{
  PROP_0,
  PROP_DIRECTION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlTimeAxis, tl_time_axis, G_TYPE_OBJECT)

static void
tl_time_axis_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TlTimeAxis *self = TL_TIME_AXIS (object);

  if (prop_id == PROP_DIRECTION)
    g_value_set_string (value, tl_time_direction_to_nick (self->direction));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
tl_time_axis_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  const char     *nick = g_value_get_string (value);
  TlTimeDirection direction;

  if (prop_id != PROP_DIRECTION)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (nick != NULL && tl_time_direction_from_nick (nick, &direction))
    tl_time_axis_set_direction (TL_TIME_AXIS (object), direction);
}

static void
tl_time_axis_class_init (TlTimeAxisClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_time_axis_get_property;
  object_class->set_property = tl_time_axis_set_property;

  /**
   * TlTimeAxis:direction:
   *
   * Which way time runs: auto, ltr or rtl, as in the settings. What is none of
   * these changes nothing.
   */
  properties[PROP_DIRECTION] = g_param_spec_string (
      "direction", NULL, NULL, "auto",
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_time_axis_init (TlTimeAxis *self)
{
}

/**
 * tl_time_axis_get:
 *
 * Returns: (transfer none): the axis of the program
 */
TlTimeAxis *
tl_time_axis_get (void)
{
  static TlTimeAxis *axis;

  if (axis == NULL)
    axis = g_object_new (TL_TYPE_TIME_AXIS, NULL);
  return axis;
}

/**
 * tl_time_axis_get_direction:
 * @self: the axis
 *
 * Returns: which way time runs, as it was chosen
 */
TlTimeDirection
tl_time_axis_get_direction (TlTimeAxis *self)
{
  g_return_val_if_fail (TL_IS_TIME_AXIS (self), TL_TIME_AUTO);

  return self->direction;
}

/**
 * tl_time_axis_set_direction:
 * @self: the axis
 * @direction: which way time runs from now on
 *
 * Turns time in all widgets.
 */
void
tl_time_axis_set_direction (TlTimeAxis *self, TlTimeDirection direction)
{
  g_return_if_fail (TL_IS_TIME_AXIS (self));

  if (self->direction == direction)
    return;
  self->direction = direction;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRECTION]);
}

/**
 * tl_time_axis_is_mirrored:
 * @widget: a widget that shows time
 *
 * Returns: whether time runs from right to left in it
 */
gboolean
tl_time_axis_is_mirrored (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  return tl_time_direction_is_mirrored (tl_time_axis_get ()->direction,
                                        gtk_widget_get_direction (widget) ==
                                            GTK_TEXT_DIR_RTL);
}

/**
 * tl_time_axis_watch:
 * @widget: a widget that shows time
 * @changed_cb: is called with the widget when time turns, as long as there is
 *   the widget
 *
 * Tells a widget that somebody chose another direction. When that of its text
 * changes, GTK tells it.
 */
void
tl_time_axis_watch (GtkWidget *widget, void (*changed_cb) (GtkWidget *))
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect_object (tl_time_axis_get (), "notify::direction",
                           G_CALLBACK (changed_cb), widget, G_CONNECT_SWAPPED);
}
