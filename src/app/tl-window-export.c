/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window-private.h"

#include <glib/gi18n.h>

#include "tl-date-formatter.h"
#include "tl-export-dialog.h"
#include "tl-list-dialog.h"
#include "tl-time-axis.h"

/* What is shown, or what is selected, as a file: a picture, or a list. */

static void
show_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *uri = NULL;

  file = g_file_new_for_path (g_variant_get_bytestring (parameter));
  folder = g_file_get_parent (file);
  if (folder == NULL)
    return;

  uri = g_file_get_uri (folder);
  gtk_show_uri (GTK_WINDOW (user_data), uri, GDK_CURRENT_TIME);
}

static void
tell_saved (TlWindow *self, const char *text, const char *path)
{
  AdwToast *toast = tl_window_toast_new (text);

  adw_toast_set_button_label (toast, _ ("Show in _Folder"));
  adw_toast_set_action_name (toast, "win.show-folder");
  adw_toast_set_action_target_value (toast, g_variant_new_bytestring (path));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
picture_saved_cb (TlExportDialog *dialog, const char *path, gpointer user_data)
{
  tell_saved (TL_WINDOW (user_data), _ ("Picture saved"), path);
}

/* The filter and the day are those of the window; a picture hides what they
 * leave out, also where the window only dims it. */
TlExportRequest *
tl_window_create_export_request (TlWindow *self)
{
  TlExportRequest *request = NULL;
  g_autoptr (TlQuery) query = NULL;

  g_return_val_if_fail (TL_IS_WINDOW (self) && self->dataset != NULL, NULL);

  query = tl_query_new (tl_explorer_get_filter (self->explorer),
                        tl_explorer_get_known_on (self->explorer));
  request = tl_export_request_new (self->dataset, tl_window_get_language ());
  request->picture.group_by = tl_explorer_get_group_by (self->explorer);
  tl_export_request_set_groups (request,
                                tl_explorer_get_group_order (self->explorer),
                                tl_explorer_get_folded (self->explorer));
  request->picture.proportional =
      tl_timeline_view_get_proportional (self->timeline);
  request->picture.right_to_left =
      gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  request->picture.time_direction =
      tl_time_axis_get_direction (tl_time_axis_get ());
  tl_export_request_set_query (request, query);
  tl_timeline_view_get_range (self->timeline, &request->picture.from,
                              &request->picture.to);
  return request;
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TlWindow *self = TL_WINDOW (user_data);
  g_autoptr (TlExportRequest) request = NULL;
  GtkWindow *dialog = NULL;

  if (self->dataset == NULL)
    return;

  request = tl_window_create_export_request (self);
  tl_export_request_set_only (request,
                              tl_explorer_get_selection (self->explorer));
  dialog = tl_export_dialog_new (GTK_WINDOW (self), request, self->settings);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (picture_saved_cb), self,
                           0);
  gtk_window_present (dialog);
}

static void
list_saved_cb (TlListDialog *dialog,
               const char   *path,
               guint         n_left_out,
               gpointer      user_data)
{
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new (NULL);
  g_autofree char *number =
      tl_date_formatter_format_count (formatter, n_left_out);
  g_autofree char *text = NULL;

  if (n_left_out == 0)
    text = g_strdup (_ ("List saved"));
  else
    text = g_strdup_printf (
        /* Translators: %s is a number of records; a calendar can have nothing
         * that begins before the year 1. */
        ngettext ("List saved without %s record that the format has no place "
                  "for",
                  "List saved without %s records that the format has no place "
                  "for",
                  n_left_out),
        number);
  tell_saved (TL_WINDOW (user_data), text, path);
}

static void
show_list_dialog (TlWindow *self, TlListContent content, gboolean selected_only)
{
  TlResult  *result = tl_explorer_get_result (self->explorer);
  GtkWindow *dialog = NULL;

  if (result == NULL)
    return;

  dialog = tl_list_dialog_new (GTK_WINDOW (self), result,
                               tl_explorer_get_selection (self->explorer),
                               tl_window_get_language (), self->settings);
  tl_list_dialog_choose (TL_LIST_DIALOG (dialog), content, selected_only);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (list_saved_cb), self,
                           0);
  gtk_window_present (dialog);
}

static void
export_list_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_list_dialog (TL_WINDOW (user_data), TL_LIST_RECORDS, FALSE);
}

static void
export_selection_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  show_list_dialog (TL_WINDOW (user_data), TL_LIST_RECORDS, TRUE);
}

/* Of several records that somebody has selected; else of all. */
static void
export_sources_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  TlWindow *self = TL_WINDOW (user_data);

  show_list_dialog (self, TL_LIST_SOURCES,
                    tl_explorer_get_n_selected (self->explorer) > 1);
}

static void
selection_changed_cb (TlWindow *self)
{
  GAction *action =
      g_action_map_lookup_action (G_ACTION_MAP (self), "export-selection");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                               tl_explorer_get_n_selected (self->explorer) > 0);
}

void
tl_window_add_export (TlWindow *self)
{
  static const GActionEntry entries[] = {
    { "export", export_cb },
    { "export-list", export_list_cb },
    { "export-selection", export_selection_cb },
    { "export-sources", export_sources_cb },
    { "show-folder", show_folder_cb, "ay" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->explorer, "notify::selection",
                           G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  selection_changed_cb (self);
}
