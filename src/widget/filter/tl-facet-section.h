/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-explorer.h"
#include "tl-facet-counts.h"

G_BEGIN_DECLS

/**
 * TlFacetSection:
 *
 * A fold of the filter panel: the values of one facet to choose from, each with
 * how many records it would show. Of many values only the most frequent stand
 * there at first, and an entry finds the others.
 */
#define TL_TYPE_FACET_SECTION (tl_facet_section_get_type ())
G_DECLARE_FINAL_TYPE (
    TlFacetSection, tl_facet_section, TL, FACET_SECTION, GtkWidget)

GtkWidget *tl_facet_section_new (TlExplorer *explorer,
                                 TlFacet     facet,
                                 const char *language);

void tl_facet_section_set_open (TlFacetSection *self, gboolean open);
void tl_facet_section_arrange (TlFacetSection *self);
void tl_facet_section_update (TlFacetSection      *self,
                              const TlFacetCounts *counts);

G_END_DECLS
