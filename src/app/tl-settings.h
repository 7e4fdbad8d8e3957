/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The program's settings, or NULL where their schema is not installed: then
 * the program runs with its defaults and remembers nothing. (transfer full) */
GSettings *tl_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
