/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-wrap-layout.h"

/* Measuring and allocating walk the children in the same way, through
 * TlLine, so that what was asked for is what is used. */

struct _TlWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (TlWrapLayout, tl_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The place in a walk over the children. */
typedef struct
{
  int width;       /* that there is; G_MAXINT for no limit */
  int spacing;     /* px */
  int x;           /* end of the last child in the line, 0 when it is empty */
  int y;           /* top of the line */
  int line_height; /* of the line so far */
} TlLine;

static GtkAllocation
place_child (TlLine *line, GtkWidget *child)
{
  GtkAllocation box = { 0 };
  int           minimum = 0;
  int           natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural,
                      NULL, NULL);
  box.width = MAX (minimum, MIN (natural, line->width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, box.width, &minimum,
                      &box.height, NULL, NULL);

  box.x = line->x > 0 ? line->x + line->spacing : 0;
  if (line->x > 0 && box.x > line->width - box.width)
    {
      box.x = 0;
      line->y += line->line_height + line->spacing;
      line->line_height = 0;
    }
  box.y = line->y;

  line->x = box.x + box.width;
  line->line_height = MAX (line->line_height, box.height);
  return box;
}

static int
measure_height (TlWrapLayout *self, GtkWidget *widget, int for_width)
{
  TlLine line = { .width = for_width < 0 ? G_MAXINT : for_width,
                  .spacing = self->spacing };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      place_child (&line, child);

  return line.y + line.line_height;
}

static void
measure_width (TlWrapLayout *self,
               GtkWidget    *widget,
               int          *minimum,
               int          *natural)
{
  gboolean is_first = TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0;
      int child_natural = 0;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum,
                          &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (is_first ? 0 : self->spacing);
      is_first = FALSE;
    }
}

static GtkSizeRequestMode
tl_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  TlWrapLayout *self = TL_WRAP_LAYOUT (manager);

  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = measure_height (self, widget, for_size);
}

static void
tl_wrap_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  TlWrapLayout *self = TL_WRAP_LAYOUT (manager);
  TlLine        line = { .width = width, .spacing = self->spacing };
  gboolean      mirrored = FALSE;

  mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation box = { 0 };

      if (!gtk_widget_should_layout (child))
        continue;

      box = place_child (&line, child);
      if (mirrored)
        box.x = width - box.x - box.width;
      gtk_widget_size_allocate (child, &box, -1);
    }
}

static void
tl_wrap_layout_class_init (TlWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = tl_wrap_layout_get_request_mode;
  manager_class->measure = tl_wrap_layout_measure;
  manager_class->allocate = tl_wrap_layout_allocate;
}

static void
tl_wrap_layout_init (TlWrapLayout *self)
{
}

GtkLayoutManager *
tl_wrap_layout_new (int spacing)
{
  TlWrapLayout *self = g_object_new (TL_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
