/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-measure-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tl-time-between.h"

/* The time between two records in words, with what it was measured between;
 * all of it can be copied. */

#define COPY "copy"
#define MIN_WIDTH 240

typedef struct
{
  char    *titles[2]; /* the earlier record first */
  char    *dates[2];
  char    *words;
  char    *days;
  gboolean in_order; /* it is known which was first */
} Measure;

static void
free_measure (gpointer data)
{
  Measure *self = data;

  for (guint i = 0; i < 2; i++)
    {
      g_free (self->titles[i]);
      g_free (self->dates[i]);
    }
  g_free (self->words);
  g_free (self->days);
  g_free (self);
}

static Measure *
measure (TlDataset *dataset, guint first, guint second, const char *language)
{
  const TlEntry *entries = tl_dataset_get_entries (dataset);
  Measure       *self = g_new0 (Measure, 1);
  TlTimeBetween  between =
      tl_time_between (entries[first].span, entries[second].span);
  guint records[2] = { between.order > 0 ? second : first,
                       between.order > 0 ? first : second };
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new (language);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TlDate) date =
          tl_dataset_dup_record_date (dataset, records[i]);

      self->titles[i] = g_strdup (
          tl_dataset_get_record_title (dataset, records[i], language));
      self->dates[i] =
          tl_date_formatter_format (formatter, date, TL_DATE_STYLE_FULL);
    }
  self->words = tl_date_formatter_format_between (formatter, between);
  self->days = tl_date_formatter_format_between_days (formatter, between);
  self->in_order = between.order != 0 || between.max_days == 0;
  return self;
}

/* Returns: (transfer full): all in one line, for the clipboard */
static char *
dup_line (const Measure *self)
{
  g_autofree char *time = NULL;

  if (g_str_equal (self->words, self->days))
    time = g_strdup (self->words);
  else
    /* Translators: a time in words, and in days: “6 months and 8 days (192
     * days)”. */
    time = g_strdup_printf (_ ("%1$s (%2$s)"), self->words, self->days);
  /* Translators: the time between two events: title and date of the first,
   * title and date of the second, and the time. */
  return g_strdup_printf (_ ("From “%1$s” (%2$s) to “%3$s” (%4$s): %5$s"),
                          self->titles[0], self->dates[0], self->titles[1],
                          self->dates[1], time);
}

static void
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
make_content (const Measure *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  /* libadwaita 1.7 asks how high its heading is where the dialog is as narrow
   * as this is. */
  gtk_widget_set_size_request (box, MIN_WIDTH, -1);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *record = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

      add_label (record, self->titles[i], "heading");
      add_label (record, self->dates[i], "dim-label");
      gtk_box_append (GTK_BOX (box), record);
    }
  if (!self->in_order)
    add_label (box, _ ("Which of them came first is not known"), "dim-label");
  return box;
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autofree char *line = NULL;

  if (g_strcmp0 (response, COPY) != 0)
    return;
  line = dup_line (user_data);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (dialog)), line);
}

GtkWindow *
tl_measure_dialog_show (GtkWindow  *parent,
                        TlDataset  *dataset,
                        guint       first,
                        guint       second,
                        const char *language)
{
  Measure    *self = measure (dataset, first, second, language);
  const char *days = g_str_equal (self->words, self->days) ? NULL : self->days;
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, self->words, days));

  adw_message_dialog_set_extra_child (dialog, make_content (self));
  adw_message_dialog_add_responses (dialog, "close", _ ("_Close"), COPY,
                                    _ ("C_opy"), NULL);
  adw_message_dialog_set_default_response (dialog, "close");
  adw_message_dialog_set_close_response (dialog, "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self,
                         (GClosureNotify)(GCallback)free_measure, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}
