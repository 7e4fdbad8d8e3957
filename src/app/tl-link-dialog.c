/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-link-dialog.h"

#include "tl-link.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The address is shown before anything happens with it, and only the browser
 * ever fetches it. */

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  const char *url = user_data;

  if (g_strcmp0 (response, "open") == 0)
    gtk_show_uri (gtk_window_get_transient_for (GTK_WINDOW (dialog)), url,
                  GDK_CURRENT_TIME);
}

GtkWindow *
tl_link_dialog_show (GtkWindow *parent, const char *url)
{
  g_autofree char *host = NULL;
  GtkWidget       *dialog = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (url != NULL, NULL);

  if (!tl_link_is_allowed (url, &host))
    return NULL;

  dialog = adw_message_dialog_new (parent, _ ("Open This Link?"), NULL);
  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      /* Translators: %1$s is the name of a host, "www.example.org", %2$s the
       * whole address. */
      _ ("Your browser will connect to %1$s.\n\n%2$s"), host, url);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                    _ ("_Cancel"), "open", _ ("_Open"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "open");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb),
                         g_strdup (url), (GClosureNotify)(GCallback)g_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_WINDOW (dialog);
}
