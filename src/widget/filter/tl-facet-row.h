/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-date-formatter.h"
#include "tl-explorer.h"

G_BEGIN_DECLS

/**
 * TlFacetRow:
 *
 * One value of a facet to choose, with how many records it would show. A value
 * that would show none looks as if it could not be chosen, but can still be
 * taken away.
 */
#define TL_TYPE_FACET_ROW (tl_facet_row_get_type ())
G_DECLARE_FINAL_TYPE (TlFacetRow, tl_facet_row, TL, FACET_ROW, GtkWidget)

GtkWidget *tl_facet_row_new (TlExplorer *explorer,
                             TlFacet     facet,
                             const char *value,
                             const char *title);

const char *tl_facet_row_get_value (TlFacetRow *self);
void        tl_facet_row_set_count (TlFacetRow      *self,
                                    guint            count,
                                    TlDateFormatter *formatter);

G_END_DECLS
