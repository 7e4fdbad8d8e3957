/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-account-row.h"

#include <glib/gi18n.h>

#include "tl-label-direction.h"
#include "tl-row-layout.h"

/* A row without state of its own: filled once, from an account. */

struct _TlAccountRow
{
  GtkWidget parent_instance;

  GtkLabel  *publisher;
  GtkLabel  *report;
  GtkWidget *stance;
  GtkImage  *stance_icon;
  GtkLabel  *stance_label;
  GtkLabel  *date;
  GtkLabel  *date_words;
  GtkLabel  *says;
  GtkLabel  *note;
};

G_DEFINE_FINAL_TYPE (TlAccountRow, tl_account_row, GTK_TYPE_WIDGET)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static char *
quote (const char *text)
{
  /* Translators: The quotation marks of your language. */
  return text != NULL ? g_strdup_printf (C_ ("quotation", "“%s”"), text) : NULL;
}

static char *
quote_isolated (const char *text)
{
  g_autofree char *isolated = text != NULL ? tl_isolate (text) : NULL;

  return quote (isolated);
}

static char *
format_published (TlPaneContext context, const TlSource *source)
{
  const char      *agency = tl_text_get (source->agency, context.language);
  g_autofree char *isolated = agency != NULL ? tl_isolate (agency) : NULL;
  g_autofree char *when = NULL;

  when = tl_date_formatter_format (context.formatter, source->published,
                                   TL_DATE_STYLE_FULL);
  if (isolated == NULL)
    return g_steal_pointer (&when);
  /* Translators: When a report was published, and the news agency whose words
   * it passes on: "29 July 2020, relaying Interfax". */
  return g_strdup_printf (_ ("%1$s, relaying %2$s"), when, isolated);
}

static void
show_source (TlAccountRow *self, TlPaneContext context, const TlSource *source)
{
  g_autofree char *published = format_published (context, source);
  g_autofree char *title =
      quote_isolated (tl_text_get (source->title, context.language));
  g_autofree char *report = g_strjoin ("\n", published, title, NULL);

  show_text (self->publisher,
             tl_text_get (source->publisher, context.language));
  show_text (self->report, report);
}

static void
show_date (TlAccountRow *self, TlPaneContext context, const TlAccount *account)
{
  g_autofree char *when = NULL;
  g_autofree char *words = quote_isolated (account->date_words);
  g_autofree char *sentence = NULL;

  if (account->date != NULL)
    when = tl_date_formatter_format (context.formatter, account->date,
                                     TL_DATE_STYLE_FULL);
  if (words != NULL)
    /* Translators: %s are the words, in quotation marks, by which a report
     * dates what it tells: “in mid-January”. */
    sentence = g_strdup_printf (_ ("The report says %s"), words);

  show_text (self->date, when);
  show_text (self->date_words, sentence);
}

static void
show_stance (TlAccountRow *self, TlStance stance)
{
  gtk_widget_set_visible (self->stance, stance != TL_STANCE_SUPPORTS);
  if (stance == TL_STANCE_SUPPORTS)
    return;

  gtk_image_set_from_icon_name (
      self->stance_icon, stance == TL_STANCE_DENIES ? "tl-denies-symbolic"
                                                    : "tl-disputes-symbolic");
  gtk_label_set_text (self->stance_label, tl_stance_get_label (stance));
  gtk_widget_add_css_class (GTK_WIDGET (self), "contested");
}

static void
tl_account_row_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_ACCOUNT_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_account_row_parent_class)->dispose (object);
}

static void
tl_account_row_class_init (TlAccountRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_account_row_dispose;

  g_type_ensure (TL_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/treatyline/Treatyline/ui/tl-account-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlAccountRow, publisher);
  gtk_widget_class_bind_template_child (widget_class, TlAccountRow, report);
  gtk_widget_class_bind_template_child (widget_class, TlAccountRow, stance);
  gtk_widget_class_bind_template_child (widget_class, TlAccountRow,
                                        stance_icon);
  gtk_widget_class_bind_template_child (widget_class, TlAccountRow,
                                        stance_label);
  gtk_widget_class_bind_template_child (widget_class, TlAccountRow, date);
  gtk_widget_class_bind_template_child (widget_class, TlAccountRow, date_words);
  gtk_widget_class_bind_template_child (widget_class, TlAccountRow, says);
  gtk_widget_class_bind_template_child (widget_class, TlAccountRow, note);
  gtk_widget_class_set_css_name (widget_class, "account");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_account_row_init (TlAccountRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_label_align_to_start (self->publisher);
  tl_label_align_to_start (self->report);
  tl_label_align_to_start (self->date_words);
  tl_label_align_to_start (self->note);
  tl_label_align_to_text (self->says);
}

GtkWidget *
tl_account_row_new (TlPaneContext context, const TlAccount *account)
{
  TlAccountRow    *self = g_object_new (TL_TYPE_ACCOUNT_ROW, NULL);
  const TlSource  *source = NULL;
  g_autofree char *says = quote (account->says);

  source = tl_dataset_get_source (context.dataset, account->source);
  show_source (self, context, source);
  show_date (self, context, account);
  show_stance (self, account->stance);
  show_text (self->says, says);
  show_text (self->note, tl_text_get (account->note, context.language));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      tl_text_get (source->publisher, context.language), -1);
  return GTK_WIDGET (self);
}
