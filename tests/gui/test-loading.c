/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-window.h"

#include <adwaita.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gui-window.h"

/* Reading that takes long: a pipe that nobody writes to is never read to its
 * end, and of a large file there is a part before there is the whole. */

#define HEADER                                                                 \
  "{\"format\": \"treatyline-dataset\", \"version\": 1, \"id\": \"x\", "       \
  "\"title\": {\"en\": \"Large\"}, \"language\": \"en\", \"sources\": "        \
  "[{\"id\": \"s\", \"title\": {\"en\": \"S\"}, \"publisher\": {\"en\": "      \
  "\"P\"}, \"published\": \"2020\", \"language\": \"en\"}]}\n"
#define N_EVENTS 800
#define SUMMARY_BYTES 50000

static GtkWidget *
get_widget (GuiWindow *fixture)
{
  return GTK_WIDGET (fixture->window);
}

static TlDocument *
get_document (GuiWindow *fixture)
{
  return tl_window_get_document (fixture->window);
}

static gboolean
has_text (GuiWindow *fixture, const char *text)
{
  g_autofree char *all = gui_dup_text (get_widget (fixture));

  return strstr (all, text) != NULL;
}

/* The nth revealer of the window: 0 for the banner, 1 for the strip. */
static gboolean
is_revealed (GtkWidget *widget, guint *nth, gboolean *revealed)
{
  if (GTK_IS_REVEALER (widget) && (*nth)-- == 0)
    {
      *revealed = gtk_revealer_get_reveal_child (GTK_REVEALER (widget));
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_revealed (child, nth, revealed))
      return TRUE;
  return FALSE;
}

static gboolean
shows (GuiWindow *fixture, guint nth)
{
  gboolean revealed = FALSE;

  g_assert_true (is_revealed (get_widget (fixture), &nth, &revealed));
  return revealed;
}

static gboolean
shows_banner (GuiWindow *fixture)
{
  return shows (fixture, 0);
}

static gboolean
shows_strip (GuiWindow *fixture)
{
  return shows (fixture, 1);
}

/* A pipe, held open at both ends by what is returned. */
static int
make_pipe (GFile **file)
{
  g_autofree char *path = NULL;

  *file = gui_write_file ("pipe.json", "");
  path = g_file_get_path (*file);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  return g_open (path, O_RDWR | O_CLOEXEC, 0);
}

/* The thread that reads the pipe may end now. */
static void
close_pipe (int pipe, GFile *file)
{
  g_close (pipe, NULL);
  g_file_delete (file, NULL, NULL);
}

static void
open_file (GuiWindow *fixture, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gui_window_activate (fixture, "open-uri", uri);
}

/* Nothing was shown before: there is a page that says so, and a way to read
 * the file after all. */
static void
test_stop_first (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) broken = gui_write_file ("broken.json", "{");
  g_autoptr (GFile) file = NULL;
  int pipe = make_pipe (&file);

  gui_window_show (fixture, broken, NULL);
  g_assert_false (gui_window_is_enabled (fixture, "stop-reading"));
  open_file (fixture, file);
  g_assert_true (gui_window_is_enabled (fixture, "stop-reading"));
  gui_wait_for (has_text (fixture, "Reading “pipe.json”"));
  gui_assert_has_text (get_widget (fixture), "0 records read");
  g_assert_false (shows_strip (fixture));

  gui_window_activate (fixture, "stop-reading", NULL);
  gui_assert_has_text (get_widget (fixture), "Reading Was Stopped");
  g_assert_false (gui_window_is_enabled (fixture, "stop-reading"));
  g_assert_null (tl_timeline_view_get_dataset (fixture->timeline));
  g_assert_false (shows_banner (fixture));
  close_pipe (pipe, file);

  gui_window_activate (fixture, "reload", NULL);
  gui_wait_for (has_text (fixture, "This File Cannot Be Shown"));
}

/* What was shown before comes back as it was, and is followed again. */
static void
test_go_back (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *text = NULL;
  int              pipe = make_pipe (&file);

  gui_window_show (fixture, fixture->file, "talks");
  open_file (fixture, file);
  gui_wait_for (has_text (fixture, "Reading “pipe.json”"));
  gui_window_activate (fixture, "stop-reading", NULL);
  gui_assert_lacks_text (get_widget (fixture), "Reading “pipe.json”");
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, "talks");
  gui_assert_has_text (GTK_WIDGET (fixture->details), "Talks in Town");
  g_assert_true (g_file_equal (tl_document_get_file (get_document (fixture)),
                               fixture->file));
  g_assert_false (shows_banner (fixture));
  close_pipe (pipe, file);

  text = gui_dup_fixture_text ("window.json", "Town", "Village");
  g_clear_object (&file);
  file = gui_write_file ("window.json", text);
  gui_window_activate (fixture, "reload", NULL);
  gui_wait_for (has_text (fixture, "Talks in Village"));
}

/* A small file is there before anything could be told of its reading. */
static void
test_no_flash (GuiWindow *fixture, gconstpointer data)
{
  gui_window_show (fixture, fixture->file, NULL);
  g_assert_false (shows_strip (fixture));
  g_assert_false (gui_window_is_enabled (fixture, "stop-reading"));
  gui_settle (300);
  g_assert_false (shows_strip (fixture));
}

/* --- previews --- */

/* Most of it is in a language that is not shown. */
static GFile *
write_large_file (void)
{
  g_autofree char *summary = g_strnfill (SUMMARY_BYTES, 'a');
  g_autoptr (GString) text = g_string_new (HEADER);

  for (guint i = 0; i < N_EVENTS; i++)
    g_string_append_printf (
        text,
        "{\"id\": \"event-%u\", \"kind\": \"talk\", \"status\": \"occurred\", "
        "\"title\": {\"en\": \"Talk %u\"}, \"summary\": {\"en\": \"S\", "
        "\"tlh\": \"%s\"}, \"date\": \"2020-%02u-%02u\", \"accounts\": "
        "[{\"source\": \"s\"}]}\n",
        i, i, summary, 1 + i % 12, 1 + i % 28);
  return gui_write_file ("large.jsonl", text->str);
}

/* Behind the window, which shows the preview by then. */
static void
stop_cb (TlDocument *document, gpointer user_data)
{
  GuiWindow *fixture = user_data;

  if (tl_document_get_stopped (document))
    return;
  gui_window_activate (fixture, "stop-reading", NULL);
}

static void
test_preview (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_large_file ();
  TlDataset *dataset = NULL;
  guint      n_records = 0;
  gulong     handler = 0;

  gui_window_show (fixture, fixture->file, NULL);
  open_file (fixture, file);
  handler = g_signal_connect (get_document (fixture), "preview",
                              G_CALLBACK (stop_cb), fixture);
  gui_wait_for (tl_document_get_stopped (get_document (fixture)));
  g_signal_handler_disconnect (get_document (fixture), handler);

  /* The part is shown, and the banner says that it is one. */
  dataset = tl_timeline_view_get_dataset (fixture->timeline);
  n_records = tl_dataset_get_n_records (dataset);
  g_assert_true (tl_document_get_partial (get_document (fixture)));
  g_assert_true (dataset == tl_document_get_dataset (get_document (fixture)));
  g_assert_cmpuint (n_records, >, 0);
  g_assert_cmpuint (n_records, <, N_EVENTS / 2);
  g_assert_true (shows_banner (fixture));
  g_assert_false (shows_strip (fixture));
  gui_assert_has_text (get_widget (fixture),
                       "Reading was stopped: you see only");
  g_assert_false (gui_window_is_enabled (fixture, "stop-reading"));

  /* Reading it once more brings the rest, with selection and view. */
  gui_window_activate (fixture, "select-record", "event-3");
  g_assert_true (tl_viewport_get_fitted (
      tl_timeline_view_get_viewport (fixture->timeline)));
  gui_window_activate (fixture, "reload", NULL);
  gui_wait_for (!tl_document_get_loading (get_document (fixture)));
  g_assert_false (tl_document_get_partial (get_document (fixture)));
  dataset = tl_timeline_view_get_dataset (fixture->timeline);
  g_assert_cmpuint (tl_dataset_get_n_records (dataset), ==, N_EVENTS);
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, "event-3");
  g_assert_true (tl_viewport_get_fitted (
      tl_timeline_view_get_viewport (fixture->timeline)));
  g_assert_false (shows_banner (fixture));
  g_assert_false (shows_strip (fixture));
}

/* A record that was asked for is selected when it is there, and missed only
 * when all of the file is. */
static void
test_wanted (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_large_file ();
  g_autofree char *last = g_strdup_printf ("event-%u", N_EVENTS - 1);

  gui_window_show (fixture, file, last);
  gui_wait_for (!tl_document_get_loading (get_document (fixture)));
  g_assert_cmpstr (gui_window_get_selected_id (fixture), ==, last);
  gui_assert_lacks_text (get_widget (fixture), "There is no record");
}

/* What is wrong in the end is told when the whole takes the place of a
 * part. */
static void
test_faulty_end (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_large_file ();
  g_autoptr (GFileOutputStream) stream =
      g_file_append_to (file, G_FILE_CREATE_NONE, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (G_OUTPUT_STREAM (stream), "{\"id\": 1}\n", 10,
                             NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, NULL);
  gui_window_show (fixture, file, NULL);
  gui_wait_for (!tl_document_get_loading (get_document (fixture)));
  g_assert_false (tl_document_get_partial (get_document (fixture)));
  g_assert_true (shows_banner (fixture));
  gui_assert_has_text (get_widget (fixture), "set aside");
  g_assert_true (gui_window_is_enabled (fixture, "show-problems"));
}

static void
count_cb (TlDocument *document, gpointer user_data)
{
  ++*(guint *)user_data;
}

/* Of a document that turns out to be none nothing is shown, whatever was there
 * for a while. */
static void
test_broken_end (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) lines = write_large_file ();
  g_autoptr (GFile) file = NULL;
  g_autoptr (GString) text = NULL;
  g_autofree char *content = NULL;
  guint            n_previews = 0;

  g_assert_true (
      g_file_load_contents (lines, NULL, &content, NULL, NULL, NULL));
  text = g_string_new (content);
  g_string_replace (text, "}]}\n{", "}]},\n{", 0);
  g_string_replace (text, "}]},\n{", "}], \"events\": [\n{", 1);
  file = gui_write_file ("large.json", text->str);

  gui_window_show (fixture, fixture->file, NULL);
  open_file (fixture, file);
  g_signal_connect (get_document (fixture), "preview", G_CALLBACK (count_cb),
                    &n_previews);
  gui_wait_for (!tl_document_get_loading (get_document (fixture)));
  g_assert_cmpuint (n_previews, >, 0);
  gui_assert_has_text (get_widget (fixture), "This File Cannot Be Shown");
  g_assert_null (tl_timeline_view_get_dataset (fixture->timeline));
  g_assert_false (shows_strip (fixture));
  g_assert_false (shows_banner (fixture));
}

int
main (int argc, char **argv)
{
  static const GuiWindowTest tests[] = {
    { "/tl/window/loading/stop-first", test_stop_first },
    { "/tl/window/loading/go-back", test_go_back },
    { "/tl/window/loading/no-flash", test_no_flash },
    { "/tl/window/loading/preview", test_preview },
    { "/tl/window/loading/wanted", test_wanted },
    { "/tl/window/loading/faulty-end", test_faulty_end },
    { "/tl/window/loading/broken-end", test_broken_end },
  };

  return gui_window_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
