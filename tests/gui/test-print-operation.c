/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "generate.h"
#include "gui-test.h"
#include "tl-print-operation.h"
#include "tl-reader.h"

#include <string.h>

/* Printing without a window: much, to a preview, and what goes wrong. */

static TlDataset *
load_made_up (guint n_events)
{
  const GenerateOptions options = { .n_events = n_events };
  g_autoptr (GBytes) bytes = generate_bytes (&options);
  g_autoptr (TlProblems) problems = tl_problems_new ();

  return tl_reader_load_bytes (bytes, "made-up", NULL, problems, NULL);
}

static void
done_cb (GtkPrintOperation      *operation,
         GtkPrintOperationResult result,
         gpointer                user_data)
{
  *(int *)user_data = (int)result;
}

/* (transfer full) */
static GtkPrintOperation *
make_operation (TlDataset *dataset)
{
  g_autoptr (TlExportRequest) request = tl_export_request_new (dataset, "en");

  return tl_print_operation_new (request, NULL);
}

static gboolean
is_pdf (GFile *file)
{
  g_autofree char *content = NULL;
  gsize            length = 0;

  return g_file_load_contents (file, NULL, &content, &length, NULL, NULL) &&
         length > 1000 && memcmp (content, "%PDF-", 5) == 0;
}

static void
count_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          int                page,
          gpointer           user_data)
{
  (*(int *)user_data)++;
}

static gboolean
beat_cb (gpointer user_data)
{
  (*(guint *)user_data)++;
  return G_SOURCE_CONTINUE;
}

/* While a thread makes the pages, the main loop goes on. */
static void
test_many (void)
{
  g_autoptr (TlDataset) dataset = load_made_up (40000);
  g_autoptr (GtkPrintOperation) operation = make_operation (dataset);
  g_autoptr (GFile) file = gui_write_file ("many.pdf", "");
  guint n_beats = 0;
  guint beat = g_timeout_add (1, beat_cb, &n_beats);
  int   n_pages = 0;
  int   result = -1;

  gtk_print_operation_set_export_filename (operation, g_file_peek_path (file));
  g_signal_connect (operation, "draw-page", G_CALLBACK (count_cb), &n_pages);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &result);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                           NULL);
  gui_wait_for (result >= 0);
  g_source_remove (beat);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_cmpint (n_pages, >, 1);
  g_assert_cmpuint (n_beats, >, 1);
  g_assert_true (is_pdf (file));
}

/* GTK writes a file and starts the program that shows previews. */
static void
test_preview (void)
{
  g_autoptr (TlDataset) dataset = gui_load_builtin ();
  g_autoptr (GtkPrintOperation) operation = make_operation (dataset);
  g_autoptr (GFile) file = gui_write_file ("preview.pdf", "");
  g_autofree char *command = NULL;
  int              result = -1;

  command = g_strdup_printf ("cp %%f %s", g_file_peek_path (file));
  g_object_set (gtk_settings_get_default (), "gtk-print-preview-command",
                command, NULL);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &result);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PREVIEW, NULL,
                           NULL);
  gui_wait_for (result >= 0);
  gui_wait_for (is_pdf (file));
  gtk_settings_reset_property (gtk_settings_get_default (),
                               "gtk-print-preview-command");
}

/* A stamp is no paper: nothing is printed, and it says why. */
static void
test_too_small (void)
{
  g_autoptr (TlDataset) dataset = gui_load_builtin ();
  g_autoptr (GtkPrintOperation) operation = make_operation (dataset);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) stamp =
      gtk_paper_size_new_custom ("stamp", "Stamp", 30, 40, GTK_UNIT_MM);
  g_autoptr (GFile) file = gui_write_file ("stamp.pdf", "");
  int result = -1;

  gtk_page_setup_set_paper_size_and_default_margins (setup, stamp);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, g_file_peek_path (file));
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &result);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                           NULL);
  gui_wait_for (result >= 0);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_CANCEL);
  g_assert_error (tl_print_operation_get_error (operation), TL_EXPORT_ERROR,
                  TL_EXPORT_ERROR_SIZE);
}

int
main (int argc, char **argv)
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/tl/print-operation/many", test_many);
  g_test_add_func ("/tl/print-operation/preview", test_preview);
  g_test_add_func ("/tl/print-operation/too-small", test_too_small);
  return gui_test_run ();
}
