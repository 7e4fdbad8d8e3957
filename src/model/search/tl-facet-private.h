/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-dataset-private.h"
#include "tl-facet.h"
#include "tl-tag-index.h"

G_BEGIN_DECLS

/**
 * TlFacetReader:
 * @tags: (nullable): needed for tags only
 *
 * Where the values of records are read from. A plain value, which the dataset
 * must outlive.
 */
typedef struct
{
  const TlDatasetParts *parts;
  const TlTagIndex     *tags;
} TlFacetReader;

/**
 * TlFacetValues:
 * @list: (array length=n_values): the numbers of values, or none
 * @only: instead of a list, the one value; or %TL_NONE
 *
 * The values that one record has of one facet, without repetition.
 */
typedef struct
{
  const guint *list;
  guint        n_values;
  guint        only;
} TlFacetValues;

static inline TlFacetValues
tl_facet_reader_get (const TlFacetReader *self, TlFacet facet, guint record)
{
  const TlEntry *entry = &self->parts->entries[record];
  TlFacetValues  values = { NULL, 0, TL_NONE };
  TlRecordLists  lists;

  switch (facet)
    {
    case TL_FACET_KIND:
      values.only = entry->kind;
      break;
    case TL_FACET_STATUS:
      values.only = entry->status;
      break;
    case TL_FACET_PLACE:
      values.only = self->parts->columns[record].place;
      break;
    case TL_FACET_TAG:
      if (self->parts->origins != NULL)
        record = self->parts->origins[record];
      values.list = tl_tag_index_get (self->tags, record, &values.n_values);
      break;
    case TL_FACET_ACTOR:
      lists = tl_dataset_parts_get_lists (self->parts, record);
      values = (TlFacetValues){ lists.actors, lists.n_actors, TL_NONE };
      break;
    case TL_FACET_SOURCE:
      lists = tl_dataset_parts_get_lists (self->parts, record);
      values = (TlFacetValues){ lists.sources, lists.n_sources, TL_NONE };
      break;
    case TL_FACET_TREATY:
      lists = tl_dataset_parts_get_lists (self->parts, record);
      values = (TlFacetValues){ lists.treaties, lists.n_treaties, TL_NONE };
      break;
    case TL_N_FACETS:
      break;
    }
  return values;
}

G_END_DECLS
