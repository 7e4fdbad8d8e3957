/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-explorer.h"

G_BEGIN_DECLS

/* One change to the filter of an explorer, made on a copy of it: how search
 * entry, check rows, chips and actions all do it. Nothing happens when the
 * filter is like that already. */

/* Names of what a filter has besides values of facets; see
 * tl_filter_edit_remove(). */
#define TL_FILTER_SEARCH "search"
#define TL_FILTER_RANGE "range"
#define TL_FILTER_CONTESTED "contested"

void tl_filter_edit_set_value (TlExplorer *explorer,
                               TlFacet     facet,
                               const char *value,
                               gboolean    is_wanted);
/* text: nullable. */
void tl_filter_edit_set_search (TlExplorer *explorer, const char *text);
/* Civil seconds; G_MININT64 and G_MAXINT64 for an end that is open. */
void tl_filter_edit_set_range (TlExplorer *explorer, gint64 from, gint64 to);
void tl_filter_edit_set_certainly (TlExplorer *explorer, gboolean certainly);
void tl_filter_edit_set_contested_only (TlExplorer *explorer,
                                        gboolean    contested_only);
void tl_filter_edit_clear (TlExplorer *explorer);
gboolean tl_filter_edit_remove (TlExplorer *explorer,
                                const char *part,
                                const char *value);

G_END_DECLS
