/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-range-editor.h"

#include "tl-filter-edit.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is typed counts as soon as both entries can be read; while somebody
 * types they mostly cannot, so that a complaint waits for Return, or until the
 * entry is left. An entry is rewritten only when the filter's range is not what
 * stands in it. */

struct _TlRangeEditor
{
  GtkWidget parent_instance;

  TlExplorer *explorer;
  gboolean    is_changing; /* by hand, from here */

  GtkWidget *box;
  GtkWidget *entries[2]; /* from, to */
  GtkWidget *possibly;
  GtkWidget *certainly;
  GtkLabel  *problem;
};

enum
{
  FROM,
  TO,
};

G_DEFINE_FINAL_TYPE (TlRangeEditor, tl_range_editor, GTK_TYPE_WIDGET)

/* The first second that is meant by the text, or the last. An empty entry is
 * an open end. */
static gboolean
read_end (TlRangeEditor *self, guint end, gint64 *second, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entries[end]));
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  TlSpan           span = { 0 };

  *second = end == FROM ? G_MININT64 : G_MAXINT64;
  if (stripped[0] == '\0')
    return TRUE;
  if (!tl_edtf_parse_span (stripped, strlen (stripped), &span, error))
    return FALSE;
  *second = end == FROM ? span.earliest : span.latest;
  return TRUE;
}

static gboolean
read_range (TlRangeEditor *self, gint64 *from, gint64 *to, GError **error)
{
  if (!read_end (self, FROM, from, error) || !read_end (self, TO, to, error))
    return FALSE;
  if (*from <= *to)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _ ("The range ends before it begins."));
  return FALSE;
}

/* problem: nullable. */
static void
show_problem (TlRangeEditor *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static void
mark (TlRangeEditor *self, guint end, gboolean is_wrong)
{
  GtkWidget *entry = self->entries[end];

  gtk_accessible_update_state (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
      is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
      -1);
  if (is_wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
}

static void
accept (TlRangeEditor *self, gint64 from, gint64 to)
{
  show_problem (self, NULL);
  mark (self, FROM, FALSE);
  mark (self, TO, FALSE);
  self->is_changing = TRUE;
  if (from == G_MININT64 && to == G_MAXINT64)
    tl_filter_edit_remove (self->explorer, TL_FILTER_RANGE, "");
  else
    tl_filter_edit_set_range (self->explorer, from, to);
  self->is_changing = FALSE;
}

static void
typed_cb (TlRangeEditor *self)
{
  gint64 from = 0;
  gint64 to = 0;

  if (!self->is_changing && read_range (self, &from, &to, NULL))
    accept (self, from, to);
}

/* Says what is wrong, if anything is. */
static void
check (TlRangeEditor *self)
{
  g_autoptr (GError) error = NULL;
  gint64 from = 0;
  gint64 to = 0;
  gint64 second = 0;

  if (read_range (self, &from, &to, &error))
    {
      accept (self, from, to);
      return;
    }
  show_problem (self, error->message);
  mark (self, FROM, !read_end (self, FROM, &second, NULL));
  mark (self, TO,
        !read_end (self, TO, &second, NULL) || error->domain == G_IO_ERROR);
}

static void
left_cb (GtkEventControllerFocus *focus, TlRangeEditor *self)
{
  check (self);
}

static void
certainly_toggled_cb (TlRangeEditor *self)
{
  if (!self->is_changing)
    tl_filter_edit_set_certainly (
        self->explorer,
        gtk_check_button_get_active (GTK_CHECK_BUTTON (self->certainly)));
}

static void
show_end (TlRangeEditor *self, guint end, gint64 wanted)
{
  gint64 second = 0;
  g_autoptr (TlDate) day = NULL;

  if (read_end (self, end, &second, NULL) && second == wanted)
    return;
  if (wanted != G_MININT64 && wanted != G_MAXINT64)
    day = tl_date_new_for_day (wanted);
  gtk_editable_set_text (GTK_EDITABLE (self->entries[end]),
                         day != NULL ? tl_date_get_edtf (day) : "");
  mark (self, end, FALSE);
  show_problem (self, NULL);
}

/* The filter has changed, by whomsoever. */
static void
update (TlRangeEditor *self)
{
  const TlFilter *filter = tl_explorer_get_filter (self->explorer);
  gint64          from = G_MININT64;
  gint64          to = G_MAXINT64;
  GtkWidget      *choice =
      tl_filter_get_certainly (filter) ? self->certainly : self->possibly;

  if (self->is_changing)
    return;
  self->is_changing = TRUE;
  tl_filter_get_range (filter, &from, &to);
  show_end (self, FROM, from);
  show_end (self, TO, to);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), TRUE);
  self->is_changing = FALSE;
}

static GtkWidget *
caption_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "tl-detail");
  return label;
}

/* A name above an entry that takes a half of the row. */
static GtkWidget *
field_new (TlRangeEditor *self, guint end, const char *name, const char *sample)
{
  GtkWidget          *field = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget          *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), sample);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (check), self);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (entry, focus);
  self->entries[end] = entry;
  gtk_box_append (GTK_BOX (field), caption_new (name));
  gtk_box_append (GTK_BOX (field), entry);
  return field;
}

static GtkWidget *
choice_new (const char *name, const char *explanation)
{
  GtkWidget *choice = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), caption_new (explanation));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (choice), box);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, explanation, -1);
  return choice;
}

static void
append_choices (TlRangeEditor *self)
{
  self->possibly =
      choice_new (C_ ("range", "Possibly in it"),
                  _ ("Some day that it may have happened on is in the range."));
  self->certainly = choice_new (
      C_ ("range", "Certainly in it"),
      _ ("Every day that it may have happened on is in the range."));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (self->certainly),
                              GTK_CHECK_BUTTON (self->possibly));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->possibly), TRUE);
  g_signal_connect_swapped (self->certainly, "toggled",
                            G_CALLBACK (certainly_toggled_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->possibly);
  gtk_box_append (GTK_BOX (self->box), self->certainly);
}

static void
tl_range_editor_dispose (GObject *object)
{
  TlRangeEditor *self = TL_RANGE_EDITOR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->explorer);
  G_OBJECT_CLASS (tl_range_editor_parent_class)->dispose (object);
}

static void
tl_range_editor_class_init (TlRangeEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_range_editor_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_range_editor_init (TlRangeEditor *self)
{
  GtkWidget *fields = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_set_homogeneous (GTK_BOX (fields), TRUE);
  gtk_box_append (GTK_BOX (fields),
                  field_new (self, FROM, C_ ("range", "From"), "2020-04"));
  gtk_box_append (GTK_BOX (fields),
                  field_new (self, TO, C_ ("range", "To"), "2020-07-27"));
  gtk_box_append (GTK_BOX (self->box), fields);
  self->problem = GTK_LABEL (caption_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "tl-warning");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->problem));
  append_choices (self);
}

GtkWidget *
tl_range_editor_new (TlExplorer *explorer)
{
  TlRangeEditor *self = NULL;

  g_return_val_if_fail (TL_IS_EXPLORER (explorer), NULL);

  self = g_object_new (TL_TYPE_RANGE_EDITOR, NULL);
  self->explorer = g_object_ref (explorer);
  g_signal_connect_object (explorer, "notify::filter", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
