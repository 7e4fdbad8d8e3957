/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-arena.h"
#include "tl-dataset.h"
#include "tl-id-table.h"
#include "tl-search-column.h"
#include "tl-parallel.h"
#include "tl-tag-index.h"

G_BEGIN_DECLS

/**
 * TlIdType:
 *
 * What an id names. Ids are unique over all of them.
 */
typedef enum
{
  TL_ID_SOURCE,
  TL_ID_ACTOR,
  TL_ID_PLACE,
  TL_ID_TREATY,
  TL_ID_RECORD,
  TL_ID_QUOTE,
} TlIdType;

/**
 * TlDatasetHeader:
 *
 * What the file says of the dataset as a whole. Everything in it lives in the
 * builder's arena.
 */
typedef struct
{
  const char   *id;
  const TlText *title;
  const TlText *description; /* nullable */
  const char   *language;
  const char   *license; /* nullable */
  const char   *sha256;
} TlDatasetHeader;

/* A record whose title has more is kept whole. */
#define TL_COLUMN_MAX_LANGUAGES 16
/* Actors, treaties or sources of a record: TL_LIMIT_ITEMS and some more. */
#define TL_COLUMN_MAX_ITEMS ((1 << 10) - 1)
/* A longer record is kept whole. */
#define TL_COLUMN_MAX_LENGTH ((1 << 24) - 1)
/* A place in a text that lies beyond is none. */
#define TL_COLUMN_MAX_START ((G_GUINT64_CONSTANT (1) << 38) - 1)

/**
 * TlColumn:
 * @start: the byte of the file's text where the record begins; of a record
 *   that is kept whole, the number of its box
 * @length: bytes of the record's text; 0 when it is kept whole
 * @words: where in the dataset's words its id stands, and then its title:
 *   language, text, language, text, …, and an empty language, each ending with
 *   a zero byte; counts only when the record is not kept whole
 * @lists: where in the dataset's lists its actors begin; treaties and sources
 *   follow
 * @own_status: some account of the record has a status of its own
 * @own_date: some account of the record has a date of its own
 * @all_dated: every one has; says nothing when the record is kept whole
 * @derived: in a derived dataset: the record differs from the original, out of
 *   which it is made when somebody looks at it. Then @start is where in
 *   known_sources its sources are, or %TL_NONE when they are those of the
 *   original
 *
 * What is kept of a record beside its #TlEntry.
 */
typedef struct
{
  guint64 start : 38;
  guint64 own_status : 1;
  guint64 own_date : 1;
  guint64 length : 24;
  guint32 words;
  guint32 lists;
  guint32 place;
  /* Each at most TL_LIMIT_ITEMS. */
  guint32 n_actors : 10;
  guint32 n_treaties : 10;
  guint32 n_sources : 10;
  guint32 derived : 1;
  guint32 all_dated : 1;
} TlColumn;

/* Actors, treaties and sources. */
static inline guint
tl_column_count_references (const TlColumn *self)
{
  return (guint)self->n_actors + self->n_treaties + self->n_sources;
}

/* There are ten million of them. */
G_STATIC_ASSERT (sizeof (TlColumn) == 24);

/**
 * TlRecordBox:
 * @record: what the outside sees
 * @arena: where everything in it lives
 * @sources: those of its accounts, without repetition
 *
 * A record with what belongs to it; in an atomic reference-counted box.
 */
typedef struct
{
  TlRecord     record;
  TlArena     *arena;
  const guint *sources;
  guint        n_sources;
} TlRecordBox;

/* Copies the record's fields; what they point to must live in the arena.
 * Computes contested and sources. */
TlRecordBox *tl_record_box_new (const TlRecord *draft,
                                TlArena *arena) G_GNUC_WARN_UNUSED_RESULT;
/* For a record that is kept whole; its lists are still to be set. */
TlColumn tl_record_box_make_column (const TlRecordBox *self, guint number);
/* Accounts with dates of their own that do not overlap, or that dispute or
 * deny the record. */
gboolean tl_accounts_are_contested (const TlAccount *accounts,
                                    guint            n_accounts);

/**
 * TlDatasetBuilder:
 *
 * Puts a dataset together. Records are added in any order and named by the
 * number they get; building sorts them by time and puts everything that refers
 * to them right.
 */
typedef struct _TlDatasetBuilder TlDatasetBuilder;

/* parent: (nullable): the arena of a dataset whose strings are shared */
TlDatasetBuilder          *
tl_dataset_builder_new (TlArena *parent) G_GNUC_WARN_UNUSED_RESULT;
void     tl_dataset_builder_free (TlDatasetBuilder *self);
TlArena *tl_dataset_builder_get_arena (TlDatasetBuilder *self);
void     tl_dataset_builder_set_header (TlDatasetBuilder      *self,
                                        const TlDatasetHeader *header);
/* The file's text, in which records that are not kept whole stand. */
void tl_dataset_builder_set_text (TlDatasetBuilder *self, GBytes *text);
/* These copy the struct; what it points to must live in the arena. They return
 * the index. */
guint tl_dataset_builder_add_source (TlDatasetBuilder *self,
                                     const TlSource   *source);
guint tl_dataset_builder_add_actor (TlDatasetBuilder *self,
                                    const TlActor    *actor);
guint tl_dataset_builder_add_place (TlDatasetBuilder *self,
                                    const TlPlace    *place);
guint tl_dataset_builder_add_treaty (TlDatasetBuilder *self,
                                     const TlTreaty   *treaty);
/* quote->record is a number that tl_dataset_builder_add_record() returned. */
guint tl_dataset_builder_add_quote (TlDatasetBuilder *self,
                                    const TlQuote    *quote);
/* Returns a number that stands for the record until the dataset is built. */
guint tl_dataset_builder_add_record (TlDatasetBuilder *self,
                                     const TlRecord   *draft);
/* Makes room for so many records, with so many references and bytes of words
 * in all. */
void tl_dataset_builder_reserve (TlDatasetBuilder *self,
                                 gsize             n_records,
                                 gsize             n_references,
                                 gsize             n_words);
/* FALSE when so much more would not fit. */
gboolean tl_dataset_builder_has_room (TlDatasetBuilder *self,
                                      gsize             n_references,
                                      gsize             n_words);
/* The same for a record that is not kept whole. list: (array): its actors,
 * treaties and sources. Its id and title must be among the words. */
guint tl_dataset_builder_add_column (TlDatasetBuilder *self,
                                     const TlEntry    *entry,
                                     const TlColumn   *column,
                                     const guint      *list);
/* Returns: where the first of these words stands from now on */
guint       tl_dataset_builder_add_words (TlDatasetBuilder *self,
                                          const guint8     *words,
                                          guint             length);
const char *tl_dataset_builder_get_word (TlDatasetBuilder *self, guint at);
/* The number of the record with that id, or TL_NONE. */
guint tl_dataset_builder_find_record (TlDatasetBuilder *self, const char *id);
/* The byte where a record's text begins; FALSE when it is kept whole. */
gboolean tl_dataset_builder_get_record_slice (TlDatasetBuilder *self,
                                              guint             draft,
                                              gsize            *start,
                                              gsize            *end);
void     tl_dataset_builder_add_relation (TlDatasetBuilder *self,
                                          guint             from,
                                          guint             to,
                                          TlRelation        relation);
void
tl_dataset_builder_set_actor_of (TlDatasetBuilder *self, guint actor, guint of);
void tl_dataset_builder_set_same_as (TlDatasetBuilder *self,
                                     guint             quote,
                                     guint             same_as);
/* The pointer is good until the next actor is added. */
const TlActor *tl_dataset_builder_get_actor (TlDatasetBuilder *self,
                                             guint             index);
guint          tl_dataset_builder_get_n_actors (TlDatasetBuilder *self);
guint          tl_dataset_builder_get_n_quotes (TlDatasetBuilder *self);
guint          tl_dataset_builder_get_n_records (TlDatasetBuilder *self);
TlDataset *
tl_dataset_builder_build (TlDatasetBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDatasetBuilder, tl_dataset_builder_free)

/**
 * TlDatasetParts:
 * @text: (nullable): the file's text
 * @entries: (array length=n_records): in time order, like @columns
 * @words: ids and titles of the records that are not kept whole
 * @boxes: (array length=n_boxes): the records that are
 * @record_ids: from ids of records to their indices
 * @related_starts: (nullable): where in @related those of each record begin,
 *   and one more
 * @quote_starts: (nullable): where in @record_quotes those of each record
 *   begin, and one more
 * @origin: (nullable): the dataset that this one was derived from, which has
 *   its lists, ids, words and search column; records and quotations are some
 *   of its, actors, places, sources and treaties all of its
 * @origins: (nullable): of each record its index in @origin
 * @numbers: (nullable): of each record of @origin its index here, or %TL_NONE
 * @quote_numbers: (nullable): the same of each quotation
 * @known: (nullable): whether each source counts
 * @known_sources: (nullable): lists of sources
 *
 * The finished arrays of a dataset. @entries, @columns, @lists, and what
 * follows @origin are of the heap, the other arrays live in the
 * arena. A derived dataset has neither @related nor @record_quotes: those of
 * @origin are looked up when a record is made.
 */
typedef struct
{
  TlArena        *arena;
  GBytes         *text;
  TlDatasetHeader header;
  TlSource       *sources;
  guint           n_sources;
  TlActor        *actors;
  guint           n_actors;
  TlPlace        *places;
  guint           n_places;
  TlTreaty       *treaties;
  guint           n_treaties;
  TlQuote        *quotes;
  guint           n_quotes;
  TlEntry        *entries;
  TlColumn       *columns;
  guint           n_records;
  guint          *lists;
  GBytes         *words;
  TlRecordBox   **boxes;
  guint           n_boxes;
  TlIdTable      *record_ids;
  guint          *related_starts;
  TlRelated      *related;
  guint          *quote_starts;
  guint          *record_quotes;
  TlDataset      *origin;
  guint          *origins;
  guint          *numbers;
  guint          *quote_numbers;
  guint8         *known;
  guint          *known_sources;
} TlDatasetParts;

/**
 * TlRecordLists:
 *
 * What a record refers to, without the record. A plain value.
 */
typedef struct
{
  const guint *actors;
  guint        n_actors;
  const guint *treaties;
  guint        n_treaties;
  const guint *sources;
  guint        n_sources;
} TlRecordLists;

TlRecordLists tl_dataset_parts_get_lists (const TlDatasetParts *parts,
                                          guint                 record);

/**
 * TlDraftRelation:
 *
 * A relation between records that go by their draft numbers.
 */
typedef struct
{
  guint      from;
  guint      to;
  TlRelation relation;
} TlDraftRelation;

/* tl-dataset-builder-links.c: lets relations (element-type TlDraftRelation),
 * quotations, treaties and records that are kept whole know the records they
 * have to do with. positions: the index of each draft */
void tl_dataset_parts_link (TlDatasetParts *parts,
                            TlArena        *arena,
                            const GArray   *relations,
                            const guint    *positions);

/* Takes over everything. */
TlDataset *
tl_dataset_new (const TlDatasetParts *parts) G_GNUC_WARN_UNUSED_RESULT;
const TlDatasetParts *tl_dataset_get_parts (TlDataset *self);

/* What searches run over; made when somebody asks first. */
const TlSearchColumn *tl_dataset_get_search_column (TlDataset *self);
/* The tags of all records, also of a derived dataset's original; made when
 * somebody asks first. */
const TlTagIndex *tl_dataset_get_tag_index (TlDataset *self);
/* Lets the record know its relations and quotations; arena: where lists of
 * them that are made for it live. */
void tl_dataset_parts_link_record (const TlDatasetParts *parts,
                                   guint                 index,
                                   TlRecord             *record,
                                   TlArena              *arena);
/* tl_dataset_known_on(), which work may make faster or cancel; NULL when it
 * was cancelled. */
TlDataset *
tl_dataset_known_on_with_work (TlDataset    *self,
                               gint64        second,
                               const TlWork *work) G_GNUC_WARN_UNUSED_RESULT;
/* tl-known-record.c: a record that differs on the day. Returns: (transfer
 * full): its box, in the arena, not linked yet. known: (array): whether each
 * source counts */
TlRecordBox *tl_known_record_new (TlDataset    *dataset,
                                  guint         record,
                                  const guint8 *known,
                                  TlArena *arena) G_GNUC_WARN_UNUSED_RESULT;
/* What has that id. */
gboolean tl_dataset_find_any (TlDataset  *self,
                              const char *id,
                              TlIdType   *type,
                              guint      *index);

/* tl-dataset-order.c: the numbers of the entries in time order. */
typedef const char *(*TlEntryIdFunc) (guint number, gpointer user_data);
guint *tl_dataset_order (const TlEntry *entries,
                         guint          n_entries,
                         TlEntryIdFunc  get_id,
                         gpointer       user_data) G_GNUC_WARN_UNUSED_RESULT;
/* Puts both arrays in that order; order is lost. */
void tl_dataset_reorder (TlEntry  *entries,
                         TlColumn *columns,
                         guint    *order,
                         guint     n_entries);
/* Puts the lists in that order, so that passes over the records run through
 * them from end to end; columns are put in order after that. positions: what
 * order says, the other way round. lists: (transfer full) (array
 * length=length): in the order of columns, and at least one more number.
 * Returns: (transfer full): the same lists, in order */
guint *tl_dataset_reorder_lists (TlColumn    *columns,
                                 const guint *order,
                                 const guint *positions,
                                 guint        n_columns,
                                 guint       *lists,
                                 gsize        length) G_GNUC_WARN_UNUSED_RESULT;

/* tl-record-reader.c: a record that is not kept whole, from the text. */
TlRecordBox *tl_record_box_new_from_text (TlDataset *dataset, guint index)
    G_GNUC_WARN_UNUSED_RESULT;

/* The acts a treaty's life runs between: indices of records, or TL_NONE. */
void   tl_treaty_find_ends (const TlTreaty *treaty,
                            const TlEntry  *entries,
                            guint          *begins,
                            guint          *ends);
TlSpan tl_treaty_compute_life (const TlTreaty *treaty, const TlEntry *entries);

G_END_DECLS
