/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-go-to-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tl-date-formatter.h"
#include "tl-date-input.h"

/* A date is typed, and what is understood of it stands below, in words, so that
 * nobody is led somewhere else by surprise. */

#define GO "go"

typedef struct
{
  AdwMessageDialog *dialog;
  TlTimelineView   *timeline;
  GtkEditable      *entry;
  GtkLabel         *answer;
  TlDateInput      *input;
  TlDateFormatter  *formatter;
  TlDate           *date; /* nullable: what is understood */
} GoTo;

static void
free_go_to (gpointer data)
{
  GoTo *self = data;

  g_object_unref (self->timeline);
  tl_date_input_free (self->input);
  tl_date_formatter_free (self->formatter);
  g_clear_pointer (&self->date, tl_date_unref);
  g_free (self);
}

/* What is meant of a date without a beginning or an end is its other end; one
 * of them every date has. */
static void
get_bounds (TlSpan span, gint64 *from, gint64 *to)
{
  *from = span.earliest;
  *to = span.latest;
  if (span.earliest == G_MININT64)
    *from = *to;
  else if (span.latest == G_MAXINT64)
    *to = *from + TL_SECONDS_PER_DAY - 1;
}

/* Returns: (transfer full): the date in words, and whether there is anything */
static char *
describe (GoTo *self)
{
  g_autofree char *words = tl_date_formatter_format (
      self->formatter, self->date, TL_DATE_STYLE_FULL);
  gint64 first;
  gint64 last;
  gint64 from;
  gint64 to;

  get_bounds (tl_date_get_span (self->date), &from, &to);
  if (!tl_timeline_view_get_whole_range (self->timeline, &first, &last))
    return g_steal_pointer (&words);
  if (to < first)
    /* Translators: %s is a date that somebody wants to go to. */
    return g_strdup_printf (_ ("%s: before everything on the timeline"), words);
  if (from > last)
    /* Translators: %s is a date that somebody wants to go to. */
    return g_strdup_printf (_ ("%s: after everything on the timeline"), words);
  return g_steal_pointer (&words);
}

static void
set_answer (GoTo *self, const char *text, gboolean is_error)
{
  gtk_label_set_label (self->answer, text);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->answer), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->answer), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
      is_error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
      -1);
}

static void
changed_cb (GoTo *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  g_clear_pointer (&self->date, tl_date_unref);
  self->date = tl_date_input_parse (self->input, text, &error);
  adw_message_dialog_set_response_enabled (self->dialog, GO,
                                           self->date != NULL);
  /* Nothing typed is no mistake. */
  if (self->date != NULL)
    words = describe (self);
  else if (*text == '\0')
    words = tl_date_input_dup_hint (self->input);
  else
    words = g_strdup (error->message);
  set_answer (self, words, self->date == NULL && *text != '\0');
}

static void
response_cb (GoTo *self, const char *response)
{
  gint64 from;
  gint64 to;

  if (g_strcmp0 (response, GO) != 0 || self->date == NULL)
    return;
  get_bounds (tl_date_get_span (self->date), &from, &to);
  gtk_widget_activate_action (GTK_WIDGET (self->timeline), "win.view", "s",
                              "timeline");
  tl_timeline_view_go_to (self->timeline, from, to);
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
}

static void
add_widgets (GoTo *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *answer = gtk_label_new (NULL);

  self->entry = GTK_EDITABLE (entry);
  self->answer = GTK_LABEL (answer);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Date"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, answer,
                                  NULL, -1);
  gtk_label_set_wrap (self->answer, TRUE);
  gtk_label_set_justify (self->answer, GTK_JUSTIFY_CENTER);
  gtk_label_set_width_chars (self->answer, 36);
  gtk_label_set_max_width_chars (self->answer, 36);
  /* The longest answer takes three lines: the dialog keeps its size. */
  gtk_widget_set_size_request (answer, -1, 60);
  gtk_widget_set_valign (answer, GTK_ALIGN_START);
  gtk_label_set_yalign (self->answer, 0);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), answer);
  adw_message_dialog_set_extra_child (self->dialog, box);
}

GtkWindow *
tl_go_to_dialog_show (GtkWindow      *parent,
                      TlTimelineView *timeline,
                      const char     *language)
{
  GoTo *self = g_new0 (GoTo, 1);

  self->timeline = g_object_ref (timeline);
  self->input = tl_date_input_new (language);
  self->formatter = tl_date_formatter_new (language);
  self->dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (parent, _ ("Go to Date"), NULL));
  g_object_set_data_full (G_OBJECT (self->dialog), "go-to", self, free_go_to);
  adw_message_dialog_add_responses (self->dialog, "cancel", _ ("_Cancel"), GO,
                                    _ ("_Go"), NULL);
  adw_message_dialog_set_response_appearance (self->dialog, GO,
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (self->dialog, GO);
  adw_message_dialog_set_close_response (self->dialog, "cancel");
  add_widgets (self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb),
                            self);
  g_signal_connect_swapped (self->dialog, "response", G_CALLBACK (response_cb),
                            self);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return GTK_WINDOW (self->dialog);
}
