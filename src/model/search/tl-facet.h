/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset.h"

G_BEGIN_DECLS

/**
 * TlFacet:
 * @TL_FACET_KIND: what sort of happening it is; values are nicks
 * @TL_FACET_ACTOR: who takes part; values are ids
 * @TL_FACET_TREATY: the treaty that an act belongs to, or that an event is
 *   about; values are ids
 * @TL_FACET_PLACE: where; values are ids
 * @TL_FACET_SOURCE: who tells it; values are ids
 * @TL_FACET_STATUS: how real it is; values are nicks
 * @TL_FACET_TAG: the words that the makers of the dataset sorted it under
 *
 * Sides of a record by which one can choose. Each has values, which a dataset
 * numbers: its actors, places, sources, tags and treaties, and the kinds and
 * statuses of the format.
 */
typedef enum
{
  TL_FACET_KIND,
  TL_FACET_ACTOR,
  TL_FACET_TREATY,
  TL_FACET_PLACE,
  TL_FACET_SOURCE,
  TL_FACET_STATUS,
  TL_FACET_TAG,
  TL_N_FACETS,
} TlFacet;

/* "kind", "actor", …: the same in every language. */
const char *tl_facet_to_nick (TlFacet facet);
gboolean    tl_facet_from_nick (const char *nick, TlFacet *facet);

/* The values that a dataset has of a facet. Tags are gathered when somebody
 * asks first, which can be felt in a large dataset. */
guint       tl_facet_get_n_values (TlDataset *dataset, TlFacet facet);
const char *tl_facet_get_value (TlDataset *dataset, TlFacet facet, guint index);
/* TL_NONE when the dataset has no such value. */
guint
tl_facet_find_value (TlDataset *dataset, TlFacet facet, const char *value);
char *tl_facet_dup_title (TlDataset  *dataset,
                          TlFacet     facet,
                          const char *value,
                          const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
