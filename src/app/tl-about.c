/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

GtkWindow *
tl_about_new (GtkWindow *parent)
{
  GtkWidget *window = adw_about_window_new ();

  g_object_set (
      window, "transient-for", parent, "modal", parent != NULL,
      "application-name", "Treatyline", "application-icon", TL_APPLICATION_ID,
      "version", TL_VERSION, "developer-name",
      _ ("The Treatyline contributors"), "license-type", GTK_LICENSE_GPL_3_0,
      "comments",
      _ ("What happened when, how sure that is, who said it, in which words, "
         "and what expires on which day."),
      /* Translators: Put your names here, one to a line; they are shown in the
       * about window. */
      "translator-credits", _ ("translator-credits"), NULL);
  return GTK_WINDOW (window);
}
