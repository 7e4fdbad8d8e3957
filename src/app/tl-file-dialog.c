/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-file-dialog.h"

#include <glib/gi18n.h>

/* The one place that knows which file dialog the toolkit has. The dialog is
 * kept alive by its parent window until there is an answer. */

#define DIALOG_KEY "tl-file-dialog"

typedef struct
{
  TlFileDialogFunc func;
  gpointer         user_data;
} TlAnswer;

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  TlAnswer   answer = *(TlAnswer *)user_data;
  GtkWindow *parent = gtk_native_dialog_get_transient_for (dialog);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  /* Ends the dialog, and with it the answer. */
  g_object_set_data (G_OBJECT (parent), DIALOG_KEY, NULL);
  answer.func (file, answer.user_data);
}

static void
destroy_dialog (gpointer data)
{
  GtkNativeDialog *dialog = GTK_NATIVE_DIALOG (data);

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
show_dialog (GtkFileChooserNative *dialog,
             GtkWindow            *parent,
             TlFileDialogFunc      func,
             gpointer              user_data)
{
  TlAnswer *answer = g_new (TlAnswer, 1);

  answer->func = func;
  answer->user_data = user_data;
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), answer,
                         (GClosureNotify)(GCallback)g_free, 0);
  g_object_set_data_full (G_OBJECT (parent), DIALOG_KEY, dialog,
                          destroy_dialog);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) datasets = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  /* Translators: A kind of files in the file dialog. */
  gtk_file_filter_set_name (datasets, _ ("Treatyline Datasets"));
  gtk_file_filter_add_suffix (datasets, "json");
  gtk_file_filter_add_mime_type (datasets, "application/vnd.treatyline+json");
  gtk_file_chooser_add_filter (chooser, datasets);

  /* Translators: A kind of files in the file dialog. */
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

void
tl_file_dialog_open (GtkWindow       *parent,
                     TlFileDialogFunc func,
                     gpointer         user_data)
{
  GtkFileChooserNative *dialog = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (func != NULL);

  dialog = gtk_file_chooser_native_new (_ ("Open Dataset"), parent,
                                        GTK_FILE_CHOOSER_ACTION_OPEN,
                                        _ ("_Open"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  add_filters (GTK_FILE_CHOOSER (dialog));
  show_dialog (dialog, parent, func, user_data);
}

void
tl_file_dialog_save (GtkWindow       *parent,
                     const char      *title,
                     const char      *name,
                     GFile           *folder,
                     TlFileDialogFunc func,
                     gpointer         user_data)
{
  GtkFileChooserNative *dialog = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (name != NULL);
  g_return_if_fail (func != NULL);

  dialog = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder,
                                         NULL);
  show_dialog (dialog, parent, func, user_data);
}
