/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-filter-private.h"

#include <string.h>

/* Whether one filter lets through only what another one does, so that the
 * matches of that are all there is to look at. */

/* Both are sorted. An empty list lets everything pass. */
static gboolean
is_part_of (const GPtrArray *ids, const GPtrArray *earlier)
{
  guint at = 0;

  if (earlier->len == 0)
    return TRUE;
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      while (at < earlier->len &&
             strcmp (g_ptr_array_index (earlier, at), id) < 0)
        at++;
      if (at == earlier->len ||
          strcmp (g_ptr_array_index (earlier, at), id) != 0)
        return FALSE;
    }
  return ids->len > 0;
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

  if (earlier->kinds != 0 &&
      (self->kinds == 0 || (self->kinds & ~earlier->kinds) != 0))
    return FALSE;
  return is_part_of (self->actors, earlier->actors) &&
         is_part_of (self->sources, earlier->sources) &&
         self->from >= earlier->from && self->to <= earlier->to &&
         has_more_words (self->words, earlier->words);
}
