/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-print-operation.h"

#include <glib/gi18n.h>

#include "tl-cairo-backend.h"
#include "tl-print-document.h"

/* The pages of a large dataset are made in a thread, while GTK asks again and
 * again whether they are ready: that keeps its dialog alive, and the window. */

#define KEY "tl-print-job"

/* So many records are laid out at once. */
#define MAX_AT_ONCE 5000
/* Between two questions. */
#define PAUSE_US 4000

/* A paper counts in 1/72 inch, a drawing in 1/96. */
#define UNITS_PER_POINT 0.75

/* What a thread makes, for the main thread to use. */
typedef struct
{
  TlTextMeasurer  *measurer;
  TlPrintDocument *document;
} Pages;

typedef struct
{
  TlExportRequest *request;
  GSettings       *settings; /* nullable */
  TlPrintChoices   choices;
  Pages           *pages; /* nullable */
  GTask           *task;  /* nullable: that makes them */
  GError          *error; /* nullable */
} Job;

static void
free_pages (gpointer data)
{
  Pages *pages = data;

  g_clear_pointer (&pages->document, tl_print_document_free);
  tl_text_measurer_unref (pages->measurer);
  g_free (pages);
}

static void
drop_pages (Job *self)
{
  g_clear_object (&self->task);
  g_clear_pointer (&self->pages, free_pages);
}

static void
free_job (gpointer data)
{
  Job *self = data;

  drop_pages (self);
  tl_export_request_free (self->request);
  g_clear_object (&self->settings);
  g_clear_error (&self->error);
  g_free (self);
}

static Job *
get_job (GtkPrintOperation *operation)
{
  return g_object_get_data (G_OBJECT (operation), KEY);
}

/* --- pages --- */

/* What a thread is given: it outlives an operation that was cancelled. */
typedef struct
{
  TlPrintOptions   options; /* borrows from the request */
  TlExportRequest *request;
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  tl_export_request_free (order->request);
  g_free (order);
}

static Order *
make_order (Job *self, GtkPrintContext *context)
{
  Order *order = g_new0 (Order, 1);

  order->request = tl_export_request_copy (self->request);
  order->options = (TlPrintOptions){
    .picture = order->request->picture,
    .page_width = gtk_print_context_get_width (context) / UNITS_PER_POINT,
    .page_height = gtk_print_context_get_height (context) / UNITS_PER_POINT,
    .pages_wide = self->choices.pages_wide,
    .list_sources = self->choices.list_sources,
  };
  if (self->choices.whole_range)
    {
      order->options.picture.from = G_MININT64;
      order->options.picture.to = G_MAXINT64;
    }
  return order;
}

static void
make_pages_cb (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Order *order = data;
  Pages       *pages = g_new0 (Pages, 1);
  GError      *error = NULL;

  pages->measurer = tl_text_measurer_new (NULL);
  pages->document =
      tl_print_document_new (&order->options, pages->measurer, &error);
  if (pages->document != NULL)
    {
      g_task_return_pointer (task, pages, free_pages);
      return;
    }
  free_pages (pages);
  g_task_return_error (task, error);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                gpointer           user_data)
{
  Job  *self = get_job (operation);
  guint n_records = tl_dataset_get_n_records (self->request->picture.dataset);

  drop_pages (self);
  g_clear_error (&self->error);
  self->task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (self->task, make_order (self, context), free_order);
  if (n_records <= MAX_AT_ONCE)
    g_task_run_in_thread_sync (self->task, make_pages_cb);
  else
    g_task_run_in_thread (self->task, make_pages_cb);
}

static gboolean
is_ready (Job *self)
{
  return tl_dataset_get_n_records (self->request->picture.dataset) <=
             MAX_AT_ONCE ||
         g_task_get_completed (self->task);
}

/* Whether it need not be called again. */
static gboolean
paginate_cb (GtkPrintOperation *operation,
             GtkPrintContext   *context,
             gpointer           user_data)
{
  Job *self = get_job (operation);

  if (!is_ready (self))
    {
      g_usleep (PAUSE_US);
      return FALSE;
    }
  /* For a preview GTK asks twice. */
  if (self->pages == NULL && self->error == NULL)
    self->pages = g_task_propagate_pointer (self->task, &self->error);
  if (self->pages == NULL)
    {
      gtk_print_operation_set_n_pages (operation, 1);
      gtk_print_operation_cancel (operation);
      return TRUE;
    }
  gtk_print_operation_set_n_pages (
      operation, (int)tl_print_document_get_n_pages (self->pages->document));
  return TRUE;
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  Job     *self = get_job (operation);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (TlScene) scene = NULL;

  if (self->pages == NULL)
    return;
  scene = tl_print_document_paint_page (self->pages->document, (guint)page);
  cairo_save (cr);
  cairo_scale (cr, UNITS_PER_POINT, UNITS_PER_POINT);
  tl_cairo_draw_scene (cr, scene, self->pages->measurer);
  cairo_restore (cr);
}

static void
end_print_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              gpointer           user_data)
{
  drop_pages (get_job (operation));
}

/* --- choices --- */

static GObject *
create_tab_cb (GtkPrintOperation *operation, gpointer user_data)
{
  return G_OBJECT (tl_print_tab_new (&get_job (operation)->choices));
}

static void
apply_tab_cb (GtkPrintOperation *operation,
              GtkWidget         *widget,
              gpointer           user_data)
{
  Job *self = get_job (operation);

  self->choices = tl_print_tab_get_choices (TL_PRINT_TAB (widget));
  tl_print_choices_remember (self->settings, &self->choices);
}

static void
done_cb (GtkPrintOperation      *operation,
         GtkPrintOperationResult result,
         gpointer                user_data)
{
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    tl_print_choices_remember_paper (get_job (operation)->settings, operation);
}

GtkPrintOperation *
tl_print_operation_new (const TlExportRequest *request, GSettings *settings)
{
  GtkPrintOperation *operation = NULL;
  Job               *self = NULL;
  const char        *title = NULL;

  g_return_val_if_fail (request != NULL, NULL);

  self = g_new0 (Job, 1);
  self->request = tl_export_request_copy (request);
  g_set_object (&self->settings, settings);
  self->choices = tl_print_choices_recall (settings);

  operation = gtk_print_operation_new ();
  g_object_set_data_full (G_OBJECT (operation), KEY, self, free_job);
  title = tl_text_get (tl_dataset_get_title (request->picture.dataset),
                       request->picture.language);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_custom_tab_label (operation, _ ("Timeline"));
  tl_print_choices_recall_paper (settings, operation);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb),
                    NULL);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), NULL);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), NULL);
  g_signal_connect (operation, "end-print", G_CALLBACK (end_print_cb), NULL);
  g_signal_connect (operation, "create-custom-widget",
                    G_CALLBACK (create_tab_cb), NULL);
  g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (apply_tab_cb),
                    NULL);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), NULL);
  return operation;
}

const GError *
tl_print_operation_get_error (GtkPrintOperation *operation)
{
  g_return_val_if_fail (GTK_IS_PRINT_OPERATION (operation), NULL);

  return get_job (operation)->error;
}
