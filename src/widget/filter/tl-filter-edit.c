/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-filter-edit.h"

/* Takes filter. */
static void
take_filter (TlExplorer *explorer, TlFilter *filter)
{
  if (!tl_filter_equal (filter, tl_explorer_get_filter (explorer)))
    tl_explorer_set_filter (explorer, filter);
  tl_filter_free (filter);
}

static TlFilter *
copy_filter (TlExplorer *explorer)
{
  return tl_filter_copy (tl_explorer_get_filter (explorer));
}

void
tl_filter_edit_set_value (TlExplorer *explorer,
                          TlFacet     facet,
                          const char *value,
                          gboolean    is_wanted)
{
  TlFilter *filter = NULL;

  g_return_if_fail (TL_IS_EXPLORER (explorer) && value != NULL);

  filter = copy_filter (explorer);
  if (is_wanted)
    tl_filter_add_value (filter, facet, value);
  else
    tl_filter_remove_value (filter, facet, value);
  take_filter (explorer, filter);
}

void
tl_filter_edit_set_search (TlExplorer *explorer, const char *text)
{
  TlFilter *filter = NULL;

  g_return_if_fail (TL_IS_EXPLORER (explorer));

  filter = copy_filter (explorer);
  tl_filter_set_search (filter, text);
  take_filter (explorer, filter);
}

void
tl_filter_edit_set_range (TlExplorer *explorer, gint64 from, gint64 to)
{
  TlFilter *filter = NULL;

  g_return_if_fail (TL_IS_EXPLORER (explorer));
  g_return_if_fail (from <= to);

  filter = copy_filter (explorer);
  tl_filter_set_range (filter, from, to);
  take_filter (explorer, filter);
}

void
tl_filter_edit_set_certainly (TlExplorer *explorer, gboolean certainly)
{
  TlFilter *filter = NULL;

  g_return_if_fail (TL_IS_EXPLORER (explorer));

  filter = copy_filter (explorer);
  tl_filter_set_certainly (filter, certainly);
  take_filter (explorer, filter);
}

void
tl_filter_edit_set_contested_only (TlExplorer *explorer,
                                   gboolean    contested_only)
{
  TlFilter *filter = NULL;

  g_return_if_fail (TL_IS_EXPLORER (explorer));

  filter = copy_filter (explorer);
  tl_filter_set_contested_only (filter, contested_only);
  take_filter (explorer, filter);
}

void
tl_filter_edit_clear (TlExplorer *explorer)
{
  g_return_if_fail (TL_IS_EXPLORER (explorer));

  take_filter (explorer, tl_filter_new ());
}

/**
 * tl_filter_edit_remove:
 * @explorer: an explorer
 * @part: what to take away: the nick of a facet, or “search”, “range” or
 *   “contested”
 * @value: of a facet, the value; otherwise without meaning
 *
 * Takes one part of a filter away, as the button of its chip does.
 *
 * Returns: %FALSE when there is no such part in a filter
 */
gboolean
tl_filter_edit_remove (TlExplorer *explorer,
                       const char *part,
                       const char *value)
{
  g_autoptr (TlFilter) filter = NULL;
  TlFacet facet = TL_FACET_KIND;

  g_return_val_if_fail (TL_IS_EXPLORER (explorer), FALSE);
  g_return_val_if_fail (part != NULL && value != NULL, FALSE);

  filter = copy_filter (explorer);
  if (tl_facet_from_nick (part, &facet))
    tl_filter_remove_value (filter, facet, value);
  else if (g_str_equal (part, TL_FILTER_SEARCH))
    tl_filter_set_search (filter, NULL);
  else if (g_str_equal (part, TL_FILTER_RANGE))
    tl_filter_clear_range (filter);
  else if (g_str_equal (part, TL_FILTER_CONTESTED))
    tl_filter_set_contested_only (filter, FALSE);
  else
    return FALSE;
  take_filter (explorer, g_steal_pointer (&filter));
  return TRUE;
}
