/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pair-layout.h"

/* Part of the height that the first child has when it stands above. */
#define UPPER_PART 0.4

struct _TlPairLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TlPairLayout, tl_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  int minimum;
  int natural;
} TlExtent;

static TlExtent
measure_child (GtkWidget *child, GtkOrientation orientation)
{
  TlExtent extent = { 0 };

  gtk_widget_measure (child, orientation, -1, &extent.minimum, &extent.natural,
                      NULL, NULL);
  return extent;
}

static void
tl_pair_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  TlExtent first =
      measure_child (gtk_widget_get_first_child (widget), orientation);
  TlExtent second =
      measure_child (gtk_widget_get_last_child (widget), orientation);
  gboolean is_wide = for_size < 0 || for_size >= TL_PAIR_LAYOUT_WIDE;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (first.minimum, second.minimum);
      *natural = first.natural + second.natural;
    }
  else if (is_wide)
    {
      *minimum = MAX (first.minimum, second.minimum);
      *natural = MAX (first.natural, second.natural);
    }
  else
    {
      *minimum = first.minimum + second.minimum;
      *natural = first.natural + second.natural;
    }
}

static void
allocate_stacked (GtkWidget *first, GtkWidget *second, int width, int height)
{
  TlExtent      upper = measure_child (first, GTK_ORIENTATION_VERTICAL);
  TlExtent      lower = measure_child (second, GTK_ORIENTATION_VERTICAL);
  GtkAllocation box = { .width = width };

  box.height = MAX (upper.minimum, (int)(height * UPPER_PART));
  box.height = MAX (upper.minimum, MIN (box.height, height - lower.minimum));
  gtk_widget_size_allocate (first, &box, -1);
  box.y = box.height;
  box.height = MAX (lower.minimum, height - box.y);
  gtk_widget_size_allocate (second, &box, -1);
}

static void
tl_pair_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  GtkWidget    *first = gtk_widget_get_first_child (widget);
  GtkWidget    *second = gtk_widget_get_last_child (widget);
  GtkAllocation box = { .height = height };
  int           side = 0;
  gboolean      mirrored = FALSE;

  if (width < TL_PAIR_LAYOUT_WIDE)
    {
      allocate_stacked (first, second, width, height);
      return;
    }

  mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  side = measure_child (second, GTK_ORIENTATION_HORIZONTAL).natural;
  side = MIN (side, width / 2);
  box.width = width - side;
  box.x = mirrored ? side : 0;
  gtk_widget_size_allocate (first, &box, -1);
  box.x = mirrored ? 0 : width - side;
  box.width = side;
  gtk_widget_size_allocate (second, &box, -1);
}

static GtkSizeRequestMode
tl_pair_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_pair_layout_class_init (TlPairLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = tl_pair_layout_get_request_mode;
  manager_class->measure = tl_pair_layout_measure;
  manager_class->allocate = tl_pair_layout_allocate;
}

static void
tl_pair_layout_init (TlPairLayout *self)
{
}
