/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-filter-panel.h"

#include "tl-facet-counter.h"
#include "tl-facet-row.h"
#include "tl-facet-section.h"
#include "tl-filter-fold.h"
#include "tl-filter-words.h"
#include "tl-range-editor.h"

#include <glib/gi18n.h>

/* As wide as the narrowest window lets it be, and as high as it likes up to
 * what a small screen has. */
#define WIDTH_PX 300
#define MAX_HEIGHT_PX 440

struct _TlFilterPanel
{
  GtkWidget parent_instance;

  TlExplorer      *explorer;
  TlFacetCounter  *counter;
  TlDateFormatter *formatter;

  GtkWidget *box;
  GtkLabel  *shown;
  GtkLabel  *contested_count;
  GtkWidget *sections[TL_N_FACETS];
};

G_DEFINE_FINAL_TYPE (TlFilterPanel, tl_filter_panel, GTK_TYPE_WIDGET)

static void
update_counts (TlFilterPanel *self)
{
  const TlFacetCounts *counts = tl_facet_counter_get_counts (self->counter);
  g_autofree char     *contested = NULL;

  if (counts == NULL)
    return;
  for (guint facet = 0; facet < TL_N_FACETS; facet++)
    tl_facet_section_update (TL_FACET_SECTION (self->sections[facet]), counts);
  contested = tl_date_formatter_format_count (
      self->formatter, tl_facet_counts_get_n_contested (counts));
  gtk_label_set_text (self->contested_count, contested);
}

static void
update_shown (TlFilterPanel *self)
{
  TlResult        *result = tl_explorer_get_result (self->explorer);
  g_autofree char *text = NULL;

  if (result != NULL)
    text = tl_filter_words_format_shown (
        result, tl_explorer_get_dims (self->explorer), self->formatter);
  gtk_label_set_text (self->shown, text);
}

static void
count_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  update_counts (TL_FILTER_PANEL (widget));
}

/* What an arrow key means in a list of checks; %FALSE when it is none. */
static gboolean
get_direction (guint keyval, GtkDirectionType *direction)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *direction = GTK_DIR_TAB_BACKWARD;
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *direction = GTK_DIR_TAB_FORWARD;
      return TRUE;
    default:
      return FALSE;
    }
}

/* The row before or after that of the focus; NULL when that is in none, or in
 * the last. GTK 4.18 finds no way from one to the next by itself. */
static GtkWidget *
find_neighbour (GtkWidget *focus, GtkDirectionType direction)
{
  GtkWidget *row = gtk_widget_get_ancestor (focus, TL_TYPE_FACET_ROW);

  if (row == NULL)
    return NULL;
  do
    row = direction == GTK_DIR_TAB_FORWARD ? gtk_widget_get_next_sibling (row)
                                           : gtk_widget_get_prev_sibling (row);
  while (row != NULL && !gtk_widget_get_visible (row));
  return row;
}

/* A check that belongs to no group GTK takes for a group of one: an arrow key
 * chooses it, instead of going on to the next one. */
static gboolean
key_pressed_cb (GtkEventControllerKey *key,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                TlFilterPanel         *self)
{
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget       *focus = gtk_root_get_focus (root);
  GtkDirectionType direction = GTK_DIR_TAB_FORWARD;
  gboolean is_aside = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left ||
                      keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right;

  if (!GTK_IS_CHECK_BUTTON (focus) ||
      gtk_widget_get_ancestor (focus, TL_TYPE_RANGE_EDITOR) != NULL)
    return FALSE;
  if (get_direction (keyval, &direction))
    {
      GtkWidget *neighbour = find_neighbour (focus, direction);

      if (neighbour == NULL || !gtk_widget_child_focus (neighbour, direction))
        gtk_widget_child_focus (GTK_WIDGET (self), direction);
    }
  else if (!is_aside)
    return FALSE;
  return TRUE;
}

/* --- the parts --- */

static GtkWidget *
head_new (TlFilterPanel *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *clear = gtk_button_new_with_mnemonic (_ ("Clea_r"));

  self->shown = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->shown, 0);
  gtk_label_set_wrap (self->shown, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->shown), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->shown), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->shown), "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (clear),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Clear All Filters"), -1);
  gtk_widget_set_valign (clear, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "win.clear-filters");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->shown));
  gtk_box_append (GTK_BOX (head), clear);
  gtk_widget_add_css_class (head, "tl-filter-head");
  return head;
}

static GtkWidget *
contested_new (TlFilterPanel *self)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Contested only"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  self->contested_count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->contested_count), "tl-detail");
  gtk_widget_add_css_class (GTK_WIDGET (self->contested_count), "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->contested_count));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_widget_set_tooltip_text (
      check, _ ("Only what sources contradict each other about"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Contested only"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (check), "win.contested-only");
  return check;
}

static GtkWidget *
dims_new (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("Dim others instead of hiding them"));
  GtkWidget *toggle = gtk_switch_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (toggle), "win.dim-others");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), toggle);
  gtk_widget_add_css_class (row, "tl-filter-foot");
  return row;
}

static GtkWidget *
list_new (TlFilterPanel *self, const char *language)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint facet = 0; facet < TL_N_FACETS; facet++)
    {
      self->sections[facet] =
          tl_facet_section_new (self->explorer, (TlFacet)facet, language);
      gtk_box_append (GTK_BOX (list), self->sections[facet]);
    }
  tl_facet_section_set_open (TL_FACET_SECTION (self->sections[TL_FACET_KIND]),
                             TRUE);
  gtk_box_append (GTK_BOX (list),
                  tl_filter_fold_new (_ ("Time"), NULL,
                                      tl_range_editor_new (self->explorer)));
  gtk_box_append (GTK_BOX (list), contested_new (self));
  gtk_widget_add_css_class (list, "tl-filter-list");
  return list;
}

static GtkWidget *
scroller_new (GtkWidget *list)
{
  GtkScrolledWindow *scroller =
      GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
      C_ ("accessible name", "What to Filter By"), -1);
  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (scroller, MAX_HEIGHT_PX);
  gtk_scrolled_window_set_child (scroller, list);
  return GTK_WIDGET (scroller);
}

/* --- the widget --- */

static void
tl_filter_panel_map (GtkWidget *widget)
{
  TlFilterPanel *self = TL_FILTER_PANEL (widget);

  for (guint facet = 0; facet < TL_N_FACETS; facet++)
    tl_facet_section_arrange (TL_FACET_SECTION (self->sections[facet]));
  tl_facet_counter_set_active (self->counter, TRUE);
  update_counts (self);
  GTK_WIDGET_CLASS (tl_filter_panel_parent_class)->map (widget);
}

static void
tl_filter_panel_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_filter_panel_parent_class)->unmap (widget);
  tl_facet_counter_set_active (TL_FILTER_PANEL (widget)->counter, FALSE);
}

static gboolean
tl_filter_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_FILTER_PANEL (widget)->sections[0]);
}

static void
tl_filter_panel_dispose (GObject *object)
{
  TlFilterPanel *self = TL_FILTER_PANEL (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->counter);
  g_clear_object (&self->explorer);
  G_OBJECT_CLASS (tl_filter_panel_parent_class)->dispose (object);
}

static void
tl_filter_panel_finalize (GObject *object)
{
  g_clear_pointer (&TL_FILTER_PANEL (object)->formatter,
                   tl_date_formatter_free);
  G_OBJECT_CLASS (tl_filter_panel_parent_class)->finalize (object);
}

static void
tl_filter_panel_class_init (TlFilterPanelClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_filter_panel_dispose;
  object_class->finalize = tl_filter_panel_finalize;
  widget_class->grab_focus = tl_filter_panel_grab_focus;
  widget_class->map = tl_filter_panel_map;
  widget_class->unmap = tl_filter_panel_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterpanel");
  /* For the sections, whose rows change. */
  gtk_widget_class_install_action (widget_class, "panel.count", NULL,
                                   count_action_cb);
}

static void
tl_filter_panel_init (TlFilterPanel *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_size_request (self->box, WIDTH_PX, -1);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
tl_filter_panel_new (TlExplorer *explorer, const char *language)
{
  TlFilterPanel *self = NULL;

  g_return_val_if_fail (TL_IS_EXPLORER (explorer), NULL);

  self = g_object_new (TL_TYPE_FILTER_PANEL, NULL);
  self->explorer = g_object_ref (explorer);
  self->formatter = tl_date_formatter_new (language);
  self->counter = tl_facet_counter_new (explorer);
  gtk_box_append (GTK_BOX (self->box), head_new (self));
  gtk_box_append (GTK_BOX (self->box),
                  scroller_new (list_new (self, language)));
  gtk_box_append (GTK_BOX (self->box), dims_new ());
  g_signal_connect_object (self->counter, "notify::counts",
                           G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::result",
                           G_CALLBACK (update_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::dims", G_CALLBACK (update_shown),
                           self, G_CONNECT_SWAPPED);
  update_shown (self);
  return GTK_WIDGET (self);
}
