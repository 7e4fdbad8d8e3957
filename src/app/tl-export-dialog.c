/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-export-dialog.h"

#include <glib/gi18n.h>

#include "tl-date-formatter.h"
#include "tl-export-choices.h"
#include "tl-export-error.h"
#include "tl-export-job.h"
#include "tl-file-dialog.h"
#include "tl-number-button.h"
#include "tl-pair-layout.h"
#include "tl-preview-area.h"

/* The widgets are the state: a request is made from them when it is needed. */

struct _TlExportDialog
{
  AdwWindow parent_instance;

  TlExportRequest *base; /* what the window shows */
  GSettings       *settings;
  GCancellable    *cancellable;
  gboolean         is_saving;

  TlPreviewArea *preview;
  GtkLabel      *size;
  GtkStack      *save_stack;
  AdwComboRow   *format;
  AdwComboRow   *range;
  AdwComboRow   *theme;
  AdwComboRow   *text;
  AdwActionRow  *scale_row;
  GtkSpinButton *width;
  GtkSpinButton *height;
  GtkSpinButton *scale;
  GtkSwitch     *sources;
  GtkSwitch     *beside;
  AdwComboRow   *records;
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlExportDialog, tl_export_dialog, ADW_TYPE_WINDOW)

TlExportRequest *
tl_export_dialog_dup_request (TlExportDialog *self)
{
  TlExportRequest *request = NULL;

  g_return_val_if_fail (TL_IS_EXPORT_DIALOG (self), NULL);

  request = tl_export_request_copy (self->base);
  request->format = (TlExportFormat)adw_combo_row_get_selected (self->format);
  request->scale = gtk_spin_button_get_value (self->scale);
  request->outlines = adw_combo_row_get_selected (self->text) == 1;
  request->picture.theme = (TlTheme)adw_combo_row_get_selected (self->theme);
  request->picture.width = gtk_spin_button_get_value (self->width);
  request->picture.height = gtk_spin_button_get_value (self->height);
  request->picture.list_sources = gtk_switch_get_active (self->sources);
  request->writes_sources = gtk_switch_get_active (self->beside);
  if (adw_combo_row_get_selected (self->records) == 0)
    tl_export_request_set_only (request, NULL);
  if (adw_combo_row_get_selected (self->range) == 0)
    {
      request->picture.from = G_MININT64;
      request->picture.to = G_MAXINT64;
    }
  return request;
}

static void
set_can_save (TlExportDialog *self, gboolean can_save)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save",
                                 can_save && !self->is_saving);
}

/* Shows how large the picture becomes, or what hinders it. */
static void
show_size (TlExportDialog *self)
{
  g_autoptr (TlExportRequest) request = tl_export_dialog_dup_request (self);
  const GError    *error = tl_preview_area_get_error (self->preview);
  g_autofree char *text = NULL;
  double           width = 0;
  double           height = 0;
  gboolean         is_valid = FALSE;

  if (error != NULL)
    text = g_strdup (error->message);
  else if (!tl_preview_area_get_size (self->preview, &width, &height))
    return;
  else
    is_valid = tl_export_choices_describe_size (request, width, height, &text);

  gtk_label_set_text (self->size, text);
  if (is_valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->size), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->size), "error");
  set_can_save (self, is_valid);
}

static void
preview_updated_cb (TlExportDialog *self)
{
  show_size (self);
}

/* Some choices are only for some formats. */
static void
show_rows (TlExportDialog *self)
{
  TlExportFormat format =
      (TlExportFormat)adw_combo_row_get_selected (self->format);

  gtk_widget_set_visible (GTK_WIDGET (self->scale_row),
                          format == TL_EXPORT_PNG);
  gtk_widget_set_visible (GTK_WIDGET (self->text), format == TL_EXPORT_SVG);
}

static void
choice_changed_cb (TlExportDialog *self)
{
  g_autoptr (TlExportRequest) request = NULL;

  /* While the choices are being restored. */
  if (self->base == NULL)
    return;

  request = tl_export_dialog_dup_request (self);
  show_rows (self);
  tl_preview_area_set_request (self->preview, request);
  show_size (self);
}

/* Stands for the height 0. */
static const char *
get_any_height (void)
{
  /* Translators: The height of a picture follows from its content. Short: it
   * stands in an entry. */
  return C_ ("height", "As needed");
}

static void
set_saving (TlExportDialog *self, gboolean is_saving)
{
  self->is_saving = is_saving;
  gtk_stack_set_visible_child_name (self->save_stack,
                                    is_saving ? "busy" : "idle");
  set_can_save (self, !is_saving);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TlExportDialog) self = user_data;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  path = g_object_steal_data (G_OBJECT (self), "tl-export-path");
  if (tl_export_save_finish (result, &error))
    g_signal_emit (self, signals[SIGNAL_SAVED], 0, path);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  set_saving (self, FALSE);
  if (error != NULL)
    tl_export_error_show (GTK_WINDOW (self), _ ("Picture Not Saved"), error);
  else
    gtk_window_close (GTK_WINDOW (self));
}

void
tl_export_dialog_save (TlExportDialog *self, const char *path)
{
  g_autoptr (TlExportRequest) request = NULL;

  g_return_if_fail (TL_IS_EXPORT_DIALOG (self));
  g_return_if_fail (path != NULL);

  if (self->is_saving)
    return;

  request = tl_export_dialog_dup_request (self);
  set_saving (self, TRUE);
  g_object_set_data_full (G_OBJECT (self), "tl-export-path", g_strdup (path),
                          g_free);
  tl_export_save_async (request, path, self->cancellable, saved_cb,
                        g_object_ref (self));
}

static void
file_chosen_cb (GFile *file, gpointer user_data)
{
  TlExportDialog  *self = TL_EXPORT_DIALOG (user_data);
  g_autofree char *path = NULL;

  if (file == NULL)
    return;

  tl_export_choices_remember_folder (self->settings, file);
  path = g_file_get_path (file);
  if (path != NULL)
    tl_export_dialog_save (self, path);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlExportDialog *self = TL_EXPORT_DIALOG (widget);
  g_autoptr (TlExportRequest) request = tl_export_dialog_dup_request (self);
  g_autoptr (GFile) folder = NULL;
  g_autofree char *file_name = NULL;

  tl_export_choices_remember (self->settings, request);
  folder = tl_export_choices_dup_folder (self->settings);
  file_name =
      g_strdup_printf ("%s.%s", tl_dataset_get_id (request->picture.dataset),
                       tl_export_format_to_nick (request->format));
  tl_file_dialog_save (GTK_WINDOW (self), _ ("Save Picture"), file_name, folder,
                       file_chosen_cb, self);
}

static void
tl_export_dialog_dispose (GObject *object)
{
  TlExportDialog *self = TL_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_EXPORT_DIALOG);
  g_clear_pointer (&self->base, tl_export_request_free);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tl_export_dialog_parent_class)->dispose (object);
}

static void
tl_export_dialog_finalize (GObject *object)
{
  g_clear_object (&TL_EXPORT_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (tl_export_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/treatyline/Treatyline/ui/tl-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, size);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog,
                                        save_stack);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, range);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, theme);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, text);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog,
                                        scale_row);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, width);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, height);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, sources);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, beside);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, records);
  gtk_widget_class_bind_template_callback (widget_class, preview_updated_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
tl_export_dialog_class_init (TlExportDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_export_dialog_dispose;
  object_class->finalize = tl_export_dialog_finalize;

  /**
   * TlExportDialog::saved:
   * @path: the file
   *
   * The picture is written.
   */
  signals[SIGNAL_SAVED] =
      g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TL_TYPE_PAIR_LAYOUT);
  g_type_ensure (TL_TYPE_PREVIEW_AREA);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "export.save", NULL,
                                   save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static void
tl_export_dialog_init (TlExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_number_button_set_up (self->width, NULL);
  tl_number_button_set_up (self->height, get_any_height ());
  tl_number_button_set_up (self->scale, NULL);
  set_can_save (self, FALSE);
}

/* Sets the widgets from what was chosen last. */
static void
restore_choices (TlExportDialog *self, const TlExportRequest *choices)
{
  gboolean is_whole = choices->picture.from == G_MININT64;

  adw_combo_row_set_selected (self->format, choices->format);
  adw_combo_row_set_selected (self->range, is_whole ? 0 : 1);
  adw_combo_row_set_selected (self->theme, choices->picture.theme);
  gtk_spin_button_set_value (self->width, choices->picture.width);
  gtk_spin_button_set_value (self->height, choices->picture.height);
  gtk_spin_button_set_value (self->scale, choices->scale);
}

/* Only where there are records to choose between. */
static void
show_records (TlExportDialog *self, const TlExportRequest *request)
{
  const char *const *ids = request->picture.only;
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new (NULL);
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  g_autofree char *number = NULL;
  g_autofree char *selected = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->records), ids != NULL);
  if (ids == NULL)
    return;

  number =
      tl_date_formatter_format_count (formatter, g_strv_length ((char **)ids));
  /* Translators: which records a picture has; %s is a number. */
  selected = g_strdup_printf (_ ("Only the selected (%s)"), number);
  gtk_string_list_append (choices, _ ("All that are shown"));
  gtk_string_list_append (choices, selected);
  adw_combo_row_set_model (self->records, G_LIST_MODEL (choices));
}

GtkWindow *
tl_export_dialog_new (GtkWindow             *parent,
                      const TlExportRequest *request,
                      GSettings             *settings)
{
  TlExportDialog *self = NULL;
  g_autoptr (TlExportRequest) choices = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (request != NULL, NULL);

  self = g_object_new (TL_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  g_set_object (&self->settings, settings);
  choices = tl_export_request_copy (request);
  tl_export_choices_recall (settings, choices);
  restore_choices (self, choices);
  show_records (self, request);
  self->base = tl_export_request_copy (request);
  choice_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->format));
  return GTK_WINDOW (self);
}
