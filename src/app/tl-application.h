/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlApplication:
 *
 * The program: its command line, its windows, and the commands that belong to
 * no window, "app.…".
 */
#define TL_TYPE_APPLICATION (tl_application_get_type ())
G_DECLARE_FINAL_TYPE (
    TlApplication, tl_application, TL, APPLICATION, AdwApplication)

/* flags: beside those that the program needs. */
TlApplication *
tl_application_new (GApplicationFlags flags) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable): where things are remembered. */
GSettings *tl_application_get_settings (TlApplication *self);

G_END_DECLS
