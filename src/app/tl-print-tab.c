/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-print-choices.h"

#include <glib/gi18n.h>

#include "tl-number-button.h"
#include "tl-print-document.h"

struct _TlPrintTab
{
  GtkWidget parent_instance;

  GtkCheckButton *whole;
  GtkCheckButton *visible;
  GtkSpinButton  *pages_wide;
  GtkCheckButton *sources;
};

G_DEFINE_FINAL_TYPE (TlPrintTab, tl_print_tab, GTK_TYPE_WIDGET)

static void
tl_print_tab_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_PRINT_TAB);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_print_tab_parent_class)->dispose (object);
}

static void
tl_print_tab_class_init (TlPrintTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_print_tab_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/treatyline/Treatyline/ui/tl-print-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPrintTab, whole);
  gtk_widget_class_bind_template_child (widget_class, TlPrintTab, visible);
  gtk_widget_class_bind_template_child (widget_class, TlPrintTab, pages_wide);
  gtk_widget_class_bind_template_child (widget_class, TlPrintTab, sources);
}

static void
tl_print_tab_init (TlPrintTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_spin_button_set_range (self->pages_wide, 1, TL_PRINT_MAX_PAGES_WIDE);
  tl_number_button_set_up (self->pages_wide, NULL);
}

GtkWidget *
tl_print_tab_new (const TlPrintChoices *choices)
{
  TlPrintTab *self;

  g_return_val_if_fail (choices != NULL, NULL);

  self = g_object_new (TL_TYPE_PRINT_TAB, NULL);
  gtk_check_button_set_active (
      choices->whole_range ? self->whole : self->visible, TRUE);
  gtk_spin_button_set_value (self->pages_wide, choices->pages_wide);
  gtk_check_button_set_active (self->sources, choices->list_sources);
  return GTK_WIDGET (self);
}

TlPrintChoices
tl_print_tab_get_choices (TlPrintTab *self)
{
  TlPrintChoices choices = { 0 };

  g_return_val_if_fail (TL_IS_PRINT_TAB (self), choices);

  choices.whole_range = gtk_check_button_get_active (self->whole);
  choices.pages_wide =
      (guint)gtk_spin_button_get_value_as_int (self->pages_wide);
  choices.list_sources = gtk_check_button_get_active (self->sources);
  return choices;
}
