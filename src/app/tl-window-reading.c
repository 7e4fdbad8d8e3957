/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-date-formatter.h"

/* How far reading a file is: a page of its own while there is nothing to show
 * of it, then a strip over what there is. Reading can be stopped; what was
 * shown before comes back then, as far as nothing has taken its place. */

/* A load that takes less is not worth being told of. */
#define LOADING_DELAY_MS 200

static gboolean
still_loading_cb (gpointer user_data)
{
  TlWindow *self = TL_WINDOW (user_data);

  self->loading_id = 0;
  self->is_slow = TRUE;
  tl_window_show_reading (self);
  return G_SOURCE_REMOVE;
}

/* "12,000 records read" */
static char *
format_progress (guint64 n_read)
{
  g_autoptr (TlDateFormatter) formatter =
      tl_date_formatter_new (tl_window_get_language ());
  g_autofree char *count = tl_date_formatter_format_count (formatter, n_read);

  return g_strdup_printf (
      /* Translators: %s is a number. */
      ngettext ("%s record read", "%s records read", (gulong)n_read), count);
}

static void
show_page (TlWindow *self)
{
  g_autofree char *name = tl_document_dup_name (self->document);
  g_autofree char *title = NULL;

  /* Translators: %s is the name of a file. */
  title = g_strdup_printf (_ ("Reading “%s”"), name);
  gtk_label_set_text (self->loading_title, title);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "loading") ==
      0)
    return;
  tl_window_show_page (self, "loading");
  gtk_widget_grab_focus (self->loading_stop);
}

static void
show_progress (TlWindow *self)
{
  double           fraction = 0;
  guint64          n_read = 0;
  g_autofree char *text = NULL;

  n_read = tl_document_get_progress (self->document, &fraction);
  text = format_progress (n_read);
  gtk_label_set_text (self->loading_text, text);
  gtk_label_set_text (self->reading_text, text);
  gtk_progress_bar_set_fraction (self->loading_bar, fraction);
  gtk_progress_bar_set_fraction (self->reading_bar, fraction);
}

void
tl_window_show_reading (TlWindow *self)
{
  gboolean is_loading =
      self->document != NULL && tl_document_get_loading (self->document);

  if (!is_loading)
    {
      g_clear_handle_id (&self->loading_id, g_source_remove);
      self->is_slow = FALSE;
    }
  else if (!self->is_slow && self->loading_id == 0)
    self->loading_id = g_timeout_add (LOADING_DELAY_MS, still_loading_cb, self);

  gtk_revealer_set_reveal_child (self->reading,
                                 self->is_slow && self->shows_document);
  if (self->is_slow)
    {
      show_progress (self);
      if (!self->shows_document)
        show_page (self);
    }
  tl_window_update_actions (self);
}

void
tl_window_stop_reading (TlWindow *self)
{
  if (self->document != NULL)
    tl_document_stop (self->document);
}

void
tl_window_drop_previous (TlWindow *self)
{
  if (self->previous == NULL)
    return;

  tl_document_close (self->previous);
  g_clear_object (&self->previous);
}

gboolean
tl_window_go_back (TlWindow *self)
{
  if (self->previous == NULL)
    return FALSE;

  g_signal_handlers_disconnect_by_data (self->document, self);
  tl_document_close (self->document);
  g_object_unref (self->document);
  self->document = g_steal_pointer (&self->previous);
  self->shows_document = TRUE;
  g_clear_pointer (&self->wanted, g_free);
  tl_window_connect_document (self);
  tl_window_show_document (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  return TRUE;
}

/* Escape stops reading unless something that has the focus wants it. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  TlWindow *self = TL_WINDOW (widget);

  if (self->document == NULL || !tl_document_get_loading (self->document))
    return FALSE;

  tl_window_stop_reading (self);
  return TRUE;
}

void
tl_window_watch_reading (TlWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut        *shortcut = NULL;

  shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                               gtk_callback_action_new (escape_cb, NULL, NULL));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
