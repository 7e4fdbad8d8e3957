/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-pane-parts.h"

#include "tl-glyph-image.h"
#include "tl-label-direction.h"
#include "tl-link.h"
#include "tl-row-layout.h"

#include <glib/gi18n.h>

/* Pieces without state. What happens when one is activated is an action of
 * the window, so that this file need not know the window. */

static const char *const kind_css_classes[TL_N_KINDS] = {
  [TL_KIND_TALK] = "tl-kind-talk",
  [TL_KIND_STATEMENT] = "tl-kind-statement",
  [TL_KIND_TEST] = "tl-kind-test",
  [TL_KIND_INCIDENT] = "tl-kind-incident",
  [TL_KIND_DEPLOYMENT] = "tl-kind-deployment",
  [TL_KIND_AID] = "tl-kind-aid",
  [TL_KIND_OTHER] = "tl-kind-other",
  [TL_KIND_TREATY] = "tl-kind-treaty",
};

const char *
tl_pane_kind_css_class (TlKind kind)
{
  g_return_val_if_fail (kind < TL_N_KINDS, NULL);

  return kind_css_classes[kind];
}

/* How narrow a paragraph may become. Without that GTK tries how it would look
 * with a line for every letter, which takes most of the time of a layout. */
#define MIN_CHARS 24

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  tl_label_align_to_start (GTK_LABEL (label));
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Its children stand side by side; one of them should expand. */
static GtkWidget *
row_new (int spacing)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (row, tl_row_layout_new (spacing));
  return row;
}

GtkWidget *
tl_pane_caption_new (const char *text, const char *css_class)
{
  GtkWidget *label = label_new (text, css_class);

  gtk_label_set_width_chars (GTK_LABEL (label), MIN_CHARS);
  return label;
}

GtkWidget *
tl_pane_text_new (const char *text, const char *css_class)
{
  GtkWidget *label = tl_pane_caption_new (text, css_class);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

GtkWidget *
tl_pane_heading_new (TlPaneContext context, const char *text, guint count)
{
  GtkWidget *box = row_new (6);
  GtkWidget *label = NULL;

  label =
      g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                    "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE,
                    "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class (label, "heading");
  tl_label_align_to_start (GTK_LABEL (label));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "tl-section-heading");

  if (count > 0)
    {
      g_autofree char *number = NULL;

      number = tl_date_formatter_format_count (context.formatter, count);
      gtk_box_append (GTK_BOX (box), label_new (number, "dim-label"));
    }
  return box;
}

static GtkWidget *
chip_new (const char *label, GtkWidget *image, const char *css_class)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (chip, "tl-chip");
  gtk_widget_add_css_class (chip, css_class);
  if (image != NULL)
    gtk_box_append (GTK_BOX (chip), image);
  gtk_box_append (GTK_BOX (chip), label_new (label, NULL));
  return chip;
}

GtkWidget *
tl_pane_chip_new (const char *label,
                  const char *icon_name,
                  const char *css_class)
{
  GtkWidget *image = NULL;

  if (icon_name != NULL)
    image =
        g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                      GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  return chip_new (label, image, css_class);
}

GtkWidget *
tl_pane_kind_chip_new (const TlRecord *record)
{
  const char *label = record->act == TL_ACT_NONE
                          ? tl_kind_get_label (record->kind)
                          : tl_act_get_label (record->act);

  return chip_new (label, tl_glyph_image_new (record),
                   tl_pane_kind_css_class (record->kind));
}

GtkWidget *
tl_pane_fact_new (const char *icon_name, const char *name, GtkWidget *content)
{
  GtkWidget *box = row_new (12);
  GtkWidget *image = gtk_image_new_from_icon_name (icon_name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (image),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (image, name);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_add_css_class (image, "dim-label");
  gtk_widget_add_css_class (image, "tl-fact-icon");
  gtk_widget_set_hexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), content);
  return box;
}

/* "part of · 27 July 2020" */
static char *
format_link_detail (TlPaneContext   context,
                    const TlRecord *record,
                    const char     *relation)
{
  g_autofree char *when = NULL;

  when = tl_date_formatter_format (context.formatter, record->date,
                                   TL_DATE_STYLE_FULL);
  if (relation == NULL)
    return g_steal_pointer (&when);
  /* Translators: How another record is related to this one, and its date:
   * "part of · 27 July 2020". */
  return g_strdup_printf (C_ ("related record", "%1$s · %2$s"), relation, when);
}

GtkWidget *
tl_pane_record_link_new (TlPaneContext context,
                         guint         index,
                         const char   *relation)
{
  g_autoptr (TlRecord) record = tl_dataset_ref_record (context.dataset, index);
  const char      *title = tl_text_get (record->title, context.language);
  g_autofree char *detail = format_link_detail (context, record, relation);
  g_autofree char *isolated = NULL;
  g_autofree char *spoken = NULL;
  GtkWidget       *button = gtk_button_new ();
  GtkWidget       *row = row_new (12);
  GtkWidget       *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *image = tl_glyph_image_new (record);

  gtk_widget_add_css_class (image, tl_pane_kind_css_class (record->kind));
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), tl_pane_caption_new (title, NULL));
  gtk_box_append (GTK_BOX (lines), tl_pane_caption_new (detail, "tl-detail"));
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), lines);

  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tl-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.select-record");
  gtk_actionable_set_action_target (
      GTK_ACTIONABLE (button), "s",
      tl_dataset_get_record_id (context.dataset, index));
  isolated = tl_isolate (title);
  /* Translators: Read out for a link to another record: its title, and how it
   * is related or when it was. */
  spoken = g_strdup_printf (C_ ("spoken link", "%1$s, %2$s"), isolated, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return button;
}

GtkWidget *
tl_pane_address_link_new (const char *url)
{
  g_autofree char *host = NULL;
  g_autofree char *label = NULL;
  GtkWidget       *button = NULL;

  if (!tl_link_is_allowed (url, &host))
    return NULL;

  /* Translators: %s is the name of a host, "www.example.org". */
  label = g_strdup_printf (_ ("Read at %s"), host);
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), tl_pane_caption_new (label, NULL));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "tl-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", url);
  return button;
}
