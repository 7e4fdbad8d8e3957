/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-side-pane.h"

#include <glib/gi18n.h>

/* The minimum does not depend on the wanted width: what decides by the
 * minimum whether the pane has room beside the rest cannot begin to swing. */

#define HANDLE_WIDTH 6
#define KEY_STEP 24
#define MIN_HEIGHT 120

struct _TlSidePane
{
  GtkWidget parent_instance;

  GtkWidget *handle;
  GtkWidget *child;      /* nullable */
  int        pane_width; /* wanted; px */
};

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_PANE_WIDTH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlSidePane, tl_side_pane, GTK_TYPE_WIDGET)

/* 1 where the handle's side is the left one, -1 in a mirrored window. */
static int
get_outward (TlSidePane *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? 1
                                                                          : -1;
}

/* The handle moves under the pointer, and with it what offsets are counted
 * from: the offset is what is still missing. */
static void
drag_update_cb (GtkGestureDrag *drag, double x, double y, TlSidePane *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  tl_side_pane_set_pane_width (self, width + get_outward (self) * (int)x);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *key,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                TlSidePane            *self)
{
  int step = 0;

  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    step = -KEY_STEP;
  else if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    step = KEY_STEP;
  else
    return FALSE;

  tl_side_pane_set_pane_width (self,
                               self->pane_width + get_outward (self) * step);
  return TRUE;
}

/* Any height will do, because what is in the pane scrolls; to ask how high it
 * would like to be means to break all its lines at its least width. */
static void
tl_side_pane_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  TlSidePane *self = TL_SIDE_PANE (widget);
  int         child_minimum = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = MIN_HEIGHT;
      return;
    }

  if (self->child != NULL && gtk_widget_get_visible (self->child))
    gtk_widget_measure (self->child, orientation, -1, &child_minimum, NULL,
                        NULL, NULL);
  *minimum = MAX (child_minimum + HANDLE_WIDTH, TL_SIDE_PANE_MIN_WIDTH);
  *natural = MAX (*minimum, self->pane_width);
}

static void
tl_side_pane_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  TlSidePane   *self = TL_SIDE_PANE (widget);
  gboolean      mirrored = get_outward (self) > 0;
  GtkAllocation box = { 0, 0, HANDLE_WIDTH, height };

  box.x = mirrored ? width - HANDLE_WIDTH : 0;
  gtk_widget_size_allocate (self->handle, &box, -1);
  if (self->child == NULL || !gtk_widget_get_visible (self->child))
    return;

  box.x = mirrored ? 0 : HANDLE_WIDTH;
  box.width = width - HANDLE_WIDTH;
  gtk_widget_size_allocate (self->child, &box, -1);
}

static GtkSizeRequestMode
tl_side_pane_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
tl_side_pane_dispose (GObject *object)
{
  TlSidePane *self = TL_SIDE_PANE (object);

  g_clear_pointer (&self->handle, gtk_widget_unparent);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_side_pane_parent_class)->dispose (object);
}

static void
tl_side_pane_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TlSidePane *self = TL_SIDE_PANE (object);

  switch (property_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_PANE_WIDTH:
      g_value_set_int (value, self->pane_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_side_pane_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TlSidePane *self = TL_SIDE_PANE (object);

  switch (property_id)
    {
    case PROP_CHILD:
      tl_side_pane_set_child (self, g_value_get_object (value));
      break;
    case PROP_PANE_WIDTH:
      tl_side_pane_set_pane_width (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_side_pane_class_init (TlSidePaneClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags =
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tl_side_pane_dispose;
  object_class->get_property = tl_side_pane_get_property;
  object_class->set_property = tl_side_pane_set_property;
  widget_class->get_request_mode = tl_side_pane_get_request_mode;
  widget_class->measure = tl_side_pane_measure;
  widget_class->size_allocate = tl_side_pane_size_allocate;

  /**
   * TlSidePane:child: (nullable)
   *
   * What the pane shows.
   */
  properties[PROP_CHILD] =
      g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  /**
   * TlSidePane:pane-width:
   *
   * Wanted width in pixels.
   */
  properties[PROP_PANE_WIDTH] =
      g_param_spec_int ("pane-width", NULL, NULL, TL_SIDE_PANE_MIN_WIDTH,
                        TL_SIDE_PANE_MAX_WIDTH, 376, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "sidepane");
}

static void
tl_side_pane_init (TlSidePane *self)
{
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->pane_width = 376;
  self->handle = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_focusable (self->handle, TRUE);
  gtk_widget_set_cursor_from_name (self->handle, "col-resize");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Width of the Details"), -1);
  gtk_widget_set_parent (self->handle, GTK_WIDGET (self));

  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->handle, key);
}

GtkWidget *
tl_side_pane_new (void)
{
  return g_object_new (TL_TYPE_SIDE_PANE, NULL);
}

GtkWidget *
tl_side_pane_get_child (TlSidePane *self)
{
  g_return_val_if_fail (TL_IS_SIDE_PANE (self), NULL);

  return self->child;
}

void
tl_side_pane_set_child (TlSidePane *self, GtkWidget *child)
{
  g_return_if_fail (TL_IS_SIDE_PANE (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

int
tl_side_pane_get_pane_width (TlSidePane *self)
{
  g_return_val_if_fail (TL_IS_SIDE_PANE (self), 0);

  return self->pane_width;
}

void
tl_side_pane_set_pane_width (TlSidePane *self, int pane_width)
{
  g_return_if_fail (TL_IS_SIDE_PANE (self));

  pane_width =
      CLAMP (pane_width, TL_SIDE_PANE_MIN_WIDTH, TL_SIDE_PANE_MAX_WIDTH);
  if (self->pane_width == pane_width)
    return;

  self->pane_width = pane_width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANE_WIDTH]);
}
