/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-print-choices.h"

#include "tl-print-document.h"

/* The settings hold what somebody may have edited: it is kept within reason,
 * and GTK leaves out of its own what it does not understand. */

TlPrintChoices
tl_print_choices_recall (GSettings *settings)
{
  TlPrintChoices choices = { TRUE, 1, TRUE };
  int            pages_wide;

  if (settings == NULL)
    return choices;

  choices.whole_range = g_settings_get_boolean (settings, "print-whole-range");
  choices.list_sources = g_settings_get_boolean (settings, "print-sources");
  pages_wide = g_settings_get_int (settings, "print-pages-wide");
  choices.pages_wide = (guint)CLAMP (pages_wide, 1, TL_PRINT_MAX_PAGES_WIDE);
  return choices;
}

void
tl_print_choices_remember (GSettings *settings, const TlPrintChoices *choices)
{
  g_return_if_fail (choices != NULL);

  if (settings == NULL)
    return;

  g_settings_set_boolean (settings, "print-whole-range", choices->whole_range);
  g_settings_set_boolean (settings, "print-sources", choices->list_sources);
  g_settings_set_int (settings, "print-pages-wide", (int)choices->pages_wide);
}

static gboolean
is_empty (GVariant *variant)
{
  return g_variant_n_children (variant) == 0;
}

/* Time runs along the long side, unless somebody wants it otherwise. */
static GtkPageSetup *
new_page_setup (GVariant *variant)
{
  GtkPageSetup *setup = NULL;

  if (!is_empty (variant))
    return gtk_page_setup_new_from_gvariant (variant);
  setup = gtk_page_setup_new ();
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  return setup;
}

void
tl_print_choices_recall_paper (GSettings         *settings,
                               GtkPrintOperation *operation)
{
  g_autoptr (GVariant) page = NULL;
  g_autoptr (GVariant) print = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GtkPrintSettings) print_settings = NULL;

  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));

  if (settings != NULL)
    {
      page = g_settings_get_value (settings, "page-setup");
      print = g_settings_get_value (settings, "print-settings");
    }
  else
    page = g_variant_ref_sink (g_variant_new ("a{sv}", NULL));
  setup = new_page_setup (page);
  gtk_print_operation_set_default_page_setup (operation, setup);
  if (print == NULL || is_empty (print))
    return;
  print_settings = gtk_print_settings_new_from_gvariant (print);
  gtk_print_operation_set_print_settings (operation, print_settings);
}

void
tl_print_choices_remember_paper (GSettings         *settings,
                                 GtkPrintOperation *operation)
{
  GtkPrintSettings *print = gtk_print_operation_get_print_settings (operation);
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);

  if (settings == NULL)
    return;

  if (print != NULL)
    g_settings_set_value (settings, "print-settings",
                          gtk_print_settings_to_gvariant (print));
  if (setup != NULL)
    g_settings_set_value (settings, "page-setup",
                          gtk_page_setup_to_gvariant (setup));
}
