/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "gui-window.h"
#include "tl-citation-list.h"
#include "tl-export-dialog.h"
#include "tl-list-dialog.h"
#include "tl-listing.h"
#include "tl-preview-area.h"

#include <string.h>

/* What leaves the window: lists, sources, citations; each by its command. */

static GtkWidget *
open_dialog (GuiWindow *fixture, const char *action)
{
  gui_window_activate (fixture, action, NULL);
  gui_wait_for (gui_window_get_dialog (fixture) != NULL);
  return gui_window_get_dialog (fixture);
}

static void
close_dialog (GuiWindow *fixture)
{
  gtk_window_close (GTK_WINDOW (gui_window_get_dialog (fixture)));
  gui_wait_for (gui_window_get_dialog (fixture) == NULL);
}

static void
choose (GtkWidget *dialog, const char *row, guint choice)
{
  GObject *widget =
      gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog), row);

  adw_combo_row_set_selected (ADW_COMBO_ROW (widget), choice);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (widget)), ==,
                    choice);
}

static void
saved_cb (GtkWindow  *dialog,
          const char *path,
          guint       n_left_out,
          gpointer    user_data)
{
  *(char **)user_data = g_strdup (path);
}

static char *
save_and_read (GuiWindow *fixture, GtkWidget *dialog, const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autofree char *saved = NULL;
  char            *text = NULL;

  g_signal_connect (dialog, "saved", G_CALLBACK (saved_cb), &saved);
  tl_list_dialog_save (TL_LIST_DIALOG (dialog), path);
  gui_wait_for (saved != NULL);
  g_assert_cmpstr (saved, ==, path);
  gui_wait_for (gui_window_get_dialog (fixture) == NULL);
  gui_assert_has_text (GTK_WIDGET (fixture->window), "List saved");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* What the command line writes of these. */
static char *
write_expected (TlDataset    *dataset,
                TlListContent content,
                const char   *nick,
                const guint  *records,
                guint         n_records)
{
  const char *language = g_get_language_names ()[0];
  GString    *text = g_string_new (NULL);
  TlSink      sink = tl_sink_new_for_string (text);
  g_autoptr (GArray) quotes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (TlCitationList) list = tl_citation_list_new (dataset);
  g_autoptr (TlDateFormatter) formatter = NULL;
  const TlCitationFormat *format = tl_citation_find_format (nick);
  TlListing               listing = { dataset, records, n_records, language };

  if (content == TL_LIST_RECORDS)
    tl_listing_find_format (nick)->write_records (&listing, sink);
  else if (content == TL_LIST_QUOTES)
    {
      for (guint i = 0; i < tl_dataset_get_n_quotes (dataset); i++)
        g_array_append_val (quotes, i);
      listing.indices = (const guint *)(gconstpointer)quotes->data;
      listing.n_indices = quotes->len;
      tl_listing_find_format (nick)->write_quotes (&listing, sink);
    }
  else
    {
      if (!format->for_people)
        language = NULL;
      formatter = tl_date_formatter_new (language);
      for (guint i = 0; i < n_records; i++)
        tl_citation_list_add_record_sources (list, records[i]);
      tl_citation_list_write (list, format, formatter, language, sink);
    }
  return g_string_free (text, FALSE);
}

/* Everything, in every form. */
static void
test_formats (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (TlDataset) dataset = gui_load_builtin ();
  guint             n_records = tl_dataset_get_n_records (dataset);
  g_autofree guint *all = g_new (guint, n_records);

  for (guint i = 0; i < n_records; i++)
    all[i] = i;
  gui_window_show (fixture, NULL, NULL);
  for (TlListContent content = TL_LIST_RECORDS; content <= TL_LIST_SOURCES;
       content++)
    {
      guint                    n_formats = 0;
      g_autofree TlListFormat *formats =
          tl_list_content_dup_formats (content, &n_formats);

      g_assert_cmpuint (n_formats, >=, 3);
      for (guint i = 0; i < n_formats; i++)
        {
          GtkWidget       *dialog = open_dialog (fixture, "export-list");
          g_autofree char *text = NULL;
          g_autofree char *expected = write_expected (
              dataset, content, formats[i].nick, all, n_records);

          choose (dialog, "content", content);
          choose (dialog, "format", i);
          text = save_and_read (fixture, dialog, "list.out");
          g_assert_cmpuint (strlen (text), >, 100);
          g_assert_cmpstr (text, ==, expected);
        }
    }
  gui_window_close (fixture);
}

/* The filter of the window, and its selection. */
static void
test_selection (GuiWindow *fixture, gconstpointer data)
{
  GtkWidget       *dialog = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (TlDataset) dataset = gui_load_builtin ();
  guint record = tl_dataset_find_record (dataset, "asat-test");
  guint n_formats = 0;
  g_autofree TlListFormat *formats =
      tl_list_content_dup_formats (TL_LIST_RECORDS, &n_formats);

  gui_window_show (fixture, NULL, NULL);
  g_assert_false (gui_window_is_enabled (fixture, "export-selection"));
  g_assert_true (gui_window_is_enabled (fixture, "export-list"));
  g_assert_true (gui_window_is_enabled (fixture, "export-sources"));

  gui_window_activate (fixture, "select-record", "asat-test");
  g_assert_true (gui_window_is_enabled (fixture, "export-selection"));
  dialog = open_dialog (fixture, "export-selection");
  gui_assert_has_text (dialog, "Selected (1)");
  choose (dialog, "format", 1);
  text = save_and_read (fixture, dialog, "selection.csv");
  expected =
      write_expected (dataset, TL_LIST_RECORDS, formats[1].nick, &record, 1);
  g_assert_cmpstr (text, ==, expected);
  gui_window_close (fixture);
}

/* What is selected is exported also where a filter only dims it, in the order
 * of time. */
static void
test_only (GuiWindow *fixture, gconstpointer data)
{
  static const char *const ids[] = { "lavrov-interview", "asat-test", NULL };
  g_autoptr (TlDataset) dataset = gui_load_builtin ();
  g_autoptr (TlFilter) filter = tl_filter_new ();
  g_autoptr (TlQuery) query = NULL;
  g_autoptr (TlResult) result = NULL;
  g_autoptr (TlListExport) export = NULL;
  guint records[] = { tl_dataset_find_record (dataset, ids[0]),
                      tl_dataset_find_record (dataset, ids[1]) };

  if (records[0] > records[1])
    {
      guint first = records[0];

      records[0] = records[1];
      records[1] = first;
    }
  tl_filter_add_kind (filter, TL_KIND_TALK);
  query = tl_query_new (filter, TL_KNOWN_ALWAYS);
  result = tl_query_run (query, dataset, NULL, NULL);
  export = tl_list_export_new (result);
  export->only = g_strdupv ((char **)ids);
  export->language = g_strdup (g_get_language_names ()[0]);
  for (guint i = 0; i < 2; i++)
    {
      TlListContent content = i == 0 ? TL_LIST_RECORDS : TL_LIST_SOURCES;
      guint         n_left_out = 0;
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;
      g_autofree char *expected = NULL;

      g_free (export->format);
      export->format = g_strdup (content == TL_LIST_SOURCES ? "bibtex" : "csv");
      export->content = content;
      bytes = tl_list_export_render (export, &n_left_out);
      text =
          g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      expected = write_expected (dataset, content, export->format, records,
                                 G_N_ELEMENTS (records));
      g_assert_cmpstr (text, ==, expected);
      g_assert_cmpuint (n_left_out, ==, 0);
    }
}

/* The file that is there stays when the new one cannot be written; and the
 * dialog says what to do. */
static void
test_refused (GuiWindow *fixture, gconstpointer data)
{
  g_autofree char *path =
      g_build_filename (g_get_user_data_dir (), "no", "such", "x", NULL);
  GtkWidget *dialog = NULL;

  if (gtk_check_version (4, 14, 0) == NULL)
    {
      g_test_skip ("newer libadwaita warns of its own message dialog here");
      return;
    }
  gui_window_show (fixture, NULL, NULL);
  dialog = open_dialog (fixture, "export-sources");
  tl_list_dialog_save (TL_LIST_DIALOG (dialog), path);
  gui_wait_for (gui_window_get_dialog (fixture) != dialog);
  gui_assert_has_text (gui_window_get_dialog (fixture), "List Not Saved");
  gui_assert_has_text (gui_window_get_dialog (fixture),
                       "Choose another place and try again.");
  gtk_window_destroy (GTK_WINDOW (gui_window_get_dialog (fixture)));
  close_dialog (fixture);
  gui_window_close (fixture);
}

static void
text_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(char **)user_data =
      gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

static char *
read_clipboard (GuiWindow *fixture)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (
      gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL,
      text_read_cb, &text);
  gui_wait_for (text != NULL);
  return text;
}

/* As treatyline-cli cite --quote and --record have it. */
static char *
cite (TlDataset *dataset, const char *nick, guint quote, guint record)
{
  const TlCitationFormat *format = tl_citation_find_format (nick);
  const char *language = format->for_people ? g_get_language_names ()[0] : NULL;
  g_autoptr (TlDateFormatter) formatter = tl_date_formatter_new (language);
  g_autoptr (TlCitationList) list = tl_citation_list_new (dataset);
  GString *text = g_string_new (NULL);

  if (quote != TL_NONE)
    tl_citation_list_add_quote (list, quote);
  if (record != TL_NONE)
    tl_citation_list_add_record (list, record);
  tl_citation_list_write (list, format, formatter, language,
                          tl_sink_new_for_string (text));
  return g_string_free (text, FALSE);
}

static void
test_copy (GuiWindow *fixture, gconstpointer data)
{
  guint                   n_formats;
  const TlCitationFormat *formats = tl_citation_get_formats (&n_formats);
  TlDataset              *dataset = NULL;
  guint                   record = TL_NONE;

  gui_window_show (fixture, fixture->file, NULL);
  g_assert_false (gui_window_is_enabled (fixture, "copy-citation"));
  gui_window_activate (fixture, "select-record", "talks");
  g_assert_true (gui_window_is_enabled (fixture, "copy-citation"));
  dataset = tl_timeline_view_get_dataset (fixture->timeline);
  record = tl_dataset_find_record (dataset, "talks");
  for (guint i = 0; i < n_formats; i++)
    {
      g_autofree char *expected =
          cite (dataset, formats[i].nick, TL_NONE, record);
      g_autofree char *expected_quote =
          cite (dataset, formats[i].nick,
                tl_dataset_find_quote (dataset, "quote-a"), TL_NONE);
      g_autofree char *text = NULL;
      g_autofree char *quote = NULL;
      g_autofree char *told =
          g_strdup_printf ("Citation copied as %s", formats[i].name);

      gui_window_activate (fixture, "copy-citation", formats[i].nick);
      text = read_clipboard (fixture);
      g_assert_cmpstr (text, ==, expected);
      g_action_group_activate_action (
          G_ACTION_GROUP (fixture->window), "copy-quote-as",
          g_variant_new ("(ss)", "quote-a", formats[i].nick));
      quote = read_clipboard (fixture);
      g_assert_cmpstr (quote, ==, expected_quote);
      g_assert_cmpstr (quote, !=, text);
      if (i == 0)
        gui_assert_has_text (GTK_WIDGET (fixture->window), told);
    }
  gui_window_close (fixture);
}

static void
picture_saved_cb (GtkWindow *dialog, const char *path, gpointer user_data)
{
  *(char **)user_data = g_strdup (path);
}

/* A picture of what is selected, with a file of exactly its sources. */
static void
test_picture (GuiWindow *fixture, gconstpointer data)
{
  g_autofree char *path =
      g_build_filename (g_get_user_data_dir (), "one.svg", NULL);
  g_autofree char *beside =
      g_build_filename (g_get_user_data_dir (), "one.sources.txt", NULL);
  g_autofree char *saved = NULL;
  g_autofree char *svg = NULL;
  g_autofree char *sources = NULL;
  g_autofree char *cited = NULL;
  TlDataset       *dataset = NULL;
  GtkWidget       *dialog = NULL;
  GtkSwitch       *button = NULL;

  gui_window_show (fixture, NULL, "asat-test");
  dialog = open_dialog (fixture, "export");
  choose (dialog, "format", TL_EXPORT_SVG);
  choose (dialog, "records", 1);
  button = GTK_SWITCH (
      gtk_widget_get_template_child (dialog, TL_TYPE_EXPORT_DIALOG, "beside"));
  gtk_switch_set_active (button, TRUE);
  g_signal_connect (dialog, "saved", G_CALLBACK (picture_saved_cb), &saved);
  tl_export_dialog_save (TL_EXPORT_DIALOG (dialog), path);
  gui_wait_for (saved != NULL);
  gui_wait_for (gui_window_get_dialog (fixture) == NULL);

  g_assert_true (g_file_get_contents (path, &svg, NULL, NULL));
  g_assert_nonnull (strstr (svg, "id=\"record-asat-test\""));
  g_assert_null (strstr (svg, "id=\"record-space-talks"));
  g_assert_nonnull (strstr (svg, "1 of 41 records shown"));
  g_assert_true (g_file_get_contents (beside, &sources, NULL, NULL));
  g_assert_true (g_str_has_prefix (sources, "Sources of this figure: "));
  dataset = tl_timeline_view_get_dataset (fixture->timeline);
  cited = write_expected (
      dataset, TL_LIST_SOURCES, "text",
      &(guint){ tl_dataset_find_record (dataset, "asat-test") }, 1);
  g_assert_true (g_str_has_suffix (sources, cited));
  gui_window_close (fixture);
}

int
main (int argc, char **argv)
{
  static const GuiWindowTest tests[] = {
    { "/tl/export-lists/copy", test_copy },
    { "/tl/export-lists/formats", test_formats },
    { "/tl/export-lists/only", test_only },
    { "/tl/export-lists/picture", test_picture },
    { "/tl/export-lists/refused", test_refused },
    { "/tl/export-lists/selection", test_selection },
  };

  return gui_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
