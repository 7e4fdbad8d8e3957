/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-filter-fold.h"

struct _TlFilterFold
{
  GtkWidget parent_instance;

  GtkWidget *heading; /* a toggle button: open while it is active */
  GtkWidget *arrow;
  GtkWidget *body;
};

G_DEFINE_FINAL_TYPE (TlFilterFold, tl_filter_fold, GTK_TYPE_WIDGET)

static void
update (TlFilterFold *self)
{
  gboolean is_open = tl_filter_fold_get_open (self);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                is_open ? "pan-down-symbolic"
                                        : "pan-end-symbolic");
  gtk_widget_set_visible (self->body, is_open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->heading),
                               GTK_ACCESSIBLE_STATE_EXPANDED, is_open, -1);
}

static gboolean
tl_filter_fold_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_FILTER_FOLD (widget)->heading);
}

static void
tl_filter_fold_dispose (GObject *object)
{
  TlFilterFold *self = TL_FILTER_FOLD (object);

  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->body, gtk_widget_unparent);
  G_OBJECT_CLASS (tl_filter_fold_parent_class)->dispose (object);
}

static void
tl_filter_fold_class_init (TlFilterFoldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_filter_fold_dispose;
  widget_class->grab_focus = tl_filter_fold_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterfold");
}

static void
tl_filter_fold_init (TlFilterFold *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout),
                                  GTK_ORIENTATION_VERTICAL);
  self->heading = gtk_toggle_button_new ();
  gtk_widget_add_css_class (self->heading, "flat");
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  self->arrow = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

GtkWidget *
tl_filter_fold_new (const char *name, GtkWidget *beside, GtkWidget *body)
{
  TlFilterFold *self = NULL;
  GtkWidget    *line = NULL;
  GtkWidget    *label = NULL;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (beside == NULL || GTK_IS_WIDGET (beside), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (body), NULL);

  self = g_object_new (TL_TYPE_FILTER_FOLD, NULL);
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  label = gtk_label_new (name);
  gtk_box_append (GTK_BOX (line), self->arrow);
  gtk_box_append (GTK_BOX (line), label);
  if (beside != NULL)
    gtk_box_append (GTK_BOX (line), beside);
  gtk_button_set_child (GTK_BUTTON (self->heading), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  self->body = body;
  gtk_widget_add_css_class (body, "tl-facet-body");
  gtk_widget_set_parent (body, GTK_WIDGET (self));
  g_signal_connect_swapped (self->heading, "notify::active",
                            G_CALLBACK (update), self);
  update (self);
  return GTK_WIDGET (self);
}

gboolean
tl_filter_fold_get_open (TlFilterFold *self)
{
  g_return_val_if_fail (TL_IS_FILTER_FOLD (self), FALSE);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->heading));
}

void
tl_filter_fold_set_open (TlFilterFold *self, gboolean open)
{
  g_return_if_fail (TL_IS_FILTER_FOLD (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->heading), open);
}
