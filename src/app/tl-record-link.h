/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Links to records: "treatyline:ID", and "treatyline:ID?dataset=DATASET" for
 * one that says of which dataset. Ids are percent-encoded (RFC 3986). */

#define TL_RECORD_LINK_SCHEME "treatyline"

/* dataset: nullable. (transfer full) */
char *tl_record_link_new (const char *record,
                          const char *dataset) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE when it is no such link. record: (out) (optional) (transfer full).
 * dataset: (out) (optional) (transfer full), NULL when the link does not say
 * it. */
gboolean tl_record_link_parse (const char *link, char **record, char **dataset);

G_END_DECLS
