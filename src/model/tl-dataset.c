/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-dataset-private.h"

/* The finished dataset: arrays that are only read. */

typedef struct
{
  TlIdType type;
  guint    index;
} Name;

struct _TlDataset
{
  GObject parent_instance;

  TlDatasetParts parts;
  GHashTable    *names; /* (element-type utf8 Name) */
};

G_DEFINE_FINAL_TYPE (TlDataset, tl_dataset, G_TYPE_OBJECT)

static void
add_name (TlDataset *self, const char *id, TlIdType type, guint index)
{
  Name *name = tl_arena_alloc (self->parts.arena, sizeof (Name));

  name->type = type;
  name->index = index;
  g_hash_table_insert (self->names, (gpointer)id, name);
}

static void
add_names (TlDataset *self)
{
  const TlDatasetParts *parts = &self->parts;

  for (guint i = 0; i < parts->n_sources; i++)
    add_name (self, parts->sources[i].id, TL_ID_SOURCE, i);
  for (guint i = 0; i < parts->n_actors; i++)
    add_name (self, parts->actors[i].id, TL_ID_ACTOR, i);
  for (guint i = 0; i < parts->n_places; i++)
    add_name (self, parts->places[i].id, TL_ID_PLACE, i);
  for (guint i = 0; i < parts->n_treaties; i++)
    add_name (self, parts->treaties[i].id, TL_ID_TREATY, i);
  for (guint i = 0; i < parts->n_quotes; i++)
    add_name (self, parts->quotes[i].id, TL_ID_QUOTE, i);
  for (guint i = 0; i < parts->n_records; i++)
    add_name (self, parts->boxes[i]->record.id, TL_ID_RECORD, i);
}

static guint
find (TlDataset *self, const char *id, TlIdType type)
{
  const Name *name = id != NULL ? g_hash_table_lookup (self->names, id) : NULL;

  return name != NULL && name->type == type ? name->index : TL_NONE;
}

static void
tl_dataset_finalize (GObject *object)
{
  TlDataset *self = TL_DATASET (object);

  for (guint i = 0; i < self->parts.n_records; i++)
    tl_record_unref (&self->parts.boxes[i]->record);
  g_hash_table_unref (self->names);
  g_clear_pointer (&self->parts.arena, tl_arena_unref);

  G_OBJECT_CLASS (tl_dataset_parent_class)->finalize (object);
}

static void
tl_dataset_class_init (TlDatasetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_dataset_finalize;
}

static void
tl_dataset_init (TlDataset *self)
{
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
}

TlDataset *
tl_dataset_new (const TlDatasetParts *parts)
{
  TlDataset *self = g_object_new (TL_TYPE_DATASET, NULL);

  self->parts = *parts;
  add_names (self);
  return self;
}

const TlDatasetParts *
tl_dataset_get_parts (TlDataset *self)
{
  return &self->parts;
}

const char *
tl_dataset_get_id (TlDataset *self)
{
  g_return_val_if_fail (TL_IS_DATASET (self), NULL);

  return self->parts.header.id;
}

const TlText *
tl_dataset_get_title (TlDataset *self)
{
  g_return_val_if_fail (TL_IS_DATASET (self), NULL);

  return self->parts.header.title;
}

const TlText *
tl_dataset_get_description (TlDataset *self)
{
  g_return_val_if_fail (TL_IS_DATASET (self), NULL);

  return self->parts.header.description;
}

const char *
tl_dataset_get_language (TlDataset *self)
{
  g_return_val_if_fail (TL_IS_DATASET (self), NULL);

  return self->parts.header.language;
}

const char *
tl_dataset_get_license (TlDataset *self)
{
  g_return_val_if_fail (TL_IS_DATASET (self), NULL);

  return self->parts.header.license;
}

const char *
tl_dataset_get_sha256 (TlDataset *self)
{
  g_return_val_if_fail (TL_IS_DATASET (self), NULL);

  return self->parts.header.sha256;
}

guint
tl_dataset_get_n_sources (TlDataset *self)
{
  g_return_val_if_fail (TL_IS_DATASET (self), 0);

  return self->parts.n_sources;
}

const TlSource *
tl_dataset_get_source (TlDataset *self, guint index)
{
  g_return_val_if_fail (TL_IS_DATASET (self) && index < self->parts.n_sources,
                        NULL);

  return &self->parts.sources[index];
}

guint
tl_dataset_find_source (TlDataset *self, const char *id)
{
  g_return_val_if_fail (TL_IS_DATASET (self), TL_NONE);

  return find (self, id, TL_ID_SOURCE);
}

guint
tl_dataset_get_n_actors (TlDataset *self)
{
  g_return_val_if_fail (TL_IS_DATASET (self), 0);

  return self->parts.n_actors;
}

const TlActor *
tl_dataset_get_actor (TlDataset *self, guint index)
{
  g_return_val_if_fail (TL_IS_DATASET (self) && index < self->parts.n_actors,
                        NULL);

  return &self->parts.actors[index];
}

guint
tl_dataset_find_actor (TlDataset *self, const char *id)
{
  g_return_val_if_fail (TL_IS_DATASET (self), TL_NONE);

  return find (self, id, TL_ID_ACTOR);
}

guint
tl_dataset_get_n_places (TlDataset *self)
{
  g_return_val_if_fail (TL_IS_DATASET (self), 0);

  return self->parts.n_places;
}

const TlPlace *
tl_dataset_get_place (TlDataset *self, guint index)
{
  g_return_val_if_fail (TL_IS_DATASET (self) && index < self->parts.n_places,
                        NULL);

  return &self->parts.places[index];
}

guint
tl_dataset_find_place (TlDataset *self, const char *id)
{
  g_return_val_if_fail (TL_IS_DATASET (self), TL_NONE);

  return find (self, id, TL_ID_PLACE);
}

guint
tl_dataset_get_n_treaties (TlDataset *self)
{
  g_return_val_if_fail (TL_IS_DATASET (self), 0);

  return self->parts.n_treaties;
}

const TlTreaty *
tl_dataset_get_treaty (TlDataset *self, guint index)
{
  g_return_val_if_fail (TL_IS_DATASET (self) && index < self->parts.n_treaties,
                        NULL);

  return &self->parts.treaties[index];
}

guint
tl_dataset_find_treaty (TlDataset *self, const char *id)
{
  g_return_val_if_fail (TL_IS_DATASET (self), TL_NONE);

  return find (self, id, TL_ID_TREATY);
}

guint
tl_dataset_get_n_quotes (TlDataset *self)
{
  g_return_val_if_fail (TL_IS_DATASET (self), 0);

  return self->parts.n_quotes;
}

const TlQuote *
tl_dataset_get_quote (TlDataset *self, guint index)
{
  g_return_val_if_fail (TL_IS_DATASET (self) && index < self->parts.n_quotes,
                        NULL);

  return &self->parts.quotes[index];
}

guint
tl_dataset_find_quote (TlDataset *self, const char *id)
{
  g_return_val_if_fail (TL_IS_DATASET (self), TL_NONE);

  return find (self, id, TL_ID_QUOTE);
}

guint
tl_dataset_get_n_records (TlDataset *self)
{
  g_return_val_if_fail (TL_IS_DATASET (self), 0);

  return self->parts.n_records;
}

const TlEntry *
tl_dataset_get_entries (TlDataset *self)
{
  g_return_val_if_fail (TL_IS_DATASET (self), NULL);

  return self->parts.entries;
}

guint
tl_dataset_find_record (TlDataset *self, const char *id)
{
  g_return_val_if_fail (TL_IS_DATASET (self), TL_NONE);

  return find (self, id, TL_ID_RECORD);
}

const char *
tl_dataset_get_record_id (TlDataset *self, guint index)
{
  g_return_val_if_fail (TL_IS_DATASET (self) && index < self->parts.n_records,
                        NULL);

  return self->parts.boxes[index]->record.id;
}

const char *
tl_dataset_get_record_title (TlDataset *self, guint index, const char *language)
{
  g_return_val_if_fail (TL_IS_DATASET (self) && index < self->parts.n_records,
                        NULL);

  return tl_text_get (self->parts.boxes[index]->record.title, language);
}

const guint *
tl_dataset_get_record_actors (TlDataset *self, guint index, guint *n_actors)
{
  g_return_val_if_fail (TL_IS_DATASET (self) && index < self->parts.n_records,
                        NULL);

  *n_actors = self->parts.boxes[index]->record.n_actors;
  return self->parts.boxes[index]->record.actors;
}

const guint *
tl_dataset_get_record_treaties (TlDataset *self, guint index, guint *n_treaties)
{
  g_return_val_if_fail (TL_IS_DATASET (self) && index < self->parts.n_records,
                        NULL);

  *n_treaties = self->parts.boxes[index]->record.n_treaties;
  return self->parts.boxes[index]->record.treaties;
}

const guint *
tl_dataset_get_record_sources (TlDataset *self, guint index, guint *n_sources)
{
  g_return_val_if_fail (TL_IS_DATASET (self) && index < self->parts.n_records,
                        NULL);

  *n_sources = self->parts.boxes[index]->n_sources;
  return self->parts.boxes[index]->sources;
}

guint
tl_dataset_get_record_place (TlDataset *self, guint index)
{
  g_return_val_if_fail (TL_IS_DATASET (self) && index < self->parts.n_records,
                        TL_NONE);

  return self->parts.boxes[index]->record.place;
}

TlRecord *
tl_dataset_ref_record (TlDataset *self, guint index)
{
  g_return_val_if_fail (TL_IS_DATASET (self) && index < self->parts.n_records,
                        NULL);

  return tl_record_ref (&self->parts.boxes[index]->record);
}
