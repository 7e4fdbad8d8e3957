/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-row-layout.h"

/* Height follows from width, and never the other way round. */

struct _TlRowLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlRowLayout, tl_row_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
measure_width (GtkWidget *child, int *minimum, int *natural)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural,
                      NULL, NULL);
}

/* The width of each child that expands, where the row has so much. */
static int
get_share (TlRowLayout *self, GtkWidget *widget, int width)
{
  int      n_expanding = 0;
  gboolean is_first = TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum = 0;
      int natural = 0;

      if (!gtk_widget_should_layout (child))
        continue;

      width -= is_first ? 0 : self->spacing;
      is_first = FALSE;
      measure_width (child, &minimum, &natural);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        n_expanding++;
      else
        width -= natural;
    }
  return n_expanding > 0 ? width / n_expanding : 0;
}

static int
get_child_width (GtkWidget *child, int share)
{
  int minimum = 0;
  int natural = 0;

  measure_width (child, &minimum, &natural);
  if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
    return MAX (minimum, share);
  return natural;
}

static void
measure_row (TlRowLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  gboolean is_first = TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0;
      int child_natural = 0;
      int spacing = is_first ? 0 : self->spacing;

      if (!gtk_widget_should_layout (child))
        continue;

      measure_width (child, &child_minimum, &child_natural);
      if (!gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        child_minimum = child_natural;
      *minimum += child_minimum + spacing;
      *natural += child_natural + spacing;
      is_first = FALSE;
    }
}

static int
measure_height (TlRowLayout *self, GtkWidget *widget, int width)
{
  int share = 0;
  int height = 0;

  if (width < 0)
    {
      int minimum = 0;

      measure_row (self, widget, &minimum, &width);
    }
  share = get_share (self, widget, width);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_height = 0;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL,
                          get_child_width (child, share), NULL, &child_height,
                          NULL, NULL);
      height = MAX (height, child_height);
    }
  return height;
}

static GtkSizeRequestMode
tl_row_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_row_layout_measure (GtkLayoutManager *manager,
                       GtkWidget        *widget,
                       GtkOrientation    orientation,
                       int               for_size,
                       int              *minimum,
                       int              *natural,
                       int              *minimum_baseline,
                       int              *natural_baseline)
{
  TlRowLayout *self = TL_ROW_LAYOUT (manager);

  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_row (self, widget, minimum, natural);
  else
    *minimum = *natural = measure_height (self, widget, for_size);
}

static void
tl_row_layout_allocate (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        int               width,
                        int               height,
                        int               baseline)
{
  TlRowLayout  *self = TL_ROW_LAYOUT (manager);
  int           share = get_share (self, widget, width);
  GtkAllocation box = { .height = height };
  int           x = 0;
  gboolean      mirrored = FALSE;

  mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;

      box.width = get_child_width (child, share);
      box.x = mirrored ? width - x - box.width : x;
      gtk_widget_size_allocate (child, &box, -1);
      x += box.width + self->spacing;
    }
}

static void
tl_row_layout_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SPACING:
      g_value_set_int (value,
                       tl_row_layout_get_spacing (TL_ROW_LAYOUT (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_row_layout_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SPACING:
      tl_row_layout_set_spacing (TL_ROW_LAYOUT (object),
                                 g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_row_layout_class_init (TlRowLayoutClass *klass)
{
  GObjectClass          *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = tl_row_layout_get_property;
  object_class->set_property = tl_row_layout_set_property;
  manager_class->get_request_mode = tl_row_layout_get_request_mode;
  manager_class->measure = tl_row_layout_measure;
  manager_class->allocate = tl_row_layout_allocate;

  /**
   * TlRowLayout:spacing:
   *
   * Pixels between two children.
   */
  properties[PROP_SPACING] = g_param_spec_int (
      "spacing", NULL, NULL, 0, G_MAXINT16, 0,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_row_layout_init (TlRowLayout *self)
{
}

GtkLayoutManager *
tl_row_layout_new (int spacing)
{
  return g_object_new (TL_TYPE_ROW_LAYOUT, "spacing", spacing, NULL);
}

int
tl_row_layout_get_spacing (TlRowLayout *self)
{
  g_return_val_if_fail (TL_IS_ROW_LAYOUT (self), 0);

  return self->spacing;
}

void
tl_row_layout_set_spacing (TlRowLayout *self, int spacing)
{
  g_return_if_fail (TL_IS_ROW_LAYOUT (self));

  spacing = CLAMP (spacing, 0, G_MAXINT16);
  if (self->spacing == spacing)
    return;

  self->spacing = spacing;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPACING]);
}
