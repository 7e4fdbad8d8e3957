/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-quote-card.h"

#include <glib/gi18n.h>

#include "tl-row-layout.h"

/* The words are shown exactly as the report has them. */

struct _TlQuoteCard
{
  GtkWidget parent_instance;

  GtkLabel  *text;
  GtkLabel  *speaker;
  GtkLabel  *details;
  GtkButton *copy;
};

G_DEFINE_FINAL_TYPE (TlQuoteCard, tl_quote_card, GTK_TYPE_WIDGET)

/* Shaping and line breaking follow the language of the words, which need not
 * be that of the interface. */
static void
show_words (TlQuoteCard *self, const TlQuote *quote)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *words = NULL;

  /* Translators: The quotation marks of your language. */
  words = g_strdup_printf (C_ ("quotation", "“%s”"), quote->text);
  pango_attr_list_insert (
      attributes,
      pango_attr_language_new (pango_language_from_string (quote->language)));
  gtk_label_set_attributes (self->text, attributes);
  gtk_label_set_text (self->text, words);
}

static char *
format_occasion (TlPaneContext context, const TlQuote *quote)
{
  g_autoptr (TlRecord) record = NULL;
  const char      *place = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *when = NULL;

  if (quote->record != TL_NONE)
    record = tl_dataset_ref_record (context.dataset, quote->record);
  if (record != NULL && record->place != TL_NONE)
    place = tl_text_get (
        tl_dataset_get_place (context.dataset, record->place)->name,
        context.language);
  if (place != NULL)
    isolated = tl_isolate (place);
  if (quote->said != NULL)
    when = tl_date_formatter_format (context.formatter, quote->said,
                                     TL_DATE_STYLE_FULL);

  if (when == NULL)
    return g_steal_pointer (&isolated);
  if (isolated == NULL)
    return g_steal_pointer (&when);
  /* Translators: When and where something was said: "28 July 2020, Vienna". */
  return g_strdup_printf (C_ ("said", "%s, %s"), when, isolated);
}

static char *
format_source (TlPaneContext context, guint source)
{
  g_autofree char *name = tl_pane_context_dup_source_name (context, source);

  /* Translators: %s is a report: "EIRNS, 29 Jul 2020". */
  return g_strdup_printf (_ ("In %s"), name);
}

/* Of two quotations that are the same, only one names the other in the file;
 * both are quotations of one record. */
static guint
find_same (TlPaneContext context, guint index)
{
  const TlQuote *quote = tl_dataset_get_quote (context.dataset, index);
  g_autoptr (TlRecord) record = NULL;

  if (quote->same_as != TL_NONE || quote->record == TL_NONE)
    return quote->same_as;

  record = tl_dataset_ref_record (context.dataset, quote->record);
  for (guint i = 0; i < record->n_quotes; i++)
    if (tl_dataset_get_quote (context.dataset, record->quotes[i])->same_as ==
        index)
      return record->quotes[i];
  return TL_NONE;
}

static char *
format_same_as (TlPaneContext context, guint index)
{
  guint            same = find_same (context, index);
  g_autofree char *name = NULL;

  if (same == TL_NONE)
    return NULL;

  name = tl_pane_context_dup_source_name (
      context, tl_dataset_get_quote (context.dataset, same)->source);
  /* Translators: %s is another report that has the same quotation, perhaps in
   * another translation. */
  return g_strdup_printf (_ ("The same in %s, in its own words"), name);
}

static void
append_line (GString *lines, const char *line)
{
  if (line == NULL)
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

/* Who that is, when and where it was said, and where it stands: one label of
 * several lines, since a record can have many quotations and labels are what
 * their layout costs. */
static void
show_details (TlQuoteCard *self, TlPaneContext context, guint index)
{
  const TlQuote   *quote = tl_dataset_get_quote (context.dataset, index);
  const TlActor   *speaker = NULL;
  g_autofree char *occasion = format_occasion (context, quote);
  g_autofree char *source = format_source (context, quote->source);
  g_autofree char *same_as = format_same_as (context, index);
  g_autoptr (GString) lines = g_string_new (NULL);

  speaker = tl_dataset_get_actor (context.dataset, quote->speaker);
  append_line (lines, tl_text_get (speaker->role, context.language));
  append_line (lines, occasion);
  append_line (lines, source);
  append_line (lines, same_as);
  gtk_label_set_text (self->details, lines->str);
}

static void
tl_quote_card_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_QUOTE_CARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_quote_card_parent_class)->dispose (object);
}

static void
tl_quote_card_class_init (TlQuoteCardClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_quote_card_dispose;

  g_type_ensure (TL_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/treatyline/Treatyline/ui/tl-quote-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TlQuoteCard, text);
  gtk_widget_class_bind_template_child (widget_class, TlQuoteCard, speaker);
  gtk_widget_class_bind_template_child (widget_class, TlQuoteCard, details);
  gtk_widget_class_bind_template_child (widget_class, TlQuoteCard, copy);
  gtk_widget_class_set_css_name (widget_class, "quote");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_quote_card_init (TlQuoteCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tl_quote_card_new (TlPaneContext context, guint index)
{
  TlQuoteCard     *self = g_object_new (TL_TYPE_QUOTE_CARD, NULL);
  const TlQuote   *quote = tl_dataset_get_quote (context.dataset, index);
  const TlActor   *speaker = NULL;
  const char      *name = NULL;
  g_autofree char *spoken = NULL;

  speaker = tl_dataset_get_actor (context.dataset, quote->speaker);
  name = tl_text_get (speaker->name, context.language);
  show_words (self, quote);
  gtk_label_set_text (self->speaker, name);
  show_details (self, context, index);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->copy), "s",
                                    quote->id);
  /* Translators: The accessible name of a card; %s is a person. */
  spoken = g_strdup_printf (_ ("Quotation of %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return GTK_WIDGET (self);
}
