/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * tl_link_is_allowed:
 * @url: an address from a dataset
 * @host: (out) (optional) (transfer full): its whole host, to be shown: in
 *   ASCII where its letters are of more than one script
 *
 * Whether the program may offer to open an address: it is http or https and
 * has a host.
 */
gboolean tl_link_is_allowed (const char *url, char **host);

G_END_DECLS
