/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-export.h"

G_BEGIN_DECLS

/* One page as large as the scene. The date of creation is that of
 * SOURCE_DATE_EPOCH; without it there is none, for the clock would make every
 * file different. TL_EXPORT_ERROR. (transfer full) */
GBytes *tl_export_pdf (const TlScene          *scene,
                       TlTextMeasurer         *measurer,
                       const TlExportMetadata *metadata,
                       GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
