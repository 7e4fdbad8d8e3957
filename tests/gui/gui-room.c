/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-room.h"

#include <adwaita.h>

/* Rounding of Pango's units, of scales and of borders. */
#define SLACK_PX 2

typedef struct
{
  GtkWidget  *root;
  GPtrArray  *labels;
  GuiRoomFunc func;
  gpointer    user_data;
} Visit;

static void
tell (Visit *visit, GtkWidget *widget, const char *what)
{
  visit->func (widget, what, visit->user_data);
}

/* By a tooltip of the label itself, or of the control that it is in; what is
 * chosen stands in the list of choices, too. Buttons of libadwaita that switch
 * views have an icon, and say their whole name to a screen reader. */
static gboolean
can_be_read (GtkWidget *widget)
{
  if (gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL ||
      gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL ||
      gtk_widget_get_ancestor (widget, ADW_TYPE_VIEW_SWITCHER) != NULL)
    return TRUE;
  for (guint i = 0; widget != NULL && i < 5; i++)
    {
      if (gtk_widget_get_has_tooltip (widget))
        return TRUE;
      widget = gtk_widget_get_parent (widget);
    }
  return FALSE;
}

static void
check_label (Visit *visit, GtkWidget *widget)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (widget));
  int          width = 0;
  int          height = 0;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout) && !can_be_read (widget))
    tell (visit, widget, "is shortened, without a tooltip");
  if (gtk_label_get_ellipsize (GTK_LABEL (widget)) == PANGO_ELLIPSIZE_NONE &&
      width > gtk_widget_get_width (widget) + SLACK_PX)
    tell (visit, widget, "is wider than its place");
  if (height > gtk_widget_get_height (widget) + SLACK_PX)
    tell (visit, widget, "is higher than its place");
}

/* One cannot see all of a spin button's words by going through them: it is not
 * for typing alone. */
static void
check_spin_button (Visit *visit, GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = NULL;
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (widget));
  int          width = 0;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (text),
                                           gtk_editable_get_text (text));
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > gtk_widget_get_width (GTK_WIDGET (text)) + SLACK_PX)
    tell (visit, widget, "cuts its text");
}

/* Whether what is in it can be moved sideways, or up and down. */
static gboolean
can_scroll (GtkWidget *widget, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = NULL;

  if (!GTK_IS_SCROLLABLE (widget))
    return FALSE;
  adjustment = orientation == GTK_ORIENTATION_HORIZONTAL
                   ? gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (widget))
                   : gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  return adjustment != NULL &&
         gtk_adjustment_get_upper (adjustment) >
             gtk_adjustment_get_page_size (adjustment) + SLACK_PX;
}

static gboolean
is_within (double start, double length, double whole)
{
  return start >= -SLACK_PX && start + length <= whole + SLACK_PX;
}

/* Whatever cuts off what is outside has to hold it, as far as it cannot be
 * scrolled. */
static void
check_bounds (Visit *visit, GtkWidget *widget)
{
  gboolean check_x = TRUE;
  gboolean check_y = TRUE;

  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    {
      gboolean        is_last = parent == visit->root || GTK_IS_NATIVE (parent);
      graphene_rect_t bounds;

      check_x = check_x && !can_scroll (parent, GTK_ORIENTATION_HORIZONTAL);
      check_y = check_y && !can_scroll (parent, GTK_ORIENTATION_VERTICAL);
      if ((!is_last &&
           gtk_widget_get_overflow (parent) == GTK_OVERFLOW_VISIBLE) ||
          !gtk_widget_compute_bounds (widget, parent, &bounds))
        continue;
      if (check_x &&
          !is_within ((double)bounds.origin.x, (double)bounds.size.width,
                      gtk_widget_get_width (parent)))
        tell (visit, widget, "is cut at a side");
      else if (check_y &&
               !is_within ((double)bounds.origin.y, (double)bounds.size.height,
                           gtk_widget_get_height (parent)))
        tell (visit, widget, "is cut above or below");
      else if (!is_last)
        continue;
      return;
    }
}

static void
visit_widget (Visit *visit, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (GTK_IS_LABEL (widget) &&
      gtk_label_get_text (GTK_LABEL (widget))[0] != '\0')
    {
      check_label (visit, widget);
      check_bounds (visit, widget);
      g_ptr_array_add (visit->labels, widget);
    }
  else if (GTK_IS_SPIN_BUTTON (widget))
    check_spin_button (visit, widget);
  else if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget))
    check_bounds (visit, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    visit_widget (visit, child);
}

/* What is laid over other things is so on purpose. */
static gboolean
is_overlaid (GtkWidget *label, GtkWidget *other)
{
  GtkWidget *parent = label;

  if (gtk_widget_get_native (label) != gtk_widget_get_native (other))
    return TRUE;
  while (parent != NULL && !gtk_widget_is_ancestor (other, parent))
    parent = gtk_widget_get_parent (parent);
  return GTK_IS_OVERLAY (parent);
}

/* As much of it as can be seen. */
static gboolean
get_visible_bounds (Visit *visit, GtkWidget *widget, graphene_rect_t *visible)
{
  if (!gtk_widget_compute_bounds (widget, visit->root, visible))
    return FALSE;
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    {
      graphene_rect_t bounds;

      if (gtk_widget_get_overflow (parent) == GTK_OVERFLOW_HIDDEN &&
          gtk_widget_compute_bounds (parent, visit->root, &bounds) &&
          !graphene_rect_intersection (visible, &bounds, visible))
        return FALSE;
    }
  return TRUE;
}

static void
check_overlap (Visit *visit, GtkWidget *label, GtkWidget *other)
{
  graphene_rect_t first;
  graphene_rect_t second;
  graphene_rect_t common;

  if (is_overlaid (label, other) ||
      !get_visible_bounds (visit, label, &first) ||
      !get_visible_bounds (visit, other, &second) ||
      !graphene_rect_intersection (&first, &second, &common))
    return;
  if (common.size.width > SLACK_PX && common.size.height > SLACK_PX)
    {
      g_autofree char *what = g_strdup_printf (
          "lies over “%s”", gtk_label_get_text (GTK_LABEL (other)));

      tell (visit, label, what);
    }
}

void
gui_room_foreach (GtkWidget *root, GuiRoomFunc func, gpointer user_data)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  Visit visit = { root, labels, func, user_data };

  visit_widget (&visit, root);
  for (guint i = 0; i < labels->len; i++)
    for (guint k = i + 1; k < labels->len; k++)
      check_overlap (&visit, g_ptr_array_index (labels, i),
                     g_ptr_array_index (labels, k));
}
