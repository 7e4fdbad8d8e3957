/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-quotes-view.h"

#include <glib/gi18n.h>

#include "tl-calendar.h"
#include "tl-quote-row-view.h"
#include "tl-row-layout.h"

/* Follows the explorer while it can be seen, and catches up when it comes into
 * sight. The rows of a large dataset are made in another thread; those that
 * were there before stay until then. */

/* Quotations, and records, that are looked through at once. */
#define MAX_AT_ONCE 5000

struct _TlQuotesView
{
  GtkWidget parent_instance;

  TlExplorer      *explorer;
  TlQuoteModel    *model;
  TlDateFormatter *formatter;
  char            *language; /* nullable */
  TlQuoteGrouping  grouping;
  GCancellable    *under_way;     /* nullable: while rows are being made */
  gboolean         is_outdated;   /* the rows are of something else */
  gboolean         is_unselected; /* the marks are of another selection */

  GtkStack        *stack;
  GtkListView     *list;
  GtkLabel        *count;
  GtkLabel        *empty_title;
  GtkLabel        *empty_text;
  GtkToggleButton *by_speaker;
  GtkToggleButton *by_event;
  GtkToggleButton *by_source;
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlQuotesView, tl_quotes_view, GTK_TYPE_WIDGET)

/* What a thread is given. */
typedef struct
{
  TlResult       *result;
  TlQuoteGrouping grouping;
  char           *language; /* nullable */
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  tl_result_unref (question->result);
  g_free (question->language);
  g_free (question);
}

static TlPaneContext
get_context (TlQuotesView *self)
{
  const TlQuoteRows *rows = tl_quote_model_get_rows (self->model);

  return (TlPaneContext){ .dataset = tl_quote_rows_get_dataset (rows),
                          .formatter = self->formatter,
                          .language = self->language,
                          .today = tl_calendar_today () };
}

/* The cards of the record that is selected last come into sight. */
static void
scroll_to_selected (TlQuotesView *self)
{
  guint position = tl_quote_model_find_selected (self->model);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item",
                                "u", position);
}

static void
show_empty (TlQuotesView *self)
{
  TlResult *result = tl_explorer_get_result (self->explorer);
  gboolean  has_quotes =
      result != NULL &&
      tl_dataset_get_n_quotes (tl_result_get_dataset (result)) > 0;

  gtk_label_set_text (self->empty_title, has_quotes
                                             ? _ ("No Quotation Is Shown")
                                             : _ ("No Quotations"));
  gtk_label_set_text (
      self->empty_text,
      has_quotes ? _ ("None belongs to what is searched for and filtered by.")
                 : _ ("Nobody’s words are quoted in this dataset."));
}

static void
show_rows (TlQuotesView *self)
{
  const TlQuoteRows *rows = tl_quote_model_get_rows (self->model);
  guint n_quotes = rows != NULL ? tl_quote_rows_get_n_quotes (rows) : 0;
  g_autofree char *number =
      tl_date_formatter_format_count (self->formatter, n_quotes);
  g_autofree char *count = NULL;

  count = g_strdup_printf (
      /* Translators: how many quotations are shown. */
      ngettext ("%s quotation", "%s quotations", n_quotes), number);
  gtk_label_set_text (self->count, count);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n_quotes > 0);
  if (n_quotes == 0)
    show_empty (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    n_quotes > 0 ? "list" : "empty");
}

/* Takes rows. */
static void
take_rows (TlQuotesView *self, TlQuoteRows *rows)
{
  tl_quote_model_set_rows (self->model, rows);
  show_rows (self);
  scroll_to_selected (self);
}

static void
set_under_way (TlQuotesView *self, GCancellable *cancellable)
{
  if (self->under_way != NULL)
    g_cancellable_cancel (self->under_way);
  g_set_object (&self->under_way, cancellable);
}

static void
make_rows_cb (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  const Question *question = data;
  TlQuoteRows *rows = tl_quote_rows_new (question->result, question->grouping,
                                         question->language, cancellable);

  if (rows == NULL)
    g_task_return_error_if_cancelled (task);
  else
    g_task_return_pointer (task, rows, (GDestroyNotify)tl_quote_rows_free);
}

static void
made_rows_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  TlQuotesView *self = TL_QUOTES_VIEW (source);
  g_autoptr (TlQuoteRows) rows = NULL;

  rows = g_task_propagate_pointer (G_TASK (answer), NULL);
  /* Something newer, or nothing, has taken its place. */
  if (self->under_way != g_task_get_cancellable (G_TASK (answer)))
    return;
  set_under_way (self, NULL);
  if (rows != NULL)
    take_rows (self, g_steal_pointer (&rows));
}

static void
make_rows_in_thread (TlQuotesView *self, TlResult *result)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, cancellable, made_rows_cb, NULL);
  Question *question = g_new0 (Question, 1);

  question->result = tl_result_ref (result);
  question->grouping = self->grouping;
  question->language = g_strdup (self->language);
  set_under_way (self, cancellable);
  if (tl_quote_model_get_rows (self->model) == NULL)
    gtk_stack_set_visible_child_name (self->stack, "busy");
  /* The thread tells by itself that it was cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, question, free_question);
  g_task_run_in_thread (task, make_rows_cb);
}

static void
make_rows (TlQuotesView *self)
{
  TlResult  *result = tl_explorer_get_result (self->explorer);
  TlDataset *dataset = result != NULL ? tl_result_get_dataset (result) : NULL;

  self->is_outdated = FALSE;
  self->is_unselected = FALSE;
  set_under_way (self, NULL);
  if (dataset == NULL)
    take_rows (self, NULL);
  else if (tl_dataset_get_n_quotes (dataset) <= MAX_AT_ONCE &&
           tl_dataset_get_n_records (dataset) <= MAX_AT_ONCE)
    take_rows (
        self, tl_quote_rows_new (result, self->grouping, self->language, NULL));
  else
    make_rows_in_thread (self, result);
}

static void
update (TlQuotesView *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (self->is_outdated)
    make_rows (self);
  else if (self->is_unselected)
    {
      self->is_unselected = FALSE;
      tl_quote_model_update_selection (self->model);
      if (!tl_quote_model_get_selecting (self->model))
        scroll_to_selected (self);
    }
}

static void
result_changed_cb (TlQuotesView *self)
{
  self->is_outdated = TRUE;
  update (self);
}

static void
selection_changed_cb (TlQuotesView *self)
{
  self->is_unselected = TRUE;
  update (self);
}

/* The buttons follow the action, and the view follows them. */
static void
grouping_changed_cb (TlQuotesView *self)
{
  TlQuoteGrouping grouping = self->grouping;

  if (gtk_toggle_button_get_active (self->by_speaker))
    grouping = TL_QUOTES_BY_SPEAKER;
  else if (gtk_toggle_button_get_active (self->by_event))
    grouping = TL_QUOTES_BY_EVENT;
  else if (gtk_toggle_button_get_active (self->by_source))
    grouping = TL_QUOTES_BY_SOURCE;
  if (grouping == self->grouping)
    return;

  self->grouping = grouping;
  self->is_outdated = TRUE;
  update (self);
}

static void
activate_cb (TlQuotesView *self, guint position)
{
  if (tl_quote_model_get_record (self->model, position) != TL_NONE)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
setup_cb (TlQuotesView *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, tl_quote_row_view_new ());
}

static void
bind_cb (TlQuotesView *self, GtkListItem *item)
{
  TlQuoteRowView *row = TL_QUOTE_ROW_VIEW (gtk_list_item_get_child (item));
  GtkWidget      *parent = gtk_widget_get_parent (GTK_WIDGET (row));
  gboolean        is_card = FALSE;

  tl_quote_row_view_show (row, get_context (self),
                          tl_quote_model_get_rows (self->model),
                          gtk_list_item_get_position (item));
  is_card = tl_quote_row_view_get_card (row) != NULL;
  gtk_list_item_set_selectable (item, is_card);
  gtk_list_item_set_activatable (item, is_card);
  /* What is focused is the item that the list has put around the row. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tl_quote_row_view_get_spoken (row), -1);
}

/* The card that the focus is in or on, else NULL. */
static TlQuoteCard *
find_focused_card (TlQuotesView *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = NULL;

  if (focus == NULL)
    return NULL;
  row = gtk_widget_get_ancestor (focus, TL_TYPE_QUOTE_ROW_VIEW);
  if (row == NULL)
    row = gtk_widget_get_first_child (focus);
  if (row == NULL || !TL_IS_QUOTE_ROW_VIEW (row))
    return NULL;
  return tl_quote_row_view_get_card (TL_QUOTE_ROW_VIEW (row));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlQuoteCard *card = find_focused_card (TL_QUOTES_VIEW (widget));

  if (card != NULL)
    gtk_widget_activate_action (widget, "win.copy-quote", "s",
                                tl_quote_card_get_id (card));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlQuoteCard *card = find_focused_card (TL_QUOTES_VIEW (widget));

  if (card != NULL)
    gtk_widget_activate_action (GTK_WIDGET (card), "quote.menu", NULL);
}

static void
tl_quotes_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_quotes_view_parent_class)->map (widget);

  update (TL_QUOTES_VIEW (widget));
}

static void
tl_quotes_view_dispose (GObject *object)
{
  TlQuotesView *self = TL_QUOTES_VIEW (object);
  GtkWidget    *child = NULL;

  set_under_way (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_QUOTES_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->model);
  g_clear_object (&self->explorer);
  g_clear_pointer (&self->formatter, tl_date_formatter_free);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (tl_quotes_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/treatyline/Treatyline/ui/tl-quotes-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlQuotesView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlQuotesView, list);
  gtk_widget_class_bind_template_child (widget_class, TlQuotesView, count);
  gtk_widget_class_bind_template_child (widget_class, TlQuotesView,
                                        empty_title);
  gtk_widget_class_bind_template_child (widget_class, TlQuotesView, empty_text);
  gtk_widget_class_bind_template_child (widget_class, TlQuotesView, by_speaker);
  gtk_widget_class_bind_template_child (widget_class, TlQuotesView, by_event);
  gtk_widget_class_bind_template_child (widget_class, TlQuotesView, by_source);
  gtk_widget_class_bind_template_callback (widget_class, grouping_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
tl_quotes_view_class_init (TlQuotesViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_quotes_view_dispose;
  widget_class->map = tl_quotes_view_map;

  /**
   * TlQuotesView::activated:
   *
   * A card was activated; its record is selected.
   */
  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TL_TYPE_ROW_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "quotesview");
  gtk_widget_class_install_action (widget_class, "quotes.copy", NULL,
                                   copy_action);
  gtk_widget_class_install_action (widget_class, "quotes.menu", NULL,
                                   menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c,
                                       GDK_CONTROL_MASK, "quotes.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0,
                                       "quotes.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10,
                                       GDK_SHIFT_MASK, "quotes.menu", NULL);
}

static void
tl_quotes_view_init (TlQuotesView *self)
{
  self->is_outdated = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tl_quotes_view_new (TlExplorer *explorer, const char *language)
{
  TlQuotesView *self = NULL;

  g_return_val_if_fail (TL_IS_EXPLORER (explorer), NULL);

  self = g_object_new (TL_TYPE_QUOTES_VIEW, NULL);
  self->explorer = g_object_ref (explorer);
  self->language = g_strdup (language);
  self->formatter = tl_date_formatter_new (language);
  self->model = tl_quote_model_new (explorer);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->model));
  g_signal_connect_object (explorer, "notify::result",
                           G_CALLBACK (result_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::selection",
                           G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

TlQuoteModel *
tl_quotes_view_get_model (TlQuotesView *self)
{
  g_return_val_if_fail (TL_IS_QUOTES_VIEW (self), NULL);

  return self->model;
}

gboolean
tl_quotes_view_get_busy (TlQuotesView *self)
{
  g_return_val_if_fail (TL_IS_QUOTES_VIEW (self), FALSE);

  return self->under_way != NULL;
}
