/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A dataset of many quotations as JSON: three speakers and four sources in
 * turn, an event for every ten quotations; every seventh quotation has no
 * event, and every fifth is the same as the one before. (transfer full) */
char *quotes_fixture_make (guint n_quotes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
