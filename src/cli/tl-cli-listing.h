/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-listing.h"

G_BEGIN_DECLS

/* The value of --format of list and quotes: NULL for the table, which is for
 * the terminal and no format of files. TL_CLI_ERROR with TL_CLI_USAGE. */
gboolean tl_cli_listing_parse_format (const char             *text,
                                      gboolean                for_quotes,
                                      const TlListingFormat **format,
                                      GError                **error);

G_END_DECLS
