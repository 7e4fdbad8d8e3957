/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-mark-item.h"

/* What a mark of the timeline is for assistive technology: a thing with a
 * name, a place and a state, which takes the keyboard focus. It draws nothing,
 * and the pointer does not meet it. */

struct _TlMarkItem
{
  GtkWidget parent_instance;

  TlMarkKey key;
  TlRect    area;
  gboolean  is_selected;
};

/**
 * TlMarkItem:
 *
 * A mark of a timeline, which is its parent, for assistive technology.
 *
 * # Actions
 *
 * `mark.show` selects the record and shows it, or opens the cluster;
 * `mark.toggle` adds what it stands for to what is selected, or takes it out.
 *
 * # CSS nodes
 *
 * `mark`
 *
 * # Accessibility
 *
 * `GTK_ACCESSIBLE_ROLE_LIST_ITEM`
 */
G_DEFINE_FINAL_TYPE (TlMarkItem, tl_mark_item, GTK_TYPE_WIDGET)

static void
forward_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlMarkItem *self = TL_MARK_ITEM (widget);

  gtk_widget_activate_action (gtk_widget_get_parent (widget),
                              g_str_equal (name, "mark.show")
                                  ? "timeline.show-mark"
                                  : "timeline.toggle-mark",
                              "(uu)", self->key.record, self->key.lane);
}

static void
tl_mark_item_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
}

static void
tl_mark_item_class_init (TlMarkItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = tl_mark_item_measure;
  gtk_widget_class_install_action (widget_class, "mark.show", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "mark.toggle", NULL,
                                   forward_cb);
  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
tl_mark_item_init (TlMarkItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_SELECTED, FALSE, -1);
}

/**
 * tl_mark_key_compare:
 *
 * Returns: as strcmp() does: by record, lane, count; flags after all marks
 */
int
tl_mark_key_compare (TlMarkKey a, TlMarkKey b)
{
  if ((a.lane == TL_NONE) != (b.lane == TL_NONE))
    return a.lane == TL_NONE ? 1 : -1;
  if (a.record != b.record)
    return a.record < b.record ? -1 : 1;
  if (a.lane != b.lane)
    return a.lane < b.lane ? -1 : 1;
  return (a.count > b.count) - (a.count < b.count);
}

/**
 * tl_mark_item_new:
 * @key: what it stands for
 *
 * Returns: (transfer floating): a new item without words
 */
GtkWidget *
tl_mark_item_new (TlMarkKey key)
{
  TlMarkItem *self = g_object_new (TL_TYPE_MARK_ITEM, NULL);

  self->key = key;
  return GTK_WIDGET (self);
}

/**
 * tl_mark_item_get_key:
 * @self: an item
 *
 * Returns: what it stands for
 */
TlMarkKey
tl_mark_item_get_key (TlMarkItem *self)
{
  g_return_val_if_fail (TL_IS_MARK_ITEM (self), ((TlMarkKey){ 0 }));

  return self->key;
}

/**
 * tl_mark_item_set_key:
 * @self: an item
 * @key: what it stands for
 *
 * The words have to be set anew.
 */
void
tl_mark_item_set_key (TlMarkItem *self, TlMarkKey key)
{
  g_return_if_fail (TL_IS_MARK_ITEM (self));

  self->key = key;
}

/**
 * tl_mark_item_get_area:
 * @self: an item
 *
 * Returns: where it is to be, in pixels of the timeline
 */
TlRect
tl_mark_item_get_area (TlMarkItem *self)
{
  g_return_val_if_fail (TL_IS_MARK_ITEM (self), ((TlRect){ 0 }));

  return self->area;
}

/**
 * tl_mark_item_set_area:
 * @self: an item
 * @area: where it is to be, in pixels of the timeline
 *
 * The timeline allocates it.
 */
void
tl_mark_item_set_area (TlMarkItem *self, TlRect area)
{
  g_return_if_fail (TL_IS_MARK_ITEM (self));

  self->area = area;
}

/**
 * tl_mark_item_set_words:
 * @self: an item
 * @name: a short sentence
 * @certainty: (nullable): how sure the date is
 *
 * Sets what is read aloud.
 */
void
tl_mark_item_set_words (TlMarkItem *self,
                        const char *name,
                        const char *certainty)
{
  g_return_if_fail (TL_IS_MARK_ITEM (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  certainty != NULL ? certainty : "", -1);
}

/**
 * tl_mark_item_set_selected:
 * @self: an item
 * @is_selected: whether what it stands for is selected
 *
 * Tells assistive technology about it.
 */
void
tl_mark_item_set_selected (TlMarkItem *self, gboolean is_selected)
{
  g_return_if_fail (TL_IS_MARK_ITEM (self));

  is_selected = !!is_selected;
  if (is_selected == self->is_selected)
    return;
  self->is_selected = is_selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_SELECTED, is_selected, -1);
}
