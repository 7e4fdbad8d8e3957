/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-copy-menu.h"

#include <glib/gi18n.h>

#include "tl-citation-list.h"

/* The formats are those of the command line, with the same names. */

typedef GVariant *(*MakeTarget) (const char *id, const char *format);

static GVariant *
make_quote_target (const char *id, const char *format)
{
  return g_variant_new ("(ss)", id, format);
}

static GVariant *
make_format_target (const char *id, const char *format)
{
  return g_variant_new_string (format);
}

static GMenuModel *
new_items (const char *action, const char *id, MakeTarget make_target)
{
  GMenu                  *items = g_menu_new ();
  guint                   n_formats;
  const TlCitationFormat *formats = tl_citation_get_formats (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      g_autoptr (GMenuItem) item =
          g_menu_item_new (gettext (formats[i].name), NULL);

      g_menu_item_set_action_and_target_value (
          item, action, make_target (id, formats[i].nick));
      g_menu_append_item (items, item);
    }
  return G_MENU_MODEL (items);
}

GMenuModel *
tl_copy_menu_new_for_quote (const char *id)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) items = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  items = new_items ("win.copy-quote-as", id, make_quote_target);
  /* Translators: heading of a menu of formats: Text, BibTeX… */
  g_menu_append_section (menu, _ ("Copy Quotation As"), items);
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

GMenuModel *
tl_copy_menu_new_for_selection (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) items =
      new_items ("win.copy-citation", NULL, make_format_target);

  /* Translators: heading of a menu of formats: Text, BibTeX… */
  g_menu_append_section (menu, _ ("Copy Citation As"), items);
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

void
tl_copy_menu_append_for_selection (GMenu *menu)
{
  g_autoptr (GMenuModel) items =
      new_items ("win.copy-citation", NULL, make_format_target);

  g_return_if_fail (G_IS_MENU (menu));

  g_menu_append_submenu (menu, _ ("_Copy Citation As"), items);
}

static gboolean
remove_popover_cb (gpointer data)
{
  GtkWidget *popover = data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: what was chosen is activated after the popover has closed. */
static void
closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_popover_cb,
                   g_object_ref (popover), g_object_unref);
}

void
tl_copy_menu_popup (GtkWidget *widget, GMenuModel *menu, double x, double y)
{
  GtkWidget   *popover = NULL;
  GdkRectangle point = { (int)x, (int)y, 1, 1 };

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &point);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, widget);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}
