/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-details-head.h"

#include <glib/gi18n.h>

#include "tl-copy-menu.h"
#include "tl-disagreement.h"
#include "tl-label-direction.h"
#include "tl-pane-parts.h"
#include "tl-row-layout.h"
#include "tl-wrap-layout.h"

/* What one wants to know first about a record. */

static const char *
get_status_css_class (TlStatus status)
{
  switch (status)
    {
    case TL_STATUS_PLANNED:
    case TL_STATUS_ANNOUNCED:
      return "tl-chip-hollow";
    case TL_STATUS_ALLEGED:
    case TL_STATUS_DENIED:
    case TL_STATUS_CANCELLED:
      return "tl-chip-warning";
    case TL_STATUS_OCCURRED:
    default:
      return "tl-chip-plain";
    }
}

/* A menu is made when somebody asks for it: records change often. */
static void
create_copy_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenuModel) menu = tl_copy_menu_new_for_selection ();

  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (menu));
}

static GtkWidget *
copy_button_new (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "edit-copy-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button),
                                         create_copy_menu_cb, NULL, NULL);
  gtk_widget_set_tooltip_text (button, _ ("Copy Citation"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy Citation"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  return button;
}

static void
append_chips (GtkBox *box, const TlRecord *record)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (chips, tl_wrap_layout_new (6));
  gtk_box_append (GTK_BOX (chips), tl_pane_kind_chip_new (record));
  gtk_box_append (GTK_BOX (chips),
                  tl_pane_chip_new (tl_status_get_label (record->status), NULL,
                                    get_status_css_class (record->status)));
  if (record->contested)
    gtk_box_append (GTK_BOX (chips),
                    /* Translators: A mark on a record whose sources contradict
                     * each other. */
                    tl_pane_chip_new (C_ ("record", "Contested"),
                                      "tl-contested-symbolic",
                                      "tl-chip-warning"));
  gtk_widget_set_hexpand (chips, TRUE);
  gtk_widget_set_valign (chips, GTK_ALIGN_CENTER);
  gtk_widget_set_layout_manager (row, tl_row_layout_new (6));
  gtk_widget_add_css_class (row, "tl-pane-head");
  gtk_box_append (GTK_BOX (row), chips);
  gtk_box_append (GTK_BOX (row), copy_button_new ());
  gtk_box_append (box, row);
}

static void
append_title (GtkBox *box, const char *title)
{
  GtkWidget *label = NULL;

  label =
      g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE,
                    "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable", TRUE,
                    "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
  gtk_widget_add_css_class (label, "title-2");
  tl_label_align_to_start (GTK_LABEL (label));
  gtk_box_append (box, label);
}

/* An expiration says how long it still has; nothing else runs out. */
static void
append_countdown (GtkBox *box, TlPaneContext context, const TlRecord *record)
{
  TlSpan           span = tl_date_get_span (record->date);
  g_autofree char *countdown = NULL;

  if (record->act != TL_ACT_EXPIRATION || span.latest == G_MAXINT64)
    return;

  /* Of an inexact expiration the last possible day counts. */
  countdown = tl_date_formatter_format_countdown (
      context.formatter, context.today,
      tl_calendar_floor (span.latest, TL_UNIT_DAY, 1));
  gtk_box_append (box, tl_pane_caption_new (countdown, "tl-countdown"));
}

static void
append_date (GtkBox *box, TlPaneContext context, const TlRecord *record)
{
  GtkWidget       *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *when = NULL;
  g_autofree char *how_sure = NULL;

  when = tl_date_formatter_format (context.formatter, record->date,
                                   TL_DATE_STYLE_FULL);
  how_sure = tl_date_formatter_explain (context.formatter, record->date);
  gtk_box_append (GTK_BOX (lines), tl_pane_text_new (when, "title-4"));
  append_countdown (GTK_BOX (lines), context, record);
  gtk_box_append (GTK_BOX (lines), tl_pane_caption_new (how_sure, "tl-detail"));
  if (tl_disagreement_has_dates (record))
    gtk_box_append (GTK_BOX (lines),
                    tl_pane_caption_new (
                        _ ("The reports give different dates: see Accounts."),
                        "tl-warning"));
  if (record->note != NULL)
    gtk_box_append (
        GTK_BOX (lines),
        tl_pane_text_new (tl_text_get (record->note, context.language),
                          "tl-detail"));
  gtk_box_append (box, lines);
}

static GtkWidget *
participant_new (TlPaneContext context, guint actor)
{
  const TlActor *data = tl_dataset_get_actor (context.dataset, actor);
  GtkWidget     *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char    *role = tl_text_get (data->role, context.language);

  gtk_box_append (
      GTK_BOX (lines),
      tl_pane_text_new (tl_text_get (data->name, context.language), NULL));
  if (role != NULL)
    gtk_box_append (GTK_BOX (lines), tl_pane_text_new (role, "tl-detail"));
  return lines;
}

static void
append_participants (GtkBox       *facts,
                     TlPaneContext context,
                     const guint  *actors,
                     guint         n_actors,
                     const char   *name)
{
  GtkWidget *list = NULL;

  if (n_actors == 0)
    return;

  list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  for (guint i = 0; i < n_actors; i++)
    gtk_box_append (GTK_BOX (list), participant_new (context, actors[i]));
  gtk_box_append (facts,
                  tl_pane_fact_new ("system-users-symbolic", name, list));
}

static void
append_facts (GtkBox *box, TlPaneContext context, const TlRecord *record)
{
  GtkWidget *facts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  if (record->place != TL_NONE)
    {
      const TlPlace *place = NULL;

      place = tl_dataset_get_place (context.dataset, record->place);
      gtk_box_append (
          GTK_BOX (facts),
          tl_pane_fact_new (
              "mark-location-symbolic", _ ("Place"),
              tl_pane_text_new (tl_text_get (place->name, context.language),
                                NULL)));
    }
  append_participants (GTK_BOX (facts), context, record->actors,
                       record->n_actors, _ ("Participants"));
  if (record->treaty != TL_NONE)
    {
      const TlTreaty *treaty = NULL;

      treaty = tl_dataset_get_treaty (context.dataset, record->treaty);
      append_participants (GTK_BOX (facts), context, treaty->parties,
                           treaty->n_parties, _ ("Parties to the treaty"));
    }
  gtk_widget_set_visible (facts, gtk_widget_get_first_child (facts) != NULL);
  gtk_box_append (box, facts);
}

void
tl_details_append_head (GtkBox         *box,
                        TlPaneContext   context,
                        const TlRecord *record)
{
  append_chips (box, record);
  append_title (box, tl_text_get (record->title, context.language));
  append_date (box, context, record);
  if (record->summary != NULL)
    gtk_box_append (
        box, tl_pane_text_new (tl_text_get (record->summary, context.language),
                               NULL));
  append_facts (box, context, record);
}
