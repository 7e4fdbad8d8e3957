/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-filter-private.h"

#include <string.h>

#include "tl-search-match.h"
#include "tl-fold.h"

/* What a filter wants. It knows ids, not indices, so that it survives a reload
 * of the dataset. */

/**
 * tl_filter_new:
 *
 * Returns: (transfer full): a filter that everything passes
 */
TlFilter *
tl_filter_new (void)
{
  TlFilter *self = g_new0 (TlFilter, 1);

  for (guint i = 0; i < TL_N_FACETS; i++)
    self->values[i] = g_new0 (char *, 1);
  self->from = G_MININT64;
  self->to = G_MAXINT64;
  return self;
}

TlFilter *
tl_filter_copy (const TlFilter *self)
{
  TlFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (TlFilter, 1);
  *copy = *self;
  for (guint i = 0; i < TL_N_FACETS; i++)
    copy->values[i] = g_strdupv (self->values[i]);
  copy->search = g_strdup (self->search);
  copy->words = g_strdupv (self->words);
  return copy;
}

void
tl_filter_free (TlFilter *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < TL_N_FACETS; i++)
    g_strfreev (self->values[i]);
  g_free (self->search);
  g_strfreev (self->words);
  g_free (self);
}

/**
 * tl_filter_is_empty:
 * @self: a filter
 *
 * Returns: %TRUE when everything passes every time
 */
gboolean
tl_filter_is_empty (const TlFilter *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < TL_N_FACETS; i++)
    if (tl_filter_has_values (self, (TlFacet)i))
      return FALSE;
  return self->words == NULL && !self->contested_only &&
         !tl_filter_has_range (self);
}

/**
 * tl_filter_equal:
 * @self: a filter
 * @other: another one
 *
 * Returns: %TRUE when both want the same, in whatever order it was added
 */
gboolean
tl_filter_equal (const TlFilter *self, const TlFilter *other)
{
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  one = tl_filter_to_string (self);
  two = tl_filter_to_string (other);
  return strcmp (one, two) == 0;
}

/* --- values --- */

static gboolean
find_value (char *const *values, const char *value, guint *at)
{
  for (*at = 0; values[*at] != NULL; (*at)++)
    if (strcmp (values[*at], value) == 0)
      return TRUE;
  return FALSE;
}

/**
 * tl_filter_add_value:
 * @self: a filter
 * @facet: a facet
 * @value: a nick, an id or a tag, which no dataset need have
 *
 * Makes the value one of those that records must have one of.
 */
void
tl_filter_add_value (TlFilter *self, TlFacet facet, const char *value)
{
  guint n_values;

  g_return_if_fail (self != NULL && value != NULL);
  g_return_if_fail ((guint)facet < TL_N_FACETS);

  if (find_value (self->values[facet], value, &n_values))
    return;
  self->values[facet] = g_renew (char *, self->values[facet], n_values + 2);
  self->values[facet][n_values] = g_strdup (value);
  self->values[facet][n_values + 1] = NULL;
}

/**
 * tl_filter_remove_value:
 * @self: a filter
 * @facet: a facet
 * @value: perhaps one of its values
 *
 * Takes back tl_filter_add_value(); without any value left, all pass.
 */
void
tl_filter_remove_value (TlFilter *self, TlFacet facet, const char *value)
{
  char **values;
  guint  at;

  g_return_if_fail (self != NULL && value != NULL);
  g_return_if_fail ((guint)facet < TL_N_FACETS);

  values = self->values[facet];
  if (!find_value (values, value, &at))
    return;
  g_free (values[at]);
  for (; values[at] != NULL; at++)
    values[at] = values[at + 1];
}

gboolean
tl_filter_has_value (const TlFilter *self, TlFacet facet, const char *value)
{
  guint at;

  g_return_val_if_fail (self != NULL && value != NULL, FALSE);
  g_return_val_if_fail ((guint)facet < TL_N_FACETS, FALSE);

  return find_value (self->values[facet], value, &at);
}

const char *const *
tl_filter_get_values (const TlFilter *self, TlFacet facet)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (self != NULL, none);
  g_return_val_if_fail ((guint)facet < TL_N_FACETS, none);

  return (const char *const *)self->values[facet];
}

void
tl_filter_clear_facet (TlFilter *self, TlFacet facet)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail ((guint)facet < TL_N_FACETS);

  g_strfreev (self->values[facet]);
  self->values[facet] = g_new0 (char *, 1);
}

void
tl_filter_add_kind (TlFilter *self, TlKind kind)
{
  g_return_if_fail ((guint)kind < TL_N_KINDS);

  tl_filter_add_value (self, TL_FACET_KIND, tl_kind_to_nick (kind));
}

void
tl_filter_add_actor (TlFilter *self, const char *id)
{
  tl_filter_add_value (self, TL_FACET_ACTOR, id);
}

void
tl_filter_add_source (TlFilter *self, const char *id)
{
  tl_filter_add_value (self, TL_FACET_SOURCE, id);
}

/* --- the other sides --- */

const char *
tl_filter_get_search (const TlFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->search;
}

void
tl_filter_set_search (TlFilter *self, const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text == NULL || g_utf8_validate (text, -1, NULL));

  tl_fold_append_spaces (line, text == NULL ? "" : text);
  g_strchomp (line->str);
  words = tl_search_split_words (line->str);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->words, g_strfreev);
  if (words[0] == NULL)
    return;
  self->search = g_strdup (line->str);
  self->words = g_steal_pointer (&words);
}

gboolean
tl_filter_get_range (const TlFilter *self, gint64 *from, gint64 *to)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  *from = self->from;
  *to = self->to;
  return tl_filter_has_range (self);
}

void
tl_filter_set_range (TlFilter *self, gint64 from, gint64 to)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (from <= to);

  self->from = from;
  self->to = to;
}

void
tl_filter_clear_range (TlFilter *self)
{
  tl_filter_set_range (self, G_MININT64, G_MAXINT64);
}

gboolean
tl_filter_get_certainly (const TlFilter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->certainly;
}

/**
 * tl_filter_set_certainly:
 * @self: a filter
 * @certainly: whether the range wants what certainly lies in it
 *
 * A record possibly lies in a range when its date and the range have a second
 * in common, and certainly when all of its date is within. Without a range
 * this says nothing.
 */
void
tl_filter_set_certainly (TlFilter *self, gboolean certainly)
{
  g_return_if_fail (self != NULL);

  self->certainly = certainly != FALSE;
}

gboolean
tl_filter_get_contested_only (const TlFilter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->contested_only;
}

void
tl_filter_set_contested_only (TlFilter *self, gboolean contested_only)
{
  g_return_if_fail (self != NULL);

  self->contested_only = contested_only != FALSE;
}
