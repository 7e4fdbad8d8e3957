/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-filter-private.h"

#include <string.h>

/* Whether one filter lets through only what another one does, so that the
 * matches of that are all there is to look at. */

/* Without values everything passes. */
static gboolean
has_only_values_of (const TlFilter *self,
                    const TlFilter *earlier,
                    TlFacet         facet)
{
  if (!tl_filter_has_values (earlier, facet))
    return TRUE;
  for (char **value = self->values[facet]; *value != NULL; value++)
    if (!g_strv_contains ((const char *const *)earlier->values[facet], *value))
      return FALSE;
  return tl_filter_has_values (self, facet);
}

/* A date that has a second in common with a range has one with every wider
 * range; one that is within it is within every wider one, and has a second in
 * common with it. */
static gboolean
has_narrower_range (const TlFilter *self, const TlFilter *earlier)
{
  if (!tl_filter_has_range (earlier))
    return TRUE;
  return self->from >= earlier->from && self->to <= earlier->to &&
         (self->certainly || !earlier->certainly);
}

/* Each of the earlier words is in one of the words now. */
static gboolean
has_more_words (char *const *words, char *const *earlier)
{
  for (guint i = 0; earlier != NULL && earlier[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; words != NULL && words[j] != NULL && !found; j++)
        found = strstr (words[j], earlier[i]) != NULL;
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_filter_refines:
 * @self: a filter
 * @earlier: another one
 *
 * Whether everything that passes @self certainly passes @earlier as well, as
 * when somebody goes on typing.
 *
 * Returns: %TRUE when it is enough to look at what passes @earlier
 */
gboolean
tl_filter_refines (const TlFilter *self, const TlFilter *earlier)
{
  g_return_val_if_fail (self != NULL && earlier != NULL, FALSE);

  for (guint i = 0; i < TL_N_FACETS; i++)
    if (!has_only_values_of (self, earlier, (TlFacet)i))
      return FALSE;
  return (self->contested_only || !earlier->contested_only) &&
         has_narrower_range (self, earlier) &&
         has_more_words (self->words, earlier->words);
}
