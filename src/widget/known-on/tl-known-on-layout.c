/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-known-on-layout.h"

/* The same places serve for measuring and allocating. */

#define SPACING 12

typedef enum
{
  CHILD_HEAD,
  CHILD_TRANSPORT,
  CHILD_SCALE,
  CHILD_CLOSE,
  CHILD_STATUS,
  N_CHILDREN,
} Child;

struct _TlKnownOnLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TlKnownOnLayout,
                     tl_known_on_layout,
                     GTK_TYPE_LAYOUT_MANAGER)

static void
list_children (GtkWidget *widget, GtkWidget **children)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (guint i = 0; i < N_CHILDREN; i++)
    {
      children[i] = child;
      child = gtk_widget_get_next_sibling (child);
    }
}

static int
get_size (GtkWidget *child, GtkOrientation orientation, gboolean natural)
{
  int minimum = 0;
  int wanted = 0;

  gtk_widget_measure (child, orientation, -1, &minimum, &wanted, NULL, NULL);
  return natural ? wanted : minimum;
}

static int
get_width (GtkWidget *child)
{
  return get_size (child, GTK_ORIENTATION_HORIZONTAL, TRUE);
}

static int
get_height (GtkWidget *child)
{
  return get_size (child, GTK_ORIENTATION_VERTICAL, TRUE);
}

/* Children side by side, as high as the highest of them. */
static int
get_row_height (GtkWidget *const *children, Child first, Child second)
{
  return MAX (get_height (children[first]), get_height (children[second]));
}

/* Places of all children in so much width. Returns: the height */
static int
place_wide (GtkWidget *const *children, int width, GtkAllocation *places)
{
  int height = MAX (get_row_height (children, CHILD_HEAD, CHILD_TRANSPORT),
                    get_row_height (children, CHILD_SCALE, CHILD_CLOSE));
  int x = 0;

  for (guint i = CHILD_HEAD; i <= CHILD_TRANSPORT; i++)
    {
      places[i] = (GtkAllocation){ x, 0, get_width (children[i]), height };
      x += places[i].width + SPACING;
    }
  places[CHILD_CLOSE].width = get_width (children[CHILD_CLOSE]);
  places[CHILD_CLOSE].x = width - places[CHILD_CLOSE].width;
  places[CHILD_CLOSE].height = height;
  places[CHILD_SCALE] =
      (GtkAllocation){ x, 0, places[CHILD_CLOSE].x - SPACING - x, height };
  places[CHILD_STATUS] =
      (GtkAllocation){ 0, height, width, get_height (children[CHILD_STATUS]) };
  return height + places[CHILD_STATUS].height;
}

static int
place_narrow (GtkWidget *const *children, int width, GtkAllocation *places)
{
  int height = MAX (get_row_height (children, CHILD_HEAD, CHILD_TRANSPORT),
                    get_height (children[CHILD_CLOSE]));
  int x = width;

  for (guint i = 0; i < 2; i++)
    {
      Child child = i == 0 ? CHILD_CLOSE : CHILD_TRANSPORT;
      int   child_width = get_width (children[child]);

      x -= child_width;
      places[child] = (GtkAllocation){ x, 0, child_width, height };
      x -= SPACING / 2;
    }
  places[CHILD_HEAD] = (GtkAllocation){ 0, 0, x, height };
  places[CHILD_SCALE] =
      (GtkAllocation){ 0, height, width, get_height (children[CHILD_SCALE]) };
  height += places[CHILD_SCALE].height;
  places[CHILD_STATUS] =
      (GtkAllocation){ 0, height, width, get_height (children[CHILD_STATUS]) };
  return height + places[CHILD_STATUS].height;
}

static int
place (GtkWidget *widget, int width, GtkAllocation *places)
{
  GtkWidget *children[N_CHILDREN];

  list_children (widget, children);
  return width >= TL_KNOWN_ON_LAYOUT_WIDE
             ? place_wide (children, width, places)
             : place_narrow (children, width, places);
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *children[N_CHILDREN];
  int        beside;

  list_children (widget, children);
  beside = get_width (children[CHILD_TRANSPORT]) +
           get_width (children[CHILD_CLOSE]) + SPACING;
  *minimum =
      MAX (beside + get_size (children[CHILD_HEAD], GTK_ORIENTATION_HORIZONTAL,
                              FALSE),
           get_size (children[CHILD_SCALE], GTK_ORIENTATION_HORIZONTAL, FALSE));
  *natural = MAX (*minimum, TL_KNOWN_ON_LAYOUT_WIDE);
}

static void
tl_known_on_layout_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  GtkAllocation places[N_CHILDREN] = { 0 };

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    *minimum = *natural = place (
        widget, for_size < 0 ? TL_KNOWN_ON_LAYOUT_WIDE : for_size, places);
}

static void
tl_known_on_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation places[N_CHILDREN] = { 0 };
  GtkWidget    *children[N_CHILDREN];

  list_children (widget, children);
  place (widget, width, places);
  for (guint i = 0; i < N_CHILDREN; i++)
    {
      if (mirrored)
        places[i].x = width - places[i].x - places[i].width;
      gtk_widget_size_allocate (children[i], &places[i], -1);
    }
}

static GtkSizeRequestMode
tl_known_on_layout_get_request_mode (GtkLayoutManager *manager,
                                     GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_known_on_layout_class_init (TlKnownOnLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = tl_known_on_layout_get_request_mode;
  manager_class->measure = tl_known_on_layout_measure;
  manager_class->allocate = tl_known_on_layout_allocate;
}

static void
tl_known_on_layout_init (TlKnownOnLayout *self)
{
}
