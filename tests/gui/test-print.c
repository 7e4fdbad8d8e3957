/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-window.h"

#include <string.h>

#include "tests/assert-near.h"
#include "tl-print-choices.h"
#include "tl-window-private.h"

/* Printing, by way of the PDF that GTK makes of it; poppler's programs read it
 * back. */

static char *
run_program (const char *first, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char   *output = NULL;
  va_list list;

  va_start (list, first);
  for (const char *next = first; next != NULL; next = va_arg (list, char *))
    g_ptr_array_add (arguments, (gpointer)next);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  process = g_subprocess_newv ((const char *const *)arguments->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return output;
}

static gboolean
has_poppler (void)
{
  g_autofree char *info = g_find_program_in_path ("pdfinfo");
  g_autofree char *text = g_find_program_in_path ("pdftotext");

  if (info != NULL && text != NULL)
    return TRUE;
  g_test_skip ("poppler-utils is not installed");
  return FALSE;
}

/* "Pages: 3" */
static int
get_n_pages (const char *path)
{
  g_autofree char *info = run_program ("pdfinfo", path, NULL);
  const char      *line = strstr (info, "\nPages:");

  g_assert_nonnull (line);
  return (int)g_ascii_strtoll (line + strlen ("\nPages:"), NULL, 10);
}

static char *
dup_page_text (const char *path, int page)
{
  g_autofree char *number = g_strdup_printf ("%d", page);

  return run_program ("pdftotext", "-layout", "-f", number, "-l", number, path,
                      "-", NULL);
}

static void
assert_has (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

static void
done_cb (GtkPrintOperation      *operation,
         GtkPrintOperationResult result,
         gpointer                user_data)
{
  *(int *)user_data = (int)result;
}

/* (transfer full): the path of the PDF. setup: (nullable) */
static char *
print (GuiWindow *fixture, GtkPageSetup *setup)
{
  g_autoptr (GtkPrintOperation) operation =
      tl_window_create_print_operation (fixture->window);
  g_autoptr (GFile) file = gui_write_file ("printed.pdf", "");
  g_autoptr (GError) error = NULL;
  int result = -1;

  if (setup != NULL)
    gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, g_file_peek_path (file));
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &result);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                           GTK_WINDOW (fixture->window), &error);
  g_assert_no_error (error);
  gui_wait_for (result >= 0);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  return g_file_get_path (file);
}

static GtkPageSetup *
new_setup (const char *paper, GtkPageOrientation orientation)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (paper);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, orientation);
  return setup;
}

/* Each page has its number, and the title; the sources come at the end. */
static void
assert_pages (const char *path)
{
  int n_pages = get_n_pages (path);

  for (int i = 1; i <= n_pages; i++)
    {
      g_autofree char *text = dup_page_text (path, i);
      g_autofree char *number = g_strdup_printf ("Page %d of %d", i, n_pages);

      assert_has (text, number);
      assert_has (text, "Strategic stability, 2020");
      if (i == n_pages)
        {
          assert_has (text, "Sources");
          assert_has (text, "5.");
          assert_has (text, "China Daily, “Russia ready to discuss");
        }
      else
        {
          assert_has (text, "Inexact date");
          assert_has (text, "2020");
        }
    }
}

static void
test_pages (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (GtkPageSetup) portrait =
      new_setup (GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_PORTRAIT);
  g_autoptr (GtkPageSetup) small =
      new_setup (GTK_PAPER_NAME_A5, GTK_PAGE_ORIENTATION_LANDSCAPE);
  g_autofree char *path = NULL;
  int              n_pages;

  if (!has_poppler ())
    return;
  gui_window_show (fixture, NULL, NULL);
  path = print (fixture, portrait);
  n_pages = get_n_pages (path);
  g_assert_cmpint (n_pages, >=, 2);
  assert_pages (path);

  g_free (path);
  path = print (fixture, small);
  g_assert_cmpint (get_n_pages (path), >, n_pages);
  assert_pages (path);
}

/* Paper and orientation are those that are chosen; without a choice time runs
 * along the long side. */
static void
test_paper (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (GtkPageSetup) portrait =
      new_setup (GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_PORTRAIT);
  g_autofree char *path = NULL;
  g_autofree char *info = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkPageSetup *setup = NULL;
  const char   *size = NULL;
  double        width;
  double        height;

  if (!has_poppler ())
    return;
  gui_window_show (fixture, NULL, NULL);
  operation = tl_window_create_print_operation (fixture->window);
  setup = gtk_print_operation_get_default_page_setup (operation);
  g_assert_cmpint (gtk_page_setup_get_orientation (setup), ==,
                   GTK_PAGE_ORIENTATION_LANDSCAPE);
  path = print (fixture, portrait);
  info = run_program ("pdfinfo", path, NULL);
  size = strstr (info, "Page size:");
  g_assert_cmpint (sscanf (size, "Page size: %lf x %lf", &width, &height), ==,
                   2);
  assert_near (width, 595.28, 1);
  assert_near (height, 841.89, 1);
}

/* What the dialog's page asks for. */
static void
test_choices (GuiWindow *fixture, gconstpointer data)
{
  GSettings     *settings = tl_application_get_settings (fixture->application);
  TlPrintChoices choices = { TRUE, 1, TRUE };
  g_autofree char *path = NULL;
  int              one_wide;

  if (!has_poppler ())
    return;
  gui_window_show (fixture, NULL, NULL);
  path = print (fixture, NULL);
  one_wide = get_n_pages (path);

  choices.pages_wide = 3;
  choices.list_sources = FALSE;
  tl_print_choices_remember (settings, &choices);
  g_free (path);
  path = print (fixture, NULL);
  g_assert_cmpint (get_n_pages (path) % 3, ==, 0);
  g_assert_cmpint (get_n_pages (path), >, one_wide - 1);
  {
    g_autofree char *text = run_program ("pdftotext", path, "-", NULL);

    g_assert_null (strstr (text, "Sources"));
  }
}

/* The paper says of which day it is, and what is chosen. */
static void
test_words (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (TlFilter) filter = tl_filter_new ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  if (!has_poppler ())
    return;
  gui_window_show (fixture, NULL, NULL);
  tl_filter_add_value (filter, TL_FACET_KIND, "talk");
  tl_filter_add_value (filter, TL_FACET_KIND, "test");
  tl_explorer_set_filter (fixture->window->explorer, filter);
  gui_window_activate (fixture, "known-on", NULL);
  gui_window_activate (fixture, "previous-publication", NULL);
  path = print (fixture, NULL);
  text = dup_page_text (path, 1);
  assert_has (text, "As known on 27 July 2020");
  assert_has (text, "Happened");
  assert_has (text, "Kind: Talk, Test");
  assert_has (text, " records");
}

/* Only the part of time that is in view. */
static void
test_range (GuiWindow *fixture, gconstpointer data)
{
  GSettings     *settings = tl_application_get_settings (fixture->application);
  TlPrintChoices choices = { FALSE, 1, TRUE };
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  if (!has_poppler ())
    return;
  tl_print_choices_remember (settings, &choices);
  gui_window_show (fixture, NULL, NULL);
  tl_timeline_view_set_proportional (fixture->timeline, TRUE);
  tl_timeline_view_set_range (
      fixture->timeline,
      tl_calendar_day_number (2020, 7, 1) * TL_SECONDS_PER_DAY,
      tl_calendar_day_number (2020, 8, 10) * TL_SECONDS_PER_DAY);
  gui_settle (100);
  path = print (fixture, NULL);
  text = run_program ("pdftotext", path, "-", NULL);
  assert_has (text, "Space security talks in Vienna");
  g_assert_null (strstr (text, "Lavrov’s online interview"));
}

static void
test_action (GuiWindow *fixture, gconstpointer data)
{
  gui_window_show (fixture, NULL, NULL);
  g_assert_true (gui_window_is_enabled (fixture, "print"));
  gui_window_activate (fixture, "print", NULL);
  gui_wait_for (gui_window_get_dialog (fixture) != NULL);
  gtk_window_close (GTK_WINDOW (gui_window_get_dialog (fixture)));
  gui_wait_for (gui_window_get_dialog (fixture) == NULL);
}

/* The page of the dialog gives back what it was given, and what is changed. */
static void
test_tab (GuiWindow *fixture, gconstpointer data)
{
  for (guint i = 0; i < 8; i++)
    {
      TlPrintChoices choices = { (i & 1) != 0, 1 + (i & 2) * 3, (i & 4) != 0 };
      GtkWidget     *tab = g_object_ref_sink (tl_print_tab_new (&choices));
      TlPrintChoices found = tl_print_tab_get_choices (TL_PRINT_TAB (tab));

      g_assert_cmpint (found.whole_range, ==, choices.whole_range);
      g_assert_cmpuint (found.pages_wide, ==, choices.pages_wide);
      g_assert_cmpint (found.list_sources, ==, choices.list_sources);
      g_assert_finalize_object (tab);
    }
}

/* Kept within reason, whatever the settings say; paper comes back. */
static void
test_remember (GuiWindow *fixture, gconstpointer data)
{
  GSettings     *settings = tl_application_get_settings (fixture->application);
  TlPrintChoices choices = { FALSE, 7, FALSE };
  TlPrintChoices found = tl_print_choices_recall (settings);
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintOperation) next = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup =
      new_setup (GTK_PAPER_NAME_A5, GTK_PAGE_ORIENTATION_PORTRAIT);
  GtkPageSetup *recalled = NULL;

  g_assert_true (found.whole_range && found.list_sources);
  g_assert_cmpuint (found.pages_wide, ==, 1);
  tl_print_choices_remember (settings, &choices);
  found = tl_print_choices_recall (settings);
  g_assert_false (found.whole_range || found.list_sources);
  g_assert_cmpuint (found.pages_wide, ==, 7);

  gtk_print_operation_set_default_page_setup (operation, setup);
  tl_print_choices_remember_paper (settings, operation);
  tl_print_choices_recall_paper (settings, next);
  recalled = gtk_print_operation_get_default_page_setup (next);
  g_assert_cmpint (gtk_page_setup_get_orientation (recalled), ==,
                   GTK_PAGE_ORIENTATION_PORTRAIT);
  g_assert_cmpstr (
      gtk_paper_size_get_name (gtk_page_setup_get_paper_size (recalled)), ==,
      GTK_PAPER_NAME_A5);
}

int
main (int argc, char **argv)
{
  static const GuiWindowTest tests[] = {
    { "/tl/print/pages", test_pages },
    { "/tl/print/paper", test_paper },
    { "/tl/print/choices", test_choices },
    { "/tl/print/words", test_words },
    { "/tl/print/range", test_range },
    { "/tl/print/action", test_action },
    { "/tl/print/tab", test_tab },
    { "/tl/print/remember", test_remember },
  };

  return gui_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
