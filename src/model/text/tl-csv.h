/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-sink.h"

G_BEGIN_DECLS

/* Writes a line of comma-separated values as RFC 4180 has it. What a
 * spreadsheet would take for a formula gets an apostrophe before it. A field
 * may be NULL: empty. */
void tl_csv_write (TlSink sink, const char *const *fields, guint n_fields);

G_END_DECLS
