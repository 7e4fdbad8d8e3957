/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-export.h"

G_BEGIN_DECLS

/* <title>, <desc> and <metadata> of the whole picture. */
void tl_svg_append_metadata (GString *out, const TlExportMetadata *metadata);

G_END_DECLS
