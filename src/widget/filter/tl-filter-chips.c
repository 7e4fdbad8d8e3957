/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-filter-chips.h"

#include "tl-filter-edit.h"
#include "tl-filter-words.h"
#include "tl-pane-context.h"
#include "tl-wrap-layout.h"

#include <glib/gi18n.h>

/* All chips are made anew when the filter has changed: they are few. Who takes
 * one away by keyboard stays in its place. */

#define SPACING 6
#define MAX_CHARS 32

struct _TlFilterChips
{
  GtkWidget parent_instance;

  TlExplorer      *explorer;
  TlDateFormatter *formatter;
  char            *language; /* nullable */
};

G_DEFINE_FINAL_TYPE (TlFilterChips, tl_filter_chips, GTK_TYPE_WIDGET)

static GtkWidget *
chip_content_new (const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *cross = gtk_image_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), cross);
  return box;
}

/* tooltip: the same text with what it belongs to, or as it is. */
static void
append_chip (TlFilterChips *self,
             const char    *part,
             const char    *value,
             const char    *text,
             const char    *tooltip)
{
  GtkWidget       *chip = gtk_button_new ();
  g_autofree char *name = NULL;
  g_autofree char *isolated = tl_isolate (text);

  gtk_button_set_child (GTK_BUTTON (chip), chip_content_new (text));
  gtk_widget_add_css_class (chip, "tl-filter-chip");
  gtk_widget_set_tooltip_text (chip, tooltip);
  /* Translators: %s is what a filter wants: "Remove filter: Talk". */
  name = g_strdup_printf (_ ("Remove filter: %s"), isolated);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "win.remove-filter");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "(ss)", part, value);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
}

static void
append_values (TlFilterChips *self, const TlFilter *filter, TlFacet facet)
{
  const char *const *values = tl_filter_get_values (filter, facet);

  for (gsize i = 0; values[i] != NULL; i++)
    {
      g_autofree char *title = NULL;
      g_autofree char *isolated = NULL;
      g_autofree char *tooltip = NULL;

      title =
          tl_filter_words_dup_value (tl_explorer_get_dataset (self->explorer),
                                     facet, values[i], self->language);
      isolated = tl_isolate (title);
      /* Translators: What is filtered by, and what is wanted of it: "Kind:
       * Talk". */
      tooltip = g_strdup_printf (C_ ("filter", "%1$s: %2$s"),
                                 tl_filter_words_get_facet (facet), isolated);
      append_chip (self, tl_facet_to_nick (facet), values[i], title, tooltip);
    }
}

static void
append_clear (TlFilterChips *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Clear _All"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tl-clear-filters");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Clear All Filters"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.clear-filters");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
append_chips (TlFilterChips *self, const TlFilter *filter)
{
  const char      *search = tl_filter_get_search (filter);
  g_autofree char *range = NULL;

  if (search != NULL)
    {
      g_autofree char *isolated = tl_isolate (search);
      g_autofree char *text = tl_filter_words_format_search (isolated);

      append_chip (self, TL_FILTER_SEARCH, "", text, text);
    }
  for (guint facet = 0; facet < TL_N_FACETS; facet++)
    append_values (self, filter, (TlFacet)facet);
  range = tl_filter_words_format_range (filter, self->formatter);
  if (range != NULL)
    append_chip (self, TL_FILTER_RANGE, "", range, range);
  if (tl_filter_get_contested_only (filter))
    append_chip (self, TL_FILTER_CONTESTED, "", _ ("Contested only"),
                 _ ("Only what sources contradict each other about"));
  append_clear (self);
}

static void
remove_all (TlFilterChips *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

/* The place of the chip that has the focus, or -1. */
static int
find_focus (TlFilterChips *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  int        place = -1;

  for (; child != NULL; child = gtk_widget_get_prev_sibling (child))
    place++;
  return place;
}

static void
focus_place (TlFilterChips *self, int place)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (; place > 0 && gtk_widget_get_next_sibling (child) != NULL; place--)
    child = gtk_widget_get_next_sibling (child);
  gtk_widget_grab_focus (child);
}

static void
update (TlFilterChips *self)
{
  const TlFilter *filter = tl_explorer_get_filter (self->explorer);
  gboolean        has_filter = !tl_filter_is_empty (filter);
  int             focus = find_focus (self);

  remove_all (self);
  if (has_filter)
    append_chips (self, filter);
  gtk_widget_set_visible (GTK_WIDGET (self), has_filter);
  if (has_filter && focus >= 0)
    focus_place (self, focus);
}

static void
tl_filter_chips_dispose (GObject *object)
{
  TlFilterChips *self = TL_FILTER_CHIPS (object);

  remove_all (self);
  g_clear_object (&self->explorer);
  G_OBJECT_CLASS (tl_filter_chips_parent_class)->dispose (object);
}

static void
tl_filter_chips_finalize (GObject *object)
{
  TlFilterChips *self = TL_FILTER_CHIPS (object);

  g_clear_pointer (&self->formatter, tl_date_formatter_free);
  g_free (self->language);
  G_OBJECT_CLASS (tl_filter_chips_parent_class)->finalize (object);
}

static void
tl_filter_chips_class_init (TlFilterChipsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_filter_chips_dispose;
  object_class->finalize = tl_filter_chips_finalize;
  gtk_widget_class_set_css_name (widget_class, "filterchips");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_filter_chips_init (TlFilterChips *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 tl_wrap_layout_new (SPACING));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filters"), -1);
}

GtkWidget *
tl_filter_chips_new (TlExplorer *explorer, const char *language)
{
  TlFilterChips *self = NULL;

  g_return_val_if_fail (TL_IS_EXPLORER (explorer), NULL);

  self = g_object_new (TL_TYPE_FILTER_CHIPS, NULL);
  self->explorer = g_object_ref (explorer);
  self->language = g_strdup (language);
  self->formatter = tl_date_formatter_new (language);
  g_signal_connect_object (explorer, "notify::filter", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  /* Another dataset has other names. */
  g_signal_connect_object (explorer, "notify::dataset", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
