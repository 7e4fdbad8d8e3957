/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-export-request.h"
#include "tl-print-choices.h"

G_BEGIN_DECLS

/**
 * tl_print_operation_new:
 * @request: what is shown, with the part of time that is in view
 * @settings: (nullable): where choices, printer and paper are remembered
 *
 * Prints the timeline. A large dataset is laid out in another thread.
 *
 * Returns: (transfer full): an operation that is still to be run
 */
GtkPrintOperation *
tl_print_operation_new (const TlExportRequest *request,
                        GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
/* What hindered it, beside what GTK tells; or NULL. */
const GError *tl_print_operation_get_error (GtkPrintOperation *operation);

G_END_DECLS
