/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-style.h"

#include <adwaita.h>

/* The style sheet in the resources names colours, this file defines them. */

struct _TlStyle
{
  GdkDisplay     *display;
  GtkCssProvider *provider;
};

static void
define (GString *css, const char *name, TlColor color)
{
  g_autofree char *hex = tl_color_to_hex (color);

  g_string_append_printf (css, "@define-color tl_%s %s;\n", name, hex);
}

char *
tl_style_dup_css (const TlPalette *palette)
{
  g_autoptr (GString) css = g_string_new (NULL);

  g_return_val_if_fail (palette != NULL, NULL);

  for (guint kind = 0; kind < TL_N_KINDS; kind++)
    {
      g_autofree char *name = NULL;

      name = g_strconcat ("kind_", tl_kind_to_nick ((TlKind)kind), NULL);
      define (css, name, palette->kind_text[kind]);
    }
  define (css, "expiration", palette->expiration);
  define (css, "contested", palette->contested);
  return g_string_free (g_steal_pointer (&css), FALSE);
}

/* The palette of high contrast is a light one. */
TlTheme
tl_style_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_dark (manager))
    return TL_THEME_DARK;
  return adw_style_manager_get_high_contrast (manager) ? TL_THEME_HIGH_CONTRAST
                                                       : TL_THEME_LIGHT;
}

static void
load_colors (TlStyle *self)
{
  g_autofree char *css = NULL;

  css = tl_style_dup_css (tl_palette_get (tl_style_get_theme ()));
  gtk_css_provider_load_from_data (self->provider, css, -1);
}

static void
theme_changed_cb (AdwStyleManager *manager,
                  GParamSpec      *pspec,
                  gpointer         user_data)
{
  load_colors (user_data);
}

TlStyle *
tl_style_new (GdkDisplay *display)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  TlStyle         *self = NULL;

  g_return_val_if_fail (GDK_IS_DISPLAY (display), NULL);

  self = g_new0 (TlStyle, 1);
  self->display = g_object_ref (display);
  self->provider = gtk_css_provider_new ();
  load_colors (self);
  gtk_style_context_add_provider_for_display (
      display, GTK_STYLE_PROVIDER (self->provider),
      GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect (manager, "notify::dark", G_CALLBACK (theme_changed_cb),
                    self);
  g_signal_connect (manager, "notify::high-contrast",
                    G_CALLBACK (theme_changed_cb), self);
  return self;
}

void
tl_style_free (TlStyle *self)
{
  g_return_if_fail (self != NULL);

  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), self);
  gtk_style_context_remove_provider_for_display (
      self->display, GTK_STYLE_PROVIDER (self->provider));
  g_clear_object (&self->provider);
  g_clear_object (&self->display);
  g_free (self);
}
