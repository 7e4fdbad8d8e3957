/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-export.h"

G_BEGIN_DECLS

/* round (width × scale) by round (height × scale) pixels. TL_EXPORT_ERROR.
 * (transfer full) */
GBytes *tl_export_png (const TlScene          *scene,
                       TlTextMeasurer         *measurer,
                       double                  scale,
                       const TlExportMetadata *metadata,
                       GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
