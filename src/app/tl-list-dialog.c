/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-list-dialog.h"

#include <glib/gi18n.h>

#include "tl-date-formatter.h"
#include "tl-export-choices.h"
#include "tl-export-error.h"
#include "tl-file-dialog.h"

/* What most programs open. */
#define FIRST_CHOICE "csv"

/* The widgets are the state: an export is made from them when it is needed. */

struct _TlListDialog
{
  AdwWindow parent_instance;

  TlResult     *result;
  char        **selection;
  char         *language; /* nullable */
  GSettings    *settings; /* nullable */
  GCancellable *cancellable;
  char         *path; /* nullable: what is being written */

  GtkStack    *save_stack;
  AdwComboRow *content;
  AdwComboRow *records;
  AdwComboRow *format;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlListDialog, tl_list_dialog, ADW_TYPE_WINDOW)

static TlListContent
get_content (TlListDialog *self)
{
  return (TlListContent)MIN (adw_combo_row_get_selected (self->content),
                             TL_N_LIST_CONTENTS - 1);
}

/* (transfer none): static strings */
static TlListFormat
get_format (TlListDialog *self)
{
  guint                    n_formats;
  g_autofree TlListFormat *formats =
      tl_list_content_dup_formats (get_content (self), &n_formats);

  return formats[MIN (adw_combo_row_get_selected (self->format),
                      n_formats - 1)];
}

TlListExport *
tl_list_dialog_dup_export (TlListDialog *self)
{
  TlListExport *export = NULL;

  g_return_val_if_fail (TL_IS_LIST_DIALOG (self), NULL);

  export = tl_list_export_new (self->result);
  export->content = get_content (self);
  export->format = g_strdup (get_format (self).nick);
  export->language = g_strdup (self->language);
  if (adw_combo_row_get_selected (self->records) == 1)
    export->only = g_strdupv (self->selection);
  return export;
}

/* The formats differ with what is written. */
static void
content_changed_cb (TlListDialog *self)
{
  guint                    n_formats;
  g_autofree TlListFormat *formats =
      tl_list_content_dup_formats (get_content (self), &n_formats);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; i < n_formats; i++)
    {
      gtk_string_list_append (names, gettext (formats[i].name));
      if (g_str_equal (formats[i].nick, FIRST_CHOICE))
        chosen = i;
    }
  adw_combo_row_set_model (self->format, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->format, chosen);
}

static void
set_saving (TlListDialog *self, gboolean is_saving)
{
  gtk_stack_set_visible_child_name (self->save_stack,
                                    is_saving ? "busy" : "idle");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "list.save", !is_saving);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TlListDialog) self = user_data;
  g_autofree char *path = g_steal_pointer (&self->path);
  g_autoptr (GError) error = NULL;
  gssize n_left_out = tl_list_export_save_finish (result, &error);

  if (error == NULL)
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, path, (guint)n_left_out);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  set_saving (self, FALSE);
  if (error != NULL)
    tl_export_error_show (GTK_WINDOW (self), _ ("List Not Saved"), error);
  else
    gtk_window_close (GTK_WINDOW (self));
}

void
tl_list_dialog_save (TlListDialog *self, const char *path)
{
  g_autoptr (TlListExport) export = NULL;

  g_return_if_fail (TL_IS_LIST_DIALOG (self));
  g_return_if_fail (path != NULL);

  if (self->path != NULL)
    return;

  export = tl_list_dialog_dup_export (self);
  self->path = g_strdup (path);
  set_saving (self, TRUE);
  tl_list_export_save_async (export, path, self->cancellable, saved_cb,
                             g_object_ref (self));
}

static void
file_chosen_cb (GFile *file, gpointer user_data)
{
  TlListDialog    *self = TL_LIST_DIALOG (user_data);
  g_autofree char *path = NULL;

  if (file == NULL)
    return;

  tl_export_choices_remember_folder (self->settings, file);
  path = g_file_get_path (file);
  if (path != NULL)
    tl_list_dialog_save (self, path);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const parts[] = {
    [TL_LIST_RECORDS] = "",
    [TL_LIST_QUOTES] = "-quotes",
    [TL_LIST_SOURCES] = "-sources",
  };
  TlListDialog *self = TL_LIST_DIALOG (widget);
  const char   *id = tl_dataset_get_id (tl_result_get_dataset (self->result));
  g_autoptr (GFile) folder = tl_export_choices_dup_folder (self->settings);
  g_autofree char *file_name = g_strconcat (id, parts[get_content (self)],
                                            get_format (self).suffix, NULL);

  tl_file_dialog_save (GTK_WINDOW (self), _ ("Save List"), file_name, folder,
                       file_chosen_cb, self);
}

static void
tl_list_dialog_dispose (GObject *object)
{
  TlListDialog *self = TL_LIST_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_LIST_DIALOG);
  g_clear_pointer (&self->result, tl_result_unref);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tl_list_dialog_parent_class)->dispose (object);
}

static void
tl_list_dialog_finalize (GObject *object)
{
  TlListDialog *self = TL_LIST_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_strfreev (self->selection);
  g_free (self->language);
  g_free (self->path);

  G_OBJECT_CLASS (tl_list_dialog_parent_class)->finalize (object);
}

static void
tl_list_dialog_class_init (TlListDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_list_dialog_dispose;
  object_class->finalize = tl_list_dialog_finalize;

  /**
   * TlListDialog::saved:
   * @path: the file
   * @n_left_out: records that the format has no place for
   *
   * The list is written.
   */
  signals[SIGNAL_SAVED] = g_signal_new (
      "saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/treatyline/Treatyline/ui/tl-list-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlListDialog, save_stack);
  gtk_widget_class_bind_template_child (widget_class, TlListDialog, content);
  gtk_widget_class_bind_template_child (widget_class, TlListDialog, records);
  gtk_widget_class_bind_template_child (widget_class, TlListDialog, format);
  gtk_widget_class_bind_template_callback (widget_class, content_changed_cb);
  gtk_widget_class_install_action (widget_class, "list.save", NULL,
                                   save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static void
tl_list_dialog_init (TlListDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* How many there are of each. Without a selection there is nothing to choose
 * between. */
static void
show_records (TlListDialog *self)
{
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new (NULL);
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  g_autofree char *shown = tl_date_formatter_format_count (
      formatter, tl_result_get_n_shown (self->result));
  guint            n_selected = g_strv_length (self->selection);
  g_autofree char *selected =
      tl_date_formatter_format_count (formatter, n_selected);
  g_autofree char *all = NULL;
  g_autofree char *only = NULL;

  /* Translators: which records are exported; %s is a number. */
  all = g_strdup_printf (_ ("All that are shown (%s)"), shown);
  gtk_string_list_append (choices, all);
  if (n_selected > 0)
    {
      /* Translators: which records are exported; %s is a number. */
      only = g_strdup_printf (_ ("Selected (%s)"), selected);
      gtk_string_list_append (choices, only);
    }
  adw_combo_row_set_model (self->records, G_LIST_MODEL (choices));
}

GtkWindow *
tl_list_dialog_new (GtkWindow         *parent,
                    TlResult          *result,
                    const char *const *selection,
                    const char        *language,
                    GSettings         *settings)
{
  TlListDialog *self = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (result != NULL, NULL);
  g_return_val_if_fail (selection != NULL, NULL);

  self = g_object_new (TL_TYPE_LIST_DIALOG, "transient-for", parent, NULL);
  self->result = tl_result_ref (result);
  self->selection = g_strdupv ((char **)selection);
  self->language = g_strdup (language);
  g_set_object (&self->settings, settings);
  show_records (self);
  content_changed_cb (self);
  return GTK_WINDOW (self);
}

void
tl_list_dialog_choose (TlListDialog *self,
                       TlListContent content,
                       gboolean      selected_only)
{
  g_return_if_fail (TL_IS_LIST_DIALOG (self));

  adw_combo_row_set_selected (self->content, content);
  if (g_strv_length (self->selection) > 0)
    adw_combo_row_set_selected (self->records, selected_only ? 1 : 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->format));
}
