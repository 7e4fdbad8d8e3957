/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-dataset-private.h"

#include "tl-limits.h"

#include <string.h>

/* Collects the parts of a dataset and puts them in their final order. Until
 * then a record goes by its draft number, the order in which it was added. */

/* Places in words and lists are told in 32 bits. */
#define MAX_LENGTH (G_MAXUINT - 1)

struct _TlDatasetBuilder
{
  TlArena        *arena;
  GBytes         *text; /* nullable */
  TlDatasetHeader header;
  GArray         *sources;   /* (element-type TlSource) */
  GArray         *actors;    /* (element-type TlActor) */
  GArray         *places;    /* (element-type TlPlace) */
  GArray         *treaties;  /* (element-type TlTreaty) */
  GArray         *quotes;    /* (element-type TlQuote) */
  GArray         *relations; /* (element-type TlDraftRelation) */
  GArray         *entries;   /* (element-type TlEntry): by draft number */
  GArray         *columns;   /* (element-type TlColumn) */
  GArray         *lists;     /* (element-type guint) */
  GByteArray     *words;
  GPtrArray      *boxes; /* (element-type TlRecordBox) */
  TlIdTable      *record_ids;
};

static const TlColumn *
get_column (const TlDatasetBuilder *self, guint draft)
{
  return &g_array_index (self->columns, TlColumn, draft);
}

static const char *
get_id (guint draft, gpointer user_data)
{
  TlDatasetBuilder  *self = user_data;
  const TlColumn    *column = get_column (self, draft);
  const TlRecordBox *box;

  if (column->length > 0)
    return tl_dataset_builder_get_word (self, column->words);
  box = g_ptr_array_index (self->boxes, column->start);
  return box->record.id;
}

static gboolean
has_id (guint32 draft, const char *id, gsize length, gconstpointer user_data)
{
  const char *known = get_id (draft, (gpointer)user_data);

  return strlen (known) == length && memcmp (known, id, length) == 0;
}

static TlEntry
make_entry (const TlRecord *record)
{
  return (TlEntry){
    .span = tl_date_get_span (record->date),
    .kind = (guint8)record->kind,
    .act = (guint8)record->act,
    .status = (guint8)record->status,
    .prominence = record->prominence & 0xf,
    .contested = record->contested != FALSE,
    .treaty = record->treaty,
  };
}

/* A list of a record always fits. */
G_STATIC_ASSERT (TL_LIMIT_ITEMS <= TL_COLUMN_MAX_ITEMS);

/* Of a box that has just been added. */
static TlColumn
make_column (TlDatasetBuilder *self, const TlRecordBox *box)
{
  const TlRecord *record = &box->record;
  TlColumn column = tl_record_box_make_column (box, self->boxes->len - 1);

  column.lists = self->lists->len;
  if (record->n_actors > 0)
    g_array_append_vals (self->lists, record->actors, record->n_actors);
  if (record->n_treaties > 0)
    g_array_append_vals (self->lists, record->treaties, record->n_treaties);
  if (box->n_sources > 0)
    g_array_append_vals (self->lists, box->sources, box->n_sources);
  return column;
}

static guint *
sort_lists (TlDatasetBuilder *self, const guint *order, const guint *positions)
{
  guint     n = self->columns->len;
  TlColumn *columns = (TlColumn *)self->columns->data;
  gsize     length;
  guint    *lists;

  /* Never NULL: places in it are worked out for every record. */
  g_array_set_size (self->lists, self->lists->len + 1);
  lists = (guint *)g_array_steal (self->lists, &length);
  for (guint i = 0; i < n; i++)
    if (order[i] != i)
      return tl_dataset_reorder_lists (columns, order, positions, n, lists,
                                       length);
  return lists;
}

/* Puts entries and columns in time order and hands them over. Returns:
 * (transfer full): the final index of each draft. */
static guint *
sort_records (TlDatasetBuilder *self, TlDatasetParts *parts)
{
  guint             n = self->entries->len;
  TlEntry          *entries = (TlEntry *)self->entries->data;
  TlColumn         *columns = (TlColumn *)self->columns->data;
  g_autofree guint *order = tl_dataset_order (entries, n, get_id, self);
  guint            *positions = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    positions[order[i]] = i;
  parts->lists = sort_lists (self, order, positions);
  tl_dataset_reorder (entries, columns, order, n);
  tl_id_table_renumber (self->record_ids, positions);
  parts->n_records = n;
  parts->entries = (TlEntry *)g_array_steal (self->entries, NULL);
  parts->columns = (TlColumn *)g_array_steal (self->columns, NULL);
  parts->record_ids = g_steal_pointer (&self->record_ids);
  return positions;
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
  self->relations = g_array_new (FALSE, FALSE, sizeof (TlDraftRelation));
  self->entries = g_array_new (FALSE, FALSE, sizeof (TlEntry));
  self->columns = g_array_new (FALSE, FALSE, sizeof (TlColumn));
  self->lists = g_array_new (FALSE, FALSE, sizeof (guint));
  self->words = g_byte_array_new ();
  self->boxes =
      g_ptr_array_new_with_free_func ((GDestroyNotify)tl_record_unref);
  self->record_ids = tl_id_table_new ();
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
  g_array_unref (self->entries);
  g_array_unref (self->columns);
  g_array_unref (self->lists);
  g_clear_pointer (&self->words, g_byte_array_unref);
  g_ptr_array_unref (self->boxes);
  g_clear_pointer (&self->record_ids, tl_id_table_free);
  g_clear_pointer (&self->text, g_bytes_unref);
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

void
tl_dataset_builder_set_text (TlDatasetBuilder *self, GBytes *text)
{
  g_clear_pointer (&self->text, g_bytes_unref);
  self->text = text != NULL ? g_bytes_ref (text) : NULL;
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

/* Ids come here only once each. */
static guint
add_draft (TlDatasetBuilder *self, const TlEntry *entry, const TlColumn *column)
{
  guint       draft = self->entries->len;
  const char *id;

  g_array_append_vals (self->entries, entry, 1);
  g_array_append_vals (self->columns, column, 1);
  id = get_id (draft, self);
  if (!tl_id_table_add (self->record_ids, id, strlen (id), draft, has_id, self,
                        NULL))
    g_warn_if_reached ();
  return draft;
}

guint
tl_dataset_builder_add_record (TlDatasetBuilder *self, const TlRecord *draft)
{
  TlRecordBox *box = tl_record_box_new (draft, self->arena);
  TlEntry      entry = make_entry (&box->record);
  TlColumn     column;

  g_ptr_array_add (self->boxes, box);
  column = make_column (self, box);
  return add_draft (self, &entry, &column);
}

/* Nothing of it is touched, and so takes no memory, until it is filled. */
static void
reserve_array (GArray *array, gsize n_more)
{
  guint length = array->len;

  if (n_more > MAX_LENGTH - length)
    return;
  g_array_set_size (array, length + (guint)n_more);
  g_array_set_size (array, length);
}

void
tl_dataset_builder_reserve (TlDatasetBuilder *self,
                            gsize             n_records,
                            gsize             n_references,
                            gsize             n_words)
{
  tl_id_table_reserve (self->record_ids, self->entries->len + n_records);
  reserve_array (self->entries, n_records);
  reserve_array (self->columns, n_records);
  reserve_array (self->lists, n_references);
  if (n_words <= MAX_LENGTH - self->words->len)
    {
      guint length = self->words->len;

      g_byte_array_set_size (self->words, length + (guint)n_words);
      g_byte_array_set_size (self->words, length);
    }
}

gboolean
tl_dataset_builder_has_room (TlDatasetBuilder *self,
                             gsize             n_references,
                             gsize             n_words)
{
  return n_references < MAX_LENGTH - self->lists->len &&
         n_words < MAX_LENGTH - self->words->len;
}

guint
tl_dataset_builder_add_column (TlDatasetBuilder *self,
                               const TlEntry    *entry,
                               const TlColumn   *column,
                               const guint      *list)
{
  TlColumn kept = *column;
  guint    length = tl_column_count_references (column);

  g_return_val_if_fail (kept.length > 0, TL_NONE);

  kept.lists = self->lists->len;
  g_array_append_vals (self->lists, list, length);
  return add_draft (self, entry, &kept);
}

guint
tl_dataset_builder_add_words (TlDatasetBuilder *self,
                              const guint8     *words,
                              guint             length)
{
  guint at = self->words->len;

  g_byte_array_append (self->words, words, length);
  return at;
}

const char *
tl_dataset_builder_get_word (TlDatasetBuilder *self, guint at)
{
  return (const char *)self->words->data + at;
}

guint
tl_dataset_builder_find_record (TlDatasetBuilder *self, const char *id)
{
  return tl_id_table_find (self->record_ids, id, strlen (id), has_id, self);
}

gboolean
tl_dataset_builder_get_record_slice (TlDatasetBuilder *self,
                                     guint             draft,
                                     gsize            *start,
                                     gsize            *end)
{
  const TlColumn *column = get_column (self, draft);

  *start = column->start;
  *end = *start + column->length;
  return column->length > 0;
}

void
tl_dataset_builder_add_relation (TlDatasetBuilder *self,
                                 guint             from,
                                 guint             to,
                                 TlRelation        relation)
{
  TlDraftRelation pair = { from, to, relation };

  g_return_if_fail (from < self->entries->len && to < self->entries->len);

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
  return self->entries->len;
}

/* The boxes go to the dataset. */
static void
hand_over_boxes (TlDatasetBuilder *self, TlDatasetParts *parts)
{
  parts->n_boxes = self->boxes->len;
  parts->boxes = tl_arena_copy (self->arena, self->boxes->pdata,
                                self->boxes->len * sizeof (TlRecordBox *));
  g_ptr_array_set_free_func (self->boxes, NULL);
  g_ptr_array_set_size (self->boxes, 0);
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
  parts.words = g_byte_array_free_to_bytes (g_steal_pointer (&self->words));
  parts.text = g_steal_pointer (&self->text);
  hand_over_boxes (self, &parts);
  parts.arena = tl_arena_ref (self->arena);
  tl_dataset_parts_link (&parts, self->arena, self->relations, positions);
  tl_arena_freeze (self->arena);
  return tl_dataset_new (&parts);
}
