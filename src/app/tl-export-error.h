/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Tells why a file could not be written, and what can be done. */
void tl_export_error_show (GtkWindow    *parent,
                           const char   *title,
                           const GError *error);

G_END_DECLS
