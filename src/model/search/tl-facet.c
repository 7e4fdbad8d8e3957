/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-facet.h"

#include "tl-dataset-private.h"

#include <string.h>

/* The facets, and what datasets have of each. */

static const char *const nicks[TL_N_FACETS] = {
  "kind", "actor", "treaty", "place", "source", "status", "tag",
};

/**
 * tl_facet_to_nick:
 * @facet: a facet
 *
 * Returns: (transfer none): its name in options and files
 */
const char *
tl_facet_to_nick (TlFacet facet)
{
  g_return_val_if_fail ((guint)facet < TL_N_FACETS, NULL);

  return nicks[facet];
}

/**
 * tl_facet_from_nick:
 * @nick: perhaps the name of a facet
 * @facet: (out): the facet; as it was when there is none
 *
 * Returns: %TRUE when there is such a facet
 */
gboolean
tl_facet_from_nick (const char *nick, TlFacet *facet)
{
  g_return_val_if_fail (nick != NULL && facet != NULL, FALSE);

  for (guint i = 0; i < TL_N_FACETS; i++)
    if (strcmp (nicks[i], nick) == 0)
      {
        *facet = (TlFacet)i;
        return TRUE;
      }
  return FALSE;
}

/**
 * tl_facet_get_n_values:
 * @dataset: a dataset
 * @facet: a facet
 *
 * Returns: how many values of the facet there are to choose from; not every one
 *   of them need have a record
 */
guint
tl_facet_get_n_values (TlDataset *dataset, TlFacet facet)
{
  g_return_val_if_fail (TL_IS_DATASET (dataset), 0);

  switch (facet)
    {
    case TL_FACET_KIND:
      return TL_N_KINDS;
    case TL_FACET_STATUS:
      return TL_N_STATUSES;
    case TL_FACET_ACTOR:
      return tl_dataset_get_n_actors (dataset);
    case TL_FACET_TREATY:
      return tl_dataset_get_n_treaties (dataset);
    case TL_FACET_PLACE:
      return tl_dataset_get_n_places (dataset);
    case TL_FACET_SOURCE:
      return tl_dataset_get_n_sources (dataset);
    case TL_FACET_TAG:
      return tl_tag_index_get_n_tags (tl_dataset_get_tag_index (dataset));
    case TL_N_FACETS:
      break;
    }
  g_return_val_if_reached (0);
}

/**
 * tl_facet_get_value:
 * @dataset: a dataset
 * @facet: a facet
 * @index: the number of a value; less than [func@facet_get_n_values]
 *
 * Returns: (transfer none): the value: a nick, an id or a tag
 */
const char *
tl_facet_get_value (TlDataset *dataset, TlFacet facet, guint index)
{
  g_return_val_if_fail (TL_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (index < tl_facet_get_n_values (dataset, facet), NULL);

  switch (facet)
    {
    case TL_FACET_KIND:
      return tl_kind_to_nick ((TlKind)index);
    case TL_FACET_STATUS:
      return tl_status_to_nick ((TlStatus)index);
    case TL_FACET_ACTOR:
      return tl_dataset_get_actor (dataset, index)->id;
    case TL_FACET_TREATY:
      return tl_dataset_get_treaty (dataset, index)->id;
    case TL_FACET_PLACE:
      return tl_dataset_get_place (dataset, index)->id;
    case TL_FACET_SOURCE:
      return tl_dataset_get_source (dataset, index)->id;
    case TL_FACET_TAG:
      return tl_tag_index_get_tag (tl_dataset_get_tag_index (dataset), index);
    case TL_N_FACETS:
      break;
    }
  g_return_val_if_reached (NULL);
}

static guint
find_kind (const char *nick)
{
  TlKind kind;

  return tl_kind_from_nick (nick, &kind) ? kind : TL_NONE;
}

static guint
find_status (const char *nick)
{
  TlStatus status;

  return tl_status_from_nick (nick, &status) ? status : TL_NONE;
}

/**
 * tl_facet_find_value:
 * @dataset: a dataset
 * @facet: a facet
 * @value: a nick, an id or a tag
 *
 * Returns: the number of the value, or %TL_NONE when the dataset does not have
 *   it
 */
guint
tl_facet_find_value (TlDataset *dataset, TlFacet facet, const char *value)
{
  g_return_val_if_fail (TL_IS_DATASET (dataset) && value != NULL, TL_NONE);

  switch (facet)
    {
    case TL_FACET_KIND:
      return find_kind (value);
    case TL_FACET_STATUS:
      return find_status (value);
    case TL_FACET_ACTOR:
      return tl_dataset_find_actor (dataset, value);
    case TL_FACET_TREATY:
      return tl_dataset_find_treaty (dataset, value);
    case TL_FACET_PLACE:
      return tl_dataset_find_place (dataset, value);
    case TL_FACET_SOURCE:
      return tl_dataset_find_source (dataset, value);
    case TL_FACET_TAG:
      return tl_tag_index_find (tl_dataset_get_tag_index (dataset), value);
    case TL_N_FACETS:
      break;
    }
  g_return_val_if_reached (TL_NONE);
}

static const char *
get_title (TlDataset *dataset, TlFacet facet, guint index, const char *language)
{
  switch (facet)
    {
    case TL_FACET_KIND:
      return tl_kind_get_label ((TlKind)index);
    case TL_FACET_STATUS:
      return tl_status_get_label ((TlStatus)index);
    case TL_FACET_ACTOR:
      return tl_text_get (tl_dataset_get_actor (dataset, index)->name,
                          language);
    case TL_FACET_TREATY:
      return tl_text_get (tl_dataset_get_treaty (dataset, index)->short_title,
                          language);
    case TL_FACET_PLACE:
      return tl_text_get (tl_dataset_get_place (dataset, index)->name,
                          language);
    case TL_FACET_SOURCE:
      return tl_text_get (tl_dataset_get_source (dataset, index)->title,
                          language);
    case TL_FACET_TAG:
    case TL_N_FACETS:
      break;
    }
  return tl_facet_get_value (dataset, facet, index);
}

/**
 * tl_facet_dup_title:
 * @dataset: a dataset
 * @facet: a facet
 * @value: a nick, an id or a tag
 * @language: the language to prefer
 *
 * What people call a value: the name of an actor, the short title of a treaty,
 * “Talk” for a kind. A value that the dataset does not have stays what it is.
 *
 * Returns: (transfer full): the name
 */
char *
tl_facet_dup_title (TlDataset  *dataset,
                    TlFacet     facet,
                    const char *value,
                    const char *language)
{
  guint index;

  g_return_val_if_fail (TL_IS_DATASET (dataset) && value != NULL, NULL);

  index = tl_facet_find_value (dataset, facet, value);
  return g_strdup (
      index != TL_NONE ? get_title (dataset, facet, index, language) : value);
}
