/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-problems-dialog.h"

#include <glib/gi18n.h>

#include "tl-label-direction.h"
#include "tl-problem-item.h"

/* The rows are made from a list item factory, so that a file with a hundred
 * thousand problems costs no more than the rows on screen. */

struct _TlProblemsDialog
{
  AdwWindow parent_instance;

  GListStore      *items;
  GtkListView     *list;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (TlProblemsDialog, tl_problems_dialog, ADW_TYPE_WINDOW)

static const char *
get_icon_name (TlSeverity severity)
{
  switch (severity)
    {
    case TL_SEVERITY_ERROR:
      return "dialog-error-symbolic";
    case TL_SEVERITY_WARNING:
      return "dialog-warning-symbolic";
    case TL_SEVERITY_NOTE:
    default:
      return "dialog-information-symbolic";
    }
}

static GtkWidget *
append_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  tl_label_align_to_start (GTK_LABEL (label));
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* A row: the severity's icon, and two lines: the message; place and code. */
static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), lines);
  append_label (lines, NULL);
  append_label (lines, "tl-problem-place");
  gtk_widget_add_css_class (row, "tl-problem");
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             gpointer                  user_data)
{
  TlProblemItem   *problem = gtk_list_item_get_item (item);
  GtkWidget       *row = gtk_list_item_get_child (item);
  GtkWidget       *icon = gtk_widget_get_first_child (row);
  GtkWidget       *lines = gtk_widget_get_last_child (row);
  TlSeverity       severity = tl_problem_item_get_severity (problem);
  const char      *message = tl_problem_item_get_message (problem);
  g_autofree char *detail = NULL;

  detail = g_strdup_printf (
      /* Translators: A problem's place in a file, how bad it is, and its
       * code: "dataset.json:12:5 · error · duplicate-id". */
      C_ ("problem", "%1$s · %2$s · %3$s"), tl_problem_item_get_place (problem),
      tl_severity_get_label (severity), tl_problem_item_get_code (problem));
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), get_icon_name (severity));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tl_severity_get_label (severity), -1);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (lines)), message);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (lines)), detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, message, -1);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TlProblemsDialog *self = TL_PROBLEMS_DIALOG (widget);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (TlProblemItem) item = NULL;

      item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      g_string_append (text, tl_problem_item_get_line (item));
      g_string_append_c (text, '\n');
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
  adw_toast_overlay_add_toast (self->toasts,
                               adw_toast_new (_ ("Problems copied")));
}

static void
tl_problems_dialog_dispose (GObject *object)
{
  TlProblemsDialog *self = TL_PROBLEMS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PROBLEMS_DIALOG);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (tl_problems_dialog_parent_class)->dispose (object);
}

static void
tl_problems_dialog_class_init (TlProblemsDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_problems_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/treatyline/Treatyline/ui/tl-problems-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlProblemsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TlProblemsDialog, toasts);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_install_action (widget_class, "problems.copy", NULL,
                                   copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static void
tl_problems_dialog_init (TlProblemsDialog *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->items = g_list_store_new (TL_TYPE_PROBLEM_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = GTK_SELECTION_MODEL (
      gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items))));
  gtk_list_view_set_model (self->list, selection);
}

GtkWindow *
tl_problems_dialog_new (GtkWindow *parent, const TlProblems *problems)
{
  TlProblemsDialog *self = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (problems != NULL, NULL);

  self = g_object_new (TL_TYPE_PROBLEMS_DIALOG, "transient-for", parent, NULL);
  for (guint i = 0; i < tl_problems_get_size (problems); i++)
    g_ptr_array_add (items,
                     tl_problem_item_new (tl_problems_get (problems, i)));
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  return GTK_WINDOW (self);
}
