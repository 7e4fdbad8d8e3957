/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-print-operation.h"

/* What the window shows, on paper. */

static void
tell (TlWindow *self, const GError *error)
{
  g_autofree char *text = NULL;

  /* Translators: %s is what hindered it. */
  text = g_strdup_printf (_ ("Not printed: %s"), error->message);
  tl_window_add_toast (self, text);
}

static void
done_cb (TlWindow               *self,
         GtkPrintOperationResult result,
         GtkPrintOperation      *operation)
{
  const GError *own_error = tl_print_operation_get_error (operation);
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (own_error != NULL)
    tell (self, own_error);
  else if (error != NULL)
    tell (self, error);
}

GtkPrintOperation *
tl_window_create_print_operation (TlWindow *self)
{
  g_autoptr (TlExportRequest) request = NULL;
  GtkPrintOperation *operation = NULL;

  g_return_val_if_fail (TL_IS_WINDOW (self) && self->dataset != NULL, NULL);

  request = tl_window_create_export_request (self);
  operation = tl_print_operation_new (request, self->settings);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self,
                           G_CONNECT_SWAPPED);
  return operation;
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlWindow *self = TL_WINDOW (user_data);
  g_autoptr (GtkPrintOperation) operation = NULL;

  operation = tl_window_create_print_operation (self);
  /* While the dialog is open it keeps itself alive, and it tells by its signal
   * how it ended. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (self), NULL);
}

static void
dataset_changed_cb (TlWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "print");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                               tl_explorer_get_dataset (self->explorer) !=
                                   NULL);
}

void
tl_window_add_print (TlWindow *self)
{
  static const GActionEntry entries[] = { { "print", print_cb } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->explorer, "notify::dataset",
                           G_CALLBACK (dataset_changed_cb), self,
                           G_CONNECT_SWAPPED);
  dataset_changed_cb (self);
}
