/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlPreferences:
 *
 * The preferences window.
 */
#define TL_TYPE_PREFERENCES (tl_preferences_get_type ())
G_DECLARE_FINAL_TYPE (
    TlPreferences, tl_preferences, TL, PREFERENCES, AdwPreferencesWindow)

/* parent and settings: nullable. */
GtkWindow *tl_preferences_new (GtkWindow *parent, GSettings *settings);
void       tl_preferences_focus_language (TlPreferences *self);

G_END_DECLS
