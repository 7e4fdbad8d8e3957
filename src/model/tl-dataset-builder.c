/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-dataset-private.h"

#include <string.h>

/* Collects the parts of a dataset and puts them in their final order. Until
 * then a record goes by its draft number, the order in which it was added. */

typedef struct
{
  guint      from; /* draft numbers */
  guint      to;
  TlRelation relation;
} Relation;

struct _TlDatasetBuilder
{
  TlArena        *arena;
  TlDatasetHeader header;
  GArray         *sources;   /* (element-type TlSource) */
  GArray         *actors;    /* (element-type TlActor) */
  GArray         *places;    /* (element-type TlPlace) */
  GArray         *treaties;  /* (element-type TlTreaty) */
  GArray         *quotes;    /* (element-type TlQuote) */
  GArray         *relations; /* (element-type Relation) */
  GPtrArray      *drafts;    /* (element-type TlRecordBox) */
};

/* What is known of a record's place in time while sorting. */
typedef struct
{
  TlSpan      span;
  const char *id;
  guint       draft;
} SortKey;

static int
compare_sort_keys (gconstpointer a, gconstpointer b)
{
  const SortKey *first = a;
  const SortKey *second = b;
  int            order = tl_span_compare (first->span, second->span);

  return order != 0 ? order : strcmp (first->id, second->id);
}

static TlEntry
make_entry (const TlRecord *record, TlSpan span)
{
  return (TlEntry){
    .span = span,
    .kind = (guint8)record->kind,
    .act = (guint8)record->act,
    .status = (guint8)record->status,
    .prominence = (guint8)record->prominence,
    .contested = record->contested != FALSE,
    .treaty = record->treaty,
  };
}

/* Fills boxes and entries in time order. Returns: (transfer full): the final
 * index of each draft. */
static guint *
sort_records (TlDatasetBuilder *self, TlDatasetParts *parts)
{
  guint               n = self->drafts->len;
  g_autofree SortKey *keys = g_new (SortKey, n);
  guint              *positions = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      const TlRecordBox *box = g_ptr_array_index (self->drafts, i);

      keys[i].span = tl_date_get_span (box->record.date);
      keys[i].id = box->record.id;
      keys[i].draft = i;
    }
  if (n > 1)
    qsort (keys, n, sizeof (SortKey), compare_sort_keys);

  parts->n_records = n;
  parts->entries = tl_arena_alloc (self->arena, n * sizeof (TlEntry));
  parts->boxes = tl_arena_alloc (self->arena, n * sizeof (TlRecordBox *));
  for (guint i = 0; i < n; i++)
    {
      TlRecordBox *box = g_ptr_array_index (self->drafts, keys[i].draft);

      positions[keys[i].draft] = i;
      parts->boxes[i] = box;
      parts->entries[i] = make_entry (&box->record, keys[i].span);
    }
  return positions;
}

static void
append_related (TlRecord *record, TlRelated related)
{
  ((TlRelated *)record->related)[record->n_related++] = related;
}

static void
allocate_related (TlDatasetBuilder *self, TlDatasetParts *parts)
{
  g_autofree guint *counts = g_new0 (guint, self->drafts->len);

  for (guint i = 0; i < self->relations->len; i++)
    {
      const Relation *relation = &g_array_index (self->relations, Relation, i);

      counts[relation->from]++;
      counts[relation->to]++;
    }
  for (guint i = 0; i < self->drafts->len; i++)
    {
      TlRecordBox *box = g_ptr_array_index (self->drafts, i);

      box->record.related =
          tl_arena_alloc (self->arena, counts[i] * sizeof (TlRelated));
      box->record.n_related = 0;
    }
}

/* A record's own relations first, as its file has them; then those of others
 * to it, in time order. */
static void
place_relations (TlDatasetBuilder *self,
                 TlDatasetParts   *parts,
                 const guint      *positions)
{
  g_autofree guint *n_own = g_new0 (guint, parts->n_records);

  allocate_related (self, parts);
  for (guint i = 0; i < self->relations->len; i++)
    {
      const Relation *relation = &g_array_index (self->relations, Relation, i);
      guint           from = positions[relation->from];
      TlRelated own = { positions[relation->to], relation->relation, FALSE };

      append_related (&parts->boxes[from]->record, own);
      n_own[from]++;
    }
  for (guint i = 0; i < parts->n_records; i++)
    for (guint j = 0; j < n_own[i]; j++)
      {
        TlRelated own = parts->boxes[i]->record.related[j];
        TlRelated inverse = { i, own.relation, TRUE };

        append_related (&parts->boxes[own.record]->record, inverse);
      }
}

static void
place_quotes (TlDatasetBuilder *self,
              TlDatasetParts   *parts,
              const guint      *positions)
{
  g_autofree guint *counts = g_new0 (guint, parts->n_records);

  for (guint i = 0; i < parts->n_quotes; i++)
    if (parts->quotes[i].record != TL_NONE)
      {
        parts->quotes[i].record = positions[parts->quotes[i].record];
        counts[parts->quotes[i].record]++;
      }
  for (guint i = 0; i < parts->n_records; i++)
    {
      TlRecord *record = &parts->boxes[i]->record;

      record->quotes = tl_arena_alloc (self->arena, counts[i] * sizeof (guint));
      record->n_quotes = 0;
    }
  for (guint i = 0; i < parts->n_quotes; i++)
    if (parts->quotes[i].record != TL_NONE)
      {
        TlRecord *record = &parts->boxes[parts->quotes[i].record]->record;

        ((guint *)record->quotes)[record->n_quotes++] = i;
      }
}

static void
place_acts (TlDatasetBuilder *self, TlDatasetParts *parts)
{
  g_autofree guint *counts = g_new0 (guint, parts->n_treaties);

  for (guint i = 0; i < parts->n_records; i++)
    if (parts->entries[i].treaty != TL_NONE)
      counts[parts->entries[i].treaty]++;
  for (guint i = 0; i < parts->n_treaties; i++)
    {
      parts->treaties[i].acts =
          tl_arena_alloc (self->arena, counts[i] * sizeof (guint));
      parts->treaties[i].n_acts = 0;
    }
  for (guint i = 0; i < parts->n_records; i++)
    if (parts->entries[i].treaty != TL_NONE)
      {
        TlTreaty *treaty = &parts->treaties[parts->entries[i].treaty];

        ((guint *)treaty->acts)[treaty->n_acts++] = i;
      }
  for (guint i = 0; i < parts->n_treaties; i++)
    parts->treaties[i].life =
        tl_treaty_compute_life (&parts->treaties[i], parts->boxes);
}

static gpointer
copy_array (TlDatasetBuilder *self, GArray *array, guint *length)
{
  *length = array->len;
  return tl_arena_copy (self->arena, array->data,
                        array->len * g_array_get_element_size (array));
}

TlDatasetBuilder *
tl_dataset_builder_new (TlArena *parent)
{
  TlDatasetBuilder *self = g_new0 (TlDatasetBuilder, 1);

  self->arena = tl_arena_new (parent);
  self->sources = g_array_new (FALSE, FALSE, sizeof (TlSource));
  self->actors = g_array_new (FALSE, FALSE, sizeof (TlActor));
  self->places = g_array_new (FALSE, FALSE, sizeof (TlPlace));
  self->treaties = g_array_new (FALSE, FALSE, sizeof (TlTreaty));
  self->quotes = g_array_new (FALSE, FALSE, sizeof (TlQuote));
  self->relations = g_array_new (FALSE, FALSE, sizeof (Relation));
  self->drafts =
      g_ptr_array_new_with_free_func ((GDestroyNotify)tl_record_unref);
  return self;
}

void
tl_dataset_builder_free (TlDatasetBuilder *self)
{
  g_array_unref (self->sources);
  g_array_unref (self->actors);
  g_array_unref (self->places);
  g_array_unref (self->treaties);
  g_array_unref (self->quotes);
  g_array_unref (self->relations);
  g_ptr_array_unref (self->drafts);
  g_clear_pointer (&self->arena, tl_arena_unref);
  g_free (self);
}

TlArena *
tl_dataset_builder_get_arena (TlDatasetBuilder *self)
{
  return self->arena;
}

void
tl_dataset_builder_set_header (TlDatasetBuilder      *self,
                               const TlDatasetHeader *header)
{
  self->header = *header;
}

guint
tl_dataset_builder_add_source (TlDatasetBuilder *self, const TlSource *source)
{
  g_array_append_vals (self->sources, source, 1);
  return self->sources->len - 1;
}

guint
tl_dataset_builder_add_actor (TlDatasetBuilder *self, const TlActor *actor)
{
  g_array_append_vals (self->actors, actor, 1);
  return self->actors->len - 1;
}

guint
tl_dataset_builder_add_place (TlDatasetBuilder *self, const TlPlace *place)
{
  g_array_append_vals (self->places, place, 1);
  return self->places->len - 1;
}

guint
tl_dataset_builder_add_treaty (TlDatasetBuilder *self, const TlTreaty *treaty)
{
  g_array_append_vals (self->treaties, treaty, 1);
  return self->treaties->len - 1;
}

guint
tl_dataset_builder_add_quote (TlDatasetBuilder *self, const TlQuote *quote)
{
  g_array_append_vals (self->quotes, quote, 1);
  return self->quotes->len - 1;
}

guint
tl_dataset_builder_add_record (TlDatasetBuilder *self, const TlRecord *draft)
{
  g_ptr_array_add (self->drafts, tl_record_box_new (draft, self->arena));
  return self->drafts->len - 1;
}

void
tl_dataset_builder_add_relation (TlDatasetBuilder *self,
                                 guint             from,
                                 guint             to,
                                 TlRelation        relation)
{
  Relation pair = { from, to, relation };

  g_return_if_fail (from < self->drafts->len && to < self->drafts->len);

  g_array_append_val (self->relations, pair);
}

void
tl_dataset_builder_set_actor_of (TlDatasetBuilder *self, guint actor, guint of)
{
  g_return_if_fail (actor < self->actors->len);

  g_array_index (self->actors, TlActor, actor).of = of;
}

void
tl_dataset_builder_set_same_as (TlDatasetBuilder *self,
                                guint             quote,
                                guint             same_as)
{
  g_return_if_fail (quote < self->quotes->len);

  g_array_index (self->quotes, TlQuote, quote).same_as = same_as;
}

const TlActor *
tl_dataset_builder_get_actor (TlDatasetBuilder *self, guint index)
{
  g_return_val_if_fail (index < self->actors->len, NULL);

  return &g_array_index (self->actors, TlActor, index);
}

guint
tl_dataset_builder_get_n_actors (TlDatasetBuilder *self)
{
  return self->actors->len;
}

guint
tl_dataset_builder_get_n_quotes (TlDatasetBuilder *self)
{
  return self->quotes->len;
}

guint
tl_dataset_builder_get_n_records (TlDatasetBuilder *self)
{
  return self->drafts->len;
}

TlDataset *
tl_dataset_builder_build (TlDatasetBuilder *self)
{
  TlDatasetParts    parts = { .header = self->header };
  g_autofree guint *positions = NULL;

  parts.sources = copy_array (self, self->sources, &parts.n_sources);
  parts.actors = copy_array (self, self->actors, &parts.n_actors);
  parts.places = copy_array (self, self->places, &parts.n_places);
  parts.treaties = copy_array (self, self->treaties, &parts.n_treaties);
  parts.quotes = copy_array (self, self->quotes, &parts.n_quotes);
  positions = sort_records (self, &parts);
  place_relations (self, &parts, positions);
  place_quotes (self, &parts, positions);
  place_acts (self, &parts);
  tl_arena_freeze (self->arena);
  parts.arena = tl_arena_ref (self->arena);

  /* The boxes go to the dataset. */
  g_ptr_array_set_free_func (self->drafts, NULL);
  g_ptr_array_set_size (self->drafts, 0);
  return tl_dataset_new (&parts);
}
