/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-test.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "tl-reader.h"

static char *test_home;

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) &&
          !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/* One home for the whole process: GTK's list of recent files stays with the
 * folder it found first, so that GLib's folders for each test would pull it
 * from under its feet. */
static void
move_home (void)
{
  static const char *const variables[] = { "HOME", "XDG_CACHE_HOME",
                                           "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                                           "XDG_STATE_HOME" };

  test_home = g_dir_make_tmp ("treatyline-test-XXXXXX", NULL);
  g_assert_nonnull (test_home);
  for (gsize i = 0; i < G_N_ELEMENTS (variables); i++)
    g_setenv (variables[i], test_home, TRUE);
}

gboolean
gui_test_init (int *argc, char ***argv)
{
  setlocale (LC_ALL, "");
  move_home ();
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      remove_folder (test_home);
      return FALSE;
    }

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE,
                NULL);
  return TRUE;
}

void
gui_forget_state (void)
{
  g_autofree char *folder = g_build_filename (test_home, "treatyline", NULL);

  remove_folder (folder);
}

int
gui_test_run (void)
{
  int status = g_test_run ();

  remove_folder (test_home);
  return status;
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_REMOVE;
}

/* Comes back after a moment even when nothing happens. */
void
gui_iterate (void)
{
  guint id = g_timeout_add (10, wake_cb, NULL);

  g_main_context_iteration (NULL, TRUE);
  if (g_main_context_find_source_by_id (NULL, id) != NULL)
    g_source_remove (id);
}

void
gui_settle (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    gui_iterate ();
}

typedef gboolean (*MatchFunc) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *widget, MatchFunc match, gconstpointer data)
{
  if (match (widget, data))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
match_type (GtkWidget *widget, gconstpointer data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (data));
}

GtkWidget *
gui_find (GtkWidget *root, GType type)
{
  return find (root, match_type, GSIZE_TO_POINTER (type));
}

/* GTK's test interface tells the value only when asked for another one. */
char *
gui_dup_name (GtkWidget *widget)
{
  char *name = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "\x01");

  return name;
}

static gboolean
match_name (GtkWidget *widget, gconstpointer data)
{
  g_autofree char *name = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  name = gui_dup_name (widget);
  return g_strcmp0 (name, data) == 0;
}

GtkWidget *
gui_find_named (GtkWidget *root, const char *name)
{
  return find (root, match_name, name);
}

static gboolean
match_text (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) &&
         g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), data);
}

GtkWidget *
gui_find_text (GtkWidget *root, const char *text)
{
  return find (root, match_text, text);
}

static void
collect_actions (GtkWidget *widget, const char *action, GPtrArray *found)
{
  if (GTK_IS_ACTIONABLE (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)),
                 action) == 0)
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_actions (child, action, found);
}

GPtrArray *
gui_find_actions (GtkWidget *root, const char *action)
{
  GPtrArray *found = g_ptr_array_new ();

  collect_actions (root, action, found);
  return found;
}

static void
collect_text (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_child_visible (widget) ||
      !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n",
                            gtk_label_get_text (GTK_LABEL (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_text (child, text);
}

char *
gui_dup_text (GtkWidget *root)
{
  GString *text = g_string_new (NULL);

  collect_text (root, text);
  return g_string_free (text, FALSE);
}

void
gui_assert_has_text (GtkWidget *root, const char *text)
{
  g_autofree char *all = gui_dup_text (root);

  if (strstr (all, text) == NULL)
    g_error ("“%s” is not in:\n%s", text, all);
}

void
gui_assert_lacks_text (GtkWidget *root, const char *text)
{
  g_autofree char *all = gui_dup_text (root);

  if (strstr (all, text) != NULL)
    g_error ("“%s” is in:\n%s", text, all);
}

static TlDataset *
load (GFile *file)
{
  g_autoptr (TlProblems) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  TlDataset *dataset = NULL;

  dataset = tl_reader_load_file (file, NULL, problems, &error);
  g_assert_no_error (error);
  return dataset;
}

TlDataset *
gui_load_builtin (void)
{
  g_autoptr (GFile) file = tl_reader_get_builtin_file ();

  return load (file);
}

GFile *
gui_get_fixture (const char *name)
{
  g_autofree char *path = NULL;

  path = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
  return g_file_new_for_path (path);
}

TlDataset *
gui_load_fixture (const char *name)
{
  g_autoptr (GFile) file = gui_get_fixture (name);

  return load (file);
}

GFile *
gui_write_file (const char *name, const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

char *
gui_dup_fixture_text (const char *name,
                      const char *find_text,
                      const char *replacement)
{
  g_autoptr (GFile) file = gui_get_fixture (name);
  g_autofree char *content = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &content, NULL, NULL, NULL));
  parts = g_strsplit (content, find_text, -1);
  g_assert_cmpuint (g_strv_length (parts), >, 1);
  return g_strjoinv (replacement, parts);
}
