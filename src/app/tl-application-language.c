/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-application-private.h"

#include "tl-language.h"
#include "tl-preferences.h"
#include "tl-window.h"

/* The language of the program: that of the command line, else the one chosen in
 * the preferences, else that of the environment. A widget takes its words when
 * it is made, so another language means other windows on the same datasets. */

/* What stands in the settings for the language of the environment. */
#define SYSTEM ""

static void
speak (const char *language)
{
  tl_language_set (language[0] != '\0' ? language : NULL);
}

char *
tl_application_dup_language (TlApplication *self)
{
  if (self->language != NULL)
    return g_strdup (self->language);
  return self->settings != NULL
             ? g_settings_get_string (self->settings, "language")
             : g_strdup (SYSTEM);
}

void
tl_application_start_language (TlApplication *self)
{
  g_autofree char *language = tl_application_dup_language (self);

  /* That of the environment is spoken already. Nothing is set again without
   * need: the settings may have started threads. */
  if (language[0] == '\0' || !tl_language_is_valid (language) ||
      tl_language_is_spoken (language))
    return;
  speak (language);
  tl_language_adopt_letters ();
}

void
tl_application_show_language (TlApplication *self)
{
  GAction *action =
      g_action_map_lookup_action (G_ACTION_MAP (self), "language");

  g_simple_action_set_state (
      G_SIMPLE_ACTION (action),
      g_variant_new_take_string (tl_application_dup_language (self)));
}

void
tl_application_follow_direction (void)
{
  /* GTK itself goes by its own translation, which need not be there. */
  gboolean is_rtl = tl_language_is_rtl (tl_language_get_translation ());

  gtk_widget_set_default_direction (is_rtl ? GTK_TEXT_DIR_RTL
                                           : GTK_TEXT_DIR_LTR);
}

/* The window remembers how it was looked at when it closes. */
static void
replace_window (TlApplication *self, TlWindow *window)
{
  TlDocument *document = tl_window_get_document (window);
  g_autoptr (GFile) file = NULL;

  if (document != NULL && !tl_document_is_builtin (document))
    file = g_object_ref (tl_document_get_file (document));
  gtk_window_close (GTK_WINDOW (window));
  tl_application_open_window (self, file, NULL);
}

static void
replace_windows (TlApplication *self)
{
  g_autoptr (GList) windows = NULL;

  windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));
  /* Without any window the program would end. */
  g_application_hold (G_APPLICATION (self));
  for (GList *link = g_list_last (windows); link != NULL; link = link->prev)
    if (TL_IS_WINDOW (link->data))
      replace_window (self, link->data);
  g_application_release (G_APPLICATION (self));
}

static void
show_preferences (TlApplication *self)
{
  GtkWindow *parent =
      gtk_application_get_active_window (GTK_APPLICATION (self));
  GtkWindow *preferences = tl_preferences_new (parent, self->settings);

  tl_preferences_focus_language (TL_PREFERENCES (preferences));
  gtk_window_present (preferences);
}

static gboolean
change_cb (gpointer user_data)
{
  TlApplication   *self = TL_APPLICATION (user_data);
  g_autofree char *language = tl_application_dup_language (self);

  speak (language);
  tl_application_follow_direction ();
  replace_windows (self);
  show_preferences (self);
  return G_SOURCE_REMOVE;
}

/* The choice is made in a window that is replaced, too: not at once. */
void
tl_application_change_language_cb (GSimpleAction *action,
                                   GVariant      *state,
                                   gpointer       user_data)
{
  TlApplication   *self = TL_APPLICATION (user_data);
  const char      *language = g_variant_get_string (state, NULL);
  g_autofree char *former = tl_application_dup_language (self);

  if (g_str_equal (language, former) ||
      (language[0] != '\0' && !tl_language_is_valid (language)))
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "language", language);
  g_simple_action_set_state (action, state);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, change_cb, g_object_ref (self),
                   g_object_unref);
}
