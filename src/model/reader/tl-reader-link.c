/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-reader-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* References between things of the same sort, which can only be followed when
 * all of them are read. Neither "of" nor "same_as" may lead in a circle:
 * whoever follows them must arrive. */

/* Cuts one link of every circle in next[0..length). Calls cut with the owner
 * of each link that was cut. */
static void
cut_circles (guint *next,
             guint  length,
             void (*cut) (TlReading *self, guint owner),
             TlReading *self)
{
  g_autofree guint *visited = g_new0 (guint, MAX (length, 1));

  for (guint start = 0; start < length; start++)
    {
      guint here = start;

      while (visited[here] == 0)
        {
          guint following = next[here];

          visited[here] = start + 1;
          if (following == TL_NONE)
            break;
          if (visited[following] == start + 1)
            {
              next[here] = TL_NONE;
              cut (self, here);
              break;
            }
          here = following;
        }
    }
}

static const TlPending *
find_pending (const GArray *pending, guint owner)
{
  /* In the order of their owners. */
  guint low = 0;
  guint high = pending->len;

  while (low < high)
    {
      guint            middle = low + (high - low) / 2;
      const TlPending *one = &g_array_index (pending, TlPending, middle);

      if (one->owner < owner)
        low = middle + 1;
      else
        high = middle;
    }
  return &g_array_index (pending, TlPending, low);
}

static void
report_circle (TlReading *self, const TlPending *pending, const char *key)
{
  TlWalk *walk = &self->walk;

  tl_walk_enter (walk, pending->element);
  tl_walk_push_key (walk, key);
  tl_walk_report (walk, TL_SEVERITY_WARNING, "circular-reference",
                  /* Translators: %s is an id. */
                  _ ("Following “%s” from here leads back here; remove one of "
                     "the references"),
                  pending->id);
  tl_walk_pop (walk);
}

static void
cut_of (TlReading *self, guint owner)
{
  report_circle (self, find_pending (self->pending_of, owner), "of");
}

static void
cut_same_as (TlReading *self, guint owner)
{
  report_circle (self, find_pending (self->pending_same_as, owner), "same_as");
}

/* Returns: (transfer full): for each of n_owners what its reference leads
 * to. */
static guint *
resolve_pending (TlReading    *self,
                 const GArray *pending,
                 guint         n_owners,
                 const char   *key,
                 TlIdType      type)
{
  TlWalk *walk = &self->walk;
  guint  *next = g_new (guint, MAX (n_owners, 1));

  for (guint i = 0; i < n_owners; i++)
    next[i] = TL_NONE;
  for (guint i = 0; i < pending->len; i++)
    {
      const TlPending *one = &g_array_index (pending, TlPending, i);

      tl_walk_enter (walk, one->element);
      tl_walk_push_key (walk, key);
      next[one->owner] =
          tl_walk_resolve (walk, one->id, TL_NEED_OPTIONAL, type);
      tl_walk_pop (walk);
    }
  return next;
}

static void
link_actors (TlReading *self)
{
  guint n_actors = tl_dataset_builder_get_n_actors (self->walk.builder);
  g_autofree guint *next =
      resolve_pending (self, self->pending_of, n_actors, "of", TL_ID_ACTOR);

  cut_circles (next, n_actors, cut_of, self);
  for (guint i = 0; i < n_actors; i++)
    tl_dataset_builder_set_actor_of (self->walk.builder, i, next[i]);
}

static void
link_quotes (TlReading *self)
{
  guint n_quotes = tl_dataset_builder_get_n_quotes (self->walk.builder);
  g_autofree guint *next = resolve_pending (self, self->pending_same_as,
                                            n_quotes, "same_as", TL_ID_QUOTE);

  cut_circles (next, n_quotes, cut_same_as, self);
  for (guint i = 0; i < n_quotes; i++)
    tl_dataset_builder_set_same_as (self->walk.builder, i, next[i]);
}

/* pending[first] and those after it of the same owner. */
static gboolean
is_repeated (const GArray *pending, guint first, guint index)
{
  const TlPending *one = &g_array_index (pending, TlPending, index);

  for (guint i = first; i < index; i++)
    {
      const TlPending *other = &g_array_index (pending, TlPending, i);

      /* Ids are interned. */
      if (other->id == one->id && other->relation == one->relation)
        return TRUE;
    }
  return FALSE;
}

static void
link_record (TlReading *self, const TlPending *one, gboolean repeated)
{
  TlWalk *walk = &self->walk;
  guint   to;

  /* The problems of one record are counted together. */
  if (walk->element != one->element)
    tl_walk_enter (walk, one->element);
  tl_walk_push_key (walk, "related");
  tl_walk_push_index (walk, one->item);
  tl_walk_push_key (walk, "event");
  to = tl_walk_resolve (walk, one->id, TL_NEED_REQUIRED, TL_ID_RECORD);
  if (to == one->owner)
    tl_walk_report (walk, TL_SEVERITY_WARNING, "circular-reference",
                    _ ("The event is related to itself; name another one"));
  else if (to != TL_NONE && repeated)
    tl_walk_report (walk, TL_SEVERITY_NOTE, "repeated",
                    _ ("This stands in the list twice; remove one"));
  else if (to != TL_NONE)
    tl_dataset_builder_add_relation (walk->builder, one->owner, to,
                                     one->relation);
  tl_walk_pop (walk);
  tl_walk_pop (walk);
  tl_walk_pop (walk);
}

static void
link_records (TlReading *self)
{
  const GArray *pending = self->pending_relations;
  guint         first = 0;

  for (guint i = 0; i < pending->len; i++)
    {
      const TlPending *one = &g_array_index (pending, TlPending, i);

      if (g_array_index (pending, TlPending, first).owner != one->owner)
        first = i;
      link_record (self, one, is_repeated (pending, first, i));
    }
}

void
tl_reading_link (TlReading *self)
{
  link_actors (self);
  link_quotes (self);
  link_records (self);
}

void
tl_reading_check_lives (TlReading *self, TlDataset *dataset)
{
  const TlDatasetParts *parts = tl_dataset_get_parts (dataset);

  for (guint i = 0; i < parts->n_treaties; i++)
    {
      const TlTreaty  *treaty = &parts->treaties[i];
      const TlIdState *state;
      guint            begins;
      guint            ends;

      tl_treaty_find_ends (treaty, parts->entries, &begins, &ends);
      if (begins == TL_NONE || ends == TL_NONE ||
          parts->entries[ends].span.latest >=
              parts->entries[begins].span.earliest)
        continue;
      state = g_hash_table_lookup (self->walk.ids,
                                   tl_dataset_get_record_id (dataset, ends));
      memset (self->walk.n_here, 0, sizeof self->walk.n_here);
      tl_walk_report_at (&self->walk, state->offset, TL_SEVERITY_WARNING,
                         "end-before-start",
                         /* Translators: %s is the id of an act of a treaty,
                          * such as its entry into force. */
                         _ ("The treaty ends by this act before it begins by "
                            "“%s”; check both dates"),
                         tl_dataset_get_record_id (dataset, begins));
    }
}
