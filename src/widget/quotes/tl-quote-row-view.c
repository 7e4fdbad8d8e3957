/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-quote-row-view.h"

#include <glib/gi18n.h>

#include "tl-label-direction.h"
#include "tl-row-layout.h"

/* Rows are used again for other rows while one scrolls, so that each has both
 * a heading and a card, of which one is visible. */

/* Wider lines are hard to read. */
#define MAX_WIDTH 720
#define MIN_CHARS 16

struct _TlQuoteRowView
{
  GtkWidget parent_instance;

  GtkWidget   *heading;
  GtkLabel    *title;
  GtkLabel    *detail;
  GtkLabel    *count;
  TlQuoteCard *card;
  char        *spoken; /* nullable */
};

G_DEFINE_FINAL_TYPE (TlQuoteRowView, tl_quote_row_view, GTK_TYPE_WIDGET)

static GtkLabel *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN_CHARS);
  gtk_widget_add_css_class (label, css_class);
  tl_label_align_to_start (GTK_LABEL (label));
  return GTK_LABEL (label);
}

static char *
dup_speaker_title (TlPaneContext context, guint actor, char **detail)
{
  const TlActor *data = tl_dataset_get_actor (context.dataset, actor);

  *detail = g_strdup (tl_text_get (data->role, context.language));
  return g_strdup (tl_text_get (data->name, context.language));
}

static char *
dup_event_title (TlPaneContext context, guint record, char **detail)
{
  g_autoptr (TlDate) date = NULL;

  if (record == TL_NONE)
    /* Translators: heading of quotations that belong to no event. */
    return g_strdup (_ ("Not of an Event"));
  date = tl_dataset_dup_record_date (context.dataset, record);
  *detail =
      tl_date_formatter_format (context.formatter, date, TL_DATE_STYLE_FULL);
  return g_strdup (
      tl_dataset_get_record_title (context.dataset, record, context.language));
}

static char *
dup_source_title (TlPaneContext context, guint source, char **detail)
{
  const TlSource *data = tl_dataset_get_source (context.dataset, source);

  *detail = g_strdup (tl_text_get (data->title, context.language));
  return tl_pane_context_dup_source_name (context, source);
}

static char *
dup_title (TlPaneContext   context,
           TlQuoteGrouping grouping,
           guint           group,
           char          **detail)
{
  switch (grouping)
    {
    case TL_QUOTES_BY_EVENT:
      return dup_event_title (context, group, detail);
    case TL_QUOTES_BY_SOURCE:
      return dup_source_title (context, group, detail);
    case TL_QUOTES_BY_SPEAKER:
    default:
      return dup_speaker_title (context, group, detail);
    }
}

static void
show_heading (TlQuoteRowView    *self,
              TlPaneContext      context,
              const TlQuoteRows *rows,
              const TlQuoteRow  *row)
{
  g_autofree char *detail = NULL;
  g_autofree char *title = dup_title (
      context, tl_quote_rows_get_grouping (rows), row->group, &detail);
  g_autofree char *count =
      tl_date_formatter_format_count (context.formatter, row->count);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
  gtk_label_set_text (self->count, count);
  self->spoken = g_strdup_printf (
      /* Translators: spoken for a heading: what follows is of a person, an
       * event or a source: "Sergey Lavrov, 3 quotations". */
      ngettext ("%1$s, %2$s quotation", "%1$s, %2$s quotations", row->count),
      title, count);
}

static void
show_card (TlQuoteRowView    *self,
           TlPaneContext      context,
           const TlQuoteRows *rows,
           const TlQuoteRow  *row)
{
  const TlQuote *quote = tl_dataset_get_quote (context.dataset, row->quote);
  const TlActor *speaker =
      tl_dataset_get_actor (context.dataset, quote->speaker);
  g_autofree char *name =
      tl_isolate (tl_text_get (speaker->name, context.language));
  g_autofree char *words = tl_isolate (quote->text);

  tl_quote_card_show_row (self->card, context, rows, row->quote);
  self->spoken =
      /* Translators: spoken for a quotation: a person, and what the person
       * said, in the quotation marks of your language. */
      g_strdup_printf (C_ ("spoken quotation", "%1$s: “%2$s”"), name, words);
}

static int
get_inner_width (int width)
{
  return width < 0 ? width : MIN (width, MAX_WIDTH);
}

static GtkWidget *
get_shown (TlQuoteRowView *self)
{
  return gtk_widget_get_visible (self->heading) ? self->heading
                                                : GTK_WIDGET (self->card);
}

static GtkSizeRequestMode
tl_quote_row_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_quote_row_view_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  GtkWidget *shown = get_shown (TL_QUOTE_ROW_VIEW (widget));

  /* Of the natural width nobody makes use: a list is as wide as it can be. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (shown, orientation, -1, minimum, NULL, NULL, NULL);
      *natural = MAX (*minimum, MAX_WIDTH);
      return;
    }
  gtk_widget_measure (shown, orientation, get_inner_width (for_size), minimum,
                      natural, NULL, NULL);
}

static void
tl_quote_row_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  int           inner = get_inner_width (width);
  GtkAllocation area = { (width - inner) / 2, 0, inner, height };

  gtk_widget_size_allocate (get_shown (TL_QUOTE_ROW_VIEW (widget)), &area, -1);
}

static void
tl_quote_row_view_dispose (GObject *object)
{
  TlQuoteRowView *self = TL_QUOTE_ROW_VIEW (object);
  GtkWidget      *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->spoken, g_free);

  G_OBJECT_CLASS (tl_quote_row_view_parent_class)->dispose (object);
}

static void
tl_quote_row_view_class_init (TlQuoteRowViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_quote_row_view_dispose;
  widget_class->get_request_mode = tl_quote_row_view_get_request_mode;
  widget_class->measure = tl_quote_row_view_measure;
  widget_class->size_allocate = tl_quote_row_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "quoterow");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
heading_new (TlQuoteRowView *self)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (heading, "tl-quotes-heading");
  self->title = label_new ("tl-quotes-title");
  self->detail = label_new ("tl-detail");
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_set_valign (GTK_WIDGET (self->count), GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->detail));
  gtk_widget_set_layout_manager (heading, tl_row_layout_new (12));
  gtk_box_append (GTK_BOX (heading), words);
  gtk_box_append (GTK_BOX (heading), GTK_WIDGET (self->count));
  return heading;
}

static void
tl_quote_row_view_init (TlQuoteRowView *self)
{
  self->heading = heading_new (self);
  self->card = TL_QUOTE_CARD (tl_quote_card_new_for_list ());
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
}

GtkWidget *
tl_quote_row_view_new (void)
{
  return g_object_new (TL_TYPE_QUOTE_ROW_VIEW, NULL);
}

void
tl_quote_row_view_show (TlQuoteRowView    *self,
                        TlPaneContext      context,
                        const TlQuoteRows *rows,
                        guint              row)
{
  const TlQuoteRow *data = NULL;
  gboolean          is_heading = FALSE;

  g_return_if_fail (TL_IS_QUOTE_ROW_VIEW (self));
  g_return_if_fail (rows != NULL);

  data = tl_quote_rows_get (rows, row);
  is_heading = data->quote == TL_NONE;
  gtk_widget_set_visible (self->heading, is_heading);
  gtk_widget_set_visible (GTK_WIDGET (self->card), !is_heading);
  g_clear_pointer (&self->spoken, g_free);
  if (is_heading)
    show_heading (self, context, rows, data);
  else
    show_card (self, context, rows, data);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->spoken, -1);
}

TlQuoteCard *
tl_quote_row_view_get_card (TlQuoteRowView *self)
{
  g_return_val_if_fail (TL_IS_QUOTE_ROW_VIEW (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->card)) ? self->card : NULL;
}

const char *
tl_quote_row_view_get_spoken (TlQuoteRowView *self)
{
  g_return_val_if_fail (TL_IS_QUOTE_ROW_VIEW (self), NULL);

  return self->spoken;
}
