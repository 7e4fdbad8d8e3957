/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-list-view-private.h"

#include <glib/gi18n.h>

#include "tl-column-sort.h"
#include "tl-record-cells.h"
#include "tl-record-scroll.h"

/* The widget and what it follows. While nobody sees it, it does nothing and
 * holds on to what it showed last; it catches up when it is mapped. */

/* Any size will do, because the rows scroll. */
#define MIN_WIDTH 120
#define MIN_HEIGHT 120

enum
{
  PROP_0,
  PROP_SORT,
  PROP_DESCENDING,
  N_PROPS,
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlListView, tl_list_view, GTK_TYPE_WIDGET)

GtkWidget *
tl_list_view_get_rows (TlListView *self)
{
  return gtk_widget_get_last_child (GTK_WIDGET (self->view));
}

/* --- following --- */

static const char *
explain_empty (TlResult *result)
{
  TlQuery *query = tl_result_get_query (result);

  if (!tl_filter_is_empty (tl_query_get_filter (query)))
    return _ ("No record passes the filter.");
  if (tl_query_get_known_on (query) != TL_KNOWN_ALWAYS)
    return _ ("Nothing was known on this day.");
  return _ ("There are no records.");
}

void
tl_list_view_update_empty (TlListView *self)
{
  TlResult *result = tl_record_list_get_result (self->records);
  gboolean  has_rows =
      g_list_model_get_n_items (G_LIST_MODEL (self->records)) > 0;

  gtk_widget_set_visible (self->scroller, has_rows);
  gtk_widget_set_visible (self->empty, result != NULL && !has_rows);
  if (result != NULL && !has_rows)
    gtk_label_set_text (GTK_LABEL (self->empty), explain_empty (result));
}

static void
update (TlListView *self)
{
  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_stale)
    tl_list_view_update_order (self);
}

static void
selection_changed_cb (TlListView *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  tl_record_list_follow_selection (self->records);
  if (!tl_record_list_is_selecting (self->records))
    tl_record_scroll_to_selected (self->records, tl_list_view_get_rows (self));
}

/* --- sorting --- */

static void
update_sort_button (TlListView *self)
{
  g_autofree char *label = NULL;

  label = g_strdup_printf (
      /* Translators: on the button above a list; %s is the heading of a column,
       * e.g. “Sorted by: Date”. */
      _ ("Sorted by: %s"), tl_record_cell_get_title (self->key));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->sort_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sort_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
set_sort (TlListView *self, TlSortKey key, gboolean descending)
{
  if (key == self->key && descending == self->descending)
    return;

  self->key = key;
  self->descending = descending;
  update_sort_button (self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCENDING]);
}

/* Somebody clicked a heading. */
static void
sorter_changed_cb (TlListView *self)
{
  TlSortKey key = TL_SORT_DATE;
  gboolean  descending = FALSE;

  if (!self->is_arranging &&
      tl_column_sort_find (self->view, &key, &descending))
    set_sort (self, key, descending);
}

void
tl_list_view_sort_by (TlListView *self, TlSortKey key, gboolean descending)
{
  set_sort (self, key, descending);
  tl_list_view_show_sort (self);
}

/* --- activating --- */

void
tl_list_view_activate (TlListView *self)
{
  if (tl_explorer_get_selected (self->explorer) != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
activate_cb (TlListView *self, guint position)
{
  guint     record = tl_record_list_get_record (self->records, position);
  TlResult *result = tl_record_list_get_result (self->records);

  tl_explorer_set_selected (
      self->explorer,
      tl_dataset_get_record_id (tl_result_get_dataset (result), record));
  tl_list_view_activate (self);
}

static void
run_activate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tl_list_view_activate (TL_LIST_VIEW (widget));
}

/* Also brings the record into view there. */
static void
show_on_timeline_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlListView      *self = TL_LIST_VIEW (widget);
  g_autofree char *id = g_strdup (tl_explorer_get_selected (self->explorer));

  gtk_widget_activate_action (widget, "win.view", "s", "timeline");
  if (id != NULL)
    gtk_widget_activate_action (widget, "win.select-record", "s", id);
}

static void
run_menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tl_list_view_popup_menu (TL_LIST_VIEW (widget));
}

/* --- layout --- */

static GtkSizeRequestMode
tl_list_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
tl_list_view_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  *minimum = *natural =
      orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
}

static int
allocate_bar (TlListView *self, int width)
{
  GtkAllocation box = { 0, 0, width, 0 };

  if (!gtk_widget_get_visible (self->bar))
    return 0;
  gtk_widget_measure (self->bar, GTK_ORIENTATION_VERTICAL, width, &box.height,
                      NULL, NULL, NULL);
  gtk_widget_measure (self->bar, GTK_ORIENTATION_HORIZONTAL, box.height,
                      &box.width, NULL, NULL, NULL);
  box.width = MAX (box.width, width);
  gtk_widget_size_allocate (self->bar, &box, -1);
  return box.height;
}

/* Which columns there are depends on the width; it is decided before the rows
 * get their sizes, so that they are never seen with the wrong ones. */
static void
tl_list_view_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  TlListView   *self = TL_LIST_VIEW (widget);
  GtkAllocation box = { 0, 0, width, height };

  if (width != self->fitted_width)
    tl_list_view_fit_columns (self, width);
  self->fitted_width = width;

  box.y = allocate_bar (self, width);
  box.height = MAX (height - box.y, MIN_HEIGHT);
  if (gtk_widget_should_layout (self->scroller))
    gtk_widget_size_allocate (self->scroller, &box, -1);
  if (gtk_widget_should_layout (self->empty))
    gtk_widget_size_allocate (self->empty, &box, -1);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
tl_list_view_map (GtkWidget *widget)
{
  TlListView *self = TL_LIST_VIEW (widget);

  GTK_WIDGET_CLASS (tl_list_view_parent_class)->map (widget);

  if (self->is_stale)
    update (self);
  else
    selection_changed_cb (self);
}

/* --- class --- */

static void
tl_list_view_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TlListView *self = TL_LIST_VIEW (object);

  switch (id)
    {
    case PROP_SORT:
      g_value_set_string (value, tl_sort_key_to_nick (self->key));
      break;
    case PROP_DESCENDING:
      g_value_set_boolean (value, self->descending);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_list_view_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TlListView *self = TL_LIST_VIEW (object);
  TlSortKey   key = self->key;

  switch (id)
    {
    case PROP_SORT:
      if (tl_sort_key_from_nick (g_value_get_string (value), &key))
        tl_list_view_sort_by (self, key, FALSE);
      break;
    case PROP_DESCENDING:
      tl_list_view_sort_by (self, key, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_list_view_dispose (GObject *object)
{
  TlListView *self = TL_LIST_VIEW (object);

  tl_list_view_stop_ranking (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  for (int key = 0; key < TL_N_SORT_KEYS; key++)
    g_clear_object (&self->columns[key]);
  g_clear_pointer (&self->empty, gtk_widget_unparent);
  g_clear_object (&self->records);
  g_clear_object (&self->explorer);
  g_clear_pointer (&self->ranks, tl_record_ranks_unref);

  G_OBJECT_CLASS (tl_list_view_parent_class)->dispose (object);
}

static void
tl_list_view_finalize (GObject *object)
{
  TlListView *self = TL_LIST_VIEW (object);

  g_hash_table_unref (self->title_cells);
  tl_date_formatter_free (self->formatter);
  g_free (self->language);

  G_OBJECT_CLASS (tl_list_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags =
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * TlListView:sort:
   *
   * What is sorted by, the nick of a #TlSortKey.
   */
  properties[PROP_SORT] =
      g_param_spec_string ("sort", NULL, NULL, "date", flags);
  /**
   * TlListView:descending:
   *
   * Whether what comes last otherwise comes first.
   */
  properties[PROP_DESCENDING] =
      g_param_spec_boolean ("descending", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "list-view.sort",
                                            "sort");
  gtk_widget_class_install_property_action (
      widget_class, "list-view.descending", "descending");
  gtk_widget_class_install_action (widget_class, "list-view.activate", NULL,
                                   run_activate_cb);
  gtk_widget_class_install_action (widget_class, "list-view.show-on-timeline",
                                   NULL, show_on_timeline_cb);
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL,
                                   run_menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0,
                                       "menu.popup", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10,
                                       GDK_SHIFT_MASK, "menu.popup", NULL);
}

static void
tl_list_view_class_init (TlListViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_list_view_dispose;
  object_class->finalize = tl_list_view_finalize;
  object_class->get_property = tl_list_view_get_property;
  object_class->set_property = tl_list_view_set_property;
  widget_class->get_request_mode = tl_list_view_get_request_mode;
  widget_class->measure = tl_list_view_measure;
  widget_class->size_allocate = tl_list_view_size_allocate;
  widget_class->map = tl_list_view_map;
  install_properties (object_class);
  install_actions (widget_class);

  /**
   * TlListView::activated:
   *
   * Somebody wants to see more of the record that is selected.
   */
  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "recordlist");
}

static void
add_bar (TlListView *self)
{
  g_autoptr (GMenuModel) menu = tl_list_view_dup_sort_menu ();

  self->sort_button =
      g_object_new (GTK_TYPE_MENU_BUTTON, "menu-model", menu, "has-frame",
                    FALSE, "always-show-arrow", TRUE, NULL);
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->bar, "tl-list-bar");
  gtk_box_append (GTK_BOX (self->bar), self->sort_button);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
}

static void
add_view (TlListView *self)
{
  GtkWidget *view = gtk_column_view_new (NULL);

  self->view = GTK_COLUMN_VIEW (view);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Records"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_empty (TlListView *self)
{
  self->empty = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_widget_set_visible (self->empty, FALSE);
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
}

static void
tl_list_view_init (TlListView *self)
{
  self->title_cells = g_hash_table_new (NULL, NULL);
  add_bar (self);
  add_view (self);
  add_empty (self);
  tl_list_view_add_columns (self);
  tl_list_view_add_menu (self);
  update_sort_button (self);
}

static void
follow (TlListView *self)
{
  g_signal_connect_object (self->explorer, "notify::result",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "notify::selection",
                           G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tl_list_view_new:
 * @explorer: what is shown and selected
 * @language: (nullable): wanted language of the dataset's texts
 *
 * Returns: (transfer floating): a list of what is shown
 */
GtkWidget *
tl_list_view_new (TlExplorer *explorer, const char *language)
{
  TlListView *self = NULL;

  g_return_val_if_fail (TL_IS_EXPLORER (explorer), NULL);

  self = g_object_new (TL_TYPE_LIST_VIEW, NULL);
  self->explorer = g_object_ref (explorer);
  self->language = g_strdup (language);
  self->formatter = tl_date_formatter_new (language);
  self->records = tl_record_list_new (explorer);
  self->is_stale = TRUE;
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->records));
  follow (self);
  tl_list_view_show_sort (self);
  return GTK_WIDGET (self);
}
