/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-late-icons.h"

/* GTK begins to look up an icon as soon as its image has a style. An image
 * without an icon is as large, so that nothing moves when the icon comes. The
 * arrows of menu buttons are icons of the style, which are looked up when they
 * are drawn. */

/* Has no public type. */
#define ARROW_TYPE "GtkBuiltinIcon"

typedef struct
{
  GtkWidget *widget;
  char      *icon_name; /* nullable: the widget is an arrow */
} LateIcon;

struct _TlLateIcons
{
  GArray *icons; /* of LateIcon */
};

static void
clear_icon (gpointer data)
{
  LateIcon *icon = data;

  g_clear_object (&icon->widget);
  g_clear_pointer (&icon->icon_name, g_free);
}

static void
take_image (TlLateIcons *self, GtkImage *image)
{
  LateIcon icon = { NULL, NULL };

  if (gtk_image_get_storage_type (image) != GTK_IMAGE_ICON_NAME)
    return;
  icon.widget = g_object_ref (GTK_WIDGET (image));
  icon.icon_name = g_strdup (gtk_image_get_icon_name (image));
  gtk_image_clear (image);
  g_array_append_val (self->icons, icon);
}

static void
take_arrow (TlLateIcons *self, GtkWidget *arrow)
{
  LateIcon icon = { g_object_ref (arrow), NULL };

  gtk_widget_set_opacity (arrow, 0);
  g_array_append_val (self->icons, icon);
}

static void
take_icons (TlLateIcons *self, GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_IMAGE (widget))
    take_image (self, GTK_IMAGE (widget));
  else if (g_str_equal (G_OBJECT_TYPE_NAME (widget), ARROW_TYPE))
    take_arrow (self, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    take_icons (self, child);
}

TlLateIcons *
tl_late_icons_new (GtkWidget *root)
{
  TlLateIcons *self = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (root), NULL);

  self = g_new0 (TlLateIcons, 1);
  self->icons = g_array_new (FALSE, FALSE, sizeof (LateIcon));
  g_array_set_clear_func (self->icons, clear_icon);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    take_icons (self, child);
  return self;
}

void
tl_late_icons_show (TlLateIcons *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->icons->len; i++)
    {
      const LateIcon *icon = &g_array_index (self->icons, LateIcon, i);

      if (icon->icon_name == NULL)
        gtk_widget_set_opacity (icon->widget, 1);
      else if (gtk_image_get_storage_type (GTK_IMAGE (icon->widget)) ==
               GTK_IMAGE_EMPTY)
        gtk_image_set_from_icon_name (GTK_IMAGE (icon->widget),
                                      icon->icon_name);
    }
  g_array_set_size (self->icons, 0);
}

void
tl_late_icons_free (TlLateIcons *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->icons);
  g_free (self);
}
