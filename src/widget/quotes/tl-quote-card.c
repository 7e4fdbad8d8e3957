/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-quote-card.h"

#include <glib/gi18n.h>

#include "tl-copy-menu.h"
#include "tl-label-direction.h"
#include "tl-language.h"
#include "tl-pane-parts.h"
#include "tl-row-layout.h"
#include "tl-search-highlight.h"

/* The words are shown exactly as the report has them, and below them, as an
 * aid, what they mean in the reader's language. */

struct _TlQuoteCard
{
  GtkWidget parent_instance;

  char       *id;         /* nullable: of the quotation that is shown */
  const char *kind_class; /* nullable: of its record */

  GtkLabel      *text;
  GtkWidget     *translation_box;
  GtkLabel      *translation;
  GtkLabel      *speaker;
  GtkLabel      *details;
  GtkButton     *copy;
  GtkMenuButton *formats;
};

G_DEFINE_FINAL_TYPE (TlQuoteCard, tl_quote_card, GTK_TYPE_WIDGET)

/* Shaping, line breaking and direction follow the language of the words, which
 * need not be that of the interface. search: nullable */
static void
show_text (GtkLabel   *label,
           const char *text,
           const char *language,
           const char *search)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (
      attributes,
      pango_attr_language_new (pango_language_from_string (language)));
  if (search != NULL)
    tl_search_highlight_add (attributes, search, text);
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_text (label, text);
  gtk_widget_set_direction (GTK_WIDGET (label), tl_language_is_rtl (language)
                                                    ? GTK_TEXT_DIR_RTL
                                                    : GTK_TEXT_DIR_LTR);
}

static void
show_words (TlQuoteCard *self, const TlQuote *quote, const char *search)
{
  g_autofree char *words = NULL;

  /* Translators: The quotation marks of your language. */
  words = g_strdup_printf (C_ ("quotation", "“%s”"), quote->text);
  show_text (self->text, words, quote->language, search);
}

/* Without quotation marks: nobody said this. */
static void
show_translation (TlQuoteCard   *self,
                  TlPaneContext  context,
                  const TlQuote *quote,
                  const char    *search)
{
  const char *language = NULL;
  const char *translation =
      tl_quote_get_translation (quote, context.language, &language);

  gtk_widget_set_visible (self->translation_box, translation != NULL);
  if (translation != NULL)
    show_text (self->translation, translation, language, search);
  else
    gtk_label_set_text (self->translation, "");
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
  return g_strdup_printf (C_ ("said", "%1$s, %2$s"), when, isolated);
}

static char *
format_source (TlPaneContext context, guint source)
{
  g_autofree char *name = tl_pane_context_dup_source_name (context, source);

  /* Translators: %s is a report: "EIRNS, 29 Jul 2020". Where its name would
   * have to change with “in”, say “Source: %s” or the like. */
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

/* The other reports that have the words, each once. */
static char *
format_also_in (TlPaneContext context, const TlQuoteRows *rows, guint index)
{
  guint own = tl_dataset_get_quote (context.dataset, index)->source;
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) names = g_string_new (NULL);

  g_array_append_val (told, own);
  for (guint same = tl_quote_rows_get_next_same (rows, index); same != index;
       same = tl_quote_rows_get_next_same (rows, same))
    {
      guint source = tl_dataset_get_quote (context.dataset, same)->source;
      g_autofree char *name = NULL;
      gboolean         is_told = FALSE;

      for (guint i = 0; i < told->len && !is_told; i++)
        is_told = g_array_index (told, guint, i) == source;
      if (is_told)
        continue;
      g_array_append_val (told, source);
      name = tl_pane_context_dup_source_name (context, source);
      if (names->len > 0)
        /* Translators: between the names of several reports. */
        g_string_append (names, C_ ("between reports", "; "));
      g_string_append (names, name);
    }
  if (names->len == 0)
    return NULL;
  /* Translators: %s are other reports that have the same quotation, perhaps in
   * another translation: "EIRNS, 29 Jul 2020; TASS, 30 Jul 2020". */
  return g_strdup_printf (_ ("Also in %s"), names->str);
}

/* NULL for a quotation without an event. */
static const char *
get_event_title (TlPaneContext context, const TlQuote *quote)
{
  return quote->record != TL_NONE
             ? tl_dataset_get_record_title (context.dataset, quote->record,
                                            context.language)
             : NULL;
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

/* All lines of the label run the same way. */
static void
append_name (GString *lines, const char *name)
{
  g_autofree char *isolated = name != NULL ? tl_isolate (name) : NULL;

  append_line (lines, isolated);
}

/* Who that is, when and where it was said, and where it stands: one label of
 * several lines, since a record can have many quotations and labels are what
 * their layout costs. What the heading above says already is left out. */
static void
show_details (TlQuoteCard       *self,
              TlPaneContext      context,
              guint              index,
              const TlQuoteRows *rows)
{
  const TlQuote *quote = tl_dataset_get_quote (context.dataset, index);
  const TlActor *speaker =
      tl_dataset_get_actor (context.dataset, quote->speaker);
  const char      *strong = tl_text_get (speaker->name, context.language);
  const char      *role = tl_text_get (speaker->role, context.language);
  const char      *event = NULL;
  g_autofree char *occasion = format_occasion (context, quote);
  g_autofree char *source = format_source (context, quote->source);
  g_autofree char *same = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  TlQuoteGrouping grouping = TL_QUOTES_BY_EVENT;

  if (rows != NULL)
    grouping = tl_quote_rows_get_grouping (rows);
  if (grouping != TL_QUOTES_BY_EVENT)
    event = get_event_title (context, quote);
  if (grouping == TL_QUOTES_BY_SPEAKER && event != NULL)
    {
      strong = event;
      role = event = NULL;
    }
  same = rows != NULL ? format_also_in (context, rows, index)
                      : format_same_as (context, index);
  gtk_label_set_text (self->speaker, strong);
  append_name (lines, role);
  append_name (lines, event);
  append_line (lines, occasion);
  if (grouping != TL_QUOTES_BY_SOURCE)
    append_line (lines, source);
  append_line (lines, same);
  gtk_label_set_text (self->details, lines->str);
  gtk_widget_set_visible (GTK_WIDGET (self->details), lines->len > 0);
}

/* The edge of the card is that of the record's marks. */
static void
show_kind (TlQuoteCard *self, TlPaneContext context, const TlQuote *quote)
{
  const char *kind_class = NULL;

  if (quote->record != TL_NONE)
    kind_class = tl_pane_kind_css_class (
        (TlKind)tl_dataset_get_entries (context.dataset)[quote->record].kind);
  if (kind_class == self->kind_class)
    return;
  if (self->kind_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->kind_class);
  if (kind_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), kind_class);
  self->kind_class = kind_class;
}

/* A menu is made when somebody asks for it: there can be many cards. */
static void
create_formats_cb (GtkMenuButton *button, gpointer user_data)
{
  TlQuoteCard *self = TL_QUOTE_CARD (user_data);
  g_autoptr (GMenuModel) menu = tl_copy_menu_new_for_quote (self->id);

  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (menu));
}

static void
pressed_cb (TlQuoteCard *self, int n_presses, double x, double y)
{
  tl_quote_card_popup_menu (self, x, y);
}

static void
long_pressed_cb (TlQuoteCard *self, double x, double y)
{
  tl_quote_card_popup_menu (self, x, y);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tl_quote_card_popup_menu (TL_QUOTE_CARD (widget), 12, 12);
}

static void
tl_quote_card_dispose (GObject *object)
{
  TlQuoteCard *self = TL_QUOTE_CARD (object);
  GtkWidget   *child = NULL;

  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_QUOTE_CARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->id, g_free);

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
  gtk_widget_class_bind_template_child (widget_class, TlQuoteCard,
                                        translation_box);
  gtk_widget_class_bind_template_child (widget_class, TlQuoteCard, translation);
  gtk_widget_class_bind_template_child (widget_class, TlQuoteCard, speaker);
  gtk_widget_class_bind_template_child (widget_class, TlQuoteCard, details);
  gtk_widget_class_bind_template_child (widget_class, TlQuoteCard, copy);
  gtk_widget_class_bind_template_child (widget_class, TlQuoteCard, formats);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_install_action (widget_class, "quote.menu", NULL,
                                   menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0,
                                       "quote.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10,
                                       GDK_SHIFT_MASK, "quote.menu", NULL);
  gtk_widget_class_set_css_name (widget_class, "quote");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_quote_card_init (TlQuoteCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->formats, create_formats_cb, self,
                                         NULL);
  tl_label_align_to_text (self->text);
  tl_label_align_to_text (self->translation);
  tl_label_align_to_start (self->speaker);
  tl_label_align_to_start (self->details);
}

static void
show_quote (TlQuoteCard       *self,
            TlPaneContext      context,
            guint              index,
            const TlQuoteRows *rows,
            const char        *search)
{
  const TlQuote   *quote = tl_dataset_get_quote (context.dataset, index);
  const TlActor   *speaker = NULL;
  g_autofree char *name = NULL;
  g_autofree char *spoken = NULL;

  g_free (self->id);
  self->id = g_strdup (quote->id);
  speaker = tl_dataset_get_actor (context.dataset, quote->speaker);
  name = tl_isolate (tl_text_get (speaker->name, context.language));
  show_kind (self, context, quote);
  show_words (self, quote, search);
  show_translation (self, context, quote, search);
  show_details (self, context, index, rows);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->copy), "s",
                                    quote->id);
  /* Only now: without a target the action is none of its own. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->copy),
                                  "win.copy-quote");
  gtk_menu_button_set_popover (self->formats, NULL);
  /* Translators: The accessible name of a card; %s is a person. Where the
   * name would have to change, say “Quotation: %s” or the like. */
  spoken = g_strdup_printf (_ ("Quotation of %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

GtkWidget *
tl_quote_card_new (TlPaneContext context, guint index)
{
  TlQuoteCard *self = g_object_new (TL_TYPE_QUOTE_CARD, NULL);

  show_quote (self, context, index, NULL, NULL);
  return GTK_WIDGET (self);
}

GtkWidget *
tl_quote_card_new_for_list (void)
{
  TlQuoteCard *self = g_object_new (TL_TYPE_QUOTE_CARD, NULL);

  /* A click is for the row. */
  gtk_label_set_selectable (self->text, FALSE);
  gtk_label_set_selectable (self->translation, FALSE);
  return GTK_WIDGET (self);
}

void
tl_quote_card_show_row (TlQuoteCard       *self,
                        TlPaneContext      context,
                        const TlQuoteRows *rows,
                        guint              quote)
{
  const char *search = NULL;

  g_return_if_fail (TL_IS_QUOTE_CARD (self));
  g_return_if_fail (rows != NULL);

  search = tl_quote_rows_get_search (rows);
  show_quote (self, context, quote, rows, search);
  tl_search_highlight_label (self->speaker, search);
  tl_search_highlight_label (self->details, search);
}

const char *
tl_quote_card_get_id (TlQuoteCard *self)
{
  g_return_val_if_fail (TL_IS_QUOTE_CARD (self), NULL);

  return self->id;
}

void
tl_quote_card_popup_menu (TlQuoteCard *self, double x, double y)
{
  g_autoptr (GMenuModel) menu = NULL;

  g_return_if_fail (TL_IS_QUOTE_CARD (self));

  if (self->id == NULL)
    return;
  menu = tl_copy_menu_new_for_quote (self->id);
  tl_copy_menu_popup (GTK_WIDGET (self), menu, x, y);
}
