/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-preferences.h"

#include <glib/gi18n.h>

#include "tl-language.h"

/* The colours are an action of the program, so that menu and preferences agree;
 * the rest is bound to the settings. */

/* In the order of the rows in the user interface file. */
static const char *const schemes[] = { "system", "light", "dark" };
static const char *const axes[] = { "auto", "never", "always" };
static const char *const directions[] = { "auto", "ltr", "rtl" };

struct _TlPreferences
{
  AdwPreferencesWindow parent_instance;

  GSettings   *settings; /* nullable */
  AdwComboRow *color_scheme;
  AdwComboRow *axis;
  AdwComboRow *time_direction;
  AdwComboRow *language;
  GStrv        languages; /* codes, in the order of the rows after the first */
};

G_DEFINE_FINAL_TYPE (TlPreferences, tl_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static guint
find_word (const char *const *words, gsize n_words, const char *word)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (words[i], word))
      return i;
  return 0;
}

static void
color_scheme_changed_cb (TlPreferences *self)
{
  GApplication *application = g_application_get_default ();
  guint         selected = adw_combo_row_get_selected (self->color_scheme);

  g_return_if_fail (selected < G_N_ELEMENTS (schemes));

  g_action_group_change_action_state (G_ACTION_GROUP (application),
                                      "color-scheme",
                                      g_variant_new_string (schemes[selected]));
}

static void
axis_changed_cb (TlPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->axis);

  g_return_if_fail (selected < G_N_ELEMENTS (axes));

  if (self->settings != NULL)
    g_settings_set_string (self->settings, "proportional-axis", axes[selected]);
}

static void
time_direction_changed_cb (TlPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->time_direction);

  g_return_if_fail (selected < G_N_ELEMENTS (directions));

  if (self->settings != NULL)
    g_settings_set_string (self->settings, "time-direction",
                           directions[selected]);
}

static void
language_changed_cb (TlPreferences *self)
{
  GApplication *application = g_application_get_default ();
  guint         selected = adw_combo_row_get_selected (self->language);
  const char   *code = "";

  if (selected > 0 && selected <= g_strv_length (self->languages))
    code = self->languages[selected - 1];
  g_action_group_change_action_state (G_ACTION_GROUP (application), "language",
                                      g_variant_new_string (code));
}

/* Each in its own words, so that everybody finds theirs. */
static GtkStringList *
list_languages (TlPreferences *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Like the system"));
  for (gsize i = 0; self->languages[i] != NULL; i++)
    gtk_string_list_take (names, tl_language_dup_name (self->languages[i]));
  return names;
}

static void
show_language (TlPreferences *self)
{
  GApplication *application = g_application_get_default ();
  g_autoptr (GtkStringList) names = NULL;
  g_autoptr (GVariant) state = NULL;

  self->languages = tl_language_list ();
  names = list_languages (self);
  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
  state = g_action_group_get_action_state (G_ACTION_GROUP (application),
                                           "language");
  for (guint i = 0; self->languages[i] != NULL; i++)
    if (g_str_equal (self->languages[i], g_variant_get_string (state, NULL)))
      adw_combo_row_set_selected (self->language, i + 1);
}

static void
show_color_scheme (TlPreferences *self)
{
  GApplication *application = g_application_get_default ();
  g_autoptr (GVariant) state = NULL;
  guint scheme = 0;

  state = g_action_group_get_action_state (G_ACTION_GROUP (application),
                                           "color-scheme");
  scheme = find_word (schemes, G_N_ELEMENTS (schemes),
                      g_variant_get_string (state, NULL));
  adw_combo_row_set_selected (self->color_scheme, scheme);
}

static void
show_axis (TlPreferences *self)
{
  g_autofree char *axis = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->axis), self->settings != NULL);
  if (self->settings == NULL)
    return;

  axis = g_settings_get_string (self->settings, "proportional-axis");
  adw_combo_row_set_selected (self->axis,
                              find_word (axes, G_N_ELEMENTS (axes), axis));
}

static void
show_time_direction (TlPreferences *self)
{
  g_autofree char *direction = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->time_direction),
                          self->settings != NULL);
  if (self->settings == NULL)
    return;

  direction = g_settings_get_string (self->settings, "time-direction");
  adw_combo_row_set_selected (
      self->time_direction,
      find_word (directions, G_N_ELEMENTS (directions), direction));
}

static void
tl_preferences_dispose (GObject *object)
{
  TlPreferences *self = TL_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PREFERENCES);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->languages, g_strfreev);

  G_OBJECT_CLASS (tl_preferences_parent_class)->dispose (object);
}

static void
tl_preferences_class_init (TlPreferencesClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_preferences_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/treatyline/Treatyline/ui/tl-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPreferences,
                                        color_scheme);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, axis);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences,
                                        time_direction);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, language);
}

static void
tl_preferences_init (TlPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
tl_preferences_new (GtkWindow *parent, GSettings *settings)
{
  TlPreferences *self = NULL;

  self = g_object_new (TL_TYPE_PREFERENCES, "transient-for", parent, NULL);
  g_set_object (&self->settings, settings);
  show_color_scheme (self);
  show_axis (self);
  show_time_direction (self);
  show_language (self);
  g_signal_connect_object (self->color_scheme, "notify::selected",
                           G_CALLBACK (color_scheme_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->axis, "notify::selected",
                           G_CALLBACK (axis_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->time_direction, "notify::selected",
                           G_CALLBACK (time_direction_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->language, "notify::selected",
                           G_CALLBACK (language_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}

void
tl_preferences_focus_language (TlPreferences *self)
{
  g_return_if_fail (TL_IS_PREFERENCES (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->language));
}
