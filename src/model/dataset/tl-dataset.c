/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-dataset-private.h"
#include "tl-text-private.h"

#include <string.h>

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
  GHashTable    *names;  /* (element-type utf8 Name): of all but records */
  gsize          sha256; /* a string, once somebody asked */
  gsize          search; /* a TlSearchColumn, once somebody asked */
  gsize          tags;   /* a TlTagIndex, once somebody asked */
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
}

static const char *
get_words (const TlDatasetParts *parts)
{
  return g_bytes_get_data (parts->words, NULL);
}

/* Behind the id. */
static const char *
get_title_words (const TlDatasetParts *parts, const TlColumn *column)
{
  const char *id = get_words (parts) + column->words;

  return id + strlen (id) + 1;
}

static const char *
get_record_id (const TlDatasetParts *parts, guint index)
{
  const TlColumn *column = &parts->columns[index];

  return column->length > 0 ? get_words (parts) + column->words
                            : parts->boxes[column->start]->record.id;
}

static gboolean
has_id (guint32 index, const char *id, gsize length, gconstpointer user_data)
{
  const char *known = get_record_id (user_data, index);

  return strlen (known) == length && memcmp (known, id, length) == 0;
}

/* What is not known of the original is not there. */
static gboolean
find_derived (TlDataset *self, const char *id, TlIdType *type, guint *index)
{
  if (!tl_dataset_find_any (self->parts.origin, id, type, index))
    return FALSE;
  if (*type == TL_ID_RECORD)
    *index = self->parts.numbers[*index];
  else if (*type == TL_ID_QUOTE)
    *index = self->parts.quote_numbers[*index];
  return *index != TL_NONE;
}

gboolean
tl_dataset_find_any (TlDataset  *self,
                     const char *id,
                     TlIdType   *type,
                     guint      *index)
{
  const Name *name;

  if (self->parts.origin != NULL)
    return find_derived (self, id, type, index);
  name = g_hash_table_lookup (self->names, id);
  if (name != NULL)
    {
      *type = name->type;
      *index = name->index;
      return TRUE;
    }
  *type = TL_ID_RECORD;
  *index = tl_id_table_find (self->parts.record_ids, id, strlen (id), has_id,
                             &self->parts);
  return *index != TL_NONE;
}

static guint
find (TlDataset *self, const char *id, TlIdType wanted)
{
  TlIdType type;
  guint    index;

  return id != NULL && tl_dataset_find_any (self, id, &type, &index) &&
                 type == wanted
             ? index
             : TL_NONE;
}

static void
tl_dataset_finalize (GObject *object)
{
  TlDataset *self = TL_DATASET (object);

  for (guint i = 0; i < self->parts.n_boxes; i++)
    tl_record_unref (&self->parts.boxes[i]->record);
  g_hash_table_unref (self->names);
  g_free (self->parts.entries);
  g_free (self->parts.columns);
  if (self->parts.origin == NULL)
    g_free (self->parts.lists);
  g_free (self->parts.origins);
  g_free (self->parts.numbers);
  g_free (self->parts.quote_numbers);
  g_free (self->parts.known);
  g_free (self->parts.known_sources);
  g_clear_pointer (&self->parts.words, g_bytes_unref);
  g_clear_pointer (&self->parts.text, g_bytes_unref);
  g_clear_pointer (&self->parts.record_ids, tl_id_table_free);
  g_free (GSIZE_TO_POINTER (self->sha256));
  tl_search_column_free (GSIZE_TO_POINTER (self->search));
  tl_tag_index_free (GSIZE_TO_POINTER (self->tags));
  g_clear_pointer (&self->parts.arena, tl_arena_unref);
  g_clear_object (&self->parts.origin);

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
  if (self->parts.origin == NULL)
    add_names (self);
  return self;
}

const TlSearchColumn *
tl_dataset_get_search_column (TlDataset *self)
{
  if (self->parts.origin != NULL)
    return tl_dataset_get_search_column (self->parts.origin);
  if (g_once_init_enter (&self->search))
    g_once_init_leave (&self->search,
                       GPOINTER_TO_SIZE (tl_search_column_new (self)));
  return GSIZE_TO_POINTER (self->search);
}

const TlTagIndex *
tl_dataset_get_tag_index (TlDataset *self)
{
  if (self->parts.origin != NULL)
    return tl_dataset_get_tag_index (self->parts.origin);
  if (g_once_init_enter (&self->tags))
    g_once_init_leave (&self->tags, GPOINTER_TO_SIZE (tl_tag_index_new (self)));
  return GSIZE_TO_POINTER (self->tags);
}

void
tl_dataset_prepare_search (TlDataset *self)
{
  g_return_if_fail (TL_IS_DATASET (self));

  tl_dataset_get_search_column (self);
}

gboolean
tl_dataset_has_same_text (TlDataset *self, TlDataset *other)
{
  g_return_val_if_fail (TL_IS_DATASET (self) && TL_IS_DATASET (other), FALSE);

  return self->parts.text != NULL && other->parts.text != NULL &&
         g_bytes_equal (self->parts.text, other->parts.text);
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

  /* It takes as long as reading the file does. */
  if (self->parts.text != NULL && g_once_init_enter (&self->sha256))
    {
      char *sum =
          g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->parts.text);

      g_once_init_leave (&self->sha256, GPOINTER_TO_SIZE (sum));
    }
  return GSIZE_TO_POINTER (self->sha256);
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

  return get_record_id (&self->parts, index);
}

/* title: language, text, …, and an empty language. */
static const char *
choose_title (const char *title, const char *language, const char **found)
{
  TlTextEntry        entries[TL_COLUMN_MAX_LANGUAGES];
  const TlTextEntry *entry;
  guint              n_entries = 0;

  while (*title != '\0' && n_entries < G_N_ELEMENTS (entries))
    {
      entries[n_entries].language = title;
      title += strlen (title) + 1;
      entries[n_entries++].text = title;
      title += strlen (title) + 1;
    }
  entry = tl_text_entries_choose (entries, n_entries, language);
  *found = entry->language;
  return entry->text;
}

const char *
tl_dataset_get_record_title (TlDataset *self, guint index, const char *language)
{
  const char *found;

  return tl_dataset_get_record_title_with_language (self, index, language,
                                                    &found);
}

const char *
tl_dataset_get_record_title_with_language (TlDataset   *self,
                                           guint        index,
                                           const char  *language,
                                           const char **found)
{
  const TlColumn *column;

  g_return_val_if_fail (TL_IS_DATASET (self) && index < self->parts.n_records,
                        NULL);

  column = &self->parts.columns[index];
  if (column->length > 0)
    return choose_title (get_title_words (&self->parts, column), language,
                         found);
  return tl_text_get_with_language (
      self->parts.boxes[column->start]->record.title, language, found);
}

/* The lists are those of the original, which may have had other sources. */
TlRecordLists
tl_dataset_parts_get_lists (const TlDatasetParts *parts, guint record)
{
  const TlColumn *column = &parts->columns[record];
  const guint    *list = parts->lists + column->lists;
  TlRecordLists   lists = {
      list,
      column->n_actors,
      list + column->n_actors,
      column->n_treaties,
      list + column->n_actors + column->n_treaties,
      column->n_sources,
  };

  if (column->length == 0)
    {
      const TlRecordBox *box = parts->boxes[column->start];

      return (TlRecordLists){ box->record.actors,   box->record.n_actors,
                              box->record.treaties, box->record.n_treaties,
                              box->sources,         box->n_sources };
    }
  if (column->derived && column->start != TL_NONE)
    lists.sources = parts->known_sources + column->start;
  return lists;
}

const guint *
tl_dataset_get_record_actors (TlDataset *self, guint index, guint *n_actors)
{
  TlRecordLists lists;

  g_return_val_if_fail (TL_IS_DATASET (self) && index < self->parts.n_records,
                        NULL);

  lists = tl_dataset_parts_get_lists (&self->parts, index);
  *n_actors = lists.n_actors;
  return lists.actors;
}

const guint *
tl_dataset_get_record_treaties (TlDataset *self, guint index, guint *n_treaties)
{
  TlRecordLists lists;

  g_return_val_if_fail (TL_IS_DATASET (self) && index < self->parts.n_records,
                        NULL);

  lists = tl_dataset_parts_get_lists (&self->parts, index);
  *n_treaties = lists.n_treaties;
  return lists.treaties;
}

const guint *
tl_dataset_get_record_sources (TlDataset *self, guint index, guint *n_sources)
{
  TlRecordLists lists;

  g_return_val_if_fail (TL_IS_DATASET (self) && index < self->parts.n_records,
                        NULL);

  lists = tl_dataset_parts_get_lists (&self->parts, index);
  *n_sources = lists.n_sources;
  return lists.sources;
}

guint
tl_dataset_get_record_place (TlDataset *self, guint index)
{
  g_return_val_if_fail (TL_IS_DATASET (self) && index < self->parts.n_records,
                        TL_NONE);

  return self->parts.columns[index].place;
}

static TlRecord *
derive_record (TlDataset *self, guint index)
{
  const TlDatasetParts *parts = &self->parts;
  g_autoptr (TlArena) arena = tl_arena_new (parts->arena);
  TlRecordBox *box = tl_known_record_new (parts->origin, parts->origins[index],
                                          parts->known, arena);

  tl_dataset_parts_link_record (parts, index, &box->record, arena);
  tl_arena_freeze (arena);
  return &box->record;
}

TlRecord *
tl_dataset_ref_record (TlDataset *self, guint index)
{
  const TlColumn *column;

  g_return_val_if_fail (TL_IS_DATASET (self) && index < self->parts.n_records,
                        NULL);

  column = &self->parts.columns[index];
  if (column->derived)
    return derive_record (self, index);
  if (column->length > 0)
    return &tl_record_box_new_from_text (self, index)->record;
  return tl_record_ref (&self->parts.boxes[column->start]->record);
}
