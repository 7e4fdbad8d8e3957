/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-application.h"

#include "gui-test.h"
#include "tl-timeline-view.h"
#include "tl-window.h"

/* The command line, from its words to the windows that come of it. Each case
 * runs an application of its own to its end. */

static const struct
{
  const char *name;
  const char *words[3]; /* %s: path of the fixture */
  guint       n_windows;
  const char *title;    /* of each window */
  const char *selected; /* nullable */
} cases[] = {
  { "nothing", { NULL }, 1, "Strategic stability, 2020", NULL },
  { "select",
    { "--select=asat-test" },
    1,
    "Strategic stability, 2020",
    "asat-test" },
  { "file", { "%s" }, 1, "<b>Bold</b> & %s _under_", NULL },
  { "two-files", { "%s", "%s" }, 2, "<b>Bold</b> & %s _under_", NULL },
  { "file-and-select",
    { "--select=talks", "%s" },
    1,
    "<b>Bold</b> & %s _under_",
    "talks" },
};

typedef struct
{
  gsize           index;
  GtkApplication *application;
  guint           n_seen;
} Run;

static void
check_window (TlWindow *window, gsize i)
{
  TlTimelineView *timeline =
      TL_TIMELINE_VIEW (gui_find (GTK_WIDGET (window), TL_TYPE_TIMELINE_VIEW));
  guint selected = tl_timeline_view_get_selected (timeline);

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==,
                   cases[i].title);
  if (cases[i].selected == NULL)
    g_assert_cmpuint (selected, ==, TL_NONE);
  else
    g_assert_cmpstr (tl_dataset_get_record_id (
                         tl_timeline_view_get_dataset (timeline), selected),
                     ==, cases[i].selected);
}

static gboolean
is_loaded (TlWindow *window)
{
  TlDocument *document = tl_window_get_document (window);

  return document != NULL &&
         tl_document_get_state (document) == TL_DOCUMENT_READY;
}

/* Looks at the windows once all are there, and ends the program. */
static gboolean
look_cb (gpointer user_data)
{
  Run   *run = user_data;
  GList *windows = gtk_application_get_windows (run->application);

  if (g_list_length (windows) < cases[run->index].n_windows)
    return G_SOURCE_CONTINUE;
  for (GList *link = windows; link != NULL; link = link->next)
    if (!is_loaded (link->data))
      return G_SOURCE_CONTINUE;

  for (GList *link = windows; link != NULL; link = link->next)
    {
      check_window (link->data, run->index);
      run->n_seen++;
    }
  g_action_group_activate_action (G_ACTION_GROUP (run->application), "quit",
                                  NULL);
  return G_SOURCE_REMOVE;
}

static void
test_run (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GFile) file = gui_get_fixture ("window.json");
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  TlApplication *application = tl_application_new (G_APPLICATION_NON_UNIQUE);
  Run            run = { i, GTK_APPLICATION (application), 0 };
  int            status = 0;

  g_ptr_array_add (words, g_strdup ("treatyline"));
  for (gsize k = 0; k < G_N_ELEMENTS (cases[i].words); k++)
    if (g_strcmp0 (cases[i].words[k], "%s") == 0)
      g_ptr_array_add (words, g_file_get_path (file));
    else if (cases[i].words[k] != NULL)
      g_ptr_array_add (words, g_strdup (cases[i].words[k]));

  g_timeout_add (20, look_cb, &run);
  status = g_application_run (G_APPLICATION (application), (int)words->len,
                              (char **)words->pdata);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpuint (run.n_seen, ==, cases[i].n_windows);
  g_assert_finalize_object (application);
}

int
main (int argc, char **argv)
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = NULL;

      path = g_strdup_printf ("/tl/application/run/%s", cases[i].name);
      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_run);
    }
  return gui_test_run ();
}
