/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gui-window.h"

#include <adwaita.h>

/* One for the process: an application that was registered can only be taken
 * apart by g_application_run(). */
static TlApplication *
get_application (void)
{
  static TlApplication *application;
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return application;

  application = tl_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

static void
reset_settings (GSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  if (settings == NULL)
    return;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (gsize i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

static void
set_up (GuiWindow *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) source = gui_get_fixture ("window.json");
  g_autofree char *text = NULL;

  fixture->application = get_application ();
  reset_settings (tl_application_get_settings (fixture->application));
  gui_forget_state ();
  g_file_load_contents (source, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->file = gui_write_file ("window.json", text);
}

static GList *
get_windows (GuiWindow *fixture)
{
  return gtk_application_get_windows (GTK_APPLICATION (fixture->application));
}

static void
tear_down (GuiWindow *fixture, gconstpointer data)
{
  while (get_windows (fixture) != NULL)
    {
      GtkWindow *window = g_object_ref (get_windows (fixture)->data);

      gtk_window_destroy (window);
      gui_settle (50);
      g_assert_finalize_object (window);
    }
  g_clear_object (&fixture->file);
}

void
gui_window_wait (GuiWindow *fixture)
{
  gui_wait_for (tl_document_get_state (tl_window_get_document (
                    fixture->window)) >= TL_DOCUMENT_READY);
  gui_settle (50);
}

void
gui_window_show (GuiWindow *fixture, GFile *file, const char *record)
{
  GtkWidget *widget = NULL;
  GtkWidget *open_button = NULL;

  fixture->window =
      tl_window_new (GTK_APPLICATION (fixture->application),
                     tl_application_get_settings (fixture->application));
  widget = GTK_WIDGET (fixture->window);
  fixture->timeline =
      TL_TIMELINE_VIEW (gui_find (widget, TL_TYPE_TIMELINE_VIEW));
  fixture->details = TL_DETAILS_PANE (gui_find (widget, TL_TYPE_DETAILS_PANE));

  tl_window_open (fixture->window, file, record);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gui_wait_for (gtk_widget_get_mapped (widget));
  gui_window_wait (fixture);
  /* What the window does after its first frame ends with this menu. */
  open_button = gui_find (widget, ADW_TYPE_SPLIT_BUTTON);
  gui_wait_for (
      adw_split_button_get_menu_model (ADW_SPLIT_BUTTON (open_button)) != NULL);
}

void
gui_window_close (GuiWindow *fixture)
{
  guint n_windows = g_list_length (get_windows (fixture));

  gtk_window_close (GTK_WINDOW (fixture->window));
  gui_wait_for (g_list_length (get_windows (fixture)) < n_windows);
}

void
gui_window_activate (GuiWindow *fixture, const char *action, const char *target)
{
  GActionGroup *group = G_ACTION_GROUP (fixture->window);

  g_assert_true (g_action_group_has_action (group, action));
  g_action_group_activate_action (
      group, action, target != NULL ? g_variant_new_string (target) : NULL);
}

gboolean
gui_window_is_enabled (GuiWindow *fixture, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window),
                                            action);
}

gboolean
gui_window_get_state (GuiWindow *fixture, const char *action)
{
  g_autoptr (GVariant) state = NULL;

  state = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window),
                                           action);
  return g_variant_get_boolean (state);
}

const char *
gui_window_get_selected_id (GuiWindow *fixture)
{
  TlDataset *dataset = tl_timeline_view_get_dataset (fixture->timeline);
  guint      selected = tl_timeline_view_get_selected (fixture->timeline);

  return selected != TL_NONE ? tl_dataset_get_record_id (dataset, selected)
                             : NULL;
}

GtkWidget *
gui_window_get_dialog (GuiWindow *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (GTK_IS_WINDOW (link->data) && !TL_IS_WINDOW (link->data) &&
        gtk_widget_get_mapped (link->data) &&
        gtk_window_get_transient_for (link->data) != NULL)
      return link->data;
  return NULL;
}

int
gui_window_run (int                  argc,
                char               **argv,
                const GuiWindowTest *tests,
                gsize                n_tests)
{
  if (!gui_test_init (&argc, &argv))
    return 0;
  for (gsize i = 0; i < n_tests; i++)
    g_test_add (tests[i].path, GuiWindow, tests[i].data, set_up, tests[i].run,
                tear_down);
  return gui_test_run ();
}
