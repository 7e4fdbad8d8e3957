/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-export-request.h"

G_BEGIN_DECLS

/* What the export dialog remembers and says. Settings are nullable
 * everywhere: then nothing is remembered. */

/* Puts the choices made last into request. */
void tl_export_choices_recall (GSettings *settings, TlExportRequest *request);
void tl_export_choices_remember (GSettings             *settings,
                                 const TlExportRequest *request);
/* The folder saved to last, else that of the person's pictures. (transfer
 * full) (nullable) */
GFile *
tl_export_choices_dup_folder (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
void tl_export_choices_remember_folder (GSettings *settings, GFile *file);

/* "1280 × 734 points, 2560 × 1468 pixels" for a picture of that many points;
 * FALSE when it cannot be made, and then text says why and what to do.
 * text: (out) (transfer full) */
gboolean tl_export_choices_describe_size (const TlExportRequest *request,
                                          double                 width,
                                          double                 height,
                                          char                 **text);
/* What one can do about a failed export. */
const char *tl_export_choices_get_advice (const GError *error);

G_END_DECLS
