/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-expirations-view.h"

#include <glib/gi18n.h>

#include "tl-expiration-card.h"
#include "tl-pane-parts.h"
#include "tl-record-cells.h"
#include "tl-record-item.h"
#include "tl-record-list.h"
#include "tl-record-scroll.h"

/* A list of cards. While nobody sees it, it does nothing; it catches up when it
 * is mapped. GTK 4.8 has no headings in lists: the first card of a group brings
 * the heading with it. */

#define MIN_WIDTH 120
#define MIN_HEIGHT 120
/* With less the parts of a card stand below each other. */
#define NARROW_WIDTH 520

struct _TlExpirationsView
{
  GtkWidget parent_instance;

  TlExplorer      *explorer;
  char            *language; /* nullable */
  TlDateFormatter *formatter;
  TlExpirations   *table; /* nullable */
  TlRecordList    *records;

  GtkWidget *page; /* what is seen unless there is nothing */
  GtkWidget *note;
  GtkWidget *view;
  GtkWidget *empty;
  GtkWidget *empty_text;
  GtkWidget *clear_button;

  gboolean is_stale; /* nobody saw what changed */
  gboolean is_narrow;
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlExpirationsView, tl_expirations_view, GTK_TYPE_WIDGET)

/* --- rows --- */

static TlPaneContext
get_context (TlExpirationsView *self)
{
  TlPaneContext context = {
    .dataset = tl_result_get_dataset (tl_expirations_get_result (self->table)),
    .formatter = self->formatter,
    .language = self->language,
    .today = tl_expirations_get_today (self->table),
  };

  return context;
}

/* (nullable) */
static GtkWidget *
heading_new (TlExpirationsView *self, guint position)
{
  TlExpirationGroup group = tl_expirations_get (self->table, position).group;
  GtkWidget        *heading = NULL;

  if (position > 0 &&
      tl_expirations_get (self->table, position - 1).group == group)
    return NULL;
  heading = tl_pane_heading_new (get_context (self),
                                 tl_expiration_group_get_title (group), 0);
  gtk_widget_add_css_class (heading, "tl-expiration-heading");
  return heading;
}

static void
name_row (TlExpirationsView *self, GtkWidget *cell, guint position)
{
  TlPaneContext    context = get_context (self);
  TlExpiration     end = tl_expirations_get (self->table, position);
  TlRecordWords    words = { context.dataset, self->formatter, self->language };
  g_autofree char *countdown = tl_expiration_card_dup_countdown (context, end);
  g_autofree char *sentence = NULL;
  g_autofree char *name = NULL;

  sentence = tl_record_row_dup_sentence (words, end.record, position,
                                         tl_expirations_get_size (self->table));
  /* Translators: read out for a treaty that runs out: the countdown, and a
   * sentence about it, e.g. “192 days to run: New START: expiration, …”. */
  name = g_strdup_printf (C_ ("spoken expiration", "%1$s: %2$s"), countdown,
                          sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (cell)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         TlExpirationsView        *self)
{
  guint      position = gtk_list_item_get_position (list_item);
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  TlQuery   *query =
      tl_result_get_query (tl_expirations_get_result (self->table));
  GtkWidget *heading = heading_new (self, position);

  if (heading != NULL)
    gtk_box_append (GTK_BOX (cell), heading);
  gtk_box_append (
      GTK_BOX (cell),
      tl_expiration_card_new (
          get_context (self), tl_expirations_get (self->table, position),
          self->is_narrow, tl_filter_get_search (tl_query_get_filter (query))));
  gtk_list_item_set_child (list_item, cell);
  name_row (self, cell, position);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           TlExpirationsView        *self)
{
  gtk_list_item_set_child (list_item, NULL);
}

/* --- what is said about the whole --- */

static char *
format_hidden (TlExpirationsView *self)
{
  guint            n = tl_expirations_get_n_hidden (self->table);
  g_autofree char *count = tl_date_formatter_format_count (self->formatter, n);

  return g_strdup_printf (
      /* Translators: %s is how many ends of treaties (expirations,
       * terminations, withdrawals) do not pass the filter. */
      ngettext ("%s end of a treaty is hidden by the filter.",
                "%s ends of treaties are hidden by the filter.", n),
      count);
}

static void
update_note (TlExpirationsView *self)
{
  TlResult        *result = tl_expirations_get_result (self->table);
  g_autofree char *day = NULL;
  g_autofree char *hidden = NULL;
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;

  day = tl_date_formatter_format_day (self->formatter,
                                      tl_expirations_get_today (self->table),
                                      TL_DATE_STYLE_FULL);
  if (tl_query_get_known_on (tl_result_get_query (result)) == TL_KNOWN_ALWAYS)
    /* Translators: above countdowns; %s is a day: "22 November 2026". */
    text = g_strdup_printf (_ ("Counted from today (%s)."), day);
  else
    text = g_strdup_printf (
        /* Translators: above countdowns; %s is a day: only what was known on
         * it is shown. */
        _ ("As known on %s, and counted from that day."), day);
  if (tl_expirations_get_n_hidden (self->table) > 0)
    {
      hidden = format_hidden (self);
      /* Translators: two whole sentences, one after the other. */
      whole = g_strdup_printf (_ ("%1$s %2$s"), text, hidden);
    }
  gtk_label_set_text (GTK_LABEL (self->note), whole != NULL ? whole : text);
}

static void
update_empty (TlExpirationsView *self)
{
  TlResult        *result = tl_expirations_get_result (self->table);
  g_autofree char *hidden = NULL;
  gboolean         has_hidden = tl_expirations_get_n_hidden (self->table) > 0;

  gtk_widget_set_visible (self->clear_button, has_hidden);
  if (has_hidden)
    hidden = format_hidden (self);
  gtk_label_set_text (
      GTK_LABEL (self->empty_text),
      has_hidden ? hidden
      : tl_query_get_known_on (tl_result_get_query (result)) != TL_KNOWN_ALWAYS
          ? _ ("On this day no source had told of a treaty that expires, is "
               "terminated, or that a party leaves.")
          : _ ("Here stand treaties that expire, are terminated, or that a "
               "party leaves. This dataset tells of none."));
}

/* --- following --- */

static guint *
dup_records (const TlExpirations *table)
{
  guint  n = tl_expirations_get_size (table);
  guint *records = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    records[i] = tl_expirations_get (table, i).record;
  return records;
}

static void
show_table (TlExpirationsView *self)
{
  guint n = self->table != NULL ? tl_expirations_get_size (self->table) : 0;

  if (self->table == NULL)
    tl_record_list_take_records (self->records, NULL, NULL, 0);
  else
    tl_record_list_take_records (self->records,
                                 tl_expirations_get_result (self->table),
                                 dup_records (self->table), n);
  gtk_widget_set_visible (self->page, n > 0);
  gtk_widget_set_visible (self->empty, self->table != NULL && n == 0);
  if (self->table == NULL)
    return;
  update_note (self);
  update_empty (self);
  tl_record_scroll_after_change (self->records, self->view);
}

static void
update (TlExpirationsView *self)
{
  TlResult *result = tl_explorer_get_result (self->explorer);

  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale)
    return;

  g_clear_pointer (&self->table, tl_expirations_unref);
  if (result != NULL)
    self->table = tl_expirations_new (
        result, tl_expirations_choose_today (
                    tl_query_get_known_on (tl_result_get_query (result))));
  show_table (self);
}

static void
selection_changed_cb (TlExpirationsView *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  tl_record_list_follow_selection (self->records);
  if (!tl_record_list_is_selecting (self->records))
    tl_record_scroll_to_selected (self->records, self->view);
}

static void
activate_cb (TlExpirationsView *self, guint position)
{
  guint     record = tl_record_list_get_record (self->records, position);
  TlResult *result = tl_record_list_get_result (self->records);

  tl_explorer_set_selected (
      self->explorer,
      tl_dataset_get_record_id (tl_result_get_dataset (result), record));
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

/* --- widget --- */

static GtkSizeRequestMode
tl_expirations_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
tl_expirations_view_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  *minimum = *natural =
      orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
}

static void
tl_expirations_view_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  TlExpirationsView  *self = TL_EXPIRATIONS_VIEW (widget);
  gboolean            is_narrow = width < NARROW_WIDTH;
  const GtkAllocation box = { 0, 0, width, height };

  if (is_narrow != self->is_narrow)
    {
      self->is_narrow = is_narrow;
      if (self->table != NULL)
        show_table (self);
    }
  if (gtk_widget_should_layout (self->page))
    gtk_widget_size_allocate (self->page, &box, -1);
  if (gtk_widget_should_layout (self->empty))
    gtk_widget_size_allocate (self->empty, &box, -1);
}

static void
tl_expirations_view_map (GtkWidget *widget)
{
  TlExpirationsView *self = TL_EXPIRATIONS_VIEW (widget);

  GTK_WIDGET_CLASS (tl_expirations_view_parent_class)->map (widget);

  if (self->is_stale)
    update (self);
  else
    selection_changed_cb (self);
}

static void
tl_expirations_view_dispose (GObject *object)
{
  TlExpirationsView *self = TL_EXPIRATIONS_VIEW (object);

  g_clear_pointer (&self->page, gtk_widget_unparent);
  g_clear_pointer (&self->empty, gtk_widget_unparent);
  g_clear_object (&self->records);
  g_clear_object (&self->explorer);
  g_clear_pointer (&self->table, tl_expirations_unref);

  G_OBJECT_CLASS (tl_expirations_view_parent_class)->dispose (object);
}

static void
tl_expirations_view_finalize (GObject *object)
{
  TlExpirationsView *self = TL_EXPIRATIONS_VIEW (object);

  tl_date_formatter_free (self->formatter);
  g_free (self->language);

  G_OBJECT_CLASS (tl_expirations_view_parent_class)->finalize (object);
}

static void
tl_expirations_view_class_init (TlExpirationsViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_expirations_view_dispose;
  object_class->finalize = tl_expirations_view_finalize;
  widget_class->get_request_mode = tl_expirations_view_get_request_mode;
  widget_class->measure = tl_expirations_view_measure;
  widget_class->size_allocate = tl_expirations_view_size_allocate;
  widget_class->map = tl_expirations_view_map;

  /**
   * TlExpirationsView::activated:
   *
   * Somebody wants to see more of the record that is selected.
   */
  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "expirations");
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_page (TlExpirationsView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *scroller = gtk_scrolled_window_new ();

  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  self->view = gtk_list_view_new (NULL, factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Expirations"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);

  self->note = label_new (NULL, "tl-detail");
  gtk_label_set_xalign (GTK_LABEL (self->note), 0);
  gtk_widget_add_css_class (self->note, "tl-expirations-note");
  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->page), self->note);
  gtk_box_append (GTK_BOX (self->page), scroller);
  gtk_widget_set_visible (self->page, FALSE);
  gtk_widget_set_parent (self->page, GTK_WIDGET (self));
}

static void
add_empty (TlExpirationsView *self)
{
  GtkWidget *title = label_new (_ ("Nothing Runs Out"), "title-2");

  self->empty_text = label_new (NULL, "tl-empty-text");
  gtk_label_set_justify (GTK_LABEL (self->empty_text), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (self->empty_text), 48);
  self->clear_button = gtk_button_new_with_label (_ ("Clear Filters"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear_button),
                                  "win.clear-filters");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Clear Filters"), -1);
  gtk_widget_add_css_class (self->clear_button, "pill");
  gtk_widget_set_halign (self->clear_button, GTK_ALIGN_CENTER);

  self->empty = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_valign (self->empty, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->empty, "tl-pane-empty");
  gtk_box_append (GTK_BOX (self->empty), title);
  gtk_box_append (GTK_BOX (self->empty), self->empty_text);
  gtk_box_append (GTK_BOX (self->empty), self->clear_button);
  gtk_widget_set_visible (self->empty, FALSE);
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
}

static void
tl_expirations_view_init (TlExpirationsView *self)
{
  self->is_stale = TRUE;
  add_page (self);
  add_empty (self);
}

/**
 * tl_expirations_view_new:
 * @explorer: what is shown and selected
 * @language: (nullable): wanted language of the dataset's texts
 *
 * Returns: (transfer floating): what runs out of what is shown
 */
GtkWidget *
tl_expirations_view_new (TlExplorer *explorer, const char *language)
{
  TlExpirationsView *self = NULL;

  g_return_val_if_fail (TL_IS_EXPLORER (explorer), NULL);

  self = g_object_new (TL_TYPE_EXPIRATIONS_VIEW, NULL);
  self->explorer = g_object_ref (explorer);
  self->language = g_strdup (language);
  self->formatter = tl_date_formatter_new (language);
  self->records = tl_record_list_new (explorer);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view),
                           GTK_SELECTION_MODEL (self->records));
  g_signal_connect_object (explorer, "notify::result", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "notify::selection",
                           G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
