/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-export-error.h"

#include <glib/gi18n.h>

#include "tl-export-choices.h"

/* A label of our own, because a path may have to be broken within a word. */
static GtkWidget *
new_error_label (const GError *error)
{
  g_autofree char *text = g_strdup_printf (
      "%s\n\n%s", error->message, tl_export_choices_get_advice (error));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  return label;
}

void
tl_export_error_show (GtkWindow *parent, const char *title, const GError *error)
{
  GtkWidget *dialog = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL);
  g_return_if_fail (error != NULL);

  dialog = adw_message_dialog_new (parent, title, NULL);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      new_error_label (error));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close",
                                   _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
