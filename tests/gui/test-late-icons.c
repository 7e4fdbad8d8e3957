/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-late-icons.h"

/* Icons wait, but the room for them does not. */

#define ICON "open-menu-symbolic"
#define OTHER_ICON "document-open-symbolic"

typedef struct
{
  GtkWidget *window;
  GtkWidget *box;
  GtkWidget *image;
  GtkWidget *hidden;
} Stage;

static void
set_up (Stage *stage, gconstpointer data)
{
  GtkWidget *menu_button = gtk_menu_button_new ();

  stage->window = gtk_window_new ();
  stage->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  stage->image = gtk_image_new_from_icon_name (ICON);
  stage->hidden = gtk_image_new_from_icon_name (ICON);
  gtk_widget_set_visible (stage->hidden, FALSE);
  gtk_box_append (GTK_BOX (stage->box), stage->image);
  gtk_box_append (GTK_BOX (stage->box), stage->hidden);
  gtk_box_append (GTK_BOX (stage->box), menu_button);
  gtk_window_set_child (GTK_WINDOW (stage->window), stage->box);
}

static void
tear_down (Stage *stage, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
}

static void
measure (GtkWidget *widget, int size[2])
{
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &size[0],
                      NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &size[1],
                      NULL, NULL);
}

static void
test_room (Stage *stage, gconstpointer data)
{
  g_autoptr (TlLateIcons) icons = NULL;
  int before[2];
  int after[2];

  measure (stage->box, before);
  icons = tl_late_icons_new (stage->window);
  g_assert_cmpint (gtk_image_get_storage_type (GTK_IMAGE (stage->image)), ==,
                   GTK_IMAGE_EMPTY);
  g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (stage->hidden)), ==,
                   ICON);
  measure (stage->box, after);
  g_assert_cmpint (before[0], >, 0);
  g_assert_cmpint (after[0], ==, before[0]);
  g_assert_cmpint (after[1], ==, before[1]);

  tl_late_icons_show (icons);
  g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (stage->image)), ==,
                   ICON);
}

static void
test_changed_meanwhile (Stage *stage, gconstpointer data)
{
  g_autoptr (TlLateIcons) icons = tl_late_icons_new (stage->window);

  gtk_image_set_from_icon_name (GTK_IMAGE (stage->image), OTHER_ICON);
  tl_late_icons_show (icons);
  g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (stage->image)), ==,
                   OTHER_ICON);
}

static GtkWidget *
find_arrow (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (g_str_equal (gtk_widget_get_css_name (widget), "arrow"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_arrow (child);
  return found;
}

static void
test_arrow (Stage *stage, gconstpointer data)
{
  GtkWidget *arrow = find_arrow (stage->box);
  g_autoptr (TlLateIcons) icons = tl_late_icons_new (stage->window);

  g_assert_nonnull (arrow);
  g_assert_cmpfloat (gtk_widget_get_opacity (arrow), <, 0.5);
  tl_late_icons_show (icons);
  g_assert_cmpfloat (gtk_widget_get_opacity (arrow), >, 0.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }

  g_test_add ("/tl/late-icons/new/room", Stage, NULL, set_up, test_room,
              tear_down);
  g_test_add ("/tl/late-icons/show/changed-meanwhile", Stage, NULL, set_up,
              test_changed_meanwhile, tear_down);
  g_test_add ("/tl/late-icons/show/arrow", Stage, NULL, set_up, test_arrow,
              tear_down);
  return g_test_run ();
}
