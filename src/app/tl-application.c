/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-application-private.h"

#include <glib/gi18n.h>

#include "tl-language.h"
#include "tl-record-link.h"
#include "tl-resources.h"
#include "tl-settings.h"
#include "tl-time-axis.h"
#include "tl-view-state.h"
#include "tl-window.h"

/* Each file of the command line gets a window; without any, a window shows the
 * built-in dataset. A link to a record opens what it is a record of. */

/* As treatyline-cli says it. */
#define EXIT_WRONG_USE 2

G_DEFINE_FINAL_TYPE (TlApplication, tl_application, ADW_TYPE_APPLICATION)

void
tl_application_open_window (TlApplication *self,
                            GFile         *file,
                            const char    *record)
{
  TlWindow *window = tl_window_new (GTK_APPLICATION (self), self->settings);

  tl_window_open (window, file, record);
  gtk_window_present (GTK_WINDOW (window));
}

/* The window that shows a dataset. (nullable) */
static TlWindow *
find_window (TlApplication *self, const char *dataset)
{
  for (GList *i = gtk_application_get_windows (GTK_APPLICATION (self));
       i != NULL; i = i->next)
    if (TL_IS_WINDOW (i->data) &&
        g_strcmp0 (tl_window_get_dataset_id (i->data), dataset) == 0)
      return i->data;
  return NULL;
}

/* Where a dataset was read from when it was looked at last; NULL for the
 * built-in one, and where that is not known. */
static GFile *
find_file (const char *dataset)
{
  g_autoptr (TlViewState) state = tl_view_state_load (dataset);

  return state != NULL && state->file != NULL ? g_file_new_for_uri (state->file)
                                              : NULL;
}

/* FALSE when it is no link. */
static gboolean
open_link (TlApplication *self, const char *link)
{
  g_autofree char *record = NULL;
  g_autofree char *dataset = NULL;
  g_autoptr (GFile) file = NULL;
  TlWindow *window = NULL;

  if (!tl_record_link_parse (link, &record, &dataset))
    return FALSE;
  if (dataset != NULL)
    {
      window = find_window (self, dataset);
      file = find_file (dataset);
    }
  if (window == NULL)
    {
      tl_application_open_window (self, file, record);
      return TRUE;
    }
  tl_window_show_record (window, record);
  gtk_window_present (GTK_WINDOW (window));
  return TRUE;
}

static void
tl_application_activate (GApplication *application)
{
  GtkWindow *window = NULL;

  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (window != NULL)
    gtk_window_present (window);
  else
    tl_application_open_window (TL_APPLICATION (application), NULL, NULL);
}

static void
tl_application_open (GApplication *application,
                     GFile       **files,
                     int           n_files,
                     const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *uri = g_file_get_uri (files[i]);

      if (!open_link (TL_APPLICATION (application), uri))
        tl_application_open_window (TL_APPLICATION (application), files[i],
                                    NULL);
    }
}

/* record, link: (nullable): what to select in each. */
static void
open_files (TlApplication *self,
            GPtrArray     *files,
            const char    *record,
            const char    *link)
{
  g_autofree char *linked = NULL;

  if (record == NULL && link != NULL)
    tl_record_link_parse (link, &linked, NULL);
  for (guint i = 0; i < files->len; i++)
    tl_application_open_window (self, g_ptr_array_index (files, i),
                                record != NULL ? record : linked);
}

static int
tl_application_command_line (GApplication            *application,
                             GApplicationCommandLine *command_line)
{
  TlApplication          *self = TL_APPLICATION (application);
  GVariantDict           *options = NULL;
  const char             *record = NULL;
  const char             *link = NULL;
  g_autofree const char **names = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  options = g_application_command_line_get_options_dict (command_line);
  g_variant_dict_lookup (options, "select", "&s", &record);
  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &names);

  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    if (!tl_record_link_parse (names[i], NULL, NULL))
      {
        g_autoptr (GFile) file = NULL;

        file = g_application_command_line_create_file_for_arg (command_line,
                                                               names[i]);
        g_ptr_array_add (files, g_steal_pointer (&file));
      }
    else if (link == NULL)
      link = names[i];

  if (files->len > 0)
    open_files (self, files, record, link);
  else if (link != NULL)
    open_link (self, link);
  else if (record != NULL)
    tl_application_open_window (self, NULL, record);
  else
    g_application_activate (application);
  return 0;
}

/* The windows of a first instance keep theirs. FALSE when it is none. */
static gboolean
take_language (TlApplication *self, GVariantDict *options)
{
  const char *language = NULL;

  if (!g_variant_dict_lookup (options, "lang", "&s", &language))
    return TRUE;
  if (!tl_language_is_valid (language))
    {
      g_autofree char *message = g_strdup_printf (
          /* Translators: %s is what was given for --lang. */
          _ ("--lang cannot be “%s”; give a language such as en, ru or pt-BR"),
          language);

      g_printerr ("treatyline: %s\n", message);
      return FALSE;
    }
  g_free (self->language);
  self->language = g_strdup (language);
  return TRUE;
}

static int
tl_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  /* Frames of a window of its own: the first instance would not tell. */
  if (g_variant_dict_contains (options, "frame-stats"))
    {
      TL_APPLICATION (application)->frame_stats = tl_frame_stats_new ();
      g_application_set_flags (application,
                               g_application_get_flags (application) |
                                   G_APPLICATION_NON_UNIQUE);
    }
  if (!take_language (TL_APPLICATION (application), options))
    return EXIT_WRONG_USE;
  if (!g_variant_dict_contains (options, "version"))
    return -1;

  g_print ("Treatyline %s\n", TL_VERSION);
  return 0;
}

static void
tl_application_startup (GApplication *application)
{
  TlApplication *self = TL_APPLICATION (application);

  self->settings = tl_settings_new ();
  tl_application_start_language (self);
  G_APPLICATION_CLASS (tl_application_parent_class)->startup (application);
  tl_application_follow_direction ();

  tl_application_add_actions (self);
  tl_application_show_language (self);
  if (self->settings != NULL)
    {
      g_autofree char *scheme = NULL;

      scheme = g_settings_get_string (self->settings, "color-scheme");
      tl_application_set_color_scheme (self, scheme);
      g_settings_bind (self->settings, "time-direction", tl_time_axis_get (),
                       "direction", G_SETTINGS_BIND_GET);
    }
  self->style = tl_style_new (gdk_display_get_default ());
}

static void
tl_application_window_added (GtkApplication *application, GtkWindow *window)
{
  TlApplication *self = TL_APPLICATION (application);

  if (self->frame_stats != NULL)
    tl_frame_stats_watch (self->frame_stats, GTK_WIDGET (window));
  GTK_APPLICATION_CLASS (tl_application_parent_class)
      ->window_added (application, window);
}

static void
print_frame_stats (TlApplication *self)
{
  g_autofree char *text = NULL;

  if (self->frame_stats == NULL)
    return;
  text = tl_frame_stats_to_text (self->frame_stats);
  g_print ("%s", text);
  g_clear_pointer (&self->frame_stats, tl_frame_stats_unref);
}

static void
tl_application_shutdown (GApplication *application)
{
  TlApplication *self = TL_APPLICATION (application);

  print_frame_stats (self);
  g_clear_pointer (&self->style, tl_style_free);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->language, g_free);

  G_APPLICATION_CLASS (tl_application_parent_class)->shutdown (application);
}

static void
tl_application_class_init (TlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  /* Here, because registering twice ends in a circle of resources. */
  tl_resources_register_resource ();

  application_class->activate = tl_application_activate;
  application_class->command_line = tl_application_command_line;
  application_class->handle_local_options = tl_application_handle_local_options;
  application_class->open = tl_application_open;
  application_class->shutdown = tl_application_shutdown;
  application_class->startup = tl_application_startup;
  GTK_APPLICATION_CLASS (klass)->window_added = tl_application_window_added;
}

static void
tl_application_init (TlApplication *self)
{
  static const GOptionEntry entries[] = {
    { "frame-stats", 0, 0, G_OPTION_ARG_NONE, NULL,
      N_ ("Tell at the end how long the frames took"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Language of the windows"),
      N_ ("LANGUAGE") },
    { "select", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_ ("Select the record with this id"),
      /* Translators: In --help, stands for an id: --select=ID. */
      N_ ("ID") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL,
      N_ ("Show the version and exit"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL,
      /* Translators: In --help, stands for files. */
      N_ ("[FILE…]") },
    { NULL },
  };
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option_entries (application, entries);
  g_application_set_option_context_summary (
      application,
      _ ("Shows what happened when, how sure that is, who said it, and what "
         "expires. Without a file, shows the built-in dataset."));
}

TlApplication *
tl_application_new (GApplicationFlags flags)
{
  return g_object_new (
      TL_TYPE_APPLICATION, "application-id", TL_APPLICATION_ID,
      "resource-base-path", "/org/treatyline/Treatyline", "flags",
      flags | G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
      NULL);
}

GSettings *
tl_application_get_settings (TlApplication *self)
{
  g_return_val_if_fail (TL_IS_APPLICATION (self), NULL);

  return self->settings;
}
